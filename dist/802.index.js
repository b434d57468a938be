export const id = 802;
export const ids = [802,554];
export const modules = {

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
        ...((0,_links_drift_js__WEBPACK_IMPORTED_MODULE_0__/* .roomEntryOf */ .$w)(file, room)?.links ?? []).flatMap(({ wish: { ref } }) => (ref.by === 'key' ? [ref.key] : [])),
        ...file.waivers.flatMap(({ room: ref, link }) => (link?.by === 'key' && (0,_links_room_js__WEBPACK_IMPORTED_MODULE_2__/* .isMeant */ .EZ)(ref, room) ? [link.key] : [])),
    ];
}
/** How texts name the link of a finding: a beginning of its id that no other link of its room has, and its key. */
function namedIn(all, { roomId, linkId }) {
    const links = all.get(roomId) ?? [];
    return { id: (0,_links_shown_id_js__WEBPACK_IMPORTED_MODULE_3__/* .shownId */ .f)(linkId, links), key: links.find(({ id }) => id === linkId)?.key ?? null };
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

/***/ 3554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lp: () => (/* binding */ linksOfKind),
/* harmony export */   YM: () => (/* binding */ setsExpirationItself),
/* harmony export */   s4: () => (/* binding */ planProblems),
/* harmony export */   t0: () => (/* binding */ roomProblem)
/* harmony export */ });
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6202);
/* harmony import */ var _desired_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5260);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(636);
/* harmony import */ var _find_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3975);
/* harmony import */ var _link_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2266);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8797);
/* harmony import */ var _quoted_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5504);
/* harmony import */ var _room_types_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1583);
/* harmony import */ var _room_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9043);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4433);










