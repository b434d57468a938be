export const id = 482;
export const ids = [482];
export const modules = {

/***/ 3482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runApply: () => (/* binding */ runApply)
});

// EXTERNAL MODULE: ../lib/src/links/desired.js
var desired = __webpack_require__(5260);
// EXTERNAL MODULE: ../lib/src/links/near-titles.js
var near_titles = __webpack_require__(9428);
// EXTERNAL MODULE: ../lib/src/links/password.js
var links_password = __webpack_require__(5021);
// EXTERNAL MODULE: ../lib/src/links/plan-room.js
var plan_room = __webpack_require__(2819);
// EXTERNAL MODULE: ../lib/src/links/problem.js
var problem = __webpack_require__(8797);
// EXTERNAL MODULE: ../lib/src/links/quoted.js
var quoted = __webpack_require__(5504);
// EXTERNAL MODULE: ../lib/src/links/room.js
var links_room = __webpack_require__(9043);
// EXTERNAL MODULE: ../lib/src/render/outputs.js
var outputs = __webpack_require__(8211);
// EXTERNAL MODULE: ../lib/src/render/plan.js
var plan = __webpack_require__(5270);
// EXTERNAL MODULE: ../lib/src/actions/known-links.js
var known_links = __webpack_require__(6927);
// EXTERNAL MODULE: ../lib/src/actions/pull-request.js + 6 modules
var pull_request = __webpack_require__(4479);
// EXTERNAL MODULE: ../lib/src/docspace/pool.js + 1 modules
var pool = __webpack_require__(5207);
// EXTERNAL MODULE: ../lib/src/links/declared.js + 1 modules
var declared = __webpack_require__(1553);
// EXTERNAL MODULE: ../lib/src/links/change.js
var change = __webpack_require__(8684);
;// CONCATENATED MODULE: ../lib/src/links/limits.js




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

// EXTERNAL MODULE: ../lib/src/links/past-date.js
var past_date = __webpack_require__(5093);
// EXTERNAL MODULE: ../lib/src/docspace/refusal.js
var refusal = __webpack_require__(9749);
// EXTERNAL MODULE: ../lib/src/links/shown-id.js
var shown_id = __webpack_require__(6829);
// EXTERNAL MODULE: ../lib/src/render/log.js
var render_log = __webpack_require__(7147);
// EXTERNAL MODULE: ../lib/src/links/settings.js
var settings = __webpack_require__(4433);
// EXTERNAL MODULE: ../lib/src/links/verify.js
var verify = __webpack_require__(1953);
;// CONCATENATED MODULE: ../lib/src/reconcile/apply-work.js

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

// EXTERNAL MODULE: ../lib/src/reconcile/explain.js
var explain = __webpack_require__(244);
// EXTERNAL MODULE: ../lib/src/reconcile/prove-link.js
var prove_link = __webpack_require__(8854);
// EXTERNAL MODULE: ../lib/src/reconcile/read-room.js
var read_room = __webpack_require__(1707);
;// CONCATENATED MODULE: ../lib/src/reconcile/apply-conflicts.js






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
            return other?.expired === one.expired && (0,settings/* changes */.Ao)(one.type, one, other).length === 0;
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
    work.state = await (0,read_room/* readLinksBack */.$l)(deps.portal, work.state, work.expected.links.length > 0);
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

