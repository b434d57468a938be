export const id = 271;
export const ids = [271];
export const modules = {

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
    return _finding_js__WEBPACK_IMPORTED_MODULE_3__/* .severities */ .g[_finding_js__WEBPACK_IMPORTED_MODULE_3__/* .severities */ .g.indexOf(severity) + 1] ?? severity;
}
/** The worse of two severities. */
function worse(one, other) {
    return _finding_js__WEBPACK_IMPORTED_MODULE_3__/* .severities */ .g.indexOf(one) < _finding_js__WEBPACK_IMPORTED_MODULE_3__/* .severities */ .g.indexOf(other) ? one : other;
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

/***/ 9658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IP: () => (/* binding */ isSafe),
/* harmony export */   Jg: () => (/* binding */ usersOnly),
/* harmony export */   _K: () => (/* binding */ endInTime),
/* harmony export */   r8: () => (/* binding */ revoke)
/* harmony export */ });
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4107);

/** The link goes. */
const revoke = { do: 'revoke' };
/** The link ends as late as the policy allows: a whole second, as the portal stores dates. */
function endInTime({ now, policy }) {
    return { do: 'set', to: { expiration: new Date(Math.floor((now.getTime() + policy.maxLifetime) / 1000) * 1000) } };
}
/** The link asks for a login; nothing where the portal has no such links: in Public rooms, and before 3.5. */
function usersOnly({ room, portal }) {
    const possible = room.type?.internal !== false && portal.version !== '3.2';
    return possible ? { remedy: { do: 'set', to: { internal: true } } } : {};
}
/**
 * Whether a remedy may be carried out at all: not in the archive or where the key may not write; not on a permanent
 * primary link; an expired external link may only be revoked, since any other write brings it back (portal.md §4); and
 * before 3.7 the portal dates an invitation anew with every write (portal.md §4.3), which could lengthen its life.
 */
function isSafe(remedy, { room, link, portal }) {
    if (room.area === 'archived' || !room.canEditAccess || (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .isPermanentPrimary */ .zd)(room, link))
        return false;
    if (remedy.do === 'revoke')
        return true;
    return !link.expired && (link.type === 'external' || portal.version === '3.7');
}


/***/ }),

/***/ 6915:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   Ih: () => (/* binding */ mostEnds),
/* harmony export */   ax: () => (/* binding */ fingerprintOf),
/* harmony export */   mQ: () => (/* binding */ countsOf),
/* harmony export */   nT: () => (/* binding */ isOpen)
/* harmony export */ });
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


/***/ }),

/***/ 4401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $P: () => (/* binding */ namedIn),
/* harmony export */   Kv: () => (/* binding */ roomLinksOf),
/* harmony export */   q7: () => (/* binding */ keysIn)
/* harmony export */ });
/* harmony import */ var _links_file_drift_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3404);
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
        ...((0,_links_file_drift_js__WEBPACK_IMPORTED_MODULE_0__/* .roomEntryOf */ .$w)(file, room)?.links ?? []).flatMap(({ wish: { ref } }) => (ref.by === 'key' ? [ref.key] : [])),
        ...file.waivers.flatMap(({ room: ref, link }) => (link?.by === 'key' && (0,_links_room_js__WEBPACK_IMPORTED_MODULE_2__/* .isMeant */ .EZ)(ref, room) ? [link.key] : [])),
    ];
}
/** How texts name the link of a finding: a beginning of its id that no other link of its room has, and its key. */
function namedIn(all, { roomId, linkId }) {
    const links = all.get(roomId) ?? [];
    return { id: (0,_links_shown_id_js__WEBPACK_IMPORTED_MODULE_3__/* .shownId */ .f)(linkId, links), key: links.find(({ id }) => id === linkId)?.key ?? null };
}


/***/ }),

/***/ 2762:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jr: () => (/* binding */ isAllowed),
/* harmony export */   bz: () => (/* binding */ isProtected),
/* harmony export */   lA: () => (/* binding */ fits)
/* harmony export */ });
/* harmony import */ var _links_folded_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5226);
/* harmony import */ var _links_room_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9043);


/** Whether a list of the policy that allows something names this room: case counts, so that no more is allowed. */
function isAllowed(room, patterns) {
    return patterns.some((pattern) => fits(pattern, room, composed));
}
/** Whether a list of the policy that protects names this room: case does not count, so that no less is protected. */
function isProtected(room, patterns) {
    return patterns.some((pattern) => fits(pattern, room, _links_folded_js__WEBPACK_IMPORTED_MODULE_0__/* .folded */ .T));
}
/** Whether a pattern names this room, with titles compared by what `form` makes of them. */
function fits({ ref }, room, form) {
    return ref.by === 'id' ? (0,_links_room_js__WEBPACK_IMPORTED_MODULE_1__/* .isMeant */ .EZ)(ref, room) : matches(form(room.title), form(ref.title));
}
function composed(text) {
    return text.normalize('NFC');
}
/** Without a regular expression, whose time could explode: the parts between the stars, one after the other. */
function matches(title, pattern) {
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


/***/ }),

/***/ 234:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H9: () => (/* binding */ misnamed),
/* harmony export */   PZ: () => (/* binding */ coverageFindings),
/* harmony export */   Yu: () => (/* binding */ toldByRoom),
/* harmony export */   _p: () => (/* binding */ whyUnreadable),
/* harmony export */   qj: () => (/* binding */ coverageRules)
/* harmony export */ });
const roomUnreadable = {
    id: 'DSL900',
    name: 'room-unreadable',
    severity: 'high',
    finds: 'A room whose links the key may not see; or one that says that it has an external link, and whose list has none.',
    why: 'The audit is incomplete: an empty answer is not a clean one. What the room tells everybody who sees it is in the finding (DocSpace 3.7 or later).',
    advice: 'Make the user who owns the API key a Room manager of the room.',
    fix: '',
};
const scanIncomplete = {
    id: 'DSL901',
    name: 'scan-incomplete',
    severity: 'high',
    finds: 'A list of rooms that is empty or not whole; a room that could not be read, also because the key stopped working; a room that `rooms` names and that is not there.',
    why: 'The audit is incomplete: rooms that were not read cannot be assumed clean.',
    advice: 'Correct `rooms`, or run the audit again; if the finding stays, look at the portal.',
    fix: '',
};
const oldPortal = {
    id: 'DSL902',
    name: 'old-portal',
    severity: 'info',
    finds: 'A portal older than DocSpace 3.7.',
    why: 'Reading removes expired invitations there, and invitations last 7 days: the report may differ from the screen.',
    advice: 'Update DocSpace.',
    fix: '',
};
/** The rules about what the audit could not see. */
const coverageRules = [roomUnreadable, scanIncomplete, oldPortal];
/** What was not read, as findings, with the rules' own severities. */
function coverageFindings({ unread, paging, version }) {
    return [
        ...unread.map((one) => one.kind === 'unreadable'
            ? findingOf(roomUnreadable, one.room, `${whyUnreadable[one.why]} ${toldByRoom(one.room)}`)
            : findingOf(scanIncomplete, one.room, whyFailed(one.problem))),
        ...(paging === null
            ? []
            : [findingOf(scanIncomplete, portalItself, `The list of rooms is not whole: ${paging.message}`)]),
        ...(version === null || version === '3.7'
            ? []
            : [
                findingOf(oldPortal, portalItself, 'The portal is older than DocSpace 3.7: reading removes its expired invitations, and invitations last 7 days.'),
            ]),
    ];
}
/** A room that was named and is not there, or is not the only one, says so itself. */
function whyFailed({ code, message }) {
    return namesNothing.includes(code) ? message : `The room could not be read: ${message}`;
}
const namesNothing = ['room-not-found', 'not-a-room', 'room-ambiguous'];
/** What is wrong with the names in `rooms`, of the rooms that were not read. */
function misnamed(unread) {
    return unread.flatMap((one) => one.kind === 'failed' && namesNothing.includes(one.problem.code) ? [one.problem] : []);
}
const portalItself = { id: '', title: '' };
function findingOf(rule, room, message) {
    return {
        rule: rule.id,
        name: rule.name,
        severity: rule.severity,
        status: 'new',
        roomId: room.id,
        roomTitle: room.title,
        linkId: '',
        linkTitle: '',
        message,
        fix: '',
    };
}
/** Why the links of a room were not seen, and what to do. */
const whyUnreadable = {
    'not-manager': 'The links could not be read: the user who owns the API key must become a Room manager of the room.',
    'not-visible': 'The user who owns the API key cannot see the room: invite that user as Room manager.',
    'says-shared': 'The room says that it has an external link, and its list has none: the user who owns the API key must become a Room manager of the room.',
};
/** What a room tells everybody who sees it of its links (portal.md §7). */
function toldByRoom({ shared, sharedExternal }) {
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

/***/ 7790:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  judgingRules: () => (/* binding */ judgingRules),
  rules: () => (/* binding */ rules)
});

// EXTERNAL MODULE: ../lib/src/links/access.js
var links_access = __webpack_require__(6202);
// EXTERNAL MODULE: ../lib/src/links/duration.js
var duration = __webpack_require__(636);
// EXTERNAL MODULE: ../lib/src/links/fields.js
var fields = __webpack_require__(4717);
// EXTERNAL MODULE: ../lib/src/audit/facts.js
var facts = __webpack_require__(4107);
// EXTERNAL MODULE: ../lib/src/audit/remedies.js
var remedies = __webpack_require__(9658);
// EXTERNAL MODULE: ../lib/src/audit/room-pattern.js
var room_pattern = __webpack_require__(2762);
;// CONCATENATED MODULE: ../lib/src/audit/rules-anyone.js






