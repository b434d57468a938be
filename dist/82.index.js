export const id = 82;
export const ids = [82];
export const modules = {

/***/ 8684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GP: () => (/* binding */ narrowingChange),
/* harmony export */   RP: () => (/* binding */ tooManyChanges),
/* harmony export */   Zl: () => (/* binding */ revokeChange),
/* harmony export */   fs: () => (/* binding */ changesOf)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8797);

/** What a plan changes: the link itself, then those of the same key that go. */
function changesOf(plan) {
    const main = {
        action: plan.action,
        roomId: plan.room.id,
        roomTitle: plan.room.title,
        linkId: plan.id ?? '',
        key: plan.key ?? '',
        type: plan.type,
        primary: plan.primary,
        fields: plan.fields,
        widens: plan.widens,
    };
    return [main, ...plan.duplicates.map((link) => revokeChange(plan.room, link, plan.key))];
}
/** The change that takes a link away. */
function revokeChange(room, link, key) {
    return {
        action: 'revoke',
        roomId: room.id,
        roomTitle: room.title,
        linkId: link.id,
        key: key ?? '',
        type: link.type,
        primary: link.primary,
        fields: [],
        widens: [],
    };
}
/** The change of these settings of a link, none of which becomes more open. */
function narrowingChange(room, link, fields) {
    return { ...revokeChange(room, link, null), action: 'update', fields };
}
/** More changes than there may be; null if there are not. What stays as it is does not count. */
function tooManyChanges(changes, most) {
    const count = changes.filter(({ action }) => action !== 'none').length;
    if (count <= most)
        return null;
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('too-many-changes', `The plan has ${count} changes, and \`max-changes\` is ${most}.`);
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

/***/ 8639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QT: () => (/* binding */ isDefaultTitle)
/* harmony export */ });
/* unused harmony exports portalTitles, webClientTitle */
/* harmony import */ var _folded_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5226);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9619);


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
    return (0,_folded_js__WEBPACK_IMPORTED_MODULE_0__/* .folded */ .T)((0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .stripInvisible */ ._0)(title));
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

/***/ 9419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FL: () => (/* binding */ looksHalfMade),
/* harmony export */   k6: () => (/* binding */ isAsMadeBeside),
/* harmony export */   kz: () => (/* binding */ isAsMade)
/* harmony export */ });
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6202);
/* harmony import */ var _default_titles_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8639);
/* harmony import */ var _desired_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5260);
/* harmony import */ var _room_types_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1583);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4433);





/**
 * The settings that a desired link keeps of a primary link which, in all that the desired link does not give, looks exactly as the portal
 * makes one. A person may have left it so, or a run that died before it could give the link its settings: nobody can tell,
 * so these are named. None where anything of it was set.
 */
function looksHalfMade(place, desired) {
    const { current, primary, room } = place;
    if (!primary || current === null || current.expired)
        return [];
    const kept = madeSettings(room, current).filter(({ name }) => !(0,_desired_js__WEBPACK_IMPORTED_MODULE_2__/* .gives */ .$Z)(desired, name));
    if (kept.some(({ isAsMade }) => !isAsMade))
        return [];
    const fixed = [
        ...((0,_desired_js__WEBPACK_IMPORTED_MODULE_2__/* .isPermanent */ .lE)(place) ? ['expiration'] : []),
        ...(room.type?.internal === false ? ['internal'] : []),
    ];
    return kept.map(({ name }) => name).filter((name) => !fixed.includes(name));
}
/** Whether a primary link is as the portal makes one, in all of its settings. */
function isAsMade(room, link) {
    return madeSettings(room, link).every((setting) => setting.isAsMade);
}
/**
 * ... whatever its title, which is in the language of whoever made it: perhaps one that this action does not know. Another
 * run that makes the same link gives it this title, and then it is not as made.
 */
function isAsMadeBeside(room, link, title) {
    const others = madeSettings(room, link).filter(({ name }) => name !== 'title');
    return others.every((setting) => setting.isAsMade) && ((0,_default_titles_js__WEBPACK_IMPORTED_MODULE_1__/* .isDefaultTitle */ .QT)(link.title) || link.title !== title);
}
/**
 * Which settings of a primary link are as the portal makes one: Viewer (in a Form filling room also Form filler), without
 * password and end, with a default title, for anyone or for DocSpace users as the portal's default is (portal.md §3).
 */