// EXTERNAL MODULE: ../lib/src/reconcile/revoke-links.js
var revoke_links = __webpack_require__(3181);
// EXTERNAL MODULE: ../lib/src/reconcile/write-link.js
var write_link = __webpack_require__(6937);
;// CONCATENATED MODULE: ../lib/src/reconcile/apply-room.js













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
    const finished = await noting(deps, work, problems, () => carryOut(deps, work));
    const touched = touchedOf(work);
    // What was written before it went wrong is proved all the same; if even that fails, the first failure says why.
    const isRead = finished || (touched.length === 0 && work.lost === null);
    const read = isRead || (await noting(deps, work, [], () => readBack(deps, work)));
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
        const proved = read && (await noting(deps, work, problems, () => proveOne(deps, work, one)));
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
async function noting(deps, work, problems, task) {
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
    throw (0,problem/* failure */.V2)('conflict', `${(0,render_log/* roomName */.TX)(work.state.room)} was changed by others each time this step tried to write.`);
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
                    deps.log.line(`✓ revoked ${(0,render_log/* shortId */.m_)(step.link.id, (0,shown_id/* around */.m)(work.state.links, plan))}`);
            });
            remember(work, written.id, plan);
            work.executed.set(one, written);
            // A link that this run made itself, and gave up for that of another run, was never there for anyone.
            const extras = plan.extras.filter(({ id }) => !work.mine.has(id));
            work.extras.set(entry, [...(work.extras.get(entry) ?? []), ...extras]);
            work.expected = (0,plan_room/* stateAfter */.W_)(work.expected, plan, written.id);
        }
        catch (error) {
            if (error instanceof refusal/* Refusal */.P_)
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
    work.expected = (0,plan_room/* without */.FF)(work.expected, [...outcome.revoked, ...outcome.gone]);
    work.revoked.push(...going.filter(({ link }) => outcome.revoked.includes(link)));
    work.gone.push(...going.filter(({ link }) => outcome.gone.includes(link)));
    if (outcome.unproved.length > 0)
        work.unknown.add('revoke');
    for (const { id, type } of outcome.revoked) {
        const key = going.find(({ link }) => link.id === id)?.key ?? null;
        deps.log.line(`✓ revoked ${(0,render_log/* shortId */.m_)(id, links)}${(0,render_log/* keyWords */.Vi)(key)}   ✓ read back   ✓ tried: ${render_log/* opensWords */.vA.nothing}`);
        if (type === 'invitation')
            deps.log.line('  People who have joined by the invitation stay members of the room.');
    }
    for (const { id } of outcome.gone)
        deps.log.line(`= ${(0,render_log/* shortId */.m_)(id, links)}: somebody else has revoked it meanwhile`);
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
    const tried = opens === 'unknown' ? [] : [`✓ tried: ${render_log/* opensWords */.vA[opens]}`];
    const name = `${(0,render_log/* shortId */.m_)(written.id, (0,shown_id/* around */.m)(work.state.links, told))}${(0,render_log/* keyWords */.Vi)(told.primary ? null : told.key)}`;
    deps.log.line([`✓ ${doneWords[told.action]} ${name}`, '✓ read back', ...tried].join('   '));
}
const doneWords = {
    create: 'created',
    update: 'updated',
    replace: 'replaced',
    rotate: 'rotated',
    none: 'kept',
};

