export const id = 280;
export const ids = [280];
export const modules = {

/***/ 9280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  findLinksFile: () => (/* binding */ findLinksFile),
  readLinksFile: () => (/* binding */ readLinksFile),
  usualLinksFile: () => (/* binding */ usualLinksFile)
});

// UNUSED EXPORTS: usualLinksFiles

// EXTERNAL MODULE: ../lib/src/links/quoted.js
var quoted = __webpack_require__(5504);
// EXTERNAL MODULE: ../lib/src/links/problem.js
var problem = __webpack_require__(8797);
;// CONCATENATED MODULE: ../lib/src/config-file/build-policy.js
/** The policy of the file; undefined where it is silent. */
function buildPolicy(read) {
    const values = read?.values;
    return {
        maxLifetime: values?.['max-lifetime']?.value,
        maxAccess: values?.['max-access']?.value,
        require: values?.require?.map(({ value }) => value),
        severity: values?.severity,
        publicRooms: values?.['public-rooms']?.map(pattern),
        confidentialRooms: values?.['confidential-rooms']?.map(pattern),
        warnBefore: values?.['warn-before']?.value,
        staleAfter: values?.['stale-after']?.value,
        titlePattern: values?.['title-pattern']?.value,
    };
}
function pattern({ value, at }) {
    return { ref: value, line: at.line };
}
/** A waiver of the file, whose required fields are there, or refused already. */
function buildWaiver({ values, at }) {
    return {
        rule: values.rule?.value ?? '',
        room: values.room?.value ?? { by: 'title', title: '' },
        link: values.link?.value ?? null,
        reason: values.reason?.value ?? '',
        owner: values.owner?.value ?? null,
        until: values.until?.value ?? new Date(0),
        line: at.line,
    };
}

// EXTERNAL MODULE: ../lib/src/links/declared.js
var declared = __webpack_require__(9066);
// EXTERNAL MODULE: ../lib/src/links/desired.js
var desired = __webpack_require__(5260);
// EXTERNAL MODULE: ../lib/src/links/declared-links.js
var declared_links = __webpack_require__(1150);
;// CONCATENATED MODULE: ../lib/src/config-file/build-link.js


/** Key of a link that names none. */
const defaultKey = 'default';
/** One link, with the defaults that can fit it. Refuses fields that exclude each other, or that its type does not have. */
function buildLink(read, defaults, refuse) {
    const { ref, type } = readRef(read, defaults, refuse);
    const given = givenWish(read, ref);
    if (type !== null)
        refuseUnfit(read, given, type, refuse);
    const { values } = read;
    const shared = defaults?.values;
    const byDefault = {
        access: shared?.access?.value,
        expiration: shared?.expiration?.value,
        internal: shared?.internal?.value,
        password: shared?.password?.value,
        denyDownload: shared?.['deny-download']?.value,
        maxUses: shared?.['max-uses']?.value,
    };
    const missing = Object.keys(byDefault).filter((name) => given[name] === undefined);
    const link = {
        wish: {
            ...given,
            ...Object.fromEntries(missing.map((name) => [name, byDefault[name]])),
            renew: (values.renew ?? shared?.renew)?.value ?? false,
        },
        defaulted: defaultables.filter((name) => missing.includes(name) && byDefault[name] !== undefined),
        absent: values.state?.value === 'absent',
        line: read.at.line,
    };
    // Without a type it is the room that tells what fits.
    return type === null ? link : { ...link, wish: (0,declared_links/* fittingWish */.Rx)(link, { type, permanent: false }) };
}
const defaultables = ['expiration', 'internal', 'password', 'denyDownload', 'maxUses'];
/** What the link itself says. */
function givenWish({ values }, ref) {
    return {
        ref,
        access: values.access?.value,
        expiration: values.expiration?.value,
        internal: values.internal?.value,
        title: values.title?.value,
        password: values.password?.value,
        denyDownload: values['deny-download']?.value,
        maxUses: values['max-uses']?.value,
        renew: values.renew?.value ?? false,
        rotate: false,
        adopt: values.adopt?.value ?? false,
    };
}
/** Which link is meant, and its type if the file tells; the same rules as for the inputs of the root action. */
function readRef({ values, placeOf }, defaults, refuse) {
    const key = values.key?.value ?? defaultKey;
    const id = values['link-id'];
    const { primary, type } = values;
    if (id !== undefined) {
        const at = placeOf('key');
        if (at !== undefined)
            refuse(at, '`link-id` and `key` both name the link: give only one of them.');
        if (primary?.value === true) {
            refuse(primary.at, '`link-id` and `primary: true` both name the link: give only one of them.');
        }
        return { ref: { by: 'id', id: id.value }, type: null };
    }
    if (primary?.value === true) {
        if (type?.value === 'invitation') {
            refuse(primary.at, '`primary: true` is not possible with `type: invitation`: the primary link of a room is an external link.');
            return { ref: { by: 'primary', key }, type: null };
        }
        return { ref: { by: 'primary', key }, type: 'external' };
    }
    // With a type that cannot be read, nothing is said about what does not fit it.
    if (placeOf('type') !== undefined && type === undefined)
        return { ref: { by: 'key', type: 'external', key }, type: null };
    const known = (type ?? defaults?.values.type)?.value ?? 'external';
    return { ref: { by: 'key', type: known, key }, type: known };
}
function refuseUnfit({ values, at }, given, type, refuse) {
    const other = type === 'external' ? 'invitation' : 'external';
    for (const name of (0,desired/* fieldsNotFor */.A1)(given, type)) {
        refuse(values[name]?.at ?? at, `\`${name}\` is for ${other} links only, and this is ${type === 'external' ? 'an external' : 'an invitation'} link. Leave it out, or write \`type: ${other}\`.`);
    }
}

