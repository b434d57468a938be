export const id = 620;
export const ids = [620];
export const modules = {

/***/ 620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   list: () => (/* binding */ list),
/* harmony export */   runList: () => (/* binding */ runList)
/* harmony export */ });
/* harmony import */ var _links_described_link_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9446);
/* harmony import */ var _links_identity_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(310);
/* harmony import */ var _links_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8797);
/* harmony import */ var _links_quoted_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5504);
/* harmony import */ var _reconcile_read_room_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1707);
/* harmony import */ var _render_log_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7147);
/* harmony import */ var _render_outputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8211);
/* harmony import */ var _render_summary_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5901);








/**
 * Reads a room's links. Throws `not-room-manager` where the key may not see them: the portal then answers with an
 * empty list, and an empty list is never passed on as an answer (portal.md §0.7).
 */
async function list(deps, task) {
    const state = await (0,_reconcile_read_room_js__WEBPACK_IMPORTED_MODULE_2__/* .readListing */ .vS)(deps.portal, await (0,_reconcile_read_room_js__WEBPACK_IMPORTED_MODULE_2__/* .resolveRoom */ .Ow)(deps.portal, task.room));
    deps.seen(state.room);
    deps.log.line((0,_render_log_js__WEBPACK_IMPORTED_MODULE_3__/* .roomLine */ .cX)(state));
    if (state.links.length === 0 && !(await (0,_reconcile_read_room_js__WEBPACK_IMPORTED_MODULE_2__/* .maySeeLinks */ .Ue)(state.room, async () => (await deps.portal.key()).userId))) {
        throw (0,_links_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('not-room-manager', `The portal shows no links of room ${state.room.id} ${(0,_links_quoted_js__WEBPACK_IMPORTED_MODULE_6__/* .quoted */ .T)(state.room.title)} to this key, which does not mean that there are none: its user is not a manager of the room.`);
    }
    // In the archive no flag tells the rights, so the contradiction shows only now.
    if (state.links.length === 0 && state.room.shared === true)
        throw (0,_reconcile_read_room_js__WEBPACK_IMPORTED_MODULE_2__/* .unlisted */ .B$)(state);
    return {
        state,
        links: state.links.filter((link) => task.type === 'all' || link.type === task.type),
        primary: state.links.find((link) => link.primary) ?? null,
    };
}
/** The action `list`: reads a room's links and sets its outputs; gives the summary. */
async function runList(inputs, tools) {
    const { runner, identity, output } = tools;
    const shows = (link) => (0,_links_described_link_js__WEBPACK_IMPORTED_MODULE_0__/* .mayReveal */ .L)(link, inputs.revealLink);
    const { state, links, primary } = await list({
        portal: tools.portal,
        log: runner,
        seen: ({ id }) => {
            output('room-id', id);
        },
    }, { room: inputs.room, type: inputs.linkType });
    output('links', { elements: (0,_render_outputs_js__WEBPACK_IMPORTED_MODULE_4__/* .linkElements */ .iq)(links, identity, shows), whole: 'The log names all of them.' });
    output('links-count', String(links.length));
    output('primary-link-id', primary?.id ?? '');
    (0,_render_log_js__WEBPACK_IMPORTED_MODULE_3__/* .listLines */ .i4)(state.links, inputs.linkType, tools.now(), shows).forEach(runner.line);
    return [
        `### DocSpace room links`,
        `${(0,_render_summary_js__WEBPACK_IMPORTED_MODULE_5__/* .roomSummary */ .si)(state.room)} · ${(0,_render_log_js__WEBPACK_IMPORTED_MODULE_3__/* .countWords */ .rj)(links.length, inputs.linkType)}`,
        (0,_render_summary_js__WEBPACK_IMPORTED_MODULE_5__/* .linksTable */ .sg)(links, tools.now(), null, (id) => (0,_links_identity_js__WEBPACK_IMPORTED_MODULE_7__/* .isManaged */ .yF)(identity, id), shows),
    ].join('\n\n');
}


/***/ })

};
