export const id = 965;
export const ids = [965];
export const modules = {

/***/ 9965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G_: () => (/* binding */ compareWith),
/* harmony export */   MZ: () => (/* binding */ usesOf),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   Wx: () => (/* binding */ roomsOf),
/* harmony export */   mF: () => (/* binding */ readBaseline),
/* harmony export */   mk: () => (/* binding */ afterFixes),
/* harmony export */   xT: () => (/* binding */ neitherFoundNorFixed)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7728);
/* harmony import */ var _links_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8797);
/* harmony import */ var _links_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9619);
/* harmony import */ var _report_shape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3884);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6915);
/* harmony import */ var _rules_registry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8042);






const advice = 'Give the path of a `.json` report that an earlier audit of this portal wrote, or leave `baseline` out: all findings are new then.';
const versioned = valibot__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ version: valibot__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig() });
/**
 * Reads the JSON report of an earlier audit of this portal (origin; null if it is not known). Members that this version does not know are passed
 * over. Throws a `Failure` that says what is wrong with the file, which `path` names.
 */
function readBaseline(text, path, portal) {
    const refused = (what) => (0,_links_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('input', `\`baseline\`: ${(0,_links_text_js__WEBPACK_IMPORTED_MODULE_5__/* .quoted */ .TL)(path)} ${what}`, advice);
    const json = jsonOf(text);
    if (json === undefined)
        throw refused(otherThanJson(text));
    if (isSarif(json))
        throw refused('is not the JSON report of an audit but a SARIF report.');
    const stated = valibot__WEBPACK_IMPORTED_MODULE_4__/* .safeParse */ .xLC(versioned, json);
    if (stated.success && stated.output.version > _report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .reportVersion */ .fV) {
        throw refused(`is a report of version ${stated.output.version}, made by a later version of this action. This one reads version ${_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .reportVersion */ .fV}.`);
    }
    const parsed = valibot__WEBPACK_IMPORTED_MODULE_4__/* .safeParse */ .xLC(_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .reportShape */ .cV, json);
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
        throw refused(`is the report of another portal: ${(0,_links_text_js__WEBPACK_IMPORTED_MODULE_5__/* .quoted */ .TL)(there)}, and this audit is of ${(0,_links_text_js__WEBPACK_IMPORTED_MODULE_5__/* .quoted */ .TL)(here)}.`);
    return {
        generated,
        findings: findings.filter(({ status }) => status !== 'fixed'),
        links: new Map(links.map((link) => [link.id, link])),
    };
}
/** How many people had joined by each invitation of a baseline, by the id of the link; nothing without one. */
function usesOf(baseline) {
    const links = [...(baseline?.links.values() ?? [])];
    return new Map(links.flatMap(({ id, uses }) => (uses === null ? [] : [[id, uses]])));
}
/** The rooms that a baseline names, by id, with their titles where it has them; none without one. */
function roomsOf(baseline) {
    if (baseline === null)
        return new Map();
    const ids = [...baseline.links.values()].map(({ roomId }) => [roomId, '']);
    const titled = baseline.findings.map(({ roomId, roomTitle }) => [roomId, roomTitle]);
    return new Map([...ids, ...titled].filter(([id]) => id !== ''));
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
    const member = valibot__WEBPACK_IMPORTED_MODULE_4__/* .getDotPath */ .BuJ(issue);
    if (member === null)
        return 'it is not an object';
    return issue.input === undefined ? `${(0,_links_text_js__WEBPACK_IMPORTED_MODULE_5__/* .quoted */ .TL)(member)} is missing` : notRight(member);
}
function notRight(member) {
    return `${(0,_links_text_js__WEBPACK_IMPORTED_MODULE_5__/* .quoted */ .TL)(member)} is not what it should be`;
}
/**
 * The findings, compared with an earlier audit. New ones that it had too are `known`; waived ones stay waived. What it
 * had as new or known and is there no more comes at the end as `fixed`, if it was looked for: what was not looked for
 * may well be there still.
 */
function compareWith(baseline, findings, wasLookedFor) {
    const before = new Set(baseline.findings.map(keyOf));
    const now = new Set(findings.map(keyOf));
    const gone = baseline.findings.filter((one) => one.status !== 'waived' && !now.has(keyOf(one)) && wasLookedFor(one));
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
function neitherFoundNorFixed(baseline, findings, wasLookedFor) {
    const now = new Set(findings.map(keyOf));
    return baseline.findings.filter((one) => !now.has(keyOf(one)) && !wasLookedFor(one));
}
/**
 * The findings once some rooms were fixed, and what of them is there no more. Of the owners of rooms, whom no fix
 * changes, nothing was read again, so what was found of them stays.
 */
function afterFixes(findings, again) {
    const isOld = ({ roomId, rule }) => again.has(roomId) && (0,_rules_registry_js__WEBPACK_IMPORTED_MODULE_3__.ruleOf)(rule)?.needs !== 'owners';
    const here = [...findings.filter((one) => !isOld(one)), ...[...again.values()].flat()];
    const left = new Set(here.map(keyOf));
    return { here, fixed: findings.filter((one) => isOld(one) && (0,_result_js__WEBPACK_IMPORTED_MODULE_2__/* .isOpen */ .nT)(one) && !left.has(keyOf(one))) };
}


/***/ }),

/***/ 4107:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D8: () => (/* binding */ isAnyone),
/* harmony export */   DG: () => (/* binding */ isLive),
/* harmony export */   DM: () => (/* binding */ lowered),
/* harmony export */   JJ: () => (/* binding */ worse),
/* harmony export */   Wu: () => (/* binding */ fillsForms),
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


/***/ }),

/***/ 3463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ah: () => (/* binding */ suspectsIn),
/* harmony export */   hw: () => (/* binding */ orphansOf),
/* harmony export */   k0: () => (/* binding */ united),
/* harmony export */   mU: () => (/* binding */ compared)
/* harmony export */ });
/* harmony import */ var _links_identity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(310);
/* harmony import */ var _room_links_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4401);


/** A key that names a pull request: `pr-58`, `pr-58-legal`, `pull/58`. */
const pullRequestKey = /(?:^|[^a-z0-9])(?:pr|pull)[-_/# ]?(\d+)(?!\d)/iu;
/** The links of a room that this repository made for pull requests that are among the `closed`. */
function orphansOf(room, links, closed, knowledge) {
    const byPrefix = new Map();
    const numbersOf = (type) => {
        const numbers = byPrefix.get(type) ??
            new Map(closed.map((number) => [prefixOfPull(knowledge.identity, room.id, type, number), number]));
        byPrefix.set(type, numbers);
        return numbers;
    };
    return links.flatMap((link) => {
        if (!link.managed)
            return [];
        const key = knownKey(room, link, knowledge);
        const number = key === null ? numbersOf(link.type).get((0,_links_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .prefixOf */ .MT)(link.id)) : numberIn(key);
        return number === undefined || number === null || !closed.includes(number) ? [] : [{ link, number }];
    });
}
/** What a room has to be asked for; null if none of its links can be one of a pull request. */
function suspectsIn(room, links, knowledge) {
    const numbers = [];
    const unknown = [];
    for (const link of links.filter(({ managed }) => managed)) {
        const key = knownKey(room, link, knowledge);
        const number = key === null ? null : numberIn(key);
        if (key === null)
            unknown.push({ roomId: room.id, type: link.type, id: link.id });
        if (number !== null)
            numbers.push(number);
    }
    return numbers.length + unknown.length === 0 ? null : { numbers, unknown };
}
/** The suspects of all rooms together. */
function united(all) {
    return {
        numbers: ascending(all.flatMap(({ numbers }) => numbers)),
        unknown: all
            .flatMap(({ unknown }) => unknown)
            .toSorted((one, other) => (one.id < other.id ? -1 : Number(one.id > other.id))),
    };
}
/**
 * Finds the links whose key is `pr-<number>`, of the numbers from the `newest` pull request down to the first. An id is
 * a hash of its key, so nobody has to be asked for that. Compares at most so many times.
 */
function compared(unknown, newest, identity, most) {
    const numbers = [];
    let groups = [...Map.groupBy(unknown, ({ roomId, type }) => JSON.stringify([roomId, type])).values()];
    let comparisons = 0;
    let number = newest;
    for (; number > 0 && groups.length > 0 && comparisons + groups.length <= most; number -= 1) {
        comparisons += groups.length;
        // The newest numbers of all rooms go first: where not all can be compared, the old ones are left.
        groups = groups.flatMap((group) => {
            const [{ roomId, type }] = group;
            const prefix = prefixOfPull(identity, roomId, type, number);
            const others = group.filter(({ id }) => (0,_links_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .prefixOf */ .MT)(id) !== prefix);
            if (others.length < group.length)
                numbers.push(number);
            return others.length === 0 ? [] : [others];
        });
    }
    return { numbers: ascending(numbers), left: number === 0 ? 0 : groups.flat().length };
}
function prefixOfPull(identity, roomId, type, number) {
    return (0,_links_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .idPrefix */ .m0)(identity, { roomId, type, key: `pr-${number}` });
}
/** A link does not say its key, but its id proves one that its title shows or the file has; null: neither does. */
function knownKey(room, { id, title }, { file, identity }) {
    const candidates = [(0,_links_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .keyInTitle */ .zG)(title), ...(file === null ? [] : (0,_room_links_js__WEBPACK_IMPORTED_MODULE_0__/* .keysIn */ .q7)(file, room))];
    return candidates.find((key) => (0,_links_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .bearsKey */ .xj)(identity, { roomId: room.id, key }, id)) ?? null;
}
function numberIn(key) {
    const digits = pullRequestKey.exec(key)?.[1];
    const number = Number(digits ?? 0);
    // A longer number would be rounded to another one.
    return number > 0 && Number.isSafeInteger(number) ? number : null;
}
function ascending(numbers) {
    return [...new Set(numbers)].sort((one, other) => one - other);
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


/***/ }),

/***/ 4401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $P: () => (/* binding */ namedIn),
/* harmony export */   Kv: () => (/* binding */ roomLinksOf),
/* harmony export */   q7: () => (/* binding */ keysIn)
/* harmony export */ });
/* harmony import */ var _links_drift_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6337);
/* harmony import */ var _links_identity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(310);
/* harmony import */ var _links_room_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9043);
/* harmony import */ var _links_shown_id_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6829);




