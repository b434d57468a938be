export const id = 778;
export const ids = [778,612];
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

/***/ 8778:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runAudit: () => (/* binding */ runAudit)
});

// EXTERNAL MODULE: ../lib/src/audit/finding.js
var audit_finding = __webpack_require__(4441);
// EXTERNAL MODULE: ../lib/src/links/access.js
var links_access = __webpack_require__(6202);
// EXTERNAL MODULE: ../lib/src/links/change.js
var change = __webpack_require__(8684);
// EXTERNAL MODULE: ../lib/src/links/desired.js
var desired = __webpack_require__(5260);
// EXTERNAL MODULE: ../lib/src/links/settings.js
var settings = __webpack_require__(4433);
// EXTERNAL MODULE: ../lib/src/links/constraints.js
var constraints = __webpack_require__(3554);
// EXTERNAL MODULE: ../lib/src/links/problem.js
var problem = __webpack_require__(8797);
// EXTERNAL MODULE: ../lib/src/links/quoted.js
var quoted = __webpack_require__(5504);
// EXTERNAL MODULE: ../lib/src/audit/result.js
var audit_result = __webpack_require__(6915);
// EXTERNAL MODULE: ../lib/src/audit/room-links.js
var room_links = __webpack_require__(4401);
;// CONCATENATED MODULE: ../lib/src/audit/fixes.js









const second = 1000;
/**
 * What the rules named in `fix` change in a room: one change a link. In an archived room there is nothing to be changed,
 * and no problem either: what was found there stays a finding.
 */
function planFixes(subject, links, rules) {
    const fixes = [];
    const problems = [];
    for (const link of links) {
        const planned = planFix(subject, link, rules);
        if (planned === null)
            continue;
        if ('code' in planned)
            problems.push(planned);
        else
            fixes.push(planned);
    }
    const obstacle = fixes.length + problems.length === 0 ? null : (0,constraints/* roomProblem */.t0)(subject.room);
    if (obstacle === null)
        return { fixes, problems };
    return { fixes: [], problems: obstacle.code === 'room-archived' ? [] : [obstacle] };
}
/**
 * The one change that unites what the rules named in `fix` ask for of a link: a revoke goes before everything else; of
 * settings the narrowest. Null if nothing is to be done: no such finding, or only waived ones; a link that has expired,
 * which is never written except to revoke it; the permanent primary link of a room; settings that are so already.
 * A problem where the write would do other things than that.
 */
function planFix({ room, roomLinks, portal, judged }, link, rules) {
    if ((0,desired/* isPermanent */.lE)({ room, ...link }))
        return null;
    const asked = judged.flatMap(({ finding, remedy }) => finding.linkId === link.id && rules.has(finding.rule) && (0,audit_result/* isOpen */.nT)(finding) && remedy !== null
        ? [{ rule: finding.rule, remedy }]
        : []);
    const shown = (0,room_links/* namedIn */.$P)(new Map([[room.id, roomLinks]]), { roomId: room.id, linkId: link.id });
    const common = { room: { id: room.id, title: room.title }, link, shown };
    const revoking = asked.filter(({ remedy }) => remedy.do === 'revoke');
    if (revoking.length > 0) {
        return { ...common, rules: idsOf(revoking), remedy: { do: 'revoke' }, change: (0,change/* revokeChange */.Zl)(room, link, null) };
    }
    if (link.expired)
        return null;
    const to = united(asked.flatMap(({ remedy }) => (remedy.do === 'set' ? [remedy.to] : [])), link);
    // No rule changes a password, and no audit knows one.
    const before = { ...link, password: null };
    const fields = (0,settings/* changes */.Ao)(link.type, before, { ...before, ...to });
    if (fields.length === 0)
        return null;
    const ids = idsOf(asked);
    return (obstacleTo(to, link, ids, room, portal) ?? {
        ...common,
        rules: ids,
        remedy: { do: 'set', to },
        change: (0,change/* narrowingChange */.GP)(room, link, fields),
    });
}
/** More fixes than `max-changes` lets through; null if there are not. */
function tooManyProblem(fixes, maxChanges) {
    return (0,change/* tooManyChanges */.RP)(fixes.map(({ change }) => change), maxChanges);
}
/** `link 6f1c… "Press kit" of room 2201 "Contract 2027"`, with the whole id, within a sentence. */
function fixedLink(room, link) {
    return `link ${link.id} ${(0,quoted/* quoted */.T)(link.title)} of room ${room.id} ${(0,quoted/* quoted */.T)(room.title)}`;
}
function idsOf(asked) {
    return [...new Set(asked.map(({ rule }) => rule))];
}
/**
 * The narrowest of the settings that are asked for. Dates are whole seconds. The portal takes no limit below the number
 * of people who have joined (portal.md §2), so that number is the lowest.
 */
function united(asked, { uses }) {
    const [access] = narrowestFirst(asked, ({ access }) => access, links_access/* accessRank */.xA);
    const [expiration] = narrowestFirst(asked, ({ expiration }) => expiration, (date) => date?.getTime() ?? Infinity);
    const [internal] = narrowestFirst(asked, ({ internal }) => internal, (only) => Number(!only));
    const [denyDownload] = narrowestFirst(asked, ({ denyDownload }) => denyDownload, (denied) => Number(!denied));
    const [maxUses] = narrowestFirst(asked, ({ maxUses }) => maxUses, (limit) => limit ?? Infinity);
    return {
        ...(access === undefined ? {} : { access }),
        ...(expiration === undefined ? {} : { expiration: wholeSeconds(expiration) }),
        ...(internal === undefined ? {} : { internal }),
        ...(denyDownload === undefined ? {} : { denyDownload }),
        ...(maxUses === undefined ? {} : { maxUses: maxUses === null ? null : Math.max(maxUses, uses ?? 0) }),
    };
}
/** The values of one setting, as far as they are asked for, the least open one first. */
function narrowestFirst(asked, value, openness) {
    return asked
        .map(value)
        .filter((one) => one !== undefined)
        .toSorted((one, other) => openness(one) - openness(other));
}
function wholeSeconds(date) {
    return date === null ? null : new Date(Math.floor(date.getTime() / second) * second);
}
/** Why settings that are asked for are not written: the portal would change others with them, or a rule is wrong. */
function obstacleTo(to, link, rules, room, { version, sharing }) {
    const name = fixedLink(room, link);
    const before = { ...link, password: null };
    const after = { ...before, ...to };
    const wider = (0,settings/* widenings */.Dp)(link.type, before, after);
    if (wider.length > 0) {
        return (0,problem/* problem */.CC)('internal', `What ${rules.join(', ')} would change makes ${name} more open (${wider.join(', ')}), so it is not done.`);
    }
    if ((0,constraints/* setsExpirationItself */.YM)(link.type, version)) {
        return (0,problem/* problem */.CC)('portal-too-old', `This portal is older than 3.7: its invitation links expire 7 days after each change, whatever date is sent, which may be later than now. So ${rules.join(', ')} cannot be fixed for ${name}.`, 'Update DocSpace to 3.7 or later, or revoke the invitation link.');
    }
    if (link.type === 'external' && !after.internal && sharing?.restrictedInRooms === true) {
        return (0,problem/* problem */.CC)('sharing-restricted', `The portal restricts external sharing: it refuses to change a link for anyone, or makes it one for DocSpace users only. So ${rules.join(', ')} cannot be mended for ${name}.`, 'Revoke the link, or make it "DocSpace users only" in DocSpace.');
    }
    return null;
}

// EXTERNAL MODULE: ../lib/src/audit/policy.js
var policy = __webpack_require__(7588);
// EXTERNAL MODULE: ../lib/src/audit/rules-coverage.js
var rules_coverage = __webpack_require__(234);
// EXTERNAL MODULE: ../lib/src/audit/waivers.js
var waivers = __webpack_require__(9177);
// EXTERNAL MODULE: ../lib/src/links/link.js + 1 modules
var links_link = __webpack_require__(2266);
// EXTERNAL MODULE: ../lib/src/render/log.js
var log = __webpack_require__(7147);
// EXTERNAL MODULE: ../lib/src/render/plan.js
var plan = __webpack_require__(5270);
;// CONCATENATED MODULE: ../lib/src/render/audit/fixes.js




/** The plan of the fixes as the log shows it, one a line like a diff, then how much it is. */
function fixPlanLines(fixes) {
    if (fixes.length === 0)
        return ['Plan: nothing to fix'];
    const revokes = fixes.filter(({ remedy }) => remedy.do === 'revoke').length;
    const parts = [
        [fixes.length - revokes, 'to update'],
        [revokes, 'to revoke'],
    ];
    const told = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
    return [...fixes.map(fixLine), `Plan: ${told.join(', ')}`];
}
/** `~ update link 6f1c… "Press kit" in room 2201 "Contract 2027": access: editor → viewer   (DSL003)`. */
function fixLine({ room, link, shown, rules, remedy, change }) {
    const what = `${plan/* kindWords */.Gk[(0,links_link/* kindOf */.I)(link)]} ${(0,log/* shownLink */.Qy)(shown, link.title)} in room ${room.id} ${(0,quoted/* quoted */.T)(room.title)}`;
    const why = `   (${rules.join(', ')})`;
    if (remedy.do === 'revoke')
        return `- revoke ${what}${why}`;
    // portal.md §0.3: without a limit, every write sets the counter to 0.
    const counts = link.maxUses === null && remedy.to.maxUses === undefined && (link.uses ?? 0) > 0;
    const anew = counts ? `, and the portal forgets that it was used ${link.uses ?? 0} times` : '';
    return `~ update ${what}: ${fieldWords(change.fields)}${anew}${why}`;
}
/** A link that was changed, and read back; of an invitation also what that does not change. */
function updatedLines(link, fields) {
    const line = `✓ updated ${linkWords(link)}: ${fieldWords(fields)}   ✓ read back`;
    const role = link.type === 'invitation' && fields.some(({ name }) => name === 'access');
    return role ? [line, '  People who have joined by the invitation keep their role.'] : [line];
}
/** A link for which there is nothing to be done any more, and why. */
function unneededLine(link, why) {
    return `= ${linkWords(link)} ${why === 'gone' ? 'is gone already' : 'was changed meanwhile, there is nothing to fix any more'}`;
}
function linkWords({ shown, title }) {
    return (0,log/* shownLink */.Qy)(shown, title);
}
function fieldWords(fields) {
    return fields.map(log/* fieldLine */.h0).join(', ');
}
const headings = {
    done: 'Fixes',
    'dry-run': 'Fixes that would be made (dry run)',
    stopped: 'Fixes that were not made',
};
/** The fixes as a part of the summary; `undone` are those that were tried and are not made. */
function fixMarkdown(changes, state, undone = []) {
    const revokes = changes.filter(({ action }) => action === 'revoke').length;
    const updates = changes.length - revokes;
    return [
        `#### ${headings[state]}`,
        state === 'done' ? `${updates} updated, ${revokes} revoked` : `${updates} to update, ${revokes} to revoke`,
        ...(0,plan/* changesTable */.EI)(changes),
        ...(0,plan/* undoneSection */.h4)(undone.map(fixLine)),
    ].join('\n\n');
}

// EXTERNAL MODULE: ../lib/src/render/audit/log.js
var audit_log = __webpack_require__(4055);
// EXTERNAL MODULE: ../lib/src/render/audit/markdown.js + 1 modules
var markdown = __webpack_require__(4998);
// EXTERNAL MODULE: ../lib/src/render/outputs.js
var outputs = __webpack_require__(8211);
// EXTERNAL MODULE: ../lib/src/audit/baseline.js
var audit_baseline = __webpack_require__(9965);
// EXTERNAL MODULE: ../lib/src/links/duration.js
var duration = __webpack_require__(636);
// EXTERNAL MODULE: ../lib/src/links/past-date.js
var past_date = __webpack_require__(5093);
// EXTERNAL MODULE: ../lib/src/audit/facts.js
var facts = __webpack_require__(4107);
// EXTERNAL MODULE: ../lib/src/audit/remedies.js
var remedies = __webpack_require__(9658);
// EXTERNAL MODULE: ../lib/src/audit/rules.js + 5 modules
var rules = __webpack_require__(7790);
;// CONCATENATED MODULE: ../lib/src/audit/evaluate.js