const viewer = (0,links_access/* accessCode */.yv)('viewer');
/** What everyone who reports a permanent primary link adds. */
const byDesign = 'This is by design of this room type: its primary link cannot expire. `revoke` with `allow-rotate: true` gives it a new URL.';
/** The rules about links that open a room to anyone who has the URL. */
const anyoneRules = [
    {
        id: 'DSL001',
        name: 'anyone-no-expiration',
        severity: 'high',
        requiredBy: 'expiration',
        finds: 'A link for anyone without an expiration date.',
        why: 'Once the URL has leaked, access is for ever. Aligned with CISA ScubaGear MS.SHAREPOINT.3.1v1 (at most 30 days) and CIS Microsoft 365 6.3.',
        advice: 'Give the link an expiration date, or revoke it.',
        fix: 'sets an end: now and `max-lifetime`; not on a permanent primary link',
        judge: (0,facts/* eachAnyoneLink */.UC)((subject) => {
            const { room, link } = subject;
            if (link.expiration !== null)
                return null;
            const message = `Anyone with the link has access as ${(0,links_access/* accessLabel */.Hm)(link.access)}, without end.`;
            if (!(0,facts/* isPermanentPrimary */.zd)(room, link))
                return { message, remedy: (0,remedies/* endInTime */._K)(subject) };
            return { message: `${message} ${byDesign}`, severity: (0,facts/* lowered */.DM)('high') };
        }),
    },
    {
        id: 'DSL002',
        name: 'anyone-too-long',
        severity: 'medium',
        finds: 'A link for anyone that lives longer than `max-lifetime` from now.',
        why: 'The longer a URL works, the more people come to have it. Aligned with CISA ScubaGear MS.SHAREPOINT.3.1v1 (at most 30 days) and CIS Microsoft 365 6.3.',
        advice: 'Shorten the link to what is needed, and renew it then.',
        fix: 'shortens the link to `max-lifetime`, never lengthens it',
        judge: (0,facts/* eachAnyoneLink */.UC)((subject) => {
            const { room, link, policy, now } = subject;
            if (link.expiration === null || link.expiration.getTime() - now.getTime() <= policy.maxLifetime)
                return null;
            const message = `Anyone with the link has access until ${(0,fields/* spokenInstant */.Y9)(link.expiration)}, longer than ${(0,duration/* spokenDuration */.V)(policy.maxLifetime)} from now.`;
            if (!(0,facts/* isPermanentPrimary */.zd)(room, link))
                return { message, remedy: (0,remedies/* endInTime */._K)(subject) };
            return { message: `${message} ${byDesign}`, severity: (0,facts/* lowered */.DM)('medium') };
        }),
    },
    {
        id: 'DSL003',
        name: 'anyone-can-edit',
        severity: 'high',
        finds: 'A link for anyone with a role above `max-access`: as Editor high, and critical if it has no end either; Reviewer and Commenter medium. Form fillers of a Form filling room are fine.',
        why: 'People without a name change content, and nobody can say who did. Aligned with CISA ScubaGear MS.SHAREPOINT.3.2v1 and CIS Microsoft 365 7.2.11.',
        advice: 'Lower the role of the link, or let DocSpace users only use it.',
        fix: 'lowers the role to Viewer',
        judge: (0,facts/* eachAnyoneLink */.UC)((subject) => {
            const { link, policy } = subject;
            if ((0,facts/* fillsForms */.Wu)(subject) || (0,links_access/* accessRank */.xA)(link.access) <= (0,links_access/* accessRank */.xA)(policy.maxAccess))
                return null;
            const edits = (0,links_access/* accessRank */.xA)(link.access) >= (0,links_access/* accessRank */.xA)((0,links_access/* accessCode */.yv)('editor'));
            return {
                message: `Anyone with the link has access as ${(0,links_access/* accessLabel */.Hm)(link.access)}${link.expiration === null ? ', without end' : ''}; at most ${(0,links_access/* accessLabel */.Hm)(policy.maxAccess)} is allowed.`,
                severity: edits ? (link.expiration === null ? 'critical' : 'high') : 'medium',
                remedy: { do: 'set', to: { access: viewer } },
            };
        }),
    },
    {
        id: 'DSL004',
        name: 'anyone-no-password',
        severity: 'medium',
        requiredBy: 'password',
        finds: 'A link for anyone without a password.',
        why: 'The URL alone is the key: whoever it is forwarded to gets in. As with the setting of Nextcloud that enforces passwords.',
        advice: 'Give the link a password, and send it another way than the URL.',
        fix: '',
        judge: (0,facts/* eachAnyoneLink */.UC)(({ link }) => link.hasPassword ? null : { message: 'Anyone with the link gets in: no password is asked for.' }),
    },
    {
        id: 'DSL005',
        name: 'anyone-download',
        severity: 'low',
        requiredBy: 'no-download',
        finds: 'A link for anyone that allows to download, print and copy: in rooms of `confidential-rooms`, and in all with `require: no-download`.',
        why: 'What is downloaded stays with whoever has it, after the link has ended. Aligned with CISA ScubaGoggles GWS.DRIVEDOCS.2.4v1.',
        advice: 'Turn on "Restrict file content copy, file download and printing" for the link.',
        fix: 'restricts copying, downloading and printing',
        judge: (0,facts/* eachAnyoneLink */.UC)(({ room, link, policy }) => {
            const concerned = policy.require.includes('no-download') || (0,room_pattern/* isProtected */.bz)(room, policy.confidentialRooms);
            if (link.denyDownload || !concerned)
                return null;
            return {
                message: 'Anyone with the link can copy, download and print the files.',
                remedy: { do: 'set', to: { denyDownload: true } },
            };
        }),
    },
    {
        id: 'DSL018',
        name: 'confidential-room-shared',
        severity: 'critical',
        finds: 'A link for anyone in a room of `confidential-rooms`.',
        why: 'Confidential content is open to whoever has the URL. Aligned with CISA ScubaGear MS.SHAREPOINT.1.1v1 and CIS Google Workspace 3.1.2.1.1.2.',
        advice: 'Let DocSpace users only use the link, or revoke it.',
        fix: 'lets DocSpace users only use the link; nothing in a Public room',
        judge: (0,facts/* eachAnyoneLink */.UC)((subject) => (0,room_pattern/* isProtected */.bz)(subject.room, subject.policy.confidentialRooms)
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
        finds: 'A live link for anyone in a room that nobody has changed for `stale-after` (60 days).',
        why: 'The project is over, and its documents are still open.',
        advice: 'Revoke the link, or archive the room.',
        fix: '',
        judge: (0,facts/* eachAnyoneLink */.UC)(({ room, policy, now }) => room.modified === null || now.getTime() - room.modified.getTime() <= policy.staleAfter
            ? null
            : {
                message: `Anyone with the link gets into a room that was last changed ${(0,fields/* spokenInstant */.Y9)(room.modified)}, more than ${(0,duration/* spokenDuration */.V)(policy.staleAfter)} ago.`,
            }),
    },
    {
        id: 'DSL027',
        name: 'policy-conflict',
        severity: 'high',
        finds: 'A link for anyone, though the portal restricts external sharing in rooms; only to be known if the portal blocks existing links as well.',
        why: 'The link is older than the setting, and goes round it.',
        advice: 'DocSpace → Settings → Security → External sharing: block existing links too, or revoke this one.',
        fix: '',
        judge: (0,facts/* eachAnyoneLink */.UC)(({ portal: { sharing } }) => {
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
        requiredBy: 'login',
        finds: 'A link for anyone, with `require: login`.',
        why: 'Some portals share with members only, so that every access has a name.',
        advice: 'Let DocSpace users only use the link, or revoke it.',
        fix: 'lets DocSpace users only use the link; nothing in a Public room',
        judge: (0,facts/* eachAnyoneLink */.UC)((subject) => subject.policy.require.includes('login')
            ? { message: 'Anyone with the link gets in, though the policy requires a login.', ...(0,remedies/* usersOnly */.Jg)(subject) }
            : null),
    },
];

// EXTERNAL MODULE: ../lib/src/audit/rules-coverage.js
var rules_coverage = __webpack_require__(234);
;// CONCATENATED MODULE: ../lib/src/audit/rules-invitation.js




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
        finds: 'An expired invitation link.',
        why: "It takes the room's only place for an invitation.",
        advice: 'Revoke it.',
        fix: 'revokes the link',
        judge: (0,facts/* eachLink */.Ir)(({ link }) => link.type === 'invitation' && link.expired
            ? { message: `The invitation expired${endWords(link)}, and takes the only place for one.`, remedy: remedies/* revoke */.r8 }
            : null),
    },
    {
        id: 'DSL009',
        name: 'invitation-no-expiration',
        severity: 'high',
        requiredBy: 'expiration',
        finds: 'An invitation link without an expiration date (DocSpace 3.7 or later).',
        why: 'Whoever has the URL joins the room, for ever. Aligned with CIS Microsoft 365 7.2.9 (at most 30 days).',
        advice: 'Give the link an expiration date, or revoke it.',
        fix: 'sets an end: now and `max-lifetime`',
        judge: invitation((subject) => subject.link.expiration === null && subject.portal.version === '3.7'
            ? {
                message: `Whoever has the link joins the room as ${(0,links_access/* accessLabel */.Hm)(subject.link.access)}, without end.`,
                remedy: (0,remedies/* endInTime */._K)(subject),
            }
            : null),
    },
    {
        id: 'DSL010',
        name: 'invitation-overprivileged',
        severity: 'medium',
        finds: 'An invitation link with a role above `max-access`; where that is not given, above Editor.',
        why: 'People make themselves members who can create and change content.',
        advice: 'Lower the role of the link, and that of those who have joined by it, in DocSpace.',
        fix: 'lowers the role as far as the room allows; those who have joined keep theirs',
        judge: invitation((subject) => {
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
        finds: 'An invitation link without a limit of uses (DocSpace 3.7 or later).',
        why: 'When the URL leaks, any number of people join.',
        advice: 'Limit the uses to the people who are meant.',
        fix: `limits the link to ${moreUses} more uses`,
        judge: invitation(({ link, portal }) => {
            if (link.maxUses !== null || portal.version !== '3.7')
                return null;
            const uses = link.uses ?? 0;
            const maxUses = Math.min(uses + moreUses, mostUses);
            const message = `Any number of people can join by this link; ${uses} ${uses === 1 ? 'has' : 'have'} so far.`;
            return maxUses < uses ? { message } : { message, remedy: { do: 'set', to: { maxUses } } };
        }),
    },
    {
        id: 'DSL012',
        name: 'invitation-used-up',
        severity: 'info',
        finds: 'An invitation link whose uses have reached their limit.',
        why: "Nobody can join by it any more, but it takes the room's only place for an invitation.",
        advice: 'Revoke it.',
        fix: 'revokes the link',
        judge: (0,facts/* eachLink */.Ir)(({ link: { maxUses, uses } }) => maxUses !== null && uses !== null && uses >= maxUses
            ? { message: `All ${maxUses} uses of the invitation are used up.`, remedy: remedies/* revoke */.r8 }
            : null),
    },
    {
        id: 'DSL013',
        name: 'invitation-spike',
        severity: 'medium',
        finds: `More than ${spike} people have joined by an invitation link since the baseline.`,
        why: 'The URL has probably leaked to a list or a channel.',
        advice: "Look at the room's members in DocSpace, and revoke the link.",
        fix: '',
        judge: (0,facts/* eachLink */.Ir)(({ link, usesBefore }) => {
            const before = usesBefore.get(link.id);
            if (before === undefined || link.uses === null || link.uses - before <= spike)
                return null;
            return {
                message: `${link.uses - before} people have joined by this link since the baseline: ${before} then, ${link.uses} now.`,
            };
        }),
    },
];
function invitation(judge) {
    return (0,facts/* eachLiveLink */.qP)((subject) => (subject.link.type === 'invitation' ? judge(subject) : null));
}
function endWords({ expiration }) {
    return expiration === null ? '' : ` ${(0,fields/* spokenInstant */.Y9)(expiration)}`;
}
/** The highest role that policy and room allow both; nothing where the room has none. */
function downgrade({ room, policy, link }) {
    const allowed = room.type?.access.invitation ?? [];
    const possible = links_access/* roles */.Ot.filter(({ name, code }) => allowed.includes(name) &&
        (0,links_access/* accessRank */.xA)(code) < (0,links_access/* accessRank */.xA)(link.access) &&
        (0,links_access/* accessRank */.xA)(code) <= (0,links_access/* accessRank */.xA)(policy.maxInvitationAccess));
    const access = possible.at(-1)?.code ?? (allowed.includes('form-filler') ? formFiller(link.access) : undefined);
    return access === undefined ? {} : { remedy: { do: 'set', to: { access } } };
}
/** In a Form filling room the lowest role there is. */
function formFiller(present) {
    const code = (0,links_access/* accessCode */.yv)('form-filler');
    return (0,links_access/* accessRank */.xA)(code) < (0,links_access/* accessRank */.xA)(present) ? code : undefined;
}

// EXTERNAL MODULE: ../lib/src/links/quoted.js
var quoted = __webpack_require__(5504);
// EXTERNAL MODULE: ../lib/src/links/room-types.js
var room_types = __webpack_require__(1583);
// EXTERNAL MODULE: ../lib/src/links-file/drift.js + 1 modules
var drift = __webpack_require__(3404);
// EXTERNAL MODULE: ../lib/src/links/folded.js
var folded = __webpack_require__(5226);
;// CONCATENATED MODULE: ../lib/src/audit/default-titles.js


/**
 * The default titles in every language of DocSpace 3.7.2. A link gets that of whoever makes it (portal.md H2). For
 * another language, add a line.
 */
const portalTitles = {
    'ar-SA': { external: 'رابط المشاركة', invitation: 'رابط الدعوة', fillOut: 'رابط تعبئة النموذج' },
    az: { external: 'Paylaşılan keçid', invitation: 'Dəvət keçidi', fillOut: 'Doldurmaq üçün link' },
    bg: { external: 'Споделен линк', invitation: 'Линк за покана', fillOut: 'Линк за попълване' },
    cs: { external: 'Sdílený odkaz', invitation: 'Odkaz na pozvánku', fillOut: 'Odkaz k vyplnění' },
    de: { external: 'Gemeinsamer Link', invitation: 'Einladungs-Link', fillOut: 'Link zum Ausfüllen' },
    'el-GR': {
        external: 'Κοινόχρηστος σύνδεσμος',
        invitation: 'Σύνδεσμος πρόσκλησης',
        fillOut: 'Σύνδεσμος για συμπλήρωση',
    },
    en: { external: 'Shared link', invitation: 'Invitation link', fillOut: 'Link to fill out' },
    es: { external: 'Enlace compartido', invitation: 'Enlace de invitación', fillOut: 'Enlace para rellenar' },
    fi: { external: 'Jaettu linkki', invitation: 'Kutsulinkki', fillOut: 'Linkki täyttämiseen' },
    fr: { external: 'Lien partagé', invitation: "Lien d'invitation", fillOut: 'Lien pour remplir' },
    'hy-AM': { external: 'Համօգտագործվող հղում', invitation: 'Հրավերի հղում', fillOut: 'Հղում լրացնելու համար' },
    it: { external: 'Link condiviso', invitation: 'Link di invito', fillOut: 'Link per la compilazione' },
    'ja-JP': { external: '共有リンク', invitation: '招待リンク', fillOut: 'フォーム記入用のリンク' },
    'ko-KR': { external: '공유 링크', invitation: '초대 링크', fillOut: '작성 링크' },
    lv: { external: 'Koplietotā saite', invitation: 'Ielūguma saite', fillOut: 'Aizpildāmā saite' },
    nl: { external: 'Gedeelde link', invitation: 'Uitnodiging link', fillOut: 'Link om in te vullen' },
    pl: { external: 'Udostępniony link', invitation: 'Link z zaproszeniem', fillOut: 'Link do wypełnienia' },
    pt: { external: 'Link compartilhado', invitation: 'Link do convite', fillOut: 'Link para preencher' },
    'pt-BR': { external: 'Link compartilhado', invitation: 'Link de convite', fillOut: 'Link para preencher' },
    ro: { external: 'Link-ul partajat', invitation: 'Link-ul de invitație', fillOut: 'Linkul pentru completare' },
    ru: { external: 'Ссылка для доступа', invitation: 'Пригласительная ссылка', fillOut: 'Ссылка для заполнения' },
    sk: { external: 'Zdieľaný odkaz', invitation: 'Odkaz na pozvánku', fillOut: 'Odkaz na vyplnenie' },
    sl: { external: 'Povezava v skupni rabi', invitation: 'Povezava za povabilo', fillOut: 'Povezava za izpolnitev' },
    'sq-AL': { external: 'Lidhje e shpërndarë', invitation: 'Lidhja e ftesës', fillOut: 'Lidhje për të plotësuar' },
    'sr-Cyrl-RS': { external: 'Дељени линк', invitation: 'Позивни линк', fillOut: 'Линк за попуњавање' },
    'sr-Latn-RS': { external: 'Deljeni link', invitation: 'Pozivni link', fillOut: 'Link za popunjavanje' },
    tr: { external: 'Paylaşılan bağlantı', invitation: 'Davetiye bağlantısı', fillOut: 'Doldurulacak bağlantı' },
    'uk-UA': { external: 'Спільне посилання', invitation: 'Посилання-запрошення', fillOut: 'Посилання для заповнення' },
    vi: { external: 'Liên kết được chia sẻ', invitation: 'Liên kết lời mời', fillOut: 'Liên kết để điền' },
    'zh-CN': { external: '共享链接', invitation: '邀请链接', fillOut: '填写链接' },
};
/** The title that the web client gives invitation links. */
const webClientTitle = 'Invite';
const titles = new Set([...Object.values(portalTitles).flatMap((one) => Object.values(one)), webClientTitle].map(simplified));
/** Whether DocSpace gives links this title by itself, in whatever language. */
function isDefaultTitle(title) {
    return titles.has(simplified(title));
}
/** The title without what nobody sees: case, the kind of spaces and of composition. */
function simplified(title) {
    return (0,folded/* folded */.T)((0,quoted/* cleaned */.L)(title));
}

// EXTERNAL MODULE: ../lib/src/audit/orphans.js
var orphans = __webpack_require__(3463);
;// CONCATENATED MODULE: ../lib/src/audit/rules-room.js











/** DSL014: nobody keeps more in mind. */
const manyLinks = 5;
/** The rules about links of any type, and about rooms. */
const roomRules = [
    {
        id: 'DSL006',
        name: 'expired-external',
        severity: 'low',
        finds: 'An expired external link.',
        why: 'It takes one of five places, and an edit brings it back to life.',
        advice: 'Revoke it.',
        fix: 'revokes the link; not a permanent primary link',
        judge: (0,facts/* eachLink */.Ir)(({ room, link }) => {
            if (link.type !== 'external' || !link.expired)
                return null;
            const when = link.expiration === null ? '' : ` ${(0,fields/* spokenInstant */.Y9)(link.expiration)}`;
            const message = `The link expired${when}. It takes a place, and an edit brings it back to life.`;
            if (!(0,facts/* isPermanentPrimary */.zd)(room, link))
                return { message, remedy: remedies/* revoke */.r8 };
            return { message: `${message} ${byDesign}`, severity: (0,facts/* lowered */.DM)('low') };
        }),
    },
    {
        id: 'DSL008',
        name: 'expires-soon',
        severity: 'info',
        finds: 'A link that expires within `warn-before` (7 days).',
        why: 'Renew it before the people who need it are locked out.',
        advice: 'Renew the link if it is still needed.',
        fix: '',
        judge: (0,facts/* eachLiveLink */.qP)(({ link: { expiration }, policy, now }) => expiration !== null && expiration.getTime() - now.getTime() <= policy.warnBefore
            ? { message: `The link ends ${(0,fields/* spokenInstant */.Y9)(expiration)}.` }
            : null),
    },
    {
        id: 'DSL014',
        name: 'too-many-links',
        severity: 'low',
        finds: `A room with ${manyLinks} external links or more, or without a free place for another one.`,
        why: 'So many are hard to review, and the next one fails.',
        advice: 'Revoke what is no longer needed, the expired links first.',
        fix: '',
        judge: ({ room, links }) => {
            const external = links.filter(({ type }) => type === 'external');
            const additional = external.filter(({ primary }) => !primary).length;
            const places = room.type?.limits.additional ?? 0;
            const full = places > 0 && additional >= places;
            if (external.length < manyLinks && !full)
                return [];
            const reached = full ? ` All ${places} places for additional links are taken: the next one fails.` : '';
            return ofRoom(`The room has ${external.length} external links.${reached}`);
        },
    },
    {
        id: 'DSL015',
        name: 'untraceable-title',
        severity: 'low',
        finds: "A link with a default title of DocSpace, in any of the portal's languages, or with one that does not match `title-pattern`.",
        why: 'Nobody knows what it is there for, so nobody dares to revoke it.',
        advice: 'Give the link a title that says what it is for.',
        fix: '',
        judge: (0,facts/* eachLink */.Ir)(({ link: { title }, policy: { titlePattern } }) => {
            if (isDefaultTitle(title))
                return { message: `${(0,quoted/* quoted */.T)(title)} is DocSpace's default title.` };
            if (titlePattern === null || titlePattern.test(title))
                return null;
            return { message: `The title ${(0,quoted/* quoted */.T)(title)} does not match the \`title-pattern\` of the policy.` };
        }),
    },
    {
        id: 'DSL016',
        name: 'ambiguous-title',
        severity: 'low',
        finds: 'Two links of a type with one title in a room; the second and every further one.',
        why: 'People revoke the wrong one.',
        advice: 'Give each link a title of its own.',
        fix: '',
        judge: ({ links }) => repeated(links, ({ type, title }) => [type, (0,quoted/* cleaned */.L)(title)]).map(([link, first]) => ({
            link,
            message: `The link ${first.id} of this room has the same title.`,
        })),
    },
    {
        id: 'DSL017',
        name: 'redundant-links',
        severity: 'info',
        finds: 'Two live links of a type with the same role, for the same people, both with or both without a password.',
        why: 'Revoke one, and the other stays.',
        advice: 'Revoke those that are not needed.',
        fix: '',
        judge: (subject) => repeated(
        // An expired link opens nothing, so it makes no other one redundant.
        subject.links.filter((link) => (0,facts/* isLive */.DG)({ ...subject, link })), ({ type, access, internal, hasPassword }) => [type, access, internal, hasPassword]).map(([link, first]) => ({
            link,
            message: `The link ${first.id} of this room gives the same: ${(0,links_access/* accessLabel */.Hm)(link.access)}, ${link.internal ? 'DocSpace users only' : 'anyone with the link'}${link.hasPassword ? ', with a password' : ''}.`,
        })),
    },
    {
        id: 'DSL019',
        name: 'public-room-not-approved',
        severity: 'high',
        finds: 'A Public room that `public-rooms` does not name.',
        why: 'A Public room is always open to anyone with its link.',
        advice: 'Name the room in `public-rooms` of the policy, or archive it.',
        fix: '',
        judge: ({ room, policy }) => room.typeCode === room_types/* publicRoom */.R9 && room.area === 'active' && !(0,room_pattern/* isAllowed */.Jr)(room, policy.publicRooms)
            ? ofRoom('The room is a Public room, always open to anyone with its link, and `public-rooms` does not name it.')
            : [],
    },
    {
        id: 'DSL020',
        name: 'internal-no-expiration',
        severity: 'info',
        requiredBy: 'expiration',
        finds: 'A link for DocSpace users only without an expiration date.',
        why: 'The risk is lower, since a login is asked for; but the link outlives its purpose.',
        advice: 'Give the link an expiration date.',
        fix: 'sets an end: now and `max-lifetime`',
        judge: (0,facts/* eachLiveLink */.qP)((subject) => subject.link.type === 'external' && subject.link.internal && subject.link.expiration === null
            ? { message: 'Every DocSpace user with the link has access, without end.', remedy: (0,remedies/* endInTime */._K)(subject) }
            : null),
    },
    {
        id: 'DSL023',
        name: 'archived-room-links',
        severity: 'info',
        finds: 'Links in an archived room.',
        why: 'They come alive when the room is restored.',
        advice: 'Restore the room, revoke the links, and archive it again; the portal refuses to change them in the archive.',
        fix: '',
        judge: ({ room, links }) => room.area === 'archived' && links.length > 0
            ? ofRoom(`${links.length === 1 ? 'One link comes' : `${links.length} links come`} alive when the room is restored.`)
            : [],
    },
    {
        id: 'DSL024',
        name: 'owner-inactive',
        severity: 'medium',
        finds: "A room whose owner's account is disabled.",
        why: 'Nobody reviews its links, and the invitations of that owner are dead.',
        advice: 'Change the owner of the room.',
        fix: '',
        judge: ({ room }) => room.ownerActive === false ? ofRoom("The room's owner is disabled: nobody reviews its links.") : [],
    },
    {
        id: 'DSL025',
        name: 'unmanaged',
        severity: 'medium',
        requiredBy: 'managed',
        finds: 'A link that this repository did not make and that the file does not describe, with `require: managed`.',
        why: 'It was made by hand, outside of review.',
        advice: 'Describe the link in the file that `apply` keeps, or revoke it.',
        fix: 'revokes the link; not a permanent primary link',
        judge: (subject) => subject.policy.require.includes('managed') ? unmanaged(subject).map((link) => handmade(link, subject)) : [],
    },
    {
        id: 'DSL026',
        name: 'drift',
        severity: 'medium',
        finds: 'A link of the file that differs from the file, or is not there.',
        why: 'It was changed by hand.',
        advice: 'Run `apply`, or change the file.',
        fix: '',
        judge: driftBreaches,
    },
    {
        id: 'DSL028',
        name: 'weak-password',
        severity: 'medium',
        finds: "A password that fails the portal's policy of today; it is compared in memory, and told nowhere.",
        why: 'The policy was tightened after the password was set.',
        advice: 'Set a new password.',
        fix: '',
        judge: (0,facts/* eachLink */.Ir)(({ link }) => link.passwordFits === false ? { message: "The link's password is weaker than the portal asks for today." } : null),
    },
    {
        id: 'DSL029',
        name: 'orphan',
        severity: 'medium',
        finds: 'A link that this repository made for a pull request that is closed.',
        why: 'A clean-up failed.',
        advice: 'Revoke the link.',
        fix: 'revokes the link',
        judge: (subject) => (0,orphans/* orphansOf */.hw)(subject.room, subject.links, subject.closedPullRequests ?? [], subject).map(({ link, number }) => ({
            link,
            message: `The link was made for pull request ${number}, which is closed.`,
            remedy: remedies/* revoke */.r8,
        })),
    },
];
function ofRoom(message) {
    return [{ link: null, message }];
}
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
/** Links that nobody has reviewed: not made by this repository, and not described in its file. */
function unmanaged({ file, room, links, identity, portal: { version } }) {
    const described = file === null ? [] : (0,drift/* describedLinks */.BE)(file, room, links, { identity, version });
    return links.filter(({ id, managed }) => !managed && !described.includes(id));
}
function handmade(link, { room }) {
    const message = 'This repository did not make the link, and does not describe it.';
    if (!(0,facts/* isPermanentPrimary */.zd)(room, link))
        return { link, message, remedy: remedies/* revoke */.r8 };
    return { link, message: `${message} The portal itself makes it in every room of this type.` };
}
function driftBreaches({ file, room, links, now, identity, linkType, portal }) {
    if (file === null)
        return [];
    return (0,drift/* driftOf */.$p)(file, room, links, { now, identity, linkType, version: portal.version }).map(({ linkId, words }) => ({
        link: links.find(({ id }) => id === linkId) ?? null,
        message: `Differs from the file: ${words.join('; ')}.`,
    }));
}

// EXTERNAL MODULE: ../lib/src/links/find.js
var find = __webpack_require__(3975);
// EXTERNAL MODULE: ../lib/src/audit/waivers.js
var waivers = __webpack_require__(9177);
;// CONCATENATED MODULE: ../lib/src/audit/rules-waivers.js



/** The rules about the waivers of the policy file. */
const waiverRules = [
    {
        id: 'DSL903',
        name: 'waiver-ambiguous',
        severity: 'medium',
        finds: 'A waiver whose `link` fits several links of its room, or whose `room` is a title that several rooms have: it waives nothing.',
        why: 'A waiver must say what it accepts: otherwise it would hide findings that nobody has looked at.',
        advice: 'Use more characters of the id in `link`, or `key:` and the key of a managed link; in `room`, use the id of the room.',
        fix: '',
        judge: ({ file, room, links }) => {
            const all = [...links, ...room.otherLinks].toSorted((one, other) => (one.id < other.id ? -1 : 1));
            const messages = (0,waivers/* ambiguousIn */.GM)(file?.waivers ?? [], room, all).map(({ waiver, links: meant }) => {
                const start = waiver.link?.by === 'id' ? (0,quoted/* quoted */.T)(waiver.link.start) : '';
                const those = all.filter(({ id }) => meant.some((one) => one.id === id));
                return `The waiver of ${waiver.rule} in line ${waiver.line} of the policy file waives nothing: ${those.length} links of this room begin with ${start}: ${(0,find/* listed */.KE)(those)}.`;
            });
            return messages.length === 0 ? [] : [{ link: null, message: messages.join(' ') }];
        },
    },
];

;// CONCATENATED MODULE: ../lib/src/audit/rules.js





const byId = (one, other) => (one.id < other.id ? -1 : 1);
/** The rules that judge rooms and links, by id. */
const judgingRules = [
    ...anyoneRules,
    ...invitationRules,
    ...roomRules,
    ...waiverRules,
].toSorted(byId);
/** All rules of the audit, by id: the one table of them. */
const rules = [...judgingRules, ...rules_coverage/* coverageRules */.qj].toSorted(byId);


/***/ }),

/***/ 9177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ci: () => (/* binding */ waiverOf),
/* harmony export */   G6: () => (/* binding */ ambiguousTitles),
/* harmony export */   GM: () => (/* binding */ ambiguousIn),
/* harmony export */   KH: () => (/* binding */ isAbout),
/* harmony export */   qP: () => (/* binding */ ambiguousBy),
/* harmony export */   z9: () => (/* binding */ withWaiver)
/* harmony export */ });
/* harmony import */ var _links_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4717);
/* harmony import */ var _links_identity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(310);
/* harmony import */ var _links_quoted_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5504);
/* harmony import */ var _links_room_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9043);




