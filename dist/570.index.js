export const id = 570;
export const ids = [570,963];
export const modules = {

/***/ 6927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N8: () => (/* binding */ outputLinks),
/* harmony export */   lm: () => (/* binding */ watchLinks),
/* harmony export */   m8: () => (/* binding */ changedText)
/* harmony export */ });
/* harmony import */ var _docspace_refusal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9749);
/* harmony import */ var _links_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8797);
/* harmony import */ var _reconcile_read_room_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1707);
/* harmony import */ var _reconcile_explain_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(244);
/* harmony import */ var _render_outputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8211);





/** Watches what a verb lists and writes, so that it sets only outputs that are known when it fails. */
function watchLinks(portal) {
    const listed = new Map();
    // As they were read last: rights may be withdrawn while a step runs.
    const rooms = new Map();
    let changed;
    /** Sends a write; the list is known again where the answer, or what was thrown, says that nothing has changed. */
    async function write(roomId, send, isIgnored = () => false) {
        const before = listed.get(roomId);
        const keep = () => {
            if (changed === undefined)
                changed = false;
            if (before !== undefined)
                listed.set(roomId, before);
        };
        listed.delete(roomId);
        try {
            const answer = await send();
            if (isIgnored(answer))
                keep();
            else
                changed = true;
            return answer;
        }
        catch (error) {
            if (!mayBeDone(error))
                keep();
            else if (changed !== true)
                changed = null;
            throw error;
        }
    }
    return {
        portal: {
            ...portal,
            room: async (roomId) => {
                const room = await portal.room(roomId);
                rooms.set(roomId, room);
                return room;
            },
            links: async (roomId) => {
                const listing = await portal.links(roomId);
                listed.set(roomId, listing.links);
                return listing;
            },
            putLink: (roomId, link, settings, beforeRepeat) => write(roomId, () => portal.putLink(roomId, link, settings, beforeRepeat)),
            revokeLink: (roomId, link, beforeRepeat) => write(roomId, () => portal.revokeLink(roomId, link, beforeRepeat), (answer) => answer?.id === link.id),
            makePrimary: (roomId) => write(roomId, () => portal.makePrimary(roomId)),
        },
        changed: () => changed,
        linksOf: (room) => {
            const links = listed.get(room.id) ?? null;
            const last = rooms.get(room.id) ?? room;
            if (links?.length === 0 && (!last.canEditAccess || (0,_reconcile_read_room_js__WEBPACK_IMPORTED_MODULE_2__/* .isContradictory */ .yC)({ room: last, links })))
                return null;
            return links;
        },
        note: ({ room, links }) => {
            listed.set(room.id, links);
            rooms.set(room.id, room);
        },
    };
}
/** Whether a write that failed so may have been carried out: its answer was lost, or the portal failed in the middle. */
function mayBeDone(error) {
    if (error instanceof _docspace_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .Refusal */ .P_)
        return error.status >= 500;
    return !(error instanceof _links_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR) || (0,_reconcile_explain_js__WEBPACK_IMPORTED_MODULE_3__/* .isOutcomeUnknown */ .B1)(error);
}
/** The output `changed`; '' if it is not known. */
function changedText(changed) {
    return changed === null ? '' : String(changed ?? false);
}
/** Sets the outputs `links` and `links-count` of a room, if its links are known; `shows` says whose URLs may be seen. */
function outputLinks(room, { linksOf }, { output, identity }, shows) {
    const links = linksOf(room);
    if (links === null)
        return;
    output('links', (0,_render_outputs_js__WEBPACK_IMPORTED_MODULE_4__/* .linksOfRoom */ .G8)((0,_render_outputs_js__WEBPACK_IMPORTED_MODULE_4__/* .linkElements */ .iq)(links, identity, shows)));
    output('links-count', String(links.length));
}


/***/ }),

/***/ 1963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ rememberLinks),
/* harmony export */   madeLinks: () => (/* binding */ madeLinks),
/* harmony export */   runAfterJob: () => (/* binding */ runAfterJob)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7728);
/* harmony import */ var _docspace_refusal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9749);
/* harmony import */ var _links_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4433);
/* harmony import */ var _links_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8797);
/* harmony import */ var _links_quoted_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5504);
/* harmony import */ var _reconcile_read_room_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1707);
/* harmony import */ var _reconcile_revoke_links_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3181);
/* harmony import */ var _render_log_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7147);
/* harmony import */ var _runner_runner_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7545);
/* harmony import */ var _pull_request_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4479);










/** The name under which the links that a step makes are kept for its post step. Ids and dates only, no secrets. */
const stateName = 'made-links';
/**
 * Remembers a link before it is made, so that a step that dies in the middle is still cleaned up. Whether the post step
 * will know of it: where the runner keeps no state, a warning says that the link stays.
 */