;// CONCATENATED MODULE: ../lib/src/config-file/build-rooms.js


/** The rooms of the file. Refuses rooms and links that are described twice. */
function buildRooms(rooms, defaults, refuse) {
    const seen = secondRefuser(refuse);
    return rooms.flatMap(({ values: { room, links = [] }, at }) => {
        const built = buildLinks(links, defaults, refuse);
        if (room === undefined)
            return [];
        seen(roomKey(room.value), room.at, (line) => `The room of line ${line} a second time: put all its links there.`);
        return [{ room: room.value, links: built, line: at.line }];
    });
}
function roomKey(room) {
    return room.by === 'id' ? `id ${room.id}` : `title ${room.title}`;
}
function buildLinks(links, defaults, refuse) {
    const seen = secondRefuser(refuse);
    return links.map((read) => {
        const link = buildLink(read, defaults, refuse);
        const { place, name, advice } = placeOf(link);
        const isFirst = seen(place, read.at, (line) => `${name} a second time: the first is in line ${line}.${advice}`);
        if (isFirst && !link.absent && place.startsWith('invitation ')) {
            seen('the invitation', read.at, (line) => `A room has a single invitation link, and line ${line} describes it already.`);
        }
        return link;
    });
}
/** Where a link belongs in its room, and how messages name it. */
function placeOf({ wish: { ref } }) {
    const name = `The ${(0,declared/* entryName */.M)(ref)}`;
    switch (ref.by) {
        case 'primary':
            return { place: 'primary', name, advice: '' };
        case 'id':
            return { place: `id ${ref.id}`, name, advice: '' };
        case 'key':
            return { place: `${ref.type} ${ref.key}`, name, advice: ' Give each link a `key` of its own.' };
    }
}
/** Refuses what comes a second time; true for what comes first. */
function secondRefuser(refuse) {
    const first = new Map();
    return (place, at, message) => {
        const before = first.get(place);
        if (before === undefined)
            first.set(place, at);
        else
            refuse(at, message(before.line));
        return before === undefined;
    };
}

// EXTERNAL MODULE: ../lib/src/values/rooms.js
var rooms = __webpack_require__(5483);
// EXTERNAL MODULE: ../lib/src/actions/set/spec.js
var spec = __webpack_require__(656);
// EXTERNAL MODULE: ../lib/src/links/access.js
var access = __webpack_require__(6202);
// EXTERNAL MODULE: ../lib/src/values/expiration.js
var expiration = __webpack_require__(2698);
// EXTERNAL MODULE: ../lib/src/values/names.js
var names = __webpack_require__(315);
// EXTERNAL MODULE: ../lib/src/values/parsed.js + 1 modules
var parsed = __webpack_require__(4906);
// EXTERNAL MODULE: ../lib/src/values/settings.js
var settings = __webpack_require__(7242);
// EXTERNAL MODULE: ../lib/src/actions/reader.js + 1 modules
var reader = __webpack_require__(6905);
;// CONCATENATED MODULE: ../lib/src/config-file/shape.js


/** A single value, read by the parser of the input of the same name. */
function scalar(parse, schema) {
    return {
        schema,
        read: (tree, { name, at, refuse }) => {
            if (isBlank(tree)) {
                refuseBlank(name, at, refuse);
                return undefined;
            }
            if (tree.kind !== 'scalar') {
                refuse(tree.at, `${name} is a single value, not ${kinds[tree.kind]}.`);
                return undefined;
            }
            const parsed = parse(tree.text);
            if ('wrong' in parsed) {
                const subject = parsed.unseen === true ? name : `${name}: ${(0,reader/* shown */.SP)(tree.text, [])}`;
                refuse(tree.at, `${subject} ${parsed.wrong}`);
                return undefined;
            }
            return { value: parsed.value, at: tree.at };
        },
    };
}
const kinds = { scalar: 'a single value', list: 'a list', map: 'a mapping' };
function isBlank(tree) {
    return tree.kind === 'scalar' && tree.blank;
}
function refuseBlank(name, at, refuse) {
    refuse(at, `${name} has no value.`);
}
/**
 * A list of things of one shape; those that are wrong are left out. A name with nothing under it is a mistake: it may
 * be a list whose lines were lost, or commented out, and an empty one can revoke links.
 */
