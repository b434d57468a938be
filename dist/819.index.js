export const id = 819;
export const ids = [819];
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
    return [main, ...plan.extras.map((link) => revokeChange(plan.room, link, plan.key))];
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

/***/ 1150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ND: () => (/* binding */ namedLinks),
/* harmony export */   Rx: () => (/* binding */ fittingWish),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   hP: () => (/* binding */ linksOf),
/* harmony export */   mt: () => (/* binding */ pruneOf),
/* harmony export */   zq: () => (/* binding */ planAbsent)
/* harmony export */ });
/* harmony import */ var _desired_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5260);
/* harmony import */ var _find_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3975);
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(310);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8797);
/* harmony import */ var _quoted_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5504);





const notFor = {
    external: ['maxUses'],
    invitation: ['internal', 'password', 'denyDownload'],
};
/**
 * What the file wants of a link, without the defaults that do not fit it: those for links of the other type, and the
 * expiration of a permanent primary link, which has none. What the link itself says stays, fit or unfit.
 */
function fittingWish(link, place) {
    const unfit = [...notFor[place.type], ...(place.permanent ? ['expiration'] : [])];
    return without(link.wish, unfit.filter((name) => link.defaulted.includes(name)));
}
/** The wish as if these fields were not given. */
function without(wish, names) {
    return { ...wish, ...Object.fromEntries(names.map((name) => [name, undefined])) };
}
/** Finds the links that the entries for links that stay mean; that two mean the same is a problem of the second. */
function namedLinks(state, links, identity, problems) {
    const named = new Map();
    const entries = [];
    for (const entry of links.filter(({ absent }) => !absent)) {
        const { wish, line } = entry;
        const found = (0,_find_js__WEBPACK_IMPORTED_MODULE_1__/* .findLink */ .KZ)(state, (0,_find_js__WEBPACK_IMPORTED_MODULE_1__/* .resolved */ .L$)(state, wish, identity), identity);
        // What cannot be found is told when it is planned.
        const meant = 'code' in found ? [] : [...(found.current === null ? [] : [found.current]), ...found.extras];
        const shared = meant.find(({ id }) => named.has(id));
        if (shared === undefined) {
            entries.push(entry);
            for (const { id } of meant)
                named.set(id, line);
            continue;
        }
        const { id, title } = shared;
        const message = `This means the link ${id} ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .T)(title)} of room ${state.room.id} ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .T)(state.room.title)}, and so does line ${named.get(id) ?? 0}.`;
        problems.push({ line, problem: (0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .problem */ .CC)('not-possible', message, 'Describe each link in one place.') });
    }
    return { links: named, entries };
}
/** The links themselves. */
function linksOf(going) {
    return going.map(({ link }) => link);
}
/** The links that the file wants absent: those that go, the entries without any (left), and those that cannot go. */
function planAbsent(state, links, identity, problems) {
    const going = [];
    const gone = [];
    for (const entry of links.filter(({ absent }) => absent)) {
        const { wish, line } = entry;
        const found = linksToGo(state, wish, identity);
        const permanent = found.find((link) => (0,_desired_js__WEBPACK_IMPORTED_MODULE_0__/* .isPermanent */ .lE)({ room: state.room, ...link }));
        const fresh = found.filter((link) => link !== permanent && !linksOf(going).includes(link));
        if (permanent !== undefined)
            problems.push({ line, problem: permanentProblem(state.room, permanent) });
        else if (fresh.length === 0)
            gone.push(entry);
        going.push(...fresh.map((link) => ({ link, key: keyOf(wish.ref), why: 'absent', entry })));
    }
    return { going, gone };
}
/** The key by which a link is named; null if it is named by its id. */
function keyOf(ref) {
    return ref.by === 'id' ? null : ref.key;
}
/** The links that an entry of an absent link means: with a key all that bear it. */
function linksToGo(state, { ref, adopt }, identity) {
    const { room, links } = state;
    switch (ref.by) {
        case 'id':
            return [...links.filter(({ id }) => id === ref.id), ...(0,_find_js__WEBPACK_IMPORTED_MODULE_1__/* .heirsOf */ .f6)(state, ref.id, identity)];
        case 'primary':
            return links.filter(({ primary }) => primary);
        case 'key': {
            const prefix = (0,_identity_js__WEBPACK_IMPORTED_MODULE_4__/* .idPrefix */ .m0)(identity, { roomId: room.id, type: ref.type, key: ref.key });
            const ours = links.filter(({ id }) => id.startsWith(prefix));
            // What was taken over with `adopt` has kept its id, so only the same word finds it.
            return ours.length === 0 && adopt ? links.filter(({ type }) => type === ref.type) : ours;
        }
    }
}
function permanentProblem(room, { id, title }) {
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .problem */ .CC)('not-possible', `The primary link ${id} ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .T)(title)} of ${room.type?.label ?? 'room'} ${room.id} ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .T)(room.title)} cannot be absent: the portal at once makes a new one.`, 'The action `revoke` with `allow-rotate: true` gives it a new URL. To close the room to strangers, use a room of another type, or archive it.');
}
/** The links of this repository that the file does not name. */
function pruneOf(state, named, identity) {
    return state.links
        .filter(({ id }) => (0,_identity_js__WEBPACK_IMPORTED_MODULE_4__/* .isManaged */ .yF)(identity, id) && !named.has(id))
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
// EXTERNAL MODULE: ../lib/src/links/quoted.js
var quoted = __webpack_require__(5504);
;// CONCATENATED MODULE: ../lib/src/links/declared.js



/** The problem with its place in the file, in the form of which editors and terminals make a link. */
function located(path, { line, problem: { code, message, hint } }) {
    return (0,problem/* problem */.CC)(code, `${(0,quoted/* cleaned */.L)(path)}:${line}: ${message}`, hint, { path, line });
}
/** How sentences name what an entry of the file describes: `primary link`, `external link with the key "press"`. */
function entryName(ref) {
    switch (ref.by) {
        case 'primary':
            return kindWords.primary;
        case 'id':
            return `link ${ref.id}`;
        case 'key':
            return `${kindWords[ref.type === 'external' ? 'additional' : 'invitation']} with the key ${(0,quoted/* quoted */.T)(ref.key)}`;
    }
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
/* harmony import */ var _link_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2266);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8797);
/* harmony import */ var _quoted_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5504);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4433);







