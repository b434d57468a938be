export const id = 678;
export const ids = [678];
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

/***/ 72:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ textOf)
/* harmony export */ });
const save = 'Save the file as UTF-8: editors have the encoding in their status bar, or under "Save as".';
/** Decodes UTF-8; a byte order mark is fine. Never guesses: a text in another encoding would reach the portal garbled. */
function textOf(bytes) {
    const wide = wideEncoding(bytes);
    if (wide !== null)
        return { why: `is encoded in ${wide}, not in UTF-8.`, advice: save, line: 1, column: 1 };
    const zero = bytes.indexOf(0);
    if (zero >= 0) {
        const advice = 'Is it the right file? Documents, archives and images cannot be read.';
        return { why: 'is not a text file: it holds zero bytes.', advice, ...placeOf(bytes, zero) };
    }
    try {
        return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
    }
    catch {
        const at = firstUndecodable(bytes);
        const byte = bytes[at].toString(16).toUpperCase().padStart(2, '0');
        const place = placeOf(bytes, at);
        const why = `is not encoded in UTF-8: line ${place.line} has the byte 0x${byte} in column ${place.column}, as in Latin-1 or Windows-1252.`;
        return { why, advice: `${save} Or: \`iconv -f WINDOWS-1252 -t UTF-8\`.`, ...place };
    }
}
/** UTF-16 and UTF-32, by the byte order mark, or by the zero bytes that every ASCII character has there. */
function wideEncoding(bytes) {
    const [first, second, third, fourth] = bytes;
    if (first === 0xff && second === 0xfe)
        return third === 0 && fourth === 0 ? 'UTF-32' : 'UTF-16';
    if (first === 0xfe && second === 0xff)
        return 'UTF-16';
    if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff)
        return 'UTF-32';
    const start = bytes.subarray(0, 64);
    if (start.length < 4 || start.length % 2 !== 0)
        return null;
    const zeroAt = (rest) => start.every((byte, index) => (byte === 0) === (index % 2 === rest));
    return zeroAt(0) || zeroAt(1) ? 'UTF-16' : null;
}
/** Where the first character begins that is none of UTF-8. */
function firstUndecodable(bytes) {
    let [good, bad] = [0, bytes.length];
    while (bad - good > 1) {
        const middle = (good + bad) >> 1;
        if (begins(bytes.subarray(0, middle)) === null)
            bad = middle;
        else
            good = middle;
    }
    // Up to there it decodes, but for a character that may be cut at the end: the bytes of what is whole.
    return Buffer.byteLength(begins(bytes.subarray(0, good)) ?? '');
}
/** The whole characters of the beginning of a text in UTF-8; null if it is none. */
function begins(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
    }
    catch {
        return null;
    }
}
function placeOf(bytes, at) {
    const before = bytes.subarray(0, at);
    const lineStart = before.lastIndexOf(0x0a) + 1;
    const lines = before.reduce((count, byte) => count + (byte === 0x0a ? 1 : 0), 1);
    return { line: lines, column: new TextDecoder().decode(before.subarray(lineStart)).length + 1 };
}


/***/ }),

/***/ 7678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readBaselineFile: () => (/* binding */ readBaselineFile)
});

// UNUSED EXPORTS: largestBaseline

// EXTERNAL MODULE: ../node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7728);
// EXTERNAL MODULE: ../lib/src/links/problem.js
var problem = __webpack_require__(8797);
// EXTERNAL MODULE: ../lib/src/links/quoted.js
var quoted = __webpack_require__(5504);
// EXTERNAL MODULE: ../lib/src/audit/report-shape.js
var report_shape = __webpack_require__(3884);
;// CONCATENATED MODULE: ../lib/src/audit/read-baseline.js




const advice = 'Give the path of a `.json` report that an earlier audit of this portal wrote, or leave `baseline` out: all findings are new then.';
const versioned = dist/* object */.Ikc({ version: dist/* number */.aig() });
/**
 * Reads the JSON report of an earlier audit of this portal (origin; null if it is not known). Members that this version does not know are passed
 * over. Throws a `Failure` that says what is wrong with the file, which `path` names.
 */
