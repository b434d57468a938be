export const id = 919;
export const ids = [919];
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
// EXTERNAL MODULE: ../lib/src/links/quoted.js
var quoted = __webpack_require__(5504);
// EXTERNAL MODULE: ../lib/src/http/retry.js
var http_retry = __webpack_require__(9131);
// EXTERNAL MODULE: ../lib/src/links/settings.js
var settings = __webpack_require__(4433);
// EXTERNAL MODULE: ../lib/src/github/port.js
var port = __webpack_require__(4639);
;// CONCATENATED MODULE: ../lib/src/github/attempts.js




const mostAttempts = 4;
/** Milliseconds. */
const backoffs = { first: 2000, longest: 8000 };
/** GitHub is not waited for longer than this at once; milliseconds. Its documentation asks for at least a minute. */
const longestWait = 60_000;
/**
 * Asks until GitHub answers, at most four times. Throws `GitHubRefusal` if it refuses, and `GitHubUnavailable` if it
 * does not answer, asks to wait for more than a minute, or the step's time is up.
 */
function ask(question, patience) {
    const { what, send } = question;
    const { signal, sleep, random, now, onWait } = patience;
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
                const until = (0,settings/* spokenInstant */.Y9)(new Date(now().getTime() + asked));
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
    const failed = new port/* GitHubUnavailable */.T(`GitHub answered ${status} when asked to ${what}: ${(0,quoted/* quoted */.T)(reason)}.`);
    if (isRateLimited(reply))
        return { setback: { failed, status, asked: askedWait(headers, now) } };
    if (status === 421 || status === 425)
        return { setback: { failed, status, asked: null } };
    // What answers 408 may have lost the answer of GitHub, too.
    if (status === 408 || status >= 500)
        return mayBeDone(question, status, failed);
    throw new port/* GitHubRefusal */.k(status, `GitHub refuses to ${what} (${status}): ${(0,quoted/* quoted */.T)(reason)}.`, reason);
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
        words = (0,quoted/* quoted */.T)(one.message);
    }
    return words;
}

// EXTERNAL MODULE: ../lib/src/links/described-link.js
var described_link = __webpack_require__(9446);
// EXTERNAL MODULE: ../lib/src/links/link.js + 1 modules
var links_link = __webpack_require__(2266);
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
function linkComment({ portal, room, ref, link, reveal }) {
    const mark = {
        kind: 'link',
        place: linkPlace(portal, room, ref),
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
function isAbout(mark, { portal, room, refs }) {
    if (mark.kind !== 'link' || mark.room !== roomPlace(portal, room))
        return false;
    return refs.some((ref) => mark.place === linkPlace(portal, room, ref) || (ref.by === 'id' && mark.link === ref.id));
}
/** A room has one primary link, by whatever key; a key names an external link and an invitation apart. */
function linkPlace(portal, room, ref) {
    switch (ref.by) {
        case 'id':
            return (0,sticky/* placeOf */.$t)(['link', portal, room.id, 'id', ref.id]);
        case 'primary':
            return (0,sticky/* placeOf */.$t)(['link', portal, room.id, 'primary']);
        case 'key':
            return (0,sticky/* placeOf */.$t)(['link', portal, room.id, 'key', ref.type, ref.key]);
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
    const characters = Array.from(title);
    return characters.length > longestTitle ? `${characters.slice(0, longestTitle - 1).join('')}…` : title;
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
    if (content.kind === 'revoked' && content.refs.length === 0)
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
        ours: async (isMeant) => {
            const meant = (await github.comments(number)).filter(isMeant);
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
    const told = new Set();
    for (const comment of ours) {
        const mark = (0,sticky/* markOf */.Fg)(comment.body);
        if (told.has(mark.place)) {
            await thread.github.deleteComment(comment.id);
            continue;
        }
        told.add(mark.place);
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

/***/ 1953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ verifyOpens),
/* harmony export */   M: () => (/* binding */ verify)
/* harmony export */ });
/* harmony import */ var _desired_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5260);
/* harmony import */ var _link_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2266);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4433);