function madeSettings(room, link) {
    const isFiller = (0,_access_js__WEBPACK_IMPORTED_MODULE_0__/* .accessOf */ .YK)(link.access) === 'form-filler' && room.type?.code === _room_types_js__WEBPACK_IMPORTED_MODULE_3__/* .formRoom */ .q4;
    return (0,_settings_js__WEBPACK_IMPORTED_MODULE_4__/* .settingsOf */ .f5)('external').map((name) => {
        if (name === 'access')
            return { name, isAsMade: isFiller || link.access === (0,_access_js__WEBPACK_IMPORTED_MODULE_0__/* .accessCode */ .yv)('viewer') };
        if (name === 'title')
            return { name, isAsMade: (0,_default_titles_js__WEBPACK_IMPORTED_MODULE_1__/* .isDefaultTitle */ .QT)(link.title) };
        return { name, isAsMade: (0,_settings_js__WEBPACK_IMPORTED_MODULE_4__/* .isSettingAsMade */ .uN)(name, link) };
    });
}


/***/ }),

/***/ 9558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ planRemaining),
/* harmony export */   l: () => (/* binding */ newHistory)
/* harmony export */ });
/* harmony import */ var _desired_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5260);
/* harmony import */ var _find_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3975);
/* harmony import */ var _half_made_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9419);
/* harmony import */ var _plan_link_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8500);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4433);





/** The history of a run that has done nothing yet. */
function newHistory(first) {
    return { first, written: new Map(), revoked: new Set(), begun: new Map() };
}
/**
 * What is still to be done of a desired link. A link that was named by its id is the one that has taken its place, once this run
 * has begun. A new URL is given once, by whoever was first: there is one when the link that stands now was not in the
 * room at the first reading.
 */
function remaining(desired, state, history, identity) {
    const left = history.begun.size === 0 ? desired : (0,_find_js__WEBPACK_IMPORTED_MODULE_1__/* .resolved */ .L$)(state, desired, identity);
    if (!left.rotate)
        return left;
    const current = (0,_find_js__WEBPACK_IMPORTED_MODULE_1__/* .findLink */ .KZ)(state, left, identity).value?.current ?? null;
    if (current === null)
        return left;
    return { ...left, rotate: history.first.links.some(({ id }) => id === current.id) };
}
/**
 * Plans a desired link again, never wider than it was planned first (`begun`; null: it was not). Where what the desired link does not say
 * would become wider, since it comes from a list that shows this run's own damage or a default, it is taken from the first
 * plan. All that the desired link does not say is taken from there where this run has taken the old link away, which alone had it,
 * and where it makes a primary link: for a moment that is as the portal makes it, and nothing of that is to be kept.
 */
function planAgain(state, desired, begun, context) {
    const free = (0,_plan_link_js__WEBPACK_IMPORTED_MODULE_3__/* .planLink */ .a)(state, desired, context);
    if (begun === null || free.value === undefined)
        return free;
    const { room, type, current, target } = free.value;
    const isLost = current === null && begun.current !== null && begun.action !== 'update';
    const isMade = begun.primary && begun.action !== 'update' && (current === null || (0,_half_made_js__WEBPACK_IMPORTED_MODULE_2__/* .isAsMade */ .kz)(room, current));
    const names = isLost || isMade ? (0,_settings_js__WEBPACK_IMPORTED_MODULE_4__/* .settingsOf */ .f5)(type) : (0,_settings_js__WEBPACK_IMPORTED_MODULE_4__/* .widenings */ .Dp)(type, begun.target, target);
    const pinned = pin(desired, begun, names);
    return pinned === desired ? free : (0,_plan_link_js__WEBPACK_IMPORTED_MODULE_3__/* .planLink */ .a)(state, pinned, context);
}
/**
 * Plans what is still to be done of a desired link: see `remaining` and `planAgain`. `entry` is what asks for it, the same object in
 * every plan of a run.
 */