function rememberLinks(intents, { saveState, warning }) {
    try {
        saveState(stateName, JSON.stringify(intents));
        return true;
    }
    catch (error) {
        if (!(error instanceof _runner_runner_js__WEBPACK_IMPORTED_MODULE_6__/* .NotTaken */ .J))
            throw error;
        warning('Link stays after the job', `\`revoke-after-job\` cannot work here, because ${error.message}. Revoke the link with the action \`revoke\`, or let it expire soon: \`expiration: 12h\`.`);
        return false;
    }
}
const intents = valibot__WEBPACK_IMPORTED_MODULE_8__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_8__/* .object */ .Ikc({
    roomId: valibot__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP(),
    linkId: valibot__WEBPACK_IMPORTED_MODULE_8__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP()),
    expiration: valibot__WEBPACK_IMPORTED_MODULE_8__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_8__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_8__/* .isoTimestamp */ .yhX(), valibot__WEBPACK_IMPORTED_MODULE_8__/* .transform */ .pdi((text) => new Date(text)))),
}));
/** The links that the step of this post step has made, or was about to make. Throws `input` if that cannot be read. */
function madeLinks({ state }) {
    const text = state(stateName);
    if (text === '')
        return [];
    const read = valibot__WEBPACK_IMPORTED_MODULE_8__/* .safeParse */ .xLC(valibot__WEBPACK_IMPORTED_MODULE_8__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_8__/* .parseJson */ .qFJ(), intents), text);
    if (read.success)
        return read.output;
    throw (0,_links_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .failure */ .V2)('input', 'What the step has kept for its post step cannot be read, so it is not known which links it has made.', 'Look at the links of the room in DocSpace: their titles begin with the name of the repository.');
}
/**
 * Revokes what the step has made, and proves it; a link that is gone already is none of its business. What goes wrong is
 * a warning that names the link and the date on which it ends by itself.
 */
async function runAfterJob(made, inputs, tools) {
    for (const intent of made) {
        try {
            await revokeMade(intent, inputs, tools);
        }
        catch (error) {
            if (!(error instanceof _links_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR))
                throw error;
            if ((0,_docspace_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .isRoomGone */ .rv)(error)) {
                tools.runner.line(`Room ${intent.roomId} is gone, and with it the link that the step made`);
                continue;
            }
            warn(intent, error.problems, tools);
        }
    }
}
async function revokeMade(intent, inputs, tools) {
    const { portal, runner } = tools;
    const state = await (0,_reconcile_read_room_js__WEBPACK_IMPORTED_MODULE_3__/* .readExpecting */ .us)(portal, intent.roomId);
    if (intent.linkId === null) {
        const primary = state.links.find((link) => link.primary);
        if (primary === undefined)
            return;
        runner.warning('Primary link not revoked', `The step ended while it made the primary link of ${(0,_render_log_js__WEBPACK_IMPORTED_MODULE_5__/* .roomName */ .TX)(state.room)}, so it is not certain that ${primary.id} ${(0,_links_quoted_js__WEBPACK_IMPORTED_MODULE_9__/* .quoted */ .T)(primary.title)} is its own. Look at it in DocSpace.`);
        return;
    }
    const link = state.links.find(({ id }) => id === intent.linkId);
    if (link === undefined && state.room.canEditAccess) {
        runner.line(`${(0,_render_log_js__WEBPACK_IMPORTED_MODULE_5__/* .roomName */ .TX)(state.room)}: link ${(0,_render_log_js__WEBPACK_IMPORTED_MODULE_5__/* .shortId */ .m_)(intent.linkId, state.links)} is gone already`);
        return;
    }
    if (link === undefined) {
        warn(intent, [], tools);
        return;
    }
    const { revoked, gone, unproved, problems } = await (0,_reconcile_revoke_links_js__WEBPACK_IMPORTED_MODULE_4__/* .revokeLinks */ .a)({ portal, log: runner, wait: tools.wait }, state, [
        link,
    ]);
    for (const { id, title } of revoked) {
        runner.line(`${(0,_render_log_js__WEBPACK_IMPORTED_MODULE_5__/* .roomName */ .TX)(state.room)}: ✓ revoked ${(0,_render_log_js__WEBPACK_IMPORTED_MODULE_5__/* .shortId */ .m_)(id, state.links)} ${(0,_links_quoted_js__WEBPACK_IMPORTED_MODULE_9__/* .quoted */ .T)(title)}   ✓ read back   ✓ tried: opens nothing`);
    }
    for (const { id } of gone)
        runner.line(`${(0,_render_log_js__WEBPACK_IMPORTED_MODULE_5__/* .roomName */ .TX)(state.room)}: link ${(0,_render_log_js__WEBPACK_IMPORTED_MODULE_5__/* .shortId */ .m_)(id, state.links)} is gone already`);
    if (problems.length > 0)
        warn(intent, problems, tools, unproved.length > 0);
    if (revoked.length + gone.length > 0) {
        const { room } = state;
        const refs = [{ by: 'id', id: link.id }];
        const refused = await (0,_pull_request_js__WEBPACK_IMPORTED_MODULE_7__/* .commentProblems */ .AA)(inputs, tools, { kind: 'revoked', portal: inputs.portal, room, refs });
        for (const { code, message, hint } of refused)
            runner.warning(_links_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .problemTable */ .iK[code].title, `${message}\n${hint}`);
    }
}
function warn({ roomId, linkId, expiration }, problems, { runner }, isUnknown = false) {
    const end = expiration === null
        ? 'It has no end: revoke it in DocSpace.'
        : `It ends by itself on ${(0,_links_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .spokenInstant */ .Y9)(expiration)}.`;
    const why = problems.length === 0 ? 'The API key does not see the links of the room any more.' : '';
    const reasons = problems.map(({ message, hint }) => `${message} ${hint}`).join('\n');
    runner.warning('Not revoked after the job', `Link ${linkId ?? 'made by the step'} of room ${roomId} ${isUnknown ? 'may not be' : 'was not'} revoked. ${end}\n${why}${reasons}`);
}


