/** The most that GitHub takes for the body of a comment or an issue, in characters. */
export const longestBody = 65_536;

/** The text as GitHub takes it: whole lines from its end go if it is too long, and a note says so. */
export function fitted(text: string, note: string): string {
  if (text.length <= longestBody) return text;
  const end = `\n\n_${note}_`;
  const start = text.slice(0, longestBody - end.length);
  return `${start.slice(0, start.lastIndexOf('\n')).trimEnd()}${end}`;
}
