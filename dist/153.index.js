export const id = 153;
export const ids = [153];
export const modules = {

/***/ 7020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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
            return `${(0,_duration_js__WEBPACK_IMPORTED_MODULE_9__/* .spokenDuration */ .Vz)(expiration.milliseconds)} from now`;
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