/** Everything that a room and its links break of the rules, by the policy and its waivers. All are `new` or `waived`. */
function judgeRoom(subject) {
    return rules.judgingRules.flatMap((rule) => subject.policy.severity.get(rule.id) === 'off'
        ? []
        : rule.judge(subject).map((breach) => judged(rule, breach, subject)));
}
/** What a scan could not see, by the policy and its waivers. */
function judgeCoverage(scanned, standard) {
    return (0,rules_coverage/* coverageFindings */.PZ)(scanned).flatMap((finding) => {
        const severity = standard.policy.severity.get(finding.rule) ?? finding.severity;
        return severity === 'off' ? [] : [waivable({ ...finding, severity }, { ...standard, links: [] })];
    });
}
/** DSL026 for rooms of the file that an audit of everything has not met: their links are missing, all of them. */
function judgeAbsentRooms(absent, standard) {
    return absent
        .filter((room) => !(0,past_date/* wantsNothing */.ty)(room, standard.now))
        .flatMap(({ room, line }) => {
        const named = room.by === 'id' ? { roomId: room.id, roomTitle: '' } : { roomId: '', roomTitle: room.title };
        const message = `Differs from the file: the room of line ${line} is not there, so its links are missing.`;
        return withoutRoom('DSL026', { ...named, message }, standard);
    });
}
/** DSL903 for titles that several rooms have. Their waivers are not among those of the standard any more. */
function judgeAmbiguousTitles(ambiguous, standard) {
    return ambiguous.flatMap(({ title, waivers, rooms }) => {
        const ids = rooms
            .map(({ id }) => id)
            .toSorted(audit_finding/* byRoomId */.kc)
            .join(', ');
        const message = waivers
            .map(({ rule, line }) => `The waiver of ${rule} in line ${line} of the policy file waives nothing: ${rooms.length} rooms have the title ${(0,quoted/* quoted */.T)(title)}: ${ids}.`)
            .join(' ');
        return withoutRoom('DSL903', { roomId: '', roomTitle: title, message }, standard);
    });
}
/** A finding of a rule about rooms where no room was read; none where the rule is off. */
function withoutRoom(id, what, standard) {
    const rule = rules.judgingRules.find((one) => one.id === id);
    if (rule === undefined || standard.policy.severity.get(id) === 'off')
        return [];
    const severity = severityOf(rule, {}, standard.policy);
    const finding = { rule: id, name: rule.name, severity, status: 'new', linkId: '', linkTitle: '', fix: '' };
    return [waivable({ ...finding, ...what }, { ...standard, links: [] })];
}
function judged(rule, breach, subject) {
    const { room, links } = subject;
    const link = breach.link === null ? null : (links.find(({ id }) => id === breach.link?.id) ?? null);
    const remedy = breach.remedy !== undefined && link !== null && (0,remedies/* isSafe */.IP)(breach.remedy, { ...subject, link }) ? breach.remedy : null;
    const finding = {
        rule: rule.id,
        name: rule.name,
        severity: severityOf(rule, breach, subject.policy),
        status: 'new',
        roomId: room.id,
        roomTitle: room.title,
        linkId: link?.id ?? '',
        linkTitle: link?.title ?? '',
        message: breach.message,
        fix: remedy === null ? '' : remedyWords(remedy, subject.policy),
    };
    return { finding: waivable(finding, { ...subject, links: [...links, ...room.otherLinks] }), remedy };
}
/** The policy's own word counts; else the rule's, which what is required raises to medium at least. */
function severityOf(rule, breach, policy) {
    const set = policy.severity.get(rule.id);
    if (set !== undefined && set !== 'off')
        return set;
    const own = breach.severity ?? rule.severity;
    return rule.requiredBy !== undefined && policy.require.includes(rule.requiredBy) ? (0,facts/* worse */.JJ)(own, 'medium') : own;
}
function waivable(finding, subject) {
    return (0,waivers/* withWaiver */.z9)(finding, subject.file?.waivers ?? [], subject, subject.now);
}
/** What a remedy does, without the time: an audit of an unchanged portal says the same again. */
function remedyWords(remedy, policy) {
    if (remedy.do === 'revoke')
        return 'revoke the link';
    const { access, expiration, internal, denyDownload, maxUses } = remedy.to;
    return [
        ...(access === undefined ? [] : [`lower the role to ${(0,links_access/* accessLabel */.Hm)(access)}`]),
        ...(expiration === undefined ? [] : [`let the link end ${(0,duration/* spokenDuration */.V)(policy.maxLifetime)} from now`]),
        ...(internal === undefined ? [] : ['let DocSpace users only use the link']),
        ...(denyDownload === undefined ? [] : ['restrict copying, downloading and printing']),
        ...(maxUses === undefined ? [] : [`let at most ${maxUses} people join by it`]),
    ].join(', ');
}

;// CONCATENATED MODULE: ../lib/src/audit/judged-rules.js

/** Whether a rule is judged at all: only what it does not tell then counts as mended. */
function isJudged(ruleId, standard, known) {
    const rule = rules.rules.find(({ id }) => id === ruleId);
    return rule !== undefined && isOn(rule, standard) && unmet(rule, known) === null;
}
/** The rules that are on, and that this key cannot have judged. */
function unjudgedRules(standard, known) {
    return rules.rules.flatMap((rule) => {
        const needs = isOn(rule, standard) ? unmet(rule, known) : null;
        return needs === null ? [] : [{ rule: rule.id, needs }];
    });
}
function isOn({ id }, { policy, file, closedPullRequests }) {
    if (policy.severity.get(id) === 'off')
        return false;
    switch (id) {
        case 'DSL025':
            return policy.require.includes('managed');
        case 'DSL026':
            return file !== null;
        case 'DSL029':
            return closedPullRequests !== null;
        case 'DSL030':
            return policy.require.includes('login');
        default:
            return true;
    }
}
/** What a rule lacks; null if it has everything. Scopes: portal.md §3 and §6. */
function unmet({ id }, { version, sharing, owners, passwordPolicy }) {
    if (version === null)
        return null;
    if (id === 'DSL024' && !owners)
        return 'a key with the scope `accounts:read`';
    // An older portal has no such setting.
    if (id === 'DSL027' && !sharing && version === '3.7')
        return 'a key with the scope `files:read`';
    if (id === 'DSL028' && !passwordPolicy)
        return "the portal's password policy, which it did not tell";
    return null;
}

// EXTERNAL MODULE: ../lib/src/audit/orphans.js
var orphans = __webpack_require__(3463);
// EXTERNAL MODULE: ../lib/src/audit/room-patterns.js
var room_patterns = __webpack_require__(1017);
// EXTERNAL MODULE: ../lib/src/links/room.js
var links_room = __webpack_require__(9043);
;// CONCATENATED MODULE: ../lib/src/audit/seen.js

/** Whether a room that was not met is nowhere, as far as this key sees. */
function looksEverywhere(task, { complete, excluded }) {
    return task.rooms === 'all' && task.area !== 'archived' && task.linkType === 'all' && complete && excluded === 0;
}
/** Rules about a room that look at links of both types. */
const ofAllLinks = ['DSL014', 'DSL023', 'DSL026', 'DSL903'];
/** Whether the audit has looked where a finding of the baseline was: only then its absence says something. */
function wasSeen(finding, sight) {
    const { rule, roomId, linkId } = finding;
    const { linkType, baseline, seen, gone, everywhere } = sight;
    if (roomId === '')
        return wasSeenWithoutRoom(finding, sight);
    // That a room of the file is nowhere.
    if (gone.has(roomId))
        return rule !== 'DSL026' || everywhere;
    const room = seen.get(roomId);
    if (room === undefined || (rule === 'DSL024' && !room.ownerKnown))
        return false;
    if (linkType === 'all')
        return true;
    return linkId === '' ? !ofAllLinks.includes(rule) : baseline?.links.get(linkId)?.type === linkType;
}
/** ... where it is about the portal, or about a room of which only the title was known. */
function wasSeenWithoutRoom({ rule, roomTitle: title }, { rooms, paging, version, everywhere }) {
    if (rule === 'DSL902')
        return version !== null;
    if (rule === 'DSL026')
        return everywhere;
    if (rooms === 'all')
        return paging === null;
    return rooms.some((ref) => ref.by === 'title' && (0,links_room/* isMeant */.EZ)(ref, { id: '', title }));
}
/** Whether what a finding is about is there no more: then it is fixed, whatever rules were judged. */
function isGone({ rule, roomId, linkId }, { seen, gone }) {
    if (gone.has(roomId))
        return rule !== 'DSL026';
    return linkId !== '' && seen.get(roomId)?.ids.includes(linkId) === false;
}
/** Rules that say why a room was not read. */
const ofUnreadRooms = ['DSL900', 'DSL901'];
/**
 * What of the baseline is carried on: the findings that were `neither` found again nor looked for, and the links that
 * were not read. That a room could not be read is not carried on where this audit says so itself.
 */
function notSeenOf(neither, sight) {
    const { baseline, linkType, seen, unread, gone } = sight;
    const unreadIds = new Set(unread.map(({ room }) => room.id));
    const wasRead = ({ roomId, type }) => gone.has(roomId) || (seen.has(roomId) && (linkType === 'all' || linkType === type));
    return {
        findings: neither.filter(({ rule, roomId }) => !(ofUnreadRooms.includes(rule) && unreadIds.has(roomId))),
        links: [...(baseline?.links.values() ?? [])].filter((link) => !wasRead(link)),
    };
}

// EXTERNAL MODULE: ../lib/src/docspace/pool.js + 1 modules
var pool = __webpack_require__(5207);
// EXTERNAL MODULE: ../lib/src/docspace/portal-clock.js
var portal_clock = __webpack_require__(4100);
// EXTERNAL MODULE: ../lib/src/links/described-link.js
var described_link = __webpack_require__(9446);
// EXTERNAL MODULE: ../lib/src/links/drift.js
var drift = __webpack_require__(6337);
// EXTERNAL MODULE: ../lib/src/links/identity.js
var links_identity = __webpack_require__(310);
// EXTERNAL MODULE: ../lib/src/reconcile/attempt.js
var attempt = __webpack_require__(7906);
// EXTERNAL MODULE: ../lib/src/docspace/refusal.js
var refusal = __webpack_require__(9749);
// EXTERNAL MODULE: ../lib/src/links/link-facts.js
var link_facts = __webpack_require__(8254);
// EXTERNAL MODULE: ../lib/src/links/shown-id.js
var shown_id = __webpack_require__(6829);
// EXTERNAL MODULE: ../lib/src/links/verify.js
var verify = __webpack_require__(1953);
// EXTERNAL MODULE: ../lib/src/reconcile/explain.js
var explain = __webpack_require__(244);
// EXTERNAL MODULE: ../lib/src/reconcile/read-room.js
var read_room = __webpack_require__(1707);
// EXTERNAL MODULE: ../lib/src/reconcile/revoke-links.js
var revoke_links = __webpack_require__(3181);
;// CONCATENATED MODULE: ../lib/src/actions/audit/fix-link.js















/** Reads a room whose links are to be written. Throws a `Failure` if they cannot be. */
async function readWritable({ portal }, roomId) {
    const state = await (0,read_room/* readExpecting */.us)(portal, roomId);
    const unwritable = (0,constraints/* roomProblem */.t0)(state.room);
    if (unwritable !== null)
        throw new problem/* Failure */.HR([unwritable]);
    return state;
}
/**
 * Carries out a fix in a room that was read just now: judges it again, so that what is mended is left alone and what was
 * changed meanwhile is kept, writes, and reads back. Throws a `Failure` if it is not proved that the portal did what was
 * asked, and no other thing.
 */
