export const id = 138;
export const ids = [138];
export const modules = {

/***/ 6138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runApply: () => (/* binding */ runApply)
});

// EXTERNAL MODULE: ../lib/src/links-file/plan-room.js + 2 modules
var plan_room = __webpack_require__(8294);
// EXTERNAL MODULE: ../lib/src/links/default-title.js
var default_title = __webpack_require__(7200);
// EXTERNAL MODULE: ../lib/src/links/password.js
var links_password = __webpack_require__(5021);
// EXTERNAL MODULE: ../lib/src/links/problem.js
var problem = __webpack_require__(8797);
// EXTERNAL MODULE: ../lib/src/links/near-titles.js
var near_titles = __webpack_require__(9428);
// EXTERNAL MODULE: ../lib/src/links/quoted.js
var quoted = __webpack_require__(5504);
// EXTERNAL MODULE: ../lib/src/links/room.js
var links_room = __webpack_require__(9043);
// EXTERNAL MODULE: ../lib/src/links/change.js
var change = __webpack_require__(8684);
;// CONCATENATED MODULE: ../lib/src/links-file/plan-checks.js




/** Links that become more open though they may not. */
function wideningProblems(plan) {
    return plan.staying
        .filter(({ plan: { widens } }) => widens.length > 0)
        .map(({ plan: { room, key, id, widens }, entry: { line } }) => {
        const link = key === null ? `link ${id ?? ''}` : `link ${(0,quoted/* quoted */.T)(key)}`;
        const message = `The ${link} of room ${room.id} ${(0,quoted/* quoted */.T)(room.title)} would become more open: ${widens.join(', ')}.`;
        return { line, problem: (0,problem/* problem */.CC)('widening-not-allowed', message) };
    });
}
/** More changes than there may be; null if there are not. */
function countProblem(plans, most) {
    return (0,change/* tooManyChanges */.RP)(plans.flatMap(plan_room/* changesOfRoom */.It), most);
}
/** Whether the plan writes external links that are open to anyone. */
function writesOpenLinks({ staying }) {
    return staying.some(({ plan }) => isOpenWrite(plan));
}
function isOpenWrite({ type, target, steps }) {
    return type === 'external' && !target.internal && steps.some((step) => step.do !== 'revoke');
}
/** The writes that a portal that restricts external sharing would refuse, or turn into links for its users only (portal.md §3). */
function restrictedProblems({ staying }) {
    return staying
        .filter(({ plan }) => isOpenWrite(plan))
        .map(({ plan: { room }, entry: { line } }) => ({
        line,
        problem: (0,problem/* problem */.CC)('sharing-restricted', `The portal restricts external sharing, so room ${room.id} ${(0,quoted/* quoted */.T)(room.title)} cannot have this link for anyone.`),
    }));
}

// EXTERNAL MODULE: ../lib/src/links/desired.js
var desired = __webpack_require__(5260);
;// CONCATENATED MODULE: ../lib/src/links-file/firm-room.js

const makesAnew = ['create', 'replace'];
/**
 * The room of the file, for plans after the first: the primary link that the first plan makes (anew) is described to the
 * last field. Another run may be making it at the same time, and for a moment it is as the portal makes it, open to
 * anyone and without end: nothing of that is to be kept.
 */
function firmRoom(room, { staying }) {
    const made = staying.find(({ plan }) => plan.primary && makesAnew.includes(plan.action) && !(0,desired/* isPermanent */.lE)(plan));
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
            expiration: entry.wish.expiration ?? { kind: 'duration', milliseconds: desired/* defaultLifetime */.x },
            // One that the other run has generated is as good as ours.
            password: newPassword === null ? known : { kind: 'generate' },
        },
    };
}

;// CONCATENATED MODULE: ../lib/src/links-file/line-problem.js


/** The problem with its place in the file, in the form of which editors and terminals make a link. */
function located(path, { line, problem: { code, message, hint } }) {
    return (0,problem/* problem */.CC)(code, `${(0,quoted/* cleaned */.L)(path)}:${line}: ${message}`, hint, { path, line });
}

// EXTERNAL MODULE: ../lib/src/links-file/past-date.js
var past_date = __webpack_require__(524);
// EXTERNAL MODULE: ../lib/src/present/plan-story.js
var plan_story = __webpack_require__(617);
// EXTERNAL MODULE: ../lib/src/present/story.js
var present_story = __webpack_require__(2065);
// EXTERNAL MODULE: ../lib/src/docspace/refusal.js
var refusal = __webpack_require__(9749);
// EXTERNAL MODULE: ../lib/src/operations/at-most.js
var at_most = __webpack_require__(2996);
// EXTERNAL MODULE: ../lib/src/operations/empty-list.js
var empty_list = __webpack_require__(8403);
// EXTERNAL MODULE: ../lib/src/operations/read-room.js
var read_room = __webpack_require__(3051);
;// CONCATENATED MODULE: ../lib/src/operations/apply-read.js