function list(item, example) {
    return {
        schema: { type: 'array', items: item.schema },
        read: (tree, about) => {
            if (isBlank(tree)) {
                const name = about.name.replaceAll('`', '');
                about.refuse(about.at, `${about.name} has nothing under it. Write \`${name}: []\` if that is meant, or put ${example} under it.`);
                return undefined;
            }
            if (tree.kind !== 'list') {
                about.refuse(tree.at, `${about.name} is a list, like ${example}.`);
                return undefined;
            }
            return tree.items.flatMap((one) => {
                const value = item.read(one, { ...about, at: one.at });
                return value === undefined ? [] : [value];
            });
        },
    };
}
/** A mapping of known names. */
function mapping(options) {
    const { what, fields, required = [], otherWords = {}, refused = {}, rules = {} } = options;
    const meanings = new Map([...Object.keys(fields).map((name) => [name, name]), ...Object.entries(otherWords)]);
    const startsWithField = new RegExp(`^(?:${Object.keys(fields).join('|')})[^\\w-]`, 'u');
    const refuseUnknown = ({ name, at, value }, refuse) => {
        // What follows may be a value that is not to be shown.
        if (/^[\w-]+:\S/u.test(name)) {
            refuse(at, 'A space is missing after the colon, as in `name: value`.');
            return;
        }
        if (isBlank(value) && startsWithField.test(name)) {
            refuse(at, 'A colon and a space are missing after the name, as in `name: value`.');
            return;
        }
        const why = Object.hasOwn(refused, name) ? refused[name] : undefined;
        const possible = `is not a field of ${what}. Possible: ${(0,parsed/* listedWords */.tq)(Object.keys(fields))}.`;
        refuse(at, () => `${(0,reader/* shown */.SP)(name, [])} ${why ?? `${possible}${(0,parsed/* didYouMean */.au)(name, meanings)}`}`);
    };
    return {
        schema: {
            type: 'object',
            additionalProperties: false,
            ...(required.length === 0 ? {} : { required }),
            properties: Object.fromEntries(Object.entries(fields).map(([name, { schema }]) => [name, schema])),
            ...rules,
        },
        read: (tree, { name: own, at, refuse }) => {
            const entries = entriesOf(tree, what, { name: own, at, refuse });
            if (entries === undefined)
                return undefined;
            const values = {};
            for (const entry of entries) {
                const shape = Object.hasOwn(fields, entry.name) ? fields[entry.name] : undefined;
                if (shape === undefined)
                    refuseUnknown(entry, refuse);
                else
                    values[entry.name] = shape.read(entry.value, { name: `\`${entry.name}\``, at: entry.at, refuse });
            }
            const placeOf = (name) => entries.find((entry) => entry.name === name)?.at;
            for (const name of required) {
                if (placeOf(name) === undefined)
                    refuse(tree.at, `${upper(what)} needs \`${name}\`.`);
            }
            return { at: tree.at, values: values, placeOf };
        },
    };
}
/** The entries of a mapping; undefined if this is none, which is refused. */
function entriesOf(tree, what, { name, at, refuse }) {
    if (tree.kind === 'map')
        return tree.entries;
    if (isBlank(tree))
        refuseBlank(name, at, refuse);
    else
        refuse(tree.at, `${upper(what)} is a mapping of names and values, not ${kinds[tree.kind]}.`);
    return undefined;
}
/** A mapping of names that are read like values, such as ids of rules. */
function record(what, parseName, value, namePattern) {
    return {
        schema: { type: 'object', additionalProperties: false, patternProperties: { [namePattern]: value.schema } },
        read: (tree, { name: own, at, refuse }) => {
            const entries = entriesOf(tree, what, { name: own, at, refuse });
            if (entries === undefined)
                return undefined;
            const found = new Map();
            for (const entry of entries) {
                const name = parseName(entry.name);
                if ('wrong' in name) {
                    refuse(entry.at, `${own}: ${(0,reader/* shown */.SP)(entry.name, [])} ${name.wrong}`);
                    continue;
                }
                const one = value.read(entry.value, { name: `\`${entry.name}\``, at: entry.at, refuse });
                if (found.has(name.value))
                    refuse(entry.at, `${own}: ${(0,reader/* shown */.SP)(entry.name, [])} stands here a second time.`);
                if (one !== undefined)
                    found.set(name.value, one.value);
            }
            return found;
        },
    };
}
/** The same shape, with a description and a default for editors. */
function described(shape, description, more = {}) {
    return { ...shape, schema: { description, ...more, ...shape.schema } };
}
function upper(what) {
    return what.charAt(0).toUpperCase() + what.slice(1);
}

;// CONCATENATED MODULE: ../lib/src/config-file/link-shape.js







