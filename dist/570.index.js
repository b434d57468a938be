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
            if (before !== undefined && !listed.has(roomId))
                listed.set(roomId, before);
        };
        listed.delete(roomId);
        try {
            const answer = await send();
            if (isIgnored(answer)) {
                keep();
            }
            else {
                changed = true;
                // What was listed between two attempts is not what there is.
                listed.delete(roomId);
            }
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
    if (!(error instanceof _links_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR))
        return true;
    // A repetition that was given up, since the room is not as it was: the first attempt may have been carried out.
    return (0,_reconcile_explain_js__WEBPACK_IMPORTED_MODULE_3__/* .isOutcomeUnknown */ .B1)(error) || error.problems.some(({ code }) => code === 'conflict');
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
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7728);
/* harmony import */ var _docspace_refusal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9749);
/* harmony import */ var _links_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8797);
/* harmony import */ var _links_text_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(9619);
/* harmony import */ var _links_time_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(517);
/* harmony import */ var _reconcile_read_room_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1707);
/* harmony import */ var _reconcile_reconcile_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5041);
/* harmony import */ var _docspace_portal_clock_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4100);
/* harmony import */ var _render_event_lines_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5155);
/* harmony import */ var _render_log_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7147);
/* harmony import */ var _runner_runner_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7545);
/* harmony import */ var _pull_request_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4479);












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
        if (!(error instanceof _runner_runner_js__WEBPACK_IMPORTED_MODULE_8__/* .NotTaken */ .J))
            throw error;
        warning('Link stays after the job', `\`revoke-after-job\` cannot work here, because ${error.message}. Revoke the link with the action \`revoke\`, or let it expire soon: \`expiration: 12h\`.`);
        return false;
    }
}
const intents = valibot__WEBPACK_IMPORTED_MODULE_10__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_10__/* .object */ .Ikc({
    roomId: valibot__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP(),
    linkId: valibot__WEBPACK_IMPORTED_MODULE_10__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP()),
    expiration: valibot__WEBPACK_IMPORTED_MODULE_10__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_10__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_10__/* .isoTimestamp */ .yhX(), valibot__WEBPACK_IMPORTED_MODULE_10__/* .transform */ .pdi((text) => new Date(text)))),
}));
/** The links that the step of this post step has made, or was about to make. Throws `input` if that cannot be read. */
function madeLinks({ state }) {
    const text = state(stateName);
    if (text === '')
        return [];
    const read = valibot__WEBPACK_IMPORTED_MODULE_10__/* .safeParse */ .xLC(valibot__WEBPACK_IMPORTED_MODULE_10__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_10__/* .parseJson */ .qFJ(), intents), text);
    if (read.success)
        return read.output;
    throw (0,_links_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('input', 'What the step has kept for its post step cannot be read, so it is not known which links it has made.', 'Look at the links of the room in DocSpace: their titles begin with the name of the repository.');
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
            if (!(error instanceof _links_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR))
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
        runner.warning('Primary link not revoked', `The step ended while it made the primary link of ${(0,_render_log_js__WEBPACK_IMPORTED_MODULE_7__/* .roomName */ .TX)(state.room)}, so it is not certain that ${primary.id} ${(0,_links_text_js__WEBPACK_IMPORTED_MODULE_11__/* .quoted */ .TL)(primary.title)} is its own. Look at it in DocSpace.`);
        return;
    }
    const link = state.links.find(({ id }) => id === intent.linkId);
    if (link === undefined && state.room.canEditAccess) {
        runner.line(`${(0,_render_log_js__WEBPACK_IMPORTED_MODULE_7__/* .roomName */ .TX)(state.room)}: link ${(0,_render_log_js__WEBPACK_IMPORTED_MODULE_7__/* .shortId */ .m_)(intent.linkId, state.links)} is gone already`);
        return;
    }
    if (link === undefined) {
        warn(intent, [], tools);
        return;
    }
    const plan = { state, toRevoke: [{ link, key: null }], toKeep: [] };
    const { removed, gone, unproved, problems } = await (0,_reconcile_reconcile_js__WEBPACK_IMPORTED_MODULE_4__/* .reconcile */ .L)({
        portal,
        identity: tools.identity,
        wait: tools.wait,
        now: () => (0,_docspace_portal_clock_js__WEBPACK_IMPORTED_MODULE_5__/* .portalNow */ .H1)(portal, tools.now()),
        report: (event) => {
            if (event.event !== 'removed' && event.event !== 'gone')
                (0,_render_event_lines_js__WEBPACK_IMPORTED_MODULE_6__/* .logEvent */ .$)(runner, { nextRun: 'the next run' }, event);
        },
    }, { plan, planAgain: () => ({ plan }) });
    for (const { link: one } of removed) {
        runner.line(`${(0,_render_log_js__WEBPACK_IMPORTED_MODULE_7__/* .roomName */ .TX)(state.room)}: ✓ revoked ${(0,_render_log_js__WEBPACK_IMPORTED_MODULE_7__/* .shortId */ .m_)(one.id, state.links)} ${(0,_links_text_js__WEBPACK_IMPORTED_MODULE_11__/* .quoted */ .TL)(one.title)}   ✓ read back   ✓ tried: opens nothing`);
    }
    for (const { link: one } of gone) {
        runner.line(`${(0,_render_log_js__WEBPACK_IMPORTED_MODULE_7__/* .roomName */ .TX)(state.room)}: link ${(0,_render_log_js__WEBPACK_IMPORTED_MODULE_7__/* .shortId */ .m_)(one.id, state.links)} is gone already`);
    }
    const reported = problems.map(({ problem }) => problem);
    if (reported.length > 0)
        warn(intent, reported, tools, unproved.length > 0);
    if (removed.length + gone.length > 0) {
        const { room } = state;
        const references = [{ by: 'id', id: link.id }];
        const refused = await (0,_pull_request_js__WEBPACK_IMPORTED_MODULE_9__/* .commentProblems */ .AA)(inputs, tools, { kind: 'revoked', portal: inputs.portal, room, references });
        for (const { code, message, hint } of refused)
            runner.warning(_links_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problemTable */ .iK[code].title, `${message}\n${hint}`);
    }
}
function warn({ roomId, linkId, expiration }, problems, { runner }, isUnknown = false) {
    const end = expiration === null
        ? 'It has no end: revoke it in DocSpace.'
        : `It ends by itself on ${(0,_links_time_js__WEBPACK_IMPORTED_MODULE_2__/* .formatInstant */ .r4)(expiration)}.`;
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

// EXTERNAL MODULE: ../lib/src/docspace/portal-clock.js
var portal_clock = __webpack_require__(4100);
// EXTERNAL MODULE: ../lib/src/links/time.js
var time = __webpack_require__(517);
// EXTERNAL MODULE: ../lib/src/links/desired.js
var desired = __webpack_require__(5260);
// EXTERNAL MODULE: ../lib/src/links/identity.js
var links_identity = __webpack_require__(310);
// EXTERNAL MODULE: ../lib/src/links/password.js
var links_password = __webpack_require__(5021);
// EXTERNAL MODULE: ../lib/src/links/described-link.js
var described_link = __webpack_require__(9446);
// EXTERNAL MODULE: ../lib/src/links/change.js
var change = __webpack_require__(8684);
// EXTERNAL MODULE: ../lib/src/links/history.js
var links_history = __webpack_require__(9558);
// EXTERNAL MODULE: ../lib/src/links/link.js
var links_link = __webpack_require__(6788);
// EXTERNAL MODULE: ../lib/src/links/problem.js
var problem = __webpack_require__(8797);
// EXTERNAL MODULE: ../lib/src/links/shown-id.js
var shown_id = __webpack_require__(6829);
// EXTERNAL MODULE: ../lib/src/reconcile/read-room.js
var read_room = __webpack_require__(1707);
// EXTERNAL MODULE: ../lib/src/reconcile/reconcile.js + 10 modules
var reconcile = __webpack_require__(5041);
// EXTERNAL MODULE: ../lib/src/render/event-lines.js
var event_lines = __webpack_require__(5155);
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
/**
 * Makes sure that the room has the one link of the desired link: reads the room, plans, and makes it so, see `reconcile`. Throws
 * a `Failure` whenever it is not proved that the portal did what was asked.
 */
async function set(deps, task) {
    const { portal, log } = deps;
    const first = await (0,read_room/* readRoom */.Qo)(portal, await (0,read_room/* resolveRoom */.Ow)(portal, task.room), undefined, deps.seen);
    deps.seen(first);
    log.line((0,render_log/* roomLine */.cX)(first));
    const { warning } = (0,portal_clock/* portalTime */.oC)(portal, deps.now());
    if (warning !== null)
        log.warning('Clocks differ', warning);
    const now = () => (0,portal_clock/* portalNow */.H1)(portal, deps.now());
    const { desired } = task;
    const planAgain = (state, history) => {
        const overdue = overdueProblem(desired, now(), deps.now());
        if (overdue !== null)
            return { problems: [overdue] };
        const context = { ...deps.context, now: now() };
        const { value: plan, problems } = (0,links_history/* planRemaining */.c)(state, desired, { entry: task, history }, context);
        return plan === undefined ? { problems } : { plan: { state, toRevoke: [], toKeep: [{ plan, entry: task }] } };
    };
    const { plan, problems } = planAgain(first, (0,links_history/* newHistory */.l)(first));
    if (plan === undefined)
        throw new problem/* Failure */.HR(problems);
    const [{ plan: linkPlan }] = plan.toKeep;
    (0,render_log/* planLines */.HN)(linkPlan, now(), first.links).forEach(log.line);
    const kept = (0,event_lines/* halfMadeWarning */.d)(linkPlan);
    if (kept !== null)
        log.warning(...kept);
    if (task.dryRun) {
        log.line('Dry run: nothing was written');
        return reportOf(linkPlan, first, null);
    }
    const report = (event) => {
        note(deps, event, first.room.id);
        if (event.event === 'planned') {
            const [{ plan: again }] = event.plan.toKeep;
            (0,render_log/* planLines */.HN)(again, now(), event.plan.state.links).forEach(log.line);
            const left = kept === null ? (0,event_lines/* halfMadeWarning */.d)(again) : null;
            if (left !== null)
                log.warning(...left);
        }
        (0,event_lines/* logEvent */.$)(log, { nextRun: 'the next run with the same inputs' }, event);
    };
    const { identity } = deps.context;
    return finish(deps, await (0,reconcile/* reconcile */.L)({ portal, identity, report, wait: deps.wait, now }, { plan, planAgain }));
}
/** Why a date that passed between the reading of the inputs and now cannot be set, by the portal's clock. */
function overdueProblem({ expiration }, portals, runners) {
    if (expiration?.kind !== 'instant' || expiration.at > portals)
        return null;
    return (0,problem/* problem */.CC)('expired-on-the-way', `\`expiration\`: ${(0,time/* formatInstant */.r4)(expiration.at)} has passed by the portal's clock, which says ${(0,time/* formatInstant */.r4)(portals)}; the runner's says ${(0,time/* formatInstant */.r4)(runners)}.`);
}
/** Tells the verb what it has to know even if the step fails later. */
function note({ seen, wrote, intend }, event, roomId) {
    if (event.event === 'read')
        seen(event.state);
    if (event.event === 'written')
        wrote(event.plan);
    if (event.event === 'making')
        intend({ roomId, linkId: event.id, expiration: event.plan.target.expiration });
}
/** The report of what was carried out; throws what is wrong with it. */
function finish({ log, wrote }, { state, placed, problems }) {
    const [one] = placed;
    // A write that seemed to fail has been carried out.
    if (one.isWritten)
        wrote(one.reported);
    if (problems.length > 0)
        throw new problem/* Failure */.HR(problems.map(({ problem: reported }) => reported));
    const report = reportOf(one.reported, state, one);
    const { link, result, opens } = report;
    const proofs = opens === '' ? [] : ['✓ read back', ...(opens === 'unknown' ? [] : [`✓ tried: ${links_link/* opensWords */.vA[opens]}`])];
    const places = (0,render_log/* placesLine */.F1)(state.room, state.links, (0,links_link/* kindOf */.I)(one.reported));
    const parts = [
        `✓ ${result}${link === null ? '' : ` ${(0,render_log/* shortId */.m_)(link.id, (0,shown_id/* around */.m)(state.links, one.reported))}`}`,
        ...proofs,
        ...(places === '' ? [] : [places]),
    ];
    log.line(parts.join('   '));
    return report;
}
/** What was done; without `placed` what would be. */
function reportOf(reported, state, placed) {
    const id = placed?.id ?? reported.id;
    const duplicates = placed?.duplicates ?? reported.duplicates;
    const result = reported.action === 'none' && duplicates.length > 0 ? 'updated' : results[reported.action];
    return {
        result,
        changed: result !== 'unchanged',
        state,
        link: state.links.find((one) => one.id === id) ?? null,
        plan: (0,change/* changesOf */.fs)({ ...reported, id: id ?? reported.id, duplicates }),
        primaryPlan: reported,
        opens: placed?.opens ?? '',
        newPassword: reported.newPassword,
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
        now: tools.now,
        wait: tools.wait,
        context: { identity, defaultTitle: (0,desired/* defaultTitle */.QL)(repository, key), newPassword },
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
    }, { room: inputs.room, desired: inputs.desired, dryRun: inputs.dryRun })
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
    const summary = (0,render_summary/* setSummary */.LR)(outcome, (0,portal_clock/* portalNow */.H1)(tools.portal, tools.now()), (id) => (0,links_identity/* isManaged */.yF)(identity, id));
    tools.summary(summary);
    if (link !== null) {
        const { portal, revealLink: reveal, desired } = inputs;
        await (0,pull_request/* comment */.Im)(inputs, tools, {
            kind: 'link',
            portal,
            room: report.state.room,
            reference: desired.reference,
            link,
            reveal,
        });
    }
    return summary;
}
function keyOf({ desired }) {
    return desired.reference.by === 'id' ? desired.reference.id : desired.reference.key;
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
/** A post step does not run when its runner dies, so a link for the life of a job should end soon by itself. */
function warnOfLongLife({ primaryPlan: { target } }, { runner, portal, now }) {
    const { expiration } = target;
    if (expiration !== null && expiration.getTime() <= (0,portal_clock/* portalNow */.H1)(portal, now()).getTime() + time/* day */.vd)
        return;
    runner.warning('Link outlives the job if the runner dies', '`revoke-after-job` cannot revoke the link when the runner is lost. Give it an end within 24 hours too: `expiration: 12h`.');
}
function expirationOf({ link, primaryPlan }) {
    const expiration = link === null ? primaryPlan.target.expiration : link.expiration;
    return expiration === null ? 'never' : (0,time/* isoInstant */.j2)(expiration);
}


/***/ })

};
