export const id = 936;
export const ids = [936];
export const modules = {

/***/ 7936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sarifReport: () => (/* binding */ sarifReport)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8522);
/* harmony import */ var _audit_finding_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4441);
/* harmony import */ var _audit_result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6915);
/* harmony import */ var _links_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9619);
/* harmony import */ var _links_time_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(517);





const driver = {
    name: 'docspace-room-links',
    informationUri: 'https://github.com/OWNER/docspace-room-links',
    semanticVersion: '1.0.0',
};
/** Code scanning refuses a file with more results (it shows 5000), or of more bytes when compressed. */
const mostResults = 25_000;
const mostBytes = 10_000_000;
const levels = { critical: 'error', high: 'error', medium: 'warning', low: 'note', info: 'note' };
/** Code scanning makes these scores its own words again: from 9 on critical, from 7 high, from 4 medium, else low. */
const scores = {
    critical: '9.5',
    high: '8.0',
    medium: '5.5',
    low: '3.0',
    info: '1.0',
};
/**
 * The findings as SARIF 2.1.0, as code scanning takes it: without those that are fixed, and with the waived ones as
 * suppressed. All `rules` are listed, with the severities that they are given here. `hash` is SHA-256 of the UTF-8 text.
 * There is no address in it: the portal is only in the fingerprints. If there is more than code scanning takes, the worst
 * findings are there, and a notification says so.
 */
function sarifReport(result, rules, placeOf, hash) {
    const present = result.findings
        .filter(({ status }) => status !== 'fixed')
        .toSorted((one, other) => rank(one) - rank(other));
    const indexes = new Map(rules.map(({ id }, index) => [id, index]));
    const results = present.slice(0, mostResults).map((finding) => {
        const print = Buffer.from(hash((0,_audit_result_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprintOf */ .ax)(result.portal, finding))).toString('hex');
        return {
            ...resultOf(finding, indexes.get(finding.rule)),
            locations: [locationOf(placeOf(finding))],
            // By the second alone code scanning tells the findings of a line apart: without it they would be one.
            partialFingerprints: { 'docspaceRoomLink/v1': print, primaryLocationLineHash: print },
            // All results have a state, or none has.
            ...(result.baseline === null ? {} : { baselineState: finding.status === 'new' ? 'new' : 'unchanged' }),
        };
    });
    for (let kept = results;; kept = kept.slice(0, Math.floor(kept.length * 0.8))) {
        const text = `${JSON.stringify(logOf(result, rules, kept, present.length))}\n`;
        if (Buffer.byteLength(text) <= mostBytes || (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gzipSync)(text).length <= mostBytes)
            return text;
    }
}
function resultOf(finding, ruleIndex) {
    return {
        ruleId: finding.rule,
        ...(ruleIndex === undefined ? {} : { ruleIndex }),
        level: levels[finding.severity],
        message: { text: (0,_links_text_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeForSarif */ .SV)(messageOf(finding)) },
        // An empty list says that it is not suppressed; all results say, or none.
        suppressions: finding.status === 'waived' ? [{ kind: 'external', status: 'accepted' }] : [],
    };
}
/** The worst first; what is waived is the least of all. */
function rank({ severity, status }) {
    return _audit_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .severities */ .gO.indexOf(severity) + (status === 'waived' ? _audit_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .severities */ .gO.length : 0);
}
function logOf({ coverage, generated }, rules, results, all) {
    return {
        $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: { driver: { ...driver, rules: rules.map(descriptorOf) } },
                invocations: [
                    {
                        executionSuccessful: coverage.complete,
                        startTimeUtc: (0,_links_time_js__WEBPACK_IMPORTED_MODULE_2__/* .isoInstant */ .j2)(generated),
                        toolExecutionNotifications: [...unreadNotes(coverage), ...cutNotes(results.length, all)],
                    },
                ],
                results,
            },
        ],
    };
}
function descriptorOf({ id, name, severity, finds, why, fix, advice }) {
    const parts = [
        ['Why it matters', why],
        ['What to do', advice],
        ['What the fix does', fix],
    ].filter(([, text]) => text !== '');
    return {
        id,
        name: name.replace(/(?:^|-)(\w)/gu, (_, letter) => letter.toUpperCase()),
        shortDescription: { text: (0,_links_text_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeForSarif */ .SV)(finds) },
        fullDescription: { text: (0,_links_text_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeForSarif */ .SV)(`${finds} ${why}`) },
        help: {
            text: parts.map(([head, text]) => (0,_links_text_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeForSarif */ .SV)(`${head}: ${text}`)).join('\n'),
            markdown: parts
                .map(([head, text]) => `**${head}**\n\n${text}`)
                .join('\n\n')
                .replace(/[{}]/gu, '$&$&'),
        },
        defaultConfiguration: { level: levels[severity] },
        properties: { tags: ['security'], precision: 'high', 'security-severity': scores[severity] },
    };
}
function messageOf({ roomId, roomTitle, linkId, linkTitle, message }) {
    const named = (what, id, title) => id === '' ? [] : [[what, (0,_links_text_js__WEBPACK_IMPORTED_MODULE_3__/* .stripInvisible */ ._0)(id), ...(title === '' ? [] : [(0,_links_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(title)])].join(' ')];
    const subject = [...named('Room', roomId, roomTitle), ...named('link', linkId, linkTitle)];
    return [...(subject.length === 0 ? [] : [subject.join(', ')]), message].join(': ');
}
function locationOf({ path, line }) {
    const uri = path.toWellFormed().split('/').map(encodeURIComponent).join('/');
    return { physicalLocation: { artifactLocation: { uri }, region: { startLine: line } } };
}
function unreadNotes({ complete, read, total, unreadable, failed }) {
    if (complete)
        return [];
    const parts = [
        `${read} of ${total} rooms were read.`,
        ...(unreadable === 0 ? [] : [`The links of ${unreadable} are not readable with this key.`]),
        ...(failed === 0 ? [] : [`${failed} could not be read.`]),
        ...(unreadable + failed === 0 ? ['The list of rooms is not whole.'] : []),
    ];
    return [{ level: 'error', message: { text: parts.join(' ') } }];
}
function cutNotes(kept, all) {
    if (kept === all)
        return [];
    const text = `These are the ${kept} worst of ${all} findings: code scanning takes no more. The other reports have all.`;
    return [{ level: 'warning', message: { text } }];
}


/***/ })

};