/***/ }),

/***/ 4570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runSet: () => (/* binding */ runSet)
});

// EXTERNAL MODULE: ../lib/src/links/desired.js
var desired = __webpack_require__(5260);
// EXTERNAL MODULE: ../lib/src/links/settings.js
var settings = __webpack_require__(4433);
// EXTERNAL MODULE: ../lib/src/links/identity.js
var links_identity = __webpack_require__(310);
// EXTERNAL MODULE: ../lib/src/links/password.js
var links_password = __webpack_require__(5021);
// EXTERNAL MODULE: ../lib/src/links/described-link.js
var described_link = __webpack_require__(9446);
// EXTERNAL MODULE: ../lib/src/docspace/refusal.js
var refusal = __webpack_require__(9749);
// EXTERNAL MODULE: ../lib/src/links/change.js
var change = __webpack_require__(8684);
// EXTERNAL MODULE: ../lib/src/links/find.js
var find = __webpack_require__(3975);
// EXTERNAL MODULE: ../lib/src/links/link.js + 1 modules
var links_link = __webpack_require__(2266);
// EXTERNAL MODULE: ../lib/src/links/plan-link.js
var plan_link = __webpack_require__(8500);
// EXTERNAL MODULE: ../lib/src/links/problem.js
var problem = __webpack_require__(8797);
// EXTERNAL MODULE: ../lib/src/links/shown-id.js
var shown_id = __webpack_require__(6829);
// EXTERNAL MODULE: ../lib/src/reconcile/explain.js
var explain = __webpack_require__(244);
// EXTERNAL MODULE: ../lib/src/reconcile/prove-link.js
var prove_link = __webpack_require__(8854);
// EXTERNAL MODULE: ../lib/src/reconcile/read-room.js
var read_room = __webpack_require__(1707);
// EXTERNAL MODULE: ../lib/src/reconcile/write-link.js
var write_link = __webpack_require__(6937);
// EXTERNAL MODULE: ../lib/src/render/log.js
var render_log = __webpack_require__(7147);
;// CONCATENATED MODULE: ../lib/src/actions/set/set.js












const results = {
    create: 'created',
    update: 'updated',
    replace: 'replaced',
    rotate: 'rotated',
    none: 'unchanged',
};
/** How often a plan is made anew because others changed the room meanwhile. */
const attempts = 4;
/**
 * Makes sure that the room has the one link of the wish: read, plan, write, read back and compare, and try the link
 * as a stranger would. Throws a `Failure` whenever it is not proved that the portal did what was asked.
 */
