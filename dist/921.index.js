export const id = 921;
export const ids = [921];
export const modules = {

/***/ 6310:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ inParallel)
});

;// CONCATENATED MODULE: ../lib/src/docspace/concurrency.js
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

;// CONCATENATED MODULE: ../lib/src/docspace/parallel.js

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


/***/ }),

/***/ 1167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ entryName)
/* harmony export */ });
/* harmony import */ var _links_quoted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5504);

/** How sentences name what an entry of the file describes: `primary link`, `external link with the key "press"`. */
function entryName(ref) {
    switch (ref.by) {
        case 'primary':
            return 'primary link';
        case 'id':
            return `link ${ref.id}`;
        case 'key':
            return `${ref.type} link with the key ${(0,_links_quoted_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .T)(ref.key)}`;
    }
}


/***/ }),

/***/ 6887:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ without),
/* harmony export */   W: () => (/* binding */ stateAfter)
/* harmony export */ });
/* harmony import */ var _links_secret_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1776);

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
        url: current?.url ?? new _links_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .z(''),
        token: current?.token ?? null,
    };
    return { ...left, links: [...left.links.filter((one) => one.id !== id), link] };
}


/***/ }),

/***/ 222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ fittingWish)
/* harmony export */ });
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


/***/ }),

/***/ 524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L1: () => (/* binding */ pastDate),
/* harmony export */   Qg: () => (/* binding */ overdueProblem),
/* harmony export */   ty: () => (/* binding */ wantsNothing)
/* harmony export */ });
/* harmony import */ var _links_desired_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5260);
/* harmony import */ var _links_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4717);
/* harmony import */ var _links_find_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3975);
/* harmony import */ var _links_link_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2266);
/* harmony import */ var _links_problem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8797);
/* harmony import */ var _links_quoted_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5504);
/* harmony import */ var _entry_name_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1167);







/**
 * What an entry asks for whose date has passed: nothing (`ended`) if its link is gone or has expired, since a file may
 * be older than its dates. Null for every other entry; `wish` is what it wants, as far as that fits the room.
 */
function pastDate(state, entry, wish, { now, identity }) {
    const at = pastEnd(wish, now);
    if (at === null)
        return null;
    const found = (0,_links_find_js__WEBPACK_IMPORTED_MODULE_2__/* .findLink */ .KZ)(state, wish, identity);
    if ('code' in found)
        return 'ended';
    // A permanent link has no date: that is a mistake at any time.
    if ((0,_links_desired_js__WEBPACK_IMPORTED_MODULE_0__/* .isPermanent */ .lE)({ room: state.room, ...found }))
        return null;
    const { current: link } = found;
    // The portal's clock may be a little behind: then the link expires at this moment.
    if (link === null || link.expired || (0,_links_link_js__WEBPACK_IMPORTED_MODULE_3__/* .sameInstant */ .eM)(link, at))
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
    const end = link.expiration === null ? 'never expires' : `expires ${(0,_links_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .spokenInstant */ .Y9)(link.expiration)}`;
    const message = `The date of the ${(0,_entry_name_js__WEBPACK_IMPORTED_MODULE_5__/* .entryName */ .M)(wish.ref)} has passed (${(0,_links_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .isoInstant */ .j2)(at)}), but the link ${link.id} ${(0,_links_quoted_js__WEBPACK_IMPORTED_MODULE_6__/* .quoted */ .T)(link.title)} is live and ${end}. A date in the past cannot be set.`;
    return {
        line,
        problem: (0,_links_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .problem */ .CC)('not-possible', message, 'Give the entry a later date, or `state: absent` to revoke the link.'),
    };
}


/***/ }),

/***/ 8294:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  It: () => (/* binding */ changesOfRoom),
  Rh: () => (/* binding */ impossibleCount),
  HJ: () => (/* binding */ planRoom)
});

