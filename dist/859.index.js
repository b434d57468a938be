export const id = 859;
export const ids = [859];
export const modules = {

/***/ 4859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  findLinksFile: () => (/* binding */ findLinksFile),
  readLinksFile: () => (/* binding */ readLinksFile),
  usualLinksFile: () => (/* binding */ usualLinksFile)
});

// UNUSED EXPORTS: usualLinksFiles

// EXTERNAL MODULE: ../node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7728);
// EXTERNAL MODULE: ../lib/src/links/settings.js
var settings = __webpack_require__(4433);
// EXTERNAL MODULE: ../lib/src/values/link-settings.js
var link_settings = __webpack_require__(6057);
// EXTERNAL MODULE: ../lib/src/values/parsed.js + 1 modules
var parsed = __webpack_require__(4906);
// EXTERNAL MODULE: ../lib/src/values/rooms.js
var rooms = __webpack_require__(5483);
// EXTERNAL MODULE: ../lib/src/values/redact.js
var redact = __webpack_require__(3794);
;// CONCATENATED MODULE: ../lib/src/config-file/schema.js


const silent = { what: 'this', example: '', otherWords: {}, refused: {} };
/** A text, read by the parser of the input of the same name; `editor` is what the JSON Schema says of it. */
function schema_text(parse, editor) {
    return dist/* pipe */.FsL(dist/* string */.YjP(), dist/* metadata */.yuE(editor), dist/* rawTransform */.NTK(({ dataset: { value }, addIssue, NEVER }) => {
        const parsed = parse(value);
        if (!('wrong' in parsed))
            return parsed.value;
        addIssue({ message: `${parsed.unseen === true ? '' : `: ${(0,redact/* display */.Vy)(value, [])}`} ${parsed.wrong}` });
        return NEVER;
    }));
}
/** valibot takes a list for a mapping. */
const isMapping = (input) => typeof input === 'object' && input !== null && !Array.isArray(input);
/** A mapping of known names, as messages name it by `what`. */
function mapping(words, entries, editor = {}) {
    return dist/* pipe */.FsL(dist/* custom */.IeY(isMapping), dist/* strictObject */.rej(entries), dist/* metadata */.yuE({ ...editor, words }));
}
/** A mapping of names that are read like values, such as ids of rules. */
function table(what, name, value) {
    return dist/* pipe */.FsL(dist/* custom */.IeY(isMapping), dist/* transform */.pdi((input) => new Map(Object.entries(input))), dist/* map */.TjK(name, value), dist/* metadata */.yuE({ words: { what } }));
}
/**
 * A list. A name with nothing under it is a mistake: it may be a list whose lines were lost, or commented out, and an
 * empty one can revoke links.
 */
function list(item, example) {
    return dist/* pipe */.FsL(dist/* array */.YOg(item), dist/* metadata */.yuE({ words: { example } }));
}
/** What a name stands for, as editors show it. */
function described(schema, description) {
    return dist/* pipe */.FsL(schema, dist/* description */.h_(description));
}
/** The same for a name that can be left out. */
function optional(schema, description) {
    return dist/* optional */.lqM(described(schema, description));
}
/** The words of a schema. */
function wordsOf(schema) {
    return { ...silent, ...dist/* getMetadata */.yb2(schema).words };
}
/** The names that a mapping can have. */
function namesIn(schema) {
    return Object.keys(partsOf(schema).flatMap((part) => ('entries' in part ? [part.entries] : []))[0] ?? {});
}
/** The schema of a value in a mapping or list of this schema. */
function memberSchema(schema, key) {
    const members = partsOf(schema).flatMap((part) => {
        if ('entries' in part)
            return [part.entries[key]];
        return 'item' in part ? [part.item] : [];
    });
    const member = members[0] ?? dist/* unknown */.L5J();
    return 'wrapped' in member ? member.wrapped : member;
}
/** The schemas that a pipe goes through; the schema itself if it is none. */
function partsOf(schema) {
    if (!('pipe' in schema))
        return [schema];
    const parts = schema.pipe.filter(({ kind }) => kind === 'schema');
    return parts.flatMap((part) => partsOf(part));
}

;// CONCATENATED MODULE: ../lib/src/config-file/links.js






