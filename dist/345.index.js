export const id = 345;
export const ids = [345];
export const modules = {

/***/ 4479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Im: () => (/* binding */ pull_request_comment),
  AA: () => (/* binding */ commentProblems),
  tZ: () => (/* binding */ connectToGitHub)
});

// EXTERNAL MODULE: ../node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7728);
// EXTERNAL MODULE: ../lib/src/http/proxy.js
var proxy = __webpack_require__(3269);
// EXTERNAL MODULE: ../lib/src/http/wait.js
var wait = __webpack_require__(9184);
// EXTERNAL MODULE: ../lib/src/http/wire.js + 1 modules
var http_wire = __webpack_require__(5215);
// EXTERNAL MODULE: ../lib/src/links/text.js
var links_text = __webpack_require__(9619);
// EXTERNAL MODULE: ../lib/src/http/retry.js
var http_retry = __webpack_require__(9131);
// EXTERNAL MODULE: ../lib/src/links/time.js
var time = __webpack_require__(517);
// EXTERNAL MODULE: ../lib/src/github/port.js
var port = __webpack_require__(4639);
;// CONCATENATED MODULE: ../lib/src/github/attempts.js




const mostAttempts = 4;
/** Milliseconds. */
const backoffs = { first: 2000, longest: 8000 };
/** GitHub is not waited for longer than this at once; milliseconds. Its documentation asks for at least a minute. */
const longestWait = time/* minute */.Vc;
/**
 * Asks until GitHub answers, at most four times. Throws `GitHubRefusal` if it refuses, and `GitHubUnavailable` if it
 * does not answer, asks to wait for more than a minute, or the step's time is up.
 */
function ask(question, retryWhenLimited) {
    const { what, send } = question;
    const { signal, sleep, random, now, onWait } = retryWhenLimited;
    const policy = {
        request: what,
        signal,
        sleep,
        onRetry: (retry) => {
            onWait((0,http_retry/* retryLine */.Rn)(retry));
        },
        mostAttempts,
        waitAfter: (failures, asked) => asked ?? (0,http_retry/* backoff */.JN)(failures, backoffs, random),
        longestAsked: () => longestWait,
        endings: {
            lastAttempt: (failed) => failed,
            asksTooLong(failed, asked) {
                const until = (0,time/* formatInstant */.r4)(new Date(now().getTime() + asked));
                return new port/* GitHubUnavailable */.T(`${failed.message} It asks to wait until ${until}, which is too long for a step.`);
            },
            timeUp: () => notAsked(what, stepTimeUp),
        },
    };
    return (0,http_retry/* retrying */.R$)(policy, async (_, anew) => {
        const reply = await send(anew);
        if (typeof reply !== 'string')
            return read(reply, question, now());
        return mayBeDone(question, null, notAsked(what, signal.aborted ? stepTimeUp : reply));
    });
}
const stepTimeUp = "the step's time (`timeout`) was up";
function notAsked(what, why) {
    return new port/* GitHubUnavailable */.T(`GitHub could not be asked to ${what}: ${why}.`);
}
function read(reply, question, now) {
    const { what, read } = question;
    const { status, headers, data } = reply;
    if (status < 300) {
        const answer = read(data);
        if (answer !== null)
            return answer;
        const why = `What came back when GitHub was asked to ${what} is not its answer.`;
        return mayBeDone(question, status, new port/* GitHubUnavailable */.T(why));
    }
    const reason = messageOf(data);
    const failed = new port/* GitHubUnavailable */.T(`GitHub answered ${status} when asked to ${what}: ${(0,links_text/* quoted */.TL)(reason)}.`);
    if (isRateLimited(reply))
        return { setback: { failed, status, asked: askedWait(headers, now) } };
    if (status === 421 || status === 425)
        return { setback: { failed, status, asked: null } };
    // What answers 408 may have lost the answer of GitHub, too.
    if (status === 408 || status >= 500)
        return mayBeDone(question, status, failed);
    throw new port/* GitHubRefusal */.k(status, `GitHub refuses to ${what} (${status}): ${(0,links_text/* quoted */.TL)(reason)}.`, reason);
}
/** An attempt that may have been carried out: repeated only where twice is the same as once, else it throws the failure. */
function mayBeDone({ repeatable }, status, failed) {
    if (!repeatable)
        throw failed;
    return { setback: { failed, status, asked: null } };
}
/**
 * Whether the limiter answered: by 429, or by 403 with one of its marks. The secondary limit shows in the message only,
 * which GitHub writes in English everywhere.
 */
function isRateLimited({ status, headers, data }) {
    if (status === 429)
        return true;
    if (status !== 403)
        return false;
    return (headers['retry-after'] !== undefined ||
        headers['x-ratelimit-remaining']?.toString() === '0' ||
        /rate limit|abuse detection|too quickly/iu.test(messageOf(data)));
}
/** As GitHub's documentation asks: `Retry-After`, else the reset if nothing remains, else a minute. */
function askedWait(headers, now) {
    const seconds = (name) => {
        const text = headers[name]?.toString() ?? '';
        return /^\d{1,11}$/u.test(text) ? Number(text) : null;
    };
    const after = seconds('retry-after');
    if (after !== null)
        return after * 1000;
    const reset = headers['x-ratelimit-remaining']?.toString() === '0' ? seconds('x-ratelimit-reset') : null;
    return reset === null ? longestWait : Math.max(0, reset * 1000 - now.getTime());
}
function messageOf(data) {
    if (typeof data === 'object' && data !== null && 'message' in data && typeof data.message === 'string') {
        const { errors } = data;
        const more = Array.isArray(errors) ? errors.flatMap(reasonOf) : [];
        return [data.message, ...more].join(': ');
    }
    return typeof data === 'string' ? data : '';
}
/** What one of the `errors` says: a text, or an object with one. */
function reasonOf(error) {
    if (typeof error === 'string')
        return [error];
    const { message } = (typeof error === 'object' && error !== null ? error : {});
    return typeof message === 'string' ? [message] : [];
}

;// CONCATENATED MODULE: ../lib/src/github/repository.js


const user = dist/* nullish */.cl6(dist/* object */.Ikc({ login: dist/* string */.YjP() }), null);
const repository_text = dist/* nullish */.cl6(dist/* string */.YjP(), '');
const comment = dist/* pipe */.FsL(dist/* object */.Ikc({ id: dist/* number */.aig(), user, body: repository_text }), dist/* transform */.pdi((one) => ({ id: one.id, author: one.user?.login ?? '', body: one.body })));
const issueOrPull = dist/* object */.Ikc({
    number: dist/* number */.aig(),
    user,
    body: repository_text,
    state: dist/* string */.YjP(),
    labels: dist/* array */.YOg(dist/* union */.KCZ([dist/* string */.YjP(), dist/* object */.Ikc({ name: repository_text })])),
    pull_request: dist/* optional */.lqM(dist/* unknown */.L5J()),
});
/** What is refused comes as 200 without `data`. */
const viewer = dist/* object */.Ikc({ data: dist/* nullish */.cl6(dist/* object */.Ikc({ viewer: dist/* nullish */.cl6(dist/* object */.Ikc({ login: dist/* string */.YjP() })) })) });
const pull = dist/* object */.Ikc({ number: dist/* number */.aig(), state: dist/* string */.YjP() });
/** Who a job's own token speaks for. */
const workflow = 'github-actions[bot]';
/** One repository, `owner/name`, by GitHub's API. */
function repository(api, name) {
    const [owner = '', repo = ''] = name.split('/');
    const of = (parameters) => ({ owner, repo, ...parameters });
    return {
        whoAmI: () => whoAmI(api),
        comments: (number) => api.all(`list the comments of #${number}`, 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments', of({ issue_number: number }), comment),
        createComment: (number, body) => api.one(`comment on #${number}`, 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments', of({ issue_number: number, body }), comment),
        updateComment: async (id, body) => {
            const route = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}';
            await api.one(`edit comment ${id}`, route, of({ comment_id: id, body }), comment);
        },
        deleteComment: async (id) => {
            const route = 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}';
            try {
                await api.one(`delete comment ${id}`, route, of({ comment_id: id }), dist/* unknown */.L5J());
            }
            catch (error) {
                if (!(error instanceof port/* GitHubRefusal */.k) || error.status !== 404)
                    throw error;
            }
        },
        issuesBy: async (author) => {
            const all = await api.all(`list the issues of ${author}`, 'GET /repos/{owner}/{repo}/issues', of({ creator: author, state: 'all', sort: 'created', direction: 'asc' }), issueOrPull);
            return all.filter(({ pull_request: isPull }) => isPull === undefined).map(issueOf);
        },
        createIssue: async (content) => issueOf(await api.one('open an issue', 'POST /repos/{owner}/{repo}/issues', of(content), issueOrPull)),
        updateIssue: async (number, change) => {
            const route = 'PATCH /repos/{owner}/{repo}/issues/{issue_number}';
            await api.one(`edit issue #${number}`, route, of({ issue_number: number, ...change }), issueOrPull);
        },
        newestPullRequest: async () => {
            const [newest] = await api.one('name the newest pull request', 'GET /repos/{owner}/{repo}/pulls', of({ state: 'all', sort: 'created', direction: 'desc', per_page: 1 }), dist/* array */.YOg(pull));
            return newest?.number ?? 0;
        },
        isClosedPullRequest: async (number) => {
            const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}';
            try {
                const { state } = await api.one(`show pull request #${number}`, route, of({ pull_number: number }), pull);
                return state === 'closed';
            }
            catch (error) {
                // The number of an issue, or one that was never given; or the token sees no pull requests at all.
                if (error instanceof port/* GitHubRefusal */.k && error.status === 404)
                    return false;
                throw error;
            }
        },
    };
}
/**
 * `GET /user` is closed to the tokens of workflows and apps; this query is open to all. Where it is refused, the token
 * is taken for a workflow's own, as it nearly always is.
 */
async function whoAmI({ one, url }) {
    // On a GitHub Enterprise Server the two APIs lie side by side: /api/v3 and /api/graphql.
    const graphql = `${url.replace(/\/$/u, '').replace(/\/api\/v3$/u, '/api')}/graphql`;
    try {
        const answer = await one('say whose token this is', `POST ${graphql}`, { query: '{ viewer { login } }' }, viewer);
        return answer.data?.viewer?.login ?? workflow;
    }
    catch (error) {
        if (error instanceof port/* GitHubRefusal */.k)
            return workflow;
        throw error;
    }
}
function issueOf({ number, user: author, body, state, labels }) {
    return {
        number,
        author: author?.login ?? '',
        body,
        open: state === 'open',
        labels: labels.map((label) => (typeof label === 'string' ? label : label.name)),
    };
}

;// CONCATENATED MODULE: ../lib/src/github/client.js







/** Larger than any page of a list; bytes. */
const largestBody = 64 * 1024 * 1024;
const pageSize = 100;
/**
 * Connects to a repository on GitHub; sends nothing yet. The library is most of what this action weighs, so it is
 * loaded here and nowhere else, when it is needed.
 */
async function connectGitHub(options) {
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(75), __webpack_require__.e(347)]).then(__webpack_require__.bind(__webpack_require__, 1075));
    // Else it would write to the console, where the runner takes lines for commands.
    const log = { debug: options.debug, info: options.debug, warn: options.debug, error: options.debug };
    const octokit = getOctokit(options.token.reveal(), {
        baseUrl: options.apiUrl,
        userAgent: 'docspace-room-links',
    });
    const { proxies = proxy/* noProxies */.Y, requestTimeout } = options;
    const newWire = () => (0,http_wire/* createWire */.k)({ proxies, tunnelTimeout: requestTimeout, largestBody });
    let wire = newWire();
    const late = new Error(`no answer after ${requestTimeout / 1000} s (\`request-timeout\`)`);
    const limits = {
        milliseconds: requestTimeout,
        signal: options.signal,
        late: () => late,
        stopped: () => late,
    };
    const send = async (route, parameters, anew) => {
        try {
            return await (0,wait/* inTime */.RN)(limits, (signal) => octokit.request(route, { ...parameters, request: { signal, log, fetch: fetchBy(wire, anew) } }));
        }
        catch (error) {
            if (error !== late)
                return replyOf(error) ?? networkWords(error);
            // What waits for the tunnel of a proxy does not heed the signal, and would keep the process alive.
            wire.close();
            wire = newWire();
            return late.message;
        }
    };
    const one = (what, route, parameters, schema) => ask({
        what,
        send: (anew) => send(route, parameters, anew),
        // The library takes a body that broke off for a text, so every answer is held against what it has to be.
        read: (data) => {
            const parsed = dist/* safeParse */.xLC(schema, data);
            return parsed.success ? { value: parsed.output } : null;
        },
        repeatable: !route.startsWith('POST /repos/'),
    }, options);
    const all = async (what, route, parameters, item, limit = Infinity) => {
        const found = [];
        for (let page = 1;; page += 1) {
            const more = await one(what, route, { ...parameters, per_page: pageSize, page }, dist/* array */.YOg(item));
            found.push(...more);
            if (more.length < pageSize || found.length >= limit)
                return found.slice(0, limit);
        }
    };
    return repository({ one, all, url: options.apiUrl }, options.repository);
}
const mostRedirects = 3;
/**
 * What the library calls `fetch`, over our own connections. As GitHub asks for it, requests for a repository that has
 * been renamed follow it, to the same host only.
 */
