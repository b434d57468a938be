export const id = 612;
export const ids = [612];
export const modules = {

/***/ 5612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ writeReports),
/* harmony export */   readBaselineFile: () => (/* binding */ readBaselineFile)
/* harmony export */ });
/* unused harmony export largestBaseline */
/* harmony import */ var _audit_baseline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9965);
/* harmony import */ var _links_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8797);
/* harmony import */ var _links_quoted_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5504);
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
        runner.notice('No baseline', `${(0,_links_quoted_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .T)(path)} is not there: all findings are new.`);
        return null;
    }
    const refused = (why, advice) => (0,_links_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('input', `\`baseline\`: ${(0,_links_quoted_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .T)(path)} ${why}`, advice);
    if (file.kind === 'unusable')
        throw refused(file.why, 'Give the path of a JSON report.');
    const read = (0,_runner_given_file_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b)(file.bytes);
    if ('why' in read)
        throw refused(read.why, 'Give the path of a JSON report, as an earlier audit wrote it.');
    return (0,_audit_baseline_js__WEBPACK_IMPORTED_MODULE_0__/* .readBaseline */ .mF)(read.text, path, portal);
}
/** Writes the reports that are asked for. One that cannot be written does not stop the others: why is given back. */
async function writeReports({ reports }, tools, reported) {
    const problems = [];
    for (const { path, format } of reports) {
        try {
            await tools.runner.writeFile(path, await reportTexts[format](reported, tools));
            tools.runner.line(`✓ report ${(0,_links_quoted_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .T)(path)}`);
        }
        catch (error) {
            if (!(error instanceof _links_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR))
                throw error;
            problems.push(...error.problems);
        }
    }
    return problems;
}
/** Most audits want one format or two, and other verbs none: each is loaded when it is needed. */
const reportTexts = {
    json: async ({ result }) => (await __webpack_require__.e(/* import() */ 507).then(__webpack_require__.bind(__webpack_require__, 1507))).jsonReport(result),
    md: async ({ result, changes }) => {
        const { auditMarkdown, reportBounds } = await Promise.all(/* import() */[__webpack_require__.e(819), __webpack_require__.e(998), __webpack_require__.e(802)]).then(__webpack_require__.bind(__webpack_require__, 4998));
        return auditMarkdown(result, reportBounds, changes);
    },
    csv: async ({ result }) => (await __webpack_require__.e(/* import() */ 958).then(__webpack_require__.bind(__webpack_require__, 958))).csvReport(result),
    sarif: async ({ result, file, policy }, { runner: { env }, identity }) => {
        const [{ sarifReport }, { placesIn, workflowPath }, { rules }] = await Promise.all([
            __webpack_require__.e(/* import() */ 936).then(__webpack_require__.bind(__webpack_require__, 7936)),
            __webpack_require__.e(/* import() */ 14).then(__webpack_require__.bind(__webpack_require__, 5014)),
            Promise.all(/* import() */[__webpack_require__.e(819), __webpack_require__.e(790), __webpack_require__.e(554)]).then(__webpack_require__.bind(__webpack_require__, 7790)),
        ]);
        const checkout = {
            workspace: env['GITHUB_WORKSPACE'] ?? '',
            workflow: workflowPath(env['GITHUB_WORKFLOW_REF'] ?? ''),
        };
        // Code scanning shows the severity of the rule, not that of the finding.
        const severity = (rule) => {
            const word = policy.severity.get(rule.id);
            return word === undefined || word === 'off' ? rule.severity : word;
        };
        const told = rules.map((rule) => ({ ...rule, severity: severity(rule) }));
        return sarifReport(result, told, placesIn(file, checkout, result, identity), identity.hash);
    },
};


/***/ }),

/***/ 9965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G_: () => (/* binding */ compareWith),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   mF: () => (/* binding */ readBaseline),
/* harmony export */   xP: () => (/* binding */ afterMending),
/* harmony export */   xT: () => (/* binding */ neitherFoundNorFixed)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7728);
/* harmony import */ var _links_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8797);
/* harmony import */ var _links_quoted_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5504);
/* harmony import */ var _report_shape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3884);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6915);





const advice = 'Give the path of a `.json` report that an earlier audit of this portal wrote, or leave `baseline` out: all findings are new then.';
const versioned = valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ version: valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig() });
/**
 * Reads the JSON report of an earlier audit of this portal (origin; null if it is not known). Members that this version does not know are passed
 * over. Throws a `Failure` that says what is wrong with the file, which `path` names.
 */
