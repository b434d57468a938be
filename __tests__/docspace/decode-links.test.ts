import { describe, expect, test } from '@jest/globals';
import { inspect } from 'node:util';
import { decodeLink, decodeLinks, hasSharedLink } from '../../src/docspace/decode-links.ts';
import { failureFrom } from './failures.ts';
import { recorded } from './recorded.ts';

interface Item {
  access: number;
  subjectType: number;
  sharedLink: Record<string, unknown>;
}
const isLink = (item: unknown): item is Item => typeof item === 'object' && item !== null && 'sharedLink' in item;

const secretPassword = 'Zx9-hush-hush';
const sharedLink = {
  id: '6F1C0000-0000-4000-8000-00000000000A',
  title: 'Shared link',
  shareLink: 'https://portal.test/s/hush',
  expirationDate: '2026-12-31T23:59:59.1234567+01:00',
  linkType: 1,
  password: secretPassword,
  denyDownload: true,
  isExpired: false,
  primary: false,
  internal: true,
  requestToken: 'hush-token',
};
const item = { access: 2, sharedTo: sharedLink, sharedLink, subjectType: 1, canRevoke: false };
const invitation = { ...sharedLink, linkType: 0, maxUseCount: 5, currentUseCount: 2 };

describe('links', () => {
  const links = recorded.flatMap(([name, response]) =>
    [response].flat().flatMap((one): [string, Item][] => (isLink(one) ? [[name, one]] : [])),
  );

  test('all those recorded are read', () => {
    expect(links.length).toBeGreaterThan(200);
    for (const [name, raw] of links) {
      const link = decodeLink(raw, name);
      const { sharedLink: shared } = raw;
      const external = raw.subjectType !== 3;
      const words = {
        id: String(shared['id']).toLowerCase(),
        access: raw.access,
        title: shared['title'],
        type: external ? 'external' : 'invitation',
        primary: raw.subjectType === 4,
        expired: shared['isExpired'],
        internal: shared['internal'],
        uses: shared['currentUseCount'] ?? null,
        maxUses: shared['maxUseCount'] ?? null,
      };
      expect(link).toMatchObject(words);
      expect(link.password?.reveal()).toBe(shared['password']);
      expect(link.token?.reveal()).toBe(shared['requestToken']);
      expect(link.url.reveal()).toBe(shared['shareLink']);
      expect(link.expiration === null).toBe(shared['expirationDate'] === undefined);
    }
  });

  test('an external one, with its secrets wrapped', () => {
    const link = decodeLink(item, 'x');
    expect(link).toMatchObject({
      id: '6f1c0000-0000-4000-8000-00000000000a',
      type: 'external',
      primary: false,
      expiration: new Date('2026-12-31T22:59:59.123Z'),
      expirationOffset: 60,
      internal: true,
      denyDownload: true,
      maxUses: null,
      uses: null,
    });
    expect(`${inspect(link)}${JSON.stringify(link)}`).not.toContain('hush');
  });

  test('an invitation has neither password nor token, and is never internal', () => {
    expect(decodeLink({ ...item, subjectType: 3, sharedLink: invitation }, 'x')).toMatchObject({
      type: 'invitation',
      password: null,
      token: null,
      internal: false,
      denyDownload: false,
      maxUses: 5,
      uses: 2,
    });
  });

  test.each([
    ['3.2 without sharedLink', { access: 2, sharedTo: sharedLink, subjectType: 4 }, 'external', true],
    ['without subjectType', { access: 2, sharedLink }, 'external', false],
    ['without subjectType, primary', { access: 2, sharedLink: { ...sharedLink, primary: true } }, 'external', true],
    ['without subjectType, invitation', { access: 2, sharedLink: invitation }, 'invitation', false],
    ['whose stored kind is another', { ...item, subjectType: 3 }, 'invitation', false],
    ['of an unknown kind', { ...item, subjectType: 7 }, 'external', false],
    ['with nulls', { ...item, sharedLink: { ...sharedLink, password: null, title: null } }, 'external', false],
    ['with an empty password', { ...item, sharedLink: { ...sharedLink, password: '' } }, 'external', false],
  ])('%s', (_, raw, type, primary) => {
    expect(decodeLink(raw, 'x')).toMatchObject({ type, primary });
  });

  test.each<[unknown, string]>([
    [undefined, '`response` is missing'],
    [null, '`response`'],
    ['text', '`response`'],
    [[item, { ...item, access: '2' }], '`response.1.access`'],
    [[{ access: 2 }], '`response.0.sharedLink`'],
    [[{ ...item, sharedLink: { ...sharedLink, id: 'hush' } }], '`response.0.sharedLink.id`'],
    [[{ ...item, sharedLink: { ...sharedLink, shareLink: '' } }], '`response.0.sharedLink.shareLink`'],
    [[{ ...item, sharedLink: { ...sharedLink, password: 5 } }], '`response.0.sharedLink.password`'],
    [[{ ...item, sharedLink: { ...sharedLink, isExpired: null } }], '`response.0.sharedLink.isExpired`'],
    [[{ ...item, sharedLink: { ...sharedLink, linkType: 'External' } }], '`response.0.sharedLink.linkType`'],
    [[{ ...item, sharedLink: { ...sharedLink, expirationDate: '2031-02-30T00:00:00Z' } }], 'expirationDate'],
    [[{ ...item, sharedLink: { ...sharedLink, linkType: null }, subjectType: null }], '`response.0`'],
  ])('of another shape: %#', async (response, path) => {
    const { problems, text } = await failureFrom(Promise.resolve().then(() => decodeLinks(response, 'GET /x')));
    expect(problems[0]?.code).toBe('not-docspace');
    expect(problems[0]?.message).toContain(path);
    expect(text).not.toContain('hush');
  });

  test.each<[unknown, boolean]>([
    [[], true],
    [[item], true],
    [[{ access: 2, sharedTo: sharedLink }], false],
    [[item, null], false],
    [undefined, false],
  ])('sharedLink shows the version: %#', (response, known) => {
    expect(hasSharedLink(response)).toBe(known);
  });
});