function fetchBy({ exchange }, anew) {
    return async (input, init = {}) => {
        const { method = 'GET', body, headers, signal } = init;
        let url = new URL(input);
        for (let redirects = 0;; redirects += 1) {
            const reply = await exchange({
                method,
                url,
                headers: headers,
                anew,
                ...(typeof body === 'string' ? { body } : {}),
                signal: signal,
            });
            const next = URL.parse(reply.headers['location'] ?? '', url.href);
            const kept = method === 'GET' ? [301, 302, 307, 308] : [307, 308];
            if (!kept.includes(reply.status) || next?.origin !== url.origin || redirects >= mostRedirects) {
                const { status } = reply;
                const text = [204, 205, 304].includes(status) ? null : new TextDecoder().decode(reply.body);
                return new Response(text, { status, headers: reply.headers });
            }
            url = next;
        }
    };
}
/** The answer in an error that the library throws for a status; null for an error without one. */
function replyOf(error) {
    const { response } = (typeof error === 'object' && error !== null ? error : {});
    return response ?? null;
}
/** The code of a network error, which stands in its cause; else what it says. */
function networkWords(error) {
    let words = 'no connection';
    for (let one = error; one instanceof Error; one = one.cause) {
        if ('code' in one && typeof one.code === 'string')
            return one.code;
        words = (0,links_text/* quoted */.TL)(one.message);
    }
    return words;
}

// EXTERNAL MODULE: ../lib/src/links/described-link.js
var described_link = __webpack_require__(9446);
// EXTERNAL MODULE: ../lib/src/links/link.js
var links_link = __webpack_require__(6788);
// EXTERNAL MODULE: ../lib/src/links/settings.js
var settings = __webpack_require__(4433);
// EXTERNAL MODULE: ../lib/src/render/log.js
var log = __webpack_require__(7147);
// EXTERNAL MODULE: ../lib/src/render/markdown.js
var markdown = __webpack_require__(2072);
// EXTERNAL MODULE: ../lib/src/github/sticky.js
var sticky = __webpack_require__(3359);
;// CONCATENATED MODULE: ../lib/src/github/comment-text.js







/** Characters of a title that are told. DocSpace takes 255 for links. */
const longestTitle = 255;
/** The comment about a link: where, what for, for whom, until when, and how to get there. No text in it is Markdown. */
function linkComment({ portal, room, reference, link, reveal }) {
    const mark = {
        kind: 'link',
        place: linkPlace(portal, room, reference),
        room: roomPlace(portal, room),
        link: link.id,
        title: clipped(link.title),
    };
    const title = (0,markdown/* code */.aY)(room.title);
    const paragraphs = [
        '### DocSpace room link',
        `${log/* kindNames */.$1[(0,links_link/* kindOf */.I)(link)]} ${(0,markdown/* code */.aY)(link.title)} to the room ${title} (${(0,log/* roomTypeLabel */.CU)(room)})`,
        `**${(0,settings/* describeSettings */.TR)(link.type, link)}**`,
        ...(link.type === 'invitation' ? ['Whoever opens it joins the room as a member.'] : []),
        (0,described_link/* mayReveal */.L)(link, reveal)
            ? `Open it: ${(0,markdown/* address */.hl)(link.url)}`
            : `The URL is not shown here; managers of the room can copy it in DocSpace.`,
        `Members of the room find it in DocSpace under **Rooms** → ${title}.`,
    ];
    return { mark, body: bodyOf(mark, paragraphs) };
}
/** What becomes of the comment about a link when the link is gone. */
function revokedComment(mark, room) {
    const title = mark.title === undefined ? '' : ` ${(0,markdown/* code */.aY)(mark.title)}`;
    const paragraphs = [
        '### DocSpace room link: revoked',
        `The link${title} to the room ${(0,markdown/* code */.aY)(room.title)} is revoked. Its URL opens nothing any more; members of the room stay members.`,
    ];
    return { mark, body: bodyOf(mark, paragraphs) };
}
/** The comment about what `apply` would do. */
function planComment({ portal, file, markdown }) {
    const mark = { kind: 'plan', place: (0,sticky/* placeOf */.$t)(['plan', portal, file]) };
    const note = 'The rest of the plan does not fit here: see the log of the step.';
    return { mark, body: (0,sticky/* fitted */.$5)(bodyOf(mark, [markdown]), note) };
}
/** Whether a comment with this mark is about one of the links that are gone. */
function isAbout(mark, { portal, room, references }) {
    if (mark.kind !== 'link' || mark.room !== roomPlace(portal, room))
        return false;
    return references.some((reference) => mark.place === linkPlace(portal, room, reference) || (reference.by === 'id' && mark.link === reference.id));
}
/** A room has one primary link, by whatever key; a key names an external link and an invitation apart. */
function linkPlace(portal, room, reference) {
    switch (reference.by) {
        case 'id':
            return (0,sticky/* placeOf */.$t)(['link', portal, room.id, 'id', reference.id]);
        case 'primary':
            return (0,sticky/* placeOf */.$t)(['link', portal, room.id, 'primary']);
        case 'key':
            return (0,sticky/* placeOf */.$t)(['link', portal, room.id, 'key', reference.type, reference.key]);
    }
}
function roomPlace(portal, room) {
    return (0,sticky/* placeOf */.$t)(['room', portal, room.id]);
}
function bodyOf(mark, paragraphs) {
    return [(0,sticky/* markLine */.oi)(mark), ...paragraphs].join('\n\n');
}
/** Long enough to know it by: a hidden character may take six. */
function clipped(title) {
    return (0,links_text/* cut */.Jj)(title, longestTitle);
}

// EXTERNAL MODULE: ../lib/src/github/permission.js
var permission = __webpack_require__(8503);
;// CONCATENATED MODULE: ../lib/src/github/comment.js



/**
 * Keeps the comment about one thing on the pull request: made, changed in place if its text changes, and of a link that
 * is gone changed to say so (one that was never commented on gets none). Only what our own account wrote is touched,
 * however much another comment looks like ours. Outside of a pull request: a warning. Throws a `Failure` that names
 * the permission if GitHub refuses.
 */
async function commentOnPullRequest(deps, content) {
    const { pullRequest, log } = deps;
    if (pullRequest === null) {
        log.warning('No pull request to comment on', '`comment-on-pr` is on, but this run does not belong to a pull request: its event is none of one.');
        return;
    }
    if (content.kind === 'revoked' && content.references.length === 0)
        return;
    try {
        const thread = threadOf(await deps.connect(), pullRequest.number);
        switch (content.kind) {
            case 'link':
                await keep(thread, linkComment(content), log);
                break;
            case 'plan':
                await keep(thread, planComment(content), log);
                break;
            case 'revoked':
                await keepRevoked(thread, content, log);
                break;
        }
    }
    catch (error) {
        throw (0,permission/* explained */.t)(error, {
            permission: 'pull-requests: write',
            readOnly: pullRequest.readOnly,
            done: 'What was to be done in DocSpace is done, and the outputs are set.',
        });
    }
}
/** Our own account is asked for only if there is a comment that could be ours. */
function threadOf(github, number) {
    let me = null;
    return {
        github,
        number,
        ours: async (matches) => {
            const meant = (await github.comments(number)).filter(matches);
            if (meant.length === 0)
                return [];
            me ??= await github.whoAmI();
            return meant.filter(({ author }) => author === me).toSorted((one, other) => one.id - other.id);
        },
        create: async (body) => {
            const made = await github.createComment(number, body);
            me = made.author;
            return made;
        },
    };
}
async function keep(thread, { mark, body }, log) {
    const find = () => thread.ours((comment) => (0,sticky/* markOf */.Fg)(comment.body)?.place === mark.place);
    const { one, others, created } = await (0,sticky/* ensureOne */.T7)(find, () => thread.create(body));
    const same = (0,sticky/* sameText */.QV)(one.body, body);
    if (!same)
        await thread.github.updateComment(one.id, body);
    // What a run at the same time has left besides the oldest.
    for (const { id } of others)
        await thread.github.deleteComment(id);
    tell(thread, created ? 'made' : same ? 'as it should be' : 'updated', log);
}
async function keepRevoked(thread, content, log) {
    const ours = await thread.ours(({ body }) => {
        const mark = (0,sticky/* markOf */.Fg)(body);
        return mark !== null && isAbout(mark, content);
    });
    const reported = new Set();
    for (const comment of ours) {
        const mark = (0,sticky/* markOf */.Fg)(comment.body);
        if (reported.has(mark.place)) {
            await thread.github.deleteComment(comment.id);
            continue;
        }
        reported.add(mark.place);
        const { body } = revokedComment(mark, content.room);
        const same = (0,sticky/* sameText */.QV)(comment.body, body);
        if (!same)
            await thread.github.updateComment(comment.id, body);
        tell(thread, same ? 'as it should be' : 'says that the link is revoked', log);
    }
}
function tell({ number }, what, log) {
    log.line(`✓ comment on pull request #${number}: ${what}`);
}

;// CONCATENATED MODULE: ../lib/src/github/pull-request.js

const count = dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf(), dist/* minValue */.Wwf(1));
const side = dist/* object */.Ikc({ repo: dist/* nullish */.cl6(dist/* object */.Ikc({ id: dist/* number */.aig() })) });
/** As much of an event as says which pull request it is about. */
const pull_request_event = dist/* object */.Ikc({
    pull_request: dist/* nullish */.cl6(dist/* object */.Ikc({ number: count, head: dist/* nullish */.cl6(side), base: dist/* nullish */.cl6(side) })),
    issue: dist/* nullish */.cl6(dist/* object */.Ikc({ number: count, pull_request: dist/* optional */.lqM(dist/* unknown */.L5J()) })),
});
/**
 * The pull request of this run, from the file that describes its event; null if it has none: `push`, `schedule`,
 * `workflow_dispatch`, a comment on an issue.
 */
async function pullRequestOf(env, readFile) {
    const parsed = dist/* safeParse */.xLC(pull_request_event, await eventOf(env['GITHUB_EVENT_PATH'] ?? '', readFile));
    if (!parsed.success)
        return null;
    const { pull_request: pull, issue } = parsed.output;
    if (pull !== null && pull !== undefined) {
        // The repository of a fork that was deleted is null.
        const fromFork = pull.head?.repo?.id !== pull.base?.repo?.id;
        return { number: pull.number, readOnly: fromFork && env['GITHUB_EVENT_NAME'] !== 'pull_request_target' };
    }
    const isPull = issue?.pull_request !== undefined && issue.pull_request !== null;
    return isPull ? { number: issue.number, readOnly: false } : null;
}
async function eventOf(path, readFile) {
    try {
        return JSON.parse(await readFile(path));
    }
    catch {
        return null;
    }
}

// EXTERNAL MODULE: ../lib/src/links/problem.js
var problem = __webpack_require__(8797);
;// CONCATENATED MODULE: ../lib/src/actions/pull-request.js






/** The repository of this run, on GitHub; `purpose` is the input that needs it. Throws `input` without a token or a repository. */
async function connectToGitHub(inputs, tools, purpose) {
    const { runner, identity, now, signal } = tools;
    if (inputs.githubToken === null) {
        throw (0,problem/* failure */.V2)('input', `${purpose} needs \`github-token\`, which is empty.`, 'Leave it out to use the token of the job.');
    }
    const repository = runner.env['GITHUB_REPOSITORY'] ?? '';
    if (!/^[^/]+\/[^/]+$/u.test(repository)) {
        throw (0,problem/* failure */.V2)('input', `${purpose} needs the name of the repository, and \`GITHUB_REPOSITORY\` is not set.`, 'Set it to `owner/name` in the environment of the step, or leave the input out.');
    }
    const apiUrl = runner.env['GITHUB_API_URL'] ?? '';
    if (apiUrl !== '' && !/^https?:$/u.test(URL.parse(apiUrl)?.protocol ?? '')) {
        throw (0,problem/* failure */.V2)('input', `${purpose} needs GitHub's API, and the environment variable \`GITHUB_API_URL\` is not an address.`, 'Set it to `https://api.github.com`, or to the address of the API of your GitHub Enterprise Server; or remove it.');
    }
    return connectGitHub({
        token: inputs.githubToken,
        repository,
        apiUrl: apiUrl === '' ? 'https://api.github.com' : apiUrl,
        requestTimeout: inputs.requestTimeout,
        signal,
        sleep: wait/* sleep */.yy,
        random: () => (identity.random(1)[0] ?? 0) / 256,
        now,
        onWait: runner.line,
        debug: runner.debug,
        proxies: (0,proxy/* readProxies */.r)(runner.env).proxies,
    });
}
/**
 * Keeps the comment of `comment-on-pr`, if it is asked for; to be called when all outputs are set. A dry run comments
 * on plans only: anything else that it could say is not so. Throws a `Failure` if GitHub does not let it.
 */
async function pull_request_comment(inputs, tools, content) {
    if (!inputs.commentOnPr)
        return;
    const { runner } = tools;
    if (inputs.dryRun && content.kind !== 'plan') {
        runner.line('Dry run: the comment on the pull request stays as it is');
        return;
    }
    await commentOnPullRequest({
        pullRequest: await pullRequestOf(runner.env, runner.readFile),
        connect: () => connectToGitHub(inputs, tools, '`comment-on-pr`'),
        log: runner,
    }, content);
}
/** The same for callers that have more to tell: what GitHub refuses is given back. */
async function commentProblems(inputs, tools, content) {
    try {
        await pull_request_comment(inputs, tools, content);
        return [];
    }
    catch (error) {
        if (error instanceof problem/* Failure */.HR)
            return error.problems;
        throw error;
    }
}


/***/ }),

/***/ 8503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ explained)
/* harmony export */ });
/* harmony import */ var _links_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8797);
/* harmony import */ var _port_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4639);


/**
 * The error, with the permission that is missing if that is why. GitHub says 404 instead of 403 of what the token must
 * not even know of.
 */