/** A room for editors, by id or title: digits are an id, in one form, and never a title. */
const roomEditor = {
    type: ['string', 'integer'],
    minLength: 1,
    maxLength: rooms/* longestText */.Ie,
    minimum: 1,
    maximum: rooms/* greatestId */.lb,
    pattern: '^(?!0[0-9]*$)',
};
/** A name of a link's mapping, from its row. */
function field({ description, parse, editor, inFile }, now) {
    return optional(schema_text((inFile?.parse ?? parse)(now), editor), inFile?.description ?? description);
}
/** Fields of these settings, each with the type of its value. */
function settingFields(names, now) {
    return Object.fromEntries(names.map((name) => [name, field(link_settings/* linkSettings */.y_[name], now)]));
}
const single = link_settings/* settingNames */.H$.filter((name) => link_settings/* linkSettings */.y_[name].single === true);
/** The fields that describe a link and can stand in `defaults`, read at this time. */
function sharedFields(now) {
    return {
        type: field(link_settings/* linkNames */.JP['link-type'], now),
        ...settingFields(link_settings/* settingNames */.H$.filter((name) => !single.includes(name)), now),
        renew: field(link_settings/* linkNames */.JP.renew, now),
    };
}
const rotate = 'is an act and not a state: every run would give the link a new URL. Run the root action with `rotate: true`, or give the link another `key`.';
/** `defaults`: what holds for every link of the file that does not say otherwise. */
function defaultsSchema(now) {
    const own = 'belongs to a single link and cannot be a default.';
    return mapping({
        what: '`defaults`',
        otherWords: { 'link-type': 'type', role: 'access', expires: 'expiration' },
        refused: {
            rotate,
            ...Object.fromEntries(['key', 'link-id', 'primary', ...single, 'state', 'adopt'].map((name) => [name, own])),
        },
    }, sharedFields(now));
}
const parseState = (0,parsed/* oneOf */.yL)(['present', 'absent'], { gone: 'absent', revoked: 'absent', removed: 'absent' });
/** One link of a room. */
function linkSchema(now) {
    return mapping({
        what: 'a link',
        // The inputs of the root action that go by another name here, and slips.
        otherWords: {
            'link-type': 'type',
            role: 'access',
            expires: 'expiration',
            'expiration-date': 'expiration',
            name: 'key',
            id: 'link-id',
        },
        refused: { rotate },
    }, {
        key: field(link_settings/* linkNames */.JP.key, now),
        ...sharedFields(now),
        ...settingFields(single, now),
        primary: field(link_settings/* linkNames */.JP.primary, now),
        'link-id': field(link_settings/* linkNames */.JP['link-id'], now),
        adopt: field(link_settings/* linkNames */.JP.adopt, now),
        state: optional(schema_text(parseState, { enum: ['present', 'absent'] }), '`absent`: the link is revoked if it is there. Not given: `present`.'),
    }, { allOf: typeRules });
}
/** One room of the file. */
function roomSchema(now) {
    return mapping({ what: 'a room', otherWords: { 'room-id': 'room', 'room-title': 'room', id: 'room', title: 'room' } }, {
        room: described(schema_text(rooms/* parseRoomReference */.kR, roomEditor), "Id of the room (the number in the room's address), or its exact title."),
        links: described(list(linkSchema(now), '`- { key: …, access: viewer }`'), 'The links of the room.'),
    });
}
const truth = { enum: [true, 'true'] };
/** For editors: the settings that a link of this type does not have, and what can be written of them all the same. */
function unfit(type) {
    const taken = (idle) => (idle === undefined ? false : { const: idle });
    return Object.fromEntries((0,settings/* settingsNotFor */.cR)(type).map((name) => [name, taken(link_settings/* linkSettings */.y_[name].idle)]));
}
/** What editors can know of the fields that exclude each other; `rooms.ts` holds the same for the parser. */
const typeRules = [
    {
        if: { required: ['link-id'] },
        then: { properties: { key: false, primary: { not: truth } } },
        else: {
            allOf: [
                {
                    if: { properties: { type: { const: 'invitation' } }, required: ['type'] },
                    then: {
                        properties: { ...unfit('invitation'), primary: { not: truth } },
                    },
                },
                {
                    if: { properties: { type: { const: 'external' } }, required: ['type'] },
                    then: { properties: { ...unfit('external'), adopt: { not: truth } } },
                },
                {
                    if: { properties: { primary: truth }, required: ['primary'] },
                    then: { properties: { ...unfit('external'), adopt: { not: truth } } },
                },
            ],
        },
    },
];

// EXTERNAL MODULE: ../lib/src/links/text.js
var links_text = __webpack_require__(9619);
// EXTERNAL MODULE: ../lib/src/links/problem.js
var problem = __webpack_require__(8797);
;// CONCATENATED MODULE: ../lib/src/config-file/mistakes.js






/** One mistake can bring many more with it; nobody reads more than these. */
const mostMistakes = 50;
/** Each mistake with its place, in the form of which editors and terminals make a link; in the order of the file. */
function failureOf(mistakes, path) {
    const ordered = mistakes.toSorted(({ at: one }, { at: other }) => one.line - other.line || one.column - other.column);
    const problems = ordered.slice(0, mostMistakes).map(({ at: { line, column }, message }) => {
        const place = { path, line, column };
        const words = typeof message === 'string' ? message : message();
        return (0,problem/* problem */.CC)('links-file', `${(0,links_text/* stripInvisible */._0)(path)}:${line}:${column}: ${words}`, undefined, place);
    });
    const more = ordered.length - problems.length;
    if (more === 0)
        return new problem/* Failure */.HR(problems);
    return new problem/* Failure */.HR([...problems, (0,problem/* problem */.CC)('links-file', `${(0,links_text/* stripInvisible */._0)(path)}: and ${more} more mistakes.`)]);
}
/** Refuses what valibot finds wrong with a file that is read by this schema, in the words of the schema. */
function refuseIssues(issues, schema, places, refuse) {
    // Of what stands in one place, a name that is missing is told last: it may be the one that is misspelt.
    const ordered = issues.toSorted((one, other) => Number(isMissing(one)) - Number(isMissing(other)));
    const wrongNames = new Set();
    for (const issue of ordered) {
        const path = pathOf(issue);
        const [last, own] = [issue.path?.at(-1), path.slice(0, -1)];
        // The value after a name that is wrong may be anything, and is not shown.
        if (wrongNames.has(JSON.stringify(path)))
            continue;
        if (last?.origin === 'key')
            wrongNames.add(JSON.stringify(path));
        if (issue.type !== 'strict_object') {
            const isName = last?.origin === 'key';
            const at = isName || issue.input === null ? places.nameAt(path) : null;
            const subject = nameOf(isName ? own : path);
            refuse(at ?? places.at(path), wrongValue(issue, subject, schemaAt(schema, path)));
        }
        else if (isMissing(issue)) {
            refuse(places.at(own), `${upper(wordsOf(schemaAt(schema, own)).what)} needs \`${String(last?.key)}\`.`);
        }
        else {
            refuseUnknown(last?.input, own, schemaAt(schema, own), places, refuse);
        }
    }
}
/** Whether a mapping lacks a name that it needs. */
function isMissing({ type, input }) {
    return type === 'strict_object' && input === undefined;
}
/** How the value that an issue is about is reached. */
function pathOf({ path }) {
    return path?.map(({ key }) => key) ?? [];
}
function schemaAt(schema, path) {
    return path.reduce((holder, key) => memberSchema(holder, key), schema);
}
/** As messages name a value: its name, in backticks, or that of the list that it is in. */
function nameOf(path) {
    const name = path.findLast((key) => typeof key === 'string');
    return name === undefined ? 'The file' : `\`${name}\``;
}
function wrongValue({ type, input, message }, name, schema) {
    if (type === 'raw_transform')
        return `${name}${message}`;
    if (type === 'array') {
        const { example } = wordsOf(schema);
        if (input !== null)
            return `${name} is a list, like ${example}.`;
        const plain = name.replaceAll('`', '');
        return `${name} has nothing under it. Write \`${plain}: []\` if that is meant, or put ${example} under it.`;
    }
    if (input === null)
        return `${name} has no value.`;
    if (type === 'string')
        return `${name} is a single value, not ${kindOf(input)}.`;
    return `${upper(wordsOf(schema).what)} is a mapping of names and values, not ${kindOf(input)}.`;
}
function kindOf(value) {
    if (typeof value === 'string')
        return 'a single value';
    return Array.isArray(value) ? 'a list' : 'a mapping';
}
/** Refuses every unknown name of a mapping: valibot reports the first only. */
function refuseUnknown(written, path, schema, places, refuse) {
    const { what, otherWords, refused } = wordsOf(schema);
    const names = namesIn(schema);
    const meanings = new Map([...names.map((name) => [name, name]), ...Object.entries(otherWords)]);
    const startsWithName = new RegExp(`^(?:${names.join('|')})[^\\w-]`, 'u');
    for (const [name, value] of Object.entries(written)) {
        if (names.includes(name))
            continue;
        const place = [...path, name];
        const at = places.nameAt(place) ?? places.at(place);
        // What follows may be a value that is not to be shown.
        if (/^[\w-]+:\S/u.test(name)) {
            refuse(at, 'A space is missing after the colon, as in `name: value`.');
        }
        else if (value === null && startsWithName.test(name)) {
            refuse(at, 'A colon and a space are missing after the name, as in `name: value`.');
        }
        else {
            const why = Object.hasOwn(refused, name) ? refused[name] : undefined;
            const possible = `is not a field of ${what}. Possible: ${(0,parsed/* listedWords */.tq)(names)}.`;
            refuse(at, () => `${(0,redact/* display */.Vy)(name, [])} ${why ?? `${possible}${(0,parsed/* didYouMean */.au)(name, meanings)}`}`);
        }
    }
}
function upper(what) {
    return what.charAt(0).toUpperCase() + what.slice(1);
}

