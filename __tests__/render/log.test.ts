import { describe, expect, test } from '@jest/globals';
import { valueWords } from '../../src/links/settings.ts';
import type { RoomState } from '../../src/links/room.ts';
import {
  countWords,
  fieldLine,
  life,
  lifeOf,
  listLines,
  placesLine,
  planLines,
  roomLine,
  shortId,
} from '../../src/render/log.ts';
import {
  after,
  byId,
  day,
  foreign,
  foreignId,
  hour,
  invitation,
  linkOf,
  many,
  now,
  planned,
  primary,
  roomOf,
  second,
  stateOf,
  types,
} from '../support/links.ts';

describe('how long until then', () => {
  test.each([
    [0, ''],
    [-day, ''],
    [500, ' (1 second)'],
    [45 * second, ' (45 seconds)'],
    [90 * second, ' (90 seconds)'],
    [120 * second, ' (2 minutes)'],
    [90 * 60 * second, ' (90 minutes)'],
    [2 * hour - second, ' (2 hours)'],
    [36 * hour, ' (36 hours)'],
    [2 * day - second, ' (2 days)'],
    [7 * day - second, ' (7 days)'],
    [3650 * day, ' (3650 days)'],
  ])('%i milliseconds:%s', (milliseconds, words) => {
    expect(life(new Date(now.getTime() + milliseconds), now)).toBe(words);
  });

  test('nothing for never; whether a link has expired says the portal', () => {
    expect(life(null, now)).toBe('');
    expect(lifeOf(linkOf({ expired: true }), now)).toBe(' (expired)');
    expect(lifeOf(linkOf({ expiration: after(-day) }), now)).toBe('');
  });
});

describe('the room', () => {
  test.each([
    [{}, '3.7', 'Room 7 "Contract 2027" · Custom room · portal 3.7 or later'],
    [{ area: 'archived' }, '3.6', 'Room 7 "Contract 2027" · Custom room, in the Archive · portal before 3.7'],
    [{ area: 'template' }, '3.2', 'Room 7 "Contract 2027" · Custom room, a template · portal before 3.5'],
    [{ type: null, typeCode: 42 }, '3.7', 'Room 7 "Contract 2027" · room of type 42 · portal 3.7 or later'],
  ] as const)('%j %s: %s', (more, version, line) => {
    const state: RoomState = { room: roomOf(types.custom, more), links: [], version };
    expect(roomLine(state)).toBe(line);
  });

  test('has places for additional links, of which it tells', () => {
    const links = [linkOf(), linkOf({ primary: true }), linkOf({ type: 'invitation' })];
    expect(placesLine(roomOf(), links, 'additional')).toBe('1 of 5 additional links used');
    expect(placesLine(roomOf(types.custom, { type: null }), links, 'additional')).toBe('1 of 1 additional links used');
    expect(placesLine(roomOf(), links, 'primary')).toBe('');
    expect(placesLine(roomOf(), links, 'invitation')).toBe('');
  });
});

describe('a plan', () => {
  const end = 'until 2026-12-01 09:30 UTC (7 days)';

  test('that makes, keeps, changes, replaces or rotates a link', () => {
    expect(planLines(planned(stateOf([]), {}), now, [])).toStrictEqual([
      'Link "default": not found → create',
      `  Viewer · DocSpace users only · ${end}`,
    ]);
    expect(planLines(planned(stateOf([linkOf()]), {}), now, [])).toStrictEqual([
      'Link "default": as described → nothing to do',
      `  Viewer · DocSpace users only · ${end}`,
    ]);
    expect(planLines(planned(stateOf([linkOf()]), { access: 10, denyDownload: true }), now, [])).toStrictEqual([
      'Link "default": differs → update',
      '  ~ access: viewer → editor   (wider)',
      '  ~ deny-download: false → true',
      `  Editor · DocSpace users only · no download · ${end}`,
    ]);
    expect(planLines(planned(stateOf([linkOf({ expired: true })]), {}), now, [])[0]).toBe(
      'Link "default": expired → replace, with a new URL',
    );
    expect(planLines(planned(stateOf([linkOf()]), { rotate: true }), now, [])[0]).toBe(
      'Link "default": rotate → a new URL, the old one dies',
    );
  });

  test('names the link by its key, its kind or its id', () => {
    const first = (links: Parameters<typeof stateOf>[0], desired: Parameters<typeof planned>[1]) =>
      planLines(planned(stateOf(links), desired), now, links ?? [])[0];
    expect(first([], primary)).toBe('Primary link: not found → create');
    expect(first([], invitation)).toBe('Invitation link "default": not found → create');
    expect(first([foreign()], byId)).toBe(`Link ${foreignId.slice(0, 8)}…: as described → nothing to do`);
  });

  test('tells what else goes, and that there is no place', () => {
    const [one, two] = [linkOf(), linkOf()];
    const lines = planLines(planned(stateOf([one, two]), {}), now, [one, two]);
    expect(lines.at(-1)).toMatch(/^ {2}- [0-9a-f-]{20,22}… bears the same key and goes$/u);
    expect(planLines(planned(stateOf([linkOf(), ...many(4)]), { rotate: true }), now, [])[0]).toContain(
      '; there is no free place, so the old link goes first',
    );
  });
});

describe('values and lists', () => {
  test.each([
    [null, '–'],
    [true, 'true'],
    [7, '7'],
    ['viewer', 'viewer'],
    ['2026-12-01T09:30:15Z', '2026-12-01T09:30:15Z'],
    ['two words', '"two words"'],
    ['a\nb', '"a b"'],
  ])('%j is told as %s', (value, words) => {
    expect(valueWords(value)).toBe(words);
  });

  test('a field, an id, a number of links', () => {
    expect(fieldLine({ name: 'title', from: 'Old one', to: 'new' })).toBe('title: "Old one" → new');
    expect(shortId(foreignId, [foreign()])).toBe('0f6b1c9e…');
    expect([0, 1, 2].map((count) => countWords(count, 'all'))).toStrictEqual(['no links', '1 link', '2 links']);
    expect(countWords(2, 'invitation')).toBe('2 invitation links');
  });

  test('the links of a room', () => {
    const link = linkOf({ title: 'Press "kit"', expiration: null, access: 9 });
    expect(listLines([link], 'external', now)).toStrictEqual([
      '1 external link',
      `  ${link.id.slice(0, 8)}… "Press "kit"": additional link · access 9 · DocSpace users only · without end`,
    ]);
    expect(listLines([], 'all', now)).toStrictEqual(['no links']);
  });
});
