export const id = 998;
export const ids = [998];
export const modules = {

/***/ 4055:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D4: () => (/* binding */ severityWords),
/* harmony export */   Dx: () => (/* binding */ policyLine),
/* harmony export */   Iu: () => (/* binding */ notSeenWords),
/* harmony export */   JA: () => (/* binding */ unmetWords),
/* harmony export */   Zu: () => (/* binding */ unreadLines),
/* harmony export */   gn: () => (/* binding */ coverageWords),
/* harmony export */   hq: () => (/* binding */ findingLines),
/* harmony export */   rj: () => (/* binding */ countWords),
/* harmony export */   u_: () => (/* binding */ isOfUnreadRoom),
/* harmony export */   wz: () => (/* binding */ unjudgedWords)
/* harmony export */ });
/* harmony import */ var _audit_finding_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4441);
/* harmony import */ var _audit_result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6915);
/* harmony import */ var _audit_room_links_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4401);
/* harmony import */ var _audit_rules_coverage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(234);
/* harmony import */ var _links_access_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6202);
/* harmony import */ var _links_problem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8797);
/* harmony import */ var _links_quoted_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5504);
/* harmony import */ var _links_room_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9043);
/* harmony import */ var _values_duration_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7131);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7147);
/* harmony import */ var _tables_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2196);











/** Nobody reads more in a log: of findings, of those that are only good to know, and of names of rooms in a group. */
const most = { findings: 100, info: 20, names: 20 };
/**
 * How much of what was asked for was read, as every text of an audit begins: `140 of 180 rooms read; 40 not readable
 * with this key`. Coverage alone does not tell a list of rooms that broke off if rooms are unread besides: then
 * `listBrokeOff` does.
 */