const reasons = {
    access: 'the portal refused the role in silence, or somebody changed the link at the same time',
    expiration: 'the portal takes a date that has passed or that it cannot read for none, or keeps the old one where a link may not expire',
    internal: 'the portal restricts external sharing in rooms (Settings → Security), or is older than 3.5',
    password: 'the portal leaves a refused update without an error',
    'deny-download': 'the portal leaves a refused update without an error',
    'max-uses': 'the portal is older than 3.7, or somebody changed the link at the same time',
    title: 'the portal leaves a refused update without an error, or somebody changed the link at the same time',
};
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
    const same = plan.portalSetsExpiration
        ? nearly(link.expiration, target.expiration)
        : (0,_link_js__WEBPACK_IMPORTED_MODULE_1__/* .sameInstant */ .eM)(link, target.expiration);
    const differences = (0,_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .changes */ .Ao)(type, { ...target, expiration: null }, { ...link, expiration: null }).map(({ name, from, to }) => ({ name, asked: from, got: to, reason: reasons[name] }));
    if (!same) {
        const value = (date) => (date === null ? 'never' : (0,_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .exactInstant */ .R_)(date));
        differences.push({
            name: 'expiration',
            asked: value(target.expiration),
            got: value(link.expiration),
            reason: reasons.expiration,
        });
    }
    const gone = plan.steps.flatMap((step) => (step.do === 'revoke' ? [step.link.id] : []));
    for (const still of links.filter((one) => gone.includes(one.id))) {
        differences.push({ name: 'old link', asked: 'revoked', got: still.id, reason: 'the portal ignored the revoke' });
    }
    return differences;
}
function nearly(one, other) {
    return one !== null && other !== null && Math.abs(one.getTime() - other.getTime()) <= _desired_js__WEBPACK_IMPORTED_MODULE_0__/* .portalsDateTolerance */ .nc;
}
/** Compares what a stranger met with what the link promises; null also if that could not be asked. */
function verifyOpens(link, opens) {
    const asked = (0,_link_js__WEBPACK_IMPORTED_MODULE_1__/* .expectedOpens */ ["if"])(link);
    if (opens === 'unknown' || opens === asked)
        return null;
    const reason = opens !== 'nothing'
        ? 'the portal protects the link otherwise than it says'
        : link.type === 'invitation'
            ? 'the user who made this invitation link is disabled or was removed, which the list does not show'
            : 'the portal blocks external links in rooms (Settings → Security)';
    return { name: 'opens', asked, got: opens, reason };
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
/* harmony import */ var _links_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8797);
/* harmony import */ var _links_quoted_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5504);
/* harmony import */ var _render_log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7147);




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
    const where = `room ${room.id} ${(0,_links_quoted_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .T)(room.title)}`;
    const denial = await explainDenial(refusal, `this link of ${where}`, isOpen({ type, ...target }), portal);
    if (denial !== null)
        return denial;
    if (refusal.status === 403) {
        return (0,_links_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('refused', `The portal refuses ${(0,_links_access_js__WEBPACK_IMPORTED_MODULE_0__/* .accessLabel */ .Hm)(target.access)} for this link of ${where}, though this action knows of nothing against it: ${refusal.message}`, 'The portal may be newer or older than this action knows: another role or link type may work. Look at the room in DocSpace.');
    }
    if (refusal.status === 400 && target.password !== null) {
        return (0,_links_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('refused', `The portal does not accept the password for this link of ${where}: ${refusal.message}`, 'It may ask for more than 8 printable characters: DocSpace → Settings → Security → Password strength settings says what. Or use `password: generate`.');
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
        ? (0,_links_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('sharing-restricted', `The portal restricts external sharing, so it refuses ${link}: ${refusal.message}`)
        : (0,_links_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('not-room-manager', `The portal denies this key the right to write ${link}: ${refusal.message}`);
}
/** One problem for each difference, with the likely reason; `after` says what became of the link. */
function explainDifferences(differences, plan, after) {
    const room = `room ${plan.room.id} ${(0,_links_quoted_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .T)(plan.room.title)}`;
    const problems = differences.map(({ name, asked, got, reason }) => {
        // Nothing else makes an open link an internal one (portal.md §3).
        if (name === 'internal' && asked === false) {
            return (0,_links_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)('sharing-restricted', `The portal made the link of ${room} for DocSpace users only, not for anyone. ${after}`.trimEnd());
        }
        const what = `${name} of the link in ${room}: asked ${(0,_render_log_js__WEBPACK_IMPORTED_MODULE_2__/* .valueWords */ .pz)(asked)}, the portal has ${(0,_render_log_js__WEBPACK_IMPORTED_MODULE_2__/* .valueWords */ .pz)(got)}.`;
        return (0,_links_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)('not-applied', `${what} Likely: ${reason}. ${after}`.trimEnd());
    });
    return new _links_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(problems);
}


/***/ }),

/***/ 3181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ revokeLinks)
/* harmony export */ });
/* unused harmony export redemptionTime */
/* harmony import */ var _docspace_refusal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9749);
/* harmony import */ var _links_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8797);
/* harmony import */ var _links_quoted_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5504);
/* harmony import */ var _render_log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7147);
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7906);
/* harmony import */ var _explain_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(244);
/* harmony import */ var _read_room_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1707);
/* harmony import */ var _write_link_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6937);