/** Names the links of a room, of whatever type. Keys are known from the file: from its links, and from its waivers. */
function roomLinksOf(room, links, { file, identity }) {
    const keys = file === null ? [] : keysIn(file, room);
    return [...links, ...room.otherLinks].map(({ id, title, managed }) => {
        const key = managed ? keys.find((one) => (0,_links_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .bearsKey */ .xj)(identity, { roomId: room.id, key: one }, id)) : undefined;
        return { id, key: key === undefined || key === (0,_links_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .keyInTitle */ .zG)(title) ? null : key };
    });
}
/** The keys that the file has for links of this room, in its rooms and in its waivers. */
function keysIn(file, room) {
    return [
        ...((0,_links_drift_js__WEBPACK_IMPORTED_MODULE_0__/* .roomEntryOf */ .$w)(file, room)?.links ?? []).flatMap(({ desired: { reference } }) => reference.by === 'key' ? [reference.key] : []),
        ...file.waivers.flatMap(({ room: reference, link }) => link?.by === 'key' && (0,_links_room_js__WEBPACK_IMPORTED_MODULE_2__/* .matches */ .cK)(reference, room) ? [link.key] : []),
    ];
}
/** How texts name the link of a finding: a beginning of its id that no other link of its room has, and its key. */
function namedIn(all, { roomId, linkId }) {
    const links = all.get(roomId) ?? [];
    return { id: (0,_links_shown_id_js__WEBPACK_IMPORTED_MODULE_3__/* .shownId */ .f)(linkId, links), key: links.find(({ id }) => id === linkId)?.key ?? null };
}


/***/ }),

/***/ 1017:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jr: () => (/* binding */ isAllowed),
/* harmony export */   Kq: () => (/* binding */ unmetNames),
/* harmony export */   bz: () => (/* binding */ isProtected)
/* harmony export */ });
/* unused harmony export fits */
/* harmony import */ var _links_folded_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5226);
/* harmony import */ var _links_room_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9043);
/* harmony import */ var _links_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9619);



/** Whether a list of the policy that allows something names this room: case counts, so that no more is allowed. */
function isAllowed(room, patterns) {
    return patterns.some((pattern) => fits(pattern, room, composed));
}
/** Whether a list of the policy that protects names this room: case does not count, so that no less is protected. */
function isProtected(room, patterns) {
    return patterns.some((pattern) => fits(pattern, room, _links_folded_js__WEBPACK_IMPORTED_MODULE_0__/* .folded */ .T));
}
/** Whether a pattern names this room, with titles compared by what `form` makes of them. */
function fits({ reference }, room, form) {
    return reference.by === 'id' ? (0,_links_room_js__WEBPACK_IMPORTED_MODULE_1__/* .matches */ .cK)(reference, room) : fitsPattern(form(room.title), form(reference.title));
}
function composed(text) {
    return text.normalize('NFC');
}
/** Without a regular expression, whose time could explode: the parts between the stars, one after the other. */
function fitsPattern(title, pattern) {
    const [first = '', ...others] = pattern.split('*');
    const last = others.pop();
    if (last === undefined)
        return title === pattern;
    if (!title.startsWith(first))
        return false;
    let at = first.length;
    for (const part of others) {
        const found = title.indexOf(part, at);
        if (found < 0)
            return false;
        at = found + part.length;
    }
    return title.length - last.length >= at && title.endsWith(last);
}
const mostNear = 3;
/** The names of policy and waivers that are about none of these rooms, in the order of the file. */
function unmetNames({ policy, file }, rooms) {
    const unmet = (where, { reference, line }) => ({
        where,
        reference,
        line,
        near: nearTo(reference, rooms),
    });
    const missed = [
        ...policy.confidentialRooms
            .filter((pattern) => !rooms.some((room) => isProtected(room, [pattern])))
            .map((pattern) => unmet('confidential-rooms', pattern)),
        ...policy.publicRooms
            .filter((pattern) => !rooms.some((room) => isAllowed(room, [pattern])))
            .map((pattern) => unmet('public-rooms', pattern)),
        ...(file?.waivers ?? [])
            .filter(({ room: reference }) => !rooms.some((room) => (0,_links_room_js__WEBPACK_IMPORTED_MODULE_1__/* .matches */ .cK)(reference, room)))
            .map(({ room: reference, line }) => unmet('waiver', { reference, line })),
    ];
    return missed.toSorted((one, other) => one.line - other.line);
}
/** A title of digits is not what an id names, but it may be what was meant. */
function nearTo(reference, rooms) {
    const name = { by: 'title', title: reference.by === 'id' ? reference.id : reference.title };
    return rooms
        .filter((room) => fits({ reference: name }, room, loose))
        .toSorted(byId)
        .slice(0, mostNear);
}
/** Without case and spaces, and with the characters that DocSpace does not keep in titles as it stores them (portal.md G1). */
function loose(text) {
    return (0,_links_folded_js__WEBPACK_IMPORTED_MODULE_0__/* .folded */ .T)((0,_links_text_js__WEBPACK_IMPORTED_MODULE_2__/* .stripInvisible */ ._0)(text))
        .replace(/[:|<>"]/gu, '_')
        .replace(/\s/gu, '');
}
function byId(one, other) {
    return (0,_links_room_js__WEBPACK_IMPORTED_MODULE_1__/* .byRoomId */ .kc)(one.id, other.id);
}


/***/ }),

/***/ 2008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ET: () => (/* binding */ reportedByRoom),
/* harmony export */   H9: () => (/* binding */ misnamed),
/* harmony export */   PJ: () => (/* binding */ roomUnreadable),
/* harmony export */   _p: () => (/* binding */ whyUnreadable),
/* harmony export */   gH: () => (/* binding */ scanIncomplete),
/* harmony export */   qj: () => (/* binding */ coverageRules)
/* harmony export */ });
/** Rooms whose links the key may not see. */
const roomUnreadable = {
    id: 'DSL900',
    name: 'room-unreadable',
    severity: 'high',
    scope: 'room',
    ofUnread: true,
    finds: 'A room whose links the key may not see; or one that says that it has an external link, and whose list has none.',
    why: 'The audit is incomplete: an empty answer is not a clean one. What the room tells everybody who sees it is in the finding (DocSpace 3.7 or later).',
    advice: 'Make the user who owns the API key a Room manager of the room.',
    fix: '',
    inScan: ({ unread }) => unread.flatMap((one) => one.kind === 'unreadable' ? [ofUnread(one, `${whyUnreadable[one.why]} ${reportedByRoom(one.room)}`)] : []),
};
/** Rooms that were not read for another reason, and a list of rooms that is not whole. */
const scanIncomplete = {
    id: 'DSL901',
    name: 'scan-incomplete',
    severity: 'high',
    scope: 'room',
    ofUnread: true,
    finds: 'A list of rooms that is empty or not whole; a room that could not be read, also because the key stopped working; a room that `rooms` names and that is not there.',
    why: 'The audit is incomplete: rooms that were not read cannot be assumed clean.',
    advice: 'Correct `rooms`, or run the audit again; if the finding stays, look at the portal.',
    fix: '',
    inScan: ({ unread, paging }) => [
        ...unread.flatMap((one) => (one.kind === 'failed' ? [ofUnread(one, whyFailed(one.problem))] : [])),
        ...(paging === null ? [] : [ofPortal(`The list of rooms is not whole: ${paging.message}`)]),
    ],
};
const oldPortal = {
    id: 'DSL902',
    name: 'old-portal',
    severity: 'info',
    scope: 'portal',
    needs: 'version',
    finds: 'A portal older than DocSpace 3.7.',
    why: 'Reading removes expired invitations there, and invitations last 7 days: the report may differ from the screen.',
    advice: 'Update DocSpace.',
    fix: '',
    inScan: ({ version }) => version === null || version === '3.7'
        ? []
        : [
            ofPortal('The portal is older than DocSpace 3.7: reading removes its expired invitations, and invitations last 7 days.'),
        ],
};
/** The rules about what the audit could not see. */
const coverageRules = [roomUnreadable, scanIncomplete, oldPortal];
/** A room that was named and is not there, or is not the only one, says so itself. */
function whyFailed({ code, message }) {
    return namesNothing.includes(code) ? message : `The room could not be read: ${message}`;
}
const namesNothing = ['room-not-found', 'not-a-room', 'room-ambiguous'];
/** What is wrong with the names in `rooms`, of the rooms that were not read. */
function misnamed(unread) {
    return unread.flatMap((one) => one.kind === 'failed' && namesNothing.includes(one.problem.code) ? [one.problem] : []);
}
function ofUnread({ room }, message) {
    return { roomId: room.id, roomTitle: room.title, message };
}
function ofPortal(message) {
    return { roomId: '', roomTitle: '', message };
}
/** Why the links of a room were not seen, and what to do. */
const whyUnreadable = {
    'not-manager': 'The links could not be read: the user who owns the API key must become a Room manager of the room.',
    'not-visible': 'The user who owns the API key cannot see the room: invite that user as Room manager.',
    'says-shared': 'The room says that it has an external link, and its list has none: the user who owns the API key must become a Room manager of the room.',
};
/** What a room tells everybody who sees it of its links (portal.md §7). */
function reportedByRoom({ shared, sharedExternal }) {
    if (shared === null)
        return 'Whether it has external links is not known.';
    if (!shared)
        return 'It says that it has no external link; of invitations it says nothing.';
    if (sharedExternal === null)
        return 'It says that it has an external link.';
    return sharedExternal
        ? 'It says that it has an external link that is open to anyone.'
        : 'It says that it has an external link, and none that is open to anyone.';
}


/***/ }),

/***/ 5968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ir: () => (/* binding */ eachLink),
/* harmony export */   UC: () => (/* binding */ eachAnyoneLink),
/* harmony export */   Xq: () => (/* binding */ ofRoom),
/* harmony export */   qP: () => (/* binding */ eachLiveLink),
/* harmony export */   rA: () => (/* binding */ eachInvitation)
/* harmony export */ });
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4107);