/** Whether a waiver is about this finding, whether it still holds or not. One that is ambiguous is about none. */
function isAbout(waiver, finding, { links, identity }) {
    const { rule, room, link } = waiver;
    const { roomId, roomTitle, linkId } = finding;
    if (rule !== finding.rule || !(0,_links_room_js__WEBPACK_IMPORTED_MODULE_1__/* .isMeant */ .EZ)(room, { id: roomId, title: roomTitle }))
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
        if (waiver.link?.by !== 'id' || !(0,_links_room_js__WEBPACK_IMPORTED_MODULE_1__/* .isMeant */ .EZ)(waiver.room, room))
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
        const meant = rooms.filter((room) => (0,_links_room_js__WEBPACK_IMPORTED_MODULE_1__/* .isMeant */ .EZ)({ by: 'title', title }, room));
        return meant.length > 1 ? [{ title, waivers: those, rooms: meant }] : [];
    });
}
/** The waivers that a finding (DSL903) says to be ambiguous, in a room with these links. */
function ambiguousBy(waivers, { rule, roomId: id, roomTitle: title }, links) {
    if (rule !== 'DSL903')
        return [];
    // Of several rooms with one title the finding has no id.
    if (id === '')
        return waivers.filter(({ room }) => (0,_links_room_js__WEBPACK_IMPORTED_MODULE_1__/* .isMeant */ .EZ)(room, { id, title }));
    return ambiguousIn(waivers, { id, title }, links).map(({ waiver }) => waiver);
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
    const by = owner === null ? '' : ` by ${(0,_links_quoted_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .T)(owner)}`;
    return `until ${(0,_links_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .spokenInstant */ .Y9)(until)}${by}: ${(0,_links_quoted_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .T)(reason)}`;
}


