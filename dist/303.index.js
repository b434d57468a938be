export const id = 303;
export const ids = [303];
export const modules = {

/***/ 3884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cV: () => (/* binding */ reportShape),
/* harmony export */   fV: () => (/* binding */ reportVersion),
/* harmony export */   hQ: () => (/* binding */ memberNames)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7728);
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4441);


/** The version of the JSON report that this action writes, and reads as a baseline. */
const reportVersion = 1;
const whole = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .ndf());
const time = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .isoTimestamp */ .yhX());
const described = (schema, description) => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(schema, valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_(description));
const text = (description) => described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), description);
const flag = (description) => described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(), description);
const count = (description) => described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(0)), description);
const coverageShape = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    total: count('Rooms that were asked for: the sum of `read`, `unreadable` and `failed`.'),
    read: count('Rooms whose links are known.'),
    unasked: count('Of the read ones: rooms that were not asked for their links, as they say themselves that they have no external link (`link-type: external`).'),
    unreadable: count('Rooms whose links this key may not see.'),
    failed: count('Rooms that could not be read for another reason, or that were named and are not there.'),
    gone: count('Rooms that were deleted during the audit.'),
    excluded: count('Rooms that `exclude-rooms` left out.'),
    links: count('Links that were read.'),
    complete: flag('Every room that was asked for was read.'),
});
const findingShape = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    rule: text('Id of the rule, like `DSL001`.'),
    name: text('Name of the rule, like `anyone-no-expiration`.'),
    severity: described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .severities */ .g), 'How bad it is, by the policy.'),
    status: described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .statuses */ .b), 'How it stands to baseline and waivers; without a baseline all are `new`. Those that are `waived` or `fixed` count for nothing.'),
    roomId: text('Id of the room; empty if it is about the portal.'),
    roomTitle: text('Title of the room, as DocSpace has it.'),
    linkId: text('Id of the link; empty if it is about the room or the portal.'),
    linkTitle: text('Title of the link, as DocSpace has it.'),
    message: text('What was found. It does not depend on the time of the audit.'),
    fix: text('What `fix` would do; empty if there is no safe fix.'),
});
const linkShape = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    roomId: text('Id of the room.'),
    id: text('Id of the link, a GUID.'),
    type: described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['external', 'invitation']), "`external`: opens the room's content. `invitation`: whoever opens it joins the room as a member."),
    primary: flag('It is the primary link of the room.'),
    title: text('Title of the link, as DocSpace has it.'),
    access: text('Name of the role that it gives, or `unknown`.'),
    accessCode: described(whole, "DocSpace's number of that role."),
    expiration: described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(time), 'When it ends; null: never.'),
    expired: flag("It has ended, by the portal's clock."),
    internal: flag('DocSpace users only.'),
    hasPassword: flag('It asks for a password.'),
    denyDownload: flag('File content copy, file download and printing are restricted.'),
    maxUses: described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(whole), 'How many people may join by it; null: any number.'),
    uses: described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(whole), 'How many people have joined by it; null if that is not known.'),
    managed: flag('Its id says that this repository made it: a label, no proof.'),
});
/**
 * The JSON report of an audit. What is written, what is read as a baseline, and the JSON Schema for users are all made
 * from it. More members may come without another number of the version, fewer or other ones may not.
 */
const reportShape = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    version: described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(reportVersion), `Version of this format: ${reportVersion}.`),
    portal: described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .url */ .OZ5()), 'Origin of the portal, like `https://docs.example.com`.'),
    generated: described(time, "When the audit began, by the portal's clock."),
    coverage: described(coverageShape, 'How much of what was asked for was read. Counts are rooms.'),
    findings: described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(findingShape), 'What was found, the worst first.'),
    links: described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(linkShape), 'The links that were read, by room.'),
    notSeen: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        findings: described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(findingShape), 'The findings, each as it stood when it was last found.'),
        links: described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(linkShape), 'The links, each as it was when it was last read.'),
    }), 'What the baseline had and this audit did not look at: rooms that were not read, not named or excluded, links of another type, rules that were not judged. It counts for nothing; the next audit takes it for known. Absent if there is nothing.')),
}), valibot__WEBPACK_IMPORTED_MODULE_0__/* .title */ .DDF('DocSpace room links: report of an audit'), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('The JSON report that the action "audit" writes, and reads as a baseline.'));
/** The names of all members, in an order in which each object of the report has its own as they stand above. */
const memberNames = [
    // `links` is a member of the coverage too, and not its first.
    ...Object.keys(reportShape.entries).filter((name) => name !== 'links' && name !== 'notSeen'),
    ...[coverageShape, findingShape, linkShape].flatMap(({ entries }) => Object.keys(entries)),
    'notSeen',
];


/***/ }),

/***/ 8303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jsonReport: () => (/* binding */ jsonReport)
/* harmony export */ });
/* harmony import */ var _audit_report_shape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3884);
/* harmony import */ var _links_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4717);


/**
 * The JSON report, in the shape of `reportShape` and without any other member: equal results give the same bytes. Titles
 * are what DocSpace has to the last character, but characters that are not seen, or turn the direction of the text, are
 * written as escapes: whoever looks at the file sees what it says.
 */
function jsonReport({ portal, generated, coverage, findings, links, notSeen }) {
    const report = {
        version: _audit_report_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .reportVersion */ .fV,
        portal,
        generated: (0,_links_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .isoInstant */ .j2)(generated),
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