/**
 * Rooms that are read at once, with two requests each: beyond eight requests at once a portal gets slower for everyone
 * (portal.md G2).
 */
const roomsAtOnce = 4;
/** What can be wrong with one room and not with the next; anything else ends the reading. */
const ofOneRoom = [
    'room-not-found',
    'room-ambiguous',
    'not-a-room',
    'room-forbidden',
    'links-not-listed',
];
/** How a file names rooms, and what messages advise. */
const inFile = { title: 'room', id: 'room' };
/**
 * Finds and reads all rooms of the file, with two requests each, another for a title, and before 3.7 one more for a room
 * without links that is up to date as it is. Throws a `Failure` that names all rooms that cannot be read, and those that
 * stand in the file twice, by id and by title.
 */
async function readRooms(portal, file, now, isUpToDate) {
    const problems = [];
    const missing = [];
    const lister = listingOnce(portal, file.rooms.filter(({ room }) => room.by === 'title').length);
    const found = await (0,at_most/* atMost */.T)(2 * roomsAtOnce, file.rooms, (room) => noting(problems, room, () => unlessMissing(lister, room, async () => ({ room, id: await (0,read_room/* resolveRoom */.Ow)(lister, room.room, inFile) }))));
    const rooms = found.filter((one) => one !== null);
    for (const [index, { room, id }] of rooms.entries()) {
        const first = rooms.slice(0, index).find((other) => other.id === id);
        if (first === undefined)
            continue;
        const message = `This is room ${id}, and so is line ${first.room.line}.`;
        problems.push({ line: room.line, problem: (0,problem/* problem */.CC)('links-file', message, 'Put all its links in one place.') });
    }
    const states = await (0,at_most/* atMost */.T)(roomsAtOnce, rooms, ({ room, id }) => noting(problems, room, () => unlessMissing(lister, room, async () => ({
        room,
        state: await (0,read_room/* readRoom */.Qo)(portal, id, (state) => (0,empty_list/* saysNothing */._X)(state) && isUpToDate({ room, state })),
    }))));
    const sorted = problems.toSorted((one, other) => one.line - other.line);
    if (sorted.length > 0)
        throw new problem/* Failure */.HR(sorted.map((one) => located(file.path, one)));
    return {
        rooms: states.filter((one) => one !== null),
        missing: missing.toSorted((one, other) => one.line - other.line),
    };
    /** Notes a room that is not there and of which the file wants nothing, instead of throwing that. */
    async function unlessMissing(of, room, work) {
        try {
            return await work();
        }
        catch (error) {
            const isAbsent = error instanceof problem/* Failure */.HR && (0,refusal/* isRoomGone */.r)(error);
            if (!isAbsent || !(0,past_date/* wantsNothing */.ty)(room, now) || (await isArchived(of, room)))
                throw error;
            missing.push({ ...room, near: await nearOnes(of, room) });
            return null;
        }
    }
}
/** Whether a room that no active one is lies in the archive, from where its links would come back with it. */
async function isArchived(portal, { room }) {
    return room.by === 'title' && (await portal.rooms({ area: 'archived' })).some((one) => (0,links_room/* isMeant */.EZ)(room, one));
}
/** The rooms that a title may mean which no active room has; the lists have been read for that already. */
async function nearOnes(portal, { room }) {
    if (room.by === 'id')
        return [];
    const lists = [await portal.rooms({ area: 'active' }), await portal.rooms({ area: 'archived' })];
    return (0,near_titles/* nearRooms */.XB)(room.title, lists.flat());
}
/** From so many titles on, one list of all rooms costs less than a search for each. */
const manyTitles = 10;
/** The portal, whose whole list of rooms of an area is read once at most, and where there are many titles serves them all. */
function listingOnce(portal, titles) {
    const lists = new Map();
    return {
        ...portal,
        rooms: (query) => {
            if (query.title !== undefined && titles < manyTitles)
                return portal.rooms(query);
            const list = lists.get(query.area) ?? portal.rooms({ area: query.area });
            lists.set(query.area, list);
            return list;
        },
    };
}
/** Does some work for a room; null if there is something wrong with the room, which is noted. */
async function noting(problems, room, work) {
    try {
        return await work();
    }
    catch (error) {
        if (!(error instanceof problem/* Failure */.HR) || !error.problems.every(({ code }) => ofOneRoom.includes(code)))
            throw error;
        problems.push(...error.problems.map((one) => ({ line: room.line, problem: advised(one) })));
        return null;
    }
}
/** The problem with the advice for a file, where that of its code names inputs of other actions. */
function advised(one) {
    const { code, hint } = one;
    if (code !== 'room-not-found' || hint !== problem/* problemTable */.iK[code].advice)
        return one;
    return {
        ...one,
        hint: "Check `room`: it is the number in the room's address, `/rooms/shared/<id>`, or an exact title.",
    };
}