function planRemaining(state, desired, { entry, history }, context) {
    const left = remaining(desired, state, history, context.identity);
    const begun = history.begun.get(entry) ?? null;
    const found = begun === null ? undefined : (0,_find_js__WEBPACK_IMPORTED_MODULE_1__/* .findLink */ .KZ)(state, left, context.identity).value;
    if (found === undefined)
        return (0,_plan_link_js__WEBPACK_IMPORTED_MODULE_3__/* .planLink */ .a)(state, left, context);
    const { current, primary } = found;
    // What another run has made is kept as it is.
    const isInTheMaking = primary && current !== null && (0,_half_made_js__WEBPACK_IMPORTED_MODULE_2__/* .isAsMade */ .kz)(state.room, current);
    const isOurs = current === null || isInTheMaking || history.written.has(current.id);
    return planAgain(state, left, isOurs ? begun : null, context);
}
/** The desired link, with these settings as the first plan has them wherever it does not give them itself. */
function pin(desired, begun, names) {
    // `generate` keeps the password that there was.
    const keeps = desired.password?.kind === 'generate' && begun.newPassword === null;
    const open = names.filter((name) => !(0,_desired_js__WEBPACK_IMPORTED_MODULE_0__/* .gives */ .$Z)(desired, name) || (name === 'password' && keeps));
    if (open.length === 0)
        return desired;
    const { target } = begun;
    const password = target.password === null ? { kind: 'none' } : { kind: 'given', password: target.password };
    const pinned = { ...target, expiration: pinnedEnd(begun), password };
    return { ...desired, ...Object.fromEntries(open.map(_settings_js__WEBPACK_IMPORTED_MODULE_4__/* .memberOf */ .C5).map((member) => [member, pinned[member]])) };
}
/** A date that was kept, and otherwise the longest life that a link gets when nobody says how long. */
function pinnedEnd(begun) {
    const { current, target } = begun;
    if ((0,_desired_js__WEBPACK_IMPORTED_MODULE_0__/* .isPermanent */ .lE)(begun))
        return undefined;
    if (current?.expired !== false)
        return { kind: 'duration', milliseconds: _desired_js__WEBPACK_IMPORTED_MODULE_0__/* .defaultLifetime */ .x };
    return target.expiration === null ? { kind: 'never' } : { kind: 'instant', at: target.expiration };
}


/***/ }),

/***/ 8500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ planLink),
/* harmony export */   u: () => (/* binding */ atRiskAsInputs)
/* harmony export */ });
/* harmony import */ var _constraints_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3554);
/* harmony import */ var _desired_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5260);
/* harmony import */ var _find_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3975);
/* harmony import */ var _half_made_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9419);
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(310);
/* harmony import */ var _link_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6788);
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1776);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4433);
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(517);









/**
 * What has to be done so that the room has the link of the desired link, or everything that forbids it. Everything that is
 * known to go wrong is found here, before the first write.
 */
