export const id = 98;
export const ids = [98];
export const modules = {

/***/ 8098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runAudit: () => (/* binding */ runAudit)
});

// EXTERNAL MODULE: ../lib/src/audit/policy.js
var audit_policy = __webpack_require__(7588);
// EXTERNAL MODULE: ../lib/src/links/problem.js
var problem = __webpack_require__(8797);
// EXTERNAL MODULE: ../lib/src/render/audit/log.js
var log = __webpack_require__(4055);
// EXTERNAL MODULE: ../lib/src/render/audit/markdown.js + 1 modules
var markdown = __webpack_require__(4998);
// EXTERNAL MODULE: ../lib/src/render/outputs.js
var outputs = __webpack_require__(8211);
// EXTERNAL MODULE: ../lib/src/audit/baseline.js
var audit_baseline = __webpack_require__(9965);
// EXTERNAL MODULE: ../lib/src/audit/finding.js
var audit_finding = __webpack_require__(4441);
// EXTERNAL MODULE: ../lib/src/audit/rules/registry.js + 5 modules
var registry = __webpack_require__(8042);
;// CONCATENATED MODULE: ../lib/src/audit/rules/needs.js

/** When a need is met, and what lacks where it is not: words for the user; null where that is no lack but a choice. */
const needs = {
    version: { isMet: ({ version }) => version !== null, lacks: null },
    // Scopes: portal.md §3 and §6. Where no room was read, no owner was to be asked for.
    owners: {
        isMet: ({ owners, version }) => owners || version === null,
        lacks: 'a key with the scope `accounts:read`',
    },
    // An older portal has no such setting.
    sharing: {
        isMet: ({ sharing, version }) => sharing || version !== '3.7',
        lacks: 'a key with the scope `files:read`',
    },
    'password-policy': {
        isMet: ({ passwordPolicy, version }) => passwordPolicy || version === null,
        lacks: "the portal's password policy, which it did not tell",
    },
    file: { isMet: ({ file }) => file, lacks: null },
    'closed-pull-requests': { isMet: ({ pullRequests }) => pullRequests, lacks: null },
    baseline: { isMet: ({ baseline }) => baseline, lacks: null },
};
/** Whether the policy lets a rule find anything. */
function isOn({ id, requiredBy, onlyIfRequired }, { severity, require }) {
    if (severity.get(id) === 'off')
        return false;
    return onlyIfRequired !== true || (requiredBy !== undefined && require.includes(requiredBy));
}
/** Whether a rule was evaluated in full: only then what it does not find is there no more. */
function wasEvaluated(ruleId, policy, known) {
    const rule = (0,registry.ruleOf)(ruleId);
    return rule !== undefined && isOn(rule, policy) && isMet(rule, known);
}
/** The rules that are on, and that this key cannot have evaluated. */
function notEvaluated(policy, known) {
    return registry.rules.flatMap((rule) => {
        if (rule.needs === undefined || !isOn(rule, policy) || isMet(rule, known))
            return [];
        const { lacks } = needs[rule.needs];
        return lacks === null ? [] : [{ rule: rule.id, needs: lacks }];
    });
}
function isMet({ needs: need }, known) {
    return need === undefined || needs[need].isMet(known);
}

// EXTERNAL MODULE: ../lib/src/links/room.js
var links_room = __webpack_require__(9043);
;// CONCATENATED MODULE: ../lib/src/audit/scan-coverage.js


/** Whether a room that was not met is nowhere, as far as this key sees. */
function looksEverywhere(task, { complete, excluded }) {
    return task.rooms === 'all' && task.area !== 'archived' && task.linkType === 'all' && complete && excluded === 0;
}
/** Whether the audit has looked where a finding of the baseline was: only then its absence says something. */
function wasSeen(finding, coverage) {
    const { roomId, linkId } = finding;
    const { linkType, baseline, read, gone, everywhere } = coverage;
    if (roomId === '')
        return wasSeenWithoutRoom(finding, coverage);
    const rule = (0,registry.ruleOf)(finding.rule);
    if (gone.has(roomId))
        return rule?.ofMissingRooms !== true || everywhere;
    const room = read.get(roomId);
    if (room === undefined || (rule?.needs === 'owners' && !room.ownerKnown))
        return false;
    if (linkType === 'all')
        return true;
    return linkId === '' ? rule?.scope !== 'links' : baseline?.links.get(linkId)?.type === linkType;
}
/** ... where it is about the portal, or about a room of which only the title was known. */
function wasSeenWithoutRoom({ rule: id, roomTitle: title }, { rooms, paging, everywhere }) {
    const rule = (0,registry.ruleOf)(id);
    if (rule?.scope === 'portal')
        return true;
    if (rule?.ofMissingRooms === true)
        return everywhere;
    if (rooms === 'all')
        return paging === null;
    return rooms.some((reference) => reference.by === 'title' && (0,links_room/* matches */.cK)(reference, { id: '', title }));
}
/** Whether what a finding is about is there no more: then it is fixed, whatever rules were evaluated. */
function isGone({ rule, roomId, linkId }, { read, gone }) {
    if (gone.has(roomId))
        return (0,registry.ruleOf)(rule)?.ofMissingRooms !== true;
    return linkId !== '' && read.get(roomId)?.ids.includes(linkId) === false;
}
/**
 * What of the baseline is carried on: the findings that were `neither` found again nor looked for, and the links that
 * were not read. That a room could not be read is not carried on where this audit says so itself.
 */
function notSeenOf(neither, coverage) {
    const { baseline, linkType, read, unread, gone } = coverage;
    const unreadIds = new Set(unread.map(({ room }) => room.id));
    const wasRead = ({ roomId, type }) => gone.has(roomId) || (read.has(roomId) && (linkType === 'all' || linkType === type));
    return {
        findings: neither.filter(({ rule, roomId }) => !((0,registry.ruleOf)(rule)?.ofUnread === true && unreadIds.has(roomId))),
        links: [...(baseline?.links.values() ?? [])].filter((link) => !wasRead(link)),
    };
}

;// CONCATENATED MODULE: ../lib/src/audit/compose-result.js




/** The result of an audit: its findings compared with the baseline, if there is one, and in the order of reports. */
function composeResult(basis, { findings, fixed, links }) {
    const { portal, generated, counts, coverage, policy, known, ends, roomLinks } = basis;
    const { baseline } = coverage;
    const wasLookedFor = (finding) => wasSeen(finding, coverage) && (isGone(finding, coverage) || wasEvaluated(finding.rule, policy, known));
    const compared = baseline === null ? findings : (0,audit_baseline/* compareWith */.G_)(baseline, findings, wasLookedFor);
    const neither = baseline === null ? [] : (0,audit_baseline/* neitherFoundNorFixed */.xT)(baseline, compared, wasLookedFor);
    const notSeen = notSeenOf(neither, coverage);
    const reported = new Set(compared.map(audit_baseline/* keyOf */.TN));
    const others = fixed.filter((one) => !reported.has((0,audit_baseline/* keyOf */.TN)(one))).map((one) => ({ ...one, status: 'fixed' }));
    return {
        portal,
        generated,
        coverage: counts,
        findings: [...compared, ...others].toSorted(audit_finding/* worstFirst */.md),
        links,
        ...(notSeen.findings.length + notSeen.links.length === 0 ? {} : { notSeen }),
        ends,
        roomLinks,
        notEvaluated: notEvaluated(policy, known),
        baseline: baseline?.generated ?? null,
    };
}

// EXTERNAL MODULE: ../lib/src/links/settings.js
var settings = __webpack_require__(4433);
// EXTERNAL MODULE: ../lib/src/links/time.js
var time = __webpack_require__(517);
// EXTERNAL MODULE: ../lib/src/audit/facts.js
var facts = __webpack_require__(4107);
// EXTERNAL MODULE: ../lib/src/audit/rules/remedies.js
var remedies = __webpack_require__(9330);
// EXTERNAL MODULE: ../lib/src/audit/waivers.js
var waivers = __webpack_require__(9177);
;// CONCATENATED MODULE: ../lib/src/audit/evaluate.js







/** Every violation of a rule by a room and its links, by the policy and its waivers. All are `new` or `waived`. */
function evaluateRoom(subject) {
    return registry.rules.flatMap((rule) => {
        const { inRoom } = rule;
        if (inRoom === undefined || !isOn(rule, subject.policy))
            return [];
        return inRoom(subject).map((violation) => evaluated(rule, violation, subject));
    });
}
/** ... by what a scan shows besides the rooms that it has read: what it could not see, names that say nothing. */
function evaluateScan(subject) {
    const { policy } = subject;
    return registry.rules.flatMap((rule) => {
        const { id, name, inScan } = rule;
        if (inScan === undefined || !isOn(rule, policy))
            return [];
        return inScan(subject).map((violation) => {
            const severity = severityOf(rule, rule.severity, policy);
            const finding = { rule: id, name, severity, status: 'new', linkId: '', linkTitle: '', fix: '' };
            return waivable({ ...finding, ...violation }, { ...subject, links: [] });
        });
    });
}
/** What is so by design of the room type, and can only get a new URL. */
const byDesign = 'This is by design of this room type: its primary link cannot expire. `revoke` with `allow-rotate: true` gives it a new URL.';
function evaluated(rule, violation, subject) {
    const { room, links, policy } = subject;
    const link = violation.link === null ? null : (links.find(({ id }) => id === violation.link?.id) ?? null);
    const safeFix = violation.safeFix !== undefined && link !== null && (0,remedies/* isSafe */.IP)(violation.safeFix, { ...subject, link })
        ? violation.safeFix
        : null;
    const isByDesign = rule.permanentByDesign === true && link !== null && (0,facts/* isPermanentPrimary */.zd)(room, link);
    const severity = violation.severity ?? rule.severity;
    const finding = {
        rule: rule.id,
        name: rule.name,
        severity: severityOf(rule, isByDesign ? (0,facts/* lowered */.DM)(severity) : severity, policy),
        status: 'new',
        roomId: room.id,
        roomTitle: room.title,
        linkId: link?.id ?? '',
        linkTitle: link?.title ?? '',
        message: isByDesign ? `${violation.message} ${byDesign}` : violation.message,
        fix: safeFix === null ? '' : safeFixWords(safeFix, policy),
    };
    return { finding: waivable(finding, { ...subject, links: [...links, ...room.otherLinks] }), safeFix };
}
/** The policy's own word counts; else the rule's, which what is required raises to medium at least. */
function severityOf({ id, requiredBy }, own, { severity, require }) {
    const set = severity.get(id);
    if (set !== undefined && set !== 'off')
        return set;
    return requiredBy !== undefined && require.includes(requiredBy) ? (0,facts/* worse */.JJ)(own, 'medium') : own;
}
function waivable(finding, subject) {
    return (0,waivers/* withWaiver */.z9)(finding, subject.file?.waivers ?? [], subject, subject.now);
}
/** What a safe fix does, without the time: an audit of an unchanged portal says the same again. */
function safeFixWords(safeFix, policy) {
    return safeFix.do === 'revoke' ? 'revoke the link' : (0,settings/* fixWords */.B0)(safeFix.to, (0,time/* formatDuration */.a3)(policy.maxLifetime));
}

