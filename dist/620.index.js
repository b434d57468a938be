export const id = 620;
export const ids = [620];
export const modules = {

/***/ 620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   list: () => (/* binding */ list),
/* harmony export */   runList: () => (/* binding */ runList)
/* harmony export */ });
/* harmony import */ var _docspace_portal_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4100);
/* harmony import */ var _links_described_link_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9446);
/* harmony import */ var _links_identity_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(310);
/* harmony import */ var _links_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8797);
/* harmony import */ var _links_text_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9619);
/* harmony import */ var _reconcile_read_room_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1707);
/* harmony import */ var _render_log_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7147);
/* harmony import */ var _render_outputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8211);
/* harmony import */ var _render_summary_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5901);









/**
 * Reads a room's links. Throws `not-room-manager` where the key may not see them: the portal then answers with an
 * empty list, and an empty list is never passed on as an answer (portal.md §0.7).
 */
async function list(deps, task) {
    const state = await (0,_reconcile_read_room_js__WEBPACK_IMPORTED_MODULE_3__/* .readListing */ .vS)(deps.portal, await (0,_reconcile_read_room_js__WEBPACK_IMPORTED_MODULE_3__/* .resolveRoom */ .Ow)(deps.portal, task.room), ({ room }) => {
        deps.seen(room);
    });
    deps.seen(state.room);
    deps.log.line((0,_render_log_js__WEBPACK_IMPORTED_MODULE_4__/* .roomLine */ .cX)(state));
    if (state.links.length === 0 && !(await (0,_reconcile_read_room_js__WEBPACK_IMPORTED_MODULE_3__/* .maySeeLinks */ .Ue)(state.room, async () => (await deps.portal.key()).userId))) {
        throw (0,_links_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .failure */ .V2)('not-room-manager', `The portal shows no links of room ${state.room.id} ${(0,_links_text_js__WEBPACK_IMPORTED_MODULE_7__/* .quoted */ .TL)(state.room.title)} to this key, which does not mean that there are none: its user is not a manager of the room.`);
    }
    // In the archive no flag tells the rights, so the contradiction shows only now.
    if (state.links.length === 0 && state.room.shared === true)
        throw (0,_reconcile_read_room_js__WEBPACK_IMPORTED_MODULE_3__/* .unlisted */ .B$)(state);
    return {
        state,
        links: state.links.filter((link) => task.type === 'all' || link.type === task.type),
        primary: state.links.find((link) => link.primary) ?? null,
    };
}
/** The action `list`: reads a room's links and sets its outputs; gives the summary. */
async function runList(inputs, tools) {
    const { runner, identity, output } = tools;
    const shows = (link) => (0,_links_described_link_js__WEBPACK_IMPORTED_MODULE_1__/* .mayReveal */ .L)(link, inputs.revealLink);
    const { state, links, primary } = await list({
        portal: tools.portal,
        log: runner,
        seen: ({ id }) => {
            output('room-id', id);
        },
    }, { room: inputs.room, type: inputs.linkType });
    output('links', { elements: (0,_render_outputs_js__WEBPACK_IMPORTED_MODULE_5__/* .linkElements */ .iq)(links, identity, shows), whole: 'The log names all of them.' });
    output('links-count', String(links.length));
    output('primary-link-id', primary?.id ?? '');
    const now = (0,_docspace_portal_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .portalNow */ .H1)(tools.portal, tools.now());
    (0,_render_log_js__WEBPACK_IMPORTED_MODULE_4__/* .listLines */ .i4)(state.links, inputs.linkType, now, shows).forEach(runner.line);
    return [
        `### DocSpace room links`,
        `${(0,_render_summary_js__WEBPACK_IMPORTED_MODULE_6__/* .roomSummary */ .si)(state.room)} · ${(0,_render_log_js__WEBPACK_IMPORTED_MODULE_4__/* .countWords */ .rj)(links.length, inputs.linkType)}`,
        (0,_render_summary_js__WEBPACK_IMPORTED_MODULE_6__/* .linksTable */ .sg)(links, now, null, (id) => (0,_links_identity_js__WEBPACK_IMPORTED_MODULE_8__/* .isManaged */ .yF)(identity, id), shows),
    ].join('\n\n');
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
/* harmony import */ var _find_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3975);
/* harmony import */ var _link_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6788);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8797);
/* harmony import */ var _room_types_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1583);
/* harmony import */ var _room_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9043);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9619);
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(517);









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
        return (0,_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .problem */ .CC)('not-room-manager', `The user who owns the API key is not a manager of room ${room.id} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_8__/* .quoted */ .TL)(room.title)}, so the portal shows and changes none of its links for this key.`);
    }
    return null;
}
/** Before 3.7 the portal itself dates every invitation it writes (portal.md §4.3). */
function setsExpirationItself(type, version) {
    return type === 'invitation' && version !== '3.7';
}
/** Links of one kind that stay where they are: those of the same key that go make place. */
function linksOfKind(state, found, kind) {
    return state.links.filter((link) => (0,_link_js__WEBPACK_IMPORTED_MODULE_3__/* .kindOf */ .I)(link) === kind && !found.duplicates.includes(link));
}
/** Everything that forbids what a desired link means for a room that is known to be writable. */
function planProblems(state, found, desired, action, target) {
    const { room } = state;
    const type = room.type; // roomProblem() refused rooms of unknown type
    const where = `${type.label} ${room.id} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_8__/* .quoted */ .TL)(room.title)}`;
    const kind = (0,_link_js__WEBPACK_IMPORTED_MODULE_3__/* .kindOf */ .I)(found);
    const roles = type.access[found.type];
    if (roles === undefined) {
        return [
            (0,_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .problem */ .CC)('kind-not-available', `${where} has invitation links only.`, `Use \`link-type: invitation\` here, or another type of room.`),
        ];
    }
    const problems = [
        ...fieldProblems(found, desired),
        ...internalProblems(state, found, desired, where, target),
        ...expirationProblems(state, found, desired, action, where, target),
        ...usesProblems(state, found, desired, action),
    ];
    if (action === 'none')
        return problems;
    if (!(0,_room_types_js__WEBPACK_IMPORTED_MODULE_5__/* .allowsAccess */ .xg)(type, found.type, target.access)) {
        const allowed = roles.map((name) => `\`${name}\` (${(0,_access_js__WEBPACK_IMPORTED_MODULE_0__/* .accessLabel */ .Hm)((0,_access_js__WEBPACK_IMPORTED_MODULE_0__/* .accessCode */ .yv)(name))})`);
        const asked = (0,_access_js__WEBPACK_IMPORTED_MODULE_0__/* .accessOf */ .YK)(target.access) ?? String(target.access);
        const given = desired.access === undefined ? (found.current === null ? ', the default,' : ', which it has now,') : '';
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
function fieldProblems(found, desired) {
    const names = (0,_desired_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldsNotFor */ .A1)(desired, found.type);
    if (names.length === 0)
        return [];
    const what = found.type === 'external' ? 'an external link' : 'an invitation link';
    return [
        (0,_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .problem */ .CC)('not-possible', `This is ${what}: ${names.map((name) => `\`${name}\``).join(', ')} cannot be set for it.`),
    ];
}
function internalProblems({ room, version }, found, desired, where, target) {
    if (found.type === 'invitation' || !target.internal)
        return [];
    if (room.type.internal === false) {
        const given = desired.internal === undefined ? 'The default `internal: true`' : '`internal: true`';
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
function expirationProblems(state, found, desired, action, where, target) {
    const { expiration } = desired;
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
        const present = current.expiration === null ? 'never' : (0,_time_js__WEBPACK_IMPORTED_MODULE_6__/* .formatInstant */ .r4)(current.expiration);
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
            return `${(0,_time_js__WEBPACK_IMPORTED_MODULE_6__/* .formatDuration */ .a3)(expiration.milliseconds)} from now`;
        case 'instant':
            return (0,_time_js__WEBPACK_IMPORTED_MODULE_6__/* .formatInstant */ .r4)(expiration.at);
    }
}
function usesProblems(state, found, desired, action) {
    const { maxUses } = desired;
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

/***/ 3975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   KZ: () => (/* binding */ findLink),
/* harmony export */   L$: () => (/* binding */ resolved),
/* harmony export */   P1: () => (/* binding */ replacementsOf)
/* harmony export */ });
/* unused harmony export byPrecedence */
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(310);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8797);
/* harmony import */ var _room_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9043);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9619);




/** Finds the link of a desired link, whose room is known to be writable; problems if it names one that cannot be. */
function findLink(state, desired, identity) {
    const { room, links } = state;
    const { reference } = desired;
    if (reference.by === 'id')
        return findById(state, reference.id, identity);
    if (reference.by === 'primary') {
        const current = links.find((link) => link.primary) ?? null;
        return { value: { type: 'external', primary: true, current, duplicates: [], prefix: '' } };
    }
    const prefix = (0,_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .idPrefix */ .m0)(identity, { roomId: room.id, type: reference.type, key: reference.key });
    const ours = byPrecedence(links.filter((link) => link.id.startsWith(prefix)));
    const [current = null, ...duplicates] = ours;
    if (current !== null || reference.type === 'external') {
        return { value: { type: reference.type, primary: false, current, duplicates, prefix } };
    }
    const other = links.find((link) => link.type === 'invitation') ?? null;
    if (other !== null && !desired.adopt) {
        const message = `${(0,_room_js__WEBPACK_IMPORTED_MODULE_2__/* .roomName */ .TX)(room)} has an invitation link that the key ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(reference.key)} of this repository did not make: ${listed([other])}.`;
        return { problems: [(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('link-not-ours', message)] };
    }
    return { value: { type: 'invitation', primary: false, current: other, duplicates: [], prefix } };
}
/**
 * The order in which links of one key survive: live ones before expired ones, then the smaller id. Two runs that see
 * the same links thus keep the same one.
 */
function byPrecedence(links) {
    return links.toSorted((one, other) => Number(one.expired) - Number(other.expired) || (one.id < other.id ? -1 : 1));
}
/** Prefix of the links that take the place of one that is not ours: a place in a key that no input can spell. */
function replacementPrefix({ room }, id, type, identity) {
    return (0,_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .isManaged */ .yF)(identity, id) ? (0,_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .prefixOf */ .MT)(id) : (0,_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .idPrefix */ .m0)(identity, { roomId: room.id, type, key: `\n${id}` });
}
/** The links that runs have put in the place of the one with this id, the one that stays first. */
function replacementsOf(state, id, identity) {
    const isReplacement = (link) => link.id !== id && link.id.startsWith(replacementPrefix(state, id, link.type, identity));
    return byPrecedence(state.links.filter(isReplacement));
}
/** A link that was named by its id and has been replaced since is the one that took its place. */
function resolved(state, desired, identity) {
    const { reference } = desired;
    if (reference.by !== 'id' || state.links.some(({ id }) => id === reference.id))
        return desired;
    const [replacement] = replacementsOf(state, reference.id, identity);
    return replacement === undefined ? desired : { ...desired, reference: { by: 'id', id: replacement.id } };
}
function findById(state, id, identity) {
    const { room, links } = state;
    const named = links.find((link) => link.id === id);
    const replacements = replacementsOf(state, id, identity);
    const [replacement] = replacements;
    if (named === undefined) {
        const message = `${(0,_room_js__WEBPACK_IMPORTED_MODULE_2__/* .roomName */ .TX)(room)} has no link with the id ${id}. Its links: ${listed(links)}.`;
        const hint = replacement === undefined
            ? undefined
            : `An earlier run replaced it: use \`link-id: ${replacement.id}\` from now on.`;
        return { problems: [(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('link-not-found', message, hint)] };
    }
    // A run that died has left a replacement beside the expired link that it was to replace; then the replacement is the link.
    const current = named.expired && replacement?.expired === false ? replacement : named;
    const { type, primary } = current;
    const duplicates = [named, ...replacements].filter((link) => link !== current);
    return { value: { type, primary, current, duplicates, prefix: replacementPrefix(state, id, type, identity) } };
}
/** Links for a sentence: title, id, and whether each has expired. */
function listed(links) {
    if (links.length === 0)
        return 'none';
    return links.map((link) => `${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(link.title)} (${link.id}${link.expired ? ', expired' : ''})`).join(', ');
}


/***/ }),