function coverageWords(coverage, listBrokeOff = false) {
    const { total, read, complete, unreadable, failed, excluded, gone, unasked } = coverage;
    const broke = listBrokeOff || (!complete && read === total);
    const rest = [
        [unreadable, 'not readable with this key'],
        [failed, 'failed'],
        [excluded, 'excluded'],
        [gone, 'deleted meanwhile'],
        [unasked, 'of those read not asked, having no external link'],
    ];
    return [
        readWords(total, read, complete),
        ...(broke ? ['the list of rooms is not whole'] : []),
        ...rest.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`),
    ].join('; ');
}
function readWords(total, read, complete) {
    if (complete && total === 0)
        return 'No rooms to read';
    return complete && total > 1 ? `All ${total} rooms read` : `${read} of ${roomsWord(total)} read`;
}
function roomsWord(count) {
    return `${count} ${count === 1 ? 'room' : 'rooms'}`;
}
/** `2 critical, 5 high, 1 medium`, or `no findings`. */
function severityWords(counts) {
    const told = _audit_finding_js__WEBPACK_IMPORTED_MODULE_8__/* .severities */ .gO.filter((severity) => counts[severity] > 0).map((one) => `${counts[one]} ${one}`);
    return told.length === 0 ? 'no findings' : told.join(', ');
}
/** `2 critical, 5 high; 4 new, 3 known, 2 fixed; 3 waived`: new and known ones are told apart only with a baseline. */
function countWords(counts, baseline) {
    const since = [
        ...(baseline ? [`${counts.new} new`, `${counts.known} known`] : []),
        ...(baseline || counts.fixed > 0 ? [`${counts.fixed} fixed`] : []),
    ];
    return [
        severityWords(counts),
        ...(since.length === 0 ? [] : [since.join(', ')]),
        ...(counts.waived === 0 ? [] : [`${counts.waived} waived`]),
    ].join('; ');
}
/** `Not judged: DSL024 (needs …), DSL027 (needs …)`; '' if all rules that are on were judged. */
function unjudgedWords(unjudged) {
    if (unjudged.length === 0)
        return '';
    return `Not judged: ${unjudged.map(({ rule, needs }) => `${rule} (needs ${needs})`).join(', ')}`;
}
/** How much of the baseline this audit has not looked at; '' if it is nothing. */
function notSeenWords(notSeen) {
    const count = notSeen?.findings.length ?? 0;
    if (count === 0)
        return '';
    return `${count} ${count === 1 ? 'finding' : 'findings'} of the baseline not checked this time: neither known nor fixed`;
}
/**
 * Whether a finding says no more than that one room could not be read: of these there may be many alike, so they are
 * told together, and not among the findings.
 */
function isOfUnreadRoom({ rule, roomId, roomTitle }) {
    return (rule === 'DSL900' || rule === 'DSL901') && (roomId !== '' || roomTitle !== '');
}
/**
 * The findings for the log, in their order, two lines each: at most 100, and 20 that are only good to know. Waived and
 * fixed ones are not told, nor those that `unreadLines` tells. New ones are marked only if there is a `baseline`.
 */
function findingLines(findings, baseline, roomLinks) {
    const told = findings.filter((finding) => (0,_audit_result_js__WEBPACK_IMPORTED_MODULE_0__/* .isOpen */ .nT)(finding) && !isOfUnreadRoom(finding));
    const grave = told.filter(({ severity }) => severity !== 'info');
    const info = told.filter(({ severity }) => severity === 'info');
    const lines = (finding) => linesOf(finding, baseline, roomLinks);
    return [
        ...grave.slice(0, most.findings).flatMap(lines),
        ...moreLine(grave.slice(most.findings)),
        ...info.slice(0, most.info).flatMap(lines),
        ...moreLine(info.slice(most.info)),
    ];
}
function linesOf(finding, baseline, roomLinks) {
    const { rule, name, severity, status, roomId, roomTitle, linkId, linkTitle, message, fix } = finding;
    const where = [
        ...(roomId === '' ? [] : [(0,_log_js__WEBPACK_IMPORTED_MODULE_6__/* .roomName */ .TX)({ id: roomId, title: roomTitle })]),
        ...(roomId === '' && roomTitle !== '' ? [`Room ${(0,_links_quoted_js__WEBPACK_IMPORTED_MODULE_9__/* .quoted */ .T)(roomTitle)}`] : []),
        ...(linkId === '' ? [] : [`link ${(0,_log_js__WEBPACK_IMPORTED_MODULE_6__/* .shownLink */ .Qy)((0,_audit_room_links_js__WEBPACK_IMPORTED_MODULE_1__/* .namedIn */ .$P)(roomLinks, finding), linkTitle)}`]),
    ];
    const mark = baseline && status === 'new' ? ' (new)' : '';
    return [
        [`${severity}${mark}`, `${rule} ${name}`, ...where].join(' · '),
        `  ${message}${fix === '' ? '' : ` → fix: ${fix}`}`,
    ];
}
function moreLine(rest) {
    return rest.length === 0 ? [] : [`… and ${severityWords((0,_audit_result_js__WEBPACK_IMPORTED_MODULE_0__/* .countsOf */ .mQ)(rest))} more: ${_tables_js__WEBPACK_IMPORTED_MODULE_7__/* .whereAll */ .z0}`];
}
/** Rooms that could not be read, for the log: by why, with what to do, at most 20 of each by name. */
function unreadLines(unread) {
    return [...Map.groupBy(unread, reasonOf)].flatMap(([reason, rooms]) => [
        `${roomsWord(rooms.length)} not read · ${reason}`,
        ...mostOpenFirst(rooms)
            .slice(0, most.names)
            .map((one) => `  - ${nameOf(one)}`),
        ...(rooms.length > most.names ? [`  … and ${rooms.length - most.names} more: ${_tables_js__WEBPACK_IMPORTED_MODULE_7__/* .whereAll */ .z0}`] : []),
    ]);
}
function reasonOf(one) {
    if (one.kind === 'failed')
        return `DSL901 · ${_links_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .problemTable */ .iK[one.problem.code].title}. ${one.problem.hint}`;
    return `DSL900 · ${_audit_rules_coverage_js__WEBPACK_IMPORTED_MODULE_2__/* .whyUnreadable */ ._p[one.why]}`;
}
function mostOpenFirst(rooms) {
    const openness = ({ room }) => Number(room.shared === true) + Number(room.sharedExternal === true);
    return [...rooms].sort((one, other) => openness(other) - openness(one));
}
function nameOf(one) {
    const { room } = one;
    const name = room.id === '' ? `Room ${(0,_links_quoted_js__WEBPACK_IMPORTED_MODULE_9__/* .quoted */ .T)(room.title)}` : room.title === '' ? `Room ${room.id}` : (0,_log_js__WEBPACK_IMPORTED_MODULE_6__/* .roomName */ .TX)(room);
    if (one.kind === 'failed')
        return `${name}: ${one.problem.message}`;
    return room.shared === null ? name : `${name}. ${(0,_audit_rules_coverage_js__WEBPACK_IMPORTED_MODULE_2__/* .toldByRoom */ .Yu)(room)}`;
}
const areaWords = { active: 'active room', archived: 'archived room', any: 'room' };
/** That a name of the policy file is about no room of an audit of all rooms of this area, and which may be meant. */
function unmetWords({ where, ref, line, near }, path, area) {
    const name = where === 'waiver' ? 'The waiver of room' : `\`${where}\`:`;
    const titled = ref.by === 'id' ? 'has this id; digits are never a title' : 'has such a title';
    const meant = near.length === 0
        ? 'Correct the name, or remove it.'
        : `Did you mean ${near.map(({ id, title }) => `${(0,_links_quoted_js__WEBPACK_IMPORTED_MODULE_9__/* .quoted */ .T)(title)} (${id})`).join(', ')}?`;
    return `${name} ${(0,_links_room_js__WEBPACK_IMPORTED_MODULE_10__/* .refWords */ .VL)(ref)} (line ${line} of ${(0,_links_quoted_js__WEBPACK_IMPORTED_MODULE_9__/* .cleaned */ .L)(path)}) meets no room: no ${areaWords[area]} that this key can see ${titled}. ${meant}`;
}
/**
 * Which value of the policy came from where: `Policy: max-lifetime 30d (default) · max-access viewer (input) · …`. Values
 * that are not given and have no default are left out.
 */
function policyLine({ policy, origins }) {
    const parts = Object.keys(shown).flatMap((name) => {
        const { label, value } = shown[name];
        const text = value(policy);
        return text === '' ? [] : [`${label} ${text} (${origins[name]})`];
    });
    return `Policy: ${parts.join(' · ')}`;
}
const originOf = (access) => (0,_links_access_js__WEBPACK_IMPORTED_MODULE_3__/* .accessOf */ .YK)(access) ?? String(access);
const listed = (patterns) => patterns.map(({ ref }) => (0,_links_room_js__WEBPACK_IMPORTED_MODULE_10__/* .refWords */ .VL)(ref)).join(', ');
const shown = {
    maxLifetime: { label: 'max-lifetime', value: ({ maxLifetime }) => (0,_values_duration_js__WEBPACK_IMPORTED_MODULE_5__/* .durationText */ .S5)(maxLifetime) },
    maxAccess: {
        label: 'max-access',
        value: ({ maxAccess, maxInvitationAccess: most }) => most === maxAccess ? originOf(maxAccess) : `${originOf(maxAccess)}, of invitations ${originOf(most)}`,
    },
    require: { label: 'require', value: ({ require }) => require.join(', ') },
    severity: {
        label: 'severity',
        value: ({ severity }) => Array.from(severity, ([rule, word]) => `${rule}=${word}`).join(', '),
    },
    publicRooms: { label: 'public-rooms', value: ({ publicRooms }) => listed(publicRooms) },
    confidentialRooms: {
        label: 'confidential-rooms',
        value: ({ confidentialRooms }) => listed(confidentialRooms),
    },
    warnBefore: { label: 'warn-before', value: ({ warnBefore }) => (0,_values_duration_js__WEBPACK_IMPORTED_MODULE_5__/* .durationText */ .S5)(warnBefore) },
    staleAfter: { label: 'stale-after', value: ({ staleAfter }) => (0,_values_duration_js__WEBPACK_IMPORTED_MODULE_5__/* .durationText */ .S5)(staleAfter) },
    titlePattern: { label: 'title-pattern', value: ({ titlePattern }) => titlePattern?.source ?? '' },
};


/***/ }),

