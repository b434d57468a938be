import { describe, expect, test } from '@jest/globals';
import { parsePortalUrl } from '../../src/values/credentials.ts';

const none = 'is not the address of a portal, like `https://your-portal.onlyoffice.com`.';

describe('portal-url', () => {
  test.each([
    ['https://portal.example', 'https://portal.example'],
    ['HTTPS://Portal.Example', 'https://portal.example'],
    ['https://portal.example:8443', 'https://portal.example:8443'],
    ['https://portal.example:443', 'https://portal.example'],
    ['https://10.0.0.5', 'https://10.0.0.5'],
    ['https://bücher.example', 'https://xn--bcher-kva.example'],
    ['http://localhost:8092', 'http://localhost:8092'],
    ['http://127.0.0.1:8092', 'http://127.0.0.1:8092'],
    ['http://127.8.9.1', 'http://127.8.9.1'],
    ['http://127.1', 'http://127.0.0.1'],
    ['http://[::1]:80', 'http://[::1]'],
  ])('%j is taken', (text, value) => {
    expect(parsePortalUrl(text)).toEqual({ value });
  });

  test.each([
    'https://portal.example/',
    'https://portal.example/api/2.0',
    'https://portal.example/rooms/shared/filter?folder=7',
    'https://portal.example?key=secret',
    'https://portal.example#top',
    'https://portal.example\\x',
  ])('what follows the address is cut: %j [promise portal-url-cut]', (text) => {
    expect(parsePortalUrl(text)).toEqual({
      value: 'https://portal.example',
      note: 'was cut to https://portal.example',
    });
  });

  test.each(['https://user:hush@portal.example', 'user:hush@portal.example', 'https:///u:hush@p', 'https://p/#hush@p'])(
    'a user name or password is refused and not told: %j',
    (text) => {
      const parsed = parsePortalUrl(text);
      expect(parsed).toMatchObject({
        unseen: true,
        wrong: expect.stringMatching(/^contains `@`, .*Use the address alone/u),
      });
      expect(JSON.stringify(parsed)).not.toContain('hush');
    },
  );

  test.each([
    ['portal.example', 'has no scheme. Did you mean `https://portal.example`?'],
    ['portal.example:8443/api/2.0', 'has no scheme. Did you mean `https://portal.example:8443`?'],
    ['//portal.example', 'has no scheme. Did you mean `https://portal.example`?'],
    ['https:/portal.example', 'has no scheme. Did you mean `https://portal.example`?'],
    ['localhost:8092', 'has no scheme. Did you mean `http://localhost:8092`?'],
    [
      'http://portal.example/x',
      expect.stringMatching(/^is not encrypted: .* Did you mean `https:\/\/portal\.example`\?$/u),
    ],
    ['http://localhost.example', expect.stringMatching(/^is not encrypted/u)],
    ['http://128.0.0.1', expect.stringMatching(/^is not encrypted/u)],
    ['http://127.evil.example', expect.stringMatching(/^is not encrypted/u)],
    ['ftp://portal.example', none],
    ['https://', none],
    ['https://por tal.example', none],
    ['https://por\ntal.example', none],
    ['portal', none],
    ['portal example.com', none],
    ['mailto:portal', none],
  ])('%j is refused', (text, wrong) => {
    expect(parsePortalUrl(text)).toEqual({ wrong });
  });
});