/**
 * How long to wait before an invitation is looked for once more: whoever redeems it while it is revoked makes the portal
 * write it back (portal.md §10.17). Milliseconds.
 */
const redemptionTime = 2000;
/**
 * Revokes links that were listed a moment ago, one after the other, and proves it: the room lists them no more, and the
 * former URLs, tried as a stranger would, open nothing. One that cannot be revoked does not stop the others. Where
 * `isMeant` is given, every link but the first is looked at once more before it goes. Throws only what is no `Failure`.
 */
async function revokeLinks(deps, state, links, isMeant = null) {
    const sent = [];
    const failures = [];
    const others = [];
    const kept = [];
    for (const [index, link] of links.entries()) {
        const { value, failed } = await (0,_attempt_js__WEBPACK_IMPORTED_MODULE_3__/* .attempt */ .C)(async () => {
            if (isMeant !== null && index > 0 && (await hasChanged(deps, state, link, isMeant)))
                return 'kept';
            return (await (0,_write_link_js__WEBPACK_IMPORTED_MODULE_6__/* .revoke */ .r8)(deps.portal, state.room.id, link)) ? 'sent' : 'gone';
        });
        if (failed !== null)
            failures.push([link, failed]);
        else if (value === 'kept')
            kept.push(link);
        else
            sent.push(link);
        if (value === 'gone')
            others.push(link);
    }
    const isDoubtful = sent.length > 0 || failures.some(([, failed]) => (0,_explain_js__WEBPACK_IMPORTED_MODULE_4__/* .isOutcomeUnknown */ .B1)(failed));
    const seen = isDoubtful ? await (0,_attempt_js__WEBPACK_IMPORTED_MODULE_3__/* .attempt */ .C)(() => lookTwice(deps, state, sent)) : null;
    const sight = seen?.value ?? null;
    // What is still listed is not revoked, though the answer was lost.
    const lost = failures.flatMap(([link, failed]) => (isLost(link, failed, sight) ? [link] : []));
    const problems = [];
    for (const [link, failed] of failures) {
        problems.push(...(await explained(failed, state, link, lost.includes(link), deps.portal)));
    }
    if (sight === null) {
        const unread = sent.length > 0 ? (seen?.failed?.problems ?? []) : [];
        return {
            links: null,
            revoked: [],
            gone: [],
            kept,
            unproved: [...sent, ...lost],
            problems: [...problems, ...unread],
        };
    }
    const alive = sent.filter((link) => isAlive(link, sight));
    const away = sent.filter((link) => !alive.includes(link));
    return {
        links: sight.links,
        revoked: away.filter((link) => !others.includes(link)),
        gone: away.filter((link) => others.includes(link)),
        kept,
        unproved: lost,
        problems: [...problems, ...alive.map((link) => aliveProblem(state, link, sight))],
    };
}
/** Whether a link is there and not meant any more. */
async function hasChanged({ portal }, { room }, { id }, isMeant) {
    const { links } = await portal.links(room.id);
    const now = links.find((one) => one.id === id);
    return now !== undefined && !isMeant(now);
}
/** Looks whether the links are gone; later again for invitations; and where one is back, revokes once more. */
async function lookTwice(deps, state, sent) {
    const first = await look(deps, state, sent);
    const alive = sent.filter((link) => isAlive(link, first));
    const invitation = sent.some(({ type }) => type === 'invitation');
    if (alive.length === 0 && !invitation)
        return told(deps, sent, first);
    await deps.wait(redemptionTime);
    const second = await look(deps, state, sent);
    const back = sent.filter((link) => isAlive(link, second));
    if (back.length === 0)
        return told(deps, sent, second);
    for (const link of back) {
        deps.log.line(`${(0,_render_log_js__WEBPACK_IMPORTED_MODULE_2__/* .shortId */ .m_)(link.id, state.links)} is there again, as when somebody joins by it in that instant → revoke again`);
        await (0,_write_link_js__WEBPACK_IMPORTED_MODULE_6__/* .revoke */ .r8)(deps.portal, state.room.id, link);
    }
    await deps.wait(redemptionTime);
    return told(deps, sent, await look(deps, state, sent));
}
async function look({ portal }, state, sent) {
    const others = state.links.some(({ id }) => sent.every((link) => link.id !== id));
    const [read, ...opens] = await Promise.all([
        (0,_read_room_js__WEBPACK_IMPORTED_MODULE_5__/* .readLinksBack */ .$l)(portal, state, others),
        ...sent.map(async (link) => [link.id, await portal.open(link)]),
    ]);
    // What could not be tried is proved by the list alone.
    const isProof = opens.some(([, met]) => met === 'unknown') && !others;
    const { links } = isProof ? await (0,_read_room_js__WEBPACK_IMPORTED_MODULE_5__/* .readLinksBack */ .$l)(portal, state, true) : read;
    return { links, opens: new Map(opens) };
}
/** Warns of what could not be tried. */
function told({ log }, sent, sight) {
    for (const { id } of sent.filter((link) => sight.opens.get(link.id) === 'unknown')) {
        log.warning('Former link not tried', `${id} is gone from the room's list, but what its URL opens could not be asked.`);
    }
    return sight;
}
function isAlive(link, { links, opens }) {
    const met = opens.get(link.id);
    return links.some(({ id }) => id === link.id) || (met !== 'nothing' && met !== 'unknown');
}
function aliveProblem(state, link, { links, opens }) {
    const listed = links.some(({ id }) => id === link.id);
    const what = listed ? 'the room still lists it' : `its URL still ${_render_log_js__WEBPACK_IMPORTED_MODULE_2__/* .opensWords */ .vA[opens.get(link.id) ?? 'unknown']}`;
    return (0,_links_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)('not-applied', `Link ${link.id} ${(0,_links_quoted_js__WEBPACK_IMPORTED_MODULE_7__/* .quoted */ .T)(link.title)} of ${(0,_render_log_js__WEBPACK_IMPORTED_MODULE_2__/* .roomName */ .TX)(state.room)} is not revoked: ${what}.`, 'Somebody may have joined by it, or changed it, in that instant. Run the step again; if it stays so, revoke it in DocSpace.');
}
/** Whether what has become of a link is not known: the answer to its revoke was lost, and no list shows it since. */
function isLost({ id }, failed, sight) {
    return (0,_explain_js__WEBPACK_IMPORTED_MODULE_4__/* .isOutcomeUnknown */ .B1)(failed) && sight?.links.some((link) => link.id === id) !== true;
}
/** Why a link is still there, or why that is not known (`isLost`): one of several, so each problem names it. */
async function explained(failed, state, link, isLost, portal) {
    const name = `link ${link.id} ${(0,_links_quoted_js__WEBPACK_IMPORTED_MODULE_7__/* .quoted */ .T)(link.title)} of ${(0,_render_log_js__WEBPACK_IMPORTED_MODULE_2__/* .roomName */ .TX)(state.room)}`;
    const denial = failed instanceof _docspace_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .Refusal */ .P_ ? await (0,_explain_js__WEBPACK_IMPORTED_MODULE_4__/* .explainDenial */ .LI)(failed, name, (0,_explain_js__WEBPACK_IMPORTED_MODULE_4__/* .isOpen */ .nT)(link), portal) : null;
    const what = isLost ? `It is not known whether ${name} is revoked` : `L${name.slice(1)} is not revoked`;
    return (denial ?? failed).problems.map((one) => one.message.includes(link.id) ? one : { ...one, message: `${what}: ${one.message}` });
}


