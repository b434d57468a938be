export const id = 14;
export const ids = [14];
export const modules = {

/***/ 5014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   placesIn: () => (/* binding */ placesIn),
/* harmony export */   workflowPath: () => (/* binding */ workflowPath)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _waivers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9177);


/** Where the file would be, if there were one. */
const usual = '.github/docspace-links.yml';
/**
 * Where findings stand in the repository, for code scanning and annotations, which want a file and a line: the waiver's
 * line, else that of the room in `rooms`, else that of `policy`, else the first of the file. Without a file, or with one
 * from elsewhere, the first line of the workflow. Paths are those of the repository, with forward slashes.
 */
function placesIn(file, checkout, { generated, roomLinks }, identity) {
    const path = file === null ? null : pathInRepository(file.path, checkout.workspace);
    if (file === null || path === null) {
        const place = { path: checkout.workflow ?? usual, line: 1 };
        return () => place;
    }
    const rooms = new Map(file.rooms.map(({ room, line }) => [room.by === 'id' ? room.id : titleKey(room.title), line]));
    const roomLine = ({ roomId, roomTitle }) => rooms.get(roomId) ?? rooms.get(titleKey(roomTitle));
    const waiverLine = (finding) => {
        const links = roomLinks.get(finding.roomId) ?? [];
        const own = (0,_waivers_js__WEBPACK_IMPORTED_MODULE_1__/* .waiverOf */ .Ci)(file.waivers, finding, { links, identity }, generated);
        return (own ?? (0,_waivers_js__WEBPACK_IMPORTED_MODULE_1__/* .ambiguousBy */ .qP)(file.waivers, finding, links)[0])?.line;
    };
    return (finding) => ({
        path,
        line: waiverLine(finding) ?? roomLine(finding) ?? file.policyLine ?? 1,
    });
}
/** No id begins so: a room named by a number is named by its id. */
function titleKey(title) {
    return `title ${title.normalize('NFC')}`;
}
/** Null if the file is not in the repository. */
function pathInRepository(path, workspace) {
    const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(workspace, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace, path));
    const outside = inside === '' || inside === '..' || inside.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_0__.sep}`) || (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(inside);
    return outside ? null : inside.replaceAll(node_path__WEBPACK_IMPORTED_MODULE_0__.sep, '/');
}
/** Path of the workflow from `GITHUB_WORKFLOW_REF` (`octo/contracts/.github/workflows/audit.yml@refs/heads/main`). */
function workflowPath(ref) {
    return /^[^/]+\/[^/]+\/(\.github\/workflows\/[^/]+?\.ya?ml)@/u.exec(ref)?.[1] ?? null;
}


/***/ }),

/***/ 9177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ci: () => (/* binding */ waiverOf),
/* harmony export */   G6: () => (/* binding */ ambiguousTitles),
/* harmony export */   GM: () => (/* binding */ ambiguousIn),
/* harmony export */   KH: () => (/* binding */ isAbout),
/* harmony export */   qP: () => (/* binding */ ambiguousBy),
/* harmony export */   z9: () => (/* binding */ withWaiver)
/* harmony export */ });
/* harmony import */ var _links_settings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4433);
/* harmony import */ var _links_identity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(310);
/* harmony import */ var _links_quoted_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5504);
/* harmony import */ var _links_room_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9043);




/** Whether a waiver is about this finding, whether it still holds or not. One that is ambiguous is about none. */
function isAbout(waiver, finding, { links, identity }) {
    const { rule, room, link } = waiver;
    const { roomId, roomTitle, linkId } = finding;
    if (rule !== finding.rule || !(0,_links_room_js__WEBPACK_IMPORTED_MODULE_1__/* .isMeant */ .EZ)(room, { id: roomId, title: roomTitle }))
        return false;
    switch (link?.by) {
        case undefined:
            return true;
        case 'id':
            return linkId.startsWith(link.start) && fitting(link.start, links).length <= 1;
        case 'key':
            return (0,_links_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .isManaged */ .yF)(identity, linkId) && (0,_links_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .bearsKey */ .xj)(identity, { roomId, key: link.key }, linkId);
    }
}
/** The waivers that name a link of this room by a beginning that several of its links have: they waive nothing. */
function ambiguousIn(waivers, room, links) {
    return waivers.flatMap((waiver) => {
        if (waiver.link?.by !== 'id' || !(0,_links_room_js__WEBPACK_IMPORTED_MODULE_1__/* .isMeant */ .EZ)(waiver.room, room))
            return [];
        const meant = fitting(waiver.link.start, links);
        return meant.length > 1 ? [{ waiver, links: meant }] : [];
    });
}
/** What waivers name by a title that several of these rooms have: nobody knows which room is meant, so they waive nothing. */
function ambiguousTitles(waivers, rooms) {
    const titled = Map.groupBy(waivers, ({ room }) => (room.by === 'title' ? room.title.normalize('NFC') : null));
    return [...titled].flatMap(([title, those]) => {
        if (title === null)
            return [];
        const meant = rooms.filter((room) => (0,_links_room_js__WEBPACK_IMPORTED_MODULE_1__/* .isMeant */ .EZ)({ by: 'title', title }, room));
        return meant.length > 1 ? [{ title, waivers: those, rooms: meant }] : [];
    });
}
/** The waivers that a finding (DSL903) says to be ambiguous, in a room with these links. */
function ambiguousBy(waivers, { rule, roomId: id, roomTitle: title }, links) {
    if (rule !== 'DSL903')
        return [];
    // Of several rooms with one title the finding has no id.
    if (id === '')
        return waivers.filter(({ room }) => (0,_links_room_js__WEBPACK_IMPORTED_MODULE_1__/* .isMeant */ .EZ)(room, { id, title }));
    return ambiguousIn(waivers, { id, title }, links).map(({ waiver }) => waiver);
}
function fitting(start, links) {
    return links.filter(({ id }) => id.startsWith(start));
}
/** The waiver of a finding: of several, one that still holds; null without any. */
function waiverOf(waivers, finding, scope, now) {
    const about = waivers.filter((waiver) => isAbout(waiver, finding, scope));
    return about.find((waiver) => holds(waiver, now)) ?? about[0] ?? null;
}
/** The finding as its waiver leaves it: waived, or, where that has expired, brought back with a note about it. */
function withWaiver(finding, waivers, scope, now) {
    const waiver = waiverOf(waivers, finding, scope, now);
    if (waiver === null)
        return finding;
    if (holds(waiver, now)) {
        return { ...finding, status: 'waived', message: `${finding.message} Waived ${wordsOf(waiver)}.` };
    }
    return {
        ...finding,
        message: `${finding.message} Its waiver in line ${waiver.line} of the policy file has run out: it was waived ${wordsOf(waiver)}.`,
    };
}
function holds({ until }, now) {
    return now <= until;
}
function wordsOf({ until, owner, reason }) {
    const by = owner === null ? '' : ` by ${(0,_links_quoted_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .T)(owner)}`;
    return `until ${(0,_links_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .spokenInstant */ .Y9)(until)}${by}: ${(0,_links_quoted_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .T)(reason)}`;
}


/***/ })

};
