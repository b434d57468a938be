import fc from 'fast-check';
import type { Coverage } from '../../src/audit/coverage.ts';
import { severities, statuses, type Finding } from '../../src/audit/finding.ts';
import { mostEnds, type AuditResult, type LinkEnd, type LinkEnds, type ReportedLink } from '../../src/audit/result.ts';
import { roles } from '../../src/links/access.ts';
import { quoted } from '../../src/links/text.ts';

/** Titles as people, machines and attackers give them; DocSpace takes 255 characters of any kind. */
export const hostileTitles: readonly string[] = [
  '::error::stop',
  'first\n::set-output name=link::stolen\r\n::add-mask::Room',
  'x ##[error]stop ##[add-mask]Room',
  '| a | b |',
  '`code` ``` **bold** <img src=x onerror=alert(1)> <!-- ',
  '@octo/team #1 https://evil.example www.evil.example mail@evil.example',
  '![x](https://evil.example/x.png) [text](1) [text](https://evil.example)',
  '\\[x\\](https://evil.example) a\\\\[x\\\\](1) [ ](2',
  '{0} {{1}} }{ {{{2}}}',
  'right \u202e left \u2066 isolate \u200b zero \u00ad soft \u061c mark',
  '\u001b[31mred\u0007\u0000\u0085\u009b\u2028\u2029',
  '=HYPERLINK("https://evil.example")',
  ' \t=1+1',
  '+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\u200b=1',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  'a;=1+1',
  'a; "=1+1',
  'a","=1+1',
  '"quoted", and; more',
  "'=1",
  '\ud800 half \udc00',
  '%0A::error::x%0D',
  '</code><a href="javascript:alert(1)">x</a><script>alert(1)</script>',
  '&lt;b&gt; &#60;b&#62;',
  '__proto__',
  'ünïcödé 🦊 e\u0301 契約書 עברית',
  'x'.repeat(255),
  '🦊'.repeat(127),
  '[](){}'.repeat(42),
  ' ',
  '',
];

/** A text from outside, of any characters, halves of characters too. */
export const anyTitle: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...hostileTitles) },
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(fc.constantFrom(...Array.from('ab1 []()\\{}=+-@;,"\'\t\r\n<>|`#*_:/'), '](', '\\]', '\ud83e', '\u202e'))
    .map(joined),
);

function joined(parts: readonly string[]): string {
  return parts.join('');
}

/** What rules say: sentences of ours, in which titles of others may stand. */
export const anyMessage: fc.Arbitrary<string> = anyTitle.map(
  (title) => `Anyone with the link ${quoted(title)} may edit.`,
);

const anyRoomId = fc.oneof(fc.integer({ min: 1, max: 9 }).map(String), fc.constantFrom('drive-12-root', 'box-7-=x'));
const anyLinkId = fc.oneof(
  fc.uuid(),
  fc.constantFrom('6f1c0e9a-3b52-8d41-9c2e-0a1b2c3d4e5f', '0f6b1c9e-3b52-4d41-9c2e-0a1b2c3d4e5f'),
);
const anyDate = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });

/** The ids of the rules that `anyFinding` draws from, with their names. */
export const ruleNames: Readonly<Record<string, string>> = {
  DSL001: 'anyone-no-expiration',
  DSL003: 'anyone-can-edit',
  DSL019: 'public-room-not-approved',
  DSL900: 'room-unreadable',
};

/** About a link, a room, or the portal as a whole. */
export const anyFinding: fc.Arbitrary<Finding> = fc
  .record(
    {
      rule: fc.constantFrom(...Object.keys(ruleNames)),
      severity: fc.constantFrom(...severities),
      status: fc.constantFrom(...statuses),
      about: fc.constantFrom('link', 'link', 'room', 'portal'),
      roomId: anyRoomId,
      roomTitle: anyTitle,
      linkId: anyLinkId,
      linkTitle: anyTitle,
      message: fc.oneof(anyMessage, anyTitle),
      fix: fc.oneof(fc.constant(''), anyMessage),
    },
    { noNullPrototype: true },
  )
  .map(({ rule, severity, status, about, roomId, roomTitle, linkId, linkTitle, message, fix }) => ({
    rule,
    name: ruleNames[rule] as string,
    severity,
    status,
    ...(about === 'portal' ? { roomId: '', roomTitle: '' } : { roomId, roomTitle }),
    ...(about === 'link' ? { linkId, linkTitle } : { linkId: '', linkTitle: '' }),
    message,
    fix,
  }));