// EXTERNAL MODULE: ../lib/src/audit/policy.js
var policy = __webpack_require__(7588);
// EXTERNAL MODULE: ../lib/src/audit/rules/ids.js
var ids = __webpack_require__(4738);
// EXTERNAL MODULE: ../lib/src/links/time.js
var time = __webpack_require__(517);
// EXTERNAL MODULE: ../lib/src/values/duration.js
var duration = __webpack_require__(7131);
// EXTERNAL MODULE: ../lib/src/values/expiration.js
var expiration = __webpack_require__(2698);
// EXTERNAL MODULE: ../lib/src/values/names.js
var names = __webpack_require__(315);
// EXTERNAL MODULE: ../lib/src/values/policy.js
var values_policy = __webpack_require__(265);
// EXTERNAL MODULE: ../lib/src/values/settings.js
var values_settings = __webpack_require__(7242);
;// CONCATENATED MODULE: ../lib/src/config-file/policy.js












const longestWaiver = 180;
const durationEditor = { pattern: '^[0-9]+[smhdw]$' };
/** Ids as they are documented; case is forgiven by the parser, so it is no mistake for editors either. */
const ruleEditor = {
    anyOf: [{ enum: ids/* ruleIds */.Z }, { pattern: `^[Dd][Ss][Ll](${ids/* ruleIds */.Z.map((id) => id.slice('DSL'.length)).join('|')})$` }],
};
const lineEditor = { minLength: 1, maxLength: 255 };
/** Takes each rule once, in any case: a parser for one reading of one mapping. */
function parseRuleOnce() {
    const seen = new Set();
    return (written) => {
        const rule = (0,values_policy/* parseRule */.iT)(written);
        if ('wrong' in rule)
            return rule;
        if (seen.has(rule.value))
            return { wrong: 'stands here a second time.' };
        seen.add(rule.value);
        return rule;
    };
}
/** `policy`: what the audit holds rooms and links against. What reads `title-pattern` is loaded only where there is one. */
function policySchema(parseTitlePattern) {
    return mapping({ what: '`policy`' }, {
        'max-lifetime': optional(schema_text(duration/* parseLifetime */.$u, durationEditor), 'The longest life that a link may have from now: `30d`.'),
        'max-access': optional(schema_text(values_settings/* parseAccess */.Cz, link_settings/* linkSettings */.y_.access.editor), 'The highest role that a link for anyone or an invitation may give.'),
        require: optional(list(schema_text(values_policy/* parseRequirement */.pP, { enum: policy/* requirements */.Ln }), '`[expiration, password]`'), 'What links must have.'),
        severity: optional(table('`severity`', schema_text(parseRuleOnce(), ruleEditor), schema_text(values_policy/* parseSeverity */.lv, { enum: values_policy/* severityWords */.D4 })), 'Severity of rules, by id: `DSL004: off`.'),
        'public-rooms': optional(list(schema_text(rooms/* parseRoomPattern */.Te, roomEditor), '`[2201, "Press*"]`'), 'Public rooms that are meant to be public: ids, exact titles, or titles with `*` for any text. Digits are always an id.'),
        'confidential-rooms': optional(list(schema_text(rooms/* parseRoomPattern */.Te, roomEditor), '`[2201, "*HR*"]`'), 'Rooms in which no link may be open to anyone: ids, exact titles, or titles with `*` for any text. Digits are always an id; the case of titles does not matter.'),
        'warn-before': optional(schema_text(duration/* parseLifetime */.$u, durationEditor), 'How long before its end a link is told: `7d`.'),
        'stale-after': optional(schema_text(duration/* parseLifetime */.$u, durationEditor), 'After how long without a change a room counts as forgotten: `60d`.'),
        'title-pattern': optional(schema_text(parseTitlePattern, { minLength: 1, maxLength: 200 }), 'A regular expression that titles of links have to match somewhere, in RE2 syntax (as in Go): no look-around, no references back.'),
    });
}
/** The policy of the file; undefined where it is silent. `places` tells the lines of its rooms. */
function policyOf(read, places) {
    const patterns = (references, path) => references?.map((reference, index) => ({ reference, line: places.at([...path, index]).line }));
    return {
        maxLifetime: read?.['max-lifetime'],
        maxAccess: read?.['max-access'],
        require: read?.require,
        severity: read?.severity,
        publicRooms: patterns(read?.['public-rooms'], ['policy', 'public-rooms']),
        confidentialRooms: patterns(read?.['confidential-rooms'], ['policy', 'confidential-rooms']),
        warnBefore: read?.['warn-before'],
        staleAfter: read?.['stale-after'],
        titlePattern: read?.['title-pattern'],
    };
}
/** One waiver: a finding that is accepted for a while, by somebody, for a reason. */
function waiverSchema(now) {
    return mapping({ what: 'a waiver', otherWords: { 'link-id': 'link', expires: 'until', expiration: 'until', why: 'reason' } }, {
        rule: described(schema_text(values_policy/* parseRule */.iT, ruleEditor), 'Id of the rule: `DSL001`.'),
        room: described(schema_text(rooms/* parseRoomReference */.kR, roomEditor), 'Id or exact title of the room. Digits are always an id.'),
        link: optional(schema_text(parseWaiverLink, { type: ['string', 'number'], pattern: waiverLinkPattern }), 'Id of the link; or at least 8 characters of its beginning, if only one link of the room begins so; or `key:` and the key of a managed link. Default: every link of the room, and the room itself.'),
        reason: described(schema_text(names/* parseTitle */._x, lineEditor), 'Why this is accepted.'),
        owner: optional(schema_text(names/* parseTitle */._x, lineEditor), 'Who accepts it: `@press`.'),
        until: described(schema_text(parseUntil(now), {
            pattern: '^\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d))?$',
        }), `The last day on which it holds, at most ${longestWaiver} days ahead: \`2027-03-31\`.`),
    });
}
/** A waiver of the file. */
function waiverOf(read, line) {
    return { ...read, link: read.link ?? null, owner: read.owner ?? null, line };
}
const byKey = 'key:';
/** The shortest beginning of an id: the ids of one repository have six hex digits in common. */
const shortest = 8;
/** An id or its beginning, perhaps with the dots with which logs cut an id. */
const idStart = /^([0-9a-fA-F][0-9a-fA-F-]{0,35})(?:…|\.{3})?$/u;
const waiverLinkPattern = `^(${byKey}.*\\S.*|[0-9a-fA-F][0-9a-fA-F-]{${shortest - 1},35}(…|\\.{3})?)$`;
/** A link as a waiver names it. */
const parseWaiverLink = (written) => {
    if (written.startsWith(byKey)) {
        const key = (0,names/* parseKey */.Do)(written.slice(byKey.length).trim());
        return 'wrong' in key ? key : { value: { by: 'key', key: key.value } };
    }
    const start = idStart.exec(written)?.[1]?.toLowerCase();
    if (start === undefined) {
        return {
            wrong: 'is not the id of a link, the beginning of one, or `key:` and the key of a managed link. Reports name the ids.',
        };
    }
    if (start.length >= shortest)
        return { value: { by: 'id', start } };
    return {
        wrong: `is too short: use the whole id, or at least ${shortest} characters of it, since the ids of one repository begin alike; or \`key:\` and the key of the link.`,
    };
};
/** The end of a waiver, which may have passed, but cannot be far. */
function parseUntil(now) {
    const latest = new Date(now.getTime() + longestWaiver * time/* day */.vd).toISOString().slice(0, 10);
    return (written) => {
        const parsed = (0,expiration/* instantOf */.B)(written.toUpperCase());
        if (parsed === null)
            return { wrong: 'is not a day, like `2027-01-31`, nor an instant, like `2027-01-31T18:00:00Z`.' };
        if ('wrong' in parsed || parsed.value.toISOString().slice(0, 10) <= latest)
            return parsed;
        return { wrong: `is too late: a waiver holds for ${longestWaiver} days at most, until ${latest}.` };
    };
}