/***/ 9428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MZ: () => (/* binding */ oneRoom),
/* harmony export */   Q9: () => (/* binding */ titleProblem),
/* harmony export */   XB: () => (/* binding */ nearRooms),
/* harmony export */   oi: () => (/* binding */ listedNear)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8797);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9619);


/** The naming of the actions that work in one room. */
const oneRoom = { title: 'room-title', id: 'room-id' };
/** No message needs more of them. */
const mostNear = 5;
/**
 * The rooms whose titles a user may have meant by this one, the nearest first, then by id; at most five. Near is what
 * differs only in case, in spaces and invisible characters, in quotes around it, in the characters that DocSpace replaces
 * by `_`, or in few letters; and the room whose id it is.
 */
function nearRooms(title, rooms) {
    return rooms
        .map((room) => ({ room, difference: isIdOf(title, room) ?? differenceOf(title, room.title) }))
        .flatMap(({ room, difference }) => (difference === null ? [] : [{ room, ...difference }]))
        .toSorted((one, other) => one.rank - other.rank || one.room.id.localeCompare(other.room.id, 'en', { numeric: true }))
        .slice(0, mostNear)
        .map(({ room: { id, title: near, area }, how }) => ({
        id,
        title: near,
        how: [how, area === undefined ? '' : areaWords[area]].filter((words) => words !== '').join(', '),
    }));
}
/** Near rooms for a sentence: `"partners" (201, other case)`; '' for none. */
function listedNear(near) {
    return near
        .map(({ id, title, how }) => `${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(title)} (${[id, how].filter((one) => one !== '').join(', ')})`)
        .join('; ');
}
/** The problem of a title that no active room has; `rooms` are those that were read, the archived ones too. */
function titleProblem(title, rooms, naming) {
    const near = nearRooms(title, rooms);
    // On screen it may look like the title of a room that it is not.
    const unseen = (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .stripInvisible */ ._0)(title) === title ? '' : ' (with spaces or characters that do not show here)';
    const message = `No active room that this key can see has the title ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(title)}${unseen}.`;
    if (near.length === 0) {
        return (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('room-not-found', message, `Titles are compared exactly, case included. DocSpace stores \`:\`, \`|\`, \`<\`, \`>\` and \`"\` in a title as \`_\`. Check \`${naming.title}\`, and whether the user who owns the API key is a member of the room. Or name the room by its id in \`${naming.id}\`.`);
    }
    const archived = near.some(({ how }) => how.includes(areaWords.archived))
        ? ' Restore an archived room in DocSpace first.'
        : '';
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('room-not-found', `${message} Near titles: ${listedNear(near)}.`, `Titles are compared exactly. Correct \`${naming.title}\`, or name the room by its id in \`${naming.id}\`.${archived}`);
}
const areaWords = {
    active: '',
    archived: 'in the Archive',
    template: 'a template',
    agents: 'an AI agent',
};
/** What is forgiven, the smallest first, and what the difference is called. */
const steps = [
    { how: '', fold: (text) => text.normalize('NFC') },
    { how: 'invisible characters', fold: (text) => text.replace(/\p{Cf}/gu, '') },
    { how: 'other spaces around it', fold: (text) => text.trim() },
    { how: 'no-break spaces', fold: (text) => text.replace(/[\u00a0\u2007\u202f]/gu, ' ') },
    { how: 'other spaces', fold: (text) => text.replace(/[\s\u0085]+/gu, ' ') },
    { how: 'other case', fold: (text) => text.toLowerCase() },
    { how: 'no quotes', fold: (text) => text.replace(/^["'`“”„«»](.+)["'`“”«»]$/su, '$1') },
    // As the portal cleans titles: portal.md G1.
    {
        how: '`_` for other characters',
        fold: (text) => text.replace(/[:|<>"]/gu, '_').replace(/\p{Cs}|[^\0-\uffff]/gu, '__'),
    },
];
function folded(text, by) {
    return by.reduce((rest, { fold }) => fold(rest), text);
}
function isIdOf(asked, { id }) {
    return asked.trim() === id ? { rank: 0, how: 'this is its id' } : null;
}
function differenceOf(asked, title) {
    const equalBy = (by) => folded(asked, by) === folded(title, by);
    const rank = steps.findIndex((_, index) => equalBy(steps.slice(0, index + 1)));
    if (rank === -1) {
        return isSlip(folded(asked, steps), folded(title, steps)) ? { rank: steps.length, how: 'similar' } : null;
    }
    const probed = steps.slice(0, rank + 1);
    // A difference is one that matters: without its step the texts are not equal.
    const needed = probed.filter((step) => step.how !== '' && !equalBy(probed.filter((other) => other !== step)));
    return { rank, how: needed.map(({ how }) => how).join(', ') };
}
/** Whether few letters differ: one, or every sixth, three at most. Titles of one or two letters resemble none. */
function isSlip(one, other) {
    const longest = Math.max(one.length, other.length);
    const most = Math.min(3, Math.max(1, Math.floor(longest / 6)));
    return Math.min(one.length, other.length) > 2 && distance(one, other, most) <= most;
}
/** How many letters are to be put in, left out, changed or swapped with the next; more than `most` is not counted out. */
function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most)
        return most + 1;
    let before = [];
    let row = Array.from({ length: other.length + 1 }, (_, index) => index);
    for (let i = 1; i <= one.length; i += 1) {
        const next = [i];
        for (let j = 1; j <= other.length; j += 1) {
            const same = one[i - 1] === other[j - 1];
            const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
            const ways = [at(row, j) + 1, at(next, j - 1) + 1, at(row, j - 1) + (same ? 0 : 1)];
            next.push(Math.min(...ways, ...(swapped ? [at(before, j - 2) + 1] : [])));
        }
        if (Math.min(...next) > most)
            return most + 1;
        [before, row] = [row, next];
    }
    return at(row, other.length);
}
function at(row, index) {
    return row[index];
}


/***/ }),

/***/ 1707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $l: () => (/* binding */ readLinksBack),
/* harmony export */   B$: () => (/* binding */ unlisted),
/* harmony export */   Ow: () => (/* binding */ resolveRoom),
/* harmony export */   Qo: () => (/* binding */ readRoom),
/* harmony export */   UO: () => (/* binding */ lacksExternal),
/* harmony export */   Ue: () => (/* binding */ maySeeLinks),
/* harmony export */   _X: () => (/* binding */ saysNothing),
/* harmony export */   us: () => (/* binding */ readExpecting),
/* harmony export */   vS: () => (/* binding */ readListing),
/* harmony export */   yC: () => (/* binding */ isContradictory)
/* harmony export */ });
/* unused harmony export lookAgain */
/* harmony import */ var _links_room_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9043);
/* harmony import */ var _links_constraints_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3554);
/* harmony import */ var _links_near_titles_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9428);
/* harmony import */ var _links_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8797);
/* harmony import */ var _links_result_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4061);
/* harmony import */ var _links_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9619);