/***/ }),

/***/ 6937:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r8: () => (/* binding */ revoke),
/* harmony export */   vY: () => (/* binding */ executePlan),
/* harmony export */   zH: () => (/* binding */ takeBack)
/* harmony export */ });
/* harmony import */ var _docspace_refusal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9749);
/* harmony import */ var _links_access_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6202);
/* harmony import */ var _links_desired_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5260);
/* harmony import */ var _links_problem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8797);
/* harmony import */ var _links_quoted_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5504);
/* harmony import */ var _links_verify_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1953);






/**
 * Carries out the steps of a plan, one after the other, and tells each that is `done`. Throws what the portal refuses;
 * a primary link that was made and could not be given its settings is taken away again, since it would stay open to
 * anyone.
 */
async function executePlan(portal, plan, done) {
    let written = { id: plan.id ?? '', link: null };
    for (const step of plan.steps) {
        switch (step.do) {
            case 'revoke':
                await revoke(portal, plan.room.id, step.link);
                break;
            case 'put':
                written = {
                    id: step.id,
                    link: await portal.putLink(plan.room.id, { id: step.id, type: plan.type }, plan.target),
                };
                break;
            case 'make-primary':
                written = await makePrimary(portal, plan);
                break;
        }
        done(step);
    }
    return written;
}
/**
 * Revokes a link that was listed a moment ago. Success is that it is gone, whoever took it away; whether it is, the
 * caller reads back. False: somebody else has taken it away before, so that the portal refused. Throws `not-applied`
 * where the portal ignores the revoke.
 */