/***/ 4998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  auditMarkdown: () => (/* binding */ auditMarkdown),
  r: () => (/* binding */ issueBounds),
  reportBounds: () => (/* binding */ reportBounds),
  _: () => (/* binding */ summaryBounds)
});

// EXTERNAL MODULE: ../lib/src/audit/finding.js
var finding = __webpack_require__(4441);
// EXTERNAL MODULE: ../lib/src/audit/result.js
var audit_result = __webpack_require__(6915);
// EXTERNAL MODULE: ../lib/src/links/settings.js
var settings = __webpack_require__(4433);
// EXTERNAL MODULE: ../lib/src/links/quoted.js
var quoted = __webpack_require__(5504);
;// CONCATENATED MODULE: ../lib/src/render/audit/charts.js


/** Characters of a name that find place beside a bar, and in the margin. */
const longest = { bar: 30, section: 18 };
const day = 86_400_000;
/** What stands below the chart so that it can be read, by the days that it spans at most. Beyond, Mermaid finds ticks. */
const axes = [
    [2, '%a %H:%M', '6hour'],
    [16, '%m-%d', '1day'],
    [100, '%m-%d', '1week'],
    [400, '%Y-%m', '1month'],
    [Infinity, '%Y-%m'],
];
/**
 * When the live links end, as a Gantt chart that GitHub draws, from the time of the audit on, and what it does not
 * show. All times in it are UTC; the line that it has for today stands at the time of the reader. '' if none ends.
 */
