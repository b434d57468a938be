import { constants, type Stats } from 'node:fs';
import { lstat, open, realpath, stat } from 'node:fs/promises';

/** A file that an input names, as far as it can be read. */
export type GivenFile =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** Nothing has this name. */
  | { readonly kind: 'missing' }
  /** `why` is the rest of a sentence whose subject is the file: "is a folder." */
  | { readonly kind: 'unusable'; readonly why: string };

/** Parts of a file that are read at once; bytes. */
const part = 1024 * 1024;

/**
 * Reads a file that an input names, from the working directory; never throws. Only regular files of at most `largest`
 * bytes are read. Pipes and devices may never end, and the files that the kernel makes up (`/proc`) hold what the
 * environment holds: a repository can lead there by a symbolic link.
 */
export async function readGivenFile(path: string, largest: number): Promise<GivenFile> {
  try {
    const found = await stat(path);
    const unusable = notRegular(found) ?? (isMadeUp(await realpath(path)) ? madeUp : null);
    if (unusable !== null) return { kind: 'unusable', why: unusable };
    if (found.size > largest) return tooLarge(largest, found.size);
    return await readAtMost(path, largest);
  } catch (error) {
    return refusalOf(path, String((error as { readonly code?: unknown }).code));
  }
}

const madeUp = 'is not a file on a disk but made up by the operating system, like everything in `/proc` and `/sys`.';

/** What a name stands for that is no regular file; null for one that is. */
function notRegular(found: Stats): string | null {
  if (found.isFile()) return null;
  if (found.isDirectory()) return 'is a folder.';
  const what = found.isFIFO() ? 'a pipe' : found.isSocket() ? 'a socket' : 'a device';
  return `is ${what}, not a regular file.`;
}

function isMadeUp(path: string): boolean {
  return /^\/(?:proc|sys)\//u.test(path);
}

function tooLarge(largest: number, size: number): GivenFile {
  const mebibytes = largest / (1024 * 1024);
  return {
    kind: 'unusable',
    why: `is too large: ${size} bytes; at most ${largest} bytes (${mebibytes} MiB) are read.`,
  };
}

/** Opens without waiting, and looks again: what has this name may be another file by now. */
async function readAtMost(path: string, largest: number): Promise<GivenFile> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const unusable = notRegular(await file.stat());
    if (unusable !== null) return { kind: 'unusable', why: unusable };
    const parts: Buffer[] = [];
    let size = 0;
    for (;;) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(Math.min(part, largest + 1)), 0, null, null);
      if (bytesRead === 0) return { kind: 'bytes', bytes: Buffer.concat(parts) };
      size += bytesRead;
      if (size > largest) return tooLarge(largest, size);
      parts.push(buffer.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOTDIR: 'is not there: a folder of its path is a file.',
  EACCES: 'cannot be read: the step has no right to.',
  EPERM: 'cannot be read: the step has no right to.',
  ELOOP: 'is a symbolic link that leads to itself.',
  ENAMETOOLONG: 'cannot be read: its name is too long.',
};

/** A link to nothing is there: whoever made it meant a file. */
async function refusalOf(path: string, code: string): Promise<GivenFile> {
  if (code !== 'ENOENT') return { kind: 'unusable', why: reasons[code] ?? `cannot be read (${code}).` };
  const isLink = await lstat(path).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
  return isLink ? { kind: 'unusable', why: 'is a symbolic link that leads nowhere.' } : { kind: 'missing' };
}

/** The text of a file, or what the file is instead. */
export type TextRead =
  | { readonly text: string }
  /** `why` is the rest of a sentence whose subject is the file; line and column are from 1. */
  | { readonly why: string; readonly advice: string; readonly line: number; readonly column: number };

const save = 'Save the file as UTF-8: editors have the encoding in their status bar, or under "Save as".';

/** Decodes UTF-8; a byte order mark is fine. Never guesses: a text in another encoding would reach the portal garbled. */
export function textOf(bytes: Uint8Array): TextRead {
  const wide = wideEncoding(bytes);
  if (wide !== null) return { why: `is encoded in ${wide}, not in UTF-8.`, advice: save, line: 1, column: 1 };
  const zero = bytes.indexOf(0);
  if (zero >= 0) {
    const advice = 'Is it the right file? Documents, archives and images cannot be read.';
    return { why: 'is not a text file: it holds zero bytes.', advice, ...placeOf(bytes, zero) };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const at = firstUndecodable(bytes);
    const byte = (bytes[at] as number).toString(16).toUpperCase().padStart(2, '0');
    const place = placeOf(bytes, at);
    const why = `is not encoded in UTF-8: line ${place.line} has the byte 0x${byte} in column ${place.column}, as in Latin-1 or Windows-1252.`;
    return { why, advice: `${save} Or: \`iconv -f WINDOWS-1252 -t UTF-8\`.`, ...place };
  }
}

/** UTF-16 and UTF-32, by the byte order mark, or by the zero bytes that every ASCII character has there. */
function wideEncoding(bytes: Uint8Array): string | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? 'UTF-32' : 'UTF-16';
  if (first === 0xfe && second === 0xff) return 'UTF-16';
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return 'UTF-32';
  const start = bytes.subarray(0, 64);
  if (start.length < 4 || start.length % 2 !== 0) return null;
  const zeroAt = (rest: number): boolean => start.every((byte, index) => (byte === 0) === (index % 2 === rest));
  return zeroAt(0) || zeroAt(1) ? 'UTF-16' : null;
}

/** Where the first character begins that is none of UTF-8. */
function firstUndecodable(bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (begins(bytes.subarray(0, middle)) === null) bad = middle;
    else good = middle;
  }
  // Up to there it decodes, but for a character that may be cut at the end: the bytes of what is whole.
  return Buffer.byteLength(begins(bytes.subarray(0, good)) ?? '');
}

/** The whole characters of the beginning of a text in UTF-8; null if it is none. */
function begins(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

function placeOf(bytes: Uint8Array, at: number): { readonly line: number; readonly column: number } {
  const before = bytes.subarray(0, at);
  const lineStart = before.lastIndexOf(0x0a) + 1;
  const lines = before.reduce((count, byte) => count + (byte === 0x0a ? 1 : 0), 1);
  return { line: lines, column: new TextDecoder().decode(before.subarray(lineStart)).length + 1 };
}