/** Texts, and numbers that are meant as texts: `key: 4.2` is the key "4.2". */
const link_shape_text = (longest) => ({ type: ['string', 'number'], minLength: 1, maxLength: longest });
/** Roles as they are documented; case and hyphens are forgiven by the parser only. */
const accessSchema = {
    anyOf: [
        { enum: access/* roles */.Ot.map(({ name }) => name) },
        { enum: access/* roles */.Ot.flatMap(({ code, docSpaceName, label }) => [docSpaceName, label, code, String(code)]) },
    ],
};
const booleanSchema = { enum: [true, false, 'true', 'false'] };
const guidSchema = {
    type: 'string',
    pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$',
};
const expirationSchema = {
    type: 'string',
    pattern: '^([0-9]+[smhdw]|never|\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d))?)$',
};
const passwordWords = ['generate', 'none', 'keep'];
/** What shall become of the password, without one: the file is under review, and no place for secrets. */
const parseFilePassword = (written) => {
    const kind = (0,settings/* passwordWord */.iy)(written);
    if (kind !== undefined)
        return { value: { kind } };
    return {
        wrong: 'holds a password, or a word that would be taken for one: no secrets in files. Possible: `generate` (one that DocSpace shows beside the link), `none`, `keep`. For a password of your own use the root action, with `password` from a secret and the same `key`. If this one is in use, change it: it is in the history of the repository.',
        unseen: true,
    };
};
const parseLinkType = (0,parsed/* oneOf */.yL)(['external', 'invitation'], {
    invite: 'invitation',
    share: 'external',
    shared: 'external',
});
/** What the input of the root action says of itself. */
function inputText(name) {
    return spec/* setAction */.b.inputs.find((input) => input.name === name)?.description ?? '';
}
/** As the input, but that a date may have passed: the file stays when its links expire. */
function parseFileExpiration(now) {
    const parse = (0,expiration/* parseExpiration */.l)(now);
    return (text) => {
        const instant = (0,expiration/* instantOf */.B)(text.toUpperCase());
        if (instant === null || 'wrong' in instant || instant.value > now)
            return parse(text);
        return { value: { kind: 'instant', at: instant.value } };
    };
}
/** The fields that describe a link and can stand in `defaults`, read at this time. */
function sharedFields(now) {
    return {
        type: described(scalar(parseLinkType, { enum: ['external', 'invitation'] }), inputText('link-type')),
        access: described(scalar(settings/* parseAccess */.Cz, accessSchema), inputText('access')),
        expiration: described(scalar(parseFileExpiration(now), expirationSchema), inputText('expiration')),
        internal: described(scalar(parsed/* parseBoolean */.yG, booleanSchema), inputText('internal')),
        password: described(scalar(parseFilePassword, { enum: passwordWords }), 'Password of an external link: `generate` (made once, then kept), `none` or `keep`. Not given: kept. A password itself does not belong into a file.'),
        'deny-download': described(scalar(parsed/* parseBoolean */.yG, booleanSchema), inputText('deny-download')),
        'max-uses': described(scalar(settings/* parseMaxUses */.sY, {
            anyOf: [
                { type: 'integer', minimum: 1, maximum: 1000 },
                { type: 'string', pattern: '^(unlimited|[1-9][0-9]{0,2}|1000)$' },
            ],
        }), inputText('max-uses')),
        renew: described(scalar(parsed/* parseBoolean */.yG, booleanSchema), inputText('renew')),
    };
}
/** Other words for fields of a link: the inputs of the root action that go by another name here, and slips. */
const otherWords = {
    'link-type': 'type',
    role: 'access',
    expires: 'expiration',
    'expiration-date': 'expiration',
    name: 'key',
    id: 'link-id',
};
const rotate = 'is an act and not a state: every run would give the link a new URL. Run the root action with `rotate: true`, or give the link another `key`.';
/** `defaults`: what holds for every link of the file that does not say otherwise. */
function defaultsShape(now) {
    const own = 'belongs to a single link and cannot be a default.';
    return mapping({
        what: '`defaults`',
        fields: sharedFields(now),
        otherWords: { 'link-type': 'type', role: 'access', expires: 'expiration' },
        refused: {
            rotate,
            ...Object.fromEntries(['key', 'link-id', 'primary', 'title', 'state', 'adopt'].map((name) => [name, own])),
        },
    });
}
/** One link of a room. */
function linkShape(now) {
    return mapping({
        what: 'a link',
        fields: {
            key: described(scalar(names/* parseKey */.Do, link_shape_text(names/* longestKey */.CS)), inputText('key'), { default: 'default' }),
            ...sharedFields(now),
            title: described(scalar(names/* parseTitle */._x, link_shape_text(255)), inputText('title')),
            primary: described(scalar(parsed/* parseBoolean */.yG, booleanSchema), inputText('primary')),
            'link-id': described(scalar(names/* parseGuid */.J, guidSchema), inputText('link-id')),
            adopt: described(scalar(parsed/* parseBoolean */.yG, booleanSchema), inputText('adopt')),
            state: described(scalar((0,parsed/* oneOf */.yL)(['present', 'absent'], { gone: 'absent', revoked: 'absent', removed: 'absent' }), {
                enum: ['present', 'absent'],
            }), '`absent`: the link is revoked if it is there. Not given: `present`.'),
        },
        otherWords,
        refused: { rotate },
        rules: { allOf: typeRules },
    });
}
const truth = { enum: [true, 'true'] };
/** What editors can know of the fields that exclude each other; `build-links.ts` holds the same for the parser. */
const typeRules = [
    {
        if: { required: ['link-id'] },
        then: { properties: { key: false, primary: { not: truth } } },
        else: {
            allOf: [
                {
                    if: { properties: { type: { const: 'invitation' } }, required: ['type'] },
                    then: {
                        properties: {
                            internal: false,
                            'deny-download': false,
                            password: { const: 'keep' },
                            primary: { not: truth },
                        },
                    },
                },
                {
                    if: { properties: { type: { const: 'external' } }, required: ['type'] },
                    then: { properties: { 'max-uses': false, adopt: { not: truth } } },
                },
                {
                    if: { properties: { primary: truth }, required: ['primary'] },
                    then: { properties: { 'max-uses': false, adopt: { not: truth } } },
                },
            ],
        },
    },
];