;// CONCATENATED MODULE: ../lib/src/actions/apply/read-rooms.js








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
    const found = await (0,pool/* atMost */.Tu)(2 * roomsAtOnce, file.rooms, (room) => read_rooms_noting(problems, room, () => unlessMissing(lister, room, async () => ({ room, id: await (0,read_room/* resolveRoom */.Ow)(lister, room.room, inFile) }))));
    const rooms = found.filter((one) => one !== null);
    for (const [index, { room, id }] of rooms.entries()) {
        const first = rooms.slice(0, index).find((other) => other.id === id);
        if (first === undefined)
            continue;
        const message = `This is room ${id}, and so is line ${first.room.line}.`;
        problems.push({ line: room.line, problem: (0,problem/* problem */.CC)('links-file', message, 'Put all its links in one place.') });
    }
    const states = await (0,pool/* atMost */.Tu)(roomsAtOnce, rooms, ({ room, id }) => read_rooms_noting(problems, room, () => unlessMissing(lister, room, async () => ({
        room,
        state: await (0,read_room/* readRoom */.Qo)(portal, id, (state) => (0,read_room/* saysNothing */._X)(state) && isUpToDate({ room, state })),
    }))));
    const sorted = problems.toSorted((one, other) => one.line - other.line);
    if (sorted.length > 0)
        throw new problem/* Failure */.HR(sorted.map((one) => (0,declared/* located */.t)(file.path, one)));
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
            const isAbsent = error instanceof problem/* Failure */.HR && (0,refusal/* isRoomGone */.rv)(error);
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
async function read_rooms_noting(problems, room, work) {
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

;// CONCATENATED MODULE: ../lib/src/actions/apply/apply.js









/**
 * Makes the portal match the file: read all rooms, plan and check everything, then write. Throws a `Failure` if a room
 * cannot be read; everything else that goes wrong is told in the report, and a room that fails does not stop the others.
 */
async function apply(deps, task) {
    const planOf = ({ state, room }) => (0,plan_room/* planRoom */.HJ)(state, room, task.context);
    const { rooms, missing } = await readRooms(deps.portal, task.file, task.context.now, (one) => !hasChanges(planOf(one)));
    deps.seen(rooms.map(({ state }) => state));
    const plans = rooms.map(planOf);
    (0,plan/* planStory */.tJ)(plans, missing, task.context.now).forEach(deps.log.line);
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
    return overdue.map((one) => (0,declared/* located */.t)(path, (0,past_date/* overdueProblem */.Qg)(one)));
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
            .map((one) => (0,declared/* located */.t)(path, one)),
        ...(count === null ? [] : [count]),
    ];
}
async function apply_carryOut(deps, task, rooms, report) {
    const work = report.plans.flatMap((plan, index) => (hasChanges(plan) ? [{ plan, index }] : []));
    const done = await (0,pool/* atMost */.Tu)(pool/* roomsAtOnce */.Xq, work, async ({ plan, index }) => {
        const room = (0,plan_room/* firmRoom */.Qi)(rooms[index].room, plan);
        const story = [];
        const outcome = await applyRoom({
            ...deps,
            // Rooms are written at the same time: the lines of each are told together.
            log: { ...deps.log, line: (text) => story.push(text) },
            identity: task.context.identity,
            planAgain: (state) => withBrakes((0,plan_room/* planRoom */.HJ)(state, room, task.context), task),
            locate: (problem) => (0,declared/* located */.t)(task.file.path, problem),
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
    log.line(`${(0,render_log/* roomName */.TX)(state.room)}:`);
    for (const line of story)
        log.line(`  ${line}`);
    for (const item of undone)
        log.line(`  ✗ not done: ${(0,plan/* itemWords */.Fh)(item, state.links)}`);
    for (const { message } of problems)
        log.line(`  ✗ ${message}`);
}

;// CONCATENATED MODULE: ../lib/src/actions/apply/run.js












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
            defaultTitle: (key) => (0,desired/* defaultTitle */.QL)(repository, key),
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
    const summary = (0,plan/* planMarkdown */.Xg)({
        result: report.result,
        dryRun: inputs.dryRun,
        planned: report.outcomes.length === 0,
        path: file.path,
        changes: report.changes,
        gone: report.gone,
        undone: report.outcomes.flatMap(({ undone, state }) => undone.map((item) => (0,plan/* itemWords */.Fh)(item, state.links))),
        impossible: impossibleIn(report),
    });
    tools.summary(summary);
    const markdown = report.problems.length === 0 ? summary : `${summary}\n\n${(0,plan/* problemLines */.pb)(report.problems)}`;
    // What goes wrong with the comment does not hide what is wrong with the plan.
    const refused = await (0,pull_request/* commentProblems */.AA)(inputs, tools, {
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


/***/ }),

/***/ 6927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N8: () => (/* binding */ outputLinks),
/* harmony export */   lm: () => (/* binding */ watchLinks),
/* harmony export */   m8: () => (/* binding */ changedText)
/* harmony export */ });
/* harmony import */ var _docspace_refusal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9749);
/* harmony import */ var _links_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8797);
/* harmony import */ var _reconcile_read_room_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1707);
/* harmony import */ var _reconcile_explain_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(244);
/* harmony import */ var _render_outputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8211);





