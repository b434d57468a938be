import type { Parse } from './parsed.ts';
import { notPlain } from './written.ts';

const example = '`https://your-portal.onlyoffice.com`';

/** Address of the portal, as an origin: what follows is cut. Encrypted, unless it is this machine itself. */
export const parsePortalUrl: Parse<string> = (text) => {
  if (text.includes('@')) {
    return {
      wrong: `contains \`@\`, as in front of a host where a user name or a password is. Use the address alone, like ${example}.`,
      unseen: true,
    };
  }
  const notAddress = notPlain(text, (inside) => /^https?:\/\/[^/?#\s]+\/?$/iu.test(inside));
  if (notAddress !== null) return notAddress;
  if (!/^[a-z][a-z0-9+.-]*:\/\//iu.test(text)) return { wrong: withoutScheme(text) };
  const url = /[\s\p{Cc}]/u.test(text) ? null : URL.parse(text);
  if (url === null) return { wrong: notAnAddress };
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return {
      wrong: `is not encrypted: \`http:\` is accepted for localhost only. Did you mean \`https://${url.host}\`?`,
    };
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { wrong: notAnAddress };
  const { origin } = url;
  return /^[a-z]+:\/\/[^/?#\\]+$/iu.test(text) ? { value: origin } : { value: origin, note: `was cut to ${origin}` };
};

const notAnAddress = `is not the address of a portal, like ${example}.`;

function withoutScheme(text: string): string {
  const url = URL.parse(`https://${text.replace(/^(?:https?:)?[/\\]*/iu, '')}`);
  const isHost = url !== null && !/\s/u.test(text) && /[.:]|^localhost$/u.test(url.hostname);
  if (!isHost) return notAnAddress;
  return `has no scheme. Did you mean \`${isLoopback(url.hostname) ? 'http' : 'https'}://${url.host}\`?`;
}

/** Host names by which a machine reaches itself; URL has normalised other spellings of the numbers. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/u.test(host);
}
