import { Secret } from './secret.ts';

// 64 characters, so that six random bits draw one without bias. No quotes, brackets or blanks: it will be pasted.
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-!';

/**
 * A length that every portal takes: a portal's policy may ask for up to 30 characters, and takes no more
 * (portal.md §1.3).
 */
const length = 30;

/** What the strictest policy asks for: a capital letter, a digit and a special character. */
const demands: readonly RegExp[] = [/[A-Z]/, /[a-z]/, /[0-9]/, /[-!]/];

/** Draws a password that fits the policy of any portal: 30 characters, 180 bits. `random` gives random bytes. */
export function generatePassword(random: (length: number) => Uint8Array): Secret {
  for (;;) {
    const text = Array.from(random(length), (byte) => alphabet.charAt(byte & 63)).join('');
    if (demands.every((demand) => demand.test(text))) return new Secret(text);
  }
}