async function set(deps, task) {
    const { portal, log } = deps;
    const roomId = await (0,read_room/* resolveRoom */.Ow)(portal, task.room);
    let state = await (0,read_room/* readRoom */.Qo)(portal, roomId);
    deps.seen(state);
    log.line((0,render_log/* roomLine */.cX)(state));
    const mine = new Map();
    for (let attempt = 1; attempt <= attempts; attempt++) {
        const context = deps.context();
        const { plan, problems } = (0,plan_link/* planLink */.a)(state, wishOf(task.wish, state, mine, context), context);
        if (plan === undefined)
            throw new problem/* Failure */.HR(problems);
        (0,render_log/* planLines */.HN)(plan, context.now, state.links).forEach(log.line);
        const nothingToDo = plan.steps.length === 0 && !mine.has(plan.id ?? '');
        if (task.dryRun || nothingToDo)
            return finish(deps, task, mine, plan, state, null);
        const earlier = plan.steps.length === 0 ? mine.get(plan.id ?? '') : undefined;
        // A write that seemed to fail has been carried out.
        if (earlier !== undefined)
            deps.wrote(earlier);
        if ((0,prove_link/* makesLink */.qc)(plan))
            deps.intend({ roomId, linkId: plan.id, expiration: plan.target.expiration });
        // Before the write, since one that seems to fail may have been carried out.
        if (plan.id !== null)
            remember(mine, plan.id, plan);
        const { links: before } = state;
        let written;
        try {
            written = await (0,write_link/* executePlan */.vY)(portal, plan, (step) => {
                deps.wrote(plan);
                if (step.do === 'revoke')
                    log.line(`✓ revoked ${(0,render_log/* shortId */.m_)(step.link.id, (0,shown_id/* around */.m)(before, plan))}`);
            });
        }
        catch (error) {
            if (error instanceof problem/* Failure */.HR && (0,explain/* isOutcomeUnknown */.B1)(error)) {
                log.line('✗ whether the last write was carried out is not known; the next run with the same inputs finds out');
            }
            if (!(error instanceof refusal/* Refusal */.P_))
                throw error;
            const fresh = await (0,read_room/* readRoom */.Qo)(portal, roomId);
            if (!(0,prove_link/* changedMeanwhile */.Fd)(state, fresh) || attempt === attempts)
                throw await (0,explain/* explainRefusal */.GC)(error, plan, portal);
            log.line('The room has changed since it was read → plan again');
            state = fresh;
            deps.seen(state);
            continue;
        }
        remember(mine, written.id, plan);
        if ((0,prove_link/* makesLink */.qc)(plan) && plan.id === null) {
            deps.intend({ roomId, linkId: written.id, expiration: plan.target.expiration });
        }
        const { link: answered } = written;
        const [read, tried] = await Promise.all([
            (0,read_room/* readLinksBack */.$l)(portal, state, true),
            answered === null ? null : portal.open(answered),
        ]);
        state = read;
        deps.seen(state);
        if ((0,prove_link/* hasRivals */.cw)(state, plan, written.id, context.identity)) {
            log.line('Another run made the same link at the same time → agree on one');
            continue;
        }
        const opens = tried ?? (await (0,prove_link/* openListed */.It)(portal, state, written.id));
        await (0,prove_link/* prove */.zn)(deps, plan, written, state, opens);
        return finish(deps, task, mine, plan, state, { written, opens });
    }
    throw (0,problem/* failure */.V2)('conflict', `Room ${roomId} was changed by others each time this step tried to write.`);
}
function remember(mine, id, plan) {
    if (plan.steps.some((step) => step.do !== 'revoke') && !mine.has(id))
        mine.set(id, plan);
}
/**
 * What is still to be done of a wish, once this run has written: a new URL is given once, however often the plan is made
 * anew, and a link that was named by its id is the one that took its place.
 */
function wishOf(wish, state, mine, { identity }) {
    const left = mine.size === 0 ? wish : (0,find/* resolved */.L$)(state, wish, identity);
    return state.links.some(({ id }) => mine.has(id)) ? { ...left, rotate: false } : left;
}
/** The outcome: for a dry run and for nothing to do without `done`. */
function finish(deps, task, mine, plan, state, done) {
    const id = done?.written.id ?? plan.id;
    const link = state.links.find((one) => one.id === id) ?? null;
    const told = mine.get(id ?? '') ?? plan;
    const extras = plan.extras.filter((extra) => !mine.has(extra.id));
    const result = told.action === 'none' && extras.length > 0 ? 'updated' : results[told.action];
    if (task.dryRun) {
        deps.log.line('Dry run: nothing was written');
    }
    else {
        const proofs = done === null ? [] : ['✓ read back', ...(done.opens === 'unknown' ? [] : [`✓ tried: ${render_log/* opensWords */.vA[done.opens]}`])];
        const places = (0,render_log/* placesLine */.F1)(state.room, state.links, (0,links_link/* kindOf */.I)(plan));
        const parts = [
            `✓ ${result}${link === null ? '' : ` ${(0,render_log/* shortId */.m_)(link.id, (0,shown_id/* around */.m)(state.links, plan))}`}`,
            ...proofs,
            ...(places === '' ? [] : [places]),
        ];
        deps.log.line(parts.join('   '));
    }
    return {
        result,
        changed: result !== 'unchanged',
        state,
        link,
        plan: (0,change/* changesOf */.fs)({ ...told, id: id ?? told.id, extras }),
        primaryPlan: told,
        opens: done?.opens ?? '',
        newPassword: told.newPassword,
    };
}

