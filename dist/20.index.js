export const id = 20;
export const ids = [20];
export const modules = {

/***/ 7020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readBaselineFile: () => (/* binding */ readBaselineFile)
/* harmony export */ });
/* unused harmony export largestBaseline */
/* harmony import */ var _audit_baseline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9965);
/* harmony import */ var _links_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8797);
/* harmony import */ var _links_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9619);
/* harmony import */ var _runner_given_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6693);




/** Bytes; the report of some hundred thousand links. */
const largestBaseline = 256 * 1024 * 1024;
/**
 * Reads the report that `baseline` names; null without one, and with a notice for one that is not there. `portal` is
 * null if it is not known. Throws `input` with what is wrong with it.
 */
async function readBaselineFile(path, portal, runner) {
    const file = await runner.readGivenFile(path, largestBaseline);
    if (file.kind === 'missing') {
        runner.notice('No baseline', `${(0,_links_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(path)} is not there: all findings are new.`);
        return null;
    }
    const refused = (why, advice) => (0,_links_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('input', `\`baseline\`: ${(0,_links_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(path)} ${why}`, advice);
    if (file.kind === 'unusable')
        throw refused(file.why, 'Give the path of a JSON report.');
    const read = (0,_runner_given_file_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b)(file.bytes);
    if ('why' in read)
        throw refused(read.why, 'Give the path of a JSON report, as an earlier audit wrote it.');
    return (0,_audit_baseline_js__WEBPACK_IMPORTED_MODULE_0__/* .readBaseline */ .mF)(read.text, path, portal);
}


/***/ })

};