function endsPicture({ soonest, later, never }, now) {
    if (soonest.length === 0)
        return '';
    return [
        fenced([
            ...wideMargin,
            'gantt',
            '  dateFormat YYYY-MM-DD HH:mm',
            ...axisLines(soonest, now),
            ...byRoom(soonest).flatMap((links) => sectionLines(links, now)),
        ]),
        endsCaption(soonest, later, never),
    ].join('\n\n');
}
/** How many findings there are of each severity, as a pie; '' if there are none. */
function severityPicture(counts) {
    const slices = finding/* severities */.gO.filter((one) => counts[one] > 0).map((one) => `  "${one}" : ${counts[one]}`);
    return slices.length === 0 ? '' : `${fenced(['pie showData', ...slices])}\n\n_Findings by severity._`;
}
/** The names of rooms stand in the margin, which else has no place for them. */
const wideMargin = ['---', 'config:', '  gantt:', '    leftPadding: 180', '---'];
function fenced(lines) {
    return ['```mermaid', ...lines, '```'].join('\n');
}
function axisLines(links, now) {
    const days = Math.max(...links.map(({ expiration }) => expiration.getTime() - now.getTime())) / day;
    const [, format = '', tick] = axes.find(([most]) => days <= most) ?? [];
    return [`  axisFormat ${format}`, ...(tick === undefined ? [] : [`  tickInterval ${tick}`, '  weekday monday'])];
}
/** The links of each room together, rooms in the order in which their first link ends. */
function byRoom(links) {
    return [...Map.groupBy(links, ({ roomId }) => roomId).values()];
}
function sectionLines(links, now) {
    const [first] = links;
    return [...(first === undefined ? [] : [sectionLine(first)]), ...links.map((link) => `  ${barLine(link, now)}`)];
}
/** The id keeps apart rooms of one title: to Mermaid a section is its name. */
function sectionLine({ roomId, roomTitle }) {
    return `  section ${drawable(roomId, longest.bar)} “${drawable(roomTitle, longest.section)}”`;
}
/** A name begins with a quotation mark, so that none is a keyword of Mermaid or a date. */
function barLine({ shownId, linkTitle, anyone, expiration }, now) {
    const name = drawable(linkTitle, longest.bar) || drawable(shownId, longest.bar);
    const end = minuteOf(new Date(Math.max(expiration.getTime(), now.getTime())));
    return `“${name}” ${end.slice(0, 10)} :${anyone ? 'crit, ' : ''}${minuteOf(now)}, ${end}`;
}
function minuteOf(date) {
    return date.toISOString().slice(0, 16).replace('T', ' ');
}
/**
 * A text from outside, reduced to what is no markup to Mermaid, which knows no escaping, and to Markdown's fences.
 * `C4Container` anywhere makes Mermaid take a chart for one of another kind.
 */