/** What of a room violates a rule about single links. */
function eachLink(evaluate) {
    return (subject) => subject.links.flatMap((link) => {
        const violation = evaluate({ ...subject, link });
        return violation === null ? [] : [{ ...violation, link }];
    });
}
/** ... that looks at live links only. */
function eachLiveLink(evaluate) {
    return eachLink((subject) => ((0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .isLive */ .DG)(subject) ? evaluate(subject) : null));
}
/** ... only at live links for anyone. */
function eachAnyoneLink(evaluate) {
    return eachLiveLink((subject) => ((0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .isAnyone */ .D8)(subject.link) ? evaluate(subject) : null));
}
/** ... only at live invitations. */
function eachInvitation(evaluate) {
    return eachLiveLink((subject) => (subject.link.type === 'invitation' ? evaluate(subject) : null));
}
/** A violation by the room as a whole. */
function ofRoom(message) {
    return [{ link: null, message }];
}


/***/ }),

/***/ 7343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ orphanRule)
/* harmony export */ });
/* harmony import */ var _orphans_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3463);
/* harmony import */ var _remedies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9330);


/** The rule about links that outlive their pull request. */
const orphanRule = {
    id: 'DSL029',
    name: 'orphan',
    severity: 'medium',
    scope: 'link',
    needs: 'closed-pull-requests',
    finds: 'A link that this repository made for a pull request that is closed.',
    why: 'A clean-up failed.',
    advice: 'Revoke the link.',
    fix: 'revokes the link',
    inRoom: (subject) => (0,_orphans_js__WEBPACK_IMPORTED_MODULE_0__/* .orphansOf */ .hw)(subject.room, subject.links, subject.closedPullRequests ?? [], subject).map(({ link, number }) => ({
        link,
        message: `The link was made for pull request ${number}, which is closed.`,
        safeFix: _remedies_js__WEBPACK_IMPORTED_MODULE_1__/* .revoke */ .r8,
    })),
};


/***/ }),

/***/ 8042:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ruleOf: () => (/* binding */ ruleOf),
  rules: () => (/* binding */ rules)
});

// EXTERNAL MODULE: ../lib/src/links/access.js
var links_access = __webpack_require__(6202);
// EXTERNAL MODULE: ../lib/src/links/time.js
var time = __webpack_require__(517);
// EXTERNAL MODULE: ../lib/src/audit/facts.js
var facts = __webpack_require__(4107);
// EXTERNAL MODULE: ../lib/src/audit/rules/each-link.js
var each_link = __webpack_require__(5968);
// EXTERNAL MODULE: ../lib/src/audit/rules/remedies.js
var remedies = __webpack_require__(9330);
// EXTERNAL MODULE: ../lib/src/audit/room-patterns.js
var room_patterns = __webpack_require__(1017);
;// CONCATENATED MODULE: ../lib/src/audit/rules/anyone.js






const viewer = (0,links_access/* accessCode */.yv)('viewer');
/** The rules about links that open a room to anyone who has the URL. */
const anyoneRules = [
    {
        id: 'DSL001',
        name: 'anyone-no-expiration',
        severity: 'high',
        scope: 'link',
        requiredBy: 'expiration',
        permanentByDesign: true,
        finds: 'A link for anyone without an expiration date.',
        why: 'Once the URL has leaked, access is for ever. Aligned with CISA ScubaGear MS.SHAREPOINT.3.1v1 (at most 30 days) and CIS Microsoft 365 6.3.',
        advice: 'Give the link an expiration date, or revoke it.',
        fix: 'sets an end: now and `max-lifetime`; not on a permanent primary link',
        inRoom: (0,each_link/* eachAnyoneLink */.UC)((subject) => subject.link.expiration === null
            ? {
                message: `Anyone with the link has access as ${(0,links_access/* accessLabel */.Hm)(subject.link.access)}, without end.`,
                safeFix: (0,remedies/* endInTime */._K)(subject),
            }
            : null),
    },
    {
        id: 'DSL002',
        name: 'anyone-too-long',
        severity: 'medium',
        scope: 'link',
        permanentByDesign: true,
        finds: 'A link for anyone that lives longer than `max-lifetime` from now.',
        why: 'The longer a URL works, the more people come to have it. Aligned with CISA ScubaGear MS.SHAREPOINT.3.1v1 (at most 30 days) and CIS Microsoft 365 6.3.',
        advice: 'Shorten the link to what is needed, and renew it then.',
        fix: 'shortens the link to `max-lifetime`, never lengthens it',
        inRoom: (0,each_link/* eachAnyoneLink */.UC)((subject) => {
            const { link, policy, now } = subject;
            if (link.expiration === null || link.expiration.getTime() - now.getTime() <= policy.maxLifetime)
                return null;
            return {
                message: `Anyone with the link has access until ${(0,time/* formatInstant */.r4)(link.expiration)}, longer than ${(0,time/* formatDuration */.a3)(policy.maxLifetime)} from now.`,
                safeFix: (0,remedies/* endInTime */._K)(subject),
            };
        }),
    },
    {
        id: 'DSL003',
        name: 'anyone-can-edit',
        severity: 'high',
        scope: 'link',
        finds: 'A link for anyone with a role above `max-access`: as Editor high, and critical if it has no end either; Reviewer and Commenter medium. Form fillers of a Form filling room are fine.',
        why: 'People without a name change content, and nobody can say who did. Aligned with CISA ScubaGear MS.SHAREPOINT.3.2v1 and CIS Microsoft 365 7.2.11.',
        advice: 'Lower the role of the link, or let DocSpace users only use it.',
        fix: 'lowers the role to Viewer',
        inRoom: (0,each_link/* eachAnyoneLink */.UC)((subject) => {
            const { link, policy } = subject;
            if ((0,facts/* fillsForms */.Wu)(subject) || (0,links_access/* accessRank */.xA)(link.access) <= (0,links_access/* accessRank */.xA)(policy.maxAccess))
                return null;
            const edits = (0,links_access/* accessRank */.xA)(link.access) >= (0,links_access/* accessRank */.xA)((0,links_access/* accessCode */.yv)('editor'));
            return {
                message: `Anyone with the link has access as ${(0,links_access/* accessLabel */.Hm)(link.access)}${link.expiration === null ? ', without end' : ''}; at most ${(0,links_access/* accessLabel */.Hm)(policy.maxAccess)} is allowed.`,
                severity: edits ? (link.expiration === null ? 'critical' : 'high') : 'medium',
                safeFix: { do: 'set', to: { access: viewer } },
            };
        }),
    },
    {
        id: 'DSL004',
        name: 'anyone-no-password',
        severity: 'medium',
        scope: 'link',
        requiredBy: 'password',
        finds: 'A link for anyone without a password.',
        why: 'The URL alone is the key: whoever it is forwarded to gets in. As with the setting of Nextcloud that enforces passwords.',
        advice: 'Give the link a password, and send it another way than the URL.',
        fix: '',
        inRoom: (0,each_link/* eachAnyoneLink */.UC)(({ link }) => link.hasPassword ? null : { message: 'Anyone with the link gets in: no password is asked for.' }),
    },
    {
        id: 'DSL005',
        name: 'anyone-download',
        severity: 'low',
        scope: 'link',
        requiredBy: 'no-download',
        finds: 'A link for anyone that allows to download, print and copy: in rooms of `confidential-rooms`, and in all with `require: no-download`.',
        why: 'What is downloaded stays with whoever has it, after the link has ended. Aligned with CISA ScubaGoggles GWS.DRIVEDOCS.2.4v1.',
        advice: 'Turn on "Restrict file content copy, file download and printing" for the link.',
        fix: 'restricts copying, downloading and printing',
        inRoom: (0,each_link/* eachAnyoneLink */.UC)(({ room, link, policy }) => {
            const concerned = policy.require.includes('no-download') || (0,room_patterns/* isProtected */.bz)(room, policy.confidentialRooms);
            if (link.denyDownload || !concerned)
                return null;
            return {
                message: 'Anyone with the link can copy, download and print the files.',
                safeFix: { do: 'set', to: { denyDownload: true } },
            };
        }),
    },
    {
        id: 'DSL018',
        name: 'confidential-room-shared',
        severity: 'critical',
        scope: 'link',
        finds: 'A link for anyone in a room of `confidential-rooms`.',
        why: 'Confidential content is open to whoever has the URL. Aligned with CISA ScubaGear MS.SHAREPOINT.1.1v1 and CIS Google Workspace 3.1.2.1.1.2.',
        advice: 'Let DocSpace users only use the link, or revoke it.',
        fix: 'lets DocSpace users only use the link; nothing in a Public room',
        inRoom: (0,each_link/* eachAnyoneLink */.UC)((subject) => (0,room_patterns/* isProtected */.bz)(subject.room, subject.policy.confidentialRooms)
            ? {
                message: 'The policy calls this room confidential, and anyone with the link gets in.',
                ...(0,remedies/* usersOnly */.Jg)(subject),
            }
            : null),
    },
    {
        id: 'DSL022',
        name: 'abandoned-room',
        severity: 'medium',
        scope: 'link',
        finds: 'A live link for anyone in a room that nobody has changed for `stale-after` (60 days).',
        why: 'The project is over, and its documents are still open.',
        advice: 'Revoke the link, or archive the room.',
        fix: '',
        inRoom: (0,each_link/* eachAnyoneLink */.UC)(({ room, policy, now }) => room.modified === null || now.getTime() - room.modified.getTime() <= policy.staleAfter
            ? null
            : {
                message: `Anyone with the link gets into a room that was last changed ${(0,time/* formatInstant */.r4)(room.modified)}, more than ${(0,time/* formatDuration */.a3)(policy.staleAfter)} ago.`,
            }),
    },
    {
        id: 'DSL027',
        name: 'policy-conflict',
        severity: 'high',
        scope: 'link',
        needs: 'sharing',
        finds: 'A link for anyone, though the portal restricts external sharing in rooms; only to be known if the portal blocks existing links as well.',
        why: 'The link is older than the setting, and goes round it.',
        advice: 'DocSpace → Settings → Security → External sharing: block existing links too, or revoke this one.',
        fix: '',
        inRoom: (0,each_link/* eachAnyoneLink */.UC)(({ portal: { sharing } }) => {
            if (sharing?.restrictedInRooms !== true)
                return null;
            return sharing.blocksExisting
                ? {
                    severity: 'info',
                    message: 'The portal restricts external sharing in rooms and blocks this link for anyone; it opens again when the setting is taken back.',
                }
                : {
                    message: 'The portal restricts external sharing in rooms, but this link for anyone, made before, still opens.',
                };
        }),
    },
    {
        id: 'DSL030',
        name: 'anyone-not-allowed',
        severity: 'medium',
        scope: 'link',
        requiredBy: 'login',
        onlyIfRequired: true,
        finds: 'A link for anyone, with `require: login`.',
        why: 'Some portals share with members only, so that every access has a name.',
        advice: 'Let DocSpace users only use the link, or revoke it.',
        fix: 'lets DocSpace users only use the link; nothing in a Public room',
        inRoom: (0,each_link/* eachAnyoneLink */.UC)((subject) => ({
            message: 'Anyone with the link gets in, though the policy requires a login.',
            ...(0,remedies/* usersOnly */.Jg)(subject),
        })),
    },
];