// EXTERNAL MODULE: ../lib/src/audit/orphans.js
var orphans = __webpack_require__(3463);
// EXTERNAL MODULE: ../lib/src/audit/room-patterns.js
var room_patterns = __webpack_require__(1017);
// EXTERNAL MODULE: ../lib/src/docspace/portal-clock.js
var portal_clock = __webpack_require__(4100);
// EXTERNAL MODULE: ../lib/src/links/change.js
var links_change = __webpack_require__(8684);
// EXTERNAL MODULE: ../lib/src/links/desired.js
var desired = __webpack_require__(5260);
// EXTERNAL MODULE: ../lib/src/links/constraints.js
var constraints = __webpack_require__(3554);
// EXTERNAL MODULE: ../lib/src/links/text.js
var links_text = __webpack_require__(9619);
// EXTERNAL MODULE: ../lib/src/audit/result.js
var audit_result = __webpack_require__(6915);
// EXTERNAL MODULE: ../lib/src/audit/room-links.js
var room_links = __webpack_require__(4401);
;// CONCATENATED MODULE: ../lib/src/audit/fixes.js









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
        if (planned.value === undefined)
            problems.push(...planned.problems);
        else
            fixes.push(planned.value);
    }
    const constraint = fixes.length + problems.length === 0 ? null : (0,constraints/* roomProblem */.t0)(subject.room);
    if (constraint === null)
        return { fixes, problems };
    return { fixes: [], problems: constraint.code === 'room-archived' ? [] : [constraint] };
}
/**
 * The one change that unites what the rules named in `fix` ask for of a link: a revoke goes before everything else; of
 * settings the narrowest. Null if nothing is to be done: no such finding, or only waived ones; a link that has expired,
 * which is never written except to revoke it; the permanent primary link of a room; settings that are so already.
 * A problem where the write would do other things than that.
 */
function planFix({ room, roomLinks, portal, evaluated }, link, rules) {
    if ((0,desired/* isPermanent */.lE)({ room, ...link }))
        return null;
    const asked = evaluated.flatMap(({ finding, safeFix }) => finding.linkId === link.id && rules.has(finding.rule) && (0,audit_result/* isOpen */.nT)(finding) && safeFix !== null
        ? [{ rule: finding.rule, safeFix }]
        : []);
    const shown = (0,room_links/* namedIn */.$P)(new Map([[room.id, roomLinks]]), { roomId: room.id, linkId: link.id });
    const common = { room: { id: room.id, title: room.title }, link, shown };
    const revoking = asked.filter(({ safeFix }) => safeFix.do === 'revoke');
    if (revoking.length > 0) {
        const change = (0,links_change/* revokeChange */.Zl)(room, link, null);
        return { value: { ...common, rules: idsOf(revoking), safeFix: { do: 'revoke' }, change } };
    }
    if (link.expired)
        return null;
    const to = united(asked.flatMap(({ safeFix }) => (safeFix.do === 'set' ? [safeFix.to] : [])), link);
    // No rule changes a password, and no audit knows one.
    const before = { ...link, password: null };
    const fields = (0,settings/* changes */.Ao)(link.type, before, { ...before, ...to });
    if (fields.length === 0)
        return null;
    const ids = idsOf(asked);
    const constraint = constraintOn(to, link, ids, room, portal);
    if (constraint !== null)
        return { problems: [constraint] };
    const change = (0,links_change/* narrowingChange */.GP)(room, link, fields);
    return { value: { ...common, rules: ids, safeFix: { do: 'set', to }, change } };
}
/** More fixes than `max-changes` lets through; null if there are not. */
function tooManyProblem(fixes, maxChanges) {
    return (0,links_change/* tooManyChanges */.RP)(fixes.map(({ change }) => change), maxChanges);
}
/** `link 6f1c… "Press kit" of room 2201 "Contract 2027"`, with the whole id, within a sentence. */
function fixedLink(room, link) {
    return `link ${link.id} ${(0,links_text/* quoted */.TL)(link.title)} of room ${room.id} ${(0,links_text/* quoted */.TL)(room.title)}`;
}
function idsOf(asked) {
    return [...new Set(asked.map(({ rule }) => rule))];
}
/**
 * The narrowest of the settings that are asked for. Dates are whole seconds. The portal takes no limit below the number
 * of people who have joined (portal.md §2), so that number is the lowest.
 */
