export const id = 927;
export const ids = [927];
export const modules = {

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

/***/ 2927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runRevoke: () => (/* binding */ runRevoke)
});

// EXTERNAL MODULE: ../lib/src/links/identity.js
var links_identity = __webpack_require__(310);
// EXTERNAL MODULE: ../lib/src/links/password.js
var links_password = __webpack_require__(5021);
// EXTERNAL MODULE: ../lib/src/links/problem.js
var problem = __webpack_require__(8797);
// EXTERNAL MODULE: ../lib/src/links/quoted.js
var quoted = __webpack_require__(5504);
// EXTERNAL MODULE: ../lib/src/links/separated.js
var separated = __webpack_require__(2073);
;// CONCATENATED MODULE: ../lib/src/links/select.js




/**
 * Finds the links of a selector among those of a type. A key stands for its link of either type. A problem for an id
 * whose link is of another type, since to call it absent would be a lie, and for a key that is to be kept, that no link
 * has, and that means a link all the same: in another case, as its title, or as one of several keys.
 */
function select_select(state, selector, type, identity) {
    const { links } = state;
    const found = links.filter((link) => type === 'all' || link.type === type);
    const { isOf, isKey, keysOf } = keysOfRoom(state, identity);
    const keyIn = (link, keys) => keys.find((key) => isOf(link, key));
    const those = (links) => links.map((link) => ({ link, key: null }));
    switch (selector.by) {
        case 'keys': {
            const keys = keysOf(selector.keys);
            const selected = found.flatMap((link) => {
                const key = keyIn(link, keys);
                return key === undefined ? [] : [{ link, key }];
            });
            return { selected, missing: keys.filter((key) => selected.every((one) => one.key !== key)) };
        }
        case 'ids': {
            const other = links.find((link) => !found.includes(link) && selector.ids.includes(link.id));
            if (other !== undefined) {
                return (0,problem/* problem */.CC)('not-possible', `Link ${other.id} ${(0,quoted/* quoted */.T)(other.title)} is an ${other.type} link, which \`link-type: ${type}\` leaves out.`, 'Leave `link-type` out, or correct `link-id`.');
            }
            return {
                selected: those(found.filter((link) => selector.ids.includes(link.id))),
                missing: selector.ids.filter((id) => found.every((link) => link.id !== id)),
            };
        }
        case 'primary':
            return { selected: those(found.filter((link) => link.primary)), missing: [] };
        case 'expired':
            return { selected: those(found.filter((link) => link.expired)), missing: [] };
        case 'managed': {
            const keys = keysOf(selector.exceptKeys);
            const ours = found.filter((link) => (0,links_identity/* isManaged */.yF)(identity, link.id));
            const going = ours.filter((link) => keyIn(link, keys) === undefined);
            const missing = keys.filter((key) => !isKey(key));
            const among = { ...state, links: going };
            const [slip] = inOtherCase(among, missing, identity);
            if (slip !== undefined)
                return caseProblem(slip);
            const [other] = noKeys(among, missing, identity);
            return other === undefined ? { selected: those(going), missing } : noKeyProblem(other);
        }
    }
}
/** Which links of a room are those of a key, and which keys the lines of a list name there. */
function keysOfRoom({ room, links }, identity) {
    const isOf = (link, key) => (0,links_identity/* bearsKey */.xj)(identity, { roomId: room.id, key }, link.id);
    const isKey = (key) => links.some((link) => isOf(link, key));
    const keysOf = (lines) => [
        ...new Set(lines.flatMap((line) => (isKey(line) ? [line] : (0,separated/* keysIn */.q)(line)))),
    ];
    return { isOf, isKey, keysOf };
}
/** The slips among keys that no link of the room has. */
function inOtherCase(state, keys, identity) {
    const { isKey } = keysOfRoom(state, identity);
    return keys.flatMap((key) => {
        const other = [key.toLowerCase(), key.toUpperCase()].find((one) => one !== key && isKey(one));
        return other === undefined ? [] : [{ key, other }];
    });
}
/** Those among keys that no link of the room has which are several of its keys, or the title of a link. */
function noKeys(state, keys, identity) {
    const { isKey } = keysOfRoom(state, identity);
    return keys.flatMap((key) => {
        const parts = key.split(/[\s,|]+/u).filter((part) => part !== '');
        if (parts.length > 1 && parts.every(isKey)) {
            return [{ key, what: 'these are several keys: separate them by commas, or write one per line' }];
        }
        const titled = state.links.find(({ title }) => title === key);
        return titled === undefined ? [] : [{ key, what: `this is the title of link ${titled.id}, and not its key` }];
    });
}
function noKeyProblem({ key, what }) {
    return (0,problem/* problem */.CC)('not-possible', `\`except-keys\` names ${(0,quoted/* quoted */.T)(key)}, and no link has that key: ${what}. Nothing was revoked.`, `Correct \`except-keys\`, or remove ${(0,quoted/* quoted */.T)(key)} from it to revoke what it stands for.`);
}
/** To revoke the link that was to be kept would be the worst way to read a slip. */
function caseProblem({ key, other }) {
    return (0,problem/* problem */.CC)('not-possible', `\`except-keys\` names ${(0,quoted/* quoted */.T)(key)}, and the room has a link with the key ${(0,quoted/* quoted */.T)(other)}: case matters in keys. Nothing was revoked.`, `Use ${(0,quoted/* quoted */.T)(other)} in \`except-keys\`, or remove ${(0,quoted/* quoted */.T)(key)} to revoke that link too.`);
}
/**
 * The names by which links that are gone may have been known: the keys and ids that are missing, and every line of keys
 * of which all are missing, since it may have been one key with commas in it.
 */