// EXTERNAL MODULE: ../lib/src/links-file/expected-state.js
var expected_state = __webpack_require__(6887);
// EXTERNAL MODULE: ../lib/src/links/shown-id.js
var shown_id = __webpack_require__(6829);
// EXTERNAL MODULE: ../lib/src/links/fields.js
var fields = __webpack_require__(4717);
// EXTERNAL MODULE: ../lib/src/links/verify.js + 1 modules
var verify = __webpack_require__(1683);
;// CONCATENATED MODULE: ../lib/src/operations/apply-work.js

/** The work before its first step. */
function startWork(plan) {
    return {
        plan,
        state: plan.state,
        expected: plan.state,
        line: plan.line,
        executed: new Map(),
        mine: new Map(),
        revoked: [],
        gone: [],
        lost: null,
        unknown: new Set(),
        extras: new Map(),
        opens: new Map(),
        unproved: new Set(),
    };
}
/** Takes the plan down that writes this id first. */
function remember({ mine }, id, plan) {
    if (plan.steps.some((step) => step.do !== 'revoke') && !mine.has(id))
        mine.set(id, plan);
}
/** The entries whose links this run has written, or whose key it has cleared. */
function touchedOf(work) {
    return work.plan.staying.filter((one) => isTouched(work, one));
}
/** What was written for an entry. */
function writtenOf({ executed }, one) {
    return executed.get(one) ?? { id: one.plan.id ?? '', link: null };
}
/** Whether this run has written the link of an entry, or taken others of its key away. */
function isTouched({ executed, mine }, one) {
    return executed.has(one) || (one.plan.steps.length === 0 && mine.has(one.plan.id ?? ''));
}
/** What was done and is proved, and with `none` what is as described. */
function doneChanges(work) {
    const { plan, state, revoked, executed, mine, extras } = work;
    return [
        ...revoked.map(({ link, key }) => (0,change/* revokeChange */.Zl)(state.room, link, key)),
        ...plan.staying.flatMap((one) => {
            if (isUndone(work, one))
                return [];
            const id = executed.get(one)?.id ?? one.plan.id ?? '';
            return (0,change/* changesOf */.fs)({ ...(mine.get(id) ?? one.plan), id, extras: extras.get(one.entry) ?? [] });
        }),
    ];
}
/** How many entries of the file want links absent that this run did not have to take away. */
function goneCountOf({ plan, revoked, gone }) {
    const mine = revoked.map(({ entry }) => entry);
    const theirs = gone.flatMap(({ entry }) => (entry === null ? [] : [entry]));
    return new Set([...plan.gone, ...theirs].filter((entry) => !mine.includes(entry))).size;
}
/** What was planned and is not done, or not proved. */
function undoneOf(work) {
    const gone = [...work.revoked, ...work.gone].map(({ link }) => link.id);
    return [
        ...work.plan.going.filter(({ link }) => !gone.includes(link.id)),
        ...work.plan.staying.filter((one) => isUndone(work, one)),
    ];
}
function isUndone({ executed, unproved }, one) {
    return unproved.has(one) || (one.plan.steps.length > 0 && !executed.has(one));
}

// EXTERNAL MODULE: ../lib/src/operations/explain.js
var explain = __webpack_require__(6116);
// EXTERNAL MODULE: ../lib/src/operations/prove-link.js
var prove_link = __webpack_require__(4294);
;// CONCATENATED MODULE: ../lib/src/operations/apply-conflicts.js