// EXTERNAL MODULE: ../lib/src/audit/rules/coverage.js
var coverage = __webpack_require__(2008);
// EXTERNAL MODULE: ../lib/src/links/drift.js
var drift = __webpack_require__(6337);
// EXTERNAL MODULE: ../lib/src/links/past-date.js
var past_date = __webpack_require__(5093);
;// CONCATENATED MODULE: ../lib/src/audit/rules/file.js




/** The rules about what the file of links describes. */
const fileRules = [
    {
        id: 'DSL025',
        name: 'unmanaged',
        severity: 'medium',
        scope: 'link',
        requiredBy: 'managed',
        onlyIfRequired: true,
        finds: 'A link that this repository did not make and that the file does not describe, with `require: managed`.',
        why: 'It was made by hand, outside of review.',
        advice: 'Describe the link in the file that `apply` keeps, or revoke it.',
        fix: 'revokes the link; not a permanent primary link',
        inRoom: (subject) => unmanaged(subject).map((link) => handmade(link, subject)),
    },
    {
        id: 'DSL026',
        name: 'drift',
        severity: 'medium',
        scope: 'links',
        needs: 'file',
        ofMissingRooms: true,
        finds: 'A link of the file that differs from the file, or is not there.',
        why: 'It was changed by hand.',
        advice: 'Run `apply`, or change the file.',
        fix: '',
        inRoom: driftOfRoom,
        inScan: ({ missing, now }) => missing.filter((room) => !(0,past_date/* wantsNothing */.ty)(room, now)).map(driftOfMissingRoom),
    },
];
/** Links that nobody has reviewed: not made by this repository, and not described in its file. */
function unmanaged({ file, room, links, identity, portal: { version } }) {
    const described = file === null ? [] : (0,drift/* describedLinks */.BE)(file, room, links, { identity, version });
    return links.filter(({ id, managed }) => !managed && !described.includes(id));
}
function handmade(link, { room }) {
    const message = 'This repository did not make the link, and does not describe it.';
    if (!(0,facts/* isPermanentPrimary */.zd)(room, link))
        return { link, message, safeFix: remedies/* revoke */.r8 };
    return { link, message: `${message} The portal itself makes it in every room of this type.` };
}
function driftOfRoom({ file, room, links, now, identity, linkType, portal }) {
    if (file === null)
        return [];
    return (0,drift/* driftOf */.$p)(file, room, links, { now, identity, linkType, version: portal.version }).map(({ linkId, words }) => ({
        link: links.find(({ id }) => id === linkId) ?? null,
        message: `Differs from the file: ${words.join('; ')}.`,
    }));
}
function driftOfMissingRoom({ room, line }) {
    return {
        ...(room.by === 'id' ? { roomId: room.id, roomTitle: '' } : { roomId: '', roomTitle: room.title }),
        message: `Differs from the file: the room of line ${line} is not there, so its links are missing.`,
    };
}

;// CONCATENATED MODULE: ../lib/src/audit/rules/invitation.js





/** DSL013: so many joins since the baseline are more than a team that grows. */
const spike = 10;
/** DSL011: `fix` leaves room for so many more. */
const moreUses = 10;
/** The portal takes no higher limit (portal.md §1). */
const mostUses = 1000;
/** The rules about invitation links, which make whoever opens them a member of the room. */
const invitationRules = [
    {
        id: 'DSL007',
        name: 'expired-invitation',
        severity: 'low',
        scope: 'link',
        finds: 'An expired invitation link.',
        why: "It takes the room's only place for an invitation.",
        advice: 'Revoke it.',
        fix: 'revokes the link',
        inRoom: (0,each_link/* eachLink */.Ir)(({ link }) => link.type === 'invitation' && link.expired
            ? { message: `The invitation expired${endWords(link)}, and takes the only place for one.`, safeFix: remedies/* revoke */.r8 }
            : null),
    },
    {
        id: 'DSL009',
        name: 'invitation-no-expiration',
        severity: 'high',
        scope: 'link',
        requiredBy: 'expiration',
        finds: 'An invitation link without an expiration date (DocSpace 3.7 or later).',
        why: 'Whoever has the URL joins the room, for ever. Aligned with CIS Microsoft 365 7.2.9 (at most 30 days).',
        advice: 'Give the link an expiration date, or revoke it.',
        fix: 'sets an end: now and `max-lifetime`',
        inRoom: (0,each_link/* eachInvitation */.rA)((subject) => subject.link.expiration === null && subject.portal.version === '3.7'
            ? {
                message: `Whoever has the link joins the room as ${(0,links_access/* accessLabel */.Hm)(subject.link.access)}, without end.`,
                safeFix: (0,remedies/* endInTime */._K)(subject),
            }
            : null),
    },
    {
        id: 'DSL010',
        name: 'invitation-overprivileged',
        severity: 'medium',
        scope: 'link',
        finds: 'An invitation link with a role above `max-access`; where that is not given, above Editor.',
        why: 'People make themselves members who can create and change content.',
        advice: 'Lower the role of the link, and that of those who have joined by it, in DocSpace.',
        fix: 'lowers the role as far as the room allows; those who have joined keep theirs',
        inRoom: (0,each_link/* eachInvitation */.rA)((subject) => {
            const { link, policy } = subject;
            const most = policy.maxInvitationAccess;
            if ((0,facts/* fillsForms */.Wu)(subject) || (0,links_access/* accessRank */.xA)(link.access) <= (0,links_access/* accessRank */.xA)(most))
                return null;
            return {
                message: `Whoever has the link joins the room as ${(0,links_access/* accessLabel */.Hm)(link.access)}; at most ${(0,links_access/* accessLabel */.Hm)(most)} is allowed. Those who have joined by it keep their role.`,
                ...downgrade(subject),
            };
        }),
    },
    {
        id: 'DSL011',
        name: 'invitation-unlimited',
        severity: 'medium',
        scope: 'link',
        finds: 'An invitation link without a limit of uses (DocSpace 3.7 or later).',
        why: 'When the URL leaks, any number of people join.',
        advice: 'Limit the uses to the people who are meant.',
        fix: `limits the link to ${moreUses} more uses`,
        inRoom: (0,each_link/* eachInvitation */.rA)(({ link, portal }) => {
            if (link.maxUses !== null || portal.version !== '3.7')
                return null;
            const uses = link.uses ?? 0;
            const maxUses = Math.min(uses + moreUses, mostUses);
            const message = `Any number of people can join by this link; ${uses} ${uses === 1 ? 'has' : 'have'} so far.`;
            return maxUses < uses ? { message } : { message, safeFix: { do: 'set', to: { maxUses } } };
        }),
    },
    {
        id: 'DSL012',
        name: 'invitation-used-up',
        severity: 'info',
        scope: 'link',
        finds: 'An invitation link whose uses have reached their limit.',
        why: "Nobody can join by it any more, but it takes the room's only place for an invitation.",
        advice: 'Revoke it.',
        fix: 'revokes the link',
        inRoom: (0,each_link/* eachLink */.Ir)(({ link: { maxUses, uses } }) => maxUses !== null && uses !== null && uses >= maxUses
            ? { message: `All ${maxUses} uses of the invitation are used up.`, safeFix: remedies/* revoke */.r8 }
            : null),
    },
    {
        id: 'DSL013',
        name: 'invitation-spike',
        severity: 'medium',
        scope: 'link',
        needs: 'baseline',
        finds: `More than ${spike} people have joined by an invitation link since the baseline.`,
        why: 'The URL has probably leaked to a list or a channel.',
        advice: "Look at the room's members in DocSpace, and revoke the link.",
        fix: '',
        inRoom: (0,each_link/* eachLink */.Ir)(({ link, usesBefore }) => {
            const before = usesBefore.get(link.id);
            if (before === undefined || link.uses === null || link.uses - before <= spike)
                return null;
            return {
                message: `${link.uses - before} people have joined by this link since the baseline: ${before} then, ${link.uses} now.`,
            };
        }),
    },
];
function endWords({ expiration }) {
    return expiration === null ? '' : ` ${(0,time/* formatInstant */.r4)(expiration)}`;
}
/** The highest role that policy and room allow both; nothing where the room has none. */
function downgrade({ room, policy, link }) {
    const allowed = room.type?.access.invitation ?? [];
    const possible = links_access/* roles */.Ot.filter(({ name, code }) => allowed.includes(name) &&
        (0,links_access/* accessRank */.xA)(code) < (0,links_access/* accessRank */.xA)(link.access) &&
        (0,links_access/* accessRank */.xA)(code) <= (0,links_access/* accessRank */.xA)(policy.maxInvitationAccess));
    const access = possible.at(-1)?.code ?? (allowed.includes('form-filler') ? formFiller(link.access) : undefined);
    return access === undefined ? {} : { safeFix: { do: 'set', to: { access } } };
}
/** In a Form filling room the lowest role there is. */
function formFiller(present) {
    const code = (0,links_access/* accessCode */.yv)('form-filler');
    return (0,links_access/* accessRank */.xA)(code) < (0,links_access/* accessRank */.xA)(present) ? code : undefined;
}

