import type { Misunderstood } from './parsed.ts';

/** Shapes of secrets that are pasted into the wrong input, and of other things that are not names. */

/** Keys of DocSpace and tokens of GitHub. */
const keyForm = /sk-[0-9a-f]{16,}|gh[a-z]_\w{16,}|github_pat_\w+/giu;

/** The part of a link's URL that opens the room: short (`/s/AbC…`), long, and that of an invitation (portal.md §8). */
const tokenForm = /(?:\/|%2f)s(?:\/|%2f)([\w-]{4,})|[?&](?:key|share)=([^&#\s]{4,})/iu;

/** DocSpace's are longer. Anything shorter may be a word of the log. */
const shortestToken = 10;

/**
 * A web address in one word: with a scheme, perhaps encoded, or a host in front of a short link as DocSpace makes them,
 * perhaps with what a slip has left of the scheme.
 */
const schemeForm = /[a-z](?::\/\/|%3a%2f%2f)/iu;
const shortForm =
  /^(?:https?:)?\/*[\w-]+(?:\.[\w-]+)+(?::\d+)?\/s\/[\w-]{15}$|^[^?]*\/(?:rooms\/share|confirm\/LinkInvite)\?/iu;

const wordsOf = (text: string): readonly string[] => text.split(/[\s"'`<>()[\]{},;]+/u);

/** Whether the text is a web address, or holds one. */
export function holdsAddress(text: string): boolean {
  return schemeForm.test(text) || wordsOf(text).some((word) => shortForm.test(word));
}

/** The URLs of links in a text. */
function linkUrls(text: string): readonly string[] {
  return wordsOf(text).filter((word) => holdsAddress(word) && tokenForm.test(word));
}

/** What a text holds that nobody should see: "the URL of a link", "an API key or a token"; null if nothing. */
export function pastedSecret(text: string): string | null {
  if (text.search(keyForm) !== -1) return 'an API key or a token';
  return linkUrls(text).length > 0 ? 'the URL of a link' : null;
}

/** The secrets in a text by their shape: to be masked, whatever input they are in. */
export function pastedSecrets(text: string): readonly string[] {
  const urls = linkUrls(text).flatMap((url) => {
    const [, short, long] = tokenForm.exec(url) as RegExpExecArray;
    const token = (short ?? long) as string;
    return token.length < shortestToken ? [url] : [url, token];
  });
  const passwords = Array.from(text.matchAll(/:\/\/[^\s/:@]*:([^\s/@]+)@/gu), ([, password = '']) => password);
  return [...urls, ...passwords, ...(text.match(keyForm) ?? [])];
}

/** The text without keys and tokens, whoever they belong to. */
export function withoutKeys(text: string): string {
  return text.replace(keyForm, '***');
}

/** Pairs of quotes that people put around a value, straight and typographic. */
const quotes = /^(["'`])(.+)\1$|^[“”„«»](.+)[“”«»]$|^[‘’‚](.+)[‘’]$/su;

/** The value without the quotes around it; null if it has none. */
export function unquoted(text: string): string | null {
  const [, , straight, double, single] = quotes.exec(text) ?? [];
  return straight ?? double ?? single ?? null;
}

/** Characters that are not seen, or look like a space and are none, by code point. Joiners belong to some scripts. */
const hidden =
  /\u034f|\u17b4|\u17b5|[\u00a0\u00ad\u061c\u115f\u1160\u180e\u2000-\u200b\u200e\u200f\u2028-\u202f\u205f-\u2064\u2066-\u206f\u3000\u3164\ufeff\uffa0]|(?<=^|\p{ASCII})[\u200c\u200d]|[\u200c\u200d](?=\p{ASCII}|$)/u;

const names: readonly (readonly [characters: RegExp, name: string])[] = [
  [/[\u00a0\u2007\u202f]/u, 'a no-break space'],
  [/[\u2000-\u200a\u205f\u3000]/u, 'a space of another width'],
  [/[\u200b-\u200d]/u, 'a zero-width character'],
  [/\ufeff/u, 'a byte order mark'],
  [/\u00ad/u, 'a soft hyphen'],
  [/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u, 'a mark of the direction of writing'],
  [/[\u2028\u2029]/u, 'a line separator'],
];

/** Why a text with a character that nobody sees is refused; null if it has none. Its place counts from 1. */
export function hiddenCharacter(text: string): Misunderstood | null {
  const found = hidden.exec(text);
  if (found === null) return null;
  const [character] = found;
  const code = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
  const name = names.find(([characters]) => characters.test(character))?.[1] ?? 'an invisible character';
  const place = Array.from(text.slice(0, found.index)).length + 1;
  return {
    wrong: `contains ${name} (U+${code}) as character ${place}. Remove it; it may come from copying the value.`,
  };
}

/** The text without what `hiddenCharacter` finds in it. */
export function withoutHidden(text: string): string {
  return text.replace(new RegExp(hidden, 'gu'), '');
}

/**
 * Why a value is refused that holds something invisible, or stands in quotes that YAML has not removed; null if neither.
 * Of the `value` in quotes the rest is told only if it is fit to be proposed.
 */
export function notPlain(text: string, fits: (value: string) => boolean = () => false): Misunderstood | null {
  const inside = unquoted(text);
  if (inside === null) return hiddenCharacter(text);
  const proposal = fits(inside) ? ` Did you mean \`${inside}\`?` : '';
  return { wrong: `is in quotes, which are taken as part of the value here. Remove them.${proposal}` };
}