/** Why nothing can be written in this room; null if it can be. */
function roomProblem(room) {
    if (room.area === 'archived') {
        return (0,_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .problem */ .CC)('room-archived', `${(0,_room_js__WEBPACK_IMPORTED_MODULE_7__/* .roomName */ .TX)(room)} is in the Archive: its links cannot be changed.`);
    }
    if (room.area === 'template') {
        return (0,_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .problem */ .CC)('room-template', `${(0,_room_js__WEBPACK_IMPORTED_MODULE_7__/* .roomName */ .TX)(room)} is a room template: templates have no links.`);
    }
    if (room.type === null) {
        return (0,_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .problem */ .CC)('not-possible', `${(0,_room_js__WEBPACK_IMPORTED_MODULE_7__/* .roomName */ .TX)(room)} is of a type (${room.typeCode}) that this action does not know.`, 'Update the action; if there is no newer version, please report the type.');
    }
    if (!room.canEditAccess) {
        return (0,_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .problem */ .CC)('not-room-manager', `The user who owns the API key is not a manager of room ${room.id} ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_8__/* .quoted */ .T)(room.title)}, so the portal shows and changes none of its links for this key.`);
    }
    return null;
}
/** Before 3.7 the portal itself dates every invitation it writes (portal.md §4.3). */
function setsExpirationItself(type, version) {
    return type === 'invitation' && version !== '3.7';
}
/** Links of one kind that stay where they are: those of the same key that go make place. */
function linksOfKind(state, found, kind) {
    return state.links.filter((link) => (0,_link_js__WEBPACK_IMPORTED_MODULE_3__/* .kindOf */ .I)(link) === kind && !found.extras.includes(link));
}
/** Everything that forbids what a wish means for a room that is known to be writable. */
function planProblems(state, found, wish, action, target) {
    const { room } = state;
    const type = room.type; // roomProblem() refused rooms of unknown type
    const where = `${type.label} ${room.id} ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_8__/* .quoted */ .T)(room.title)}`;
    const kind = (0,_link_js__WEBPACK_IMPORTED_MODULE_3__/* .kindOf */ .I)(found);
    const roles = type.access[found.type];
    if (roles === undefined) {
        return [
            (0,_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .problem */ .CC)('kind-not-available', `${where} has invitation links only.`, `Use \`link-type: invitation\` here, or another type of room.`),
        ];
    }
    const problems = [
        ...fieldProblems(found, wish),
        ...internalProblems(state, found, wish, where, target),
        ...expirationProblems(state, found, wish, action, where, target),
        ...usesProblems(state, found, wish, action),
    ];
    if (action === 'none')
        return problems;
    if (!(0,_room_types_js__WEBPACK_IMPORTED_MODULE_5__/* .allowsAccess */ .xg)(type, found.type, target.access)) {
        const allowed = roles.map((name) => `\`${name}\` (${(0,_access_js__WEBPACK_IMPORTED_MODULE_0__/* .accessLabel */ .Hm)((0,_access_js__WEBPACK_IMPORTED_MODULE_0__/* .accessCode */ .yv)(name))})`);
        const asked = (0,_access_js__WEBPACK_IMPORTED_MODULE_0__/* .accessOf */ .YK)(target.access) ?? String(target.access);
        const given = wish.access === undefined ? (found.current === null ? ', the default,' : ', which it has now,') : '';
        problems.push((0,_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .problem */ .CC)('access-not-available', `\`access: ${asked}\`${given} is not possible for ${kindWords[kind]} of ${where}. Possible: ${allowed.join(', ')}.`));
    }
    const limit = type.limits[kind];
    const taken = linksOfKind(state, found, kind);
    if (action === 'create' && taken.length >= limit)
        problems.push(limitProblem(where, kind, limit, taken));
    return problems;
}
const kindWords = {
    additional: 'an additional link',
    primary: 'the primary link',
    invitation: 'the invitation link',
};
function limitProblem(where, kind, limit, taken) {
    if (limit === 0) {
        return (0,_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .problem */ .CC)('limit-reached', `${where} has no additional links, only the primary one.`, 'Use `primary: true`.');
    }
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .problem */ .CC)('limit-reached', `${where} holds ${limit} ${kind} links, and all places are taken: ${(0,_find_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(taken)}.`);
}
/** Fields that make no sense for the link's type, where only the room told which type that is. */
function fieldProblems(found, wish) {
    const names = (0,_desired_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldsNotFor */ .A1)(wish, found.type);
    if (names.length === 0)
        return [];
    const what = found.type === 'external' ? 'an external link' : 'an invitation link';
    return [
        (0,_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .problem */ .CC)('not-possible', `This is ${what}: ${names.map((name) => `\`${name}\``).join(', ')} cannot be set for it.`),
    ];
}
function internalProblems({ room, version }, found, wish, where, target) {
    if (found.type === 'invitation' || !target.internal)
        return [];
    if (room.type.internal === false) {
        const given = wish.internal === undefined ? 'The default `internal: true`' : '`internal: true`';
        return [
            (0,_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .problem */ .CC)('not-possible', `${given} ("DocSpace users only") is not possible in ${where}: its links are always for anyone.`, 'If anyone with the link may see this room, write `internal: false`.'),
        ];
    }
    // It would take the request and make a link for anyone, if only until that is read back (portal.md §4.3).
    if (version !== '3.2')
        return [];
    return [
        (0,_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .problem */ .CC)('portal-too-old', 'This portal is older than 3.5: its links are for anyone, `internal: true` ("DocSpace users only") is not possible.', 'If anyone with the link may see this room, write `internal: false`; or update DocSpace.'),
    ];
}
function expirationProblems(state, found, wish, action, where, target) {
    const { expiration } = wish;
    if (expiration !== undefined && expiration.kind !== 'never' && (0,_desired_js__WEBPACK_IMPORTED_MODULE_1__/* .isPermanent */ .lE)({ room: state.room, ...found })) {
        const additional = state.room.type.limits.additional > 0;
        return [
            (0,_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .problem */ .CC)('not-possible', `The primary link of ${where} is permanent: it cannot expire.`, additional
                ? 'Use an additional link (without `primary`) for access that ends, or leave `expiration` out.'
                : 'Leave `expiration` out, or use an invitation or a Custom room, whose additional links can expire.'),
        ];
    }
    if (action === 'none' || !setsExpirationItself(found.type, state.version))
        return [];
    return oldInvitationProblems(expiration, found.current, target);
}
/**
 * Before 3.7 a write gives an invitation a week from then, whatever date it carries (portal.md §4.3): so it can neither
 * get another date nor keep the one that it has. `target` has the date that the portal will set.
 */
function oldInvitationProblems(expiration, current, target) {
    const old = 'This portal is older than 3.7: its invitation links expire 7 days after each change, whatever date is sent.';
    if (expiration === undefined) {
        if (current?.expired !== false)
            return [];
        const present = current.expiration === null ? 'never' : (0,_settings_js__WEBPACK_IMPORTED_MODULE_6__/* .spokenInstant */ .Y9)(current.expiration);
        return [
            (0,_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .problem */ .CC)('portal-too-old', `${old} It cannot keep the current expiration (${present}) through this change.`, 'If 7 days from now is right, write `expiration: 7d`. Otherwise update DocSpace to 3.7 or later.'),
        ];
    }
    if (isPortalsDate(expiration, target))
        return [];
    return [
        (0,_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .problem */ .CC)('portal-too-old', `${old} It cannot set the requested expiration (${expirationWords(expiration)}).`, 'Write `expiration: 7d` for this link, or update DocSpace to 3.7 or later.'),
    ];
}
/** Whether what is asked is the date that the portal sets by itself. */
function isPortalsDate(expiration, { expiration: end }) {
    switch (expiration.kind) {
        case 'never':
            return false;
        case 'duration':
            return expiration.milliseconds === _desired_js__WEBPACK_IMPORTED_MODULE_1__/* .oldInvitationLifetime */ .i7;
        case 'instant':
            return end !== null && Math.abs(expiration.at.getTime() - end.getTime()) <= _desired_js__WEBPACK_IMPORTED_MODULE_1__/* .portalsDateTolerance */ .nc;
    }
}
function expirationWords(expiration) {
    switch (expiration.kind) {
        case 'never':
            return 'never';
        case 'duration':
            return `${(0,_duration_js__WEBPACK_IMPORTED_MODULE_9__/* .spokenDuration */ .V)(expiration.milliseconds)} from now`;
        case 'instant':
            return (0,_settings_js__WEBPACK_IMPORTED_MODULE_6__/* .spokenInstant */ .Y9)(expiration.at);
    }
}
function usesProblems(state, found, wish, action) {
    const { maxUses } = wish;
    if (found.type !== 'invitation' || typeof maxUses !== 'number')
        return [];
    if (state.version !== '3.7') {
        return [(0,_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .problem */ .CC)('portal-too-old', 'A limit of uses needs a portal of version 3.7 or later; this one is older.')];
    }
    // A link with a new id has no uses yet; of one that stays the portal refuses a limit below them (portal.md §2).
    const uses = action === 'update' ? (found.current?.uses ?? 0) : 0;
    if (maxUses >= uses)
        return [];
    return [
        (0,_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .problem */ .CC)('not-possible', `\`max-uses: ${maxUses}\` is less than the ${uses} people who have joined by this invitation link.`, `Use \`max-uses: ${uses}\` to let nobody else in, or revoke the link.`),
    ];
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
/* harmony import */ var _values_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7131);
/* harmony import */ var _constraints_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3554);
/* harmony import */ var _declared_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9066);
/* harmony import */ var _find_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3975);
/* harmony import */ var _link_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2266);
/* harmony import */ var _plan_room_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2819);
/* harmony import */ var _quoted_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5504);
/* harmony import */ var _room_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9043);
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1776);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4433);