/** Watches what a verb lists and writes, so that it sets only outputs that are known when it fails. */
function watchLinks(portal) {
    const listed = new Map();
    // As they were read last: rights may be withdrawn while a step runs.
    const rooms = new Map();
    let changed;
    /** Sends a write; the list is known again where the answer, or what was thrown, says that nothing has changed. */
    async function write(roomId, send, isIgnored = () => false) {
        const before = listed.get(roomId);
        const keep = () => {
            if (changed === undefined)
                changed = false;
            if (before !== undefined)
                listed.set(roomId, before);
        };
        listed.delete(roomId);
        try {
            const answer = await send();
            if (isIgnored(answer))
                keep();
            else
                changed = true;
            return answer;
        }
        catch (error) {
            if (!mayBeDone(error))
                keep();
            else if (changed !== true)
                changed = null;
            throw error;
        }
    }
    return {
        portal: {
            ...portal,
            room: async (roomId) => {
                const room = await portal.room(roomId);
                rooms.set(roomId, room);
                return room;
            },
            links: async (roomId) => {
                const listing = await portal.links(roomId);
                listed.set(roomId, listing.links);
                return listing;
            },
            putLink: (roomId, link, settings, beforeRepeat) => write(roomId, () => portal.putLink(roomId, link, settings, beforeRepeat)),
            revokeLink: (roomId, link, beforeRepeat) => write(roomId, () => portal.revokeLink(roomId, link, beforeRepeat), (answer) => answer?.id === link.id),
            makePrimary: (roomId) => write(roomId, () => portal.makePrimary(roomId)),
        },
        changed: () => changed,
        linksOf: (room) => {
            const links = listed.get(room.id) ?? null;
            const last = rooms.get(room.id) ?? room;
            if (links?.length === 0 && (!last.canEditAccess || (0,_reconcile_read_room_js__WEBPACK_IMPORTED_MODULE_2__/* .isContradictory */ .yC)({ room: last, links })))
                return null;
            return links;
        },
        note: ({ room, links }) => {
            listed.set(room.id, links);
            rooms.set(room.id, room);
        },
    };
}
/** Whether a write that failed so may have been carried out: its answer was lost, or the portal failed in the middle. */
function mayBeDone(error) {
    if (error instanceof _docspace_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .Refusal */ .P_)
        return error.status >= 500;
    return !(error instanceof _links_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR) || (0,_reconcile_explain_js__WEBPACK_IMPORTED_MODULE_3__/* .isOutcomeUnknown */ .B1)(error);
}
/** The output `changed`; '' if it is not known. */
function changedText(changed) {
    return changed === null ? '' : String(changed ?? false);
}
/** Sets the outputs `links` and `links-count` of a room, if its links are known; `shows` says whose URLs may be seen. */
function outputLinks(room, { linksOf }, { output, identity }, shows) {
    const links = linksOf(room);
    if (links === null)
        return;
    output('links', (0,_render_outputs_js__WEBPACK_IMPORTED_MODULE_4__/* .linksOfRoom */ .G8)((0,_render_outputs_js__WEBPACK_IMPORTED_MODULE_4__/* .linkElements */ .iq)(links, identity, shows)));
    output('links-count', String(links.length));
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

/***/ 8854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fd: () => (/* binding */ changedMeanwhile),
/* harmony export */   It: () => (/* binding */ openListed),
/* harmony export */   cw: () => (/* binding */ hasRivals),
/* harmony export */   qc: () => (/* binding */ makesLink),
/* harmony export */   zn: () => (/* binding */ prove)
/* harmony export */ });
/* harmony import */ var _links_desired_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5260);
/* harmony import */ var _links_identity_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(310);
/* harmony import */ var _links_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8797);
/* harmony import */ var _links_quoted_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5504);
/* harmony import */ var _links_verify_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1953);
/* harmony import */ var _render_log_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7147);
/* harmony import */ var _explain_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(244);
/* harmony import */ var _write_link_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6937);








/** Whether the plan makes a link that was not there before, and can be taken away again. */
function makesLink(plan) {
    return plan.action !== 'update' && plan.action !== 'none' && !(0,_links_desired_js__WEBPACK_IMPORTED_MODULE_0__/* .isPermanent */ .lE)(plan);
}
/** Whether others have changed what the plan was made from: the room's links, its rights or its place. */
function changedMeanwhile(before, after) {
    const facts = ({ room, links }) => JSON.stringify([
        room.area,
        room.canEditAccess,
        links.map((link) => [link.id, link.access, link.expired]).toSorted(),
    ]);
    return facts(before) !== facts(after);
}
/**
 * Whether the room now has another link in the place of this one, made by a run at the same time: of the same key, or,
 * where both replaced a link that is named by its id, with the same beginning.
 */
