import type { Parse } from './parsed.ts';

/** Path of a file: one line. Whether there is such a file is found out when it is read. */
export const parsePath: Parse<string> = (text) =>
  /\p{Cc}/u.test(text) ? { wrong: 'is not the path of a file, which is one line.' } : { value: text };