// EXTERNAL MODULE: ../lib/src/audit/policy.js
var policy = __webpack_require__(7588);
// EXTERNAL MODULE: ../lib/src/audit/rule-ids.js
var rule_ids = __webpack_require__(8371);
// EXTERNAL MODULE: ../lib/src/values/duration.js
var duration = __webpack_require__(7131);
// EXTERNAL MODULE: ../lib/src/values/policy.js
var values_policy = __webpack_require__(265);
;// CONCATENATED MODULE: ../lib/src/config-file/policy-shape.js










const day = 86_400_000;
const longestWaiver = 180;
const durationSchema = { type: 'string', pattern: '^[0-9]+[smhdw]$' };
/** A room, by id or title: digits are an id, in one form, and never a title. */
const roomSchema = {
    type: ['string', 'integer'],
    minLength: 1,
    maxLength: rooms/* longestText */.Ie,
    minimum: 1,
    maximum: rooms/* greatestId */.lb,
    pattern: '^(?!0[0-9]*$)',
};
/** Ids as they are documented; case is forgiven by the parser, so it is no mistake for editors either. */
const rulePattern = `^[Dd][Ss][Ll](${rule_ids/* ruleIds */.Z.map((id) => id.slice(3)).join('|')})$`;
const ruleSchema = { type: 'string', anyOf: [{ enum: rule_ids/* ruleIds */.Z }, { pattern: rulePattern }] };
/** `policy`: what the audit holds rooms and links against. What reads `title-pattern` is loaded only where there is one. */
const policyShape = (parseTitlePattern) => mapping({
    what: '`policy`',
    fields: {
        'max-lifetime': described(scalar(duration/* parseLifetime */.$u, durationSchema), 'The longest life that a link may have from now: `30d`.'),
        'max-access': described(scalar(settings/* parseAccess */.Cz, accessSchema), 'The highest role that a link for anyone or an invitation may give.'),
        require: described(list(scalar(values_policy/* parseRequirement */.pP, { enum: policy/* requirements */.Ln }), '`[expiration, password]`'), 'What links must have.'),
        severity: described(record('`severity`', values_policy/* parseRule */.iT, scalar(values_policy/* parseSeverity */.lv, { enum: values_policy/* severityWords */.D4 }), rulePattern), 'Severity of rules, by id: `DSL004: off`.'),
        'public-rooms': described(list(scalar(rooms/* parseRoomPattern */.Te, roomSchema), '`[2201, "Press*"]`'), 'Public rooms that are meant to be public: ids, exact titles, or titles with `*` for any text. Digits are always an id.'),
        'confidential-rooms': described(list(scalar(rooms/* parseRoomPattern */.Te, roomSchema), '`[2201, "*HR*"]`'), 'Rooms in which no link may be open to anyone: ids, exact titles, or titles with `*` for any text. Digits are always an id; the case of titles does not matter.'),
        'warn-before': described(scalar(duration/* parseLifetime */.$u, durationSchema), 'How long before its end a link is told: `7d`.'),
        'stale-after': described(scalar(duration/* parseLifetime */.$u, durationSchema), 'After how long without a change a room counts as forgotten: `60d`.'),
        'title-pattern': described(scalar(parseTitlePattern, { type: 'string', minLength: 1, maxLength: 200 }), 'A regular expression that titles of links have to match somewhere, in RE2 syntax (as in Go): no look-around, no references back.'),
    },
});
/** One waiver: a finding that is accepted for a while, by somebody, for a reason. */
function waiverShape(now) {
    return mapping({
        what: 'a waiver',
        fields: {
            rule: described(scalar(values_policy/* parseRule */.iT, ruleSchema), 'Id of the rule: `DSL001`.'),
            room: described(scalar(rooms/* parseRoomRef */.yG, roomSchema), 'Id or exact title of the room. Digits are always an id.'),
            link: described(scalar(parseWaiverLink, { type: ['string', 'number'], pattern: waiverLinkPattern }), 'Id of the link; or at least 8 characters of its beginning, if only one link of the room begins so; or `key:` and the key of a managed link. Default: every link of the room, and the room itself.'),
            reason: described(scalar(names/* parseTitle */._x, { type: 'string', minLength: 1, maxLength: 255 }), 'Why this is accepted.'),
            owner: described(scalar(names/* parseTitle */._x, { type: 'string', minLength: 1, maxLength: 255 }), 'Who accepts it: `@press`.'),
            until: described(scalar(parseUntil(now), {
                type: 'string',
                pattern: '^\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d))?$',
            }), `The last day on which it holds, at most ${longestWaiver} days ahead: \`2027-03-31\`.`),
        },
        required: ['rule', 'room', 'reason', 'until'],
        otherWords: { 'link-id': 'link', expires: 'until', expiration: 'until', why: 'reason' },
    });
}
const byKey = 'key:';
/** The shortest beginning of an id: the ids of one repository have six hex digits in common. */
const shortest = 8;
/** An id or its beginning, perhaps with the dots with which logs cut an id. */
const idStart = /^([0-9a-fA-F][0-9a-fA-F-]{0,35})(?:…|\.{3})?$/u;
const waiverLinkPattern = `^(${byKey}.*\\S.*|[0-9a-fA-F][0-9a-fA-F-]{${shortest - 1},35}(…|\\.{3})?)$`;
/** A link as a waiver names it. */
const parseWaiverLink = (text) => {
    if (text.startsWith(byKey)) {
        const key = (0,names/* parseKey */.Do)(text.slice(byKey.length).trim());
        return 'wrong' in key ? key : { value: { by: 'key', key: key.value } };
    }
    const start = idStart.exec(text)?.[1]?.toLowerCase();
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
    const latest = new Date(now.getTime() + longestWaiver * day).toISOString().slice(0, 10);
    return (text) => {
        const parsed = (0,expiration/* instantOf */.B)(text.toUpperCase());
        if (parsed === null)
            return { wrong: 'is not a day, like `2027-01-31`, nor an instant, like `2027-01-31T18:00:00Z`.' };
        if ('wrong' in parsed || parsed.value.toISOString().slice(0, 10) <= latest)
            return parsed;
        return { wrong: `is too late: a waiver holds for ${longestWaiver} days at most, until ${latest}.` };
    };
}