function explained(error, { permission, readOnly, done }) {
    if (error instanceof _port_js__WEBPACK_IMPORTED_MODULE_1__/* .GitHubUnavailable */ .T)
        return (0,_links_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('github-unavailable', `${error.message} ${done}`);
    if (!(error instanceof _port_js__WEBPACK_IMPORTED_MODULE_1__/* .GitHubRefusal */ .k))
        return error;
    const message = `${error.message} ${done}`;
    switch (error.status) {
        case 401:
            return (0,_links_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('github', message, 'GitHub does not know `github-token`: it is wrong, or it has expired.');
        case 403:
        case 404:
            return (0,_links_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('github', message, reasonHint(error.reason) ?? (readOnly ? forkHint : permissionHint(permission)));
        case 301:
        case 302:
        case 307:
        case 308:
            return (0,_links_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('github', message, 'The answer leads to another address, which does not get the token. Look at the proxy between the runner and GitHub.');
        default:
            return (0,_links_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('github', message, reasonHint(error.reason) ?? 'GitHub says why in the message.');
    }
}
/** Reasons of GitHub that no permission helps against, by its words, which are English everywhere. */
const reasons = [
    [
        /\bis locked\b|conversation.*\blocked\b/iu,
        'The conversation is locked. Unlock it on GitHub, or switch the comment off for it.',
    ],
    [/\barchived\b/iu, 'The repository is archived, so nothing in it can be changed. Unarchive it on GitHub first.'],
    [
        /\bissues\b.*\bdisabled\b/iu,
        'Issues are switched off in this repository: Settings → General → Features → Issues on GitHub.',
    ],
    [
        /\bSAML\b|\bSSO\b/u,
        'The organization asks for single sign-on: authorize `github-token` for it on GitHub, under Settings → Developer settings → Tokens → Configure SSO.',
    ],
    [/\bIP allow ?list\b/iu, "The organization allows only certain IP addresses: add the runner's to its IP allow list."],
    [/\bspam|\bblocked\b|\bsuspended\b/iu, 'GitHub has restricted the account or the repository. Ask GitHub Support.'],
];
function reasonHint(reason) {
    return reasons.find(([words]) => words.test(reason))?.[1] ?? null;
}
function permissionHint(permission) {
    return `Give the job this permission: \`permissions: { ${permission} }\`. With a \`github-token\` of your own: give it to that token, for this repository.`;
}
const forkHint = 'The pull request comes from a fork, and there GitHub gives a token that can only read, whatever `permissions` says. Leave `comment-on-pr` out for forks, or comment from a workflow on `pull_request_target` that runs nothing of the pull request.';


/***/ }),

/***/ 4639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ GitHubUnavailable),
/* harmony export */   k: () => (/* binding */ GitHubRefusal)
/* harmony export */ });
/* harmony import */ var _links_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8797);

/** GitHub understood the request and refuses it. */
class GitHubRefusal extends _links_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR {
    status;
    /** GitHub's own words, whole. */
    reason;
    constructor(status, message, reason) {
        super([(0,_links_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('github', message)]);
        this.name = 'GitHubRefusal';
        this.status = status;
        this.reason = reason;
    }
}
/**
 * GitHub could not be reached, or what came back is not its answer. A creation is not repeated then, since it may have
 * been carried out: whoever asked for it looks first (see `ensureOne`).
 */
class GitHubUnavailable extends _links_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR {
    constructor(message, hint) {
        super([(0,_links_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('github-unavailable', message, hint)]);
        this.name = 'GitHubUnavailable';
    }
}


/***/ }),

/***/ 3359:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $5: () => (/* binding */ fitted),
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   Fg: () => (/* binding */ markOf),
/* harmony export */   QV: () => (/* binding */ sameText),
/* harmony export */   T7: () => (/* binding */ ensureOne),
/* harmony export */   oi: () => (/* binding */ markLine)
/* harmony export */ });
/* unused harmony export longestBody */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7728);
/* harmony import */ var _port_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4639);



/** What a comment or an issue of ours is about. */
const mark = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    /** `link`, `plan`, `audit`. */
    kind: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** The one thing that it is about: see `placeOf`. */
    place: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** Of a link: where it is, by the same measure; its id; its title. */
    room: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    link: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    title: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
});
/**
 * A short name for a place, from the words that make it up. A hash, since portal and key need not be told to everyone
 * who can read a pull request.
 */
function placeOf(words) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 16);
}
/** The first line of what we write on GitHub, which nobody sees there. No text in it can end it or speak to GitHub. */
function markLine(of) {
    const json = JSON.stringify(of).replace(/[^\w":,{}\\]/gu, (character) => 
    // By UTF-16 units, as JSON has it.
    Array.from({ length: character.length }, (_, at) => {
        const unit = character.charCodeAt(at).toString(16).padStart(4, '0');
        return `\\u${unit}`;
    }).join(''));
    return `<!-- docspace-room-links ${json} -->`;
}
/** Reads the mark of a text that begins with one; null for any other text. */
function markOf(body) {
    const [, json] = /^<!-- docspace-room-links (\{.*\}) -->/u.exec(body) ?? [];
    if (json === undefined)
        return null;
    try {
        const parsed = valibot__WEBPACK_IMPORTED_MODULE_2__/* .safeParse */ .xLC(mark, JSON.parse(json));
        return parsed.success ? parsed.output : null;
    }
    catch {
        return null;
    }
}
/** Whether GitHub shows this text already; it may have turned line breaks and cut blanks at the end. */
function sameText(one, other) {
    const plain = (text) => text.replace(/\r\n/gu, '\n').trimEnd();
    return plain(one) === plain(other);
}
/** The most that GitHub takes for the body of a comment or an issue, in characters. */
const longestBody = 65_536;
/** The text as GitHub takes it: whole lines from its end go if it is too long, and a note says so. */
function fitted(text, note) {
    if (text.length <= longestBody)
        return text;
    const end = `\n\n_${note}_`;
    const start = text.slice(0, longestBody - end.length);
    return `${start.slice(0, start.lastIndexOf('\n')).trimEnd()}${end}`;
}
/** How often something is looked for, and made if it is not there. */
const attempts = 3;
/**
 * Makes sure that there is one, without a lock. `find` gives what is ours, the oldest first: of several, the oldest
 * stays, on which all runs agree. If the answer to a creation was lost, it is looked for before it is made again.
 */
async function ensureOne(find, create) {
    let created = false;
    for (let attempt = 1;; attempt += 1) {
        const [found, ...others] = await find();
        if (found !== undefined)
            return { one: found, others, created };
        try {
            const made = await create();
            created = true;
            // GitHub may list it a moment later only.
            const [one = made, ...rest] = await find();
            return { one, others: rest, created };
        }
        catch (error) {
            if (!(error instanceof _port_js__WEBPACK_IMPORTED_MODULE_1__/* .GitHubUnavailable */ .T) || attempt === attempts)
                throw error;
            created = true;
        }
    }
}


/***/ }),

/***/ 9428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MZ: () => (/* binding */ oneRoom),
/* harmony export */   Q9: () => (/* binding */ titleProblem),
/* harmony export */   XB: () => (/* binding */ nearRooms),
/* harmony export */   oi: () => (/* binding */ listedNear)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8797);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9619);


/** The naming of the actions that work in one room. */
const oneRoom = { title: 'room-title', id: 'room-id' };
/** No message needs more of them. */
const mostNear = 5;
/**
 * The rooms whose titles a user may have meant by this one, the nearest first, then by id; at most five. Near is what
 * differs only in case, in spaces and invisible characters, in quotes around it, in the characters that DocSpace replaces
 * by `_`, or in few letters; and the room whose id it is.
 */
function nearRooms(title, rooms) {
    return rooms
        .map((room) => ({ room, difference: isIdOf(title, room) ?? differenceOf(title, room.title) }))
        .flatMap(({ room, difference }) => (difference === null ? [] : [{ room, ...difference }]))
        .toSorted((one, other) => one.rank - other.rank || one.room.id.localeCompare(other.room.id, 'en', { numeric: true }))
        .slice(0, mostNear)
        .map(({ room: { id, title: near, area }, how }) => ({
        id,
        title: near,
        how: [how, area === undefined ? '' : areaWords[area]].filter((words) => words !== '').join(', '),
    }));
}
/** Near rooms for a sentence: `"partners" (201, other case)`; '' for none. */
function listedNear(near) {
    return near
        .map(({ id, title, how }) => `${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(title)} (${[id, how].filter((one) => one !== '').join(', ')})`)
        .join('; ');
}
/** The problem of a title that no active room has; `rooms` are those that were read, the archived ones too. */
function titleProblem(title, rooms, naming) {
    const near = nearRooms(title, rooms);
    // On screen it may look like the title of a room that it is not.
    const unseen = (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .stripInvisible */ ._0)(title) === title ? '' : ' (with spaces or characters that do not show here)';
    const message = `No active room that this key can see has the title ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(title)}${unseen}.`;
    if (near.length === 0) {
        return (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('room-not-found', message, `Titles are compared exactly, case included. DocSpace stores \`:\`, \`|\`, \`<\`, \`>\` and \`"\` in a title as \`_\`. Check \`${naming.title}\`, and whether the user who owns the API key is a member of the room. Or name the room by its id in \`${naming.id}\`.`);
    }
    const archived = near.some(({ how }) => how.includes(areaWords.archived))
        ? ' Restore an archived room in DocSpace first.'
        : '';
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('room-not-found', `${message} Near titles: ${listedNear(near)}.`, `Titles are compared exactly. Correct \`${naming.title}\`, or name the room by its id in \`${naming.id}\`.${archived}`);
}
const areaWords = {
    active: '',
    archived: 'in the Archive',
    template: 'a template',
    agents: 'an AI agent',
};
/** What is forgiven, the smallest first, and what the difference is called. */
const steps = [
    { how: '', fold: (text) => text.normalize('NFC') },
    { how: 'invisible characters', fold: (text) => text.replace(/\p{Cf}/gu, '') },
    { how: 'other spaces around it', fold: (text) => text.trim() },
    { how: 'no-break spaces', fold: (text) => text.replace(/[\u00a0\u2007\u202f]/gu, ' ') },
    { how: 'other spaces', fold: (text) => text.replace(/[\s\u0085]+/gu, ' ') },
    { how: 'other case', fold: (text) => text.toLowerCase() },
    { how: 'no quotes', fold: (text) => text.replace(/^["'`“”„«»](.+)["'`“”«»]$/su, '$1') },
    // As the portal cleans titles: portal.md G1.
    {
        how: '`_` for other characters',
        fold: (text) => text.replace(/[:|<>"]/gu, '_').replace(/\p{Cs}|[^\0-\uffff]/gu, '__'),
    },
];
function folded(text, by) {
    return by.reduce((rest, { fold }) => fold(rest), text);
}
function isIdOf(asked, { id }) {
    return asked.trim() === id ? { rank: 0, how: 'this is its id' } : null;
}
function differenceOf(asked, title) {
    const equalBy = (by) => folded(asked, by) === folded(title, by);
    const rank = steps.findIndex((_, index) => equalBy(steps.slice(0, index + 1)));
    if (rank === -1) {
        return isSlip(folded(asked, steps), folded(title, steps)) ? { rank: steps.length, how: 'similar' } : null;
    }
    const probed = steps.slice(0, rank + 1);
    // A difference is one that matters: without its step the texts are not equal.
    const needed = probed.filter((step) => step.how !== '' && !equalBy(probed.filter((other) => other !== step)));
    return { rank, how: needed.map(({ how }) => how).join(', ') };
}
/** Whether few letters differ: one, or every sixth, three at most. Titles of one or two letters resemble none. */
function isSlip(one, other) {
    const longest = Math.max(one.length, other.length);
    const most = Math.min(3, Math.max(1, Math.floor(longest / 6)));
    return Math.min(one.length, other.length) > 2 && distance(one, other, most) <= most;
}
/** How many letters are to be put in, left out, changed or swapped with the next; more than `most` is not counted out. */
function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most)
        return most + 1;
    let before = [];
    let row = Array.from({ length: other.length + 1 }, (_, index) => index);
    for (let i = 1; i <= one.length; i += 1) {
        const next = [i];
        for (let j = 1; j <= other.length; j += 1) {
            const same = one[i - 1] === other[j - 1];
            const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
            const ways = [at(row, j) + 1, at(next, j - 1) + 1, at(row, j - 1) + (same ? 0 : 1)];
            next.push(Math.min(...ways, ...(swapped ? [at(before, j - 2) + 1] : [])));
        }
        if (Math.min(...next) > most)
            return most + 1;
        [before, row] = [row, next];
    }
    return at(row, other.length);
}
function at(row, index) {
    return row[index];
}


/***/ }),

/***/ 244:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B1: () => (/* binding */ isOutcomeUnknown),
/* harmony export */   GC: () => (/* binding */ explainRefusal),
/* harmony export */   LI: () => (/* binding */ explainDenial),
/* harmony export */   S8: () => (/* binding */ explainDifferences),
/* harmony export */   nT: () => (/* binding */ isOpen)
/* harmony export */ });
/* harmony import */ var _links_access_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6202);
/* harmony import */ var _links_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4433);
/* harmony import */ var _links_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8797);
/* harmony import */ var _links_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9619);




const lost = ['timeout', 'unreachable', 'cut-answer', 'not-docspace', 'portal-unavailable'];
/** Whether a write that failed so may have been carried out all the same. */
function isOutcomeUnknown({ problems }) {
    return problems.some(({ code }) => lost.includes(code));
}
/**
 * Says why the portal refused the write of a plan that looked right, in a room that is still as the plan was made for:
 * from the kind of the exception and the portal's settings, never from its message, which is in the language of the
 * key's owner (portal.md §5.4) and only quoted.
 */
async function explainRefusal(refusal, plan, portal) {
    const { room, type, target } = plan;
    const where = `room ${room.id} ${(0,_links_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(room.title)}`;
    const denial = await explainDenial(refusal, `this link of ${where}`, isOpen({ type, ...target }), portal);
    if (denial !== null)
        return denial;
    if (refusal.status === 403) {
        return (0,_links_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .failure */ .V2)('refused', `The portal refuses ${(0,_links_access_js__WEBPACK_IMPORTED_MODULE_0__/* .accessLabel */ .Hm)(target.access)} for this link of ${where}, though this action knows of nothing against it: ${refusal.message}`, 'The portal may be newer or older than this action knows: another role or link type may work. Look at the room in DocSpace.');
    }
    if (refusal.status === 400 && target.password !== null) {
        return (0,_links_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .failure */ .V2)('refused', `The portal does not accept the password for this link of ${where}: ${refusal.message}`, 'It may ask for more than 8 printable characters: DocSpace → Settings → Security → Password strength settings says what. Or use `password: generate`.');
    }
    return refusal;
}
/** Whether a link lets in anyone, which a portal may restrict. */
function isOpen({ type, internal }) {
    return type === 'external' && !internal;
}
/**
 * Says why the portal denies a key that may write in the room to write a link; null if it is another kind of refusal.
 * `open`: the link lets in anyone. Keys with room scopes only are not told whether the portal restricts sharing, but then
 * nothing else is left.
 */
