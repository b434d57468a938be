import { groupOf } from './promised.ts';

/** What holds for `audit`. */
export const audit = [
  groupOf('audit: what is read', {
    'audit-writes-nothing':
      'An audit writes nothing, unless `fix` names a rule and `dry-run` is `false`; it never creates a link.',
    'audit-rooms': '`rooms`, `exclude-rooms` and `search-area` say which rooms are audited, `link-type` which links.',
    'audit-external-only': 'With `link-type: external`, a room that says it has no external link is not asked.',
    'audit-whole-list': 'The list of rooms is whole, also if rooms are deleted or move while it is read.',
    'audit-unread-is-finding': 'What could not be read is a finding, and `complete` is `false`.',
    'audit-missing-room':
      'A named room that is not there, or is not visible, is a finding and counts as unread; the others are audited.',
    'audit-breaks-off':
      'A key that dies or a portal that refuses in the middle gives `incomplete` with all that was read, and the reports.',
    'audit-concurrency': '`concurrency` limits all requests at once: `auto`, or 1 to 32.',
    'audit-portal-clock': "Dates are judged by the portal's clock.",
  }),
  groupOf('audit: how it judges', {
    'audit-precedence': 'An input goes before the file, the file before the default.',
    'audit-policy-file': 'The policy is read from `.github/docspace-links.yml` or `.yaml`; both are an error.',
    'audit-require': '`require`, `max-lifetime` and `max-access` set the policy.',
    'audit-severity': '`severity` changes the severity of rules, or turns them off.',
    'audit-default-titles': 'Default titles of DocSpace are known in all its languages.',
    'audit-idle-pattern': 'A name or pattern of the policy that meets no room is a warning. Case does not matter.',
    'waiver-needs': 'A waiver needs `reason` and `until`, at most 180 days ahead.',
    'waiver-expired': 'When a waiver expires, its finding returns, with a note.',
    'waiver-link':
      "A waiver's `link` is an id, a beginning of at least 8 characters that fits exactly one link, or `key:`. One that fits several waives nothing and is a finding.",
    'ids-are-ids': 'Digits are the id of a room, never its title.',
  }),
  groupOf('audit: what it says', {
    'audit-result': '`result` is `clean`, `findings`, `incomplete` or `skipped`; `incomplete` goes before `findings`.',
    'audit-fail-on': 'The step is red from `fail-on` on, counted without waived findings; `never` is green.',
    'audit-baseline': 'With `baseline`, findings are new, known or fixed. A missing file is a notice.',
    'audit-carried-on': 'Findings of rooms that were not read are carried on, and are not called new later.',
    'audit-counts': 'The outputs count rooms, links, and findings by severity; waived ones apart.',
    'audit-finding-shape': 'A finding and the JSON report have the documented shape.',
    'audit-reports': '`reports` writes `.json`, `.md`, `.csv` and `.sarif`.',
    'audit-no-urls':
      "Reports and issues hold ids, titles, flags, dates and addresses of rooms, never a link's URL, password or token.",
    'audit-issue': '`issue: upsert` keeps one issue, with `issue-labels`.',
    'audit-fix': '`fix` changes only links of findings of the named rules, and at most `max-changes`.',
  }),
];