/** Stands for a secret of which only is known that it is there. */
const unknownSecret = new _secret_js__WEBPACK_IMPORTED_MODULE_6__/* .Secret */ .z('');
/**
 * A link without its secrets, as plans take it. Good for finding out what would change, never for a write: that would
 * replace the password.
 */
function planningLink(facts) {
    return { ...facts, password: facts.hasPassword ? unknownSecret : null, url: unknownSecret, token: null };
}
/** What the file says of this room, which it names by id or by exact title (Unicode NFC); null if it does not. */
function roomEntryOf(file, room) {
    return file.rooms.find(({ room: ref }) => (0,_room_js__WEBPACK_IMPORTED_MODULE_8__/* .isMeant */ .EZ)(ref, room)) ?? null;
}
/**
 * How the room differs from the file: what `apply` without `prune` would change, except that a date within the duration
 * of the file is right though `renew` would move it. Links that `apply` cannot make are missing all the same; what else
 * it cannot do is no drift. Nothing is said of a room in which no links can be written.
 */
function driftOf(file, room, links, { now, identity, version, linkType }) {
    const described = roomEntryOf(file, room);
    if (described === null || (0,_constraints_js__WEBPACK_IMPORTED_MODULE_1__/* .roomProblem */ .t0)(room) !== null)
        return [];
    const state = { room, links: links.map(planningLink), version };
    const entries = described.links.filter((entry) => wasRead(entry, state, identity, linkType)).map(withoutRenew);
    const { going, gone, overdue, staying } = (0,_plan_room_js__WEBPACK_IMPORTED_MODULE_5__/* .planRoom */ .HJ)(state, { ...described, links: entries }, { now, identity, prune: false, defaultTitle: () => '', newPassword: () => unknownSecret });
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
    const found = (0,_find_js__WEBPACK_IMPORTED_MODULE_3__/* .findLink */ .KZ)(state, (0,_find_js__WEBPACK_IMPORTED_MODULE_3__/* .resolved */ .L$)(state, wish, identity), identity);
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
        { linkId: '', words: entries.map(({ wish: { ref }, line }) => `the ${(0,_declared_js__WEBPACK_IMPORTED_MODULE_2__/* .entryName */ .M)(ref)} is missing (line ${line})`) },
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
    const end = link.expiration === null ? 'never' : (0,_settings_js__WEBPACK_IMPORTED_MODULE_7__/* .isoInstant */ .j2)(link.expiration);
    return { linkId: link.id, words: [said(`expiration: ${end}`, 'says', (0,_settings_js__WEBPACK_IMPORTED_MODULE_7__/* .isoInstant */ .j2)(at), line)] };
}
/** Whether the file asks for the change: a date may change only because the portal sets or prints it so. */
function isDrift({ name }, { current, target, portalSetsExpiration }) {
    if (name !== 'expiration' || current === null)
        return true;
    return !current.expired && !portalSetsExpiration && !(0,_link_js__WEBPACK_IMPORTED_MODULE_4__/* .sameInstant */ .eM)(current, target.expiration);
}
function fieldWords({ name, from, to }, { expiration }, line) {
    const there = `${name}: ${valueWords(name, from)}`;
    if (name === 'expiration' && expiration?.kind === 'duration') {
        return said(there, 'allows', `${(0,_values_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .durationText */ .S5)(expiration.milliseconds)} from now`, line);
    }
    // The file holds no passwords: it can only ask for one.
    const asked = name === 'password' && to === 'set' ? 'generate' : valueWords(name, to);
    return said(there, 'says', asked, line);
}
function valueWords(name, value) {
    return name === 'title' ? (0,_quoted_js__WEBPACK_IMPORTED_MODULE_9__/* .quoted */ .T)(String(value)) : String(value);
}
function said(there, verb, asked, line) {
    return `${there}, the file ${verb} ${asked} (line ${line})`;
}