function united(asked, { uses }) {
    const to = (0,settings/* leastOpen */.ev)(asked);
    const { expiration, maxUses } = to;
    return {
        ...to,
        ...(expiration === undefined ? {} : { expiration: wholeSecondsOf(expiration) }),
        ...(maxUses === undefined || maxUses === null ? {} : { maxUses: Math.max(maxUses, uses ?? 0) }),
    };
}
function wholeSecondsOf(date) {
    return date === null ? null : (0,time/* wholeSeconds */.$P)(date);
}
/** Why settings that are asked for are not written: the portal would change others with them, or a rule is wrong. */
function constraintOn(to, link, rules, room, { version, sharing }) {
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

// EXTERNAL MODULE: ../lib/src/links/described-link.js
var described_link = __webpack_require__(9446);
// EXTERNAL MODULE: ../lib/src/links/drift.js
var drift = __webpack_require__(6337);
;// CONCATENATED MODULE: ../lib/src/actions/audit/audit-room.js






/** No room was read yet. */
function noRoomsSeen() {
    return { read: new Map(), roomLinks: new Map(), ends: (0,audit_result/* collectEnds */.D)(), described: new Set() };
}
/** Evaluates a room, plans what is to be fixed in it, and notes in `seen` that it was read. */
function auditRoom({ room, links, portal }, context, { baseline, listsLinks, fix }, seen) {
    const ids = baseline === null ? [] : links.map(({ id }) => id);
    seen.read.set(room.id, { links: links.length, ids, ownerKnown: room.ownerActive !== null });
    seen.ends.add(room, links);
    const entry = context.file === null ? null : (0,drift/* roomEntryOf */.$w)(context.file, room);
    if (entry !== null)
        seen.described.add(entry);
    const evaluated = evaluateRoom({ ...context, room, links, portal });
    const roomLinks = (0,room_links/* roomLinksOf */.Kv)(room, links, context);
    // What the baseline has found in a room may be fixed, and is then reported without being found.
    if (baseline !== null || evaluated.length > 0)
        seen.roomLinks.set(room.id, roomLinks);
    return {
        findings: evaluated.map(({ finding }) => finding),
        links: listsLinks ? links.map((link) => ({ roomId: room.id, ...(0,described_link/* describedLink */.u)(link, link.managed) })) : [],
        ...planFixes({ room, roomLinks, portal, evaluated }, links, fix),
    };
}
/** The coverage of a scan, with the links that its rooms have now. */
function countsNow(coverage, { read }) {
    return { ...coverage, links: [...read.values()].reduce((sum, { links }) => sum + links, 0) };
}

// EXTERNAL MODULE: ../lib/src/docspace/pool.js + 1 modules
var pool = __webpack_require__(5207);
// EXTERNAL MODULE: ../lib/src/docspace/paging.js
var docspace_paging = __webpack_require__(1905);
// EXTERNAL MODULE: ../lib/src/links/result.js
var result = __webpack_require__(4061);
// EXTERNAL MODULE: ../lib/src/docspace/refusal.js
var refusal = __webpack_require__(9749);
;// CONCATENATED MODULE: ../lib/src/actions/audit/scan/key-problems.js

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

;// CONCATENATED MODULE: ../lib/src/actions/audit/scan/missing-rooms.js





/**
 * Asks for rooms by their ids, which come with their titles: a list without them would be the same whether they were
 * deleted or the key's user was removed from them. Rooms of another area are of no concern, nor are rooms that are left
 * out, nor any room where single ones were named. Throws no `Failure`.
 */
async function findMissingRooms({ portal }, before, { rooms, exclude, area, concurrency }) {
    const gone = new Set();
    const unread = [];
    const there = [];
    const ends = [];
    const isLeftOut = (room) => exclude.some((reference) => (0,links_room/* matches */.cK)(reference, room));
    const asked = rooms === 'all' ? [...before].filter(([id, title]) => !isLeftOut({ id, title })) : [];
    async function ask(id) {
        const [end] = ends;
        if (end !== undefined)
            return { problem: end, isGone: false };
        const { value: room, failed } = await (0,result/* attempt */.C)(() => portal.room(id));
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
        reported: () => mayAsk && (answers > 0 || silences === 0),
    };
}

// EXTERNAL MODULE: ../lib/src/reconcile/read-room.js
var read_room = __webpack_require__(1707);
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
            return { reading: { kind: 'gone' }, feedback: null };
        if (why.code === 'room-forbidden')
            return { reading: { kind: 'unreadable', why: 'not-visible' }, feedback: null };
        failures += 1;
        if (endsScan(error) || failures % suspicious === 0) {
            // All that fail at the same time ask together.
            asking ??= whyEnded().finally(() => (asking = null));
            const end = await asking;
            ended ??= end;
        }
        return { reading: { kind: 'failed', problem: why }, feedback: trouble.includes(why.code) ? 'trouble' : null };
    }
    /** What the portal says of the key itself; null: it is valid and may read rooms, so that single rooms failed. */
    async function whyEnded() {
        const { value, failed: why } = await (0,result/* attempt */.C)(() => portal.key());
        if (why !== null)
            return problemOf(why);
        return (0,refusal/* mayRead */.ok)(value.scopes, 'rooms') ? null : (0,problem/* problem */.CC)('key-scope', 'The API key has lost its scope for rooms.');
    }
    return {
        ended: () => ended,
        async read(room) {
            if (linkType === 'external' && room.shared === false && room.sharedExternal !== true) {
                return { reading: { kind: 'read', links: [], others: [], version: '3.7', asked: false }, feedback: null };
            }
            // The list would be empty whatever the room has.
            if (!(await maySee(room)))
                return { reading: { kind: 'unreadable', why: 'not-manager' }, feedback: null };
            if (ended !== null)
                return { reading: { kind: 'failed', problem: ended }, feedback: null };
            try {
                const got = await listing(room);
                failures = 0;
                if (typeof got === 'string')
                    return { reading: { kind: 'unreadable', why: got }, feedback: null };
                const isAsked = ({ type }) => linkType === 'all' || type === linkType;
                const links = got.links.filter(isAsked);
                const others = got.links.filter((link) => !isAsked(link));
                return { reading: { kind: 'read', links, others, version: got.version, asked: true }, feedback: got.effort };
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
/** Reads a room once more after the scan, by itself. Throws no `Failure`. */
async function readAgain(portal, task, room) {
    const reader = createReader(portal, task);
    const { reading } = await reader.read(room);
    return isEmpty(reading) ? reader.confirm(room, reading, null) : reading;
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
    let reported = begun;
    let done = 0;
    return () => {
        done += 1;
        const at = now().getTime();
        if (at - reported < pause || done >= rooms)
            return;
        reported = at;
        const perSecond = (done * 1000) / (at - begun);
        log.line(`${done} of ${rooms} rooms, ${perSecond.toFixed(1)} a second, about ${spoken((rooms - done) / perSecond)} left`);
    };
}
/** `45 s`, `3 min`: no finer than an estimate is. */
function spoken(seconds) {
    return seconds < 90 ? `${Math.max(1, Math.round(seconds))} s` : `${Math.round(seconds / 60)} min`;
}

;// CONCATENATED MODULE: ../lib/src/actions/audit/scan/read-rooms.js



/** A reader of the rooms of one scan. It throws no `Failure`. */
function createRoomsReader({ reader, record, log, now, concurrency }) {
    /** Rooms whose lists were empty, and what is to be confirmed of them. */
    const empty = new Map();
    /** ... as the list of rooms had them after that. */
    const today = new Map();
    /** Reads these rooms; gives those that failed. */
    async function pass(rooms) {
        const failed = [];
        const done = createProgress(log, now, rooms.length);
        await (0,pool/* inParallel */.HN)(rooms, concurrency, async (room) => {
            const { reading, feedback } = await reader.read(room);
            if (isEmpty(reading))
                empty.set(room.id, { room, reading });
            else
                await record.note(room, reading);
            if (reading.kind === 'failed')
                failed.push(room);
            done();
            return feedback;
        });
        return failed;
    }
    return {
        async read(rooms) {
            const failed = await pass(rooms);
            if (failed.length === 0 || reader.ended() !== null)
                return;
            log.line(`${failed.length} ${failed.length === 1 ? 'room' : 'rooms'} could not be read and will be asked once more`);
            failed.forEach(record.forget);
            await pass(failed);
        },
        isMet: (room) => record.has(room) || empty.has(room.id),
        doubtful: () => empty.size,
        refresh(rooms) {
            for (const room of rooms)
                if (empty.has(room.id))
                    today.set(room.id, room);
        },
        async confirmEmpty() {
            await (0,pool/* inParallel */.HN)(empty.values(), concurrency, async ({ room, reading }) => {
                await record.note(room, await reader.confirm(room, reading, today.get(room.id) ?? null));
                return null;
            });
            empty.clear();
        },
    };
}

;// CONCATENATED MODULE: ../lib/src/audit/coverage.js
/** What tells a room from all others: its id, or for one of which only a title is known, that title. */
function refKey({ id, title }) {
    return id === '' ? `title ${title.normalize('NFC')}` : id;
}

// EXTERNAL MODULE: ../lib/src/links/identity.js
var links_identity = __webpack_require__(310);
;// CONCATENATED MODULE: ../lib/src/actions/audit/scan/record.js





/** An empty record. */
function createRecord({ named, identity, sharing, owners, onRead }) {
    const results = new Map();
    const unread = new Map();
    const read = new Set();
    const gone = new Set();
    const counts = { unasked: 0, links: 0 };
    let losses = 0;
    let version = null;
    async function noteRead(room, reading) {
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
        const result = await onRead({ ...room, ownerActive, otherLinks }, links, { version: reading.version, sharing });
        if (result !== null)
            results.set(room.id, result);
    }
    return {
        async note(room, reading) {
            switch (reading.kind) {
                case 'gone':
                    losses += 1;
                    if (named)
                        unread.set(room.id, { room: shown(room), kind: 'failed', problem: deletedMeanwhile(room) });
                    else
                        gone.add(room.id);
                    return;
                case 'unreadable':
                case 'failed':
                    unread.set(room.id, { room: shown(room), ...reading });
                    return;
                case 'read':
                    await noteRead(room, reading);
            }
        },
        noteUnread: (one) => void unread.set(refKey(one.room), one),
        forget: ({ id }) => void unread.delete(id),
        has: ({ id }) => read.has(id) || unread.has(id),
        losses: () => losses,
        report(excluded, broken) {
            const unmet = [...unread.values()].sort((one, other) => (0,links_room/* byRoomId */.kc)(one.room.id, other.room.id));
            const unreadable = unmet.filter(({ kind }) => kind === 'unreadable').length;
            return {
                coverage: {
                    ...counts,
                    total: read.size + unmet.length,
                    read: read.size,
                    unreadable,
                    failed: unmet.length - unreadable,
                    gone: gone.size,
                    excluded,
                    complete: unmet.length === 0 && !broken,
                },
                unread: unmet,
                results: [...results].sort(([one], [other]) => (0,links_room/* byRoomId */.kc)(one, other)).map(([, result]) => result),
                version,
            };
        },
    };
}
function deletedMeanwhile({ id }) {
    return (0,problem/* problem */.CC)('room-not-found', `\`rooms\` names ${id}, which was deleted while the audit ran.`);
}
function shown({ id, title, shared, sharedExternal }) {
    return { id, title, shared, sharedExternal };
}
/** An empty list does not tell 3.2 from 3.6, so the oldest version that any list shows is the portal's. */
function older(one, other) {
    return one === null || other < one ? other : one;
}

// EXTERNAL MODULE: ../lib/src/links/near-titles.js
var near_titles = __webpack_require__(9428);
;// CONCATENATED MODULE: ../lib/src/actions/audit/scan/named-rooms.js








/**
 * Looks up the rooms that `rooms` names. One that is not there does not stop the others. Throws if the portal says
 * nothing about any of them: because of the key, or because the list in which all of them are looked up breaks off.
 */
async function nameRooms({ portal }, references, { area, concurrency }) {
    const list = await listForTitles(portal, references, area);
    const outcomes = new Map();
    let end = null;
    await (0,pool/* inParallel */.HN)(references, concurrency, async (reference) => {
        const outcome = reference.by === 'title' ? byTitle(reference, list, area) : await byId(portal, reference, list.rooms, end);
        if (outcome.kind === 'unsaid')
            end ??= outcome.end;
        outcomes.set(reference, outcome);
        return null;
    });
    const all = references.flatMap((reference) => outcomes.get(reference) ?? []);
    if (end !== null && all.every(({ kind }) => kind === 'unsaid'))
        throw new problem/* Failure */.HR([end]);
    const rooms = all.flatMap((one) => (one.kind === 'room' ? [one.room] : []));
    const unread = all.flatMap((one) => (one.kind === 'room' ? [] : [one.unread]));
    return {
        rooms: [...new Map(rooms.map((room) => [room.id, room])).values()],
        unread: [...new Map(unread.map((one) => [refKey(one.room), one])).values()],
    };
}
/** One list serves all titles; none is read without any. Throws if it breaks off and no name is an id. */
async function listForTitles(portal, references, area) {
    const titled = references.filter((reference) => reference.by === 'title');
    if (titled.length === 0)
        return { rooms: [], elsewhere: [], broken: null };
    const { value: rooms, failed } = await (0,result/* attempt */.C)(() => portal.rooms({ area, whole: true }));
    if (failed === null)
        return { rooms, elsewhere: await otherRooms(portal, titled, rooms, area), broken: null };
    const isFlawed = flawed.includes(problemOf(failed).code);
    if (endsScan(failed) || (!isFlawed && titled.length === references.length))
        throw failed;
    return { rooms: [], elsewhere: [], broken: problemOf(failed) };
}
/** A list of rooms was read, and is not to be relied on. */
const flawed = ['conflict', 'not-docspace'];
/** Where a title is not found: the rooms of the other area; none if they cannot be read. */
async function otherRooms(portal, titled, rooms, area) {
    if (area === 'any' || titled.every((reference) => matching(rooms, reference).length > 0))
        return [];
    const { value } = await (0,result/* attempt */.C)(() => portal.rooms({ area: area === 'active' ? 'archived' : 'active' }));
    return value ?? [];
}
/** `end`: why nothing is asked any more. */
async function byId(portal, reference, listed, end) {
    if (end !== null)
        return { kind: 'unsaid', unread: failedRoom(reference, end), end };
    const { id } = reference;
    const { value, failed } = await (0,result/* attempt */.C)(async () => listed.find((room) => room.id === id) ?? (await portal.room(id)));
    if (failed === null)
        return { kind: 'room', room: value };
    const why = problemOf(failed);
    if (endsScan(failed))
        return { kind: 'unsaid', unread: failedRoom(reference, why), end: why };
    if (why.code === 'room-forbidden') {
        return { kind: 'unread', unread: { room: nothingOf(reference), kind: 'unreadable', why: 'not-visible' } };
    }
    const isMisnamed = why.code === 'room-not-found' || why.code === 'not-a-room';
    const named = isMisnamed ? (0,problem/* problem */.CC)(why.code, `\`rooms\` names ${id}: ${why.message}`, hint) : why;
    return { kind: 'unread', unread: failedRoom(reference, named) };
}
const hint = 'Correct `rooms`. The id of a room is the number in its address, `/rooms/shared/<id>`; the room may have been deleted.';
function byTitle(reference, { rooms, elsewhere, broken }, area) {
    if (broken !== null) {
        const message = `The list of rooms, in which \`rooms\` names ${(0,links_text/* quoted */.TL)(reference.title)}, is not whole: ${broken.message}`;
        return { kind: 'unsaid', unread: failedRoom(reference, (0,problem/* problem */.CC)(broken.code, message, broken.hint)), end: null };
    }
    const those = matching(rooms, reference);
    const [room] = those;
    if (room === undefined) {
        return { kind: 'unread', unread: failedRoom(reference, notFound(reference.title, area, [...rooms, ...elsewhere])) };
    }
    return those.length > 1
        ? { kind: 'unread', unread: failedRoom(reference, ambiguous('rooms', reference, those)) }
        : { kind: 'room', room };
}
function failedRoom(reference, why) {
    return { room: nothingOf(reference), kind: 'failed', problem: why };
}
/** All that is known of a room that was not found: how it was named. */
function nothingOf(reference) {
    const named = reference.by === 'id' ? { id: reference.id, title: '' } : { id: '', title: reference.title };
    return { ...named, shared: null, sharedExternal: null };
}
/** `rooms`: those among which near titles are looked for. */
function notFound(title, area, rooms) {
    const kind = area === 'any' ? 'room' : `${area} room`;
    const near = (0,near_titles/* listedNear */.oi)((0,near_titles/* nearRooms */.XB)(title, rooms));
    return (0,problem/* problem */.CC)('room-not-found', `\`rooms\` names ${(0,links_text/* quoted */.TL)(title)}: no ${kind} that this key can see has this title.${near === '' ? '' : ` Near titles: ${near}.`}`, 'Titles are compared exactly, case included. DocSpace stores `:`, `|`, `<`, `>` and `"` in a title as `_`. Correct `rooms`, set `search-area` if the room is in the Archive, or use the id: the number in the room\'s address, `/rooms/shared/<id>`.');
}
/** The problem of a name that several rooms have, with their ids in order. */
function ambiguous(input, reference, rooms) {
    const ids = rooms
        .map(({ id }) => id)
        .toSorted(links_room/* byRoomId */.kc)
        .join(', ');
    return (0,problem/* problem */.CC)('room-ambiguous', `\`${input}\` names ${(0,links_room/* referenceWords */.vy)(reference)}: ${rooms.length} rooms have this title: ${ids}.`, `Use one of these ids in \`${input}\`, or rename one room.`);
}
/** The rooms that are meant. */
function matching(rooms, reference) {
    return rooms.filter((room) => (0,links_room/* matches */.cK)(reference, room));
}

;// CONCATENATED MODULE: ../lib/src/actions/audit/scan/select-rooms.js






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
    for (const reference of asked.exclude) {
        const those = matching(all, reference);
        if (those.length > 1)
            problems.push(ambiguous('exclude-rooms', reference, those));
        if (those.length === 0 && found.paging === null)
            log.warning('Nothing to exclude', `\`exclude-rooms\` names ${(0,links_room/* referenceWords */.vy)(reference)}: no such room here.`);
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
    const { value, failed } = await (0,result/* attempt */.C)(() => listed(source, area));
    if (failed !== null)
        return { rooms: [], paging: problemOf(failed) };
    // A title that several rooms have by now leaves out only the one that it left out before.
    const isOut = (room) => excluded.has(room.id) ||
        exclude.some((reference) => (0,links_room/* matches */.cK)(reference, room) && matching(value.rooms, reference).length === 1);
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
 * Reads the links of many rooms, as many at once as serve the portal best, and hands each room to `onRead`. It reads
 * only. A room that cannot be read does not stop the others; those that failed are asked once more at the end. A key
 * that stops working ends the scan, and what was not read by then has failed. Throws only what keeps the scan from
 * beginning: `key-rejected`, `key-scope`, `exclude-rooms` that are not clear, and a list of rooms without a first page.
 */
async function scan(deps, task, onRead) {
    const { portal, log, identity, now } = deps;
    const { concurrency } = task;
    const key = await portal.key();
    const selection = await selectRooms({ portal, log }, task);
    deps.onListed?.(selection.listed);
    const { sharing, policy } = await readSettings(portal, concurrency);
    const reading = { userId: key.userId, policy, linkType: task.linkType };
    const reader = createReader(portal, reading);
    const owners = createOwners(portal, key);
    const record = createRecord({ named: task.rooms !== 'all', identity, sharing, owners, onRead });
    selection.unread.forEach(record.noteUnread);
    const rooms = createRoomsReader({ reader, record, log, now, concurrency });
    let paging = selection.paging ?? emptyList(task, selection);
    const goesOn = () => paging === null && reader.ended() === null;
    /** Lists the rooms again, and reads those that were not met. */
    async function readMissed() {
        const again = await selectAgain({ portal }, task, selection.excluded);
        paging ??= again.paging;
        rooms.refresh(again.rooms);
        await rooms.read(again.rooms.filter((room) => !rooms.isMet(room)));
    }
    /** Reads what has left the list while it was read, until a list has lost nothing more. */
    async function readUntilSettled() {
        // A room that is gone may have left the list while it was read, and moved another one past the reader. In a list of
        // several pages no number shows that, if it was archived and another room came: such a list is read twice. So is
        // one with several rooms to be confirmed, which it tells of at once.
        let isSettled = selection.listed.length <= docspace_paging/* pageSize */.T0 && rooms.doubtful() < 2;
        let known = 0;
        for (let listings = 1; goesOn() && (!isSettled || record.losses() > known); listings += 1) {
            isSettled = true;
            known = record.losses();
            if (listings === mostListings)
                paging = unsettled();
            else
                await readMissed();
        }
    }
    /** Looks for the rooms that an earlier audit saw and this one has not met; gives those that are there no more. */
    async function readMissing() {
        // A portal that does not answer any more cannot say where they are.
        const before = reader.ended() === null ? [...(task.before ?? [])] : [];
        const unmet = before.filter(([id]) => !rooms.isMet({ id }) && !selection.excluded.has(id));
        const missing = await findMissingRooms({ portal }, new Map(unmet), task);
        missing.unread.forEach(record.noteUnread);
        if (missing.there.length > 0) {
            // The list lacks them, so it may lack others.
            if (goesOn())
                await readMissed();
            await rooms.read(missing.there.filter((room) => !rooms.isMet(room)));
        }
        return missing.gone;
    }
    await rooms.read(selection.rooms);
    if (task.rooms === 'all')
        await readUntilSettled();
    const gone = await readMissing();
    await rooms.confirmEmpty();
    return {
        ...record.report(selection.excluded.size, paging !== null),
        paging,
        ended: reader.ended(),
        gone,
        sharing,
        ownersReported: owners.reported(),
        reading,
        listed: selection.listed,
    };
}
/** What the portal says of itself; null where it does not, or where the time is up. */
async function readSettings(portal, concurrency) {
    let sharing = null;
    let policy = null;
    const reads = [
        async () => void (sharing = (await (0,result/* attempt */.C)(() => portal.sharing())).value ?? null),
        async () => void (policy = (await (0,result/* attempt */.C)(() => portal.passwordPolicy())).value ?? null),
    ];
    await (0,pool/* inParallel */.HN)(reads, concurrency, async (read) => {
        await read();
        return null;
    });
    return { sharing, policy };
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

;// CONCATENATED MODULE: ../lib/src/actions/audit/audit.js










/**
 * Scans rooms and evaluates them, comparing with the baseline if there is one. It reads only; what it would fix is in
 * the report. Throws what `scan` throws: then the audit did not run.
 */
async function audit(deps, task) {
    const { baseline, context: given } = task;
    const seen = noRoomsSeen();
    let context = { ...given, usesBefore: (0,audit_baseline/* usesOf */.MZ)(baseline), closedPullRequests: null };
    const evaluate = (one) => auditRoom(one, contextNow(deps, context), task, seen);
    let ambiguous = [];
    function onListed(rooms) {
        if (given.file === null)
            return;
        ambiguous = (0,waivers/* ambiguousTitles */.G6)(given.file.waivers, rooms);
        context = { ...context, file: withoutWaivers(given.file, ambiguous) };
    }
    const suspects = [];
    const before = { ...task, before: (0,audit_baseline/* roomsOf */.Wx)(baseline) };
    const scanned = await scan({ ...deps, onListed }, before, (room, links, portal) => {
        const these = (0,orphans/* suspectsIn */.Ah)(room, links, context);
        if (these !== null) {
            // Evaluated when GitHub was asked, once for all rooms.
            suspects.push(these);
            return { room, links, portal };
        }
        const evaluated = evaluate({ room, links, portal });
        return evaluated.findings.length + evaluated.links.length === 0 ? null : evaluated;
    });
    const { unread, paging, ended, version } = scanned;
    const { warning } = (0,portal_clock/* portalTime */.oC)(deps.portal, deps.now());
    if (warning !== null)
        deps.log.warning('Clocks differ', warning);
    const closed = await deps.closedPullRequests((0,orphans/* united */.k0)(suspects));
    context = { ...context, closedPullRequests: closed?.numbers ?? null };
    const rooms = scanned.results.map((one) => ('room' in one ? evaluate(one) : one));
    const everywhere = looksEverywhere(task, scanned.coverage);
    const missing = everywhere ? (given.file?.rooms.filter((one) => !seen.described.has(one)) ?? []) : [];
    const findings = [
        ...rooms.flatMap((room) => room.findings),
        ...evaluateScan({ ...contextNow(deps, context), unread, paging, version, missing, ambiguous }),
    ];
    const known = knownBy(scanned, task, closed?.whole === true);
    const links = rooms.flatMap((room) => room.links);
    const basis = { context, scanned, seen, known, findings, links };
    return {
        result: resultOf(deps, task, basis, { findings, fixed: [], links }),
        unread,
        paging,
        ended,
        // Only of all rooms that there are can be said that none has a name.
        unmet: task.rooms === 'all' && paging === null ? (0,room_patterns/* unmetNames */.Kq)(context, scanned.listed) : [],
        fixes: rooms.flatMap((room) => room.fixes),
        unfixable: rooms.flatMap(({ problems }) => problems),
        basis,
    };
}
/** What rooms are evaluated by at this moment, by the portal's clock: a link may be made while the audit runs. */
function contextNow({ portal, now }, context) {
    return { ...context, now: (0,portal_clock/* portalNow */.H1)(portal, now()) };
}
function knownBy({ version, sharing, ownersReported, reading }, { context: { file }, baseline }, pullRequests) {
    return {
        version,
        sharing: sharing !== null,
        owners: ownersReported,
        passwordPolicy: reading.policy !== null,
        file: file !== null,
        baseline: baseline !== null,
        pullRequests,
    };
}
/** The result of an audit that has found this. */
function resultOf({ portal }, task, { context, scanned, seen, known }, found) {
    const everywhere = looksEverywhere(task, scanned.coverage);
    return composeResult({
        portal: task.portal,
        generated: (0,portal_clock/* portalNow */.H1)(portal, context.now),
        counts: countsNow(scanned.coverage, seen),
        coverage: { ...task, ...scanned, read: seen.read, everywhere },
        policy: context.policy,
        known,
        ends: seen.ends.ends(),
        roomLinks: seen.roomLinks,
    }, found);
}
/** The file without the waivers of which nobody knows which room they are about. */
function withoutWaivers(file, ambiguous) {
    const out = ambiguous.flatMap(({ waivers }) => waivers);
    return { ...file, waivers: file.waivers.filter((waiver) => !out.includes(waiver)) };
}

// EXTERNAL MODULE: ../lib/src/links/link.js
var links_link = __webpack_require__(6788);
// EXTERNAL MODULE: ../lib/src/render/log.js
var render_log = __webpack_require__(7147);
// EXTERNAL MODULE: ../lib/src/render/plan.js
var plan = __webpack_require__(5270);
;// CONCATENATED MODULE: ../lib/src/render/audit/fixes.js




/** The plan of the fixes as the log shows it, one a line like a diff, then how much it is. */
function fixPlanLines(fixes) {
    if (fixes.length === 0)
        return ['Plan: nothing to fix'];
    const revokes = fixes.filter(({ safeFix }) => safeFix.do === 'revoke').length;
    const parts = [
        [fixes.length - revokes, 'to update'],
        [revokes, 'to revoke'],
    ];
    const reported = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
    return [...fixes.map(fixLine), `Plan: ${reported.join(', ')}`];
}
/** `~ update link 6f1c… "Press kit" in room 2201 "Contract 2027": access: editor → viewer   (DSL003)`. */
function fixLine({ room, link, shown, rules, safeFix, change }) {
    const what = `${plan/* kindWords */.Gk[(0,links_link/* kindOf */.I)(link)]} ${(0,render_log/* shownLink */.Qy)(shown, link.title)} in room ${room.id} ${(0,links_text/* quoted */.TL)(room.title)}`;
    const why = `   (${rules.join(', ')})`;
    if (safeFix.do === 'revoke')
        return `- revoke ${what}${why}`;
    // portal.md §0.3: without a limit, every write sets the counter to 0.
    const counts = link.maxUses === null && safeFix.to.maxUses === undefined && (link.uses ?? 0) > 0;
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
    return (0,render_log/* shownLink */.Qy)(shown, title);
}
function fieldWords(fields) {
    return fields.map(render_log/* fieldLine */.h0).join(', ');
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

// EXTERNAL MODULE: ../lib/src/links/shown-id.js
var shown_id = __webpack_require__(6829);
// EXTERNAL MODULE: ../lib/src/reconcile/reconcile.js + 10 modules
var reconcile = __webpack_require__(5041);
// EXTERNAL MODULE: ../lib/src/render/event-lines.js
var event_lines = __webpack_require__(5155);
// EXTERNAL MODULE: ../lib/src/links/link-facts.js
var link_facts = __webpack_require__(8254);
;// CONCATENATED MODULE: ../lib/src/actions/audit/fix-plan.js






/**
 * Plans a fix in a room that was read just now: evaluates the room again, so that what is fixed is left alone and what was
 * changed meanwhile is kept. A problem where another thing would now have to be done, or nothing can be written.
 */
async function planFixNow(state, planned, context) {
    const unwritable = (0,constraints/* roomProblem */.t0)(state.room);
    if (unwritable !== null)
        return { problems: [unwritable] };
    const link = state.links.find(({ id }) => id === planned.link.id);
    if (link === undefined)
        return { unneeded: 'gone' };
    const fix = await evaluatedNow(state, link, planned, context);
    if (fix === null)
        return { unneeded: 'changed' };
    if (fix.problems !== undefined)
        return { problems: fix.problems };
    const { safeFix, change } = fix.value;
    if (safeFix.do !== planned.safeFix.do) {
        const words = { revoke: 'revoked', set: 'changed' };
        return {
            problems: [
                (0,problem/* problem */.CC)('conflict', `The ${fixedLink(state.room, link)} is not as it was when this was planned: it was to be ${words[planned.safeFix.do]}, and now would have to be ${words[safeFix.do]}. It stays as it is.`, 'Run the audit again.'),
            ],
        };
    }
    const plan = safeFix.do === 'revoke'
        ? { state, toRevoke: [{ link, key: planned.shown.key }], toKeep: [] }
        : { state, toRevoke: [], toKeep: [{ plan: updatePlan(state, link, safeFix.to, change.fields), entry: planned }] };
    return { plan, change };
}
/** What the rules that asked for a fix ask for now: of this link only, and no other rules. */
async function evaluatedNow({ room, links, version }, link, { rules, shown }, { evaluate, identity, sharing }) {
    // No rule with a safe fix looks at the owner's account or at the policy for passwords, so these are not asked again.
    const audited = (one) => ({ ...(0,link_facts/* factsOf */.x)(one, null), managed: (0,links_identity/* isManaged */.yF)(identity, one.id) });
    const portal = { version, sharing };
    const roomLinks = links.map(({ id }) => ({ id, key: id === link.id ? shown.key : null }));
    const evaluated = await evaluate({ ...room, ownerActive: null, otherLinks: [] }, links.map(audited), portal);
    return planFix({ room, roomLinks, portal, evaluated }, audited(link), new Set(rules));
}
/** One write of one link, with everything else as it is. */
function updatePlan({ room }, link, to, fields) {
    return {
        action: 'update',
        room,
        key: null,
        type: link.type,
        primary: link.primary,
        current: link,
        target: targetOf(link, to),
        id: link.id,
        fields,
        widens: [],
        steps: [{ do: 'put', id: link.id }],
        duplicates: [],
        oldGoesFirst: false,
        atRisk: [],
        halfMade: [],
        newPassword: null,
        portalSetsExpiration: false,
    };
}
/** Everything as it is, and what is to be set; the end in no case later than it is now. */
function targetOf(link, to) {
    const kept = (0,links_link/* earliestEnd */.Tv)(link);
    const { expiration: end } = to;
    const isEarlier = end instanceof Date && (kept === null || end < kept);
    return { ...link, ...to, expiration: isEarlier ? end : kept };
}

;// CONCATENATED MODULE: ../lib/src/actions/audit/fix.js















/**
 * Carries out fixes that were planned, shown and counted: some rooms at a time, and within a room one link after the
 * other. Every link is read and evaluated again right before its write, and read back. What goes wrong with a link is told
 * in the report, and does not stop the others. Throws no `Failure`.
 */
async function fix(deps, fixes) {
    const rooms = [...new Set(fixes.map(({ room }) => room.id))];
    let ended = false;
    const reports = await (0,pool/* mapConcurrent */._k)(pool/* roomsAtOnce */.Xq, rooms, async (roomId) => {
        // Rooms are written at the same time: the lines of each are told together.
        const logged = [];
        const own = fixes.filter(({ room }) => room.id === roomId);
        // With a key that has died no room can be written. Of the rooms that met it at the same time one says so.
        const report = ended
            ? { done: [], undone: own, problems: [], rooms: [] }
            : await fixRoom({ ...deps, log: { ...deps.log, line: (text) => logged.push(text) } }, roomId, own);
        const problems = ended ? report.problems.filter((one) => !endsKey(one)) : report.problems;
        ended ||= problems.some(endsKey);
        tell(deps, own, logged, { ...report, problems });
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
            const reported = problems.map(({ message }) => message);
            problems.push(...error.problems.filter(({ message }) => !reported.includes(message)));
        }
    }
    return { done, undone, problems, rooms: wasRead ? [roomId] : [] };
}
/** Revokes links once more that were revoked, and that a room lists again; what goes wrong with that. Throws no `Failure`. */
async function revokeAgain(deps, roomId, changes) {
    const { value: state, failed } = await (0,result/* attempt */.C)(() => readWritable(deps, roomId));
    if (state === undefined)
        return failed.problems;
    const ids = changes.map(({ linkId }) => linkId);
    const toRevoke = state.links.filter(({ id }) => ids.includes(id)).map((link) => ({ link, key: null }));
    const plan = { state, toRevoke, toKeep: [] };
    const { portal, identity, wait, log } = deps;
    const { problems } = await (0,reconcile/* reconcile */.L)({
        portal,
        identity,
        wait,
        now: () => (0,portal_clock/* portalNow */.H1)(portal, deps.now()),
        report: (event) => {
            (0,event_lines/* logEvent */.$)(log, nextRun, event);
        },
    }, { plan, planAgain: () => ({ plan }) });
    return problems.map(({ problem }) => problem);
}
const nextRun = { nextRun: 'the next run' };
/** Reads a room whose links are to be written. Throws a `Failure` if they cannot be. */
async function readWritable({ portal }, roomId) {
    const state = await (0,read_room/* readExpecting */.us)(portal, roomId);
    const unwritable = (0,constraints/* roomProblem */.t0)(state.room);
    if (unwritable !== null)
        throw new problem/* Failure */.HR([unwritable]);
    return state;
}
/**
 * Carries out a fix in a room that was read just now: see `planFixNow` and `reconcile`. Throws a `Failure` if it is not
 * proved that the portal did what was asked, and no other thing.
 */
async function fixLink(deps, state, planned) {
    const first = await planFixNow(state, planned, deps);
    if (first.problems !== undefined)
        throw new problem/* Failure */.HR(first.problems);
    if (first.unneeded !== undefined)
        return unneeded(deps, state, planned, first.unneeded);
    const plans = [first];
    const { portal, identity, wait, log } = deps;
    const outcome = await (0,reconcile/* reconcile */.L)({
        portal,
        identity,
        wait,
        now: () => (0,portal_clock/* portalNow */.H1)(portal, deps.now()),
        report: (event) => {
            // What a fix has done is told in its own words.
            if (!['removed', 'gone', 'kept'].includes(event.event))
                (0,event_lines/* logEvent */.$)(log, nextRun, event);
        },
    }, {
        plan: first.plan,
        withoutProbe: true,
        // It may be another one by the time a revoke is repeated.
        matches: async (link) => {
            const links = state.links.map((one) => (one.id === link.id ? link : one));
            const again = await planFixNow({ ...state, links }, planned, deps);
            plans.push(again);
            return again.plan !== undefined;
        },
        planAgain: async (now) => {
            const again = await planFixNow(now, planned, deps);
            if (again.problems !== undefined)
                return { problems: again.problems };
            plans.push(again);
            return { plan: again.plan ?? { state: now, toRevoke: [], toKeep: [] } };
        },
    });
    const last = plans.at(-1) ?? first;
    if (last.problems !== undefined)
        throw new problem/* Failure */.HR(last.problems);
    // What this run has written is fixed by it, whatever others have changed since.
    if (last.unneeded === 'changed' && outcome.history.written.has(planned.link.id) && outcome.problems.length === 0) {
        updatedLines({ ...planned.link, shown: shownIn(outcome.state, planned) }, first.change.fields).forEach(log.line);
        return { change: first.change, state: outcome.state };
    }
    if (last.unneeded !== undefined || outcome.gone.length > 0) {
        return { ...unneeded(deps, outcome.state, planned, last.unneeded ?? 'gone'), state: null };
    }
    return finish(deps, planned, last, outcome);
}
async function finish(deps, planned, { plan, change }, outcome) {
    const { state, problems } = outcome;
    const named = (link) => ({
        ...link,
        shown: shownIn(plan.state, planned),
    });
    const [toRevoke] = plan.toRevoke;
    if (toRevoke !== undefined) {
        const isRevoked = outcome.removed.length > 0 || (outcome.unproved.length > 0 && (await fix_isGone(deps, plan.state, toRevoke)));
        // Where the connection was lost, it may be revoked all the same.
        if (!isRevoked)
            throw new problem/* Failure */.HR(problems.map(({ problem }) => problem));
        (0,render_log/* revokedLines */.oP)([toRevoke.link], plan.state.links).forEach(deps.log.line);
        return { change, state: null };
    }
    const [placed] = outcome.placed;
    if (placed === undefined || (!placed.isDone && !placed.isFound))
        throw ofLink(problems.map(({ problem }) => problem), plan.toKeep[0], state);
    updatedLines(named({ ...planned.link, shown: planned.shown }), change.fields).forEach(deps.log.line);
    return { change, state };
}
function shownIn({ links }, { link, shown }) {
    return { id: (0,shown_id/* shownId */.f)(link.id, links), key: shown.key };
}
function unneeded({ log }, state, planned, why) {
    const { id, title, type } = planned.link;
    const link = state.links.find((one) => one.id === id) ?? { title, type };
    log.line(unneededLine({ ...link, shown: shownIn(state, planned) }, why));
    return { change: null, state };
}
/** The problems of a write, which name the link. */
function ofLink(problems, one, { room }) {
    const link = one?.plan.current ?? null;
    if (link === null)
        return new problem/* Failure */.HR(problems);
    return new problem/* Failure */.HR(problems.map((reported) => {
        if (reported.message.includes(link.id))
            return reported;
        if (reported.code === 'expired-on-the-way') {
            const message = `The ${fixedLink(room, link)} ends at this moment. ${reported.message}`;
            return { ...reported, message, hint: 'Run the audit again.' };
        }
        return { ...reported, message: `${reported.message} It is the ${fixedLink(room, link)}.` };
    }));
}
async function fix_isGone(deps, { room }, { link }) {
    const { value } = await (0,result/* attempt */.C)(() => readWritable(deps, room.id));
    if (value === undefined || value.links.some(({ id }) => id === link.id))
        return false;
    return (await deps.portal.open(link)) === 'nothing';
}
function tell({ log }, [first], logged, { undone, problems }) {
    if (first !== undefined)
        log.line(`${(0,links_room/* roomName */.TX)(first.room)}:`);
    for (const line of logged)
        log.line(`  ${line}`);
    for (const planned of undone)
        log.line(`  ✗ not done: ${fixLine(planned)}`);
    for (const { message } of problems)
        log.line(`  ✗ ${message}`);
}

;// CONCATENATED MODULE: ../lib/src/actions/audit/apply-fixes.js











/**
 * Carries out the fixes that an audit has planned, and looks at the rooms again that were written. Each link is
 * evaluated again before its write. Throws no `Failure`.
 */
async function applyFixes(deps, task, report) {
    const { basis } = report;
    const { context, scanned } = basis;
    const evaluate = (room, links, portal) => evaluateRoom({ ...contextNow(deps, context), room, links, portal });
    const fixDeps = { ...deps, sharing: scanned.sharing, evaluate };
    const applied = await fix(fixDeps, report.fixes);
    const problems = [...applied.problems];
    const looked = await (0,pool/* mapConcurrent */._k)(pool/* roomsAtOnce */.Xq, applied.rooms, async (id) => {
        const room = await lookAgain(deps, task, report, id);
        // Written by others in the instant in which it was revoked: it goes once more.
        const back = applied.done.filter(({ action, roomId, linkId }) => action === 'revoke' && roomId === id && room?.listed.includes(linkId) === true);
        if (back.length === 0)
            return [id, room];
        problems.push(...(await revokeAgain(fixDeps, id, back)));
        return [id, await lookAgain(deps, task, report, id)];
    });
    const again = new Map(looked.flatMap(([id, room]) => (room === null ? [] : [[id, room.report]])));
    const { here, fixed } = (0,audit_baseline/* afterFixes */.mk)(basis.findings, new Map(Array.from(again, ([id, { findings }]) => [id, findings])));
    const links = [
        ...basis.links.filter(({ roomId }) => !again.has(roomId)),
        ...[...again.values()].flatMap((room) => room.links),
    ].toSorted((one, other) => (0,links_room/* byRoomId */.kc)(one.roomId, other.roomId));
    return { ...applied, problems, result: resultOf(deps, task, basis, { findings: here, fixed, links }) };
}
/** Reads and evaluates a room that was written; null if it cannot be read any more. */
async function lookAgain(deps, task, { basis: { context, scanned, seen } }, roomId) {
    const { value: room } = await (0,result/* attempt */.C)(() => deps.portal.room(roomId));
    if (room === undefined)
        return null;
    const reading = await readAgain(deps.portal, scanned.reading, room);
    if (reading.kind !== 'read')
        return null;
    const audited = (link) => ({ ...link, managed: (0,links_identity/* isManaged */.yF)(context.identity, link.id) });
    const asRead = {
        // Who owns the room no fix changes, so that is not asked again.
        room: { ...room, ownerActive: null, otherLinks: reading.others.map(audited) },
        links: reading.links.map(audited),
        portal: { version: reading.version, sharing: scanned.sharing },
    };
    return {
        report: auditRoom(asRead, contextNow(deps, context), task, seen),
        listed: [...reading.links, ...reading.others].map(({ id }) => id),
    };
}

;// CONCATENATED MODULE: ../lib/src/actions/audit/fix-findings.js



/**
 * Logs the fixes that an audit has planned, and carries them out, if `fix` names rules, it is no dry run, and there are
 * not too many. Throws no `Failure`.
 */
async function fixFindings({ fix, dryRun, maxChanges }, deps, task, report) {
    const { log } = deps;
    const { result, fixes, unfixable } = report;
    const changes = fixes.map(({ change }) => change);
    const unwritten = { result, changes, markdown: fixMarkdown(changes, dryRun ? 'dry-run' : 'stopped'), problems: [] };
    if (fix.length === 0)
        return unwritten;
    fixPlanLines(fixes).forEach(log.line);
    const tooMany = tooManyProblem(fixes, maxChanges);
    if (dryRun) {
        for (const { message } of unfixable)
            log.line(`! cannot: ${message}`);
        if (tooMany !== null)
            log.warning('Too many changes', `${tooMany.message} Without \`dry-run\` this is an error.`);
        log.line('Dry run: nothing was written');
        return unwritten;
    }
    if (tooMany !== null)
        return { ...unwritten, problems: [tooMany, ...unfixable] };
    const applied = await applyFixes(deps, task, report);
    return {
        result: applied.result,
        changes: applied.done,
        markdown: fixMarkdown(applied.done, 'done', applied.undone),
        problems: [...unfixable, ...applied.problems],
    };
}

// EXTERNAL MODULE: ../lib/src/audit/rules/orphans.js
var rules_orphans = __webpack_require__(7343);
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










/** `DSL029 (orphan)`, as the log names it. */
const orphanName = `${rules_orphans/* orphanRule */.X.id} (${rules_orphans/* orphanRule */.X.name})`;
/** It asks GitHub for so many pull requests at most: a job's token has 1000 requests an hour for everything. */
const mostPullRequests = 100;
/** So many ids are worked out at most, to find links whose keys are not known; that takes a second or two. */
const mostComparisons = 300_000;
/**
 * DSL029: asks GitHub which of the pull requests that links may be of are closed, and only if there are such links. The
 * oldest go first, and the log says what was not looked at. Null where GitHub does not tell, which the log says.
 */
function closedPullRequestsOf(inputs, tools, policy) {
    const { runner, identity } = tools;
    const off = !isOn(rules_orphans/* orphanRule */.X, policy) || (runner.env['GITHUB_REPOSITORY'] ?? '') === '';
    return async ({ numbers, unknown }) => {
        if (off || inputs.githubToken === null)
            return null;
        if (numbers.length + unknown.length === 0)
            return { numbers: [], whole: true };
        try {
            const github = await (0,pull_request/* connectToGitHub */.tZ)(inputs, tools, rules_orphans/* orphanRule */.X.id);
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
                runner.line(`${orphanName}: ${asked.length} pull requests looked up, the oldest of ${all.length} that links were made for; of ${rest} it is not known whether they are closed`);
            }
            if (left > 0) {
                runner.line(`${orphanName}: ${left} ${left === 1 ? 'link' : 'links'} of this repository not compared with all ${newest} pull requests, since neither title nor file shows the key`);
            }
            return { numbers: closed, whole: rest + left === 0 };
        }
        catch (error) {
            if (!(error instanceof problem/* Failure */.HR))
                throw error;
            runner.line(`${orphanName} is not judged, since GitHub does not say which pull requests are closed; it needs the permission \`pull-requests: read\`. ${error.message}`);
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
            closing: isClean ? `The audit finds nothing any more. ${(0,render_markdown/* prose */.CS)((0,log/* coverageWords */.gn)(result.coverage))}.` : null,
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

// EXTERNAL MODULE: ../lib/src/audit/rules/waivers.js
var rules_waivers = __webpack_require__(6353);
// EXTERNAL MODULE: ../lib/src/audit/rules/coverage.js
var rules_coverage = __webpack_require__(2008);
;// CONCATENATED MODULE: ../lib/src/actions/audit/verdict.js





/** Why not all rooms were asked for. */
function endedWords({ message }) {
    return `The audit ended before all rooms were read: ${message}`;
}
/** Why the step is red because of what was found, or not seen; nothing with `fail-on: never`. */
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
                (0,problem/* problem */.CC)('audit-incomplete', `The audit is not complete: ${(0,log/* coverageWords */.gn)(coverage, paging !== null)}.`, 
                // Rights are the cause of nothing else.
                coverage.unreadable > 0 ? undefined : 'Rooms that were not read cannot be assumed clean. The log says why.'),
            ]),
        ...(grave.length === 0
            ? []
            : [
                (0,problem/* problem */.CC)('audit-findings', `There ${are} of \`fail-on: ${failOn}\`${failOn === 'critical' ? '' : ' or above'}: ${(0,log/* severityWords */.D4)((0,audit_result/* countsOf */.mQ)(grave))}.`),
            ]),
    ];
}

;// CONCATENATED MODULE: ../lib/src/actions/audit/log-result.js






/** Logs what was found and what was not read, and warns of what names no room or nothing. */
function logResult(result, report, file, inputs, { runner, identity }) {
    const { unread, ended, unmet } = report;
    // With `fail-on` it is among what is wrong.
    if (ended !== null && inputs.failOn === 'never')
        runner.warning(problem/* problemTable */.iK[ended.code].title, endedWords(ended));
    const { findings, baseline, notSeen, roomLinks, notEvaluated } = result;
    const isCompared = baseline !== null;
    runner.line(`Findings: ${(0,log/* countWords */.rj)((0,audit_result/* countsOf */.mQ)(findings), isCompared)}`);
    const notSeenLine = (0,log/* notSeenWords */.Iu)(notSeen);
    if (notSeenLine !== '')
        runner.line(notSeenLine);
    (0,log/* findingLines */.hq)(findings, isCompared, roomLinks).forEach(runner.line);
    (0,log/* unreadLines */.Zu)(unread).forEach(runner.line);
    if (notEvaluated.length > 0)
        runner.line((0,log/* notEvaluatedWords */.sr)(notEvaluated));
    for (const one of unmet)
        runner.warning('Name without a room', (0,log/* unmetWords */.JA)(one, file?.path ?? '', inputs.area));
    for (const { rule, line } of idleWaivers(result, report, file, inputs, identity)) {
        runner.line(`The waiver of ${rule} in line ${line} is about nothing that was found: remove it`);
    }
}
/** The waivers that are about nothing. Only an audit of everything knows that nothing is there. */
function idleWaivers(result, { unmet }, file, { rooms, linkType }, identity) {
    if (file === null || rooms !== 'all' || linkType !== 'all' || !result.coverage.complete)
        return [];
    return file.waivers.filter((waiver) => !unmet.some(({ where, line }) => where === 'waiver' && line === waiver.line) &&
        !result.findings.some((finding) => concerns(waiver, finding, result, identity)));
}
/** Whether a finding is waived by this waiver, or says that it is ambiguous. */
function concerns(waiver, finding, { roomLinks }, identity) {
    const links = roomLinks.get(finding.roomId) ?? [];
    return (0,rules_waivers/* ambiguousBy */.q)([waiver], finding, links).length > 0 || (0,waivers/* isAbout */.KH)(waiver, finding, { links, identity });
}

;// CONCATENATED MODULE: ../lib/src/actions/audit/outputs.js


/** Sets the outputs of what was found, and how much was read. */
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
    return `The report ${(0,links_text/* quoted */.TL)(whole.path)} has all of them.`;
}
function resultWord(findings, complete) {
    if (!complete)
        return 'incomplete';
    return findings.some(audit_result/* isOpen */.nT) ? 'findings' : 'clean';
}

;// CONCATENATED MODULE: ../lib/src/actions/audit/report.js


/** Writes the reports that are asked for. One that cannot be written does not stop the others: why is given back. */
async function writeReports({ reports }, tools, reported) {
    const problems = [];
    for (const { path, format } of reports) {
        try {
            await tools.runner.writeFile(path, await textOf[format](reported, tools));
            tools.runner.line(`✓ report ${(0,links_text/* quoted */.TL)(path)}`);
        }
        catch (error) {
            if (!(error instanceof problem/* Failure */.HR))
                throw error;
            problems.push(...error.problems);
        }
    }
    return problems;
}
/** Most audits want one format or two, and other verbs none: each is loaded when it is needed. */
const textOf = {
    json: async ({ result }) => (await __webpack_require__.e(/* import() */ 507).then(__webpack_require__.bind(__webpack_require__, 1507))).jsonReport(result),
    md: async ({ result, changes }) => {
        const { auditMarkdown, reportBounds } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 4998));
        return auditMarkdown(result, reportBounds, changes);
    },
    csv: async ({ result }) => (await __webpack_require__.e(/* import() */ 958).then(__webpack_require__.bind(__webpack_require__, 958))).csvReport(result),
    sarif: async ({ result, file, policy }, { runner: { env }, identity }) => {
        const [{ sarifReport }, { placesIn, workflowPath }, { rules }] = await Promise.all([
            __webpack_require__.e(/* import() */ 936).then(__webpack_require__.bind(__webpack_require__, 7936)),
            __webpack_require__.e(/* import() */ 14).then(__webpack_require__.bind(__webpack_require__, 5014)),
            Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 8042)),
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
        const listed = rules.map((rule) => ({ ...rule, severity: severity(rule) }));
        return sarifReport(result, listed, placesIn(file, checkout, result, identity), identity.hash);
    },
};

;// CONCATENATED MODULE: ../lib/src/actions/audit/run.js












/**
 * The action `audit`: scans rooms against the policy, fixes what is to be fixed, reports, and sets its outputs; gives
 * the summary. Throws a `Failure` for findings of `fail-on` or above, for an audit that is not complete, and for what
 * could not be fixed or reported, after all that is known was reported.
 */
async function runAudit(inputs, { links: file, baseline }, tools) {
    const { runner, portal, identity, now, wait } = tools;
    const effective = (0,audit_policy/* effectivePolicy */.Ci)(inputs.policy, file?.policy ?? null);
    const { policy } = effective;
    const { rooms, exclude, area, linkType, concurrency } = inputs;
    const task = {
        rooms,
        exclude,
        area,
        linkType,
        concurrency,
        portal: inputs.portal,
        context: { policy, file, now: now(), identity, linkType },
        baseline,
        listsLinks: inputs.reports.some(({ format }) => format === 'json'),
        fix: new Set(inputs.fix),
    };
    const closedPullRequests = closedPullRequestsOf(inputs, tools, policy);
    const deps = { portal, log: runner, identity, now, wait, closedPullRequests };
    const report = await audit(deps, task);
    runner.line((0,log/* coverageWords */.gn)(report.result.coverage, report.paging !== null));
    runner.line(`${(0,log/* policyLine */.Dx)(effective)} · ${file === null ? 'no policy file' : `policy file ${file.path}`}`);
    const fixes = await fixFindings(inputs, deps, task, report);
    const { result } = fixes;
    logResult(result, report, file, inputs, tools);
    outputResult(result, inputs, tools);
    tools.output('plan', (0,outputs/* planOutput */.pp)(fixes.changes));
    const changes = inputs.fix.length === 0 ? '' : fixes.markdown;
    const summary = (0,markdown.auditMarkdown)(result, markdown/* summaryBounds */._, changes);
    tools.summary(summary);
    const problems = [
        ...fixes.problems,
        ...(await writeReports(inputs, tools, { result, file, policy, changes })),
        ...(await keepIssue(inputs, tools, result)),
        ...verdictProblems(result, report, inputs),
    ];
    if (problems.length > 0)
        throw new problem/* Failure */.HR(problems);
    return summary;
}


/***/ }),