function drawable(text, most) {
    const harmless = (0,quoted/* cleaned */.L)((0,quoted/* cleaned */.L)(text).replace(/[^\p{L}\p{M}\p{N} ._()+/-]/gu, ' ')).replace(/C4(?=[CD])/gu, 'C 4');
    const characters = Array.from(harmless);
    return characters.length > most
        ? `${characters
            .slice(0, most - 1)
            .join('')
            .trim()}…`
        : harmless;
}
function endsCaption(soonest, later, never) {
    const count = soonest.length;
    return [
        `_When links end, in UTC${later === 0 ? '' : `: the ${count} that end first`}.`,
        ...(soonest.some(({ anyone }) => anyone) ? ['Red: “Anyone with the link”.'] : []),
        ...(later === 0 ? [] : [`${later} more ${later === 1 ? 'ends' : 'end'} later.`]),
        ...(never === 0 ? [] : [`${never} ${never === 1 ? 'has' : 'have'} no end.`]),
    ]
        .join(' ')
        .concat('_');
}

// EXTERNAL MODULE: ../lib/src/render/audit/log.js
var log = __webpack_require__(4055);
// EXTERNAL MODULE: ../lib/src/render/audit/tables.js
var tables = __webpack_require__(2196);
// EXTERNAL MODULE: ../lib/src/render/markdown.js
var markdown = __webpack_require__(2072);
;// CONCATENATED MODULE: ../lib/src/render/audit/markdown.js







/** GitHub takes 1 MiB; problems of the run stand there too. */
const summaryBounds = { rows: 200, bytes: 700_000, ofThisRun: true, wholeIds: false };
/** A file has no limit, but what a browser shows of it has one. */
const reportBounds = { rows: 500, bytes: 2_000_000, ofThisRun: true, wholeIds: true };
/** GitHub takes 65 536 characters for an issue, with a first line that nobody sees. */
const issueBounds = { rows: 100, bytes: 60_000, ofThisRun: false, wholeIds: true };
/** Of the bytes, what each part takes at most; the rest is for what stands around them. */
const shares = { findings: 0.45, changes: 0.15, waived: 0.1, fixed: 0.05, rooms: 0.05, unread: 0.15 };
const mostRooms = 10;
/**
 * What an audit has found, as Markdown: coverage first, then how bad it is, what is new, a picture, and the findings.
 * `changes` is what `fix` changed or would change, as Markdown. What finds no place is counted.
 */