// EXTERNAL MODULE: ../lib/src/links/default-titles.js
var default_titles = __webpack_require__(8639);
// EXTERNAL MODULE: ../lib/src/links/text.js
var links_text = __webpack_require__(9619);
;// CONCATENATED MODULE: ../lib/src/audit/rules/link.js







/** The rules about links of any type, whoever made them. */
const linkRules = [
    {
        id: 'DSL006',
        name: 'expired-external',
        severity: 'low',
        scope: 'link',
        permanentByDesign: true,
        finds: 'An expired external link.',
        why: 'It takes one of five places, and an edit brings it back to life.',
        advice: 'Revoke it.',
        fix: 'revokes the link; not a permanent primary link',
        inRoom: (0,each_link/* eachLink */.Ir)(({ link }) => {
            if (link.type !== 'external' || !link.expired)
                return null;
            const when = link.expiration === null ? '' : ` ${(0,time/* formatInstant */.r4)(link.expiration)}`;
            return {
                message: `The link expired${when}. It takes a place, and an edit brings it back to life.`,
                safeFix: remedies/* revoke */.r8,
            };
        }),
    },
    {
        id: 'DSL008',
        name: 'expires-soon',
        severity: 'info',
        scope: 'link',
        finds: 'A link that expires within `warn-before` (7 days).',
        why: 'Renew it before the people who need it are locked out.',
        advice: 'Renew the link if it is still needed.',
        fix: '',
        inRoom: (0,each_link/* eachLiveLink */.qP)(({ link: { expiration }, policy, now }) => expiration !== null && expiration.getTime() - now.getTime() <= policy.warnBefore
            ? { message: `The link ends ${(0,time/* formatInstant */.r4)(expiration)}.` }
            : null),
    },
    {
        id: 'DSL015',
        name: 'untraceable-title',
        severity: 'low',
        scope: 'link',
        finds: "A link with a default title of DocSpace, in any of the portal's languages, or with one that does not match `title-pattern`.",
        why: 'Nobody knows what it is there for, so nobody dares to revoke it.',
        advice: 'Give the link a title that says what it is for.',
        fix: '',
        inRoom: (0,each_link/* eachLink */.Ir)(({ link: { title }, policy: { titlePattern } }) => {
            if ((0,default_titles/* isDefaultTitle */.QT)(title))
                return { message: `${(0,links_text/* quoted */.TL)(title)} is DocSpace's default title.` };
            if (titlePattern === null || titlePattern.test(title))
                return null;
            return { message: `The title ${(0,links_text/* quoted */.TL)(title)} does not match the \`title-pattern\` of the policy.` };
        }),
    },
    {
        id: 'DSL016',
        name: 'ambiguous-title',
        severity: 'low',
        scope: 'link',
        finds: 'Two links of a type with one title in a room; the second and every further one.',
        why: 'People revoke the wrong one.',
        advice: 'Give each link a title of its own.',
        fix: '',
        inRoom: ({ links }) => repeated(links, ({ type, title }) => [type, (0,links_text/* stripInvisible */._0)(title)]).map(([link, first]) => ({
            link,
            message: `The link ${first.id} of this room has the same title.`,
        })),
    },
    {
        id: 'DSL017',
        name: 'redundant-links',
        severity: 'info',
        scope: 'link',
        finds: 'Two live links of a type with the same role, for the same people, both with or both without a password.',
        why: 'Revoke one, and the other stays.',
        advice: 'Revoke those that are not needed.',
        fix: '',
        inRoom: (subject) => repeated(
        // An expired link opens nothing, so it makes no other one redundant.
        subject.links.filter((link) => (0,facts/* isLive */.DG)({ ...subject, link })), ({ type, access, internal, hasPassword }) => [type, access, internal, hasPassword]).map(([link, first]) => ({
            link,
            message: `The link ${first.id} of this room gives the same: ${(0,links_access/* accessLabel */.Hm)(link.access)}, ${link.internal ? 'DocSpace users only' : 'anyone with the link'}${link.hasPassword ? ', with a password' : ''}.`,
        })),
    },
    {
        id: 'DSL020',
        name: 'internal-no-expiration',
        severity: 'info',
        scope: 'link',
        requiredBy: 'expiration',
        finds: 'A link for DocSpace users only without an expiration date.',
        why: 'The risk is lower, since a login is asked for; but the link outlives its purpose.',
        advice: 'Give the link an expiration date.',
        fix: 'sets an end: now and `max-lifetime`',
        inRoom: (0,each_link/* eachLiveLink */.qP)((subject) => subject.link.type === 'external' && subject.link.internal && subject.link.expiration === null
            ? { message: 'Every DocSpace user with the link has access, without end.', safeFix: (0,remedies/* endInTime */._K)(subject) }
            : null),
    },
    {
        id: 'DSL028',
        name: 'weak-password',
        severity: 'medium',
        scope: 'link',
        needs: 'password-policy',
        finds: "A password that fails the portal's policy of today; it is compared in memory, and told nowhere.",
        why: 'The policy was tightened after the password was set.',
        advice: 'Set a new password.',
        fix: '',
        inRoom: (0,each_link/* eachLink */.Ir)(({ link }) => link.passwordFits === false ? { message: "The link's password is weaker than the portal asks for today." } : null),
    },
];
/** The links that are like another one before them, and that one; in the order of primary links and ids. */
function repeated(links, likeness) {
    const firsts = new Map();
    const ordered = links.toSorted((one, other) => Number(other.primary) - Number(one.primary) || compare(one.id, other.id));
    return ordered.flatMap((link) => {
        const like = JSON.stringify(likeness(link));
        const first = firsts.get(like);
        if (first === undefined)
            firsts.set(like, link);
        return first === undefined ? [] : [[link, first]];
    });
}
function compare(one, other) {
    return one < other ? -1 : Number(one > other);
}

// EXTERNAL MODULE: ../lib/src/audit/rules/orphans.js
var orphans = __webpack_require__(7343);
// EXTERNAL MODULE: ../lib/src/links/room-types.js
var room_types = __webpack_require__(1583);
;// CONCATENATED MODULE: ../lib/src/audit/rules/room.js



/** DSL014: nobody keeps more in mind. */
const manyLinks = 5;
/** The rules about rooms, and about their links together. */
const roomRules = [
    {
        id: 'DSL014',
        name: 'too-many-links',
        severity: 'low',
        scope: 'links',
        finds: `A room with ${manyLinks} external links or more, or without a free place for another one.`,
        why: 'So many are hard to review, and the next one fails.',
        advice: 'Revoke what is no longer needed, the expired links first.',
        fix: '',
        inRoom: ({ room, links }) => {
            const external = links.filter(({ type }) => type === 'external');
            const additional = external.filter(({ primary }) => !primary).length;
            const places = room.type?.limits.additional ?? 0;
            const full = places > 0 && additional >= places;
            if (external.length < manyLinks && !full)
                return [];
            const reached = full ? ` All ${places} places for additional links are taken: the next one fails.` : '';
            return (0,each_link/* ofRoom */.Xq)(`The room has ${external.length} external links.${reached}`);
        },
    },
    {
        id: 'DSL019',
        name: 'public-room-not-approved',
        severity: 'high',
        scope: 'room',
        finds: 'A Public room that `public-rooms` does not name.',
        why: 'A Public room is always open to anyone with its link.',
        advice: 'Name the room in `public-rooms` of the policy, or archive it.',
        fix: '',
        inRoom: ({ room, policy }) => room.typeCode === room_types/* publicRoom */.R9 && room.area === 'active' && !(0,room_patterns/* isAllowed */.Jr)(room, policy.publicRooms)
            ? (0,each_link/* ofRoom */.Xq)('The room is a Public room, always open to anyone with its link, and `public-rooms` does not name it.')
            : [],
    },
    {
        id: 'DSL023',
        name: 'archived-room-links',
        severity: 'info',
        scope: 'links',
        finds: 'Links in an archived room.',
        why: 'They come alive when the room is restored.',
        advice: 'Restore the room, revoke the links, and archive it again; the portal refuses to change them in the archive.',
        fix: '',
        inRoom: ({ room, links }) => room.area === 'archived' && links.length > 0
            ? (0,each_link/* ofRoom */.Xq)(`${links.length === 1 ? 'One link comes' : `${links.length} links come`} alive when the room is restored.`)
            : [],
    },
    {
        id: 'DSL024',
        name: 'owner-inactive',
        severity: 'medium',
        scope: 'room',
        needs: 'owners',
        finds: "A room whose owner's account is disabled.",
        why: 'Nobody reviews its links, and the invitations of that owner are dead.',
        advice: 'Change the owner of the room.',
        fix: '',
        inRoom: ({ room }) => room.ownerActive === false ? (0,each_link/* ofRoom */.Xq)("The room's owner is disabled: nobody reviews its links.") : [],
    },
];

// EXTERNAL MODULE: ../lib/src/audit/rules/waivers.js
var waivers = __webpack_require__(6353);
;// CONCATENATED MODULE: ../lib/src/audit/rules/registry.js








/** All rules of the audit, by id: the one table of them. There is no DSL021, and no id is used for another rule later. */
const rules = [
    ...anyoneRules,
    ...invitationRules,
    ...linkRules,
    ...roomRules,
    ...fileRules,
    orphans/* orphanRule */.X,
    ...coverage/* coverageRules */.qj,
    waivers/* waiverRule */.v,
].toSorted((one, other) => (one.id < other.id ? -1 : 1));
const byId = new Map(rules.map((rule) => [rule.id, rule]));
/** The rule of this id; undefined for one that this version does not know, as an old report may name it. */
function ruleOf(id) {
    return byId.get(id);
}


/***/ }),

/***/ 9330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IP: () => (/* binding */ isSafe),
/* harmony export */   Jg: () => (/* binding */ usersOnly),
/* harmony export */   _K: () => (/* binding */ endInTime),
/* harmony export */   r8: () => (/* binding */ revoke)
/* harmony export */ });
/* harmony import */ var _links_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(517);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4107);