/***/ 5207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  HN: () => (/* binding */ inParallel),
  _k: () => (/* binding */ mapConcurrent),
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
    const toRevoke = { ...limit, nextRest: shortRest };
    return atOnce > trial.from ? climb(toRevoke, 2, throughput) : descend(toRevoke, trial.throughput);
}
/** A round at a number that is not on trial. */
function rested(limit, latest) {
    if (limit.throughput !== null && latest < limit.throughput * collapse) {
        return descend({ ...limit, throughput: latest, nextRest: shortRest }, latest);
    }
    const throughput = limit.throughput === null ? latest : limit.throughput + weight * (latest - limit.throughput);
    const toRevoke = { ...limit, throughput, rest: limit.rest - 1 };
    if (toRevoke.rest > 0)
        return toRevoke;
    const up = limit.atOnce <= least || (limit.up && limit.atOnce < mostAtOnce);
    return up ? climb(toRevoke, 1.5, throughput) : descend(toRevoke, throughput);
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
    const feel = (feedback, into) => {
        if (!auto || feedback === null || into !== measured)
            return;
        if (feedback === 'trouble' || feedback.attempts > 1)
            measured.troubled = true;
        else
            measured.milliseconds.push(feedback.milliseconds);
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
async function mapConcurrent(limit, items, work) {
    const results = [];
    await inParallel(items.entries(), limit, async ([index, item]) => {
        results[index] = await work(item);
        return null;
    });
    return results;
}


/***/ }),

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
/* harmony export */   sr: () => (/* binding */ notEvaluatedWords),
/* harmony export */   u_: () => (/* binding */ isOfUnreadRoom)
/* harmony export */ });
/* harmony import */ var _audit_finding_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4441);
/* harmony import */ var _audit_result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6915);
/* harmony import */ var _audit_room_links_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4401);
/* harmony import */ var _audit_rules_coverage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2008);
/* harmony import */ var _audit_rules_registry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8042);
/* harmony import */ var _links_access_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6202);
/* harmony import */ var _links_problem_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8797);
/* harmony import */ var _links_room_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(9043);
/* harmony import */ var _links_text_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9619);
/* harmony import */ var _links_time_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(517);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7147);
/* harmony import */ var _tables_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2196);












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
    const reported = _audit_finding_js__WEBPACK_IMPORTED_MODULE_9__/* .severities */ .gO.filter((severity) => counts[severity] > 0).map((one) => `${counts[one]} ${one}`);
    return reported.length === 0 ? 'no findings' : reported.join(', ');
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
/** `Not evaluated: DSL024 (needs …), DSL027 (needs …)`; '' if all rules that are on were evaluated. */
function notEvaluatedWords(those) {
    if (those.length === 0)
        return '';
    return `Not judged: ${those.map(({ rule, needs }) => `${rule} (needs ${needs})`).join(', ')}`;
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
    return (0,_audit_rules_registry_js__WEBPACK_IMPORTED_MODULE_3__.ruleOf)(rule)?.ofUnread === true && (roomId !== '' || roomTitle !== '');
}
/**
 * The findings for the log, in their order, two lines each: at most 100, and 20 that are only good to know. Waived and
 * fixed ones are not told, nor those that `unreadLines` tells. New ones are marked only if there is a `baseline`.
 */
