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