/** How often what is not as it was written is written again. */
const mostRepairs = 3;
/** What is told where others have changed the room. */
const changed = 'The room has changed since it was read → plan again';
/** Reads back, and looks for another run that has done the same at the same time; what is told of it, or null. */
async function conflictIn(deps, work, attempt) {
    await readBack(deps, work);
    if (isRivalled(work, deps.identity))
        return 'Another run made the same link at the same time → agree on one';
    // After that it is the portal that does not do as asked, and not another run: the proof tells how.
    if (attempt >= mostRepairs)
        return null;
    return isOverwritten(work) || (await isOvertaken(deps, work)) ? changed : null;
}
/** What stands behind a refusal. Throws why, if it is not that the room has changed. */
async function conflictBehind({ portal }, work, { refusal, plan }, attempt) {
    const fresh = await (0,read_room/* readRoom */.Qo)(portal, work.state.room.id);
    // A place that was taken for a moment, by a link that another run has given up since, leaves no trace.
    const transient = attempt === 1 && refusal.exceptionType?.endsWith('InvalidOperationException') === true;
    if (!transient && !(0,prove_link/* changedMeanwhile */.Fd)(work.expected, fresh))
        throw await (0,explain/* explainRefusal */.GC)(refusal, plan, portal);
    return changed;
}
/** Whether both lists hold the same links, with the same settings. */
function sameLinks(some, others) {
    return (some.length === others.length &&
        some.every((one) => {
            const other = others.find(({ id }) => id === one.id);
            return other?.expired === one.expired && (0,fields/* changes */.Ao)(one.type, one, other).length === 0;
        }));
}
/** Whether the links of a plan whose write may have been lost are as they were before it: then it was not carried out. */
function isAsBefore({ state, expected }, { id, current, extras, primary }) {
    const ids = [id, current?.id, ...extras.map((extra) => extra.id)];
    const its = ({ links }) => links.filter((link) => ids.includes(link.id) || (primary && link.primary));
    return sameLinks(its(state), its(expected));
}
/** Reads the room's links again. */
async function readBack(deps, work) {
    work.state = await (0,empty_list/* readLinksBack */.$l)(deps.portal, work.state, work.expected.links.length > 0);
}
/** Whether another run has made a link in the place of one that this run has written. */
function isRivalled({ state, executed }, identity) {
    return Array.from(executed).some(([{ plan }, { id }]) => (0,prove_link/* hasRivals */.cw)(state, plan, id, identity));
}
/** Whether a link is not as this run has written it: another run has written it too, say with a date a second later. */
function isOverwritten(work) {
    return touchedOf(work).some((one) => (0,verify/* verify */.M)(one.plan, writtenOf(work, one).id, work.state.links).length > 0);
}
/**
 * Tries all links; whether one opens otherwise than it was listed because the room has changed since: another run has
 * taken it away, to keep its own of the same key.
 */
async function isOvertaken(deps, work) {
    const ids = touchedOf(work).map((one) => writtenOf(work, one).id);
    const links = work.state.links.filter(({ id }) => ids.includes(id));
    work.opens = new Map(await Promise.all(links.map(async (link) => [link.id, await deps.portal.open(link)])));
    if (links.every((link) => (0,verify/* verifyOpens */.J)(link, work.opens.get(link.id) ?? 'unknown') === null))
        return false;
    const before = work.state;
    await readBack(deps, work);
    return (0,prove_link/* changedMeanwhile */.Fd)(before, work.state);
}

// EXTERNAL MODULE: ../lib/src/operations/revoke-links.js
var revoke_links = __webpack_require__(1917);
// EXTERNAL MODULE: ../lib/src/operations/write-link.js
var write_link = __webpack_require__(3785);
;// CONCATENATED MODULE: ../lib/src/operations/apply-room.js













/** How often a plan is made anew because others changed the room meanwhile. */
const attempts = 8;
/** The longest pause after the first conflict; it grows with each. Milliseconds. */
const pauseUnit = 200;
/** Longer than another run needs from one write to the next; milliseconds. */
const betweenSteps = 2000;
/**
 * Carries out the plan of a room: what goes first, then one write after the other; reads the room back once, and proves
 * every link. Where another run gets in between, the room is planned again. Throws no `Failure`: what went wrong is told
 * in the outcome, so that other rooms go on.
 */