function findingLines(findings, baseline, roomLinks) {
    const reported = findings.filter((finding) => (0,_audit_result_js__WEBPACK_IMPORTED_MODULE_0__/* .isOpen */ .nT)(finding) && !isOfUnreadRoom(finding));
    const grave = reported.filter(({ severity }) => severity !== 'info');
    const info = reported.filter(({ severity }) => severity === 'info');
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
        ...(roomId === '' ? [] : [(0,_log_js__WEBPACK_IMPORTED_MODULE_7__/* .roomName */ .TX)({ id: roomId, title: roomTitle })]),
        ...(roomId === '' && roomTitle !== '' ? [`Room ${(0,_links_text_js__WEBPACK_IMPORTED_MODULE_10__/* .quoted */ .TL)(roomTitle)}`] : []),
        ...(linkId === '' ? [] : [`link ${(0,_log_js__WEBPACK_IMPORTED_MODULE_7__/* .shownLink */ .Qy)((0,_audit_room_links_js__WEBPACK_IMPORTED_MODULE_1__/* .namedIn */ .$P)(roomLinks, finding), linkTitle)}`]),
    ];
    const mark = baseline && status === 'new' ? ' (new)' : '';
    return [
        [`${severity}${mark}`, `${rule} ${name}`, ...where].join(' · '),
        `  ${message}${fix === '' ? '' : ` → fix: ${fix}`}`,
    ];
}
function moreLine(rest) {
    return rest.length === 0 ? [] : [`… and ${severityWords((0,_audit_result_js__WEBPACK_IMPORTED_MODULE_0__/* .countsOf */ .mQ)(rest))} more: ${_tables_js__WEBPACK_IMPORTED_MODULE_8__/* .whereAll */ .z0}`];
}
/** Rooms that could not be read, for the log: by why, with what to do, at most 20 of each by name. */
function unreadLines(unread) {
    return [...Map.groupBy(unread, reasonOf)].flatMap(([reason, rooms]) => [
        `${roomsWord(rooms.length)} not read · ${reason}`,
        ...mostOpenFirst(rooms)
            .slice(0, most.names)
            .map((one) => `  - ${nameOf(one)}`),
        ...(rooms.length > most.names ? [`  … and ${rooms.length - most.names} more: ${_tables_js__WEBPACK_IMPORTED_MODULE_8__/* .whereAll */ .z0}`] : []),
    ]);
}
function reasonOf(one) {
    if (one.kind === 'failed')
        return `${_audit_rules_coverage_js__WEBPACK_IMPORTED_MODULE_2__/* .scanIncomplete */ .gH.id} · ${_links_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .problemTable */ .iK[one.problem.code].title}. ${one.problem.hint}`;
    return `${_audit_rules_coverage_js__WEBPACK_IMPORTED_MODULE_2__/* .roomUnreadable */ .PJ.id} · ${_audit_rules_coverage_js__WEBPACK_IMPORTED_MODULE_2__/* .whyUnreadable */ ._p[one.why]}`;
}
function mostOpenFirst(rooms) {
    const openness = ({ room }) => Number(room.shared === true) + Number(room.sharedExternal === true);
    return [...rooms].sort((one, other) => openness(other) - openness(one));
}
function nameOf(one) {
    const { room } = one;
    const name = room.id === '' ? `Room ${(0,_links_text_js__WEBPACK_IMPORTED_MODULE_10__/* .quoted */ .TL)(room.title)}` : room.title === '' ? `Room ${room.id}` : (0,_log_js__WEBPACK_IMPORTED_MODULE_7__/* .roomName */ .TX)(room);
    if (one.kind === 'failed')
        return `${name}: ${one.problem.message}`;
    return room.shared === null ? name : `${name}. ${(0,_audit_rules_coverage_js__WEBPACK_IMPORTED_MODULE_2__/* .reportedByRoom */ .ET)(room)}`;
}
const areaWords = { active: 'active room', archived: 'archived room', any: 'room' };
/** That a name of the policy file is about no room of an audit of all rooms of this area, and which may be meant. */
function unmetWords({ where, reference, line, near }, path, area) {
    const name = where === 'waiver' ? 'The waiver of room' : `\`${where}\`:`;
    const titled = reference.by === 'id' ? 'has this id; digits are never a title' : 'has such a title';
    const meant = near.length === 0
        ? 'Correct the name, or remove it.'
        : `Did you mean ${near.map(({ id, title }) => `${(0,_links_text_js__WEBPACK_IMPORTED_MODULE_10__/* .quoted */ .TL)(title)} (${id})`).join(', ')}?`;
    return `${name} ${(0,_links_room_js__WEBPACK_IMPORTED_MODULE_11__/* .referenceWords */ .vy)(reference)} (line ${line} of ${(0,_links_text_js__WEBPACK_IMPORTED_MODULE_10__/* .stripInvisible */ ._0)(path)}) meets no room: no ${areaWords[area]} that this key can see ${titled}. ${meant}`;
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
const originOf = (access) => (0,_links_access_js__WEBPACK_IMPORTED_MODULE_4__/* .accessOf */ .YK)(access) ?? String(access);
const listed = (patterns) => patterns.map(({ reference }) => (0,_links_room_js__WEBPACK_IMPORTED_MODULE_11__/* .referenceWords */ .vy)(reference)).join(', ');
const shown = {
    maxLifetime: { label: 'max-lifetime', value: ({ maxLifetime }) => (0,_links_time_js__WEBPACK_IMPORTED_MODULE_6__/* .durationText */ .S5)(maxLifetime) },
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
    warnBefore: { label: 'warn-before', value: ({ warnBefore }) => (0,_links_time_js__WEBPACK_IMPORTED_MODULE_6__/* .durationText */ .S5)(warnBefore) },
    staleAfter: { label: 'stale-after', value: ({ staleAfter }) => (0,_links_time_js__WEBPACK_IMPORTED_MODULE_6__/* .durationText */ .S5)(staleAfter) },
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
// EXTERNAL MODULE: ../lib/src/audit/rules/registry.js + 5 modules
var registry = __webpack_require__(8042);
// EXTERNAL MODULE: ../lib/src/links/time.js
var time = __webpack_require__(517);
// EXTERNAL MODULE: ../lib/src/links/text.js
var links_text = __webpack_require__(9619);
;// CONCATENATED MODULE: ../lib/src/render/audit/charts.js



/** Characters of a name that find place beside a bar, and in the margin. */
const longest = { bar: 30, section: 18 };
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
    const days = Math.max(...links.map(({ expiration }) => expiration.getTime() - now.getTime())) / time/* day */.vd;
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
    const end = (0,time/* formatMinute */.Yi)(new Date(Math.max(expiration.getTime(), now.getTime())));
    return `“${name}” ${end.slice(0, 10)} :${anyone ? 'crit, ' : ''}${(0,time/* formatMinute */.Yi)(now)}, ${end}`;
}
/** A text from outside as Mermaid may have it, cut at so many characters. */
function drawable(text, most) {
    const plain = (0,links_text/* escapeForMermaid */.KU)(text);
    const characters = Array.from(plain);
    return characters.length > most
        ? `${characters
            .slice(0, most - 1)
            .join('')
            .trim()}…`
        : plain;
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
        (0,markdown/* prose */.CS)((0,log/* notEvaluatedWords */.sr)(result.notEvaluated)),
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
    const ofTheList = (finding) => (0,registry.ruleOf)(finding.rule)?.ofUnread === true && !(0,log/* isOfUnreadRoom */.u_)(finding) && finding.status !== 'fixed';
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
    const since = `since the baseline of ${(0,time/* formatInstant */.r4)(baseline)}`;
    return fresh.all === 0 ? `Nothing new ${since}` : `**${fresh.all} new** ${since}: ${(0,log/* severityWords */.D4)(fresh)}`;
}
function aboutLine({ portal, generated, coverage: { links } }, ofThisRun) {
    const read = `${links} ${links === 1 ? 'link' : 'links'} read, ${(0,time/* formatInstant */.r4)(generated)}`;
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


/***/ }),

