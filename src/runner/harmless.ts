/**
 * Makes a line of log unable to speak to the runner: `::command::` works at a line's start, the older `##[command]`
 * anywhere in it, and both may stand in a room's title. Line breaks and control and direction characters go; the
 * indentation stays.
 */
export function harmless(text: string): string {
  return text
    .replace(/[\r\n\u0085\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '')
    .replace(/##\[/g, '# #[')
    .replace(/^(\s*)::/, '$1: :');
}
