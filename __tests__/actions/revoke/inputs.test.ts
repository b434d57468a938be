import { describe, expect, test } from '@jest/globals';
import { readAfterJob, readInputs } from '../../../src/actions/inputs.ts';
import { parseKeys } from '../../../src/values/names.ts';
import { revealed } from '../../values/parsing.ts';
import { messagesOf, sourceOf, type Given } from '../../support/sources.ts';
import { now } from '../../support/links.ts';

const credentials = { 'portal-url': 'https://portal.example', 'api-key': 'sk-hush' };
const complete = { ...credentials, 'room-id': '2201' };
const one = '6f1c0e9a-3b52-8d41-9c2e-0a1b2c3d4e5f';
const other = '7f1c0e9a-3b52-8d41-9c2e-0a1b2c3d4e5f';

describe('what is revoked', () => {
  test.each<[Given, object]>([
    [{ key: 'pr-58' }, { selector: { by: 'keys', keys: ['pr-58'] } }],
    [{ key: '\n a \r\nb\n\na' }, { selector: { by: 'keys', keys: ['a', 'b'] } }],
    [{ key: 'Cafe\u0301\nCaf\u00e9' }, { selector: { by: 'keys', keys: ['Caf\u00e9'] } }],
    [{ 'link-id': `${one.toUpperCase()}\n${other}\n${one}` }, { selector: { by: 'ids', ids: [one, other] } }],
    [{ primary: 'true' }, { selector: { by: 'primary' } }],
    [
      { primary: 'true', 'link-type': 'external' },
      { selector: { by: 'primary' }, linkType: 'external' },
    ],
    [{ expired: 'TRUE' }, { selector: { by: 'expired' } }],
    [
      { expired: 'true', 'link-type': 'invitation' },
      { selector: { by: 'expired' }, linkType: 'invitation' },
    ],
    [{ managed: 'true' }, { selector: { by: 'managed', exceptKeys: [] } }],
    [{ managed: 'true', 'except-keys': 'a\nb' }, { selector: { by: 'managed', exceptKeys: ['a', 'b'] } }],
    [
      { primary: 'true', 'allow-rotate': 'true', 'comment-on-pr': 'true', 'github-token': 'ghs_1', 'dry-run': 'true' },
      { selector: { by: 'primary' }, allowRotate: true, commentOnPr: true, githubToken: 'ghs_1', dryRun: true },
    ],
  ])('%j', (inputs, expected) => {
    expect(revealed(readInputs('revoke', sourceOf({ ...complete, ...inputs }), now))).toEqual({
      kind: 'revoke',
      room: { by: 'id', id: '2201' },
      linkType: 'all',
      allowRotate: false,
      commentOnPr: false,
      githubToken: null,
      portal: 'https://portal.example',
      apiKey: 'sk-hush',
      ca: null,
      requestTimeout: 30_000,
      timeout: 300_000,
      summary: true,
      dryRun: false,
      notes: [expect.stringContaining('does not look like an API key')],
      ...expected,
    });
  });

  const none =
    'No links selected. Set one of `key`, `link-id`, `primary: true`, `expired: true`, `managed: true`. Leaving all empty never means "all links".';
  const id = 'is not the id of a link, like `6f1c0e9a-3b52-4d41-9c2e-0a1b2c3d4e5f`: the output `links` names the ids.';
  test.each<[Given, readonly string[]]>([
    [{}, [none]],
    [{ key: ' \n ' }, [none]],
    [{ managed: 'false', primary: 'false' }, [none]],
    [{ 'except-keys': 'a' }, [none, '`except-keys` is for `managed: true` only.']],
    [
      { key: 'a', 'link-id': one, primary: 'true', expired: 'true', managed: 'true' },
      [
        '`key` and `link-id` and `primary: true` and `expired: true` and `managed: true` each select links to revoke: use only one of them.',
      ],
    ],
    [{ key: 'a', 'except-keys': 'b' }, ['`except-keys` is for `managed: true` only.']],
    [
      { primary: 'true', 'link-type': 'invitation' },
      ['`primary: true` does not fit `link-type: invitation`: a primary link is an external link.'],
    ],
    [{ 'link-id': 'x' }, [`\`link-id\`: "x" ${id}`]],
    [{ 'link-id': `x\n\n${one}\ny` }, [`\`link-id\`: "x ${one} y" line 1 ${id} Line 4 ${id}`]],
    [
      { key: 'a', 'link-type': 'shared' },
      ['`link-type`: "shared" is not valid. Use `all`, `external` or `invitation`. Did you mean `external`?'],
    ],
  ])('%j is refused', (inputs, messages) => {
    expect(messagesOf('revoke', { ...complete, ...inputs })).toEqual(messages);
  });
});

describe('several values, one per line', () => {
  test('are each once, and the wrong ones are told by their lines', () => {
    expect(parseKeys('b\r\n\n a \nb')).toEqual({ value: ['b', 'a'] });
    expect(parseKeys(`\n${'k'.repeat(513)}\na\nb\u0007c`)).toEqual({
      rest: ['a'],
      wrong:
        'line 2 is too long: 513 of 512 characters. Line 4 holds a line break or a control character: a key is one line.',
    });
  });

  test('of which one is a link pasted by mistake, do not tell it', () => {
    const inputs = { ...complete, 'link-id': `${one}\nhttps://portal.example/s/AbCdEf` };
    expect(messagesOf('revoke', inputs)).toEqual([expect.stringMatching(/^`link-id`: line 2 is a URL/u)]);
    expect(messagesOf('revoke', inputs).join()).not.toContain('AbCdEf');
  });
});

test.each<[Given, object]>([
  [{}, { kind: 'skip', verb: 'revoke' }],
  [credentials, { kind: 'revoke' }],
])('without credentials, and with them: %j', (given, expected) => {
  const inputs: Given = { ...given, 'room-id': '1', key: 'a', 'on-missing-credentials': 'skip' };
  expect(readInputs('revoke', sourceOf(inputs), now)).toMatchObject(expected);
});

describe('the post step', () => {
  test('reads connection and comment alone: a date that has passed meanwhile is no matter', () => {
    const inputs = { ...credentials, expiration: '2020-01-31', 'request-timeout': '10s', 'comment-on-pr': 'true' };
    expect(readAfterJob(sourceOf(inputs))).toMatchObject({
      portal: 'https://portal.example',
      requestTimeout: 10_000,
      commentOnPr: true,
      dryRun: false,
    });
  });

  test('does not work with what is wrong', () => {
    expect(() => readAfterJob(sourceOf({ ...credentials, timeout: 'soon' }))).toThrow('`timeout`: "soon"');
  });
});