async function fixLink(deps, state, planned) {
    const { id, title, type } = planned.link;
    const shown = { id: (0,shown_id/* shownId */.f)(id, state.links), key: planned.shown.key };
    const link = state.links.find((one) => one.id === id);
    if (link === undefined)
        return unneeded(deps, state, { shown, title, type }, 'gone');
    const fix = await planAgain(deps, state, link, planned);
    if (fix === null)
        return unneeded(deps, state, { ...link, shown }, 'changed');
    if ('code' in fix)
        throw new problem/* Failure */.HR([fix]);
    const { remedy, change } = fix;
    if (remedy.do !== planned.remedy.do) {
        const words = { revoke: 'revoked', set: 'changed' };
        throw (0,problem/* failure */.V2)('conflict', `The ${fixedLink(state.room, link)} is not as it was when this was planned: it was to be ${words[planned.remedy.do]}, and now would have to be ${words[remedy.do]}. It stays as it is.`, 'Run the audit again.');
    }
    return remedy.do === 'revoke'
        ? revoke(deps, state, { ...link, shown }, change)
        : update(deps, state, { ...link, shown }, targetOf(link, remedy.to), change);
}
/** What the rules that asked for a fix ask for now: of this link only, and no other rules. */
async function planAgain({ judge, identity, sharing }, { room, links, version }, link, { rules, shown }) {
    // No rule with a safe fix looks at the owner's account or at the policy for passwords, so these are not asked again.
    const audited = (one) => ({ ...(0,link_facts/* factsOf */.x)(one, null), managed: (0,links_identity/* isManaged */.yF)(identity, one.id) });
    const portal = { version, sharing };
    const roomLinks = links.map(({ id }) => ({ id, key: id === link.id ? shown.key : null }));
    const judged = await judge({ ...room, ownerActive: null, otherLinks: [] }, links.map(audited), portal);
    return planFix({ room, roomLinks, portal, judged }, audited(link), new Set(rules));
}
function unneeded({ log }, state, link, why) {
    log.line(unneededLine(link, why));
    return { change: null, state };
}
async function revoke(deps, state, link, change) {
    const { revoked, gone, problems } = await (0,revoke_links/* revokeLinks */.a)(deps, state, [link]);
    if (gone.length > 0)
        return { ...unneeded(deps, state, link, 'gone'), state: null };
    // Where the connection was lost, it may be revoked all the same.
    if (revoked.length === 0 && !(await fix_link_isGone(deps, state, link)))
        throw new problem/* Failure */.HR(problems);
    (0,log/* revokedLines */.oP)([link], state.links).forEach(deps.log.line);
    return { change, state: null };
}
/** Everything as it is, and what is to be set; the end in no case later than it is now. */
function targetOf(link, to) {
    const kept = (0,links_link/* earliestEnd */.Tv)(link);
    const { expiration: end } = to;
    const isEarlier = end instanceof Date && (kept === null || end < kept);
    return { ...link, ...to, expiration: isEarlier ? end : kept };
}
async function fix_link_isGone(deps, { room }, link) {
    const { value } = await (0,attempt/* attempt */.C)(() => readWritable(deps, room.id));
    if (value === undefined || value.links.some(({ id }) => id === link.id))
        return false;
    return (await deps.portal.open(link)) === 'nothing';
}
async function update(deps, { room }, link, target, change) {
    const { portal, log } = deps;
    const { failed } = await (0,attempt/* attempt */.C)(() => portal.putLink(room.id, link, target));
    if (failed?.problems.some(({ code }) => code === 'expired-on-the-way') === true) {
        throw (0,problem/* failure */.V2)('expired-on-the-way', `The ${fixedLink(room, link)} ends at this moment. ${failed.message}`, 'Run the audit again.');
    }
    // After a failure, too: where the connection was lost, the write may have been carried out all the same.
    const { value: state, failed: unread } = await (0,attempt/* attempt */.C)(() => readWritable(deps, room.id));
    if (state === undefined)
        throw failed ?? unread;
    const listed = state.links.find(({ id }) => id === link.id);
    if (listed === undefined)
        return unneeded(deps, state, link, 'gone');
    const { type } = link;
    const differences = (0,verify/* verify */.M)({ type, target, portalSetsExpiration: false, steps: [] }, link.id, state.links);
    if (differences.length === 0) {
        updatedLines(link, change.fields).forEach(log.line);
        return { change, state };
    }
    const which = `It is the ${fixedLink(room, link)}.`;
    if (failed !== null) {
        const why = failed instanceof refusal/* Refusal */.P_ ? await (0,explain/* explainRefusal */.GC)(failed, { room, type, target }, portal) : failed;
        throw new problem/* Failure */.HR(why.problems.map((one) => ({ ...one, message: `${one.message} ${which}` })));
    }
    const ended = link.expiration !== null && listed.expiration === null;
    throw (0,explain/* explainDifferences */.S8)(differences, { room }, ended ? await takeAway(deps, state, listed) : which);
}
/**
 * Revokes a link that our write has made endless: its date passed on the way, and the portal takes such a date for none
 * (portal.md §0.4). Says so.
 */
async function takeAway(deps, state, link) {
    const { revoked, gone } = await (0,revoke_links/* revokeLinks */.a)(deps, state, [link]);
    return revoked.length + gone.length > 0
        ? `So that it does not live for ever, the ${fixedLink(state.room, link)} is revoked.`
        : `The ${fixedLink(state.room, link)} now lives for ever, and could not be revoked: revoke it in DocSpace.`;
}

;// CONCATENATED MODULE: ../lib/src/audit/coverage.js
/** What tells a room from all others: its id, or for one of which only a title is known, that title. */
function refKey({ id, title }) {
    return id === '' ? `title ${title.normalize('NFC')}` : id;
}

// EXTERNAL MODULE: ../lib/src/links/near-titles.js
var near_titles = __webpack_require__(9428);
;// CONCATENATED MODULE: ../lib/src/actions/audit/scan/select-rooms.js








/**
 * Looks up the rooms that `rooms` names. One that is not there does not stop the others. Throws if the portal says
 * nothing about any of them: because of the key, or because the list in which all of them are looked up breaks off.
 */
async function nameRooms({ portal }, refs, { area, concurrency }) {
    const rooms = new Map();
    const unread = new Map();
    const ends = [];
    let answers = 0;
    // One list serves all titles. If it breaks off, nobody knows which rooms are meant.
    const titled = refs.some(({ by }) => by === 'title');
    const list = await (0,attempt/* attempt */.C)(() => (titled ? portal.rooms({ area, whole: true }) : Promise.resolve([])));
    if (list.failed !== null) {
        const isFlawed = flawed.includes(problemOf(list.failed).code);
        if (endsScan(list.failed) || (!isFlawed && refs.every(({ by }) => by === 'title')))
            throw list.failed;
    }
    const all = list.value ?? [];
    const elsewhere = list.failed === null ? await otherRooms(portal, refs, all, area) : [];
    const fail = (ref, why) => {
        unread.set(ref, { room: nothingOf(ref), kind: 'failed', problem: why });
    };
    async function byId(ref) {
        const { id } = ref;
        const [ended] = ends;
        if (ended !== undefined) {
            fail(ref, ended);
            return;
        }
        const { value, failed } = await (0,attempt/* attempt */.C)(async () => all.find((room) => room.id === id) ?? (await portal.room(id)));
        if (failed === null) {
            answers += 1;
            rooms.set(ref, value);
            return;
        }
        const why = problemOf(failed);
        if (endsScan(failed)) {
            ends.push(why);
            fail(ref, why);
            return;
        }
        answers += 1;
        if (why.code === 'room-not-found' || why.code === 'not-a-room') {
            fail(ref, (0,problem/* problem */.CC)(why.code, `\`rooms\` names ${id}: ${why.message}`, hint));
        }
        else if (why.code === 'room-forbidden') {
            unread.set(ref, { room: nothingOf(ref), kind: 'unreadable', why: 'not-visible' });
        }
        else {
            fail(ref, why);
        }
    }
    function byTitle(ref) {
        if (list.failed !== null) {
            const { code, message, hint: advice } = problemOf(list.failed);
            fail(ref, (0,problem/* problem */.CC)(code, `The list of rooms, in which \`rooms\` names ${(0,quoted/* quoted */.T)(ref.title)}, is not whole: ${message}`, advice)); // prettier-ignore
            return;
        }
        answers += 1;
        const those = matching(all, ref);
        const [room, ...others] = those;
        if (room === undefined)
            fail(ref, notFound(ref.title, area, [...all, ...elsewhere]));
        else if (others.length > 0)
            fail(ref, ambiguous('rooms', ref, those));
        else
            rooms.set(ref, room);
    }
    await (0,pool/* inParallel */.HN)(refs, concurrency, async (ref) => {
        if (ref.by === 'id')
            await byId(ref);
        else
            byTitle(ref);
        return null;
    });
    if (ends.length > 0 && answers === 0)
        throw new problem/* Failure */.HR(ends.slice(0, 1));
    return {
        rooms: [...new Map(refs.flatMap((ref) => rooms.get(ref) ?? []).map((room) => [room.id, room])).values()],
        unread: [...new Map(refs.flatMap((ref) => unread.get(ref) ?? []).map((one) => [refKey(one.room), one])).values()],
    };
}
/** All that is known of a room that was not found: how it was named. */
function nothingOf(ref) {
    const named = ref.by === 'id' ? { id: ref.id, title: '' } : { id: '', title: ref.title };
    return { ...named, shared: null, sharedExternal: null };
}
/** A list of rooms was read, and is not to be relied on. */
const flawed = ['conflict', 'not-docspace'];
const hint = 'Correct `rooms`. The id of a room is the number in its address, `/rooms/shared/<id>`; the room may have been deleted.';
/** Where a title is not found: the rooms of the other area, only to give advice; none if they cannot be read. */
async function otherRooms(portal, refs, all, area) {
    if (area === 'any' || !refs.some((ref) => ref.by === 'title' && matching(all, ref).length === 0))
        return [];
    const { value } = await (0,attempt/* attempt */.C)(() => portal.rooms({ area: area === 'active' ? 'archived' : 'active' }));
    return value ?? [];
}
/** `rooms`: those among which near titles are looked for. */
function notFound(title, area, rooms) {
    const kind = area === 'any' ? 'room' : `${area} room`;
    const near = (0,near_titles/* listedNear */.oi)((0,near_titles/* nearRooms */.XB)(title, rooms));
    return (0,problem/* problem */.CC)('room-not-found', `\`rooms\` names ${(0,quoted/* quoted */.T)(title)}: no ${kind} that this key can see has this title.${near === '' ? '' : ` Near titles: ${near}.`}`, 'Titles are compared exactly, case included. DocSpace stores `:`, `|`, `<`, `>` and `"` in a title as `_`. Correct `rooms`, set `search-area` if the room is in the Archive, or use the id: the number in the room\'s address, `/rooms/shared/<id>`.');
}
/** Whether a failure means that nothing can be read with this key. */
function endsScan(error) {
    return error.problems.some(endsKey);
}
/** Whether a problem is one of the key, so that every room has it. */
function endsKey({ code }) {
    return code === 'key-rejected' || code === 'key-scope';
}
/** The first problem of a failure, which has one at least. */
function problemOf(error) {
    return error.problems[0] ?? (0,problem/* problem */.CC)('internal', error.message);
}
/** The problem of a name that several rooms have, with their ids in order. */
function ambiguous(input, ref, rooms) {
    const ids = rooms
        .map(({ id }) => id)
        .toSorted(audit_finding/* byRoomId */.kc)
        .join(', ');
    return (0,problem/* problem */.CC)('room-ambiguous', `\`${input}\` names ${words(ref)}: ${rooms.length} rooms have this title: ${ids}.`, `Use one of these ids in \`${input}\`, or rename one room.`);
}
/** The rooms that are meant. */
function matching(rooms, ref) {
    return rooms.filter((room) => (0,links_room/* isMeant */.EZ)(ref, room));
}
/** The name as it was given. */
function words(ref) {
    return ref.by === 'id' ? ref.id : (0,quoted/* quoted */.T)(ref.title);
}

;// CONCATENATED MODULE: ../lib/src/actions/audit/fix.js






/**
 * Carries out fixes that were planned, shown and counted: some rooms at a time, and within a room one link after the
 * other. Every link is read and judged again right before its write, and read back. What goes wrong with a link is told
 * in the report, and does not stop the others. Throws no `Failure`.
 */