async function explainDenial(refusal, link, open, portal) {
    if (refusal.status !== 403 || refusal.exceptionType?.endsWith('SecurityException') !== true)
        return null;
    const restricted = (await portal.sharing())?.restrictedInRooms ?? open;
    return restricted
        ? (0,_links_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .failure */ .V2)('sharing-restricted', `The portal restricts external sharing, so it refuses ${link}: ${refusal.message}`)
        : (0,_links_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .failure */ .V2)('not-room-manager', `The portal denies this key the right to write ${link}: ${refusal.message}`);
}
/** One problem for each difference, with the likely reason; `after` says what became of the link. */
function explainDifferences(differences, plan, after) {
    const room = `room ${plan.room.id} ${(0,_links_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(plan.room.title)}`;
    const problems = differences.map(({ name, asked, got, reason }) => {
        // Nothing else makes an open link an internal one (portal.md §3).
        if (name === 'internal' && asked === false) {
            return (0,_links_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .problem */ .CC)('sharing-restricted', `The portal made the link of ${room} for DocSpace users only, not for anyone. ${after}`.trimEnd());
        }
        const what = `${name} of the link in ${room}: asked ${(0,_links_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .valueWords */ .pz)(asked)}, the portal has ${(0,_links_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .valueWords */ .pz)(got)}.`;
        return (0,_links_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .problem */ .CC)('not-applied', `${what} Likely: ${reason}. ${after}`.trimEnd());
    });
    return new _links_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR(problems);
}


/***/ }),

/***/ 1707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $l: () => (/* binding */ readLinksBack),
/* harmony export */   B$: () => (/* binding */ unlisted),
/* harmony export */   Ow: () => (/* binding */ resolveRoom),
/* harmony export */   Qo: () => (/* binding */ readRoom),
/* harmony export */   UO: () => (/* binding */ lacksExternal),
/* harmony export */   Ue: () => (/* binding */ maySeeLinks),
/* harmony export */   _X: () => (/* binding */ saysNothing),
/* harmony export */   us: () => (/* binding */ readExpecting),
/* harmony export */   vS: () => (/* binding */ readListing),
/* harmony export */   yC: () => (/* binding */ isContradictory)
/* harmony export */ });
/* unused harmony export lookAgain */
/* harmony import */ var _links_room_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9043);
/* harmony import */ var _links_constraints_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3554);
/* harmony import */ var _links_near_titles_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9428);
/* harmony import */ var _links_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8797);
/* harmony import */ var _links_result_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4061);
/* harmony import */ var _links_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9619);






/**
 * Whether a room says that it has an external link, and its list has none. The flags are there from 3.7 on, and never
 * count invitations (portal.md §7).
 */
function lacksExternal({ room, links }) {
    const says = room.shared === true || room.sharedExternal === true;
    return says && links.every(({ type }) => type !== 'external');
}
/** ... and lets this key see its links. In the archive no flag says that. */
function isContradictory(state) {
    return state.room.canEditAccess && lacksExternal(state);
}
/** Whether the room does not say if it has external links. */
function saysNothing({ room }) {
    return room.shared === null;
}
/** The failure for a room whose list still contradicts what the room says. */
function unlisted({ room }) {
    return (0,_links_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .failure */ .V2)('links-not-listed', `${(0,_links_room_js__WEBPACK_IMPORTED_MODULE_4__/* .roomName */ .TX)(room)} says that it has an external link, but its list has none.`);
}
/**
 * Looks again at a room whose list was empty: first at the room, which now tells the rights that are in force after the
 * list was read, and if it contradicts the list, at the list. Whether the key may see the links is left to the caller.
 * Throws `links-not-listed` if the contradiction stays.
 */
async function lookAgain(portal, state) {
    const room = { ...state, room: await portal.room(state.room.id) };
    if (!isContradictory(room))
        return room;
    const both = { ...room, ...(await portal.links(state.room.id)) };
    if (isContradictory(both))
        throw unlisted(both);
    return both;
}
/**
 * Reads a room's links again, after a write. An empty list says that nothing is there only if the key may still see the
 * links, which is looked up where links are expected (`isExpected`). Throws why they cannot be seen, and
 * `links-not-listed`.
 */
async function readLinksBack(portal, state, isExpected) {
    const read = { ...state, ...(await portal.links(state.room.id)) };
    if (read.links.length > 0 || !isExpected)
        return read;
    const again = await lookAgain(portal, read);
    const hidden = (0,_links_constraints_js__WEBPACK_IMPORTED_MODULE_0__/* .roomProblem */ .t0)(again.room);
    if (hidden === null)
        return again;
    const message = `${hidden.message} That has changed since this step began, so what it has written cannot be read back.`;
    throw new _links_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR([{ ...hidden, message }]);
}
/**
 * The id of the room that is meant. A title is looked up among the active rooms of this key, exactly, in Unicode NFC.
 * Throws `room-not-found` with the rooms whose titles are near, and `room-ambiguous` with the ids if several rooms have the
 * title. `naming`: the inputs that messages advise.
 */
async function resolveRoom(portal, reference, naming = _links_near_titles_js__WEBPACK_IMPORTED_MODULE_1__/* .oneRoom */ .MZ) {
    if (reference.by === 'id')
        return reference.id;
    const title = reference.title.normalize('NFC');
    const exact = (rooms) => rooms.filter((room) => (0,_links_room_js__WEBPACK_IMPORTED_MODULE_4__/* .matches */ .cK)(reference, room));
    // The portal's filter compares by its own rules, so what it does not find is looked for among all rooms.
    const filtered = exact(await portal.rooms({ area: 'active', title }));
    const active = filtered.length > 0 ? filtered : await portal.rooms({ area: 'active' });
    const [room, ...others] = exact(active);
    if (room === undefined)
        throw new _links_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR([(0,_links_near_titles_js__WEBPACK_IMPORTED_MODULE_1__/* .titleProblem */ .Q9)(title, [...active, ...(await archived(portal))], naming)]);
    if (others.length > 0)
        throw new _links_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR([ambiguousTitle(title, [room, ...others], naming)]);
    return room.id;
}
/** The rooms of the Archive, which are only asked for to give advice; none if they cannot be read. */
async function archived(portal) {
    const { value } = await (0,_links_result_js__WEBPACK_IMPORTED_MODULE_3__/* .attempt */ .C)(() => portal.rooms({ area: 'archived' }));
    return value ?? [];
}
function ambiguousTitle(title, rooms, { id }) {
    const ids = rooms
        .map((one) => one.id)
        .toSorted(_links_room_js__WEBPACK_IMPORTED_MODULE_4__/* .byRoomId */ .kc)
        .join(', ');
    return (0,_links_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .problem */ .CC)('room-ambiguous', `${rooms.length} active rooms have the title ${(0,_links_text_js__WEBPACK_IMPORTED_MODULE_5__/* .quoted */ .TL)(title)}: ${ids}.`, `Use one of these ids in \`${id}\`, or rename one room.`);
}
/**
 * Reads a room and its links, both at once. The links are to be believed only if the key may see them: see
 * `maySeeLinks`, and `roomProblem` for writes. Where the room says that it has an external link, a list without any is
 * looked at again (`links-not-listed` if it stays so); an empty list also where it is doubtful. `onRead` is called with what
 * was read first, which is known even if the list cannot be believed.
 */
async function readRoom(portal, id, isDoubtful = () => false, onRead = () => undefined) {
    const state = await readBoth(portal, id);
    onRead(state);
    const isEmpty = state.links.length === 0 && state.room.canEditAccess;
    return isContradictory(state) || (isEmpty && isDoubtful(state)) ? lookAgain(portal, state) : state;
}
/**
 * ... where an empty list is the answer, because no write follows that would fail without rights. It is doubtful where
 * the room does not say whether it has links, as before 3.7.
 */
function readListing(portal, id, onRead = () => undefined) {
    return readRoom(portal, id, saysNothing, onRead);
}
/** ... where a link was there a moment ago, so that an empty list is doubtful in any case. */
function readExpecting(portal, id) {
    return readRoom(portal, id, () => true);
}
async function readBoth(portal, id) {
    const [room, listing] = await Promise.allSettled([portal.room(id), portal.links(id)]);
    if (room.status === 'rejected')
        throw clearer(room.reason, listing);
    if (listing.status === 'rejected')
        throw listing.reason;
    return { room: room.value, ...listing.value };
}
/** A rejected key shows plainly only at the links: the room itself answers 403 to it (portal.md §10.22). */
function clearer(reason, listing) {
    const other = listing.status === 'rejected' ? listing.reason : null;
    return other instanceof _links_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR && other.problems.some(({ code }) => code === 'key-rejected') ? other : reason;
}
/** A room manager's role, which the room itself tells (portal.md §7). */
const roomManager = 9;
/**
 * Whether the portal shows a room's links to a user: to its owner and its Room managers. To all others the list is
 * empty, so an empty list says something only where this is true (portal.md §0.7). In the archive no flag says so.
 */
async function maySeeLinks(room, userId) {
    if (room.canEditAccess || room.area === 'template')
        return true;
    if (room.area !== 'archived')
        return false;
    return room.access === roomManager || (room.ownerId !== null && (await userId()) === room.ownerId);
}


/***/ }),

/***/ 5041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ reconcile)
});

// EXTERNAL MODULE: ../lib/src/links/desired.js
var desired = __webpack_require__(5260);
// EXTERNAL MODULE: ../lib/src/links/plan-room.js
var plan_room = __webpack_require__(2819);
// EXTERNAL MODULE: ../lib/src/links/problem.js
var problem = __webpack_require__(8797);
// EXTERNAL MODULE: ../lib/src/links/room.js
var links_room = __webpack_require__(9043);
// EXTERNAL MODULE: ../lib/src/reconcile/read-room.js
var read_room = __webpack_require__(1707);
// EXTERNAL MODULE: ../lib/src/docspace/refusal.js
var refusal = __webpack_require__(9749);
// EXTERNAL MODULE: ../lib/src/links/plan-link.js
var plan_link = __webpack_require__(8500);
// EXTERNAL MODULE: ../lib/src/reconcile/explain.js
var explain = __webpack_require__(244);
// EXTERNAL MODULE: ../lib/src/links/access.js
var links_access = __webpack_require__(6202);
// EXTERNAL MODULE: ../lib/src/links/half-made.js
var half_made = __webpack_require__(9419);
// EXTERNAL MODULE: ../lib/src/links/link.js
var links_link = __webpack_require__(6788);
// EXTERNAL MODULE: ../lib/src/links/settings.js
var settings = __webpack_require__(4433);
// EXTERNAL MODULE: ../lib/src/links/time.js
var time = __webpack_require__(517);
;// CONCATENATED MODULE: ../lib/src/links/verify.js




/**
 * Compares what the portal lists after a write with what it asked for: every setting, and that what had to go
 * is gone. Nothing is left out, since the portal answers 200 without doing what was asked (portal.md §0.9).
 */
function verify(plan, id, links) {
    const link = links.find((one) => one.id === id);
    if (link === undefined) {
        return [
            {
                name: 'link',
                asked: id,
                got: null,
                reason: 'the portal does not list it: it was not stored, or somebody revoked it',
            },
        ];
    }
    const { target, type } = plan;
    const kind = (0,links_link/* kindOf */.I)(plan);
    // A write to the id of a primary link that is gone makes an additional one (portal.md §3).
    if ((0,links_link/* kindOf */.I)(link) !== kind) {
        const reason = 'the link was gone, and the portal made another one with its id';
        return [{ name: 'kind', asked: kind, got: (0,links_link/* kindOf */.I)(link), reason }];
    }
    const same = plan.portalSetsExpiration
        ? nearly(link.expiration, target.expiration)
        : (0,links_link/* sameInstant */.eM)(link, target.expiration);
    const differences = (0,settings/* changes */.Ao)(type, { ...target, expiration: null }, { ...link, expiration: null }).map(({ name, from, to }) => ({ name, asked: from, got: to, reason: (0,settings/* whyNotApplied */.dB)(name) }));
    if (!same) {
        const value = (date) => (date === null ? 'never' : (0,time/* exactInstant */.R_)(date));
        differences.push({
            name: 'expiration',
            asked: value(target.expiration),
            got: value(link.expiration),
            reason: (0,settings/* whyNotApplied */.dB)('expiration'),
        });
    }
    const gone = plan.steps.flatMap((step) => (step.do === 'revoke' ? [step.link.id] : []));
    for (const still of links.filter((one) => gone.includes(one.id))) {
        differences.push({ name: 'old link', asked: 'revoked', got: still.id, reason: 'the portal ignored the revoke' });
    }
    return differences;
}
function nearly(one, other) {
    return one !== null && other !== null && Math.abs(one.getTime() - other.getTime()) <= desired/* portalsDateTolerance */.nc;
}
/** Compares what an anonymous visitor met with what the link promises; null also if that could not be asked. */
function verifyOpens(link, opens) {
    const asked = (0,links_link/* expectedOpens */["if"])(link);
    if (opens === 'unknown' || opens === asked)
        return null;
    const reason = opens !== 'nothing'
        ? 'the portal protects the link otherwise than it says'
        : link.type === 'invitation'
            ? 'the user who made this invitation link is disabled or was removed, which the list does not show'
            : 'the portal blocks external links in rooms (Settings → Security)';
    return { name: 'opens', asked, got: opens, reason };
}

// EXTERNAL MODULE: ../lib/src/links/text.js
var links_text = __webpack_require__(9619);
// EXTERNAL MODULE: ../lib/src/links/result.js
var result = __webpack_require__(4061);
;// CONCATENATED MODULE: ../lib/src/reconcile/write.js