// EXTERNAL MODULE: ../lib/src/links/change.js
var change = __webpack_require__(8684);
// EXTERNAL MODULE: ../lib/src/links/desired.js
var desired = __webpack_require__(5260);
// EXTERNAL MODULE: ../lib/src/links/find.js
var find = __webpack_require__(3975);
// EXTERNAL MODULE: ../lib/src/links/link.js + 1 modules
var links_link = __webpack_require__(2266);
// EXTERNAL MODULE: ../lib/src/links/obstacles.js
var obstacles = __webpack_require__(2960);
// EXTERNAL MODULE: ../lib/src/links/plan.js
var plan = __webpack_require__(4019);
// EXTERNAL MODULE: ../lib/src/links/problem.js
var problem = __webpack_require__(8797);
// EXTERNAL MODULE: ../lib/src/links/quoted.js
var quoted = __webpack_require__(5504);
// EXTERNAL MODULE: ../lib/src/links-file/expected-state.js
var expected_state = __webpack_require__(6887);
// EXTERNAL MODULE: ../lib/src/links-file/fitting-wish.js
var fitting_wish = __webpack_require__(222);
// EXTERNAL MODULE: ../lib/src/links/identity.js
var links_identity = __webpack_require__(310);
;// CONCATENATED MODULE: ../lib/src/links-file/going-links.js





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
        const permanent = found.find((link) => (0,desired/* isPermanent */.lE)({ room: state.room, ...link }));
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
            return [...links.filter(({ id }) => id === ref.id), ...(0,find/* heirsOf */.f6)(state, ref.id, identity)];
        case 'primary':
            return links.filter(({ primary }) => primary);
        case 'key': {
            const prefix = (0,links_identity/* idPrefix */.m0)(identity, { roomId: room.id, type: ref.type, key: ref.key });
            const ours = links.filter(({ id }) => id.startsWith(prefix));
            // What was taken over with `adopt` has kept its id, so only the same word finds it.
            return ours.length === 0 && adopt ? links.filter(({ type }) => type === ref.type) : ours;
        }
    }
}
function permanentProblem(room, { id, title }) {
    return (0,problem/* problem */.CC)('not-possible', `The primary link ${id} ${(0,quoted/* quoted */.T)(title)} of ${room.type?.label ?? 'room'} ${room.id} ${(0,quoted/* quoted */.T)(room.title)} cannot be absent: the portal at once makes a new one.`, 'The action `revoke` with `allow-rotate: true` gives it a new URL. To close the room to strangers, use a room of another type, or archive it.');
}
/** The links of this repository that the file does not name. */
function pruneOf(state, named, identity) {
    return state.links
        .filter(({ id }) => (0,links_identity/* isManaged */.yF)(identity, id) && !named.has(id))
        .map((link) => ({ link, key: null, why: 'prune', entry: null }));
}

;// CONCATENATED MODULE: ../lib/src/links-file/named-links.js



/** Finds the links that the entries for links that stay mean; that two mean the same is a problem of the second. */
function namedLinks(state, links, identity, problems) {
    const named = new Map();
    const entries = [];
    for (const entry of links.filter(({ absent }) => !absent)) {
        const { wish, line } = entry;
        const found = (0,find/* findLink */.KZ)(state, (0,find/* resolved */.L$)(state, wish, identity), identity);
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
        const message = `This means the link ${id} ${(0,quoted/* quoted */.T)(title)} of room ${state.room.id} ${(0,quoted/* quoted */.T)(state.room.title)}, and so does line ${named.get(id) ?? 0}.`;
        problems.push({ line, problem: (0,problem/* problem */.CC)('not-possible', message, 'Describe each link in one place.') });
    }
    return { links: named, entries };
}

