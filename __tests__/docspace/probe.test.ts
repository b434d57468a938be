import { afterEach, describe, expect, test } from '@jest/globals';
import type { LinkInput } from '../../simulator/index.ts';
import type { Link } from '../../src/links/link.ts';
import { Secret } from '../../src/links/secret.ts';
import { serve } from './servers.ts';
import { apiKey, client, closeAll, id, settings, start, success } from './stage.ts';

afterEach(closeAll);

describe('what a link opens', () => {
  test.each<[string, LinkInput, string]>([
    ['open', {}, 'room'],
    ['with a password', { password: 'longenough1' }, 'password'],
    ['for DocSpace users', { internal: true }, 'login'],
    ['expired', { expiresAt: 1_700_000_000_000 }, 'nothing'],
    ['an invitation', { kind: 3 }, 'join'],
    ['an expired invitation', { kind: 3, expiresAt: 1_700_000_000_000 }, 'nothing'],
    ['an invitation that is used up', { kind: 3, maxUse: 2, used: 2 }, 'nothing'],
  ])('%s', async (_, input, opens) => {
    const portal = await start();
    const { id: roomId } = portal.addRoom({ title: 'Room', roomType: 5 });
    portal.addLink(roomId, input);
    const { docSpace, lines } = client(portal.url, portal.key('owner'));
    const link = (await docSpace.links(String(roomId))).links[0] as Link;
    portal.clearRequests();
    await expect(docSpace.open(link)).resolves.toBe(opens);
    await expect(docSpace.open({ ...link, token: null })).resolves.toBe(opens);
    expect(new Set(portal.requests.map(({ authorization }) => authorization))).toStrictEqual(new Set(['none']));
    const secrets = [link.url.reveal().split('/s/')[1], link.token?.reveal()].filter((text) => text !== undefined);
    for (const secret of secrets) expect(lines.join('\n')).not.toContain(secret);
    await docSpace.revokeLink(String(roomId), link);
    await expect(docSpace.open(link)).resolves.toBe('nothing');
  });

  const link = (type: Link['type'], url: string, token: string | null = null): Link => ({
    ...settings,
    id,
    type,
    primary: false,
    expired: false,
    expirationOffset: 0,
    uses: null,
    url: new Secret(url),
    token: token === null ? null : new Secret(token),
  });

  test.each([4, 9, -1])('is not known for status %i', async (status) => {
    const { url, seen } = await serve((_, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(success({ status, result: status }));
    });
    const { docSpace, lines } = client(url, apiKey);
    await expect(docSpace.open(link('external', '', 'a/b'))).resolves.toBe('unknown');
    expect(seen).toStrictEqual(['GET /api/2.0/files/share/a%2Fb']);
    expect(lines.at(-1)).toBe(`What link ${id} opens is not known: neither its URL nor the portal's answer tells.`);
  });

  test('is asked again after an error of the network, and not known in the end', async () => {
    const portal = await start();
    portal.fault({ times: 9 }, { kind: 'reset', when: 'before' });
    const { docSpace, lines, retries } = client(portal.url, portal.key('owner'));
    await expect(docSpace.open(link('external', '', 'hush'))).resolves.toBe('unknown');
    expect(retries).toHaveLength(4);
    expect(JSON.stringify([lines, retries])).not.toContain('hush');
    expect(lines.at(-1)).toContain('cannot be reached');
  });

  test.each<[string, Link['type'], (origin: string) => string, number]>([
    ['of another host', 'external', () => 'https://other.test/s/abc', 1],
    ['of a shortener', 'external', () => 'https://other.test/abc', 0],
    ['of a shortener', 'invitation', () => 'https://other.test/abc', 0],
    ['of another scheme', 'invitation', () => 'ftp://other.test/s/abc', 0],
    ['that is none', 'invitation', () => 'http://[', 0],
    ['that leads elsewhere', 'invitation', (origin) => `${origin}/s/elsewhere`, 1],
    ['that leads nowhere', 'invitation', (origin) => `${origin}/s/nowhere`, 1],
    ['that leads home', 'invitation', (origin) => `${origin}/s/home`, 1],
    ['that leads home', 'external', (origin) => `${origin}/s/home`, 1],
  ])('is not known for a URL %s (%s)', async (_, type, urlOf, requests) => {
    const { url, seen } = await serve((request, response) => {
      const locations: Record<string, string> = {
        '/s/elsewhere': 'https://other.test/confirm?type=a&key=b&uid=c',
        '/s/home': '/',
      };
      const location = locations[request.url ?? ''];
      response.writeHead(location === undefined ? 200 : 302, location === undefined ? {} : { location }).end();
    });
    await expect(client(url, apiKey).docSpace.open(link(type, urlOf(url)))).resolves.toBe('unknown');
    expect(seen).toHaveLength(requests);
  });

  test('is found under the address that we were given, whatever scheme the portal believes it has', async () => {
    const { url, seen } = await serve((request, response) => {
      if (request.url?.startsWith('/s/') === true) {
        const location = `${url.replace('http:', 'https:')}/confirm/LinkInvite?type=LinkInvite&key=k&uid=u`;
        response.writeHead(302, { location }).end();
        return;
      }
      response.setHeader('content-type', 'application/json');
      response.end(success({ result: 0 }));
    });
    const { docSpace } = client(url, apiKey);
    await expect(docSpace.open(link('invitation', `${url.replace('http:', 'https:')}/s/abc`))).resolves.toBe('join');
    expect(seen).toStrictEqual(['GET /s/abc', 'POST /api/2.0/authentication/confirm']);
  });
});