/** Whether two states of a link hold the same settings, kind and life. */
function isSame(one, other) {
    return (0,links_link/* kindOf */.I)(one) === (0,links_link/* kindOf */.I)(other) && one.expired === other.expired && (0,settings/* changes */.Ao)(one.type, one, other).length === 0;
}
/**
 * Writes the target of a plan to a link; `current` is that link as it was listed last, null for one that is to be made.
 * Before each repetition it is listed again, since a write replaces everything: as before, it is written again; as such a
 * write leaves it, the first attempt was carried out; gone or changed, it is `changed`. A link to be made that is not
 * listed is written again only where the portal has refused to look at the request (429): otherwise it may have been made
 * and revoked since, and must not come back.
 */
async function putLink(portal, plan, id, current) {
    return repeated(async ({ again, end }) => {
        const link = await portal.putLink(plan.room.id, { id, type: plan.type }, plan.target, async ({ status }) => {
            again(status);
            const { links } = await portal.links(plan.room.id);
            const now = links.find((one) => one.id === id);
            if (now === undefined ? current === null && status === limited : current !== null && isSame(current, now))
                return;
            if (now !== undefined && isCarriedOut(plan, now))
                return end({ as: 'done', link: now });
            const isUnmade = now === undefined && current === null;
            end(isUnmade ? { as: 'changed', unmade: { status } } : { as: 'changed' });
        });
        return { as: 'done', link };
    });
}
/**
 * Whether a link that is not as before its write is as the portal makes it of that write: as asked; without an end, where
 * the date has passed on the way (portal.md §0.4); as an additional link, where the primary one was gone (portal.md §3).
 */
function isCarriedOut(plan, now) {
    const differences = verify({ ...plan, primary: plan.primary && now.primary, steps: [] }, now.id, [now]);
    return differences.every(({ name }) => name === 'expiration' && now.expiration === null);
}
/** The limiter's status: the request was not carried out. */
const limited = 429;
/**
 * Revokes a link that was listed a moment ago. Whether it is gone, the caller reads back. Before each repetition it is
 * listed again: gone, it is done. `matches` says whether the link as it is now is to go; null: in any case. `not-applied`
 * where the portal ignores the revoke.
 */
async function revokeLink(portal, roomId, link, matches = null) {
    return repeated(async ({ again, end }) => {
        try {
            const answer = await portal.revokeLink(roomId, link, async ({ status }) => {
                again(status);
                const { links } = await portal.links(roomId);
                const now = links.find(({ id }) => id === link.id);
                if (now === undefined && (links.length > 0 || (await portal.room(roomId)).canEditAccess)) {
                    return end({ as: 'done', link: null });
                }
                return now !== undefined && matches !== null && !(await matches(now)) ? end({ as: 'kept' }) : undefined;
            });
            if (answer?.id !== link.id)
                return { as: 'done', link: answer };
        }
        catch (error) {
            // To revoke an id that is not there (any more) is refused like a creation without a free place (portal.md §0.10).
            if (!(error instanceof refusal/* Refusal */.P_))
                throw error;
            const { links } = await portal.links(roomId);
            if (links.some((one) => one.id === link.id))
                throw error;
            // Without rights the portal refuses, too, and lists nothing.
            if (links.length === 0 && !(await portal.room(roomId)).canEditAccess)
                throw error;
            // An error inside the portal is no refusal: it has carried the revoke out before.
            return error.status >= 500 ? { as: 'done', link: null } : { as: 'gone' };
        }
        throw (0,problem/* failure */.V2)('not-applied', `The portal answered the revoke of link ${link.id} ${(0,links_text/* quoted */.TL)(link.title)} without revoking it.`);
    });
}
/**
 * Sends a write, which may end its own repetitions with what they found. Gives a `Failure` instead of throwing it; once
 * an attempt may have been carried out, the outcome of any failure is not known.
 */
async function repeated(send) {
    const ends = [];
    const earlier = { mayBeDone: false };
    try {
        return await send({
            again: (status) => {
                earlier.mayBeDone ||= status !== limited;
            },
            end: (found) => {
                ends.push(found);
                throw (0,problem/* failure */.V2)('conflict', 'What was written is not as it was before.');
            },
        });
    }
    catch (error) {
        if (!(error instanceof problem/* Failure */.HR))
            throw error;
        return (ends[0] ?? {
            as: 'failed',
            failed: error,
            isLost: (0,explain/* isOutcomeUnknown */.B1)(error) || (earlier.mayBeDone && !(error instanceof refusal/* Refusal */.P_)),
        });
    }
}

;// CONCATENATED MODULE: ../lib/src/reconcile/removals.js









/**
 * How long to wait before something is looked for once more: longer than another run needs from one write to the next, and
 * than the portal needs to write an invitation back that somebody redeems while it is written (portal.md §10.17).
 * Milliseconds.
 */
const betweenLooks = 2000;
/**
 * Revokes links that were listed a moment ago, one after the other, and proves it: the room lists them no more, and the
 * former URLs, tried as an anonymous visitor would, open nothing. One that cannot be revoked does not stop the others.
 * Where `matches` is given, every link but the first is looked at once more before it goes. An invitation is looked for
 * once more after a while, and revoked again if it is back. Throws only what is no `Failure`.
 */
async function removeLinks(deps, state, toRevoke, matches) {
    const sent = [];
    for (const [index, one] of toRevoke.entries())
        sent.push({ one, how: await send(deps, state, one, index, matches) });
    const as = (...names) => sent.filter(({ how }) => names.includes(how.as)).map(({ one }) => one);
    const away = as('done', 'gone');
    const failures = sent.flatMap(({ one, how }) => (how.as === 'failed' ? [{ one, ...how }] : []));
    const isDoubtful = away.length > 0 || failures.some(({ isLost }) => isLost);
    const looked = isDoubtful ? await (0,result/* attempt */.C)(() => lookTwice(deps, state, linksOf(away))) : null;
    const seen = looked?.value ?? null;
    // What is still listed is not revoked, though the answer was lost.
    const lost = failures.filter(({ one, isLost }) => isLost && seen?.links.some(({ id }) => id === one.link.id) !== true);
    const problems = [];
    for (const failed of failures)
        problems.push(...(await explained(deps, state, failed, lost.includes(failed))));
    const kept = as('kept');
    if (seen === null) {
        const unread = away.length > 0 ? (looked?.failed?.problems ?? []) : [];
        const unproved = [...away, ...lost.map(({ one }) => one)];
        return { links: null, revoked: [], gone: [], kept, unproved, problems: [...problems, ...unread] };
    }
    const alive = away.filter(({ link }) => isAlive(link, seen));
    const proved = (one) => !alive.includes(one);
    return {
        links: seen.links,
        revoked: as('done').filter(proved),
        gone: as('gone').filter(proved),
        kept,
        unproved: lost.map(({ one }) => one),
        problems: [...problems, ...alive.map(({ link }) => aliveProblem(state, link, seen))],
    };
}
function linksOf(toRevoke) {
    return toRevoke.map(({ link }) => link);
}
async function send({ portal }, { room }, { link }, index, matches) {
    const looked = await (0,result/* attempt */.C)(async () => {
        if (matches === null || index === 0)
            return revokeLink(portal, room.id, link, matches);
        // What goes may be changed while the others go.
        const { links } = await portal.links(room.id);
        const now = links.find(({ id }) => id === link.id);
        return now !== undefined && !(await matches(now)) ? { as: 'kept' } : revokeLink(portal, room.id, link, matches);
    });
    return looked.value ?? { as: 'failed', failed: looked.failed, isLost: (0,explain/* isOutcomeUnknown */.B1)(looked.failed) };
}
/** Looks whether the links are gone; later again for invitations; and where one is back, revokes once more. */
async function lookTwice(deps, state, sent) {
    const first = await look(deps, state, sent);
    const alive = sent.filter((link) => isAlive(link, first));
    const invitation = sent.some(({ type }) => type === 'invitation');
    if (alive.length === 0 && !invitation)
        return reported(deps, sent, first);
    await deps.wait(betweenLooks);
    const second = await look(deps, state, sent);
    const back = sent.filter((link) => isAlive(link, second));
    if (back.length === 0)
        return reported(deps, sent, second);
    for (const link of back) {
        deps.report({ event: 'redeemed-again', do: 'revoke', link, links: state.links });
        const how = await revokeLink(deps.portal, state.room.id, link);
        if (how.as === 'failed')
            throw how.failed;
    }
    await deps.wait(betweenLooks);
    return reported(deps, sent, await look(deps, state, sent));
}
async function look({ portal }, state, sent) {
    const others = state.links.some(({ id }) => sent.every((link) => link.id !== id));
    const [read, ...opens] = await Promise.all([
        (0,read_room/* readLinksBack */.$l)(portal, state, others),
        ...sent.map(async (link) => [link.id, await portal.open(link)]),
    ]);
    // What could not be tried is proved by the list alone.
    const isProof = opens.some(([, met]) => met === 'unknown') && !others;
    const { links } = isProof ? await (0,read_room/* readLinksBack */.$l)(portal, state, true) : read;
    return { links, opens: new Map(opens) };
}
/** Reports what could not be tried. */
function reported({ report }, sent, seen) {
    for (const { id } of sent.filter((link) => seen.opens.get(link.id) === 'unknown')) {
        report({ event: 'not-tried', id, former: true });
    }
    return seen;
}
function isAlive(link, { links, opens }) {
    const met = opens.get(link.id);
    return links.some(({ id }) => id === link.id) || (met !== 'nothing' && met !== 'unknown');
}
function aliveProblem(state, link, { links, opens }) {
    const listed = links.some(({ id }) => id === link.id);
    const what = listed ? 'the room still lists it' : `its URL still ${links_link/* opensWords */.vA[opens.get(link.id) ?? 'unknown']}`;
    return (0,problem/* problem */.CC)('not-applied', `Link ${link.id} ${(0,links_text/* quoted */.TL)(link.title)} of ${(0,links_room/* roomName */.TX)(state.room)} is not revoked: ${what}.`, 'Somebody may have joined by it, or changed it, in that instant. Run the step again; if it stays so, revoke it in DocSpace.');
}
/** Why a link is still there, or why that is not known (`isLost`): one of several, so each problem names it. */
async function explained({ portal }, state, { one: { link }, failed }, isLost) {
    const name = `link ${link.id} ${(0,links_text/* quoted */.TL)(link.title)} of ${(0,links_room/* roomName */.TX)(state.room)}`;
    const denial = failed instanceof refusal/* Refusal */.P_ ? await (0,explain/* explainDenial */.LI)(failed, name, (0,explain/* isOpen */.nT)(link), portal) : null;
    const what = isLost ? `It is not known whether ${name} is revoked` : `L${name.slice(1)} is not revoked`;
    return (denial ?? failed).problems.map((one) => one.message.includes(link.id) ? one : { ...one, message: `${what}: ${one.message}` });
}

// EXTERNAL MODULE: ../lib/src/links/change.js
var change = __webpack_require__(8684);
// EXTERNAL MODULE: ../lib/src/links/history.js
var links_history = __webpack_require__(9558);
// EXTERNAL MODULE: ../lib/src/links/identity.js
var links_identity = __webpack_require__(310);
;// CONCATENATED MODULE: ../lib/src/reconcile/work.js




/** The work before its first step. */
function startWork(plan) {
    const { first } = (0,links_history/* newHistory */.l)(plan.state);
    return {
        plan,
        state: plan.state,
        expected: plan.state,
        entry: null,
        executed: new Map(),
        history: { first, written: new Map(), revoked: new Set(), begun: new Map() },
        answers: new Map(),
        removed: [],
        gone: [],
        kept: [],
        unproved: [],
        lost: null,
        duplicates: new Map(),
        opens: new Map(),
        fixedNow: new Set(),
        unmade: new Map(),
        contested: new Set(),
    };
}
/** Whether a plan writes a link, and does not only take others away. */
function puts({ steps }) {
    return steps.some((step) => step.do !== 'revoke');
}
/** Takes the plan down that writes this id first, before the write: one that seems to fail may have been carried out. */
function remember({ history }, id, { plan }) {
    if (puts(plan) && !history.written.has(id))
        history.written.set(id, plan);
}
/** Takes down what was planned first for an entry: no later plan is to be wider. */
function begin({ history }, { plan, entry }) {
    if (puts(plan) && !history.begun.has(entry))
        history.begun.set(entry, plan);
}
/** Whether the plan makes a link that was not there before, and can be taken away again. */
function makesLink(plan) {
    return plan.action !== 'update' && plan.action !== 'none' && !(0,desired/* isPermanent */.lE)(plan);
}
/** What was written for an entry. */
function writtenOf({ executed, answers }, one) {
    const id = executed.get(one)?.id ?? one.plan.id ?? '';
    return { id, link: executed.get(one)?.link ?? answers.get(id) ?? null };
}
/** The first plan that wrote the link of an entry; without one its plan. */
function firstPlanOf(work, one) {
    return work.history.written.get(writtenOf(work, one).id) ?? one.plan;
}
/** The entries whose links this run has written, or whose key it has cleared. */
function touchedOf({ plan, executed, history }) {
    return plan.toKeep.filter((one) => executed.has(one) || (one.plan.steps.length === 0 && history.written.has(one.plan.id ?? '')));
}
/**
 * The live links that stand in the place of an entry's link, made by other runs: of the same key, or, where both replaced
 * a link that is named by its id, with the same beginning. A link that this run replaces is none.
 */