// EXTERNAL MODULE: ../lib/src/links-file/past-date.js
var past_date = __webpack_require__(524);
;// CONCATENATED MODULE: ../lib/src/links-file/plan-room.js













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
    const unwritable = (0,obstacles/* roomProblem */.t0)(state.room);
    if (unwritable !== null)
        return { ...empty, problems: [{ line, problem: unwritable }] };
    const problems = [];
    const absent = planAbsent(state, links, context.identity, problems);
    const left = (0,expected_state/* without */.F)(state, linksOf(absent.going));
    const named = namedLinks(left, links, context.identity, problems);
    const pruned = context.prune ? pruneOf(left, named.links, context.identity) : [];
    const going = [...absent.going, ...pruned];
    const then = (0,expected_state/* without */.F)(state, linksOf(going));
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
        ...going.map(({ link, key }) => (0,change/* revokeChange */.Zl)(state.room, link, key)),
        ...staying.flatMap(({ plan }) => (0,change/* changesOf */.fs)(plan)),
    ];
}
/** The entries whose date has passed, apart from the others. */
function byDate(state, entries, context) {
    const wanted = [];
    const ended = [];
    const overdue = [];
    for (const entry of entries) {
        const past = (0,past_date/* pastDate */.L1)(state, entry, wishIn(state, entry, context.identity), context);
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
        const planned = (0,plan/* planLink */.a)(state, wish, { ...context, defaultTitle: context.defaultTitle(keyOf(wish.ref) ?? '') });
        if (planned.plan === undefined) {
            problems.push(...planned.problems.map((one) => ({ line, problem: reworded(one, state, entry, staying, going) })));
        }
        else {
            staying.push({ plan: planned.plan, entry });
            state = (0,expected_state/* stateAfter */.W)(state, planned.plan, planned.plan.id ?? '');
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
        const found = (0,find/* findLink */.KZ)(state, (0,find/* resolved */.L$)(state, wish, identity), identity);
        if ('code' in found || found.current === null)
            return 2;
        return found.extras.length > 0 ? 0 : 1;
    };
    return entries.toSorted((one, other) => rank(one) - rank(other));
}
/** What the file wants of a link, as far as it fits what is there. */
function wishIn(state, link, identity) {
    const wish = (0,find/* resolved */.L$)(state, link.wish, identity);
    const found = (0,find/* findLink */.KZ)(state, wish, identity);
    if ('code' in found)
        return wish;
    const permanent = (0,desired/* isPermanent */.lE)({ room: state.room, ...found });
    return { ...(0,fitting_wish/* fittingWish */.R)(link, { type: found.type, permanent }), ref: wish.ref };
}
/** A problem in the words of the file: the links that take all places, those of the file by their lines. */
function reworded(one, { room, links }, entry, staying, going) {
    const kind = kindOfRef(entry.wish.ref);
    const limit = room.type?.limits[kind] ?? 0;
    if (one.code !== 'limit-reached' || limit === 0)
        return inFileWords(one);
    const lines = staying.filter(({ plan }) => (0,links_link/* kindOf */.I)(plan) === kind).map((one) => one.entry.line);
    const mine = staying.map(({ plan }) => plan.id);
    const others = links.filter((other) => (0,links_link/* kindOf */.I)(other) === kind && !mine.includes(other.id));
    const parts = [
        ...(lines.length === 0 ? [] : [`${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')} of this file`]),
        ...(others.length === 0 ? [] : [`what it has besides: ${(0,find/* listed */.KE)(others)}`]),
    ];
    const after = going.length === 0 ? '' : ', though what goes makes place';
    return (0,problem/* problem */.CC)('limit-reached', `${room.type?.label ?? 'Room'} ${room.id} ${(0,quoted/* quoted */.T)(room.title)} holds ${limit} ${kind} links, and all places are taken${after}: by ${parts.join(', and ')}.`);
}
function kindOfRef(ref) {
    if (ref.by === 'primary')
        return 'primary';
    return ref.by === 'key' && ref.type === 'invitation' ? 'invitation' : 'additional';
}
/** The file says `type` where the inputs say `link-type`. */
function inFileWords({ code, message, hint }) {
    const words = (text) => text.replaceAll('`link-type', '`type');
    return (0,problem/* problem */.CC)(code, words(message), words(hint));
}


/***/ }),