// EXTERNAL MODULE: ../lib/src/render/outputs.js
var outputs = __webpack_require__(8211);
// EXTERNAL MODULE: ../lib/src/render/summary.js
var render_summary = __webpack_require__(5901);
// EXTERNAL MODULE: ../lib/src/actions/set/after-job.js
var after_job = __webpack_require__(1963);
// EXTERNAL MODULE: ../lib/src/actions/pull-request.js + 6 modules
var pull_request = __webpack_require__(4479);
// EXTERNAL MODULE: ../lib/src/actions/known-links.js
var known_links = __webpack_require__(6927);
;// CONCATENATED MODULE: ../lib/src/actions/set/run.js











/** The root action: runs `set`, sets its outputs as they become known, and gives the summary. */
async function runSet(inputs, tools) {
    const { runner, identity, output } = tools;
    const { repository, key } = { repository: runner.env['GITHUB_REPOSITORY'] ?? '', key: keyOf(inputs) };
    let intents = [];
    const memory = { works: true };
    // Drawn once, however often the plan is made anew: a write that seemed to fail may have been carried out.
    let drawn = null;
    const newPassword = () => {
        drawn ??= (0,links_password/* generatePassword */.b)(identity.random);
        runner.mask(drawn);
        return drawn;
    };
    const watched = (0,known_links/* watchLinks */.lm)(tools.portal);
    const rooms = [];
    let isWritten = false;
    const report = await set({
        portal: watched.portal,
        log: runner,
        context: () => ({
            now: tools.now(),
            identity,
            defaultTitle: (0,desired/* defaultTitle */.QL)(repository, key),
            newPassword,
        }),
        seen: (state) => {
            output('room-id', state.room.id);
            rooms.push(state.room);
            watched.note(state);
        },
        wrote: ({ newPassword: password }) => {
            isWritten = true;
            if (password !== null)
                output('password', password.reveal());
        },
        intend: (intent) => {
            if (!inputs.revokeAfterJob || !memory.works)
                return;
            // A primary link is remembered once before the portal has drawn its id, and once with it.
            intents = [...intents.filter(({ linkId }) => linkId !== null), intent];
            memory.works = (0,after_job/* rememberLinks */.J)(intents, runner);
        },
    }, { room: inputs.room, wish: inputs.wish, dryRun: inputs.dryRun })
        .catch((error) => {
        const changed = isWritten || watched.changed();
        if (changed !== undefined)
            output('changed', (0,known_links/* changedText */.m8)(changed));
        throw error;
    })
        .finally(() => {
        for (const room of rooms.slice(-1))
            (0,known_links/* outputLinks */.N8)(room, watched, tools);
    });
    const { link } = report;
    // Only of its own link: whoever made the others has not asked for their URLs to be seen.
    const revealed = link !== null && (0,described_link/* mayReveal */.L)(link, inputs.revealLink) ? link : null;
    (0,known_links/* outputLinks */.N8)(report.state.room, watched, tools, ({ id }) => id === revealed?.id);
    if (link !== null)
        outputLink(link, revealed !== null, tools);
    output('link-id', link?.id ?? '');
    output('result', report.result);
    output('changed', String(report.changed));
    output('expiration', expirationOf(report));
    output('opens', report.opens);
    output('plan', (0,outputs/* planOutput */.pp)(report.plan));
    output('password', inputs.dryRun ? '' : (report.newPassword?.reveal() ?? ''));
    if (inputs.revokeAfterJob && memory.works && !inputs.dryRun)
        warnOfLongLife(report, tools);
    const outcome = {
        result: report.result,
        dryRun: inputs.dryRun,
        plan: report.primaryPlan,
        ...report.state,
        linkId: link?.id ?? null,
        opens: report.opens,
        url: revealed?.url ?? null,
    };
    const summary = (0,render_summary/* setSummary */.LR)(outcome, tools.now(), (id) => (0,links_identity/* isManaged */.yF)(identity, id));
    tools.summary(summary);
    if (link !== null) {
        const { portal, revealLink: reveal, wish } = inputs;
        await (0,pull_request/* comment */.Im)(inputs, tools, { kind: 'link', portal, room: report.state.room, ref: wish.ref, link, reveal });
    }
    return summary;
}
function keyOf({ wish }) {
    return wish.ref.by === 'id' ? wish.ref.id : wish.ref.key;
}
function outputLink(link, isRevealed, { output, runner }) {
    if (isRevealed) {
        runner.line(`  ${link.url.reveal()}`);
    }
    else {
        for (const url of [link.url, link.writtenUrl])
            if (url !== undefined)
                runner.mask(url);
        if (link.token !== null)
            runner.mask(link.token);
    }
    output('link', link.url.reveal());
}
const day = 86_400_000;
/** A post step does not run when its runner dies, so a link for the life of a job should end soon by itself. */
function warnOfLongLife({ primaryPlan: { target } }, { runner, now }) {
    const { expiration } = target;
    if (expiration !== null && expiration.getTime() <= now().getTime() + day)
        return;
    runner.warning('Link outlives the job if the runner dies', '`revoke-after-job` cannot revoke the link when the runner is lost. Give it an end within 24 hours too: `expiration: 12h`.');
}
function expirationOf({ link, primaryPlan }) {
    const expiration = link === null ? primaryPlan.target.expiration : link.expiration;
    return expiration === null ? 'never' : (0,settings/* isoInstant */.j2)(expiration);
}


