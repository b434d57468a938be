const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a folder of its path is a file',
  EEXIST: 'a folder of its path is a file',
  EACCES: 'the step has no right to write there',
  EPERM: 'the step has no right to write there',
  EROFS: 'the step has no right to write there',
  ENOSPC: 'there is no space left',
  ENXIO: 'it is a pipe or a device that nobody reads',
  ENAMETOOLONG: 'its name is too long',
};

/** Why a file cannot be written, as a clause, from what Node has thrown. */
export function writeProblem(error: unknown): string {
  const code = String((error as { readonly code?: unknown }).code);
  return reasons[code] ?? code;
}