/***/ 2996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ atMost),
/* harmony export */   X: () => (/* binding */ roomsAtOnce)
/* harmony export */ });
/* harmony import */ var _docspace_parallel_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6310);

/** Rooms that are written at once. Within a room, one write at a time. */
const roomsAtOnce = 4;
/**
 * Does the work for all items, at most so many at once; the results in the order of the items. When one throws, no
 * further item is begun, and it throws that.
 */
async function atMost(limit, items, work) {
    const results = [];
    await (0,_docspace_parallel_js__WEBPACK_IMPORTED_MODULE_0__/* .inParallel */ .H)(items.entries(), limit, async ([index, item]) => {
        results[index] = await work(item);
        return null;
    });
    return results;
}


/***/ }),

/***/ 617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fh: () => (/* binding */ itemWords),
/* harmony export */   Gk: () => (/* binding */ kindWords),
/* harmony export */   tJ: () => (/* binding */ planStory)
/* harmony export */ });
/* harmony import */ var _links_file_past_date_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(524);
/* harmony import */ var _links_file_plan_room_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8294);
/* harmony import */ var _links_fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4717);
/* harmony import */ var _links_link_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2266);
/* harmony import */ var _links_quoted_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5504);
/* harmony import */ var _story_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2065);






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
        const fields = plan.fields.filter(({ name }) => plan.widens.includes(name)).map(_story_js__WEBPACK_IMPORTED_MODULE_4__/* .fieldLine */ .h0);
        return `  ⚠ ${(0,_story_js__WEBPACK_IMPORTED_MODULE_4__/* .roomName */ .TX)(state.room)}, ${lower((0,_story_js__WEBPACK_IMPORTED_MODULE_4__/* .linkName */ .KB)(plan, state.links))}: ${fields.join(', ')}`;
    }));
    if (wider.length === 0)
        return [];
    return [`⚠ WIDER: ${wider.length === 1 ? 'one link becomes' : `${wider.length} links become`} more open`, ...wider];
}
function roomLines(plan, now) {
    const { state, going, gone, overdue, staying, problems } = plan;
    const impossible = [...problems, ...overdue.map(_links_file_past_date_js__WEBPACK_IMPORTED_MODULE_0__/* .overdueProblem */ .Qg)];
    const changes = (0,_links_file_plan_room_js__WEBPACK_IMPORTED_MODULE_1__/* .changesOfRoom */ .It)(plan).some(({ action }) => action !== 'none');
    if (!changes && impossible.length === 0) {
        const count = staying.length + gone.length;
        return [`${(0,_story_js__WEBPACK_IMPORTED_MODULE_4__/* .roomName */ .TX)(state.room)}: = ${count} ${count === 1 ? 'link' : 'links'} as described`];
    }
    return [
        (0,_story_js__WEBPACK_IMPORTED_MODULE_4__/* .roomLine */ .cX)(state),
        ...going.map((one) => `  ${goingLine(one, state.links)}`),
        ...gone.map((entry) => `  = ${refName(entry, state.links)}: ${entry.absent ? 'absent, as described' : 'its date has passed'}`),
        ...staying.flatMap((one) => stayingLines(one, now, state.links)).map((line) => `  ${line}`),
        ...impossible.map(({ line, problem }) => `  ! cannot (line ${line}): ${problem.message}`),
    ];
}
function goingLine({ link, key, why }, links) {
    const reason = why === 'absent' ? 'state: absent' : 'prune: the file does not name it';
    const name = key === null ? '' : ` ${(0,_links_quoted_js__WEBPACK_IMPORTED_MODULE_5__/* .quoted */ .T)(key)}`;
    return `- revoke ${kindWords[(0,_links_link_js__WEBPACK_IMPORTED_MODULE_3__/* .kindOf */ .I)(link)]}${name} ${(0,_story_js__WEBPACK_IMPORTED_MODULE_4__/* .shortId */ .m_)(link.id, links)} ${(0,_links_quoted_js__WEBPACK_IMPORTED_MODULE_5__/* .quoted */ .T)(link.title)} (${reason})`;
}
/** The words for a kind of link, within a sentence. */
const kindWords = { additional: 'link', primary: 'primary link', invitation: 'invitation link' };
function refName({ wish: { ref } }, links) {
    switch (ref.by) {
        case 'id':
            return `link ${(0,_story_js__WEBPACK_IMPORTED_MODULE_4__/* .shortId */ .m_)(ref.id, links)}`;
        case 'primary':
            return 'primary link';
        case 'key':
            return `${ref.type === 'invitation' ? 'invitation link' : 'link'} ${(0,_links_quoted_js__WEBPACK_IMPORTED_MODULE_5__/* .quoted */ .T)(ref.key)}`;
    }
}
function stayingLines({ plan }, now, links) {
    const settings = `    ${(0,_links_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .describeSettings */ .TR)(plan.type, plan.target, (0,_story_js__WEBPACK_IMPORTED_MODULE_4__/* .life */ .FD)(plan.target.expiration, now))}`;
    const changed = plan.fields.map((field) => `    ${(0,_story_js__WEBPACK_IMPORTED_MODULE_4__/* .fieldLine */ .h0)(field)}${plan.widens.includes(field.name) ? '   ⚠ wider' : ''}`);
    const extras = plan.extras.map((link) => `- revoke ${(0,_story_js__WEBPACK_IMPORTED_MODULE_4__/* .shortId */ .m_)(link.id, links)} ${(0,_links_quoted_js__WEBPACK_IMPORTED_MODULE_5__/* .quoted */ .T)(link.title)} (bears the same key)`);
    const name = lower((0,_story_js__WEBPACK_IMPORTED_MODULE_4__/* .linkName */ .KB)(plan, links));
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
    const changes = plans.flatMap(_links_file_plan_room_js__WEBPACK_IMPORTED_MODULE_1__/* .changesOfRoom */ .It);
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
    return `${signs[item.plan.action]} ${lower((0,_story_js__WEBPACK_IMPORTED_MODULE_4__/* .linkName */ .KB)(item.plan, links))}`;
}
function lower(name) {
    return name.charAt(0).toLowerCase() + name.slice(1);
}