/** The link goes. */
const revoke = { do: 'revoke' };
/** The link ends as late as the policy allows: a whole second, as the portal stores dates. */
function endInTime({ now, policy }) {
    return { do: 'set', to: { expiration: (0,_links_time_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeSeconds */ .$P)(new Date(now.getTime() + policy.maxLifetime)) } };
}
/** The link asks for a login; nothing where the portal has no such links: in Public rooms, and before 3.5. */
function usersOnly({ room, portal }) {
    const possible = room.type?.internal !== false && portal.version !== '3.2';
    return possible ? { safeFix: { do: 'set', to: { internal: true } } } : {};
}
/**
 * Whether a safe fix may be carried out at all: not in the archive or where the key may not write; not on a permanent
 * primary link; an expired external link may only be revoked, since any other write brings it back (portal.md §4); and
 * before 3.7 the portal dates an invitation anew with every write (portal.md §4.3), which could lengthen its life.
 */
function isSafe(safeFix, { room, link, portal }) {
    if (room.area === 'archived' || !room.canEditAccess || (0,_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .isPermanentPrimary */ .zd)(room, link))
        return false;
    if (safeFix.do === 'revoke')
        return true;
    return !link.expired && (link.type === 'external' || portal.version === '3.7');
}


/***/ }),

/***/ 6353:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ ambiguousBy),
/* harmony export */   v: () => (/* binding */ waiverRule)
/* harmony export */ });
/* harmony import */ var _links_find_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3975);
/* harmony import */ var _links_room_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9043);
/* harmony import */ var _links_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9619);
/* harmony import */ var _waivers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9177);
/* harmony import */ var _each_link_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5968);






/** The rule about the waivers of the policy file. */
const waiverRule = {
    id: 'DSL903',
    name: 'waiver-ambiguous',
    severity: 'medium',
    scope: 'links',
    finds: 'A waiver whose `link` fits several links of its room, or whose `room` is a title that several rooms have: it waives nothing.',
    why: 'A waiver must say what it accepts: otherwise it would hide findings that nobody has looked at.',
    advice: 'Use more characters of the id in `link`, or `key:` and the key of a managed link; in `room`, use the id of the room.',
    fix: '',
    inRoom: ambiguousLinks,
    inScan: ({ ambiguous }) => ambiguous.map(ambiguousRoom),
};
function ambiguousLinks({ file, room, links }) {
    const all = [...links, ...room.otherLinks].toSorted((one, other) => (one.id < other.id ? -1 : 1));
    const messages = (0,_waivers_js__WEBPACK_IMPORTED_MODULE_1__/* .ambiguousIn */ .GM)(file?.waivers ?? [], room, all).map(({ waiver, links: meant }) => {
        const start = waiver.link?.by === 'id' ? (0,_links_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(waiver.link.start) : '';
        const those = all.filter(({ id }) => meant.some((one) => one.id === id));
        return `The waiver of ${waiver.rule} in line ${waiver.line} of the policy file waives nothing: ${those.length} links of this room begin with ${start}: ${(0,_links_find_js__WEBPACK_IMPORTED_MODULE_0__/* .listed */ .KE)(those)}.`;
    });
    return messages.length === 0 ? [] : (0,_each_link_js__WEBPACK_IMPORTED_MODULE_2__/* .ofRoom */ .Xq)(messages.join(' '));
}
function ambiguousRoom({ title, waivers, rooms }) {
    const ids = rooms
        .map(({ id }) => id)
        .toSorted(_links_room_js__WEBPACK_IMPORTED_MODULE_4__/* .byRoomId */ .kc)
        .join(', ');
    const messages = waivers.map(({ rule, line }) => `The waiver of ${rule} in line ${line} of the policy file waives nothing: ${rooms.length} rooms have the title ${(0,_links_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(title)}: ${ids}.`);
    return { roomId: '', roomTitle: title, message: messages.join(' ') };
}
/** The waivers that a finding of this rule says to be ambiguous, in a room with these links. */
function ambiguousBy(waivers, { rule, roomId: id, roomTitle: title }, links) {
    if (rule !== waiverRule.id)
        return [];
    // Of several rooms with one title the finding has no id.
    if (id === '')
        return waivers.filter(({ room }) => (0,_links_room_js__WEBPACK_IMPORTED_MODULE_4__/* .matches */ .cK)(room, { id, title }));
    return (0,_waivers_js__WEBPACK_IMPORTED_MODULE_1__/* .ambiguousIn */ .GM)(waivers, { id, title }, links).map(({ waiver }) => waiver);
}


/***/ }),

/***/ 9177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ci: () => (/* binding */ waiverOf),
/* harmony export */   G6: () => (/* binding */ ambiguousTitles),
/* harmony export */   GM: () => (/* binding */ ambiguousIn),
/* harmony export */   KH: () => (/* binding */ isAbout),
/* harmony export */   z9: () => (/* binding */ withWaiver)
/* harmony export */ });
/* harmony import */ var _links_identity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(310);
/* harmony import */ var _links_room_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9043);
/* harmony import */ var _links_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9619);
/* harmony import */ var _links_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(517);




/** Whether a waiver is about this finding, whether it still holds or not. One that is ambiguous is about none. */
function isAbout(waiver, finding, { links, identity }) {
    const { rule, room, link } = waiver;
    const { roomId, roomTitle, linkId } = finding;
    if (rule !== finding.rule || !(0,_links_room_js__WEBPACK_IMPORTED_MODULE_1__/* .matches */ .cK)(room, { id: roomId, title: roomTitle }))
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
        if (waiver.link?.by !== 'id' || !(0,_links_room_js__WEBPACK_IMPORTED_MODULE_1__/* .matches */ .cK)(waiver.room, room))
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
        const meant = rooms.filter((room) => (0,_links_room_js__WEBPACK_IMPORTED_MODULE_1__/* .matches */ .cK)({ by: 'title', title }, room));
        return meant.length > 1 ? [{ title, waivers: those, rooms: meant }] : [];
    });
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
    const by = owner === null ? '' : ` by ${(0,_links_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(owner)}`;
    return `until ${(0,_links_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInstant */ .r4)(until)}${by}: ${(0,_links_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(reason)}`;
}


/***/ }),

/***/ 1150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ND: () => (/* binding */ namedLinks),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   hP: () => (/* binding */ linksOf),
/* harmony export */   mt: () => (/* binding */ pruneOf),
/* harmony export */   y8: () => (/* binding */ applicable),
/* harmony export */   zq: () => (/* binding */ planAbsent)
/* harmony export */ });
/* harmony import */ var _desired_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5260);
/* harmony import */ var _find_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3975);
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(310);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8797);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4433);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9619);






/**
 * What the file wants of a link, without the defaults that do not fit it: those for links of the other type, and the
 * expiration of a permanent primary link, which has none. What the link itself says stays, fit or unfit.
 */
function applicable(link, place) {
    const unfit = [...(0,_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .settingsNotFor */ .cR)(place.type).map(_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .memberOf */ .C5), ...(place.permanent ? ['expiration'] : [])];
    return without(link.desired, unfit.filter((name) => link.defaulted.includes(name)));
}
/** The desired link as if these fields were not given. */
function without(desired, names) {
    return { ...desired, ...Object.fromEntries(names.map((name) => [name, undefined])) };
}
/** Finds the links that the entries for links that stay mean; that two mean the same is a problem of the second. */
function namedLinks(state, links, identity, problems) {
    const named = new Map();
    const entries = [];
    for (const entry of links.filter(({ absent }) => !absent)) {
        const { desired, line } = entry;
        const { value: found } = (0,_find_js__WEBPACK_IMPORTED_MODULE_1__/* .findLink */ .KZ)(state, (0,_find_js__WEBPACK_IMPORTED_MODULE_1__/* .resolved */ .L$)(state, desired, identity), identity);
        // What cannot be found is told when it is planned.
        const meant = found === undefined ? [] : [found.current, ...found.duplicates].filter((link) => link !== null);
        const shared = meant.find(({ id }) => named.has(id));
        if (shared === undefined) {
            entries.push(entry);
            for (const { id } of meant)
                named.set(id, line);
            continue;
        }
        const { id, title } = shared;
        const message = `This means the link ${id} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(title)} of room ${state.room.id} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(state.room.title)}, and so does line ${named.get(id) ?? 0}.`;
        problems.push({ line, problem: (0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .problem */ .CC)('not-possible', message, 'Describe each link in one place.') });
    }
    return { links: named, entries };
}
/** The links themselves. */
function linksOf(toRevoke) {
    return toRevoke.map(({ link }) => link);
}
/** The links that the file wants absent: those that go, the entries without any (left), and those that cannot go. */
function planAbsent(state, links, identity, problems) {
    const toRevoke = [];
    const gone = [];
    for (const entry of links.filter(({ absent }) => absent)) {
        const { desired, line } = entry;
        const found = linksToGo(state, desired, identity);
        const permanent = found.find((link) => (0,_desired_js__WEBPACK_IMPORTED_MODULE_0__/* .isPermanent */ .lE)({ room: state.room, ...link }));
        const fresh = found.filter((link) => link !== permanent && !linksOf(toRevoke).includes(link));
        if (permanent !== undefined)
            problems.push({ line, problem: permanentProblem(state.room, permanent) });
        else if (fresh.length === 0)
            gone.push(entry);
        toRevoke.push(...fresh.map((link) => ({ link, key: keyOf(desired.reference), why: 'absent', entry })));
    }
    return { toRevoke, gone };
}
/** The key by which a link is named; null if it is named by its id. */
function keyOf(reference) {
    return reference.by === 'id' ? null : reference.key;
}
/** The links that an entry of an absent link means: with a key all that bear it. */
function linksToGo(state, { reference, adopt }, identity) {
    const { room, links } = state;
    switch (reference.by) {
        case 'id':
            return [...links.filter(({ id }) => id === reference.id), ...(0,_find_js__WEBPACK_IMPORTED_MODULE_1__/* .replacementsOf */ .P1)(state, reference.id, identity)];
        case 'primary':
            return links.filter(({ primary }) => primary);
        case 'key': {
            const prefix = (0,_identity_js__WEBPACK_IMPORTED_MODULE_5__/* .idPrefix */ .m0)(identity, { roomId: room.id, type: reference.type, key: reference.key });
            const ours = links.filter(({ id }) => id.startsWith(prefix));
            // What was taken over with `adopt` has kept its id, so only the same word finds it.
            return ours.length === 0 && adopt ? links.filter(({ type }) => type === reference.type) : ours;
        }
    }
}
function permanentProblem(room, { id, title }) {
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .problem */ .CC)('not-possible', `The primary link ${id} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(title)} of ${room.type?.label ?? 'room'} ${room.id} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(room.title)} cannot be absent: the portal at once makes a new one.`, 'The action `revoke` with `allow-rotate: true` gives it a new URL. To close the room to strangers, use a room of another type, or archive it.');
}
/** The links of this repository that the file does not name. */
function pruneOf(state, named, identity) {
    return state.links
        .filter(({ id }) => (0,_identity_js__WEBPACK_IMPORTED_MODULE_5__/* .isManaged */ .yF)(identity, id) && !named.has(id))
        .map((link) => ({ link, key: null, why: 'prune', entry: null }));
}