async function fix(deps, fixes) {
    const rooms = [...new Set(fixes.map(({ room }) => room.id))];
    let ended = false;
    const reports = await (0,pool/* atMost */.Tu)(pool/* roomsAtOnce */.Xq, rooms, async (roomId) => {
        // Rooms are written at the same time: the lines of each are told together.
        const story = [];
        const own = fixes.filter(({ room }) => room.id === roomId);
        // With a key that has died no room can be written. Of the rooms that met it at the same time one says so.
        const report = ended
            ? { done: [], undone: own, problems: [], rooms: [] }
            : await fixRoom({ ...deps, log: { ...deps.log, line: (text) => story.push(text) } }, roomId, own);
        const problems = ended ? report.problems.filter((one) => !endsKey(one)) : report.problems;
        ended ||= problems.some(endsKey);
        tell(deps, own, story, { ...report, problems });
        return { ...report, problems };
    });
    return {
        done: reports.flatMap(({ done }) => done),
        undone: reports.flatMap(({ undone }) => undone),
        problems: reports.flatMap(({ problems }) => problems),
        rooms: reports.flatMap((report) => report.rooms),
    };
}
async function fixRoom(deps, roomId, fixes) {
    const done = [];
    const undone = [];
    const problems = [];
    let wasRead = false;
    // Read back after each write, the room is as it has to be read before the next one.
    let state = null;
    for (const planned of fixes) {
        if (problems.some(endsKey)) {
            undone.push(planned);
            continue;
        }
        try {
            state ??= await readWritable(deps, roomId);
            wasRead = true;
            const { change, state: after } = await fixLink(deps, state, planned);
            state = after;
            if (change !== null)
                done.push(change);
        }
        catch (error) {
            if (!(error instanceof problem/* Failure */.HR))
                throw error;
            state = null;
            undone.push(planned);
            // What stands in the way of the whole room is told once.
            const told = problems.map(({ message }) => message);
            problems.push(...error.problems.filter(({ message }) => !told.includes(message)));
        }
    }
    return { done, undone, problems, rooms: wasRead ? [roomId] : [] };
}
function tell({ log }, [first], story, { undone, problems }) {
    if (first !== undefined)
        log.line(`${(0,links_room/* roomName */.TX)(first.room)}:`);
    for (const line of story)
        log.line(`  ${line}`);
    for (const planned of undone)
        log.line(`  ✗ not done: ${fixLine(planned)}`);
    for (const { message } of problems)
        log.line(`  ✗ ${message}`);
}

// EXTERNAL MODULE: ../lib/src/docspace/paging.js
var docspace_paging = __webpack_require__(1905);
;// CONCATENATED MODULE: ../lib/src/actions/audit/baseline-rooms.js





/**
 * Asks for rooms by their ids, which come with their titles: a list without them would be the same whether they were
 * deleted or the key's user was removed from them. Rooms of another area are of no concern, nor are rooms that are left
 * out, nor any room where single ones were named. Throws no `Failure`.
 */
async function lookForRooms({ portal }, before, { rooms, exclude, area, concurrency }) {
    const gone = new Set();
    const unread = [];
    const there = [];
    const ends = [];
    const isLeftOut = (room) => exclude.some((ref) => (0,links_room/* isMeant */.EZ)(ref, room));
    const asked = rooms === 'all' ? [...before].filter(([id, title]) => !isLeftOut({ id, title })) : [];
    async function ask(id) {
        const [end] = ends;
        if (end !== undefined)
            return { problem: end, isGone: false };
        const { value: room, failed } = await (0,attempt/* attempt */.C)(() => portal.room(id));
        if (failed === null)
            return { room };
        const why = problemOf(failed);
        if (endsScan(failed))
            ends.push(why);
        return { problem: why, isGone: (0,refusal/* isRoomGone */.rv)(failed) || why.code === 'not-a-room' };
    }
    await (0,pool/* inParallel */.HN)(asked, concurrency, async ([id, title]) => {
        const answer = await ask(id);
        if ('room' in answer) {
            const { room } = answer;
            if ((area === 'any' ? ['active', 'archived'] : [area]).includes(room.area) && !isLeftOut(room))
                there.push(room);
            return null;
        }
        const { problem, isGone } = answer;
        const nothing = { id, title, shared: null, sharedExternal: null };
        if (isGone)
            gone.add(id);
        else if (problem.code === 'room-forbidden')
            unread.push({ room: nothing, kind: 'unreadable', why: 'not-visible' });
        else
            unread.push({ room: nothing, kind: 'failed', problem });
        return null;
    });
    return { gone, unread, there };
}

;// CONCATENATED MODULE: ../lib/src/actions/audit/scan/owners.js


/** After so many owners of whom nothing is told, and none of whom it is, no more are asked for. */
const enough = 3;
/**
 * Asks for each owner once, and not at all where the key has no scope for accounts or the portal does not tell: it is
 * good to know, but no part of the coverage.
 */
function createOwners(portal, key) {
    const known = new Map([[key.userId, Promise.resolve(true)]]);
    const mayAsk = (0,refusal/* mayRead */.ok)(key.scopes, 'accounts');
    let answers = 0;
    let silences = 0;
    const tells = () => mayAsk && (answers > 0 || silences < enough);
    async function ask(ownerId) {
        try {
            const active = await portal.userActive(ownerId);
            if (active === null)
                silences += 1;
            else
                answers += 1;
            return active;
        }
        catch (error) {
            if (!(error instanceof problem/* Failure */.HR))
                throw error;
            return null;
        }
    }
    return {
        async active(ownerId) {
            if (ownerId === null)
                return null;
            const answer = known.get(ownerId) ?? (tells() ? ask(ownerId) : Promise.resolve(null));
            known.set(ownerId, answer);
            return answer;
        },
        told: () => mayAsk && (answers > 0 || silences === 0),
    };
}

;// CONCATENATED MODULE: ../lib/src/actions/audit/scan/progress.js
/** Time between two lines; milliseconds. */
const pause = 5000;
/**
 * Tells how far a long scan is, at most every five seconds: rooms done of rooms known, how many a second, time left.
 * The result is to be called whenever a room is done. Short scans say nothing.
 */
function createProgress(log, now, rooms) {
    const begun = now().getTime();
    let told = begun;
    let done = 0;
    return () => {
        done += 1;
        const at = now().getTime();
        if (at - told < pause || done >= rooms)
            return;
        told = at;
        const perSecond = (done * 1000) / (at - begun);
        log.line(`${done} of ${rooms} rooms, ${perSecond.toFixed(1)} a second, about ${spoken((rooms - done) / perSecond)} left`);
    };
}
/** `45 s`, `3 min`: no finer than an estimate is. */
function spoken(seconds) {
    return seconds < 90 ? `${Math.max(1, Math.round(seconds))} s` : `${Math.round(seconds / 60)} min`;
}

;// CONCATENATED MODULE: ../lib/src/actions/audit/scan/read-room.js





/** Whether a list was empty: then it says nothing if the key's rights were withdrawn since the room was listed. */
function isEmpty(reading) {
    return reading.kind === 'read' && reading.asked && reading.links.length + reading.others.length === 0;
}
/** After so many failures without a success the portal itself is asked. */
const suspicious = 16;
/** What failures tell of a portal that is overloaded or away, rather than of one room. */
const trouble = ['rate-limited', 'portal-unavailable', 'timeout', 'unreachable', 'cut-answer'];
/** A reader for the rooms of one scan. It throws no `Failure`. */
function createReader(portal, { userId, policy, linkType }) {
    let failures = 0;
    let ended = null;
    let asking = null;
    const maySee = (room) => (0,read_room/* maySeeLinks */.Ue)(room, () => Promise.resolve(userId));
    /** The links; or why a list is not believed that has no external link. */
    async function listing(room) {
        const links = () => portal.auditLinks(room.id, policy);
        const first = await links();
        if (!(0,read_room/* lacksExternal */.UO)({ room, ...first }))
            return first;
        // Its external link may have been revoked, or the key's rights withdrawn, since the list of rooms was made.
        const today = await portal.room(room.id);
        if (!(await maySee(today)))
            return 'not-manager';
        if (!(0,read_room/* lacksExternal */.UO)({ room: today, ...first }))
            return first;
        const second = await links();
        return (0,read_room/* lacksExternal */.UO)({ room: today, ...second }) ? 'says-shared' : second;
    }
    async function failed(error) {
        if (!(error instanceof problem/* Failure */.HR))
            throw error;
        const why = problemOf(error);
        if ((0,refusal/* isRoomGone */.rv)(error))
            return { reading: { kind: 'gone' }, felt: null };
        if (why.code === 'room-forbidden')
            return { reading: { kind: 'unreadable', why: 'not-visible' }, felt: null };
        failures += 1;
        if (endsScan(error) || failures % suspicious === 0) {
            // All that fail at the same time ask together.
            asking ??= whyEnded().finally(() => (asking = null));
            const end = await asking;
            ended ??= end;
        }
        return { reading: { kind: 'failed', problem: why }, felt: trouble.includes(why.code) ? 'trouble' : null };
    }
    /** What the portal says of the key itself; null: it is valid and may read rooms, so that single rooms failed. */
    async function whyEnded() {
        const { value, failed: why } = await (0,attempt/* attempt */.C)(() => portal.key());
        if (why !== null)
            return problemOf(why);
        return (0,refusal/* mayRead */.ok)(value.scopes, 'rooms') ? null : (0,problem/* problem */.CC)('key-scope', 'The API key has lost its scope for rooms.');
    }
    return {
        ended: () => ended,
        async read(room) {
            if (linkType === 'external' && room.shared === false && room.sharedExternal !== true) {
                return { reading: { kind: 'read', links: [], others: [], version: '3.7', asked: false }, felt: null };
            }
            // The list would be empty whatever the room has.
            if (!(await maySee(room)))
                return { reading: { kind: 'unreadable', why: 'not-manager' }, felt: null };
            if (ended !== null)
                return { reading: { kind: 'failed', problem: ended }, felt: null };
            try {
                const got = await listing(room);
                failures = 0;
                if (typeof got === 'string')
                    return { reading: { kind: 'unreadable', why: got }, felt: null };
                const isAsked = ({ type }) => linkType === 'all' || type === linkType;
                const links = got.links.filter(isAsked);
                const others = got.links.filter((link) => !isAsked(link));
                return { reading: { kind: 'read', links, others, version: got.version, asked: true }, felt: got.effort };
            }
            catch (error) {
                return failed(error);
            }
        },
        async confirm(room, empty, today) {
            // The audit is not complete then; what was read before is reported.
            if (ended !== null)
                return empty;
            try {
                return (await maySee(today ?? (await portal.room(room.id))))
                    ? empty
                    : { kind: 'unreadable', why: 'not-manager' };
            }
            catch (error) {
                return (await failed(error)).reading;
            }
        },
    };
}

;// CONCATENATED MODULE: ../lib/src/actions/audit/scan/rooms.js





/**
 * Finds the rooms of a scan. What was named and is not there is `unread`; a list that breaks off in the middle is a
 * selection that says so. Throws `room-ambiguous` if `exclude-rooms` does not say which room it means, and what keeps
 * the audit from running at all: the portal gives neither a room that was named nor the first page of the list.
 */
async function selectRooms({ portal, log }, asked) {
    const found = asked.rooms === 'all'
        ? { ...(await listed({ portal }, asked.area)), unread: [] }
        : { ...(await nameRooms({ portal }, asked.rooms, asked)), paging: null };
    const out = new Set();
    const problems = [];
    const all = [...found.rooms, ...found.unread.map(({ room }) => room)];
    for (const ref of asked.exclude) {
        const those = matching(all, ref);
        if (those.length > 1)
            problems.push(ambiguous('exclude-rooms', ref, those));
        if (those.length === 0 && found.paging === null)
            log.warning('Nothing to exclude', `\`exclude-rooms\` names ${words(ref)}: no such room here.`);
        for (const room of those)
            out.add(refKey(room));
    }
    if (problems.length > 0)
        throw new problem/* Failure */.HR(problems);
    return {
        ...found,
        rooms: found.rooms.filter((room) => !out.has(refKey(room))),
        unread: found.unread.filter(({ room }) => !out.has(refKey(room))),
        excluded: out,
        listed: all,
    };
}
/**
 * The rooms of the list as it is now, without those that are left out. If it cannot be read any more, what it had, and
 * why. Throws no `Failure`.
 */
async function selectAgain(source, { area, exclude }, excluded) {
    const { value, failed } = await (0,attempt/* attempt */.C)(() => listed(source, area));
    if (failed !== null)
        return { rooms: [], paging: problemOf(failed) };
    // A title that several rooms have by now leaves out only the one that it left out before.
    const isOut = (room) => excluded.has(room.id) || exclude.some((ref) => (0,links_room/* isMeant */.EZ)(ref, room) && matching(value.rooms, ref).length === 1);
    return { rooms: value.rooms.filter((room) => !isOut(room)), paging: value.paging };
}
/** Throws only if there is no first page of the list. */
async function listed({ portal }, area) {
    const rooms = new Map();
    try {
        const list = portal.roomPages({ area, whole: true });
        let page = await list.next();
        for (; page.done !== true; page = await list.next())
            for (const room of page.value)
                rooms.set(room.id, room);
        const { ids } = page.value;
        // Rooms of an earlier reading that have left the list since are none of it.
        return { rooms: [...rooms.values()].filter(({ id }) => ids.has(id)), paging: null };
    }
    catch (error) {
        if (!(error instanceof problem/* Failure */.HR) || rooms.size === 0)
            throw error;
        return { rooms: [...rooms.values()], paging: problemOf(error) };
    }
}

;// CONCATENATED MODULE: ../lib/src/actions/audit/scan/scan.js












