import { Secret } from '../../links/secret.ts';
import type { Parse } from './parsed.ts';
import { notPlain } from './written.ts';

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
