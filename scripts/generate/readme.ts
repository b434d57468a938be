import { problemTable } from '../../src/links/problem.ts';
import { roomTypes, type LinkType, type RoomType } from '../../src/links/room-types.ts';
import { commonInputs, dryRunInput } from '../../src/actions/shared-inputs.ts';
import type { ActionSpec, InputSpec } from '../../src/actions/spec.ts';
import { code, table, unaligned } from './markdown.ts';

type Actions = Readonly<Record<string, ActionSpec>>;

/** The sections of the README that are generated, by the name in their markers. */
export function readmeSections(actions: Actions): ReadonlyMap<string, string> {
  return new Map([
    ...Object.entries(actions).flatMap(([verb, action]) => [
      [`inputs ${verb}`, inputsTable(action)] as const,
      [`outputs ${verb}`, outputsTable(action)] as const,
    ]),
    ['inputs common', commonTable(actions)],
    ['roles', rolesTable()],
    ['troubleshooting', troubleshootingTable()],
  ]);
}

/**
 * The README with its generated sections renewed; the prose around them stays. Throws if a section is missing, or if
 * there is one that nothing generates.
 */
export function renewedReadme(readme: string, sections: ReadonlyMap<string, string>): string {
  const seen: string[] = [];
  const renewed = readme.replace(/<!-- generated: ([a-z ]+) -->\n[^]*?<!-- end -->/gu, (_, name: string) => {
    const section = sections.get(name);
    if (section === undefined) throw new Error(`README.md has a section "${name}", which nothing generates.`);
    seen.push(name);
    return marked(name, section);
  });
  const missing = [...sections.keys()].filter((name) => !seen.includes(name));
  if (missing.length > 0) throw new Error(`README.md has no section for: ${missing.join(', ')}.`);
  return renewed;
}

function marked(name: string, section: string): string {
  return [`<!-- generated: ${name} -->`, unaligned(section), '<!-- end -->'].join('\n');
}

/** The inputs that every action has, and `dry-run`, which all that write have: told once. */
const common: readonly InputSpec[] = [...commonInputs('5m'), ...dryRunInput('false')];

function inputsTable({ inputs }: ActionSpec): string {
  const own = inputs.filter(({ name }) => common.every((input) => input.name !== name));
  return table(
    ['Input', 'Default', 'Meaning'],
    own.map((input) => [code(input.name), defaultOf(input), input.description]),
  );
}

function commonTable(actions: Actions): string {
  const rows = common.map((input) => {
    const others = Object.entries(actions).flatMap(([verb, { inputs }]) => {
      const own = inputs.find(({ name }) => name === input.name);
      if (own === undefined) return [`not on \`${verb}\``];
      return own.default === input.default ? [] : [`\`${verb}\`: ${defaultOf(own)}`];
    });
    const exceptions = others.length === 0 ? '' : ` (${others.join(', ')})`;
    return [code(input.name), `${defaultOf(input)}${exceptions}`, input.description];
  });
  return table(['Input', 'Default', 'Meaning'], rows);
}

function defaultOf(input: InputSpec): string {
  return input.default === '' ? '' : code(input.default);
}

function outputsTable({ outputs }: ActionSpec): string {
  return table(
    ['Output', 'Value'],
    outputs.map(({ name, description }) => [code(name), description]),
  );
}

function rolesTable(): string {
  const header = ['Room', 'Roles of external links', 'Places for external links', 'Roles of the invitation link'];
  return table(
    header,
    roomTypes.map((type) => [type.label, rolesOf(type, 'external'), places(type), rolesOf(type, 'invitation')]),
  );
}

function rolesOf({ access }: RoomType, type: LinkType): string {
  return access[type]?.map(code).join(', ') ?? 'none';
}

function places({ limits, permanentPrimary }: RoomType): string {
  const primary = permanentPrimary ? 'the primary link, permanent' : 'the primary link';
  const parts = [
    ...(limits.primary > 0 ? [primary] : []),
    ...(limits.additional > 0 ? [`${limits.additional} additional links`] : []),
  ];
  return parts.length === 0 ? 'none' : parts.join(', ');
}

function troubleshootingTable(): string {
  return table(
    ['Code', 'Title', 'What to do'],
    Object.entries(problemTable).map(([name, { title, advice }]) => [code(name), title, advice]),
  );
}
