export const id = 962;
export const ids = [962];
export const modules = {

/***/ 9962:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseTitlePattern: () => (/* binding */ parseTitlePattern)
/* harmony export */ });
/* harmony import */ var re2js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8966);
/* harmony import */ var _links_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9619);


const longest = 200;
/**
 * Steps of a compiled expression. Each title takes time in proportion to them and to its own length, whatever it is;
 * these are some milliseconds for the longest title.
 */
const mostSteps = 1000;
/**
 * A regular expression that titles have to match somewhere, in the syntax of RE2 (as in Go): matched in linear time, so
 * that no title that somebody else chooses keeps a run busy. That is why it has no look-around and no references back.
 */
const parseTitlePattern = (text) => {
    if (text === '')
        return { wrong: 'is empty.' };
    if (text.length > longest)
        return { wrong: `is too long: ${text.length} of ${longest} characters.` };
    let compiled;
    try {
        compiled = re2js__WEBPACK_IMPORTED_MODULE_0__/* .RE2JS */ .L3.compile(text);
    }
    catch (error) {
        if (!(error instanceof re2js__WEBPACK_IMPORTED_MODULE_0__/* .RE2JSException */ .o_))
            throw error;
        return { wrong: whyWrong(text, error) };
    }
    const steps = compiled.programSize();
    if (steps > mostSteps) {
        return { wrong: `is too large: its repetitions make it ${steps} steps long; at most ${mostSteps} are allowed.` };
    }
    return { value: { source: text, test: (title) => compiled.test(title) } };
};
/** What JavaScript and others have and RE2 has not, by how it is written; the first that fits counts. */
const missing = [
    [/\(\?<?[=!]/u, 'look-ahead and look-behind, as in `(?=…)`, are not available'],
    [/\\(?:[1-9]|k<)/u, 'references back to a group, as in `(a)\\1`, are not available'],
    [/\(\?>|[*+?}]\+/u, 'atomic groups and possessive repetitions, as in `(?>…)` and `a++`, are not available'],
    [/\\u/u, 'write a character by its number as `\\x{e9}`'],
    [/\\p\{\w+=/u, 'write a script as `\\p{Greek}`'],
];
function whyWrong(text, error) {
    const syntax = 'is not a regular expression in RE2 syntax';
    const known = missing.find(([form]) => form.test(text));
    if (known !== undefined)
        return `${syntax}: ${known[1]}.`;
    if (!(error instanceof re2js__WEBPACK_IMPORTED_MODULE_0__/* .RE2JSSyntaxException */ .pB))
        return `${syntax}.`;
    const { error: why, input } = error;
    return `${syntax}: ${why}${input === null || input === '' ? '' : `, in ${(0,_links_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(input)}`}.`;
}


/***/ })

};