function hasRivals(state, plan, id, identity) {
    if (plan.primary || (plan.key === null && !makesLink(plan)))
        return false;
    const place = { roomId: plan.room.id, type: plan.type };
    const prefix = plan.key === null ? (0,_links_identity_js__WEBPACK_IMPORTED_MODULE_6__/* .prefixOf */ .MT)(id) : (0,_links_identity_js__WEBPACK_IMPORTED_MODULE_6__/* .idPrefix */ .m0)(identity, { ...place, key: plan.key });
    const going = plan.steps.flatMap((step) => (step.do === 'revoke' ? [step.link.id] : []));
    return state.links.some((link) => link.id.startsWith(prefix) && link.id !== id && !going.includes(link.id));
}
/** Tries a link as the room lists it. */
async function openListed(portal, state, id) {
    const link = state.links.find((one) => one.id === id);
    return link === undefined ? 'unknown' : portal.open(link);
}
/**
 * Compares what the portal now has with what was asked. Throws a `Failure` with each difference; takes a link back
 * before that this run made wrongly.
 */
async function prove(deps, plan, written, state, opens) {
    const listed = state.links.find(({ id }) => id === written.id) ?? null;
    const met = listed === null ? null : (0,_links_verify_js__WEBPACK_IMPORTED_MODULE_2__/* .verifyOpens */ .J)(listed, opens);
    const changed = (0,_links_verify_js__WEBPACK_IMPORTED_MODULE_2__/* .verify */ .M)(plan, written.id, state.links);
    const differences = [...changed, ...(met === null ? [] : [met])];
    if (differences.length === 0) {
        if (opens === 'unknown') {
            deps.log.warning('Link not tried', 'The link is as asked, but what an anonymous visitor with it meets could not be asked. The log says why.');
        }
        return;
    }
    if (isSharedWithOthers(plan, written, changed)) {
        const what = changed.map(({ name }) => name).join(', ');
        throw (0,_links_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('conflict', `The primary link of room ${plan.room.id} ${(0,_links_quoted_js__WEBPACK_IMPORTED_MODULE_7__/* .quoted */ .T)(plan.room.title)} was as asked when it was written, and is not any more (${what}): others have changed it since.`);
    }
    const asked = differences.every(({ name }) => name === 'old link');
    const wrong = makesLink(plan) && !asked ? (listed ?? written.link) : null;
    if (wrong === null)
        throw (0,_explain_js__WEBPACK_IMPORTED_MODULE_4__/* .explainDifferences */ .S8)(differences, plan, '');
    if (!(await (0,_write_link_js__WEBPACK_IMPORTED_MODULE_5__/* .takeBack */ .zH)(deps.portal, plan.room.id, wrong))) {
        const still = `The link that this step made, ${wrong.id}, could not be revoked again: revoke it in DocSpace.`;
        throw (0,_explain_js__WEBPACK_IMPORTED_MODULE_4__/* .explainDifferences */ .S8)(differences, plan, still);
    }
    deps.log.line(`✗ the link is not as asked → revoked ${(0,_render_log_js__WEBPACK_IMPORTED_MODULE_3__/* .shortId */ .m_)(wrong.id, state.links)} again`);
    deps.seen({ ...state, links: state.links.filter(({ id }) => id !== wrong.id) });
    throw (0,_explain_js__WEBPACK_IMPORTED_MODULE_4__/* .explainDifferences */ .S8)(differences, plan, 'The link that this step made is revoked again.');
}
/**
 * Whether a link was as asked right after the write, and is not now. The portal draws the id of a primary link, so that
 * another run may have been given the same one: what that has written since is not taken back.
 */
function isSharedWithOthers(plan, { id, link }, changed) {
    const isChanged = changed.some(({ name }) => name !== 'old link');
    return plan.primary && isChanged && link !== null && (0,_links_verify_js__WEBPACK_IMPORTED_MODULE_2__/* .verify */ .M)(plan, id, [link]).length === 0;
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