function readBaseline(text, path, portal) {
    const refused = (what) => (0,problem/* failure */.V2)('input', `\`baseline\`: ${(0,quoted/* quoted */.T)(path)} ${what}`, advice);
    const json = jsonOf(text);
    if (json === undefined)
        throw refused(otherThanJson(text));
    if (isSarif(json))
        throw refused('is not the JSON report of an audit but a SARIF report.');
    const stated = dist/* safeParse */.xLC(versioned, json);
    if (stated.success && stated.output.version > report_shape/* reportVersion */.fV) {
        throw refused(`is a report of version ${stated.output.version}, made by a later version of this action. This one reads version ${report_shape/* reportVersion */.fV}.`);
    }
    const parsed = dist/* safeParse */.xLC(report_shape/* reportShape */.cV, json);
    if (!parsed.success)
        throw refused(`is not the JSON report of an audit: ${wrongMember(parsed.issues[0])}.`);
    const { portal: other, notSeen } = parsed.output;
    const findings = [...parsed.output.findings, ...(notSeen?.findings ?? [])];
    const links = [...(notSeen?.links ?? []), ...parsed.output.links];
    const generated = new Date(parsed.output.generated);
    if (Number.isNaN(generated.getTime()))
        throw refused(`is not the JSON report of an audit: ${notRight('generated')}.`);
    const there = new URL(other).host;
    const here = portal === null ? there : new URL(portal).host;
    if (there !== here)
        throw refused(`is the report of another portal: ${(0,quoted/* quoted */.T)(there)}, and this audit is of ${(0,quoted/* quoted */.T)(here)}.`);
    return {
        generated,
        findings: findings.filter(({ status }) => status !== 'fixed'),
        links: new Map(links.map((link) => [link.id, link])),
    };
}
/** What a text is that is no JSON: reports have other forms, too. */
function otherThanJson(text) {
    const start = text.replace(/^\ufeff/u, '').trimStart();
    if (start === '')
        return 'is not JSON: the file is empty.';
    if (/^"?status"?,"?severity"?,/u.test(start))
        return 'is not JSON but a CSV report.';
    if (start.startsWith('#'))
        return 'is not JSON but a Markdown report.';
    if (/^<(?:!doctype|html)/iu.test(start))
        return 'is not JSON but an HTML page.';
    if (/^[[{]/u.test(start))
        return 'is not JSON: it is damaged or cut off.';
    return 'is not JSON.';
}
function isSarif(json) {
    return typeof json === 'object' && json !== null && 'runs' in json && Array.isArray(json.runs);
}
/** Undefined if it is no JSON. */
function jsonOf(text) {
    try {
        return JSON.parse(text.replace(/^\ufeff/u, ''));
    }
    catch {
        return undefined;
    }
}
function wrongMember(issue) {
    const member = dist/* getDotPath */.BuJ(issue);
    if (member === null)
        return 'it is not an object';
    return issue.input === undefined ? `${(0,quoted/* quoted */.T)(member)} is missing` : notRight(member);
}
function notRight(member) {
    return `${(0,quoted/* quoted */.T)(member)} is not what it should be`;
}

// EXTERNAL MODULE: ../lib/src/runner/text-of.js
var text_of = __webpack_require__(72);
;// CONCATENATED MODULE: ../lib/src/verbs/audit-files.js




/** Bytes; the report of some hundred thousand links. */
const largestBaseline = 256 * 1024 * 1024;
/**
 * Reads the report that `baseline` names; null without one, and with a notice for one that is not there. `portal` is
 * null if it is not known. Throws `input` with what is wrong with it.
 */
async function readBaselineFile(path, portal, runner) {
    const file = await runner.readGivenFile(path, largestBaseline);
    if (file.kind === 'missing') {
        runner.notice('No baseline', `${(0,quoted/* quoted */.T)(path)} is not there: all findings are new.`);
        return null;
    }
    const refused = (why, advice) => (0,problem/* failure */.V2)('input', `\`baseline\`: ${(0,quoted/* quoted */.T)(path)} ${why}`, advice);
    if (file.kind === 'unusable')
        throw refused(file.why, 'Give the path of a JSON report.');
    const read = (0,text_of/* textOf */.b)(file.bytes);
    if ('why' in read)
        throw refused(read.why, 'Give the path of a JSON report, as an earlier audit wrote it.');
    return readBaseline(read.text, path, portal);
}


/***/ })

};