// EXTERNAL MODULE: ../lib/src/links/declared-links.js
var declared_links = __webpack_require__(1150);
// EXTERNAL MODULE: ../lib/src/links/declared.js + 1 modules
var declared = __webpack_require__(1553);
// EXTERNAL MODULE: ../lib/src/links/desired.js
var desired = __webpack_require__(5260);
;// CONCATENATED MODULE: ../lib/src/config-file/rooms.js




/**
 * The rooms of the file, `defaults` worked in. Refuses rooms and links that are described twice, fields that exclude each
 * other, and fields that the type of a link does not have.
 */
function declaredRooms({ defaults = {}, rooms = [] }, places, refuse) {
    const seen = secondRefuser(refuse);
    return rooms.flatMap((read, index) => {
        if (read === undefined)
            return [];
        const path = ['rooms', index];
        const links = declaredLinks(read.links ?? [], [...path, 'links'], { defaults, places, refuse });
        if (read.room === undefined)
            return [];
        const at = places.at([...path, 'room']);
        seen(roomKey(read.room), at, (line) => `The room of line ${line} a second time: put all its links there.`);
        return [{ room: read.room, links, line: places.at(path).line }];
    });
}
function roomKey(room) {
    return room.by === 'id' ? `id ${room.id}` : `title ${room.title}`;
}
function declaredLinks(reads, path, reading) {
    const seen = secondRefuser(reading.refuse);
    return reads.flatMap((read, index) => {
        if (read === undefined)
            return [];
        const entry = { read, path: [...path, index] };
        const link = declaredLink(entry, reading);
        const at = reading.places.at(entry.path);
        const { slot, name, advice } = slotOf(link);
        const isFirst = seen(slot, at, (line) => `${name} a second time: the first is in line ${line}.${advice}`);
        if (isFirst && !link.absent && slot.startsWith('invitation ')) {
            seen('the invitation', at, (line) => `A room has a single invitation link, and line ${line} describes it already.`);
        }
        return [link];
    });
}
/** Where a link belongs in its room, and how messages name it. */
function slotOf({ desired: { reference } }) {
    const name = `The ${(0,declared/* entryName */.M)(reference)}`;
    switch (reference.by) {
        case 'primary':
            return { slot: 'primary', name, advice: '' };
        case 'id':
            return { slot: `id ${reference.id}`, name, advice: '' };
        case 'key':
            return { slot: `${reference.type} ${reference.key}`, name, advice: ' Give each link a `key` of its own.' };
    }
}
/** Refuses what comes a second time; true for what comes first. */
function secondRefuser(refuse) {
    const first = new Map();
    return (slot, at, message) => {
        const before = first.get(slot);
        if (before === undefined)
            first.set(slot, at);
        else
            refuse(at, message(before.line));
        return before === undefined;
    };
}
/** Key of a link that names none. */
const defaultKey = 'default';
/** One link, with the defaults that can fit it. */
function declaredLink(entry, reading) {
    const { read } = entry;
    const { defaults } = reading;
    const { reference, type } = readReference(entry, reading);
    const given = desiredFrom(read, reference);
    if (type !== null)
        refuseUnfit(entry, given, type, reading);
    const byDefault = (0,link_settings/* settingsFrom */.ms)((name) => defaults[name]);
    const missing = link_settings/* settingMembers */.mf.filter((member) => given[member] === undefined);
    const link = {
        desired: {
            ...given,
            ...Object.fromEntries(missing.map((member) => [member, byDefault[member]])),
            renew: read.renew ?? defaults.renew ?? false,
        },
        defaulted: missing.filter((member) => byDefault[member] !== undefined),
        absent: read.state === 'absent',
        line: reading.places.at(entry.path).line,
    };
    // Without a type it is the room that tells what fits.
    return type === null ? link : { ...link, desired: (0,declared_links/* applicable */.y8)(link, { type, permanent: false }) };
}
/** What the link itself says. */
function desiredFrom(read, reference) {
    return {
        reference,
        ...(0,link_settings/* settingsFrom */.ms)((name) => read[name]),
        renew: read.renew ?? false,
        rotate: false,
        adopt: read.adopt ?? false,
    };
}
/** Which link is meant, and its type if the file tells; the same rules as for the inputs of the root action. */
function readReference({ read, path }, { defaults, places, refuse }) {
    const { key = defaultKey, 'link-id': id, primary, type } = read;
    const isWritten = (name) => places.nameAt([...path, name]) !== null;
    if (id !== undefined) {
        const at = places.nameAt([...path, 'key']);
        if (at !== null)
            refuse(at, '`link-id` and `key` both name the link: give only one of them.');
        if (primary === true) {
            refuse(places.at([...path, 'primary']), '`link-id` and `primary: true` both name the link: give only one of them.');
        }
        return { reference: { by: 'id', id }, type: null };
    }
    if (primary === true) {
        if (type === 'invitation') {
            refuse(places.at([...path, 'primary']), '`primary: true` is not possible with `type: invitation`: the primary link of a room is an external link.');
            return { reference: { by: 'primary', key }, type: null };
        }
        return { reference: { by: 'primary', key }, type: 'external' };
    }
    // With a type that cannot be read, nothing is said about what does not fit it.
    if (isWritten('type') && type === undefined)
        return { reference: { by: 'key', type: 'external', key }, type: null };
    const known = type ?? defaults.type ?? 'external';
    return { reference: { by: 'key', type: known, key }, type: known };
}
function refuseUnfit({ path }, given, type, { places, refuse }) {
    const other = type === 'external' ? 'invitation' : 'external';
    for (const name of (0,desired/* fieldsNotFor */.A1)(given, type)) {
        refuse(places.at([...path, name]), `\`${name}\` is for ${other} links only, and this is ${type === 'external' ? 'an external' : 'an invitation'} link. Leave it out, or write \`type: ${other}\`.`);
    }
}

