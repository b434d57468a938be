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
/* harmony import */ var _rules_waivers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6353);
/* harmony import */ var _waivers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9177);



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
        const own = (0,_waivers_js__WEBPACK_IMPORTED_MODULE_2__/* .waiverOf */ .Ci)(file.waivers, finding, { links, identity }, generated);
        return (own ?? (0,_rules_waivers_js__WEBPACK_IMPORTED_MODULE_1__/* .ambiguousBy */ .q)(file.waivers, finding, links)[0])?.line;
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
function workflowPath(reference) {
    return /^[^/]+\/[^/]+\/(\.github\/workflows\/[^/]+?\.ya?ml)@/u.exec(reference)?.[1] ?? null;
}


/***/ })

};