/***/ }),

/***/ 8684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GP: () => (/* binding */ narrowingChange),
/* harmony export */   RP: () => (/* binding */ tooManyChanges),
/* harmony export */   Zl: () => (/* binding */ revokeChange),
/* harmony export */   fs: () => (/* binding */ changesOf)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8797);

/** What a plan changes: the link itself, then those of the same key that go. */
function changesOf(plan) {
    const main = {
        action: plan.action,
        roomId: plan.room.id,
        roomTitle: plan.room.title,
        linkId: plan.id ?? '',
        key: plan.key ?? '',
        type: plan.type,
        primary: plan.primary,
        fields: plan.fields,
        widens: plan.widens,
    };
    return [main, ...plan.extras.map((link) => revokeChange(plan.room, link, plan.key))];
}
/** The change that takes a link away. */
function revokeChange(room, link, key) {
    return {
        action: 'revoke',
        roomId: room.id,
        roomTitle: room.title,
        linkId: link.id,
        key: key ?? '',
        type: link.type,
        primary: link.primary,
        fields: [],
        widens: [],
    };
}
/** The change of these settings of a link, none of which becomes more open. */
function narrowingChange(room, link, fields) {
    return { ...revokeChange(room, link, null), action: 'update', fields };
}
/** More changes than there may be; null if there are not. What stays as it is does not count. */
function tooManyChanges(changes, most) {
    const count = changes.filter(({ action }) => action !== 'none').length;
    if (count <= most)
        return null;
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('too-many-changes', `The plan has ${count} changes, and \`max-changes\` is ${most}.`);
}


/***/ }),

/***/ 8500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ planLink)
/* harmony export */ });
/* harmony import */ var _constraints_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3554);
/* harmony import */ var _desired_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5260);
/* harmony import */ var _find_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3975);
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(310);
/* harmony import */ var _link_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2266);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4433);






/**
 * What has to be done so that the room has the link of the wish. Everything that is known to go wrong is found here,
 * before the first write.
 */
function planLink(state, wish, context) {
    const unwritable = (0,_constraints_js__WEBPACK_IMPORTED_MODULE_0__/* .roomProblem */ .t0)(state.room);
    if (unwritable !== null)
        return { problems: [unwritable] };
    const found = (0,_find_js__WEBPACK_IMPORTED_MODULE_2__/* .findLink */ .KZ)(state, wish, context.identity);
    if ('code' in found)
        return { problems: [found] };
    const place = { room: state.room, type: found.type, primary: found.primary, current: found.current };
    const generated = rememberPassword(context.newPassword);
    const wished = (0,_desired_js__WEBPACK_IMPORTED_MODULE_1__/* .desiredSettings */ .Qf)(place, wish, { ...context, newPassword: generated.draw });
    const desired = { ...wished, expiration: (portalsDate(place, wish, state.version) ?? wished).expiration };
    const action = actionOf(place, wish, desired);
    const target = withPortalsDate(place, state.version, desired, action, context.now);
    const problems = (0,_constraints_js__WEBPACK_IMPORTED_MODULE_0__/* .planProblems */ .s4)(state, found, wish, action, target);
    if (problems.length > 0)
        return { problems };
    const steps = stepsOf(state, found, action, context.identity);
    return {
        plan: {
            action,
            key: wish.ref.by === 'id' ? null : wish.ref.key,
            ...place,
            target,
            id: steps.id,
            fields: action === 'none' ? [] : (0,_settings_js__WEBPACK_IMPORTED_MODULE_4__/* .changes */ .Ao)(found.type, found.current, target),
            widens: action === 'none' ? [] : (0,_settings_js__WEBPACK_IMPORTED_MODULE_4__/* .widenings */ .Dp)(found.type, found.current, target),
            steps: steps.steps,
            extras: found.extras,
            oldGoesFirst: steps.oldGoesFirst,
            newPassword: generated.drawn(),
            portalSetsExpiration: (0,_constraints_js__WEBPACK_IMPORTED_MODULE_0__/* .setsExpirationItself */ .YM)(found.type, state.version),
        },
    };
}
function rememberPassword(draw) {
    let password = null;
    return { draw: () => (password ??= draw()), drawn: () => password };
}
function actionOf(place, wish, desired) {
    const { current, type } = place;
    if (current === null)
        return 'create';
    if (wish.rotate)
        return 'rotate';
    if (current.expired && !wish.renew)
        return 'replace';
    const same = (0,_settings_js__WEBPACK_IMPORTED_MODULE_4__/* .changes */ .Ao)(type, { ...current, expiration: null }, { ...desired, expiration: null }).length === 0;
    return same && (0,_link_js__WEBPACK_IMPORTED_MODULE_3__/* .sameInstant */ .eM)(current, desired.expiration) ? 'none' : 'update';
}
/**
 * The link whose date stays, though it is not to the second what is asked; null if there is none. Before 3.7 the portal
 * has dated a live invitation by its own clock, which may be ahead of ours or behind: a week from then is no longer than
 * a week from now, and within some minutes the instant that was asked for.
 */