/**
 * What an entry asks for whose date has passed: nothing (`ended`) if its link is gone or has expired, since a file may
 * be older than its dates. Null for every other entry; `wish` is what it wants, as far as that fits the room.
 */
function pastDate(state, entry, wish, { now, identity }) {
    const at = pastEnd(wish, now);
    if (at === null)
        return null;
    const found = (0,_find_js__WEBPACK_IMPORTED_MODULE_2__/* .findLink */ .KZ)(state, wish, identity);
    if ('code' in found)
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
    return links.every(({ absent, wish }) => absent || pastEnd(wish, now) !== null);
}
function pastEnd({ expiration }, now) {
    return expiration?.kind === 'instant' && expiration.at <= now ? expiration.at : null;
}
/** Why a live link whose date has passed is not as the file says. */
function overdueProblem({ entry: { line, wish }, link, at }) {
    const end = link.expiration === null ? 'never expires' : `expires ${(0,_settings_js__WEBPACK_IMPORTED_MODULE_5__/* .spokenInstant */ .Y9)(link.expiration)}`;
    const message = `The date of the ${(0,_declared_js__WEBPACK_IMPORTED_MODULE_0__/* .entryName */ .M)(wish.ref)} has passed (${(0,_settings_js__WEBPACK_IMPORTED_MODULE_5__/* .isoInstant */ .j2)(at)}), but the link ${link.id} ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_6__/* .quoted */ .T)(link.title)} is live and ${end}. A date in the past cannot be set.`;
    return {
        line,
        problem: (0,_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .problem */ .CC)('not-possible', message, 'Give the entry a later date, or `state: absent` to revoke the link.'),
    };
}


/***/ }),

/***/ 8500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ planLink)
/* harmony export */ });
/* harmony import */ var _constraints_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3554);
/* harmony import */ var _desired_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5260);
/* harmony import */ var _find_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3975);
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(310);
/* harmony import */ var _link_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2266);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4433);






/**
 * What has to be done so that the room has the link of the wish. Everything that is known to go wrong is found here,
 * before the first write.
 */