function auditMarkdown(result, bounds, changes = '') {
    const { findings, baseline } = result;
    const { ofThisRun } = bounds;
    const marked = ofThisRun && baseline !== null;
    const open = newFirst(findings.filter(audit_result/* isOpen */.nT), marked);
    const unread = open.filter(log/* isOfUnreadRoom */.u_);
    const others = open.filter((one) => !(0,log/* isOfUnreadRoom */.u_)(one));
    const linkOf = (one) => (0,tables/* linkCell */.Zi)(one, result.roomLinks, bounds.wholeIds);
    return [
        headingOf(result),
        countsLine(result, unread.length, ofThisRun),
        ofThisRun ? newsLine(result) : '',
        aboutLine(result, ofThisRun),
        (0,markdown/* prose */.CS)((0,log/* unjudgedWords */.wz)(result.unjudged)),
        pictureOf(result, ofThisRun),
        ...severityParts(others, linkOf, marked, placeFor('findings', bounds)),
        changesPart(changes, placeFor('changes', bounds)),
        foldedPart('waived', findings, linkOf, placeFor('waived', bounds)),
        ofThisRun ? foldedPart('fixed', findings, linkOf, placeFor('fixed', bounds)) : '',
        roomsPart(others, placeFor('rooms', bounds)),
        unreadPart(unread, marked, placeFor('unread', bounds)),
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}
function placeFor(part, { rows, bytes }) {
    return { rows, bytes: bytes * shares[part] };
}
/** Worst first, and of the same severity, with `marked`, new ones first; otherwise in their order. */
function newFirst(findings, marked) {
    const rank = ({ severity, status }) => finding/* severities */.gO.indexOf(severity) * 2 + Number(marked && status !== 'new');
    return findings.toSorted((one, other) => rank(one) - rank(other));
}
function headingOf({ coverage, findings }) {
    const ofTheList = (finding) => finding.rule === 'DSL901' && !(0,log/* isOfUnreadRoom */.u_)(finding) && finding.status !== 'fixed';
    return `### ${(0,log/* coverageWords */.gn)(coverage, findings.some(ofTheList))}`;
}
function countsLine({ findings, coverage }, unread, ofThisRun) {
    const counts = (0,audit_result/* countsOf */.mQ)(findings);
    const none = coverage.complete ? 'No findings' : 'No findings in what was read';
    const ofThem = unread === 0 ? '' : ` (${unread} of them: rooms that could not be read)`;
    return [
        `**${counts.all === 0 ? none : (0,log/* severityWords */.D4)(counts)}**${ofThem}`,
        ...(counts.waived === 0 ? [] : [`${counts.waived} waived`]),
        ...(ofThisRun && counts.fixed > 0 ? [`${counts.fixed} fixed`] : []),
    ].join(' · ');
}
function newsLine({ baseline, findings }) {
    if (baseline === null)
        return '';
    const fresh = (0,audit_result/* countsOf */.mQ)(findings.filter(({ status }) => status === 'new'));
    const since = `since the baseline of ${(0,settings/* spokenInstant */.Y9)(baseline)}`;
    return fresh.all === 0 ? `Nothing new ${since}` : `**${fresh.all} new** ${since}: ${(0,log/* severityWords */.D4)(fresh)}`;
}
function aboutLine({ portal, generated, coverage: { links } }, ofThisRun) {
    const read = `${links} ${links === 1 ? 'link' : 'links'} read, ${(0,settings/* spokenInstant */.Y9)(generated)}`;
    return `${(0,markdown/* code */.aY)(portal, tables/* longestTitle */.Df)}${ofThisRun ? ` · ${read}` : ''}`;
}
function pictureOf({ ends, generated, findings }, ofThisRun) {
    return (ofThisRun ? endsPicture(ends, generated) : '') || severityPicture((0,audit_result/* countsOf */.mQ)(findings));
}
/** A table for each severity; what is only good to know is folded. */
function severityParts(findings, linkOf, marked, place) {
    const rows = (0,tables/* fitting */._Q)(findings, (one) => [
        (0,tables/* roomCell */.af)(one),
        linkOf(one),
        (0,tables/* ruleCell */.VD)(one),
        (0,tables/* messageCell */.kf)(one, marked),
        one.fix === '' ? '–' : (0,markdown/* prose */.CS)(one.fix),
    ], place);
    return [...Map.groupBy(findings, ({ severity }) => severity)].map(([severity, those]) => {
        const from = findings.findIndex((one) => one.severity === severity);
        const heading = `${capital(severity)} (${those.length})`;
        const shown = rows.slice(from, from + those.length);
        const body = (0,tables/* tableOf */.c_)(['Room', 'Link', 'Rule', 'What is wrong', 'Safe fix'], shown, those.length);
        return severity === 'info' ? (0,tables/* folded */.TM)(heading, body) : `#### ${heading}\n\n${body}`;
    });
}
function capital(severity) {
    return `${severity.charAt(0).toUpperCase()}${severity.slice(1)}`;
}
function changesPart(changes, { bytes }) {
    return Buffer.byteLength(changes) > bytes ? 'What `fix` changes does not fit here: see the log.' : changes;
}
/** Findings that do not count, folded. */
function foldedPart(status, findings, linkOf, place) {
    const those = findings.filter((one) => one.status === status);
    if (those.length === 0)
        return '';
    const rows = (0,tables/* fitting */._Q)(those, (one) => [(0,tables/* roomCell */.af)(one), linkOf(one), (0,tables/* ruleCell */.VD)(one), one.severity, (0,tables/* messageCell */.kf)(one, false)], place);
    const what = status === 'waived' ? 'What is wrong' : 'What was wrong';
    return (0,tables/* folded */.TM)(`${those.length} ${status}`, (0,tables/* tableOf */.c_)(['Room', 'Link', 'Rule', 'Severity', what], rows, those.length));
}
/** The rooms with most of what is more than good to know, if there are several. */
function roomsPart(findings, place) {
    const grave = findings.filter(({ severity, roomId }) => severity !== 'info' && roomId !== '');
    const rooms = [...Map.groupBy(grave, ({ roomId }) => roomId).values()];
    if (rooms.length < 2)
        return '';
    const rows = (0,tables/* fitting */._Q)(rooms.toSorted((one, other) => other.length - one.length).slice(0, mostRooms), (those) => [...those.slice(0, 1).map(tables/* roomCell */.af), String(those.length), (0,log/* severityWords */.D4)((0,audit_result/* countsOf */.mQ)(those))], place);
    const which = rows.length < rooms.length ? ` (${rows.length} of ${rooms.length})` : '';
    return `#### Rooms with most findings${which}\n\n${(0,markdown/* table */.tp)(['Room', 'Findings', 'Severities'], rows)}`;
}
function unreadPart(findings, marked, place) {
    if (findings.length === 0)
        return '';
    const rows = (0,tables/* fitting */._Q)(findings, (one) => [(0,tables/* roomCell */.af)(one), (0,tables/* ruleCell */.VD)(one), (0,tables/* messageCell */.kf)(one, marked)], place);
    const heading = `Rooms that could not be read (${(0,log/* severityWords */.D4)((0,audit_result/* countsOf */.mQ)(findings))})`;
    return `#### ${heading}\n\n${(0,tables/* tableOf */.c_)(['Room', 'Rule', 'Why'], rows, findings.length)}`;
}


/***/ }),