;// CONCATENATED MODULE: ../lib/src/config-file/file-shape.js




/** For files that have no `title-pattern`. */
const noPattern = () => ({ wrong: 'cannot be read.' });
/** One room of the file. */
function roomShape(now) {
    return mapping({
        what: 'a room',
        fields: {
            room: described(scalar(rooms/* parseRoomRef */.yG, roomSchema), "Id of the room (the number in the room's address), or its exact title."),
            links: described(list(linkShape(now), '`- { key: …, access: viewer }`'), 'The links of the room.'),
        },
        required: ['room', 'links'],
        otherWords: { 'room-id': 'room', 'room-title': 'room', id: 'room', title: 'room' },
    });
}
/** The whole file, read at this time. The parser and the JSON Schema are both made from it. */
function fileShape(now, parseTitlePattern = noPattern) {
    return mapping({
        what: 'the file',
        fields: {
            version: described(scalar((text) => (text === '1' ? { value: 1 } : { wrong: 'is not known. Possible: `1`.' }), { enum: [1, '1'] }), 'Version of this format: 1.'),
            defaults: described(defaultsShape(now), 'What holds for every link that does not say otherwise.'),
            rooms: described(list(roomShape(now), '`- room: 2201`'), 'The rooms whose links this repository keeps.'),
            policy: described(policyShape(parseTitlePattern), 'What the audit holds rooms and links against.'),
            waivers: described(list(waiverShape(now), '`- { rule: DSL001, room: 2201, reason: "…", until: 2027-03-31 }`'), 'Findings of the audit that are accepted for a while.'),
        },
        required: ['version'],
    });
}
/** The JSON Schema of the file, for editors (draft-07, which most of them speak). */
function jsonSchema() {
    return {
        $schema: 'http://json-schema.org/draft-07/schema#',
        title: 'DocSpace room links',
        description: 'Links of ONLYOFFICE DocSpace rooms as code: .github/docspace-links.yml or .yaml',
        ...fileShape(new Date(0)).schema,
    };
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

;// CONCATENATED MODULE: ../lib/src/config-file/yaml-tree.js


const start = { line: 1, column: 1 };
/** The likeliest cause is looked for in the lines before; more mistakes than these are not reported anyway. */
const mostExplained = 100;
/**
 * Reads YAML 1.2 into a tree. What is wrong is refused, and then the tree is not to be used. Only what a file of plain
 * settings needs is taken: no anchors, aliases, merge keys and tags, so nothing expands and nothing is executed. Null
 * for a file without content. The library is loaded here and nowhere else: most steps never need it.
 */
async function readTree(text, refuse) {
    const yaml = await __webpack_require__.e(/* import() */ 637).then(__webpack_require__.t.bind(__webpack_require__, 6637, 19));
    const lines = new yaml.LineCounter();
    // Duplicate keys are found below, with both their lines.
    const documents = yaml.parseAllDocuments(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
    if (!Array.isArray(documents))
        return null;
    const [document, second] = documents;
    const errors = documents.flatMap((one) => one.errors);
    const written = text.split(/\r?\n/u);
    const odd = oddIndents(written);
    const continuing = new Set(errors.filter(({ code }) => code === 'MULTILINE_IMPLICIT_KEY').map(({ pos }) => pos[0]));
    // One mistake brings others with it: of a line only the first is reported.
    const reported = new Set();
    const report = (at, message) => {
        if (!reported.has(at.line))
            refuse(at, message);
        reported.add(at.line);
    };
    for (const { at, message } of odd)
        report(at, message);
    for (const { code, message, pos } of errors) {
        const at = positionAt(lines, pos[0]);
        if (reported.size >= mostExplained) {
            report(at, plainMistake(code));
            continue;
        }
        const continues = code !== 'MULTILINE_IMPLICIT_KEY' && continuing.has(pos[0]);
        const likely = yamlMistake({ code, message, at, continues }, written);
        report(likely.at, likely.message);
        reported.add(at.line);
    }
    if (second !== undefined) {
        refuse(positionAt(lines, second.range[0]), 'A second YAML document begins here: the file holds a single one.');
    }
    if (errors.length + odd.length > 0 || second !== undefined)
        return null;
    const content = document?.contents ?? null;
    const tree = content === null ? null : treeOf(content, { yaml, lines, refuse });
    return tree?.kind === 'scalar' && tree.blank ? null : tree;
}
function positionAt(lines, offset) {
    const { line, col } = lines.linePos(offset);
    return line === 0 ? start : { line, column: col };
}
function treeOf(node, reading) {
    const { yaml, lines, refuse } = reading;
    const at = positionAt(lines, node.range?.[0] ?? 0);
    if (yaml.isAlias(node))
        return aliasTree(at, refuse);
    const { anchor, tag } = node;
    if (anchor !== undefined) {
        refuse(at, 'Anchors (`&…`) are not supported: write the value alone. A text that begins with `&` needs quotes: "&…".');
    }
    if (tag !== undefined) {
        refuse(at, 'Tags (`!…`) are not supported: write the value alone. A text that begins with `!` needs quotes.');
    }
    if (yaml.isMap(node))
        return mapTree(node, at, reading);
    if (yaml.isSeq(node))
        return { kind: 'list', at, items: node.items.map((item) => treeOf(item, reading)) };
    const scalar = node;
    return { kind: 'scalar', at, text: scalar.source ?? '', blank: scalar.value === null };
}
function aliasTree(at, refuse) {
    refuse(at, 'Aliases (`*…`) are not supported: write the value itself. A text that begins with `*` needs quotes: "*…".');
    return { kind: 'scalar', at, text: '', blank: true };
}
function mapTree(node, at, reading) {
    const { yaml, lines, refuse } = reading;
    const entries = new Map();
    for (const { key, value } of node.items) {
        const place = yaml.isNode(key) ? positionAt(lines, key.range?.[0] ?? 0) : at;
        if (!yaml.isScalar(key) || key.anchor !== undefined || key.tag !== undefined) {
            refuse(place, 'A name is expected here: a plain word, followed by a colon.');
            continue;
        }
        const name = key.source ?? '';
        if (name === '<<') {
            refuse(place, 'Merge keys (`<<`) are not supported: what many links share stands in `defaults`.');
            continue;
        }
        const first = entries.get(name);
        if (first !== undefined) {
            // What is no plain name may hold a value that is not to be shown.
            const which = /^[\w-]{1,40}$/u.test(name) ? (0,quoted/* quoted */.T)(name) : 'This name';
            refuse(place, `${which} stands here a second time; the first is in line ${first.at.line}.`);
            continue;
        }
        const nothing = { kind: 'scalar', at: place, text: '', blank: true };
        entries.set(name, { name, at: place, value: value === null ? nothing : treeOf(value, reading) });
    }
    return { kind: 'map', at, entries: [...entries.values()] };
}

;// CONCATENATED MODULE: ../lib/src/config-file/parse.js






/** Bytes. The file is written by people: this is more than ten thousand links, and a second or two of work. */
const largestLinksFile = 1024 * 1024;
/** One mistake can bring many more with it; nobody reads more than these. */
const mostMistakes = 50;
const parse_start = { line: 1, column: 1 };
/**
 * Reads the file of links, policy and waivers. Nothing in it is executed or expanded. `path` names it in messages;
 * `now` is the time from which dates and durations are judged. Throws a `Failure` with every mistake at once, each with
 * its line and column. Where the YAML itself is broken, that is all that is told.
 */
async function parseLinksFile(text, path, now) {
    const mistakes = [];
    const refuse = (at, message) => {
        mistakes.push({ at, message });
    };
    const tree = isTooLarge(text, refuse) ? null : await readTree(text.replace(/^\ufeff/u, ''), refuse);
    if (mistakes.length > 0)
        throw failureOf(mistakes, path);
    const file = tree === null ? null : await fileOf(tree, path, now, refuse);
    if (file === null && mistakes.length === 0) {
        refuse(parse_start, 'The file is empty: it needs `version: 1`, and `rooms` or `policy`.');
    }
    if (file === null || mistakes.length > 0)
        throw failureOf(mistakes, path);
    return file;
}
function isTooLarge(text, refuse) {
    const size = Buffer.byteLength(text);
    const isLarge = size > largestLinksFile;
    if (isLarge)
        refuse(parse_start, `The file is too large: ${size} bytes; at most ${largestLinksFile} (1 MiB) are read.`);
    return isLarge;
}
/** The file; null if nothing can be made of it, and worth nothing if anything was refused. */
async function fileOf(tree, path, now, refuse) {
    // The library behind it is large, and most files have no such pattern.
    const patterns = hasTitlePattern(tree) ? await Promise.all(/* import() */[__webpack_require__.e(966), __webpack_require__.e(257)]).then(__webpack_require__.bind(__webpack_require__, 1257)) : undefined;
    const whole = fileShape(now, patterns?.parseTitlePattern).read(tree, { name: 'The file', at: parse_start, refuse });
    if (whole === undefined)
        return null;
    const { defaults, rooms = [], policy, waivers = [] } = whole.values;
    return {
        path,
        rooms: buildRooms(rooms, defaults, refuse),
        policy: buildPolicy(policy),
        waivers: waivers.map(buildWaiver),
        policyLine: whole.placeOf('policy')?.line ?? null,
    };
}
function hasTitlePattern(tree) {
    const valuesOf = (one, name) => one.kind === 'map' ? one.entries.filter((entry) => entry.name === name).map(({ value }) => value) : [];
    return valuesOf(tree, 'policy').some((policy) => valuesOf(policy, 'title-pattern').length > 0);
}
/** Each mistake with its place, in the form of which editors and terminals make a link; in the order of the file. */
function failureOf(mistakes, path) {
    const ordered = mistakes.toSorted(({ at: one }, { at: other }) => one.line - other.line || one.column - other.column);
    const problems = ordered.slice(0, mostMistakes).map(({ at: { line, column }, message }) => {
        const place = { path, line, column };
        const words = typeof message === 'string' ? message : message();
        return (0,problem/* problem */.CC)('links-file', `${(0,quoted/* cleaned */.L)(path)}:${line}:${column}: ${words}`, undefined, place);
    });
    const more = ordered.length - problems.length;
    if (more === 0)
        return new problem/* Failure */.HR(problems);
    return new problem/* Failure */.HR([...problems, (0,problem/* problem */.CC)('links-file', `${(0,quoted/* cleaned */.L)(path)}: and ${more} more mistakes.`)]);
}

// EXTERNAL MODULE: ../lib/src/runner/given-file.js
var given_file = __webpack_require__(6693);
;// CONCATENATED MODULE: ../lib/src/actions/config-file.js




/** Where the file of links, policy and waivers is, unless an input says otherwise: under one of these names. */
const usualLinksFiles = ['.github/docspace-links.yml', '.github/docspace-links.yaml'];
/**
 * Reads the file of links that an input names, before any request; `now` is the time from which it is judged. Throws
 * `links-file` with all that is wrong with it.
 */
async function readLinksFile(path, input, now, runner) {
    const found = await runner.readGivenFile(path, largestLinksFile);
    if (found.kind !== 'missing')
        return parseFound(found, path, now);
    throw (0,problem/* failure */.V2)('links-file', `The file ${(0,quoted/* cleaned */.L)(path)} is not there.`, howToHave(input));
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
        throw (0,problem/* failure */.V2)('links-file', `The file ${(0,quoted/* cleaned */.L)(path)} is not there.`);
    if (found.kind === 'unusable') {
        throw (0,problem/* failure */.V2)('links-file', `The file ${(0,quoted/* cleaned */.L)(path)} ${found.why}`, 'Name a text file with the links or the policy.');
    }
    const read = (0,given_file/* textOf */.b)(found.bytes);
    if ('text' in read)
        return parseLinksFile(read.text, path, now);
    const { why, advice, line, column } = read;
    throw new problem/* Failure */.HR([
        (0,problem/* problem */.CC)('links-file', `${(0,quoted/* cleaned */.L)(path)}:${line}:${column}: The file ${why}`, advice, { path, line, column }),
    ]);
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

/***/ 9066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ entryName),
/* harmony export */   t: () => (/* binding */ located)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8797);
/* harmony import */ var _quoted_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5504);


/** The problem with its place in the file, in the form of which editors and terminals make a link. */
function located(path, { line, problem: { code, message, hint } }) {
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(code, `${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_1__/* .cleaned */ .L)(path)}:${line}: ${message}`, hint, { path, line });
}
/** How sentences name what an entry of the file describes: `primary link`, `external link with the key "press"`. */
function entryName(ref) {
    switch (ref.by) {
        case 'primary':
            return 'primary link';
        case 'id':
            return `link ${ref.id}`;
        case 'key':
            return `${ref.type} link with the key ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .T)(ref.key)}`;
    }
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
