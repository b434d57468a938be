export const id = 12;
export const ids = [12];
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

/***/ 3012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runRevoke: () => (/* binding */ runRevoke)
});

// EXTERNAL MODULE: ../lib/src/docspace/portal-clock.js
var portal_clock = __webpack_require__(4100);
// EXTERNAL MODULE: ../lib/src/links/identity.js
var links_identity = __webpack_require__(310);
// EXTERNAL MODULE: ../lib/src/links/password.js
var links_password = __webpack_require__(5021);
// EXTERNAL MODULE: ../lib/src/links/problem.js
var problem = __webpack_require__(8797);
// EXTERNAL MODULE: ../lib/src/links/separated.js
var separated = __webpack_require__(2073);
// EXTERNAL MODULE: ../lib/src/links/text.js
var links_text = __webpack_require__(9619);
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
            return { value: { selected, missing: keys.filter((key) => selected.every((one) => one.key !== key)) } };
        }
        case 'ids': {
            const other = links.find((link) => !found.includes(link) && selector.ids.includes(link.id));
            if (other !== undefined)
                return { problems: [otherTypeProblem(other, type)] };
            return {
                value: {
                    selected: those(found.filter((link) => selector.ids.includes(link.id))),
                    missing: selector.ids.filter((id) => found.every((link) => link.id !== id)),
                },
            };
        }
        case 'primary':
            return { value: { selected: those(found.filter((link) => link.primary)), missing: [] } };
        case 'expired':
            return { value: { selected: those(found.filter((link) => link.expired)), missing: [] } };
        case 'managed': {
            const keys = keysOf(selector.exceptKeys);
            const ours = found.filter((link) => (0,links_identity/* isManaged */.yF)(identity, link.id));
            const toRevoke = ours.filter((link) => keyIn(link, keys) === undefined);
            const missing = keys.filter((key) => !isKey(key));
            const among = { ...state, links: toRevoke };
            const [slip] = inOtherCase(among, missing, identity);
            if (slip !== undefined)
                return { problems: [caseProblem(slip)] };
            const [other] = noKeys(among, missing, identity);
            if (other !== undefined)
                return { problems: [noKeyProblem(other)] };
            return { value: { selected: those(toRevoke), missing } };
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
function otherTypeProblem({ id, title, type }, asked) {
    return (0,problem/* problem */.CC)('not-possible', `Link ${id} ${(0,links_text/* quoted */.TL)(title)} is an ${type} link, which \`link-type: ${asked}\` leaves out.`, 'Leave `link-type` out, or correct `link-id`.');
}
function noKeyProblem({ key, what }) {
    return (0,problem/* problem */.CC)('not-possible', `\`except-keys\` names ${(0,links_text/* quoted */.TL)(key)}, and no link has that key: ${what}. Nothing was revoked.`, `Correct \`except-keys\`, or remove ${(0,links_text/* quoted */.TL)(key)} from it to revoke what it stands for.`);
}
/** To revoke the link that was to be kept would be the worst way to read a slip. */
function caseProblem({ key, other }) {
    return (0,problem/* problem */.CC)('not-possible', `\`except-keys\` names ${(0,links_text/* quoted */.TL)(key)}, and the room has a link with the key ${(0,links_text/* quoted */.TL)(other)}: case matters in keys. Nothing was revoked.`, `Use ${(0,links_text/* quoted */.TL)(other)} in \`except-keys\`, or remove ${(0,links_text/* quoted */.TL)(key)} to revoke that link too.`);
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

// EXTERNAL MODULE: ../lib/src/links/constraints.js
var constraints = __webpack_require__(3554);
// EXTERNAL MODULE: ../lib/src/links/desired.js
var desired = __webpack_require__(5260);
// EXTERNAL MODULE: ../lib/src/links/history.js
var links_history = __webpack_require__(9558);
// EXTERNAL MODULE: ../lib/src/links/plan-room.js
var plan_room = __webpack_require__(2819);
// EXTERNAL MODULE: ../lib/src/reconcile/read-room.js
var read_room = __webpack_require__(1707);
// EXTERNAL MODULE: ../lib/src/reconcile/reconcile.js + 10 modules
var reconcile = __webpack_require__(5041);
// EXTERNAL MODULE: ../lib/src/render/event-lines.js
var event_lines = __webpack_require__(5155);
// EXTERNAL MODULE: ../lib/src/render/log.js
var render_log = __webpack_require__(7147);
// EXTERNAL MODULE: ../lib/src/links/link.js
var links_link = __webpack_require__(6788);
// EXTERNAL MODULE: ../lib/src/links/room.js
var room = __webpack_require__(9043);
;// CONCATENATED MODULE: ../lib/src/actions/revoke/rotation.js





/** Another URL, and everything else kept. */
const rotation = { ...(0,desired/* saysNothing */._X)({ by: 'primary', key: '' }), rotate: true };
/** The plan that gives a room's permanent primary link another URL. Throws a `Failure` if that is not possible. */
function planRotation(state, context, history, entry = rotation) {
    const { value: plan, problems } = (0,links_history/* planRemaining */.c)(state, rotation, { entry, history }, context);
    if (plan === undefined)
        throw new problem/* Failure */.HR(problems);
    return plan;
}
/** What became of a permanent primary link whose URL was to die: whether that is proved, by trying it, and if not why. */
async function rotatedOf(portal, former, placed, { history, unknown, problems }) {
    if (placed.isDone) {
        const opens = await portal.open(former);
        if (opens === 'nothing' || opens === 'unknown')
            return { gone: true, isUnproved: false, opens, problems: [] };
        const what = `The former primary link ${former.id} still ${links_link/* opensWords */.vA[opens]}.`;
        return { gone: false, isUnproved: false, opens, problems: [(0,problem/* problem */.CC)('not-applied', what)] };
    }
    // A revoke whose answer is lost may have been carried out, and with it the portal has made the new link.
    const isBegun = history.revoked.has(former.id) || unknown.size > 0;
    const isReported = !isBegun || problems.some(({ problem: { code } }) => code === 'not-applied' || code === 'conflict');
    return {
        gone: false,
        isUnproved: unknown.size > 0,
        opens: 'unknown',
        problems: isReported ? [] : [unfinished(placed.one.plan)],
    };
}
function unfinished(plan) {
    return (0,problem/* problem */.CC)('not-applied', `The primary link of ${(0,room/* roomName */.TX)(plan.room)} may have been made anew without its former role and password.`, 'Look at the link in DocSpace at once. `primary: true` of the root action sets role and password again.');
}

// EXTERNAL MODULE: ../lib/src/links/find.js
var find = __webpack_require__(3975);
;// CONCATENATED MODULE: ../lib/src/actions/revoke/words.js




/** What was found, and what follows from it; `permanent` is the link that is rotated. */
function selectionLines({ selected, missing }, permanent, state, task, now) {
    const found = selected.map((one) => `  ${one.link === permanent ? '±' : '-'} ${(0,render_log/* listLine */.lj)(one.link, now, state.links)}${(0,render_log/* keyWords */.Vi)(one.key)}`);
    const count = `${selected.length} ${selected.length === 1 ? 'link' : 'links'}`;
    return [
        selected.length === 0
            ? 'No such link → absent, nothing to revoke'
            : `${count} found → ${whatHappens(selected.length, permanent)}`,
        ...found,
        ...missing.map((name) => `  = ${(0,links_text/* quoted */.TL)(name)}: not there`),
        ...otherInvitationLines(missing, state, task),
    ];
}
function whatHappens(count, permanent) {
    if (permanent === null)
        return 'revoke';
    return count === 1 ? 'rotate: new URL' : `revoke ${count - 1}, rotate 1 (new URL)`;
}
/** A link that is named by its id and has been replaced is gone, but access is not: the link in its place is live. */
function replacementWords({ selected, missing }, state, { selector }, identity) {
    if (selector.by !== 'ids')
        return [];
    return missing.flatMap((id) => {
        const replacements = (0,find/* replacementsOf */.P1)(state, id, identity).filter((replacement) => selected.every(({ link }) => link !== replacement));
        if (replacements.length === 0)
            return [];
        return [
            `Link ${id} is gone, but an earlier run put another one in its place, which stays: ${(0,find/* listed */.KE)(replacements)}.`,
        ];
    });
}
/** Titles and texts of warnings about keys that no link has: they may be slips. */
function slipWarnings(state, selector, missing, { identity }) {
    const room = (0,render_log/* roomName */.TX)(state.room);
    if (selector.by === 'keys') {
        const inCase = inOtherCase(state, missing, identity).map(({ key, other }) => [
            'Key in another case',
            `\`key\` names ${(0,links_text/* quoted */.TL)(key)}, which no link has; ${room} has a link with the key ${(0,links_text/* quoted */.TL)(other)}. Case matters in keys.`,
        ]);
        const none = noKeys(state, missing, identity).map(({ key, what }) => [
            'Not a key',
            `\`key\` names ${(0,links_text/* quoted */.TL)(key)}, and no link of ${room} has that key: ${what}.`,
        ]);
        return [...inCase, ...none];
    }
    if (selector.by !== 'managed' || missing.length === 0)
        return [];
    const keys = `${missing.length === 1 ? 'the key' : 'the keys'} ${missing.map(links_text/* quoted */.TL).join(', ')}`;
    return [
        [
            'Nothing to except',
            `\`except-keys\` names ${keys}: ${room} has no such link of this repository. Check the spelling: every link that \`except-keys\` does not name is revoked.`,
        ],
    ];
}
/** A key does not find the invitation that it has taken over (`adopt`), so what is there is told. */
function otherInvitationLines(missing, { links }, { selector }) {
    const invitations = links.filter(({ type }) => type === 'invitation');
    if (selector.by !== 'keys' || missing.length === 0 || invitations.length === 0)
        return [];
    return [`  The room has an invitation link that stays: ${(0,find/* listed */.KE)(invitations)}. \`link-id\` revokes it.`];
}

;// CONCATENATED MODULE: ../lib/src/actions/revoke/revoke.js














/**
 * Takes the links of a selector away: list, revoke, read back, try the former URLs as an anonymous visitor would. Links that are
 * not there send nothing. Throws a `Failure` before any write if something forbids it; what goes wrong with a single
 * link is told in the report, and does not stop the others.
 */
async function revokeSelected(deps, task) {
    const { portal, log } = deps;
    const state = await (0,read_room/* readListing */.vS)(portal, await (0,read_room/* resolveRoom */.Ow)(portal, task.room), deps.seen);
    deps.seen(state);
    log.line((0,render_log/* roomLine */.cX)(state));
    const unwritable = (0,constraints/* roomProblem */.t0)(state.room);
    if (unwritable !== null)
        throw new problem/* Failure */.HR([unwritable]);
    const { warning } = (0,portal_clock/* portalTime */.oC)(portal, deps.now());
    if (warning !== null)
        log.warning('Clocks differ', warning);
    const now = () => (0,portal_clock/* portalNow */.H1)(portal, deps.now());
    const context = { ...deps.context, defaultTitle: '', now: now() };
    const { value: selection, problems } = select_select(state, task.selector, task.type, context.identity);
    if (selection === undefined)
        throw new problem/* Failure */.HR(problems);
    const { missing } = selection;
    const links = selection.selected.map(({ link }) => link);
    const permanent = links.find((link) => (0,desired/* isPermanent */.lE)({ room: state.room, ...link })) ?? null;
    if (permanent !== null && !task.allowRotate)
        throw permanentFailure(state, permanent);
    const rotation = permanent === null ? null : planRotation(state, context, (0,links_history/* newHistory */.l)(state));
    const toRevoke = selection.selected.filter(({ link }) => link !== permanent);
    const plan = { state, toRevoke, toKeep: rotation === null ? [] : [{ plan: rotation, entry: task }] };
    selectionLines(selection, permanent, state, task, context.now).forEach(log.line);
    for (const [title, text] of slipWarnings(state, task.selector, missing, context))
        log.warning(title, text);
    for (const words of replacementWords(selection, state, task, context.identity))
        log.warning('Link was replaced', words);
    if (task.dryRun)
        log.line('Dry run: nothing was written');
    if (task.dryRun || links.length === 0) {
        return {
            result: resultOf(toRevoke.length, links.length, 'absent'),
            state,
            plan: inOrder((0,plan_room/* changesIn */.N0)(plan)),
            revoked: links,
            rotated: permanent,
            gone: [],
            kept: [],
            unproved: [],
            missing,
            problems: [],
        };
    }
    const outcome = await (0,reconcile/* reconcile */.L)({
        portal,
        identity: context.identity,
        wait: deps.wait,
        now,
        report: (event) => {
            if (event.event === 'read')
                deps.seen(event.state);
            // What is revoked is told together, when all of it is known.
            else if (!['removed', 'gone', 'kept', 'revoked'].includes(event.event))
                (0,event_lines/* logEvent */.$)(log, nextRun, event);
        },
    }, {
        plan,
        planAgain: (again, history) => ({
            plan: {
                state: again,
                toRevoke: toRevoke.filter(({ link }) => again.links.some(({ id }) => id === link.id) && !history.revoked.has(link.id)),
                toKeep: rotation === null ? [] : [{ plan: planRotation(again, context, history, task), entry: task }],
            },
        }),
        // What has expired may be prolonged while the others go.
        ...(task.selector.by === 'expired' ? { matches: ({ expired }) => expired } : {}),
    });
    return reportOf(deps, { state, plan, missing }, permanent, outcome);
}
const nextRun = { nextRun: 'the next run' };
/** The changes with the rotation first. */
function inOrder(changes) {
    return changes.toSorted((one, other) => Number(one.action === 'revoke') - Number(other.action === 'revoke'));
}
/** The report of what was carried out, and the lines of the log for it. */
async function reportOf({ portal, log }, { state, plan, missing }, permanent, outcome) {
    const [placed = null] = outcome.placed;
    const rotated = permanent === null || placed === null ? null : await rotatedOf(portal, permanent, placed, outcome);
    if (rotated?.gone === true && permanent !== null) {
        if (rotated.opens === 'unknown') {
            log.warning('Former link not tried', `What the URL of ${permanent.id} opens could not be asked.`);
        }
        log.line((0,render_log/* rotatedLine */.Sk)(permanent, placed?.id ?? '', outcome.state.links));
    }
    const linksOf = (toRevoke) => toRevoke.map(({ link }) => link);
    const removed = linksOf(outcome.removed);
    (0,render_log/* revokedLines */.oP)(removed, state.links).forEach(log.line);
    for (const { link } of outcome.gone)
        (0,event_lines/* logEvent */.$)(log, nextRun, { event: 'gone', link, links: state.links });
    for (const { link } of outcome.kept)
        (0,event_lines/* logEvent */.$)(log, nextRun, { event: 'kept', link, links: state.links });
    const gone = rotated?.gone === true && permanent !== null ? permanent : null;
    const revoked = [...(gone === null ? [] : [gone]), ...removed];
    const problems = [...(rotated?.problems ?? []), ...outcome.problems.map(({ problem: reported }) => reported)];
    const spared = [...outcome.gone, ...outcome.kept].map(({ link }) => link.id);
    return {
        result: resultOf(removed.length, revoked.length, problems.length === 0 ? 'absent' : ''),
        state: outcome.state,
        plan: inOrder((0,plan_room/* changesIn */.N0)(plan))
            .filter(({ linkId }) => !spared.includes(linkId))
            .map((change) => (change.action === 'rotate' ? { ...change, linkId: placed?.id ?? '' } : change)),
        revoked,
        rotated: gone,
        gone: linksOf(outcome.gone),
        kept: linksOf(outcome.kept),
        unproved: [
            ...(rotated?.isUnproved === true && permanent !== null ? [permanent] : []),
            ...linksOf(outcome.unproved),
        ],
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
    return (0,problem/* failure */.V2)('not-possible', `${(0,render_log/* roomName */.TX)(state.room)} is a ${state.room.type?.label ?? 'room'}: its primary link ${link.id} ${(0,links_text/* quoted */.TL)(link.title)} cannot be revoked, because the portal at once makes a new one.`, 'With `allow-rotate: true` the link gets a new URL and the old one dies. To close the room to strangers, use a room of another type, or archive it.');
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
        now: tools.now,
        context: { identity, newPassword: () => (0,links_password/* generatePassword */.b)(identity.random) },
        seen: (state) => {
            output('room-id', state.room.id);
            rooms.push(state.room);
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
    // What has become of each link is proved where nothing went wrong.
    const isKnown = inputs.dryRun || isRevoked || report.problems.length === 0;
    output('changed', (0,known_links/* changedText */.m8)(isKnown ? isRevoked : watched.changed()));
    output('revoked-count', report.unproved.length > 0 ? '' : String(report.revoked.length));
    output('plan', (0,outputs/* planOutput */.pp)(report.plan));
    const outcome = {
        ...report,
        dryRun: inputs.dryRun,
        failed: report.problems.length > 0,
        links: watched.linksOf(report.state.room),
    };
    const summary = (0,render_summary/* revokeSummary */.l6)(outcome, (0,portal_clock/* portalNow */.H1)(tools.portal, tools.now()), (id) => (0,links_identity/* isManaged */.yF)(identity, id));
    tools.summary(summary);
    const refused = await (0,pull_request/* commentProblems */.AA)(inputs, tools, {
        kind: 'revoked',
        portal: inputs.portal,
        room: report.state.room,
        references: goneReferences(inputs, report),
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
function goneReferences({ selector, linkType }, { state, revoked, gone, missing }) {
    const ids = [...revoked, ...gone].filter(({ id }) => state.links.every((link) => link.id !== id)).map(({ id }) => id);
    const names = goneNames(selector, missing);
    const byId = [...ids, ...(selector.by === 'ids' ? names : [])].map((id) => ({ by: 'id', id }));
    const keys = selector.by === 'keys' ? names : [];
    const types = ['external', 'invitation'].filter((type) => linkType === 'all' || linkType === type);
    const byKey = keys.flatMap((key) => types.map((type) => ({ by: 'key', type, key })));
    return [...byId, ...byKey];
}


/***/ })

};
