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
/* harmony import */ var _links_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4433);


/**
 * The JSON report, in the shape of `reportShape` and without any other member: equal results give the same bytes. Titles
 * are what DocSpace has to the last character, but characters that are not seen, or turn the direction of the text, are
 * written as escapes: whoever looks at the file sees what it says.
 */
function jsonReport({ portal, generated, coverage, findings, links, notSeen }) {
    const report = {
        version: _audit_report_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .reportVersion */ .fV,
        portal,
        generated: (0,_links_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .isoInstant */ .j2)(generated),
        coverage,
        findings,
        links,
        notSeen,
    };
    // Members are chosen by their names, since copies of so many links would need more memory than the text.
    const text = JSON.stringify(report, [..._audit_report_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .memberNames */ .hQ], 2);
    return `${text}\n`.replace(/[\p{Cf}\p{Zl}\p{Zp}\u007f-\u009f]/gu, escaped);
}
/** By UTF-16 units, as JSON has it. */
function escaped(character) {
    return Array.from({ length: character.length }, (_, at) => {
        const unit = character.charCodeAt(at).toString(16).padStart(4, '0');
        return `\\u${unit}`;
    }).join('');
}


/***/ })

};
