export const id = 507;
export const ids = [507];
export const modules = {

/***/ 1507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jsonReport: () => (/* binding */ jsonReport)
/* harmony export */ });
/* harmony import */ var _audit_report_shape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3884);
/* harmony import */ var _links_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9619);
/* harmony import */ var _links_time_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(517);



/**
 * The JSON report, in the shape of `reportShape` and without any other member: equal results give the same bytes. Titles
 * are what DocSpace has to the last character, but characters that are not seen, or turn the direction of the text, are
 * written as escapes: whoever looks at the file sees what it says.
 */
function jsonReport({ portal, generated, coverage, findings, links, notSeen }) {
    const report = {
        version: _audit_report_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .reportVersion */ .fV,
        portal,
        generated: (0,_links_time_js__WEBPACK_IMPORTED_MODULE_1__/* .isoInstant */ .j2)(generated),
        coverage,
        findings,
        links,
        notSeen,
    };
    // Members are chosen by their names, since copies of so many links would need more memory than the text.
    const text = JSON.stringify(report, [..._audit_report_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .memberNames */ .hQ], 2);
    return (0,_links_text_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeForJson */ .Xy)(`${text}\n`);
}


/***/ })

};
