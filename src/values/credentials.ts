import { Secret } from '../links/secret.ts';
import type { Parse } from './parsed.ts';
import { notPlain } from './pasted.ts';

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

/** An API key. Refused is only what no header can carry; `keyDoubt` says of what is taken whether it can be a key. */
export const parseApiKey: Parse<Secret> = (text) => {
  if (/^(?:authorization\s*:\s*)?bearer\b/iu.test(text)) {
    return { wrong: 'begins with `Bearer`. Use the key alone, which begins with `sk-`.' };
  }
  const notKey = notPlain(text);
  if (notKey !== null) return notKey;
  if (!/^[\x21-\x7e]+$/u.test(text)) {
    return { wrong: 'contains a space, a line break or another character that no key has. Copy the whole key again.' };
  }
  const value = new Secret(text);
  const doubt = keyDoubt(value);
  return doubt === null ? { value } : { value, note: doubt };
};

const digits = 64;

/**
 * Why a text is probably not an API key, as the rest of a sentence; null if it looks like one. It says what kind of text
 * it is, and never the text.
 */
export function keyDoubt(key: Secret): string | null {
  const text = key.reveal();
  if (new RegExp(`^sk-[0-9a-f]{${digits}}$`, 'u').test(text)) return null;
  const form = `An API key of DocSpace is \`sk-\` and ${digits} hexadecimal digits`;
  return `does not look like an API key of DocSpace: it ${kindOf(text)}. ${form}`;
}

function kindOf(text: string): string {
  if (/^gh[a-z]_|^github_pat_/u.test(text)) return 'looks like a GitHub token';
  if (/^eyJ[\w-]*\./u.test(text)) return 'looks like a sign-in token (JWT)';
  if (/^\*+$/u.test(text)) return 'consists of asterisks, as masked text does';
  if (/^[a-z]+:\/\//iu.test(text)) return 'is a URL';
  if (text.startsWith('$')) return 'is the name of a variable, not its value';
  if (/^sk-[0-9a-f]*$/u.test(text)) return `has ${text.length - 'sk-'.length} digits`;
  if (/^[0-9a-f]{64}$/u.test(text)) return 'lacks `sk-` at its beginning';
  return text.startsWith('sk-') ? 'has other characters after `sk-`' : `has ${text.length} characters and no \`sk-\``;
}

/** Where the certificate of a CA is: in the input itself, or in a file. */
export type CaCertificate =
  { readonly kind: 'pem'; readonly pem: string } | { readonly kind: 'path'; readonly path: string };

/** PEM text, or a path. What the text is worth is found out when it is used. */
export const parseCaCertificate: Parse<CaCertificate> = (text) => {
  // Many lines of base64 are a certificate too, only not as it is written here: whoever reads it says so.
  if (text.includes('-----BEGIN ') || /^[\w+/=\s]{200,}$/u.test(text)) return { value: { kind: 'pem', pem: text } };
  if (/\p{Cc}/u.test(text)) {
    return {
      wrong:
        'is neither PEM text, which begins with `-----BEGIN CERTIFICATE-----`, nor the path of a file, which is one line.',
      unseen: true,
    };
  }
  return { value: { kind: 'path', path: text } };
};