function goneNames(selector, missing) {
    if (selector.by !== 'keys')
        return selector.by === 'ids' ? missing : [];
    const lines = selector.keys.filter((line) => (0,separated/* keysIn */.q)(line).every((key) => missing.includes(key)));
    return [...new Set([...missing, ...lines])];
}

// EXTERNAL MODULE: ../lib/src/links/change.js
var change = __webpack_require__(8684);
// EXTERNAL MODULE: ../lib/src/links/desired.js
var desired = __webpack_require__(5260);
// EXTERNAL MODULE: ../lib/src/links/find.js
var find = __webpack_require__(3975);
// EXTERNAL MODULE: ../lib/src/links/constraints.js
var constraints = __webpack_require__(3554);
// EXTERNAL MODULE: ../lib/src/render/log.js
var render_log = __webpack_require__(7147);
// EXTERNAL MODULE: ../lib/src/reconcile/read-room.js
var read_room = __webpack_require__(1707);
// EXTERNAL MODULE: ../lib/src/reconcile/revoke-links.js
var revoke_links = __webpack_require__(3181);
// EXTERNAL MODULE: ../lib/src/links/plan-link.js
var plan_link = __webpack_require__(8500);
// EXTERNAL MODULE: ../lib/src/links/verify.js
var verify = __webpack_require__(1953);
// EXTERNAL MODULE: ../lib/src/reconcile/explain.js
var explain = __webpack_require__(244);
// EXTERNAL MODULE: ../lib/src/reconcile/write-link.js
var write_link = __webpack_require__(6937);
;// CONCATENATED MODULE: ../lib/src/reconcile/rotate-primary.js







/** Another URL, and everything else kept. */
const rotation = {
    ref: { by: 'primary', key: '' },
    access: undefined,
    expiration: undefined,
    internal: undefined,
    title: undefined,
    password: undefined,
    denyDownload: undefined,
    maxUses: undefined,
    renew: false,
    rotate: true,
    adopt: false,
};
/** The plan that gives a room's permanent primary link another URL. Throws a `Failure` if that is not possible. */
function planRotation(state, context) {
    const { plan, problems } = (0,plan_link/* planLink */.a)(state, rotation, context);
    if (plan === undefined)
        throw new problem/* Failure */.HR(problems);
    return plan;
}
/**
 * Rotates a permanent primary link: revokes it, and gives the link that the portal makes at once what the portal has
 * lost on it (role, password, title, download limit). Proves both. What goes wrong is told, not thrown.
 */