/***/ }),

/***/ 1553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ entryName),
  t: () => (/* binding */ located)
});

;// CONCATENATED MODULE: ../lib/src/links/kind-words.js
/** How sentences name a link, by its kind: people know an additional link as an external one. */
const kindWords = {
    additional: 'external link',
    primary: 'primary link',
    invitation: 'invitation link',
};

// EXTERNAL MODULE: ../lib/src/links/problem.js
var problem = __webpack_require__(8797);
// EXTERNAL MODULE: ../lib/src/links/text.js
var links_text = __webpack_require__(9619);
;// CONCATENATED MODULE: ../lib/src/links/declared.js



/** The problem with its place in the file, in the form of which editors and terminals make a link. */
function located(path, { line, problem: { code, message, hint } }) {
    return (0,problem/* problem */.CC)(code, `${(0,links_text/* stripInvisible */._0)(path)}:${line}: ${message}`, hint, { path, line });
}
/** How sentences name what an entry of the file describes: `primary link`, `external link with the key "press"`. */
function entryName(reference) {
    switch (reference.by) {
        case 'primary':
            return kindWords.primary;
        case 'id':
            return `link ${reference.id}`;
        case 'key':
            return `${kindWords[reference.type === 'external' ? 'additional' : 'invitation']} with the key ${(0,links_text/* quoted */.TL)(reference.key)}`;
    }
}


/***/ }),

/***/ 6337:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ driftOf),
/* harmony export */   $w: () => (/* binding */ roomEntryOf),
/* harmony export */   BE: () => (/* binding */ describedLinks)
/* harmony export */ });
/* unused harmony exports unknownSecret, planningLink */
/* harmony import */ var _constraints_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3554);
/* harmony import */ var _declared_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1553);
/* harmony import */ var _find_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3975);
/* harmony import */ var _link_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6788);
/* harmony import */ var _plan_declared_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4618);
/* harmony import */ var _room_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9043);
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1776);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4433);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9619);
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(517);










/** Stands for a secret of which only is known that it is there. */
const unknownSecret = new _secret_js__WEBPACK_IMPORTED_MODULE_5__/* .Secret */ .z('');
/**
 * A link without its secrets, as plans take it. Good for finding out what would change, never for a write: that would
 * replace the password.
 */
function planningLink(facts) {
    return { ...facts, password: facts.hasPassword ? unknownSecret : null, url: unknownSecret, token: null };
}
/** What the file says of this room, which it names by id or by exact title (Unicode NFC); null if it does not. */
function roomEntryOf({ rooms }, room) {
    return rooms.find(({ room: reference }) => (0,_room_js__WEBPACK_IMPORTED_MODULE_8__/* .matches */ .cK)(reference, room)) ?? null;
}
/**
 * How the room differs from the file: what `apply` without `prune` would change, except that a date within the duration
 * of the file is right though `renew` would move it. Links that `apply` cannot make are missing all the same; what else
 * it cannot do is no drift. Nothing is said of a room in which no links can be written.
 */
function driftOf(file, room, links, { now, identity, version, linkType }) {
    const described = roomEntryOf(file, room);
    if (described === null || (0,_constraints_js__WEBPACK_IMPORTED_MODULE_0__/* .roomProblem */ .t0)(room) !== null)
        return [];
    const state = { room, links: links.map(planningLink), version };
    const entries = described.links.filter((entry) => wasRead(entry, state, identity, linkType)).map(withoutRenew);
    const { toRevoke, gone, overdue, toKeep } = (0,_plan_declared_js__WEBPACK_IMPORTED_MODULE_4__/* .planRoom */ .HJ)(state, { ...described, links: entries }, { now, identity, prune: false, defaultTitle: () => '', newPassword: () => unknownSecret });
    return [
        ...toRevoke.map(({ link, entry }) => ({
            linkId: link.id,
            words: [said('state: present', 'says', 'absent', entry?.line ?? described.line)],
        })),
        ...toKeep.flatMap(driftOfLink),
        ...overdue.map(driftOfOverdue),
        ...driftOfMissing(entries.filter((entry) => !gone.includes(entry) && isMissing(entry, state, toKeep, identity))),
    ];
}
/** Ids of the links of a room that the file describes, whoever made them. */
function describedLinks(file, room, links, { identity, version }) {
    const state = { room, links: links.map(planningLink), version };
    return (roomEntryOf(file, room)?.links ?? []).flatMap(({ desired, absent }) => {
        const link = linkOf(desired, state, identity);
        return absent || link === null ? [] : [link.id];
    });
}
/** Whether the links that the entry may mean are among those that were read. */
function wasRead(entry, state, identity, linkType) {
    if (linkType === 'all')
        return true;
    const { reference } = entry.desired;
    switch (reference.by) {
        case 'primary':
            return linkType === 'external';
        case 'key':
            return reference.type === linkType;
        case 'id':
            // Of one that is not there the type is not known.
            return linkOf(entry.desired, state, identity) !== null;
    }
}
/** With `renew` every run of `apply` moves the date, which would make every link differ at every time. */
function withoutRenew(entry) {
    return { ...entry, desired: { ...entry.desired, renew: false } };
}
/** The link that an entry means; null if it is not there. */
function linkOf(desired, state, identity) {
    return (0,_find_js__WEBPACK_IMPORTED_MODULE_2__/* .findLink */ .KZ)(state, (0,_find_js__WEBPACK_IMPORTED_MODULE_2__/* .resolved */ .L$)(state, desired, identity), identity).value?.current ?? null;
}
function isMissing(entry, state, toKeep, identity) {
    if (entry.absent)
        return false;
    const planned = toKeep.find((one) => one.entry === entry);
    return planned === undefined ? linkOf(entry.desired, state, identity) === null : planned.plan.action === 'create';
}
function driftOfMissing(entries) {
    if (entries.length === 0)
        return [];
    return [
        {
            linkId: '',
            words: entries.map(({ desired: { reference }, line }) => `the ${(0,_declared_js__WEBPACK_IMPORTED_MODULE_1__/* .entryName */ .M)(reference)} is missing (line ${line})`),
        },
    ];
}
/** The link itself, if it is there, and the others of its key. */
function driftOfLink({ plan, entry: { desired, line } }) {
    const { current, duplicates } = plan;
    if (current === null)
        return [];
    const words = [
        ...(current.expired ? [`it has expired, the file describes a live link (line ${line})`] : []),
        ...plan.fields.filter((field) => isDrift(field, plan)).map((field) => fieldWords(field, desired, line)),
    ];
    return [
        ...(words.length === 0 ? [] : [{ linkId: current.id, words }]),
        ...duplicates.map(({ id }) => ({ linkId: id, words: [`a second link beside ${current.id} (line ${line})`] })),
    ];
}
/** A link that should have expired. */
function driftOfOverdue({ entry: { line }, link, at }) {
    const end = link.expiration === null ? 'never' : (0,_time_js__WEBPACK_IMPORTED_MODULE_7__/* .isoInstant */ .j2)(link.expiration);
    return { linkId: link.id, words: [said(`expiration: ${end}`, 'says', (0,_time_js__WEBPACK_IMPORTED_MODULE_7__/* .isoInstant */ .j2)(at), line)] };
}
/** Whether the file asks for the change: a date may change only because the portal sets or prints it so. */
function isDrift({ name }, { current, target, portalSetsExpiration }) {
    if (name !== 'expiration' || current === null)
        return true;
    return !current.expired && !portalSetsExpiration && !(0,_link_js__WEBPACK_IMPORTED_MODULE_3__/* .sameInstant */ .eM)(current, target.expiration);
}
function fieldWords({ name, from, to }, { expiration }, line) {
    const there = `${name}: ${valueWords(name, from)}`;
    if (name === 'expiration' && expiration?.kind === 'duration') {
        return said(there, 'allows', `${(0,_time_js__WEBPACK_IMPORTED_MODULE_7__/* .durationText */ .S5)(expiration.milliseconds)} from now`, line);
    }
    // The file holds no passwords: it can only ask for one.
    const asked = name === 'password' && to === 'set' ? 'generate' : valueWords(name, to);
    return said(there, 'says', asked, line);
}
function valueWords(name, value) {
    return name === 'title' ? (0,_text_js__WEBPACK_IMPORTED_MODULE_9__/* .quoted */ .TL)(String(value)) : String(value);
}
function said(there, verb, asked, line) {
    return `${there}, the file ${verb} ${asked} (line ${line})`;
}


/***/ }),

/***/ 5093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L1: () => (/* binding */ pastDate),
/* harmony export */   Qg: () => (/* binding */ overdueProblem),
/* harmony export */   ty: () => (/* binding */ wantsNothing)
/* harmony export */ });
/* harmony import */ var _declared_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1553);
/* harmony import */ var _desired_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5260);
/* harmony import */ var _find_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3975);
/* harmony import */ var _link_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6788);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8797);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9619);
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(517);







/**
 * What an entry asks for whose date has passed: nothing (`ended`) if its link is gone or has expired, since a file may
 * be older than its dates. Null for every other entry; `desired link` is what it wants, as far as that fits the room.
 */