function planLink(state, desired, context) {
    const unwritable = (0,_constraints_js__WEBPACK_IMPORTED_MODULE_0__/* .roomProblem */ .t0)(state.room);
    if (unwritable !== null)
        return { problems: [unwritable] };
    const { value: found, problems: unfound } = (0,_find_js__WEBPACK_IMPORTED_MODULE_2__/* .findLink */ .KZ)(state, desired, context.identity);
    if (found === undefined)
        return { problems: unfound };
    const place = { room: state.room, type: found.type, primary: found.primary, current: found.current };
    const generated = rememberPassword(context.newPassword);
    const asIs = (0,_desired_js__WEBPACK_IMPORTED_MODULE_1__/* .desiredSettings */ .Qf)(place, desired, { ...context, newPassword: generated.draw });
    const settings = { ...asIs, expiration: (portalsDate(place, desired, state.version) ?? asIs).expiration };
    const action = actionOf(place, desired, settings);
    const target = withPortalsDate(place, state.version, settings, action, context.now);
    const problems = (0,_constraints_js__WEBPACK_IMPORTED_MODULE_0__/* .planProblems */ .s4)(state, found, desired, action, target);
    if (problems.length > 0)
        return { problems };
    const steps = stepsOf(state, found, action, context.identity);
    return {
        value: {
            action,
            key: desired.reference.by === 'id' ? null : desired.reference.key,
            ...place,
            target,
            id: steps.id,
            fields: action === 'none' ? [] : (0,_settings_js__WEBPACK_IMPORTED_MODULE_6__/* .changes */ .Ao)(found.type, found.current, target),
            widens: action === 'none' ? [] : (0,_settings_js__WEBPACK_IMPORTED_MODULE_6__/* .widenings */ .Dp)(found.type, found.current, target),
            steps: steps.steps,
            duplicates: found.duplicates,
            oldGoesFirst: steps.oldGoesFirst,
            atRisk: steps.oldGoesFirst ? lostWith(place, desired, target, context) : [],
            halfMade: (0,_half_made_js__WEBPACK_IMPORTED_MODULE_3__/* .looksHalfMade */ .FL)(place, desired),
            newPassword: generated.drawn(),
            portalSetsExpiration: (0,_constraints_js__WEBPACK_IMPORTED_MODULE_0__/* .setsExpirationItself */ .YM)(found.type, state.version),
        },
    };
}
function rememberPassword(draw) {
    let password = null;
    return { draw: () => (password ??= draw()), drawn: () => password };
}
function actionOf(place, desired, settings) {
    const { current, type } = place;
    if (current === null)
        return 'create';
    if (desired.rotate)
        return 'rotate';
    if (current.expired && !desired.renew)
        return 'replace';
    const same = (0,_settings_js__WEBPACK_IMPORTED_MODULE_6__/* .changes */ .Ao)(type, { ...current, expiration: null }, { ...settings, expiration: null }).length === 0;
    return same && (0,_link_js__WEBPACK_IMPORTED_MODULE_4__/* .sameInstant */ .eM)(current, settings.expiration) ? 'none' : 'update';
}
/** The kept settings that a link which is made anew, without the old one, would not have. */
function lostWith(place, desired, target, context) {
    const made = (0,_desired_js__WEBPACK_IMPORTED_MODULE_1__/* .desiredSettings */ .Qf)({ ...place, current: null }, desired, { ...context, newPassword: () => new _secret_js__WEBPACK_IMPORTED_MODULE_5__/* .Secret */ .z('') });
    // `generate` keeps a password, which the next run would draw anew.
    const isKept = (name) => name === 'password' && desired.password?.kind === 'generate'
        ? (place.current?.password ?? null) !== null
        : !(0,_desired_js__WEBPACK_IMPORTED_MODULE_1__/* .gives */ .$Z)(desired, name);
    return (0,_settings_js__WEBPACK_IMPORTED_MODULE_6__/* .changes */ .Ao)(place.type, { ...made, expiration: null }, { ...target, expiration: null })
        .map(({ name }) => name)
        .filter(isKept);
}
/**
 * The link whose date stays, though it is not to the second what is asked; null if there is none. Before 3.7 the portal
 * has dated a live invitation by its own clock, which may be ahead of ours or behind: a week from then is no longer than
 * a week from now, and within some minutes the instant that was asked for.
 */