/** How often the list of rooms is read, where rooms of it turn out to be gone. */
const mostListings = 3;
/**
 * Reads the links of many rooms, as many at once as serve the portal best, and hands each room to `judge`. It reads
 * only. A room that cannot be read does not stop the others; those that failed are asked once more at the end. A key
 * that stops working ends the scan, and what was not read by then has failed. Throws only what keeps the scan from
 * beginning: `key-rejected`, `key-scope`, `exclude-rooms` that are not clear, and a list of rooms without a first page.
 */
async function scan(deps, task, judge) {
    const { portal, log, identity } = deps;
    const source = { portal };
    const key = await portal.key();
    const selection = await selectRooms({ ...source, log }, task);
    deps.onListed?.(selection.listed);
    const { sharing, policy } = await readSettings(portal, task);
    const reader = createReader(portal, { userId: key.userId, policy, linkType: task.linkType });
    const owners = createOwners(portal, key);
    let paging = selection.paging ?? emptyList(task, selection);
    const verdicts = new Map();
    const unread = new Map(selection.unread.map((one) => [refKey(one.room), one]));
    const read = new Set();
    const gone = new Set();
    /** Rooms whose lists were empty, and what is to be confirmed of them. */
    const empty = new Map();
    /** ... as the list of rooms had them after that. */
    const today = new Map();
    const counts = { unasked: 0, links: 0 };
    /** How often a room was not there any more. */
    let losses = 0;
    let version = null;
    async function note(room, reading) {
        switch (reading.kind) {
            case 'gone':
                losses += 1;
                if (task.rooms === 'all')
                    gone.add(room.id);
                else
                    unread.set(room.id, { room: described(room), kind: 'failed', problem: deletedMeanwhile(room) });
                return;
            case 'unreadable':
            case 'failed':
                unread.set(room.id, { room: described(room), ...reading });
                return;
            case 'read': {
                const audited = (link) => ({ ...link, managed: (0,links_identity/* isManaged */.yF)(identity, link.id) });
                const links = reading.links.map(audited);
                version = older(version, reading.version);
                read.add(room.id);
                gone.delete(room.id);
                counts.links += links.length;
                if (!reading.asked)
                    counts.unasked += 1;
                const ownerActive = await owners.active(room.ownerId);
                const otherLinks = reading.others.map(audited);
                const verdict = await judge({ ...room, ownerActive, otherLinks }, links, { version: reading.version, sharing });
                if (verdict !== null)
                    verdicts.set(room.id, verdict);
            }
        }
    }
    /** Reads these rooms; gives those that failed. */
    async function pass(rooms) {
        const failed = [];
        const done = createProgress(log, deps.now, rooms.length);
        await (0,pool/* inParallel */.HN)(rooms, task.concurrency, async (room) => {
            const { reading, felt } = await reader.read(room);
            if (isEmpty(reading))
                empty.set(room.id, { room, reading });
            else
                await note(room, reading);
            if (reading.kind === 'failed')
                failed.push(room);
            done();
            return felt;
        });
        return failed;
    }
    async function readAll(rooms) {
        const failed = await pass(rooms);
        if (failed.length === 0 || reader.ended() !== null)
            return;
        log.line(`${failed.length} ${failed.length === 1 ? 'room' : 'rooms'} could not be read and will be asked once more`);
        for (const { id } of failed)
            unread.delete(id);
        await pass(failed);
    }
    const isMet = ({ id }) => read.has(id) || unread.has(id) || empty.has(id);
    /** Notes the rooms with empty lists, with the rights of now. */
    async function confirmEmpty() {
        await (0,pool/* inParallel */.HN)(empty.values(), task.concurrency, async ({ room, reading }) => {
            await note(room, await reader.confirm(room, reading, today.get(room.id) ?? null));
            return null;
        });
        empty.clear();
    }
    /** Lists the rooms again, and reads those that were not met. */
    async function readMissed() {
        const again = await selectAgain(source, task, selection.excluded);
        paging ??= again.paging;
        for (const room of again.rooms)
            if (empty.has(room.id))
                today.set(room.id, room);
        await readAll(again.rooms.filter((room) => !isMet(room)));
    }
    await readAll(selection.rooms);
    // A room that is gone may have left the list while it was read, and moved another one past the reader. In a list of
    // several pages no number shows that, if it was archived and another room came: such a list is read twice. So is one
    // with several rooms to be confirmed, which it tells of at once.
    let isSettled = task.rooms !== 'all' || (selection.listed.length <= docspace_paging/* pageSize */.T0 && empty.size < 2);
    for (let listings = 1, known = 0; !isSettled || (task.rooms === 'all' && losses > known); listings += 1) {
        if (paging !== null || reader.ended() !== null)
            break;
        isSettled = true;
        known = losses;
        if (listings === mostListings)
            paging = unsettled();
        else
            await readMissed();
    }
    // A portal that does not answer any more cannot say where they are.
    const lost = await lookForRooms(source, new Map([...(task.before ?? [])].filter(([id]) => reader.ended() === null && !isMet({ id }) && !selection.excluded.has(id))), task);
    for (const one of lost.unread)
        unread.set(one.room.id, one);
    if (lost.there.length > 0) {
        // The list lacks them, so it may lack others.
        if (paging === null && reader.ended() === null)
            await readMissed();
        await readAll(lost.there.filter((room) => !isMet(room)));
    }
    await confirmEmpty();
    const unmet = [...unread.values()].sort((one, other) => (0,audit_finding/* byRoomId */.kc)(one.room.id, other.room.id));
    const unreadable = unmet.filter(({ kind }) => kind === 'unreadable').length;
    const coverage = {
        ...counts,
        total: read.size + unmet.length,
        read: read.size,
        unreadable,
        failed: unmet.length - unreadable,
        gone: gone.size,
        excluded: selection.excluded.size,
        complete: unmet.length === 0 && paging === null,
    };
    const inOrder = [...verdicts].sort(([one], [other]) => (0,audit_finding/* byRoomId */.kc)(one, other)).map(([, verdict]) => verdict);
    return {
        coverage,
        unread: unmet,
        paging,
        ended: reader.ended(),
        gone: lost.gone,
        verdicts: inOrder,
        version,
        sharing,
        passwordPolicy: policy,
        ownersTold: owners.told(),
        async readAgain(room) {
            const { reading } = await reader.read(room);
            return isEmpty(reading) ? reader.confirm(room, reading, null) : reading;
        },
        listed: selection.listed,
    };
}
/** What the portal says of itself; null where it does not, or where the time is up. */
async function readSettings(portal, { concurrency }) {
    let sharing = null;
    let policy = null;
    const reads = [
        async () => void (sharing = (await (0,attempt/* attempt */.C)(() => portal.sharing())).value ?? null),
        async () => void (policy = (await (0,attempt/* attempt */.C)(() => portal.passwordPolicy())).value ?? null),
    ];
    await (0,pool/* inParallel */.HN)(reads, concurrency, async (read) => {
        await read();
        return null;
    });
    return { sharing, policy };
}
function deletedMeanwhile({ id }) {
    return (0,problem/* problem */.CC)('room-not-found', `\`rooms\` names ${id}, which was deleted while the audit ran.`);
}
function unsettled() {
    return (0,problem/* problem */.CC)('conflict', `Rooms were deleted each time after the list of rooms was read, ${mostListings} times in a row.`, 'Run the step again when fewer rooms are created and deleted at the same time.');
}
/** That a list of all rooms is empty says more of the key than of the portal; the archive may well be empty. */
function emptyList({ rooms, area }, selection) {
    const none = selection.rooms.length + selection.unread.length + selection.excluded.size === 0;
    if (rooms !== 'all' || area === 'archived' || !none)
        return null;
    return (0,problem/* problem */.CC)('room-forbidden', 'The user who owns the API key sees no room at all.', 'Make that user a Room manager of the rooms that are to be audited.');
}
function described({ id, title, shared, sharedExternal }) {
    return { id, title, shared, sharedExternal };
}
/** An empty list does not tell 3.2 from 3.6, so the oldest version that any list shows is the portal's. */
function older(one, other) {
    return one === null || other < one ? other : one;
}

;// CONCATENATED MODULE: ../lib/src/actions/audit/audit.js



















/**
 * Scans rooms and judges them, comparing with the baseline if there is one. It reads only; what it would mend is in the
 * report. Throws what `scan` throws: then the audit did not run.
 */
async function audit(deps, task) {
    const { portal } = deps;
    const { baseline } = task;
    let standard = { ...task.standard, usesBefore: usesOf(baseline), closedPullRequests: null };
    /** ... as of this moment, by the portal's clock: a link may be made while the audit runs. */
    const today = () => ({ ...standard, now: (0,portal_clock/* portalNow */.H1)(portal, deps.now()) });
    const seen = new Map();
    const ends = (0,audit_result/* collectEnds */.D)();
    const { file } = task.standard;
    const described = new Set();
    const roomLinks = new Map();
    /** Notes a room that was read, and judges it. */
    function judged(room, links, facts) {
        const ids = baseline === null ? [] : links.map(({ id }) => id);
        seen.set(room.id, { links: links.length, ids, ownerKnown: room.ownerActive !== null });
        ends.add(room, links);
        const entry = file === null ? null : (0,drift/* roomEntryOf */.$w)(file, room);
        if (entry !== null)
            described.add(entry);
        const all = judgeRoom({ ...today(), room, links, portal: facts });
        const names = (0,room_links/* roomLinksOf */.Kv)(room, links, standard);
        // What the baseline has found in a room may be fixed, and is then reported without being found.
        if (baseline !== null || all.length > 0)
            roomLinks.set(room.id, names);
        return {
            findings: all.map(({ finding }) => finding),
            links: task.listsLinks ? links.map((link) => ({ roomId: room.id, ...(0,described_link/* describedLink */.u)(link, link.managed) })) : [],
            ...planFixes({ room, roomLinks: names, portal: facts, judged: all }, links, task.fix),
        };
    }
    let ambiguous = [];
    /** Leaves out the waivers of which nobody knows which room they are about. */
    function onListed(rooms) {
        if (file === null)
            return;
        ambiguous = (0,waivers/* ambiguousTitles */.G6)(file.waivers, rooms);
        const out = ambiguous.flatMap(({ waivers }) => waivers);
        standard = { ...standard, file: { ...file, waivers: file.waivers.filter((waiver) => !out.includes(waiver)) } };
    }
    const suspects = [];
    const asked = { ...task, before: roomsOf(baseline) };
    const scanned = await scan({ ...deps, onListed }, asked, (room, links, facts) => {
        const these = (0,orphans/* suspectsIn */.Ah)(room, links, standard);
        if (these !== null) {
            // Judged when GitHub was asked, once for all rooms.
            suspects.push(these);
            return () => judged(room, links, facts);
        }
        const verdict = judged(room, links, facts);
        return verdict.findings.length + verdict.links.length === 0 ? null : verdict;
    });
    const { unread, paging, ended, version, sharing } = scanned;
    const { warning } = (0,portal_clock/* portalTime */.oC)(portal, deps.now());
    if (warning !== null)
        deps.log.warning('Clocks differ', warning);
    const closed = await deps.closedPullRequests((0,orphans/* united */.k0)(suspects));
    standard = { ...standard, closedPullRequests: closed?.numbers ?? null };
    const verdicts = scanned.verdicts.map((verdict) => (typeof verdict === 'function' ? verdict() : verdict));
    const known = {
        version,
        sharing: sharing !== null,
        owners: scanned.ownersTold,
        passwordPolicy: scanned.passwordPolicy !== null,
    };
    const everywhere = looksEverywhere(task, scanned.coverage);
    const sight = { ...task, ...scanned, seen, everywhere };
    const judgedAnew = (finding) => wasSeen(finding, sight) &&
        (isGone(finding, sight) ||
            (isJudged(finding.rule, standard, known) && (finding.rule !== 'DSL029' || closed?.whole === true)));
    function resultOf(here, mended, links) {
        const compared = baseline === null ? here : (0,audit_baseline/* compareWith */.G_)(baseline, here, judgedAnew);
        const neither = baseline === null ? [] : (0,audit_baseline/* neitherFoundNorFixed */.xT)(baseline, compared, judgedAnew);
        const notSeen = notSeenOf(neither, sight);
        const told = new Set(compared.map(audit_baseline/* keyOf */.TN));
        const fixed = mended.filter((one) => !told.has((0,audit_baseline/* keyOf */.TN)(one))).map((one) => ({ ...one, status: 'fixed' }));
        return {
            portal: task.portal,
            generated: (0,portal_clock/* portalNow */.H1)(portal, standard.now),
            coverage: withLinks(scanned.coverage, seen),
            findings: [...compared, ...fixed].toSorted(audit_finding/* worstFirst */.md),
            links,
            ...(notSeen.findings.length + notSeen.links.length === 0 ? {} : { notSeen }),
            ends: ends.ends(),
            roomLinks,
            unjudged: unjudgedRules(standard, known),
            baseline: baseline?.generated ?? null,
        };
    }
    const findings = [
        ...verdicts.flatMap((verdict) => verdict.findings),
        ...judgeCoverage({ unread, paging, version }, today()),
        ...judgeAmbiguousTitles(ambiguous, today()),
        ...(everywhere ? judgeAbsentRooms(file?.rooms.filter((one) => !described.has(one)) ?? [], today()) : []),
    ];
    const links = verdicts.flatMap((verdict) => verdict.links);
    const fixes = verdicts.flatMap((verdict) => verdict.fixes);
    /** Reads and judges a room that was written; null if it cannot be read any more. */
    async function lookAgain(roomId) {
        const { value: room } = await (0,attempt/* attempt */.C)(() => portal.room(roomId));
        const reading = room === undefined ? null : await scanned.readAgain(room);
        if (room === undefined || reading?.kind !== 'read')
            return null;
        const audited = (link) => ({ ...link, managed: (0,links_identity/* isManaged */.yF)(standard.identity, link.id) });
        const otherLinks = reading.others.map(audited);
        return judged({ ...room, ownerActive: null, otherLinks }, reading.links.map(audited), {
            version: reading.version,
            sharing,
        });
    }
    async function mend() {
        const judge = (room, its, facts) => judgeRoom({ ...today(), room, links: its, portal: facts });
        const report = await fix({ ...deps, sharing, judge }, fixes);
        const looked = await (0,pool/* atMost */.Tu)(pool/* roomsAtOnce */.Xq, report.rooms, async (id) => [id, await lookAgain(id)]);
        const again = new Map(looked.flatMap(([id, verdict]) => (verdict === null ? [] : [[id, verdict]])));
        const { here, mended } = (0,audit_baseline/* afterMending */.xP)(findings, new Map(Array.from(again, ([id, one]) => [id, one.findings])));
        const listed = [
            ...links.filter(({ roomId }) => !again.has(roomId)),
            ...[...again.values()].flatMap((verdict) => verdict.links),
        ].toSorted((one, other) => (0,audit_finding/* byRoomId */.kc)(one.roomId, other.roomId));
        return { ...report, result: resultOf(here, mended, listed) };
    }
    const unfixable = verdicts.flatMap(({ problems }) => problems);
    // Only of all rooms that there are can be said that none has a name.
    const unmet = task.rooms === 'all' && paging === null ? (0,room_patterns/* unmetNames */.Kq)(standard, scanned.listed) : [];
    return { result: resultOf(findings, [], links), unread, paging, ended, unmet, fixes, unfixable, mend };
}
/** DSL013: what the baseline says of the uses of invitations. */
function usesOf(baseline) {
    const links = [...(baseline?.links.values() ?? [])];
    return new Map(links.flatMap(({ id, uses }) => (uses === null ? [] : [[id, uses]])));
}
/** The rooms that the baseline names, by id, with their titles where it has them. */
function roomsOf(baseline) {
    if (baseline === null)
        return new Map();
    const ids = [...baseline.links.values()].map(({ roomId }) => [roomId, '']);
    const titled = baseline.findings.map(({ roomId, roomTitle }) => [roomId, roomTitle]);
    return new Map([...ids, ...titled].filter(([id]) => id !== ''));
}
/** The coverage of a scan, with the links that its rooms have now. */
function withLinks(coverage, seen) {
    return { ...coverage, links: [...seen.values()].reduce((sum, { links }) => sum + links, 0) };
}