function rivalsOf(work, one, identity) {
    const { plan } = one;
    const { id } = writtenOf(work, one);
    if (plan.primary)
        return [];
    const place = { roomId: plan.room.id, type: plan.type };
    const prefix = plan.key === null ? (0,links_identity/* prefixOf */.MT)(id) : (0,links_identity/* idPrefix */.m0)(identity, { ...place, key: plan.key });
    const ours = plan.steps.flatMap((step) => (step.do === 'revoke' ? [step.link.id] : []));
    const { written, revoked, first } = work.history;
    // Of a link that is named by its id and only changed, only what has come since is known to be in its place.
    const others = plan.key === null && !makesLink(plan) ? first.links.map((link) => link.id) : [];
    return work.state.links.filter((link) => link.id.startsWith(prefix) &&
        link.id !== id &&
        !link.expired &&
        !ours.includes(link.id) &&
        !others.includes(link.id) &&
        !written.has(link.id) &&
        !revoked.has(link.id));
}
/** The changes of an entry, as they are told once they are done. */
function changesDone(work, one) {
    const { id } = writtenOf(work, one);
    return (0,change/* changesOf */.fs)({ ...firstPlanOf(work, one), id, duplicates: work.duplicates.get(one.entry) ?? [] });
}

;// CONCATENATED MODULE: ../lib/src/reconcile/put.js










/** A link that is written must end at least so long from now, or it would never end (portal.md §0.4); milliseconds. */
const leastLife = 1000;
/** How often a link is tried to be made. */
const mostUnmade = 5;
/** Writes the target of a plan to a link, `current` as it was listed last; null for one that is to be made. */
async function put(deps, work, one, id, current) {
    const { plan } = one;
    const sent = await putLink(deps.portal, plan, id, current);
    // The portal takes a write to the id of a primary link that is gone for an additional link.
    if (sent.as === 'done' && sent.link !== null && (0,links_link/* kindOf */.I)(sent.link) !== (0,links_link/* kindOf */.I)(plan)) {
        await takeStrayBack(deps, work, plan, sent.link);
        return { as: 'changed' };
    }
    if (sent.as === 'changed' && sent.unmade !== undefined)
        return unmadeFailure(work, one, sent.unmade.status) ?? sent;
    return sent.as === 'done' && sent.link !== null ? withEnd(deps, work, one, sent.link) : sent;
}
/** Null as long as there are attempts, each with another id. */
function unmadeFailure(work, { plan: { room }, entry }, status) {
    const count = (work.unmade.get(entry) ?? 0) + 1;
    work.unmade.set(entry, count);
    if (count < mostUnmade)
        return null;
    const what = status === null ? 'got no whole answer' : `was answered ${status}`;
    const failed = (0,problem/* failure */.V2)(status === null ? 'unreachable' : 'portal-unavailable', `The write of a new link of ${(0,links_room/* roomName */.TX)(room)} ${what}. That was attempt ${count} of ${mostUnmade}.`);
    return { as: 'failed', failed, isLost: true };
}
/** Takes away what a write has made that came to the id of a primary link which was gone. Throws if it stays. */
async function takeStrayBack(deps, work, plan, link) {
    if ((await takeBack(deps, plan, link)) !== 'gone') {
        const still = `The link that this step made, ${link.id}, could not be revoked again: revoke it in DocSpace.`;
        throw (0,explain/* explainDifferences */.S8)(verify({ ...plan, steps: [] }, link.id, [link]), plan, still);
    }
    work.history.written.delete(link.id);
    work.history.revoked.add(link.id);
    deps.report({ event: 'taken-back', link, links: work.state.links });
}
/**
 * A link that has come out without the end that was asked, or kept: its date passed on the way, and the portal takes such
 * a date for none (portal.md §0.4). It is given one while that is still ahead; otherwise it goes, whoever made it.
 */
async function withEnd(deps, work, one, link) {
    const { plan } = one;
    const { expiration } = plan.target;
    if (link.expiration !== null || expiration === null || link.type !== plan.type || link.primary !== plan.primary) {
        return { as: 'done', link };
    }
    const isAhead = expiration.getTime() >= deps.now().getTime() + leastLife;
    if (isAhead && !work.fixedNow.has(link.id)) {
        work.fixedNow.add(link.id);
        const sent = await putLink(deps.portal, plan, link.id, link);
        return sent.as === 'done' && sent.link !== null ? withEnd(deps, work, one, sent.link) : sent;
    }
    const differences = verify({ ...plan, steps: [] }, link.id, [link]);
    const what = await takeBack(deps, plan, link);
    const isMade = makesLink(plan);
    if (what === 'gone') {
        work.history.revoked.add(link.id);
        deps.report({ event: 'taken-back', link, links: work.state.links });
    }
    const name = `link ${link.id} ${(0,links_text/* quoted */.TL)(link.title)} of room ${plan.room.id} ${(0,links_text/* quoted */.TL)(plan.room.title)}`;
    const after = {
        gone: isMade
            ? 'The link that this step made is revoked again.'
            : `So that it does not live for ever, the ${name} is revoked.`,
        stays: `The ${name} now lives for ever, and could not be revoked: revoke it in DocSpace.`,
        changed: `Others have changed the ${name} since, so it stays: look at its end in DocSpace.`,
    }[what];
    const { problems } = (0,explain/* explainDifferences */.S8)(differences, plan, after);
    // A portal that gives no end though the date is ahead does not do what it is asked.
    throw isAhead
        ? new problem/* Failure */.HR(problems)
        : new problem/* Failure */.HR(problems.map(({ message }) => (0,problem/* problem */.CC)('expired-on-the-way', message)));
}
/**
 * Revokes a link that this run has written, if it still is as the answer to that showed it. `stays`: the portal does not
 * take it away; `changed`: others have changed it, so that it is theirs.
 */
async function takeBack(deps, plan, answer) {
    let listed;
    try {
        listed = await findAnswered(deps, plan, answer.id);
    }
    catch (error) {
        if (error instanceof problem/* Failure */.HR)
            return 'stays';
        throw error;
    }
    if (listed === undefined)
        return 'gone';
    if (!isSame(answer, listed))
        return 'changed';
    if ((0,desired/* isPermanent */.lE)({ ...plan, primary: listed.primary }))
        return 'stays';
    const { as } = await revokeLink(deps.portal, plan.room.id, listed);
    return as === 'done' || as === 'gone' ? 'gone' : 'stays';
}
/** A link that the portal has answered a write with, as it is listed; a list that lacks it may be late, and is read again. */
async function findAnswered({ portal, wait }, { room }, id) {
    const look = async () => {
        const { links } = await portal.links(room.id);
        return links.find((link) => link.id === id);
    };
    const listed = await look();
    if (listed !== undefined)
        return listed;
    await wait(betweenLooks);
    return look();
}

;// CONCATENATED MODULE: ../lib/src/reconcile/make-primary.js







/**
 * Until the second request is done, the link is as the portal makes it: perhaps open to anyone. A link that is already as
 * it should be is not written again; one that others have changed or taken away meanwhile is planned again.
 */
async function makePrimary(deps, work, one) {
    const { portal } = deps;
    const { plan } = one;
    const made = await portal.makePrimary(plan.room.id);
    if (verify({ ...plan, steps: [] }, made.id, [made]).length === 0)
        return { as: 'done', link: made };
    // Another run has made it, or given it its settings, since the room was listed.
    if (!(0,half_made/* isAsMadeBeside */.k6)(plan.room, made, plan.target.title))
        return { as: 'changed' };
    remember(work, made.id, one);
    const listed = await findAnswered(deps, plan, made.id);
    if (listed === undefined || !isSame(made, listed)) {
        work.history.written.delete(made.id);
        return { as: 'changed' };
    }
    const sent = await put(deps, work, one, made.id, made);
    if (sent.as !== 'failed')
        return sent;
    const left = await takeBackMade(deps, plan, made);
    if (left === null)
        return sent;
    throw new problem/* Failure */.HR([...sent.failed.problems, left], { cause: sent.failed });
}
/** Takes a primary link away that could not be given its settings; the problem if it stays, or is another one now. */
async function takeBackMade(deps, plan, made) {
    const name = `The room's primary link ${made.id}`;
    switch (await takeBack(deps, plan, made)) {
        case 'gone':
            return null;
        case 'stays':
            return asMadeProblem(plan, made, `${name} could not be given its settings. It stays as the portal made it`);
        case 'changed':
            return (0,problem/* problem */.CC)('conflict', `${name}, which this step made, could not be given its settings. Others have changed it since, so it stays.`);
    }
}
/** A primary link as the portal has made it stays. */
function asMadeProblem({ current }, { access, internal }, what) {
    const who = internal ? 'every DocSpace user' : 'anyone';
    const password = (current?.password ?? null) === null ? '' : ' It has no password now.';
    return (0,problem/* problem */.CC)('not-applied', `${what}: ${(0,links_access/* accessLabel */.Hm)(access)} for ${who} with the link.${password}`, 'The next run keeps what its inputs do not give. Give role, password, expiration and who may use it, or change or revoke the link in DocSpace.');
}
/** What an attempt to make a primary link whose answer was lost has left behind, as far as the room shows; null: nothing. */
function leftBehind({ lost, state, history }) {
    const made = state.links.find(({ primary }) => primary);
    if (lost === null || !lost.plan.primary || lost.plan.id !== null || made === undefined)
        return null;
    const { current, target } = lost.plan;
    const isAsked = current === null || history.revoked.has(current.id);
    if (!isAsked || history.written.has(made.id) || !(0,half_made/* isAsMadeBeside */.k6)(state.room, made, target.title))
        return null;
    return asMadeProblem(lost.plan, made, `An attempt of this step whose answer was lost may have made the room's primary link ${made.id}. It is as the portal makes one`);
}

;// CONCATENATED MODULE: ../lib/src/reconcile/outcome.js



/** Whether both lists hold the same links, with the same settings. */
function sameLinks(some, others) {
    return (some.length === others.length &&
        some.every((one) => {
            const other = others.find(({ id }) => id === one.id);
            return other !== undefined && isSame(one, other);
        }));
}
/** Whether the links of a plan whose write may have been lost are as they were before it: then it was not carried out. */
function isAsBefore({ state, expected }, { id, current, duplicates, primary }) {
    const ids = [id, current?.id, ...duplicates.map((duplicate) => duplicate.id)];
    const its = ({ links }) => links.filter((link) => ids.includes(link.id) || (primary && link.primary));
    return sameLinks(its(state), its(expected));
}
/** What has become of an entry; `isRead`: the room was read after the last write. */
function placedOf(work, one, isRead, isProved) {
    const { id } = writtenOf(work, one);
    const isTouched = touchedOf(work).includes(one);
    const { plan } = one;
    return {
        one,
        isDone: isTouched ? isProved : plan.steps.length === 0,
        isFound: work.lost === one && isRead && verify(plan, id, work.state.links).length === 0,
        id,
        reported: firstPlanOf(work, one),
        isWritten: isTouched,
        duplicates: work.duplicates.get(one.entry) ?? [],
        opens: isTouched ? (work.opens.get(id) ?? 'unknown') : '',
        changes: changesDone(work, one),
    };
}

;// CONCATENATED MODULE: ../lib/src/reconcile/carry-out.js












/**
 * Carries out the steps of one entry, one after the other. A word where the room is to be planned anew. Throws a
 * `Failure` with what must be given again, where the old link has gone and the new one has not come.
 */
async function carryOut(outer, work, one, mayBeTransient) {
    const { plan } = one;
    const deps = { ...outer, portal: notingLists(outer.portal, work) };
    if (!isAsPlanned(work, plan) || !(await isStillHalfMade(deps, work, plan)))
        return 'changed';
    try {
        if (makesLink(plan))
            deps.report({ event: 'making', plan, id: plan.id });
        begin(work, one);
        if (plan.id !== null)
            remember(work, plan.id, one);
        const written = await steps(deps, work, one);
        if (typeof written === 'object') {
            remember(work, written.id, one);
            if (written.link !== null)
                work.answers.set(written.id, written.link);
            if (makesLink(plan) && plan.id === null)
                deps.report({ event: 'making', plan, id: written.id });
            work.expected = (0,plan_room/* stateAfter */.W_)(work.expected, plan, written.id);
        }
        return written;
    }
    catch (error) {
        if (!(error instanceof problem/* Failure */.HR))
            throw error;
        if (error instanceof refusal/* Refusal */.P_)
            return await behindRefusal(deps, work, { refusal: error, one }, mayBeTransient);
        if ((0,explain/* isOutcomeUnknown */.B1)(error)) {
            deps.report({ event: 'lost' });
            work.lost = one;
        }
        throw withLost(error, work, one);
    }
}
/** The portal, whose lists are taken down: what a repetition sees is known to the writes that follow. */
function notingLists(portal, work) {
    return {
        ...portal,
        links: async (roomId) => {
            const listing = await portal.links(roomId);
            work.state = { ...work.state, ...listing };
            return listing;
        },
    };
}
/** Whether the link that a plan is about is in the last list as it was when this was planned. */
function isAsPlanned({ state }, { current }) {
    return current === null || state.links.some((link) => link.id === current.id && isSame(current, link));
}
/** Whether a primary link that may be in the making is as it was a moment ago; true of every other link. */
async function isStillHalfMade(deps, work, plan) {
    if (plan.halfMade.length === 0)
        return true;
    await deps.wait(betweenLooks);
    await deps.portal.links(work.state.room.id);
    return isAsPlanned(work, plan);
}
async function steps(deps, work, one) {
    const { plan } = one;
    let written = { id: plan.id ?? '', link: null };
    if (plan.oldGoesFirst && plan.atRisk.length > 0)
        deps.report({ event: 'old-goes-first', plan });
    for (const step of plan.steps) {
        const sent = await (step.do === 'revoke'
            ? revokeLink(deps.portal, plan.room.id, step.link, goesAsPlanned(plan, step.link))
            : step.do === 'put'
                ? put(deps, work, one, step.id, plan.current?.id === step.id ? plan.current : null)
                : makePrimary(deps, work, one));
        if (sent.as === 'failed')
            throw sent.isLost ? lostFailure(sent.failed) : sent.failed;
        if (sent.as === 'changed' || sent.as === 'kept')
            return 'unmade' in sent ? 'unmade' : 'changed';
        deps.report({ event: 'written', plan });
        if (step.do === 'revoke') {
            work.history.revoked.add(step.link.id);
            work.expected = (0,plan_room/* without */.FF)(work.expected, [step.link]);
            deps.report({ event: 'revoked', link: step.link, plan, links: work.state.links });
        }
        else if (sent.as === 'done') {
            written = { id: sent.link?.id ?? written.id, link: sent.link };
        }
    }
    return written;
}
/** An old link that goes first goes as it was planned, since the new one gets its settings; any other one in any case. */
function goesAsPlanned({ current, oldGoesFirst }, link) {
    return oldGoesFirst && link === current ? (now) => isSame(link, now) : null;
}
/** A failure after which it is not known what was carried out, whatever its own code is. */
function lostFailure(failed) {
    if ((0,explain/* isOutcomeUnknown */.B1)(failed))
        return failed;
    const lost = (0,problem/* problem */.CC)('portal-unavailable', 'Whether the last write was carried out is not known.');
    return new problem/* Failure */.HR([...failed.problems, lost], { cause: failed });
}
/** What stands behind a refusal: `changed` if it may be that the room is another one now. Throws why, if it is not. */
async function behindRefusal(deps, work, { refusal, one }, mayBeTransient) {
    const fresh = await (0,read_room/* readRoom */.Qo)(deps.portal, work.state.room.id);
    work.state = fresh;
    deps.report({ event: 'read', state: fresh });
    // Of several links one may have found a place taken for a moment, by a link that another run has given up since: that
    // leaves no trace.
    const isTransient = mayBeTransient && refusal.exceptionType?.endsWith('InvalidOperationException') === true;
    if (isTransient || changedMeanwhile(work.expected, fresh))
        return 'changed';
    throw withLost(await (0,explain/* explainRefusal */.GC)(refusal, one.plan, deps.portal), work, one);
}
/** Whether others have changed what the plan was made from: the room's links, its rights or its place. */
function changedMeanwhile({ room, links }, after) {
    const isSameRoom = room.area === after.room.area && room.canEditAccess === after.room.canEditAccess;
    return !isSameRoom || !sameLinks(links, after.links);
}
/** The failure, and what must be given again because the old link has gone and the new one has not come. */
function withLost(failed, { history }, { plan: last, entry }) {
    const plan = history.begun.get(entry) ?? last;
    const { current, atRisk } = plan;
    if (current === null || atRisk.length === 0 || !history.revoked.has(current.id))
        return failed;
    const [first, ...others] = failed.problems;
    if (first === undefined)
        return failed;
    const words = `The old link is revoked, and the new one may not be there. ${giveAgain(plan)}`;
    return new problem/* Failure */.HR([{ ...first, message: `${first.message} ${words}` }, ...others], { cause: failed });
}
/** `Give again: access: editor, password.`: what a run that dies before the new link comes has lost. */
function giveAgain(plan) {
    const names = (0,plan_link/* atRiskAsInputs */.u)(plan).map((one) => `\`${one}\``);
    return `What only it had must be given again: ${names.join(', ')}.`;
}