async function revoke(portal, roomId, link) {
    try {
        const answer = await portal.revokeLink(roomId, link);
        if (answer?.id !== link.id)
            return true;
    }
    catch (error) {
        // To revoke an id that is not there (any more) is refused like a creation without a free place (portal.md §0.10).
        if (!(error instanceof _docspace_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .Refusal */ .P_))
            throw error;
        const { links } = await portal.links(roomId);
        if (links.some((one) => one.id === link.id))
            throw error;
        // Without rights the portal refuses, too, and lists nothing.
        if (links.length === 0 && !(await portal.room(roomId)).canEditAccess)
            throw error;
        // An error inside the portal is no refusal: it has carried the revoke out before.
        return error.status >= 500;
    }
    throw (0,_links_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .failure */ .V2)('not-applied', `The portal answered the revoke of link ${link.id} ${(0,_links_quoted_js__WEBPACK_IMPORTED_MODULE_5__/* .quoted */ .T)(link.title)} without revoking it.`);
}
/**
 * Until the second request is done, the link is as the portal makes it: perhaps open to anyone. A link that is already
 * as it should be is not written again.
 */
async function makePrimary(portal, plan) {
    const made = await portal.makePrimary(plan.room.id);
    if ((0,_links_verify_js__WEBPACK_IMPORTED_MODULE_4__/* .verify */ .M)({ ...plan, steps: [] }, made.id, [made]).length === 0)
        return { id: made.id, link: made };
    try {
        return { id: made.id, link: await portal.putLink(plan.room.id, made, plan.target) };
    }
    catch (error) {
        if (!(0,_links_desired_js__WEBPACK_IMPORTED_MODULE_2__/* .isPermanent */ .lE)(plan) && (await takeBack(portal, plan.room.id, made)))
            throw error;
        const who = made.internal ? 'every DocSpace user' : 'anyone';
        const left = (0,_links_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .problem */ .CC)('not-applied', `The room's primary link ${made.id} could not be given its settings. It stays as the portal made it: ${(0,_links_access_js__WEBPACK_IMPORTED_MODULE_1__/* .accessLabel */ .Hm)(made.access)} for ${who} with the link.`, 'Run the step again, or change or revoke the link in DocSpace.');
        throw new _links_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR([...(error instanceof _links_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR ? error.problems : []), left], { cause: error });
    }
}
/** Revokes a link that this run made. Whether it is gone; what stood in the way, the caller has no use for. */
async function takeBack(portal, roomId, link) {
    try {
        await revoke(portal, roomId, link);
        return true;
    }
    catch (error) {
        if (error instanceof _links_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR)
            return false;
        throw error;
    }
}


/***/ })

};