// EXTERNAL MODULE: ../lib/src/github/permission.js
var permission = __webpack_require__(8503);
// EXTERNAL MODULE: ../lib/src/github/sticky.js
var sticky = __webpack_require__(3359);
;// CONCATENATED MODULE: ../lib/src/github/issue.js


/**
 * Keeps the issue about a portal: opened when there are findings, changed only if its text changes, closed with a
 * comment when there are none, and opened again when there are. Only what our own account wrote is touched. Its number;
 * null if there is none and none is needed. Throws a `Failure` that names the permission if GitHub refuses.
 */
async function upsertIssue(deps, content) {
    try {
        return await keep(deps, content);
    }
    catch (error) {
        throw (0,permission/* explained */.t)(error, {
            permission: 'issues: write',
            readOnly: false,
            done: 'The audit itself is done, and its outputs are set.',
        });
    }
}
async function keep({ github, log }, content) {
    const mark = { kind: 'audit', place: (0,sticky/* placeOf */.$t)(['audit', content.portal]) };
    const body = (0,sticky/* fitted */.$5)(`${(0,sticky/* markLine */.oi)(mark)}\n\n${content.body}`, 'The rest does not fit here: see the reports of the audit.');
    const me = await github.whoAmI();
    const find = async () => (await github.issuesBy(me)).filter((issue) => issue.author === me && (0,sticky/* markOf */.Fg)(issue.body)?.place === mark.place);
    if (content.closing !== null) {
        const [issue] = await find();
        if (issue === undefined)
            return null;
        if (!issue.open)
            return issue.number;
        // Closed first: were it the other way round, a failure in between would comment again on the next run.
        await github.updateIssue(issue.number, { state: 'closed', body });
        await github.createComment(issue.number, content.closing);
        log.line(`✓ issue #${issue.number}: closed`);
        return issue.number;
    }
    const { title, labels } = content;
    const { one, others, created } = await (0,sticky/* ensureOne */.T7)(find, () => github.createIssue({ title, body, labels }));
    const change = changeOf(one, body, labels);
    const changed = Object.keys(change).length > 0;
    if (changed)
        await github.updateIssue(one.number, change);
    for (const other of others.filter(({ open }) => open))
        await github.updateIssue(other.number, { state: 'closed' });
    const became = created ? 'opened' : !one.open ? 'opened again' : changed ? 'updated' : 'as it should be';
    log.line(`✓ issue #${one.number}: ${became}`);
    return one.number;
}
/** What an issue lacks; nothing of what people added goes. */
function changeOf(issue, body, labels) {
    const missing = labels.filter((label) => !issue.labels.some((one) => one.toLowerCase() === label.toLowerCase()));
    return {
        ...(issue.open ? {} : { state: 'open' }),
        ...((0,sticky/* sameText */.QV)(issue.body, body) ? {} : { body }),
        ...(missing.length === 0 ? {} : { labels: [...issue.labels, ...missing] }),
    };
}

// EXTERNAL MODULE: ../lib/src/render/markdown.js
var render_markdown = __webpack_require__(2072);
// EXTERNAL MODULE: ../lib/src/actions/pull-request.js + 6 modules
var pull_request = __webpack_require__(4479);
;// CONCATENATED MODULE: ../lib/src/actions/audit/github.js








/** DSL029 asks GitHub for so many pull requests at most: a job's token has 1000 requests an hour for everything. */
const mostPullRequests = 100;
/** So many ids are worked out at most, to find links whose keys are not known; that takes a second or two. */
const mostComparisons = 300_000;
/**
 * DSL029: asks GitHub which of the pull requests that links may be of are closed, and only if there are such links. The
 * oldest go first, and the log says what was not looked at. Null where GitHub does not tell, which the log says.
 */
function closedPullRequestsOf(inputs, tools, policy) {
    const { runner, identity } = tools;
    const off = policy.severity.get('DSL029') === 'off' || (runner.env['GITHUB_REPOSITORY'] ?? '') === '';
    return async ({ numbers, unknown }) => {
        if (off || inputs.githubToken === null)
            return null;
        if (numbers.length + unknown.length === 0)
            return { numbers: [], whole: true };
        try {
            const github = await (0,pull_request/* connectToGitHub */.tZ)(inputs, tools, 'DSL029');
            // Refused where the token sees no pull requests: then a number that is not there would say nothing.
            const newest = await github.newestPullRequest();
            const { numbers: others, left } = (0,orphans/* compared */.mU)(unknown, newest, identity, mostComparisons);
            const known = numbers.filter((number) => number <= newest);
            const all = [...new Set([...known, ...others])].sort((one, other) => one - other);
            const asked = all.slice(0, mostPullRequests);
            const closed = [];
            for (const number of asked)
                if (await github.isClosedPullRequest(number))
                    closed.push(number);
            const rest = all.length - asked.length;
            if (rest > 0) {
                runner.line(`DSL029 (orphan): ${asked.length} pull requests looked up, the oldest of ${all.length} that links were made for; of ${rest} it is not known whether they are closed`);
            }
            if (left > 0) {
                runner.line(`DSL029 (orphan): ${left} ${left === 1 ? 'link' : 'links'} of this repository not compared with all ${newest} pull requests, since neither title nor file shows the key`);
            }
            return { numbers: closed, whole: rest + left === 0 };
        }
        catch (error) {
            if (!(error instanceof problem/* Failure */.HR))
                throw error;
            runner.line(`DSL029 (orphan) is not judged, since GitHub does not say which pull requests are closed; it needs the permission \`pull-requests: read\`. ${error.message}`);
            return null;
        }
    };
}
/**
 * Keeps the issue of `issue: upsert`, and sets the output with its number. What GitHub refuses is given back, since it
 * does not make the audit worse.
 */
async function keepIssue(inputs, tools, result) {
    if (inputs.issue === 'none')
        return [];
    const { portal } = inputs;
    const isClean = result.coverage.complete && (0,audit_result/* countsOf */.mQ)(result.findings).all === 0;
    try {
        const number = await upsertIssue({ github: await (0,pull_request/* connectToGitHub */.tZ)(inputs, tools, '`issue: upsert`'), log: tools.runner }, {
            portal,
            title: `DocSpace links of ${new URL(portal).host}: findings of the audit`,
            body: (0,markdown.auditMarkdown)(result, markdown/* issueBounds */.r),
            labels: inputs.issueLabels,
            closing: isClean ? `The audit finds nothing any more. ${(0,render_markdown/* prose */.CS)((0,audit_log/* coverageWords */.gn)(result.coverage))}.` : null,
        });
        if (number !== null)
            tools.output('issue-number', String(number));
        return [];
    }
    catch (error) {
        if (error instanceof problem/* Failure */.HR)
            return error.problems;
        throw error;
    }
}

// EXTERNAL MODULE: ../lib/src/actions/audit/report.js
var audit_report = __webpack_require__(5612);
;// CONCATENATED MODULE: ../lib/src/actions/audit/run.js















/**
 * The action `audit`: scans rooms against the policy, mends what is to be mended, reports, and sets its outputs; gives
 * the summary. Throws a `Failure` for findings of `fail-on` or above, for an audit that is not complete, and for what
 * could not be mended or reported, after all that is known was told.
 */