function readBaseline(text, path, portal) {
    const refused = (what) => (0,_links_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('input', `\`baseline\`: ${(0,_links_quoted_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .T)(path)} ${what}`, advice);
    const json = jsonOf(text);
    if (json === undefined)
        throw refused(otherThanJson(text));
    if (isSarif(json))
        throw refused('is not the JSON report of an audit but a SARIF report.');
    const stated = valibot__WEBPACK_IMPORTED_MODULE_3__/* .safeParse */ .xLC(versioned, json);
    if (stated.success && stated.output.version > _report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .reportVersion */ .fV) {
        throw refused(`is a report of version ${stated.output.version}, made by a later version of this action. This one reads version ${_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .reportVersion */ .fV}.`);
    }
    const parsed = valibot__WEBPACK_IMPORTED_MODULE_3__/* .safeParse */ .xLC(_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .reportShape */ .cV, json);
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
        throw refused(`is the report of another portal: ${(0,_links_quoted_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .T)(there)}, and this audit is of ${(0,_links_quoted_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .T)(here)}.`);
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
    const member = valibot__WEBPACK_IMPORTED_MODULE_3__/* .getDotPath */ .BuJ(issue);
    if (member === null)
        return 'it is not an object';
    return issue.input === undefined ? `${(0,_links_quoted_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .T)(member)} is missing` : notRight(member);
}
function notRight(member) {
    return `${(0,_links_quoted_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .T)(member)} is not what it should be`;
}
/**
 * The findings, compared with an earlier audit. New ones that it had too are `known`; waived ones stay waived. What it
 * had as new or known and is there no more comes at the end as `fixed`, if it was judged anew: what was not looked at
 * may well be there still.
 */
function compareWith(baseline, findings, judgedAnew) {
    const before = new Set(baseline.findings.map(keyOf));
    const now = new Set(findings.map(keyOf));
    const gone = baseline.findings.filter((one) => one.status !== 'waived' && !now.has(keyOf(one)) && judgedAnew(one));
    return [
        ...findings.map((one) => one.status === 'new' && before.has(keyOf(one)) ? { ...one, status: 'known' } : one),
        ...gone.map((one) => ({ ...one, status: 'fixed' })),
    ];
}
/** What keeps the findings of one portal apart. */
function keyOf(finding) {
    const { rule, roomId, linkId } = finding;
    return JSON.stringify([rule, roomId, linkId, ...(0,_result_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(finding)]);
}
/** What an earlier audit had, waived ones too, and this one has neither found nor looked for. */
function neitherFoundNorFixed(baseline, findings, judgedAnew) {
    const now = new Set(findings.map(keyOf));
    return baseline.findings.filter((one) => !now.has(keyOf(one)) && !judgedAnew(one));
}
/**
 * The findings once some rooms were mended, and what of them is there no more. Of the owners of rooms, whom no fix
 * changes, nothing was read again, so what was found of them stays.
 */
function afterMending(findings, again) {
    const isOld = ({ roomId, rule }) => again.has(roomId) && rule !== 'DSL024';
    const here = [...findings.filter((one) => !isOld(one)), ...[...again.values()].flat()];
    const left = new Set(here.map(keyOf));
    return { here, mended: findings.filter((one) => isOld(one) && (0,_result_js__WEBPACK_IMPORTED_MODULE_2__/* .isOpen */ .nT)(one) && !left.has(keyOf(one))) };
}


/***/ }),

/***/ 4107:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D8: () => (/* binding */ isAnyone),
/* harmony export */   DG: () => (/* binding */ isLive),
/* harmony export */   DM: () => (/* binding */ lowered),
/* harmony export */   Ir: () => (/* binding */ eachLink),
/* harmony export */   JJ: () => (/* binding */ worse),
/* harmony export */   UC: () => (/* binding */ eachAnyoneLink),
/* harmony export */   Wu: () => (/* binding */ fillsForms),
/* harmony export */   qP: () => (/* binding */ eachLiveLink),
/* harmony export */   zd: () => (/* binding */ isPermanentPrimary)
/* harmony export */ });
/* harmony import */ var _links_access_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6202);
/* harmony import */ var _links_desired_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5260);
/* harmony import */ var _links_room_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1583);
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4441);




/** "Anyone with the link": no login is asked for. */
function isAnyone({ type, internal }) {
    return type === 'external' && !internal;
}
/**
 * Whether a link opens something: it has not expired, and an external one is not in the archive, where none opens
 * (portal.md §4, recordings/10).
 */