;// CONCATENATED MODULE: ../lib/src/reconcile/settle.js








/**
 * Reads back what was written, and tries it; looks again where the list contradicts what the portal has confirmed, where
 * an invitation was revoked or narrowed, and where another run has made the same link. Says why the room is to be planned
 * again; null if not: then `prove` tells whether all is as asked.
 */
async function settle(deps, work, withoutProbe) {
    if (touchedOf(work).length === 0)
        return null;
    await settle_look(deps, work, withoutProbe);
    if (await hasYielded(deps, work, 'larger'))
        return 'rivals';
    if (isDoubtful(deps, work)) {
        await lookLater(deps, work, withoutProbe);
        if (await writeOnceMore(deps, work))
            await lookLater(deps, work, withoutProbe);
        else if (missing(work).length > 0)
            await lookLater(deps, work, withoutProbe);
    }
    takeAsListed(work);
    if (await hasYielded(deps, work, 'any'))
        return 'rivals';
    for (const one of touchedOf(work))
        if (isTheirs(deps, work, one))
            return 'changed';
    return null;
}
async function lookLater(deps, work, withoutProbe) {
    await deps.wait(betweenLooks);
    await settle_look(deps, work, withoutProbe);
}
/** Reads the room's links again, and tries those that this run has written: at the same time, where the answer showed them. */
async function settle_look({ portal, report }, work, withoutProbe) {
    const written = withoutProbe ? [] : touchedOf(work).map((one) => writtenOf(work, one));
    const answered = written.flatMap(({ link }) => link ?? []);
    const probed = async (link) => void work.opens.set(link.id, await portal.open(link));
    const [read] = await Promise.all([
        (0,read_room/* readLinksBack */.$l)(portal, work.state, work.expected.links.length > 0),
        ...answered.map(probed),
    ]);
    work.state = read;
    report({ event: 'read', state: read });
    const others = written.filter(({ link }) => link === null).map(({ id }) => id);
    await Promise.all(read.links.filter(({ id }) => others.includes(id)).map(probed));
}
/** Whether anything that this run has written is to be looked at again, a little later. */
function isDoubtful({ identity }, work) {
    return (backAgain(work).length > 0 ||
        touchedOf(work).some((one) => {
            if (isOtherwise(work, one))
                return false;
            return (needsLaterLook(one.plan) ||
                rivalsOf(work, one, identity).length > 0 ||
                listedOf(work, one) === undefined ||
                differencesOf(work, one).length > 0);
        }));
}
/** Whether a plan revokes an invitation, or narrows it: whoever joins by it meanwhile makes the portal write it back. */
function needsLaterLook({ type, action, current, target, steps }) {
    if (type !== 'invitation' || current === null)
        return false;
    return (steps.some((step) => step.do === 'revoke') ||
        (action === 'update' && (0,settings/* widenings */.Dp)(type, target, { ...current, title: target.title }).length > 0));
}
/** What was written for an entry, as the room lists it. */
function listedOf(work, one) {
    const { id } = writtenOf(work, one);
    return work.state.links.find((link) => link.id === id);
}
/** How a link that is listed differs from what was asked, and what it opens from what it promises. */
function differencesOf(work, one) {
    const { id } = writtenOf(work, one);
    const listed = listedOf(work, one);
    const met = listed === undefined ? null : verifyOpens(listed, work.opens.get(id) ?? 'unknown');
    return [...verify(one.plan, id, work.state.links), ...(met === null ? [] : [met])];
}
/** Whether the portal itself has answered otherwise than it was asked. */
function isOtherwise(work, one) {
    const { id, link } = writtenOf(work, one);
    return link !== null && puts(one.plan) && verify({ ...one.plan, steps: [] }, id, [link]).length > 0;
}
/** The links that the portal has confirmed and the list lacks. */
function missing(work) {
    return touchedOf(work).filter((one) => writtenOf(work, one).link !== null && listedOf(work, one) === undefined);
}
/** The links whose revoke the portal has confirmed and that are listed again. */
function backAgain({ state, history }) {
    return state.links.filter(({ id }) => history.revoked.has(id));
}
/** Writes once more what is as before: a link that was revoked, an invitation that was narrowed. Whether anything was. */
async function writeOnceMore(deps, work) {
    const { links } = work.state;
    let isWritten = false;
    const back = backAgain(work).filter(({ id }) => !work.fixedNow.has(id));
    for (const link of back) {
        deps.report({ event: 'redeemed-again', do: 'revoke', link, links });
        work.fixedNow.add(link.id);
        const sent = await revokeLink(deps.portal, work.state.room.id, link);
        if (sent.as === 'failed')
            throw sent.failed;
        isWritten = true;
    }
    for (const one of touchedOf(work)) {
        const { plan } = one;
        const listed = listedOf(work, one);
        const isAsBefore = listed !== undefined && plan.current !== null && isSame(plan.current, listed);
        if (plan.type !== 'invitation' || plan.action !== 'update' || !isAsBefore || work.fixedNow.has(listed.id))
            continue;
        deps.report({ event: 'redeemed-again', do: 'put', link: listed, links });
        work.fixedNow.add(listed.id);
        const sent = await putLink(deps.portal, plan, listed.id, listed);
        if (sent.as === 'failed')
            throw sent.failed;
        isWritten = true;
    }
    return isWritten;
}
/** What opens is there, though the list lacks it. */
function takeAsListed(work) {
    for (const one of missing(work)) {
        const { id, link } = writtenOf(work, one);
        const met = work.opens.get(id) ?? 'unknown';
        if (link === null || met === 'unknown' || met === 'nothing')
            continue;
        work.state = { ...work.state, links: [...work.state.links, link] };
    }
}
/**
 * Whether this run has given a link up for that of another run. Of two runs that make the same link at the same time, the
 * one with the larger id yields at once (`larger`); the other one a little later, if the other link is still there: then
 * the run that made it is over, and has named it (`any`). Throws `conflict` where others have changed the link that would
 * have to go.
 */
async function hasYielded(deps, work, which) {
    let yielded = false;
    for (const one of touchedOf(work)) {
        const own = listedOf(work, one);
        const rivals = rivalsOf(work, one, deps.identity);
        if (own === undefined || rivals.length === 0)
            continue;
        const isLarger = makesLink(firstPlanOf(work, one)) && rivals.some(({ id }) => id < own.id);
        if (which === 'larger' && !isLarger)
            continue;
        work.entry = one.entry;
        const { link: answer } = writtenOf(work, one);
        if (answer !== null && !isSame(answer, own)) {
            const [rival] = rivals;
            throw (0,problem/* failure */.V2)('conflict', `${(0,links_room/* roomName */.TX)(work.state.room)} has two links of the same key, ${own.id} and ${rival?.id ?? ''}. Others have made the second, and changed the first since this step wrote it.`);
        }
        const sent = await revokeLink(deps.portal, work.state.room.id, own);
        if (sent.as === 'failed')
            throw sent.failed;
        work.history.written.delete(own.id);
        work.history.revoked.add(own.id);
        deps.report({ event: 'yielded', link: own, links: work.state.links });
        yielded = true;
    }
    return yielded;
}
/**
 * Whether a link that was as asked is another one now, or gone for another one of the same key, by somebody else: then the
 * room is planned again, once.
 */
function isTheirs({ identity }, work, one) {
    if (work.contested.has(one.entry) || isOtherwise(work, one))
        return false;
    const { id } = writtenOf(work, one);
    const listed = listedOf(work, one);
    const isReplaced = listed === undefined &&
        (rivalsOf(work, one, identity).length > 0 || (one.plan.primary && work.state.links.some(({ primary }) => primary)));
    const isChanged = listed !== undefined && verify({ ...one.plan, steps: [] }, id, work.state.links).length > 0 && puts(one.plan);
    if (isReplaced)
        work.history.written.delete(id);
    if (isChanged)
        work.contested.add(one.entry);
    return isReplaced || isChanged;
}

;// CONCATENATED MODULE: ../lib/src/reconcile/prove.js








/**
 * Compares what the portal now has with what was asked for an entry, and reports it. Throws a `Failure` with each
 * difference. A link that this run has made and that came out wrongly goes again, if it still is as the portal's answer
 * showed it; what others have changed since is theirs and stays: `conflict`.
 */
async function prove(deps, work, one, withoutProbe) {
    const { plan } = one;
    const { id, link: answer } = writtenOf(work, one);
    const { links } = work.state;
    const reported = firstPlanOf(work, one);
    const opens = work.opens.get(id) ?? 'unknown';
    const differences = differencesOf(work, one);
    const listed = links.find((link) => link.id === id);
    if (differences.length === 0) {
        if (opens === 'unknown' && !withoutProbe)
            deps.report({ event: 'not-tried', id, former: false });
        deps.report({ event: 'verified', plan: reported, id, opens, links });
        return;
    }
    if (differences.every(({ name }) => name === 'old link'))
        throw (0,explain/* explainDifferences */.S8)(differences, plan, '');
    if (listed === undefined)
        throw answer === null ? (0,explain/* explainDifferences */.S8)(differences, plan, '') : goneFailure(one, id);
    const isSettings = differences.some(({ name }) => name !== 'opens' && name !== 'old link');
    if (isSettings && answer !== null && !isOtherwise(work, one))
        throw changedFailure(differences, one);
    if (!makesLink(reported) && !isStray(plan, listed))
        throw (0,explain/* explainDifferences */.S8)(differences, plan, '');
    const what = answer === null ? 'stays' : await takeBack(deps, plan, answer);
    if (what === 'changed')
        throw changedFailure(differences, one);
    if (what === 'stays') {
        const still = `The link that this step made, ${listed.id}, could not be revoked again: revoke it in DocSpace.`;
        throw (0,explain/* explainDifferences */.S8)(differences, plan, still);
    }
    deps.report({ event: 'taken-back', link: listed, links });
    work.state = { ...work.state, links: links.filter((link) => link.id !== id) };
    deps.report({ event: 'read', state: work.state });
    throw (0,explain/* explainDifferences */.S8)(differences, plan, 'The link that this step made is revoked again.');
}
/** Whether a write to the id of a primary link that was gone has made an additional link. */
function isStray(plan, listed) {
    return (0,links_link/* kindOf */.I)(plan) !== (0,links_link/* kindOf */.I)(listed);
}
function goneFailure({ plan }, id) {
    return (0,problem/* failure */.V2)('conflict', `The link ${id} of ${(0,links_room/* roomName */.TX)(plan.room)} was there when it was written, and is not any more: somebody else has revoked it.`);
}
/** What others have changed since it was as asked. */
function changedFailure(differences, { plan }) {
    const changed = differences.filter(({ name }) => name !== 'opens' && name !== 'old link');
    const names = changed.map(({ name }) => name).join(', ');
    if (plan.primary) {
        return (0,problem/* failure */.V2)('conflict', `The primary link of room ${plan.room.id} ${(0,links_text/* quoted */.TL)(plan.room.title)} was as asked when it was written, and is not any more (${names}): others have changed it since.`);
    }
    const after = 'It was as asked when it was written: others have changed it since, so it stays.';
    const { problems } = (0,explain/* explainDifferences */.S8)(changed, plan, after);
    return new problem/* Failure */.HR(problems.map(({ message }) => (0,problem/* problem */.CC)('conflict', message)));
}