function portalsDate({ type, current }, { expiration, renew }, version) {
    if (!(0,_constraints_js__WEBPACK_IMPORTED_MODULE_0__/* .setsExpirationItself */ .YM)(type, version) || current?.expired !== false || current.expiration === null)
        return null;
    switch (expiration?.kind) {
        case 'duration':
            return !renew && expiration.milliseconds >= _desired_js__WEBPACK_IMPORTED_MODULE_1__/* .oldInvitationLifetime */ .i7 ? current : null;
        case 'instant':
            return Math.abs(current.expiration.getTime() - expiration.at.getTime()) <= _desired_js__WEBPACK_IMPORTED_MODULE_1__/* .portalsDateTolerance */ .nc ? current : null;
        case 'never':
        case undefined:
            return null;
    }
}
function withPortalsDate(place, version, settings, action, now) {
    if (action === 'none' || !(0,_constraints_js__WEBPACK_IMPORTED_MODULE_0__/* .setsExpirationItself */ .YM)(place.type, version))
        return settings;
    const end = new Date(now.getTime() + _desired_js__WEBPACK_IMPORTED_MODULE_1__/* .oldInvitationLifetime */ .i7);
    return { ...settings, expiration: (0,_time_js__WEBPACK_IMPORTED_MODULE_7__/* .wholeSeconds */ .$P)(end) };
}
function stepsOf(state, found, action, identity) {
    const clearing = found.duplicates.map((link) => ({ do: 'revoke', link }));
    const { current } = found;
    if (current === null) {
        if (found.primary)
            return { steps: [{ do: 'make-primary' }], id: null, oldGoesFirst: false };
        const id = (0,_identity_js__WEBPACK_IMPORTED_MODULE_8__/* .newId */ .Si)(identity, found.prefix);
        return { steps: [...clearing, { do: 'put', id }], id, oldGoesFirst: false };
    }
    if (action === 'none')
        return { steps: clearing, id: current.id, oldGoesFirst: false };
    if (action === 'update') {
        return { steps: [...clearing, { do: 'put', id: current.id }], id: current.id, oldGoesFirst: false };
    }
    // A new URL. Only an additional link of a room with a free place can come before the old one goes.
    const kind = (0,_link_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOf */ .I)(found);
    if (kind === 'primary') {
        return { steps: [{ do: 'revoke', link: current }, { do: 'make-primary' }], id: null, oldGoesFirst: true };
    }
    const id = (0,_identity_js__WEBPACK_IMPORTED_MODULE_8__/* .newId */ .Si)(identity, found.prefix);
    const full = (0,_constraints_js__WEBPACK_IMPORTED_MODULE_0__/* .linksOfKind */ .Lp)(state, found, kind).length >= state.room.type.limits[kind];
    const comes = { do: 'put', id };
    const goes = { do: 'revoke', link: current };
    return { steps: [...clearing, ...(full ? [goes, comes] : [comes, goes])], id, oldGoesFirst: full };
}
/** The settings that only the old link has, as inputs: `access: editor`, `password`. They must be given again if it goes alone. */
function atRiskAsInputs({ target, atRisk }) {
    const settings = (0,_settings_js__WEBPACK_IMPORTED_MODULE_6__/* .settingsAsInputs */ .BA)(target, atRisk.filter((name) => name !== 'password'));
    return [...settings, ...(atRisk.includes('password') ? ['password'] : [])];
}


/***/ }),

/***/ 2819:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FF: () => (/* binding */ without),
/* harmony export */   N0: () => (/* binding */ changesIn),
/* harmony export */   W_: () => (/* binding */ stateAfter)
/* harmony export */ });
/* harmony import */ var _change_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8684);
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1776);


/** All changes of a room's plan, in the order in which they are done; links that stay as they are have the action `none`. */
function changesIn({ state, toRevoke, toKeep }) {
    return [
        ...toRevoke.map(({ link, key }) => (0,_change_js__WEBPACK_IMPORTED_MODULE_0__/* .revokeChange */ .Zl)(state.room, link, key)),
        ...toKeep.flatMap(({ plan }) => (0,_change_js__WEBPACK_IMPORTED_MODULE_0__/* .changesOf */ .fs)(plan)),
    ];
}
/** The room without these links. */
function without(state, gone) {
    const ids = gone.map(({ id }) => id);
    return { ...state, links: state.links.filter(({ id }) => !ids.includes(id)) };
}
/** The room as it is once a plan is carried out, whose link then has this id. */
function stateAfter(state, plan, id) {
    const { steps, target, type, primary, current } = plan;
    const left = without(state, steps.flatMap((step) => (step.do === 'revoke' ? [step.link] : [])));
    if (!steps.some((step) => step.do !== 'revoke'))
        return left;
    const link = {
        ...target,
        id,
        type,
        primary,
        expired: false,
        expirationOffset: 0,
        uses: current?.uses ?? null,
        url: current?.url ?? new _secret_js__WEBPACK_IMPORTED_MODULE_1__/* .Secret */ .z(''),
        token: current?.token ?? null,
    };
    return { ...left, links: [...left.links.filter((one) => one.id !== id), link] };
}


/***/ })

};