function isLive({ link, room }) {
    return !link.expired && !(link.type === 'external' && room.area === 'archived');
}
/** Whether a link is the primary one of a Public or Form filling room: it cannot expire and cannot be deleted. */
function isPermanentPrimary(room, link) {
    return (0,_links_desired_js__WEBPACK_IMPORTED_MODULE_1__/* .isPermanent */ .lE)({ room, type: link.type, primary: link.primary });
}
/** Whether a link lets people fill in the forms of a Form filling room, which is what such rooms are for. */
function fillsForms({ room, link }) {
    return room.type?.code === _links_room_types_js__WEBPACK_IMPORTED_MODULE_2__/* .formRoom */ .q4 && (0,_links_access_js__WEBPACK_IMPORTED_MODULE_0__/* .accessOf */ .YK)(link.access) === 'form-filler';
}
/** A severity of a permanent primary link, which is so by design: one lower. */
function lowered(severity) {
    return _finding_js__WEBPACK_IMPORTED_MODULE_3__/* .severities */ .gO[_finding_js__WEBPACK_IMPORTED_MODULE_3__/* .severities */ .gO.indexOf(severity) + 1] ?? severity;
}
/** The worse of two severities. */
function worse(one, other) {
    return _finding_js__WEBPACK_IMPORTED_MODULE_3__/* .severities */ .gO.indexOf(one) < _finding_js__WEBPACK_IMPORTED_MODULE_3__/* .severities */ .gO.indexOf(other) ? one : other;
}
/** A judge of rooms out of one of single links. */
function eachLink(judge) {
    return (subject) => subject.links.flatMap((link) => {
        const breach = judge({ ...subject, link });
        return breach === null ? [] : [{ ...breach, link }];
    });
}
/** ... that looks at live links only. */
function eachLiveLink(judge) {
    return eachLink((subject) => (isLive(subject) ? judge(subject) : null));
}
/** ... only at live links for anyone. */
function eachAnyoneLink(judge) {
    return eachLiveLink((subject) => (isAnyone(subject.link) ? judge(subject) : null));
}


/***/ }),

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
    severity: described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .severities */ .gO), 'How bad it is, by the policy.'),
    status: described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .statuses */ .bM), 'How it stands to baseline and waivers; without a baseline all are `new`. Those that are `waived` or `fixed` count for nothing.'),
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

/***/ 6915:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ collectEnds),
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   ax: () => (/* binding */ fingerprintOf),
/* harmony export */   mQ: () => (/* binding */ countsOf),
/* harmony export */   nT: () => (/* binding */ isOpen)
/* harmony export */ });
/* unused harmony export mostEnds */
/* harmony import */ var _links_shown_id_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6829);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4107);


/** So many links find place in the picture. */
const mostEnds = 20;
/** Counts the findings as outputs and texts tell them. */
function countsOf(findings) {
    const counted = findings.filter(isOpen);
    const severity = (wanted) => counted.filter((one) => one.severity === wanted).length;
    const status = (wanted) => findings.filter((one) => one.status === wanted).length;
    return {
        all: counted.length,
        critical: severity('critical'),
        high: severity('high'),
        medium: severity('medium'),
        low: severity('low'),
        info: severity('info'),
        new: status('new'),
        known: status('known'),
        waived: status('waived'),
        fixed: status('fixed'),
    };
}
/** Whether a finding counts: it is neither waived nor fixed. */
function isOpen({ status }) {
    return status === 'new' || status === 'known';
}
/** What keeps a finding apart from all others of a portal, and the same over runs (audit-rules.md). */
function fingerprintOf(portal, finding) {
    const { rule, roomId, linkId } = finding;
    return JSON.stringify([new URL(portal).host, roomId, linkId, rule, ...titleOf(finding)]);
}
/** Of a room that is not there only the title may be known: then that tells it from others. */
function titleOf({ roomId, roomTitle }) {
    return roomId === '' && roomTitle !== '' ? [roomTitle.normalize('NFC')] : [];
}
/** Collects the ends of the live links of a portal. */
function collectEnds() {
    let soonest = [];
    const counts = new Map();
    const sum = (kind) => [...counts.values()].reduce((total, { [kind]: count }) => total + count, 0);
    return {
        add(room, links) {
            const live = links.filter((link) => (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .isLive */ .DG)({ room, link }));
            const these = live.flatMap((link) => endOf(room, link, links));
            counts.set(room.id, { ending: these.length, never: live.length - these.length });
            const others = soonest.filter(({ roomId }) => roomId !== room.id);
            soonest = [...others, ...these].toSorted(byEnd).slice(0, mostEnds);
        },
        ends: () => ({ soonest, later: sum('ending') - soonest.length, never: sum('never') }),
    };
}
function endOf(room, link, links) {
    const { expiration } = link;
    if (expiration === null)
        return [];
    return [
        {
            roomId: room.id,
            roomTitle: room.title,
            linkId: link.id,
            shownId: (0,_links_shown_id_js__WEBPACK_IMPORTED_MODULE_1__/* .shownId */ .f)(link.id, links),
            linkTitle: link.title,
            anyone: (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .isAnyone */ .D8)(link),
            expiration,
        },
    ];
}
/** By time, and by id where that is the same, so that the order in which rooms are read does not show. */
function byEnd(one, other) {
    return one.expiration.getTime() - other.expiration.getTime() || (one.linkId < other.linkId ? -1 : 1);
}


/***/ })

};
