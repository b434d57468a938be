import type { Secret } from '../links/secret.ts';
import { quoted, stripInvisible } from '../links/text.ts';
import { withoutKeys } from './pasted.ts';

/**
 * The value of an input, fit for a message: one line, cut, without any of the secrets. Of a web address only the host
 * is told, because the rest may open a room (a link pasted by mistake), and what is before it may be a password.
 */
export function display(text: string, secrets: readonly Secret[]): string {
  const plain = stripInvisible(text);
  if (!/\/\/|\/s\/|%2fs%2f|[?&]key=/iu.test(plain)) return quoted(redact(plain, secrets));
  const url = URL.parse(plain);
  return url === null || url.host === '' ? '(an address)' : quoted(redact(`${url.protocol}//${url.host}/…`, secrets));
}

/** Shorter texts are no secrets; hiding them would show what they are, and star out the rest of the log. */
export const shortest = 4;

/** Longer ones are too large for a regular expression, and no host of an address. */
const longestPattern = 1000;

/** The text without the secrets, in upper or lower case (as in the host of an address). */
export function redact(text: string, secrets: readonly Secret[]): string {
  const rest = secrets
    .map((secret) => stripInvisible(secret.reveal()))
    .filter((secret) => secret.length >= shortest)
    .sort((one, other) => other.length - one.length)
    .reduce((left, secret) => without(left, secret), text);
  return withoutKeys(rest);
}

function without(text: string, secret: string): string {
  if (secret.length > longestPattern) return text.replaceAll(secret, '***');
  return text.replace(new RegExp(secret.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'), 'giu'), '***');
}