function planLink(state, wish, context) {
    const unwritable = (0,_constraints_js__WEBPACK_IMPORTED_MODULE_0__/* .roomProblem */ .t0)(state.room);
    if (unwritable !== null)
        return { problems: [unwritable] };
    const found = (0,_find_js__WEBPACK_IMPORTED_MODULE_2__/* .findLink */ .KZ)(state, wish, context.identity);
    if ('code' in found)
        return { problems: [found] };
    const place = { room: state.room, type: found.type, primary: found.primary, current: found.current };
    const generated = rememberPassword(context.newPassword);
    const wished = (0,_desired_js__WEBPACK_IMPORTED_MODULE_1__/* .desiredSettings */ .Qf)(place, wish, { ...context, newPassword: generated.draw });
    const desired = { ...wished, expiration: (portalsDate(place, wish, state.version) ?? wished).expiration };
    const action = actionOf(place, wish, desired);
    const target = withPortalsDate(place, state.version, desired, action, context.now);
    const problems = (0,_constraints_js__WEBPACK_IMPORTED_MODULE_0__/* .planProblems */ .s4)(state, found, wish, action, target);
    if (problems.length > 0)
        return { problems };
    const steps = stepsOf(state, found, action, context.identity);
    return {
        plan: {
            action,
            key: wish.ref.by === 'id' ? null : wish.ref.key,
            ...place,
            target,
            id: steps.id,
            fields: action === 'none' ? [] : (0,_settings_js__WEBPACK_IMPORTED_MODULE_4__/* .changes */ .Ao)(found.type, found.current, target),
            widens: action === 'none' ? [] : (0,_settings_js__WEBPACK_IMPORTED_MODULE_4__/* .widenings */ .Dp)(found.type, found.current, target),
            steps: steps.steps,
            extras: found.extras,
            oldGoesFirst: steps.oldGoesFirst,
            newPassword: generated.drawn(),
            portalSetsExpiration: (0,_constraints_js__WEBPACK_IMPORTED_MODULE_0__/* .setsExpirationItself */ .YM)(found.type, state.version),
        },
    };
}
function rememberPassword(draw) {
    let password = null;
    return { draw: () => (password ??= draw()), drawn: () => password };
}
function actionOf(place, wish, desired) {
    const { current, type } = place;
    if (current === null)
        return 'create';
    if (wish.rotate)
        return 'rotate';
    if (current.expired && !wish.renew)
        return 'replace';
    const same = (0,_settings_js__WEBPACK_IMPORTED_MODULE_4__/* .changes */ .Ao)(type, { ...current, expiration: null }, { ...desired, expiration: null }).length === 0;
    return same && (0,_link_js__WEBPACK_IMPORTED_MODULE_3__/* .sameInstant */ .eM)(current, desired.expiration) ? 'none' : 'update';
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
function withPortalsDate(place, version, desired, action, now) {
    if (action === 'none' || !(0,_constraints_js__WEBPACK_IMPORTED_MODULE_0__/* .setsExpirationItself */ .YM)(place.type, version))
        return desired;
    const end = Math.floor((now.getTime() + _desired_js__WEBPACK_IMPORTED_MODULE_1__/* .oldInvitationLifetime */ .i7) / 1000) * 1000;
    return { ...desired, expiration: new Date(end) };
}
function stepsOf(state, found, action, identity) {
    const clearing = found.extras.map((link) => ({ do: 'revoke', link }));
    const { current } = found;
    if (current === null) {
        if (found.primary)
            return { steps: [{ do: 'make-primary' }], id: null, oldGoesFirst: false };
        const id = (0,_identity_js__WEBPACK_IMPORTED_MODULE_5__/* .newId */ .Si)(identity, found.prefix);
        return { steps: [...clearing, { do: 'put', id }], id, oldGoesFirst: false };
    }
    if (action === 'none')
        return { steps: clearing, id: current.id, oldGoesFirst: false };
    if (action === 'update') {
        return { steps: [...clearing, { do: 'put', id: current.id }], id: current.id, oldGoesFirst: false };
    }
    // A new URL. Only an additional link of a room with a free place can come before the old one goes.
    const kind = (0,_link_js__WEBPACK_IMPORTED_MODULE_3__/* .kindOf */ .I)(found);
    if (kind === 'primary') {
        return { steps: [{ do: 'revoke', link: current }, { do: 'make-primary' }], id: null, oldGoesFirst: true };
    }
    const id = (0,_identity_js__WEBPACK_IMPORTED_MODULE_5__/* .newId */ .Si)(identity, found.prefix);
    const full = (0,_constraints_js__WEBPACK_IMPORTED_MODULE_0__/* .linksOfKind */ .Lp)(state, found, kind).length >= state.room.type.limits[kind];
    const comes = { do: 'put', id };
    const goes = { do: 'revoke', link: current };
    return { steps: [...clearing, ...(full ? [goes, comes] : [comes, goes])], id, oldGoesFirst: full };
}


/***/ }),