function portalsDate({ type, current }, { expiration, renew }, version) {
    if (!(0,_constraints_js__WEBPACK_IMPORTED_MODULE_0__/* .setsExpirationItself */ .YM)(type, version) || current?.expired !== false || current.expiration === null)
        return null;
    switch (expiration?.kind) {
        case 'duration':
            return !renew && expiration.milliseconds >= _desired_js__WEBPACK_IMPORTED_MODULE_1__/* .oldInvitationLifetime */ .i7 ? current : null;
        case 'instant':
            return Math.abs(current.expiration.getTime() - expiration.at.getTime()) <= _desired_js__WEBPACK_IMPORTED_MODULE_1__/* .portalsDateTolerance */ .nc ? current : null;
        case 'never':
        case undefined:
            return null;
    }
}
function withPortalsDate(place, version, desired, action, now) {
    if (action === 'none' || !(0,_constraints_js__WEBPACK_IMPORTED_MODULE_0__/* .setsExpirationItself */ .YM)(place.type, version))
        return desired;
    const end = Math.floor((now.getTime() + _desired_js__WEBPACK_IMPORTED_MODULE_1__/* .oldInvitationLifetime */ .i7) / 1000) * 1000;
    return { ...desired, expiration: new Date(end) };
}
function stepsOf(state, found, action, identity) {
    const clearing = found.extras.map((link) => ({ do: 'revoke', link }));
    const { current } = found;
    if (current === null) {
        if (found.primary)
            return { steps: [{ do: 'make-primary' }], id: null, oldGoesFirst: false };
        const id = (0,_identity_js__WEBPACK_IMPORTED_MODULE_5__/* .newId */ .Si)(identity, found.prefix);
        return { steps: [...clearing, { do: 'put', id }], id, oldGoesFirst: false };
    }
    if (action === 'none')
        return { steps: clearing, id: current.id, oldGoesFirst: false };
    if (action === 'update') {
        return { steps: [...clearing, { do: 'put', id: current.id }], id: current.id, oldGoesFirst: false };
    }
    // A new URL. Only an additional link of a room with a free place can come before the old one goes.
    const kind = (0,_link_js__WEBPACK_IMPORTED_MODULE_3__/* .kindOf */ .I)(found);
    if (kind === 'primary') {
        return { steps: [{ do: 'revoke', link: current }, { do: 'make-primary' }], id: null, oldGoesFirst: true };
    }
    const id = (0,_identity_js__WEBPACK_IMPORTED_MODULE_5__/* .newId */ .Si)(identity, found.prefix);
    const full = (0,_constraints_js__WEBPACK_IMPORTED_MODULE_0__/* .linksOfKind */ .Lp)(state, found, kind).length >= state.room.type.limits[kind];
    const comes = { do: 'put', id };
    const goes = { do: 'revoke', link: current };
    return { steps: [...clearing, ...(full ? [goes, comes] : [comes, goes])], id, oldGoesFirst: full };
}


/***/ }),

/***/ 8854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fd: () => (/* binding */ changedMeanwhile),
/* harmony export */   It: () => (/* binding */ openListed),
/* harmony export */   cw: () => (/* binding */ hasRivals),
/* harmony export */   qc: () => (/* binding */ makesLink),
/* harmony export */   zn: () => (/* binding */ prove)
/* harmony export */ });
/* harmony import */ var _links_desired_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5260);
/* harmony import */ var _links_identity_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(310);
/* harmony import */ var _links_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8797);
/* harmony import */ var _links_quoted_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5504);
/* harmony import */ var _links_verify_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1953);
/* harmony import */ var _render_log_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7147);
/* harmony import */ var _explain_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(244);
/* harmony import */ var _write_link_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6937);