async function rotatePrimary({ portal, log }, state, plan) {
    const former = plan.current; // A plan that rotates has a link to rotate.
    const done = [];
    let id = '';
    let links = null;
    try {
        const written = await (0,write_link/* executePlan */.vY)(portal, plan, (step) => {
            done.push(step.do);
        });
        id = written.id;
        const [read, opens] = await Promise.all([(0,read_room/* readLinksBack */.$l)(portal, state, true), portal.open(former)]);
        links = read.links;
        const differences = (0,verify/* verify */.M)(plan, id, links);
        if (differences.length > 0)
            throw (0,explain/* explainDifferences */.S8)(differences, plan, '');
        if (opens !== 'nothing' && opens !== 'unknown') {
            const what = `The former primary link ${former.id} still ${render_log/* opensWords */.vA[opens]}.`;
            return { id, links, gone: [], unproved: [], problems: [(0,problem/* problem */.CC)('not-applied', what)] };
        }
        if (opens === 'unknown')
            log.warning('Former link not tried', `What the URL of ${former.id} opens could not be asked.`);
        const [old, made] = [former.id, id].map((one) => (0,render_log/* shortId */.m_)(one, [former, ...read.links]));
        log.line(`✓ rotated ${old} → ${made}   ✓ read back   ✓ tried: the former URL opens nothing`);
        return { id, links, gone: [former], unproved: [], problems: [] };
    }
    catch (error) {
        if (!(error instanceof problem/* Failure */.HR))
            throw error;
        // A revoke whose answer is lost may have been carried out, and with it the portal has made the new link.
        const begun = done.length > 0 || (0,explain/* isOutcomeUnknown */.B1)(error);
        const told = !begun || error.problems.some(({ code }) => code === 'not-applied');
        return {
            id,
            links,
            gone: [],
            unproved: links === null && begun ? [former] : [],
            problems: told ? error.problems : [...error.problems, unfinished(plan)],
        };
    }
}
function unfinished(plan) {
    return (0,problem/* problem */.CC)('not-applied', `The primary link of ${(0,render_log/* roomName */.TX)(plan.room)} may have been made anew without its former role and password.`, 'Look at the link in DocSpace at once. `primary: true` of the root action sets role and password again.');
}

;// CONCATENATED MODULE: ../lib/src/actions/revoke/revoke.js











/**
 * Takes the links of a selector away: list, revoke, read back, try the former URLs as a stranger would. Links that are
 * not there send nothing. Throws a `Failure` before any write if something forbids it; what goes wrong with a single
 * link is told in the report, and does not stop the others.
 */
