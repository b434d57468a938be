import type { Culture } from './titles.ts';
import type { PasswordPolicy } from './state.ts';

/** Messages that follow the language of the caller (section 5.1). */
export interface Texts {
  readonly role: string;
  readonly folder: string;
  readonly view: string;
  readonly limit: (limit: number) => string;
  readonly password: (policy: PasswordPolicy) => string;
}

function rules(policy: PasswordPolicy, names: readonly [upper: string, digits: string, special: string]): string {
  return [policy.upper && names[0], policy.digits && names[1], policy.special && names[2]]
    .filter((name) => name !== false)
    .map((name) => `, ${name}`)
    .join('');
}

/** The messages in English as recorded, and in German in the vendor's manner: nobody recorded its words. */
const TEXTS = {
  en: {
    role: 'The role is not available for this user type',
    folder: 'The required folder was not found',
    view: "You don't have enough permission to view the folder content",
    limit: (limit) => `The maximum number of links may not exceed ${limit}`,
    password: (policy) =>
      `Password must contain from ${policy.min} to ${policy.max} characters, only latin letters, no spaces` +
      rules(policy, ['capital letters', 'digits', 'special characters']),
  },
  de: {
    role: 'Diese Rolle ist für diesen Benutzertyp nicht verfügbar',
    folder: 'Der erforderliche Ordner wurde nicht gefunden',
    view: 'Sie haben nicht genügend Rechte, um den Inhalt des Ordners anzuzeigen',
    limit: (limit) => `Die maximale Anzahl der Links darf ${limit} nicht überschreiten`,
    password: (policy) =>
      `Das Passwort muss ${policy.min} bis ${policy.max} Zeichen enthalten, nur lateinische Buchstaben, keine Leerzeichen` +
      rules(policy, ['Großbuchstaben', 'Ziffern', 'Sonderzeichen']),
  },
} as const satisfies Readonly<Partial<Record<Culture, Texts>>>;

/** Nothing of the English words is left in a language whose own words are not known here. */
function standIn(culture: Culture): Texts {
  return {
    role: `[${culture}] role`,
    folder: `[${culture}] folder`,
    view: `[${culture}] view`,
    limit: (limit) => `[${culture}] ${limit}`,
    password: ({ min, max }) => `[${culture}] ${min}-${max}`,
  };
}

/** The messages in a language. */
export function textsIn(culture: Culture): Texts {
  return culture === 'en' || culture === 'de' ? TEXTS[culture] : standIn(culture);
}

/** Does a password of a link follow the portal's policy (section 1.3)? */
export function followsPolicy(password: string, policy: PasswordPolicy): boolean {
  return (
    /^[\x21-\x7e]*$/.test(password) &&
    password.length >= policy.min &&
    password.length <= policy.max &&
    (!policy.digits || /\d/.test(password)) &&
    (!policy.upper || /[A-Z]/.test(password)) &&
    (!policy.special || /[\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e]/.test(password))
  );
}
