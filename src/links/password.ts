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

/** What a portal asks of passwords (portal.md G4). */
export interface PasswordPolicy {
  readonly minLength: number;
  readonly upperCase: boolean;
  readonly digits: boolean;
  readonly specSymbols: boolean;
}

/** No portal takes a longer password, or characters other than printable ASCII without blanks (portal.md §1.3). */
const longest = 30;
const printable = /^[\x21-\x7e]*$/;
const special = /[\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e]/;

/** Whether the portal would take this password for a link, by its policy. */
export function fitsPolicy(password: string, policy: PasswordPolicy): boolean {
  return (
    password.length >= policy.minLength &&
    password.length <= longest &&
    printable.test(password) &&
    (!policy.upperCase || /[A-Z]/.test(password)) &&
    (!policy.digits || /[0-9]/.test(password)) &&
    (!policy.specSymbols || special.test(password))
  );
}
