import { Secret } from '../../links/secret.ts';
import type { Parse } from './parsed.ts';

/** An API key. Refused is only what no header can carry; a key of an unusual form is noted. */
export const parseApiKey: Parse<Secret> = (text) => {
  if (/^bearer\b/iu.test(text)) return { wrong: 'must be the key alone, without `Bearer` in front.' };
  if (!/^[\x21-\x7e]+$/u.test(text)) {
    return { wrong: 'holds a blank, a line break or another character that no key has. Copy the key again, whole.' };
  }
  const value = new Secret(text);
  if (/^sk-[0-9a-f]{64}$/u.test(text)) return { value };
  return { value, note: 'does not look like an API key of DocSpace: `sk-` and 64 hexadecimal digits' };
};