/**
 * Whether a room says that it has an external link, and its list has none. The flags are there from 3.7 on, and never
 * count invitations (portal.md §7).
 */
function lacksExternal({ room, links }) {
    const says = room.shared === true || room.sharedExternal === true;
    return says && links.every(({ type }) => type !== 'external');
}
/** ... and lets this key see its links. In the archive no flag says that. */
function isContradictory(state) {
    return state.room.canEditAccess && lacksExternal(state);
}
/** Whether the room does not say if it has external links. */
function saysNothing({ room }) {
    return room.shared === null;
}
/** The failure for a room whose list still contradicts what the room says. */
function unlisted({ room }) {
    return (0,_links_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .failure */ .V2)('links-not-listed', `${(0,_links_room_js__WEBPACK_IMPORTED_MODULE_4__/* .roomName */ .TX)(room)} says that it has an external link, but its list has none.`);
}
/**
 * Looks again at a room whose list was empty: first at the room, which now tells the rights that are in force after the
 * list was read, and if it contradicts the list, at the list. Whether the key may see the links is left to the caller.
 * Throws `links-not-listed` if the contradiction stays.
 */
async function lookAgain(portal, state) {
    const room = { ...state, room: await portal.room(state.room.id) };
    if (!isContradictory(room))
        return room;
    const both = { ...room, ...(await portal.links(state.room.id)) };
    if (isContradictory(both))
        throw unlisted(both);
    return both;
}
/**
 * Reads a room's links again, after a write. An empty list says that nothing is there only if the key may still see the
 * links, which is looked up where links are expected (`isExpected`). Throws why they cannot be seen, and
 * `links-not-listed`.
 */