async function revokeSelected(deps, task) {
    const { portal, log } = deps;
    const state = await (0,read_room/* readListing */.vS)(portal, await (0,read_room/* resolveRoom */.Ow)(portal, task.room));
    deps.seen(state);
    log.line((0,render_log/* roomLine */.cX)(state));
    const unwritable = (0,constraints/* roomProblem */.t0)(state.room);
    if (unwritable !== null)
        throw new problem/* Failure */.HR([unwritable]);
    const context = deps.context();
    const selection = select_select(state, task.selector, task.type, context.identity);
    if ('code' in selection)
        throw new problem/* Failure */.HR([selection]);
    const { missing } = selection;
    const links = selection.selected.map(({ link }) => link);
    const permanent = links.find((link) => (0,desired/* isPermanent */.lE)({ room: state.room, ...link })) ?? null;
    if (permanent !== null && !task.allowRotate)
        throw permanentFailure(state, permanent);
    const rotation = permanent === null ? null : planRotation(state, context);
    const going = selection.selected.filter(({ link }) => link !== permanent);
    const plan = [
        ...(rotation === null ? [] : (0,change/* changesOf */.fs)(rotation)),
        ...going.map(({ link, key }) => (0,change/* revokeChange */.Zl)(state.room, link, key)),
    ];
    selectionLines(selection, permanent, state, task, context.now).forEach(log.line);
    for (const [title, text] of slipWarnings(state, task.selector, missing, context))
        log.warning(title, text);
    for (const words of heirWords(selection, state, task, context.identity))
        log.warning('Link was replaced', words);
    if (task.dryRun)
        log.line('Dry run: nothing was written');
    if (task.dryRun || plan.length === 0) {
        return {
            result: resultOf(going.length, links.length, 'absent'),
            state,
            plan,
            revoked: links,
            rotated: permanent,
            gone: [],
            unproved: [],
            missing,
            problems: [],
        };
    }
    const rotated = rotation === null ? null : await rotatePrimary(deps, state, rotation);
    const outcome = await (0,revoke_links/* revokeLinks */.a)(deps, state, going.map(({ link }) => link), 
    // What has expired may be prolonged while the others go.
    task.selector.by === 'expired' ? ({ expired }) => expired : null);
    const after = { ...state, links: outcome.links ?? rotated?.links ?? state.links };
    deps.seen(after);
    (0,render_log/* revokedLines */.oP)(outcome.revoked, state.links).forEach(log.line);
    spareLines(outcome, state.links).forEach(log.line);
    const revoked = [...(rotated?.gone ?? []), ...outcome.revoked];
    const problems = [...(rotated?.problems ?? []), ...outcome.problems];
    const spared = [...outcome.gone, ...outcome.kept].map(({ id }) => id);
    return {
        result: resultOf(outcome.revoked.length, revoked.length, problems.length === 0 ? 'absent' : ''),
        state: after,
        plan: plan
            .filter(({ linkId }) => !spared.includes(linkId))
            .map((change) => (change.action === 'rotate' ? { ...change, linkId: rotated?.id ?? '' } : change)),
        revoked,
        rotated: rotated?.gone[0] ?? null,
        gone: outcome.gone,
        unproved: [...(rotated?.unproved ?? []), ...outcome.unproved],
        missing,
        problems,
    };
}
/** `revoked` if links have gone for good, `rotated` if only the permanent primary link has got another URL. */
function resultOf(gone, all, none) {
    if (gone > 0)
        return 'revoked';
    return all > 0 ? 'rotated' : none;
}
function permanentFailure(state, link) {
    return (0,problem/* failure */.V2)('not-possible', `${(0,render_log/* roomName */.TX)(state.room)} is a ${state.room.type?.label ?? 'room'}: its primary link ${link.id} ${(0,quoted/* quoted */.T)(link.title)} cannot be revoked, because the portal at once makes a new one.`, 'With `allow-rotate: true` the link gets a new URL and the old one dies. To close the room to strangers, use a room of another type, or archive it.');
}
/** What was found, and what follows from it; `permanent` is the link that is rotated. */
function selectionLines({ selected, missing }, permanent, state, task, now) {
    const found = selected.map((one) => `  ${one.link === permanent ? '±' : '-'} ${(0,render_log/* listLine */.lj)(one.link, now, state.links)}${(0,render_log/* keyWords */.Vi)(one.key)}`);
    const count = `${selected.length} ${selected.length === 1 ? 'link' : 'links'}`;
    return [
        selected.length === 0
            ? 'No such link → absent, nothing to revoke'
            : `${count} found → ${whatHappens(selected.length, permanent)}`,
        ...found,
        ...missing.map((name) => `  = ${(0,quoted/* quoted */.T)(name)}: not there`),
        ...strangerLines(missing, state, task),
    ];
}
function whatHappens(count, permanent) {
    if (permanent === null)
        return 'revoke';
    return count === 1 ? 'rotate: new URL' : `revoke ${count - 1}, rotate 1 (new URL)`;
}
/** A link that is named by its id and has been replaced is gone, but access is not: the link in its place is live. */
function heirWords({ selected, missing }, state, { selector }, identity) {
    if (selector.by !== 'ids')
        return [];
    return missing.flatMap((id) => {
        const heirs = (0,find/* heirsOf */.f6)(state, id, identity).filter((heir) => selected.every(({ link }) => link !== heir));
        if (heirs.length === 0)
            return [];
        return [`Link ${id} is gone, but an earlier run put another one in its place, which stays: ${(0,find/* listed */.KE)(heirs)}.`];
    });
}
/** Of the links that were selected and not revoked: why not. */
function spareLines({ gone, kept }, links) {
    return [
        ...gone.map(({ id }) => `= ${(0,render_log/* shortId */.m_)(id, links)}: somebody else has revoked it meanwhile`),
        ...kept.map(({ id }) => `= ${(0,render_log/* shortId */.m_)(id, links)}: somebody has prolonged it meanwhile → kept`),
    ];
}
/** Titles and texts of warnings about keys that no link has: they may be slips. */
function slipWarnings(state, selector, missing, { identity }) {
    const room = (0,render_log/* roomName */.TX)(state.room);
    if (selector.by === 'keys') {
        const inCase = inOtherCase(state, missing, identity).map(({ key, other }) => [
            'Key in another case',
            `\`key\` names ${(0,quoted/* quoted */.T)(key)}, which no link has; ${room} has a link with the key ${(0,quoted/* quoted */.T)(other)}. Case matters in keys.`,
        ]);
        const none = noKeys(state, missing, identity).map(({ key, what }) => [
            'Not a key',
            `\`key\` names ${(0,quoted/* quoted */.T)(key)}, and no link of ${room} has that key: ${what}.`,
        ]);
        return [...inCase, ...none];
    }
    if (selector.by !== 'managed' || missing.length === 0)
        return [];
    const keys = `${missing.length === 1 ? 'the key' : 'the keys'} ${missing.map(quoted/* quoted */.T).join(', ')}`;
    return [
        [
            'Nothing to except',
            `\`except-keys\` names ${keys}: ${room} has no such link of this repository. Check the spelling: every link that \`except-keys\` does not name is revoked.`,
        ],
    ];
}
/** A key does not find the invitation that it has taken over (`adopt`), so what is there is told. */
function strangerLines(missing, { links }, { selector }) {
    const invitations = links.filter(({ type }) => type === 'invitation');
    if (selector.by !== 'keys' || missing.length === 0 || invitations.length === 0)
        return [];
    return [`  The room has an invitation link that stays: ${(0,find/* listed */.KE)(invitations)}. \`link-id\` revokes it.`];
}