async function applyRoom(deps, plan) {
    const work = startWork(plan);
    const problems = [];
    const finished = await apply_room_noting(deps, work, problems, () => carryOut(deps, work));
    const touched = touchedOf(work);
    // What was written before it went wrong is proved all the same; if even that fails, the first failure says why.
    const isRead = finished || (touched.length === 0 && work.lost === null);
    const read = isRead || (await apply_room_noting(deps, work, [], () => readBack(deps, work)));
    if (!read) {
        for (const one of touched)
            work.unknown.add((work.mine.get(writtenOf(work, one).id) ?? one.plan).action);
    }
    if (work.lost !== null && !(read && isAsBefore(work, work.lost))) {
        work.unknown.add(work.lost.action);
        if (work.lost.extras.length > 0)
            work.unknown.add('revoke');
    }
    for (const one of touched) {
        work.line = one.entry.line;
        const proved = read && (await apply_room_noting(deps, work, problems, () => proveOne(deps, work, one)));
        if (!proved)
            work.unproved.add(one);
    }
    problems.push(...work.plan.overdue.map((one) => deps.locate((0,past_date/* overdueProblem */.Qg)(one))));
    return {
        state: work.state,
        changes: doneChanges(work),
        gone: goneCountOf(work),
        unknown: work.unknown,
        undone: undoneOf(work),
        problems,
    };
}
/** Does some work; whether it ended well. A `Failure` is noted with the line of the file, unless it knows its own. */
async function apply_room_noting(deps, work, problems, task) {
    try {
        await task();
        return true;
    }
    catch (error) {
        if (!(error instanceof problem/* Failure */.HR))
            throw error;
        const placed = (problem) => problem.place === undefined ? deps.locate({ line: work.line, problem }) : problem;
        problems.push(...error.problems.map(placed));
        return false;
    }
}
async function carryOut(deps, work) {
    // Reading all rooms takes its time, and a write replaces everything: what was changed since must not be undone.
    const { links } = await deps.portal.links(work.state.room.id);
    if (!sameLinks(links, work.state.links))
        await replan(deps, work, changed, 0);
    for (let attempt = 1; attempt <= attempts; attempt++) {
        const refused = await write(deps, work);
        const conflict = refused === null ? await conflictIn(deps, work, attempt) : await conflictBehind(deps, work, refused, attempt);
        if (conflict === null)
            return;
        await replan(deps, work, conflict, attempt);
    }
    throw (0,problem/* failure */.V2)('conflict', `${(0,present_story/* roomName */.TX)(work.state.room)} was changed by others each time this step tried to write.`);
}
/**
 * Reads and plans the room anew, after a moment that differs from run to run, so that two runs do not get in each
 * other's way again and again. Throws what then forbids the plan; but another run may be in the middle of its work, with
 * a link that has gone and its heir not there yet, so that is looked at once more a little later.
 */
async function replan(deps, work, why, attempt) {
    const { id } = work.state.room;
    deps.log.line(why);
    const [chance = 0] = deps.identity.random(1);
    await deps.wait(Math.round((attempt * pauseUnit * chance) / 256));
    let state = await (0,read_room/* readRoom */.Qo)(deps.portal, id);
    let plan = deps.planAgain(state);
    if (plan.problems.length > 0) {
        await deps.wait(betweenSteps);
        state = await (0,read_room/* readRoom */.Qo)(deps.portal, id);
        plan = deps.planAgain(state);
    }
    work.state = state;
    work.expected = state;
    if (plan.problems.length > 0)
        throw new problem/* Failure */.HR(plan.problems.map(deps.locate));
    work.plan = plan;
    work.executed = new Map();
    work.opens = new Map();
}
/** Writes what the plan says; stops at what the portal refuses, and gives that. */
async function write(deps, work) {
    const { going, staying, line } = work.plan;
    work.line = line;
    if (going.length > 0)
        await revokeGoing(deps, work, going);
    for (const one of staying) {
        const { plan, entry } = one;
        if (plan.steps.length === 0)
            continue;
        work.line = entry.line;
        // Before the write, since one that seems to fail may have been carried out.
        if (plan.id !== null)
            remember(work, plan.id, plan);
        try {
            const written = await (0,write_link/* executePlan */.vY)(deps.portal, plan, (step) => {
                if (step.do === 'revoke')
                    deps.log.line(`✓ revoked ${(0,present_story/* shortId */.m_)(step.link.id, (0,shown_id/* around */.m)(work.state.links, plan))}`);
            });
            remember(work, written.id, plan);
            work.executed.set(one, written);
            // A link that this run made itself, and gave up for that of another run, was never there for anyone.
            const extras = plan.extras.filter(({ id }) => !work.mine.has(id));
            work.extras.set(entry, [...(work.extras.get(entry) ?? []), ...extras]);
            work.expected = (0,expected_state/* stateAfter */.W)(work.expected, plan, written.id);
        }
        catch (error) {
            if (error instanceof refusal/* Refusal */.P)
                return { refusal: error, plan };
            if (error instanceof problem/* Failure */.HR && (0,explain/* isOutcomeUnknown */.B1)(error)) {
                deps.log.line('✗ whether the last write was carried out is not known; the next run finds out');
                work.lost = plan;
            }
            throw error;
        }
    }
    return null;
}
async function revokeGoing(deps, work, going) {
    const outcome = await (0,revoke_links/* revokeLinks */.a)(deps, work.state, going.map(({ link }) => link));
    const { links } = work.state;
    work.state = { ...work.state, links: outcome.links ?? links };
    work.expected = (0,expected_state/* without */.F)(work.expected, [...outcome.revoked, ...outcome.gone]);
    work.revoked.push(...going.filter(({ link }) => outcome.revoked.includes(link)));
    work.gone.push(...going.filter(({ link }) => outcome.gone.includes(link)));
    if (outcome.unproved.length > 0)
        work.unknown.add('revoke');
    for (const { id, type } of outcome.revoked) {
        const key = going.find(({ link }) => link.id === id)?.key ?? null;
        deps.log.line(`✓ revoked ${(0,present_story/* shortId */.m_)(id, links)}${(0,present_story/* keyWords */.Vi)(key)}   ✓ read back   ✓ tried: ${present_story/* opensWords */.vA.nothing}`);
        if (type === 'invitation')
            deps.log.line('  People who have joined by the invitation stay members of the room.');
    }
    for (const { id } of outcome.gone)
        deps.log.line(`= ${(0,present_story/* shortId */.m_)(id, links)}: somebody else has revoked it meanwhile`);
    if (outcome.problems.length > 0)
        throw new problem/* Failure */.HR(outcome.problems);
}
async function proveOne(deps, work, one) {
    const written = writtenOf(work, one);
    const opens = work.opens.get(written.id) ?? (await (0,prove_link/* openListed */.It)(deps.portal, work.state, written.id));
    const told = work.mine.get(written.id) ?? one.plan;
    // A link that this run made is taken back if it is wrong, also where a later plan has only changed it.
    const plan = { ...one.plan, action: told.action };
    await (0,prove_link/* prove */.zn)({ ...deps, seen: (state) => (work.state = state) }, plan, written, work.state, opens);
    const tried = opens === 'unknown' ? [] : [`✓ tried: ${present_story/* opensWords */.vA[opens]}`];
    const name = `${(0,present_story/* shortId */.m_)(written.id, (0,shown_id/* around */.m)(work.state.links, told))}${(0,present_story/* keyWords */.Vi)(told.primary ? null : told.key)}`;
    deps.log.line([`✓ ${doneWords[told.action]} ${name}`, '✓ read back', ...tried].join('   '));
}
const doneWords = {
    create: 'created',
    update: 'updated',
    replace: 'replaced',
    rotate: 'rotated',
    none: 'kept',
};

