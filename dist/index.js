import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 4441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   bM: () => (/* binding */ statuses),
/* harmony export */   gO: () => (/* binding */ severities),
/* harmony export */   md: () => (/* binding */ worstFirst)
/* harmony export */ });
/* harmony import */ var _links_room_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9043);

/** How bad a finding is, from the worst to what is only good to know. */
const severities = ['critical', 'high', 'medium', 'low', 'info'];
/**
 * How a finding stands to the waivers and the baseline; without a baseline all are new. `fixed`: it was there, in the
 * baseline or before this run fixed it, and is there no more. It is reported, and counts for nothing else.
 */
const statuses = ['new', 'known', 'fixed', 'waived'];
/** The order of findings in all reports: the worst first, then by room, rule and link; rooms without an id by title. */
function worstFirst(one, other) {
    return (severities.indexOf(one.severity) - severities.indexOf(other.severity) ||
        (0,_links_room_js__WEBPACK_IMPORTED_MODULE_0__/* .byRoomId */ .kc)(one.roomId, other.roomId) ||
        byText(one.rule, other.rule) ||
        byText(one.linkId, other.linkId) ||
        byText(one.roomTitle, other.roomTitle));
}
function byText(one, other) {
    return one < other ? -1 : Number(one > other);
}


/***/ }),

/***/ 7588:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ci: () => (/* binding */ effectivePolicy),
/* harmony export */   Ln: () => (/* binding */ requirements),
/* harmony export */   oA: () => (/* binding */ silentPolicy)
/* harmony export */ });
/* harmony import */ var _links_access_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6202);
/* harmony import */ var _links_time_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(517);


/** What links can be required to have. */
const requirements = ['expiration', 'password', 'login', 'no-download', 'managed'];
/** What a source says that says nothing. */
const silentPolicy = {
    maxLifetime: undefined,
    maxAccess: undefined,
    require: undefined,
    severity: undefined,
    publicRooms: undefined,
    confidentialRooms: undefined,
    warnBefore: undefined,
    staleAfter: undefined,
    titlePattern: undefined,
};
/** What holds where neither inputs nor file say anything (interface.md, audit; audit-rules.md). */
const defaults = {
    maxLifetime: 30 * _links_time_js__WEBPACK_IMPORTED_MODULE_1__/* .day */ .vd,
    maxAccess: (0,_links_access_js__WEBPACK_IMPORTED_MODULE_0__/* .accessCode */ .yv)('viewer'),
    /** Whoever joins as Content creator can add files of their own. */
    maxInvitationAccess: (0,_links_access_js__WEBPACK_IMPORTED_MODULE_0__/* .accessCode */ .yv)('editor'),
    warnBefore: 7 * _links_time_js__WEBPACK_IMPORTED_MODULE_1__/* .day */ .vd,
    staleAfter: 60 * _links_time_js__WEBPACK_IMPORTED_MODULE_1__/* .day */ .vd,
};
/** The policy of an audit: an input wins over the file, the file over the default. Severities go rule by rule. */
function effectivePolicy(input, file) {
    const value = (name) => input[name] ?? file?.[name];
    const maxAccess = value('maxAccess');
    return {
        policy: {
            maxLifetime: value('maxLifetime') ?? defaults.maxLifetime,
            maxAccess: maxAccess ?? defaults.maxAccess,
            maxInvitationAccess: maxAccess ?? defaults.maxInvitationAccess,
            require: value('require') ?? [],
            severity: new Map([...(file?.severity ?? []), ...(input.severity ?? [])]),
            publicRooms: value('publicRooms') ?? [],
            confidentialRooms: value('confidentialRooms') ?? [],
            warnBefore: value('warnBefore') ?? defaults.warnBefore,
            staleAfter: value('staleAfter') ?? defaults.staleAfter,
            titlePattern: value('titlePattern') ?? null,
        },
        origins: Object.fromEntries(names.map((name) => [
            name,
            input[name] !== undefined ? 'input' : file?.[name] !== undefined ? 'file' : 'default',
        ])),
    };
}
const names = Object.keys(silentPolicy);


/***/ }),

/***/ 4738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ ruleIds),
/* harmony export */   w: () => (/* binding */ fixableRuleIds)
/* harmony export */ });
// Generated from registry.ts; run `npm run generate`
/** Ids of all rules of the audit, for inputs and policy file, which do not load the rules themselves. */
const ruleIds = [
    'DSL001',
    'DSL002',
    'DSL003',
    'DSL004',
    'DSL005',
    'DSL006',
    'DSL007',
    'DSL008',
    'DSL009',
    'DSL010',
    'DSL011',
    'DSL012',
    'DSL013',
    'DSL014',
    'DSL015',
    'DSL016',
    'DSL017',
    'DSL018',
    'DSL019',
    'DSL020',
    'DSL022',
    'DSL023',
    'DSL024',
    'DSL025',
    'DSL026',
    'DSL027',
    'DSL028',
    'DSL029',
    'DSL030',
    'DSL900',
    'DSL901',
    'DSL902',
    'DSL903',
];
/** Ids of the rules that have a fix. */
const fixableRuleIds = [
    'DSL001',
    'DSL002',
    'DSL003',
    'DSL005',
    'DSL006',
    'DSL007',
    'DSL009',
    'DSL010',
    'DSL011',
    'DSL012',
    'DSL018',
    'DSL020',
    'DSL025',
    'DSL029',
    'DSL030',
];


/***/ }),

/***/ 7137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   lK: () => (/* binding */ longQuery),
/* harmony export */   s$: () => (/* binding */ otherAddressWords),
/* harmony export */   tQ: () => (/* binding */ isShort),
/* harmony export */   vy: () => (/* binding */ underOrigin)
/* harmony export */ });
/* harmony import */ var _links_secret_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1776);
/* harmony import */ var _excerpt_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2224);


/** Paths of a link: the short one, and where it leads (portal.md §8). */
const shortPath = /^\/s\/[^/]+$/u;
const longPath = /^\/(?:rooms\/share|confirm\/LinkInvite)\/?$/iu;
/**
 * The link with a URL under the portal's origin. A portal behind a proxy, or with a domain of its own, writes other
 * ones (portal.md H5), which this step can neither try nor answer for: a path of the portal's own is the same there as
 * here, and an external link has its long URL besides. The URL of an invitation by a shortener stays as it is.
 */
function underOrigin(link, origin) {
    const written = URL.parse(link.url.reveal());
    if (written === null || !/^https?:$/u.test(written.protocol) || written.origin === origin)
        return { link, other: null };
    const isShortener = !shortPath.test(written.pathname) && longQuery(written) === null;
    const path = isShortener ? longExternal(link) : `${written.pathname}${written.search}`;
    const other = { written: written.origin, isShortener };
    if (path === null)
        return { link, other };
    return { link: { ...link, url: new _links_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .z(origin + path), writtenUrl: link.url }, other };
}
function longExternal({ type, token }) {
    if (type !== 'external' || token === null)
        return null;
    return `/rooms/share?key=${encodeURIComponent(token.reveal())}`;
}
/** Whether a URL is a short one of the portal at this origin. */
function isShort(url, origin) {
    return url.origin === origin && shortPath.test(url.pathname);
}
/** The query of a long URL of a link, whatever host it names; null for any other. */
function longQuery(url) {
    return longPath.test(url.pathname) && url.searchParams.has('key') ? url.searchParams : null;
}
/** What a user has to know of it: the title and text of a warning. */
function otherAddressWords({ written, isShortener }, portal) {
    const what = `The portal writes its links with the address ${(0,_excerpt_js__WEBPACK_IMPORTED_MODULE_1__/* .excerpt */ .K)(written, 100).slice(1, -1)}, and \`portal-url\` is ${portal}.`;
    if (isShortener) {
        return {
            title: 'Links have another address',
            message: `${what} Likely cause: the portal uses a URL shortener, to which this action sends no request. External links are given out as long URLs under \`portal-url\`; invitations keep their URL, which cannot be tried: \`opens\` is \`unknown\`.`,
        };
    }
    return {
        title: 'Links have another address',
        message: `${what} This step gives out URLs under \`portal-url\`, and tries those. Likely cause: a reverse proxy in front of the portal does not send \`X-Forwarded-Proto\` and \`X-Forwarded-Host\`, or the portal has a domain of its own. If people use that address, set \`portal-url\` to it; otherwise correct the proxy.`,
    };
}


/***/ }),

/***/ 7122:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Wc: () => (/* binding */ isEncodedCertificate),
/* harmony export */   Yc: () => (/* binding */ certificatesIn),
/* harmony export */   mM: () => (/* binding */ trustCertificate),
/* harmony export */   mm: () => (/* binding */ certificatesOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1692);
/* harmony import */ var _links_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8797);



/**
 * Makes this process trust the certificates of a PEM text, besides those it trusts already. Holds for connections
 * made afterwards, through a proxy too. Throws `input` for a text that is no certificate.
 */
function trustCertificate(pem) {
    (0,node_tls__WEBPACK_IMPORTED_MODULE_1__.setDefaultCACertificates)([...(0,node_tls__WEBPACK_IMPORTED_MODULE_1__.getCACertificates)('default'), ...certificatesIn(pem)]);
}
/**
 * The certificates of a PEM text, as PEM each; Windows line ends are fine. Throws `input` that names what the text is
 * instead, and never quotes it.
 */
function certificatesIn(pem) {
    const text = pem.replace(/^\ufeff/u, '');
    const labels = Array.from(text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----/gu), ([, label]) => label);
    if (!labels.includes('CERTIFICATE'))
        throw refusal(...instead(text, labels));
    // The line breaks of an environment variable or of JSON, written out.
    if (/-----BEGIN CERTIFICATE-----\s*\\n/u.test(text)) {
        throw refusal('holds `\\n` (a backslash and an n) where line breaks belong', 'Replace each `\\n` with a line break.');
    }
    if (/-----BEGIN CERTIFICATE----- *[A-Za-z0-9+/]/u.test(text)) {
        throw refusal('is all on one line: its line breaks are lost', keepBreaks);
    }
    const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/gu) ?? [];
    const begun = labels.filter((label) => label === 'CERTIFICATE').length;
    if (blocks.length < begun)
        throw refusal('is cut off: `-----END CERTIFICATE-----` is missing', copyAgain);
    blocks.forEach((block, index) => {
        if (!isCertificate(block)) {
            throw refusal(`cannot be read: certificate ${index + 1} of ${blocks.length} is damaged`, copyAgain);
        }
    });
    return blocks;
}
/** The same for the bytes of a file: a certificate in binary form (DER) is named, too. */
function certificatesOf(bytes) {
    if (isSequence(bytes)) {
        throw refusal('is a certificate in binary form (DER), or a key store, not PEM text', 'Convert a certificate: `openssl x509 -inform der -in ca.crt -out ca.pem`.');
    }
    return certificatesIn(new TextDecoder().decode(bytes));
}
/** Whether a text is a certificate in another form than PEM, so that nobody takes it for a path. */
function isEncodedCertificate(text) {
    const bytes = Buffer.from(text, 'base64');
    return isSequence(bytes) || bytes.toString('latin1').startsWith(begin);
}
const begin = '-----BEGIN ';
/** Whether the bytes begin with a long sequence of ASN.1, as certificates, keys and key stores in binary form do. */
function isSequence(bytes) {
    return bytes[0] === 0x30 && bytes[1] === 0x82 && bytes.length > 200;
}
/** What a text is that holds no certificate, as the rest of a sentence, and what to do. */
function instead(text, labels) {
    if (labels.some((label) => label.endsWith('PRIVATE KEY'))) {
        return [
            'holds a private key, not a certificate',
            "Give the certificate of the CA. The private key is the server's secret and must not leave it: if it was committed or logged, replace it.",
        ];
    }
    const [label] = labels;
    if (label !== undefined)
        return [`holds a ${label.toLowerCase()}, not a certificate`, wanted];
    const decoded = Buffer.from(text, 'base64');
    if (decoded.toString('latin1').startsWith(begin)) {
        return [
            'is PEM text that is encoded in base64 once more',
            'Decode it first: `base64 -d`, or give the PEM text itself.',
        ];
    }
    if (isSequence(decoded)) {
        return [
            'is base64 without the lines around it: `-----BEGIN CERTIFICATE-----` and `-----END CERTIFICATE-----` are missing',
            'Add both lines, each on a line of its own.',
        ];
    }
    return ['is not a certificate: it has no `-----BEGIN CERTIFICATE-----`', wanted];
}
const keepBreaks = 'Keep the line breaks of the PEM text: in a workflow, `|` keeps them, `>` and plain text do not.';
const copyAgain = 'Copy the PEM text again, whole and with its line breaks.';
const wanted = 'Give the PEM text of the CA (or the path of its file), with its line breaks. In a workflow, `|` keeps them.';
function isCertificate(block) {
    try {
        new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(block);
        return true;
    }
    catch {
        return false;
    }
}
function refusal(what, hint) {
    return (0,_links_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .failure */ .V2)('input', `\`ca-certificate\` ${what}.`, hint);
}


/***/ }),

/***/ 9741:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  N: () => (/* binding */ connect)
});

// EXTERNAL MODULE: ../lib/src/links/problem.js
var problem = __nccwpck_require__(8797);
// EXTERNAL MODULE: ../lib/src/links/result.js
var result = __nccwpck_require__(4061);
// EXTERNAL MODULE: ../lib/src/docspace/addresses.js
var addresses = __nccwpck_require__(7137);
// EXTERNAL MODULE: ../node_modules/valibot/dist/index.mjs
var dist = __nccwpck_require__(7728);
// EXTERNAL MODULE: ../lib/src/docspace/excerpt.js
var excerpt = __nccwpck_require__(2224);
;// CONCATENATED MODULE: ../lib/src/docspace/answer-body.js



const exception = dist/* object */.Ikc({
    error: dist/* object */.Ikc({ message: dist/* nullish */.cl6(dist/* string */.YjP(), ''), type: dist/* nullish */.cl6(dist/* string */.YjP(), null) }),
    statusCode: dist/* number */.aig(),
});
const errors = dist/* nullish */.cl6(dist/* record */.g1P(dist/* string */.YjP(), dist/* array */.YOg(dist/* string */.YjP())), {});
const answer_body_problem = dist/* object */.Ikc({ status: dist/* number */.aig(), errors });
const wrapped = dist/* object */.Ikc({ response: answer_body_problem });
/** Sorts the body of an answer by its type and shape; no text is looked into. */
function bodyOf({ contentType, text }) {
    if (text.trim() === '')
        return { kind: 'empty' };
    if (contentType === 'text/html')
        return { kind: 'html' };
    if (contentType === 'text/plain')
        return { kind: 'text', text };
    const json = parseJson(text);
    if (contentType === 'application/json') {
        if (typeof json === 'string')
            return { kind: 'text', text: json };
        const found = dist/* safeParse */.xLC(exception, json);
        if (found.success)
            return { kind: 'exception', ...found.output.error };
    }
    if (contentType === 'application/problem+json') {
        const found = dist/* safeParse */.xLC(dist/* union */.KCZ([
            dist/* pipe */.FsL(wrapped, dist/* transform */.pdi(({ response }) => response)),
            answer_body_problem,
        ]), json);
        if (found.success) {
            const lists = Object.entries(found.output.errors);
            return { kind: 'problem', errors: lists.flatMap(([field, texts]) => texts.map((one) => [field, one])) };
        }
    }
    return { kind: 'other' };
}
/** The value of a JSON text; undefined if it is none. */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** What came instead of an answer of DocSpace. */
function notDocSpace(answer, name) {
    const { status, contentType, text } = answer;
    if (contentType === 'text/html' && status < 300) {
        return (0,problem/* failure */.V2)('not-docspace', `The address answered ${name} with a web page, not with DocSpace's API: ${came(answer)}.`, 'Check `portal-url`: it is the address of the portal itself, `https://your-portal.onlyoffice.com`. A login page or proxy in front of the portal answers so too.');
    }
    const what = contentType === 'application/json' && text !== ''
        ? 'with JSON that is cut or broken'
        : 'otherwise than DocSpace does';
    return (0,problem/* failure */.V2)('not-docspace', `${name} was answered ${what}: ${came(answer)}.`);
}
/** Status, content type and the first characters, for a sentence. */
function came({ status, contentType, text }) {
    const type = contentType === '' ? 'no content type' : (0,excerpt/* excerpt */.K)(contentType, 60).slice(1, -1);
    return `${status}, ${type}, ${text === '' ? 'empty' : (0,excerpt/* excerpt */.K)(text, 80)}`;
}

// EXTERNAL MODULE: ../lib/src/docspace/refusal.js
var refusal = __nccwpck_require__(9749);
;// CONCATENATED MODULE: ../lib/src/docspace/errors.js




/**
 * What an answer that is no success means, decided by its status and the kind of its body (portal.md §5): the portal's
 * own words come in the language of the key's owner, and are only quoted. A `Refusal` where the state of the room has
 * to tell the rest.
 */
function failureOf(answer, asked) {
    const body = bodyOf(answer);
    const { status } = answer;
    if (status >= 300 && status < 400)
        return redirected(answer, asked);
    switch (status) {
        case 401:
            return body.kind === 'html' ? gateway(answer, asked) : rejectedKey(asked);
        case 402:
            return (0,problem/* failure */.V2)('portal-unpaid', `The portal refuses ${asked.name}: payment required${words(body)}.`);
        case 403:
            return forbidden(answer, body, asked);
        case 404:
        case 405:
            return notFound(answer, body, asked);
        case 408:
        case 421:
        case 425:
            return (0,problem/* failure */.V2)('portal-unavailable', `${asked.name} was answered ${status} (${misplacedWords[status]}) by what stands in front of the portal.`);
        case 429:
            return tooMany(answer, asked);
        case 502:
        case 503:
        case 504:
            return (0,problem/* failure */.V2)('portal-unavailable', `The portal is not available: ${asked.name} was answered ${status} by what stands in front of it.`, 'DocSpace is starting, overloaded or down behind its gateway. Try again later; look at its services if it lasts.');
        default:
            return other(answer, body, asked);
    }
}
const misplacedWords = { 408: 'Request Timeout', 421: 'Misdirected Request', 425: 'Too Early' };
/** The failure for a key that the portal does not accept. */
function rejectedKey(asked) {
    return (0,problem/* failure */.V2)('key-rejected', `The portal at ${hostOf(asked)} does not accept the API key (401 to ${asked.name}).`);
}
/** The failure for a key that lacks a scope. */
function missingScope(asked, scopes) {
    const has = scopes === undefined ? '' : ` It has: ${(0,excerpt/* excerpt */.K)(scopes.join(', '), 200)}.`;
    return (0,problem/* failure */.V2)('key-scope', `The API key is valid, but has no scope for ${asked.name}: it needs \`${asked.scope ?? 'rooms:read'}\`.${has}`);
}
/** The failure for a portal that refuses everybody at the moment. */
function closedPortal(asked) {
    return (0,problem/* failure */.V2)('portal-unavailable', `The portal refuses ${asked.name} though the API key is valid (403): it is being restored, transferred or encrypted.`, 'Wait until the portal is done, and run the step again.');
}
/** Status and words of what the portal did not understand or allow, with the names of the members it complains of. */
function errors_refusal(answer, body, asked, code) {
    const facts = {
        status: answer.status,
        exceptionType: body.kind === 'exception' ? body.type : null,
        fields: body.kind === 'problem' ? [...new Set(body.errors.map(([field]) => (0,excerpt/* excerpt */.K)(field, 60).slice(1, -1)))] : [],
    };
    const what = code === 'portal-error' ? 'failed at' : 'refused';
    const message = `The portal ${what} ${asked.name} (${answer.status})${words(body)}.`;
    const hint = code === 'portal-error'
        ? "Run the step again. If it stays so, the portal's own log says more; a host name in `portal-url` that the portal does not know gives this too."
        : undefined;
    return new refusal/* Refusal */.P_(code, message, facts, hint);
}
/** What the portal itself says, for the end of a sentence. */
function words(body) {
    if (body.kind === 'exception') {
        const type = body.type === null ? '' : ` (${(0,excerpt/* excerpt */.K)(body.type, 80).slice(1, -1)})`;
        return body.message === '' ? type : `: ${(0,excerpt/* excerpt */.K)(body.message, 200)}${type}`;
    }
    if (body.kind === 'problem' && body.errors.length > 0) {
        const each = body.errors.map(([field, text]) => `${(0,excerpt/* excerpt */.K)(field, 60).slice(1, -1)} ${(0,excerpt/* excerpt */.K)(text, 200)}`);
        return `: ${each.slice(0, 5).join(', ')}`;
    }
    return body.kind === 'text' ? `: ${(0,excerpt/* excerpt */.K)(body.text, 200)}` : '';
}
function forbidden(answer, body, asked) {
    switch (body.kind) {
        case 'empty':
            return missingScope(asked);
        case 'problem':
            return closedPortal(asked);
        case 'text':
            return (0,problem/* failure */.V2)('portal-unavailable', `The portal does not let this machine in (403 to ${asked.name})${words(body)}.`, 'The portal allows only certain IP addresses: DocSpace → Settings → Security → IP security. Add the address of the runner, or use a self-hosted runner.');
        case 'exception':
            return asked.readsRoom === true
                ? new refusal/* Refusal */.P_('room-forbidden', `The user who owns the API key may not see room ${roomOf(asked)}${words(body)}.`, { status: 403, exceptionType: body.type, fields: [] })
                : errors_refusal(answer, body, asked, 'refused');
        case 'html':
        case 'other':
            return gateway(answer, asked);
    }
}
function notFound(answer, body, asked) {
    switch (body.kind) {
        case 'exception':
            return asked.roomId === undefined
                ? errors_refusal(answer, body, asked, 'refused')
                : (0,problem/* failure */.V2)('room-not-found', `The portal has no room ${roomOf(asked)}${words(body)}.`);
        case 'problem':
            return (0,problem/* failure */.V2)('portal-unavailable', `There is no active portal at ${hostOf(asked)} (404 to ${asked.name}): it is suspended, or has another address.`, "Check `portal-url`: use the portal's own address. If it is right, look at the state of the portal.");
        case 'empty':
            return (0,problem/* failure */.V2)('portal-too-old', `What answers at ${hostOf(asked)} does not know ${asked.name} (${answer.status}): it is a DocSpace before 3.2, or none.`, 'Check that `portal-url` is the address of the portal. If it is, update DocSpace.');
        case 'html':
        case 'text':
        case 'other':
            return (0,problem/* failure */.V2)('not-docspace', `What answers at ${hostOf(asked)} is not DocSpace's API: ${asked.name} was answered ${came(answer)}.`);
    }
}
/** Ids of rooms in the portal's own storage; all others lie in a third party's (portal.md §7). */
const ownId = /^-?\d+$/u;
/**
 * The failure for a room whose third-party storage is not connected: the portal breaks down over its id (portal.md H4).
 * Null for any other answer. The links of such a room fail alike, but a storage that fails there alone is connected.
 */
function lostStorage({ status }, body, asked) {
    const { roomId, readsRoom } = asked;
    if (status !== 500 || body.kind !== 'exception' || body.type !== 'System.AggregateException')
        return null;
    if (readsRoom !== true || roomId === undefined || ownId.test(roomId))
        return null;
    return new refusal/* Refusal */.P_('room-not-found', `The portal has no room ${roomOf(asked)}: no third-party storage with this id is connected (500, ${body.type}).`, { status, exceptionType: body.type, fields: [] }, 'Connect the storage in DocSpace, and use the id that the room has then. If it is connected, it does not answer: open the room in DocSpace.');
}
function other(answer, body, asked) {
    const lost = lostStorage(answer, body, asked);
    if (lost !== null)
        return lost;
    if (body.kind === 'exception' || body.kind === 'problem') {
        return errors_refusal(answer, body, asked, answer.status >= 500 ? 'portal-error' : 'refused');
    }
    if (answer.status >= 500) {
        return (0,problem/* failure */.V2)('portal-unavailable', `The portal is not available: ${asked.name} was answered ${came(answer)}.`);
    }
    const { host, protocol } = new URL(asked.url);
    // nginx, Apache and Go say so in these words, whatever the language of the portal.
    if (protocol === 'http:' && answer.status === 400 && /\bHTTPS\b|SSL-enabled/iu.test(answer.text)) {
        return (0,problem/* failure */.V2)('not-secure', `The port of ${host} speaks \`https\`, and was asked by \`http\`.`, `Use \`portal-url: https://${host}\`.`);
    }
    return notDocSpace(answer, asked.name);
}
function gateway(answer, asked) {
    return (0,problem/* failure */.V2)('not-docspace', `Something in front of the portal refused ${asked.name}: ${came(answer)}.`, 'DocSpace does not answer so: a firewall, a proxy or a login page between the runner and the portal does. Let the runner through.');
}
function tooMany({ headers }, asked) {
    const limit = headers['x-ratelimit-limit'] ?? '';
    const known = /^\d{1,9}$/u.test(limit) ? ` Its limit is ${limit}.` : '';
    return (0,problem/* failure */.V2)('rate-limited', `The portal takes no more requests at the moment (429 to ${asked.name}).${known}`);
}
function redirected({ status, headers }, asked) {
    const from = new URL(asked.url);
    const location = headers['location'] ?? '';
    const to = URL.canParse(location, from.origin) ? new URL(location, from.origin) : null;
    // The origin only: paths and queries of login pages hold what was asked.
    if (to !== null && /^https?:$/u.test(to.protocol) && to.origin !== from.origin) {
        const hint = to.hostname === from.hostname ? `Use \`portal-url: ${to.origin}\`.` : undefined;
        return (0,problem/* failure */.V2)('redirected', `${from.origin} sends ${asked.name} on to ${to.origin} (${status}).`, hint);
    }
    return (0,problem/* failure */.V2)('redirected', `${from.origin} sends ${asked.name} on to another page (${status}), which DocSpace's API does not.`, 'A login page or proxy in front of the portal does so. Let the runner through to the portal itself.');
}
function hostOf(asked) {
    return new URL(asked.url).host;
}
function roomOf(asked) {
    return (0,excerpt/* excerpt */.K)(asked.roomId ?? '', 100).slice(1, -1);
}

;// CONCATENATED MODULE: ../lib/src/docspace/contradiction.js


/**
 * Why an answer that looks like one of DocSpace is not the answer to this request: a mixed-up or outdated answer of a
 * cache, or something that only imitates the portal. Null for whatever DocSpace sends; members that are missing say
 * nothing. Of addresses only the paths count: hosts and schemes differ behind proxies (portal.md H5), and some put a
 * path of their own in front.
 */
function contradiction(claims, headers, question) {
    const { response, status, statusCode, count, links } = claims;
    if (statusCode !== 200 || status !== 0) {
        return `the answer is 200, and its body says that it failed (\`statusCode\` ${statusCode}, \`status\` ${status})`;
    }
    const items = Array.isArray(response) ? response.length : response === undefined || response === null ? 0 : 1;
    if (count !== null && count !== items)
        return `it says \`count\` ${count}, and holds ${items}`;
    const path = pathOf(question.path);
    for (const { href, action } of links ?? []) {
        const answered = pathOf(href);
        if (!answered.endsWith(path))
            return `it answers another request${shownRoom(answered)}`;
        if (action !== null && action.toUpperCase() !== question.method) {
            return `it answers a ${(0,excerpt/* excerpt */.K)(action, 20).slice(1, -1)}, not a ${question.method}`;
        }
    }
    const age = /^\d{1,9}$/u.exec(headers['age']?.trim() ?? '')?.[0] ?? '0';
    return Number(age) > 0 ? `it comes from a cache, where it has been for ${Number(age)} s (\`Age\`)` : null;
}
/** The failure for an answer that cannot be the one to this request. */
function contradictory(name, why) {
    return (0,problem/* failure */.V2)('not-docspace', `The answer to ${name} cannot be believed: ${why}.`, 'A proxy or cache between the runner and the portal mixes up or keeps answers. Requests to `/api/` must reach the portal itself.');
}
/** Whether two texts are one room's id. Numbers may be written with zeros before them. */
function isSameRoom(one, other) {
    const plain = (id) => (/^\d+$/u.test(id) ? id.replace(/^0+(?=\d)/u, '') : id.toLowerCase());
    return plain(one) === plain(other);
}
function pathOf(address) {
    const { pathname } = URL.parse(address, 'http://portal.invalid') ?? { pathname: '' };
    try {
        return decodeURIComponent(pathname).toLowerCase();
    }
    catch {
        return pathname.toLowerCase();
    }
}
/** Only addresses of rooms are shown: others may hold tokens. */
function shownRoom(path) {
    const room = /\/api\/2\.0(?<room>\/files\/rooms\/[^/]+(?:\/links?)?)$/u.exec(path)?.groups?.['room'];
    return room === undefined ? '' : `: ${(0,excerpt/* excerpt */.K)(room, 100)}`;
}

;// CONCATENATED MODULE: ../lib/src/docspace/printed-date.js
/**
 * Reads `2026-12-31T23:59:59.0000000+01:00` (portal.md §4.2); what is finer than a millisecond is cut. Null for
 * anything else, a date that no calendar has included.
 */
function parseDate(text) {
    const match = /^(?<wall>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(?<fraction>\d{1,7}))?(?:Z|(?<sign>[+-])(?<hours>\d\d):(?<minutes>\d\d))$/u.exec(text)?.groups;
    if (match === undefined)
        return null;
    const { wall = '', fraction = '', sign, hours = '0', minutes = '0' } = match;
    const local = new Date(`${wall}Z`);
    // The engine carries the 30th of February over to March, and 24:00 over to the next day.
    if (Number.isNaN(local.getTime()) || !local.toISOString().startsWith(wall))
        return null;
    const amount = Number(hours) * 60 + Number(minutes);
    if (amount > 14 * 60 || Number(minutes) > 59)
        return null;
    const offset = sign === '-' && amount !== 0 ? -amount : amount;
    const milliseconds = Number(fraction.padEnd(3, '0').slice(0, 3));
    return { date: new Date(local.getTime() + milliseconds - offset * 60_000), offset };
}

;// CONCATENATED MODULE: ../lib/src/docspace/schema.js




/** A member that may be missing or null: the portal leaves out what it does not know and, in errors, writes null. */
const maybe = (schema) => dist/* nullish */.cl6(schema, null);
/** A whole number that is not negative. */
const count = dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf(), dist/* minValue */.Wwf(0));
/** A whole number. */
const number = dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf());
/** A date as the portal prints it. */
const date = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* rawTransform */.NTK(({ dataset, addIssue, NEVER }) => {
    const printed = parseDate(dataset.value);
    if (printed !== null)
        return printed;
    addIssue({ message: 'no date' });
    return NEVER;
}));
/**
 * What a schema makes of a part of an answer; `parent` is the member in which it stands. Throws `not-docspace` with the
 * path of the first member that is not as expected, and never with a value: it may be a secret.
 */
function decoded(schema, input, name, parent) {
    const result = dist/* safeParse */.xLC(schema, input, { abortEarly: true });
    if (result.success)
        return result.output;
    const [issue] = result.issues;
    const path = [parent, dist/* getDotPath */.BuJ(issue)].filter((part) => part !== undefined && part !== null).join('.');
    const where = path === '' ? 'the whole' : `\`${(0,excerpt/* excerpt */.K)(path, 100).slice(1, -1)}\``;
    throw (0,problem/* failure */.V2)('not-docspace', `The answer to ${name} is JSON, but not as DocSpace sends it: ${where} ${input === undefined ? 'is missing' : 'is missing or of another kind'}.`, 'Check that `portal-url` is the address of the portal. If it is, this version of DocSpace is not supported yet: please report it.');
}

;// CONCATENATED MODULE: ../lib/src/docspace/decode.js




const envelope = dist/* object */.Ikc({
    response: dist/* optional */.lqM(dist/* unknown */.L5J()),
    status: dist/* number */.aig(),
    statusCode: dist/* number */.aig(),
    count: maybe(dist/* number */.aig()),
    links: maybe(dist/* array */.YOg(dist/* object */.Ikc({ href: dist/* string */.YjP(), action: maybe(dist/* string */.YjP()) }))),
});
const keyObject = dist/* object */.Ikc({
    id: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* nonEmpty */.hq()),
    permissions: dist/* array */.YOg(dist/* string */.YjP()),
    createBy: dist/* object */.Ikc({ id: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* toLowerCase */.PXX()) }),
});
const sharingObject = dist/* object */.Ikc({
    externalShare: maybe(dist/* boolean */.zMY()),
    externalShareApplyToRooms: maybe(dist/* boolean */.zMY()),
    blockExistingLinksOnRestrict: dist/* nullish */.cl6(dist/* boolean */.zMY(), false),
});
const policyObject = dist/* object */.Ikc({
    minLength: count,
    upperCase: dist/* boolean */.zMY(),
    digits: dist/* boolean */.zMY(),
    specSymbols: dist/* boolean */.zMY(),
});
/** The `status` of a person whose account is disabled; 1 is active, 4 invited. */
const terminated = 2;
/**
 * Reads the envelope of a success (portal.md §4.1). Throws `not-docspace`, which says what came instead, for whatever
 * DocSpace does not send: other content types, text that is no JSON, JSON without an envelope; and for an envelope that
 * is not about this request, or contradicts itself.
 */
function decodeEnvelope(answer, name, question) {
    const body = answer.contentType === 'application/json' ? parseJson(answer.text) : undefined;
    if (body === undefined)
        throw notDocSpace(answer, name);
    const claims = decoded(envelope, body, name);
    const why = contradiction(claims, answer.headers, question);
    if (why !== null)
        throw contradictory(name, why);
    return { response: claims.response };
}
/** The key of `GET /keys/@self`. Throws `not-docspace`. */
function decodeKey(response, name) {
    const { permissions, createBy } = decoded(keyObject, response, name, 'response');
    return { scopes: permissions, userId: createBy.id };
}
/** What `GET /files/settings` says of external sharing; null before 3.7, which does not know it. */
function decodeSharing(response, name) {
    const settings = decoded(sharingObject, response, name, 'response');
    if (settings.externalShare === null || settings.externalShareApplyToRooms === null)
        return null;
    const restrictedInRooms = !settings.externalShare && settings.externalShareApplyToRooms;
    return { restrictedInRooms, blocksExisting: restrictedInRooms && settings.blockExistingLinksOnRestrict };
}
/** What `GET /settings/security/password` says (portal.md G4). Throws `not-docspace`. */
function decodePasswordPolicy(response, name) {
    return decoded(policyObject, response, name, 'response');
}
/** Whether the person of `GET /people/{id}` has an active account. Throws `not-docspace`. */
function decodeActive(response, name) {
    return decodeNumber(response, 'status', name) !== terminated;
}
/** A number that stands in the response under this name: what the portal tells anonymous visitors. Throws `not-docspace`. */
function decodeNumber(response, member, name) {
    return decoded(dist/* pipe */.FsL(dist/* record */.g1P(dist/* string */.YjP(), dist/* unknown */.L5J()), dist/* transform */.pdi((all) => all[member]), number), response, name);
}

// EXTERNAL MODULE: ../lib/src/links/link-facts.js
var link_facts = __nccwpck_require__(8254);
// EXTERNAL MODULE: ../lib/src/links/link.js
var links_link = __nccwpck_require__(6788);
// EXTERNAL MODULE: ../lib/src/links/secret.js
var secret = __nccwpck_require__(1776);
;// CONCATENATED MODULE: ../lib/src/docspace/decode-links.js





const guid = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu), dist/* toLowerCase */.PXX());
const decode_links_secret = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* nonEmpty */.hq(), dist/* transform */.pdi((text) => new secret/* Secret */.z(text)));
const sharedLink = dist/* object */.Ikc({
    id: guid,
    title: maybe(dist/* string */.YjP()),
    shareLink: decode_links_secret,
    expirationDate: maybe(date),
    linkType: maybe(dist/* picklist */.KIO([0, 1])),
    password: maybe(dist/* string */.YjP()),
    denyDownload: dist/* nullish */.cl6(dist/* boolean */.zMY(), false),
    isExpired: dist/* boolean */.zMY(),
    primary: dist/* nullish */.cl6(dist/* boolean */.zMY(), false),
    internal: dist/* nullish */.cl6(dist/* boolean */.zMY(), false),
    requestToken: maybe(decode_links_secret),
    maxUseCount: maybe(count),
    currentUseCount: maybe(count),
});
/** `sharedTo` is the older name of the same object, and the only one before 3.5 (portal.md §4.3). */
const target = dist/* pipe */.FsL(dist/* looseObject */._H3({}), dist/* transform */.pdi((item) => ({ ...item, sharedLink: item['sharedLink'] ?? item['sharedTo'] })));
const linkItem = dist/* pipe */.FsL(target, dist/* object */.Ikc({ access: number, subjectType: maybe(number), sharedLink }), dist/* rawTransform */.NTK(({ dataset, addIssue, NEVER }) => {
    const { access, subjectType, sharedLink: link } = dataset.value;
    const kind = kindOf(subjectType, link.linkType, link.primary);
    if (kind === null) {
        addIssue({ message: 'neither kind of link' });
        return NEVER;
    }
    const external = kind.type === 'external';
    return {
        ...kind,
        id: link.id,
        access,
        title: link.title ?? '',
        expiration: link.expirationDate?.date ?? null,
        expirationOffset: link.expirationDate?.offset ?? 0,
        expired: link.isExpired,
        internal: external && link.internal,
        password: external && link.password !== null && link.password !== '' ? new secret/* Secret */.z(link.password) : null,
        denyDownload: external && link.denyDownload,
        maxUses: external ? null : link.maxUseCount,
        uses: external ? null : link.currentUseCount,
        url: link.shareLink,
        token: external ? link.requestToken : null,
    };
}));
/** The stored kind of a record counts more than the type of the link (portal.md §2.3); older portals show only that. */
function kindOf(subjectType, linkType, primary) {
    switch (subjectType) {
        case 1:
            return { type: 'external', primary: false };
        case 3:
            return { type: 'invitation', primary: false };
        case 4:
            return { type: 'external', primary: true };
        case null:
        default:
            if (linkType === null)
                return null;
            return linkType === 0 ? { type: 'invitation', primary: false } : { type: 'external', primary };
    }
}
/**
 * The links of `GET …/links`, in the order of `inOrder`, whatever order the portal sent them in: it promises none
 * (portal.md H3). Throws `not-docspace` with the path of the first member that is not as expected.
 */
function decodeLinks(response, name) {
    return (0,links_link/* inOrder */.al)(decoded(dist/* array */.YOg(linkItem), response, name, 'response'));
}
/**
 * The links of `GET …/links` without their secrets; passwords are held against the policy on the way. Throws
 * `not-docspace`, as `decodeLinks` does.
 */
function decodeLinkFacts(response, name, policy) {
    return decodeLinks(response, name).map((link) => (0,link_facts/* factsOf */.x)(link, policy));
}
/** One link. Throws `not-docspace`, as `decodeLinks` does. */
function decodeLink(response, name) {
    return decoded(linkItem, response, name, 'response');
}
/** Whether the portal knows `sharedLink` (portal.md §4.3); an empty list does not tell, and counts as yes. */
function hasSharedLink(response) {
    if (!Array.isArray(response))
        return false;
    return response.every((item) => typeof item === 'object' && item !== null && 'sharedLink' in item);
}

// EXTERNAL MODULE: ../lib/src/links/room-types.js
var room_types = __nccwpck_require__(1583);
// EXTERNAL MODULE: ../lib/src/links/text.js
var links_text = __nccwpck_require__(9619);
;// CONCATENATED MODULE: ../lib/src/docspace/decode-rooms.js







const areas = { 14: 'active', 20: 'archived', 30: 'template', 34: 'agents' };
const roomObject = dist/* object */.Ikc({
    id: dist/* pipe */.FsL(dist/* union */.KCZ([number, dist/* pipe */.FsL(dist/* string */.YjP(), dist/* nonEmpty */.hq())]), dist/* transform */.pdi((id) => String(id))),
    title: dist/* string */.YjP(),
    roomType: maybe(number),
    rootFolderType: number,
    access: number,
    security: maybe(dist/* object */.Ikc({ EditAccess: dist/* nullish */.cl6(dist/* boolean */.zMY(), false) })),
    createdBy: maybe(dist/* object */.Ikc({ id: maybe(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* toLowerCase */.PXX())) })),
    shared: maybe(dist/* boolean */.zMY()),
    sharedExternal: maybe(dist/* boolean */.zMY()),
    updated: dist/* fallback */.NpB(maybe(date), null),
});
const folder = dist/* pipe */.FsL(roomObject, dist/* rawTransform */.NTK(({ dataset, addIssue, NEVER }) => {
    const { id, title, roomType, rootFolderType, access, security, createdBy } = dataset.value;
    const { shared, sharedExternal, updated } = dataset.value;
    if (roomType === null)
        return { id, room: null, title };
    const area = areas[rootFolderType];
    if (area === undefined) {
        addIssue({ message: 'an area without rooms' });
        return NEVER;
    }
    const room = {
        id,
        title,
        type: (0,room_types/* roomTypeOf */.Pu)(roomType),
        typeCode: roomType,
        area,
        canEditAccess: security?.EditAccess ?? false,
        access,
        ownerId: createdBy?.id ?? null,
        // Before 3.7 there is no `sharedExternal`, and `shared` does not say what it says since.
        shared: sharedExternal === null ? null : shared,
        sharedExternal,
        modified: updated?.date ?? null,
    };
    return { id, room, title };
}));
const roomsPage = dist/* object */.Ikc({
    folders: dist/* array */.YOg(folder),
    total: count,
    startIndex: maybe(number),
});
/**
 * The room of this id. Throws `not-a-room` for a folder that is none, and `not-docspace` for another room and for what
 * is no folder of DocSpace.
 */
function decodeRoom(response, name, id) {
    const { room, title, id: answered } = decoded(folder, response, name, 'response');
    if (!isSameRoom(answered, id)) {
        throw contradictory(name, `it is about ${(0,excerpt/* excerpt */.K)(answered, 60)}, not about ${(0,excerpt/* excerpt */.K)(id, 60)}`);
    }
    if (room === null)
        throw (0,problem/* failure */.V2)('not-a-room', `${(0,links_text/* quoted */.TL)(title)} (${id}) is a folder, not a room.`);
    return room;
}
/**
 * The page of `GET /files/rooms` that begins there. Folders that are no rooms are left out, but counted. Throws
 * `not-docspace`, also for another page. `total` says how many rooms there are (portal.md §7).
 */
function decodeRooms(response, name, start) {
    const page = decoded(roomsPage, response, name, 'response');
    if (page.startIndex !== null && page.startIndex !== start) {
        throw contradictory(name, `it begins at room ${page.startIndex}, not at ${start}`);
    }
    const rooms = page.folders.flatMap(({ room }) => (room === null ? [] : [room]));
    return { rooms, size: page.folders.length, total: page.total };
}

// EXTERNAL MODULE: ../lib/src/docspace/portal-clock.js
var portal_clock = __nccwpck_require__(4100);
;// CONCATENATED MODULE: ../lib/src/docspace/probe.js



/** What `GET /files/share/{token}` says, by its `status` (portal.md §9). */
const externalAnswers = {
    0: 'room',
    1: 'nothing',
    2: 'nothing',
    3: 'password',
    5: 'login',
};
/** What `POST /authentication/confirm` says, by its `result` (portal.md G15). */
const invitationAnswers = { 0: 'join', 1: 'nothing', 2: 'nothing', 6: 'nothing' };
/**
 * Asks what links open, as an anonymous visitor would, without credentials and without side effects (portal.md G15). The
 * URL of a link is read, and a short one followed, but no host is asked except the portal. Never throws.
 */
function createProbe({ requests, origin, onNotProbed }) {
    const { send, ask } = requests;
    /** Where a link's URL leads: the query of its long URL; null if it is not the portal's or leads nowhere. */
    async function followed(link) {
        const url = URL.parse(link.url.reveal());
        if (url?.origin !== origin)
            return null;
        if (!(0,addresses/* isShort */.tQ)(url, origin))
            return (0,addresses/* longQuery */.lK)(url);
        const path = url.pathname + url.search;
        const answer = await send({ method: 'GET', path, shown: '/s/***', asOwner: false });
        const location = answer.status >= 300 && answer.status < 400 ? (answer.headers['location'] ?? '') : '';
        // The host that it names is not asked: the query is all that is needed.
        const target = URL.parse(location, origin);
        return target === null ? null : (0,addresses/* longQuery */.lK)(target);
    }
    async function openExternal(link) {
        // A URL that the portal has not written itself is proved, too.
        const direct = link.writtenUrl === undefined ? (link.token?.reveal() ?? null) : null;
        const token = direct ?? (await followed(link))?.get('key') ?? null;
        if (token === null)
            return 'unknown';
        const { response, name } = await ask({
            method: 'GET',
            path: `/api/2.0/files/share/${encodeURIComponent(token)}`,
            shown: '/api/2.0/files/share/***',
            asOwner: false,
        });
        return externalAnswers[decodeNumber(response, 'status', name)] ?? 'unknown';
    }
    async function openInvitation(link) {
        const query = await followed(link);
        const [type, secret, uid] = ['type', 'key', 'uid'].map((name) => query?.get(name));
        if (typeof type !== 'string' || typeof secret !== 'string' || typeof uid !== 'string')
            return 'unknown';
        const { response, name } = await ask({
            method: 'POST',
            path: '/api/2.0/authentication/confirm',
            asOwner: false,
            body: () => ({ type, key: secret, uid }),
        });
        return invitationAnswers[decodeNumber(response, 'result', name)] ?? 'unknown';
    }
    return async (link) => {
        const unknown = (why) => {
            onNotProbed(`What link ${link.id} opens is not known: ${why}`);
        };
        try {
            const opens = await (link.type === 'external' ? openExternal(link) : openInvitation(link));
            if (opens === 'unknown')
                unknown("neither its URL nor the portal's answer tells.");
            return opens;
        }
        catch (error) {
            unknown(error instanceof problem/* Failure */.HR ? error.message : 'internal error');
            return 'unknown';
        }
    };
}

// EXTERNAL MODULE: ../lib/src/http/retry.js
var retry = __nccwpck_require__(9131);
// EXTERNAL MODULE: ../lib/src/http/wait.js
var http_wait = __nccwpck_require__(9184);
// EXTERNAL MODULE: ../lib/src/http/proxy.js
var proxy = __nccwpck_require__(3269);
// EXTERNAL MODULE: ../lib/src/http/wire.js + 1 modules
var http_wire = __nccwpck_require__(5215);
// EXTERNAL MODULE: ../lib/src/http/tunnel.js
var tunnel = __nccwpck_require__(5583);
// EXTERNAL MODULE: ../lib/src/http/unpack.js + 1 modules
var unpack = __nccwpck_require__(577);
;// CONCATENATED MODULE: ../lib/src/docspace/network.js




const causes = {
    ENOTFOUND: 'there is no such host name',
    EAI_AGAIN: 'the host name could not be resolved at the moment',
    ECONNREFUSED: 'nothing listens there, or a firewall refuses',
    ECONNRESET: 'the connection was closed before an answer came',
    EPIPE: 'the connection was closed before an answer came',
    EHOSTUNREACH: 'there is no route to the host',
    ENETUNREACH: 'there is no route to the network',
    ETIMEDOUT: 'the connection was not accepted in time',
};
const certificates = {
    DEPTH_ZERO_SELF_SIGNED_CERT: 'it is self-signed',
    SELF_SIGNED_CERT_IN_CHAIN: 'its chain ends in a CA that this machine does not know',
    UNABLE_TO_GET_ISSUER_CERT: 'its issuer is not known to this machine',
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its issuer is not known to this machine',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the server does not send the whole chain, or a CA of its own issued it',
    CERT_HAS_EXPIRED: 'it has expired',
    CERT_NOT_YET_VALID: 'it is not valid yet',
    CERT_REVOKED: 'it was revoked',
    CERT_UNTRUSTED: 'it is not trusted',
    ERR_TLS_CERT_ALTNAME_INVALID: 'it was issued for another host name',
};
/** What helps where another CA would not. */
const certificateHints = {
    CERT_HAS_EXPIRED: 'Renew the certificate of the portal.',
    CERT_NOT_YET_VALID: 'Check the clocks of the portal and of the runner.',
    CERT_REVOKED: 'Replace the certificate of the portal.',
    ERR_TLS_CERT_ALTNAME_INVALID: 'Use the host name of the certificate in `portal-url`, or renew the certificate.',
};
/**
 * The failure for an error of the network: `unreachable`, `proxy-refused`, `tls`, `not-secure`, `cut-answer`, or `not-docspace` for what
 * is no HTTP or cannot be unpacked.
 * Failures are given back as they are. The error itself is not kept as the cause: those of the HTTP parser hold bytes
 * of the answer.
 */
function networkFailure(error, request) {
    if (error instanceof problem/* Failure */.HR)
        return error;
    if (error instanceof unpack/* BodyError */.R)
        return bodyFailure(error, request);
    const { host, protocol } = new URL(request.url);
    if (error instanceof tunnel/* ProxyError */.T)
        return proxyFailure(error, request.name, host);
    const { code, message } = described(error);
    if (isOfCertificate(code))
        return (0,problem/* failure */.V2)('tls', notTrusted(host, code), certificateHints[code]);
    if (isPlainAnswer.test(`${code} ${message}`)) {
        return (0,problem/* failure */.V2)('not-secure', `No secure connection to ${host} could be made: what answers on that port does not speak \`https\` (${code}).`, 'The port probably speaks plain `http`. Use the port on which the portal speaks `https` in `portal-url`.');
    }
    if (isOfTls(code)) {
        return (0,problem/* failure */.V2)('not-secure', `No secure connection to ${host} could be made (${code}).`);
    }
    if (code === 'ERR_INVALID_CHAR') {
        return (0,problem/* failure */.V2)('input', 'The API key holds a character that cannot stand in a request.', 'Copy the key again: it is `sk-` and 64 letters and digits.');
    }
    if (code.startsWith('HPE_')) {
        return (0,problem/* failure */.V2)('not-docspace', `What answered to ${request.name} at ${host} does not speak HTTP (${code}).`, protocol === 'http:' ? secureHint(host) : undefined);
    }
    if (request.answering) {
        return (0,problem/* failure */.V2)('cut-answer', `The connection broke in the middle of the answer to ${request.name} (${code}).`);
    }
    const why = causes[code];
    return (0,problem/* failure */.V2)('unreachable', `${host} cannot be reached${why === undefined ? '' : `: ${why}`} (${code}).`, protocol === 'http:' && network_closed.includes(code) ? secureHint(host) : undefined);
}
/** What TLS stumbles over where plain HTTP, or no HTTP at all, answers: the words of OpenSSL, or its code. */
const isPlainAnswer = /(?:wrong|bad)[ _]version|packet[ _]length[ _]too[ _]long|http[ _]request|unknown[ _]protocol/iu;
/** How a server of `https` ends what begins with plain HTTP. */
const network_closed = ['ECONNRESET', 'EPIPE'];
function secureHint(host) {
    return `If that port speaks \`https\`, use \`portal-url: https://${host}\`. Otherwise check the address, and whether the portal runs.`;
}
function bodyFailure({ reason, packing }, { name, largestBody = 0 }) {
    const shown = (0,excerpt/* excerpt */.K)(packing, 40);
    switch (reason) {
        case 'cut':
            return (0,problem/* failure */.V2)('cut-answer', `The answer to ${name}, packed as ${shown}, ends too early.`);
        case 'too-large': {
            const size = `larger than ${Math.floor(largestBody / 1024)} KiB`;
            return (0,problem/* failure */.V2)('not-docspace', `The answer to ${name} is ${size}, which no answer of DocSpace is.`);
        }
        case 'not-packed':
            return (0,problem/* failure */.V2)('not-docspace', `The answer to ${name} cannot be unpacked, though it is said to be ${shown}.`);
        case 'unknown-packing':
            return (0,problem/* failure */.V2)('not-docspace', `The answer to ${name} is packed in a way that this action does not know: ${shown}.`, 'DocSpace was asked for an answer that is not packed (`Accept-Encoding: identity`). Look at the proxy between the runner and the portal.');
    }
}
function proxyFailure({ reason, proxy, variable, message }, name, host) {
    const whole = `The proxy did not let ${name} through to ${host}: ${message}.`;
    const check = `Check \`${variable}\` and \`no_proxy\` of the runner, and whether the proxy allows this host.`;
    if (typeof reason === 'number') {
        // It will answer the same again, unless it could not reach the host itself, or has too much to do.
        const isFinal = reason < 500 && reason !== 408 && reason !== 429;
        const login = `The proxy asks for a user name and a password: \`${variable}: http://user:password@proxy.example:3128\`.`;
        return (0,problem/* failure */.V2)(isFinal ? 'proxy-refused' : 'unreachable', whole, reason === 407 ? login : check);
    }
    if (isOfCertificate(reason)) {
        const hint = 'If a CA of your own issued it, give the certificate of that CA in `ca-certificate`.';
        return (0,problem/* failure */.V2)('tls', notTrusted(proxy, reason), hint);
    }
    if (isOfTls(reason)) {
        return (0,problem/* failure */.V2)('not-secure', `No secure connection to ${proxy} could be made (${reason}).`, `Most proxies are spoken to by plain \`http\`: begin \`${variable}\` with \`http://\`.`);
    }
    return (0,problem/* failure */.V2)('unreachable', whole, check);
}
function isOfCertificate(code) {
    return code in certificates || /^(?:CERT_|CRL_|UNABLE_TO_|INVALID_CA|HOSTNAME_MISMATCH)/u.test(code);
}
function isOfTls(code) {
    return code === 'EPROTO' || /^ERR_(?:SSL|TLS)_/u.test(code);
}
function notTrusted(whose, code) {
    return `The certificate of ${whose} is not trusted: ${certificates[code] ?? code} (${code}).`;
}
/** Code (else name) and message of an error, whose class is not asked: errors of node may come from another realm. */
function described(error) {
    const { code, name, message } = (typeof error === 'object' && error !== null ? error : {});
    const known = [code, name].find((one) => typeof one === 'string');
    return { code: known ?? 'unknown error', message: typeof message === 'string' ? message : '' };
}

;// CONCATENATED MODULE: ../lib/src/docspace/exchange.js





/**
 * HTTP with one deadline for the whole exchange: a body that is cut or stalls rejects. While a request is under way a
 * timer keeps the process alive.
 */
function createExchange(options) {
    const requestTimeout = Math.min(options.requestTimeout, http_wait/* longestTimer */.a5);
    const largestBody = options.largestBody ?? 16 * 1024 * 1024;
    const wire = (0,http_wire/* createWire */.k)({ proxies: options.proxies ?? proxy/* noProxies */.Y, tunnelTimeout: requestTimeout, largestBody });
    async function perform(request, signal, progress) {
        const { status, headers, body } = await wire.exchange({
            method: request.method,
            url: new URL(request.url),
            headers: { 'user-agent': options.userAgent, ...request.headers },
            ...(request.body === undefined ? {} : { body: request.body }),
            ...(request.anew === undefined ? {} : { anew: request.anew }),
            signal,
            onAnswer: () => {
                progress.answering = true;
            },
        });
        const contentType = (headers['content-type'] ?? '').split(';', 1).join('').trim().toLowerCase();
        return { status, headers, contentType, text: new TextDecoder().decode(body) };
    }
    return {
        async exchange(request) {
            const { name, url } = request;
            const progress = { answering: false };
            const limits = {
                milliseconds: requestTimeout,
                signal: options.signal,
                late: () => requestTimedOut(name, requestTimeout, progress.answering),
                stopped: () => stepTimeout(name),
            };
            try {
                return await (0,http_wait/* inTime */.RN)(limits, (signal) => perform(request, signal, progress));
            }
            catch (error) {
                throw networkFailure(error, { name, url, answering: progress.answering, largestBody });
            }
        },
        close: wire.close,
    };
}
function requestTimedOut(name, milliseconds, answering) {
    const what = answering ? 'was still sending its answer' : 'did not answer';
    return (0,problem/* failure */.V2)('timeout', `The portal ${what} to ${name} after ${milliseconds / 1000} s (\`request-timeout\`).`);
}
/** The failure that says that the whole step's time ran out during a request. */
function stepTimeout(name, before) {
    const last = before === undefined ? '' : ` Before that: ${before}`;
    return (0,problem/* failure */.V2)('timeout', `The step's time (\`timeout\`) was up before ${name} was done.${last}`, 'Raise `timeout`, or do less in one step.');
}

// EXTERNAL MODULE: ../lib/src/links/time.js
var time = __nccwpck_require__(517);
;// CONCATENATED MODULE: ../lib/src/docspace/rate-limit.js


/**
 * The portal takes 1500 requests in any minute from all keys of a user together (portal.md §5.3). A tenth is left to
 * the others.
 */
const requestsPerMinute = 1350;
const longWait = 5000;
/**
 * Counts a request from when it is sent until a minute after it ended. The portal saw it somewhere in between, so that
 * no minute of the portal's own clock can hold more, however long requests are on their way.
 */
function createPacing({ perMinute, atOnce = Infinity, signal, now, sleep, onWait }) {
    /** When the requests that still count have ended, oldest first. */
    const ended = [];
    let underWay = 0;
    let left = () => undefined;
    let queue = Promise.resolve();
    const leave = () => {
        underWay -= 1;
        ended.push(now());
        left();
    };
    async function turn() {
        for (;;) {
            const start = now() - time/* minute */.Vc;
            while (ended[0] !== undefined && ended[0] <= start)
                ended.shift();
            const isFull = underWay >= atOnce;
            if (signal.aborted || (!isFull && underWay + ended.length < perMinute))
                break;
            const [oldest] = ended;
            if (isFull || oldest === undefined) {
                // As many as may be are under way. They end in any case: each by its own time, and all when the signal aborts.
                await new Promise((resolve) => (left = resolve));
            }
            else {
                if (oldest - start >= longWait)
                    onWait(oldest - start);
                await sleep(oldest - start, signal);
            }
        }
        underWay += 1;
    }
    return {
        async enter() {
            const mine = queue.then(turn);
            queue = mine;
            await mine;
            return leave;
        },
    };
}
const firstRest = 1000;
/** The limiter counts the requests of the last minute, so that one more is taken within a minute (portal.md H1). */
const longestRest = 15_000;
/**
 * The limiter of a portal counts all keys of a user together (portal.md §5.3), so it may refuse though this step keeps
 * to its part. Usually it does not say for how long: the rests get longer, from about a second up to 15.
 */
function createRetryWhenLimited({ timeLeft, now, random, sleep, onWait, }) {
    let rests = 0;
    let resting = null;
    let isSaid = false;
    function rest(milliseconds) {
        return sleep(milliseconds).then(() => {
            rests += 1;
            resting = null;
        });
    }
    return {
        async wait() {
            while (resting !== null)
                await resting;
        },
        async refused(failed, asked) {
            const waits = asked !== null && asked > 0;
            const drawn = Math.round(Math.min(longestRest, firstRest * 2 ** rests) * (0.5 + random() / 2));
            const milliseconds = waits ? asked : drawn;
            const until = waits ? ` It asks to wait until ${(0,time/* formatInstant */.r4)(new Date(now() + asked))}` : '';
            if (resting === null && milliseconds > timeLeft()) {
                const [first] = failed.problems;
                const end = waits
                    ? `${until}, which is later than \`timeout\` allows.`
                    : ' `timeout` leaves no more time to wait.';
                throw (0,problem/* failure */.V2)(first?.code ?? 'rate-limited', `${failed.message}${end}`, first?.hint);
            }
            if (!isSaid)
                onWait(`${failed.message}${until === '' ? '' : `${until}.`}`);
            isSaid = true;
            resting ??= rest(milliseconds);
            await resting;
        },
        served() {
            rests = 0;
        },
    };
}

;// CONCATENATED MODULE: ../lib/src/docspace/retry.js




/** How often a request is sent at most. */
const mostAttempts = 5;
/** Milliseconds. */
const backoffs = { first: 500, longest: 8000 };
/**
 * How requests to a portal are repeated. The limiter's refusals are waited for as long as the step has time, other
 * failures are tried again four times. In the end it throws what the last attempt failed with; `timeout` when the step's
 * time is up in a wait; and without a wait if the portal asks for more time than the step has.
 */
function portalRetries({ random, now, timeLeft, ...surroundings }) {
    const { request } = surroundings;
    return {
        ...surroundings,
        mostAttempts,
        waitAfter: (failures, asked) => waitAfter(failures, asked, random),
        longestAsked: timeLeft,
        endings: {
            lastAttempt: (failed) => saying(failed, `That was attempt ${mostAttempts} of ${mostAttempts}.`),
            asksTooLong(failed, asked) {
                const until = (0,time/* formatInstant */.r4)(new Date(now() + asked));
                return saying(failed, `It asks to wait until ${until}, which is later than \`timeout\` allows.`);
            },
            timeUp: (failed) => stepTimeout(request, failed.message),
        },
    };
}
/** Whether a request that got this answer may be repeated: it was not carried out, or its outcome is not known. */
function isTransient({ status }) {
    return status === retry/* limited */.TJ || retry/* misplaced */.j5.includes(status) || [502, 503, 504].includes(status);
}
const transientCodes = ['unreachable', 'timeout', 'cut-answer'];
/** ... and for one that got no answer. */
function isTransientFailure(failed) {
    return failed.problems.every(({ code }) => transientCodes.includes(code));
}
/**
 * How long to wait before the next attempt, in milliseconds: as long as the portal says, else a random part of a time
 * that doubles with each attempt, from half a second up to 8 seconds.
 */
function waitAfter(attempt, asked, random) {
    return asked !== null && asked > 0 ? asked : (0,retry/* backoff */.JN)(attempt, backoffs, random);
}
/**
 * How long the portal asks to wait, in milliseconds: `Retry-After` in seconds or as an HTTP date, and only without it
 * `X-RateLimit-Reset`, a Unix time in seconds (portal.md §5.3). Null if it does not say, or nothing readable.
 */
function askedWait(headers, now) {
    const after = headers['retry-after']?.trim();
    if (after !== undefined) {
        if (/^\d{1,9}$/u.test(after))
            return Number(after) * 1000;
        const date = /\b(?:GMT|UTC)$/u.test(after) ? Date.parse(after) : NaN;
        return Number.isNaN(date) ? null : Math.max(0, date - now);
    }
    const reset = headers['x-ratelimit-reset']?.trim() ?? '';
    return /^\d{9,11}$/u.test(reset) ? Math.max(0, Number(reset) * 1000 - now) : null;
}
/** The failure with one more sentence. */
function saying(failed, sentence) {
    const [first] = failed.problems;
    return first === undefined ? failed : (0,problem/* failure */.V2)(first.code, `${failed.message} ${sentence}`, first.hint);
}

;// CONCATENATED MODULE: ../lib/src/docspace/requests.js









const ignore = () => undefined;
/**
 * Sends requests to a portal, at a pace that leaves others their part. They carry the key to the portal's own origin
 * only, follow no redirect, and are repeated after 408, 421, 425, 429, 502, 503, 504 and errors of the network: reads, and
 * writes that name the id of their link, are safe to repeat.
 */
function createRequests(options) {
    const { signal, debug = ignore, random = Math.random, now = Date.now, sleep: wait = http_wait/* sleep */.yy } = options;
    const timeLeft = options.timeLeft ?? (() => Infinity);
    const { origin } = new URL(options.portal);
    const { exchange, close } = options.transport ?? createExchange(options);
    const clock = (0,portal_clock/* createPortalClock */.b_)();
    const retryWhenLimited = createRetryWhenLimited({
        timeLeft,
        now,
        random,
        sleep: (milliseconds) => wait(milliseconds, signal),
        onWait: options.onLimited ?? ignore,
    });
    const pacing = createPacing({
        perMinute: options.perMinute ?? requestsPerMinute,
        atOnce: options.atOnce ?? Infinity,
        signal,
        now: options.now ?? (() => performance.now()),
        sleep: wait,
        onWait: options.onPause ?? ignore,
    });
    function exchangeOf(call, { name, url }, anew) {
        const body = call.body?.();
        return exchange({
            method: call.method,
            url,
            name,
            anew,
            headers: {
                accept: 'application/json',
                ...(call.asOwner ? { authorization: `Bearer ${options.apiKey.reveal()}` } : {}),
                ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            },
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
    }
    /** One attempt, when it is its turn. */
    async function once(call, asked, attempts, anew) {
        const leave = await pacing.enter();
        const started = performance.now();
        const sent = now();
        const { value: answer, failed } = await (0,result/* attempt */.C)(async () => exchangeOf(call, asked, anew)).finally(leave);
        const milliseconds = performance.now() - started;
        const took = `${Math.round(milliseconds)} ms`;
        if (failed !== null) {
            debug(`${asked.name}: ${failed.problems.map(({ code }) => code).join(', ')} after ${took}`);
            if (!isTransientFailure(failed))
                throw failed;
            return { setback: { failed, status: null, asked: null } };
        }
        debug(`${asked.name}: ${answer.status} in ${took}`);
        // Errors may come from what stands in front of the portal, and old answers from a cache.
        if (answer.status === 200 && answer.headers['age'] === undefined)
            clock.note(answer.headers['date'], sent, now());
        if (!isTransient(answer))
            return { value: { ...answer, asked, effort: { milliseconds, attempts } } };
        const { status, headers } = answer;
        return { setback: { failed: failureOf(answer, asked), status, asked: askedWait(headers, now()) } };
    }
    async function send(call) {
        const asked = askedOf(call, origin);
        const { onRetry } = options;
        const { beforeRepeat } = call;
        const request = asked.name;
        return (0,retry/* retrying */.R$)(portalRetries({ request, signal, onRetry, random, sleep: wait, now, timeLeft, retryWhenLimited, beforeRepeat }), (attempts, anew) => once(call, asked, attempts, anew));
    }
    return {
        send,
        async ask(call) {
            const answer = await send(call);
            if (answer.status !== 200)
                throw failureOf(answer, answer.asked);
            const { name } = answer.asked;
            return { ...decodeEnvelope(answer, name, call), answer, name };
        },
        now,
        clock: clock.offset,
        close,
    };
}
function askedOf({ method, path, shown = path, scope = null, roomId, readsRoom }, origin) {
    return {
        name: `${method} ${shown}`,
        url: origin + path,
        scope,
        ...(roomId === undefined ? {} : { roomId }),
        ...(readsRoom === undefined ? {} : { readsRoom }),
    };
}

// EXTERNAL MODULE: ../lib/src/docspace/paging.js
var paging = __nccwpck_require__(1905);
// EXTERNAL MODULE: ../lib/src/links/access.js
var access = __nccwpck_require__(6202);
;// CONCATENATED MODULE: ../lib/src/docspace/written-link.js



/** A link must end at least so long after the portal's time when it is written, or it would never end (portal.md §0.4). */
const leastLife = 1000;
const linkTypeCodes = { invitation: 0, external: 1 };
/**
 * The body that creates or replaces a link: everything that it is to be, since what it left out the portal would erase
 * (portal.md §0.3). Throws `expired-on-the-way` for a date that may have passed at `there`, the portal's time in
 * milliseconds since 1970.
 */
function putBody({ id, type }, settings, there) {
    const { access, title, expiration, internal, denyDownload, password, maxUses, ...unsent } = settings;
    // A setting that is not sent would be erased: one that is missing above does not compile.
    unsent;
    if (expiration !== null && expiration.getTime() < there + leastLife) {
        throw (0,problem/* failure */.V2)('expired-on-the-way', `The date of the link, ${(0,time/* isoInstant */.j2)(expiration)}, passed before it could be written.`);
    }
    const common = {
        linkId: id,
        linkType: linkTypeCodes[type],
        access,
        title,
        ...(expiration === null ? {} : { expirationDate: (0,time/* exactInstant */.R_)(expiration) }),
    };
    if (type === 'invitation')
        return maxUses === null ? common : { ...common, maxUseCount: maxUses };
    return { ...common, internal, denyDownload, ...(password === null ? {} : { password: password.reveal() }) };
}
/** The body that revokes a link: with its own type and `internal` (portal.md §0.2, §0.9), and no date (§1.2). */
function revokeBody({ id, type, internal }) {
    const common = { linkId: id, linkType: linkTypeCodes[type], access: access/* noAccess */.m0 };
    return type === 'external' ? { ...common, internal } : common;
}

;// CONCATENATED MODULE: ../lib/src/docspace/client.js















const areaCodes = {
    active: 0,
    archived: 1,
    any: 2,
    template: 4,
};
/** Connects to a portal; no request is sent yet. How they are sent, see `createRequests`. */
function connect(options) {
    const { origin } = new URL(options.portal);
    const { signal, debug = () => undefined } = options;
    const requests = createRequests(options);
    const { ask, send } = requests;
    const given = addressed(origin, options.onOtherAddress);
    const probe = createProbe({ requests, origin, onNotProbed: options.onNotProbed ?? debug });
    const key = async () => {
        const { response, name } = await ask(reading('/api/2.0/keys/@self'));
        return decodeKey(response, name);
    };
    /**
     * GET of a room answers 403 alike to a key that is not valid, to one without the scope, and in a portal that is being
     * restored (portal.md §5.2); the key's own record tells them apart.
     */
    async function whyForbidden(asked) {
        const { scopes } = await key();
        return (0,refusal/* mayRead */.ok)(scopes, 'rooms') ? closedPortal(asked) : missingScope(asked, scopes);
    }
    async function* roomPages(query) {
        if (query.area === 'agents')
            return { ids: new Set() }; // The list never has them (portal.md §7).
        const filter = query.title === undefined ? '' : `&filterValue=${encodeURIComponent(query.title)}`;
        const area = areaCodes[query.area];
        return yield* (0,paging/* readRoomList */.uD)({
            async readPage(start) {
                const path = `/api/2.0/files/rooms?count=${paging/* pageSize */.T0}&startIndex=${start}&searchArea=${area}${filter}`;
                const { response, name } = await ask({ ...reading(path), scope: 'rooms:read' });
                return decodeRooms(response, name, start);
            },
            whole: query.whole === true,
            debug,
        });
    }
    /** What the portal says if it wants to; null if it does not. */
    async function reported(what, path, decode) {
        const { value, failed } = await (0,result/* attempt */.C)(async () => {
            const { response, name } = await ask(reading(path));
            return decode(response, name);
        });
        if (failed === null)
            return value;
        if (signal.aborted)
            throw failed;
        debug(`The portal does not tell ${what}: ${failed.message}`);
        return null;
    }
    /** Writes a link; `mayAnswer` says which link the portal may answer with. */
    async function write(roomId, body, mayAnswer, beforeRepeat) {
        const path = `${roomPath(roomId)}/links`;
        const { response, name } = await ask({
            method: 'PUT',
            path,
            asOwner: true,
            scope: 'rooms:write',
            roomId,
            body,
            beforeRepeat,
        });
        if (response === undefined || response === null)
            return null;
        const link = decodeLink(response, name);
        if (!mayAnswer(link))
            throw contradictory(name, `it is about another link, ${link.id}`);
        return given(link);
    }
    return {
        key,
        roomPages,
        rooms: (query) => (0,paging/* wholeList */.GM)(roomPages(query)),
        async room(id) {
            const call = { ...reading(roomPath(id)), scope: 'rooms:read', roomId: id, readsRoom: true };
            const answer = await send(call);
            const { asked } = answer;
            if (answer.status === 403 && bodyOf(answer).kind === 'problem')
                throw await whyForbidden(asked);
            if (answer.status !== 200)
                throw failureOf(answer, asked);
            return decodeRoom(decodeEnvelope(answer, asked.name, call).response, asked.name, id);
        },
        async links(roomId) {
            const { response, answer, name } = await ask(linksOf(roomId));
            return { links: decodeLinks(response, name).map(given), version: versionOf(answer, response) };
        },
        async auditLinks(roomId, policy) {
            const { response, answer, name } = await ask(linksOf(roomId));
            const { effort } = answer;
            return { links: decodeLinkFacts(response, name, policy), version: versionOf(answer, response), effort };
        },
        putLink: (roomId, link, settings, beforeRepeat) => write(roomId, () => putBody(link, settings, (0,portal_clock/* latestThere */.qS)(requests.clock(), requests.now())), ({ id }) => id === link.id.toLowerCase(), beforeRepeat),
        revokeLink: (roomId, link, beforeRepeat) => write(roomId, () => revokeBody(link), ({ id, primary }) => id === link.id || (link.primary && primary), beforeRepeat),
        async makePrimary(roomId) {
            const path = `${roomPath(roomId)}/link`;
            const { response, name } = await ask({ ...reading(path), scope: 'rooms:write', roomId });
            const link = decodeLink(response, name);
            if (!link.primary)
                throw contradictory(name, `it is about a link that is not the primary one, ${link.id}`);
            return given(link);
        },
        open: (link) => probe(given(link)),
        sharing: () => reported('its sharing settings', '/api/2.0/files/settings', decodeSharing),
        passwordPolicy: () => reported('its password policy', '/api/2.0/settings/security/password', decodePasswordPolicy),
        userActive: (userId) => reported('whether an account is active', `/api/2.0/people/${encodeURIComponent(userId)}`, decodeActive),
        clock: requests.clock,
        close: requests.close,
    };
}
/** Gives links under the address at which the portal is asked; another address is reported once. */
function addressed(origin, onOtherAddress) {
    let isKnown = false;
    return (written) => {
        const { link, other } = (0,addresses/* underOrigin */.vy)(written, origin);
        if (other !== null && !isKnown) {
            isKnown = true;
            onOtherAddress?.(other);
        }
        return link;
    };
}
function reading(path) {
    return { method: 'GET', path, asOwner: true };
}
function roomPath(id) {
    // A path of dots only would climb; no room has such an id.
    if (/^\.*$/u.test(id))
        throw (0,problem/* failure */.V2)('room-not-found', `No room has the id "${id}".`);
    return `/api/2.0/files/rooms/${encodeURIComponent(id)}`;
}
function linksOf(roomId) {
    return { ...reading(`${roomPath(roomId)}/links`), scope: 'rooms:read', roomId };
}
function versionOf(answer, response) {
    if (answer.headers['api-supported-versions'] !== undefined)
        return '3.7';
    return hasSharedLink(response) ? '3.6' : '3.2';
}


/***/ }),

/***/ 2224:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ excerpt)
/* harmony export */ });
/* harmony import */ var _links_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9619);

/**
 * The beginning of a text from outside, in quotes and on one line, without control and direction characters. Whatever
 * looks like an API key is hidden, and so are the string values of JSON: links, tokens and passwords are such.
 */
function excerpt(text, limit) {
    const start = text.slice(0, 4 * limit + 1000);
    return `"${(0,_links_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cut */ .Jj)((0,_links_text_js__WEBPACK_IMPORTED_MODULE_0__/* .stripInvisible */ ._0)(hidden(start)), limit)}"`;
}
function hidden(text) {
    const keyless = text.replace(/sk-[0-9a-z]{6,}/giu, 'sk-***');
    if (!/^\s*["[{]/u.test(keyless))
        return keyless;
    return keyless.replace(/"(?:[^"\\]|\\.)*(?:"(?<member>\s*:)?|$)/gu, (value, member) => member === undefined ? '"…"' : value);
}


/***/ }),

/***/ 1905:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   GM: () => (/* binding */ wholeList),
/* harmony export */   T0: () => (/* binding */ pageSize),
/* harmony export */   uD: () => (/* binding */ readRoomList)
/* harmony export */ });
/* unused harmony export mostReadings */
/* harmony import */ var _links_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8797);

/** The portal gives so many rooms at once, and no more (portal.md §7). */
const pageSize = 100;
/** After so many readings, each of which met a change, the list is not read again. */
const mostReadings = 5;
/**
 * Gives the rooms of a list page by page, each room once. The portal numbers the pages by position, so a room that leaves
 * the list between two pages moves another one past the reader. Only a reading with one total and as many rooms proves
 * that the list is whole, so any other is repeated, at most four times. Throws `conflict` if the list changes during
 * every reading, and `not-docspace` if the portal counts more rooms than it lists in two equal readings (always if its
 * pages repeat themselves, else if the list has to be `whole`).
 */
async function* readRoomList(listing) {
    const known = new Set();
    let before = null;
    for (let readings = 1;; readings += 1) {
        const reading = yield* readOnce(listing, known);
        if (reading.missing === 0 && !reading.moved)
            return reading;
        if (before !== null && isSame(before, reading)) {
            const what = `The portal says that it has ${reading.total} rooms, and lists ${reading.ids.size} of them`;
            if (reading.repeats || listing.whole)
                throw (0,_links_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('not-docspace', `${what}, also when it is asked again.`);
            listing.debug(`${what}.`);
            return reading;
        }
        if (readings === mostReadings) {
            // Where rooms only come, each reading has all that were there when it began.
            if (reading.missing === 0 && !reading.fell)
                return reading;
            throw (0,_links_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('conflict', `The list of rooms changed while it was read, ${mostReadings} times in a row.`, 'Run the step again when fewer rooms are created, archived and deleted at the same time.');
        }
        before = reading;
    }
}
/** All rooms of the pages that their last reading has: rooms of an earlier one may have left the list since. */
async function wholeList(pages) {
    const all = [];
    for (;;) {
        const { done, value } = await pages.next();
        if (done === true)
            return all.filter(({ id }) => value.ids.has(id));
        all.push(...value);
    }
}
/** Pages until the portal says that was all, or sends none that is new. Gives the rooms that are not `known` yet. */
async function* readOnce({ readPage }, known) {
    const ids = new Set();
    const totals = [];
    let others = 0;
    for (let start = 0;;) {
        const page = await readPage(start);
        const before = ids.size;
        const fresh = [];
        for (const room of page.rooms) {
            ids.add(room.id);
            if (!known.has(room.id))
                fresh.push(room);
            known.add(room.id);
        }
        yield fresh;
        totals.push(page.total);
        start += page.size;
        others += page.size - page.rooms.length;
        const repeats = page.size > 0 && page.rooms.length > 0 && ids.size === before;
        if (repeats || page.size === 0 || start >= page.total) {
            return {
                ids,
                missing: page.total - ids.size - others,
                total: page.total - others,
                moved: totals.some((total) => total !== page.total),
                fell: totals.some((total, at) => total < Math.max(...totals.slice(0, at))),
                repeats,
            };
        }
    }
}
/** Whether two readings without a change in between have found the same. */
function isSame(one, other) {
    if (one.moved || other.moved || one.total !== other.total || one.ids.size !== other.ids.size)
        return false;
    return [...one.ids].every((id) => other.ids.has(id));
}


/***/ }),

/***/ 4100:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H1: () => (/* binding */ portalNow),
/* harmony export */   b_: () => (/* binding */ createPortalClock),
/* harmony export */   oC: () => (/* binding */ portalTime),
/* harmony export */   qS: () => (/* binding */ latestThere)
/* harmony export */ });
/* unused harmony export unbelievable */
/* harmony import */ var _links_time_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(517);

/** Several servers behind one address may differ by so much, in milliseconds; more is a contradiction. */
const tolerance = 2000;
/** A portal whose clock is further off could not work: a proxy has made up the date. Milliseconds. */
const unbelievable = _links_time_js__WEBPACK_IMPORTED_MODULE_0__/* .day */ .vd;
const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/u;
/**
 * A clock that knows nothing yet. One answer tells the difference to about a second; each further one narrows it, since
 * the true difference lies within what every one of them says.
 */
function createPortalClock() {
    let known = null;
    let contradicted = false;
    return {
        note(date, sent, received) {
            const time = date !== undefined && httpDate.test(date) ? Date.parse(date) : NaN;
            if (Number.isNaN(time) || received < sent)
                return;
            // The portal wrote the date at some time between the two, and in whole seconds (RFC 9110, 6.6.1): its time may have
            // been up to a second later.
            const heard = { least: time - received, most: time + _links_time_js__WEBPACK_IMPORTED_MODULE_0__/* .second */ .Rc - sent };
            const both = {
                least: Math.max(heard.least, known?.least ?? -Infinity),
                most: Math.min(heard.most, known?.most ?? Infinity),
            };
            contradicted ||= both.least - both.most > tolerance;
            known = both.least <= both.most ? both : heard;
        },
        offset: () => (contradicted ? null : known),
    };
}
/**
 * The latest time that it may be by the portal's clock where this machine's says `now`, both in milliseconds since 1970;
 * `now` itself if the difference is not known, or too large to be true.
 */
function latestThere(offset, now) {
    if (offset === null || Math.max(Math.abs(offset.least), Math.abs(offset.most)) >= unbelievable)
        return now;
    return now + offset.most;
}
/** From this difference on there is a warning; milliseconds. */
const remarkable = _links_time_js__WEBPACK_IMPORTED_MODULE_0__/* .minute */ .Vc;
/**
 * The portal's time, which decides when its links expire, as its answers so far show it; `now` is the runner's. The
 * `Date` header has whole seconds, so of the times that it may be the latest is taken: then no link seems to live longer
 * than it does.
 */
function portalTime(portal, now) {
    const offset = portal.clock();
    if (offset === null || (offset.least <= 0 && offset.most >= 0))
        return { ahead: 0, warning: null };
    const { least, most } = offset;
    const difference = Math.max(Math.abs(least), Math.abs(most));
    if (difference < remarkable)
        return { ahead: most, warning: null };
    const there = (0,_links_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInstant */ .r4)(new Date(now.getTime() + (least + most) / 2));
    const clocks = `The portal's clock says ${there}, the runner's ${(0,_links_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInstant */ .r4)(now)}.`;
    return difference < unbelievable
        ? { ahead: most, warning: `${clocks} Dates are judged by the portal's clock, which decides when links expire.` }
        : {
            ahead: 0,
            warning: `${clocks} A difference of more than a day cannot be right, so dates are judged by the runner's clock. A proxy in front of the portal may send a wrong \`Date\` header.`,
        };
}
/** The time by the portal's clock, where the runner's says `now`. */
function portalNow(portal, now) {
    return new Date(now.getTime() + portalTime(portal, now).ahead);
}


/***/ }),

/***/ 9749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P_: () => (/* binding */ Refusal),
/* harmony export */   ok: () => (/* binding */ mayRead),
/* harmony export */   rv: () => (/* binding */ isRoomGone)
/* harmony export */ });
/* harmony import */ var _links_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8797);

/**
 * The portal refused, and its answer alone does not tell why: its words are in the language of the key's owner
 * (portal.md §5.4). Whoever knows the state of the room can say more, from these facts.
 */
class Refusal extends _links_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR {
    status;
    exceptionType;
    fields;
    constructor(code, message, facts, hint) {
        super([(0,_links_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(code, message, hint)]);
        this.name = 'Refusal';
        this.status = facts.status;
        this.exceptionType = facts.exceptionType;
        this.fields = facts.fields;
    }
}
/**
 * Whether a failure proves that a room does not exist. A third-party storage that is not connected hides its rooms with a
 * refusal, and brings them back when it is connected again (portal.md H4).
 */
function isRoomGone(failed) {
    return !(failed instanceof Refusal) && failed.problems.every(({ code }) => code === 'room-not-found');
}
/** Whether a key with these scopes may read in an area of the portal; no scopes at all mean all (portal.md §6). */
function mayRead(scopes, area) {
    const allowed = new Set(['*', ...['*', area].flatMap((name) => [`${name}:*`, `${name}:read`, `${name}:write`])]);
    return scopes.length === 0 || scopes.some((scope) => allowed.has(scope));
}


/***/ }),

/***/ 3269:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ noProxies),
/* harmony export */   r: () => (/* binding */ readProxies)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7030);
/* harmony import */ var _links_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8797);
/* harmony import */ var _links_secret_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1776);



/** No proxy at all. */
const noProxies = () => null;
/**
 * The proxies of an environment: `https_proxy` and `http_proxy` by the scheme of the address, except for the hosts of
 * `no_proxy` and this machine itself. A name in capitals counts where the other is empty. There is a problem for each
 * variable that cannot be used, whether a request of this step would need it or not; no problem shows a value, since it
 * may hold a password.
 */
function readProxies(env) {
    const secure = readProxy(env, 'https_proxy');
    const plain = readProxy(env, 'http_proxy');
    const problems = [secure, plain].flatMap((one) => one?.problems ?? []);
    const passes = readNoProxy(variable(env, 'no_proxy')?.text ?? '');
    const proxies = (url) => {
        const proxy = (url.protocol === 'https:' ? secure : plain)?.value ?? null;
        return proxy === null || isThisMachine(url.hostname) || passes(url) ? null : proxy;
    };
    return { proxies, problems };
}
function variable(env, name) {
    for (const one of [name, name.toUpperCase()]) {
        const text = env[one]?.trim() ?? '';
        if (text !== '')
            return { name: one, text };
    }
    return null;
}
/** The proxy that a variable names, or why it names none; null where it is not set. */
function readProxy(env, name) {
    const given = variable(env, name);
    if (given === null)
        return null;
    const wrong = (what) => ({
        problems: [
            (0,_links_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)('input', `The environment variable \`${given.name}\` ${what}. No request was sent.`, `Set \`${given.name}\` to the address of an HTTP proxy, like \`http://proxy.example:3128\` (with a user name and a password: \`http://user:password@proxy.example:3128\`), or remove it from the environment of the runner. \`no_proxy\` names the hosts that need no proxy.`),
        ],
    });
    // `proxy.example:3128` without a scheme is customary, and would be taken for a URL of the scheme `proxy.example:`.
    const url = /\s/u.test(given.text)
        ? null
        : URL.parse(given.text.includes('://') ? given.text : `http://${given.text}`);
    if (url === null || url.hostname === '')
        return wrong('is not the address of a proxy');
    if (url.protocol !== 'http:' && url.protocol !== 'https:') {
        return wrong(`names a proxy of the kind \`${url.protocol}//\`, which this action does not support`);
    }
    const authorization = authorizationOf(url);
    if (authorization === undefined) {
        return wrong('has a user name or password with a `%` that is not followed by two hexadecimal digits; write `%` as `%25`');
    }
    const secure = url.protocol === 'https:';
    const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port);
    return { value: { variable: given.name, secure, host: bare(url.hostname), port, authorization } };
}
/** Undefined for a user name or password that cannot be decoded. */
function authorizationOf({ username, password }) {
    if (username === '' && password === '')
        return null;
    try {
        const plain = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
        return new _links_secret_js__WEBPACK_IMPORTED_MODULE_2__/* .Secret */ .z(`Basic ${Buffer.from(plain).toString('base64')}`);
    }
    catch {
        return undefined;
    }
}
/**
 * Reads `no_proxy` in all forms that runners have: names between commas or spaces; `*` for all hosts and within a name;
 * a name is a host and all below it, with a dot or `*.` before it only those below; a port; addresses and their ranges,
 * `10.0.0.0/8`.
 */
function readNoProxy(text) {
    const rules = text
        .split(/[\s,]+/u)
        .filter((one) => one !== '')
        .map(ruleOf);
    return (url) => {
        const host = bare(url.hostname).replace(/\.$/u, '');
        const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
        return rules.some((matches) => matches(host, port));
    };
}
function ruleOf(entry) {
    const range = /^(?<address>[\da-f.:]+)\/(?<bits>\d{1,3})$/iu.exec(entry)?.groups;
    if (range !== undefined)
        return inRange(range['address'] ?? '', Number(range['bits']));
    const parts = /^(?:\[(?<six>[^\]]+)\]|(?<name>[^:]*))(?::(?<port>\d+))?$/u.exec(entry)?.groups;
    // An IPv6 address without brackets has colons of its own, and no port.
    const name = (parts?.['six'] ?? parts?.['name'] ?? entry).toLowerCase().replace(/\.$/u, '');
    const port = parts?.['port'];
    const pattern = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(name) === 0 ? patternOf(name) : null;
    return (host, at) => {
        if (port !== undefined && port !== at)
            return false;
        // Numbers of an address are no names, one below the other.
        const byName = pattern !== null && ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) === 0 || name.includes('*'));
        return byName ? pattern.test(host) : sameAddress(host, name);
    };
}
function patternOf(name) {
    const below = name.startsWith('.') ? `*${name}` : name;
    const pattern = below
        .split('*')
        .map((part) => part.replace(/[^\w-]/gu, '\\$&'))
        .join('.*');
    return new RegExp(`^${name.includes('*') || name.startsWith('.') ? '' : '(?:.*\\.)?'}${pattern}$`, 'iu');
}
function inRange(address, bits) {
    const family = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(address);
    if (family === 0 || bits > (family === 4 ? 32 : 128))
        return () => false;
    const list = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
    list.addSubnet(address, bits, family === 4 ? 'ipv4' : 'ipv6');
    return (host) => (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) !== 0 && list.check(host, (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) === 4 ? 'ipv4' : 'ipv6');
}
function sameAddress(one, other) {
    return (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(one) !== 0 && (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(one) === (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(other) && inRange(other, (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(other) === 4 ? 32 : 128)(one, '');
}
function isThisMachine(host) {
    return host === 'localhost' || host === '[::1]' || host.startsWith('127.');
}
function bare(host) {
    return host.replace(/^\[(?<inside>.*)\]$/u, '$<inside>');
}


/***/ }),

/***/ 9131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   JN: () => (/* binding */ backoff),
/* harmony export */   R$: () => (/* binding */ retrying),
/* harmony export */   Rn: () => (/* binding */ retryLine),
/* harmony export */   TJ: () => (/* binding */ limited),
/* harmony export */   j5: () => (/* binding */ misplaced)
/* harmony export */ });
/** The limiter's status: the request was not carried out. */
const limited = 429;
/** What servers answer that want the request again, on another connection. */
const misplaced = [408, 421, 425];
/**
 * A random part of a time that doubles with each failure, from `first` up to `longest`; all in milliseconds. `random` is
 * from 0 to less than 1.
 */
function backoff(failures, { first, longest }, random) {
    return Math.round(random() * Math.min(longest, first * 2 ** (failures - 1)));
}
/** The line of log for a retry. */
function retryLine({ why, attempt, of, waitMs }) {
    return `${why} Attempt ${attempt} of ${of}; again in ${(waitMs / 1000).toFixed(1)} s`;
}
/**
 * Attempts until one succeeds, with waits in between. Throws what `attempt` throws, and what the policy makes of the
 * last setback; while the step's time runs out in an attempt, the failure itself. `attempt` is called with its number,
 * from 1, and whether it needs a connection of its own.
 */
async function retrying(policy, attempt) {
    const { retryWhenLimited, signal, endings } = policy;
    let failures = 0;
    let last = null;
    for (let number = 1;; number += 1) {
        await retryWhenLimited?.wait();
        if (last !== null)
            await policy.beforeRepeat?.({ status: last.status });
        const { setback, value } = await attempt(number, misplaced.includes(last?.status ?? 0));
        if (setback === undefined) {
            retryWhenLimited?.served();
            return value;
        }
        if (isUp(signal))
            throw setback.failed;
        if (retryWhenLimited !== undefined && setback.status === limited) {
            await retryWhenLimited.refused(setback.failed, setback.asked);
        }
        else {
            failures += 1;
            await pause(policy, failures, setback);
        }
        if (isUp(signal))
            throw endings.timeUp(setback.failed);
        last = setback;
    }
}
/** Waits after the nth failure; throws if no other attempt follows. */
async function pause(policy, failures, { failed, asked }) {
    const { mostAttempts, endings } = policy;
    if (failures >= mostAttempts)
        throw endings.lastAttempt(failed);
    if (asked !== null && asked > policy.longestAsked())
        throw endings.asksTooLong(failed, asked);
    const waitMs = policy.waitAfter(failures, asked);
    policy.onRetry({ request: policy.request, attempt: failures, of: mostAttempts, waitMs, why: failed.message });
    await policy.sleep(waitMs, policy.signal);
}
/** A function, as the compiler takes a property that it has seen for constant. */
function isUp(signal) {
    return signal.aborted;
}


/***/ }),

/***/ 5583:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ ProxyError),
/* harmony export */   e: () => (/* binding */ tunnelAgent)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4708);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7030);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1692);




/** The proxy did not lead to the host. */
class ProxyError extends Error {
    /** The status of its answer, or the error code of the network. */
    reason;
    /** Its address and the variable that names it, for a sentence. */
    proxy;
    variable;
    constructor({ host, port, variable }, reason) {
        const proxy = `the proxy ${host.includes(':') ? `[${host}]` : host}:${port} (\`${variable}\`)`;
        super(`${proxy} ${typeof reason === 'number' ? `answered ${reason} to \`CONNECT\`` : `could not be reached (${reason})`}`);
        this.name = 'ProxyError';
        this.reason = reason;
        this.proxy = proxy;
        this.variable = variable;
    }
}
/** An agent that reaches every host through `CONNECT` of a proxy, which sees nothing of the requests themselves. */
function tunnelAgent(proxy, secure, options) {
    const { keepAlive, maxSockets } = options;
    const agent = secure ? new node_https__WEBPACK_IMPORTED_MODULE_1__.Agent({ keepAlive, maxSockets }) : new node_http__WEBPACK_IMPORTED_MODULE_0__.Agent({ keepAlive, maxSockets });
    const within = agent.createConnection.bind(agent);
    agent.createConnection = (target, done) => {
        openTunnel(proxy, target, options).then((socket) => done?.(null, secure ? within({ ...target, socket }) : socket), (error) => done?.(error, undefined));
        return undefined;
    };
    return agent;
}
/** Not left to `request`, which would take the certificate's name from the header `Host`. */
function connectTo({ secure, host, port }, timeout) {
    if (!secure)
        return (0,node_net__WEBPACK_IMPORTED_MODULE_2__.connect)({ host, port, timeout });
    return (0,node_tls__WEBPACK_IMPORTED_MODULE_3__.connect)({ host, port, timeout, ...((0,node_net__WEBPACK_IMPORTED_MODULE_2__.isIP)(host) === 0 ? { servername: host } : {}) });
}
function openTunnel(proxy, target, { timeout, signal }) {
    const host = target.host ?? '';
    const authority = `${host.includes(':') ? `[${host}]` : host}:${target.port ?? ''}`;
    return new Promise((resolve, reject) => {
        const asked = node_http__WEBPACK_IMPORTED_MODULE_0__.request({
            method: 'CONNECT',
            // `request` hears of the socket's timeout, and sets none at a socket that is not its own.
            createConnection: () => connectTo(proxy, timeout),
            path: authority,
            headers: {
                host: authority,
                ...(proxy.authorization === null ? {} : { 'proxy-authorization': proxy.authorization.reveal() }),
            },
            timeout,
            signal,
        });
        asked.on('connect', ({ statusCode = 0 }, socket, head) => {
            if (statusCode >= 200 && statusCode < 300) {
                socket.setTimeout(0);
                if (head.length > 0)
                    socket.unshift(head);
                resolve(socket);
            }
            else {
                socket.destroy();
                reject(new ProxyError(proxy, statusCode));
            }
        });
        asked.on('timeout', () => asked.destroy(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })));
        asked.on('error', (error) => {
            reject(new ProxyError(proxy, error.code ?? error.name));
        });
        asked.end();
    });
}


/***/ }),

/***/ 577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  R: () => (/* binding */ BodyError),
  K: () => (/* binding */ unpacked)
});

;// CONCATENATED MODULE: external "node:util"
const external_node_util_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");
;// CONCATENATED MODULE: ../lib/src/http/unpack.js

/** A body that cannot be used, whatever it holds. */
class BodyError extends Error {
    reason;
    /** The packing that the answer names, as it stands there. */
    packing;
    constructor(reason, packing = '') {
        super(words[reason]);
        this.name = 'BodyError';
        this.reason = reason;
        this.packing = packing;
    }
}
const words = {
    cut: 'the answer ends too early',
    'too-large': 'the answer is too large',
    'not-packed': 'the answer cannot be unpacked',
    'unknown-packing': 'the answer is packed in a way that is not known here',
};
/**
 * Unpacks a body by its `Content-Encoding`, up to so many bytes. Proxies pack answers though `identity` was asked for.
 * Throws a `BodyError`: `cut` for data that ends too early, `too-large`, `not-packed` for what is not what the header
 * says, `unknown-packing`.
 */
async function unpacked(body, encodings, largest) {
    if (body.length === 0)
        return body;
    const names = encodings
        .split(',')
        .map((one) => one.trim().toLowerCase())
        .filter((name) => name !== '' && name !== 'identity');
    if (names.length === 0)
        return body;
    const unpackers = await loadUnpackers();
    let data = body;
    // They stand in the order in which they were applied.
    for (const name of names.reverse()) {
        const unpack = unpackers[name];
        if (unpack === undefined)
            throw new BodyError('unknown-packing', name);
        try {
            data = await unpack(data, { maxOutputLength: largest });
        }
        catch (error) {
            const { code } = error;
            if (code === 'ERR_BUFFER_TOO_LARGE')
                throw new BodyError('too-large', name);
            // The input ended before the data did.
            throw new BodyError(code === 'Z_BUF_ERROR' ? 'cut' : 'not-packed', name);
        }
    }
    return data;
}
/** Loaded here, since hardly any answer is packed. */
async function loadUnpackers() {
    const { brotliDecompress, gunzip, inflate, inflateRaw } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8522, 19));
    return {
        gzip: (0,external_node_util_namespaceObject.promisify)(gunzip),
        'x-gzip': (0,external_node_util_namespaceObject.promisify)(gunzip),
        // `deflate` is meant with the header of zlib, and sent without it by some.
        deflate: (data, limits) => (0,external_node_util_namespaceObject.promisify)(hasHeader(data) ? inflate : inflateRaw)(data, limits),
        br: (0,external_node_util_namespaceObject.promisify)(brotliDecompress),
    };
}
function hasHeader(data) {
    return data.length > 1 && ((data[0] ?? 0) & 0x0f) === 8 && data.readUInt16BE(0) % 31 === 0;
}


/***/ }),

/***/ 9184:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   RN: () => (/* binding */ inTime),
/* harmony export */   a5: () => (/* binding */ longestTimer),
/* harmony export */   yy: () => (/* binding */ sleep)
/* harmony export */ });
/** The `Sleep` of a timer; until it resolves it keeps the process alive. */
function sleep(milliseconds, signal) {
    return new Promise((resolve) => {
        const end = () => {
            clearTimeout(timer);
            signal.removeEventListener('abort', end);
            resolve();
        };
        const timer = setTimeout(end, milliseconds);
        signal.addEventListener('abort', end);
        if (signal.aborted)
            end();
    });
}
/** Timers take no longer delays; milliseconds. */
const longestTimer = 2 ** 31 - 1;
/**
 * What the work gives, if it does so in its time; else throws what the limits say, at once: the signal that the work is
 * handed aborts with the same reason, but nothing waits for the work to end. Nothing is begun when the step's time is up.
 * The timer keeps the process alive.
 */
async function inTime(limits, work) {
    const { milliseconds, signal, late, stopped } = limits;
    if (signal.aborted)
        throw stopped();
    const ending = new AbortController();
    const stop = () => {
        ending.abort(stopped());
    };
    signal.addEventListener('abort', stop);
    const timer = setTimeout(() => {
        ending.abort(late());
    }, milliseconds);
    try {
        return await Promise.race([work(ending.signal), rejection(ending.signal)]);
    }
    catch (error) {
        // The work may notice the end first, in words of its own.
        throw ending.signal.aborted ? ending.signal.reason : error;
    }
    finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', stop);
    }
}
function rejection(signal) {
    return new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
            reject(signal.reason);
        });
    });
}


/***/ }),

/***/ 5215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  k: () => (/* binding */ createWire)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __nccwpck_require__(7067);
var external_node_http_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_node_http_, 2);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __nccwpck_require__(4708);
var external_node_https_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_node_https_, 2);
;// CONCATENATED MODULE: external "node:url"
const external_node_url_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");
// EXTERNAL MODULE: ../lib/src/http/tunnel.js
var tunnel = __nccwpck_require__(5583);
// EXTERNAL MODULE: ../lib/src/http/unpack.js + 1 modules
var unpack = __nccwpck_require__(577);
;// CONCATENATED MODULE: ../lib/src/http/wire.js





const maxSockets = 32;
/** Opens the way to servers; connects to none yet. */
function createWire({ proxies, tunnelTimeout, largestBody }) {
    const closing = new AbortController();
    const kept = new Map();
    function newAgent(url, keepAlive) {
        const proxy = proxies(url);
        const secure = url.protocol === 'https:';
        if (proxy !== null) {
            return (0,tunnel/* tunnelAgent */.e)(proxy, secure, { keepAlive, maxSockets, timeout: tunnelTimeout, signal: closing.signal });
        }
        return secure ? new external_node_https_.Agent({ keepAlive, maxSockets }) : new external_node_http_.Agent({ keepAlive, maxSockets });
    }
    function agentFor(url) {
        const agent = kept.get(url.origin) ?? newAgent(url, true);
        kept.set(url.origin, agent);
        return agent;
    }
    return {
        async exchange({ method, url, headers, body, anew = false, signal, onAnswer }) {
            const message = await new Promise((resolve, reject) => {
                const request = (url.protocol === 'https:' ? external_node_https_namespaceObject : external_node_http_namespaceObject).request({
                    ...(0,external_node_url_namespaceObject.urlToHttpOptions)(url),
                    method,
                    headers: { host: url.host, 'accept-encoding': 'identity', ...headers },
                    agent: anew ? newAgent(url, false) : agentFor(url),
                    signal,
                });
                request.on('response', resolve).on('error', reject).end(body);
            });
            onAnswer?.();
            const whole = await bodyOf(message, largestBody);
            const joined = Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, [value].flat().join(', ')]));
            const text = await (0,unpack/* unpacked */.K)(whole, joined['content-encoding'] ?? '', largestBody);
            return { status: message.statusCode ?? 0, headers: joined, body: text };
        },
        close() {
            closing.abort();
            for (const agent of kept.values())
                agent.destroy();
        },
    };
}
async function bodyOf(message, limit) {
    const parts = [];
    let size = 0;
    for await (const part of message) {
        size += part.length;
        if (size > limit)
            throw new unpack/* BodyError */.R('too-large');
        parts.push(part);
    }
    return Buffer.concat(parts);
}


/***/ }),

/***/ 1752:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var _docspace_certificate_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7122);
/* harmony import */ var _docspace_client_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9741);
/* harmony import */ var _http_wait_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(9184);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6518);
/* harmony import */ var _runner_actions_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8106);
/* harmony import */ var _runner_spare_memory_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(3896);







/**
 * Where the program begins, the only file with side effects at import: the exit latch, the real adapters, `run`.
 * Until the very end the exit code is 1, so that whatever ends the process in the middle leaves a red step.
 */
process.exitCode = 1;
let finished = false;
process.once('exit', () => {
    if (!finished)
        process.stdout.write('::error title=Stopped in the middle::The step ended before its work was done.\n');
});
/** The root action is `set`; the other entries name what they are (see `dist/list.js`). */
const entry = (process.argv[2] ?? 'set');
// The other verbs read single rooms.
if (entry === 'audit')
    (0,_runner_spare_memory_js__WEBPACK_IMPORTED_MODULE_5__/* .spareMemory */ .$)();
const world = {
    runner: (0,_runner_actions_js__WEBPACK_IMPORTED_MODULE_4__/* .actionsRunner */ .A)(),
    connect: _docspace_client_js__WEBPACK_IMPORTED_MODULE_2__/* .connect */ .N,
    trustCertificate: _docspace_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .trustCertificate */ .mM,
    now: () => new Date(),
    sleep: _http_wait_js__WEBPACK_IMPORTED_MODULE_6__/* .sleep */ .yy,
    hash: (text) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest(),
    random: (length) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(length),
};
const succeeded = entry === 'after-job' ? await (0,_run_js__WEBPACK_IMPORTED_MODULE_3__/* .afterJob */ .m)(world).then(() => true) : await (0,_run_js__WEBPACK_IMPORTED_MODULE_3__/* .run */ .e)(entry, world);
finished = true;
if (succeeded)
    process.exitCode = 0;

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 6202:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hm: () => (/* binding */ accessLabel),
/* harmony export */   Ot: () => (/* binding */ roles),
/* harmony export */   YK: () => (/* binding */ accessOf),
/* harmony export */   m0: () => (/* binding */ noAccess),
/* harmony export */   xA: () => (/* binding */ accessRank),
/* harmony export */   yv: () => (/* binding */ accessCode)
/* harmony export */ });
/**
 * Every role that some link can have, from the least to the most open: the order is the portal's own rank of roles
 * (portal.md §3, order of the list). Numbers from portal.md §1.1; the documentation sample's "2 for editing" is wrong.
 */
const roles = [
    { name: 'viewer', code: 2, docSpaceName: 'Read', label: 'Viewer' },
    { name: 'commenter', code: 6, docSpaceName: 'Comment', label: 'Commenter' },
    { name: 'reviewer', code: 5, docSpaceName: 'Review', label: 'Reviewer' },
    { name: 'form-filler', code: 7, docSpaceName: 'FillForms', label: 'Form filler' },
    { name: 'editor', code: 10, docSpaceName: 'Editing', label: 'Editor' },
    { name: 'content-creator', code: 11, docSpaceName: 'ContentCreator', label: 'Content creator' },
];
/** The number that means "revoke this link" in a write (portal.md §0.1). */
const noAccess = 0;
/** DocSpace's number of a role. */
function accessCode(access) {
    // The table holds every member of the type, so the search cannot fail.
    return roles.find((role) => role.name === access).code;
}
/** The role of a number; null for a number that no link of a known portal has (RoomManager of ≤ 2.6, say). */
function accessOf(code) {
    return roles.find((role) => role.code === code)?.name ?? null;
}
/** The word on DocSpace's screens for a role; an unknown number is named as such. */
function accessLabel(code) {
    return roles.find((role) => role.code === code)?.label ?? `access ${String(code)}`;
}
/** Where a role stands between the least and the most open; unknown numbers are taken for the most open. */
function accessRank(code) {
    const rank = roles.findIndex((role) => role.code === code);
    return rank < 0 ? roles.length : rank;
}


/***/ }),

/***/ 9446:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ mayReveal),
/* harmony export */   u: () => (/* binding */ describedLink)
/* harmony export */ });
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6202);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4433);
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(517);



/** Describes a link; `managed`: this repository made it. */
function describedLink(link, managed) {
    // Whether there is a password stands behind `internal`, where it always stood.
    const { internal, ...others } = (0,_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .plainSettings */ .Kh)(link);
    return {
        id: link.id,
        type: link.type,
        primary: link.primary,
        title: link.title,
        access: (0,_access_js__WEBPACK_IMPORTED_MODULE_0__/* .accessOf */ .YK)(link.access) ?? 'unknown',
        accessCode: link.access,
        expiration: link.expiration === null ? null : (0,_time_js__WEBPACK_IMPORTED_MODULE_2__/* .isoInstant */ .j2)(link.expiration),
        expired: link.expired,
        internal,
        hasPassword: link.hasPassword,
        ...others,
        uses: link.uses,
        managed,
    };
}
/** Whether the URL of a link may be seen. An invitation lets people in, so `protected` never shows it. */
function mayReveal(link, reveal) {
    switch (reveal) {
        case 'never':
            return false;
        case 'always':
            return true;
        case 'protected':
            return link.type === 'external' && (link.internal || link.password !== null);
    }
}


/***/ }),

/***/ 5260:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $Z: () => (/* binding */ gives),
/* harmony export */   A1: () => (/* binding */ fieldsNotFor),
/* harmony export */   QL: () => (/* binding */ defaultTitle),
/* harmony export */   Qf: () => (/* binding */ desiredSettings),
/* harmony export */   _X: () => (/* binding */ saysNothing),
/* harmony export */   i7: () => (/* binding */ oldInvitationLifetime),
/* harmony export */   lE: () => (/* binding */ isPermanent),
/* harmony export */   nc: () => (/* binding */ portalsDateTolerance),
/* harmony export */   x: () => (/* binding */ defaultLifetime)
/* harmony export */ });
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6202);
/* harmony import */ var _link_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6788);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4433);
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(517);




/** A desired link that says nothing: a link that is there stays as it is. */
function saysNothing(reference) {
    const settings = Object.fromEntries(_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .allSettings */ .VI.map((name) => [(0,_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .memberOf */ .C5)(name), undefined]));
    return { reference, ...settings, renew: false, rotate: false, adopt: false };
}
/**
 * The inputs of a desired link that make no sense for a link of this type, by the names users write. A field that asks for
 * what is so anyway (`password: none` on an invitation) is one of them too: it shows a misunderstanding.
 */
function fieldsNotFor(desired, type) {
    const given = (0,_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .settingsNotFor */ .cR)(type).filter((name) => gives(desired, name));
    return type === 'external' && desired.adopt ? [...given, 'adopt'] : given;
}
/** Whether a desired link says what a setting shall be; to keep the password is to say nothing. */
function gives(desired, name) {
    const value = desired[(0,_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .memberOf */ .C5)(name)];
    return value !== undefined && !(name === 'password' && desired.password?.kind === 'keep');
}
/** The longest life that a link gets when nobody says how long: seven days. */
const defaultLifetime = 7 * _time_js__WEBPACK_IMPORTED_MODULE_3__/* .day */ .vd;
/** Life of every invitation on a portal before 3.7, whatever the request says (portal.md §4.3). */
const oldInvitationLifetime = 7 * _time_js__WEBPACK_IMPORTED_MODULE_3__/* .day */ .vd;
/** How far a date that the portal sets itself, by its own clock, may be from the one expected; milliseconds. */
const portalsDateTolerance = 10 * _time_js__WEBPACK_IMPORTED_MODULE_3__/* .minute */ .Vc;
/** Whether this is the primary link of a Public or Form filling room, which cannot expire and cannot be deleted. */
function isPermanent(place) {
    return (0,_link_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(place) === 'primary' && place.room.type?.permanentPrimary === true;
}
/**
 * Everything that the link shall be: what the desired link says; where it is silent, the present value, or the default for a
 * new link. Dates are whole seconds.
 */
function desiredSettings(place, desired, context) {
    const { current, type } = place;
    const external = type === 'external';
    return {
        access: desired.access ?? current?.access ?? (0,_access_js__WEBPACK_IMPORTED_MODULE_0__/* .accessCode */ .yv)('viewer'),
        expiration: desiredExpiration(place, desired, context),
        internal: external && (desired.internal ?? current?.internal ?? true),
        title: desired.title ?? current?.title ?? context.defaultTitle,
        password: external ? desiredPassword(current, desired, context) : null,
        denyDownload: external && (desired.denyDownload ?? current?.denyDownload ?? false),
        maxUses: external ? null : desired.maxUses === undefined ? (current?.maxUses ?? null) : desired.maxUses,
    };
}
function desiredPassword(current, desired, context) {
    const kept = current?.password ?? null;
    switch (desired.password?.kind) {
        case 'given':
            return desired.password.password;
        case 'none':
            return null;
        case 'generate':
            return kept ?? context.newPassword();
        case 'keep':
        case undefined:
            return kept;
    }
}
function desiredExpiration(place, desired, context) {
    if (isPermanent(place))
        return null;
    const live = place.current?.expired === false ? place.current : null;
    if (desired.expiration === undefined && live !== null)
        return live.expiration;
    return latest(desired.expiration ?? { kind: 'duration', milliseconds: defaultLifetime }, live, desired.renew, context.now);
}
/** A duration is the longest life from now: it shortens, but lengthens only with `renew`. */
function latest(expiration, live, renew, now) {
    switch (expiration.kind) {
        case 'never':
            return null;
        case 'instant':
            return expiration.at;
        case 'duration': {
            const limit = (0,_time_js__WEBPACK_IMPORTED_MODULE_3__/* .wholeSeconds */ .$P)(new Date(now.getTime() + expiration.milliseconds));
            const present = live?.expiration ?? null;
            return !renew && present !== null && present <= limit ? present : limit;
        }
    }
}
/** Lengths as the portal counts them: in UTF-16 units (portal.md §1). */
const longestTitle = 255;
const longestKey = 100;
/**
 * The title of a link that is made without one: `<owner/repo>: <key>`, or the key alone outside of a repository. A long
 * key is cut in the title only, never in the identity of the link; what a reader sees as one character stays whole.
 */
function defaultTitle(repository, key) {
    const name = cut(key, longestKey);
    return cut(repository === '' ? name : `${repository}: ${name}`, longestTitle);
}
/** The text, no longer than so many UTF-16 units; `…` stands for what is missing. */
function cut(text, longest) {
    if (text.length <= longest)
        return text;
    const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text.slice(0, 2 * longest));
    // One that is longer than the whole title is cut between its code points.
    const pieces = Array.from(graphemes).flatMap(({ segment }) => segment.length < longest ? [segment] : Array.from(segment));
    let kept = '';
    for (const piece of pieces) {
        if (kept.length + piece.length >= longest)
            break;
        kept += piece;
    }
    return `${kept.trimEnd()}…`;
}


/***/ }),

/***/ 310:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   MT: () => (/* binding */ prefixOf),
/* harmony export */   Si: () => (/* binding */ newId),
/* harmony export */   m0: () => (/* binding */ idPrefix),
/* harmony export */   xj: () => (/* binding */ bearsKey),
/* harmony export */   yF: () => (/* binding */ isManaged),
/* harmony export */   zG: () => (/* binding */ keyInTitle)
/* harmony export */ });
const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
/** First 24 bits of the id of every link of this repository, as six hex digits. */
function repositoryPrefix(identity) {
    return hex(identity.hash(JSON.stringify([identity.repository])).slice(0, 3));
}
/**
 * The fixed part of the ids of one place, in the written form of a UUID version 8: 24 bits of the repository, 24 + 12
 * bits of the place. So a link is found by its prefix, without a store.
 */
function idPrefix(identity, place) {
    const digest = hex(identity.hash(JSON.stringify([identity.repository, place.roomId, place.type, place.key])));
    const head = repositoryPrefix(identity) + digest.slice(0, 6);
    return `${head.slice(0, 8)}-${head.slice(8, 12)}-8${digest.slice(6, 9)}-`;
}
/**
 * An id that was never used before: the prefix and 62 random bits. It is drawn before the first request, so that a
 * repeated write cannot make two links; and as no id is drawn twice, no revoked URL comes back to life.
 */
function newId(identity, prefix) {
    const variant = (byte) => (byte & 0x3f) | 0x80;
    const text = hex(identity.random(8).map((byte, index) => (index === 0 ? variant(byte) : byte)));
    return `${prefix}${text.slice(0, 4)}-${text.slice(4)}`;
}
/** Whether this repository made the link with this id. */
function isManaged(identity, id) {
    return identity.repository !== '' && id.startsWith(repositoryPrefix(identity)) && id.charAt(14) === '8';
}
/** The prefix that a new id takes when it replaces an existing link of the repository: that of the link itself. */
function prefixOf(id) {
    return id.slice(0, 19);
}
const types = ['external', 'invitation'];
/** Whether a link has this key in its room. A key stands for its link of either type. */
function bearsKey(identity, { roomId, key }, id) {
    return types.some((type) => id.startsWith(idPrefix(identity, { roomId, type, key })));
}
/** The key that the title of a link shows, if it is the title that a link gets by itself: `<owner/repo>: <key>`. */
function keyInTitle(title) {
    return title.replace(/^[^:]*: /u, '').normalize('NFC');
}


/***/ }),

/***/ 8254:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ factsOf)
/* harmony export */ });
/* harmony import */ var _password_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5021);

/** A secret of a link that is not named here does not compile. */
const secrets = { password: true, url: true, writtenUrl: true, token: true };
/** The link without its secrets; its password is held against the portal's policy of today, null if that is not known. */
function factsOf(link, policy) {
    const { password } = link;
    const facts = Object.entries(link).filter(([name]) => !Object.hasOwn(secrets, name));
    return {
        ...Object.fromEntries(facts),
        hasPassword: password !== null,
        passwordFits: password === null || policy === null ? null : (0,_password_js__WEBPACK_IMPORTED_MODULE_0__/* .fitsPolicy */ .R)(password.reveal(), policy),
    };
}


/***/ }),

/***/ 6788:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   Tv: () => (/* binding */ earliestEnd),
/* harmony export */   al: () => (/* binding */ inOrder),
/* harmony export */   eM: () => (/* binding */ sameInstant),
/* harmony export */   "if": () => (/* binding */ expectedOpens),
/* harmony export */   vA: () => (/* binding */ opensWords)
/* harmony export */ });
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6202);
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(517);


/** The kind of place that a link takes in its room. */
function kindOf(link) {
    if (link.type === 'invitation')
        return 'invitation';
    return link.primary ? 'primary' : 'additional';
}
/**
 * The links of a room in the one order in which they are evaluated, planned and shown: the most open role first, as in the
 * portal's own list (portal.md §3), and by id inside a role.
 */
function inOrder(links) {
    return links.toSorted((one, other) => (0,_access_js__WEBPACK_IMPORTED_MODULE_0__/* .accessRank */ .xA)(other.access) - (0,_access_js__WEBPACK_IMPORTED_MODULE_0__/* .accessRank */ .xA)(one.access) || (one.id < other.id ? -1 : Number(one.id > other.id)));
}
/**
 * Whether a date that the portal printed is the instant that was asked for. A portal in a zone with daylight saving
 * prints an instant whose UTC wall time falls in the zone's spring gap one hour late; what it stores is right
 * (recordings/21-time-zone).
 */
function sameInstant(printed, asked) {
    if (printed.expiration === null || asked === null)
        return printed.expiration === asked;
    const late = printed.expiration.getTime() - asked.getTime();
    return late === 0 || (late === _time_js__WEBPACK_IMPORTED_MODULE_1__/* .hour */ .nW && (0,_time_js__WEBPACK_IMPORTED_MODULE_1__/* .fallsIntoDstGap */ .y9)(asked, printed.expirationOffset));
}
/**
 * The earliest instant that a date which the portal printed can stand for: an hour before it where that may have been
 * printed late, see `sameInstant`. Whoever writes this one back does not lengthen a life.
 */
function earliestEnd({ expiration, expirationOffset }) {
    if (expiration === null)
        return null;
    const before = new Date(expiration.getTime() - _time_js__WEBPACK_IMPORTED_MODULE_1__/* .hour */ .nW);
    return (0,_time_js__WEBPACK_IMPORTED_MODULE_1__/* .fallsIntoDstGap */ .y9)(before, expirationOffset) ? before : expiration;
}
/** What a link with these settings opens if the portal does as it says; a login is asked for before a password. */
function expectedOpens(link) {
    if (link.expired)
        return 'nothing';
    if (link.type === 'invitation') {
        return link.maxUses !== null && (link.uses ?? 0) >= link.maxUses ? 'nothing' : 'join';
    }
    if (link.internal)
        return 'login';
    return link.password === null ? 'room' : 'password';
}
/** What an anonymous visitor met, as a sentence after "tried:". */
const opensWords = {
    room: 'opens the room for anyone',
    password: 'asks for the password',
    login: 'asks for a login',
    join: 'invites to join the room',
    nothing: 'opens nothing',
    unknown: 'could not be asked',
};


/***/ }),

/***/ 5021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ fitsPolicy),
/* harmony export */   b: () => (/* binding */ generatePassword)
/* harmony export */ });
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1776);

// 64 characters, so that six random bits draw one without bias. No quotes, brackets or blanks: it will be pasted.
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-!';
/**
 * A length that every portal takes: a portal's policy may ask for up to 30 characters, and takes no more
 * (portal.md §1.3).
 */
const length = 30;
/** What the strictest policy asks for: a capital letter, a digit and a special character. */
const demands = [/[A-Z]/, /[a-z]/, /[0-9]/, /[-!]/];
/** Draws a password that fits the policy of any portal: 30 characters, 180 bits. `random` gives random bytes. */
function generatePassword(random) {
    for (;;) {
        const text = Array.from(random(length), (byte) => alphabet.charAt(byte & 63)).join('');
        if (demands.every((demand) => demand.test(text)))
            return new _secret_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .z(text);
    }
}
/** No portal takes a longer password, or characters other than printable ASCII without blanks (portal.md §1.3). */
const longest = 30;
const printable = /^[\x21-\x7e]*$/;
const special = /[\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e]/;
/** Whether the portal would take this password for a link, by its policy. */
function fitsPolicy(password, policy) {
    return (password.length >= policy.minLength &&
        password.length <= longest &&
        printable.test(password) &&
        (!policy.upperCase || /[A-Z]/.test(password)) &&
        (!policy.digits || /[0-9]/.test(password)) &&
        (!policy.specSymbols || special.test(password)));
}


/***/ }),

/***/ 8797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CC: () => (/* binding */ problem),
/* harmony export */   HR: () => (/* binding */ Failure),
/* harmony export */   V2: () => (/* binding */ failure),
/* harmony export */   iK: () => (/* binding */ problemTable)
/* harmony export */ });
/**
 * Every way in which a step can fail, by code: the title of its annotation, and what to do when the place where it
 * happened knows no better advice. The README's troubleshooting table is made from this.
 */
const problemTable = {
    input: { title: 'Input not usable', advice: 'Correct the input; no request was sent.' },
    'links-file': { title: 'File not usable', advice: 'Correct the file; no request was sent.' },
    'credentials-missing': {
        title: 'No credentials',
        advice: 'Give `portal-url` and `api-key`, from secrets or the environment. Workflows of pull requests from forks get no secrets: `on-missing-credentials: skip` ends them green.',
    },
    'key-rejected': {
        title: 'API key rejected',
        advice: 'The portal answers 401 alike for a key that is wrong, deleted, switched off or expired, and for one whose owner is disabled. Look it up in DocSpace: Developer Tools → API keys.',
    },
    'key-scope': {
        title: 'API key not sufficient',
        advice: 'Give the key the scope `rooms:write` (`rooms:read` is enough to list and audit): DocSpace → Developer Tools → API keys.',
    },
    'room-not-found': {
        title: 'Room not found',
        advice: "Check `room-id`: it is the number in the room's address, `/rooms/shared/<id>`.",
    },
    'room-ambiguous': { title: 'Several rooms', advice: 'Use `room-id` with one of these ids, or rename one room.' },
    'not-a-room': { title: 'Not a room', advice: 'The id belongs to a folder. Use the id of the room itself.' },
    'room-archived': {
        title: 'Room is in the Archive',
        advice: 'Restore the room in DocSpace first: links of archived rooms cannot be changed.',
    },
    'room-template': {
        title: 'Room is a template',
        advice: "Templates have no links. Create a room from it, and use that room's id.",
    },
    'room-forbidden': {
        title: 'Room not accessible',
        advice: 'The user who owns the API key cannot see this room. Invite that user to the room as Room manager.',
    },
    'not-room-manager': {
        title: 'Not a manager of the room',
        advice: "Only the room's owner and its Room managers see and change links, a DocSpace admin is neither by default. Make the user who owns the API key a Room manager.",
    },
    'links-not-listed': {
        title: 'Links not listed',
        advice: "The portal contradicts itself: its answers are out of date, or the rights of the API key's user have just changed. Run the step again. If it stays so, compare with what that user sees in DocSpace.",
    },
    'widening-not-allowed': {
        title: 'The plan makes a link more open',
        advice: 'If that is meant, set `allow-widening: true`. Nothing was written.',
    },
    'too-many-changes': {
        title: 'The plan has too many changes',
        advice: 'Look at the plan. If it is right, raise `max-changes`. Nothing was written.',
    },
    'link-not-found': {
        title: 'Link not found',
        advice: 'Check `link-id`, or use `key` to let this action make the link.',
    },
    'link-not-ours': {
        title: 'Room already has an invitation link',
        advice: 'A room has a single invitation link. `adopt: true` takes it over; or revoke it first.',
    },
    'kind-not-available': {
        title: 'No such link in this room',
        advice: 'Use another `link-type`, or another type of room.',
    },
    'access-not-available': { title: 'Role not available', advice: 'Use one of the roles that this room allows.' },
    'not-possible': { title: 'Not possible for this link', advice: 'Correct the inputs that the message names.' },
    'limit-reached': {
        title: 'No place for another link',
        advice: 'Revoke a link that is no longer needed, the expired ones first.',
    },
    'portal-too-old': {
        title: 'Portal too old for this',
        advice: 'Update DocSpace to 3.7 or later, or leave the input out.',
    },
    'sharing-restricted': {
        title: 'External sharing is restricted',
        advice: 'The portal restricts external sharing in rooms: DocSpace → Settings → Security → External sharing.',
    },
    refused: {
        title: 'The portal refused',
        advice: 'The portal refuses this for a reason that it only says in the words of its own language. Check role, room and rights.',
    },
    'not-applied': {
        title: 'The portal did not do what was asked',
        advice: 'Look at the link in DocSpace. Run the step again; if it stays so, report it.',
    },
    'expired-on-the-way': {
        title: 'The date passed before the write',
        advice: 'Use a later `expiration`: a date in the past would make a link that never ends.',
    },
    conflict: {
        title: 'Others changed the room at the same time',
        advice: 'Run the step again. A `concurrency` group in the workflow keeps its own runs apart.',
    },
    'rate-limited': {
        title: 'Too many requests',
        advice: "All keys of a user share the portal's limits (1500 requests a minute). The step waits as long as `timeout` allows: raise it, or run fewer jobs at the same time.",
    },
    timeout: {
        title: 'Time is up',
        advice: 'The portal was too slow. Raise `request-timeout` or `timeout` if that is normal for it.',
    },
    unreachable: {
        title: 'Portal not reachable',
        advice: 'Check `portal-url`, the network of the runner, and its proxy settings.',
    },
    'proxy-refused': {
        title: 'Refused by the proxy',
        advice: 'Check the proxy variables and `no_proxy` of the runner, and whether the proxy allows this host.',
    },
    tls: {
        title: 'Certificate not trusted',
        advice: "For a self-hosted portal with a CA of its own, give that CA's certificate in `ca-certificate`.",
    },
    'not-secure': {
        title: 'No secure connection',
        advice: 'Check that `portal-url` names the port on which the portal speaks `https`, and which TLS versions the portal allows.',
    },
    'cut-answer': {
        title: 'Answer cut off',
        advice: 'The connection broke in the middle. Run the step again; look at proxies in between if it happens often.',
    },
    redirected: {
        title: 'Redirected',
        advice: 'Use the address that the portal itself uses, with `https:`, as `portal-url`.',
    },
    'not-docspace': {
        title: 'Not an answer of DocSpace',
        advice: 'Check that `portal-url` is the address of the portal, and what stands between it and the runner.',
    },
    'portal-unavailable': {
        title: 'Portal not available',
        advice: 'Try again later; look at the state of the portal if it lasts.',
    },
    'portal-unpaid': {
        title: 'Portal not paid',
        advice: "The portal's tariff or quota forbids this: DocSpace → Settings → Payments.",
    },
    'portal-error': {
        title: 'Error inside the portal',
        advice: "Run the step again; if it stays so, the portal's own log says more.",
    },
    'audit-findings': {
        title: 'Findings',
        advice: 'The summary of the job lists them. Mend them, or accept single ones for a while by `waivers` in the policy file.',
    },
    'audit-incomplete': {
        title: 'Audit incomplete',
        advice: 'What was not read is not known to be clean. Make the user who owns the API key a Room manager of these rooms, or leave them out with `exclude-rooms`.',
    },
    github: { title: 'GitHub refused', advice: 'Give the job the permission that the message names.' },
    'github-unavailable': {
        title: 'GitHub not available',
        advice: 'Run the step again; look at the state of GitHub if it lasts.',
    },
    'outputs-lost': {
        title: 'Outputs not written',
        advice: 'The work is done, but later steps would go on with empty outputs. Look at the disk of the runner, and at the file that `GITHUB_OUTPUT` names; then run the step again.',
    },
    internal: { title: 'Error in this action', advice: 'Please report it, with the log of a run with debug logging.' },
};
/** A problem with the advice of its code, unless there is better. */
function problem(code, message, hint = problemTable[code].advice, place) {
    return { code, message, hint, ...(place === undefined ? {} : { place }) };
}
/** What is thrown for the user to read: one problem or several, all at once. */
class Failure extends Error {
    problems;
    constructor(problems, options) {
        super(problems.map((one) => one.message).join('\n'), options);
        this.name = 'Failure';
        this.problems = problems;
    }
}
/** A failure of one problem. */
function failure(code, message, hint, options) {
    return new Failure([problem(code, message, hint)], options);
}


/***/ }),

/***/ 4061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ attempt)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8797);

/** Does the work, and catches the `Failure` that it throws; throws what is none: that is a fault of ours. */
async function attempt(work) {
    try {
        return { value: await work(), failed: null };
    }
    catch (error) {
        if (error instanceof _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
            return { failed: error };
        throw error;
    }
}


/***/ }),

/***/ 1583:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Pu: () => (/* binding */ roomTypeOf),
/* harmony export */   R9: () => (/* binding */ publicRoom),
/* harmony export */   q4: () => (/* binding */ formRoom),
/* harmony export */   xg: () => (/* binding */ allowsAccess)
/* harmony export */ });
/* unused harmony export roomTypes */
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6202);

/** DocSpace's numbers of the two types that single rules are about. */
const formRoom = 1;
const publicRoom = 6;
const open = ['editor', 'form-filler', 'reviewer', 'commenter', 'viewer'];
const none = { additional: 0, primary: 0, invitation: 1 };
/**
 * Room types × link types × roles × limits (portal.md §2.2; measured in recordings 01–06 and 11). The one place
 * that knows them.
 */
const roomTypes = [
    {
        code: formRoom,
        label: 'Form filling room',
        access: { external: ['form-filler', 'viewer'], invitation: ['content-creator', 'form-filler'] },
        limits: { additional: 0, primary: 1, invitation: 1 },
        permanentPrimary: true,
        internal: null,
    },
    {
        code: 2,
        label: 'Collaboration room',
        access: { invitation: ['content-creator', 'editor', 'viewer'] },
        limits: none,
        permanentPrimary: false,
        internal: null,
    },
    {
        code: 5,
        label: 'Custom room',
        access: { external: open, invitation: ['content-creator', 'editor', 'reviewer', 'commenter', 'viewer'] },
        limits: { additional: 5, primary: 1, invitation: 1 },
        permanentPrimary: false,
        internal: null,
    },
    {
        code: publicRoom,
        label: 'Public room',
        access: { external: open, invitation: ['content-creator', 'viewer'] },
        limits: { additional: 5, primary: 1, invitation: 1 },
        permanentPrimary: true,
        internal: false,
    },
    {
        code: 8,
        label: 'Virtual Data Room',
        access: { invitation: ['content-creator', 'editor', 'viewer', 'form-filler'] },
        limits: none,
        permanentPrimary: false,
        internal: true,
    },
    {
        code: 9,
        label: 'AI agent',
        access: { invitation: ['content-creator', 'viewer'] },
        limits: none,
        permanentPrimary: false,
        internal: null,
    },
];
/** The type of a room by DocSpace's number; null for one that this version does not know. */
function roomTypeOf(code) {
    return roomTypes.find((type) => type.code === code) ?? null;
}
/** Whether links of this type in this room can give the role with this number. */
function allowsAccess(room, type, code) {
    return (room.access[type] ?? []).some((access) => (0,_access_js__WEBPACK_IMPORTED_MODULE_0__/* .accessCode */ .yv)(access) === code);
}


/***/ }),

/***/ 9043:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   TX: () => (/* binding */ roomName),
/* harmony export */   cK: () => (/* binding */ matches),
/* harmony export */   kc: () => (/* binding */ byRoomId),
/* harmony export */   vy: () => (/* binding */ referenceWords)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9619);

/**
 * Whether this is the room that is named: the one place that compares the two. An id is never a title, and a title never
 * an id, whatever they look like. Titles are compared exactly, in Unicode NFC.
 */
function matches(reference, { id, title }) {
    return reference.by === 'id' ? reference.id === id : reference.title.normalize('NFC') === title.normalize('NFC');
}
/** `Room 123456 "Contract 2027"`, at the beginning of a sentence. */
function roomName(room) {
    return `Room ${room.id} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(room.title)}`;
}
/** How a sentence says which room was named: `2201`, `"Contract 2027"`. */
function referenceWords(reference) {
    return reference.by === 'id' ? reference.id : (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(reference.title);
}
/** Numbers by their size, before the text ids of rooms on third-party storage. */
function byRoomId(one, other) {
    const [first, second] = [Number(one), Number(other)];
    if (!Number.isNaN(first) && !Number.isNaN(second))
        return first - second;
    if (Number.isNaN(first) !== Number.isNaN(second))
        return Number.isNaN(first) ? 1 : -1;
    return one < other ? -1 : Number(one > other);
}


/***/ }),

/***/ 1776:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ sameSecret),
/* harmony export */   z: () => (/* binding */ Secret)
/* harmony export */ });
/**
 * A text that may not be seen: an API key, a password, the URL or token of a link. Whatever prints it (a template
 * string, JSON, the inspector, an error) prints `***`; only `reveal()` gives the text, so a search for that word
 * shows every place where one leaves the program.
 */
class Secret {
    #text;
    constructor(text) {
        this.#text = text;
    }
    /** The text itself. For request bodies, headers, masks and the outputs that promise it; nothing else. */
    reveal() {
        return this.#text;
    }
    /** Whether two secrets hold the same text. */
    equals(other) {
        return this.#text === other.#text;
    }
    toString() {
        return '***';
    }
    toJSON() {
        return '***';
    }
    [Symbol.for('nodejs.util.inspect.custom')]() {
        return 'Secret(***)';
    }
}
/** Whether both are absent or hold the same text. */
function sameSecret(one, other) {
    return one === null || other === null ? one === other : one.equals(other);
}


/***/ }),

/***/ 2073:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ separated),
/* harmony export */   q: () => (/* binding */ keysIn)
/* harmony export */ });
const quotedValue = /^"((?:[^"]|"")*)"\s*(?:,|$)/u;
/**
 * The values of a line, separated by commas, without the spaces around them; empty ones are left out. Double quotes
 * keep a comma inside a value, and a doubled quote is a quote, as in CSV. Null if a quote is not closed, or if more than
 * a comma follows it.
 */
function separated(line) {
    const values = [];
    let rest = line.trim();
    while (rest !== '') {
        const [all, text = ''] = quotedValue.exec(rest) ?? [];
        if (all !== undefined) {
            values.push({ text: text.replaceAll('""', '"'), inQuotes: true });
            rest = rest.slice(all.length).trimStart();
            continue;
        }
        if (rest.startsWith('"'))
            return null;
        const comma = rest.indexOf(',');
        const end = comma === -1 ? rest.length : comma;
        const plain = rest.slice(0, end).trim();
        if (plain !== '')
            values.push({ text: plain, inQuotes: false });
        rest = rest.slice(end + 1).trimStart();
    }
    return values;
}
/** The keys that a line of a list names, if it is not itself the key of a link. */
function keysIn(line) {
    return separated(line)?.map(({ text }) => text) ?? [line];
}


/***/ }),

/***/ 4433:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ao: () => (/* binding */ changes),
/* harmony export */   B0: () => (/* binding */ fixWords),
/* harmony export */   BA: () => (/* binding */ settingsAsInputs),
/* harmony export */   C5: () => (/* binding */ memberOf),
/* harmony export */   Dp: () => (/* binding */ widenings),
/* harmony export */   Kh: () => (/* binding */ plainSettings),
/* harmony export */   TR: () => (/* binding */ describeSettings),
/* harmony export */   VI: () => (/* binding */ allSettings),
/* harmony export */   YJ: () => (/* binding */ settingWords),
/* harmony export */   cR: () => (/* binding */ settingsNotFor),
/* harmony export */   dB: () => (/* binding */ whyNotApplied),
/* harmony export */   ev: () => (/* binding */ leastOpen),
/* harmony export */   f5: () => (/* binding */ settingsOf),
/* harmony export */   pc: () => (/* binding */ asMadeWords),
/* harmony export */   pz: () => (/* binding */ valueWords),
/* harmony export */   uN: () => (/* binding */ isSettingAsMade)
/* harmony export */ });
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6202);
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1776);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9619);
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(517);




const both = ['external', 'invitation'];
const fields = {
    access: {
        member: 'access',
        types: both,
        value: ({ access }) => (0,_access_js__WEBPACK_IMPORTED_MODULE_0__/* .accessOf */ .YK)(access) ?? access,
        same: (one, other) => one.access === other.access,
        openness: ({ access }) => (0,_access_js__WEBPACK_IMPORTED_MODULE_0__/* .accessRank */ .xA)(access),
        words: ({ access }) => (0,_access_js__WEBPACK_IMPORTED_MODULE_0__/* .accessLabel */ .Hm)(access),
        fixWords: ({ access }) => `lower the role to ${(0,_access_js__WEBPACK_IMPORTED_MODULE_0__/* .accessLabel */ .Hm)(access)}`,
        whyNotApplied: 'the portal refused the role in silence, or somebody changed the link at the same time',
    },
    internal: {
        member: 'internal',
        plain: true,
        types: ['external'],
        value: ({ internal }) => internal,
        same: (one, other) => one.internal === other.internal,
        openness: ({ internal }) => (internal ? 0 : 1),
        words: ({ internal }) => (internal ? 'DocSpace users only' : 'Anyone with the link'),
        fixWords: () => 'let DocSpace users only use the link',
        // The portal's default may be either.
        asMade: { is: () => true, words: ({ internal }) => (internal ? 'DocSpace users only' : 'anyone with the link') },
        whyNotApplied: 'the portal restricts external sharing in rooms (Settings → Security), or is older than 3.5',
    },
    password: {
        member: 'password',
        types: ['external'],
        value: ({ password }) => (password === null ? 'none' : 'set'),
        same: (one, other) => (0,_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .sameSecret */ .B)(one.password, other.password),
        openness: ({ password }) => (password === null ? 1 : 0),
        words: ({ password }) => (password === null ? '' : 'password'),
        asMade: { is: ({ password }) => password === null, words: () => 'no password' },
        whyNotApplied: 'the portal leaves a refused update without an error',
    },
    'deny-download': {
        member: 'denyDownload',
        plain: true,
        types: ['external'],
        value: ({ denyDownload }) => denyDownload,
        same: (one, other) => one.denyDownload === other.denyDownload,
        openness: ({ denyDownload }) => (denyDownload ? 0 : 1),
        words: ({ denyDownload }) => (denyDownload ? 'no download' : ''),
        fixWords: () => 'restrict copying, downloading and printing',
        asMade: { is: ({ denyDownload }) => !denyDownload, words: () => 'downloads allowed' },
        whyNotApplied: 'the portal leaves a refused update without an error',
    },
    'max-uses': {
        member: 'maxUses',
        plain: true,
        types: ['invitation'],
        value: ({ maxUses }) => maxUses ?? 'unlimited',
        same: (one, other) => one.maxUses === other.maxUses,
        openness: ({ maxUses }) => maxUses ?? Infinity,
        words: ({ maxUses }) => (maxUses === null ? 'any number of uses' : `${maxUses} ${maxUses === 1 ? 'use' : 'uses'}`),
        fixWords: ({ maxUses }) => `let at most ${maxUses} people join by it`,
        whyNotApplied: 'the portal is older than 3.7, or somebody changed the link at the same time',
    },
    expiration: {
        member: 'expiration',
        types: both,
        value: ({ expiration }) => (expiration === null ? 'never' : (0,_time_js__WEBPACK_IMPORTED_MODULE_2__/* .isoInstant */ .j2)(expiration)),
        same: (one, other) => one.expiration?.getTime() === other.expiration?.getTime(),
        openness: ({ expiration }) => expiration?.getTime() ?? Infinity,
        words: ({ expiration }, life) => `${expiration === null ? 'without end' : `until ${(0,_time_js__WEBPACK_IMPORTED_MODULE_2__/* .formatInstant */ .r4)(expiration)}`}${life}`,
        fixWords: (_, life) => `let the link end ${life} from now`,
        asMade: { is: ({ expiration }) => expiration === null, words: () => 'never expires' },
        whyNotApplied: 'the portal takes a date that has passed or that it cannot read for none, or keeps the old one where a link may not expire',
    },
    title: {
        member: 'title',
        types: both,
        value: ({ title }) => title,
        same: (one, other) => one.title === other.title,
        whyNotApplied: 'the portal leaves a refused update without an error, or somebody changed the link at the same time',
    },
};
const entries = Object.entries(fields);
/** All settings, by the names that users write. */
const allSettings = entries.map(([name]) => name);
/** The settings that a link of this type has, in the order in which they are told. */
function fieldsOf(type) {
    return entries.filter(([, field]) => field.types.includes(type));
}
/** The name in the code of a setting that users name so. */
function memberOf(name) {
    return fields[name].member;
}
/** The settings that a link of this type has, by the names that users write. */
function settingsOf(type) {
    return fieldsOf(type).map(([name]) => name);
}
/** The settings that a link of this type does not have, by the names that users write. */
function settingsNotFor(type) {
    return entries.filter(([, { types }]) => !types.includes(type)).map(([name]) => name);
}
const plainMembers = entries.flatMap(([, { member, plain }]) => plain === true ? [member] : []);
/** What outputs and reports tell as it is, and nothing else of a link. */
function plainSettings(settings) {
    return Object.fromEntries(plainMembers.map((member) => [member, settings[member]]));
}
/** Of the values that are asked for each setting the least open one; what nobody asks for is left out. */
function leastOpen(asked) {
    const least = entries.flatMap(([, { member, openness }]) => {
        if (openness === undefined)
            return [];
        const known = asked.filter((one) => one[member] !== undefined);
        const [first] = known.toSorted((one, other) => openness(one) - openness(other));
        return first === undefined ? [] : [[member, first[member]]];
    });
    return Object.fromEntries(least);
}
/** All settings that differ; with `from` null all that the new link has. A new password shows as `set` → `changed`. */
function changes(type, from, to) {
    return fieldsOf(type)
        .filter(([, field]) => from === null || !field.same(from, to))
        .map(([name, field]) => {
        const before = from === null ? null : field.value(from);
        const after = field.value(to);
        return { name, from: before, to: before === after ? 'changed' : after };
    });
}
/**
 * The settings that become more open: a higher access, `internal` → anyone, a later expiration, a password or the
 * download limit removed, more uses. A new link widens nothing: there was none to be wider than.
 */
function widenings(type, from, to) {
    if (from === null)
        return [];
    return fieldsOf(type)
        .filter(([, { openness }]) => openness !== undefined && openness(to) > openness(from))
        .map(([name]) => name);
}
/** What a link is, in DocSpace's words, with `life` after the date; the title is left to the caller. */
function describeSettings(type, settings, life = '') {
    return settingWords(type, settings, [], life).join(' · ');
}
/** The same for each setting by itself, without those that the caller tells in another way. */
function settingWords(type, settings, except, life = '') {
    return fieldsOf(type)
        .filter(([name]) => !except.includes(name))
        .map(([, { words }]) => words?.(settings, life) ?? '')
        .filter((text) => text !== '');
}
/** What a safe fix to these settings does; `life`: how long the link lives then. */
function fixWords(to, life) {
    return entries
        .filter(([, { member }]) => to[member] !== undefined)
        .map(([, field]) => field.fixWords?.(to, life) ?? '')
        .join(', ');
}
/** Whether a setting is as in a primary link that the portal makes by itself; never where that is told by more than it. */
function isSettingAsMade(name, settings) {
    return fields[name].asMade?.is(settings) ?? false;
}
/** `no password (`password: none`)`: a setting of such a link, and how it would be written, as Markdown. */
function asMadeWords(name, settings) {
    const input = `\`${settingsAsInputs(settings, [name]).join('')}\``;
    const { asMade } = fields[name];
    return asMade === undefined ? input : `${asMade.words(settings)} (${input})`;
}
/** Why the portal may have left a setting otherwise than it was asked to. */
function whyNotApplied(name) {
    return fields[name].whyNotApplied;
}
/** A value of a field as a person reads it. */
function valueWords(value) {
    if (value === null)
        return '–';
    return typeof value === 'string' && /[^a-z0-9:.TZ-]/i.test(value) ? (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(value) : String(value);
}
/** `access: editor`, `password: none`: some settings of a link, as inputs write them. */
function settingsAsInputs(settings, names) {
    return names.map((name) => `${name}: ${valueWords(fields[name].value(settings))}`);
}


/***/ }),

/***/ 6829:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ shownId),
/* harmony export */   m: () => (/* binding */ around)
/* harmony export */ });
/** Fewer characters are hard to find in a list: the ids of one repository begin alike, see `identity.ts`. */
const shortest = 8;
/**
 * The links that a room has, and those that a plan takes away and makes: what a run tells of the one is not to be taken
 * for the other, and the replacement of a link has an id that begins like that of the link.
 */
function around(links, plan) {
    const made = plan.id === null ? [] : [{ id: plan.id }];
    return [...links, ...(plan.current === null ? [] : [plan.current]), ...plan.duplicates, ...made];
}
/**
 * The beginning of an id that people read: 8 characters, or as many more as it takes until no other link of its room
 * begins so. A waiver that names the link by it means this link.
 */
function shownId(id, links) {
    const others = links.filter((link) => link.id !== id);
    let length = shortest;
    // A hyphen at the end is easily lost where the text is copied.
    while (length < id.length &&
        (others.some((link) => link.id.startsWith(id.slice(0, length))) || id[length - 1] === '-')) {
        length += 1;
    }
    return id.slice(0, length);
}


/***/ }),

/***/ 9619:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   KU: () => (/* binding */ escapeForMermaid),
/* harmony export */   L4: () => (/* binding */ escapeForCsv),
/* harmony export */   SV: () => (/* binding */ escapeForSarif),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   Uv: () => (/* binding */ escapeForMarkdown),
/* harmony export */   Xy: () => (/* binding */ escapeForJson),
/* harmony export */   _0: () => (/* binding */ stripInvisible),
/* harmony export */   zB: () => (/* binding */ escapeForLog)
/* harmony export */ });
/**
 * Texts from outside on their way to where somebody or something reads them. Each sink takes other characters for more
 * than text; what it would take for it is escaped here, and nowhere else.
 */
const mostQuoted = 100;
/** The text on one line: white space and line breaks become one space, what is not seen goes. */
function stripInvisible(text) {
    return text
        .replace(/[\p{Cf}\p{Cs}\p{DI}]|(?![\s\u0085])\p{Cc}/gu, '')
        .replace(/[\s\u0085]+/gu, ' ')
        .trim();
}
/** The text, cut at so many characters, of which the last is `…` then. */
function cut(text, most) {
    const characters = Array.from(text);
    return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
}
/**
 * A text from outside, fit to stand in a sentence of ours: in quotes, one line, no control, direction or invisible
 * characters (they could speak to the runner, or show another text than there is), cut at 100 characters.
 */
function quoted(text) {
    return `"${cut(stripInvisible(text), mostQuoted)}"`;
}
/**
 * A line of log that cannot speak to the runner: `::command::` works at a line's start, the older `##[command]` anywhere
 * in it, and both may stand in a room's title. Line breaks and control and direction characters go; the indentation
 * stays.
 */
function escapeForLog(text) {
    return text
        .replace(/[\r\n\u0085\u2028\u2029]+/g, ' ')
        .replace(/[\p{Cc}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '')
        .replace(/##\[/g, '# #[')
        .replace(/^(\s*)::/, '$1: :');
}
const markup = /[|<>&@`*_~[\]#\\!"'$]|:(?=\/\/)|(?<=www)\./giu;
/** The text as Markdown and HTML in one, with a character reference for each character that could be markup or a link. */
function escapeForMarkdown(text) {
    return text.replace(markup, (character) => `&#${character.charCodeAt(0)};`);
}
/**
 * A cell of CSV on one line, without what is not seen. An apostrophe goes before what would begin a formula: at the
 * start, and after a semicolon, at which Excel separates cells where the comma separates decimals, whatever the quotes
 * say.
 */
function escapeForCsv(text) {
    return stripInvisible(text).replace(/(?:^|;["'\s]*)(?=[=+\-@＝＋－＠])/gu, "$&'");
}
/** A text as SARIF has it where `[text](address)` is a link and `{0}` a placeholder (SARIF 2.1.0, 3.11.5 and 3.11.6). */
function escapeForSarif(text) {
    return stripInvisible(text)
        .replace(/[\\[\]]/gu, '\\$&')
        .replace(/[{}]/gu, '$&$&');
}
/**
 * A text reduced to what is no markup to Mermaid, which knows no escaping, and to Markdown's fences. `C4Container`
 * anywhere makes Mermaid take a chart for one of another kind.
 */
function escapeForMermaid(text) {
    const plain = stripInvisible(text).replace(/[^\p{L}\p{M}\p{N} ._()+/-]/gu, ' ');
    return stripInvisible(plain).replace(/C4(?=[CD])/gu, 'C 4');
}
/**
 * A JSON text in which characters that are not seen, or turn the direction of the text, are written as escapes: its value
 * stays, and whoever looks at the file sees what it says.
 */
function escapeForJson(json) {
    return json.replace(/[\p{Cf}\p{Zl}\p{Zp}\u007f-\u009f]/gu, (character) => 
    // By UTF-16 units, as JSON has it.
    Array.from({ length: character.length }, (_, at) => {
        const unit = character.charCodeAt(at).toString(16).padStart(4, '0');
        return `\\u${unit}`;
    }).join(''));
}


/***/ }),

/***/ 517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $P: () => (/* binding */ wholeSeconds),
/* harmony export */   MD: () => (/* binding */ units),
/* harmony export */   R_: () => (/* binding */ exactInstant),
/* harmony export */   Rc: () => (/* binding */ second),
/* harmony export */   S5: () => (/* binding */ durationText),
/* harmony export */   Vc: () => (/* binding */ minute),
/* harmony export */   Yi: () => (/* binding */ formatMinute),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   j2: () => (/* binding */ isoInstant),
/* harmony export */   nW: () => (/* binding */ hour),
/* harmony export */   r4: () => (/* binding */ formatInstant),
/* harmony export */   vd: () => (/* binding */ day),
/* harmony export */   y9: () => (/* binding */ fallsIntoDstGap)
/* harmony export */ });
/** Units of time, in milliseconds. */
const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
/** Units of time and their lengths in milliseconds, the largest first. */
const units = [
    ['day', day],
    ['hour', hour],
    ['minute', minute],
    ['second', second],
];
/** A length of time in milliseconds, in the largest unit in which it is a whole number: `30 days`, `1 hour`. */
function formatDuration(milliseconds) {
    const [unit, size] = units.find(([, length]) => milliseconds % length === 0) ?? ['second', second];
    const count = Math.round(milliseconds / size);
    return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
/** A length of time in whole seconds as users write it, in the largest unit up to days that fits: `30d`, `36h`. */
function durationText(milliseconds) {
    const [unit, size] = units.find(([, length]) => milliseconds % length === 0) ?? ['second', second];
    return `${milliseconds / size}${unit.charAt(0)}`;
}
/** The instant in whole seconds: what is finer is cut. */
function wholeSeconds(date) {
    return new Date(Math.floor(date.getTime() / second) * second);
}
/**
 * An instant as outputs, plans and reports write it: ISO 8601 in UTC, to the second. What is finer is cut, as in
 * `formatInstant`, so that no text names a later time than the portal keeps.
 */
function isoInstant(date) {
    return date.toISOString().replace(/\.\d+Z$/u, 'Z');
}
/** An instant to the millisecond, for what is sent to the portal: a date that is kept must not become another one. */
function exactInstant(date) {
    return date.toISOString().replace('.000Z', 'Z');
}
/** An instant as log and summary say it: `2026-11-30 16:10 UTC`. */
function formatInstant(date) {
    return `${formatMinute(date)} UTC`;
}
/** ... without the zone, for where it is named once: `2026-11-30 16:10`. */
function formatMinute(date) {
    return date.toISOString().slice(0, 16).replace('T', ' ');
}
const wallClocks = new Map();
/** The clock on the wall in a zone. Each is made once: it is the making that takes time and memory, not the asking. */
function wallClockOf(timeZone) {
    const known = wallClocks.get(timeZone);
    if (known !== undefined)
        return known;
    // Swedish dates are those of ISO 8601: `2031-03-30 05:30:00`.
    const made = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    wallClocks.set(timeZone, made);
    return made;
}
/**
 * Whether the UTC wall time of an instant is one that spring takes away in a zone which has this offset from UTC
 * (minutes) an hour later. The portal does not tell its zone, so any zone of the world will do.
 */
function fallsIntoDstGap(instant, offset) {
    const wall = Math.floor(instant.getTime() / second) * second;
    return Intl.supportedValuesOf('timeZone').some((timeZone) => {
        const wallClock = wallClockOf(timeZone);
        const offsetAt = (time) => Date.parse(`${wallClock.format(time)}Z`) - time;
        // A wall time exists if some instant has it; its offset is that of the day before or of the day after.
        const exists = [wall - day, wall + day].map(offsetAt).some((one) => offsetAt(wall - one) === one);
        return !exists && offsetAt(wall + hour) === offset * minute;
    });
}


/***/ }),

/***/ 7147:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $1: () => (/* binding */ kindNames),
/* harmony export */   CU: () => (/* binding */ roomTypeLabel),
/* harmony export */   F1: () => (/* binding */ placesLine),
/* harmony export */   FD: () => (/* binding */ life),
/* harmony export */   HN: () => (/* binding */ planLines),
/* harmony export */   KB: () => (/* binding */ linkName),
/* harmony export */   Qy: () => (/* binding */ shownLink),
/* harmony export */   Sk: () => (/* binding */ rotatedLine),
/* harmony export */   TX: () => (/* reexport safe */ _links_room_js__WEBPACK_IMPORTED_MODULE_3__.TX),
/* harmony export */   Vi: () => (/* binding */ keyWords),
/* harmony export */   cX: () => (/* binding */ roomLine),
/* harmony export */   c_: () => (/* binding */ lifeOf),
/* harmony export */   h0: () => (/* binding */ fieldLine),
/* harmony export */   i4: () => (/* binding */ listLines),
/* harmony export */   lj: () => (/* binding */ listLine),
/* harmony export */   m_: () => (/* binding */ shortId),
/* harmony export */   oP: () => (/* binding */ revokedLines),
/* harmony export */   rj: () => (/* binding */ countWords)
/* harmony export */ });
/* harmony import */ var _links_link_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6788);
/* harmony import */ var _links_room_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9043);
/* harmony import */ var _links_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4433);
/* harmony import */ var _links_shown_id_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(6829);
/* harmony import */ var _links_text_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(9619);
/* harmony import */ var _links_time_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(517);







const versions = { '3.7': 'portal 3.7 or later', '3.6': 'portal before 3.7', '3.2': 'portal before 3.5' };
/** `Room 123456 "Contract 2027" · Custom room · portal 3.7 or later`. */
function roomLine(state) {
    return `${(0,_links_room_js__WEBPACK_IMPORTED_MODULE_3__/* .roomName */ .TX)(state.room)} · ${roomTypeLabel(state.room)} · ${versions[state.version]}`;
}
/** The words of DocSpace for the room's type, and where the room is if it is not active. */
function roomTypeLabel(room) {
    const area = { active: '', agents: '', archived: ', in the Archive', template: ', a template' }[room.area];
    return `${room.type?.label ?? `room of type ${room.typeCode}`}${area}`;
}
/** The words for a kind of link, at the beginning of a sentence. */
const kindNames = {
    additional: 'Link',
    primary: 'Primary link',
    invitation: 'Invitation link',
};
/** `Link "pr-58"`, `Primary link`, `Link 6f1c0e9a…`; `links` are those of the room. */
function linkName(plan, links) {
    const kind = kindNames[(0,_links_link_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(plan)];
    if (plan.primary)
        return kind;
    return plan.key === null ? `${kind} ${shortId(plan.current?.id ?? '', links)}` : `${kind} ${(0,_links_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(plan.key)}`;
}
/**
 * An id short enough to read in a sentence, and no beginning of another one among the `links` of its room; whole ids are
 * in outputs and reports.
 */
function shortId(id, links) {
    return `${(0,_links_shown_id_js__WEBPACK_IMPORTED_MODULE_5__/* .shownId */ .f)(id, links)}…`;
}
/** `6f1c0e9a… "Press kit" (key "press")`, of a link whose id is short already. */
function shownLink({ id, key }, title) {
    return `${id}… ${(0,_links_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(title)}${keyWords(key)}`;
}
/** ` (key "press")`: what stands beside the id of a managed link whose key is known; '' without one. */
function keyWords(key) {
    return key === null ? '' : ` (key ${(0,_links_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(key)})`;
}
/** The first lines of a set in a room with these links: what was found, what follows from it, what the link then is. */
function planLines(plan, now, links) {
    const settings = `  ${(0,_links_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .describeSettings */ .TR)(plan.type, plan.target, life(plan.target.expiration, now))}`;
    const changed = plan.fields.map((field) => `  ~ ${fieldLine(field)}${plan.widens.includes(field.name) ? '   (wider)' : ''}`);
    const duplicates = plan.duplicates.map((link) => `  - ${shortId(link.id, (0,_links_shown_id_js__WEBPACK_IMPORTED_MODULE_5__/* .around */ .m)(links, plan))} bears the same key and goes`);
    const name = linkName(plan, links);
    switch (plan.action) {
        case 'create':
            return [`${name}: not found → create`, settings, ...duplicates];
        case 'none':
            return [`${name}: as described → nothing to do`, settings, ...duplicates];
        case 'update':
            return [`${name}: differs → update`, ...changed, settings, ...duplicates];
        case 'replace':
            return [`${name}: expired → replace, with a new URL${order(plan)}`, ...changed, settings, ...duplicates];
        case 'rotate':
            return [`${name}: rotate → a new URL, the old one dies${order(plan)}`, ...changed, settings, ...duplicates];
    }
}
function order(plan) {
    return plan.oldGoesFirst ? '; there is no free place, so the old link goes first' : '';
}
/** `access: viewer → editor`. */
function fieldLine(field) {
    return `${field.name}: ${(0,_links_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .valueWords */ .pz)(field.from)} → ${(0,_links_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .valueWords */ .pz)(field.to)}`;
}
/**
 * ` (7 days)`: how long until then, in the largest unit of which there are two, give or take a little; '' for no date
 * and for one that has passed.
 */
function life(end, now) {
    const rest = end === null ? 0 : end.getTime() - now.getTime();
    if (rest <= 0)
        return '';
    const [unit, size] = _links_time_js__WEBPACK_IMPORTED_MODULE_2__/* .units */ .MD.find(([, milliseconds]) => rest / milliseconds >= 1.99) ?? ['second', 1000];
    const count = Math.max(1, Math.round(rest / size));
    return ` (${count} ${unit}${count === 1 ? '' : 's'})`;
}
/** ... of a link that is there: whether it has expired, the portal says, by its own clock. */
function lifeOf(link, now) {
    return link.expired ? ' (expired)' : life(link.expiration, now);
}
/** Links that are revoked, which is proved; `links` are those that the room had before. */
function revokedLines(revoked, links) {
    const lines = revoked.map(({ id }) => `✓ revoked ${shortId(id, links)}   ✓ read back   ✓ tried: ${_links_link_js__WEBPACK_IMPORTED_MODULE_0__/* .opensWords */ .vA.nothing}`);
    const joined = revoked.some(({ type }) => type === 'invitation');
    return joined ? [...lines, '  People who have joined by the invitation stay members of the room.'] : lines;
}
/** A permanent primary link that has got another URL, which is proved; `links` are those that the room has now. */
function rotatedLine(former, id, links) {
    const [old = '', made = ''] = [former.id, id].map((one) => shortId(one, [former, ...links]));
    return `✓ rotated ${old} → ${made}   ✓ read back   ✓ tried: the former URL opens nothing`;
}
/** `2 of 5 additional links used`: the places of the link's kind. */
function placesLine(room, links, kind) {
    const used = links.filter((link) => (0,_links_link_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(link) === kind).length;
    const limit = room.type?.limits[kind] ?? used;
    return kind === 'additional' ? `${used} of ${limit} additional links used` : '';
}
/**
 * The links of a type among all those of a room, one per line, after their number. `shows` says whose URLs may be seen:
 * each stands in a line of its own.
 */
function listLines(all, type, now, shows = () => false) {
    const links = all.filter((link) => type === 'all' || link.type === type);
    return [
        countWords(links.length, type),
        ...links.flatMap((link) => [`  ${listLine(link, now, all)}`, ...(shows(link) ? [`    ${link.url.reveal()}`] : [])]),
    ];
}
/** `d84b3968… "octo/contracts: pr-58": additional link · Editor · …`; `links` are those of the room. */
function listLine(link, now, links) {
    const settings = (0,_links_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .describeSettings */ .TR)(link.type, link, lifeOf(link, now));
    return `${shortId(link.id, links)} ${(0,_links_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(link.title)}: ${kindWords[(0,_links_link_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(link)]} · ${settings}`;
}
/** `2 external links`, `1 link`, `no links`. */
function countWords(count, type) {
    const what = `${type === 'all' ? '' : `${type} `}link${count === 1 ? '' : 's'}`;
    return `${count === 0 ? 'no' : count} ${what}`;
}
const kindWords = {
    additional: 'additional link',
    primary: 'primary link',
    invitation: 'invitation link',
};


/***/ }),

/***/ 2072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $5: () => (/* binding */ fitted),
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   hl: () => (/* binding */ address),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   y1: () => (/* binding */ plainLines)
/* harmony export */ });
/* harmony import */ var _links_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9619);

/** GitHub refuses a longer summary of a step; bytes. What is kept free is for the note that it was cut. */
const largestSummary = 1024 * 1024 - 1024;
/** No title that DocSpace takes is longer (portal.md §1). */
const longestCode = 255;
const mostRows = 500;
/**
 * A text from outside as inline code: no character of it is Markdown or HTML, and within code GitHub makes neither
 * mentions nor references. An address would become a link even there, so what makes it one is broken up: the comment
 * after an `@` is not shown. One line, cut at 255 characters, or at fewer.
 */
function code(text, longest = longestCode) {
    const line = (0,_links_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cut */ .Jj)((0,_links_text_js__WEBPACK_IMPORTED_MODULE_0__/* .stripInvisible */ ._0)(text), longest);
    return `<code>${(0,_links_text_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeForMarkdown */ .Uv)(line).replaceAll('&#64;', '&#64;<!-- -->')}</code>`;
}
/**
 * The URL of a link that may be seen, to click. What the portal sends is not certain to be a URL of the web; then it is
 * only text, as it is where it would end the cell of a table.
 */
function address(url) {
    const text = url.reveal();
    const { href, protocol } = URL.canParse(text) ? new URL(text) : { href: text, protocol: '' };
    return /^https?:$/u.test(protocol) && /^[^\s<>|]+$/u.test(href) ? `<${href}>` : code(text);
}
/**
 * A message or hint of ours, in which `code` may stand in backticks, and ids and words from outside anywhere: these
 * are no markup. Outside of code GitHub looks for mentions and references once all is rendered, so a blank of no width
 * stands in them.
 */
function prose(text) {
    return (0,_links_text_js__WEBPACK_IMPORTED_MODULE_0__/* .stripInvisible */ ._0)(text)
        .split(/`([^`]*)`/u)
        .map((part, index) => index % 2 === 1 ? code(part) : (0,_links_text_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeForMarkdown */ .Uv)(part).replace(/&#(?:64|35);/gu, '$&&#8203;'))
        .join('');
}
/** A table; the cells are Markdown already. Of more than 500 rows the rest is only counted. */
function table(header, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    const shown = [line(header), line(header.map(() => '---')), ...rows.slice(0, mostRows).map(line)].join('\n');
    return rows.length > mostRows ? `${shown}\n\n_… and ${rows.length - mostRows} more_` : shown;
}
/** The Markdown of a summary as lines of plain text, for a log: without pictures, whose text is for no reader. */
function plainLines(markdown) {
    return markdown
        .replace(/^```mermaid\n[\s\S]*?^```\n+(?:_[^\n]*_\n+)?/gmu, '')
        .trimEnd()
        .split('\n')
        .filter((line) => !/^\|(?: --- \|)+$/u.test(line))
        .map((line) => line
        .replaceAll('<br>', ' · ')
        .replace(/<!--.*?-->|<\/?[a-z][a-z0-9]*(?: [^<>]*)?>/gu, '')
        .replaceAll('&nbsp;', ' ')
        .replace(/&#(\d+);/gu, (_, character) => String.fromCodePoint(Number(character))));
}
/** The Markdown of a summary, cut at the end of a line where it is longer than GitHub takes. */
function fitted(markdown) {
    const bytes = Buffer.from(markdown);
    if (bytes.length <= largestSummary)
        return markdown;
    const end = bytes.lastIndexOf('\n', largestSummary);
    return `${bytes.subarray(0, Math.max(end, 0)).toString()}\n\n_Cut here: GitHub shows no more than 1 MiB._\n`;
}


/***/ }),

/***/ 8211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G8: () => (/* binding */ linksOfRoom),
/* harmony export */   im: () => (/* binding */ outputTexts),
/* harmony export */   iq: () => (/* binding */ linkElements),
/* harmony export */   pp: () => (/* binding */ planOutput)
/* harmony export */ });
/* unused harmony export largestOutput */
/* harmony import */ var _links_described_link_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9446);
/* harmony import */ var _links_identity_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(310);


/**
 * The largest output, in bytes of UTF-8. Linux passes no environment variable of more than 128 KiB to a process, and
 * that is how a workflow hands an output to a script.
 */
const largestOutput = 120 * 1024;
/**
 * The texts of all outputs of an action, none larger than `largestOutput`. An output that the verb has not set is empty,
 * because it is not known; where the step `succeeded`, it is the `empty` value of the table. `truncated` says whether an
 * output was cut; in a step that fails it is empty until one array is known.
 */
function outputTexts(specs, values, succeeded) {
    const fitted = specs.map(({ name, empty }) => fit(name, values.get(name) ?? (succeeded ? empty : '')));
    const cuts = fitted.flatMap(({ cut }) => (cut === null ? [] : [cut]));
    const isKnown = succeeded || fitted.some(({ isList }) => isList);
    const truncated = cuts.length > 0 || isKnown ? String(cuts.length > 0) : '';
    return {
        texts: new Map(fitted.map(({ name, text }) => [name, name === 'truncated' ? truncated : text])),
        cuts,
    };
}
const limitWords = `an output of more than ${largestOutput / 1024} KiB cannot be passed to a step`;
function fit(name, value) {
    if (typeof value !== 'string')
        return fitList(name, value);
    const isLarge = Buffer.byteLength(value) > largestOutput;
    // The beginning of a text says something else than the text.
    const cut = isLarge ? `\`${name}\` is empty, because ${limitWords}.` : null;
    return { name, text: isLarge ? '' : value, isList: false, cut };
}
function fitList(name, { elements, byWeight = elements, whole }) {
    const texts = new Map();
    // The brackets; the comma counts with each element.
    let size = 2;
    for (const element of byWeight) {
        const text = JSON.stringify(element);
        const bytes = Buffer.byteLength(text) + 1;
        // An element that is too large by itself does not keep out the others.
        if (bytes + 2 > largestOutput)
            continue;
        size += bytes;
        if (size > largestOutput)
            break;
        texts.set(element, text);
    }
    const kept = elements.filter((element) => texts.has(element));
    const cut = kept.length === elements.length
        ? null
        : `\`${name}\` holds ${kept.length} of ${elements.length} elements, because ${limitWords}. ${whole}`;
    return { name, text: `[${kept.map((element) => texts.get(element)).join(',')}]`, isList: true, cut };
}
/**
 * Elements of the output `links`: what may be known about each link, never a password or token (interface.md, set).
 * `shows` says whose URLs may be seen.
 */
function linkElements(links, identity, shows = () => false) {
    return links.map((link) => ({
        ...(0,_links_described_link_js__WEBPACK_IMPORTED_MODULE_0__/* .describedLink */ .u)({ ...link, hasPassword: link.password !== null }, (0,_links_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .isManaged */ .yF)(identity, link.id)),
        ...(shows(link) ? { url: link.url.reveal() } : {}),
    }));
}
/** The output `links` of a single room whose links no log lists. */
function linksOfRoom(elements) {
    return { elements, whole: 'The log of the action `list` names all links of the room.' };
}
/** The output `plan`, which the log shows as a whole. */
function planOutput(changes) {
    return { elements: changes, whole: 'The log has the whole plan.' };
}


/***/ }),

/***/ 5901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ problemsSummary),
/* harmony export */   LR: () => (/* binding */ setSummary),
/* harmony export */   l6: () => (/* binding */ revokeSummary),
/* harmony export */   sg: () => (/* binding */ linksTable),
/* harmony export */   si: () => (/* binding */ roomSummary),
/* harmony export */   vT: () => (/* binding */ skippedSummary)
/* harmony export */ });
/* unused harmony export fieldsTable */
/* harmony import */ var _links_access_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6202);
/* harmony import */ var _links_link_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6788);
/* harmony import */ var _links_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8797);
/* harmony import */ var _links_settings_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4433);
/* harmony import */ var _links_time_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(517);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(7147);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(2072);







/** Title, id and type of a room, as Markdown. */
function roomSummary(room) {
    return `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .code */ .aY)(room.title)} · room ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .code */ .aY)(room.id)} · ${(0,_log_js__WEBPACK_IMPORTED_MODULE_5__/* .roomTypeLabel */ .CU)(room)}`;
}
const kinds = { additional: 'External', primary: 'Primary', invitation: 'Invitation' };
/** A room's links as a table; `mark` is the link that this step is about, and `shows` says whose URLs may be seen. */
function linksTable(links, now, mark, managed, shows = () => false) {
    if (links.length === 0)
        return '_No links_';
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .table */ .tp)(['Link', 'Kind', 'Role', 'For', 'Ends'], links.map((link) => [
        `${link.id === mark ? '**→** ' : ''}${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .code */ .aY)(link.title)}${managed(link.id) ? ' · managed' : ''}<br>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .code */ .aY)(link.id)}${shows(link) ? `<br>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .address */ .hl)(link.url)}` : ''}`,
        kinds[(0,_links_link_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(link)],
        (0,_links_access_js__WEBPACK_IMPORTED_MODULE_0__/* .accessLabel */ .Hm)(link.access),
        [who(link), ...protection(link)].join('<br>'),
        ends(link, now),
    ]));
}
function who(link) {
    if (link.type === 'invitation')
        return 'Whoever joins by it';
    return link.internal ? 'DocSpace users only' : 'Anyone with the link';
}
/** What the table of links tells in a column of its own, or beside what has been used. */
const toldElsewhere = ['access', 'internal', 'expiration', 'max-uses'];
function protection(link) {
    const { maxUses, uses } = link;
    return [
        ...(0,_links_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .settingWords */ .YJ)(link.type, link, toldElsewhere),
        ...(maxUses === null ? [] : [`${uses ?? 0} of ${maxUses} uses`]),
    ];
}
function ends(link, now) {
    if (link.expiration === null)
        return 'never';
    // A date is not to be broken over lines, which a hyphen otherwise allows.
    const date = (0,_links_time_js__WEBPACK_IMPORTED_MODULE_4__/* .formatInstant */ .r4)(link.expiration).replaceAll('-', '&#8209;').replaceAll(' ', '&nbsp;');
    return `${date}<br>${(0,_log_js__WEBPACK_IMPORTED_MODULE_5__/* .lifeOf */ .c_)(link, now).trim()}`;
}
/** Settings that change, as a table; wider ones are marked. Values are written as inputs are. */
function fieldsTable(fields, widens) {
    const value = (of) => (of === null ? '–' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .code */ .aY)(String(of)));
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .table */ .tp)(['Setting', 'From', 'To'], fields.map(({ name, from, to }) => [name, value(from), `${value(to)}${widens.includes(name) ? ' ⚠️ wider' : ''}`]));
}
/** That nothing was done, and why. */
function skippedSummary(reason) {
    return `### DocSpace room links: skipped\n\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .prose */ .CS)(reason)}`;
}
/** More problems than anyone reads. */
const mostProblems = 50;
/** What failed and what to do: one problem an item. */
function problemsSummary(verb, problems) {
    const items = problems
        .slice(0, mostProblems)
        .map(({ code: name, message, hint }) => `- **${_links_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .problemTable */ .iK[name].title}** (${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .code */ .aY)(name)})<br>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .prose */ .CS)(message)}<br>_${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .prose */ .CS)(hint)}_`);
    const rest = problems.length > mostProblems ? [`- … and ${problems.length - mostProblems} more, see the log`] : [];
    return [`### DocSpace room links: ${verb} failed`, [...items, ...rest].join('\n')].join('\n\n');
}
/** The summary of a revoke: the result, the links that went, and those that the room has after it. */
function revokeSummary(outcome, now, managed) {
    const { result, dryRun, state, revoked, rotated, gone, kept, failed, links } = outcome;
    const done = failed ? `${revoked.length > 0 ? 'not all' : 'not'} revoked` : result;
    const isAbsent = gone.length + kept.length === 0;
    const none = failed
        ? []
        : [
            isAbsent
                ? 'No such link was there.'
                : 'Others have revoked or prolonged meanwhile what was there: see the log.',
        ];
    const invitation = revoked.some(({ type }) => type === 'invitation');
    return [
        `### DocSpace room links: ${dryRun ? `would be ${result} (dry run)` : done}`,
        roomSummary(state.room),
        ...(revoked.length === 0 ? none : [linksTable(revoked, now, null, managed)]),
        ...(rotated === null ? [] : [rotatedLine(rotated, dryRun)]),
        ...(invitation ? ['People who have joined by the invitation stay members of the room.'] : []),
        ...(links === null
            ? []
            : [
                dryRun ? '**Links of the room now**' : '**Links of the room after it**',
                linksTable(links, now, null, managed),
            ]),
    ].join('\n\n');
}
function rotatedLine({ id }, dryRun) {
    const [gets, keeps, stops] = dryRun ? ['gets', 'keeps', 'stops'] : ['got', 'kept', 'stopped'];
    return `Rotate: the primary link ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .code */ .aY)(id)} ${gets} a new URL and ${keeps} its settings; the old URL ${stops} working.`;
}
/** The summary of a set: the result, what changed, what an anonymous visitor meets, and the room's links after it. */
function setSummary(outcome, now, managed) {
    const { result, dryRun, plan, room, links, linkId, opens, url } = outcome;
    const name = plan.primary ? 'the primary link' : plan.key === null ? 'the link' : `link ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .code */ .aY)(plan.key)}`;
    const facts = [
        opens === '' || opens === 'unknown' ? '' : `Tried as a stranger would: ${_links_link_js__WEBPACK_IMPORTED_MODULE_1__/* .opensWords */ .vA[opens]}`,
        (0,_log_js__WEBPACK_IMPORTED_MODULE_5__/* .placesLine */ .F1)(room, links, (0,_links_link_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(plan)),
    ].filter((fact) => fact !== '');
    // What a new link is, the table of links says.
    const changed = plan.action === 'create' ? [] : plan.fields;
    return [
        `### DocSpace room link: ${dryRun ? `would be ${result} (dry run)` : result}`,
        `${roomSummary(room)} · ${name}`,
        ...(url === null ? [] : [`Open it: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .address */ .hl)(url)}`]),
        ...(dryRun && plan.action === 'create'
            ? [(0,_links_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .describeSettings */ .TR)(plan.type, plan.target, (0,_log_js__WEBPACK_IMPORTED_MODULE_5__/* .life */ .FD)(plan.target.expiration, now))]
            : []),
        ...(changed.length === 0 ? [] : [fieldsTable(changed, plan.widens)]),
        ...(facts.length === 0 ? [] : [facts.join(' · ')]),
        linksTable(links, now, linkId, managed),
    ].join('\n\n');
}


/***/ }),

/***/ 6518:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  m: () => (/* binding */ afterJob),
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ../lib/src/docspace/certificate.js
var certificate = __nccwpck_require__(7122);
// EXTERNAL MODULE: ../lib/src/links/problem.js
var problem = __nccwpck_require__(8797);
// EXTERNAL MODULE: ../lib/src/links/text.js
var links_text = __nccwpck_require__(9619);
;// CONCATENATED MODULE: ../lib/src/actions/given-files.js




/** Bytes: all the CAs that an operating system trusts are a quarter of this. */
const largest = 1024 * 1024;
/**
 * The certificates of the input `ca-certificate` as PEM text, before any request; null without it. Throws
 * `input` that names what is there instead.
 */
async function readCertificate(ca, runner) {
    if (ca === null)
        return null;
    if (ca.kind === 'pem')
        return joined((0,certificate/* certificatesIn */.Yc)(ca.pem));
    const { path } = ca;
    const file = await runner.readGivenFile(path, largest);
    if (file.kind === 'bytes')
        return joined((0,certificate/* certificatesOf */.mm)(file.bytes));
    if ((0,certificate/* isEncodedCertificate */.Wc)(path))
        return joined((0,certificate/* certificatesIn */.Yc)(path));
    const why = file.kind === 'missing' ? 'is not there.' : file.why;
    const message = mayBeKey.test(path)
        ? '`ca-certificate` is neither PEM text nor the path of a file that can be read.'
        : `\`ca-certificate\`: ${(0,links_text/* quoted */.TL)(path)} ${why}`;
    throw (0,problem/* failure */.V2)('input', message, 'Give the PEM text itself, or the path of a file that an earlier step has written.');
}
/** A long text of the characters of base64: a private key without its lines is one. Few paths have no dot. */
const mayBeKey = /^[\w+/=-]{60,}$/u;
function joined(blocks) {
    return blocks.join('\n');
}
/**
 * Reads every file that the inputs name, once, and looks whether the reports can be written; before any request. The
 * inputs may be wrong themselves, so what is wrong with the files is given back, to be reported with that.
 */
async function readGivenFiles(inputs, now, runner) {
    const problems = [];
    const succeeds = async (work) => {
        try {
            return await work;
        }
        catch (error) {
            if (!(error instanceof problem/* Failure */.HR))
                throw error;
            problems.push(...error.problems);
            return null;
        }
    };
    const ca = inputs.kind === 'skip' ? null : await succeeds(readCertificate(inputs.ca, runner));
    const links = await succeeds(linksFile(inputs, now, runner));
    const baseline = await succeeds(baselineOf(inputs, runner));
    const reports = [];
    for (const { path } of 'reports' in inputs ? inputs.reports : []) {
        const place = await succeeds(runner.checkReport(path));
        if (place !== null)
            reports.push({ path, place });
    }
    problems.push(...clashes(reports));
    return { files: { ca, links, baseline }, problems };
}
async function linksFile(inputs, now, runner) {
    const path = linksPath(inputs);
    // The input is wrong, or there is none.
    if (path === undefined)
        return null;
    // Loaded here, since most verbs need no such file.
    const { findLinksFile, readLinksFile, usualLinksFile } = await __nccwpck_require__.e(/* import() */ 859).then(__nccwpck_require__.bind(__nccwpck_require__, 4859));
    if (inputs.kind === 'audit') {
        return path === null ? findLinksFile('policy-file', now, runner) : readLinksFile(path, 'policy-file', now, runner);
    }
    return path === null ? usualLinksFile('file', now, runner) : readLinksFile(path, 'file', now, runner);
}
/** Path of the file of links; null: the usual one; undefined: none is wanted. */
function linksPath(inputs) {
    switch (inputs.kind) {
        case 'audit':
            return inputs.policyFile;
        case 'apply':
            return inputs.file;
        case 'skip':
            // Nothing is applied, but a pull request from a fork has to show whether its file is right.
            return inputs.file;
        case 'set':
        case 'list':
        case 'revoke':
            return undefined;
    }
}
async function baselineOf(inputs, runner) {
    if (inputs.kind !== 'audit' || inputs.baseline === null)
        return null;
    // Loaded here, since no other verb needs reports.
    const { readBaselineFile } = await Promise.all(/* import() */[__nccwpck_require__.e(82), __nccwpck_require__.e(965), __nccwpck_require__.e(20)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7020));
    return readBaselineFile(inputs.baseline, portalOf(inputs), runner);
}
/** Null if the input is wrong. */
function portalOf({ portal }) {
    return portal ?? null;
}
/** Reports of which one takes another's place: as the same file by another path, or as a folder of its path. */
function clashes(reports) {
    const first = new Map();
    for (const report of reports)
        if (!first.has(report.place))
            first.set(report.place, report);
    const hint = 'Give each report in `reports` a path of its own.';
    return reports.flatMap((report) => {
        const { path, place } = report;
        const same = first.get(place);
        if (same !== undefined && same !== report) {
            return [(0,problem/* problem */.CC)('input', `The reports ${(0,links_text/* quoted */.TL)(same.path)} and ${(0,links_text/* quoted */.TL)(path)} are the same file.`, hint)];
        }
        const above = foldersOf(place).flatMap((folder) => first.get(folder) ?? [])[0];
        if (above === undefined)
            return [];
        const why = `${(0,links_text/* quoted */.TL)(above.path)} is a report too, and cannot be a folder.`;
        return [(0,problem/* problem */.CC)('input', `The report ${(0,links_text/* quoted */.TL)(path)} cannot be written: ${why}`, hint)];
    });
}
/** The folders above a place, the nearest first. */
function foldersOf(place) {
    const folder = (0,external_node_path_.dirname)(place);
    return folder === place ? [] : [folder, ...foldersOf(folder)];
}

// EXTERNAL MODULE: ../lib/src/values/parsed.js + 1 modules
var parsed = __nccwpck_require__(4906);
// EXTERNAL MODULE: ../lib/src/values/lists.js
var lists = __nccwpck_require__(4502);
;// CONCATENATED MODULE: ../lib/src/values/paths.js



/** Path of a file: one line. Whether there is such a file is found out when it is read. */
const parsePath = (text) => /\p{Cc}/u.test(text) ? { wrong: 'is not the path of a file, which is one line.' } : { value: text };
/** What reports can be. */
const reportFormats = ['json', 'md', 'csv', 'sarif'];
const endings = (0,parsed/* listedWords */.tq)(reportFormats.map((format) => `.${format}`));
/** Path of a report, whose ending, in any case, says the format. */
const parseReport = (text) => {
    const path = parsePath(text);
    if ('wrong' in path)
        return path;
    const format = reportFormats.find((one) => text.toLowerCase().endsWith(`.${one}`));
    return format === undefined
        ? { wrong: `has none of the endings that say the format: ${endings}.` }
        : { value: { path: path.value, format } };
};
/** Paths of reports, each different. */
const parseReports = (0,lists/* listOf */.c3)(parseReport, {
    keyOf: ({ path }) => (0,external_node_path_.normalize)(path),
    once: 'a file',
});

// EXTERNAL MODULE: ../lib/src/links/secret.js
var secret = __nccwpck_require__(1776);
// EXTERNAL MODULE: ../lib/src/links/time.js
var time = __nccwpck_require__(517);
// EXTERNAL MODULE: ../lib/src/values/pasted.js
var pasted = __nccwpck_require__(986);
;// CONCATENATED MODULE: ../lib/src/values/credentials.js


const example = '`https://your-portal.onlyoffice.com`';
/** Address of the portal, as an origin: what follows is cut. Encrypted, unless it is this machine itself. */
const parsePortalUrl = (text) => {
    if (text.includes('@')) {
        return {
            wrong: `contains \`@\`, as in front of a host where a user name or a password is. Use the address alone, like ${example}.`,
            unseen: true,
        };
    }
    const notAddress = (0,pasted/* notPlain */.Q)(text, (inside) => /^https?:\/\/[^/?#\s]+\/?$/iu.test(inside));
    if (notAddress !== null)
        return notAddress;
    if (!/^[a-z][a-z0-9+.-]*:\/\//iu.test(text))
        return { wrong: withoutScheme(text) };
    const url = /[\s\p{Cc}]/u.test(text) ? null : URL.parse(text);
    if (url === null)
        return { wrong: notAnAddress };
    if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
        return {
            wrong: `is not encrypted: \`http:\` is accepted for localhost only. Did you mean \`https://${url.host}\`?`,
        };
    }
    if (url.protocol !== 'https:' && url.protocol !== 'http:')
        return { wrong: notAnAddress };
    const { origin } = url;
    return /^[a-z]+:\/\/[^/?#\\]+$/iu.test(text) ? { value: origin } : { value: origin, note: `was cut to ${origin}` };
};
const notAnAddress = `is not the address of a portal, like ${example}.`;
function withoutScheme(text) {
    const url = URL.parse(`https://${text.replace(/^(?:https?:)?[/\\]*/iu, '')}`);
    const isHost = url !== null && !/\s/u.test(text) && /[.:]|^localhost$/u.test(url.hostname);
    if (!isHost)
        return notAnAddress;
    return `has no scheme. Did you mean \`${isLoopback(url.hostname) ? 'http' : 'https'}://${url.host}\`?`;
}
/** Host names by which a machine reaches itself; URL has normalised other spellings of the numbers. */
function isLoopback(host) {
    return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/u.test(host);
}
/** An API key. Refused is only what no header can carry; `keyDoubt` says of what is taken whether it can be a key. */
const parseApiKey = (text) => {
    if (/^(?:authorization\s*:\s*)?bearer\b/iu.test(text)) {
        return { wrong: 'begins with `Bearer`. Use the key alone, which begins with `sk-`.' };
    }
    const notKey = (0,pasted/* notPlain */.Q)(text);
    if (notKey !== null)
        return notKey;
    if (!/^[\x21-\x7e]+$/u.test(text)) {
        return { wrong: 'contains a space, a line break or another character that no key has. Copy the whole key again.' };
    }
    const value = new secret/* Secret */.z(text);
    const doubt = keyDoubt(value);
    return doubt === null ? { value } : { value, note: doubt };
};
const digits = 64;
/**
 * Why a text is probably not an API key, as the rest of a sentence; null if it looks like one. It says what kind of text
 * it is, and never the text.
 */
function keyDoubt(key) {
    const text = key.reveal();
    if (new RegExp(`^sk-[0-9a-f]{${digits}}$`, 'u').test(text))
        return null;
    const form = `An API key of DocSpace is \`sk-\` and ${digits} hexadecimal digits`;
    return `does not look like an API key of DocSpace: it ${kindOf(text)}. ${form}`;
}
function kindOf(text) {
    if (/^gh[a-z]_|^github_pat_/u.test(text))
        return 'looks like a GitHub token';
    if (/^eyJ[\w-]*\./u.test(text))
        return 'looks like a sign-in token (JWT)';
    if (/^\*+$/u.test(text))
        return 'consists of asterisks, as masked text does';
    if (/^[a-z]+:\/\//iu.test(text))
        return 'is a URL';
    if (text.startsWith('$'))
        return 'is the name of a variable, not its value';
    if (/^sk-[0-9a-f]*$/u.test(text))
        return `has ${text.length - 'sk-'.length} digits`;
    if (/^[0-9a-f]{64}$/u.test(text))
        return 'lacks `sk-` at its beginning';
    return text.startsWith('sk-') ? 'has other characters after `sk-`' : `has ${text.length} characters and no \`sk-\``;
}
/** PEM text, or a path. What the text is worth is found out when it is used. */
const parseCaCertificate = (text) => {
    // Many lines of base64 are a certificate too, only not as it is written here: whoever reads it says so.
    if (text.includes('-----BEGIN ') || /^[\w+/=\s]{200,}$/u.test(text))
        return { value: { kind: 'pem', pem: text } };
    if (/\p{Cc}/u.test(text)) {
        return {
            wrong: 'is neither PEM text, which begins with `-----BEGIN CERTIFICATE-----`, nor the path of a file, which is one line.',
            unseen: true,
        };
    }
    return { value: { kind: 'path', path: text } };
};

// EXTERNAL MODULE: ../lib/src/values/duration.js
var duration = __nccwpck_require__(7131);
// EXTERNAL MODULE: ../lib/src/values/rooms.js
var rooms = __nccwpck_require__(5483);
;// CONCATENATED MODULE: ../lib/src/actions/shared-values.js






/** Node's timers hold 2³¹ − 1 milliseconds, 24.8 days; a longer one would fire at once. */
const longestTimeout = 24 * time/* day */.vd;
const parseTimeout = (0,duration/* parseDuration */.E9)(longestTimeout, '`24d`', ['s', 'm']);
/**
 * A value that must be there. It is missing only where there is a problem, and then the inputs are thrown away
 * before anyone sees them.
 */
function required(value) {
    return value;
}
/** Reads what every verb has, except the switch for missing credentials. */
function readCommon(reader, dryRun) {
    return {
        portal: required(reader.read('portal-url', parsePortalUrl)),
        apiKey: required(reader.read('api-key', parseApiKey)),
        ca: reader.read('ca-certificate', parseCaCertificate) ?? null,
        requestTimeout: required(reader.read('request-timeout', parseTimeout)),
        timeout: required(reader.read('timeout', parseTimeout)),
        summary: required(reader.read('summary', parsed/* parseBoolean */.yG)),
        dryRun,
        notes: reader.notes,
    };
}
/** Reads which room is meant: by exactly one of id and title. */
function readRoom(reader) {
    const id = reader.read('room-id', rooms/* parseRoomId */.Ys);
    const title = reader.read('room-title', rooms/* parseRoomTitle */.p1);
    const given = [reader.given('room-id'), reader.given('room-title')].filter(Boolean);
    if (given.length === 2)
        reader.refuse('`room-id` and `room-title` both name the room: give only one of them.');
    if (given.length === 0)
        reader.refuse('The room is not named: give `room-id` or `room-title`.');
    return id === undefined ? { by: 'title', title: required(title) } : { by: 'id', id };
}
/** Reads which URLs may be seen. */
function readReveal(reader) {
    return required(reader.read('reveal-link', (0,parsed/* oneOf */.yL)(['never', 'protected', 'always'], { false: 'never', true: 'always' })));
}
/** Reads whether to comment on the pull request, and as whom. */
function readComment(reader) {
    return {
        commentOnPr: readSwitch(reader, 'comment-on-pr'),
        githubToken: readGitHubToken(reader),
    };
}
/** Reads the token of GitHub; null without one. */
function readGitHubToken(reader) {
    return reader.read('github-token', (text) => ({ value: new secret/* Secret */.z(text) })) ?? null;
}
/** Reads a switch that has a default. */
function readSwitch(reader, name) {
    return required(reader.read(name, parsed/* parseBoolean */.yG));
}

;// CONCATENATED MODULE: ../lib/src/actions/apply/inputs.js



/** Reads the inputs of `apply`. What is wrong is found in the reader afterwards. */
function readApply(reader) {
    return {
        kind: 'apply',
        file: readFilePath(reader),
        prune: readSwitch(reader, 'prune'),
        allowWidening: readSwitch(reader, 'allow-widening'),
        maxChanges: required(reader.read('max-changes', parsed/* parseMaxChanges */.Hg)),
        ...readComment(reader),
        ...readCommon(reader, readSwitch(reader, 'dry-run')),
    };
}
/** Reads which file is meant; null: the usual one. */
function readFilePath(reader) {
    return reader.given('file') ? required(reader.read('file', parsePath)) : null;
}

// EXTERNAL MODULE: ../lib/src/audit/policy.js
var policy = __nccwpck_require__(7588);
// EXTERNAL MODULE: ../lib/src/values/names.js
var names = __nccwpck_require__(315);
// EXTERNAL MODULE: ../lib/src/values/policy.js
var values_policy = __nccwpck_require__(265);
// EXTERNAL MODULE: ../lib/src/values/settings.js
var settings = __nccwpck_require__(7242);
;// CONCATENATED MODULE: ../lib/src/actions/audit/inputs.js










const parseArea = (0,parsed/* oneOf */.yL)(['active', 'archived', 'any'], { all: 'any', both: 'any', archive: 'archived' });
const parseFailOn = (0,parsed/* oneOf */.yL)(['critical', 'high', 'medium', 'low', 'never'], {
    any: 'low',
    info: 'low',
    warning: 'medium',
    error: 'high',
    none: 'never',
    off: 'never',
    false: 'never',
});
const parseIssue = (0,parsed/* oneOf */.yL)(['none', 'upsert'], {
    true: 'upsert',
    create: 'upsert',
    update: 'upsert',
    false: 'none',
    never: 'none',
});
/** Reads the inputs of `audit`. What is wrong is found in the reader afterwards. */
function readAudit(reader) {
    const inputs = {
        kind: 'audit',
        rooms: required(reader.read('rooms', rooms/* parseRoomsOrAll */.sX)),
        exclude: reader.read('exclude-rooms', rooms/* parseRooms */.Ah) ?? [],
        area: required(reader.read('search-area', parseArea)),
        linkType: required(reader.read('link-type', settings/* parseLinkTypes */.zb)),
        concurrency: required(reader.read('concurrency', values_policy/* parseConcurrency */.nY)),
        policyFile: reader.given('policy-file') ? required(reader.read('policy-file', parsePath)) : null,
        policy: readPolicy(reader),
        failOn: required(reader.read('fail-on', parseFailOn)),
        baseline: reader.read('baseline', parsePath) ?? null,
        fix: reader.read('fix', (0,lists/* listOf */.c3)(values_policy/* parseFixableRule */.Lt)) ?? [],
        maxChanges: required(reader.read('max-changes', parsed/* parseMaxChanges */.Hg)),
        reports: reader.read('reports', parseReports) ?? [],
        issue: required(reader.read('issue', parseIssue)),
        issueLabels: reader.read('issue-labels', names/* parseLabels */.Xy) ?? [],
        githubToken: readGitHubToken(reader),
        ...readCommon(reader, readSwitch(reader, 'dry-run')),
    };
    if (inputs.issue === 'upsert' && inputs.githubToken === null) {
        reader.refuse('`issue: upsert` needs `github-token`, which is empty. Leave it out to use the token of the job.');
    }
    // No mistake: a workflow may switch the issue off by an expression, and then its labels do no harm.
    const unused = inputs.issue === 'none' && inputs.issueLabels.length > 0;
    return unused ? { ...inputs, notes: [...inputs.notes, '`issue-labels` is not used: `issue` is `none`.'] } : inputs;
}
/** What inputs can say of the policy; the rest of it only the file can. */
function readPolicy(reader) {
    const require = reader.read('require', (0,lists/* listOf */.c3)(values_policy/* parseRequirement */.pP));
    return {
        ...policy/* silentPolicy */.oA,
        maxLifetime: reader.read('max-lifetime', duration/* parseLifetime */.$u),
        maxAccess: reader.read('max-access', settings/* parseAccess */.Cz),
        // A list of comments only says nothing, so the file's own counts.
        require: require?.length === 0 ? undefined : require,
        severity: reader.read('severity', values_policy/* parseSeverities */.fE),
    };
}

;// CONCATENATED MODULE: ../lib/src/actions/list/inputs.js


/** Reads the inputs of `list`. What is wrong is found in the reader afterwards. */
function readList(reader) {
    return {
        kind: 'list',
        room: readRoom(reader),
        linkType: required(reader.read('link-type', settings/* parseLinkTypes */.zb)),
        revealLink: readReveal(reader),
        ...readCommon(reader, false),
    };
}

// EXTERNAL MODULE: ../lib/src/http/proxy.js
var proxy = __nccwpck_require__(3269);
// EXTERNAL MODULE: ../lib/src/values/redact.js
var redact = __nccwpck_require__(3794);
;// CONCATENATED MODULE: ../lib/src/actions/spec.js
/** The default, as far as it is known here: an expression is a default only where the runner evaluates it. */
function knownDefault({ default: value }) {
    return value.startsWith('${{') ? '' : value;
}

;// CONCATENATED MODULE: ../lib/src/actions/shared-inputs.js
/** The environment variables that are read where the credentials are not given as inputs. */
const credentialVariables = { 'portal-url': 'DOCSPACE_PORTAL_URL', 'api-key': 'DOCSPACE_API_KEY' };
/** The inputs that every action has. `timeout` is the default of the one for the whole step. */
function commonInputs(timeout) {
    return [
        {
            name: 'portal-url',
            description: 'Address of the portal: `https://your-portal.onlyoffice.com`. If empty, the environment variable `DOCSPACE_PORTAL_URL` is used. What follows the address (a path, a slash, `/api/2.0`) is cut; `http:` is possible only for the machine itself.',
            default: '',
            env: credentialVariables['portal-url'],
        },
        {
            name: 'api-key',
            description: 'An API key of DocSpace (Developer Tools → API keys) with the scope `rooms:write`; `rooms:read` is enough to list, and to audit without `fix`. If empty, the environment variable `DOCSPACE_API_KEY` is used.',
            default: '',
            secret: true,
            env: credentialVariables['api-key'],
        },
        {
            name: 'ca-certificate',
            description: 'For a self-hosted portal with a CA of its own: the certificate of that CA, as PEM text or a path.',
            default: '',
        },
        {
            name: 'request-timeout',
            description: 'The longest time for one request, from connect to the last byte of the answer: `45s`, `2m`.',
            default: '30s',
        },
        { name: 'timeout', description: 'The longest time for the whole step: `90s`, `10m`, `1h`.', default: timeout },
        {
            name: 'on-missing-credentials',
            description: '`fail`, or `skip`: end green with a warning if the portal address or the API key is empty, as in pull requests from forks, which get no secrets. Then no other input is checked; `apply` still checks its file.',
            default: 'fail',
        },
        { name: 'summary', description: '`true`: write the summary of the job.', default: 'true' },
    ];
}
/** `dry-run`, of the actions that write. */
function dryRunInput(byDefault) {
    return [
        {
            name: 'dry-run',
            description: '`true`: read the portal, work out the plan and show it, but write nothing.',
            default: byDefault,
        },
    ];
}
/** The GitHub token, for what `purpose` names: of the actions that speak to GitHub. */
function githubTokenInput(purpose) {
    return {
        name: 'github-token',
        description: `GitHub token, used only for ${purpose}.`,
        default: '${{ github.token }}',
        secret: true,
    };
}
/** The comment on the pull request, of the actions that work on its links. */
const commentInputs = [
    {
        name: 'comment-on-pr',
        description: '`true`: keep one comment about this on the pull request. Needs the permission `pull-requests: write`.',
        default: 'false',
    },
    githubTokenInput('`comment-on-pr`'),
];
/** The two ways to name the room of the actions that work in one. */
const roomInputs = [
    {
        name: 'room-id',
        description: "Id of the room: the number in the room's address, `/rooms/shared/<id>`, or the text id of a room on third-party storage. Either this or `room-title`.",
        default: '',
    },
    {
        name: 'room-title',
        description: 'Exact title of an active room, instead of `room-id`. If no room or several rooms have it, the step fails and names the rooms with near titles.',
        default: '',
        exact: true,
    },
];
/** Which URLs may be seen. */
const revealInput = {
    name: 'reveal-link',
    description: "Whether URLs of links may be seen, in log, summary and outputs. `never`: they are masked. `protected`: those of external links behind a login or a password are shown, never an invitation's. `always`: all are shown. The root action shows the URL of its own link only.",
    default: 'never',
};
/** Whether an output was cut, of the actions whose outputs are arrays. */
const truncatedOutput = {
    name: 'truncated',
    description: '`true` if an array had to be cut, because an output of more than 120 KiB cannot be passed to a step.',
    empty: 'false',
};

;// CONCATENATED MODULE: ../lib/src/actions/apply/spec.js

/** `apply`: links as code. */
const applyAction = {
    folder: 'apply',
    title: 'DocSpace Room Links: apply',
    description: 'Makes the links of ONLYOFFICE DocSpace rooms match a file that is kept under review.',
    main: 'apply.js',
    inputs: [
        {
            name: 'file',
            description: 'Path of the file that describes the links. Default: `.github/docspace-links.yml` or `.github/docspace-links.yaml`; if both are there, that is an error.',
            default: '',
        },
        {
            name: 'prune',
            description: '`true`: in the rooms that the file names, revoke the links that this repository made and the file no longer names.',
            default: 'false',
        },
        {
            name: 'allow-widening',
            description: '`false`: fail before any write if the plan makes a link more open in any respect.',
            default: 'true',
        },
        {
            name: 'max-changes',
            description: 'Fail before any write if the plan has more changes than this.',
            default: '50',
        },
        ...commentInputs,
        ...commonInputs('30m'),
        ...dryRunInput('false'),
    ],
    outputs: [
        { name: 'result', description: '`applied`, `unchanged`, `planned` (with `dry-run`) or `skipped`.', empty: '' },
        {
            name: 'changed',
            description: '`true` if the portal was changed; with `dry-run`, if it would be.',
            empty: 'false',
        },
        { name: 'plan', description: 'JSON array of the changes.', empty: '[]' },
        {
            name: 'created-count',
            description: 'Number of links that were made; with `dry-run`, that would be.',
            empty: '0',
        },
        {
            name: 'updated-count',
            description: 'Number of links that were changed, replaced ones included; with `dry-run`, that would be.',
            empty: '0',
        },
        {
            name: 'revoked-count',
            description: 'Number of links that were revoked; with `dry-run`, that would be.',
            empty: '0',
        },
        { name: 'unchanged-count', description: 'Number of links that are as the file says.', empty: '0' },
        {
            name: 'failed-count',
            description: 'Number of links for which the portal could not be made to match.',
            empty: '0',
        },
        {
            name: 'links',
            description: "JSON array of all links of the file's rooms after the run, each with `roomId`.",
            empty: '[]',
        },
        truncatedOutput,
    ],
};

;// CONCATENATED MODULE: ../lib/src/actions/audit/spec.js

/** `audit`: scans rooms against a policy. */
const auditAction = {
    folder: 'audit',
    title: 'DocSpace Room Links: audit',
    description: 'Scans the links of ONLYOFFICE DocSpace rooms against a policy and reports what is shared, with whom, until when, and what could not be read.',
    main: 'audit.js',
    inputs: [
        {
            name: 'rooms',
            description: '`all`, or ids and exact titles of rooms, one per line. A line of ids only may separate them by commas.',
            default: 'all',
        },
        { name: 'exclude-rooms', description: 'Rooms to leave out, written as in `rooms`.', default: '' },
        { name: 'search-area', description: 'Which rooms `all` means: `active`, `archived` or `any`.', default: 'active' },
        {
            name: 'link-type',
            description: 'Which links to look at: `all`, `external` or `invitation`. With `external`, rooms of a portal from 3.7 on that say that they have no external link are not asked.',
            default: 'all',
        },
        {
            name: 'concurrency',
            description: 'How many requests at once, all of them counted: `auto`, which finds what serves the portal best, or 1 to 32.',
            default: 'auto',
        },
        {
            name: 'policy-file',
            description: 'Path of the file that holds policy and waivers. Default: `.github/docspace-links.yml` or `.github/docspace-links.yaml`, if one is there; both are an error.',
            default: '',
        },
        {
            name: 'max-lifetime',
            description: 'The longest life that a link may have from now: `30d`. Not given: what the file says, else `30d`.',
            default: '',
        },
        {
            name: 'max-access',
            description: 'The highest role that a link for anyone or an invitation may give, as in `access` of the root action. Not given: what the file says, else `viewer` for anyone and `editor` for invitations.',
            default: '',
        },
        {
            name: 'require',
            description: 'What links must have, one per line or separated by commas: `expiration`, `password`, `login`, `no-download`, `managed`. Default: what the policy file requires.',
            default: '',
        },
        {
            name: 'severity',
            description: 'Severity of rules, one per line or separated by commas: `DSL004=off`, or `critical`, `high`, `medium`, `low`, `info`.',
            default: '',
        },
        {
            name: 'fail-on',
            description: 'The step is red if there are findings of this severity or above: `critical`, `high`, `medium`, `low`, or `never`.',
            default: 'high',
        },
        {
            name: 'baseline',
            description: 'Path of the JSON report of an earlier audit: findings are then `new`, `known` or `fixed`.',
            default: '',
        },
        {
            name: 'fix',
            description: 'Ids of the rules whose findings are fixed, one per line or separated by commas. With `dry-run`, the fixes are only shown.',
            default: '',
        },
        {
            name: 'max-changes',
            description: 'If there is more than this to mend, nothing is written at all.',
            default: '10',
        },
        {
            name: 'reports',
            description: 'Paths of reports to write, one per line or separated by commas. The file extension selects the format: `.json`, `.md`, `.csv`, `.sarif`.',
            default: '',
        },
        {
            name: 'issue',
            description: '`upsert`: keep one issue of the repository with the findings, closed while there are none. Needs the permission `issues: write`. `none`: no issue.',
            default: 'none',
        },
        { name: 'issue-labels', description: 'Labels of that issue, one per line or separated by commas.', default: '' },
        githubTokenInput('`issue`, and by DSL029 to look up the pull requests that links of this repository were made for (`pull-requests: read`)'),
        ...commonInputs('30m'),
        ...dryRunInput('true'),
    ],
    outputs: [
        { name: 'findings-count', description: 'Number of findings that are not waived.', empty: '0' },
        { name: 'critical-count', description: 'Number of critical ones.', empty: '0' },
        { name: 'high-count', description: 'Number of high ones.', empty: '0' },
        { name: 'medium-count', description: 'Number of medium ones.', empty: '0' },
        { name: 'low-count', description: 'Number of low ones.', empty: '0' },
        { name: 'waived-count', description: 'Number of findings that are waived.', empty: '0' },
        { name: 'new-count', description: 'Number of findings that the baseline does not have.', empty: '0' },
        { name: 'fixed-count', description: 'Number of findings of the baseline that are there no more.', empty: '0' },
        { name: 'rooms-total', description: 'Number of rooms that were asked for.', empty: '0' },
        { name: 'rooms-read', description: 'Number of rooms whose links were read.', empty: '0' },
        { name: 'rooms-unreadable', description: 'Number of rooms whose links could not be read.', empty: '0' },
        { name: 'complete', description: '`true` only if every room that was asked for was read.', empty: '' },
        { name: 'links-count', description: 'Number of links that were read.', empty: '0' },
        { name: 'findings', description: 'JSON array of the findings, the worst first.', empty: '[]' },
        truncatedOutput,
        { name: 'issue-number', description: 'Number of the issue, with `issue: upsert`.', empty: '' },
        {
            name: 'plan',
            description: 'JSON array of the changes that `fix` makes; with `dry-run`, would make.',
            empty: '[]',
        },
        { name: 'result', description: '`clean`, `findings`, `incomplete` or `skipped`.', empty: '' },
    ],
};

;// CONCATENATED MODULE: ../lib/src/actions/list/spec.js

/** `list`: reads the links of a room and never writes. */
const listAction = {
    folder: 'list',
    title: 'DocSpace Room Links: list',
    description: 'Lists the share and invitation links of an ONLYOFFICE DocSpace room. It never writes.',
    main: 'list.js',
    inputs: [
        ...roomInputs,
        {
            name: 'link-type',
            description: 'Which links to list: `all`, `external` or `invitation`.',
            default: 'all',
        },
        revealInput,
        ...commonInputs('5m'),
    ],
    outputs: [
        { name: 'links', description: "JSON array of the room's links.", empty: '[]' },
        { name: 'links-count', description: 'Number of links listed.', empty: '0' },
        { name: 'room-id', description: 'Id of the room.', empty: '' },
        { name: 'primary-link-id', description: "Id of the room's primary link; empty if there is none.", empty: '' },
        truncatedOutput,
    ],
};

;// CONCATENATED MODULE: ../lib/src/actions/revoke/spec.js

/** `revoke`: takes links of a room away. */
const revokeAction = {
    folder: 'revoke',
    title: 'DocSpace Room Links: revoke',
    description: 'Revokes share and invitation links of an ONLYOFFICE DocSpace room, and proves that they open nothing any more.',
    main: 'revoke.js',
    inputs: [
        ...roomInputs,
        {
            name: 'key',
            description: 'Keys of links of this repository, one per line or separated by commas. A line that as a whole is the key of a link is that key; double quotes keep a comma inside a key. Exactly one of `key`, `link-id`, `primary`, `expired`, `managed` selects the links to revoke.',
            default: '',
        },
        {
            name: 'link-id',
            description: 'Ids of links, whoever made them, one per line or separated by commas.',
            default: '',
        },
        { name: 'primary', description: "`true`: the room's primary link.", default: 'false' },
        { name: 'expired', description: '`true`: every expired link of the room.', default: 'false' },
        { name: 'managed', description: '`true`: every link of the room that this repository made.', default: 'false' },
        {
            name: 'except-keys',
            description: 'With `managed: true`: keys of links to keep, written as in `key`. A key that no link of the room has is reported as a warning, and a list without a key is an error.',
            default: '',
        },
        {
            name: 'link-type',
            description: 'Revoke only links of this type: `all`, `external` or `invitation`.',
            default: 'all',
        },
        {
            name: 'allow-rotate',
            description: '`true`: also revoke the primary link of a Public or Form filling room, of which the portal at once makes a new one with another URL. `false`: that is an error, and nothing is sent.',
            default: 'false',
        },
        ...commentInputs,
        ...commonInputs('5m'),
        ...dryRunInput('false'),
    ],
    outputs: [
        {
            name: 'result',
            description: '`revoked`, `rotated`, `absent` or `skipped`; with `dry-run` what it would be.',
            empty: '',
        },
        {
            name: 'changed',
            description: '`true` if the portal was changed; with `dry-run`, if it would be.',
            empty: 'false',
        },
        {
            name: 'revoked-count',
            description: 'Number of links that were revoked; with `dry-run`, that would be.',
            empty: '0',
        },
        { name: 'room-id', description: 'Id of the room.', empty: '' },
        { name: 'links', description: "JSON array of all the room's links after the run.", empty: '[]' },
        { name: 'links-count', description: 'Number of links of the room after the run.', empty: '0' },
        { name: 'plan', description: 'JSON array of the changes.', empty: '[]' },
        truncatedOutput,
    ],
};

// EXTERNAL MODULE: ../lib/src/values/link-settings.js
var link_settings = __nccwpck_require__(6057);
;// CONCATENATED MODULE: ../lib/src/actions/set/spec.js


/** The settings of the link: none is given unless it is written. */
const settingInputs = link_settings/* settingNames */.H$.map((name) => {
    const { description, input } = link_settings/* linkSettings */.y_[name];
    return { name, description, default: '', ...input };
});
const linkInputs = [
    { name: 'link-type', description: link_settings/* linkNames */.JP['link-type'].description, default: 'external' },
    ...settingInputs,
    { name: 'primary', description: link_settings/* linkNames */.JP.primary.description, default: 'false' },
    { name: 'key', description: link_settings/* linkNames */.JP.key.description, default: 'default', exact: true },
    { name: 'link-id', description: link_settings/* linkNames */.JP['link-id'].description, default: '' },
    { name: 'adopt', description: link_settings/* linkNames */.JP.adopt.description, default: 'false' },
];
const runInputs = [
    { name: 'renew', description: link_settings/* linkNames */.JP.renew.description, default: 'false' },
    {
        name: 'rotate',
        description: '`true`: give the link a new URL now and keep all its settings; the old URL stops working.',
        default: 'false',
    },
    revealInput,
    {
        name: 'revoke-after-job',
        description: '`true`: revoke the link at the end of the job, if this step made it.',
        default: 'false',
    },
    ...commentInputs,
];
const outputs = [
    { name: 'link', description: 'URL of the link; masked unless `reveal-link` allows it.', empty: '', secret: true },
    {
        name: 'password',
        description: 'The new password, if `password: generate` made one; always masked.',
        empty: '',
        secret: true,
    },
    { name: 'link-id', description: 'Id of the link.', empty: '' },
    { name: 'room-id', description: 'Id of the room.', empty: '' },
    {
        name: 'result',
        description: '`created`, `updated`, `unchanged`, `replaced`, `rotated` or `skipped`; with `dry-run` what it would be.',
        empty: '',
    },
    {
        name: 'changed',
        description: '`true` if the portal was changed; with `dry-run`, if it would be.',
        empty: 'false',
    },
    {
        name: 'expiration',
        description: 'End of the link in ISO 8601, UTC (`2027-01-31T18:00:00Z`), or `never`.',
        empty: '',
    },
    {
        name: 'opens',
        description: 'After a write, what a stranger with the link meets: `room`, `password`, `login`, `join` (invitation), `nothing`, or `unknown` if that could not be asked. Empty if nothing was written.',
        empty: '',
    },
    {
        name: 'links',
        description: "JSON array of all the room's links after the run; `url` only of this link, if `reveal-link` allows it.",
        empty: '[]',
    },
    { name: 'links-count', description: 'Number of links of the room after the run.', empty: '0' },
    { name: 'plan', description: 'JSON array of the changes.', empty: '[]' },
    truncatedOutput,
];
/** The root action: makes sure that one link exists as described. */
const setAction = {
    folder: '',
    title: 'DocSpace Room Links',
    description: 'Makes sure that a share or invitation link of an ONLYOFFICE DocSpace room exists as described: role, expiration, password, reach. Running it again changes nothing.',
    main: 'index.js',
    post: 'after-job.js',
    inputs: [...roomInputs, ...linkInputs, ...runInputs, ...commonInputs('5m'), ...dryRunInput('false')],
    outputs,
};

;// CONCATENATED MODULE: ../lib/src/actions/table.js





/**
 * The single source of all inputs and outputs: the parser, every `action.yml` and the README's tables are made from
 * it. A new verb is a row here, and a reader in `read.ts`.
 */
const actions = {
    set: setAction,
    list: listAction,
    revoke: revokeAction,
    audit: auditAction,
    apply: applyAction,
};
/** All verbs, in the order in which they are told. */
const verbs = Object.keys(actions);

;// CONCATENATED MODULE: ../lib/src/actions/reader.js








/**
 * The text of an input: without the spaces around it, except where they belong to it; if nothing is left, what the
 * environment variable says, else the default. Undefined: not given.
 */
function textOf(spec, source) {
    const raw = source.input(spec.name);
    if (spec.exact === true && raw !== '')
        return raw.replace(/(?:\r?\n)+$/u, '');
    return [raw, envOf(spec, source), knownDefault(spec)].map((text) => text.trim()).find((text) => text !== '');
}
function envOf(spec, source) {
    return spec.env === undefined ? '' : (source.env[spec.env] ?? '');
}
/**
 * Everything secret that the inputs of a verb hold, usable or not, as written and without the spaces around it, and what
 * looks like a secret in the others: to be masked before anything else happens. What is too short to be a secret is left
 * out, since it would star out every word of the log that holds it. Never throws.
 */
function secretsOf(verb, source) {
    const specs = actions[verb].inputs;
    const texts = specs.flatMap((spec) => {
        const given = [source.input(spec.name), envOf(spec, source)];
        return spec.secret === true ? given.flatMap(formsOf) : given.flatMap(pasted/* pastedSecrets */.Ln);
    });
    return [...new Set(texts)].filter((text) => text.trim().length >= redact/* shortest */.pr).map((text) => new secret/* Secret */.z(text));
}
/** A secret as it was written, and the parts of it that are the secret itself. */
function formsOf(text) {
    if (text.trim() === '' || (0,settings/* passwordWord */.iy)(text) !== undefined)
        return [];
    const alone = text.trim();
    const inside = (0,pasted/* unquoted */.qZ)(alone) ?? alone;
    return [text, alone, inside, inside.replace(/^(?:authorization\s*:\s*)?bearer[\s:]+/iu, '')];
}
/** Whether the summary is wanted: unless the input says `false`. Never throws, so that it holds for failures too. */
function wantsSummary(source) {
    return source.input('summary').trim().toLowerCase() !== 'false';
}
/** Whether a value may look like what must not stand in others: what follows a portal's address is cut, and PEM is long. */
function mayLookSecret(name, text) {
    return name === 'portal-url' || (name === 'ca-certificate' && text.includes('-----BEGIN '));
}
/** Shorter ones may be a part of a word. */
const shortestLeak = 8;
/** What secret of another input, or by its shape, stands in a text; null if none. The password is looked for elsewhere. */
function leakOf(text, specs, source) {
    const secret = specs.find((spec) => {
        const value = spec.secret === true && spec.name !== 'password' ? (textOf(spec, source) ?? '') : '';
        return value.length >= shortestLeak && text.includes(value);
    });
    return secret === undefined ? (0,pasted/* pastedSecret */.m6)(text) : `the value of \`${secret.name}\``;
}
/** Starts reading the inputs of a verb. */
function openReader(verb, source) {
    const specs = actions[verb].inputs;
    const secrets = secretsOf(verb, source);
    // Not inputs, but given with them, and as wrong for every request.
    const problems = [...(0,proxy/* readProxies */.r)(source.env).problems];
    const notes = [];
    const specOf = (name) => specs.find((spec) => spec.name === name);
    return {
        problems,
        notes,
        read: (name, parse) => {
            const spec = specOf(name);
            const text = textOf(spec, source);
            if (text === undefined)
                return undefined;
            const parsed = parse(text);
            if ('wrong' in parsed) {
                const unseen = spec.secret === true || parsed.unseen === true;
                const subject = unseen ? `\`${name}\`` : `\`${name}\`: ${(0,redact/* display */.Vy)(text, secrets)}`;
                const place = unseen && /^(?:line|value) \d/u.test(parsed.wrong) ? ':' : '';
                problems.push((0,problem/* problem */.CC)('input', `${subject}${place} ${(0,redact/* redact */.E$)(parsed.wrong, secrets)}`));
                return 'rest' in parsed ? parsed.rest : undefined;
            }
            const leak = spec.secret === true || mayLookSecret(name, text) ? null : leakOf(text, specs, source);
            if (leak !== null) {
                problems.push((0,problem/* problem */.CC)('input', `\`${name}\` contains ${leak}. Log and summary would show it. Remove it from this input.`));
                return undefined;
            }
            if (parsed.note !== undefined)
                notes.push(`\`${name}\` ${parsed.note}.`);
            return parsed.value;
        },
        given: (name) => {
            const spec = specOf(name);
            return (textOf(spec, source) ?? '') !== knownDefault(spec);
        },
        refuse: (message, code = 'input') => {
            problems.push((0,problem/* problem */.CC)(code, message));
        },
    };
}

;// CONCATENATED MODULE: ../lib/src/actions/revoke/inputs.js




/** Reads the inputs of `revoke`. What is wrong is found in the reader afterwards. */
function readRevoke(reader) {
    const linkType = required(reader.read('link-type', settings/* parseLinkTypes */.zb));
    return {
        kind: 'revoke',
        room: readRoom(reader),
        selector: readSelector(reader, linkType),
        linkType,
        allowRotate: readSwitch(reader, 'allow-rotate'),
        ...readComment(reader),
        ...readCommon(reader, readSwitch(reader, 'dry-run')),
    };
}
/** Exactly one selector: none must never mean "all", and two would leave open which of them counts. */
function readSelector(reader, linkType) {
    const keys = reader.read('key', names/* parseKeys */.Ss);
    const ids = reader.read('link-id', (0,lists/* listOf */.c3)(names/* parseGuid */.J, { least: 'a link' }));
    const primary = readSwitch(reader, 'primary');
    const expired = readSwitch(reader, 'expired');
    const managed = readSwitch(reader, 'managed');
    const exceptKeys = reader.read('except-keys', names/* parseKeys */.Ss);
    const given = [
        ...(reader.given('key') ? ['`key`'] : []),
        ...(reader.given('link-id') ? ['`link-id`'] : []),
        ...(primary ? ['`primary: true`'] : []),
        ...(expired ? ['`expired: true`'] : []),
        ...(managed ? ['`managed: true`'] : []),
    ];
    if (given.length === 0) {
        reader.refuse('No links selected. Set one of `key`, `link-id`, `primary: true`, `expired: true`, `managed: true`. Leaving all empty never means "all links".');
    }
    if (given.length > 1)
        reader.refuse(`${given.join(' and ')} each select links to revoke: use only one of them.`);
    if (exceptKeys !== undefined && !managed)
        reader.refuse('`except-keys` is for `managed: true` only.');
    if (primary && linkType === 'invitation') {
        reader.refuse('`primary: true` does not fit `link-type: invitation`: a primary link is an external link.');
    }
    if (reader.given('key'))
        return { by: 'keys', keys: required(keys) };
    if (reader.given('link-id'))
        return { by: 'ids', ids: required(ids) };
    if (primary)
        return { by: 'primary' };
    if (expired)
        return { by: 'expired' };
    return { by: 'managed', exceptKeys: exceptKeys ?? [] };
}

// EXTERNAL MODULE: ../lib/src/links/desired.js
var links_desired = __nccwpck_require__(5260);
;// CONCATENATED MODULE: ../lib/src/actions/set/inputs.js



/** Reads the inputs of `set`. What is wrong is found in the reader afterwards. */
function readSet(reader, now) {
    return {
        kind: 'set',
        room: readRoom(reader),
        desired: readDesiredLink(reader, now),
        revealLink: readReveal(reader),
        revokeAfterJob: readSwitch(reader, 'revoke-after-job'),
        ...readComment(reader),
        ...readCommon(reader, readSwitch(reader, 'dry-run')),
    };
}
function readDesiredLink(reader, now) {
    const { reference, type } = readReference(reader);
    const desired = {
        reference,
        ...(0,link_settings/* settingsFrom */.ms)((name) => reader.read(name, link_settings/* linkSettings */.y_[name].parse(now))),
        renew: readSwitch(reader, 'renew'),
        rotate: readSwitch(reader, 'rotate'),
        adopt: readSwitch(reader, 'adopt'),
    };
    if (type !== null)
        refuseOtherFields(reader, desired, type);
    refuseVisiblePassword(reader, desired);
    return desired;
}
/** Which link is meant, and its type if that is known already. */
function readReference(reader) {
    const id = reader.read('link-id', link_settings/* linkNames */.JP['link-id'].parse());
    const key = required(reader.read('key', link_settings/* linkNames */.JP.key.parse()));
    const primary = readSwitch(reader, 'primary');
    const type = reader.read('link-type', link_settings/* linkNames */.JP['link-type'].parse());
    if (reader.given('link-id')) {
        // A key that is not given cannot be told from one that says `default`.
        if (reader.given('key')) {
            reader.refuse('`link-id` and `key` both name the link: give only one of them.');
        }
        if (primary)
            reader.refuse('`link-id` and `primary: true` both name the link: give only one of them.');
        return { reference: { by: 'id', id: required(id) }, type: null };
    }
    if (primary && type === 'invitation') {
        reader.refuse('`primary: true` is not possible with `link-type: invitation`: the primary link of a room is an external link.');
        return { reference: { by: 'primary', key }, type: null };
    }
    if (primary)
        return { reference: { by: 'primary', key }, type: 'external' };
    return { reference: { by: 'key', type: required(type), key }, type: type ?? null };
}
function refuseOtherFields(reader, desired, type) {
    const other = type === 'external' ? 'invitation' : 'external';
    for (const name of (0,links_desired/* fieldsNotFor */.A1)(desired, type)) {
        reader.refuse(`\`${name}\` is for ${other} links only, and \`link-type\` is \`${type}\`. Leave it out, or use \`link-type: ${other}\`.`);
    }
}
/** Everyone who sees the room's links, and the log, can read title and key. */
function refuseVisiblePassword(reader, { reference, title, password }) {
    if (password?.kind !== 'given')
        return;
    const text = password.password.reveal();
    const places = [
        ...(title === undefined ? [] : [['title', title]]),
        ...('key' in reference ? [['key', reference.key]] : []),
    ];
    for (const [name = '', visible] of places) {
        if (visible?.includes(text) === true) {
            reader.refuse(`\`${name}\` contains the value of \`password\`, and everyone who sees the link in DocSpace can read it there.`);
        }
    }
}

;// CONCATENATED MODULE: ../lib/src/actions/inputs.js












/** Reads the inputs of a verb. Throws a `Failure` with every mistake at once. */
function readInputs(verb, source, now) {
    const { inputs, problems } = gatherInputs(verb, source, now);
    if (problems.length > 0)
        throw new Failure(problems);
    return inputs;
}
/**
 * Reads the inputs of a verb, with every mistake at once, so that those of the files that they name can be added. Where
 * credentials are missing and `on-missing-credentials` is `skip`, nothing else is looked at but the file of `apply`:
 * without secrets, other inputs may well be empty too.
 */
function gatherInputs(verb, source, now) {
    switch (verb) {
        case 'set': {
            const reader = openReader(verb, source);
            return gathered(reader, skipped(verb, reader) ?? readSet(reader, now));
        }
        case 'list': {
            const reader = openReader(verb, source);
            return gathered(reader, skipped(verb, reader) ?? readList(reader));
        }
        case 'revoke': {
            const reader = openReader(verb, source);
            return gathered(reader, skipped(verb, reader) ?? readRevoke(reader));
        }
        case 'audit': {
            const reader = openReader(verb, source);
            return gathered(reader, skipped(verb, reader) ?? readAudit(reader));
        }
        case 'apply': {
            const reader = openReader(verb, source);
            const skip = skipped(verb, reader);
            return gathered(reader, skip === null ? readApply(reader) : { ...skip, file: readFilePath(reader) });
        }
    }
}
function gathered({ problems }, inputs) {
    return { inputs, problems };
}
/** Reads what the post step needs of the inputs of `set`; others may have run out meanwhile. Throws a `Failure`. */
function readAfterJob(source) {
    const reader = openReader('set', source);
    const inputs = { ...readComment(reader), ...readCommon(reader, false) };
    if (reader.problems.length > 0)
        throw new problem/* Failure */.HR(reader.problems);
    return inputs;
}
/** What to do without credentials; null if they are there, or if it is an error that they are not. */
function skipped(verb, reader) {
    const desired = reader.read('on-missing-credentials', (0,parsed/* oneOf */.yL)(['fail', 'skip']));
    const missing = ['portal-url', 'api-key'].filter((name) => !reader.given(name));
    if (missing.length === 0)
        return null;
    const are = missing.length === 1 ? 'is' : 'are';
    const inputs = missing.map((name) => `\`${name}\``).join(' and ');
    const variables = missing.map((name) => `\`${credentialVariables[name]}\``).join(' and ');
    const reason = `${inputs} ${are} empty, and so ${are} ${variables} in the environment.`;
    if (desired === 'skip')
        return { kind: 'skip', verb, reason };
    reader.refuse(reason, 'credentials-missing');
    return null;
}

// EXTERNAL MODULE: ../lib/src/docspace/addresses.js
var addresses = __nccwpck_require__(7137);
// EXTERNAL MODULE: ../lib/src/http/retry.js
var http_retry = __nccwpck_require__(9131);
;// CONCATENATED MODULE: ../lib/src/context.js



/**
 * Connects to the portal of the inputs until the step's time is up, with at most as many requests at once as they say,
 * if they say so; `close` ends it. `ca` are the certificates to trust, as PEM text, read and checked before.
 */
function openTools(inputs, ca, world, sinks) {
    const { runner } = world;
    const { env } = runner;
    inputs.notes.forEach(runner.debug);
    if (ca !== null)
        world.trustCertificate(ca);
    const identity = {
        repository: [env['GITHUB_REPOSITORY_ID'], env['GITHUB_REPOSITORY']].find((text) => text !== undefined && text !== '') ?? '',
        hash: world.hash,
        random: world.random,
    };
    const deadline = new AbortController();
    const end = world.now().getTime() + inputs.timeout;
    const timer = setTimeout(() => {
        deadline.abort();
    }, inputs.timeout);
    const portal = world.connect({
        portal: inputs.portal,
        apiKey: inputs.apiKey,
        requestTimeout: inputs.requestTimeout,
        signal: deadline.signal,
        ...(typeof inputs.concurrency === 'number' ? { atOnce: inputs.concurrency } : {}),
        timeLeft: () => end - world.now().getTime(),
        sleep: world.sleep,
        proxies: (0,proxy/* readProxies */.r)(env).proxies,
        userAgent: 'docspace-room-links',
        onRetry: (retry) => {
            runner.line((0,http_retry/* retryLine */.Rn)(retry));
        },
        onLimited: (why) => {
            runner.line(`${why} → waiting until it does, at most as long as \`timeout\` allows`);
        },
        onOtherAddress: (other) => {
            const { title, message } = (0,addresses/* otherAddressWords */.s$)(other, inputs.portal);
            runner.warning(title, message);
        },
        onNotProbed: runner.line,
        onPause: (waitMs) => {
            runner.line(`Enough requests for this minute: the portal takes 1500 from one user, and a tenth is left to others. On again in ${Math.round(waitMs / 1000)} s`);
        },
        debug: runner.debug,
    });
    const wait = (milliseconds) => world.sleep(milliseconds, deadline.signal);
    const close = () => {
        clearTimeout(timer);
        portal.close();
    };
    const { now } = world;
    return { tools: { runner, portal, identity, now, wait, signal: deadline.signal, ...sinks }, close };
}

// EXTERNAL MODULE: ../lib/src/render/markdown.js
var render_markdown = __nccwpck_require__(2072);
// EXTERNAL MODULE: ../lib/src/runner/runner.js
var runner_runner = __nccwpck_require__(7545);
;// CONCATENATED MODULE: ../lib/src/hand-over.js



/**
 * Sets the outputs of a step. Where no runner takes outputs, a warning says so, and the log has them. Where one does and
 * its file cannot be written, that is a problem: the steps that wait for them would go on with empty ones.
 */
function handOutputs(specs, texts, runner) {
    try {
        for (const [name, text] of texts)
            runner.output(name, text);
        return [];
    }
    catch (error) {
        if (!(error instanceof runner_runner/* NotTaken */.J))
            throw error;
        const what = `Later steps do not get the outputs of this one, because ${error.message}.`;
        if (error.missing)
            runner.warning('Outputs not handed over', `${what} The log has them, except secrets.`);
        runner.line('Outputs:');
        for (const [name, text] of texts) {
            const isSecret = specs.some((spec) => spec.name === name && spec.secret === true);
            runner.line(`  ${name}: ${isSecret && text !== '' ? '***' : text}`);
        }
        return error.missing ? [] : [(0,problem/* problem */.CC)('outputs-lost', what)];
    }
}
/** Writes the summary of a step; where that is not possible, a warning says so, and the log has its text. */
function handSummary(markdown, runner) {
    try {
        runner.summary(markdown);
    }
    catch (error) {
        if (!(error instanceof runner_runner/* NotTaken */.J))
            throw error;
        runner.warning('Summary not written', `There is no job summary, because ${error.message}. The log has its text.`);
        (0,render_markdown/* plainLines */.y1)(markdown).forEach(runner.line);
    }
}
/** GitHub shows no more annotations of a kind for one step. */
const mostAnnotations = 10;
/** What is wrong, for users: a failure's own problems; anything else is a mistake of this action, told without a stack. */
function problemsOf(error, runner) {
    if (error instanceof problem/* Failure */.HR)
        return error.problems;
    const thrown = error instanceof Error ? error : new Error(String(error));
    thrown.stack?.split('\n').forEach(runner.debug);
    return [(0,problem/* problem */.CC)('internal', `${thrown.name}: ${thrown.message}`)];
}
/** One annotation for each problem, and its hint; those beyond what GitHub shows stand in the log only. */
function annotate(problems, runner) {
    problems.forEach(({ code, message, hint, place }, index) => {
        const { title } = problem/* problemTable */.iK[code];
        if (index < mostAnnotations)
            runner.error(title, `${message}\n${hint}`, place);
        else
            runner.line(`${title}: ${message} ${hint}`);
    });
}

// EXTERNAL MODULE: ../lib/src/render/outputs.js
var render_outputs = __nccwpck_require__(8211);
// EXTERNAL MODULE: ../lib/src/render/summary.js
var summary = __nccwpck_require__(5901);
;// CONCATENATED MODULE: ../lib/src/run.js









/**
 * Runs a verb from inputs to summary. True only if everything was done, told and written; never throws. All outputs
 * are set in any case, those that are not known to their empty values.
 */
async function run(verb, world) {
    const { runner } = world;
    const source = { input: runner.input, env: runner.env };
    secretsOf(verb, source).forEach(runner.mask);
    const outputs = new Map();
    let logged = '';
    const reported = await attempt(runner, async () => {
        const read = gatherInputs(verb, source, world.now());
        const { files, problems } = await readGivenFiles(read.inputs, world.now(), runner);
        if (read.problems.length + problems.length > 0)
            throw new problem/* Failure */.HR([...read.problems, ...problems]);
        return perform(read.inputs, files, world, {
            output: (name, value) => outputs.set(name, value),
            summary: (markdown) => (logged = markdown),
        });
    });
    const written = await attempt(runner, () => {
        const { texts, cuts } = (0,render_outputs/* outputTexts */.im)(actions[verb].outputs, outputs, reported.problems.length === 0);
        for (const cut of cuts)
            runner.warning('Output cut', cut);
        return handOutputs(actions[verb].outputs, texts, runner);
    });
    const problems = [...reported.problems, ...(written.value ?? written.problems)];
    const summarized = await attempt(runner, () => {
        if (!wantsSummary(source))
            return;
        const red = problems.length === 0 ? '' : (0,summary/* problemsSummary */.Bj)(verb, problems);
        const done = reported.value ?? logged;
        // How much an audit has seen comes first, whatever else is to be said.
        const parts = verb === 'audit' ? [done, red] : [red, done];
        handSummary((0,render_markdown/* fitted */.$5)(`${parts.filter((part) => part !== '').join('\n\n')}\n`), runner);
    });
    problems.push(...summarized.problems);
    annotate(problems, runner);
    return problems.length === 0;
}
async function attempt(runner, work) {
    try {
        return { value: await work(), problems: [] };
    }
    catch (error) {
        return { value: null, problems: problemsOf(error, runner) };
    }
}
/** A rejected key that cannot be one is the likelier cause than all that the portal may have against it. */
function withKeyDoubt(error, apiKey) {
    const doubt = keyDoubt(apiKey);
    if (doubt === null || !(error instanceof problem/* Failure */.HR))
        return error;
    const problems = error.problems.map((one) => one.code === 'key-rejected' ? { ...one, message: `${one.message} \`api-key\` ${doubt}.` } : one);
    return new problem/* Failure */.HR(problems, { cause: error });
}
/** Does what the inputs ask for; the summary, as Markdown. */
async function perform(inputs, files, world, sinks) {
    if (inputs.kind === 'skip') {
        world.runner.warning('Skipped: no credentials', inputs.reason);
        if (actions[inputs.verb].outputs.some(({ name }) => name === 'result'))
            sinks.output('result', 'skipped');
        return (0,summary/* skippedSummary */.vT)(inputs.reason);
    }
    const { tools, close } = openTools(inputs, files.ca, world, sinks);
    if (tools.identity.repository === '') {
        world.runner.warning('No repository', 'Neither `GITHUB_REPOSITORY_ID` nor `GITHUB_REPOSITORY` is set, so links are known by their `key` alone: two projects that use the same key in the same room share one link.');
    }
    try {
        // Each verb is loaded when it runs: what it needs, the others do not.
        switch (inputs.kind) {
            case 'set':
                return await (await Promise.all(/* import() */[__nccwpck_require__.e(82), __nccwpck_require__.e(345), __nccwpck_require__.e(570)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4570))).runSet(inputs, tools);
            case 'list':
                return await (await __nccwpck_require__.e(/* import() */ 620).then(__nccwpck_require__.bind(__nccwpck_require__, 620))).runList(inputs, tools);
            case 'revoke':
                return await (await Promise.all(/* import() */[__nccwpck_require__.e(82), __nccwpck_require__.e(345), __nccwpck_require__.e(12)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3012))).runRevoke(inputs, tools);
            case 'audit':
                return await (await Promise.all(/* import() */[__nccwpck_require__.e(82), __nccwpck_require__.e(345), __nccwpck_require__.e(965), __nccwpck_require__.e(98)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8098))).runAudit(inputs, files, tools);
            case 'apply':
                // Without a file, or with a wrong one, this is not reached.
                return await (await Promise.all(/* import() */[__nccwpck_require__.e(82), __nccwpck_require__.e(345), __nccwpck_require__.e(279)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6279))).runApply(inputs, files.links, tools);
        }
    }
    catch (error) {
        throw withKeyDoubt(error, inputs.apiKey);
    }
    finally {
        close();
    }
}
/**
 * The post step of the root action: takes away what the step has made, if `revoke-after-job` asks for it. Never red: the
 * work of the job is done, so what goes wrong is a warning.
 */
async function afterJob(world) {
    const { runner } = world;
    try {
        const { madeLinks, runAfterJob } = await Promise.all(/* import() */[__nccwpck_require__.e(82), __nccwpck_require__.e(345), __nccwpck_require__.e(963)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1963));
        const made = madeLinks(runner);
        if (made.length === 0)
            return;
        const source = { input: runner.input, env: runner.env };
        secretsOf('set', source).forEach(runner.mask);
        const inputs = readAfterJob(source);
        const nowhere = { output: () => undefined, summary: () => undefined };
        const ca = await readCertificate(inputs.ca, runner);
        const { tools, close } = openTools(inputs, ca, world, nowhere);
        try {
            await runAfterJob(made, inputs, tools);
        }
        finally {
            close();
        }
    }
    catch (error) {
        for (const { message, hint } of problemsOf(error, runner)) {
            runner.warning('Not revoked after the job', `${message}\n${hint}`);
        }
    }
}


/***/ }),

/***/ 8106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  A: () => (/* binding */ actionsRunner)
});

// UNUSED EXPORTS: writeToRunner

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ../node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ../node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ../node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
;// CONCATENATED MODULE: ../node_modules/@actions/core/lib/oidc-utils.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



class oidc_utils_OidcClient {
    static createHttpClient(allowRetry = true, maxRetry = 10) {
        const requestOptions = {
            allowRetries: allowRetry,
            maxRetries: maxRetry
        };
        return new HttpClient('actions/oidc-client', [new BearerCredentialHandler(oidc_utils_OidcClient.getRequestToken())], requestOptions);
    }
    static getRequestToken() {
        const token = process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
        if (!token) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable');
        }
        return token;
    }
    static getIDTokenUrl() {
        const runtimeUrl = process.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
        if (!runtimeUrl) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable');
        }
        return runtimeUrl;
    }
    static getCall(id_token_url) {
        return __awaiter(this, void 0, void 0, function* () {
            var _a;
            const httpclient = oidc_utils_OidcClient.createHttpClient();
            const res = yield httpclient
                .getJson(id_token_url)
                .catch(error => {
                throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`);
            });
            const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value;
            if (!id_token) {
                throw new Error('Response json body do not have ID Token field');
            }
            return id_token;
        });
    }
    static getIDToken(audience) {
        return __awaiter(this, void 0, void 0, function* () {
            try {
                // New ID Token is requested from action service
                let id_token_url = oidc_utils_OidcClient.getIDTokenUrl();
                if (audience) {
                    const encodedAudience = encodeURIComponent(audience);
                    id_token_url = `${id_token_url}&audience=${encodedAudience}`;
                }
                debug(`ID token url is ${id_token_url}`);
                const id_token = yield oidc_utils_OidcClient.getCall(id_token_url);
                setSecret(id_token);
                return id_token;
            }
            catch (error) {
                throw new Error(`Error message: ${error.message}`);
            }
        });
    }
}
//# sourceMappingURL=oidc-utils.js.map
;// CONCATENATED MODULE: ../node_modules/@actions/core/lib/summary.js
var summary_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return summary_awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = (/* unused pure expression or super */ null && (_summary));
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ../node_modules/@actions/core/lib/path-utils.js

/**
 * toPosixPath converts the given path to the posix form. On Windows, \\ will be
 * replaced with /.
 *
 * @param pth. Path to transform.
 * @return string Posix path.
 */
function toPosixPath(pth) {
    return pth.replace(/[\\]/g, '/');
}
/**
 * toWin32Path converts the given path to the win32 form. On Linux, / will be
 * replaced with \\.
 *
 * @param pth. Path to transform.
 * @return string Win32 path.
 */
function toWin32Path(pth) {
    return pth.replace(/[/]/g, '\\');
}
/**
 * toPlatformPath converts the given path to a platform-specific path. It does
 * this by replacing instances of / and \ with the platform-specific path
 * separator.
 *
 * @param pth The path to platformize.
 * @return string The platform-specific path.
 */
function toPlatformPath(pth) {
    return pth.replace(/[/\\]/g, path.sep);
}
//# sourceMappingURL=path-utils.js.map
;// CONCATENATED MODULE: ../node_modules/@actions/core/lib/platform.js
var platform_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const getWindowsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout: version } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', undefined, {
        silent: true
    });
    const { stdout: name } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', undefined, {
        silent: true
    });
    return {
        name: name.trim(),
        version: version.trim()
    };
});
const getMacOsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    var _a, _b, _c, _d;
    const { stdout } = yield exec.getExecOutput('sw_vers', undefined, {
        silent: true
    });
    const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : '';
    const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : '';
    return {
        name,
        version
    };
});
const getLinuxInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout } = yield exec.getExecOutput('lsb_release', ['-i', '-r', '-s'], {
        silent: true
    });
    const [name, version] = stdout.trim().split('\n');
    return {
        name,
        version
    };
});
const platform = external_os_.platform();
const arch = external_os_.arch();
const isWindows = platform === 'win32';
const isMacOS = platform === 'darwin';
const isLinux = platform === 'linux';
function getDetails() {
    return platform_awaiter(this, void 0, void 0, function* () {
        return Object.assign(Object.assign({}, (yield (isWindows
            ? getWindowsInfo()
            : isMacOS
                ? getMacOsInfo()
                : getLinuxInfo()))), { platform,
            arch,
            isWindows,
            isMacOS,
            isLinux });
    });
}
//# sourceMappingURL=platform.js.map
;// CONCATENATED MODULE: ../node_modules/@actions/core/lib/core.js
var core_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function core_setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function core_debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return core_awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return file_command_issueFileCommand('STATE', file_command_prepareKeyValueMessage(name, value));
    }
    command_issueCommand('save-state', { name }, utils_toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return core_awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map
// EXTERNAL MODULE: ../lib/src/links/text.js
var links_text = __nccwpck_require__(9619);
// EXTERNAL MODULE: ../lib/src/runner/given-file.js
var given_file = __nccwpck_require__(6693);
// EXTERNAL MODULE: ../lib/src/runner/runner.js
var runner = __nccwpck_require__(7545);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ../lib/src/links/problem.js
var problem = __nccwpck_require__(8797);
;// CONCATENATED MODULE: ../lib/src/runner/workspace-file.js






const reasons = {
    ENOENT: 'it is not there',
    EISDIR: 'it is a folder',
    ENOTDIR: 'a folder of its path is a file',
    EEXIST: 'a folder of its path is a file',
    EACCES: 'the step has no right to write there',
    EPERM: 'the step has no right to write there',
    EROFS: 'the step has no right to write there',
    ENOSPC: 'there is no space left',
    ENXIO: 'it is a pipe or a device that nobody reads',
    ENAMETOOLONG: 'its name is too long',
};
/** Why a file cannot be written, as a clause, from what Node has thrown. */
function writeProblem(error) {
    const code = String(error.code);
    return reasons[code] ?? code;
}
/**
 * Writes a report as a whole: a step that is killed leaves the former file or the new one. The path is taken from the
 * workspace (GITHUB_WORKSPACE, else the working directory); folders that are missing are made. Throws `input` if the
 * place is not inside of the workspace or of RUNNER_TEMP once links are followed (those of a pull request may lead
 * anywhere), if something else than a file is there, and if it cannot be written.
 */
async function writeWorkspaceFile(path, text, env) {
    await named(path, async () => {
        await writeWhole(await safePlace(path, env), text);
    });
}
/**
 * Where `writeWorkspaceFile` would write, without links in the path. Throws what that would, as far as it is known before
 * there is anything to write: a place that is not allowed, and a folder in which this step has no right to write. Leaves
 * nothing behind.
 */
async function checkWorkspaceFile(path, env) {
    return named(path, async () => {
        const place = await safePlace(path, env);
        const folder = await firstThere((0,external_node_path_.dirname)(place));
        // Whether the name can be one, and the folder is a folder.
        await (0,promises_.lstat)((0,external_node_path_.join)(folder, (0,external_node_path_.basename)(place))).catch((error) => {
            if (codeOf(error) !== 'ENOENT')
                throw error;
        });
        await (0,promises_.access)(folder, external_node_fs_.constants.W_OK | external_node_fs_.constants.X_OK);
        return place;
    });
}
/** The path, or the nearest folder above it that is there. */
async function firstThere(path) {
    const parent = (0,external_node_path_.dirname)(path);
    const isThere = await (0,promises_.lstat)(path).then(() => true, (error) => codeOf(error) !== 'ENOENT');
    return isThere || parent === path ? path : firstThere(parent);
}
/** Does some work with a report; what the machine refuses becomes a problem of its path. */
async function named(path, work) {
    try {
        return await work();
    }
    catch (error) {
        if (error instanceof problem/* Failure */.HR)
            throw error;
        throw refusal(path, `cannot be written: ${writeProblem(error)}.`, 'Give another path in `reports`.');
    }
}
function codeOf(error) {
    return String(error.code);
}
/** Where the file is to be, without links in its path. */
async function safePlace(path, env) {
    const workspace = (0,external_node_path_.resolve)(env['GITHUB_WORKSPACE'] ?? '');
    const temporary = env['RUNNER_TEMP'] ?? '';
    const roots = temporary === '' ? [workspace] : [workspace, (0,external_node_path_.resolve)(temporary)];
    const asGiven = (0,external_node_path_.resolve)(workspace, path);
    const folder = await followed((0,external_node_path_.dirname)(asGiven));
    if (folder === null)
        throw refusal(path, 'has a link in its path that leads nowhere.', aboutLinks);
    const realRoots = await Promise.all(roots.map(followed));
    if (!realRoots.some((root) => root !== null && isInside(root, folder))) {
        throw roots.some((root) => isInside(root, asGiven))
            ? refusal(path, 'has a link in its path that leads out of the workspace.', aboutLinks)
            : refusal(path, 'is outside of the workspace.', aboutPlaces);
    }
    const place = (0,external_node_path_.join)(folder, (0,external_node_path_.basename)(asGiven));
    const there = await (0,promises_.lstat)(place).catch(() => null);
    if (there?.isSymbolicLink() === true)
        throw refusal(path, 'is a link.', aboutLinks);
    if (there?.isDirectory() === true)
        throw refusal(path, 'is a folder.', aboutPlaces);
    if (there?.isFile() === false)
        throw refusal(path, 'is there already, and is no file.', aboutPlaces);
    return place;
}
const aboutLinks = 'Reports are not written through links, which may lead anywhere. Remove the link, or give another path in `reports`.';
const aboutPlaces = 'Give in `reports` the path of a file inside of the workspace, like `docspace-audit.json`, or inside of RUNNER_TEMP.';
function refusal(path, why, hint) {
    return (0,problem/* failure */.V2)('input', `The report ${(0,links_text/* quoted */.TL)(path)} ${why}`, hint);
}
/** The path with all its links followed, as far as it exists; null if one of them leads nowhere. */
async function followed(path) {
    const real = await (0,promises_.realpath)(path).catch(() => null);
    const parent = (0,external_node_path_.dirname)(path);
    if (real !== null || parent === path)
        return real;
    const isLink = await (0,promises_.lstat)(path).then(() => true, () => false);
    const before = isLink ? null : await followed(parent);
    return before === null ? null : (0,external_node_path_.join)(before, (0,external_node_path_.basename)(path));
}
function isInside(root, path) {
    const way = (0,external_node_path_.relative)(root, path);
    return way !== '..' && !way.startsWith(`..${external_node_path_.sep}`) && !(0,external_node_path_.isAbsolute)(way);
}
/** Beside the file first, so that to rename it is one act. */
async function writeWhole(place, text) {
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(place), { recursive: true });
    const draft = (0,external_node_path_.join)((0,external_node_path_.dirname)(place), `.${(0,external_node_crypto_.randomUUID)()}.tmp`);
    try {
        await (0,promises_.writeFile)(draft, text, { flag: 'wx' });
        await (0,promises_.rename)(draft, place);
    }
    catch (error) {
        await (0,promises_.rm)(draft, { force: true });
        throw error;
    }
}

;// CONCATENATED MODULE: ../lib/src/runner/actions.js






/**
 * Writes to a file of the runner. Throws `NotTaken` if there is none: the toolkit would print a command instead, with the
 * secrets in it, which current runners ignore. The file has to exist: the runner makes it, and reads no other.
 */
function writeToRunner(file, write) {
    const path = process.env[file] ?? '';
    if (path === '')
        throw new runner/* NotTaken */.J(`\`${file}\` is not set`, true);
    try {
        // Does not wait for somebody to read a pipe, and keeps it open until all is written.
        const kept = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_NONBLOCK);
        try {
            write(path);
        }
        finally {
            (0,external_node_fs_.closeSync)(kept);
        }
    }
    catch (error) {
        // A mistake of this program is none of the file.
        if (error.code === undefined)
            throw error;
        throw new runner/* NotTaken */.J(`the file that \`${file}\` names cannot be written: ${writeProblem(error)}`, false);
    }
}
const shortestLine = 4;
/** More than twice what GitHub sends of an event; bytes. */
const largestEvent = 64 * 1024 * 1024;
/** Whether a runner of Actions, or what stands in for one, reads the log: it says so, or takes outputs. */
function readsCommands() {
    return ['GITHUB_ACTIONS', 'GITHUB_OUTPUT'].some((name) => (process.env[name] ?? '') !== '');
}
/** The runner of GitHub Actions, by its toolkit. Nothing is printed that has not been made harmless. */
function actionsRunner() {
    return {
        // The toolkit's getInput trims or does not; untrimmed, a password of blanks can be told from none.
        input: (name) => getInput(name, { trimWhitespace: false }),
        env: process.env,
        mask: (secret) => {
            // Where nothing reads commands, this one would print what it is to hide.
            if (!readsCommands())
                return;
            const text = secret.reveal();
            // The runner masks line by line, so the lines of a secret that has several are masked as well.
            // A line of a few characters would star out every word that holds it.
            const lines = text.split(/\r?\n/).filter((line) => line.trim().length >= shortestLine);
            for (const part of new Set([text, ...lines]))
                if (part.trim() !== '')
                    core_setSecret(part);
        },
        line: (text) => {
            info((0,links_text/* escapeForLog */.zB)(text));
        },
        debug: (text) => {
            core_debug((0,links_text/* escapeForLog */.zB)(text));
        },
        warning: (title, message) => {
            warning((0,links_text/* escapeForLog */.zB)(message), { title: (0,links_text/* escapeForLog */.zB)(title) });
        },
        notice: (title, message) => {
            notice((0,links_text/* escapeForLog */.zB)(message), { title: (0,links_text/* escapeForLog */.zB)(title) });
        },
        error: (title, message, place) => {
            error(message.split('\n').map(links_text/* escapeForLog */.zB).join('\n'), {
                title: (0,links_text/* escapeForLog */.zB)(title),
                ...(place === undefined
                    ? {}
                    : {
                        file: (0,links_text/* escapeForLog */.zB)(place.path),
                        startLine: place.line,
                        ...(place.column === undefined ? {} : { startColumn: place.column }),
                    }),
            });
        },
        output: (name, value) => {
            writeToRunner('GITHUB_OUTPUT', () => {
                setOutput(name, value);
            });
        },
        saveState: (name, value) => {
            writeToRunner('GITHUB_STATE', () => {
                saveState(name, value);
            });
        },
        state: getState,
        summary: (markdown) => {
            writeToRunner('GITHUB_STEP_SUMMARY', (path) => {
                (0,external_node_fs_.appendFileSync)(path, `${markdown}\n`);
            });
        },
        readFile: async (path) => {
            const found = await (0,given_file/* readGivenFile */.M)(path, largestEvent);
            if (found.kind !== 'bytes')
                throw new Error(`${path} cannot be read.`);
            return new TextDecoder().decode(found.bytes);
        },
        readGivenFile: given_file/* readGivenFile */.M,
        checkReport: (path) => checkWorkspaceFile(path, process.env),
        writeFile: (path, text) => writeWorkspaceFile(path, text, process.env),
    };
}


/***/ }),

/***/ 6693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ readGivenFile),
/* harmony export */   b: () => (/* binding */ textOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1455);


/** Parts of a file that are read at once; bytes. */
const part = 1024 * 1024;
/**
 * Reads a file that an input names, from the working directory; never throws. Only regular files of at most `largest`
 * bytes are read. Pipes and devices may never end, and the files that the kernel makes up (`/proc`) hold what the
 * environment holds: a repository can lead there by a symbolic link.
 */
async function readGivenFile(path, largest) {
    try {
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path);
        const unusable = notRegular(found) ?? (isMadeUp(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(path)) ? madeUp : null);
        if (unusable !== null)
            return { kind: 'unusable', why: unusable };
        if (found.size > largest)
            return tooLarge(largest, found.size);
        return await readAtMost(path, largest);
    }
    catch (error) {
        return refusalOf(path, String(error.code));
    }
}
const madeUp = 'is not a file on a disk but made up by the operating system, like everything in `/proc` and `/sys`.';
/** What a name stands for that is no regular file; null for one that is. */
function notRegular(found) {
    if (found.isFile())
        return null;
    if (found.isDirectory())
        return 'is a folder.';
    const what = found.isFIFO() ? 'a pipe' : found.isSocket() ? 'a socket' : 'a device';
    return `is ${what}, not a regular file.`;
}
function isMadeUp(path) {
    return /^\/(?:proc|sys)\//u.test(path);
}
function tooLarge(largest, size) {
    const mebibytes = largest / (1024 * 1024);
    return {
        kind: 'unusable',
        why: `is too large: ${size} bytes; at most ${largest} bytes (${mebibytes} MiB) are read.`,
    };
}
/** Opens without waiting, and looks again: what has this name may be another file by now. */
async function readAtMost(path, largest) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK);
    try {
        const unusable = notRegular(await file.stat());
        if (unusable !== null)
            return { kind: 'unusable', why: unusable };
        const parts = [];
        let size = 0;
        for (;;) {
            const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(Math.min(part, largest + 1)), 0, null, null);
            if (bytesRead === 0)
                return { kind: 'bytes', bytes: Buffer.concat(parts) };
            size += bytesRead;
            if (size > largest)
                return tooLarge(largest, size);
            parts.push(buffer.subarray(0, bytesRead));
        }
    }
    finally {
        await file.close();
    }
}
const reasons = {
    ENOTDIR: 'is not there: a folder of its path is a file.',
    EACCES: 'cannot be read: the step has no right to.',
    EPERM: 'cannot be read: the step has no right to.',
    ELOOP: 'is a symbolic link that leads to itself.',
    ENAMETOOLONG: 'cannot be read: its name is too long.',
};
/** A link to nothing is there: whoever made it meant a file. */
async function refusalOf(path, code) {
    if (code !== 'ENOENT')
        return { kind: 'unusable', why: reasons[code] ?? `cannot be read (${code}).` };
    const isLink = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(path).then((found) => found.isSymbolicLink(), () => false);
    return isLink ? { kind: 'unusable', why: 'is a symbolic link that leads nowhere.' } : { kind: 'missing' };
}
const save = 'Save the file as UTF-8: editors have the encoding in their status bar, or under "Save as".';
/** Decodes UTF-8; a byte order mark is fine. Never guesses: a text in another encoding would reach the portal garbled. */
function textOf(bytes) {
    const wide = wideEncoding(bytes);
    if (wide !== null)
        return { why: `is encoded in ${wide}, not in UTF-8.`, advice: save, line: 1, column: 1 };
    const zero = bytes.indexOf(0);
    if (zero >= 0) {
        const advice = 'Is it the right file? Documents, archives and images cannot be read.';
        return { why: 'is not a text file: it holds zero bytes.', advice, ...placeOf(bytes, zero) };
    }
    try {
        return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
    }
    catch {
        const at = firstUndecodable(bytes);
        const byte = bytes[at].toString(16).toUpperCase().padStart(2, '0');
        const place = placeOf(bytes, at);
        const why = `is not encoded in UTF-8: line ${place.line} has the byte 0x${byte} in column ${place.column}, as in Latin-1 or Windows-1252.`;
        return { why, advice: `${save} Or: \`iconv -f WINDOWS-1252 -t UTF-8\`.`, ...place };
    }
}
/** UTF-16 and UTF-32, by the byte order mark, or by the zero bytes that every ASCII character has there. */
function wideEncoding(bytes) {
    const [first, second, third, fourth] = bytes;
    if (first === 0xff && second === 0xfe)
        return third === 0 && fourth === 0 ? 'UTF-32' : 'UTF-16';
    if (first === 0xfe && second === 0xff)
        return 'UTF-16';
    if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff)
        return 'UTF-32';
    const start = bytes.subarray(0, 64);
    if (start.length < 4 || start.length % 2 !== 0)
        return null;
    const zeroAt = (rest) => start.every((byte, index) => (byte === 0) === (index % 2 === rest));
    return zeroAt(0) || zeroAt(1) ? 'UTF-16' : null;
}
/** Where the first character begins that is none of UTF-8. */
function firstUndecodable(bytes) {
    let [good, bad] = [0, bytes.length];
    while (bad - good > 1) {
        const middle = (good + bad) >> 1;
        if (begins(bytes.subarray(0, middle)) === null)
            bad = middle;
        else
            good = middle;
    }
    // Up to there it decodes, but for a character that may be cut at the end: the bytes of what is whole.
    return Buffer.byteLength(begins(bytes.subarray(0, good)) ?? '');
}
/** The whole characters of the beginning of a text in UTF-8; null if it is none. */
function begins(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
    }
    catch {
        return null;
    }
}
function placeOf(bytes, at) {
    const before = bytes.subarray(0, at);
    const lineStart = before.lastIndexOf(0x0a) + 1;
    const lines = before.reduce((count, byte) => count + (byte === 0x0a ? 1 : 0), 1);
    return { line: lines, column: new TextDecoder().decode(before.subarray(lineStart)).length + 1 };
}


/***/ }),

/***/ 7545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ NotTaken)
/* harmony export */ });
/** The runner has no place for what it was handed, or the place cannot be written. The message is a clause: why. */
class NotTaken extends Error {
    /** There is no such place, as where no runner of GitHub Actions started this program: nobody waits for it. */
    missing;
    constructor(message, missing) {
        super(message);
        this.name = 'NotTaken';
        this.missing = missing;
    }
}


/***/ }),

/***/ 3896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  $: () => (/* binding */ spareMemory)
});

;// CONCATENATED MODULE: external "node:v8"
const external_node_v8_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");
;// CONCATENATED MODULE: ../lib/src/runner/spare-memory.js

/**
 * Lets the garbage collector favour memory over time. By default V8 lets the heap of a process that makes much garbage
 * grow to several times of what is in use: a scan of 10 000 rooms peaked at 244 MB instead of 102 MB, and was no
 * faster. Both flags are read whenever the heap is about to grow, so that they work in a process that runs already,
 * which is the only place where an action can set any; a V8 that does not know them says so on stderr and goes on.
 */
function spareMemory() {
    (0,external_node_v8_namespaceObject.setFlagsFromString)('--optimize-for-size');
    (0,external_node_v8_namespaceObject.setFlagsFromString)('--semi-space-growth-factor=1');
}


/***/ }),

/***/ 7131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $u: () => (/* binding */ parseLifetime),
/* harmony export */   D7: () => (/* binding */ bareSuggestion),
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   Z6: () => (/* binding */ durationSuggestion),
/* harmony export */   rk: () => (/* binding */ durationForm)
/* harmony export */ });
/* harmony import */ var _links_time_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(517);

const units = {
    s: _links_time_js__WEBPACK_IMPORTED_MODULE_0__/* .second */ .Rc,
    m: 60 * _links_time_js__WEBPACK_IMPORTED_MODULE_0__/* .second */ .Rc,
    h: 3600 * _links_time_js__WEBPACK_IMPORTED_MODULE_0__/* .second */ .Rc,
    d: _links_time_js__WEBPACK_IMPORTED_MODULE_0__/* .day */ .vd,
    w: 7 * _links_time_js__WEBPACK_IMPORTED_MODULE_0__/* .day */ .vd,
};
/** The words for units that people write, and the unit that each is; months and years have none of their own. */
const spoken = [
    [/^s(ec(ond)?s?)?$/u, 's', 1],
    [/^m(in(ute)?s?)?$/u, 'm', 1],
    [/^h((ou)?rs?)?$/u, 'h', 1],
    [/^d(ays?)?$/u, 'd', 1],
    [/^w(k|eek)?s?$/u, 'w', 1],
    [/^mo(n|nth)?s?$/u, 'd', 30],
    [/^y(r|ear)?s?$/u, 'd', 365],
];
/** The units, by example. */
const examples = '`45s`, `90m`, `12h`, `7d`, `2w`';
/** Written by users, and in our own texts, as `7d`. */
const durationForm = /^(\d+)([smhdw])$/u;
/**
 * A length of time in milliseconds, no longer than `longest`, which messages call `longestText`. `bare`: the units that a
 * number without one may mean, the likelier first.
 */
function parseDuration(longest, longestText, bare = ['d', 'h']) {
    return (text) => {
        const [, count, unit] = durationForm.exec(text) ?? [];
        if (count === undefined || unit === undefined) {
            const isBare = /^\d+$/u.test(text);
            const what = isBare ? 'has no unit' : 'is not a duration';
            const proposal = isBare ? bareSuggestion(text, longest, bare) : durationSuggestion(text, longest);
            return { wrong: `${what}: use a number and its unit, as in ${examples}.${proposal}` };
        }
        const value = Number(count) * lengthOf(unit);
        if (value === 0)
            return { wrong: 'must be longer than zero.' };
        if (value > longest)
            return { wrong: `is too long: at most ${longestText}.` };
        return { value };
    };
}
/** Whole days, as people write them in hours. */
const hours = ['24', '36', '48', '72', '96'];
/** ` Did you mean …?` for a number without a unit; '' if no unit makes it a time within the limit. */
function bareSuggestion(text, longest, units = ['d', 'h']) {
    const likely = hours.includes(text) && units.includes('h') ? ['h'] : units;
    const proposals = likely
        .filter((unit) => Number(text) > 0 && Number(text) * lengthOf(unit) <= longest)
        .map((unit) => `\`${Number(text)}${unit}\``);
    const [first] = proposals;
    return first === undefined ? '' : ` Did you mean ${units.includes('h') ? first : proposals.join(' or ')}?`;
}
/** A life of links, or another long time of the policy: up to 10 years, as long as the portal lets a link live. */
const parseLifetime = parseDuration(3652 * _links_time_js__WEBPACK_IMPORTED_MODULE_0__/* .day */ .vd, '10 years');
/**
 * ` Did you mean …?` for a duration in other words, no longer than `longest`: `7 days`, `1h 30m`, `1.5 hours`, `P7D`,
 * `1M`; '' for anything else.
 */
function durationSuggestion(text, longest = longestSuggestion) {
    const [, iso = '', months] = /^\+?([pP]?)(\d{1,2})M$/u.exec(text) ?? [];
    if (months !== undefined)
        return monthsSuggestion(Number(months), iso !== '', longest);
    const words = text
        .slice(0, 60)
        .toLowerCase()
        .replace(/^(?:\+|p(?=\d+[wdy])|pt(?=\d))/u, '');
    const parts = Array.from(words.matchAll(part), ([, count, word]) => partOf(Number(count), word));
    const total = parts.reduce((sum, { count, unit }) => sum + count * lengthOf(unit), 0);
    const understood = words.replace(part, '').replace(/[\s,]+/gu, '') === '' && parts.every(({ count }) => count > 0);
    if (!understood || total === 0 || total > longest)
        return '';
    // In the user's own unit if there is one, else in the greatest that gives a whole number.
    const own = parts.length === 1 ? parts.map(({ unit }) => unit) : [];
    const unit = wholeUnit(total, [...own, 'd', 'h', 'm', 's']);
    return unit === undefined ? '' : ` Did you mean \`${total / lengthOf(unit)}${unit}\`?`;
}
const mostMonths = 12;
/** A capital M is a month to most who write it, unless that is too long; in ISO 8601 (`P1M`) it is nothing else. */
function monthsSuggestion(count, iso, longest) {
    const days = 30 * count;
    if (count === 0)
        return '';
    if (count > mostMonths || days * _links_time_js__WEBPACK_IMPORTED_MODULE_0__/* .day */ .vd > longest)
        return iso ? '' : ` Did you mean \`${count}m\`?`;
    return ` Did you mean \`${days}d\`? Months have no unit here, because they differ in length; \`${count}m\` is ${count === 1 ? 'a minute' : `${count} minutes`}.`;
}
const part = /(\d+(?:\.\d+)?)\s*([a-z]+)/gu;
const longestSuggestion = 3650 * _links_time_js__WEBPACK_IMPORTED_MODULE_0__/* .day */ .vd;
function partOf(count, word) {
    const [, unit, times] = spoken.find(([form]) => form.test(word)) ?? [null, 's', 0];
    return { count: count * times, unit };
}
/** The first of these units in which the length is a whole number. */
function wholeUnit(milliseconds, among) {
    return among.find((one) => Number.isInteger(milliseconds / lengthOf(one)));
}
function lengthOf(unit) {
    return units[unit];
}


/***/ }),

/***/ 2698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ instantOf),
/* harmony export */   l: () => (/* binding */ parseExpiration)
/* harmony export */ });
/* harmony import */ var _links_time_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(517);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7131);
/* harmony import */ var _parsed_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4906);



const forms = 'a duration from now (`12h`, `7d`, `2w`), an instant (`2027-01-31T18:00:00Z`), a date (`2027-01-31`, the end of that day in UTC), or `never`';
const instantForm = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)$/u;
const dateForm = /^\d{4}-\d\d-\d\d$/u;
/** Dates and times as people write them, year first: other orders are ambiguous. */
const looseForm = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s]+(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d:?(?:\d\d)?)?)?$/u;
/** Ten years in days: a longer number of them is no slip. */
const longestBare = 3650 * _links_time_js__WEBPACK_IMPORTED_MODULE_0__/* .day */ .vd;
/** Words that mean `never`, which has to be written out. */
const endless = new Map(['never', 'none', 'no', 'false', 'unlimited', 'infinite', 'forever', 'permanent', '0'].map((word) => [word, 'never']));
/** When a link expires. A date means the end of that day in UTC; instants are whole seconds. */
function parseExpiration(now) {
    const latest = tenYearsAfter(now);
    const longest = latest.getTime() - now.getTime();
    return (text) => {
        const plain = text.toUpperCase();
        if (plain === 'NEVER')
            return { value: { kind: 'never' } };
        if (_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .durationForm */ .rk.test(text)) {
            return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .mapped */ .CV)((0,_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E9)(longest, '10 years')(text), (milliseconds) => ({ kind: 'duration', milliseconds }));
        }
        const parsed = instantOf(plain);
        if (parsed === null)
            return { wrong: unreadable(text) };
        if ('wrong' in parsed)
            return parsed;
        const at = parsed.value;
        if (at <= now)
            return { wrong: `has passed: it is ${(0,_links_time_js__WEBPACK_IMPORTED_MODULE_0__/* .isoInstant */ .j2)((0,_links_time_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeSeconds */ .$P)(now))} now.` };
        if (at > latest)
            return { wrong: `is too late: at most 10 years from now, ${(0,_links_time_js__WEBPACK_IMPORTED_MODULE_0__/* .isoInstant */ .j2)((0,_links_time_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeSeconds */ .$P)(latest))}.` };
        return { value: { kind: 'instant', at } };
    };
}
/** The portal's own limit (portal.md §1.2); from 29 February to 28 February, as its `AddYears` counts. */
function tenYearsAfter(now) {
    const later = new Date(now);
    later.setUTCFullYear(now.getUTCFullYear() + 10);
    if (later.getUTCDate() !== now.getUTCDate())
        later.setUTCDate(0);
    return later;
}
/** The instant that a text in the right form means; null if it is in no such form. */
function instantOf(text) {
    const match = instantForm.exec(dateForm.test(text) ? `${text}T23:59:59Z` : text);
    if (match === null)
        return null;
    const [, date = '', hour = '', minute = '', second = '00', offset = ''] = match;
    const midnight = new Date(`${date}T00:00:00Z`);
    // A day that does not exist is either no date at all, or another day.
    if (Number.isNaN(midnight.getTime()) || !midnight.toISOString().startsWith(date)) {
        return { wrong: 'is not a calendar date.' };
    }
    if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) {
        return { wrong: 'is not a time of day: hours go to 23, minutes and seconds to 59.' };
    }
    const [offsetHours = 0, offsetMinutes = 0] = offset.slice(1).split(':').map(Number);
    if (offsetMinutes > 59 || offsetHours * 60 + offsetMinutes > 14 * 60) {
        return { wrong: 'has an offset of more than 14 hours, which no time zone has.' };
    }
    return { value: new Date(`${date}T${hour}:${minute}:${second}${offset}`) };
}
function unreadable(text) {
    const [, year, month, day, hour, minute, second, zone] = looseForm.exec(text.toUpperCase()) ?? [];
    if (year === undefined) {
        const bare = /^[1-9]\d{0,3}$/u.test(text) ? (0,_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .bareSuggestion */ .D7)(text, longestBare) : '';
        return `is not a valid expiration. Use ${forms}.${bare || (0,_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .durationSuggestion */ .Z6)(text) || (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .au)(text, endless)}`;
    }
    const two = (number = '0') => number.padStart(2, '0');
    const date = `${year}-${two(month)}-${two(day)}`;
    // In the right form now, so that only the calendar can be against it.
    const exists = (one) => 'value' in instantOf(one) ? ` Did you mean \`${one}\`?` : '';
    if (hour === undefined)
        return `is not a valid date: use YYYY-MM-DD, as in \`2027-01-31\`.${exists(date)}`;
    const instant = `${date}T${two(hour)}:${two(minute)}:${two(second)}`;
    if (zone === undefined) {
        return `has no offset from UTC: add \`Z\` for UTC, or one like \`+02:00\`.${exists(`${instant}Z`)}`;
    }
    const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)?$/u.exec(zone) ?? [];
    const offset = sign === undefined ? 'Z' : `${sign}${two(hours)}:${two(minutes)}`;
    return `is not a valid instant: use the form \`2027-01-31T18:00:00Z\`.${exists(`${instant}${offset}`)}`;
}


/***/ }),

/***/ 6057:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H$: () => (/* binding */ settingNames),
/* harmony export */   JP: () => (/* binding */ linkNames),
/* harmony export */   mf: () => (/* binding */ settingMembers),
/* harmony export */   ms: () => (/* binding */ settingsFrom),
/* harmony export */   y_: () => (/* binding */ linkSettings)
/* harmony export */ });
/* harmony import */ var _links_access_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6202);
/* harmony import */ var _links_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4433);
/* harmony import */ var _expiration_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2698);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(315);
/* harmony import */ var _parsed_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4906);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(7242);






/** `true` and `false`, for editors: YAML has them without quotes, and a text is one too. */
const truth = { type: ['boolean', 'string'], enum: [true, false, 'true', 'false'] };
/** Texts, and numbers that are meant as texts: `key: 4.2` is the key "4.2". */
const text = (longest) => ({ type: ['string', 'number'], minLength: 1, maxLength: longest });
/** As the input, but that a date may have passed: the file stays when its links expire. */
function parseFileExpiration(now) {
    const parse = (0,_expiration_js__WEBPACK_IMPORTED_MODULE_2__/* .parseExpiration */ .l)(now);
    return (written) => {
        const instant = (0,_expiration_js__WEBPACK_IMPORTED_MODULE_2__/* .instantOf */ .B)(written.toUpperCase());
        if (instant === null || 'wrong' in instant || instant.value > now)
            return parse(written);
        return { value: { kind: 'instant', at: instant.value } };
    };
}
/** What shall become of the password, without one: the file is under review, and no place for secrets. */
const parseFilePassword = (written) => {
    const kind = (0,_settings_js__WEBPACK_IMPORTED_MODULE_5__/* .passwordWord */ .iy)(written);
    if (kind !== undefined)
        return { value: { kind } };
    return {
        wrong: 'holds a password, or a word that would be taken for one: no secrets in files. Possible: `generate` (one that DocSpace shows beside the link), `none`, `keep`. For a password of your own use the root action, with `password` from a secret and the same `key`. If this one is in use, change it: it is in the history of the repository.',
        unseen: true,
    };
};
/** The settings of a link, by their names (links/settings), each with the words for it: one row for both doors. */
const linkSettings = {
    access: {
        description: "Role granted by the link: `viewer`, `commenter`, `reviewer`, `editor`, `form-filler`, `content-creator`, or DocSpace's own name or number. Available roles depend on the room type. Default: `viewer` for a new link; an existing link keeps its role.",
        parse: () => _settings_js__WEBPACK_IMPORTED_MODULE_5__/* .parseAccess */ .Cz,
        editor: {
            type: ['string', 'integer'],
            anyOf: [
                { enum: _links_access_js__WEBPACK_IMPORTED_MODULE_0__/* .roles */ .Ot.map(({ name }) => name) },
                { enum: _links_access_js__WEBPACK_IMPORTED_MODULE_0__/* .roles */ .Ot.flatMap(({ code, docSpaceName, label }) => [docSpaceName, label, code, String(code)]) },
            ],
        },
    },
    expiration: {
        description: 'End of the link: a duration from now (`12h`, `7d`, `2w`), an instant (`2027-01-31T18:00:00Z`), a date (`2027-01-31`, the end of that day in UTC), or `never`. Not given: `7d` for a new link, kept for an existing one.',
        parse: _expiration_js__WEBPACK_IMPORTED_MODULE_2__/* .parseExpiration */ .l,
        editor: {
            pattern: '^([0-9]+[smhdw]|never|\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d))?)$',
        },
        inFile: { parse: parseFileExpiration },
    },
    internal: {
        description: '`true`: "DocSpace users only"; `false`: "Anyone with the link". External links only; a Public room has none but `false`. Not given: `true` for a new link, kept for an existing one.',
        parse: () => _parsed_js__WEBPACK_IMPORTED_MODULE_4__/* .parseBoolean */ .yG,
        editor: truth,
    },
    title: {
        description: 'Title of the link in DocSpace, at most 255 characters. Everyone who sees the link can read it. Default: `<owner/repo>: <key>` for a new link; an existing link keeps its title.',
        parse: () => _names_js__WEBPACK_IMPORTED_MODULE_3__/* .parseTitle */ ._x,
        editor: text(_names_js__WEBPACK_IMPORTED_MODULE_3__/* .longestTitle */ .Df),
        single: true,
        input: { exact: true },
    },
    password: {
        description: 'Password of an external link: `keep`, `none`, `generate` (output `password`), or the password itself, 8 to 30 printable ASCII characters without blanks. Not given: kept.',
        parse: () => _settings_js__WEBPACK_IMPORTED_MODULE_5__/* .parsePassword */ .Hr,
        editor: { enum: ['generate', 'none', 'keep'] },
        idle: 'keep',
        input: { secret: true, exact: true },
        inFile: {
            description: 'Password of an external link: `generate` (made once, then kept), `none` or `keep`. Not given: kept. A password itself does not belong into a file.',
            parse: () => parseFilePassword,
        },
    },
    'deny-download': {
        description: '`true`: "Restrict file content copy, file download and printing". External links only. Not given: `false` for a new link, kept for an existing one.',
        parse: () => _parsed_js__WEBPACK_IMPORTED_MODULE_4__/* .parseBoolean */ .yG,
        editor: truth,
    },
    'max-uses': {
        description: 'How many people may join by an invitation link: 1 to 1000, or `unlimited`. Needs DocSpace 3.7 or later. Not given: unlimited for a new link, kept for an existing one.',
        parse: () => _settings_js__WEBPACK_IMPORTED_MODULE_5__/* .parseMaxUses */ .sY,
        editor: {
            type: ['integer', 'string'],
            minimum: 1,
            maximum: 1000,
            pattern: '^(unlimited|[1-9][0-9]{0,2}|1000)$',
        },
    },
};
/** The names of the settings, in the order of the inputs. */
const settingNames = Object.keys(linkSettings);
/** The same by their names in the code. */
const settingMembers = settingNames.map(_links_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .memberOf */ .C5);
/** What is wished of each setting, as `valueOf` tells it by the name that users write; undefined where they are silent. */
function settingsFrom(valueOf) {
    return Object.fromEntries(settingNames.map((name) => [(0,_links_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .memberOf */ .C5)(name), valueOf(name)]));
}
/** What names a link and says how it is worked on, in the same form. */
const linkNames = {
    'link-type': {
        description: "`external`: opens the room's content. `invitation`: whoever opens it joins the room as a member. With `link-id` the link's own type counts.",
        parse: () => (0,_parsed_js__WEBPACK_IMPORTED_MODULE_4__/* .oneOf */ .yL)(['external', 'invitation'], {
            invite: 'invitation',
            share: 'external',
            shared: 'external',
        }),
        editor: { enum: ['external', 'invitation'] },
    },
    primary: {
        description: "`true`: work on the room's primary link instead of an additional one; it is made if it is missing. In Public and Form filling rooms it is permanent and cannot expire.",
        parse: () => _parsed_js__WEBPACK_IMPORTED_MODULE_4__/* .parseBoolean */ .yG,
        editor: truth,
    },
    key: {
        description: 'Name of the link in this repository: the same key in the same room always means the same link. Any text on one line, up to 512 characters, such as the name of a branch, but not a URL or an id. The default title shows the first 100 characters of a longer key.',
        parse: () => _names_js__WEBPACK_IMPORTED_MODULE_3__/* .parseKey */ .Do,
        editor: { default: 'default', ...text(_names_js__WEBPACK_IMPORTED_MODULE_3__/* .longestKey */ .CS) },
    },
    'link-id': {
        description: 'Id of an existing link to work on, whoever made it, instead of `key` and `primary`. It fails if the room has no such link.',
        parse: () => _names_js__WEBPACK_IMPORTED_MODULE_3__/* .parseGuid */ .J,
        editor: { pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$' },
    },
    adopt: {
        description: "`true`: take over the room's invitation link although this key did not make it; a room has only one. `false`: fail and name its id.",
        parse: () => _parsed_js__WEBPACK_IMPORTED_MODULE_4__/* .parseBoolean */ .yG,
        editor: truth,
    },
    renew: {
        description: '`false`: a duration is the longest life from now, so a run again never lengthens a link, and an expired one is replaced by one with a new URL. `true`: every run moves the date, and an expired link comes back with its URL.',
        parse: () => _parsed_js__WEBPACK_IMPORTED_MODULE_4__/* .parseBoolean */ .yG,
        editor: truth,
    },
};


/***/ }),

/***/ 4502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Dx: () => (/* binding */ linesOf),
/* harmony export */   ZC: () => (/* binding */ jsonKind),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   hl: () => (/* binding */ linesIn)
/* harmony export */ });
/* unused harmony exports isBracketed, otherNotation */
/* harmony import */ var _links_separated_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2073);
/* harmony import */ var _parsed_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4906);


/** The lines of a list, without the spaces around them: empty lines and comments (`# …`) are left out. */
function linesIn(text) {
    return text
        .split(/\r?\n/u)
        .map((line, index) => ({ number: index + 1, text: line.trim() }))
        .filter((line) => line.text !== '' && !line.text.startsWith('#'));
}
/**
 * Several values: one per line, or separated by commas; double quotes keep a comma inside a value. Each is taken once.
 * All wrong ones are reported by their places, and not by what they are: one may be a link that was pasted by mistake.
 */
function listOf(parse, options = {}) {
    return listBy((line) => valuesOf(line, parse), options);
}
/** The same where values can hold commas by themselves: `parseLine` says what a line holds. */
function linesOf(parseLine, options = {}) {
    return listBy((line) => [parseLine(line)], options);
}
function listBy(valuesOfLine, { keyOf = (value) => value, once, titles, least }) {
    return (text) => {
        const lines = linesIn(text);
        const notation = otherNotation(lines, titles !== true);
        if (notation !== null)
            return { wrong: notation };
        const values = new Map();
        const wrong = [];
        const places = lines.flatMap(({ number, text: line }) => {
            const parsed = valuesOfLine(line);
            return parsed.map((one, index) => ({ one, place: placeOf(number, index, parsed.length, lines.length) }));
        });
        for (const { one, place } of places) {
            if ('wrong' in one) {
                wrong.push({ place, why: one });
                continue;
            }
            for (const value of one.value) {
                const key = keyOf(value);
                if (!values.has(key))
                    values.set(key, value);
                else if (once !== undefined)
                    wrong.push({ place, why: { wrong: `names ${once} a second time.` } });
            }
        }
        if (wrong.length > 0)
            return { ...misunderstood(wrong), rest: [...values.values()] };
        if (least !== undefined && values.size === 0) {
            return { wrong: `names nothing. Name ${least}; lines that begin with \`#\` are comments.` };
        }
        return { value: [...values.values()] };
    };
}
/** Where a value stands; '' for the only one. */
function placeOf(line, index, values, lines) {
    const value = values === 1 ? '' : `value ${index + 1}`;
    if (lines === 1)
        return value;
    return value === '' ? `line ${line}` : `${value} of line ${line}`;
}
/** Nobody reads more than these; and a list of ten thousand wrong values would fill the summary. */
const mostMistakes = 20;
function misunderstood(all) {
    const sentences = all
        .slice(0, mostMistakes)
        .map(({ place, why }, index) => `${index === 0 ? place : place.charAt(0).toUpperCase() + place.slice(1)} ${why.wrong}`.trim());
    const more = all.length > mostMistakes ? [`And ${all.length - mostMistakes} more values are wrong.`] : [];
    const unseen = all.some(({ why }) => why.unseen === true);
    return { wrong: [...sentences, ...more].join(' '), ...(unseen ? { unseen } : {}) };
}
function valuesOf(line, parse) {
    const values = (0,_links_separated_js__WEBPACK_IMPORTED_MODULE_1__/* .separated */ .C)(line);
    if (values === null) {
        return [{ wrong: 'has a double quote that does not end its value. Quotes stand around a whole value: `"a, b"`.' }];
    }
    return values.map((value) => (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .mapped */ .CV)(valueOf(value, parse), (one) => [one]));
}
function valueOf({ text, inQuotes }, parse) {
    if (!inQuotes && text.includes(';')) {
        return { wrong: 'holds `;`, which separates nothing here. Use commas, or write one value per line.' };
    }
    if (/^'.*'$/u.test(text))
        return { wrong: 'is in single quotes. Remove them, or use double quotes.' };
    const parsed = parse(text);
    // What holds a slash may be a part of a URL.
    const words = text.includes('/') ? [] : text.split(/\s+/u);
    const several = !inQuotes && 'wrong' in parsed && words.length > 1 && words.every((word) => 'value' in parse(word));
    return several ? { wrong: `holds several values. Separate them by commas: \`${words.join(', ')}\`.` } : parsed;
}
const onePerLine = 'Write one value per line';
/** Whether the text is a JSON array, or begins and ends like one. */
function isBracketed(text) {
    return text.startsWith('[') && text.endsWith(']');
}
/** What the text is in JSON: "a JSON array", "a JSON object"; null if neither. A title may begin and end like one. */
function jsonKind(text) {
    const kind = isBracketed(text) ? 'a JSON array' : text.startsWith('{') && text.endsWith('}') ? 'a JSON object' : null;
    try {
        JSON.parse(text);
        return kind;
    }
    catch {
        return null;
    }
}
/** The values of a JSON array of plain values as they are written here; '' if they cannot be proposed. */
function proposal(text) {
    if (jsonKind(text) !== 'a JSON array')
        return '';
    const values = JSON.parse(text);
    const words = values.filter((one) => typeof one === 'number' || (typeof one === 'string' && /^[\w.#=-]+$/u.test(one)));
    const together = words.join(', ');
    return words.length === values.length && words.length > 0 && together.length <= 80 ? together : '';
}
/**
 * Why a list of these lines is refused that is written in another notation than ours; null if it is not. `commas`: whether they separate
 * values in this list. What a title can be is refused only if it can be nothing else.
 */
function otherNotation(lines, commas) {
    const text = lines.map((line) => line.text).join('\n');
    const form = commas ? `${onePerLine}, or use commas` : onePerLine;
    const json = jsonKind(text) ?? (commas && isBracketed(text) ? 'a JSON array' : null);
    if (json !== null) {
        const proposed = commas ? proposal(text) : '';
        return `is ${json}. ${form}${proposed === '' ? ', without brackets and quotes.' : `: \`${proposed}\`.`}`;
    }
    if (lines.length > 0 && lines.every((line) => /^[-*•]\s/u.test(line.text))) {
        return `has ${lines.length === 1 ? 'a dash before its value' : 'dashes before its lines'}, as in a YAML list. ${form}, without dashes.`;
    }
    return null;
}


/***/ }),

/***/ 315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ longestKey),
/* harmony export */   Df: () => (/* binding */ longestTitle),
/* harmony export */   Do: () => (/* binding */ parseKey),
/* harmony export */   J: () => (/* binding */ parseGuid),
/* harmony export */   Ss: () => (/* binding */ parseKeys),
/* harmony export */   Xy: () => (/* binding */ parseLabels),
/* harmony export */   _x: () => (/* binding */ parseTitle)
/* harmony export */ });
/* unused harmony export guidForm */
/* harmony import */ var _links_separated_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2073);
/* harmony import */ var _lists_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4502);
/* harmony import */ var _parsed_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4906);
/* harmony import */ var _pasted_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(986);




/** Id of a link as the portal writes it. */
const guidForm = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
/** Id of a link: a GUID with hyphens, in any case, given in lower case. The portal takes no other form. */
const parseGuid = (text) => {
    const value = text.toLowerCase();
    if (/^[0-]+$/u.test(value) && guidForm.test(value)) {
        return { wrong: 'stands for a link that is yet to be made. To make one, use `key`.' };
    }
    if (guidForm.test(value))
        return { value };
    if ((0,_pasted_js__WEBPACK_IMPORTED_MODULE_2__/* .holdsAddress */ .z_)(text)) {
        return {
            wrong: 'is a URL, which does not hold the id of the link. Use the id: the output `links` of the action `list` names it.',
            unseen: true,
        };
    }
    const invisible = (0,_pasted_js__WEBPACK_IMPORTED_MODULE_2__/* .hiddenCharacter */ .g1)(text);
    if (invisible !== null)
        return { wrong: `${invisible.wrong}${suggestion(value.replace(/[^\da-f-]/gu, ''))}` };
    return {
        wrong: `is not the id of a link, like \`6f1c0e9a-3b52-4d41-9c2e-0a1b2c3d4e5f\`: the output \`links\` names the ids.${suggestion(value)}`,
    };
};
/** The same digits in the right form, out of braces or without hyphens. */
function suggestion(text) {
    const [, ...parts] = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/u.exec(text.replace(/^urn:uuid:|[-{}()\s"']/gu, '')) ?? [];
    return parts.length === 0 ? '' : ` Did you mean \`${parts.join('-')}\`?`;
}
/** Length of a title as the portal counts it: in UTF-16 units (portal.md §1). */
const longestTitle = 255;
/** Twice what GitHub takes for a branch, so that a word fits beside the branch. Titles are cut, identities are not. */
const longestKey = 512;
const unfit = /\p{Cc}|\p{Cs}|[\u2028\u2029]/u;
/** Title of a link. Everyone who sees the link reads it, so it holds no secret. */
const parseTitle = (text) => {
    const value = text.trim();
    if (value === '')
        return { wrong: 'is empty or holds spaces only.' };
    const secret = (0,_pasted_js__WEBPACK_IMPORTED_MODULE_2__/* .pastedSecret */ .m6)(value);
    if (secret !== null)
        return { wrong: `contains ${secret}, which everyone who sees the title could use.`, unseen: true };
    if (unfit.test(value))
        return { wrong: 'holds a line break or a control character.' };
    if (value.length > longestTitle)
        return { wrong: `is too long: ${value.length} of ${longestTitle} characters.` };
    return { value };
};
/** Name of a link in this repository, in Unicode NFC: any text of one line that is not plainly something else. */
const parseKey = (text) => {
    const value = text.normalize('NFC');
    if (value.trim() === '')
        return { wrong: 'is empty or holds spaces only.' };
    const other = somethingElse(value);
    if (other !== null)
        return other;
    if (value !== value.trim())
        return { wrong: 'has a space at its beginning or end.' };
    if (unfit.test(value))
        return { wrong: 'holds a line break or a control character: a key is one line.' };
    if (value.length > longestKey)
        return { wrong: `is too long: ${value.length} of ${longestKey} characters.` };
    return { value };
};
/** What a text is, if it is not the name of a link. */
function somethingElse(text) {
    if ((0,_pasted_js__WEBPACK_IMPORTED_MODULE_2__/* .holdsAddress */ .z_)(text)) {
        return {
            wrong: 'is a URL, and a key is a name of your choice, like `default` or `pr-58`. To name a link that exists, use its id in `link-id`.',
            unseen: true,
        };
    }
    if ((0,_pasted_js__WEBPACK_IMPORTED_MODULE_2__/* .pastedSecret */ .m6)(text) !== null)
        return { wrong: 'contains an API key or a token. A key is a name.', unseen: true };
    if (guidForm.test(text.trim().toLowerCase())) {
        return { wrong: 'is the id of a link, and a key is a name of your choice. Use `link-id` for ids.' };
    }
    const json = (0,_lists_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonKind */ .ZC)(text.trim());
    if (json !== null)
        return { wrong: `is ${json}. Write the key alone, without brackets and quotes.` };
    if (/^-\s/u.test(text))
        return { wrong: 'begins with a dash, as in a YAML list. Write the key alone.' };
    return (0,_pasted_js__WEBPACK_IMPORTED_MODULE_2__/* .notPlain */ .Q)(text, () => true);
}
/**
 * A line of a list of keys, as it is written (in Unicode NFC): a branch name may hold commas, so only where the links of
 * the room are known is it known whether commas separate keys. Every key that it can name is fit to be one.
 */
const parseLine = (line) => {
    const values = (0,_links_separated_js__WEBPACK_IMPORTED_MODULE_3__/* .separated */ .C)(line);
    if (values === null) {
        return { wrong: 'has a double quote that does not end its value. Quotes stand around a whole key: `"a, b"`.' };
    }
    if (values.some(({ text, inQuotes }) => !inQuotes && text.includes(';'))) {
        return {
            wrong: 'holds `;`, which separates nothing here. Use commas, or write one key per line; a key that holds `;` itself needs double quotes.',
        };
    }
    const wrong = values.map(({ text }) => parseKey(text)).find((one) => 'wrong' in one);
    return wrong ?? { value: values.length === 0 ? [] : [line.normalize('NFC')] };
};
/**
 * Keys: one per line, or separated by commas; at least one. A list of keys to keep that holds only commas or comments
 * would keep nothing.
 */
const parseKeys = (0,_lists_js__WEBPACK_IMPORTED_MODULE_0__/* .linesOf */ .Dx)(parseLine, { least: 'a link' });
/** GitHub allows no longer label, and none with a comma in it. */
const longest = 50;
/** Labels of GitHub, each once: case makes no difference to GitHub. */
const parseLabels = (text) => (0,_parsed_js__WEBPACK_IMPORTED_MODULE_1__/* .mapped */ .CV)((0,_lists_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(parseLabel)(text), (labels) => [
    ...new Map(labels.map((label) => [label.toLowerCase(), label])).values(),
]);
const parseLabel = (label) => {
    if (label.includes(','))
        return { wrong: 'is a label with a comma, which GitHub does not allow.' };
    if (/\p{Cc}/u.test(label))
        return { wrong: 'holds a control character.' };
    const secret = (0,_pasted_js__WEBPACK_IMPORTED_MODULE_2__/* .pastedSecret */ .m6)(label);
    if (secret !== null)
        return { wrong: `contains ${secret}. Everyone who sees the issue could use it.`, unseen: true };
    const { length } = Array.from(label);
    if (length === 0 || length > longest)
        return { wrong: `has ${length} characters: GitHub allows 1 to ${longest}.` };
    return { value: label };
};


/***/ }),

/***/ 4906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  au: () => (/* binding */ didYouMean),
  tq: () => (/* binding */ listedWords),
  CV: () => (/* binding */ mapped),
  yL: () => (/* binding */ oneOf),
  yG: () => (/* binding */ parseBoolean),
  Hg: () => (/* binding */ parseMaxChanges),
  Nx: () => (/* binding */ simplified),
  rD: () => (/* binding */ wholeNumber)
});

// UNUSED EXPORTS: alternatives

;// CONCATENATED MODULE: ../node_modules/leven/index.js
const array = [];
const characterCodeCache = [];

function leven(first, second, options) {
	if (first === second) {
		return 0;
	}

	const maxDistance = options?.maxDistance;
	const swap = first;

	// Swapping the strings if `a` is longer than `b` so we know which one is the
	// shortest & which one is the longest
	if (first.length > second.length) {
		first = second;
		second = swap;
	}

	let firstLength = first.length;
	let secondLength = second.length;

	// Performing suffix trimming:
	// We can linearly drop suffix common to both strings since they
	// don't increase distance at all
	// Note: `~-` is the bitwise way to perform a `- 1` operation
	while (firstLength > 0 && (first.charCodeAt(~-firstLength) === second.charCodeAt(~-secondLength))) {
		firstLength--;
		secondLength--;
	}

	// Performing prefix trimming
	// We can linearly drop prefix common to both strings since they
	// don't increase distance at all
	let start = 0;

	while (start < firstLength && (first.charCodeAt(start) === second.charCodeAt(start))) {
		start++;
	}

	firstLength -= start;
	secondLength -= start;

	// Early termination after trimming: if difference in length exceeds max distance
	if (maxDistance !== undefined && secondLength - firstLength > maxDistance) {
		return maxDistance;
	}

	if (firstLength === 0) {
		return maxDistance !== undefined && secondLength > maxDistance
			? maxDistance
			: secondLength;
	}

	let bCharacterCode;
	let result;
	let temporary;
	let temporary2;
	let index = 0;
	let index2 = 0;

	while (index < firstLength) {
		characterCodeCache[index] = first.charCodeAt(start + index);
		array[index] = ++index;
	}

	while (index2 < secondLength) {
		bCharacterCode = second.charCodeAt(start + index2);
		temporary = index2++;
		result = index2;

		for (index = 0; index < firstLength; index++) {
			temporary2 = bCharacterCode === characterCodeCache[index] ? temporary : temporary + 1;
			temporary = array[index];
			// eslint-disable-next-line no-multi-assign
			result = array[index] = temporary > result
				? (temporary2 > result ? result + 1 : temporary2)
				: (temporary2 > temporary ? temporary + 1 : temporary2);
		}

		// Early termination: if all values in current row exceed maxDistance
		if (maxDistance !== undefined) {
			let rowMinimum = result;
			for (index = 0; index < firstLength; index++) {
				if (array[index] < rowMinimum) {
					rowMinimum = array[index];
				}
			}

			if (rowMinimum > maxDistance) {
				return maxDistance;
			}
		}
	}

	// Bound arrays to avoid retaining large previous sizes
	array.length = firstLength;
	characterCodeCache.length = firstLength;

	return maxDistance !== undefined && result > maxDistance ? maxDistance : result;
}

function closestMatch(target, candidates, options) {
	if (!Array.isArray(candidates) || candidates.length === 0) {
		return undefined;
	}

	const userMax = options?.maxDistance;
	const targetLength = target.length;

	// Exact match fast-path
	for (const candidate of candidates) {
		if (candidate === target) {
			return candidate;
		}
	}

	if (userMax === 0) {
		return undefined;
	}

	let best;
	let bestDist = Number.POSITIVE_INFINITY;
	const seen = new Set();

	for (const candidate of candidates) {
		if (seen.has(candidate)) {
			continue;
		}

		seen.add(candidate);

		const lengthDiff = Math.abs(candidate.length - targetLength);
		if (lengthDiff >= bestDist) {
			continue;
		}

		if (userMax !== undefined && lengthDiff > userMax) {
			continue;
		}

		const cap = Number.isFinite(bestDist)
			? (userMax === undefined ? bestDist : Math.min(bestDist, userMax))
			: userMax;

		const distance = cap === undefined
			? leven(target, candidate)
			: leven(target, candidate, {maxDistance: cap});

		// Skip candidates that exceed the user's maximum distance
		if (userMax !== undefined && distance > userMax) {
			continue;
		}

		// If we got a capped result that equals the cap, we need the actual distance
		// for accurate comparison, but only if the cap was due to userMax
		let actualD = distance;
		if (cap !== undefined && distance === cap && cap === userMax) {
			actualD = leven(target, candidate);
		}

		if (actualD < bestDist) {
			bestDist = actualD;
			best = candidate;
			if (bestDist === 0) {
				break;
			}
		}
	}

	if (userMax !== undefined && bestDist > userMax) {
		return undefined;
	}

	return best;
}

;// CONCATENATED MODULE: ../lib/src/values/parsed.js

/** The same, with the value turned into another; why it is not understood stays. */
function mapped(parsed, turn) {
    if ('rest' in parsed)
        return { ...parsed, rest: turn(parsed.rest) };
    return 'wrong' in parsed ? parsed : { ...parsed, value: turn(parsed.value) };
}
/** Longer texts are no slips of the pen. */
const longest = 40;
/**
 * The word without what is forgiven in words: case, spaces around it, and spaces, hyphens and underscores between its
 * letters. A number stays as it is, with its sign.
 */
function simplified(text) {
    return text
        .trim()
        .toLowerCase()
        .replace(/(?<=\p{L})[\s_-]+(?=\p{L})/gu, '');
}
/**
 * ` Did you mean …?`, if the text resembles one of the words; '' if none. `meanings` says for each word what is to be
 * written for it.
 */
function didYouMean(text, meanings) {
    const word = simplified(text.replace(/^[-*\s]+/u, '')).slice(0, longest);
    const known = new Map(Array.from(meanings, ([one, meaning]) => [simplified(one), meaning]));
    const meaning = known.get(word) ?? known.get(resembling(word, [...known.keys()]) ?? '');
    return meaning === undefined ? '' : ` Did you mean \`${meaning}\`?`;
}
/**
 * A word that begins alike, or has few letters wrong: two, as when they changed places, or every third. Words of one
 * or two letters resemble none.
 */
function resembling(word, words) {
    const long = words.filter((one) => one.length > 2);
    if (word.length < 3)
        return undefined;
    return (long.find((one) => one.startsWith(word) || word.startsWith(one)) ??
        closestMatch(word, long, { maxDistance: word.length === 3 ? 1 : Math.max(2, Math.floor(word.length / 3)) }));
}
/** Words of which one is to be used: `a`, `b` or `c`. */
function alternatives(words) {
    return [listedWords(words.slice(0, -1)), listedWords(words.slice(-1))].filter((part) => part !== '').join(' or ');
}
/** Words as an enumeration in a sentence: `a`, `b`. */
function listedWords(words) {
    return words.map((word) => `\`${word}\``).join(', ');
}
/** One of these words, in any case. `others` are words that are not taken, but for which one of these is proposed. */
function oneOf(words, others = {}) {
    return (text) => {
        const value = words.find((word) => simplified(word) === simplified(text));
        if (value !== undefined)
            return { value };
        const meanings = new Map([
            ...words.map((word) => [word, word]),
            ...Object.entries(others),
        ]);
        return { wrong: `is not valid. Use ${alternatives(words)}.${didYouMean(text, meanings)}` };
    };
}
const truth = oneOf(['true', 'false'], {
    yes: 'true',
    y: 'true',
    on: 'true',
    '1': 'true',
    enabled: 'true',
    no: 'false',
    n: 'false',
    off: 'false',
    '0': 'false',
    disabled: 'false',
});
/** `true` or `false`, in any case. */
const parseBoolean = (text) => mapped(truth(text), (value) => value === 'true');
/**
 * A whole number within these bounds, without zeros in front: YAML of another version reads `010` as 8. `other` is what
 * can be used instead of a number: "`auto`, or ".
 */
function wholeNumber(least, most, other = '') {
    const fits = (text) => /^(?:0|[1-9]\d{0,8})$/u.test(text) && Number(text) >= least && Number(text) <= most;
    return (text) => {
        if (fits(text))
            return { value: Number(text) };
        const plain = text.replace(/^0+(?=\d)/u, '');
        const meant = plain !== text && fits(plain) ? ` Did you mean \`${plain}\`?` : '';
        return { wrong: `is not valid. Use ${other}a number from ${least} to ${most}.${meant}` };
    };
}
/** How many changes there may be at most: no portal and no file of 1 MiB asks for more than 100 000. */
const parseMaxChanges = wholeNumber(0, 100_000);


/***/ }),

/***/ 986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ln: () => (/* binding */ pastedSecrets),
/* harmony export */   P: () => (/* binding */ withoutHidden),
/* harmony export */   Pe: () => (/* binding */ withoutKeys),
/* harmony export */   Q: () => (/* binding */ notPlain),
/* harmony export */   g1: () => (/* binding */ hiddenCharacter),
/* harmony export */   m6: () => (/* binding */ pastedSecret),
/* harmony export */   qZ: () => (/* binding */ unquoted),
/* harmony export */   z_: () => (/* binding */ holdsAddress)
/* harmony export */ });
/** Shapes of secrets that are pasted into the wrong input, and of other things that are not names. */
/** Keys of DocSpace and tokens of GitHub. */
const keyForm = /sk-[0-9a-f]{16,}|gh[a-z]_\w{16,}|github_pat_\w+/giu;
/** The part of a link's URL that opens the room: short (`/s/AbC…`), long, and that of an invitation (portal.md §8). */
const tokenForm = /(?:\/|%2f)s(?:\/|%2f)([\w-]{4,})|[?&](?:key|share)=([^&#\s]{4,})/iu;
/** DocSpace's are longer. Anything shorter may be a word of the log. */
const shortestToken = 10;
/**
 * A web address in one word: with a scheme, perhaps encoded, or a host in front of a short link as DocSpace makes them,
 * perhaps with what a slip has left of the scheme.
 */
const schemeForm = /[a-z](?::\/\/|%3a%2f%2f)/iu;
const shortForm = /^(?:https?:)?\/*[\w-]+(?:\.[\w-]+)+(?::\d+)?\/s\/[\w-]{15}$|^[^?]*\/(?:rooms\/share|confirm\/LinkInvite)\?/iu;
const wordsOf = (text) => text.split(/[\s"'`<>()[\]{},;]+/u);
/** Whether the text is a web address, or holds one. */
function holdsAddress(text) {
    return schemeForm.test(text) || wordsOf(text).some((word) => shortForm.test(word));
}
/** The URLs of links in a text. */
function linkUrls(text) {
    return wordsOf(text).filter((word) => holdsAddress(word) && tokenForm.test(word));
}
/** What a text holds that nobody should see: "the URL of a link", "an API key or a token"; null if nothing. */
function pastedSecret(text) {
    if (text.search(keyForm) !== -1)
        return 'an API key or a token';
    return linkUrls(text).length > 0 ? 'the URL of a link' : null;
}
/** The secrets in a text by their shape: to be masked, whatever input they are in. */
function pastedSecrets(text) {
    const urls = linkUrls(text).flatMap((url) => {
        const [, short, long] = tokenForm.exec(url);
        const token = (short ?? long);
        return token.length < shortestToken ? [url] : [url, token];
    });
    const passwords = Array.from(text.matchAll(/:\/\/[^\s/:@]*:([^\s/@]+)@/gu), ([, password = '']) => password);
    return [...urls, ...passwords, ...(text.match(keyForm) ?? [])];
}
/** The text without keys and tokens, whoever they belong to. */
function withoutKeys(text) {
    return text.replace(keyForm, '***');
}
/** Pairs of quotes that people put around a value, straight and typographic. */
const quotes = /^(["'`])(.+)\1$|^[“”„«»](.+)[“”«»]$|^[‘’‚](.+)[‘’]$/su;
/** The value without the quotes around it; null if it has none. */
function unquoted(text) {
    const [, , straight, double, single] = quotes.exec(text) ?? [];
    return straight ?? double ?? single ?? null;
}
/** Characters that are not seen, or look like a space and are none, by code point. Joiners belong to some scripts. */
const hidden = /\u034f|\u17b4|\u17b5|[\u00a0\u00ad\u061c\u115f\u1160\u180e\u2000-\u200b\u200e\u200f\u2028-\u202f\u205f-\u2064\u2066-\u206f\u3000\u3164\ufeff\uffa0]|(?<=^|\p{ASCII})[\u200c\u200d]|[\u200c\u200d](?=\p{ASCII}|$)/u;
const names = [
    [/[\u00a0\u2007\u202f]/u, 'a no-break space'],
    [/[\u2000-\u200a\u205f\u3000]/u, 'a space of another width'],
    [/[\u200b-\u200d]/u, 'a zero-width character'],
    [/\ufeff/u, 'a byte order mark'],
    [/\u00ad/u, 'a soft hyphen'],
    [/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u, 'a mark of the direction of writing'],
    [/[\u2028\u2029]/u, 'a line separator'],
];
/** Why a text with a character that nobody sees is refused; null if it has none. Its place counts from 1. */
function hiddenCharacter(text) {
    const found = hidden.exec(text);
    if (found === null)
        return null;
    const [character] = found;
    const code = character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0');
    const name = names.find(([characters]) => characters.test(character))?.[1] ?? 'an invisible character';
    const place = Array.from(text.slice(0, found.index)).length + 1;
    return {
        wrong: `contains ${name} (U+${code}) as character ${place}. Remove it; it may come from copying the value.`,
    };
}
/** The text without what `hiddenCharacter` finds in it. */
function withoutHidden(text) {
    return text.replace(new RegExp(hidden, 'gu'), '');
}
/**
 * Why a value is refused that holds something invisible, or stands in quotes that YAML has not removed; null if neither.
 * Of the `value` in quotes the rest is told only if it is fit to be proposed.
 */
function notPlain(text, fits = () => false) {
    const inside = unquoted(text);
    if (inside === null)
        return hiddenCharacter(text);
    const proposal = fits(inside) ? ` Did you mean \`${inside}\`?` : '';
    return { wrong: `is in quotes, which are taken as part of the value here. Remove them.${proposal}` };
}


/***/ }),

/***/ 265:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D4: () => (/* binding */ severityWords),
/* harmony export */   Lt: () => (/* binding */ parseFixableRule),
/* harmony export */   fE: () => (/* binding */ parseSeverities),
/* harmony export */   iT: () => (/* binding */ parseRule),
/* harmony export */   lv: () => (/* binding */ parseSeverity),
/* harmony export */   nY: () => (/* binding */ parseConcurrency),
/* harmony export */   pP: () => (/* binding */ parseRequirement)
/* harmony export */ });
/* unused harmony export runs */
/* harmony import */ var _audit_finding_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4441);
/* harmony import */ var _audit_policy_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7588);
/* harmony import */ var _audit_rules_ids_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4738);
/* harmony import */ var _lists_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4502);
/* harmony import */ var _parsed_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4906);





/** Id of a rule of the audit, in any case. */
const parseRule = (text) => {
    const value = _audit_rules_ids_js__WEBPACK_IMPORTED_MODULE_3__/* .ruleIds */ .Z.find((id) => id === text.toUpperCase());
    return value === undefined
        ? { wrong: `is not the id of a rule. Possible: ${runs(_audit_rules_ids_js__WEBPACK_IMPORTED_MODULE_3__/* .ruleIds */ .Z)}.${suggestion(text)}` }
        : { value };
};
/** Id of a rule whose findings can be fixed, in any case. */
const parseFixableRule = (text) => {
    const rule = parseRule(text);
    if ('wrong' in rule)
        return rule;
    const value = _audit_rules_ids_js__WEBPACK_IMPORTED_MODULE_3__/* .fixableRuleIds */ .w.find((id) => id === rule.value);
    return value === undefined
        ? { wrong: `is a rule without a fix. Rules that have one: ${(0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .listedWords */ .tq)(_audit_rules_ids_js__WEBPACK_IMPORTED_MODULE_3__/* .fixableRuleIds */ .w)}.` }
        : { value };
};
/** ` Did you mean …?` for the number of a rule that is written in another way: `DSL4`, `dsl-004`, `rule 4`. */
function suggestion(text) {
    const [, number = ''] = /^[a-z_\s-]{0,6}0*(\d{1,3})$/iu.exec(text) ?? [];
    const id = _audit_rules_ids_js__WEBPACK_IMPORTED_MODULE_3__/* .ruleIds */ .Z.find((one) => one === `DSL${number.padStart(3, '0')}`);
    return id === undefined ? '' : ` Did you mean \`${id}\`?`;
}
/** Ids of rules as an enumeration, those that follow on each other as "from to". */
function runs(ids) {
    const numberOf = (id) => Number(id.slice('DSL'.length));
    const numbers = new Set(ids.map(numberOf));
    const firsts = ids.filter((id) => !numbers.has(numberOf(id) - 1));
    const lasts = ids.filter((id) => !numbers.has(numberOf(id) + 1));
    return firsts.map((first, index) => `\`${first}\` to \`${String(lasts[index])}\``).join(', ');
}
/** What a finding of a rule weighs; `off`: the rule finds nothing. */
const severityWords = [..._audit_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .severities */ .gO, 'off'];
const parseSeverity = (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)(severityWords, {
    false: 'off',
    none: 'off',
    ignore: 'off',
    warning: 'medium',
    error: 'high',
});
/** Severity of rules: `DSL004=off`. A colon serves as well, as in the policy file. */
const parseSeverities = (text) => (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .mapped */ .CV)((0,_lists_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(parseEntry, { keyOf: ([rule]) => rule, once: 'a rule' })(text), (entries) => new Map(entries));
const parseEntry = (text) => {
    const [, name, word] = /^(.*?)\s*[=:]\s*(.*)$/u.exec(text) ?? [];
    if (name === undefined || word === undefined) {
        return { wrong: 'is not the id of a rule and its severity, like `DSL004=off`.' };
    }
    const [rule, severity] = [parseRule(name), parseSeverity(word)];
    if ('value' in rule && 'value' in severity)
        return { value: [rule.value, severity.value] };
    const wrong = [
        ...('wrong' in rule ? [`begins with what ${rule.wrong}`] : []),
        ...('wrong' in severity ? [`ends with a severity that ${severity.wrong}`] : []),
    ];
    return { wrong: wrong.join(' It ') };
};
/** What links can be required to have. */
const parseRequirement = (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)(_audit_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .requirements */ .Ln, { internal: 'login', 'deny-download': 'no-download' });
const most = 32;
const parseNumber = (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .wholeNumber */ .rD)(1, most, '`auto`, or ');
const meanings = new Map(['auto', 'automatic', 'default', 'unlimited'].map((word) => [word, 'auto']));
/** How many requests at once: a number, or `auto`. */
const parseConcurrency = (text) => {
    if (text.toLowerCase() === 'auto')
        return { value: 'auto' };
    const number = parseNumber(text);
    return 'value' in number ? number : { wrong: `${number.wrong}${(0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .au)(text, meanings)}` };
};


/***/ }),

/***/ 3794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E$: () => (/* binding */ redact),
/* harmony export */   Vy: () => (/* binding */ display),
/* harmony export */   pr: () => (/* binding */ shortest)
/* harmony export */ });
/* harmony import */ var _links_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9619);
/* harmony import */ var _pasted_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(986);


/**
 * The value of an input, fit for a message: one line, cut, without any of the secrets. Of a web address only the host
 * is told, because the rest may open a room (a link pasted by mistake), and what is before it may be a password.
 */
function display(text, secrets) {
    const plain = (0,_links_text_js__WEBPACK_IMPORTED_MODULE_0__/* .stripInvisible */ ._0)(text);
    if (!/\/\/|\/s\/|%2fs%2f|[?&]key=/iu.test(plain))
        return (0,_links_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(redact(plain, secrets));
    const url = URL.parse(plain);
    return url === null || url.host === '' ? '(an address)' : (0,_links_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(redact(`${url.protocol}//${url.host}/…`, secrets));
}
/** Shorter texts are no secrets; hiding them would show what they are, and star out the rest of the log. */
const shortest = 4;
/** Longer ones are too large for a regular expression, and no host of an address. */
const longestPattern = 1000;
/** The text without the secrets, in upper or lower case (as in the host of an address). */
function redact(text, secrets) {
    const rest = secrets
        .map((secret) => (0,_links_text_js__WEBPACK_IMPORTED_MODULE_0__/* .stripInvisible */ ._0)(secret.reveal()))
        .filter((secret) => secret.length >= shortest)
        .sort((one, other) => other.length - one.length)
        .reduce((left, secret) => without(left, secret), text);
    return (0,_pasted_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutKeys */ .Pe)(rest);
}
function without(text, secret) {
    if (secret.length > longestPattern)
        return text.replaceAll(secret, '***');
    return text.replace(new RegExp(secret.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'), 'giu'), '***');
}


/***/ }),

/***/ 5483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ah: () => (/* binding */ parseRooms),
/* harmony export */   Ie: () => (/* binding */ longestText),
/* harmony export */   Te: () => (/* binding */ parseRoomPattern),
/* harmony export */   Ys: () => (/* binding */ parseRoomId),
/* harmony export */   kR: () => (/* binding */ parseRoomReference),
/* harmony export */   lb: () => (/* binding */ greatestId),
/* harmony export */   p1: () => (/* binding */ parseRoomTitle),
/* harmony export */   sX: () => (/* binding */ parseRoomsOrAll)
/* harmony export */ });
/* unused harmony exports isRoomId, looksLikeRoomId */
/* harmony import */ var _lists_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4502);
/* harmony import */ var _pasted_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(986);


/** The greatest number that the portal takes for a number: an int32 (portal.md §7). */
const greatestId = 2 ** 31 - 1;
/** Longer than ids and titles of rooms are. Both are a part of URLs, and servers refuse long ones; UTF-16 units. */
const longestText = 400;
/** Ids of rooms on third-party storage: its kind, its number, and perhaps a path (portal.md §7). */
const thirdParty = /^(?:sbox|spoint|drive|box|dropbox|onedrive)-\d+(?:-[^\p{Cc}]*)?$/u;
/**
 * Id of a room: a number, or the text id of a room on third-party storage. Zeros in front of a number are cut: where only
 * an id can stand, nothing else can be meant.
 */
const parseRoomId = (text) => {
    const value = idOf(text.replace(/^0+(?=\d)/u, ''));
    if (value !== null)
        return { value };
    if (/^\d+$/u.test(text))
        return notAnId(text);
    const inside = (0,_pasted_js__WEBPACK_IMPORTED_MODULE_1__/* .unquoted */ .qZ)(text) ?? text;
    if (isAddress(inside))
        return addressWrong(inside);
    return ((0,_pasted_js__WEBPACK_IMPORTED_MODULE_1__/* .notPlain */ .Q)(text, isRoomId) ?? {
        wrong: "is not the id of a room: the number in the room's address, `/rooms/shared/<id>`, or the text id of a room on third-party storage (`drive-12-…`). For a title use `room-title`.",
    });
};
/** Why digits are no id, where a title could stand: it may have zeros in front, and without them another room is meant. */
function notAnId(digits) {
    const plain = digits.replace(/^0+/u, '');
    if (plain === digits || idOf(plain) === null)
        return { wrong: `is not the id of a room: ids are 1 to ${greatestId}.` };
    return { wrong: `is not the id of a room: ids have no zeros in front. Did you mean \`${plain}\`?` };
}
function isAddress(text) {
    return (0,_pasted_js__WEBPACK_IMPORTED_MODULE_1__/* .holdsAddress */ .z_)(text) || /\/\/|\/rooms\/|\/s\//u.test(text);
}
/** Why an address is refused that stands where a room is named. */
function addressWrong(text) {
    const id = idInAddress(text);
    if (id !== null)
        return { wrong: `is a URL: use the id of the room alone. Did you mean \`${id}\`?` };
    const secret = (0,_pasted_js__WEBPACK_IMPORTED_MODULE_1__/* .pastedSecret */ .m6)(text) === null ? '' : ' The URL of a link names no room.';
    return {
        wrong: `is a URL without the id of a room.${secret} Use the number in the room's address, \`/rooms/shared/<id>\`.`,
        unseen: true,
    };
}
/** Whether the text is the id of a room as it is, and no title. */
function isRoomId(text) {
    return idOf(text) !== null;
}
/** Whether the text is meant as the id of a room, and perhaps wrong: digits are never a title. */
function looksLikeRoomId(text) {
    return /^\d+$/u.test(text) || isRoomId(text);
}
function idOf(text) {
    if (thirdParty.test(text))
        return text.length <= longestText && (0,_pasted_js__WEBPACK_IMPORTED_MODULE_1__/* .hiddenCharacter */ .g1)(text) === null ? text : null;
    return /^[1-9]\d*$/u.test(text) && Number(text) <= greatestId ? text : null;
}
/** The id in an address of a room: `/rooms/shared/2201/filter?folder=2201`. */
function idInAddress(text) {
    const [, segment = ''] = /\/rooms\/[a-z-]+\/([^/?#]+)/u.exec(text) ?? [];
    const [, folder = ''] = /[?&]folder=([^&#]+)/u.exec(text) ?? [];
    return idOf(segment) ?? idOf(folder);
}
/** Title of a room, in Unicode NFC; its spaces and line breaks are its own. DocSpace stores a colon in it as `_`. */
const parseRoomTitle = (text) => {
    if (text.trim() === '')
        return { wrong: 'is empty or holds spaces only.' };
    if (!(0,_pasted_js__WEBPACK_IMPORTED_MODULE_1__/* .holdsAddress */ .z_)(text)) {
        const value = text.normalize('NFC');
        if (value.length > longestText) {
            return { wrong: `is not the title of a room: it has ${value.length} characters, more than ${longestText}.` };
        }
        return { value };
    }
    return idInAddress(text) === null
        ? addressWrong(text)
        : { wrong: `is a URL, and not the title of a room. Its id is \`${String(idInAddress(text))}\`: use that instead.` };
};
/** A room by its id, or else by its exact title. Digits are always an id, also where a room has such a title. */
const parseRoomReference = (text) => {
    if (/^\d+$/u.test(text) && idOf(text) === null)
        return notAnId(text);
    const id = parseRoomId(text);
    if ('value' in id)
        return { value: { by: 'id', id: id.value } };
    if ((0,_pasted_js__WEBPACK_IMPORTED_MODULE_1__/* .holdsAddress */ .z_)(text) || idInAddress(text) !== null)
        return id;
    const hidden = (0,_pasted_js__WEBPACK_IMPORTED_MODULE_1__/* .hiddenCharacter */ .g1)(text);
    if (hidden !== null && isRoomId((0,_pasted_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutHidden */ .P)(text))) {
        return { wrong: `${hidden.wrong} Did you mean \`${(0,_pasted_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutHidden */ .P)(text)}\`?` };
    }
    const title = parseRoomTitle(text);
    return 'wrong' in title ? title : { value: { by: 'title', title: title.value } };
};
/** Rooms of the policy: as above, but a title may hold `*` for any text, and then it is never an id. */
const parseRoomPattern = (text) => {
    if (!text.includes('*'))
        return parseRoomReference(text);
    return { value: { by: 'title', title: text.normalize('NFC') } };
};
const keyOf = (reference) => JSON.stringify(reference);
/** What stands between commas and semicolons. */
function valuesIn(line) {
    return line
        .split(/[,;]/u)
        .map((value) => value.trim())
        .filter((value) => value !== '');
}
/** A line: an id, several ids with commas between them, or a title, which may hold commas. */
const parseLine = (line) => {
    const values = valuesIn(line);
    const ids = values.every(looksLikeRoomId) ? values : [];
    if (ids.length > 1 && line.includes(';')) {
        return {
            wrong: `holds ids with \`;\` between them. Use commas, or write one room per line: \`${ids.join(', ')}\`.`,
        };
    }
    const references = [];
    for (const text of ids.length > 0 ? ids : [titleIn(line)]) {
        const reference = parseRoomReference(text);
        if ('wrong' in reference)
            return ids.length > 1 ? { wrong: `holds "${text}", which ${reference.wrong}` } : reference;
        references.push(reference.value);
    }
    return { value: references };
};
/** DocSpace stores a double quote in a title as `_`, so quotes around a title are not its own. */
function titleIn(line) {
    return /^"([^"]+)"$/u.exec(line)?.[1] ?? line;
}
/** Rooms by their ids and exact titles, one per line; a line of ids may have commas. */
const parseRooms = (0,_lists_js__WEBPACK_IMPORTED_MODULE_0__/* .linesOf */ .Dx)(parseLine, { keyOf, titles: true });
const parseSomeRooms = (0,_lists_js__WEBPACK_IMPORTED_MODULE_0__/* .linesOf */ .Dx)(parseLine, { keyOf, titles: true, least: '`all` or a room' });
/** `all`, in any case, or rooms. Among rooms it would be a title to one reader and a word to the next. */
const parseRoomsOrAll = (text) => {
    const lines = (0,_lists_js__WEBPACK_IMPORTED_MODULE_0__/* .linesIn */ .hl)(text).flatMap(({ text: line }) => {
        const values = valuesIn(line);
        return values.every((value) => isAll(value) || looksLikeRoomId(value)) ? values : [line];
    });
    if (!lines.some(isAll))
        return parseSomeRooms(text);
    return lines.every(isAll)
        ? { value: 'all' }
        : { wrong: 'has `all` among rooms. Use `all` alone, or only rooms; name a room with this title by its id.' };
};
function isAll(text) {
    return text.toLowerCase() === 'all';
}


/***/ }),

/***/ 7242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cz: () => (/* binding */ parseAccess),
/* harmony export */   Hr: () => (/* binding */ parsePassword),
/* harmony export */   iy: () => (/* binding */ passwordWord),
/* harmony export */   sY: () => (/* binding */ parseMaxUses),
/* harmony export */   zb: () => (/* binding */ parseLinkTypes)
/* harmony export */ });
/* harmony import */ var _links_access_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6202);
/* harmony import */ var _links_secret_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1776);
/* harmony import */ var _parsed_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4906);



/** An older word of DocSpace's interface for a role. */
const older = new Map([['commentator', 'commenter']]);
/** DocSpace's other values of `access` (portal.md §1.1). */
const impossible = [
    [0, 'None'],
    [1, 'ReadWrite'],
    [3, 'Restrict'],
    [4, 'Varies'],
    [8, 'CustomFilter'],
    [9, 'RoomManager'],
];
/** Words that are not taken, since they are no roles, but whose meaning can be guessed. */
const guesses = [
    ['edit', 'editor'],
    ['write', 'editor'],
    ['ReadWrite', 'editor'],
    ['view', 'viewer'],
    ['form filling', 'form-filler'],
];
const taken = _links_access_js__WEBPACK_IMPORTED_MODULE_0__/* .roles */ .Ot;
const wordsOf = (role) => [role.name, role.docSpaceName, role.label];
const meanings = new Map([
    ...guesses,
    ...older,
    ...taken.flatMap((role) => [role.name, role.docSpaceName].map((word) => [word, role.name])),
]);
const possible = `Possible: ${(0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .listedWords */ .tq)(taken.map((role) => role.name))}.`;
/**
 * The role that a link gives, as DocSpace's number: by our name, DocSpace's name, the word on its screens, or the
 * number. Case does not matter in words, nor do spaces, hyphens and underscores between letters; a number has one form.
 */
const parseAccess = (text) => {
    const word = (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .simplified */ .Nx)(text);
    const name = older.get(word);
    const role = taken.find((one) => one.name === name || String(one.code) === text || wordsOf(one).some((other) => (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .simplified */ .Nx)(other) === word));
    if (role !== undefined)
        return { value: role.code };
    const other = impossible.find(([code, otherName]) => String(code) === word || (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .simplified */ .Nx)(otherName) === word);
    if (other === undefined)
        return { wrong: `is not a role. ${possible}${(0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .au)(text, meanings)}` };
    const [code, otherName] = other;
    const guess = (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .au)(otherName, new Map(guesses));
    const why = code === 0 ? 'means "no access": it would revoke the link' : 'is a role that no link can give';
    return { wrong: `(${otherName}, ${code}) ${why}. ${possible}${guess}` };
};
const parseNumber = (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .wholeNumber */ .rD)(1, 1000, '`unlimited`, or ');
/** Words that mean `unlimited`. */
const endless = new Map(['unlimited', 'none', 'infinite', 'never', 'any', '0'].map((word) => [word, 'unlimited']));
/** How many people may join by an invitation: a number, or null for `unlimited`. */
const parseMaxUses = (text) => {
    if (text.toLowerCase() === 'unlimited')
        return { value: null };
    const number = parseNumber(text);
    return 'value' in number ? number : { wrong: `${number.wrong}${(0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .au)(text, endless)}` };
};
const words = ['keep', 'none', 'generate'];
/** The word, if the text is one and not a password; in any case, since nobody means "Generate" as a password. */
function passwordWord(text) {
    return words.find((word) => word === text.trim().toLowerCase());
}
/**
 * What becomes of the password. Spaces are never cut: a password of spaces would be none at all for the portal
 * (portal.md §1.3). The length is that of the portal's policy; the rest of the policy only the portal knows.
 */
const parsePassword = (text) => {
    const kind = passwordWord(text);
    if (kind !== undefined)
        return { value: { kind } };
    if (text.trim() === '') {
        return {
            wrong: 'is empty or holds spaces only. Use a password, or `none` for a link without one, or leave the input out.',
        };
    }
    if (!/^[\x21-\x7e]{8,30}$/u.test(text)) {
        return {
            wrong: 'does not fit: 8 to 30 characters, letters A to Z, digits and signs of ASCII, no spaces; or `keep`, `none`, `generate`.',
        };
    }
    return { value: { kind: 'given', password: new _links_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .Secret */ .z(text) } };
};
/** Which links are meant where several types are possible. */
const parseLinkTypes = (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)(['all', 'external', 'invitation'], { invite: 'invitation', share: 'external' });


/***/ }),

/***/ 7728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BuJ: () => (/* binding */ getDotPath),
/* harmony export */   DDF: () => (/* binding */ title),
/* harmony export */   FsL: () => (/* binding */ pipe),
/* harmony export */   IeY: () => (/* binding */ custom),
/* harmony export */   Ikc: () => (/* binding */ object),
/* harmony export */   KCZ: () => (/* binding */ union),
/* harmony export */   KIO: () => (/* binding */ picklist),
/* harmony export */   L5J: () => (/* binding */ unknown),
/* harmony export */   NTK: () => (/* binding */ rawTransform),
/* harmony export */   NpB: () => (/* binding */ fallback),
/* harmony export */   OZ5: () => (/* binding */ url),
/* harmony export */   PXX: () => (/* binding */ toLowerCase),
/* harmony export */   TjK: () => (/* binding */ map),
/* harmony export */   Wwf: () => (/* binding */ minValue),
/* harmony export */   YOg: () => (/* binding */ array),
/* harmony export */   YjP: () => (/* binding */ string),
/* harmony export */   _H3: () => (/* binding */ looseObject),
/* harmony export */   aig: () => (/* binding */ number),
/* harmony export */   cl6: () => (/* binding */ nullish),
/* harmony export */   euz: () => (/* binding */ literal),
/* harmony export */   g1P: () => (/* binding */ record),
/* harmony export */   h_: () => (/* binding */ description),
/* harmony export */   hq: () => (/* binding */ nonEmpty),
/* harmony export */   is: () => (/* binding */ is),
/* harmony export */   lqM: () => (/* binding */ optional),
/* harmony export */   mee: () => (/* binding */ nullable),
/* harmony export */   ndf: () => (/* binding */ integer),
/* harmony export */   pdi: () => (/* binding */ transform),
/* harmony export */   qFJ: () => (/* binding */ parseJson),
/* harmony export */   rej: () => (/* binding */ strictObject),
/* harmony export */   xLC: () => (/* binding */ safeParse),
/* harmony export */   yGV: () => (/* binding */ regex),
/* harmony export */   yb2: () => (/* binding */ getMetadata),
/* harmony export */   yhX: () => (/* binding */ isoTimestamp),
/* harmony export */   yuE: () => (/* binding */ metadata),
/* harmony export */   zMY: () => (/* binding */ boolean)
/* harmony export */ });
/* unused harmony exports BASE64_REGEX, BIC_REGEX, CUID2_REGEX, DECIMAL_REGEX, DIGITS_REGEX, DOMAIN_REGEX, EMAIL_REGEX, EMOJI_REGEX, HEXADECIMAL_REGEX, HEX_COLOR_REGEX, IMEI_REGEX, IPV4_REGEX, IPV6_REGEX, IP_REGEX, ISO_DATE_REGEX, ISO_DATE_TIME_REGEX, ISO_DATE_TIME_SECOND_REGEX, ISO_TIMESTAMP_REGEX, ISO_TIME_REGEX, ISO_TIME_SECOND_REGEX, ISO_WEEK_REGEX, ISRC_REGEX, JWS_COMPACT_REGEX, KSUID_REGEX, MAC48_REGEX, MAC64_REGEX, MAC_REGEX, NANO_ID_REGEX, OCTAL_REGEX, RFC_EMAIL_REGEX, SLUG_REGEX, ULID_REGEX, UUID_REGEX, ValiError, _addIssue, _cloneDataset, _formatCase, _getByteCount, _getCodePointCount, _getGraphemeCount, _getLastMetadata, _getWordCount, _isLuhnAlgo, _isSameValueZero, _isValidObjectKey, _isValueMatch, _joinExpects, _standardSchema, _stringify, any, args, argsAsync, arrayAsync, assert, awaitAsync, base64, bic, bigint, blob, brand, bytes, cache, cacheAsync, check, checkAsync, checkItems, checkItemsAsync, codePoints, config, creditCard, cuid2, customAsync, date, decimal, deleteGlobalConfig, deleteGlobalMessage, deleteSchemaMessage, deleteSpecificMessage, digits, domain, email, emoji, empty, endsWith, entries, entriesFromList, entriesFromObjects, enum, enum_, everyItem, exactOptional, exactOptionalAsync, examples, excludes, fallbackAsync, file, filterItems, findItem, finite, flatten, flavor, forward, forwardAsync, function, function_, getDefault, getDefaults, getDefaultsAsync, getDescription, getExamples, getFallback, getFallbacks, getFallbacksAsync, getGlobalConfig, getGlobalMessage, getSchemaMessage, getSpecificMessage, getTitle, graphemes, gtValue, guard, hash, hexColor, hexadecimal, imei, includes, instance, intersect, intersectAsync, ip, ipv4, ipv6, isOfKind, isOfType, isValiError, isbn, isoDate, isoDateTime, isoDateTimeSecond, isoTime, isoTimeSecond, isoWeek, isrc, jwsCompact, keyof, ksuid, lazy, lazyAsync, length, looseObjectAsync, looseTuple, looseTupleAsync, ltValue, mac, mac48, mac64, mapAsync, mapItems, maxBytes, maxCodePoints, maxEntries, maxGraphemes, maxLength, maxSize, maxValue, maxWords, message, mimeType, minBytes, minCodePoints, minEntries, minGraphemes, minLength, minSize, minWords, multipleOf, nan, nanoid, never, nonNullable, nonNullableAsync, nonNullish, nonNullishAsync, nonOptional, nonOptionalAsync, normalize, notBytes, notCodePoints, notEntries, notGraphemes, notLength, notSize, notValue, notValues, notWords, null, null_, nullableAsync, nullishAsync, objectAsync, objectWithRest, objectWithRestAsync, octal, omit, optionalAsync, parse, parseAsync, parseBoolean, parser, parserAsync, partial, partialAsync, partialCheck, partialCheckAsync, pick, pipeAsync, promise, rawCheck, rawCheckAsync, rawTransformAsync, readonly, recordAsync, reduceItems, required, requiredAsync, returns, returnsAsync, rfcEmail, safeInteger, safeParseAsync, safeParser, safeParserAsync, set, setAsync, setGlobalConfig, setGlobalMessage, setSchemaMessage, setSpecificMessage, size, slug, someItem, sortItems, startsWith, strictObjectAsync, strictTuple, strictTupleAsync, stringifyJson, summarize, symbol, toBigint, toBoolean, toCamelCase, toDate, toKebabCase, toMaxValue, toMinValue, toNumber, toPascalCase, toSnakeCase, toString, toUpperCase, transformAsync, trim, trimEnd, trimStart, tuple, tupleAsync, tupleWithRest, tupleWithRestAsync, ulid, undefined, undefined_, undefinedable, undefinedableAsync, unionAsync, unwrap, uuid, value, values, variant, variantAsync, void, void_, words */
//#region src/storages/globalConfig/globalConfig.ts
let store$4;
const DEFAULT_CONFIG = {
	lang: void 0,
	message: void 0,
	abortEarly: void 0,
	abortPipeEarly: void 0
};
/**
* Sets the global configuration.
*
* @param config The configuration.
*/
function setGlobalConfig(config$1) {
	store$4 = {
		...store$4,
		...config$1
	};
}
/**
* Returns the global configuration.
*
* @param config The config to merge.
*
* @returns The configuration.
*/
/* @__NO_SIDE_EFFECTS__ */
function getGlobalConfig(config$1) {
	if (!config$1 && !store$4) return DEFAULT_CONFIG;
	return {
		lang: config$1?.lang ?? store$4?.lang,
		message: config$1?.message,
		abortEarly: config$1?.abortEarly ?? store$4?.abortEarly,
		abortPipeEarly: config$1?.abortPipeEarly ?? store$4?.abortPipeEarly
	};
}
/**
* Deletes the global configuration.
*/
function deleteGlobalConfig() {
	store$4 = void 0;
}

//#endregion
//#region src/storages/globalMessage/globalMessage.ts
let store$3;
/**
* Sets a global error message.
*
* @param message The error message.
* @param lang The language of the message.
*/
function setGlobalMessage(message$1, lang) {
	if (!store$3) store$3 = /* @__PURE__ */ new Map();
	store$3.set(lang, message$1);
}
/**
* Returns a global error message.
*
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getGlobalMessage(lang) {
	return store$3?.get(lang);
}
/**
* Deletes a global error message.
*
* @param lang The language of the message.
*/
function deleteGlobalMessage(lang) {
	store$3?.delete(lang);
}

//#endregion
//#region src/storages/schemaMessage/schemaMessage.ts
let store$2;
/**
* Sets a schema error message.
*
* @param message The error message.
* @param lang The language of the message.
*/
function setSchemaMessage(message$1, lang) {
	if (!store$2) store$2 = /* @__PURE__ */ new Map();
	store$2.set(lang, message$1);
}
/**
* Returns a schema error message.
*
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getSchemaMessage(lang) {
	return store$2?.get(lang);
}
/**
* Deletes a schema error message.
*
* @param lang The language of the message.
*/
function deleteSchemaMessage(lang) {
	store$2?.delete(lang);
}

//#endregion
//#region src/storages/specificMessage/specificMessage.ts
let store$1;
/**
* Sets a specific error message.
*
* @param reference The identifier reference.
* @param message The error message.
* @param lang The language of the message.
*/
function setSpecificMessage(reference, message$1, lang) {
	if (!store$1) store$1 = /* @__PURE__ */ new Map();
	if (!store$1.get(reference)) store$1.set(reference, /* @__PURE__ */ new Map());
	store$1.get(reference).set(lang, message$1);
}
/**
* Returns a specific error message.
*
* @param reference The identifier reference.
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getSpecificMessage(reference, lang) {
	return store$1?.get(reference)?.get(lang);
}
/**
* Deletes a specific error message.
*
* @param reference The identifier reference.
* @param lang The language of the message.
*/
function deleteSpecificMessage(reference, lang) {
	store$1?.get(reference)?.delete(lang);
}

//#endregion
//#region src/utils/_stringify/_stringify.ts
/**
* Stringifies an unknown input to a literal or type string.
*
* @param input The unknown input.
*
* @returns A literal or type string.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _stringify(input) {
	const type = typeof input;
	if (type === "string") return `"${input}"`;
	if (type === "number" || type === "bigint" || type === "boolean") return `${input}`;
	if (type === "object" || type === "function") return (input && Object.getPrototypeOf(input)?.constructor?.name) ?? "null";
	return type;
}

//#endregion
//#region src/utils/_addIssue/_addIssue.ts
/**
* Adds an issue to the dataset.
*
* @param context The issue context.
* @param label The issue label.
* @param dataset The input dataset.
* @param config The configuration.
* @param other The optional props.
*
* @internal
*/
function _addIssue(context, label, dataset, config$1, other) {
	const input = other && "input" in other ? other.input : dataset.value;
	const expected = other?.expected ?? context.expects ?? null;
	const received = other?.received ?? /* @__PURE__ */ _stringify(input);
	const issue = {
		kind: context.kind,
		type: context.type,
		input,
		expected,
		received,
		message: `Invalid ${label}: ${expected ? `Expected ${expected} but r` : "R"}eceived ${received}`,
		requirement: context.requirement,
		path: other?.path,
		issues: other?.issues,
		lang: config$1.lang,
		abortEarly: config$1.abortEarly,
		abortPipeEarly: config$1.abortPipeEarly
	};
	const isSchema = context.kind === "schema";
	const message$1 = other?.message ?? context.message ?? /* @__PURE__ */ getSpecificMessage(context.reference, issue.lang) ?? (isSchema ? /* @__PURE__ */ getSchemaMessage(issue.lang) : null) ?? config$1.message ?? /* @__PURE__ */ getGlobalMessage(issue.lang);
	if (message$1 !== void 0) issue.message = typeof message$1 === "function" ? message$1(issue) : message$1;
	if (isSchema) dataset.typed = false;
	if (dataset.issues) dataset.issues.push(issue);
	else dataset.issues = [issue];
}

//#endregion
//#region src/utils/_cloneDataset/_cloneDataset.ts
/**
* Creates a shallow copy of a dataset.
*
* Hint: The `value` is copied by reference, but the `issues` array, its issues
* and their `path` arrays are cloned to avoid reusing mutable dataset state
* across multiple runs. Mutating a returned object or array value can
* therefore affect later cache hits that reuse the same cached output.
*
* @param dataset The output dataset.
*
* @returns The copied output dataset.
*/
/* @__NO_SIDE_EFFECTS__ */
function _cloneDataset(dataset) {
	return {
		typed: dataset.typed,
		value: dataset.value,
		issues: dataset.issues?.map((issue) => ({
			...issue,
			path: issue.path && [...issue.path]
		}))
	};
}

//#endregion
//#region src/utils/_formatCase/_formatCase.ts
/**
* Splits a string into lowercase words and rejoins them with the given
* separator and capitalization rules.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries. Whether the first or subsequent words are
* capitalized is controlled by `capFirst` and `capRest`.
*
* Hint: Implemented in a single pass that emits directly to the result
* string to avoid an intermediate `string[]` allocation. ASCII chars are
* classified via char codes to skip `.toLowerCase()` and `.toUpperCase()`
* method calls in the common case.
*
* Hint: Digits are treated as a separate character class, so `item2Name`
* yields `item2` and `name` rather than `item`, `2` and `name`.
*
* @param input The input string.
* @param separator The string inserted between words.
* @param capFirst Whether to capitalize the first word.
* @param capRest Whether to capitalize subsequent words.
*
* @returns The formatted string.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _formatCase(input, separator, capFirst, capRest) {
	let result = "";
	let firstWord = true;
	let start = 0;
	let prev = 0;
	let prevPrev = 0;
	const flush = (end) => {
		if (end > start) {
			let word = input.slice(start, end).toLowerCase();
			if (firstWord ? capFirst : capRest) {
				const firstCode = word.charCodeAt(0);
				if (firstCode >= 97 && firstCode <= 122) word = String.fromCharCode(firstCode - 32) + word.slice(1);
				else {
					const charLen = firstCode >= 55296 && firstCode <= 56319 ? 2 : 1;
					word = word.slice(0, charLen).toUpperCase() + word.slice(charLen);
				}
			}
			result += firstWord ? word : separator + word;
			firstWord = false;
		}
	};
	for (let index = 0; index < input.length; index++) {
		const code = input.charCodeAt(index);
		let type;
		if (code === 32 || code === 9 || code === 10 || code === 11 || code === 12 || code === 13 || code === 45 || code === 95) {
			flush(index);
			start = index + 1;
			type = 0;
		} else if (code < 128) type = code >= 65 && code <= 90 ? 1 : code >= 97 && code <= 122 ? 2 : 3;
		else {
			const char = input[index];
			const charLower = char.toLowerCase();
			type = charLower === char.toUpperCase() ? 3 : char === charLower ? 2 : 1;
		}
		if (type === 1 && (prev === 2 || prev === 3) && index > start) {
			flush(index);
			start = index;
		} else if (type === 2 && prev === 1 && prevPrev === 1 && index - 1 > start) {
			flush(index - 1);
			start = index - 1;
		}
		prevPrev = prev;
		prev = type;
	}
	flush(input.length);
	return result;
}

//#endregion
//#region src/utils/_getByteCount/_getByteCount.ts
let textEncoder;
/**
* Returns the byte count of the input.
*
* @param input The input to be measured.
*
* @returns The byte count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getByteCount(input) {
	if (!textEncoder) textEncoder = new TextEncoder();
	return textEncoder.encode(input).length;
}

//#endregion
//#region src/utils/_getCodePointCount/_getCodePointCount.ts
/**
* Returns the code point count of the input.
*
* @param input The input to be measured.
*
* @returns The code point count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getCodePointCount(input) {
	let count = input.length;
	const lengthMinus1 = input.length - 1;
	for (let i = 0; i < lengthMinus1;) if (input.codePointAt(i) <= 65535) i++;
	else {
		i += 2;
		count--;
	}
	return count;
}

//#endregion
//#region src/utils/_getGraphemeCount/_getGraphemeCount.ts
let segmenter;
/**
* Returns the grapheme count of the input.
*
* @param input The input to be measured.
*
* @returns The grapheme count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getGraphemeCount(input) {
	if (!segmenter) segmenter = new Intl.Segmenter();
	const segments = segmenter.segment(input);
	let count = 0;
	for (const _ of segments) count++;
	return count;
}

//#endregion
//#region src/utils/_getLastMetadata/_getLastMetadata.ts
/**
* Returns the last top-level value of a given metadata type from a schema
* using a breadth-first search that starts with the last item in the pipeline.
*
* @param schema The schema to search.
* @param type The metadata type.
*
* @returns The value, if any.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getLastMetadata(schema, type) {
	if ("pipe" in schema) {
		const nestedSchemas = [];
		for (let index = schema.pipe.length - 1; index >= 0; index--) {
			const item = schema.pipe[index];
			if (item.kind === "schema" && "pipe" in item) nestedSchemas.push(item);
			else if (item.kind === "metadata" && item.type === type) return item[type];
		}
		for (const nestedSchema of nestedSchemas) {
			const result = /* @__PURE__ */ _getLastMetadata(nestedSchema, type);
			if (result !== void 0) return result;
		}
	}
}

//#endregion
//#region src/utils/_getWordCount/_getWordCount.ts
let store;
/**
* Returns the word count of the input.
*
* @param locales The locales to be used.
* @param input The input to be measured.
*
* @returns The word count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getWordCount(locales, input) {
	if (!store) store = /* @__PURE__ */ new Map();
	const key = String(locales);
	let segmenter$1 = store.get(key);
	if (!segmenter$1) {
		segmenter$1 = new Intl.Segmenter(locales, { granularity: "word" });
		store.set(key, segmenter$1);
	}
	const segments = segmenter$1.segment(input);
	let count = 0;
	for (const segment of segments) if (segment.isWordLike) count++;
	return count;
}

//#endregion
//#region src/utils/_isLuhnAlgo/_isLuhnAlgo.ts
/**
* Non-digit regex.
*/
const NON_DIGIT_REGEX = /\D/gu;
/**
* Checks whether a string with numbers corresponds to the luhn algorithm.
*
* @param input The input to be checked.
*
* @returns Whether input is valid.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isLuhnAlgo(input) {
	const number$1 = input.replace(NON_DIGIT_REGEX, "");
	let length$1 = number$1.length;
	let bit = 1;
	let sum = 0;
	while (length$1) {
		const value$1 = +number$1[--length$1];
		bit ^= 1;
		sum += bit ? [
			0,
			2,
			4,
			6,
			8,
			1,
			3,
			5,
			7,
			9
		][value$1] : value$1;
	}
	return sum % 10 === 0;
}

//#endregion
//#region src/utils/_isSameValueZero/_isSameValueZero.ts
/**
* Compares two values using the SameValueZero algorithm, which treats `NaN`
* as equal to itself unlike `===`.
*
* @param value1 The first value.
* @param value2 The second value.
*
* @returns Whether the values are equal.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isSameValueZero(value1, value2) {
	return value1 === value2 || Number.isNaN(value1) && Number.isNaN(value2);
}

//#endregion
//#region src/utils/_isValidObjectKey/_isValidObjectKey.ts
/**
* Disallows inherited object properties and prevents object prototype
* pollution by disallowing certain keys.
*
* @param object The object to check.
* @param key The key to check.
*
* @returns Whether the key is allowed.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isValidObjectKey(object$1, key) {
	return Object.prototype.hasOwnProperty.call(object$1, key) && key !== "__proto__" && key !== "prototype" && key !== "constructor";
}

//#endregion
//#region src/utils/_isValueMatch/_isValueMatch.ts
/**
* Checks whether a value matches a value action requirement.
*
* @param requirement The value action requirement.
* @param value The value to check.
*
* @returns Whether the value matches the requirement.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isValueMatch(requirement, value$1) {
	return Number.isNaN(requirement) && Number.isNaN(value$1) || requirement <= value$1 && requirement >= value$1;
}

//#endregion
//#region src/utils/_joinExpects/_joinExpects.ts
/**
* Joins multiple `expects` values with the given separator.
*
* @param values The `expects` values.
* @param separator The separator.
*
* @returns The joined `expects` property.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _joinExpects(values$1, separator) {
	const list = [...new Set(values$1)];
	if (list.length > 1) return `(${list.join(` ${separator} `)})`;
	return list[0] ?? "never";
}

//#endregion
//#region src/utils/_standardSchema/_standardSchema.ts
/**
* Eagerly creates and attaches the Standard Schema properties of a schema.
*
* Hint: The contextual `this` type includes the standard properties that are
* attached before the schema is returned.
*
* @param schema The schema to attach standard properties to.
*
* @returns The schema with standard properties attached.
*
* @internal
*/
function _standardSchema(schema) {
	schema["~standard"] = {
		version: 1,
		vendor: "valibot",
		validate: (value$1) => schema["~run"]({ value: value$1 }, /* @__PURE__ */ getGlobalConfig())
	};
	return schema;
}

//#endregion
//#region src/utils/entriesFromList/entriesFromList.ts
/**
* Creates an object entries definition from a list of keys and a schema.
*
* @param list A list of keys.
* @param schema The schema of the keys.
*
* @returns The object entries.
*/
/* @__NO_SIDE_EFFECTS__ */
function entriesFromList(list, schema) {
	const entries$1 = {};
	for (const key of list) entries$1[key] = schema;
	return entries$1;
}

//#endregion
//#region src/utils/entriesFromObjects/entriesFromObjects.ts
/* @__NO_SIDE_EFFECTS__ */
function entriesFromObjects(schemas) {
	const entries$1 = {};
	for (const schema of schemas) Object.assign(entries$1, schema.entries);
	return entries$1;
}

//#endregion
//#region src/utils/getDotPath/getDotPath.ts
/* @__NO_SIDE_EFFECTS__ */
function getDotPath(issue) {
	if (issue.path) {
		let key = "";
		for (const item of issue.path) if (typeof item.key === "string" || typeof item.key === "number") if (key) key += `.${item.key}`;
		else key += item.key;
		else return null;
		return key;
	}
	return null;
}

//#endregion
//#region src/utils/isOfKind/isOfKind.ts
/**
* A generic type guard to check the kind of an object.
*
* @param kind The kind to check for.
* @param object The object to check.
*
* @returns Whether it matches.
*/
/* @__NO_SIDE_EFFECTS__ */
function isOfKind(kind, object$1) {
	return object$1.kind === kind;
}

//#endregion
//#region src/utils/isOfType/isOfType.ts
/**
* A generic type guard to check the type of an object.
*
* @param type The type to check for.
* @param object The object to check.
*
* @returns Whether it matches.
*/
/* @__NO_SIDE_EFFECTS__ */
function isOfType(type, object$1) {
	return object$1.type === type;
}

//#endregion
//#region src/utils/ValiError/ValiError.ts
/**
* A Valibot error with useful information.
*/
var ValiError = class extends Error {
	/**
	* Creates a Valibot error with useful information.
	*
	* @param issues The error issues.
	*/
	constructor(issues) {
		super(issues[0].message);
		this.name = "ValiError";
		this.issues = issues;
	}
};

//#endregion
//#region src/utils/isValiError/isValiError.ts
/**
* A type guard to check if an error is a ValiError.
*
* @param error The error to check.
*
* @returns Whether its a ValiError.
*/
/* @__NO_SIDE_EFFECTS__ */
function isValiError(error) {
	return error instanceof ValiError;
}

//#endregion
//#region src/actions/args/args.ts
/* @__NO_SIDE_EFFECTS__ */
function args(schema) {
	return {
		kind: "transformation",
		type: "args",
		reference: args,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = (...args_) => {
				const argsDataset = this.schema["~run"]({ value: args_ }, config$1);
				if (argsDataset.issues) throw new ValiError(argsDataset.issues);
				return func(...argsDataset.value);
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/args/argsAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function argsAsync(schema) {
	return {
		kind: "transformation",
		type: "args",
		reference: argsAsync,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = async (...args$1) => {
				const argsDataset = await schema["~run"]({ value: args$1 }, config$1);
				if (argsDataset.issues) throw new ValiError(argsDataset.issues);
				return func(...argsDataset.value);
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/await/awaitAsync.ts
/**
* Creates an await transformation action.
*
* @returns An await action.
*/
/* @__NO_SIDE_EFFECTS__ */
function awaitAsync() {
	return {
		kind: "transformation",
		type: "await",
		reference: awaitAsync,
		async: true,
		async "~run"(dataset) {
			dataset.value = await dataset.value;
			return dataset;
		}
	};
}

//#endregion
//#region src/regex.ts
/**
* [Base64](https://en.wikipedia.org/wiki/Base64) regex.
*/
const BASE64_REGEX = /^(?:[\da-z+/]{4})*(?:[\da-z+/]{2}==|[\da-z+/]{3}=)?$/iu;
/**
* [BIC](https://en.wikipedia.org/wiki/ISO_9362) regex.
*/
const BIC_REGEX = /^[A-Z]{6}(?!00)[\dA-Z]{2}(?:[\dA-Z]{3})?$/u;
/**
* [Cuid2](https://github.com/paralleldrive/cuid2) regex.
*/
const CUID2_REGEX = /^[a-z][\da-z]*$/u;
/**
* [Decimal](https://en.wikipedia.org/wiki/Decimal) regex.
*/
const DECIMAL_REGEX = /^[+-]?(?:\d*\.)?\d+$/u;
/**
* [Digits](https://en.wikipedia.org/wiki/Numerical_digit) regex.
*/
const DIGITS_REGEX = /^\d+$/u;
/**
* [Domain name](https://en.wikipedia.org/wiki/Domain_name) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
* ASCII-only validation. Internationalized domain names (IDNs) are not
* supported, including Punycode-encoded labels.
*/
const DOMAIN_REGEX = /^(?=.{1,253}$)(?:(?![Xx][Nn]--)[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/u;
/**
* [Email address](https://en.wikipedia.org/wiki/Email_address) regex.
*
* Hint: We decided against the `i` flag to avoid matching non-ASCII characters.
*/
const EMAIL_REGEX = /^[\w+-]+(?:\.[\w+-]+)*@[\da-zA-Z]+(?:[.-][\da-zA-Z]+)*\.[a-zA-Z]{2,}$/u;
/**
* Emoji regex from [emoji-regex-xs](https://github.com/slevithan/emoji-regex-xs) v1.0.0 (MIT license).
*
* Hint: We decided against the newer `/^\p{RGI_Emoji}+$/v` regex because it is
* not supported in older runtimes and does not match all emoji.
*/
const EMOJI_REGEX = /^(?:[\u{1F1E6}-\u{1F1FF}]{2}|\u{1F3F4}[\u{E0061}-\u{E007A}]{2}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{1,3}\u{E007F}|(?:\p{Emoji}\uFE0F\u20E3?|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|(?![\p{Emoji_Modifier_Base}\u{1F1E6}-\u{1F1FF}])\p{Emoji_Presentation})(?:\u200D(?:\p{Emoji}\uFE0F\u20E3?|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|(?![\p{Emoji_Modifier_Base}\u{1F1E6}-\u{1F1FF}])\p{Emoji_Presentation}))*)+$/u;
/**
* [Hexadecimal](https://en.wikipedia.org/wiki/Hexadecimal) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const HEXADECIMAL_REGEX = /^(?:0[hx])?[\da-fA-F]+$/u;
/**
* [Hex color](https://en.wikipedia.org/wiki/Web_colors#Hex_triplet) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const HEX_COLOR_REGEX = /^#(?:[\da-fA-F]{3,4}|[\da-fA-F]{6}|[\da-fA-F]{8})$/u;
/**
* [IMEI](https://en.wikipedia.org/wiki/International_Mobile_Equipment_Identity) regex.
*/
const IMEI_REGEX = /^\d{15}$|^\d{2}-\d{6}-\d{6}-\d$/u;
/**
* [IPv4](https://en.wikipedia.org/wiki/IPv4) regex.
*/
const IPV4_REGEX = /^(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])(?:\.(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])){3}$/u;
/**
* [IPv6](https://en.wikipedia.org/wiki/IPv6) regex.
*/
const IPV6_REGEX = /^(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,7}:|(?:[\da-f]{1,4}:){1,6}:[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,5}(?::[\da-f]{1,4}){1,2}|(?:[\da-f]{1,4}:){1,4}(?::[\da-f]{1,4}){1,3}|(?:[\da-f]{1,4}:){1,3}(?::[\da-f]{1,4}){1,4}|(?:[\da-f]{1,4}:){1,2}(?::[\da-f]{1,4}){1,5}|[\da-f]{1,4}:(?::[\da-f]{1,4}){1,6}|:(?:(?::[\da-f]{1,4}){1,7}|:)|fe80:(?::[\da-f]{0,4}){0,4}%[\da-z]+|::(?:f{4}(?::0{1,4})?:)?(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d)|(?:[\da-f]{1,4}:){1,4}:(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d))$/iu;
/**
* [IP](https://en.wikipedia.org/wiki/IP_address) regex.
*/
const IP_REGEX = /^(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])(?:\.(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])){3}$|^(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,7}:|(?:[\da-f]{1,4}:){1,6}:[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,5}(?::[\da-f]{1,4}){1,2}|(?:[\da-f]{1,4}:){1,4}(?::[\da-f]{1,4}){1,3}|(?:[\da-f]{1,4}:){1,3}(?::[\da-f]{1,4}){1,4}|(?:[\da-f]{1,4}:){1,2}(?::[\da-f]{1,4}){1,5}|[\da-f]{1,4}:(?::[\da-f]{1,4}){1,6}|:(?:(?::[\da-f]{1,4}){1,7}|:)|fe80:(?::[\da-f]{0,4}){0,4}%[\da-z]+|::(?:f{4}(?::0{1,4})?:)?(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d)|(?:[\da-f]{1,4}:){1,4}:(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d))$/iu;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) date regex.
*/
const ISO_DATE_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) date-time regex.
*/
const ISO_DATE_TIME_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3]):[0-5]\d$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) date-time with seconds regex.
*/
const ISO_DATE_TIME_SECOND_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3])(?::[0-5]\d){2}$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) time regex.
*/
const ISO_TIME_REGEX = /^(?:0\d|1\d|2[0-3]):[0-5]\d$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) time with seconds regex.
*/
const ISO_TIME_SECOND_REGEX = /^(?:0\d|1\d|2[0-3])(?::[0-5]\d){2}$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) timestamp regex. Allows a
* space as a date/time separator and an optional space before the UTC offset.
*/
const ISO_TIMESTAMP_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{1,9})?(?:Z| ?[+-](?:0\d|1\d|2[0-3])(?::?[0-5]\d)?)$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) week regex.
*/
const ISO_WEEK_REGEX = /^\d{4}-W(?:0[1-9]|[1-4]\d|5[0-3])$/u;
/**
* [JWS compact serialization](https://datatracker.ietf.org/doc/html/rfc7515#section-3.1)
* regex.
*
* Hint: Empty payload and signature segments are allowed because the
* Base64URL-encoded representation of an empty octet sequence is an empty
* string.
*/
const JWS_COMPACT_REGEX = /^(?:[\w-]{2,3}|(?:[\w-]{4})+(?:[\w-]{2,3})?)\.(?:[\w-]{2,3}|(?:[\w-]{4})+(?:[\w-]{2,3})?)?\.(?:[\w-]{2,3}|(?:[\w-]{4})+(?:[\w-]{2,3})?)?$/u;
/**
* [ISRC](https://en.wikipedia.org/wiki/International_Standard_Recording_Code) regex.
*/
const ISRC_REGEX = /^(?:[A-Z]{2}[A-Z\d]{3}\d{7}|[A-Z]{2}-[A-Z\d]{3}-\d{2}-\d{5})$/u;
/**
* [KSUID](https://github.com/segmentio/ksuid) regex.
*/
const KSUID_REGEX = /^[a-zA-Z0-9]{27}$/u;
/**
* [MAC](https://en.wikipedia.org/wiki/MAC_address) 48 bit regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const MAC48_REGEX = /^(?:[\da-fA-F]{2}:){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){2}[\da-fA-F]{4}$/u;
/**
* [MAC](https://en.wikipedia.org/wiki/MAC_address) 64 bit regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const MAC64_REGEX = /^(?:[\da-fA-F]{2}:){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){3}[\da-fA-F]{4}$|^(?:[\da-fA-F]{4}:){3}[\da-fA-F]{4}$/u;
/**
* [MAC](https://en.wikipedia.org/wiki/MAC_address) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const MAC_REGEX = /^(?:[\da-fA-F]{2}:){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){2}[\da-fA-F]{4}$|^(?:[\da-fA-F]{2}:){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){3}[\da-fA-F]{4}$|^(?:[\da-fA-F]{4}:){3}[\da-fA-F]{4}$/u;
/**
* [Nano ID](https://github.com/ai/nanoid) regex.
*/
const NANO_ID_REGEX = /^[\w-]+$/u;
/**
* [Octal](https://en.wikipedia.org/wiki/Octal) regex.
*/
const OCTAL_REGEX = /^(?:0o)?[0-7]+$/u;
/**
* [RFC 5322 email address](https://datatracker.ietf.org/doc/html/rfc5322#section-3.4.1) regex.
*
* Hint: This regex was taken from the [HTML Living Standard Specification](https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address) and does not perfectly represent RFC 5322.
*/
const RFC_EMAIL_REGEX = /^[a-zA-Z0-9.!#$%&'*+\/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
/**
* [Slug](https://en.wikipedia.org/wiki/Clean_URL#Slug) regex.
*/
const SLUG_REGEX = /^[\da-z]+(?:[-_][\da-z]+)*$/u;
/**
* [ULID](https://github.com/ulid/spec) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
* Hint: The first character is restricted to `[0-7]` because the 48-bit
* timestamp cannot exceed 2^48-1, making the maximum valid ULID
* `7ZZZZZZZZZZZZZZZZZZZZZZZZZ` in Crockford's Base32 encoding.
*/
const ULID_REGEX = /^[0-7][\da-hjkmnp-tv-zA-HJKMNP-TV-Z]{25}$/u;
/**
* [UUID](https://en.wikipedia.org/wiki/Universally_unique_identifier) regex.
*/
const UUID_REGEX = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;

//#endregion
//#region src/actions/base64/base64.ts
/* @__NO_SIDE_EFFECTS__ */
function base64(message$1) {
	return {
		kind: "validation",
		type: "base64",
		reference: base64,
		async: false,
		expects: null,
		requirement: BASE64_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "Base64", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/bic/bic.ts
/* @__NO_SIDE_EFFECTS__ */
function bic(message$1) {
	return {
		kind: "validation",
		type: "bic",
		reference: bic,
		async: false,
		expects: null,
		requirement: BIC_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "BIC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/brand/brand.ts
/**
* Creates a brand transformation action.
*
* @param name The brand name.
*
* @returns A brand action.
*/
/* @__NO_SIDE_EFFECTS__ */
function brand(name) {
	return {
		kind: "transformation",
		type: "brand",
		reference: brand,
		async: false,
		name,
		"~run"(dataset) {
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/bytes/bytes.ts
/* @__NO_SIDE_EFFECTS__ */
function bytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "bytes",
		reference: bytes,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 !== this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/check/check.ts
/* @__NO_SIDE_EFFECTS__ */
function check(requirement, message$1) {
	return {
		kind: "validation",
		type: "check",
		reference: check,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/check/checkAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function checkAsync(requirement, message$1) {
	return {
		kind: "validation",
		type: "check",
		reference: checkAsync,
		async: true,
		expects: null,
		requirement,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.typed && !await this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/checkItems/checkItems.ts
/* @__NO_SIDE_EFFECTS__ */
function checkItems(requirement, message$1) {
	return {
		kind: "validation",
		type: "check_items",
		reference: checkItems,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) for (let index = 0; index < dataset.value.length; index++) {
				const item = dataset.value[index];
				if (!this.requirement(item, index, dataset.value)) _addIssue(this, "item", dataset, config$1, {
					input: item,
					path: [{
						type: "array",
						origin: "value",
						input: dataset.value,
						key: index,
						value: item
					}]
				});
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/checkItems/checkItemsAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function checkItemsAsync(requirement, message$1) {
	return {
		kind: "validation",
		type: "check_items",
		reference: checkItemsAsync,
		async: true,
		expects: null,
		requirement,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.typed) {
				const requirementResults = await Promise.all(dataset.value.map(this.requirement));
				for (let index = 0; index < dataset.value.length; index++) if (!requirementResults[index]) {
					const item = dataset.value[index];
					_addIssue(this, "item", dataset, config$1, {
						input: item,
						path: [{
							type: "array",
							origin: "value",
							input: dataset.value,
							key: index,
							value: item
						}]
					});
				}
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/codePoints/codePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function codePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "code_points",
		reference: codePoints,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count !== this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/creditCard/creditCard.ts
/**
* Credit card regex.
*/
const CREDIT_CARD_REGEX = /^(?:\d{13,19}|\d{4}(?: \d{3,6}){2,4}|\d{4}(?:-\d{3,6}){2,4})$/u;
/**
* Sanitize regex.
*/
const SANITIZE_REGEX = /[- ]/gu;
/**
* Provider regex list.
*/
const PROVIDER_REGEX_LIST = (/* unused pure expression or super */ null && ([
	/^3[47]\d{13}$/u,
	/^3(?:0[0-5]|[68]\d)\d{11,13}$/u,
	/^6(?:011|5\d{2})\d{12,15}$/u,
	/^(?:2131|1800|35\d{3})\d{11}$/u,
	/^(?:5[1-5]\d{2}|222\d|22[3-9]\d|2[3-6]\d{2}|27[01]\d|2720)\d{12}$/u,
	/^(?:6[27]\d{14,17}|81\d{14,17})$/u,
	/^4\d{12}(?:\d{3,6})?$/u
]));
/* @__NO_SIDE_EFFECTS__ */
function creditCard(message$1) {
	return {
		kind: "validation",
		type: "credit_card",
		reference: creditCard,
		async: false,
		expects: null,
		requirement(input) {
			let sanitized;
			return CREDIT_CARD_REGEX.test(input) && (sanitized = input.replace(SANITIZE_REGEX, "")) && PROVIDER_REGEX_LIST.some((regex$1) => regex$1.test(sanitized)) && /* @__PURE__ */ _isLuhnAlgo(sanitized);
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "credit card", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/cuid2/cuid2.ts
/* @__NO_SIDE_EFFECTS__ */
function cuid2(message$1) {
	return {
		kind: "validation",
		type: "cuid2",
		reference: cuid2,
		async: false,
		expects: null,
		requirement: CUID2_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "Cuid2", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/decimal/decimal.ts
/* @__NO_SIDE_EFFECTS__ */
function decimal(message$1) {
	return {
		kind: "validation",
		type: "decimal",
		reference: decimal,
		async: false,
		expects: null,
		requirement: DECIMAL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "decimal", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/description/description.ts
/**
* Creates a description metadata action.
*
* @param description_ The description text.
*
* @returns A description action.
*/
/* @__NO_SIDE_EFFECTS__ */
function description(description_) {
	return {
		kind: "metadata",
		type: "description",
		reference: description,
		description: description_
	};
}

//#endregion
//#region src/actions/digits/digits.ts
/* @__NO_SIDE_EFFECTS__ */
function digits(message$1) {
	return {
		kind: "validation",
		type: "digits",
		reference: digits,
		async: false,
		expects: null,
		requirement: DIGITS_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "digits", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/domain/domain.ts
/* @__NO_SIDE_EFFECTS__ */
function domain(message$1) {
	return {
		kind: "validation",
		type: "domain",
		reference: domain,
		expects: null,
		async: false,
		requirement: DOMAIN_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "domain", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/email/email.ts
/* @__NO_SIDE_EFFECTS__ */
function email(message$1) {
	return {
		kind: "validation",
		type: "email",
		reference: email,
		expects: null,
		async: false,
		requirement: EMAIL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "email", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/emoji/emoji.ts
/* @__NO_SIDE_EFFECTS__ */
function emoji(message$1) {
	return {
		kind: "validation",
		type: "emoji",
		reference: emoji,
		async: false,
		expects: null,
		requirement: EMOJI_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "emoji", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/empty/empty.ts
/* @__NO_SIDE_EFFECTS__ */
function empty(message$1) {
	return {
		kind: "validation",
		type: "empty",
		reference: empty,
		async: false,
		expects: "0",
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length > 0) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/endsWith/endsWith.ts
/* @__NO_SIDE_EFFECTS__ */
function endsWith(requirement, message$1) {
	return {
		kind: "validation",
		type: "ends_with",
		reference: endsWith,
		async: false,
		expects: `"${requirement}"`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.endsWith(this.requirement)) _addIssue(this, "end", dataset, config$1, { received: `"${dataset.value.slice(-this.requirement.length)}"` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/entries/entries.ts
/* @__NO_SIDE_EFFECTS__ */
function entries(requirement, message$1) {
	return {
		kind: "validation",
		type: "entries",
		reference: entries,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count !== this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/everyItem/everyItem.ts
/* @__NO_SIDE_EFFECTS__ */
function everyItem(requirement, message$1) {
	return {
		kind: "validation",
		type: "every_item",
		reference: everyItem,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.every(this.requirement)) _addIssue(this, "item", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/examples/examples.ts
/**
* Creates an examples metadata action.
*
* @param examples_ The examples.
*
* @returns An examples action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function examples(examples_) {
	return {
		kind: "metadata",
		type: "examples",
		reference: examples,
		examples: examples_
	};
}

//#endregion
//#region src/actions/excludes/excludes.ts
/* @__NO_SIDE_EFFECTS__ */
function excludes(requirement, message$1) {
	const received = /* @__PURE__ */ _stringify(requirement);
	return {
		kind: "validation",
		type: "excludes",
		reference: excludes,
		async: false,
		expects: `!${received}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.includes(this.requirement)) _addIssue(this, "content", dataset, config$1, { received });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/filterItems/filterItems.ts
/* @__NO_SIDE_EFFECTS__ */
function filterItems(operation) {
	return {
		kind: "transformation",
		type: "filter_items",
		reference: filterItems,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.filter(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/findItem/findItem.ts
/* @__NO_SIDE_EFFECTS__ */
function findItem(operation) {
	return {
		kind: "transformation",
		type: "find_item",
		reference: findItem,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.find(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/finite/finite.ts
/* @__NO_SIDE_EFFECTS__ */
function finite(message$1) {
	return {
		kind: "validation",
		type: "finite",
		reference: finite,
		async: false,
		expects: null,
		requirement: Number.isFinite,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "finite", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/flavor/flavor.ts
/**
* Creates a flavor transformation action.
*
* @param name The flavor name.
*
* @returns A flavor action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function flavor(name) {
	return {
		kind: "transformation",
		type: "flavor",
		reference: flavor,
		async: false,
		name,
		"~run"(dataset) {
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/graphemes/graphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function graphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "graphemes",
		reference: graphemes,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count !== this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/gtValue/gtValue.ts
/* @__NO_SIDE_EFFECTS__ */
function gtValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "gt_value",
		reference: gtValue,
		async: false,
		expects: `>${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value > this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/guard/guard.ts
/* @__NO_SIDE_EFFECTS__ */
function guard(requirement, message$1) {
	return {
		kind: "transformation",
		type: "guard",
		reference: guard,
		async: false,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) {
				_addIssue(this, "input", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/hash/hash.ts
/**
* Hash lengths object.
*/
const HASH_LENGTHS = {
	md4: 32,
	md5: 32,
	sha1: 40,
	sha256: 64,
	sha384: 96,
	sha512: 128,
	ripemd128: 32,
	ripemd160: 40,
	tiger128: 32,
	tiger160: 40,
	tiger192: 48,
	crc32: 8,
	crc32b: 8,
	adler32: 8
};
/* @__NO_SIDE_EFFECTS__ */
function hash(types, message$1) {
	return {
		kind: "validation",
		type: "hash",
		reference: hash,
		expects: null,
		async: false,
		requirement: RegExp(types.map((type) => `^[a-fA-F0-9]{${HASH_LENGTHS[type]}}$`).join("|"), "u"),
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "hash", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/hexadecimal/hexadecimal.ts
/* @__NO_SIDE_EFFECTS__ */
function hexadecimal(message$1) {
	return {
		kind: "validation",
		type: "hexadecimal",
		reference: hexadecimal,
		async: false,
		expects: null,
		requirement: HEXADECIMAL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "hexadecimal", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/hexColor/hexColor.ts
/* @__NO_SIDE_EFFECTS__ */
function hexColor(message$1) {
	return {
		kind: "validation",
		type: "hex_color",
		reference: hexColor,
		async: false,
		expects: null,
		requirement: HEX_COLOR_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "hex color", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/imei/imei.ts
/* @__NO_SIDE_EFFECTS__ */
function imei(message$1) {
	return {
		kind: "validation",
		type: "imei",
		reference: imei,
		async: false,
		expects: null,
		requirement(input) {
			return IMEI_REGEX.test(input) && /* @__PURE__ */ _isLuhnAlgo(input);
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "IMEI", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/includes/includes.ts
/* @__NO_SIDE_EFFECTS__ */
function includes(requirement, message$1) {
	const expects = /* @__PURE__ */ _stringify(requirement);
	return {
		kind: "validation",
		type: "includes",
		reference: includes,
		async: false,
		expects,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.includes(this.requirement)) _addIssue(this, "content", dataset, config$1, { received: `!${expects}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/integer/integer.ts
/* @__NO_SIDE_EFFECTS__ */
function integer(message$1) {
	return {
		kind: "validation",
		type: "integer",
		reference: integer,
		async: false,
		expects: null,
		requirement: Number.isInteger,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "integer", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ip/ip.ts
/* @__NO_SIDE_EFFECTS__ */
function ip(message$1) {
	return {
		kind: "validation",
		type: "ip",
		reference: ip,
		async: false,
		expects: null,
		requirement: IP_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "IP", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ipv4/ipv4.ts
/* @__NO_SIDE_EFFECTS__ */
function ipv4(message$1) {
	return {
		kind: "validation",
		type: "ipv4",
		reference: ipv4,
		async: false,
		expects: null,
		requirement: IPV4_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "IPv4", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ipv6/ipv6.ts
/* @__NO_SIDE_EFFECTS__ */
function ipv6(message$1) {
	return {
		kind: "validation",
		type: "ipv6",
		reference: ipv6,
		async: false,
		expects: null,
		requirement: IPV6_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "IPv6", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isbn/utils/_isIsbn10.ts
/**
* [Validates an ISBN-10](https://en.wikipedia.org/wiki/ISBN#ISBN-10_check_digits).
*
* @param input The input value.
*
* @returns `true` if the input is a valid ISBN-10, `false` otherwise.
*
* @internal
*/
function _isIsbn10(input) {
	const digits$1 = input.split("").map((c) => c === "X" ? 10 : parseInt(c));
	let sum = 0;
	for (let i = 0; i < 10; i++) sum += digits$1[i] * (10 - i);
	return sum % 11 === 0;
}

//#endregion
//#region src/actions/isbn/utils/_isIsbn13.ts
/**
* [Validates an ISBN-13](https://en.wikipedia.org/wiki/ISBN#ISBN-13_check_digit_calculation).
*
* @param input The input value.
*
* @returns `true` if the input is a valid ISBN-13, `false` otherwise.
*
* @internal
*/
function _isIsbn13(input) {
	const digits$1 = input.split("").map((c) => parseInt(c));
	let sum = 0;
	for (let i = 0; i < 13; i++) sum += digits$1[i] * (i % 2 === 0 ? 1 : 3);
	return sum % 10 === 0;
}

//#endregion
//#region src/actions/isbn/isbn.ts
/**
* ISBN separator regex.
*/
const ISBN_SEPARATOR_REGEX = /[- ]/gu;
/**
* ISBN-10 detection regex.
*/
const ISBN_10_DETECTION_REGEX = /^\d{9}[\dX]$/u;
/**
* ISBN-13 detection regex.
*/
const ISBN_13_DETECTION_REGEX = /^\d{13}$/u;
/* @__NO_SIDE_EFFECTS__ */
function isbn(message$1) {
	return {
		kind: "validation",
		type: "isbn",
		reference: isbn,
		async: false,
		expects: null,
		requirement(input) {
			const replacedInput = input.replace(ISBN_SEPARATOR_REGEX, "");
			if (ISBN_10_DETECTION_REGEX.test(replacedInput)) return _isIsbn10(replacedInput);
			else if (ISBN_13_DETECTION_REGEX.test(replacedInput)) return _isIsbn13(replacedInput);
			return false;
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "ISBN", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isrc/isrc.ts
/* @__NO_SIDE_EFFECTS__ */
function isrc(message$1) {
	return {
		kind: "validation",
		type: "isrc",
		reference: isrc,
		async: false,
		expects: null,
		requirement: ISRC_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "ISRC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoDate/isoDate.ts
/* @__NO_SIDE_EFFECTS__ */
function isoDate(message$1) {
	return {
		kind: "validation",
		type: "iso_date",
		reference: isoDate,
		async: false,
		expects: null,
		requirement: ISO_DATE_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "date", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoDateTime/isoDateTime.ts
/* @__NO_SIDE_EFFECTS__ */
function isoDateTime(message$1) {
	return {
		kind: "validation",
		type: "iso_date_time",
		reference: isoDateTime,
		async: false,
		expects: null,
		requirement: ISO_DATE_TIME_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "date-time", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoDateTimeSecond/isoDateTimeSecond.ts
/* @__NO_SIDE_EFFECTS__ */
function isoDateTimeSecond(message$1) {
	return {
		kind: "validation",
		type: "iso_date_time_second",
		reference: isoDateTimeSecond,
		async: false,
		expects: null,
		requirement: ISO_DATE_TIME_SECOND_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "date-time-second", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoTime/isoTime.ts
/* @__NO_SIDE_EFFECTS__ */
function isoTime(message$1) {
	return {
		kind: "validation",
		type: "iso_time",
		reference: isoTime,
		async: false,
		expects: null,
		requirement: ISO_TIME_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "time", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoTimeSecond/isoTimeSecond.ts
/* @__NO_SIDE_EFFECTS__ */
function isoTimeSecond(message$1) {
	return {
		kind: "validation",
		type: "iso_time_second",
		reference: isoTimeSecond,
		async: false,
		expects: null,
		requirement: ISO_TIME_SECOND_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "time-second", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoTimestamp/isoTimestamp.ts
/* @__NO_SIDE_EFFECTS__ */
function isoTimestamp(message$1) {
	return {
		kind: "validation",
		type: "iso_timestamp",
		reference: isoTimestamp,
		async: false,
		expects: null,
		requirement: ISO_TIMESTAMP_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "timestamp", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoWeek/isoWeek.ts
/* @__NO_SIDE_EFFECTS__ */
function isoWeek(message$1) {
	return {
		kind: "validation",
		type: "iso_week",
		reference: isoWeek,
		async: false,
		expects: null,
		requirement: ISO_WEEK_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "week", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/jwsCompact/jwsCompact.ts
/* @__NO_SIDE_EFFECTS__ */
function jwsCompact(message$1) {
	return {
		kind: "validation",
		type: "jws_compact",
		reference: jwsCompact,
		async: false,
		expects: null,
		requirement: JWS_COMPACT_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "JWS compact", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ksuid/ksuid.ts
/* @__NO_SIDE_EFFECTS__ */
function ksuid(message$1) {
	return {
		kind: "validation",
		type: "ksuid",
		reference: ksuid,
		async: false,
		expects: null,
		requirement: KSUID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "KSUID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/length/length.ts
/* @__NO_SIDE_EFFECTS__ */
function length(requirement, message$1) {
	return {
		kind: "validation",
		type: "length",
		reference: length,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length !== this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ltValue/ltValue.ts
/* @__NO_SIDE_EFFECTS__ */
function ltValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "lt_value",
		reference: ltValue,
		async: false,
		expects: `<${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value < this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mac/mac.ts
/* @__NO_SIDE_EFFECTS__ */
function mac(message$1) {
	return {
		kind: "validation",
		type: "mac",
		reference: mac,
		async: false,
		expects: null,
		requirement: MAC_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "MAC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mac48/mac48.ts
/* @__NO_SIDE_EFFECTS__ */
function mac48(message$1) {
	return {
		kind: "validation",
		type: "mac48",
		reference: mac48,
		async: false,
		expects: null,
		requirement: MAC48_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "48-bit MAC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mac64/mac64.ts
/* @__NO_SIDE_EFFECTS__ */
function mac64(message$1) {
	return {
		kind: "validation",
		type: "mac64",
		reference: mac64,
		async: false,
		expects: null,
		requirement: MAC64_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "64-bit MAC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mapItems/mapItems.ts
/* @__NO_SIDE_EFFECTS__ */
function mapItems(operation) {
	return {
		kind: "transformation",
		type: "map_items",
		reference: mapItems,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.map(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxBytes/maxBytes.ts
/* @__NO_SIDE_EFFECTS__ */
function maxBytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_bytes",
		reference: maxBytes,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 > this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxCodePoints/maxCodePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function maxCodePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_code_points",
		reference: maxCodePoints,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count > this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxEntries/maxEntries.ts
/* @__NO_SIDE_EFFECTS__ */
function maxEntries(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_entries",
		reference: maxEntries,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count > this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxGraphemes/maxGraphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function maxGraphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_graphemes",
		reference: maxGraphemes,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count > this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxLength/maxLength.ts
/* @__NO_SIDE_EFFECTS__ */
function maxLength(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_length",
		reference: maxLength,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length > this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxSize/maxSize.ts
/* @__NO_SIDE_EFFECTS__ */
function maxSize(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_size",
		reference: maxSize,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size > this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxValue/maxValue.ts
/* @__NO_SIDE_EFFECTS__ */
function maxValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_value",
		reference: maxValue,
		async: false,
		expects: `<=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value <= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxWords/maxWords.ts
/* @__NO_SIDE_EFFECTS__ */
function maxWords(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "max_words",
		reference: maxWords,
		async: false,
		expects: `<=${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count > this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/metadata/metadata.ts
/**
* Creates a custom metadata action.
*
* @param metadata_ The metadata object.
*
* @returns A metadata action.
*/
/* @__NO_SIDE_EFFECTS__ */
function metadata(metadata_) {
	return {
		kind: "metadata",
		type: "metadata",
		reference: metadata,
		metadata: metadata_
	};
}

//#endregion
//#region src/actions/mimeType/mimeType.ts
/* @__NO_SIDE_EFFECTS__ */
function mimeType(requirement, message$1) {
	return {
		kind: "validation",
		type: "mime_type",
		reference: mimeType,
		async: false,
		expects: /* @__PURE__ */ _joinExpects(requirement.map((option) => `"${option}"`), "|"),
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.includes(dataset.value.type)) _addIssue(this, "MIME type", dataset, config$1, { received: `"${dataset.value.type}"` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minBytes/minBytes.ts
/* @__NO_SIDE_EFFECTS__ */
function minBytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_bytes",
		reference: minBytes,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 < this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minCodePoints/minCodePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function minCodePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_code_points",
		reference: minCodePoints,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count < this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minEntries/minEntries.ts
/* @__NO_SIDE_EFFECTS__ */
function minEntries(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_entries",
		reference: minEntries,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count < this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minGraphemes/minGraphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function minGraphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_graphemes",
		reference: minGraphemes,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count < this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minLength/minLength.ts
/* @__NO_SIDE_EFFECTS__ */
function minLength(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_length",
		reference: minLength,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length < this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minSize/minSize.ts
/* @__NO_SIDE_EFFECTS__ */
function minSize(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_size",
		reference: minSize,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size < this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minValue/minValue.ts
/* @__NO_SIDE_EFFECTS__ */
function minValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_value",
		reference: minValue,
		async: false,
		expects: `>=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value >= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minWords/minWords.ts
/* @__NO_SIDE_EFFECTS__ */
function minWords(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "min_words",
		reference: minWords,
		async: false,
		expects: `>=${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count < this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/multipleOf/multipleOf.ts
/* @__NO_SIDE_EFFECTS__ */
function multipleOf(requirement, message$1) {
	return {
		kind: "validation",
		type: "multiple_of",
		reference: multipleOf,
		async: false,
		expects: `%${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value % this.requirement != 0) _addIssue(this, "multiple", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/nanoid/nanoid.ts
/* @__NO_SIDE_EFFECTS__ */
function nanoid(message$1) {
	return {
		kind: "validation",
		type: "nanoid",
		reference: nanoid,
		async: false,
		expects: null,
		requirement: NANO_ID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "Nano ID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/nonEmpty/nonEmpty.ts
/* @__NO_SIDE_EFFECTS__ */
function nonEmpty(message$1) {
	return {
		kind: "validation",
		type: "non_empty",
		reference: nonEmpty,
		async: false,
		expects: "!0",
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length === 0) _addIssue(this, "length", dataset, config$1, { received: "0" });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/normalize/normalize.ts
/* @__NO_SIDE_EFFECTS__ */
function normalize(form) {
	return {
		kind: "transformation",
		type: "normalize",
		reference: normalize,
		async: false,
		form,
		"~run"(dataset) {
			dataset.value = dataset.value.normalize(this.form);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notBytes/notBytes.ts
/* @__NO_SIDE_EFFECTS__ */
function notBytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_bytes",
		reference: notBytes,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 === this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notCodePoints/notCodePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function notCodePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_code_points",
		reference: notCodePoints,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count === this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notEntries/notEntries.ts
/* @__NO_SIDE_EFFECTS__ */
function notEntries(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_entries",
		reference: notEntries,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count === this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notGraphemes/notGraphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function notGraphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_graphemes",
		reference: notGraphemes,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count === this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notLength/notLength.ts
/* @__NO_SIDE_EFFECTS__ */
function notLength(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_length",
		reference: notLength,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length === this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notSize/notSize.ts
/* @__NO_SIDE_EFFECTS__ */
function notSize(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_size",
		reference: notSize,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size === this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notValue/notValue.ts
/* @__NO_SIDE_EFFECTS__ */
function notValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_value",
		reference: notValue,
		async: false,
		expects: requirement instanceof Date ? `!${requirement.toJSON()}` : `!${/* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && /* @__PURE__ */ _isValueMatch(this.requirement, dataset.value)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notValues/notValues.ts
/* @__NO_SIDE_EFFECTS__ */
function notValues(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_values",
		reference: notValues,
		async: false,
		expects: `!${/* @__PURE__ */ _joinExpects(requirement.map((value$1) => value$1 instanceof Date ? value$1.toJSON() : /* @__PURE__ */ _stringify(value$1)), "|")}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && this.requirement.some((requirement$1) => /* @__PURE__ */ _isValueMatch(requirement$1, dataset.value))) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notWords/notWords.ts
/* @__NO_SIDE_EFFECTS__ */
function notWords(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "not_words",
		reference: notWords,
		async: false,
		expects: `!${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count === this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/octal/octal.ts
/* @__NO_SIDE_EFFECTS__ */
function octal(message$1) {
	return {
		kind: "validation",
		type: "octal",
		reference: octal,
		async: false,
		expects: null,
		requirement: OCTAL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "octal", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/parseBoolean/parseBoolean.ts
const TRUTHY = (/* unused pure expression or super */ null && ([
	true,
	1,
	"true",
	"1",
	"yes",
	"y",
	"on",
	"enabled"
]));
const FALSY = (/* unused pure expression or super */ null && ([
	false,
	0,
	"false",
	"0",
	"no",
	"n",
	"off",
	"disabled"
]));
/* @__NO_SIDE_EFFECTS__ */
function parseBoolean(config$1, message$1) {
	const normalize$1 = (v) => typeof v === "string" ? v.toLowerCase() : v;
	const truthyRaw = config$1?.truthy ?? TRUTHY;
	const falsyRaw = config$1?.falsy ?? FALSY;
	const truthy = config$1?.truthy ? config$1.truthy.map(normalize$1) : TRUTHY;
	const falsy = config$1?.falsy ? config$1.falsy.map(normalize$1) : FALSY;
	return {
		kind: "transformation",
		type: "parse_boolean",
		reference: parseBoolean,
		expects: /* @__PURE__ */ _joinExpects([...truthyRaw, ...falsyRaw].map(_stringify), "|"),
		config: config$1,
		message: message$1,
		async: false,
		"~run"(dataset, config$2) {
			const input = normalize$1(dataset.value);
			if (truthy.includes(input)) dataset.value = true;
			else if (falsy.includes(input)) dataset.value = false;
			else {
				_addIssue(this, "boolean", dataset, config$2);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/parseJson/parseJson.ts
/* @__NO_SIDE_EFFECTS__ */
function parseJson(config$1, message$1) {
	return {
		kind: "transformation",
		type: "parse_json",
		reference: parseJson,
		config: config$1,
		message: message$1,
		async: false,
		"~run"(dataset, config$2) {
			try {
				dataset.value = JSON.parse(dataset.value, this.config?.reviver);
			} catch (error) {
				if (error instanceof Error) {
					_addIssue(this, "JSON", dataset, config$2, { received: `"${error.message}"` });
					dataset.typed = false;
				} else throw error;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/partialCheck/utils/_isPartiallyTyped/_isPartiallyTyped.ts
/**
* Checks if a dataset is partially typed.
*
* @param dataset The dataset to check.
* @param paths The paths to check.
*
* @returns Whether it is partially typed.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isPartiallyTyped(dataset, paths) {
	if (dataset.issues) for (const path of paths) for (const issue of dataset.issues) {
		let typed = false;
		const bound = Math.min(path.length, issue.path?.length ?? 0);
		for (let index = 0; index < bound; index++) if (path[index] !== issue.path[index].key && (path[index] !== "$" || issue.path[index].type !== "array")) {
			typed = true;
			break;
		}
		if (!typed) return false;
	}
	return true;
}

//#endregion
//#region src/actions/partialCheck/partialCheck.ts
/* @__NO_SIDE_EFFECTS__ */
function partialCheck(paths, requirement, message$1) {
	return {
		kind: "validation",
		type: "partial_check",
		reference: partialCheck,
		async: false,
		expects: null,
		paths,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if ((dataset.typed || /* @__PURE__ */ _isPartiallyTyped(dataset, paths)) && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/partialCheck/partialCheckAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function partialCheckAsync(paths, requirement, message$1) {
	return {
		kind: "validation",
		type: "partial_check",
		reference: partialCheckAsync,
		async: true,
		expects: null,
		paths,
		requirement,
		message: message$1,
		async "~run"(dataset, config$1) {
			if ((dataset.typed || /* @__PURE__ */ _isPartiallyTyped(dataset, paths)) && !await this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawCheck/rawCheck.ts
/**
* Creates a raw check validation action.
*
* @param action The validation action.
*
* @returns A raw check action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawCheck(action) {
	return {
		kind: "validation",
		type: "raw_check",
		reference: rawCheck,
		async: false,
		expects: null,
		"~run"(dataset, config$1) {
			action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info)
			});
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawCheck/rawCheckAsync.ts
/**
* Creates a raw check validation action.
*
* @param action The validation action.
*
* @returns A raw check action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawCheckAsync(action) {
	return {
		kind: "validation",
		type: "raw_check",
		reference: rawCheckAsync,
		async: true,
		expects: null,
		async "~run"(dataset, config$1) {
			await action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info)
			});
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawTransform/rawTransform.ts
/**
* Creates a raw transformation action.
*
* @param action The transformation action.
*
* @returns A raw transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawTransform(action) {
	return {
		kind: "transformation",
		type: "raw_transform",
		reference: rawTransform,
		async: false,
		"~run"(dataset, config$1) {
			const output = action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info),
				NEVER: null
			});
			if (dataset.issues) dataset.typed = false;
			else dataset.value = output;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawTransform/rawTransformAsync.ts
/**
* Creates a raw transformation action.
*
* @param action The transformation action.
*
* @returns A raw transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawTransformAsync(action) {
	return {
		kind: "transformation",
		type: "raw_transform",
		reference: rawTransformAsync,
		async: true,
		async "~run"(dataset, config$1) {
			const output = await action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info),
				NEVER: null
			});
			if (dataset.issues) dataset.typed = false;
			else dataset.value = output;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/readonly/readonly.ts
/* @__NO_SIDE_EFFECTS__ */
function readonly() {
	return {
		kind: "transformation",
		type: "readonly",
		reference: readonly,
		async: false,
		"~run"(dataset) {
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/reduceItems/reduceItems.ts
/* @__NO_SIDE_EFFECTS__ */
function reduceItems(operation, initial) {
	return {
		kind: "transformation",
		type: "reduce_items",
		reference: reduceItems,
		async: false,
		operation,
		initial,
		"~run"(dataset) {
			dataset.value = dataset.value.reduce(this.operation, this.initial);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/regex/regex.ts
/* @__NO_SIDE_EFFECTS__ */
function regex(requirement, message$1) {
	return {
		kind: "validation",
		type: "regex",
		reference: regex,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "format", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/returns/returns.ts
/* @__NO_SIDE_EFFECTS__ */
function returns(schema) {
	return {
		kind: "transformation",
		type: "returns",
		reference: returns,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = (...args_) => {
				const returnsDataset = this.schema["~run"]({ value: func(...args_) }, config$1);
				if (returnsDataset.issues) throw new ValiError(returnsDataset.issues);
				return returnsDataset.value;
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/returns/returnsAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function returnsAsync(schema) {
	return {
		kind: "transformation",
		type: "returns",
		reference: returnsAsync,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = async (...args_) => {
				const returnsDataset = await this.schema["~run"]({ value: await func(...args_) }, config$1);
				if (returnsDataset.issues) throw new ValiError(returnsDataset.issues);
				return returnsDataset.value;
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rfcEmail/rfcEmail.ts
/* @__NO_SIDE_EFFECTS__ */
function rfcEmail(message$1) {
	return {
		kind: "validation",
		type: "rfc_email",
		reference: rfcEmail,
		expects: null,
		async: false,
		requirement: RFC_EMAIL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "email", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/safeInteger/safeInteger.ts
/* @__NO_SIDE_EFFECTS__ */
function safeInteger(message$1) {
	return {
		kind: "validation",
		type: "safe_integer",
		reference: safeInteger,
		async: false,
		expects: null,
		requirement: Number.isSafeInteger,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "safe integer", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/size/size.ts
/* @__NO_SIDE_EFFECTS__ */
function size(requirement, message$1) {
	return {
		kind: "validation",
		type: "size",
		reference: size,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size !== this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/slug/slug.ts
/* @__NO_SIDE_EFFECTS__ */
function slug(message$1) {
	return {
		kind: "validation",
		type: "slug",
		reference: slug,
		async: false,
		expects: null,
		requirement: SLUG_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "slug", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/someItem/someItem.ts
/* @__NO_SIDE_EFFECTS__ */
function someItem(requirement, message$1) {
	return {
		kind: "validation",
		type: "some_item",
		reference: someItem,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.some(this.requirement)) _addIssue(this, "item", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/sortItems/sortItems.ts
/* @__NO_SIDE_EFFECTS__ */
function sortItems(operation) {
	return {
		kind: "transformation",
		type: "sort_items",
		reference: sortItems,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.sort(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/startsWith/startsWith.ts
/* @__NO_SIDE_EFFECTS__ */
function startsWith(requirement, message$1) {
	return {
		kind: "validation",
		type: "starts_with",
		reference: startsWith,
		async: false,
		expects: `"${requirement}"`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.startsWith(this.requirement)) _addIssue(this, "start", dataset, config$1, { received: `"${dataset.value.slice(0, this.requirement.length)}"` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/stringifyJson/stringifyJson.ts
/* @__NO_SIDE_EFFECTS__ */
function stringifyJson(config$1, message$1) {
	return {
		kind: "transformation",
		type: "stringify_json",
		reference: stringifyJson,
		message: message$1,
		config: config$1,
		async: false,
		"~run"(dataset, config$2) {
			try {
				const output = JSON.stringify(dataset.value, this.config?.replacer, this.config?.space);
				if (output === void 0) {
					_addIssue(this, "JSON", dataset, config$2);
					dataset.typed = false;
				} else dataset.value = output;
			} catch (error) {
				if (error instanceof Error) {
					_addIssue(this, "JSON", dataset, config$2, { received: `"${error.message}"` });
					dataset.typed = false;
				} else throw error;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/title/title.ts
/**
* Creates a title metadata action.
*
* @param title_ The title text.
*
* @returns A title action.
*/
/* @__NO_SIDE_EFFECTS__ */
function title(title_) {
	return {
		kind: "metadata",
		type: "title",
		reference: title,
		title: title_
	};
}

//#endregion
//#region src/actions/toBigint/toBigint.ts
/* @__NO_SIDE_EFFECTS__ */
function toBigint(message$1) {
	return {
		kind: "transformation",
		type: "to_bigint",
		reference: toBigint,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = BigInt(dataset.value);
			} catch {
				_addIssue(this, "bigint", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toBoolean/toBoolean.ts
/**
* Creates a to boolean transformation action.
*
* @returns A to boolean action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toBoolean() {
	return {
		kind: "transformation",
		type: "to_boolean",
		reference: toBoolean,
		async: false,
		"~run"(dataset) {
			dataset.value = Boolean(dataset.value);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toCamelCase/toCamelCase.ts
/**
* Creates a to camel case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `parseUrlValue`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `item2Name`).
*
* @returns A to camel case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toCamelCase() {
	return {
		kind: "transformation",
		type: "to_camel_case",
		reference: toCamelCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "", false, true);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toDate/toDate.ts
/* @__NO_SIDE_EFFECTS__ */
function toDate(message$1) {
	return {
		kind: "transformation",
		type: "to_date",
		reference: toDate,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = new Date(dataset.value);
				if (isNaN(dataset.value)) {
					_addIssue(this, "date", dataset, config$1, { received: "\"Invalid Date\"" });
					dataset.typed = false;
				}
			} catch {
				_addIssue(this, "date", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toKebabCase/toKebabCase.ts
/**
* Creates a to kebab case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `parse-url-value`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `item2-name`).
*
* @returns A to kebab case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toKebabCase() {
	return {
		kind: "transformation",
		type: "to_kebab_case",
		reference: toKebabCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "-", false, false);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toLowerCase/toLowerCase.ts
/**
* Creates a to lower case transformation action.
*
* @returns A to lower case action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toLowerCase() {
	return {
		kind: "transformation",
		type: "to_lower_case",
		reference: toLowerCase,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.toLowerCase();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toMaxValue/toMaxValue.ts
/**
* Creates a to max value transformation action.
*
* @param requirement The maximum value.
*
* @returns A to max value action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toMaxValue(requirement) {
	return {
		kind: "transformation",
		type: "to_max_value",
		reference: toMaxValue,
		async: false,
		requirement,
		"~run"(dataset) {
			dataset.value = dataset.value > this.requirement ? this.requirement : dataset.value;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toMinValue/toMinValue.ts
/**
* Creates a to min value transformation action.
*
* @param requirement The minimum value.
*
* @returns A to min value action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toMinValue(requirement) {
	return {
		kind: "transformation",
		type: "to_min_value",
		reference: toMinValue,
		async: false,
		requirement,
		"~run"(dataset) {
			dataset.value = dataset.value < this.requirement ? this.requirement : dataset.value;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toNumber/toNumber.ts
/* @__NO_SIDE_EFFECTS__ */
function toNumber(message$1) {
	return {
		kind: "transformation",
		type: "to_number",
		reference: toNumber,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = Number(dataset.value);
				if (isNaN(dataset.value)) {
					_addIssue(this, "number", dataset, config$1);
					dataset.typed = false;
				}
			} catch {
				_addIssue(this, "number", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toPascalCase/toPascalCase.ts
/**
* Creates a to pascal case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `ParseUrlValue`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `Item2Name`).
*
* @returns A to pascal case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toPascalCase() {
	return {
		kind: "transformation",
		type: "to_pascal_case",
		reference: toPascalCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "", true, true);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toSnakeCase/toSnakeCase.ts
/**
* Creates a to snake case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `parse_url_value`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `item2_name`).
*
* @returns A to snake case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toSnakeCase() {
	return {
		kind: "transformation",
		type: "to_snake_case",
		reference: toSnakeCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "_", false, false);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toString/toString.ts
/* @__NO_SIDE_EFFECTS__ */
function toString(message$1) {
	return {
		kind: "transformation",
		type: "to_string",
		reference: toString,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = String(dataset.value);
			} catch {
				_addIssue(this, "string", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toUpperCase/toUpperCase.ts
/**
* Creates a to upper case transformation action.
*
* @returns A to upper case action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toUpperCase() {
	return {
		kind: "transformation",
		type: "to_upper_case",
		reference: toUpperCase,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.toUpperCase();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/transform/transform.ts
/**
* Creates a custom transformation action.
*
* @param operation The transformation operation.
*
* @returns A transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function transform(operation) {
	return {
		kind: "transformation",
		type: "transform",
		reference: transform,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = this.operation(dataset.value);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/transform/transformAsync.ts
/**
* Creates a custom transformation action.
*
* @param operation The transformation operation.
*
* @returns A transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function transformAsync(operation) {
	return {
		kind: "transformation",
		type: "transform",
		reference: transformAsync,
		async: true,
		operation,
		async "~run"(dataset) {
			dataset.value = await this.operation(dataset.value);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/trim/trim.ts
/**
* Creates a trim transformation action.
*
* @returns A trim action.
*/
/* @__NO_SIDE_EFFECTS__ */
function trim() {
	return {
		kind: "transformation",
		type: "trim",
		reference: trim,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.trim();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/trimEnd/trimEnd.ts
/**
* Creates a trim end transformation action.
*
* @returns A trim end action.
*/
/* @__NO_SIDE_EFFECTS__ */
function trimEnd() {
	return {
		kind: "transformation",
		type: "trim_end",
		reference: trimEnd,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.trimEnd();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/trimStart/trimStart.ts
/**
* Creates a trim start transformation action.
*
* @returns A trim start action.
*/
/* @__NO_SIDE_EFFECTS__ */
function trimStart() {
	return {
		kind: "transformation",
		type: "trim_start",
		reference: trimStart,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.trimStart();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ulid/ulid.ts
/* @__NO_SIDE_EFFECTS__ */
function ulid(message$1) {
	return {
		kind: "validation",
		type: "ulid",
		reference: ulid,
		async: false,
		expects: null,
		requirement: ULID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "ULID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/url/url.ts
/* @__NO_SIDE_EFFECTS__ */
function url(message$1) {
	return {
		kind: "validation",
		type: "url",
		reference: url,
		async: false,
		expects: null,
		requirement(input) {
			try {
				if (URL.canParse) return URL.canParse(input);
				new URL(input);
				return true;
			} catch {
				return false;
			}
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "URL", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/uuid/uuid.ts
/* @__NO_SIDE_EFFECTS__ */
function uuid(message$1) {
	return {
		kind: "validation",
		type: "uuid",
		reference: uuid,
		async: false,
		expects: null,
		requirement: UUID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "UUID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/value/value.ts
/* @__NO_SIDE_EFFECTS__ */
function value(requirement, message$1) {
	return {
		kind: "validation",
		type: "value",
		reference: value,
		async: false,
		expects: requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement),
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !/* @__PURE__ */ _isValueMatch(this.requirement, dataset.value)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/values/values.ts
/* @__NO_SIDE_EFFECTS__ */
function values(requirement, message$1) {
	return {
		kind: "validation",
		type: "values",
		reference: values,
		async: false,
		expects: `${/* @__PURE__ */ _joinExpects(requirement.map((value$1) => value$1 instanceof Date ? value$1.toJSON() : /* @__PURE__ */ _stringify(value$1)), "|")}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.some((requirement$1) => /* @__PURE__ */ _isValueMatch(requirement$1, dataset.value))) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/words/words.ts
/* @__NO_SIDE_EFFECTS__ */
function words(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "words",
		reference: words,
		async: false,
		expects: `${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count !== this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/const.ts
const ABORT_EARLY_CONFIG = { abortEarly: true };

//#endregion
//#region src/methods/assert/assert.ts
/**
* Checks if the input matches the schema. As this is an assertion function, it
* can be used as a type guard.
*
* @param schema The schema to be used.
* @param input The input to be tested.
*/
function assert(schema, input) {
	const issues = schema["~run"]({ value: input }, ABORT_EARLY_CONFIG).issues;
	if (issues) throw new ValiError(issues);
}

//#endregion
//#region src/methods/cache/_LruCache.ts
/**
* Efficient LRU cache using Map iteration order.
*/
var _LruCache = class {
	constructor(config$1) {
		this.refCount = 0;
		this.maxSize = config$1?.maxSize ?? 1e3;
		this.maxAge = config$1?.maxAge ?? Infinity;
		this.hasMaxAge = isFinite(this.maxAge);
	}
	/**
	* Stringifies an unknown input to a cache key component.
	*
	* @param input The unknown input.
	*
	* @returns A cache key component.
	*/
	stringify(input) {
		const type = typeof input;
		if (type === "string") return `"${input}"`;
		if (type === "number" || type === "boolean") return `${input}`;
		if (type === "bigint") return `${input}n`;
		if (type === "object" || type === "function") {
			if (input) {
				this.refIds ?? (this.refIds = /* @__PURE__ */ new WeakMap());
				let id = this.refIds.get(input);
				if (!id) {
					id = ++this.refCount;
					this.refIds.set(input, id);
				}
				return `#${id}`;
			}
			return "null";
		}
		return type;
	}
	/**
	* Creates a cache key from input and config.
	*
	* @param input The input value.
	* @param config The parse configuration.
	*
	* @returns The cache key.
	*/
	key(input, config$1 = {}) {
		return `${this.stringify(input)}|${this.stringify(config$1.lang)}|${this.stringify(config$1.message)}|${this.stringify(config$1.abortEarly)}|${this.stringify(config$1.abortPipeEarly)}`;
	}
	/**
	* Gets a value from the cache by key.
	*
	* @param key The cache key.
	*
	* @returns The cached value.
	*/
	get(key) {
		if (!this.store) return void 0;
		const entry = this.store.get(key);
		if (!entry) return void 0;
		if (this.hasMaxAge && Date.now() - entry[1] > this.maxAge) {
			this.store.delete(key);
			return;
		}
		this.store.delete(key);
		this.store.set(key, entry);
		return entry[0];
	}
	/**
	* Sets a value in the cache by key.
	*
	* @param key The cache key.
	* @param value The cached value.
	*/
	set(key, value$1) {
		this.store ?? (this.store = /* @__PURE__ */ new Map());
		this.store.delete(key);
		const timestamp = this.hasMaxAge ? Date.now() : 0;
		this.store.set(key, [value$1, timestamp]);
		if (this.store.size > this.maxSize) this.store.delete(this.store.keys().next().value);
	}
	/**
	* Clears all entries from the cache.
	*/
	clear() {
		this.store?.clear();
	}
};

//#endregion
//#region src/methods/cache/cache.ts
/* @__NO_SIDE_EFFECTS__ */
function cache(schema, config$1) {
	return _standardSchema({
		...schema,
		cacheConfig: config$1,
		cache: new _LruCache(config$1),
		"~run"(dataset, runConfig) {
			const key = this.cache.key(dataset.value, runConfig);
			let outputDataset = this.cache.get(key);
			if (!outputDataset) this.cache.set(key, outputDataset = schema["~run"](dataset, runConfig));
			return /* @__PURE__ */ _cloneDataset(outputDataset);
		}
	});
}

//#endregion
//#region src/methods/cache/cacheAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function cacheAsync(schema, config$1) {
	let activeRuns;
	return _standardSchema({
		...schema,
		async: true,
		cacheConfig: config$1,
		cache: new _LruCache(config$1),
		async "~run"(dataset, runConfig) {
			const key = this.cache.key(dataset.value, runConfig);
			const cached = this.cache.get(key);
			if (cached) return /* @__PURE__ */ _cloneDataset(cached);
			let promise$1 = activeRuns?.get(key);
			if (!promise$1) {
				activeRuns ?? (activeRuns = /* @__PURE__ */ new Map());
				promise$1 = Promise.resolve(schema["~run"](dataset, runConfig));
				activeRuns.set(key, promise$1);
			}
			try {
				const outputDataset = await promise$1;
				this.cache.set(key, outputDataset);
				return /* @__PURE__ */ _cloneDataset(outputDataset);
			} finally {
				activeRuns?.delete(key);
			}
		}
	});
}

//#endregion
//#region src/methods/config/config.ts
/**
* Changes the local configuration of a schema.
*
* @param schema The schema to configure.
* @param config The parse configuration.
*
* @returns The configured schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function config(schema, config$1) {
	return _standardSchema({
		...schema,
		"~run"(dataset, config_) {
			return schema["~run"](dataset, {
				...config_,
				...config$1
			});
		}
	});
}

//#endregion
//#region src/methods/getFallback/getFallback.ts
/**
* Returns the fallback value of the schema.
*
* @param schema The schema to get it from.
* @param dataset The output dataset if available.
* @param config The config if available.
*
* @returns The fallback value.
*/
/* @__NO_SIDE_EFFECTS__ */
function getFallback(schema, dataset, config$1) {
	return typeof schema.fallback === "function" ? schema.fallback(dataset, config$1) : schema.fallback;
}

//#endregion
//#region src/methods/fallback/fallback.ts
/**
* Returns a fallback value as output if the input does not match the schema.
*
* @param schema The schema to catch.
* @param fallback The fallback value.
*
* @returns The passed schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function fallback(schema, fallback$1) {
	return _standardSchema({
		...schema,
		fallback: fallback$1,
		"~run"(dataset, config$1) {
			const outputDataset = schema["~run"](dataset, config$1);
			return outputDataset.issues ? {
				typed: true,
				value: /* @__PURE__ */ getFallback(this, outputDataset, config$1)
			} : outputDataset;
		}
	});
}

//#endregion
//#region src/methods/fallback/fallbackAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function fallbackAsync(schema, fallback$1) {
	return _standardSchema({
		...schema,
		fallback: fallback$1,
		async: true,
		async "~run"(dataset, config$1) {
			const outputDataset = await schema["~run"](dataset, config$1);
			return outputDataset.issues ? {
				typed: true,
				value: await /* @__PURE__ */ getFallback(this, outputDataset, config$1)
			} : outputDataset;
		}
	});
}

//#endregion
//#region src/methods/flatten/flatten.ts
/* @__NO_SIDE_EFFECTS__ */
function flatten(issues) {
	const flatErrors = {};
	for (const issue of issues) if (issue.path) {
		const dotPath = /* @__PURE__ */ getDotPath(issue);
		if (dotPath) {
			if (!flatErrors.nested) flatErrors.nested = {};
			if (Object.prototype.hasOwnProperty.call(flatErrors.nested, dotPath)) flatErrors.nested[dotPath].push(issue.message);
			else flatErrors.nested[dotPath] = [issue.message];
		} else if (flatErrors.other) flatErrors.other.push(issue.message);
		else flatErrors.other = [issue.message];
	} else if (flatErrors.root) flatErrors.root.push(issue.message);
	else flatErrors.root = [issue.message];
	return flatErrors;
}

//#endregion
//#region src/methods/forward/forward.ts
/**
* Forwards the issues of the passed validation action.
*
* @param action The validation action.
* @param path The path to forward the issues to.
*
* @returns The modified action.
*/
/* @__NO_SIDE_EFFECTS__ */
function forward(action, path) {
	return {
		...action,
		"~run"(dataset, config$1) {
			const prevIssues = dataset.issues && [...dataset.issues];
			dataset = action["~run"](dataset, config$1);
			if (dataset.issues) {
				for (const issue of dataset.issues) if (!prevIssues?.includes(issue)) {
					let pathInput = dataset.value;
					for (const key of path) {
						const pathValue = pathInput[key];
						const pathItem = {
							type: "unknown",
							origin: "value",
							input: pathInput,
							key,
							value: pathValue
						};
						if (issue.path) issue.path.push(pathItem);
						else issue.path = [pathItem];
						if (!pathValue) break;
						pathInput = pathValue;
					}
				}
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/methods/forward/forwardAsync.ts
/**
* Forwards the issues of the passed validation action.
*
* @param action The validation action.
* @param path The path to forward the issues to.
*
* @returns The modified action.
*/
/* @__NO_SIDE_EFFECTS__ */
function forwardAsync(action, path) {
	return {
		...action,
		async: true,
		async "~run"(dataset, config$1) {
			const prevIssues = dataset.issues && [...dataset.issues];
			dataset = await action["~run"](dataset, config$1);
			if (dataset.issues) {
				for (const issue of dataset.issues) if (!prevIssues?.includes(issue)) {
					let pathInput = dataset.value;
					for (const key of path) {
						const pathValue = pathInput[key];
						const pathItem = {
							type: "unknown",
							origin: "value",
							input: pathInput,
							key,
							value: pathValue
						};
						if (issue.path) issue.path.push(pathItem);
						else issue.path = [pathItem];
						if (!pathValue) break;
						pathInput = pathValue;
					}
				}
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/methods/getDefault/getDefault.ts
/**
* Returns the default value of the schema.
*
* @param schema The schema to get it from.
* @param dataset The input dataset if available.
* @param config The config if available.
*
* @returns The default value.
*/
/* @__NO_SIDE_EFFECTS__ */
function getDefault(schema, dataset, config$1) {
	return typeof schema.default === "function" ? schema.default(dataset, config$1) : schema.default;
}

//#endregion
//#region src/methods/getDefaults/getDefaults.ts
/**
* Returns the default values of the schema.
*
* Hint: The difference to `getDefault` is that for object and tuple schemas
* this function recursively returns the default values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The default values.
*/
/* @__NO_SIDE_EFFECTS__ */
function getDefaults(schema) {
	if ("entries" in schema) {
		const object$1 = {};
		for (const key in schema.entries) object$1[key] = /* @__PURE__ */ getDefaults(schema.entries[key]);
		return object$1;
	}
	if ("items" in schema) return schema.items.map(getDefaults);
	return /* @__PURE__ */ getDefault(schema);
}

//#endregion
//#region src/methods/getDefaults/getDefaultsAsync.ts
/**
* Returns the default values of the schema.
*
* Hint: The difference to `getDefault` is that for object and tuple schemas
* this function recursively returns the default values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The default values.
*/
/* @__NO_SIDE_EFFECTS__ */
async function getDefaultsAsync(schema) {
	if ("entries" in schema) return Object.fromEntries(await Promise.all(Object.entries(schema.entries).map(async ([key, value$1]) => [key, await /* @__PURE__ */ getDefaultsAsync(value$1)])));
	if ("items" in schema) return Promise.all(schema.items.map(getDefaultsAsync));
	return /* @__PURE__ */ getDefault(schema);
}

//#endregion
//#region src/methods/getDescription/getDescription.ts
/**
* Returns the description of the schema.
*
* If multiple descriptions are defined, the last one of the highest level is
* returned. If no description is defined, `undefined` is returned.
*
* @param schema The schema to get the description from.
*
* @returns The description, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getDescription(schema) {
	return /* @__PURE__ */ _getLastMetadata(schema, "description");
}

//#endregion
//#region src/methods/getExamples/getExamples.ts
/**
* Returns the examples of a schema.
*
* If multiple examples are defined, it concatenates them using depth-first
* search. If no examples are defined, an empty array is returned.
*
* @param schema The schema to get the examples from.
*
* @returns The examples, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getExamples(schema) {
	const examples$1 = [];
	function depthFirstCollect(schema$1) {
		if ("pipe" in schema$1) {
			for (const item of schema$1.pipe) if (item.kind === "schema" && "pipe" in item) depthFirstCollect(item);
			else if (item.kind === "metadata" && item.type === "examples") for (const example of item.examples) examples$1.push(example);
		}
	}
	depthFirstCollect(schema);
	return examples$1;
}

//#endregion
//#region src/methods/getFallbacks/getFallbacks.ts
/**
* Returns the fallback values of the schema.
*
* Hint: The difference to `getFallback` is that for object and tuple schemas
* this function recursively returns the fallback values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The fallback values.
*/
/* @__NO_SIDE_EFFECTS__ */
function getFallbacks(schema) {
	if ("entries" in schema) {
		const object$1 = {};
		for (const key in schema.entries) object$1[key] = /* @__PURE__ */ getFallbacks(schema.entries[key]);
		return object$1;
	}
	if ("items" in schema) return schema.items.map(getFallbacks);
	return /* @__PURE__ */ getFallback(schema);
}

//#endregion
//#region src/methods/getFallbacks/getFallbacksAsync.ts
/**
* Returns the fallback values of the schema.
*
* Hint: The difference to `getFallback` is that for object and tuple schemas
* this function recursively returns the fallback values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The fallback values.
*/
/* @__NO_SIDE_EFFECTS__ */
async function getFallbacksAsync(schema) {
	if ("entries" in schema) return Object.fromEntries(await Promise.all(Object.entries(schema.entries).map(async ([key, value$1]) => [key, await /* @__PURE__ */ getFallbacksAsync(value$1)])));
	if ("items" in schema) return Promise.all(schema.items.map(getFallbacksAsync));
	return /* @__PURE__ */ getFallback(schema);
}

//#endregion
//#region src/methods/getMetadata/getMetadata.ts
/**
* Returns the metadata of a schema.
*
* If multiple metadata are defined, it shallowly merges them using depth-first
* search. If no metadata is defined, an empty object is returned.
*
* @param schema Schema to get the metadata from.
*
* @returns The metadata, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getMetadata(schema) {
	const result = {};
	function depthFirstMerge(schema$1) {
		if ("pipe" in schema$1) {
			for (const item of schema$1.pipe) if (item.kind === "schema" && "pipe" in item) depthFirstMerge(item);
			else if (item.kind === "metadata" && item.type === "metadata") Object.assign(result, item.metadata);
		}
	}
	depthFirstMerge(schema);
	return result;
}

//#endregion
//#region src/methods/getTitle/getTitle.ts
/**
* Returns the title of the schema.
*
* If multiple titles are defined, the last one of the highest level is
* returned. If no title is defined, `undefined` is returned.
*
* @param schema The schema to get the title from.
*
* @returns The title, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getTitle(schema) {
	return /* @__PURE__ */ _getLastMetadata(schema, "title");
}

//#endregion
//#region src/methods/is/is.ts
/**
* Checks if the input matches the schema. By using a type predicate, this
* function can be used as a type guard.
*
* @param schema The schema to be used.
* @param input The input to be tested.
*
* @returns Whether the input matches the schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function is(schema, input) {
	return !schema["~run"]({ value: input }, ABORT_EARLY_CONFIG).issues;
}

//#endregion
//#region src/schemas/any/any.ts
/**
* Creates an any schema.
*
* Hint: This schema function exists only for completeness and is not
* recommended in practice. Instead, `unknown` should be used to accept
* unknown data.
*
* @returns An any schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function any() {
	return _standardSchema({
		kind: "schema",
		type: "any",
		reference: any,
		expects: "any",
		async: false,
		"~run"(dataset) {
			dataset.typed = true;
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/array/array.ts
/* @__NO_SIDE_EFFECTS__ */
function array(item, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "array",
		reference: array,
		expects: "Array",
		async: false,
		item,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < input.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.item["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/array/arrayAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function arrayAsync(item, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "array",
		reference: arrayAsync,
		expects: "Array",
		async: true,
		item,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(input.map((value$1) => this.item["~run"]({ value: value$1 }, config$1)));
				for (let key = 0; key < itemDatasets.length; key++) {
					const itemDataset = itemDatasets[key];
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: input[key]
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/bigint/bigint.ts
/* @__NO_SIDE_EFFECTS__ */
function bigint(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "bigint",
		reference: bigint,
		expects: "bigint",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "bigint") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/blob/blob.ts
/* @__NO_SIDE_EFFECTS__ */
function blob(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "blob",
		reference: blob,
		expects: "Blob",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof Blob) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/boolean/boolean.ts
/* @__NO_SIDE_EFFECTS__ */
function boolean(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "boolean",
		reference: boolean,
		expects: "boolean",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "boolean") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/custom/custom.ts
/* @__NO_SIDE_EFFECTS__ */
function custom(check$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "custom",
		reference: custom,
		expects: "unknown",
		async: false,
		check: check$1,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.check(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/custom/customAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function customAsync(check$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "custom",
		reference: customAsync,
		expects: "unknown",
		async: true,
		check: check$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (await this.check(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/date/date.ts
/* @__NO_SIDE_EFFECTS__ */
function date(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "date",
		reference: date,
		expects: "Date",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof Date) if (!isNaN(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1, { received: "\"Invalid Date\"" });
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/enum/enum.ts
/* @__NO_SIDE_EFFECTS__ */
function enum_(enum__, message$1) {
	const options = [];
	for (const key in enum__) if (`${+key}` !== key || typeof enum__[key] !== "string" || !Object.is(enum__[enum__[key]], +key)) options.push(enum__[key]);
	return _standardSchema({
		kind: "schema",
		type: "enum",
		reference: enum_,
		expects: /* @__PURE__ */ _joinExpects(options.map(_stringify), "|"),
		async: false,
		enum: enum__,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.options.includes(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/exactOptional/exactOptional.ts
/* @__NO_SIDE_EFFECTS__ */
function exactOptional(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "exact_optional",
		reference: exactOptional,
		expects: wrapped.expects,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/exactOptional/exactOptionalAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function exactOptionalAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "exact_optional",
		reference: exactOptionalAsync,
		expects: wrapped.expects,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/file/file.ts
/* @__NO_SIDE_EFFECTS__ */
function file(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "file",
		reference: file,
		expects: "File",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof File) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/function/function.ts
/* @__NO_SIDE_EFFECTS__ */
function function_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "function",
		reference: function_,
		expects: "Function",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "function") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/instance/instance.ts
/* @__NO_SIDE_EFFECTS__ */
function instance(class_, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "instance",
		reference: instance,
		expects: class_.name,
		async: false,
		class: class_,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof this.class) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/intersect/utils/_merge/_merge.ts
/**
* Merges two values into one single output.
*
* @param value1 First value.
* @param value2 Second value.
*
* @returns The merge dataset.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _merge(value1, value2) {
	if (typeof value1 === typeof value2) {
		if (/* @__PURE__ */ _isSameValueZero(value1, value2) || value1 instanceof Date && value2 instanceof Date && /* @__PURE__ */ _isSameValueZero(+value1, +value2)) return { value: value1 };
		if (value1 && value2 && value1.constructor === Object && value2.constructor === Object) {
			const nextValue = {
				...value1,
				...value2
			};
			for (const key in value2) if (Object.prototype.hasOwnProperty.call(value1, key) && Object.prototype.hasOwnProperty.call(value2, key)) {
				const dataset = /* @__PURE__ */ _merge(value1[key], value2[key]);
				if (dataset.issue) return dataset;
				nextValue[key] = dataset.value;
			}
			return { value: nextValue };
		}
		if (Array.isArray(value1) && Array.isArray(value2)) {
			if (value1.length === value2.length) {
				const nextValue = [...value1];
				for (let index = 0; index < value1.length; index++) {
					const dataset = /* @__PURE__ */ _merge(value1[index], value2[index]);
					if (dataset.issue) return dataset;
					nextValue[index] = dataset.value;
				}
				return { value: nextValue };
			}
		}
	}
	return { issue: true };
}

//#endregion
//#region src/schemas/intersect/intersect.ts
/* @__NO_SIDE_EFFECTS__ */
function intersect(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "intersect",
		reference: intersect,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "&"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.options.length) {
				const input = dataset.value;
				let outputs;
				dataset.typed = true;
				for (const schema of this.options) {
					const optionDataset = schema["~run"]({ value: input }, config$1);
					if (optionDataset.issues) {
						if (dataset.issues) for (const issue of optionDataset.issues) dataset.issues.push(issue);
						else dataset.issues = optionDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!optionDataset.typed) dataset.typed = false;
					if (dataset.typed) if (outputs) outputs.push(optionDataset.value);
					else outputs = [optionDataset.value];
				}
				if (dataset.typed) {
					dataset.value = outputs[0];
					for (let index = 1; index < outputs.length; index++) {
						const mergeDataset = /* @__PURE__ */ _merge(dataset.value, outputs[index]);
						if (mergeDataset.issue) {
							_addIssue(this, "type", dataset, config$1, { received: "unknown" });
							break;
						}
						dataset.value = mergeDataset.value;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/intersect/intersectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function intersectAsync(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "intersect",
		reference: intersectAsync,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "&"),
		async: true,
		options,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (this.options.length) {
				const input = dataset.value;
				let outputs;
				dataset.typed = true;
				const optionDatasets = await Promise.all(this.options.map((schema) => schema["~run"]({ value: input }, config$1)));
				for (const optionDataset of optionDatasets) {
					if (optionDataset.issues) {
						if (dataset.issues) for (const issue of optionDataset.issues) dataset.issues.push(issue);
						else dataset.issues = optionDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!optionDataset.typed) dataset.typed = false;
					if (dataset.typed) if (outputs) outputs.push(optionDataset.value);
					else outputs = [optionDataset.value];
				}
				if (dataset.typed) {
					dataset.value = outputs[0];
					for (let index = 1; index < outputs.length; index++) {
						const mergeDataset = /* @__PURE__ */ _merge(dataset.value, outputs[index]);
						if (mergeDataset.issue) {
							_addIssue(this, "type", dataset, config$1, { received: "unknown" });
							break;
						}
						dataset.value = mergeDataset.value;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/lazy/lazy.ts
/**
* Creates a lazy schema.
*
* @param getter The schema getter.
*
* @returns A lazy schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function lazy(getter) {
	return _standardSchema({
		kind: "schema",
		type: "lazy",
		reference: lazy,
		expects: "unknown",
		async: false,
		getter,
		"~run"(dataset, config$1) {
			return this.getter(dataset.value)["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/lazy/lazyAsync.ts
/**
* Creates a lazy schema.
*
* @param getter The schema getter.
*
* @returns A lazy schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function lazyAsync(getter) {
	return _standardSchema({
		kind: "schema",
		type: "lazy",
		reference: lazyAsync,
		expects: "unknown",
		async: true,
		getter,
		async "~run"(dataset, config$1) {
			return (await this.getter(dataset.value))["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/literal/literal.ts
/* @__NO_SIDE_EFFECTS__ */
function literal(literal_, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "literal",
		reference: literal,
		expects: /* @__PURE__ */ _stringify(literal_),
		async: false,
		literal: literal_,
		message: message$1,
		"~run"(dataset, config$1) {
			if (/* @__PURE__ */ _isSameValueZero(dataset.value, this.literal)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseObject/looseObject.ts
/* @__NO_SIDE_EFFECTS__ */
function looseObject(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_object",
		reference: looseObject,
		expects: "Object",
		async: false,
		entries: entries$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (/* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) dataset.value[key] = input[key];
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseObject/looseObjectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function looseObjectAsync(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_object",
		reference: looseObjectAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const valueDatasets = await Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				}));
				for (const [key, value$1, valueSchema, valueDataset] of valueDatasets) if (valueDataset) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (/* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) dataset.value[key] = input[key];
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseTuple/looseTuple.ts
/* @__NO_SIDE_EFFECTS__ */
function looseTuple(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_tuple",
		reference: looseTuple,
		expects: "Array",
		async: false,
		items,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!dataset.issues || !config$1.abortEarly) for (let key = this.items.length; key < input.length; key++) dataset.value.push(input[key]);
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseTuple/looseTupleAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function looseTupleAsync(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_tuple",
		reference: looseTupleAsync,
		expects: "Array",
		async: true,
		items,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				}));
				for (const [key, value$1, itemDataset] of itemDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!dataset.issues || !config$1.abortEarly) for (let key = this.items.length; key < input.length; key++) dataset.value.push(input[key]);
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/map/map.ts
/* @__NO_SIDE_EFFECTS__ */
function map(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "map",
		reference: map,
		expects: "Map",
		async: false,
		key,
		value: value$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Map) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Map();
				for (const [inputKey, inputValue] of input) {
					const keyDataset = this.key["~run"]({ value: inputKey }, config$1);
					if (keyDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "key",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of keyDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					const valueDataset = this.value["~run"]({ value: inputValue }, config$1);
					if (valueDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "value",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					dataset.value.set(keyDataset.value, valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/map/mapAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function mapAsync(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "map",
		reference: mapAsync,
		expects: "Map",
		async: true,
		key,
		value: value$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Map) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Map();
				const datasets = await Promise.all([...input].map(([inputKey, inputValue]) => Promise.all([
					inputKey,
					inputValue,
					this.key["~run"]({ value: inputKey }, config$1),
					this.value["~run"]({ value: inputValue }, config$1)
				])));
				for (const [inputKey, inputValue, keyDataset, valueDataset] of datasets) {
					if (keyDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "key",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of keyDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (valueDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "value",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					dataset.value.set(keyDataset.value, valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nan/nan.ts
/* @__NO_SIDE_EFFECTS__ */
function nan(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "nan",
		reference: nan,
		expects: "NaN",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (Number.isNaN(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/never/never.ts
/* @__NO_SIDE_EFFECTS__ */
function never(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "never",
		reference: never,
		expects: "never",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			_addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullable/nonNullable.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullable(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullable",
		reference: nonNullable,
		expects: "!null",
		async: false,
		wrapped,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value !== null) dataset = this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullable/nonNullableAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullableAsync(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullable",
		reference: nonNullableAsync,
		expects: "!null",
		async: true,
		wrapped,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.value !== null) dataset = await this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullish/nonNullish.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullish(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullish",
		reference: nonNullish,
		expects: "(!null & !undefined)",
		async: false,
		wrapped,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!(dataset.value === null || dataset.value === void 0)) dataset = this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null || dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullish/nonNullishAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullishAsync(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullish",
		reference: nonNullishAsync,
		expects: "(!null & !undefined)",
		async: true,
		wrapped,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (!(dataset.value === null || dataset.value === void 0)) dataset = await this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null || dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonOptional/nonOptional.ts
/* @__NO_SIDE_EFFECTS__ */
function nonOptional(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_optional",
		reference: nonOptional,
		expects: "!undefined",
		async: false,
		wrapped,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value !== void 0) dataset = this.wrapped["~run"](dataset, config$1);
			if (dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonOptional/nonOptionalAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nonOptionalAsync(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_optional",
		reference: nonOptionalAsync,
		expects: "!undefined",
		async: true,
		wrapped,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.value !== void 0) dataset = await this.wrapped["~run"](dataset, config$1);
			if (dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/null/null.ts
/* @__NO_SIDE_EFFECTS__ */
function null_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "null",
		reference: null_,
		expects: "null",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value === null) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nullable/nullable.ts
/* @__NO_SIDE_EFFECTS__ */
function nullable(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullable",
		reference: nullable,
		expects: `(${wrapped.expects} | null)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === null) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/nullable/nullableAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nullableAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullable",
		reference: nullableAsync,
		expects: `(${wrapped.expects} | null)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === null) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/nullish/nullish.ts
/* @__NO_SIDE_EFFECTS__ */
function nullish(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullish",
		reference: nullish,
		expects: `(${wrapped.expects} | null | undefined)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === null || dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null || dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/nullish/nullishAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nullishAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullish",
		reference: nullishAsync,
		expects: `(${wrapped.expects} | null | undefined)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === null || dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null || dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/number/number.ts
/* @__NO_SIDE_EFFECTS__ */
function number(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "number",
		reference: number,
		expects: "number",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "number" && !isNaN(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/object/object.ts
/* @__NO_SIDE_EFFECTS__ */
function object(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object",
		reference: object,
		expects: "Object",
		async: false,
		entries: entries$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/object/objectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function objectAsync(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object",
		reference: objectAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const valueDatasets = await Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				}));
				for (const [key, value$1, valueSchema, valueDataset] of valueDatasets) if (valueDataset) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/objectWithRest/objectWithRest.ts
/* @__NO_SIDE_EFFECTS__ */
function objectWithRest(entries$1, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object_with_rest",
		reference: objectWithRest,
		expects: "Object",
		async: false,
		entries: entries$1,
		rest,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (/* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) {
						const valueDataset = this.rest["~run"]({ value: input[key] }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: input[key]
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/objectWithRest/objectWithRestAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function objectWithRestAsync(entries$1, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object_with_rest",
		reference: objectWithRestAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		rest,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const [normalDatasets, restDatasets] = await Promise.all([Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				})), Promise.all(Object.entries(input).filter(([key]) => /* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)).map(async ([key, value$1]) => [
					key,
					value$1,
					await this.rest["~run"]({ value: value$1 }, config$1)
				]))]);
				for (const [key, value$1, valueSchema, valueDataset] of normalDatasets) if (valueDataset) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
				if (!dataset.issues || !config$1.abortEarly) for (const [key, value$1, valueDataset] of restDatasets) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/optional/optional.ts
/* @__NO_SIDE_EFFECTS__ */
function optional(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "optional",
		reference: optional,
		expects: `(${wrapped.expects} | undefined)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/optional/optionalAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function optionalAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "optional",
		reference: optionalAsync,
		expects: `(${wrapped.expects} | undefined)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/picklist/picklist.ts
/* @__NO_SIDE_EFFECTS__ */
function picklist(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "picklist",
		reference: picklist,
		expects: /* @__PURE__ */ _joinExpects(options.map(_stringify), "|"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.options.includes(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/promise/promise.ts
/* @__NO_SIDE_EFFECTS__ */
function promise(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "promise",
		reference: promise,
		expects: "Promise",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof Promise) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/record/record.ts
/* @__NO_SIDE_EFFECTS__ */
function record(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "record",
		reference: record,
		expects: "Object",
		async: false,
		key,
		value: value$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const entryKey in input) if (/* @__PURE__ */ _isValidObjectKey(input, entryKey)) {
					const entryValue = input[entryKey];
					const keyDataset = this.key["~run"]({ value: entryKey }, config$1);
					if (keyDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "key",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of keyDataset.issues) {
							issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					const valueDataset = this.value["~run"]({ value: entryValue }, config$1);
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					if (keyDataset.typed) dataset.value[keyDataset.value] = valueDataset.value;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/record/recordAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function recordAsync(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "record",
		reference: recordAsync,
		expects: "Object",
		async: true,
		key,
		value: value$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const datasets = await Promise.all(Object.entries(input).filter(([key$1]) => /* @__PURE__ */ _isValidObjectKey(input, key$1)).map(([entryKey, entryValue]) => Promise.all([
					entryKey,
					entryValue,
					this.key["~run"]({ value: entryKey }, config$1),
					this.value["~run"]({ value: entryValue }, config$1)
				])));
				for (const [entryKey, entryValue, keyDataset, valueDataset] of datasets) {
					if (keyDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "key",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of keyDataset.issues) {
							issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					if (keyDataset.typed) dataset.value[keyDataset.value] = valueDataset.value;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/set/set.ts
/* @__NO_SIDE_EFFECTS__ */
function set(value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "set",
		reference: set,
		expects: "Set",
		async: false,
		value: value$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Set) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Set();
				for (const inputValue of input) {
					const valueDataset = this.value["~run"]({ value: inputValue }, config$1);
					if (valueDataset.issues) {
						const pathItem = {
							type: "set",
							origin: "value",
							input,
							key: null,
							value: inputValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value.add(valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/set/setAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function setAsync(value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "set",
		reference: setAsync,
		expects: "Set",
		async: true,
		value: value$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Set) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Set();
				const valueDatasets = await Promise.all([...input].map(async (inputValue) => [inputValue, await this.value["~run"]({ value: inputValue }, config$1)]));
				for (const [inputValue, valueDataset] of valueDatasets) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "set",
							origin: "value",
							input,
							key: null,
							value: inputValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value.add(valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictObject/strictObject.ts
/* @__NO_SIDE_EFFECTS__ */
function strictObject(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_object",
		reference: strictObject,
		expects: "Object",
		async: false,
		entries: entries$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (!Object.prototype.hasOwnProperty.call(this.entries, key)) {
						_addIssue(this, "key", dataset, config$1, {
							input: key,
							expected: "never",
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						break;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictObject/strictObjectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function strictObjectAsync(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_object",
		reference: strictObjectAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const valueDatasets = await Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				}));
				for (const [key, value$1, valueSchema, valueDataset] of valueDatasets) if (valueDataset) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (!Object.prototype.hasOwnProperty.call(this.entries, key)) {
						_addIssue(this, "key", dataset, config$1, {
							input: key,
							expected: "never",
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						break;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictTuple/strictTuple.ts
/* @__NO_SIDE_EFFECTS__ */
function strictTuple(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_tuple",
		reference: strictTuple,
		expects: "Array",
		async: false,
		items,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!(dataset.issues && config$1.abortEarly) && this.items.length < input.length) _addIssue(this, "type", dataset, config$1, {
					input: input[this.items.length],
					expected: "never",
					path: [{
						type: "array",
						origin: "value",
						input,
						key: this.items.length,
						value: input[this.items.length]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictTuple/strictTupleAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function strictTupleAsync(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_tuple",
		reference: strictTupleAsync,
		expects: "Array",
		async: true,
		items,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				}));
				for (const [key, value$1, itemDataset] of itemDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!(dataset.issues && config$1.abortEarly) && this.items.length < input.length) _addIssue(this, "type", dataset, config$1, {
					input: input[this.items.length],
					expected: "never",
					path: [{
						type: "array",
						origin: "value",
						input,
						key: this.items.length,
						value: input[this.items.length]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/string/string.ts
/* @__NO_SIDE_EFFECTS__ */
function string(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "string",
		reference: string,
		expects: "string",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "string") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/symbol/symbol.ts
/* @__NO_SIDE_EFFECTS__ */
function symbol(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "symbol",
		reference: symbol,
		expects: "symbol",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "symbol") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/tuple/tuple.ts
/* @__NO_SIDE_EFFECTS__ */
function tuple(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple",
		reference: tuple,
		expects: "Array",
		async: false,
		items,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/tuple/tupleAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function tupleAsync(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple",
		reference: tupleAsync,
		expects: "Array",
		async: true,
		items,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				}));
				for (const [key, value$1, itemDataset] of itemDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/tupleWithRest/tupleWithRest.ts
/* @__NO_SIDE_EFFECTS__ */
function tupleWithRest(items, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple_with_rest",
		reference: tupleWithRest,
		expects: "Array",
		async: false,
		items,
		rest,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!dataset.issues || !config$1.abortEarly) for (let key = this.items.length; key < input.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.rest["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/tupleWithRest/tupleWithRestAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function tupleWithRestAsync(items, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple_with_rest",
		reference: tupleWithRestAsync,
		expects: "Array",
		async: true,
		items,
		rest,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const [normalDatasets, restDatasets] = await Promise.all([Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				})), Promise.all(input.slice(this.items.length).map(async (value$1, key) => {
					return [
						key + this.items.length,
						value$1,
						await this.rest["~run"]({ value: value$1 }, config$1)
					];
				}))]);
				for (const [key, value$1, itemDataset] of normalDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!dataset.issues || !config$1.abortEarly) for (const [key, value$1, itemDataset] of restDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/undefined/undefined.ts
/* @__NO_SIDE_EFFECTS__ */
function undefined_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "undefined",
		reference: undefined_,
		expects: "undefined",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/undefinedable/undefinedable.ts
/* @__NO_SIDE_EFFECTS__ */
function undefinedable(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "undefinedable",
		reference: undefinedable,
		expects: `(${wrapped.expects} | undefined)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/undefinedable/undefinedableAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function undefinedableAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "undefinedable",
		reference: undefinedableAsync,
		expects: `(${wrapped.expects} | undefined)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/union/utils/_subIssues/_subIssues.ts
/**
* Returns the sub issues of the provided datasets for the union issue.
*
* @param datasets The datasets.
*
* @returns The sub issues.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _subIssues(datasets) {
	let issues;
	if (datasets) for (const dataset of datasets) if (issues) for (const issue of dataset.issues) issues.push(issue);
	else issues = dataset.issues;
	return issues;
}

//#endregion
//#region src/schemas/union/union.ts
/* @__NO_SIDE_EFFECTS__ */
function union(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "union",
		reference: union,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "|"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			let validDataset;
			let typedDatasets;
			let untypedDatasets;
			for (const schema of this.options) {
				const optionDataset = schema["~run"]({ value: dataset.value }, config$1);
				if (optionDataset.typed) if (optionDataset.issues) if (typedDatasets) typedDatasets.push(optionDataset);
				else typedDatasets = [optionDataset];
				else {
					validDataset = optionDataset;
					break;
				}
				else if (untypedDatasets) untypedDatasets.push(optionDataset);
				else untypedDatasets = [optionDataset];
			}
			if (validDataset) return validDataset;
			if (typedDatasets) {
				if (typedDatasets.length === 1) return typedDatasets[0];
				_addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(typedDatasets) });
				dataset.typed = true;
			} else if (untypedDatasets?.length === 1) return untypedDatasets[0];
			else _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(untypedDatasets) });
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/union/unionAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function unionAsync(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "union",
		reference: unionAsync,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "|"),
		async: true,
		options,
		message: message$1,
		async "~run"(dataset, config$1) {
			let validDataset;
			let typedDatasets;
			let untypedDatasets;
			for (const schema of this.options) {
				const optionDataset = await schema["~run"]({ value: dataset.value }, config$1);
				if (optionDataset.typed) if (optionDataset.issues) if (typedDatasets) typedDatasets.push(optionDataset);
				else typedDatasets = [optionDataset];
				else {
					validDataset = optionDataset;
					break;
				}
				else if (untypedDatasets) untypedDatasets.push(optionDataset);
				else untypedDatasets = [optionDataset];
			}
			if (validDataset) return validDataset;
			if (typedDatasets) {
				if (typedDatasets.length === 1) return typedDatasets[0];
				_addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(typedDatasets) });
				dataset.typed = true;
			} else if (untypedDatasets?.length === 1) return untypedDatasets[0];
			else _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(untypedDatasets) });
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/unknown/unknown.ts
/**
* Creates a unknown schema.
*
* @returns A unknown schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function unknown() {
	return _standardSchema({
		kind: "schema",
		type: "unknown",
		reference: unknown,
		expects: "unknown",
		async: false,
		"~run"(dataset) {
			dataset.typed = true;
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/variant/variant.ts
/* @__NO_SIDE_EFFECTS__ */
function variant(key, options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "variant",
		reference: variant,
		expects: "Object",
		async: false,
		key,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				let outputDataset;
				let maxDiscriminatorPriority = 0;
				let invalidDiscriminatorKey = this.key;
				let expectedDiscriminators = [];
				const parseOptions = (variant$1, allKeys) => {
					for (const schema of variant$1.options) {
						if (schema.type === "variant") parseOptions(schema, new Set(allKeys).add(schema.key));
						else {
							let keysAreValid = true;
							let currentPriority = 0;
							for (const currentKey of allKeys) {
								const discriminatorSchema = schema.entries[currentKey];
								if (currentKey in input ? discriminatorSchema["~run"]({
									typed: false,
									value: input[currentKey]
								}, ABORT_EARLY_CONFIG).issues : discriminatorSchema.type !== "exact_optional" && discriminatorSchema.type !== "optional" && discriminatorSchema.type !== "nullish") {
									keysAreValid = false;
									if (invalidDiscriminatorKey !== currentKey && (maxDiscriminatorPriority < currentPriority || maxDiscriminatorPriority === currentPriority && currentKey in input && !(invalidDiscriminatorKey in input))) {
										maxDiscriminatorPriority = currentPriority;
										invalidDiscriminatorKey = currentKey;
										expectedDiscriminators = [];
									}
									if (invalidDiscriminatorKey === currentKey) expectedDiscriminators.push(schema.entries[currentKey].expects);
									break;
								}
								currentPriority++;
							}
							if (keysAreValid) {
								const optionDataset = schema["~run"]({ value: input }, config$1);
								if (!outputDataset || !outputDataset.typed && optionDataset.typed) outputDataset = optionDataset;
							}
						}
						if (outputDataset && !outputDataset.issues) break;
					}
				};
				parseOptions(this, new Set([this.key]));
				if (outputDataset) return outputDataset;
				_addIssue(this, "type", dataset, config$1, {
					input: input[invalidDiscriminatorKey],
					expected: /* @__PURE__ */ _joinExpects(expectedDiscriminators, "|"),
					path: [{
						type: "object",
						origin: "value",
						input,
						key: invalidDiscriminatorKey,
						value: input[invalidDiscriminatorKey]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/variant/variantAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function variantAsync(key, options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "variant",
		reference: variantAsync,
		expects: "Object",
		async: true,
		key,
		options,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				let outputDataset;
				let maxDiscriminatorPriority = 0;
				let invalidDiscriminatorKey = this.key;
				let expectedDiscriminators = [];
				const parseOptions = async (variant$1, allKeys) => {
					for (const schema of variant$1.options) {
						if (schema.type === "variant") await parseOptions(schema, new Set(allKeys).add(schema.key));
						else {
							let keysAreValid = true;
							let currentPriority = 0;
							for (const currentKey of allKeys) {
								const discriminatorSchema = schema.entries[currentKey];
								if (currentKey in input ? (await discriminatorSchema["~run"]({
									typed: false,
									value: input[currentKey]
								}, ABORT_EARLY_CONFIG)).issues : discriminatorSchema.type !== "exact_optional" && discriminatorSchema.type !== "optional" && discriminatorSchema.type !== "nullish") {
									keysAreValid = false;
									if (invalidDiscriminatorKey !== currentKey && (maxDiscriminatorPriority < currentPriority || maxDiscriminatorPriority === currentPriority && currentKey in input && !(invalidDiscriminatorKey in input))) {
										maxDiscriminatorPriority = currentPriority;
										invalidDiscriminatorKey = currentKey;
										expectedDiscriminators = [];
									}
									if (invalidDiscriminatorKey === currentKey) expectedDiscriminators.push(schema.entries[currentKey].expects);
									break;
								}
								currentPriority++;
							}
							if (keysAreValid) {
								const optionDataset = await schema["~run"]({ value: input }, config$1);
								if (!outputDataset || !outputDataset.typed && optionDataset.typed) outputDataset = optionDataset;
							}
						}
						if (outputDataset && !outputDataset.issues) break;
					}
				};
				await parseOptions(this, new Set([this.key]));
				if (outputDataset) return outputDataset;
				_addIssue(this, "type", dataset, config$1, {
					input: input[invalidDiscriminatorKey],
					expected: /* @__PURE__ */ _joinExpects(expectedDiscriminators, "|"),
					path: [{
						type: "object",
						origin: "value",
						input,
						key: invalidDiscriminatorKey,
						value: input[invalidDiscriminatorKey]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/void/void.ts
/* @__NO_SIDE_EFFECTS__ */
function void_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "void",
		reference: void_,
		expects: "void",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/methods/keyof/keyof.ts
/* @__NO_SIDE_EFFECTS__ */
function keyof(schema, message$1) {
	return /* @__PURE__ */ picklist(Object.keys(schema.entries), message$1);
}

//#endregion
//#region src/methods/message/message.ts
/**
* Changes the local message configuration of a schema.
*
* @param schema The schema to configure.
* @param message_ The error message.
*
* @returns The configured schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function message(schema, message_) {
	return _standardSchema({
		...schema,
		"~run"(dataset, config$1) {
			return schema["~run"](dataset, {
				...config$1,
				message: message_
			});
		}
	});
}

//#endregion
//#region src/methods/omit/omit.ts
/**
* Creates a modified copy of an object schema that does not contain the
* selected entries.
*
* @param schema The schema to omit from.
* @param keys The selected entries.
*
* @returns An object schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function omit(schema, keys) {
	const entries$1 = { ...schema.entries };
	for (const key of keys) delete entries$1[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/parse/parse.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parsed input.
*/
function parse(schema, input, config$1) {
	const dataset = schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	if (dataset.issues) throw new ValiError(dataset.issues);
	return dataset.value;
}

//#endregion
//#region src/methods/parse/parseAsync.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parsed input.
*/
async function parseAsync(schema, input, config$1) {
	const dataset = await schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	if (dataset.issues) throw new ValiError(dataset.issues);
	return dataset.value;
}

//#endregion
//#region src/methods/parser/parser.ts
/* @__NO_SIDE_EFFECTS__ */
function parser(schema, config$1) {
	const func = (input) => parse(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/parser/parserAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function parserAsync(schema, config$1) {
	const func = (input) => parseAsync(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/partial/partial.ts
/* @__NO_SIDE_EFFECTS__ */
function partial(schema, keys) {
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ optional(schema.entries[key]) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/partial/partialAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function partialAsync(schema, keys) {
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ optionalAsync(schema.entries[key]) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/pick/pick.ts
/**
* Creates a modified copy of an object schema that contains only the selected
* entries.
*
* @param schema The schema to pick from.
* @param keys The selected entries.
*
* @returns An object schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function pick(schema, keys) {
	const entries$1 = {};
	for (const key of keys) entries$1[key] = schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/pipe/pipe.ts
/* @__NO_SIDE_EFFECTS__ */
function pipe(...pipe$1) {
	return _standardSchema({
		...pipe$1[0],
		pipe: pipe$1,
		"~run"(dataset, config$1) {
			for (const item of pipe$1) if (item.kind !== "metadata") {
				if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
					dataset.typed = false;
					break;
				}
				if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = item["~run"](dataset, config$1);
			}
			return dataset;
		}
	});
}

//#endregion
//#region src/methods/pipe/pipeAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function pipeAsync(...pipe$1) {
	return _standardSchema({
		...pipe$1[0],
		pipe: pipe$1,
		async: true,
		async "~run"(dataset, config$1) {
			for (const item of pipe$1) if (item.kind !== "metadata") {
				if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
					dataset.typed = false;
					break;
				}
				if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = await item["~run"](dataset, config$1);
			}
			return dataset;
		}
	});
}

//#endregion
//#region src/methods/required/required.ts
/* @__NO_SIDE_EFFECTS__ */
function required(schema, arg2, arg3) {
	const keys = Array.isArray(arg2) ? arg2 : void 0;
	const message$1 = Array.isArray(arg2) ? arg3 : arg2;
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ nonOptional(schema.entries[key], message$1) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/required/requiredAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function requiredAsync(schema, arg2, arg3) {
	const keys = Array.isArray(arg2) ? arg2 : void 0;
	const message$1 = Array.isArray(arg2) ? arg3 : arg2;
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ nonOptionalAsync(schema.entries[key], message$1) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/safeParse/safeParse.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parse result.
*/
/* @__NO_SIDE_EFFECTS__ */
function safeParse(schema, input, config$1) {
	const dataset = schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	return {
		typed: dataset.typed,
		success: !dataset.issues,
		output: dataset.value,
		issues: dataset.issues
	};
}

//#endregion
//#region src/methods/safeParse/safeParseAsync.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parse result.
*/
/* @__NO_SIDE_EFFECTS__ */
async function safeParseAsync(schema, input, config$1) {
	const dataset = await schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	return {
		typed: dataset.typed,
		success: !dataset.issues,
		output: dataset.value,
		issues: dataset.issues
	};
}

//#endregion
//#region src/methods/safeParser/safeParser.ts
/* @__NO_SIDE_EFFECTS__ */
function safeParser(schema, config$1) {
	const func = (input) => /* @__PURE__ */ safeParse(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/safeParser/safeParserAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function safeParserAsync(schema, config$1) {
	const func = (input) => /* @__PURE__ */ safeParseAsync(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/summarize/summarize.ts
/**
* Summarize the error messages of issues in a pretty-printable multi-line string.
*
* @param issues The list of issues.
*
* @returns A summary of the issues.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function summarize(issues) {
	let summary = "";
	for (const issue of issues) {
		if (summary) summary += "\n";
		summary += `× ${issue.message}`;
		const dotPath = /* @__PURE__ */ getDotPath(issue);
		if (dotPath) summary += `\n  → at ${dotPath}`;
	}
	return summary;
}

//#endregion
//#region src/methods/unwrap/unwrap.ts
/**
* Unwraps the wrapped schema.
*
* @param schema The schema to be unwrapped.
*
* @returns The unwrapped schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function unwrap(schema) {
	return schema.wrapped;
}

//#endregion


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(1752);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
