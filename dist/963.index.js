export const id = 963;
export const ids = [963];
export const modules = {

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


/***/ })

};