/***/ 2819:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FF: () => (/* binding */ without),
/* harmony export */   HJ: () => (/* binding */ planRoom),
/* harmony export */   It: () => (/* binding */ changesOfRoom),
/* harmony export */   Qi: () => (/* binding */ firmRoom),
/* harmony export */   Rh: () => (/* binding */ impossibleCount),
/* harmony export */   W_: () => (/* binding */ stateAfter)
/* harmony export */ });
/* harmony import */ var _change_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8684);
/* harmony import */ var _constraints_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3554);
/* harmony import */ var _declared_links_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1150);
/* harmony import */ var _desired_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5260);
/* harmony import */ var _find_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3975);
/* harmony import */ var _link_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2266);
/* harmony import */ var _past_date_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5093);
/* harmony import */ var _plan_link_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8500);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8797);
/* harmony import */ var _quoted_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(5504);
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1776);











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
        url: current?.url ?? new _secret_js__WEBPACK_IMPORTED_MODULE_9__/* .Secret */ .z(''),
        token: current?.token ?? null,
    };
    return { ...left, links: [...left.links.filter((one) => one.id !== id), link] };
}
/**
 * Plans all links of a room together: limits count what is there after the revokes, and with the links that come before.
 * Everything that is known to go wrong is found here, before the first write.
 */