/***/ 2196:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Df: () => (/* binding */ longestTitle),
/* harmony export */   TM: () => (/* binding */ folded),
/* harmony export */   VD: () => (/* binding */ ruleCell),
/* harmony export */   Zi: () => (/* binding */ linkCell),
/* harmony export */   _Q: () => (/* binding */ fitting),
/* harmony export */   af: () => (/* binding */ roomCell),
/* harmony export */   c_: () => (/* binding */ tableOf),
/* harmony export */   kf: () => (/* binding */ messageCell),
/* harmony export */   z0: () => (/* binding */ whereAll)
/* harmony export */ });
/* harmony import */ var _audit_room_links_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4401);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2072);


/** Where what is cut is to be found. */
const whereAll = 'a report has them all (`reports: audit.json`)';
/** Of longer titles, which are the exception, a table shows the beginning. */
const longestTitle = 60;
/** The room of a finding: its title, and its id. */
function roomCell({ roomId, roomTitle }) {
    return roomId === '' && roomTitle === '' ? 'The portal' : nameCell(roomTitle, roomId);
}
/**
 * The link of a finding: its title, its id, and the key of a managed link where the title does not show it. The id is
 * whole where texts stand for long; else the beginning that no other link of the room has. Waivers can name it by each.
 */
function linkCell(finding, roomLinks, wholeIds) {
    const { linkId, linkTitle } = finding;
    if (linkId === '')
        return '–';
    const { id, key } = (0,_audit_room_links_js__WEBPACK_IMPORTED_MODULE_0__/* .namedIn */ .$P)(roomLinks, finding);
    return `${nameCell(linkTitle, wholeIds ? linkId : id)}${key === null ? '' : `<br>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(`key:${key}`, longestTitle)}`}`;
}
function nameCell(title, id) {
    return [title, id]
        .filter((text) => text !== '')
        .map((text) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(text, longestTitle))
        .join('<br>');
}
/** The rule of a finding, by id and name. */
function ruleCell({ rule, name }) {
    return `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(rule)}<br>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(name)}`;
}
/** What is wrong; `marked` says so of what is new. */
function messageCell({ status, message }, marked) {
    return `${marked && status === 'new' ? '**New.** ' : ''}${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(message)}`;
}
/** The rows of the first of these, as many as there is place for. */
function fitting(all, toRow, { rows, bytes }) {
    const first = all.slice(0, rows).map(toRow);
    let left = bytes;
    const end = first.findIndex((cells) => {
        left -= Buffer.byteLength(`| ${cells.join(' | ')} |\n`);
        return left < 0;
    });
    return end < 0 ? first : first.slice(0, end);
}
/** A table of these rows, and how many of the `count` are not among them. */
function tableOf(header, rows, count) {
    const rest = count - rows.length;
    return [
        ...(rows.length === 0 ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(header, rows)]),
        ...(rest === 0 ? [] : [`_… and ${rest} more: ${whereAll}_`]),
    ].join('\n\n');
}
/** Markdown that is shown only on demand. Without the blank lines GitHub would not read it as Markdown. */
function folded(heading, markdown) {
    return `<details>\n<summary>${heading}</summary>\n\n${markdown}\n\n</details>`;
}


/***/ })

};
