import { expect, test } from '@jest/globals';
import { fileOf, linksOf, mistakesOf } from '../config-file/reading.ts';
import { now } from '../support/links.ts';
import { linkSettings, settingNames, settingsFrom } from '../../src/values/link-settings.ts';
import type { DesiredLink } from '../../src/links/desired.ts';

const types = { 'max-uses': 'invitation' } as const as Readonly<Record<string, string>>;

/** What the file makes of a setting that is written so; its mistakes if it makes nothing of it. */
async function inFile(name: string, text: string): Promise<unknown> {
  const links = [`type: ${types[name] ?? 'external'}, ${name}: ${JSON.stringify(text)}`];
  const mistakes = await mistakesOf(fileOf(links));
  if (mistakes.length > 0) return mistakes.map((one) => one.replace(/^\d+:\d+: `[a-z-]+`:? ("[^"]*" )?/u, ''));
  const [link] = await linksOf(links);
  const members = settingsFrom(() => undefined);
  const desired = link?.desired as DesiredLink;
  return Object.keys(members)
    .map((member) => desired[member as keyof DesiredLink])
    .find((value) => value !== undefined);
}

/** What the input of the root action makes of it. */
function inInput(name: (typeof settingNames)[number], text: string): unknown {
  const parsed = linkSettings[name].parse(now)(text);
  return 'wrong' in parsed ? [parsed.wrong] : parsed.value;
}

const texts = {
  access: ['viewer', 'Editing', '10', 'edtor', '0', ''],
  expiration: ['7d', 'never', '2027-01-31', '2037-01-31', '30', 'soon'],
  internal: ['true', 'FALSE', 'yes'],
  title: ['Press kit', '007', ' ', 'x'.repeat(256)],
  password: ['generate', 'None', 'keep'],
  'deny-download': ['true', 'false', 'on'],
  'max-uses': ['1', '1000', '0', '007'],
} as const satisfies Readonly<Record<(typeof settingNames)[number], readonly string[]>>;

test.each(settingNames.flatMap((name) => texts[name].map((text) => ({ name, text }))))(
  'inputs and file understand alike: $name: $text',
  async ({ name, text }) => {
    expect(await inFile(name, text)).toEqual(inInput(name, text));
  },
);

test('`unlimited` is a value: it is not taken for silence', async () => {
  const [link] = await linksOf(['type: invitation, max-uses: unlimited']);
  expect([link?.desired.maxUses, inInput('max-uses', 'unlimited')]).toEqual([null, null]);
});

test('a date that has passed is a mistake of an input, and none of the file, which outlives its links', async () => {
  expect(inInput('expiration', '2020-01-31')).toEqual([expect.stringMatching(/^has passed/u)]);
  expect(await inFile('expiration', '2020-01-31')).toEqual({ kind: 'instant', at: new Date('2020-01-31T23:59:59Z') });
});

test("a password of one's own belongs to an input, and not into a file", async () => {
  expect(inInput('password', 'hunter2hunter2')).toMatchObject({ kind: 'given' });
  expect(await inFile('password', 'hunter2hunter2')).toEqual([expect.stringMatching(/no secrets in files/u)]);
});