/***/ }),

/***/ 3404:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  BE: () => (/* binding */ describedLinks),
  $p: () => (/* binding */ driftOf),
  $w: () => (/* binding */ roomEntryOf)
});

// EXTERNAL MODULE: ../lib/src/inputs/values/duration.js
var duration = __webpack_require__(8515);
// EXTERNAL MODULE: ../lib/src/links/fields.js
var fields = __webpack_require__(4717);
// EXTERNAL MODULE: ../lib/src/links/find.js
var find = __webpack_require__(3975);
// EXTERNAL MODULE: ../lib/src/links/link.js + 1 modules
var links_link = __webpack_require__(2266);
// EXTERNAL MODULE: ../lib/src/links/obstacles.js
var obstacles = __webpack_require__(2960);
// EXTERNAL MODULE: ../lib/src/links/quoted.js
var quoted = __webpack_require__(5504);
// EXTERNAL MODULE: ../lib/src/links/room.js
var links_room = __webpack_require__(9043);
// EXTERNAL MODULE: ../lib/src/links-file/entry-name.js
var entry_name = __webpack_require__(1167);
// EXTERNAL MODULE: ../lib/src/links-file/plan-room.js + 2 modules
var plan_room = __webpack_require__(8294);
// EXTERNAL MODULE: ../lib/src/links/secret.js
var secret = __webpack_require__(1776);
;// CONCATENATED MODULE: ../lib/src/links-file/planning-link.js

/** Stands for a secret of which only is known that it is there. */
const unknownSecret = new secret/* Secret */.z('');
/**
 * A link without its secrets, as plans take it. Good for finding out what would change, never for a write: that would
 * replace the password.
 */
function planningLink(facts) {
    return { ...facts, password: facts.hasPassword ? unknownSecret : null, url: unknownSecret, token: null };
}

;// CONCATENATED MODULE: ../lib/src/links-file/drift.js










/** What the file says of this room, which it names by id or by exact title (Unicode NFC); null if it does not. */
function roomEntryOf(file, room) {
    return file.rooms.find(({ room: ref }) => (0,links_room/* isMeant */.EZ)(ref, room)) ?? null;
}
/**
 * How the room differs from the file: what `apply` without `prune` would change, except that a date within the duration
 * of the file is right though `renew` would move it. Links that `apply` cannot make are missing all the same; what else
 * it cannot do is no drift. Nothing is said of a room in which no links can be written.
 */
