/** Lengths as the portal counts them: in UTF-16 units (portal.md §1). */
const longestTitle = 255;
const longestKey = 100;

/**
 * The title of a link that is made without one: `<owner/repo>: <key>`, or the key alone outside of a repository. A long
 * key is cut in the title only, never in the identity of the link; what a reader sees as one character stays whole.
 */
export function defaultTitle(repository: string, key: string): string {
  const name = cut(key, longestKey);
  return cut(repository === '' ? name : `${repository}: ${name}`, longestTitle);
}

/** The text, no longer than so many UTF-16 units; `…` stands for what is missing. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text.slice(0, 2 * longest));
  // One that is longer than the whole title is cut between its code points.
  const pieces = Array.from(graphemes).flatMap(({ segment }) =>
    segment.length < longest ? [segment] : Array.from(segment),
  );
  let kept = '';
  for (const piece of pieces) {
    if (kept.length + piece.length >= longest) break;
    kept += piece;
  }
  return `${kept.trimEnd()}…`;
}