;// CONCATENATED MODULE: ../lib/src/reconcile/reconcile.js












/** How often a room is planned anew because others have changed it meanwhile. */
const attempts = 8;
/** The longest pause after the first conflict; it grows with each. Milliseconds. */
const pauseUnit = 200;
/**
 * Makes a room as it is planned, and proves it. This is the only way in which this action writes links, and these are its
 * rules; whatever goes wrong is in the outcome, so that other rooms go on. Throws no `Failure`.
 *
 * 1. What goes makes place for what comes. All that is known of a link is sent with it: a write replaces everything.
 * 2. **No blind repetition.** Before a write is sent again, the room is listed: as before, it is sent; as asked, it was
 *    carried out; gone or changed, the room is planned anew. What such a list shows counts for the writes that follow, too. A
 *    link that may have been made and revoked since gets another id: no URL comes back. Nothing is written to the id of a primary link that the last list lacks, nor to a primary link
 *    that may be in the making without waiting for whoever makes it.
 * 3. **Never wider than planned first**: see `planRemaining`. Dates are those of the portal's clock. A link that has come
 *    out without the end that was asked, or kept, is given one or goes.
 * 4. **Everything is read back** and tried as an anonymous visitor would. A list that contradicts what the portal has
 *    confirmed is late: it is read again, up to twice. Invitations that are revoked or narrowed are looked at again, since
 *    whoever joins by them makes the portal write them back; then they are written once more, and no more than that.
 * 5. **One link of a key.** Of two that are made at the same time the larger id goes at once; the smaller goes if the other
 *    is still there a little later, since the run that made it is over and has named it. What is left is planned against;
 *    nothing is left, it is made anew.
 * 6. **Only what is ours is taken back**: a link that this run has made, that the portal has made otherwise than asked, and
 *    that nobody has changed since. What others have changed is theirs: the room is planned again once; if that asks for a
 *    write, it is a `conflict`, and the link stays.
 */
async function reconcile(deps, task) {
    const work = startWork(task.plan);
    const problems = [];
    const unknown = new Set();
    const withoutProbe = task.withoutProbe === true;
    const isFinished = await succeeds(work, problems, () => run(deps, task, work));
    const touched = touchedOf(work);
    // What was written before it went wrong is proved all the same; if even that fails, the first failure says why.
    const bare = isFinished ? [] : withoutPassword(work);
    const needsLook = !isFinished && (touched.length > 0 || work.lost !== null || bare.length > 0);
    const isRead = !needsLook || (await succeeds(work, [], () => settle_look(deps, work, withoutProbe)));
    if (!isRead)
        for (const one of touched)
            unknown.add(firstPlanOf(work, one).action);
    if (work.unproved.length > 0)
        unknown.add('revoke');
    const { lost } = work;
    if (lost !== null && !(isRead && isAsBefore(work, lost.plan))) {
        unknown.add(lost.plan.action);
        if (lost.plan.duplicates.length > 0)
            unknown.add('revoke');
    }
    const left = isRead ? leftBehind(work) : null;
    if (left !== null)
        problems.push({ problem: left, entry: lost?.entry ?? null });
    const proved = new Set();
    for (const one of touched) {
        work.entry = one.entry;
        if (isRead && (await succeeds(work, problems, () => prove(deps, work, one, withoutProbe))))
            proved.add(one);
    }
    const primary = work.state.links.find((link) => link.primary);
    for (const former of bare) {
        if (!isRead || primary?.password !== null || primary.id === former.id)
            continue;
        deps.report({ event: 'password-lost', former, link: primary, room: work.state.room });
    }
    return {
        ...work,
        placed: work.plan.toKeep.map((one) => placedOf(work, one, isRead, proved.has(one))),
        unknown,
        problems,
    };
}
/** The permanent primary links that had a password and were revoked, so that the portal has made others without one. */
function withoutPassword({ history }) {
    return [...history.begun.values()].flatMap(({ current, target, ...plan }) => {
        const had = current?.password ?? null;
        if (current === null || had === null || target.password === null)
            return [];
        return (0,desired/* isPermanent */.lE)(plan) && history.revoked.has(current.id) ? [current] : [];
    });
}
/** The loop: write, read back, and plan again until the room is as planned or somebody fights for it. */
async function run(deps, task, work) {
    await freshen(deps, task, work);
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
        const again = (await write(deps, task, work, attempt)) ?? (await settle(deps, work, task.withoutProbe === true));
        if (again === null || !(await replan(deps, task, work, again, attempt)))
            return;
    }
    work.entry = null;
    throw (0,problem/* failure */.V2)('conflict', `${(0,links_room/* roomName */.TX)(work.state.room)} was changed by others each time this step tried to write.`);
}
/** Looks at the room again before the first write, where it may be another one by now. */
async function freshen(deps, task, work) {
    const { toKeep } = work.plan;
    // Several live links of one key: two runs may be in the middle, one of which is about to take its own away.
    const isDouble = toKeep.some(({ plan }) => plan.current?.expired === false && plan.duplicates.some(({ expired }) => !expired));
    if (isDouble)
        await deps.wait(betweenLooks);
    if (!isDouble && task.isStale !== true)
        return;
    const { links } = await deps.portal.links(work.state.room.id);
    if (!sameLinks(links, work.state.links))
        await replan(deps, task, work, 'changed', 0);
}
/** Writes what the plan says. */
async function write(deps, task, work, attempt) {
    const { toRevoke, toKeep } = work.plan;
    work.entry = null;
    if (toRevoke.length > 0)
        await remove(deps, task, work);
    for (const one of toKeep) {
        if (one.plan.steps.length === 0)
            continue;
        work.entry = one.entry;
        const written = await carryOut(deps, work, one, attempt === 1 && task.isStale === true);
        if (typeof written !== 'object')
            return written;
        work.executed.set(one, written);
        // A link that this run made itself, and gave up for that of another run, was never there for anyone.
        const { history, duplicates } = work;
        const others = one.plan.duplicates.filter(({ id }) => !history.written.has(id));
        duplicates.set(one.entry, [...(duplicates.get(one.entry) ?? []), ...others]);
    }
    return null;
}
async function remove(deps, task, work) {
    const { toRevoke } = work.plan;
    const { links } = work.state;
    const { report } = deps;
    const removed = await removeLinks(deps, work.state, toRevoke, task.matches ?? null);
    work.removed.push(...removed.revoked);
    work.gone.push(...removed.gone);
    work.kept.push(...removed.kept);
    work.unproved.push(...removed.unproved);
    const away = [...removed.revoked, ...removed.gone].map(({ link }) => link);
    for (const { id } of away)
        work.history.revoked.add(id);
    work.expected = (0,plan_room/* without */.FF)(work.expected, away);
    if (removed.links !== null) {
        work.state = { ...work.state, links: removed.links };
        report({ event: 'read', state: work.state });
    }
    for (const removal of removed.revoked)
        report({ event: 'removed', removal, links });
    for (const { link } of removed.gone)
        report({ event: 'gone', link, links });
    for (const { link } of removed.kept)
        report({ event: 'kept', link, links });
    if (removed.problems.length > 0)
        throw new problem/* Failure */.HR(removed.problems);
}
/**
 * Reads and plans the room anew, after a moment that differs from run to run, so that two runs do not get in each other's
 * way again and again. Throws what then forbids the plan; but another run may be in the middle of its work, with a link
 * that has gone and its replacement not there yet, so that is looked at once more a little later. False: somebody has changed what
 * this run has written, and it is not written a second time.
 */
async function replan(deps, task, work, why, attempt) {
    const { id } = work.state.room;
    deps.report({ event: 'conflict', why });
    const [chance = 0] = deps.identity.random(1);
    await deps.wait(Math.round((attempt * pauseUnit * chance) / 256));
    const planNow = async () => {
        work.state = await (0,read_room/* readRoom */.Qo)(deps.portal, id);
        deps.report({ event: 'read', state: work.state });
        return task.planAgain(work.state, work.history);
    };
    let planned = await planNow();
    if (planned.problems !== undefined) {
        await deps.wait(betweenLooks);
        planned = await planNow();
    }
    work.expected = work.state;
    if (planned.problems !== undefined)
        throw new problem/* Failure */.HR(planned.problems);
    if (planned.plan.toKeep.some(({ plan, entry }) => work.contested.has(entry) && puts(plan)))
        return false;
    work.plan = planned.plan;
    work.executed = new Map();
    work.opens = new Map();
    deps.report({ event: 'planned', plan: work.plan });
    return true;
}
/** Does some work; whether it ended well. A `Failure` is noted with the entry that is being worked on. */
async function succeeds(work, problems, task) {
    try {
        await task();
        return true;
    }
    catch (error) {
        if (!(error instanceof problem/* Failure */.HR))
            throw error;
        problems.push(...error.problems.map((problem) => ({ problem, entry: work.entry })));
        return false;
    }
}


/***/ }),

/***/ 5155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ logEvent),
/* harmony export */   d: () => (/* binding */ halfMadeWarning)
/* harmony export */ });
/* harmony import */ var _links_plan_link_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _links_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4433);
/* harmony import */ var _links_shown_id_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6829);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7147);




/** Reports to the log what happens while a plan is carried out. */
function logEvent(log, wording, event) {
    eventLines(event, wording).forEach(log.line);
    const warning = eventWarning(event);
    if (warning !== null)
        log.warning(...warning);
}
/** Why a room is planned again. */
const againLines = {
    changed: 'The room has changed since it was read → plan again',
    rivals: 'Another run made the same link at the same time → agree on one',
    unmade: 'Whether the link was made is not known, and the room does not list it → make it with another id',
};
/** The lines of the log for what happens. */
function eventLines(event, { nextRun }) {
    switch (event.event) {
        case 'old-goes-first':
            return [`  If this run ends before the new link is there: ${giveAgainWords(event.plan)}`];
        case 'revoked':
            return [`✓ revoked ${(0,_log_js__WEBPACK_IMPORTED_MODULE_2__/* .shortId */ .m_)(event.link.id, (0,_links_shown_id_js__WEBPACK_IMPORTED_MODULE_3__/* .around */ .m)(event.links, event.plan))}`];
        case 'removed': {
            const [first = '', ...others] = (0,_log_js__WEBPACK_IMPORTED_MODULE_2__/* .revokedLines */ .oP)([event.removal.link], event.links);
            const id = (0,_log_js__WEBPACK_IMPORTED_MODULE_2__/* .shortId */ .m_)(event.removal.link.id, event.links);
            return [first.replace(id, `${id}${(0,_log_js__WEBPACK_IMPORTED_MODULE_2__/* .keyWords */ .Vi)(event.removal.key)}`), ...others];
        }
        case 'gone':
            return [`= ${(0,_log_js__WEBPACK_IMPORTED_MODULE_2__/* .shortId */ .m_)(event.link.id, event.links)}: somebody else has revoked it meanwhile`];
        case 'kept':
            return [`= ${(0,_log_js__WEBPACK_IMPORTED_MODULE_2__/* .shortId */ .m_)(event.link.id, event.links)}: somebody has prolonged it meanwhile → kept`];
        case 'conflict':
            return [againLines[event.why]];
        case 'yielded':
            return [`✓ revoked ${(0,_log_js__WEBPACK_IMPORTED_MODULE_2__/* .shortId */ .m_)(event.link.id, event.links)}, for the link of the other run`];
        case 'redeemed-again':
            return [
                `${(0,_log_js__WEBPACK_IMPORTED_MODULE_2__/* .shortId */ .m_)(event.link.id, event.links)} is there again${event.link.type === 'invitation' ? ', as when somebody joins by it in that instant' : ''} → ${event.do === 'revoke' ? 'revoke' : 'write'} again`,
            ];
        case 'taken-back':
            return [`✗ the link is not as asked → revoked ${(0,_log_js__WEBPACK_IMPORTED_MODULE_2__/* .shortId */ .m_)(event.link.id, event.links)} again`];
        case 'lost':
            return [`✗ whether the last write was carried out is not known; ${nextRun} finds out`];
        case 'read':
        case 'planned':
        case 'making':
        case 'written':
        case 'verified':
        case 'not-tried':
        case 'password-lost':
            return [];
    }
}
/** Title and text of the warning for what happens; null where there is none. */
function eventWarning(event) {
    if (event.event === 'not-tried') {
        return event.former
            ? [
                'Former link not tried',
                `${event.id} is gone from the room's list, but what its URL opens could not be asked.`,
            ]
            : [
                'Link not tried',
                'The link is as asked, but what an anonymous visitor with it meets could not be asked. The log says why.',
            ];
    }
    if (event.event !== 'password-lost')
        return null;
    return [
        'Primary link without its password',
        `The primary link ${event.link.id} of room ${event.room.id} has no password; ${event.former.id}, which it replaces, had one. Set one again with \`primary: true\` and \`password\`.`,
    ];
}
function giveAgainWords(plan) {
    const names = (0,_links_plan_link_js__WEBPACK_IMPORTED_MODULE_0__/* .atRiskAsInputs */ .u)(plan).map((one) => `\`${one}\``);
    return `give ${names.join(', ')} again, which only the old link has`;
}
/**
 * The text of the warning about a primary link that is kept as the portal makes one: a person may have left it so, or a run
 * that died. Names each setting as it is, and what to write if that is wanted; null where there is nothing to warn of.
 */
function halfMadeWarning(plan) {
    const { current, halfMade, room } = plan;
    if (current === null || halfMade.length === 0)
        return null;
    const kept = halfMade.map((name) => (0,_links_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .asMadeWords */ .pc)(name, current));
    return [
        'Primary link as the portal makes it',
        `The primary link ${current.id} of room ${room.id} is as the portal makes a new one, and stays so in what is not given: ${kept.join(', ')}. A run that was killed may have left it open. If it is meant to be so, write these settings; otherwise write the ones that you want.`,
    ];
}


/***/ })

};