function planRoom(state, room, context) {
    const { line, links } = room;
    const empty = {
        state,
        line,
        described: links.length,
        going: [],
        gone: [],
        overdue: [],
        staying: [],
        problems: [],
    };
    const unwritable = (0,_constraints_js__WEBPACK_IMPORTED_MODULE_1__/* .roomProblem */ .t0)(state.room);
    if (unwritable !== null)
        return { ...empty, problems: [{ line, problem: unwritable }] };
    const problems = [];
    const absent = (0,_declared_links_js__WEBPACK_IMPORTED_MODULE_2__/* .planAbsent */ .zq)(state, links, context.identity, problems);
    const left = without(state, (0,_declared_links_js__WEBPACK_IMPORTED_MODULE_2__/* .linksOf */ .hP)(absent.going));
    const named = (0,_declared_links_js__WEBPACK_IMPORTED_MODULE_2__/* .namedLinks */ .ND)(left, links, context.identity, problems);
    const pruned = context.prune ? (0,_declared_links_js__WEBPACK_IMPORTED_MODULE_2__/* .pruneOf */ .mt)(left, named.links, context.identity) : [];
    const going = [...absent.going, ...pruned];
    const then = without(state, (0,_declared_links_js__WEBPACK_IMPORTED_MODULE_2__/* .linksOf */ .hP)(going));
    const { wanted, ended, overdue } = byDate(then, named.entries, context);
    const staying = planStaying(then, going, wanted, context, problems);
    return { ...empty, going, gone: [...absent.gone, ...ended], overdue, staying, problems };
}
/** How many of the links that the file describes cannot be as it says. */
function impossibleCount({ described, going, gone, staying }) {
    const absent = new Set(going.flatMap(({ entry }) => (entry === null ? [] : [entry])));
    return described - absent.size - gone.length - staying.length;
}
/** All changes of a room's plan, in the order in which they are done; links that stay as they are have the action `none`. */
function changesOfRoom({ state, going, staying }) {
    return [
        ...going.map(({ link, key }) => (0,_change_js__WEBPACK_IMPORTED_MODULE_0__/* .revokeChange */ .Zl)(state.room, link, key)),
        ...staying.flatMap(({ plan }) => (0,_change_js__WEBPACK_IMPORTED_MODULE_0__/* .changesOf */ .fs)(plan)),
    ];
}
/** The entries whose date has passed, apart from the others. */
function byDate(state, entries, context) {
    const wanted = [];
    const ended = [];
    const overdue = [];
    for (const entry of entries) {
        const past = (0,_past_date_js__WEBPACK_IMPORTED_MODULE_6__/* .pastDate */ .L1)(state, entry, wishIn(state, entry, context.identity), context);
        if (past === null)
            wanted.push(entry);
        else if (past === 'ended')
            ended.push(entry);
        else
            overdue.push(past);
    }
    return { wanted, ended, overdue };
}
function planStaying(start, going, entries, context, problems) {
    let state = start;
    const staying = [];
    for (const entry of inOrder(start, entries, context.identity)) {
        const { line } = entry;
        const wish = wishIn(state, entry, context.identity);
        const planned = (0,_plan_link_js__WEBPACK_IMPORTED_MODULE_7__/* .planLink */ .a)(state, wish, { ...context, defaultTitle: context.defaultTitle((0,_declared_links_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(wish.ref) ?? '') });
        if (planned.plan === undefined) {
            problems.push(...planned.problems.map((one) => ({ line, problem: reworded(one, state, entry, staying, going) })));
        }
        else {
            staying.push({ plan: planned.plan, entry });
            state = stateAfter(state, planned.plan, planned.plan.id ?? '');
        }
    }
    return staying;
}
/**
 * The links that stay: first those of which some go, which makes place; then those that are there, so that the heir of
 * an expired one can come before it goes; then new ones. Otherwise in the order of the file.
 */
function inOrder(state, entries, identity) {
    const rank = ({ wish }) => {
        const found = (0,_find_js__WEBPACK_IMPORTED_MODULE_4__/* .findLink */ .KZ)(state, (0,_find_js__WEBPACK_IMPORTED_MODULE_4__/* .resolved */ .L$)(state, wish, identity), identity);
        if ('code' in found || found.current === null)
            return 2;
        return found.extras.length > 0 ? 0 : 1;
    };
    return entries.toSorted((one, other) => rank(one) - rank(other));
}
/** What the file wants of a link, as far as it fits what is there. */
function wishIn(state, link, identity) {
    const wish = (0,_find_js__WEBPACK_IMPORTED_MODULE_4__/* .resolved */ .L$)(state, link.wish, identity);
    const found = (0,_find_js__WEBPACK_IMPORTED_MODULE_4__/* .findLink */ .KZ)(state, wish, identity);
    if ('code' in found)
        return wish;
    const permanent = (0,_desired_js__WEBPACK_IMPORTED_MODULE_3__/* .isPermanent */ .lE)({ room: state.room, ...found });
    return { ...(0,_declared_links_js__WEBPACK_IMPORTED_MODULE_2__/* .fittingWish */ .Rx)(link, { type: found.type, permanent }), ref: wish.ref };
}
/** A problem in the words of the file: the links that take all places, those of the file by their lines. */
function reworded(one, { room, links }, entry, staying, going) {
    const kind = kindOfRef(entry.wish.ref);
    const limit = room.type?.limits[kind] ?? 0;
    if (one.code !== 'limit-reached' || limit === 0)
        return inFileWords(one);
    const lines = staying.filter(({ plan }) => (0,_link_js__WEBPACK_IMPORTED_MODULE_5__/* .kindOf */ .I)(plan) === kind).map((one) => one.entry.line);
    const mine = staying.map(({ plan }) => plan.id);
    const others = links.filter((other) => (0,_link_js__WEBPACK_IMPORTED_MODULE_5__/* .kindOf */ .I)(other) === kind && !mine.includes(other.id));
    const parts = [
        ...(lines.length === 0 ? [] : [`${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')} of this file`]),
        ...(others.length === 0 ? [] : [`what it has besides: ${(0,_find_js__WEBPACK_IMPORTED_MODULE_4__/* .listed */ .KE)(others)}`]),
    ];
    const after = going.length === 0 ? '' : ', though what goes makes place';
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_8__/* .problem */ .CC)('limit-reached', `${room.type?.label ?? 'Room'} ${room.id} ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_10__/* .quoted */ .T)(room.title)} holds ${limit} ${kind} links, and all places are taken${after}: by ${parts.join(', and ')}.`);
}
function kindOfRef(ref) {
    if (ref.by === 'primary')
        return 'primary';
    return ref.by === 'key' && ref.type === 'invitation' ? 'invitation' : 'additional';
}
/** The file says `type` where the inputs say `link-type`. */
function inFileWords({ code, message, hint }) {
    const words = (text) => text.replaceAll('`link-type', '`type');
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_8__/* .problem */ .CC)(code, words(message), words(hint));
}
const makesAnew = ['create', 'replace'];
/**
 * The room of the file, for plans after the first: the primary link that the first plan makes (anew) is described to the
 * last field. Another run may be making it at the same time, and for a moment it is as the portal makes it, open to
 * anyone and without end: nothing of that is to be kept.
 */
function firmRoom(room, { staying }) {
    const made = staying.find(({ plan }) => plan.primary && makesAnew.includes(plan.action) && !(0,_desired_js__WEBPACK_IMPORTED_MODULE_3__/* .isPermanent */ .lE)(plan));
    if (made === undefined)
        return room;
    return { ...room, links: room.links.map((link) => (link === made.entry ? firmLink(made) : link)) };
}
function firmLink({ entry, plan: { target, newPassword } }) {
    const { access, internal, title, password, denyDownload } = target;
    const known = password === null ? { kind: 'none' } : { kind: 'given', password };
    return {
        ...entry,
        wish: {
            ...entry.wish,
            access,
            internal,
            title,
            denyDownload,
            expiration: entry.wish.expiration ?? { kind: 'duration', milliseconds: _desired_js__WEBPACK_IMPORTED_MODULE_3__/* .defaultLifetime */ .x },
            // One that the other run has generated is as good as ours.
            password: newPassword === null ? known : { kind: 'generate' },
        },
    };
}


/***/ })

};
