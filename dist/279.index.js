export const id = 279;
export const ids = [279];
export const modules = {

/***/ 6279:
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
// EXTERNAL MODULE: ../lib/src/links/plan-declared.js
var plan_declared = __webpack_require__(4618);
// EXTERNAL MODULE: ../lib/src/links/problem.js
var problem = __webpack_require__(8797);
// EXTERNAL MODULE: ../lib/src/links/room.js
var links_room = __webpack_require__(9043);
// EXTERNAL MODULE: ../lib/src/links/text.js
var links_text = __webpack_require__(9619);
// EXTERNAL MODULE: ../lib/src/render/outputs.js
var outputs = __webpack_require__(8211);
// EXTERNAL MODULE: ../lib/src/render/plan.js
var render_plan = __webpack_require__(5270);
// EXTERNAL MODULE: ../lib/src/actions/known-links.js
var known_links = __webpack_require__(6927);
// EXTERNAL MODULE: ../lib/src/actions/pull-request.js + 6 modules
var pull_request = __webpack_require__(4479);
// EXTERNAL MODULE: ../lib/src/docspace/pool.js + 1 modules
var pool = __webpack_require__(5207);
// EXTERNAL MODULE: ../lib/src/docspace/portal-clock.js
var portal_clock = __webpack_require__(4100);
// EXTERNAL MODULE: ../lib/src/links/change.js
var change = __webpack_require__(8684);
// EXTERNAL MODULE: ../lib/src/links/declared.js + 1 modules
var declared = __webpack_require__(1553);
;// CONCATENATED MODULE: ../lib/src/links/limits.js




/** Links that become more open though they may not. */
function wideningProblems(plan) {
    return plan.toKeep
        .filter(({ plan: { widens } }) => widens.length > 0)
        .map(({ plan: { room, key, id, widens }, entry: { line } }) => {
        const link = key === null ? `link ${id ?? ''}` : `link ${(0,links_text/* quoted */.TL)(key)}`;
        const message = `The ${link} of room ${room.id} ${(0,links_text/* quoted */.TL)(room.title)} would become more open: ${widens.join(', ')}.`;
        return { line, problem: (0,problem/* problem */.CC)('widening-not-allowed', message) };
    });
}
/** More changes than there may be; null if there are not. */
function countProblem(plans, most) {
    return (0,change/* tooManyChanges */.RP)(plans.flatMap(plan_declared/* changesOfRoom */.It), most);
}
/** Whether the plan writes external links that are open to anyone. */
function writesOpenLinks({ toKeep }) {
    return toKeep.some(({ plan }) => isOpenWrite(plan));
}
function isOpenWrite({ type, target, steps }) {
    return type === 'external' && !target.internal && steps.some((step) => step.do !== 'revoke');
}
/** The writes that a portal that restricts external sharing would refuse, or turn into links for its users only (portal.md §3). */
function restrictedProblems({ toKeep }) {
    return toKeep
        .filter(({ plan }) => isOpenWrite(plan))
        .map(({ plan: { room }, entry: { line } }) => ({
        line,
        problem: (0,problem/* problem */.CC)('sharing-restricted', `The portal restricts external sharing, so room ${room.id} ${(0,links_text/* quoted */.TL)(room.title)} cannot have this link for anyone.`),
    }));
}

// EXTERNAL MODULE: ../lib/src/links/past-date.js
var past_date = __webpack_require__(5093);
// EXTERNAL MODULE: ../lib/src/reconcile/reconcile.js + 10 modules
var reconcile = __webpack_require__(5041);
// EXTERNAL MODULE: ../lib/src/render/event-lines.js
var event_lines = __webpack_require__(5155);
// EXTERNAL MODULE: ../lib/src/render/log.js
var render_log = __webpack_require__(7147);
// EXTERNAL MODULE: ../lib/src/docspace/refusal.js
var refusal = __webpack_require__(9749);
// EXTERNAL MODULE: ../lib/src/reconcile/read-room.js
var read_room = __webpack_require__(1707);
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
    const found = await (0,pool/* mapConcurrent */._k)(2 * roomsAtOnce, file.rooms, (room) => succeeds(problems, room, () => unlessMissing(lister, room, async () => ({ room, id: await (0,read_room/* resolveRoom */.Ow)(lister, room.room, inFile) }))));
    const rooms = found.filter((one) => one !== null);
    for (const [index, { room, id }] of rooms.entries()) {
        const first = rooms.slice(0, index).find((other) => other.id === id);
        if (first === undefined)
            continue;
        const message = `This is room ${id}, and so is line ${first.room.line}.`;
        problems.push({ line: room.line, problem: (0,problem/* problem */.CC)('links-file', message, 'Put all its links in one place.') });
    }
    const states = await (0,pool/* mapConcurrent */._k)(roomsAtOnce, rooms, ({ room, id }) => succeeds(problems, room, () => unlessMissing(lister, room, async () => ({
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
            if (!isAbsent || !(0,past_date/* wantsNothing */.ty)(room, now()) || (await isArchived(of, room)))
                throw error;
            missing.push({ ...room, near: await nearOnes(of, room) });
            return null;
        }
    }
}
/** Whether a room that no active one is lies in the archive, from where its links would come back with it. */
async function isArchived(portal, { room }) {
    return room.by === 'title' && (await portal.rooms({ area: 'archived' })).some((one) => (0,links_room/* matches */.cK)(room, one));
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
async function succeeds(problems, room, work) {
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
    const { portal } = deps;
    // One time for the whole run, by the portal's clock as the first answers show it: plans that are made anew ask for the
    // same dates.
    const started = deps.now();
    const contextNow = () => ({ ...task.context, now: (0,portal_clock/* portalNow */.H1)(portal, started) });
    const { rooms, missing } = await readRooms(portal, task.file, () => contextNow().now, ({ state, room }) => !hasChanges((0,plan_declared/* planRoom */.HJ)(state, room, contextNow())));
    const { warning } = (0,portal_clock/* portalTime */.oC)(portal, deps.now());
    if (warning !== null)
        deps.log.warning('Clocks differ', warning);
    const context = contextNow();
    deps.seen(rooms.map(({ state }) => state));
    const plans = rooms.map(({ state, room }) => (0,plan_declared/* planRoom */.HJ)(state, room, context));
    (0,render_plan/* roomPlanLines */.iy)(plans, missing, context.now).forEach(deps.log.line);
    const kept = plans.flatMap(({ toKeep }) => toKeep).flatMap(({ plan }) => [(0,event_lines/* halfMadeWarning */.d)(plan)]);
    for (const words of kept)
        if (words !== null)
            deps.log.warning(...words);
    const problems = await check(deps, task, plans);
    const planned = plans.flatMap(plan_declared/* changesOfRoom */.It);
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
    return carryOut(deps, { ...task, context }, rooms, report);
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
    return (0,plan_declared/* changesOfRoom */.It)(plan).some(({ action }) => action !== 'none');
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
async function carryOut(deps, task, rooms, report) {
    const work = report.plans.flatMap((plan, index) => (hasChanges(plan) ? [{ plan, index }] : []));
    const done = await (0,pool/* mapConcurrent */._k)(pool/* roomsAtOnce */.Xq, work, async ({ plan, index }) => {
        const logged = [];
        // Rooms are written at the same time: the lines of each are told together.
        const log = { ...deps.log, line: (text) => logged.push(text) };
        const outcome = await applyRoom({ ...deps, log }, task, rooms[index].room, plan);
        tell(deps.log, plan, logged, outcome);
        return { index, outcome };
    });
    const outcomeOf = (index) => done.find((one) => one.index === index)?.outcome;
    const changes = report.plans.flatMap((plan, index) => outcomeOf(index)?.changes ?? (0,plan_declared/* changesOfRoom */.It)(plan));
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
/** Carries out the plan of a room, which was read a while ago, and says what has become of it in the words of the file. */
async function applyRoom(deps, task, room, plan) {
    const { portal, wait, log } = deps;
    const { identity } = task.context;
    const { path } = task.file;
    const plans = [plan];
    const planAgain = (state, history) => {
        const again = withinLimits((0,plan_declared/* planRoom */.HJ)(state, room, task.context, history), task);
        if (again.problems.length > 0)
            return { problems: again.problems.map((one) => (0,declared/* located */.t)(path, one)) };
        plans.push(again);
        return { plan: again };
    };
    const report = (event) => {
        if (event.event === 'verified')
            log.line((0,render_plan/* placedLine */.CV)(event));
        (0,event_lines/* logEvent */.$)(log, { nextRun: 'the next run' }, event);
    };
    const now = () => (0,portal_clock/* portalNow */.H1)(portal, deps.now());
    const outcome = await (0,reconcile/* reconcile */.L)({ portal, identity, wait, report, now }, { plan, planAgain, isStale: true });
    const last = plans.findLast((one) => one === outcome.plan) ?? plan;
    return {
        state: outcome.state,
        changes: [
            ...outcome.removed.map(({ link, key }) => (0,change/* revokeChange */.Zl)(outcome.state.room, link, key)),
            ...outcome.placed.filter(({ isDone }) => isDone).flatMap((placed) => placed.changes),
        ],
        gone: goneIn(last, outcome),
        unknown: outcome.unknown,
        undone: undoneIn(outcome),
        problems: [
            ...outcome.problems.map(({ problem, entry }) => {
                const line = outcome.plan.toKeep.find((one) => one.entry === entry)?.entry.line ?? plan.line;
                return problem.place === undefined ? (0,declared/* located */.t)(path, { line, problem }) : problem;
            }),
            ...overdueIn(task.file, last),
        ],
    };
}
/** How many entries of the file want links absent that this run did not have to take away. */
function goneIn({ gone }, { removed, gone: theirs }) {
    const mine = removed.map(({ entry }) => entry);
    const absent = theirs.flatMap(({ entry }) => (entry === null ? [] : [entry]));
    return new Set([...gone, ...absent].filter((entry) => !mine.includes(entry))).size;
}
/** What was planned and is not done, or not proved. */
function undoneIn({ plan, removed, gone, placed }) {
    const away = [...removed, ...gone].map(({ link }) => link.id);
    return [
        ...plan.toRevoke.filter(({ link }) => !away.includes(link.id)),
        ...placed.filter(({ isDone }) => !isDone).map(({ one }) => one),
    ];
}
/** A plan that was made anew has to pass the same brakes. */
function withinLimits(plan, { allowWidening, maxChanges }) {
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
function tell(log, { state }, logged, { undone, problems }) {
    log.line(`${(0,render_log/* roomName */.TX)(state.room)}:`);
    for (const line of logged)
        log.line(`  ${line}`);
    for (const item of undone)
        log.line(`  ✗ not done: ${(0,render_plan/* itemWords */.Fh)(item, state.links)}`);
    for (const { message } of problems)
        log.line(`  ✗ ${message}`);
}

;// CONCATENATED MODULE: ../lib/src/actions/apply/run.js












/**
 * The action `apply`: makes the portal match the file and sets its outputs; gives the summary. Throws a `Failure` if
 * anything of the file cannot be done or is not proved, after all that is known was set.
 */
async function runApply(inputs, file, tools) {
    const { runner, identity, now } = tools;
    const repository = runner.env['GITHUB_REPOSITORY'] ?? '';
    const watched = (0,known_links/* watchLinks */.lm)(tools.portal);
    const rooms = [];
    const report = await apply({
        portal: watched.portal,
        log: runner,
        wait: tools.wait,
        now,
        seen: (states) => {
            rooms.push(...states.map(({ room }) => room));
        },
    }, {
        file,
        context: {
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
    const summary = (0,render_plan/* planMarkdown */.Xg)({
        result: report.result,
        dryRun: inputs.dryRun,
        planned: report.outcomes.length === 0,
        path: file.path,
        changes: report.changes,
        gone: report.gone,
        undone: report.outcomes.flatMap(({ undone, state }) => undone.map((item) => (0,render_plan/* itemWords */.Fh)(item, state.links))),
        impossible: impossibleIn(report),
    });
    tools.summary(summary);
    const markdown = report.problems.length === 0 ? summary : `${summary}\n\n${(0,render_plan/* problemLines */.pb)(report.problems)}`;
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
    return near.length === 0 ? (0,links_room/* referenceWords */.vy)(room) : `${(0,links_room/* referenceWords */.vy)(room)} (near titles: ${(0,near_titles/* listedNear */.oi)(near)})`;
}
/** Says what is up to date only because it is not there any more: an entry may have a slip in its date or its room. */
function noteStale({ plans, missing }, { path }, { runner }) {
    const ended = plans.flatMap(({ gone }) => gone).filter(({ absent }) => !absent);
    const linesOf = (entries) => {
        const lines = entries.map(({ line }) => line).toSorted((one, other) => one - other);
        return `${(0,links_text/* stripInvisible */._0)(path)}, ${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}`;
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
    return plans.reduce((sum, plan) => sum + (0,plan_declared/* impossibleCount */.Rh)(plan), 0);
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
            if (before !== undefined && !listed.has(roomId))
                listed.set(roomId, before);
        };
        listed.delete(roomId);
        try {
            const answer = await send();
            if (isIgnored(answer)) {
                keep();
            }
            else {
                changed = true;
                // What was listed between two attempts is not what there is.
                listed.delete(roomId);
            }
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
    if (!(error instanceof _links_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR))
        return true;
    // A repetition that was given up, since the room is not as it was: the first attempt may have been carried out.
    return (0,_reconcile_explain_js__WEBPACK_IMPORTED_MODULE_3__/* .isOutcomeUnknown */ .B1)(error) || error.problems.some(({ code }) => code === 'conflict');
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

/***/ 1150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ND: () => (/* binding */ namedLinks),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   hP: () => (/* binding */ linksOf),
/* harmony export */   mt: () => (/* binding */ pruneOf),
/* harmony export */   y8: () => (/* binding */ applicable),
/* harmony export */   zq: () => (/* binding */ planAbsent)
/* harmony export */ });
/* harmony import */ var _desired_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5260);
/* harmony import */ var _find_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3975);
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(310);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8797);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4433);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9619);






/**
 * What the file wants of a link, without the defaults that do not fit it: those for links of the other type, and the
 * expiration of a permanent primary link, which has none. What the link itself says stays, fit or unfit.
 */
function applicable(link, place) {
    const unfit = [...(0,_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .settingsNotFor */ .cR)(place.type).map(_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .memberOf */ .C5), ...(place.permanent ? ['expiration'] : [])];
    return without(link.desired, unfit.filter((name) => link.defaulted.includes(name)));
}
/** The desired link as if these fields were not given. */
function without(desired, names) {
    return { ...desired, ...Object.fromEntries(names.map((name) => [name, undefined])) };
}
/** Finds the links that the entries for links that stay mean; that two mean the same is a problem of the second. */
function namedLinks(state, links, identity, problems) {
    const named = new Map();
    const entries = [];
    for (const entry of links.filter(({ absent }) => !absent)) {
        const { desired, line } = entry;
        const { value: found } = (0,_find_js__WEBPACK_IMPORTED_MODULE_1__/* .findLink */ .KZ)(state, (0,_find_js__WEBPACK_IMPORTED_MODULE_1__/* .resolved */ .L$)(state, desired, identity), identity);
        // What cannot be found is told when it is planned.
        const meant = found === undefined ? [] : [found.current, ...found.duplicates].filter((link) => link !== null);
        const shared = meant.find(({ id }) => named.has(id));
        if (shared === undefined) {
            entries.push(entry);
            for (const { id } of meant)
                named.set(id, line);
            continue;
        }
        const { id, title } = shared;
        const message = `This means the link ${id} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(title)} of room ${state.room.id} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(state.room.title)}, and so does line ${named.get(id) ?? 0}.`;
        problems.push({ line, problem: (0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .problem */ .CC)('not-possible', message, 'Describe each link in one place.') });
    }
    return { links: named, entries };
}
/** The links themselves. */
function linksOf(toRevoke) {
    return toRevoke.map(({ link }) => link);
}
/** The links that the file wants absent: those that go, the entries without any (left), and those that cannot go. */
function planAbsent(state, links, identity, problems) {
    const toRevoke = [];
    const gone = [];
    for (const entry of links.filter(({ absent }) => absent)) {
        const { desired, line } = entry;
        const found = linksToGo(state, desired, identity);
        const permanent = found.find((link) => (0,_desired_js__WEBPACK_IMPORTED_MODULE_0__/* .isPermanent */ .lE)({ room: state.room, ...link }));
        const fresh = found.filter((link) => link !== permanent && !linksOf(toRevoke).includes(link));
        if (permanent !== undefined)
            problems.push({ line, problem: permanentProblem(state.room, permanent) });
        else if (fresh.length === 0)
            gone.push(entry);
        toRevoke.push(...fresh.map((link) => ({ link, key: keyOf(desired.reference), why: 'absent', entry })));
    }
    return { toRevoke, gone };
}
/** The key by which a link is named; null if it is named by its id. */
function keyOf(reference) {
    return reference.by === 'id' ? null : reference.key;
}
/** The links that an entry of an absent link means: with a key all that bear it. */
function linksToGo(state, { reference, adopt }, identity) {
    const { room, links } = state;
    switch (reference.by) {
        case 'id':
            return [...links.filter(({ id }) => id === reference.id), ...(0,_find_js__WEBPACK_IMPORTED_MODULE_1__/* .replacementsOf */ .P1)(state, reference.id, identity)];
        case 'primary':
            return links.filter(({ primary }) => primary);
        case 'key': {
            const prefix = (0,_identity_js__WEBPACK_IMPORTED_MODULE_5__/* .idPrefix */ .m0)(identity, { roomId: room.id, type: reference.type, key: reference.key });
            const ours = links.filter(({ id }) => id.startsWith(prefix));
            // What was taken over with `adopt` has kept its id, so only the same word finds it.
            return ours.length === 0 && adopt ? links.filter(({ type }) => type === reference.type) : ours;
        }
    }
}
function permanentProblem(room, { id, title }) {
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .problem */ .CC)('not-possible', `The primary link ${id} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(title)} of ${room.type?.label ?? 'room'} ${room.id} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(room.title)} cannot be absent: the portal at once makes a new one.`, 'The action `revoke` with `allow-rotate: true` gives it a new URL. To close the room to strangers, use a room of another type, or archive it.');
}
/** The links of this repository that the file does not name. */
function pruneOf(state, named, identity) {
    return state.links
        .filter(({ id }) => (0,_identity_js__WEBPACK_IMPORTED_MODULE_5__/* .isManaged */ .yF)(identity, id) && !named.has(id))
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
// EXTERNAL MODULE: ../lib/src/links/text.js
var links_text = __webpack_require__(9619);
;// CONCATENATED MODULE: ../lib/src/links/declared.js



/** The problem with its place in the file, in the form of which editors and terminals make a link. */
function located(path, { line, problem: { code, message, hint } }) {
    return (0,problem/* problem */.CC)(code, `${(0,links_text/* stripInvisible */._0)(path)}:${line}: ${message}`, hint, { path, line });
}
/** How sentences name what an entry of the file describes: `primary link`, `external link with the key "press"`. */
function entryName(reference) {
    switch (reference.by) {
        case 'primary':
            return kindWords.primary;
        case 'id':
            return `link ${reference.id}`;
        case 'key':
            return `${kindWords[reference.type === 'external' ? 'additional' : 'invitation']} with the key ${(0,links_text/* quoted */.TL)(reference.key)}`;
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
/* harmony import */ var _link_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6788);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8797);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9619);
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(517);







/**
 * What an entry asks for whose date has passed: nothing (`ended`) if its link is gone or has expired, since a file may
 * be older than its dates. Null for every other entry; `desired link` is what it wants, as far as that fits the room.
 */
function pastDate(state, entry, desired, { now, identity }) {
    const at = pastEnd(desired, now);
    if (at === null)
        return null;
    const { value: found } = (0,_find_js__WEBPACK_IMPORTED_MODULE_2__/* .findLink */ .KZ)(state, desired, identity);
    if (found === undefined)
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
    return links.every(({ absent, desired }) => absent || pastEnd(desired, now) !== null);
}
function pastEnd({ expiration }, now) {
    return expiration?.kind === 'instant' && expiration.at <= now ? expiration.at : null;
}
/** Why a live link whose date has passed is not as the file says. */
function overdueProblem({ entry: { line, desired }, link, at }) {
    const end = link.expiration === null ? 'never expires' : `expires ${(0,_time_js__WEBPACK_IMPORTED_MODULE_5__/* .formatInstant */ .r4)(link.expiration)}`;
    const message = `The date of the ${(0,_declared_js__WEBPACK_IMPORTED_MODULE_0__/* .entryName */ .M)(desired.reference)} has passed (${(0,_time_js__WEBPACK_IMPORTED_MODULE_5__/* .isoInstant */ .j2)(at)}), but the link ${link.id} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_6__/* .quoted */ .TL)(link.title)} is live and ${end}. A date in the past cannot be set.`;
    return {
        line,
        problem: (0,_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .problem */ .CC)('not-possible', message, 'Give the entry a later date, or `state: absent` to revoke the link.'),
    };
}


/***/ }),

/***/ 4618:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HJ: () => (/* binding */ planRoom),
/* harmony export */   It: () => (/* binding */ changesOfRoom),
/* harmony export */   Rh: () => (/* binding */ impossibleCount)
/* harmony export */ });
/* harmony import */ var _constraints_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3554);
/* harmony import */ var _declared_links_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1150);
/* harmony import */ var _desired_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5260);
/* harmony import */ var _find_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3975);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9558);
/* harmony import */ var _link_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6788);
/* harmony import */ var _past_date_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5093);
/* harmony import */ var _plan_room_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2819);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8797);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9619);