;// CONCATENATED MODULE: ../lib/src/config-file/yaml-mistakes.js
const yaml_mistakes_anchors = 'Anchors and aliases are not supported, and a text that begins with `&` or `*` needs quotes: "*…".';
const tags = 'Tags (`!…`) are not supported, and a text that begins with `!` needs quotes.';
const odd = 'This does not belong here. Look for a missing or extra colon, comma, quote or bracket.';
const indent = 'The indentation of this line does not fit the lines above:';
const sameColumn = `${indent} the names of one mapping begin in the same column.`;
const sameHyphens = `${indent} the hyphens of one list begin in the same column.`;
const lessIndented = 'This line is indented less than the lines that it belongs to: indent it as they are. Or, if it begins a new item, `- ` is missing.';
const noColon = 'A colon and a space are missing after the name, as in `name: value`.';
const extraBracket = 'This closing bracket is one too many, or its opening one is missing.';
const afterQuote = "Text follows a closing quote. Quote the whole text; an apostrophe in single quotes is written twice, as in `'Anna''s room'`.";
/** What the YAML library finds, in our words: its own hold pieces of the file, which may be a secret in a wrong place. */
const words = {
    ALIAS_PROPS: yaml_mistakes_anchors,
    BAD_ALIAS: yaml_mistakes_anchors,
    MULTIPLE_ANCHORS: yaml_mistakes_anchors,
    BAD_COLLECTION_TYPE: tags,
    MULTIPLE_TAGS: tags,
    TAG_RESOLVE_FAILED: tags,
    BAD_PROP_ORDER: tags,
    BAD_DIRECTIVE: 'A line that begins with `%` is a YAML directive, which this file does not need.',
    BAD_DQ_ESCAPE: 'In double quotes a backslash begins an escape, and there is none like this. Use single quotes.',
    BAD_INDENT: sameColumn,
    BAD_SCALAR_START: 'A text that begins with this character needs quotes: "@…".',
    BLOCK_AS_IMPLICIT_KEY: 'A text that holds `: ` needs quotes, as in `title: "Contract: 2027"`.',
    BLOCK_IN_FLOW: 'A comma is missing before this `name: value`. Or it is text: a text that holds `: ` needs quotes.',
    DUPLICATE_KEY: 'This name stands here a second time.',
    IMPOSSIBLE: odd,
    KEY_OVER_1024_CHARS: 'A name is expected here, and this is far too long for one.',
    MISSING_CHAR: 'Something is missing here: a closing quote or bracket, a comma, or the space after a colon or hyphen.',
    MULTILINE_IMPLICIT_KEY: noColon,
    MULTIPLE_DOCS: 'A second YAML document begins here: the file holds a single one.',
    NON_STRING_KEY: 'A name is expected here: a plain word, followed by a colon.',
    RESOURCE_EXHAUSTION: 'This is nested too deeply.',
    TAB_AS_INDENT: 'Tabs are not allowed as indentation in YAML: use spaces.',
    UNEXPECTED_TOKEN: odd,
};
/** What is wrong with the YAML, whatever its lines say. */
function plainMistake(code) {
    return words[code];
}
/** What is wrong with the YAML, for users: the likeliest cause, and where that is. `lines` are those of the file. */
function yamlMistake(error, lines) {
    const { code, message, at } = error;
    const line = lines[at.line - 1] ?? '';
    if (/^(?:<{7}|={7}|>{7})(?:\s|$)/u.test(line)) {
        return {
            at: { line: at.line, column: 1 },
            message: 'This line is a conflict marker of Git: resolve the conflict.',
        };
    }
    if (code === 'BLOCK_AS_IMPLICIT_KEY' && (error.continues || startsLine(line, at)))
        return indentation(at, lines);
    if (code === 'MULTILINE_IMPLICIT_KEY' || message.startsWith('Implicit map keys')) {
        return { at, message: aboutColon(line) };
    }
    const quote = /^Missing closing (["'])/u.exec(message)?.[1];
    if (quote !== undefined)
        return openQuote(quote, at, lines);
    if (message.startsWith('Sequence item'))
        return { at: contentOf(line, at), message: lessIndented };
    const open = unclosed(message, at, lines);
    if (open !== null)
        return open;
    if (code === 'BAD_INDENT')
        return misplaced(at, lines);
    if (code === 'UNEXPECTED_TOKEN')
        return { at, message: aboutToken(error, line) };
    return { at, message: words[code] };
}
function aboutToken({ message, at }, line) {
    if (startsLine(line, at))
        return aboutIndent(line);
    if (/^Unexpected flow-(?:map|seq)-end/u.test(message))
        return extraBracket;
    return /["']$/u.test(line.slice(0, at.column - 1).trimEnd()) ? afterQuote : odd;
}
/** Indentation that is no space, and that YAML takes for text. */
const oddIndent = /^[ \t]*(?=[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff])/u;
/** Lines whose indentation looks like spaces and is none, as texts from web pages and chats have it. */
function oddIndents(lines) {
    return lines.flatMap((line, index) => {
        const before = oddIndent.exec(line)?.[0];
        if (before === undefined)
            return [];
        const at = { line: index + 1, column: before.length + 1 };
        return [{ at, message: 'This line is indented with a no-break or other special space: use ordinary spaces.' }];
    });
}
function startsLine(line, { column }) {
    return line.slice(0, column - 1).trim() === '';
}
/** Where the text of a line begins, if the place is before it. */
function contentOf(line, at) {
    return startsLine(line, at) ? { line: at.line, column: line.length - line.trimStart().length + 1 } : at;
}
/** A line that is indented as if it belonged to the one above it. */
function indentation(at, lines) {
    const line = lines[at.line - 1] ?? '';
    const hyphen = /^\s*-(?=[^\s-])/u.exec(line)?.[0];
    if (hyphen !== undefined) {
        return { at: { line: at.line, column: hyphen.length }, message: 'A space is missing after the hyphen: `- `.' };
    }
    if (startsLine(line, at))
        return misplaced(at, lines);
    const next = lines.findIndex((one, index) => index >= at.line && /^\s*[^\s#]/u.test(one));
    if (next < 0)
        return { at, message: words.BLOCK_AS_IMPLICIT_KEY };
    const message = 'This line is indented more than the line above, which has a value already: indent it as the names that it belongs to.';
    return { at: contentOf(lines[next] ?? '', { line: next + 1, column: 1 }), message };
}
/** A line that is not indented as those above it: the first from here on that is no comment. */
function misplaced(at, lines) {
    const index = lines.findIndex((one, number) => number >= at.line - 1 && /^\s*[^\s#]/u.test(one));
    const line = lines[index] ?? '';
    const message = aboutIndent(line);
    return index < at.line
        ? { at: contentOf(line, at), message }
        : { at: contentOf(line, { line: index + 1, column: 1 }), message };
}
function aboutColon(line) {
    if (/^\s*(?:- )?[\w-]+：/u.test(line))
        return 'This colon is a full-width one (`：`): use `: `.';
    return /^\s*(?:- )?[\w-]+:\S/u.test(line) ? 'A space is missing after the colon, as in `name: value`.' : noColon;
}
function aboutIndent(line) {
    if (/^\s*\{/u.test(line))
        return 'A hyphen and a space are missing: each item of a list begins with `- `.';
    return /^\s*-(?:\s|$)/u.test(line) ? sameHyphens : sameColumn;
}
/** Where a quote was opened that nothing closes: on the last line with an odd number of them. */
function openQuote(quote, at, lines) {
    const message = `A quote (\`${quote}\`) is opened here and not closed.`;
    const open = lines.slice(0, at.line).findLastIndex((line) => line.split(quote).length % 2 === 0);
    if (open < 0)
        return { at, message: 'A quote is opened before this and not closed.' };
    return { at: { line: open + 1, column: (lines[open] ?? '').lastIndexOf(quote) + 1 }, message };
}
const brackets = { '}': '{', ']': '[' };
/** Where a bracket was opened that nothing closes, if that is what the library says; null if not. */
function unclosed(message, at, lines) {
    const close = /^Flow (?:map|sequence).*end with a ([}\]])/u.exec(message)?.[1];
    if (close === undefined)
        return null;
    const open = brackets[close];
    const excess = (line) => line.split(open).length - line.split(close).length;
    const index = lines.slice(0, at.line).findLastIndex((line) => excess(line) > 0);
    if (index < 0)
        return { at, message: `A \`${close}\` is missing here.` };
    const column = (lines[index] ?? '').lastIndexOf(open) + 1;
    return {
        at: { line: index + 1, column },
        message: `\`${open}\` is opened here and not closed: \`${close}\` is missing.`,
    };
}

;// CONCATENATED MODULE: ../lib/src/config-file/yaml.js


const start = { line: 1, column: 1 };
/** The likeliest cause is looked for in the lines before; more mistakes than these are not reported anyway. */
const mostExplained = 100;
/**
 * Reads YAML 1.2; gives all that is wrong with it if anything is. Only what a file of plain settings needs is taken: no
 * anchors, aliases, merge keys and tags, so nothing expands and nothing is executed. The library is loaded here and
 * nowhere else: most steps never need it.
 */
async function readYaml(text) {
    const yaml = await __webpack_require__.e(/* import() */ 637).then(__webpack_require__.t.bind(__webpack_require__, 6637, 19));
    const lines = new yaml.LineCounter();
    const positionAt = (offset = 0) => positionIn(lines, offset);
    // Every scalar is a text. Duplicate names are found below, with both their lines.
    const parsed = yaml.parseAllDocuments(text, {
        schema: 'failsafe',
        lineCounter: lines,
        prettyErrors: false,
        uniqueKeys: false,
    });
    const documents = Array.isArray(parsed) ? parsed : [];
    const mistakes = [...errorsIn(documents, text, positionAt), ...laterDocuments(documents, positionAt)];
    if (mistakes.length > 0)
        return { mistakes };
    const [document] = documents;
    const content = document?.contents ?? null;
    const duplicates = content === null ? [] : extrasIn(yaml, content, positionAt);
    if (duplicates.length > 0)
        return { mistakes: duplicates };
    return { data: document?.toJS() ?? null, places: placesIn(yaml, content, positionAt) };
}
function positionIn(lines, offset) {
    const { line, col } = lines.linePos(offset);
    return line === 0 ? start : { line, column: col };
}
/** What the library finds wrong. One mistake brings others with it: of a line only the first is reported. */
function errorsIn(documents, text, positionAt) {
    const errors = documents.flatMap((one) => one.errors);
    const written = text.split(/\r?\n/u);
    const continuing = new Set(errors.filter(({ code }) => code === 'MULTILINE_IMPLICIT_KEY').map(({ pos }) => pos[0]));
    const mistakes = [];
    const reported = new Set();
    const report = (at, message) => {
        if (!reported.has(at.line))
            mistakes.push({ at, message });
        reported.add(at.line);
    };
    for (const { at, message } of oddIndents(written))
        report(at, message);
    for (const { code, message, pos } of errors) {
        const at = positionAt(pos[0]);
        if (reported.size >= mostExplained) {
            report(at, plainMistake(code));
            continue;
        }
        const continues = code !== 'MULTILINE_IMPLICIT_KEY' && continuing.has(pos[0]);
        const likely = yamlMistake({ code, message, at, continues }, written);
        report(likely.at, likely.message);
        reported.add(at.line);
    }
    return mistakes;
}
function laterDocuments([, second], positionAt) {
    if (second === undefined)
        return [];
    const message = 'A second YAML document begins here: the file holds a single one.';
    return [{ at: positionAt(second.range?.[0]), message }];
}
const alias = 'Aliases (`*…`) are not supported: write the value itself. A text that begins with `*` needs quotes: "*…".';
const yaml_anchor = 'Anchors (`&…`) are not supported: write the value alone. A text that begins with `&` needs quotes: "&…".';
const tag = 'Tags (`!…`) are not supported: write the value alone. A text that begins with `!` needs quotes.';
/** What YAML has and this file has not. Turns the words for nothing into null on the way. */
function extrasIn(yaml, content, positionAt) {
    const mistakes = [];
    yaml.visit(content, {
        Alias: (role, { range }) => {
            if (role !== 'key')
                mistakes.push({ at: positionAt(range?.[0]), message: alias });
        },
        Value: (role, node) => {
            if (role === 'key')
                return yaml.visit.SKIP;
            const at = positionAt(node.range?.[0]);
            if (node.anchor !== undefined)
                mistakes.push({ at, message: yaml_anchor });
            if (node.tag !== undefined)
                mistakes.push({ at, message: tag });
            if (yaml.isScalar(node) && isBlank(node))
                node.value = null;
            const wrong = yaml.isMap(node) ? wrongNames(yaml, node, positionAt) : [];
            for (const one of wrong)
                mistakes.push(one);
            return undefined;
        },
    });
    return mistakes;
}
/** Nothing is written, or a word that means nothing, without quotes. */
function isBlank({ type, value }) {
    return type === 'PLAIN' && /^(?:~|null|Null|NULL)?$/u.test(String(value));
}
function wrongNames(yaml, map, positionAt) {
    const lines = new Map();
    return map.items.flatMap(({ key }) => {
        const at = positionAt((key.range ?? map.range)?.[0]);
        if (!yaml.isScalar(key) || key.anchor !== undefined || key.tag !== undefined) {
            return [{ at, message: 'A name is expected here: a plain word, followed by a colon.' }];
        }
        const name = key.value;
        if (name === '<<') {
            return [{ at, message: 'Merge keys (`<<`) are not supported: what many links share stands in `defaults`.' }];
        }
        const first = lines.get(name);
        if (first === undefined) {
            lines.set(name, at.line);
            return [];
        }
        // What is no plain name may hold a value that is not to be shown.
        const which = /^[\w-]{1,40}$/u.test(name) ? (0,links_text/* quoted */.TL)(name) : 'This name';
        return [{ at, message: `${which} stands here a second time; the first is in line ${first}.` }];
    });
}
/** Each mapping is indexed once: a file can have very many wrong names in one. */
function placesIn(yaml, content, positionAt) {
    const known = new WeakMap();
    const pairsOf = (map) => {
        const items = map.items;
        const pairs = known.get(map) ?? new Map(items.map((pair) => [pair.key.value, pair]));
        known.set(map, pairs);
        return pairs;
    };
    const nodeAt = (path) => path.reduce((node, key) => {
        if (yaml.isMap(node))
            return pairsOf(node).get(key)?.value ?? null;
        return yaml.isSeq(node) ? (node.items[Number(key)] ?? null) : null;
    }, content);
    const nameAt = (path) => {
        const holder = path.length === 0 ? null : nodeAt(path.slice(0, -1));
        const pair = yaml.isMap(holder) ? pairsOf(holder).get(path.at(-1)) : undefined;
        return pair === undefined ? null : positionAt(pair.key.range?.[0]);
    };
    return {
        nameAt,
        at: (path) => {
            const node = nodeAt(path);
            return node === null ? (nameAt(path) ?? start) : positionAt(node.range?.[0]);
        },
    };
}

;// CONCATENATED MODULE: ../lib/src/config-file/parse.js







/** Bytes. The file is written by people: this is more than ten thousand links, and a second or two of work. */
const largestLinksFile = 1024 * 1024;
const parse_start = { line: 1, column: 1 };
/** For files that have no `title-pattern`. */
const noPattern = () => ({ wrong: 'cannot be read.' });
/** The whole file, read at this time. The parser and the JSON Schema are both made from it. */
function fileSchema(now, parseTitlePattern = noPattern) {
    return mapping({ what: 'the file' }, {
        version: described(schema_text((written) => (written === '1' ? { value: 1 } : { wrong: 'is not known. Possible: `1`.' }), {
            type: ['integer', 'string'],
            enum: [1, '1'],
        }), 'Version of this format: 1.'),
        defaults: optional(defaultsSchema(now), 'What holds for every link that does not say otherwise.'),
        rooms: optional(list(roomSchema(now), '`- room: 2201`'), 'The rooms whose links this repository keeps.'),
        policy: optional(policySchema(parseTitlePattern), 'What the audit holds rooms and links against.'),
        waivers: optional(list(waiverSchema(now), '`- { rule: DSL001, room: 2201, reason: "…", until: 2027-03-31 }`'), 'Findings of the audit that are accepted for a while.'),
    });
}
/**
 * Reads the file of links, policy and waivers. Nothing in it is executed or expanded. `path` names it in messages;
 * `now` is the time from which dates and durations are evaluated. Throws a `Failure` with every mistake at once, each with
 * its line and column. Where the YAML itself is broken, that is all that is told.
 */
async function parseLinksFile(written, path, now) {
    const size = Buffer.byteLength(written);
    if (size > largestLinksFile) {
        const message = `The file is too large: ${size} bytes; at most ${largestLinksFile} (1 MiB) are read.`;
        throw failureOf([{ at: parse_start, message }], path);
    }
    const yaml = await readYaml(written.replace(/^\ufeff/u, ''));
    if ('mistakes' in yaml)
        throw failureOf(yaml.mistakes, path);
    if (yaml.data === null) {
        throw failureOf([{ at: parse_start, message: 'The file is empty: it needs `version: 1`, and `rooms` or `policy`.' }], path);
    }
    const mistakes = [];
    const file = await fileOf(yaml, path, now, (at, message) => {
        mistakes.push({ at, message });
    });
    if (file === null || mistakes.length > 0)
        throw failureOf(mistakes, path);
    return file;
}
/** The file; null if it is wrong, which is refused then, and worth nothing if anything was refused. */
async function fileOf({ data, places }, path, now, refuse) {
    // The library behind it is large, and most files have no such pattern.
    const patterns = hasTitlePattern(data) ? await Promise.all(/* import() */[__webpack_require__.e(966), __webpack_require__.e(962)]).then(__webpack_require__.bind(__webpack_require__, 9962)) : undefined;
    const schema = fileSchema(now, patterns?.parseTitlePattern);
    const { success, output, issues } = dist/* safeParse */.xLC(schema, data);
    if (!success) {
        refuseIssues(issues, schema, places, refuse);
        declaredRooms(withoutWrong(output, issues), places, refuse);
        return null;
    }
    return {
        path,
        rooms: declaredRooms(output, places, refuse),
        policy: policyOf(output.policy, places),
        waivers: (output.waivers ?? []).map((waiver, index) => waiverOf(waiver, places.at(['waivers', index]).line)),
        policyLine: places.nameAt(['policy'])?.line ?? null,
    };
}
function hasTitlePattern(data) {
    return dist.is(dist/* object */.Ikc({ policy: dist/* object */.Ikc({ 'title-pattern': dist/* unknown */.L5J() }) }), data);
}
/** What was read, as if what is wrong were not given: what the rest of it means is told all the same. */
function withoutWrong(output, issues) {
    for (const path of issues.map(pathOf)) {
        const last = path.at(-1);
        if (last === undefined)
            return {};
        const holder = path.slice(0, -1).reduce((value, key) => value[key], output);
        holder[last] = undefined;
    }
    return output;
}

// EXTERNAL MODULE: ../lib/src/runner/given-file.js
var given_file = __webpack_require__(6693);
;// CONCATENATED MODULE: ../lib/src/actions/config-file.js




/** Where the file of links, policy and waivers is, unless an input says otherwise: under one of these names. */
const usualLinksFiles = ['.github/docspace-links.yml', '.github/docspace-links.yaml'];
/**
 * Reads the file of links that an input names, before any request; `now` is the time from which it is evaluated. Throws
 * `links-file` with all that is wrong with it.
 */
async function readLinksFile(path, input, now, runner) {
    const found = await runner.readGivenFile(path, largestLinksFile);
    if (found.kind !== 'missing')
        return parseFound(found, path, now);
    throw (0,problem/* failure */.V2)('links-file', `The file ${(0,links_text/* stripInvisible */._0)(path)} is not there.`, howToHave(input));
}
/** The file under its usual name, `.yml` or `.yaml`, as above; null if there is none. Both are an error. */
async function findLinksFile(input, now, runner) {
    const all = await Promise.all(usualLinksFiles.map(async (path) => ({ path, found: await runner.readGivenFile(path, largestLinksFile) })));
    const [first, second] = all.filter(({ found }) => found.kind !== 'missing');
    if (first === undefined)
        return null;
    if (second === undefined)
        return parseFound(first.found, first.path, now);
    throw (0,problem/* failure */.V2)('links-file', `There are two files: ${first.path} and ${second.path}. Which of them holds is not known.`, `Keep one of them, or name it: \`${input}: ${first.path}\`.`);
}
/** The same where there has to be one. */
async function usualLinksFile(input, now, runner) {
    const file = await findLinksFile(input, now, runner);
    if (file !== null)
        return file;
    throw (0,problem/* failure */.V2)('links-file', `There is neither ${usualLinksFiles.join(' nor ')}.`, howToHave(input));
}
function howToHave(input) {
    return `The step needs the files of the repository: use \`actions/checkout\` before it. \`${input}\` is a path from the root of the repository.`;
}
async function parseFound(found, path, now) {
    if (found.kind === 'missing')
        throw (0,problem/* failure */.V2)('links-file', `The file ${(0,links_text/* stripInvisible */._0)(path)} is not there.`);
    if (found.kind === 'unusable') {
        throw (0,problem/* failure */.V2)('links-file', `The file ${(0,links_text/* stripInvisible */._0)(path)} ${found.why}`, 'Name a text file with the links or the policy.');
    }
    const read = (0,given_file/* textOf */.b)(found.bytes);
    if ('text' in read)
        return parseLinksFile(read.text, path, now);
    const { why, advice, line, column } = read;
    throw new problem/* Failure */.HR([
        (0,problem/* problem */.CC)('links-file', `${(0,links_text/* stripInvisible */._0)(path)}:${line}:${column}: The file ${why}`, advice, { path, line, column }),
    ]);
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


/***/ })

};