// EXTERNAL MODULE: ../lib/src/render/outputs.js
var outputs = __webpack_require__(8211);
// EXTERNAL MODULE: ../lib/src/render/summary.js
var render_summary = __webpack_require__(5901);
// EXTERNAL MODULE: ../lib/src/actions/pull-request.js + 6 modules
var pull_request = __webpack_require__(4479);
// EXTERNAL MODULE: ../lib/src/actions/known-links.js
var known_links = __webpack_require__(6927);
;// CONCATENATED MODULE: ../lib/src/actions/revoke/run.js









/**
 * The action `revoke`: takes links away and sets its outputs; gives the summary. Throws a `Failure` if a link is still
 * there, after all that is known was set.
 */
async function runRevoke(inputs, tools) {
    const { runner, identity, output } = tools;
    const watched = (0,known_links/* watchLinks */.lm)(tools.portal);
    const rooms = [];
    const report = await revokeSelected({
        portal: watched.portal,
        log: runner,
        wait: tools.wait,
        context: () => ({
            now: tools.now(),
            identity,
            defaultTitle: '',
            newPassword: () => (0,links_password/* generatePassword */.b)(identity.random),
        }),
        seen: ({ room }) => {
            output('room-id', room.id);
            rooms.push(room);
        },
    }, {
        room: inputs.room,
        selector: inputs.selector,
        type: inputs.linkType,
        allowRotate: inputs.allowRotate,
        dryRun: inputs.dryRun,
    }).finally(() => {
        for (const room of rooms.slice(-1))
            (0,known_links/* outputLinks */.N8)(room, watched, tools);
    });
    output('result', report.result);
    const isRevoked = report.revoked.length > 0;
    output('changed', (0,known_links/* changedText */.m8)(inputs.dryRun || isRevoked ? isRevoked : watched.changed()));
    output('revoked-count', report.unproved.length > 0 ? '' : String(report.revoked.length));
    output('plan', (0,outputs/* planOutput */.pp)(report.plan));
    const outcome = {
        ...report,
        dryRun: inputs.dryRun,
        failed: report.problems.length > 0,
        links: watched.linksOf(report.state.room),
    };
    const summary = (0,render_summary/* revokeSummary */.l6)(outcome, tools.now(), (id) => (0,links_identity/* isManaged */.yF)(identity, id));
    tools.summary(summary);
    const refused = await (0,pull_request/* commentProblems */.AA)(inputs, tools, {
        kind: 'revoked',
        portal: inputs.portal,
        room: report.state.room,
        refs: goneRefs(inputs, report),
    });
    const problems = [...report.problems, ...refused];
    if (problems.length > 0)
        throw new problem/* Failure */.HR(problems);
    return summary;
}
/**
 * What the comments on the pull request may call the links that are gone: those that this run has revoked, and what it
 * was asked for and is not there any more, whoever took it away.
 */
function goneRefs({ selector, linkType }, { state, revoked, gone, missing }) {
    const ids = [...revoked, ...gone].filter(({ id }) => state.links.every((link) => link.id !== id)).map(({ id }) => id);
    const names = goneNames(selector, missing);
    const byId = [...ids, ...(selector.by === 'ids' ? names : [])].map((id) => ({ by: 'id', id }));
    const keys = selector.by === 'keys' ? names : [];
    const types = ['external', 'invitation'].filter((type) => linkType === 'all' || linkType === type);
    const byKey = keys.flatMap((key) => types.map((type) => ({ by: 'key', type, key })));
    return [...byId, ...byKey];
}


/***/ }),

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


/***/ })

};
