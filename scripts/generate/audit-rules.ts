import { severities } from '../../src/audit/finding.ts';
import { requirements } from '../../src/audit/policy.ts';
import type { Rule } from '../../src/audit/rules/rule.ts';
import { code, table, unaligned } from './markdown.ts';

/** The page of all rules of the audit: what each finds, how bad that is, why it matters, and what `fix` does. */
export function auditRulesPage(rules: readonly Rule[]): string {
  const rows = rules.map(({ id, name, finds, severity, why, fix }) => [
    id,
    code(name),
    finds,
    severity,
    why,
    fix === '' ? 'none' : fix,
  ]);
  return [
    '<!-- Generated from src/audit/rules; run `npm run generate` -->',
    '',
    '# Rules of the audit',
    '',
    `Each finding names its rule and how bad it is: ${severities.map(code).join(', ')}. \`fail-on\` says from which severity on the step is red. The input \`severity\`, or \`severity\` of the policy, gives a rule another one, or turns it \`off\`.`,
    '',
    '- **Live links.** "A link for anyone" is an external link that is open to "Anyone with the link". Rules about what a link opens look at live ones only; what has expired is a matter of its own (DSL006, DSL007).',
    `- **Permanent primary links.** The primary link of a Public or Form filling room cannot expire and cannot be deleted, only get a new URL. ${listedIds(rules.filter(({ permanentByDesign }) => permanentByDesign === true))} report it one severity lower, as by design of the room type, and nothing mends it.`,
    `- **\`require\`** makes rules \`medium\` that are lower, and switches those on that ask for it: ${required(rules)}.`,
    '- **Waivers** accept the findings of a rule in a room, or about one link there, for a reason and for at most 180 days. They are in the report all the same, and count for nothing. `link` is an id, at least 8 characters of the beginning of one, or `key:` and the key of a managed link. A beginning that several links of the room have waives nothing, nor does a title in `room` that several rooms have (DSL903).',
    '- **Links of pull requests** (DSL029) are found by their keys: `pr-58`, `pr-58-legal`, `pull/58`. If neither the title nor the file shows the key, only `pr-<number>` is found. GitHub is asked only if there is such a link, for at most 100 pull requests, the oldest first; the log says what was not looked up. `managed` is a label and no proof: see [Permissions](permissions.md).',
    '- **Fixes** are off unless `fix` names the rule, and write nothing unless `dry-run` is `false`. If there are more than `max-changes`, nothing is written at all. Each link is read again before it is written, keeps all its other settings, and is read back. No fix makes a link more open or lengthens its life, and none brings an expired one back.',
    '- **The same finding** is known over runs by portal, room, link and rule. A link with a new id is a new link.',
    '',
    '"Aligned with" says where a number or an idea comes from. It is no certification.',
    '',
    unaligned(table(['Rule', 'Name', 'Finds', 'Severity', 'Why', 'Fix'], rows)),
    '',
  ].join('\n');
}

/** What each word of `require` is about: `expiration` (DSL001, DSL009). */
function required(rules: readonly Rule[]): string {
  return requirements
    .map((word) => {
      const ids = rules.filter(({ requiredBy }) => requiredBy === word).map(({ id }) => id);
      return ids.length === 0 ? code(word) : `${code(word)} (${ids.join(', ')})`;
    })
    .join(', ');
}

/** `DSL001, DSL002 and DSL006`. */
function listedIds(rules: readonly Rule[]): string {
  const ids = rules.map(({ id }) => id);
  return [ids.slice(0, -1).join(', '), ...ids.slice(-1)].filter((part) => part !== '').join(' and ');
}