;// CONCATENATED MODULE: ../lib/src/operations/apply.js










/**
 * Makes the portal match the file: read all rooms, plan and check everything, then write. Throws a `Failure` if a room
 * cannot be read; everything else that goes wrong is told in the report, and a room that fails does not stop the others.
 */
async function apply(deps, task) {
    const planOf = ({ state, room }) => (0,plan_room/* planRoom */.HJ)(state, room, task.context);
    const { rooms, missing } = await readRooms(deps.portal, task.file, task.context.now, (one) => !hasChanges(planOf(one)));
    deps.seen(rooms.map(({ state }) => state));
    const plans = rooms.map(planOf);
    (0,plan_story/* planStory */.tJ)(plans, missing, task.context.now).forEach(deps.log.line);
    const problems = await check(deps, task, plans);
    const planned = plans.flatMap(plan_room/* changesOfRoom */.It);
    const states = rooms.map(({ state }) => state);
    const overdue = plans.flatMap((plan) => overdueIn(task.file, plan));
    const report = {
        result: '',
        plans,
        missing,
        changes: planned,
        outcomes: [],
        gone: goneCount(plans, missing, () => undefined),
        states,
        problems: [...problems, ...overdue],
    };
    if (task.dryRun) {
        deps.log.line('Dry run: nothing was written');
        return { ...report, result: 'planned' };
    }
    if (problems.length > 0)
        return report;
    if (!plans.some(hasChanges))
        return { ...report, result: overdue.length === 0 ? 'unchanged' : '' };
    return apply_carryOut(deps, task, rooms, report);
}
/** Links that are absent as described without a change, those of rooms that are not there included. */
function goneCount(plans, missing, outcomeOf) {
    const inRooms = plans.reduce((sum, plan, index) => sum + (outcomeOf(index)?.gone ?? plan.gone.length), 0);
    return inRooms + linkCount(missing);
}
function linkCount(missing) {
    return missing.flatMap(({ links }) => links).length;
}
/** Entries that cannot be as the file says, though all others can. */
function overdueIn({ path }, { overdue }) {
    return overdue.map((one) => located(path, (0,past_date/* overdueProblem */.Qg)(one)));
}
function hasChanges(plan) {
    return (0,plan_room/* changesOfRoom */.It)(plan).some(({ action }) => action !== 'none');
}
/** Everything that forbids the plan, before the first write. */
async function check({ portal }, task, plans) {
    const { path } = task.file;
    const open = plans.some(writesOpenLinks);
    const restricted = open && (await portal.sharing())?.restrictedInRooms === true;
    const count = countProblem(plans, task.maxChanges);
    return [
        ...plans
            .flatMap((plan) => [
            ...plan.problems,
            ...(restricted ? restrictedProblems(plan) : []),
            ...(task.allowWidening ? [] : wideningProblems(plan)),
        ])
            .map((one) => located(path, one)),
        ...(count === null ? [] : [count]),
    ];
}
async function apply_carryOut(deps, task, rooms, report) {
    const work = report.plans.flatMap((plan, index) => (hasChanges(plan) ? [{ plan, index }] : []));
    const done = await (0,at_most/* atMost */.T)(at_most/* roomsAtOnce */.X, work, async ({ plan, index }) => {
        const room = firmRoom(rooms[index].room, plan);
        const story = [];
        const outcome = await applyRoom({
            ...deps,
            // Rooms are written at the same time: the lines of each are told together.
            log: { ...deps.log, line: (text) => story.push(text) },
            identity: task.context.identity,
            planAgain: (state) => withBrakes((0,plan_room/* planRoom */.HJ)(state, room, task.context), task),
            locate: (problem) => located(task.file.path, problem),
        }, plan);
        tell(deps.log, plan, story, outcome);
        return { index, outcome };
    });
    const outcomeOf = (index) => done.find((one) => one.index === index)?.outcome;
    const changes = report.plans.flatMap((plan, index) => outcomeOf(index)?.changes ?? (0,plan_room/* changesOfRoom */.It)(plan));
    const problems = report.plans.flatMap((plan, index) => outcomeOf(index)?.problems ?? overdueIn(task.file, plan));
    // Another run may have done all of it meanwhile.
    const nothing = problems.length === 0 ? 'unchanged' : '';
    return {
        ...report,
        result: changes.some(({ action }) => action !== 'none') ? 'applied' : nothing,
        changes,
        outcomes: done.map(({ outcome }) => outcome),
        gone: goneCount(report.plans, report.missing, outcomeOf),
        states: report.states.map((state, index) => outcomeOf(index)?.state ?? state),
        problems,
    };
}
/** A plan that was made anew has to pass the same brakes. */
function withBrakes(plan, { allowWidening, maxChanges }) {
    const count = countProblem([plan], maxChanges);
    return {
        ...plan,
        problems: [
            ...plan.problems,
            ...(allowWidening ? [] : wideningProblems(plan)),
            ...(count === null ? [] : [{ line: plan.line, problem: count }]),
        ],
    };
}
function tell(log, { state }, story, { undone, problems }) {
    log.line(`${(0,present_story/* roomName */.TX)(state.room)}:`);
    for (const line of story)
        log.line(`  ${line}`);
    for (const item of undone)
        log.line(`  ✗ not done: ${(0,plan_story/* itemWords */.Fh)(item, state.links)}`);
    for (const { message } of problems)
        log.line(`  ✗ ${message}`);
}