/***/ }),

/***/ 3975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   KZ: () => (/* binding */ findLink),
/* harmony export */   L$: () => (/* binding */ resolved),
/* harmony export */   f6: () => (/* binding */ heirsOf)
/* harmony export */ });
/* unused harmony export survivorFirst */
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(310);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8797);
/* harmony import */ var _quoted_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5504);
/* harmony import */ var _room_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9043);




/** Finds the link of a wish, whose room is known to be writable; a problem if it names one that cannot be. */
function findLink(state, wish, identity) {
    const { room, links } = state;
    const { ref } = wish;
    if (ref.by === 'id')
        return findById(state, ref.id, identity);
    if (ref.by === 'primary') {
        const current = links.find((link) => link.primary) ?? null;
        return { type: 'external', primary: true, current, extras: [], prefix: '' };
    }
    const prefix = (0,_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .idPrefix */ .m0)(identity, { roomId: room.id, type: ref.type, key: ref.key });
    const ours = survivorFirst(links.filter((link) => link.id.startsWith(prefix)));
    const [current = null, ...extras] = ours;
    if (current !== null || ref.type === 'external') {
        return { type: ref.type, primary: false, current, extras, prefix };
    }
    const other = links.find((link) => link.type === 'invitation') ?? null;
    if (other !== null && !wish.adopt) {
        return (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('link-not-ours', `${(0,_room_js__WEBPACK_IMPORTED_MODULE_2__/* .roomName */ .TX)(room)} has an invitation link that the key ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .T)(ref.key)} of this repository did not make: ${listed([other])}.`);
    }
    return { type: 'invitation', primary: false, current: other, extras: [], prefix };
}
/**
 * The order in which links of one key survive: live ones before expired ones, then the smaller id. Two runs that see
 * the same links thus keep the same one.
 */
function survivorFirst(links) {
    return links.toSorted((one, other) => Number(one.expired) - Number(other.expired) || (one.id < other.id ? -1 : 1));
}
/** Prefix of the links that take the place of one that is not ours: a place in a key that no input can spell. */
function heirPrefix({ room }, id, type, identity) {
    return (0,_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .isManaged */ .yF)(identity, id) ? (0,_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .prefixOf */ .MT)(id) : (0,_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .idPrefix */ .m0)(identity, { roomId: room.id, type, key: `\n${id}` });
}
/** The links that runs have put in the place of the one with this id, the one that stays first. */
function heirsOf(state, id, identity) {
    const isHeir = (link) => link.id !== id && link.id.startsWith(heirPrefix(state, id, link.type, identity));
    return survivorFirst(state.links.filter(isHeir));
}
/** A link that was named by its id and has been replaced since is the one that took its place. */
function resolved(state, wish, identity) {
    const { ref } = wish;
    if (ref.by !== 'id' || state.links.some(({ id }) => id === ref.id))
        return wish;
    const [heir] = heirsOf(state, ref.id, identity);
    return heir === undefined ? wish : { ...wish, ref: { by: 'id', id: heir.id } };
}
function findById(state, id, identity) {
    const { room, links } = state;
    const named = links.find((link) => link.id === id);
    const heirs = heirsOf(state, id, identity);
    const [heir] = heirs;
    if (named === undefined) {
        return (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('link-not-found', `${(0,_room_js__WEBPACK_IMPORTED_MODULE_2__/* .roomName */ .TX)(room)} has no link with the id ${id}. Its links: ${listed(links)}.`, heir === undefined ? undefined : `An earlier run replaced it: use \`link-id: ${heir.id}\` from now on.`);
    }
    // A run that died has left an heir beside the expired link that it was to replace; then the heir is the link.
    const current = named.expired && heir?.expired === false ? heir : named;
    return {
        type: current.type,
        primary: current.primary,
        current,
        extras: [named, ...heirs].filter((link) => link !== current),
        prefix: heirPrefix(state, id, current.type, identity),
    };
}
/** Links for a sentence: title, id, and whether each has expired. */
function listed(links) {
    if (links.length === 0)
        return 'none';
    return links.map((link) => `${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .T)(link.title)} (${link.id}${link.expired ? ', expired' : ''})`).join(', ');
}


/***/ })

};