/** Findings of one audit: one a rule and link, the worst first. */
export const anyFindings: fc.Arbitrary<readonly Finding[]> = fc
  .uniqueArray(anyFinding, { maxLength: 12, selector: ({ rule, roomId, linkId }) => `${rule} ${roomId} ${linkId}` })
  .map((findings) =>
    findings.toSorted(
      (one, other) =>
        severities.indexOf(one.severity) - severities.indexOf(other.severity) || (one.roomId < other.roomId ? -1 : 1),
    ),
  );

/** Any link, as reports list it. */
export const anyReportedLink: fc.Arbitrary<ReportedLink> = fc.record(
  {
    roomId: anyRoomId,
    id: fc.uuid(),
    type: fc.constantFrom('external', 'invitation'),
    primary: fc.boolean(),
    title: anyTitle,
    access: fc.constantFrom(...roles.map(({ name }) => name), 'unknown'),
    accessCode: fc.integer({ min: 0, max: 30 }),
    expiration: fc.option(anyDate.map((date) => date.toISOString())),
    expired: fc.boolean(),
    internal: fc.boolean(),
    hasPassword: fc.boolean(),
    denyDownload: fc.boolean(),
    maxUses: fc.option(fc.integer({ min: 1, max: 1000 })),
    uses: fc.option(fc.integer({ min: 0, max: 1000 })),
    managed: fc.boolean(),
  },
  { noNullPrototype: true },
);

const anyCount = fc.nat({ max: 10_000 });

/** How much was read; the numbers fit each other. */
export const anyCoverage: fc.Arbitrary<Coverage> = fc
  .record(
    {
      read: anyCount,
      unreadable: fc.oneof(fc.constant(0), anyCount),
      failed: fc.oneof(fc.constant(0), anyCount),
      gone: anyCount,
      excluded: anyCount,
      links: anyCount,
      whole: fc.boolean(),
    },
    { noNullPrototype: true },
  )
  .chain(({ whole, ...counts }) =>
    fc.nat({ max: counts.read }).map((unasked) => {
      const { read, unreadable, failed, gone, excluded, links } = counts;
      const complete = whole && unreadable + failed === 0;
      return { total: read + unreadable + failed, read, unasked, unreadable, failed, gone, excluded, links, complete };
    }),
  );

const anyEnd: fc.Arbitrary<LinkEnd> = fc.record(
  {
    roomId: anyRoomId,
    roomTitle: anyTitle,
    linkId: fc.uuid(),
    shownId: fc.uuid().map((id) => id.slice(0, 8)),
    linkTitle: anyTitle,
    anyone: fc.boolean(),
    expiration: anyDate,
  },
  { noNullPrototype: true },
);

const anyEnds: fc.Arbitrary<LinkEnds> = fc.record(
  {
    soonest: fc
      .array(anyEnd, { maxLength: mostEnds })
      .map((ends) => ends.toSorted((one, other) => one.expiration.getTime() - other.expiration.getTime())),
    later: anyCount,
    never: anyCount,
  },
  { noNullPrototype: true },
);

/** What an audit may find. */
export const anyResult: fc.Arbitrary<AuditResult> = fc.record(
  {
    portal: fc.constantFrom('https://portal.example', 'https://docs.example.com:8443', 'http://localhost:3000'),
    generated: anyDate,
    coverage: anyCoverage,
    findings: anyFindings,
    links: fc.uniqueArray(anyReportedLink, { maxLength: 6, selector: ({ id }) => id }),
    ends: anyEnds,
    roomLinks: fc.constant(new Map()),
    notEvaluated: fc.constantFrom([], [{ rule: 'DSL024', needs: 'a key with the scope `accounts:read`' }]),
    baseline: fc.option(anyDate),
  },
  { noNullPrototype: true },
);
