import { Secret } from '../../links/secret.ts';
import type { PasswordWish } from '../../links/wish.ts';
import type { Parse } from './parsed.ts';

const words = ['keep', 'none', 'generate'] as const;

/** The word, if the text is one and not a password; in any case, since nobody means "Generate" as a password. */
export function passwordWord(text: string): (typeof words)[number] | undefined {
  return words.find((word) => word === text.trim().toLowerCase());
}

/**
 * What becomes of the password. Spaces are never cut: a password of spaces would be none at all for the portal
 * (portal.md §1.3). The length is that of the portal's policy; the rest of the policy only the portal knows.
 */
export const parsePassword: Parse<PasswordWish> = (text) => {
  const kind = passwordWord(text);
  if (kind !== undefined) return { value: { kind } };
  if (text.trim() === '') {
    return {
      wrong: 'is empty or holds spaces only. Use a password, or `none` for a link without one, or leave the input out.',
    };
  }
  if (!/^[\x21-\x7e]{8,30}$/u.test(text)) {
    return {
      wrong:
        'does not fit: 8 to 30 characters, letters A to Z, digits and signs of ASCII, no spaces; or `keep`, `none`, `generate`.',
    };
  }
  return { value: { kind: 'given', password: new Secret(text) } };
};
