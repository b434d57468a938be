import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv, type ValidateFunction } from 'ajv';
import { parse } from 'yaml';
import { jsonSchema } from '../../scripts/generate-file-schema.ts';
import { fileOf, mistakesOf } from './reading.ts';

const path = new URL('../../schema/docspace-links.schema.json', import.meta.url);
const text = readFileSync(path, 'utf8');
const guid = '6f1c0e9a-3b52-8d41-9c2e-0a1b2c3d4e5f';

function compiled(): ValidateFunction {
  return new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(JSON.parse(text) as object);
}

test('the schema in the repository is the one that the parser is made of [promise file-schema]', () => {
  expect(text).toBe(`${JSON.stringify(jsonSchema(), null, 2)}\n`);
});

describe('parser and schema agree', () => {
  const valid = compiled();
  const room = (links: string): string => `version: 1\nrooms: [{ room: 1, links: ${links} }]`;

  test.each([
    'version: 1',
    'version: "1"\ndefaults: {}\nrooms: []\npolicy: {}\nwaivers: []',
    room('[]'),
    'version: 1\nrooms: [{ room: Partners, links: [] }, { room: "2202", links: [] }, { room: drive-1-root, links: [] }]',
    ...[
      '',
      'key: a, title: 4.2, access: editor',
      'access: 2',
      'access: Form filler',
      'expiration: 30d',
      'expiration: 2027-01-31',
      'expiration: 2027-01-31T18:00Z',
      'expiration: never',
      'internal: false, deny-download: true, password: generate, renew: true',
      'primary: true, password: none',
      'type: invitation, max-uses: 1000, adopt: true, password: keep',
      'type: invitation, max-uses: unlimited',
      'state: absent',
      `link-id: ${guid}, type: external, max-uses: 3`,
    ].map((link) => fileOf([link])),
    fileOf(['max-uses: 5'], 'type: invitation, internal: true'),
    'version: 1\npolicy: { max-lifetime: 30d, max-access: viewer, require: [login], severity: { DSL004: off }, title-pattern: "^a" }',
    'version: 1\npolicy: { public-rooms: [2201, "a*", "0*"], confidential-rooms: [], warn-before: 7d, stale-after: 8w }',
    'version: 1\npolicy: { severity: { dsl004: low, DSL902: off } }',
    'version: 1\nwaivers: [{ rule: dsl029, room: 1, reason: r, until: 2027-03-31 }]',
    'version: 1\nwaivers: [{ rule: DSL001, room: 1, link: 6f1c0e9a…, reason: r, owner: "@a", until: 2027-03-31 }]',
    'version: 1\nwaivers: [{ rule: DSL903, room: "1", link: "key:press", reason: r, until: 2027-03-31 }]',
  ])('%j is taken [promise file-schema]', async (file) => {
    expect(await mistakesOf(file)).toEqual([]);
    expect(valid(parse(file))).toBe(true);
  });

  test.each([
    '{}',
    'version: 2',
    'version: 1\nfoo: 1',
    'version: 1\nrooms: {}',
    'version: 1\nrooms:',
    'version: 1\nrooms: [{ room: 1, links: }]',
    'version: 1\npolicy: { require: }',
    'version: 1\nwaivers:',
    'version: 1\nrooms: [1]',
    'version: 1\nrooms: [{ room: 1 }]',
    'version: 1\nrooms: [{ links: [] }]',
    'version: 1\nrooms: [{ room: 0, links: [] }]',
    'version: 1\nrooms: [{ room: "007", links: [] }]',
    'version: 1\nrooms: [{ room: 2147483648, links: [] }]',
    `version: 1\nrooms: [{ room: ${'x'.repeat(401)}, links: [] }]`,
    'version: 1\npolicy: { public-rooms: [0] }',
    'version: 1\npolicy: { confidential-rooms: ["007"] }',
    'version: 1\nwaivers: [{ rule: DSL001, room: "007", reason: r, until: 2027-03-31 }]',
    room('[1]'),
    ...[
      'acess: editor',
      'access: edtor',
      'access: 9',
      'access: ',
      'expiration: soon',
      'expiration: 30',
      'expiration: 2027-01-31T18:00:00',
      'internal: maybe',
      'password: hunter2hunter2',
      'max-uses: 1001, type: invitation',
      'max-uses: 0, type: invitation',
      'max-uses: "007", type: invitation',
      'link-id: 1',
      'rotate: true',
      'state: gone',
      `title: ${'x'.repeat(256)}`,
      `link-id: ${guid}, key: a`,
      `link-id: ${guid}, primary: true`,
      'type: invitation, internal: true',
      'type: invitation, deny-download: false',
      'type: invitation, password: none',
      'type: invitation, primary: true',
      'type: external, max-uses: 5',
      'type: external, adopt: true',
      'primary: true, max-uses: 5',
    ].map((link) => fileOf([link])),
    ...['key: a', 'title: a', 'state: absent', 'password: hunter2hunter2'].map((line) => fileOf([], line)),
    'version: 1\npolicy: { require: expiration }',
    'version: 1\npolicy: { require: [expiry] }',
    'version: 1\npolicy: { severity: { DSL1: off } }',
    'version: 1\npolicy: { severity: { DSL021: off } }',
    'version: 1\npolicy: { severity: { DSL001: loud } }',
    'version: 1\npolicy: { max-lifetime: 30 }',
    'version: 1\nwaivers: [{ rule: DSL001, room: 1, reason: r }]',
    'version: 1\nwaivers: [{ rule: DSL099, room: 1, reason: r, until: 2027-03-31 }]',
    'version: 1\nwaivers: [{ rule: x, room: 1, reason: r, until: 2027-03-31 }]',
    'version: 1\nwaivers: [{ rule: DSL001, room: 1, reason: r, until: soon }]',
    'version: 1\nwaivers: [{ rule: DSL001, room: 1, link: all, reason: r, until: 2027-03-31 }]',
    'version: 1\nwaivers: [{ rule: DSL001, room: 1, link: 6f1c…, reason: r, until: 2027-03-31 }]',
    'version: 1\nwaivers: [{ rule: DSL001, room: 1, link: "key: ", reason: r, until: 2027-03-31 }]',
  ])('%j is refused', async (file) => {
    expect(await mistakesOf(file)).not.toEqual([]);
    expect(valid(parse(file))).toBe(false);
  });

  test('every field is described for editors', () => {
    const undescribed: string[] = [];
    const walk = (schema: unknown, where: string): void => {
      if (typeof schema !== 'object' || schema === null) return;
      const { properties = {}, items } = schema as {
        properties?: Record<string, { description?: string }>;
        items?: unknown;
      };
      for (const [name, one] of Object.entries(properties)) {
        if (one.description?.endsWith('.') !== true) undescribed.push(`${where}.${name}`);
        walk(one, `${where}.${name}`);
      }
      walk(items, `${where}[]`);
    };
    walk(JSON.parse(text), '');
    expect(undescribed).toEqual([]);
  });
});
