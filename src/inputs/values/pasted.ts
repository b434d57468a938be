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