function driftOf(file, room, links, { now, identity, version, linkType }) {
    const described = roomEntryOf(file, room);
    if (described === null || (0,obstacles/* roomProblem */.t0)(room) !== null)
        return [];
    const state = { room, links: links.map(planningLink), version };
    const entries = described.links.filter((entry) => wasRead(entry, state, identity, linkType)).map(withoutRenew);
    const { going, gone, overdue, staying } = (0,plan_room/* planRoom */.HJ)(state, { ...described, links: entries }, { now, identity, prune: false, defaultTitle: () => '', newPassword: () => unknownSecret });
    return [
        ...going.map(({ link, entry }) => ({
            linkId: link.id,
            words: [said('state: present', 'says', 'absent', entry?.line ?? described.line)],
        })),
        ...staying.flatMap(driftOfLink),
        ...overdue.map(driftOfOverdue),
        ...driftOfMissing(entries.filter((entry) => !gone.includes(entry) && isMissing(entry, state, staying, identity))),
    ];
}
/** Ids of the links of a room that the file describes, whoever made them. */
function describedLinks(file, room, links, { identity, version }) {
    const state = { room, links: links.map(planningLink), version };
    return (roomEntryOf(file, room)?.links ?? []).flatMap(({ wish, absent }) => {
        const link = linkOf(wish, state, identity);
        return absent || link === null ? [] : [link.id];
    });
}
/** Whether the links that the entry may mean are among those that were read. */
function wasRead(entry, state, identity, linkType) {
    if (linkType === 'all')
        return true;
    const { ref } = entry.wish;
    switch (ref.by) {
        case 'primary':
            return linkType === 'external';
        case 'key':
            return ref.type === linkType;
        case 'id':
            // Of one that is not there the type is not known.
            return linkOf(entry.wish, state, identity) !== null;
    }
}
/** With `renew` every run of `apply` moves the date, which would make every link differ at every time. */
function withoutRenew(entry) {
    return { ...entry, wish: { ...entry.wish, renew: false } };
}
/** The link that an entry means; null if it is not there. */
function linkOf(wish, state, identity) {
    const found = (0,find/* findLink */.KZ)(state, (0,find/* resolved */.L$)(state, wish, identity), identity);
    return 'code' in found ? null : found.current;
}
function isMissing(entry, state, staying, identity) {
    if (entry.absent)
        return false;
    const planned = staying.find((one) => one.entry === entry);
    return planned === undefined ? linkOf(entry.wish, state, identity) === null : planned.plan.action === 'create';
}
function driftOfMissing(entries) {
    if (entries.length === 0)
        return [];
    return [
        { linkId: '', words: entries.map(({ wish: { ref }, line }) => `the ${(0,entry_name/* entryName */.M)(ref)} is missing (line ${line})`) },
    ];
}
/** The link itself, if it is there, and the others of its key. */
function driftOfLink({ plan, entry: { wish, line } }) {
    const { current, extras } = plan;
    if (current === null)
        return [];
    const words = [
        ...(current.expired ? [`it has expired, the file describes a live link (line ${line})`] : []),
        ...plan.fields.filter((field) => isDrift(field, plan)).map((field) => fieldWords(field, wish, line)),
    ];
    return [
        ...(words.length === 0 ? [] : [{ linkId: current.id, words }]),
        ...extras.map(({ id }) => ({ linkId: id, words: [`a second link beside ${current.id} (line ${line})`] })),
    ];
}
/** A link that should have expired. */
function driftOfOverdue({ entry: { line }, link, at }) {
    const end = link.expiration === null ? 'never' : (0,fields/* isoInstant */.j2)(link.expiration);
    return { linkId: link.id, words: [said(`expiration: ${end}`, 'says', (0,fields/* isoInstant */.j2)(at), line)] };
}
/** Whether the file asks for the change: a date may change only because the portal sets or prints it so. */
function isDrift({ name }, { current, target, portalSetsExpiration }) {
    if (name !== 'expiration' || current === null)
        return true;
    return !current.expired && !portalSetsExpiration && !(0,links_link/* sameInstant */.eM)(current, target.expiration);
}
function fieldWords({ name, from, to }, { expiration }, line) {
    const there = `${name}: ${valueWords(name, from)}`;
    if (name === 'expiration' && expiration?.kind === 'duration') {
        return said(there, 'allows', `${(0,duration/* durationText */.S5)(expiration.milliseconds)} from now`, line);
    }
    // The file holds no passwords: it can only ask for one.
    const asked = name === 'password' && to === 'set' ? 'generate' : valueWords(name, to);
    return said(there, 'says', asked, line);
}
function valueWords(name, value) {
    return name === 'title' ? (0,quoted/* quoted */.T)(String(value)) : String(value);
}
function said(there, verb, asked, line) {
    return `${there}, the file ${verb} ${asked} (line ${line})`;
}


/***/ }),

/***/ 5226:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ folded)
/* harmony export */ });
/**
 * The text as it is compared where case does not matter, in any script: Unicode NFC, all of it in capitals. Small letters
 * would not do: a sigma has two of them.
 */
function folded(text) {
    return text.normalize('NFC').toUpperCase().normalize('NFC');
}


/***/ }),

/***/ 8134:
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
// EXTERNAL MODULE: ../lib/src/links/fields.js
var fields = __webpack_require__(4717);
// EXTERNAL MODULE: ../lib/src/links/quoted.js
var quoted = __webpack_require__(5504);
;// CONCATENATED MODULE: ../lib/src/present/audit-picture.js


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
    const slices = finding/* severities */.g.filter((one) => counts[one] > 0).map((one) => `  "${one}" : ${counts[one]}`);
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

// EXTERNAL MODULE: ../lib/src/present/audit-story.js
var audit_story = __webpack_require__(6847);
// EXTERNAL MODULE: ../lib/src/present/audit-tables.js
var audit_tables = __webpack_require__(5341);
// EXTERNAL MODULE: ../lib/src/present/markdown.js
var markdown = __webpack_require__(3039);
;// CONCATENATED MODULE: ../lib/src/present/audit-markdown.js







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
    const unread = open.filter(audit_story/* isOfUnreadRoom */.u_);
    const others = open.filter((one) => !(0,audit_story/* isOfUnreadRoom */.u_)(one));
    const linkOf = (one) => (0,audit_tables/* linkCell */.Zi)(one, result.roomLinks, bounds.wholeIds);
    return [
        headingOf(result),
        countsLine(result, unread.length, ofThisRun),
        ofThisRun ? newsLine(result) : '',
        aboutLine(result, ofThisRun),
        (0,markdown/* prose */.CS)((0,audit_story/* unjudgedWords */.wz)(result.unjudged)),
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
    const rank = ({ severity, status }) => finding/* severities */.g.indexOf(severity) * 2 + Number(marked && status !== 'new');
    return findings.toSorted((one, other) => rank(one) - rank(other));
}
function headingOf({ coverage, findings }) {
    const ofTheList = (finding) => finding.rule === 'DSL901' && !(0,audit_story/* isOfUnreadRoom */.u_)(finding) && finding.status !== 'fixed';
    return `### ${(0,audit_story/* coverageWords */.gn)(coverage, findings.some(ofTheList))}`;
}
function countsLine({ findings, coverage }, unread, ofThisRun) {
    const counts = (0,audit_result/* countsOf */.mQ)(findings);
    const none = coverage.complete ? 'No findings' : 'No findings in what was read';
    const ofThem = unread === 0 ? '' : ` (${unread} of them: rooms that could not be read)`;
    return [
        `**${counts.all === 0 ? none : (0,audit_story/* severityWords */.D4)(counts)}**${ofThem}`,
        ...(counts.waived === 0 ? [] : [`${counts.waived} waived`]),
        ...(ofThisRun && counts.fixed > 0 ? [`${counts.fixed} fixed`] : []),
    ].join(' · ');
}
function newsLine({ baseline, findings }) {
    if (baseline === null)
        return '';
    const fresh = (0,audit_result/* countsOf */.mQ)(findings.filter(({ status }) => status === 'new'));
    const since = `since the baseline of ${(0,fields/* spokenInstant */.Y9)(baseline)}`;
    return fresh.all === 0 ? `Nothing new ${since}` : `**${fresh.all} new** ${since}: ${(0,audit_story/* severityWords */.D4)(fresh)}`;
}
function aboutLine({ portal, generated, coverage: { links } }, ofThisRun) {
    const read = `${links} ${links === 1 ? 'link' : 'links'} read, ${(0,fields/* spokenInstant */.Y9)(generated)}`;
    return `${(0,markdown/* code */.aY)(portal, audit_tables/* longestTitle */.Df)}${ofThisRun ? ` · ${read}` : ''}`;
}
function pictureOf({ ends, generated, findings }, ofThisRun) {
    return (ofThisRun ? endsPicture(ends, generated) : '') || severityPicture((0,audit_result/* countsOf */.mQ)(findings));
}
/** A table for each severity; what is only good to know is folded. */
function severityParts(findings, linkOf, marked, place) {
    const rows = (0,audit_tables/* fitting */._Q)(findings, (one) => [
        (0,audit_tables/* roomCell */.af)(one),
        linkOf(one),
        (0,audit_tables/* ruleCell */.VD)(one),
        (0,audit_tables/* messageCell */.kf)(one, marked),
        one.fix === '' ? '–' : (0,markdown/* prose */.CS)(one.fix),
    ], place);
    return [...Map.groupBy(findings, ({ severity }) => severity)].map(([severity, those]) => {
        const from = findings.findIndex((one) => one.severity === severity);
        const heading = `${capital(severity)} (${those.length})`;
        const shown = rows.slice(from, from + those.length);
        const body = (0,audit_tables/* tableOf */.c_)(['Room', 'Link', 'Rule', 'What is wrong', 'Safe fix'], shown, those.length);
        return severity === 'info' ? (0,audit_tables/* folded */.TM)(heading, body) : `#### ${heading}\n\n${body}`;
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
    const rows = (0,audit_tables/* fitting */._Q)(those, (one) => [(0,audit_tables/* roomCell */.af)(one), linkOf(one), (0,audit_tables/* ruleCell */.VD)(one), one.severity, (0,audit_tables/* messageCell */.kf)(one, false)], place);
    const what = status === 'waived' ? 'What is wrong' : 'What was wrong';
    return (0,audit_tables/* folded */.TM)(`${those.length} ${status}`, (0,audit_tables/* tableOf */.c_)(['Room', 'Link', 'Rule', 'Severity', what], rows, those.length));
}
/** The rooms with most of what is more than good to know, if there are several. */
function roomsPart(findings, place) {
    const grave = findings.filter(({ severity, roomId }) => severity !== 'info' && roomId !== '');
    const rooms = [...Map.groupBy(grave, ({ roomId }) => roomId).values()];
    if (rooms.length < 2)
        return '';
    const rows = (0,audit_tables/* fitting */._Q)(rooms.toSorted((one, other) => other.length - one.length).slice(0, mostRooms), (those) => [...those.slice(0, 1).map(audit_tables/* roomCell */.af), String(those.length), (0,audit_story/* severityWords */.D4)((0,audit_result/* countsOf */.mQ)(those))], place);
    const which = rows.length < rooms.length ? ` (${rows.length} of ${rooms.length})` : '';
    return `#### Rooms with most findings${which}\n\n${(0,markdown/* table */.tp)(['Room', 'Findings', 'Severities'], rows)}`;
}
function unreadPart(findings, marked, place) {
    if (findings.length === 0)
        return '';
    const rows = (0,audit_tables/* fitting */._Q)(findings, (one) => [(0,audit_tables/* roomCell */.af)(one), (0,audit_tables/* ruleCell */.VD)(one), (0,audit_tables/* messageCell */.kf)(one, marked)], place);
    const heading = `Rooms that could not be read (${(0,audit_story/* severityWords */.D4)((0,audit_result/* countsOf */.mQ)(findings))})`;
    return `#### ${heading}\n\n${(0,audit_tables/* tableOf */.c_)(['Room', 'Rule', 'Why'], rows, findings.length)}`;
}


/***/ }),