/**
 * Plans all links of a room together: limits count what is there after the revokes, and with the links that come before.
 * Everything that is known to go wrong is found here, before the first write. `history` is what a run has done that plans
 * the room anew.
 */
function planRoom(state, room, context, history = (0,_history_js__WEBPACK_IMPORTED_MODULE_4__/* .newHistory */ .l)(state)) {
    const { line, links } = room;
    const empty = {
        state,
        line,
        described: links.length,
        toRevoke: [],
        gone: [],
        overdue: [],
        toKeep: [],
        problems: [],
    };
    const unwritable = (0,_constraints_js__WEBPACK_IMPORTED_MODULE_0__/* .roomProblem */ .t0)(state.room);
    if (unwritable !== null)
        return { ...empty, problems: [{ line, problem: unwritable }] };
    const problems = [];
    const absent = (0,_declared_links_js__WEBPACK_IMPORTED_MODULE_1__/* .planAbsent */ .zq)(state, links, context.identity, problems);
    const left = (0,_plan_room_js__WEBPACK_IMPORTED_MODULE_7__/* .without */ .FF)(state, (0,_declared_links_js__WEBPACK_IMPORTED_MODULE_1__/* .linksOf */ .hP)(absent.toRevoke));
    const named = (0,_declared_links_js__WEBPACK_IMPORTED_MODULE_1__/* .namedLinks */ .ND)(left, links, context.identity, problems);
    const pruned = context.prune ? (0,_declared_links_js__WEBPACK_IMPORTED_MODULE_1__/* .pruneOf */ .mt)(left, named.links, context.identity) : [];
    const toRevoke = [...absent.toRevoke, ...pruned];
    const then = (0,_plan_room_js__WEBPACK_IMPORTED_MODULE_7__/* .without */ .FF)(state, (0,_declared_links_js__WEBPACK_IMPORTED_MODULE_1__/* .linksOf */ .hP)(toRevoke));
    const { wanted, ended, overdue } = byDate(then, named.entries, context);
    const toKeep = planToKeep(then, toRevoke, wanted, { ...context, history }, problems);
    return { ...empty, toRevoke, gone: [...absent.gone, ...ended], overdue, toKeep, problems };
}
/** How many of the links that the file describes cannot be as it says. */
function impossibleCount({ described, toRevoke, gone, toKeep }) {
    const absent = new Set(toRevoke.flatMap(({ entry }) => (entry === null ? [] : [entry])));
    return described - absent.size - gone.length - toKeep.length;
}
/** All changes of a room's plan, in the order in which they are done; links that stay as they are have the action `none`. */
function changesOfRoom(plan) {
    return (0,_plan_room_js__WEBPACK_IMPORTED_MODULE_7__/* .changesIn */ .N0)(plan);
}
/** The entries whose date has passed, apart from the others. */
function byDate(state, entries, context) {
    const wanted = [];
    const ended = [];
    const overdue = [];
    for (const entry of entries) {
        const past = (0,_past_date_js__WEBPACK_IMPORTED_MODULE_6__/* .pastDate */ .L1)(state, entry, desiredIn(state, entry, context.identity), context);
        if (past === null)
            wanted.push(entry);
        else if (past === 'ended')
            ended.push(entry);
        else
            overdue.push(past);
    }
    return { wanted, ended, overdue };
}
function planToKeep(start, toRevoke, entries, context, problems) {
    let state = start;
    const toKeep = [];
    for (const entry of inOrder(start, entries, context.identity)) {
        const { line } = entry;
        const desired = desiredIn(state, entry, context.identity);
        const { history } = context;
        const title = context.defaultTitle((0,_declared_links_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(desired.reference) ?? '');
        const planned = (0,_history_js__WEBPACK_IMPORTED_MODULE_4__/* .planRemaining */ .c)(state, desired, { entry, history }, { ...context, defaultTitle: title });
        if (planned.value === undefined) {
            problems.push(...planned.problems.map((one) => ({ line, problem: reworded(one, state, entry, toKeep, toRevoke) })));
        }
        else {
            const plan = planned.value;
            toKeep.push({ plan, entry });
            state = (0,_plan_room_js__WEBPACK_IMPORTED_MODULE_7__/* .stateAfter */ .W_)(state, plan, plan.id ?? '');
        }
    }
    return toKeep;
}
/**
 * The links that stay: first those of which some go, which makes place; then those that are there, so that the replacement of
 * an expired one can come before it goes; then new ones. Otherwise in the order of the file.
 */
function inOrder(state, entries, identity) {
    const rank = ({ desired }) => {
        const { value: found } = (0,_find_js__WEBPACK_IMPORTED_MODULE_3__/* .findLink */ .KZ)(state, (0,_find_js__WEBPACK_IMPORTED_MODULE_3__/* .resolved */ .L$)(state, desired, identity), identity);
        if (found === undefined || found.current === null)
            return 2;
        return found.duplicates.length > 0 ? 0 : 1;
    };
    return entries.toSorted((one, other) => rank(one) - rank(other));
}
/** What the file wants of a link, as far as it fits what is there. */
function desiredIn(state, link, identity) {
    const desired = (0,_find_js__WEBPACK_IMPORTED_MODULE_3__/* .resolved */ .L$)(state, link.desired, identity);
    const { value: found } = (0,_find_js__WEBPACK_IMPORTED_MODULE_3__/* .findLink */ .KZ)(state, desired, identity);
    if (found === undefined)
        return desired;
    const permanent = (0,_desired_js__WEBPACK_IMPORTED_MODULE_2__/* .isPermanent */ .lE)({ room: state.room, ...found });
    return { ...(0,_declared_links_js__WEBPACK_IMPORTED_MODULE_1__/* .applicable */ .y8)(link, { type: found.type, permanent }), reference: desired.reference };
}
/** A problem in the words of the file: the links that take all places, those of the file by their lines. */
function reworded(one, { room, links }, entry, toKeep, toRevoke) {
    const kind = kindOfReference(entry.desired.reference);
    const limit = room.type?.limits[kind] ?? 0;
    if (one.code !== 'limit-reached' || limit === 0)
        return inFileWords(one);
    const lines = toKeep.filter(({ plan }) => (0,_link_js__WEBPACK_IMPORTED_MODULE_5__/* .kindOf */ .I)(plan) === kind).map((one) => one.entry.line);
    const mine = toKeep.map(({ plan }) => plan.id);
    const others = links.filter((other) => (0,_link_js__WEBPACK_IMPORTED_MODULE_5__/* .kindOf */ .I)(other) === kind && !mine.includes(other.id));
    const parts = [
        ...(lines.length === 0 ? [] : [`${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')} of this file`]),
        ...(others.length === 0 ? [] : [`what it has besides: ${(0,_find_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .KE)(others)}`]),
    ];
    const after = toRevoke.length === 0 ? '' : ', though what goes makes place';
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_8__/* .problem */ .CC)('limit-reached', `${room.type?.label ?? 'Room'} ${room.id} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_9__/* .quoted */ .TL)(room.title)} holds ${limit} ${kind} links, and all places are taken${after}: by ${parts.join(', and ')}.`);
}
function kindOfReference(reference) {
    if (reference.by === 'primary')
        return 'primary';
    return reference.by === 'key' && reference.type === 'invitation' ? 'invitation' : 'additional';
}
/** The file says `type` where the inputs say `link-type`. */
function inFileWords({ code, message, hint }) {
    const words = (text) => text.replaceAll('`link-type', '`type');
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_8__/* .problem */ .CC)(code, words(message), words(hint));
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