/***/ 5270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CV: () => (/* binding */ placedLine),
/* harmony export */   EI: () => (/* binding */ changesTable),
/* harmony export */   Fh: () => (/* binding */ itemWords),
/* harmony export */   Gk: () => (/* binding */ kindWords),
/* harmony export */   Xg: () => (/* binding */ planMarkdown),
/* harmony export */   h4: () => (/* binding */ undoneSection),
/* harmony export */   iy: () => (/* binding */ roomPlanLines),
/* harmony export */   pb: () => (/* binding */ problemLines)
/* harmony export */ });
/* harmony import */ var _links_link_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6788);
/* harmony import */ var _links_past_date_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5093);
/* harmony import */ var _links_plan_declared_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4618);
/* harmony import */ var _links_settings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4433);
/* harmony import */ var _links_shown_id_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6829);
/* harmony import */ var _links_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9619);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7147);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2072);








/**
 * A plan as the log shows it, like a diff: what becomes more open first, then room by room, then how much it is.
 * `missing` are rooms that are not there, and need not be.
 */
function roomPlanLines(plans, missing, now) {
    return [
        ...wideningLines(plans),
        ...plans.flatMap((plan) => roomLines(plan, now)),
        ...missing.map(missingLine),
        totalLine(plans, missing),
    ];
}
function missingLine({ room, links }) {
    const name = room.by === 'id' ? `Room ${room.id}` : `Room ${(0,_links_text_js__WEBPACK_IMPORTED_MODULE_5__/* .quoted */ .TL)(room.title)}`;
    return `${name}: not there, = ${links.length} ${links.length === 1 ? 'link' : 'links'} as described`;
}
function wideningLines(plans) {
    const wider = plans.flatMap(({ state, toKeep }) => toKeep
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
    const { state, toRevoke, gone, overdue, toKeep, problems } = plan;
    const impossible = [...problems, ...overdue.map(_links_past_date_js__WEBPACK_IMPORTED_MODULE_1__/* .overdueProblem */ .Qg)];
    const changes = (0,_links_plan_declared_js__WEBPACK_IMPORTED_MODULE_2__/* .changesOfRoom */ .It)(plan).some(({ action }) => action !== 'none');
    if (!changes && impossible.length === 0) {
        const count = toKeep.length + gone.length;
        return [`${(0,_log_js__WEBPACK_IMPORTED_MODULE_4__/* .roomName */ .TX)(state.room)}: = ${count} ${count === 1 ? 'link' : 'links'} as described`];
    }
    return [
        (0,_log_js__WEBPACK_IMPORTED_MODULE_4__/* .roomLine */ .cX)(state),
        ...toRevoke.map((one) => `  ${toRevokeLine(one, state.links)}`),
        ...gone.map((entry) => `  = ${refName(entry, state.links)}: ${entry.absent ? 'absent, as described' : 'its date has passed'}`),
        ...toKeep.flatMap((one) => toKeepLines(one, now, state.links)).map((line) => `  ${line}`),
        ...impossible.map(({ line, problem }) => `  ! cannot (line ${line}): ${problem.message}`),
    ];
}
function toRevokeLine({ link, key, why }, links) {
    const reason = why === 'absent' ? 'state: absent' : 'prune: the file does not name it';
    const name = key === null ? '' : ` ${(0,_links_text_js__WEBPACK_IMPORTED_MODULE_5__/* .quoted */ .TL)(key)}`;
    return `- revoke ${kindWords[(0,_links_link_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(link)]}${name} ${(0,_log_js__WEBPACK_IMPORTED_MODULE_4__/* .shortId */ .m_)(link.id, links)} ${(0,_links_text_js__WEBPACK_IMPORTED_MODULE_5__/* .quoted */ .TL)(link.title)} (${reason})`;
}
/** The words for a kind of link, within a sentence. */
const kindWords = { additional: 'link', primary: 'primary link', invitation: 'invitation link' };
function refName({ desired: { reference } }, links) {
    switch (reference.by) {
        case 'id':
            return `link ${(0,_log_js__WEBPACK_IMPORTED_MODULE_4__/* .shortId */ .m_)(reference.id, links)}`;
        case 'primary':
            return 'primary link';
        case 'key':
            return `${reference.type === 'invitation' ? 'invitation link' : 'link'} ${(0,_links_text_js__WEBPACK_IMPORTED_MODULE_5__/* .quoted */ .TL)(reference.key)}`;
    }
}
function toKeepLines({ plan }, now, links) {
    const settings = `    ${(0,_links_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .describeSettings */ .TR)(plan.type, plan.target, (0,_log_js__WEBPACK_IMPORTED_MODULE_4__/* .life */ .FD)(plan.target.expiration, now))}`;
    const changed = plan.fields.map((field) => `    ${(0,_log_js__WEBPACK_IMPORTED_MODULE_4__/* .fieldLine */ .h0)(field)}${plan.widens.includes(field.name) ? '   ⚠ wider' : ''}`);
    const duplicates = plan.duplicates.map((link) => `- revoke ${(0,_log_js__WEBPACK_IMPORTED_MODULE_4__/* .shortId */ .m_)(link.id, links)} ${(0,_links_text_js__WEBPACK_IMPORTED_MODULE_5__/* .quoted */ .TL)(link.title)} (bears the same key)`);
    const name = lower((0,_log_js__WEBPACK_IMPORTED_MODULE_4__/* .linkName */ .KB)(plan, links));
    switch (plan.action) {
        case 'create':
            return [...duplicates, `+ create ${name}`, settings];
        case 'none':
            return [...duplicates, `= ${name}: as described`];
        case 'update':
            return [...duplicates, `~ update ${name}`, ...changed];
        case 'replace':
        case 'rotate': {
            const order = plan.oldGoesFirst ? '; there is no free place, so the old link goes first' : '';
            return [...duplicates, `± replace ${name}: expired, so it gets a new URL${order}`, ...changed];
        }
    }
}
/** `Plan: 2 to create, 1 to update, 3 to revoke, 12 as described.` */
function totalLine(plans, missing) {
    const changes = plans.flatMap(_links_plan_declared_js__WEBPACK_IMPORTED_MODULE_2__/* .changesOfRoom */ .It);
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
    const reported = parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
    return `Plan: ${reported.length === 0 ? 'no links' : reported.join(', ')}`;
}
/** A link that is proved: `✓ created 6f1c… (key "press")   ✓ read back   ✓ tried: asks for a login`. */
function placedLine({ plan, id, opens, links }) {
    const probed = opens === 'unknown' ? [] : [`✓ tried: ${_links_link_js__WEBPACK_IMPORTED_MODULE_0__/* .opensWords */ .vA[opens]}`];
    const name = `${(0,_log_js__WEBPACK_IMPORTED_MODULE_4__/* .shortId */ .m_)(id, (0,_links_shown_id_js__WEBPACK_IMPORTED_MODULE_6__/* .around */ .m)(links, plan))}${(0,_log_js__WEBPACK_IMPORTED_MODULE_4__/* .keyWords */ .Vi)(plan.primary ? null : plan.key)}`;
    return [`✓ ${doneWords[plan.action]} ${name}`, '✓ read back', ...probed].join('   ');
}
const doneWords = {
    create: 'created',
    update: 'updated',
    replace: 'replaced',
    rotate: 'rotated',
    none: 'kept',
};
/** What an entry of the plan of a room with these links is, in a few words, for what was not done. */
function itemWords(item, links) {
    if ('link' in item)
        return toRevokeLine(item, links);
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
        `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .code */ .aY)(outcome.path)}: ${counts(changes, same, outcome)}`,
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
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .table */ .tp)(['Change', 'Room', 'Link', 'Settings'], changes.slice(0, mostRows).map(row)),
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
    const reported = impossible > 0 ? [...parts, [impossible, 'not possible']] : parts;
    return reported.map(([number, what]) => `${number} ${what}`).join(', ');
}
/** What forbids a plan, or went wrong, for a comment: the summary of the job tells it with what to do. */
function problemLines(problems) {
    const lines = problems.slice(0, mostRows).map(({ message }) => `- ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .prose */ .CS)(message)}`);
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
    const name = key === '' ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .code */ .aY)(linkId) : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .code */ .aY)(key);
    const kind = primary ? 'primary' : type === 'invitation' ? 'invitation' : 'external';
    return [
        `${signs[action]}${widens.length > 0 ? ' ⚠️ wider' : ''}`,
        `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .code */ .aY)(roomTitle)} (${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .code */ .aY)(roomId)})`,
        `${name} (${kind})`,
        change.fields.map((field) => fieldCell(field, widens.includes(field.name))).join('<br>') || '–',
    ];
}
function fieldCell({ name, from, to }, wider) {
    const value = (of) => (of === null ? '–' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .code */ .aY)(String(of)));
    return `${wider ? '⚠️ ' : ''}${name}: ${from === null ? '' : `${value(from)} → `}${value(to)}`;
}
/** What was planned and is not done, in a few words each; nothing if there is none. */
function undoneSection(undone) {
    if (undone.length === 0)
        return [];
    const lines = undone.slice(0, mostRows).map((what) => `- ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .code */ .aY)(what)}`);
    return ['**Not done**', lines.join('\n')];
}


/***/ })

};