/***/ 6847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D4: () => (/* binding */ severityWords),
/* harmony export */   Iu: () => (/* binding */ notSeenWords),
/* harmony export */   JA: () => (/* binding */ unmetWords),
/* harmony export */   Zu: () => (/* binding */ unreadLines),
/* harmony export */   gn: () => (/* binding */ coverageWords),
/* harmony export */   hq: () => (/* binding */ findingLines),
/* harmony export */   rj: () => (/* binding */ countWords),
/* harmony export */   u_: () => (/* binding */ isOfUnreadRoom),
/* harmony export */   wz: () => (/* binding */ unjudgedWords)
/* harmony export */ });
/* harmony import */ var _audit_finding_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4441);
/* harmony import */ var _audit_result_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6915);
/* harmony import */ var _audit_room_links_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4401);
/* harmony import */ var _audit_rules_coverage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(234);
/* harmony import */ var _links_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8797);
/* harmony import */ var _links_quoted_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5504);
/* harmony import */ var _links_room_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9043);
/* harmony import */ var _audit_tables_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5341);
/* harmony import */ var _story_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2065);









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
    const told = _audit_finding_js__WEBPACK_IMPORTED_MODULE_5__/* .severities */ .g.filter((severity) => counts[severity] > 0).map((one) => `${counts[one]} ${one}`);
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
    const told = findings.filter((finding) => (0,_audit_result_js__WEBPACK_IMPORTED_MODULE_6__/* .isOpen */ .nT)(finding) && !isOfUnreadRoom(finding));
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
        ...(roomId === '' ? [] : [(0,_story_js__WEBPACK_IMPORTED_MODULE_4__/* .roomName */ .TX)({ id: roomId, title: roomTitle })]),
        ...(roomId === '' && roomTitle !== '' ? [`Room ${(0,_links_quoted_js__WEBPACK_IMPORTED_MODULE_7__/* .quoted */ .T)(roomTitle)}`] : []),
        ...(linkId === '' ? [] : [`link ${(0,_story_js__WEBPACK_IMPORTED_MODULE_4__/* .shownLink */ .Qy)((0,_audit_room_links_js__WEBPACK_IMPORTED_MODULE_0__/* .namedIn */ .$P)(roomLinks, finding), linkTitle)}`]),
    ];
    const mark = baseline && status === 'new' ? ' (new)' : '';
    return [
        [`${severity}${mark}`, `${rule} ${name}`, ...where].join(' · '),
        `  ${message}${fix === '' ? '' : ` → fix: ${fix}`}`,
    ];
}
function moreLine(rest) {
    return rest.length === 0 ? [] : [`… and ${severityWords((0,_audit_result_js__WEBPACK_IMPORTED_MODULE_6__/* .countsOf */ .mQ)(rest))} more: ${_audit_tables_js__WEBPACK_IMPORTED_MODULE_3__/* .whereAll */ .z0}`];
}
/** Rooms that could not be read, for the log: by why, with what to do, at most 20 of each by name. */
function unreadLines(unread) {
    return [...Map.groupBy(unread, reasonOf)].flatMap(([reason, rooms]) => [
        `${roomsWord(rooms.length)} not read · ${reason}`,
        ...mostOpenFirst(rooms)
            .slice(0, most.names)
            .map((one) => `  - ${nameOf(one)}`),
        ...(rooms.length > most.names ? [`  … and ${rooms.length - most.names} more: ${_audit_tables_js__WEBPACK_IMPORTED_MODULE_3__/* .whereAll */ .z0}`] : []),
    ]);
}
function reasonOf(one) {
    if (one.kind === 'failed')
        return `DSL901 · ${_links_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .problemTable */ .iK[one.problem.code].title}. ${one.problem.hint}`;
    return `DSL900 · ${_audit_rules_coverage_js__WEBPACK_IMPORTED_MODULE_1__/* .whyUnreadable */ ._p[one.why]}`;
}
function mostOpenFirst(rooms) {
    const openness = ({ room }) => Number(room.shared === true) + Number(room.sharedExternal === true);
    return [...rooms].sort((one, other) => openness(other) - openness(one));
}
function nameOf(one) {
    const { room } = one;
    const name = room.id === '' ? `Room ${(0,_links_quoted_js__WEBPACK_IMPORTED_MODULE_7__/* .quoted */ .T)(room.title)}` : room.title === '' ? `Room ${room.id}` : (0,_story_js__WEBPACK_IMPORTED_MODULE_4__/* .roomName */ .TX)(room);
    if (one.kind === 'failed')
        return `${name}: ${one.problem.message}`;
    return room.shared === null ? name : `${name}. ${(0,_audit_rules_coverage_js__WEBPACK_IMPORTED_MODULE_1__/* .toldByRoom */ .Yu)(room)}`;
}
const areaWords = { active: 'active room', archived: 'archived room', any: 'room' };
/** That a name of the policy file is about no room of an audit of all rooms of this area, and which may be meant. */
function unmetWords({ where, ref, line, near }, path, area) {
    const name = where === 'waiver' ? 'The waiver of room' : `\`${where}\`:`;
    const titled = ref.by === 'id' ? 'has this id; digits are never a title' : 'has such a title';
    const meant = near.length === 0
        ? 'Correct the name, or remove it.'
        : `Did you mean ${near.map(({ id, title }) => `${(0,_links_quoted_js__WEBPACK_IMPORTED_MODULE_7__/* .quoted */ .T)(title)} (${id})`).join(', ')}?`;
    return `${name} ${(0,_links_room_js__WEBPACK_IMPORTED_MODULE_8__/* .refWords */ .VL)(ref)} (line ${line} of ${(0,_links_quoted_js__WEBPACK_IMPORTED_MODULE_7__/* .cleaned */ .L)(path)}) meets no room: no ${areaWords[area]} that this key can see ${titled}. ${meant}`;
}


/***/ }),

/***/ 5341:
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
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3039);


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

/***/ 271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runAudit: () => (/* binding */ runAudit)
});

// EXTERNAL MODULE: ../lib/src/links/access.js
var links_access = __webpack_require__(6202);
// EXTERNAL MODULE: ../lib/src/audit/policy.js
var policy = __webpack_require__(7588);
;// CONCATENATED MODULE: ../lib/src/audit/effective-policy.js


const day = 86_400_000;
/** What holds where neither inputs nor file say anything (interface.md, audit; audit-rules.md). */
const defaults = {
    maxLifetime: 30 * day,
    maxAccess: (0,links_access/* accessCode */.yv)('viewer'),
    /** Whoever joins as Content creator can add files of their own. */
    maxInvitationAccess: (0,links_access/* accessCode */.yv)('editor'),
    warnBefore: 7 * day,
    staleAfter: 60 * day,
};
/** The policy of an audit: an input wins over the file, the file over the default. Severities go rule by rule. */
function effectivePolicy(input, file) {
    const value = (name) => input[name] ?? file?.[name];
    const maxAccess = value('maxAccess');
    return {
        policy: {
            maxLifetime: value('maxLifetime') ?? defaults.maxLifetime,
            maxAccess: maxAccess ?? defaults.maxAccess,
            maxInvitationAccess: maxAccess ?? defaults.maxInvitationAccess,
            require: value('require') ?? [],
            severity: new Map([...(file?.severity ?? []), ...(input.severity ?? [])]),
            publicRooms: value('publicRooms') ?? [],
            confidentialRooms: value('confidentialRooms') ?? [],
            warnBefore: value('warnBefore') ?? defaults.warnBefore,
            staleAfter: value('staleAfter') ?? defaults.staleAfter,
            titlePattern: value('titlePattern') ?? null,
        },
        origins: Object.fromEntries(names.map((name) => [
            name,
            input[name] !== undefined ? 'input' : file?.[name] !== undefined ? 'file' : 'default',
        ])),
    };
}
const names = Object.keys(policy/* silentPolicy */.o);

// EXTERNAL MODULE: ../lib/src/audit/finding.js
var audit_finding = __webpack_require__(4441);
// EXTERNAL MODULE: ../lib/src/links/change.js
var change = __webpack_require__(8684);
// EXTERNAL MODULE: ../lib/src/links/desired.js
var desired = __webpack_require__(5260);
// EXTERNAL MODULE: ../lib/src/links/fields.js
var links_fields = __webpack_require__(4717);
// EXTERNAL MODULE: ../lib/src/links/obstacles.js
var obstacles = __webpack_require__(2960);
// EXTERNAL MODULE: ../lib/src/links/problem.js
var problem = __webpack_require__(8797);
// EXTERNAL MODULE: ../lib/src/links/quoted.js
var quoted = __webpack_require__(5504);
// EXTERNAL MODULE: ../lib/src/audit/result.js
var audit_result = __webpack_require__(6915);
// EXTERNAL MODULE: ../lib/src/audit/room-links.js
var room_links = __webpack_require__(4401);
;// CONCATENATED MODULE: ../lib/src/audit/plan-fixes.js









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
    const obstacle = fixes.length + problems.length === 0 ? null : (0,obstacles/* roomProblem */.t0)(subject.room);
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
    const fields = (0,links_fields/* changes */.Ao)(link.type, before, { ...before, ...to });
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
    const wider = (0,links_fields/* widenings */.Dp)(link.type, before, after);
    if (wider.length > 0) {
        return (0,problem/* problem */.CC)('internal', `What ${rules.join(', ')} would change makes ${name} more open (${wider.join(', ')}), so it is not done.`);
    }
    if ((0,obstacles/* setsExpirationItself */.YM)(link.type, version)) {
        return (0,problem/* problem */.CC)('portal-too-old', `This portal is older than 3.7: its invitation links expire 7 days after each change, whatever date is sent, which may be later than now. So ${rules.join(', ')} cannot be fixed for ${name}.`, 'Update DocSpace to 3.7 or later, or revoke the invitation link.');
    }
    if (link.type === 'external' && !after.internal && sharing?.restrictedInRooms === true) {
        return (0,problem/* problem */.CC)('sharing-restricted', `The portal restricts external sharing: it refuses to change a link for anyone, or makes it one for DocSpace users only. So ${rules.join(', ')} cannot be mended for ${name}.`, 'Revoke the link, or make it "DocSpace users only" in DocSpace.');
    }
    return null;
}

// EXTERNAL MODULE: ../lib/src/audit/rules-coverage.js
var rules_coverage = __webpack_require__(234);
// EXTERNAL MODULE: ../lib/src/audit/waivers.js
var waivers = __webpack_require__(9177);
;// CONCATENATED MODULE: ../lib/src/audit/compare.js

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
    return JSON.stringify([rule, roomId, linkId, ...(0,audit_result/* titleOf */.Gg)(finding)]);
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
    return { here, mended: findings.filter((one) => isOld(one) && (0,audit_result/* isOpen */.nT)(one) && !left.has(keyOf(one))) };
}

// EXTERNAL MODULE: ../lib/src/audit/facts.js
var facts = __webpack_require__(4107);
// EXTERNAL MODULE: ../lib/src/links/shown-id.js
var shown_id = __webpack_require__(6829);
;// CONCATENATED MODULE: ../lib/src/audit/ends.js



/** Collects the ends of the live links of a portal. */
function collectEnds() {
    let soonest = [];
    const counts = new Map();
    const sum = (kind) => [...counts.values()].reduce((total, { [kind]: count }) => total + count, 0);
    return {
        add(room, links) {
            const live = links.filter((link) => (0,facts/* isLive */.DG)({ room, link }));
            const these = live.flatMap((link) => endOf(room, link, links));
            counts.set(room.id, { ending: these.length, never: live.length - these.length });
            const others = soonest.filter(({ roomId }) => roomId !== room.id);
            soonest = [...others, ...these].toSorted(byEnd).slice(0, audit_result/* mostEnds */.Ih);
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
            shownId: (0,shown_id/* shownId */.f)(link.id, links),
            linkTitle: link.title,
            anyone: (0,facts/* isAnyone */.D8)(link),
            expiration,
        },
    ];
}
/** By time, and by id where that is the same, so that the order in which rooms are read does not show. */
function byEnd(one, other) {
    return one.expiration.getTime() - other.expiration.getTime() || (one.linkId < other.linkId ? -1 : 1);
}

// EXTERNAL MODULE: ../lib/src/links/duration.js
var duration = __webpack_require__(636);
// EXTERNAL MODULE: ../lib/src/links-file/past-date.js
var past_date = __webpack_require__(524);
// EXTERNAL MODULE: ../lib/src/audit/order.js
var order = __webpack_require__(7164);
// EXTERNAL MODULE: ../lib/src/audit/remedies.js
var remedies = __webpack_require__(9658);
// EXTERNAL MODULE: ../lib/src/audit/rules.js + 5 modules
var rules = __webpack_require__(7790);
;// CONCATENATED MODULE: ../lib/src/audit/judge.js










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
            .toSorted(order/* byRoomId */.k)
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