async function runAudit(inputs, { links: file, baseline }, tools) {
    const { runner, identity, output } = tools;
    const now = tools.now();
    const effective = (0,policy/* effectivePolicy */.Ci)(inputs.policy, file?.policy ?? null);
    const report = await audit({
        portal: tools.portal,
        log: runner,
        identity,
        now: tools.now,
        wait: tools.wait,
        closedPullRequests: closedPullRequestsOf(inputs, tools, effective.policy),
    }, {
        rooms: inputs.rooms,
        exclude: inputs.exclude,
        area: inputs.area,
        linkType: inputs.linkType,
        concurrency: inputs.concurrency,
        portal: inputs.portal,
        standard: { policy: effective.policy, file, now, identity, linkType: inputs.linkType },
        baseline,
        listsLinks: inputs.reports.some(({ format }) => format === 'json'),
        fix: new Set(inputs.fix),
    });
    const source = file === null ? 'no policy file' : `policy file ${file.path}`;
    runner.line((0,audit_log/* coverageWords */.gn)(report.result.coverage, report.paging !== null));
    runner.line(`${(0,audit_log/* policyLine */.Dx)(effective)} · ${source}`);
    const fixed = await fixes(inputs, tools, report);
    const { result } = fixed;
    run_tell(result, report, file, inputs, tools);
    outputResult(result, inputs, tools);
    output('plan', (0,outputs/* planOutput */.pp)(fixed.changes));
    const changes = inputs.fix.length === 0 ? '' : fixed.markdown;
    const summary = (0,markdown.auditMarkdown)(result, markdown/* summaryBounds */._, changes);
    tools.summary(summary);
    const problems = [
        ...fixed.problems,
        ...(await (0,audit_report/* writeReports */.L)(inputs, tools, { result, file, policy: effective.policy, changes })),
        ...(await keepIssue(inputs, tools, result)),
        ...verdictProblems(result, report, inputs),
    ];
    if (problems.length > 0)
        throw new problem/* Failure */.HR(problems);
    return summary;
}
async function fixes({ fix, dryRun, maxChanges }, { runner }, { result, fixes: planned, unfixable, mend }) {
    const changes = planned.map(({ change }) => change);
    const unwritten = { result, changes, markdown: fixMarkdown(changes, dryRun ? 'dry-run' : 'stopped'), problems: [] };
    if (fix.length === 0)
        return unwritten;
    fixPlanLines(planned).forEach(runner.line);
    const tooMany = tooManyProblem(planned, maxChanges);
    if (dryRun) {
        for (const { message } of unfixable)
            runner.line(`! cannot: ${message}`);
        if (tooMany !== null)
            runner.warning('Too many changes', `${tooMany.message} Without \`dry-run\` this is an error.`);
        runner.line('Dry run: nothing was written');
        return unwritten;
    }
    if (tooMany !== null)
        return { ...unwritten, problems: [tooMany, ...unfixable] };
    const mended = await mend();
    return {
        result: mended.result,
        changes: mended.done,
        markdown: fixMarkdown(mended.done, 'done', mended.undone),
        problems: [...unfixable, ...mended.problems],
    };
}
function run_tell(result, { unread, ended, unmet }, file, { rooms, linkType, failOn, area }, { runner, identity }) {
    // With `fail-on` it is among what is wrong.
    if (ended !== null && failOn === 'never')
        runner.warning(problem/* problemTable */.iK[ended.code].title, endedWords(ended));
    const { findings, coverage } = result;
    const compared = result.baseline !== null;
    runner.line(`Findings: ${(0,audit_log/* countWords */.rj)((0,audit_result/* countsOf */.mQ)(findings), compared)}`);
    const notSeen = (0,audit_log/* notSeenWords */.Iu)(result.notSeen);
    if (notSeen !== '')
        runner.line(notSeen);
    (0,audit_log/* findingLines */.hq)(findings, compared, result.roomLinks).forEach(runner.line);
    (0,audit_log/* unreadLines */.Zu)(unread).forEach(runner.line);
    if (result.unjudged.length > 0)
        runner.line((0,audit_log/* unjudgedWords */.wz)(result.unjudged));
    for (const one of unmet)
        runner.warning('Name without a room', (0,audit_log/* unmetWords */.JA)(one, file?.path ?? '', area));
    // Only an audit of everything knows that nothing is there.
    if (rooms !== 'all' || linkType !== 'all' || !coverage.complete)
        return;
    for (const waiver of file?.waivers ?? []) {
        if (unmet.some(({ where, line }) => where === 'waiver' && line === waiver.line))
            continue;
        if (findings.some((finding) => concerns(waiver, finding, result, identity)))
            continue;
        runner.line(`The waiver of ${waiver.rule} in line ${waiver.line} is about nothing that was found: remove it`);
    }
}
/** Whether a finding is waived by this waiver, or says that it is ambiguous. */
function concerns(waiver, finding, { roomLinks }, identity) {
    const links = roomLinks.get(finding.roomId) ?? [];
    return (0,waivers/* ambiguousBy */.qP)([waiver], finding, links).length > 0 || (0,waivers/* isAbout */.KH)(waiver, finding, { links, identity });
}
function outputResult({ findings, coverage }, inputs, { output }) {
    const counts = (0,audit_result/* countsOf */.mQ)(findings);
    output('findings-count', String(counts.all));
    output('critical-count', String(counts.critical));
    output('high-count', String(counts.high));
    output('medium-count', String(counts.medium));
    output('low-count', String(counts.low));
    output('waived-count', String(counts.waived));
    output('new-count', String(counts.new));
    output('fixed-count', String(counts.fixed));
    output('rooms-total', String(coverage.total));
    output('rooms-read', String(coverage.read));
    output('rooms-unreadable', String(coverage.unreadable + coverage.failed));
    output('complete', String(coverage.complete));
    output('links-count', String(coverage.links));
    output('findings', {
        elements: findings,
        // What is waived or fixed gives way to what is not.
        byWeight: [...findings.filter(audit_result/* isOpen */.nT), ...findings.filter((finding) => !(0,audit_result/* isOpen */.nT)(finding))],
        whole: wholeFindings(inputs),
    });
    output('result', resultWord(findings, coverage.complete));
}
/** Which report has all findings, or how to get one. */
function wholeFindings({ reports }) {
    const whole = reports.find(({ format }) => format === 'json' || format === 'csv');
    if (whole === undefined)
        return 'Add `reports: docspace-audit.json` to get all of them in a file.';
    return `The report ${(0,quoted/* quoted */.T)(whole.path)} has all of them.`;
}
function resultWord(findings, complete) {
    if (!complete)
        return 'incomplete';
    return findings.some(audit_result/* isOpen */.nT) ? 'findings' : 'clean';
}
/** Why not all rooms were asked for. */
function endedWords({ message }) {
    return `The audit ended before all rooms were read: ${message}`;
}
/** Why the step is red because of what was found, or not seen. */
function verdictProblems({ findings, coverage }, { paging, ended, unread }, { failOn }) {
    if (failOn === 'never')
        return [];
    const grave = findings.filter((finding) => (0,audit_result/* isOpen */.nT)(finding) && audit_finding/* severities */.gO.indexOf(finding.severity) <= audit_finding/* severities */.gO.indexOf(failOn));
    const are = grave.length === 1 ? 'is 1 finding' : `are ${grave.length} findings`;
    return [
        ...(ended === null ? [] : [(0,problem/* problem */.CC)(ended.code, endedWords(ended), ended.hint)]),
        ...(0,rules_coverage/* misnamed */.H9)(unread),
        ...(coverage.complete
            ? []
            : [
                (0,problem/* problem */.CC)('audit-incomplete', `The audit is not complete: ${(0,audit_log/* coverageWords */.gn)(coverage, paging !== null)}.`, 
                // Rights are the cause of nothing else.
                coverage.unreadable > 0 ? undefined : 'Rooms that were not read cannot be assumed clean. The log says why.'),
            ]),
        ...(grave.length === 0
            ? []
            : [
                (0,problem/* problem */.CC)('audit-findings', `There ${are} of \`fail-on: ${failOn}\`${failOn === 'critical' ? '' : ' or above'}: ${(0,audit_log/* severityWords */.D4)((0,audit_result/* countsOf */.mQ)(grave))}.`),
            ]),
    ];
}


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


/***/ }),

/***/ 5207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Tu: () => (/* binding */ atMost),
  HN: () => (/* binding */ inParallel),
  Xq: () => (/* binding */ roomsAtOnce)
});

;// CONCATENATED MODULE: ../lib/src/docspace/pool-size.js
/** The most requests at once that `auto` uses. */
const mostAtOnce = 16;
/** Where it begins, and below which it goes only when the portal is in trouble: less does not spare a portal anything. */
const first = 4;
const least = 2;
/** How many rounds pass between two trials: at first, and at most, when trials keep failing. */
const shortRest = 8;
const longRest = 64;
/** Of the gain that a portal without any limit would show, a larger number must bring so much. */
const leastGain = 0.1;
/** A smaller number may cost so much of the throughput. */
const mostLoss = 0.03;
/** When the throughput falls to this without a change of ours, the portal has changed. */
const collapse = 0.7;
/** How much the newest round counts for what is known of the throughput. */
const weight = 0.25;
/** The limit to begin with. */
const firstLimit = {
    atOnce: first,
    trial: { from: least, throughput: 0 },
    throughput: null,
    rest: 0,
    nextRest: shortRest,
    up: true,
};
/** How many requests make a round: at first few, to get on; later more, as small differences count. */
function roundSize({ atOnce, throughput }) {
    return Math.max(atOnce, least) * (throughput === null ? 1 : 2);
}
/**
 * Decides how many requests are sent at once after this round. By Little's law, requests at once divided by the time
 * that each takes is the throughput; the number that gives the most is looked for: by doubling while that is worth it,
 * then by trials, less and less often. Where several numbers give as much, the smallest is kept, for the sake of
 * everybody else. Trouble halves.
 */
function nextLimit(limit, round) {
    const { atOnce, trial } = limit;
    if (round.troubled) {
        return { ...settled(Math.max(1, Math.floor(atOnce / 2)), null, shortRest), up: true };
    }
    const throughput = atOnce / Math.max(round.milliseconds, 1);
    if (trial === null)
        return rested(limit, throughput);
    const worth = atOnce > trial.from
        ? throughput >= trial.throughput * (1 + leastGain * (atOnce / trial.from - 1))
        : throughput >= trial.throughput * (1 - mostLoss);
    if (!worth)
        return { ...settled(trial.from, trial.throughput, limit.nextRest), up: atOnce < trial.from };
    const going = { ...limit, nextRest: shortRest };
    return atOnce > trial.from ? climb(going, 2, throughput) : descend(going, trial.throughput);
}
/** A round at a number that is not on trial. */
function rested(limit, latest) {
    if (limit.throughput !== null && latest < limit.throughput * collapse) {
        return descend({ ...limit, throughput: latest, nextRest: shortRest }, latest);
    }
    const throughput = limit.throughput === null ? latest : limit.throughput + weight * (latest - limit.throughput);
    const going = { ...limit, throughput, rest: limit.rest - 1 };
    if (going.rest > 0)
        return going;
    const up = limit.atOnce <= least || (limit.up && limit.atOnce < mostAtOnce);
    return up ? climb(going, 1.5, throughput) : descend(going, throughput);
}
/** Tries a larger number; stays where there is none. */
function climb(limit, factor, throughput) {
    const atOnce = Math.min(mostAtOnce, Math.ceil(limit.atOnce * factor));
    if (atOnce === limit.atOnce)
        return { ...settled(atOnce, throughput, limit.nextRest), up: false };
    return { ...limit, atOnce, trial: { from: limit.atOnce, throughput } };
}
/** Tries a smaller number, which has to hold what the number gave at which the descent began. */
function descend(limit, throughput) {
    const atOnce = Math.max(least, limit.atOnce - Math.max(1, Math.round(limit.atOnce / 4)));
    if (atOnce >= limit.atOnce)
        return { ...settled(limit.atOnce, throughput, limit.nextRest), up: true };
    return { ...limit, atOnce, trial: { from: limit.atOnce, throughput } };
}
/** Stays at a number for a while; the next time for longer. */
function settled(atOnce, throughput, rest) {
    return { atOnce, trial: null, throughput, rest, nextRest: Math.min(longRest, rest * 2) };
}

;// CONCATENATED MODULE: ../lib/src/docspace/pool.js

/**
 * Does the work on each item, several at once, begun in the order of the items. Work that throws ends it: nothing new
 * is begun, what runs is waited for, and the first error is thrown.
 */
function inParallel(items, concurrency, work) {
    const iterator = items[Symbol.iterator]();
    const auto = concurrency === 'auto';
    let limit = auto ? firstLimit : { ...firstLimit, atOnce: concurrency };
    let measured = { milliseconds: [], troubled: false };
    /** Counts work that began under the present limit; what began earlier says nothing about it. */
    const feel = (felt, into) => {
        if (!auto || felt === null || into !== measured)
            return;
        if (felt === 'trouble' || felt.attempts > 1)
            measured.troubled = true;
        else
            measured.milliseconds.push(felt.milliseconds);
        if (!measured.troubled && measured.milliseconds.length < roundSize(limit))
            return;
        limit = nextLimit(limit, { milliseconds: median(measured.milliseconds), troubled: measured.troubled });
        measured = { milliseconds: [], troubled: false };
    };
    return new Promise((resolve, reject) => {
        let running = 0;
        let over = false;
        let error = null;
        const begin = async (item) => {
            const into = measured;
            try {
                feel(await work(item), into);
            }
            catch (reason) {
                over = true;
                error ??= reason;
            }
            running -= 1;
            fill();
        };
        const fill = () => {
            while (!over && running < limit.atOnce) {
                const next = iterator.next();
                if (next.done === true) {
                    over = true;
                    break;
                }
                running += 1;
                void begin(next.value);
            }
            if (!over || running > 0)
                return;
            if (error === null)
                resolve();
            else
                reject(error);
        };
        fill();
    });
}
function median(values) {
    const sorted = values.toSorted((one, other) => one - other);
    const middle = Math.floor(sorted.length / 2);
    const high = sorted[middle] ?? 0;
    return sorted.length % 2 === 1 ? high : (high + (sorted[middle - 1] ?? high)) / 2;
}
/** Rooms that are written at once. Within a room, one write at a time. */
const roomsAtOnce = 4;
/**
 * Does the work for all items, at most so many at once; the results in the order of the items. When one throws, no
 * further item is begun, and it throws that.
 */