function pastDate(state, entry, desired, { now, identity }) {
    const at = pastEnd(desired, now);
    if (at === null)
        return null;
    const { value: found } = (0,_find_js__WEBPACK_IMPORTED_MODULE_2__/* .findLink */ .KZ)(state, desired, identity);
    if (found === undefined)
        return 'ended';
    // A permanent link has no date: that is a mistake at any time.
    if ((0,_desired_js__WEBPACK_IMPORTED_MODULE_1__/* .isPermanent */ .lE)({ room: state.room, ...found }))
        return null;
    const { current: link } = found;
    // The portal's clock may be a little behind: then the link expires at this moment.
    if (link === null || link.expired || (0,_link_js__WEBPACK_IMPORTED_MODULE_3__/* .sameInstant */ .eM)(link, at))
        return 'ended';
    return { entry, link, at };
}
/** Whether a room that is not there is as the file describes it: all its links are absent, or their dates have passed. */
function wantsNothing({ links }, now) {
    return links.every(({ absent, desired }) => absent || pastEnd(desired, now) !== null);
}
function pastEnd({ expiration }, now) {
    return expiration?.kind === 'instant' && expiration.at <= now ? expiration.at : null;
}
/** Why a live link whose date has passed is not as the file says. */
function overdueProblem({ entry: { line, desired }, link, at }) {
    const end = link.expiration === null ? 'never expires' : `expires ${(0,_time_js__WEBPACK_IMPORTED_MODULE_5__/* .formatInstant */ .r4)(link.expiration)}`;
    const message = `The date of the ${(0,_declared_js__WEBPACK_IMPORTED_MODULE_0__/* .entryName */ .M)(desired.reference)} has passed (${(0,_time_js__WEBPACK_IMPORTED_MODULE_5__/* .isoInstant */ .j2)(at)}), but the link ${link.id} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_6__/* .quoted */ .TL)(link.title)} is live and ${end}. A date in the past cannot be set.`;
    return {
        line,
        problem: (0,_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .problem */ .CC)('not-possible', message, 'Give the entry a later date, or `state: absent` to revoke the link.'),
    };
}


/***/ }),

/***/ 4618:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HJ: () => (/* binding */ planRoom),
/* harmony export */   It: () => (/* binding */ changesOfRoom),
/* harmony export */   Rh: () => (/* binding */ impossibleCount)
/* harmony export */ });
/* harmony import */ var _constraints_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3554);
/* harmony import */ var _declared_links_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1150);
/* harmony import */ var _desired_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5260);
/* harmony import */ var _find_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3975);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9558);
/* harmony import */ var _link_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6788);
/* harmony import */ var _past_date_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5093);
/* harmony import */ var _plan_room_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2819);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8797);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9619);










/**
 * Plans all links of a room together: limits count what is there after the revokes, and with the links that come before.
 * Everything that is known to go wrong is found here, before the first write. `history` is what a run has done that plans
 * the room anew.
 */
function planRoom(state, room, context, history = (0,_history_js__WEBPACK_IMPORTED_MODULE_4__/* .newHistory */ .l)(state)) {
    const { line, links } = room;
    const empty = {
        state,
        line,
        described: links.length,
        toRevoke: [],
        gone: [],
        overdue: [],
        toKeep: [],
        problems: [],
    };
    const unwritable = (0,_constraints_js__WEBPACK_IMPORTED_MODULE_0__/* .roomProblem */ .t0)(state.room);
    if (unwritable !== null)
        return { ...empty, problems: [{ line, problem: unwritable }] };
    const problems = [];
    const absent = (0,_declared_links_js__WEBPACK_IMPORTED_MODULE_1__/* .planAbsent */ .zq)(state, links, context.identity, problems);
    const left = (0,_plan_room_js__WEBPACK_IMPORTED_MODULE_7__/* .without */ .FF)(state, (0,_declared_links_js__WEBPACK_IMPORTED_MODULE_1__/* .linksOf */ .hP)(absent.toRevoke));
    const named = (0,_declared_links_js__WEBPACK_IMPORTED_MODULE_1__/* .namedLinks */ .ND)(left, links, context.identity, problems);
    const pruned = context.prune ? (0,_declared_links_js__WEBPACK_IMPORTED_MODULE_1__/* .pruneOf */ .mt)(left, named.links, context.identity) : [];
    const toRevoke = [...absent.toRevoke, ...pruned];
    const then = (0,_plan_room_js__WEBPACK_IMPORTED_MODULE_7__/* .without */ .FF)(state, (0,_declared_links_js__WEBPACK_IMPORTED_MODULE_1__/* .linksOf */ .hP)(toRevoke));
    const { wanted, ended, overdue } = byDate(then, named.entries, context);
    const toKeep = planToKeep(then, toRevoke, wanted, { ...context, history }, problems);
    return { ...empty, toRevoke, gone: [...absent.gone, ...ended], overdue, toKeep, problems };
}
/** How many of the links that the file describes cannot be as it says. */
function impossibleCount({ described, toRevoke, gone, toKeep }) {
    const absent = new Set(toRevoke.flatMap(({ entry }) => (entry === null ? [] : [entry])));
    return described - absent.size - gone.length - toKeep.length;
}
/** All changes of a room's plan, in the order in which they are done; links that stay as they are have the action `none`. */
function changesOfRoom(plan) {
    return (0,_plan_room_js__WEBPACK_IMPORTED_MODULE_7__/* .changesIn */ .N0)(plan);
}
/** The entries whose date has passed, apart from the others. */
function byDate(state, entries, context) {
    const wanted = [];
    const ended = [];
    const overdue = [];
    for (const entry of entries) {
        const past = (0,_past_date_js__WEBPACK_IMPORTED_MODULE_6__/* .pastDate */ .L1)(state, entry, desiredIn(state, entry, context.identity), context);
        if (past === null)
            wanted.push(entry);
        else if (past === 'ended')
            ended.push(entry);
        else
            overdue.push(past);
    }
    return { wanted, ended, overdue };
}
function planToKeep(start, toRevoke, entries, context, problems) {
    let state = start;
    const toKeep = [];
    for (const entry of inOrder(start, entries, context.identity)) {
        const { line } = entry;
        const desired = desiredIn(state, entry, context.identity);
        const { history } = context;
        const title = context.defaultTitle((0,_declared_links_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(desired.reference) ?? '');
        const planned = (0,_history_js__WEBPACK_IMPORTED_MODULE_4__/* .planRemaining */ .c)(state, desired, { entry, history }, { ...context, defaultTitle: title });
        if (planned.value === undefined) {
            problems.push(...planned.problems.map((one) => ({ line, problem: reworded(one, state, entry, toKeep, toRevoke) })));
        }
        else {
            const plan = planned.value;
            toKeep.push({ plan, entry });
            state = (0,_plan_room_js__WEBPACK_IMPORTED_MODULE_7__/* .stateAfter */ .W_)(state, plan, plan.id ?? '');
        }
    }
    return toKeep;
}
/**
 * The links that stay: first those of which some go, which makes place; then those that are there, so that the replacement of
 * an expired one can come before it goes; then new ones. Otherwise in the order of the file.
 */
function inOrder(state, entries, identity) {
    const rank = ({ desired }) => {
        const { value: found } = (0,_find_js__WEBPACK_IMPORTED_MODULE_3__/* .findLink */ .KZ)(state, (0,_find_js__WEBPACK_IMPORTED_MODULE_3__/* .resolved */ .L$)(state, desired, identity), identity);
        if (found === undefined || found.current === null)
            return 2;
        return found.duplicates.length > 0 ? 0 : 1;
    };
    return entries.toSorted((one, other) => rank(one) - rank(other));
}
/** What the file wants of a link, as far as it fits what is there. */
function desiredIn(state, link, identity) {
    const desired = (0,_find_js__WEBPACK_IMPORTED_MODULE_3__/* .resolved */ .L$)(state, link.desired, identity);
    const { value: found } = (0,_find_js__WEBPACK_IMPORTED_MODULE_3__/* .findLink */ .KZ)(state, desired, identity);
    if (found === undefined)
        return desired;
    const permanent = (0,_desired_js__WEBPACK_IMPORTED_MODULE_2__/* .isPermanent */ .lE)({ room: state.room, ...found });
    return { ...(0,_declared_links_js__WEBPACK_IMPORTED_MODULE_1__/* .applicable */ .y8)(link, { type: found.type, permanent }), reference: desired.reference };
}
/** A problem in the words of the file: the links that take all places, those of the file by their lines. */
function reworded(one, { room, links }, entry, toKeep, toRevoke) {
    const kind = kindOfReference(entry.desired.reference);
    const limit = room.type?.limits[kind] ?? 0;
    if (one.code !== 'limit-reached' || limit === 0)
        return inFileWords(one);
    const lines = toKeep.filter(({ plan }) => (0,_link_js__WEBPACK_IMPORTED_MODULE_5__/* .kindOf */ .I)(plan) === kind).map((one) => one.entry.line);
    const mine = toKeep.map(({ plan }) => plan.id);
    const others = links.filter((other) => (0,_link_js__WEBPACK_IMPORTED_MODULE_5__/* .kindOf */ .I)(other) === kind && !mine.includes(other.id));
    const parts = [
        ...(lines.length === 0 ? [] : [`${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')} of this file`]),
        ...(others.length === 0 ? [] : [`what it has besides: ${(0,_find_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .KE)(others)}`]),
    ];
    const after = toRevoke.length === 0 ? '' : ', though what goes makes place';
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_8__/* .problem */ .CC)('limit-reached', `${room.type?.label ?? 'Room'} ${room.id} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_9__/* .quoted */ .TL)(room.title)} holds ${limit} ${kind} links, and all places are taken${after}: by ${parts.join(', and ')}.`);
}
function kindOfReference(reference) {
    if (reference.by === 'primary')
        return 'primary';
    return reference.by === 'key' && reference.type === 'invitation' ? 'invitation' : 'additional';
}
/** The file says `type` where the inputs say `link-type`. */
function inFileWords({ code, message, hint }) {
    const words = (text) => text.replaceAll('`link-type', '`type');
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_8__/* .problem */ .CC)(code, words(message), words(hint));
}


/***/ })

};