// EXTERNAL MODULE: ../lib/src/links/folded.js
var folded = __webpack_require__(5226);
// EXTERNAL MODULE: ../lib/src/audit/room-pattern.js
var room_pattern = __webpack_require__(2762);
;// CONCATENATED MODULE: ../lib/src/audit/unmet-names.js





const mostNear = 3;
/** The names of policy and waivers that are about none of these rooms, in the order of the file. */
function unmetNames({ policy, file }, rooms) {
    const unmet = (where, { ref, line }) => ({
        where,
        ref,
        line,
        near: nearTo(ref, rooms),
    });
    const missed = [
        ...policy.confidentialRooms
            .filter((pattern) => !rooms.some((room) => (0,room_pattern/* isProtected */.bz)(room, [pattern])))
            .map((pattern) => unmet('confidential-rooms', pattern)),
        ...policy.publicRooms
            .filter((pattern) => !rooms.some((room) => (0,room_pattern/* isAllowed */.Jr)(room, [pattern])))
            .map((pattern) => unmet('public-rooms', pattern)),
        ...(file?.waivers ?? [])
            .filter(({ room: ref }) => !rooms.some((room) => (0,links_room/* isMeant */.EZ)(ref, room)))
            .map(({ room: ref, line }) => unmet('waiver', { ref, line })),
    ];
    return missed.toSorted((one, other) => one.line - other.line);
}
/** A title of digits is not what an id names, but it may be what was meant. */
function nearTo(ref, rooms) {
    const name = { by: 'title', title: ref.by === 'id' ? ref.id : ref.title };
    return rooms
        .filter((room) => (0,room_pattern/* fits */.lA)({ ref: name }, room, loose))
        .toSorted(byId)
        .slice(0, mostNear);
}
/** Without case and spaces, and with the characters that DocSpace does not keep in titles as it stores them (portal.md G1). */
function loose(text) {
    return (0,folded/* folded */.T)((0,quoted/* cleaned */.L)(text))
        .replace(/[:|<>"]/gu, '_')
        .replace(/\s/gu, '');
}
function byId(one, other) {
    return (0,order/* byRoomId */.k)(one.id, other.id);
}

// EXTERNAL MODULE: ../lib/src/links/described-link.js
var described_link = __webpack_require__(9446);
// EXTERNAL MODULE: ../lib/src/links/identity.js
var links_identity = __webpack_require__(310);
// EXTERNAL MODULE: ../lib/src/links-file/drift.js + 1 modules
var drift = __webpack_require__(3404);
// EXTERNAL MODULE: ../lib/src/operations/at-most.js
var at_most = __webpack_require__(2996);
// EXTERNAL MODULE: ../lib/src/operations/attempt.js
var attempt = __webpack_require__(2274);
// EXTERNAL MODULE: ../lib/src/links/link.js + 1 modules
var links_link = __webpack_require__(2266);
// EXTERNAL MODULE: ../lib/src/present/plan-story.js
var plan_story = __webpack_require__(617);
// EXTERNAL MODULE: ../lib/src/present/story.js
var story = __webpack_require__(2065);
;// CONCATENATED MODULE: ../lib/src/present/fix-story.js




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
    const what = `${plan_story/* kindWords */.Gk[(0,links_link/* kindOf */.I)(link)]} ${(0,story/* shownLink */.Qy)(shown, link.title)} in room ${room.id} ${(0,quoted/* quoted */.T)(room.title)}`;
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
    return (0,story/* shownLink */.Qy)(shown, title);
}
function fieldWords(fields) {
    return fields.map(story/* fieldLine */.h0).join(', ');
}

// EXTERNAL MODULE: ../lib/src/docspace/refusal.js
var refusal = __webpack_require__(9749);
// EXTERNAL MODULE: ../lib/src/links/link-facts.js
var link_facts = __webpack_require__(8254);
// EXTERNAL MODULE: ../lib/src/links/verify.js + 1 modules
var verify = __webpack_require__(1683);
// EXTERNAL MODULE: ../lib/src/operations/explain.js
var explain = __webpack_require__(6116);
// EXTERNAL MODULE: ../lib/src/operations/read-room.js
var read_room = __webpack_require__(3051);
// EXTERNAL MODULE: ../lib/src/operations/revoke-links.js
var revoke_links = __webpack_require__(1917);
;// CONCATENATED MODULE: ../lib/src/operations/fix-link.js















/** Reads a room whose links are to be written. Throws a `Failure` if they cannot be. */
async function readWritable({ portal }, roomId) {
    const state = await (0,read_room/* readExpecting */.us)(portal, roomId);
    const unwritable = (0,obstacles/* roomProblem */.t0)(state.room);
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
    (0,story/* revokedLines */.oP)([link], state.links).forEach(deps.log.line);
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
        const why = failed instanceof refusal/* Refusal */.P ? await (0,explain/* explainRefusal */.GC)(failed, { room, type, target }, portal) : failed;
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

// EXTERNAL MODULE: ../lib/src/docspace/parallel.js + 1 modules
var parallel = __webpack_require__(6310);
// EXTERNAL MODULE: ../lib/src/links/near-titles.js
var near_titles = __webpack_require__(9428);
;// CONCATENATED MODULE: ../lib/src/operations/scan-named.js








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
    await (0,parallel/* inParallel */.H)(refs, concurrency, async (ref) => {
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
        .toSorted(order/* byRoomId */.k)
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

;// CONCATENATED MODULE: ../lib/src/operations/fix.js






/**
 * Carries out fixes that were planned, shown and counted: some rooms at a time, and within a room one link after the
 * other. Every link is read and judged again right before its write, and read back. What goes wrong with a link is told
 * in the report, and does not stop the others. Throws no `Failure`.
 */
async function fix(deps, fixes) {
    const rooms = [...new Set(fixes.map(({ room }) => room.id))];
    let ended = false;
    const reports = await (0,at_most/* atMost */.T)(at_most/* roomsAtOnce */.X, rooms, async (roomId) => {
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

;// CONCATENATED MODULE: ../lib/src/operations/portal-time.js

/** From this difference on there is a warning; milliseconds. */
const remarkable = 60_000;
/** A portal whose clock is further off could not work: a proxy has made up the date. Milliseconds. */
const unbelievable = 86_400_000;
/**
 * The portal's time, which decides when its links expire, as its answers so far show it; `now` is the runner's. The
 * `Date` header has whole seconds, so of the times that it may be the latest is taken: then no link seems to live longer
 * than it does.
 */
function portalTime(portal, now) {
    const offset = portal.clock();
    if (offset === null || (offset.least <= 0 && offset.most >= 0))
        return { ahead: 0, warning: null };
    const { least, most } = offset;
    const difference = Math.max(Math.abs(least), Math.abs(most));
    if (difference < remarkable)
        return { ahead: most, warning: null };
    const there = (0,links_fields/* spokenInstant */.Y9)(new Date(now.getTime() + (least + most) / 2));
    const clocks = `The portal's clock says ${there}, the runner's ${(0,links_fields/* spokenInstant */.Y9)(now)}.`;
    return difference < unbelievable
        ? { ahead: most, warning: `${clocks} Dates are judged by the portal's clock, which decides when links expire.` }
        : {
            ahead: 0,
            warning: `${clocks} A difference of more than a day cannot be right, so dates are judged by the runner's clock. A proxy in front of the portal may send a wrong \`Date\` header.`,
        };
}
/** The time by the portal's clock, where the runner's says `now`. */
function portalNow(portal, now) {
    return new Date(now.getTime() + portalTime(portal, now).ahead);
}

// EXTERNAL MODULE: ../lib/src/docspace/room-list.js
var room_list = __webpack_require__(8967);
;// CONCATENATED MODULE: ../lib/src/operations/baseline-rooms.js





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
        return { problem: why, isGone: (0,refusal/* isRoomGone */.r)(failed) || why.code === 'not-a-room' };
    }
    await (0,parallel/* inParallel */.H)(asked, concurrency, async ([id, title]) => {
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

// EXTERNAL MODULE: ../lib/src/docspace/scopes.js
var scopes = __webpack_require__(4704);
;// CONCATENATED MODULE: ../lib/src/operations/scan-owners.js


/** After so many owners of whom nothing is told, and none of whom it is, no more are asked for. */
const enough = 3;
/**
 * Asks for each owner once, and not at all where the key has no scope for accounts or the portal does not tell: it is
 * good to know, but no part of the coverage.
 */
function createOwners(portal, key) {
    const known = new Map([[key.userId, Promise.resolve(true)]]);
    const mayAsk = (0,scopes/* mayRead */.o)(key.scopes, 'accounts');
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

;// CONCATENATED MODULE: ../lib/src/operations/scan-progress.js
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

// EXTERNAL MODULE: ../lib/src/operations/empty-list.js
var empty_list = __webpack_require__(8403);
// EXTERNAL MODULE: ../lib/src/operations/may-see-links.js
var may_see_links = __webpack_require__(5044);
;// CONCATENATED MODULE: ../lib/src/operations/scan-room.js







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
    const maySee = (room) => (0,may_see_links/* maySeeLinks */.U)(room, () => Promise.resolve(userId));
    /** The links; or why a list is not believed that has no external link. */
    async function listing(room) {
        const links = () => portal.auditLinks(room.id, policy);
        const first = await links();
        if (!(0,empty_list/* lacksExternal */.UO)({ room, ...first }))
            return first;
        // Its external link may have been revoked, or the key's rights withdrawn, since the list of rooms was made.
        const today = await portal.room(room.id);
        if (!(await maySee(today)))
            return 'not-manager';
        if (!(0,empty_list/* lacksExternal */.UO)({ room: today, ...first }))
            return first;
        const second = await links();
        return (0,empty_list/* lacksExternal */.UO)({ room: today, ...second }) ? 'says-shared' : second;
    }
    async function failed(error) {
        if (!(error instanceof problem/* Failure */.HR))
            throw error;
        const why = problemOf(error);
        if ((0,refusal/* isRoomGone */.r)(error))
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
        return (0,scopes/* mayRead */.o)(value.scopes, 'rooms') ? null : (0,problem/* problem */.CC)('key-scope', 'The API key has lost its scope for rooms.');
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

;// CONCATENATED MODULE: ../lib/src/operations/scan-rooms.js





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

;// CONCATENATED MODULE: ../lib/src/operations/scan.js












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
        await (0,parallel/* inParallel */.H)(rooms, task.concurrency, async (room) => {
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
        await (0,parallel/* inParallel */.H)(empty.values(), task.concurrency, async ({ room, reading }) => {
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
    let isSettled = task.rooms !== 'all' || (selection.listed.length <= room_list/* pageSize */.T0 && empty.size < 2);
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
    const unmet = [...unread.values()].sort((one, other) => (0,order/* byRoomId */.k)(one.room.id, other.room.id));
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
    const inOrder = [...verdicts].sort(([one], [other]) => (0,order/* byRoomId */.k)(one, other)).map(([, verdict]) => verdict);
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
    await (0,parallel/* inParallel */.H)(reads, concurrency, async (read) => {
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

;// CONCATENATED MODULE: ../lib/src/operations/audit.js



















/**
 * Scans rooms and judges them, comparing with the baseline if there is one. It reads only; what it would mend is in the
 * report. Throws what `scan` throws: then the audit did not run.
 */
async function audit(deps, task) {
    const { portal } = deps;
    const { baseline } = task;
    let standard = { ...task.standard, usesBefore: usesOf(baseline), closedPullRequests: null };
    /** ... as of this moment, by the portal's clock: a link may be made while the audit runs. */
    const today = () => ({ ...standard, now: portalNow(portal, deps.now()) });
    const seen = new Map();
    const ends = collectEnds();
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
    const { warning } = portalTime(portal, deps.now());
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
        const compared = baseline === null ? here : compareWith(baseline, here, judgedAnew);
        const neither = baseline === null ? [] : neitherFoundNorFixed(baseline, compared, judgedAnew);
        const notSeen = notSeenOf(neither, sight);
        const told = new Set(compared.map(keyOf));
        const fixed = mended.filter((one) => !told.has(keyOf(one))).map((one) => ({ ...one, status: 'fixed' }));
        return {
            portal: task.portal,
            generated: portalNow(portal, standard.now),
            coverage: withLinks(scanned.coverage, seen),
            findings: [...compared, ...fixed].toSorted(order/* worstFirst */.m),
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
        const looked = await (0,at_most/* atMost */.T)(at_most/* roomsAtOnce */.X, report.rooms, async (id) => [id, await lookAgain(id)]);
        const again = new Map(looked.flatMap(([id, verdict]) => (verdict === null ? [] : [[id, verdict]])));
        const { here, mended } = afterMending(findings, new Map(Array.from(again, ([id, one]) => [id, one.findings])));
        const listed = [
            ...links.filter(({ roomId }) => !again.has(roomId)),
            ...[...again.values()].flatMap((verdict) => verdict.links),
        ].toSorted((one, other) => (0,order/* byRoomId */.k)(one.roomId, other.roomId));
        return { ...report, result: resultOf(here, mended, listed) };
    }
    const unfixable = verdicts.flatMap(({ problems }) => problems);
    // Only of all rooms that there are can be said that none has a name.
    const unmet = task.rooms === 'all' && paging === null ? unmetNames(standard, scanned.listed) : [];
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

// EXTERNAL MODULE: ../lib/src/present/audit-markdown.js + 1 modules
var audit_markdown = __webpack_require__(8134);
// EXTERNAL MODULE: ../lib/src/present/audit-story.js
var audit_story = __webpack_require__(6847);
// EXTERNAL MODULE: ../lib/src/present/plan-summary.js
var plan_summary = __webpack_require__(1548);
;// CONCATENATED MODULE: ../lib/src/present/fix-summary.js


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
        ...(0,plan_summary/* changesTable */.EI)(changes),
        ...(0,plan_summary/* undoneSection */.h4)(undone.map(fixLine)),
    ].join('\n\n');
}

// EXTERNAL MODULE: ../lib/src/present/outputs.js
var outputs = __webpack_require__(2898);
// EXTERNAL MODULE: ../lib/src/inputs/values/duration.js
var values_duration = __webpack_require__(8515);
;// CONCATENATED MODULE: ../lib/src/present/policy-line.js



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
const nameOf = (access) => (0,links_access/* accessOf */.YK)(access) ?? String(access);
const policy_line_listed = (patterns) => patterns.map(({ ref }) => (0,links_room/* refWords */.VL)(ref)).join(', ');
const shown = {
    maxLifetime: { label: 'max-lifetime', value: ({ maxLifetime }) => (0,values_duration/* durationText */.S5)(maxLifetime) },
    maxAccess: {
        label: 'max-access',
        value: ({ maxAccess, maxInvitationAccess: most }) => most === maxAccess ? nameOf(maxAccess) : `${nameOf(maxAccess)}, of invitations ${nameOf(most)}`,
    },
    require: { label: 'require', value: ({ require }) => require.join(', ') },
    severity: {
        label: 'severity',
        value: ({ severity }) => Array.from(severity, ([rule, word]) => `${rule}=${word}`).join(', '),
    },
    publicRooms: { label: 'public-rooms', value: ({ publicRooms }) => policy_line_listed(publicRooms) },
    confidentialRooms: {
        label: 'confidential-rooms',
        value: ({ confidentialRooms }) => policy_line_listed(confidentialRooms),
    },
    warnBefore: { label: 'warn-before', value: ({ warnBefore }) => (0,values_duration/* durationText */.S5)(warnBefore) },
    staleAfter: { label: 'stale-after', value: ({ staleAfter }) => (0,values_duration/* durationText */.S5)(staleAfter) },
    titlePattern: { label: 'title-pattern', value: ({ titlePattern }) => titlePattern?.source ?? '' },
};

// EXTERNAL MODULE: ../lib/src/github/ensure-one.js
var ensure_one = __webpack_require__(3531);
// EXTERNAL MODULE: ../lib/src/github/fitted.js
var fitted = __webpack_require__(4244);
// EXTERNAL MODULE: ../lib/src/github/marker.js
var marker = __webpack_require__(3270);
// EXTERNAL MODULE: ../lib/src/github/permission.js
var permission = __webpack_require__(8503);
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
    const mark = { kind: 'audit', place: (0,marker/* placeOf */.$t)(['audit', content.portal]) };
    const body = (0,fitted/* fitted */.$)(`${(0,marker/* markLine */.oi)(mark)}\n\n${content.body}`, 'The rest does not fit here: see the reports of the audit.');
    const me = await github.whoAmI();
    const find = async () => (await github.issuesBy(me)).filter((issue) => issue.author === me && (0,marker/* markOf */.Fg)(issue.body)?.place === mark.place);
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
    const { one, others, created } = await (0,ensure_one/* ensureOne */.T)(find, () => github.createIssue({ title, body, labels }));
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
        ...((0,marker/* sameText */.QV)(issue.body, body) ? {} : { body }),
        ...(missing.length === 0 ? {} : { labels: [...issue.labels, ...missing] }),
    };
}

// EXTERNAL MODULE: ../lib/src/present/markdown.js
var markdown = __webpack_require__(3039);
// EXTERNAL MODULE: ../lib/src/verbs/github.js + 3 modules
var verbs_github = __webpack_require__(5569);
;// CONCATENATED MODULE: ../lib/src/verbs/audit-github.js








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
            const github = await (0,verbs_github/* connectToGitHub */.t)(inputs, tools, 'DSL029');
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
        const number = await upsertIssue({ github: await (0,verbs_github/* connectToGitHub */.t)(inputs, tools, '`issue: upsert`'), log: tools.runner }, {
            portal,
            title: `DocSpace links of ${new URL(portal).host}: findings of the audit`,
            body: (0,audit_markdown.auditMarkdown)(result, audit_markdown/* issueBounds */.r),
            labels: inputs.issueLabels,
            closing: isClean ? `The audit finds nothing any more. ${(0,markdown/* prose */.CS)((0,audit_story/* coverageWords */.gn)(result.coverage))}.` : null,
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

;// CONCATENATED MODULE: ../lib/src/verbs/audit-reports.js


/** Writes the reports that are asked for. One that cannot be written does not stop the others: why is given back. */
async function writeReports({ reports }, tools, reported) {
    const problems = [];
    for (const { path, format } of reports) {
        try {
            await tools.runner.writeFile(path, await textOf[format](reported, tools));
            tools.runner.line(`✓ report ${(0,quoted/* quoted */.T)(path)}`);
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
    json: async ({ result }) => (await __webpack_require__.e(/* import() */ 303).then(__webpack_require__.bind(__webpack_require__, 8303))).jsonReport(result),
    md: async ({ result, changes }) => {
        const { auditMarkdown, reportBounds } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 8134));
        return auditMarkdown(result, reportBounds, changes);
    },
    csv: async ({ result }) => (await __webpack_require__.e(/* import() */ 872).then(__webpack_require__.bind(__webpack_require__, 2872))).csvReport(result),
    sarif: async ({ result, file, policy }, { runner: { env }, identity }) => {
        const [{ sarifReport }, { placesIn, workflowPath }, { rules }] = await Promise.all([
            __webpack_require__.e(/* import() */ 364).then(__webpack_require__.bind(__webpack_require__, 4364)),
            __webpack_require__.e(/* import() */ 14).then(__webpack_require__.bind(__webpack_require__, 5014)),
            Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 7790)),
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

;// CONCATENATED MODULE: ../lib/src/verbs/audit.js

















/**
 * The action `audit`: scans rooms against the policy, mends what is to be mended, reports, and sets its outputs; gives
 * the summary. Throws a `Failure` for findings of `fail-on` or above, for an audit that is not complete, and for what
 * could not be mended or reported, after all that is known was told.
 */
async function runAudit(inputs, { links: file, baseline }, tools) {
    const { runner, identity, output } = tools;
    const now = tools.now();
    const effective = effectivePolicy(inputs.policy, file?.policy ?? null);
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
    runner.line((0,audit_story/* coverageWords */.gn)(report.result.coverage, report.paging !== null));
    runner.line(`${policyLine(effective)} · ${source}`);
    const fixed = await fixes(inputs, tools, report);
    const { result } = fixed;
    audit_tell(result, report, file, inputs, tools);
    outputResult(result, inputs, tools);
    output('plan', (0,outputs/* planOutput */.pp)(fixed.changes));
    const changes = inputs.fix.length === 0 ? '' : fixed.markdown;
    const summary = (0,audit_markdown.auditMarkdown)(result, audit_markdown/* summaryBounds */._, changes);
    tools.summary(summary);
    const problems = [
        ...fixed.problems,
        ...(await writeReports(inputs, tools, { result, file, policy: effective.policy, changes })),
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
function audit_tell(result, { unread, ended, unmet }, file, { rooms, linkType, failOn, area }, { runner, identity }) {
    // With `fail-on` it is among what is wrong.
    if (ended !== null && failOn === 'never')
        runner.warning(problem/* problemTable */.iK[ended.code].title, endedWords(ended));
    const { findings, coverage } = result;
    const compared = result.baseline !== null;
    runner.line(`Findings: ${(0,audit_story/* countWords */.rj)((0,audit_result/* countsOf */.mQ)(findings), compared)}`);
    const notSeen = (0,audit_story/* notSeenWords */.Iu)(result.notSeen);
    if (notSeen !== '')
        runner.line(notSeen);
    (0,audit_story/* findingLines */.hq)(findings, compared, result.roomLinks).forEach(runner.line);
    (0,audit_story/* unreadLines */.Zu)(unread).forEach(runner.line);
    if (result.unjudged.length > 0)
        runner.line((0,audit_story/* unjudgedWords */.wz)(result.unjudged));
    for (const one of unmet)
        runner.warning('Name without a room', (0,audit_story/* unmetWords */.JA)(one, file?.path ?? '', area));
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
    const grave = findings.filter((finding) => (0,audit_result/* isOpen */.nT)(finding) && audit_finding/* severities */.g.indexOf(finding.severity) <= audit_finding/* severities */.g.indexOf(failOn));
    const are = grave.length === 1 ? 'is 1 finding' : `are ${grave.length} findings`;
    return [
        ...(ended === null ? [] : [(0,problem/* problem */.CC)(ended.code, endedWords(ended), ended.hint)]),
        ...(0,rules_coverage/* misnamed */.H9)(unread),
        ...(coverage.complete
            ? []
            : [
                (0,problem/* problem */.CC)('audit-incomplete', `The audit is not complete: ${(0,audit_story/* coverageWords */.gn)(coverage, paging !== null)}.`, 
                // Rights are the cause of nothing else.
                coverage.unreadable > 0 ? undefined : 'Rooms that were not read cannot be assumed clean. The log says why.'),
            ]),
        ...(grave.length === 0
            ? []
            : [
                (0,problem/* problem */.CC)('audit-findings', `There ${are} of \`fail-on: ${failOn}\`${failOn === 'critical' ? '' : ' or above'}: ${(0,audit_story/* severityWords */.D4)((0,audit_result/* countsOf */.mQ)(grave))}.`),
            ]),
    ];
}


/***/ })

};
