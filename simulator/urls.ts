import { createHash, randomInt } from 'node:crypto';
import type { State } from './state.ts';

const ALPHABET = '5XzpDt6wZRdsTrJkSY_cgPyxN4j-fnb9WKBF8vh3GH72QqmLVCM';
const LENGTH = 15;

function signature(state: State, json: string): string {
  return createHash('sha256')
    .update(json + state.secret)
    .digest('base64');
}

/** Signs a text into a token that proves itself (section 8): the request token of a link, the key of an invitation. */
export function sign(state: State, text: string): string {
  const json = JSON.stringify(text);
  return Buffer.from(`${signature(state, json)}?${json}`).toString('base64url');
}

/** The text inside a token, or null if nobody here signed it. */
export function verify(state: State, token: string): string | null {
  const plain = Buffer.from(token, 'base64url').toString();
  const mark = plain.indexOf('?');
  const json = plain.slice(mark + 1);
  if (mark === -1 || plain.slice(0, mark) !== signature(state, json)) return null;
  const text: unknown = JSON.parse(json);
  return typeof text === 'string' ? text : null;
}

/** The long URL of an external link: the same for everyone. */
export function externalUrl(state: State, origin: string, linkId: string): string {
  return `${origin}/rooms/share?key=${sign(state, linkId)}`;
}

/** The long URL of an invitation: another one for each caller (recordings/14). */
export function invitationUrl(state: State, origin: string, linkId: string, callerId: string): string {
  const key = sign(state, `${linkId}.${callerId}`);
  return `${origin}/confirm/LinkInvite?type=LinkInvite&key=${key}&uid=${callerId}`;
}

/** The short URL of a long one; the row is reused, so asking again gives the same URL. */
export function shorten(state: State, origin: string, long: string): string {
  let code = state.shortByLong.get(long);
  if (code === undefined) {
    code = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)] ?? '').join('');
    state.shortByLong.set(long, code);
    state.longByShort.set(code, long);
  }
  return `${origin}/s/${code}`;
}