// EXTERNAL MODULE: ../lib/src/present/outputs.js
var outputs = __webpack_require__(2898);
// EXTERNAL MODULE: ../lib/src/present/plan-summary.js
var plan_summary = __webpack_require__(1548);
// EXTERNAL MODULE: ../lib/src/verbs/comment.js + 3 modules
var comment = __webpack_require__(2298);
// EXTERNAL MODULE: ../lib/src/verbs/known-links.js
var known_links = __webpack_require__(5638);
;// CONCATENATED MODULE: ../lib/src/verbs/apply.js













/**
 * The action `apply`: makes the portal match the file and sets its outputs; gives the summary. Throws a `Failure` if
 * anything of the file cannot be done or is not proved, after all that is known was set.
 */
async function runApply(inputs, file, tools) {
    const { runner, identity, now: clock } = tools;
    // One time for the whole run: plans that are made anew ask for the same dates.
    const now = clock();
    const repository = runner.env['GITHUB_REPOSITORY'] ?? '';
    const watched = (0,known_links/* watchLinks */.lm)(tools.portal);
    const rooms = [];
    const report = await apply({
        portal: watched.portal,
        log: runner,
        wait: tools.wait,
        seen: (states) => {
            rooms.push(...states.map(({ room }) => room));
        },
    }, {
        file,
        context: {
            now,
            identity,
            prune: inputs.prune,
            defaultTitle: (key) => (0,default_title/* defaultTitle */.Q)(repository, key),
            newPassword: () => {
                const password = (0,links_password/* generatePassword */.b)(identity.random);
                runner.mask(password);
                return password;
            },
        },
        allowWidening: inputs.allowWidening,
        maxChanges: inputs.maxChanges,
        dryRun: inputs.dryRun,
    }).finally(() => {
        outputAllLinks(rooms, watched, tools);
    });
    noteStale(report, file, tools);
    outputReport(report, inputs, watched, tools);
    const summary = (0,plan_summary/* planMarkdown */.Xg)({
        result: report.result,
        dryRun: inputs.dryRun,
        planned: report.outcomes.length === 0,
        path: file.path,
        changes: report.changes,
        gone: report.gone,
        undone: report.outcomes.flatMap(({ undone, state }) => undone.map((item) => (0,plan_story/* itemWords */.Fh)(item, state.links))),
        impossible: impossibleIn(report),
    });
    tools.summary(summary);
    const markdown = report.problems.length === 0 ? summary : `${summary}\n\n${(0,plan_summary/* problemLines */.pb)(report.problems)}`;
    // What goes wrong with the comment does not hide what is wrong with the plan.
    const refused = await (0,comment/* commentProblems */.A)(inputs, tools, {
        kind: 'plan',
        portal: inputs.portal,
        file: file.path,
        markdown,
    });
    const problems = [...report.problems, ...refused];
    if (problems.length > 0)
        throw new problem/* Failure */.HR(problems);
    return summary;
}
/** Sets the output `links`, if those of all rooms are known: without one of them it would say that it has none. */
function outputAllLinks(rooms, { linksOf }, { output, identity }) {
    const known = rooms.map((room) => ({ room, links: linksOf(room) }));
    if (rooms.length === 0 || known.some(({ links }) => links === null))
        return;
    const elements = known.flatMap(({ room, links }) => (0,outputs/* linkElements */.iq)(links ?? [], identity).map((element) => ({ roomId: room.id, ...element })));
    output('links', { elements, whole: 'The action `list` gives the links of a single room.' });
}
/** A room that is not there, by its name in the file, and those that may be meant. */
function missingWords({ room, near }) {
    return near.length === 0 ? (0,links_room/* refWords */.VL)(room) : `${(0,links_room/* refWords */.VL)(room)} (near titles: ${(0,near_titles/* listedNear */.oi)(near)})`;
}
/** Says what is up to date only because it is not there any more: an entry may have a slip in its date or its room. */
function noteStale({ plans, missing }, { path }, { runner }) {
    const ended = plans.flatMap(({ gone }) => gone).filter(({ absent }) => !absent);
    const linesOf = (entries) => {
        const lines = entries.map(({ line }) => line).toSorted((one, other) => one - other);
        return `${(0,quoted/* cleaned */.L)(path)}, ${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}`;
    };
    if (ended.length > 0) {
        runner.notice('Dates have passed', `${linesOf(ended)}: the date has passed, and the link has expired or is not there. Remove the entry, or give it a later date.`);
    }
    if (missing.length > 0) {
        runner.notice('Rooms are not there', `${linesOf(missing)}: this API key sees no such room, and the file wants no links in it: ${missing.map(missingWords).join(', ')}. Remove the room from the file, or correct its name.`);
    }
}
function outputReport(report, { dryRun }, { changed }, { output }) {
    const { result, changes, outcomes } = report;
    const done = dryRun || result === 'applied' ? changes : [];
    const unknown = outcomes.flatMap((outcome) => [...outcome.unknown]);
    const count = (...actions) => unknown.some((action) => actions.includes(action))
        ? ''
        : String(done.filter(({ action }) => actions.includes(action)).length);
    const same = changes.filter(({ action }) => action === 'none').length + report.gone;
    output('result', result);
    const isChanged = done.some(({ action }) => action !== 'none');
    // What this run wrote and gave up for another run's does not count, where all is up to date in the end.
    output('changed', (0,known_links/* changedText */.m8)(dryRun || isChanged || result === 'unchanged' ? isChanged : changed()));
    output('plan', (0,outputs/* planOutput */.pp)(changes));
    output('created-count', count('create'));
    output('updated-count', count('update', 'replace', 'rotate'));
    output('revoked-count', count('revoke'));
    output('unchanged-count', String(same));
    output('failed-count', String(outcomes.flatMap(({ undone }) => undone).length + impossibleIn(report)));
}
function impossibleIn({ plans }) {
    return plans.reduce((sum, plan) => sum + (0,plan_room/* impossibleCount */.Rh)(plan), 0);
}


/***/ })

};
