import { cut, stripInvisible } from '../links/text.ts';

/**
 * The beginning of a text from outside, in quotes and on one line, without control and direction characters. Whatever
 * looks like an API key is hidden, and so are the string values of JSON: links, tokens and passwords are such.
 */
export function excerpt(text: string, limit: number): string {
  const start = text.slice(0, 4 * limit + 1000);
  return `"${cut(stripInvisible(hidden(start)), limit)}"`;
}

function hidden(text: string): string {
  const keyless = text.replace(/sk-[0-9a-z]{6,}/giu, 'sk-***');
  if (!/^\s*["[{]/u.test(keyless)) return keyless;
  return keyless.replace(/"(?:[^"\\]|\\.)*(?:"(?<member>\s*:)?|$)/gu, (value, member: string | undefined) =>
    member === undefined ? '"…"' : value,
  );
}