/***/ }),

/***/ 1548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EI: () => (/* binding */ changesTable),
/* harmony export */   Xg: () => (/* binding */ planMarkdown),
/* harmony export */   h4: () => (/* binding */ undoneSection),
/* harmony export */   pb: () => (/* binding */ problemLines)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3039);

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
        `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(outcome.path)}: ${counts(changes, same, outcome)}`,
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
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['Change', 'Room', 'Link', 'Settings'], changes.slice(0, mostRows).map(row)),
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
    const lines = problems.slice(0, mostRows).map(({ message }) => `- ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(message)}`);
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
    const name = key === '' ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(linkId) : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(key);
    const kind = primary ? 'primary' : type === 'invitation' ? 'invitation' : 'external';
    return [
        `${signs[action]}${widens.length > 0 ? ' ⚠️ wider' : ''}`,
        `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(roomTitle)} (${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(roomId)})`,
        `${name} (${kind})`,
        change.fields.map((field) => fieldCell(field, widens.includes(field.name))).join('<br>') || '–',
    ];
}
function fieldCell({ name, from, to }, wider) {
    const value = (of) => (of === null ? '–' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(String(of)));
    return `${wider ? '⚠️ ' : ''}${name}: ${from === null ? '' : `${value(from)} → `}${value(to)}`;
}
/** What was planned and is not done, in a few words each; nothing if there is none. */
function undoneSection(undone) {
    if (undone.length === 0)
        return [];
    const lines = undone.slice(0, mostRows).map((what) => `- ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(what)}`);
    return ['**Not done**', lines.join('\n')];
}


/***/ })

};