async function atMost(limit, items, work) {
    const results = [];
    await inParallel(items.entries(), limit, async ([index, item]) => {
        results[index] = await work(item);
        return null;
    });
    return results;
}


/***/ }),

/***/ 5270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EI: () => (/* binding */ changesTable),
/* harmony export */   Fh: () => (/* binding */ itemWords),
/* harmony export */   Gk: () => (/* binding */ kindWords),
/* harmony export */   Xg: () => (/* binding */ planMarkdown),
/* harmony export */   h4: () => (/* binding */ undoneSection),
/* harmony export */   pb: () => (/* binding */ problemLines),
/* harmony export */   tJ: () => (/* binding */ planStory)
/* harmony export */ });
/* harmony import */ var _links_link_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2266);
/* harmony import */ var _links_past_date_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5093);
/* harmony import */ var _links_plan_room_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2819);
/* harmony import */ var _links_quoted_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5504);
/* harmony import */ var _links_settings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4433);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7147);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2072);







/**
 * A plan as the log shows it, like a diff: what becomes more open first, then room by room, then how much it is.
 * `missing` are rooms that are not there, and need not be.
 */
function planStory(plans, missing, now) {
    return [
        ...wideningLines(plans),
        ...plans.flatMap((plan) => roomLines(plan, now)),
        ...missing.map(missingLine),
        totalLine(plans, missing),
    ];
}
function missingLine({ room, links }) {
    const name = room.by === 'id' ? `Room ${room.id}` : `Room ${(0,_links_quoted_js__WEBPACK_IMPORTED_MODULE_5__/* .quoted */ .T)(room.title)}`;
    return `${name}: not there, = ${links.length} ${links.length === 1 ? 'link' : 'links'} as described`;
}
function wideningLines(plans) {
    const wider = plans.flatMap(({ state, staying }) => staying
        .filter(({ plan }) => plan.widens.length > 0)
        .map(({ plan }) => {
        const fields = plan.fields.filter(({ name }) => plan.widens.includes(name)).map(_log_js__WEBPACK_IMPORTED_MODULE_4__/* .fieldLine */ .h0);
        return `  ⚠ ${(0,_log_js__WEBPACK_IMPORTED_MODULE_4__/* .roomName */ .TX)(state.room)}, ${lower((0,_log_js__WEBPACK_IMPORTED_MODULE_4__/* .linkName */ .KB)(plan, state.links))}: ${fields.join(', ')}`;
    }));
    if (wider.length === 0)
        return [];
    return [`⚠ WIDER: ${wider.length === 1 ? 'one link becomes' : `${wider.length} links become`} more open`, ...wider];
}
function roomLines(plan, now) {
    const { state, going, gone, overdue, staying, problems } = plan;
    const impossible = [...problems, ...overdue.map(_links_past_date_js__WEBPACK_IMPORTED_MODULE_1__/* .overdueProblem */ .Qg)];
    const changes = (0,_links_plan_room_js__WEBPACK_IMPORTED_MODULE_2__/* .changesOfRoom */ .It)(plan).some(({ action }) => action !== 'none');
    if (!changes && impossible.length === 0) {
        const count = staying.length + gone.length;
        return [`${(0,_log_js__WEBPACK_IMPORTED_MODULE_4__/* .roomName */ .TX)(state.room)}: = ${count} ${count === 1 ? 'link' : 'links'} as described`];
    }
    return [
        (0,_log_js__WEBPACK_IMPORTED_MODULE_4__/* .roomLine */ .cX)(state),
        ...going.map((one) => `  ${goingLine(one, state.links)}`),
        ...gone.map((entry) => `  = ${refName(entry, state.links)}: ${entry.absent ? 'absent, as described' : 'its date has passed'}`),
        ...staying.flatMap((one) => stayingLines(one, now, state.links)).map((line) => `  ${line}`),
        ...impossible.map(({ line, problem }) => `  ! cannot (line ${line}): ${problem.message}`),
    ];
}
function goingLine({ link, key, why }, links) {
    const reason = why === 'absent' ? 'state: absent' : 'prune: the file does not name it';
    const name = key === null ? '' : ` ${(0,_links_quoted_js__WEBPACK_IMPORTED_MODULE_5__/* .quoted */ .T)(key)}`;
    return `- revoke ${kindWords[(0,_links_link_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(link)]}${name} ${(0,_log_js__WEBPACK_IMPORTED_MODULE_4__/* .shortId */ .m_)(link.id, links)} ${(0,_links_quoted_js__WEBPACK_IMPORTED_MODULE_5__/* .quoted */ .T)(link.title)} (${reason})`;
}
/** The words for a kind of link, within a sentence. */
const kindWords = { additional: 'link', primary: 'primary link', invitation: 'invitation link' };
function refName({ wish: { ref } }, links) {
    switch (ref.by) {
        case 'id':
            return `link ${(0,_log_js__WEBPACK_IMPORTED_MODULE_4__/* .shortId */ .m_)(ref.id, links)}`;
        case 'primary':
            return 'primary link';
        case 'key':
            return `${ref.type === 'invitation' ? 'invitation link' : 'link'} ${(0,_links_quoted_js__WEBPACK_IMPORTED_MODULE_5__/* .quoted */ .T)(ref.key)}`;
    }
}
function stayingLines({ plan }, now, links) {
    const settings = `    ${(0,_links_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .describeSettings */ .TR)(plan.type, plan.target, (0,_log_js__WEBPACK_IMPORTED_MODULE_4__/* .life */ .FD)(plan.target.expiration, now))}`;
    const changed = plan.fields.map((field) => `    ${(0,_log_js__WEBPACK_IMPORTED_MODULE_4__/* .fieldLine */ .h0)(field)}${plan.widens.includes(field.name) ? '   ⚠ wider' : ''}`);
    const extras = plan.extras.map((link) => `- revoke ${(0,_log_js__WEBPACK_IMPORTED_MODULE_4__/* .shortId */ .m_)(link.id, links)} ${(0,_links_quoted_js__WEBPACK_IMPORTED_MODULE_5__/* .quoted */ .T)(link.title)} (bears the same key)`);
    const name = lower((0,_log_js__WEBPACK_IMPORTED_MODULE_4__/* .linkName */ .KB)(plan, links));
    switch (plan.action) {
        case 'create':
            return [...extras, `+ create ${name}`, settings];
        case 'none':
            return [...extras, `= ${name}: as described`];
        case 'update':
            return [...extras, `~ update ${name}`, ...changed];
        case 'replace':
        case 'rotate': {
            const order = plan.oldGoesFirst ? '; there is no free place, so the old link goes first' : '';
            return [...extras, `± replace ${name}: expired, so it gets a new URL${order}`, ...changed];
        }
    }
}
/** `Plan: 2 to create, 1 to update, 3 to revoke, 12 as described.` */
function totalLine(plans, missing) {
    const changes = plans.flatMap(_links_plan_room_js__WEBPACK_IMPORTED_MODULE_2__/* .changesOfRoom */ .It);
    const gone = plans.flatMap((plan) => plan.gone).length + missing.flatMap(({ links }) => links).length;
    const count = (...actions) => changes.filter(({ action }) => actions.includes(action)).length;
    const parts = [
        [count('create'), 'to create'],
        [count('update'), 'to update'],
        [count('replace', 'rotate'), 'to replace'],
        [count('revoke'), 'to revoke'],
        [count('none') + gone, 'as described'],
        [plans.reduce((sum, { problems, overdue }) => sum + problems.length + overdue.length, 0), 'not possible'],
    ];
    const told = parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
    return `Plan: ${told.length === 0 ? 'no links' : told.join(', ')}`;
}
/** What an entry of the plan of a room with these links is, in a few words, for what was not done. */
function itemWords(item, links) {
    if ('link' in item)
        return goingLine(item, links);
    const signs = { create: '+ create', update: '~ update', replace: '± replace', rotate: '± replace', none: '=' };
    return `${signs[item.plan.action]} ${lower((0,_log_js__WEBPACK_IMPORTED_MODULE_4__/* .linkName */ .KB)(item.plan, links))}`;
}
function lower(name) {
    return name.charAt(0).toLowerCase() + name.slice(1);
}
/** A summary holds 1 MiB, a comment 64 KiB: nobody reads more rows than these. */
const mostRows = 100;
/** A plan as Markdown, for the summary and for a comment: what becomes more open first. */
function planMarkdown(outcome) {
    const changes = outcome.changes.filter(({ action }) => action !== 'none');
    const wider = changes.filter(({ widens }) => widens.length > 0);
    const rows = [...wider, ...changes.filter(({ widens }) => widens.length === 0)];
    const same = outcome.changes.length - changes.length + outcome.gone;
    return [
        `### DocSpace room links: ${heading(outcome, changes.length)}`,
        `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .code */ .aY)(outcome.path)}: ${counts(changes, same, outcome)}`,
        ...(wider.length === 0
            ? []
            : [`**⚠️ ${wider.length === 1 ? 'One link' : `${wider.length} links`} more open than before**`]),
        ...changesTable(rows),
        ...undoneSection(outcome.undone),
    ].join('\n\n');
}
/** A table of changes, and how many did not find place in it; nothing if there are none. */
function changesTable(changes) {
    if (changes.length === 0)
        return [];
    const rest = changes.length - mostRows;
    return [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .table */ .tp)(['Change', 'Room', 'Link', 'Settings'], changes.slice(0, mostRows).map(row)),
        ...(rest > 0 ? [`… and ${rest} more: see the log.`] : []),
    ];
}
function heading({ result, dryRun, undone, impossible }, count) {
    if (dryRun)
        return count === 0 ? 'nothing to change (dry run)' : 'plan (dry run)';
    if (undone.length > 0 || (impossible > 0 && result !== ''))
        return 'not all applied';
    return result === '' ? 'not applied' : result;
}
function counts(changes, same, { planned, impossible }) {
    const count = (...actions) => changes.filter(({ action }) => actions.includes(action)).length;
    const parts = [
        [count('create'), planned ? 'to create' : 'created'],
        [count('update', 'replace', 'rotate'), planned ? 'to update' : 'updated'],
        [count('revoke'), planned ? 'to revoke' : 'revoked'],
        [same, 'as described'],
    ];
    const told = impossible > 0 ? [...parts, [impossible, 'not possible']] : parts;
    return told.map(([number, what]) => `${number} ${what}`).join(', ');
}
/** What forbids a plan, or went wrong, for a comment: the summary of the job tells it with what to do. */
function problemLines(problems) {
    const lines = problems.slice(0, mostRows).map(({ message }) => `- ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .prose */ .CS)(message)}`);
    return ['**Not possible**', lines.join('\n')].join('\n\n');
}
const signs = {
    create: '`+` create',
    update: '`~` update',
    replace: '`±` replace',
    rotate: '`±` replace',
    revoke: '`-` revoke',
    none: '`=`',
};
function row(change) {
    const { action, roomId, roomTitle, key, linkId, type, primary, widens } = change;
    const name = key === '' ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .code */ .aY)(linkId) : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .code */ .aY)(key);
    const kind = primary ? 'primary' : type === 'invitation' ? 'invitation' : 'external';
    return [
        `${signs[action]}${widens.length > 0 ? ' ⚠️ wider' : ''}`,
        `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .code */ .aY)(roomTitle)} (${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .code */ .aY)(roomId)})`,
        `${name} (${kind})`,
        change.fields.map((field) => fieldCell(field, widens.includes(field.name))).join('<br>') || '–',
    ];
}
function fieldCell({ name, from, to }, wider) {
    const value = (of) => (of === null ? '–' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .code */ .aY)(String(of)));
    return `${wider ? '⚠️ ' : ''}${name}: ${from === null ? '' : `${value(from)} → `}${value(to)}`;
}
/** What was planned and is not done, in a few words each; nothing if there is none. */
function undoneSection(undone) {
    if (undone.length === 0)
        return [];
    const lines = undone.slice(0, mostRows).map((what) => `- ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .code */ .aY)(what)}`);
    return ['**Not done**', lines.join('\n')];
}


/***/ })

};