async function readLinksBack(portal, state, isExpected) {
    const read = { ...state, ...(await portal.links(state.room.id)) };
    if (read.links.length > 0 || !isExpected)
        return read;
    const again = await lookAgain(portal, read);
    const hidden = (0,_links_constraints_js__WEBPACK_IMPORTED_MODULE_0__/* .roomProblem */ .t0)(again.room);
    if (hidden === null)
        return again;
    const message = `${hidden.message} That has changed since this step began, so what it has written cannot be read back.`;
    throw new _links_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR([{ ...hidden, message }]);
}
/**
 * The id of the room that is meant. A title is looked up among the active rooms of this key, exactly, in Unicode NFC.
 * Throws `room-not-found` with the rooms whose titles are near, and `room-ambiguous` with the ids if several rooms have the
 * title. `naming`: the inputs that messages advise.
 */
async function resolveRoom(portal, reference, naming = _links_near_titles_js__WEBPACK_IMPORTED_MODULE_1__/* .oneRoom */ .MZ) {
    if (reference.by === 'id')
        return reference.id;
    const title = reference.title.normalize('NFC');
    const exact = (rooms) => rooms.filter((room) => (0,_links_room_js__WEBPACK_IMPORTED_MODULE_4__/* .matches */ .cK)(reference, room));
    // The portal's filter compares by its own rules, so what it does not find is looked for among all rooms.
    const filtered = exact(await portal.rooms({ area: 'active', title }));
    const active = filtered.length > 0 ? filtered : await portal.rooms({ area: 'active' });
    const [room, ...others] = exact(active);
    if (room === undefined)
        throw new _links_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR([(0,_links_near_titles_js__WEBPACK_IMPORTED_MODULE_1__/* .titleProblem */ .Q9)(title, [...active, ...(await archived(portal))], naming)]);
    if (others.length > 0)
        throw new _links_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR([ambiguousTitle(title, [room, ...others], naming)]);
    return room.id;
}
/** The rooms of the Archive, which are only asked for to give advice; none if they cannot be read. */
async function archived(portal) {
    const { value } = await (0,_links_result_js__WEBPACK_IMPORTED_MODULE_3__/* .attempt */ .C)(() => portal.rooms({ area: 'archived' }));
    return value ?? [];
}
function ambiguousTitle(title, rooms, { id }) {
    const ids = rooms
        .map((one) => one.id)
        .toSorted(_links_room_js__WEBPACK_IMPORTED_MODULE_4__/* .byRoomId */ .kc)
        .join(', ');
    return (0,_links_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .problem */ .CC)('room-ambiguous', `${rooms.length} active rooms have the title ${(0,_links_text_js__WEBPACK_IMPORTED_MODULE_5__/* .quoted */ .TL)(title)}: ${ids}.`, `Use one of these ids in \`${id}\`, or rename one room.`);
}
/**
 * Reads a room and its links, both at once. The links are to be believed only if the key may see them: see
 * `maySeeLinks`, and `roomProblem` for writes. Where the room says that it has an external link, a list without any is
 * looked at again (`links-not-listed` if it stays so); an empty list also where it is doubtful. `onRead` is called with what
 * was read first, which is known even if the list cannot be believed.
 */