/** Whether the plan makes a link that was not there before, and can be taken away again. */
function makesLink(plan) {
    return plan.action !== 'update' && plan.action !== 'none' && !(0,_links_desired_js__WEBPACK_IMPORTED_MODULE_0__/* .isPermanent */ .lE)(plan);
}
/** Whether others have changed what the plan was made from: the room's links, its rights or its place. */
function changedMeanwhile(before, after) {
    const facts = ({ room, links }) => JSON.stringify([
        room.area,
        room.canEditAccess,
        links.map((link) => [link.id, link.access, link.expired]).toSorted(),
    ]);
    return facts(before) !== facts(after);
}
/**
 * Whether the room now has another link in the place of this one, made by a run at the same time: of the same key, or,
 * where both replaced a link that is named by its id, with the same beginning.
 */
function hasRivals(state, plan, id, identity) {
    if (plan.primary || (plan.key === null && !makesLink(plan)))
        return false;
    const place = { roomId: plan.room.id, type: plan.type };
    const prefix = plan.key === null ? (0,_links_identity_js__WEBPACK_IMPORTED_MODULE_6__/* .prefixOf */ .MT)(id) : (0,_links_identity_js__WEBPACK_IMPORTED_MODULE_6__/* .idPrefix */ .m0)(identity, { ...place, key: plan.key });
    const going = plan.steps.flatMap((step) => (step.do === 'revoke' ? [step.link.id] : []));
    return state.links.some((link) => link.id.startsWith(prefix) && link.id !== id && !going.includes(link.id));
}
/** Tries a link as the room lists it. */
async function openListed(portal, state, id) {
    const link = state.links.find((one) => one.id === id);
    return link === undefined ? 'unknown' : portal.open(link);
}
/**
 * Compares what the portal now has with what was asked. Throws a `Failure` with each difference; takes a link back
 * before that this run made wrongly.
 */
async function prove(deps, plan, written, state, opens) {
    const listed = state.links.find(({ id }) => id === written.id) ?? null;
    const met = listed === null ? null : (0,_links_verify_js__WEBPACK_IMPORTED_MODULE_2__/* .verifyOpens */ .J)(listed, opens);
    const changed = (0,_links_verify_js__WEBPACK_IMPORTED_MODULE_2__/* .verify */ .M)(plan, written.id, state.links);
    const differences = [...changed, ...(met === null ? [] : [met])];
    if (differences.length === 0) {
        if (opens === 'unknown') {
            deps.log.warning('Link not tried', 'The link is as asked, but what an anonymous visitor with it meets could not be asked. The log says why.');
        }
        return;
    }
    if (isSharedWithOthers(plan, written, changed)) {
        const what = changed.map(({ name }) => name).join(', ');
        throw (0,_links_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('conflict', `The primary link of room ${plan.room.id} ${(0,_links_quoted_js__WEBPACK_IMPORTED_MODULE_7__/* .quoted */ .T)(plan.room.title)} was as asked when it was written, and is not any more (${what}): others have changed it since.`);
    }
    const asked = differences.every(({ name }) => name === 'old link');
    const wrong = makesLink(plan) && !asked ? (listed ?? written.link) : null;
    if (wrong === null)
        throw (0,_explain_js__WEBPACK_IMPORTED_MODULE_4__/* .explainDifferences */ .S8)(differences, plan, '');
    if (!(await (0,_write_link_js__WEBPACK_IMPORTED_MODULE_5__/* .takeBack */ .zH)(deps.portal, plan.room.id, wrong))) {
        const still = `The link that this step made, ${wrong.id}, could not be revoked again: revoke it in DocSpace.`;
        throw (0,_explain_js__WEBPACK_IMPORTED_MODULE_4__/* .explainDifferences */ .S8)(differences, plan, still);
    }
    deps.log.line(`✗ the link is not as asked → revoked ${(0,_render_log_js__WEBPACK_IMPORTED_MODULE_3__/* .shortId */ .m_)(wrong.id, state.links)} again`);
    deps.seen({ ...state, links: state.links.filter(({ id }) => id !== wrong.id) });
    throw (0,_explain_js__WEBPACK_IMPORTED_MODULE_4__/* .explainDifferences */ .S8)(differences, plan, 'The link that this step made is revoked again.');
}
/**
 * Whether a link was as asked right after the write, and is not now. The portal draws the id of a primary link, so that
 * another run may have been given the same one: what that has written since is not taken back.
 */
function isSharedWithOthers(plan, { id, link }, changed) {
    const isChanged = changed.some(({ name }) => name !== 'old link');
    return plan.primary && isChanged && link !== null && (0,_links_verify_js__WEBPACK_IMPORTED_MODULE_2__/* .verify */ .M)(plan, id, [link]).length === 0;
}


/***/ })

};