async function readRoom(portal, id, isDoubtful = () => false, onRead = () => undefined) {
    const state = await readBoth(portal, id);
    onRead(state);
    const isEmpty = state.links.length === 0 && state.room.canEditAccess;
    return isContradictory(state) || (isEmpty && isDoubtful(state)) ? lookAgain(portal, state) : state;
}
/**
 * ... where an empty list is the answer, because no write follows that would fail without rights. It is doubtful where
 * the room does not say whether it has links, as before 3.7.
 */
function readListing(portal, id, onRead = () => undefined) {
    return readRoom(portal, id, saysNothing, onRead);
}
/** ... where a link was there a moment ago, so that an empty list is doubtful in any case. */
function readExpecting(portal, id) {
    return readRoom(portal, id, () => true);
}
async function readBoth(portal, id) {
    const [room, listing] = await Promise.allSettled([portal.room(id), portal.links(id)]);
    if (room.status === 'rejected')
        throw clearer(room.reason, listing);
    if (listing.status === 'rejected')
        throw listing.reason;
    return { room: room.value, ...listing.value };
}
/** A rejected key shows plainly only at the links: the room itself answers 403 to it (portal.md §10.22). */
function clearer(reason, listing) {
    const other = listing.status === 'rejected' ? listing.reason : null;
    return other instanceof _links_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR && other.problems.some(({ code }) => code === 'key-rejected') ? other : reason;
}
/** A room manager's role, which the room itself tells (portal.md §7). */
const roomManager = 9;
/**
 * Whether the portal shows a room's links to a user: to its owner and its Room managers. To all others the list is
 * empty, so an empty list says something only where this is true (portal.md §0.7). In the archive no flag says so.
 */
async function maySeeLinks(room, userId) {
    if (room.canEditAccess || room.area === 'template')
        return true;
    if (room.area !== 'archived')
        return false;
    return room.access === roomManager || (room.ownerId !== null && (await userId()) === room.ownerId);
}


/***/ })

};
