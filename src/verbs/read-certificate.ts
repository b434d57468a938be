import { certificatesIn, certificatesOf, isEncodedCertificate } from '../docspace/certificate.ts';
import type { CaCertificate } from '../inputs/read.ts';
import { failure } from '../links/problem.ts';
import { quoted } from '../links/quoted.ts';
import type { Runner } from '../runner/runner.ts';

/** Bytes: all the CAs that an operating system trusts are a quarter of this. */
const largest = 1024 * 1024;

/**
 * The certificates of the input `ca-certificate` as PEM text, before any request; null without it. Throws
 * `input` that names what is there instead.
 */
export async function readCertificate(ca: CaCertificate | null, runner: Runner): Promise<string | null> {
  if (ca === null) return null;
  if (ca.kind === 'pem') return joined(certificatesIn(ca.pem));
  const { path } = ca;
  const file = await runner.readGivenFile(path, largest);
  if (file.kind === 'bytes') return joined(certificatesOf(file.bytes));
  if (isEncodedCertificate(path)) return joined(certificatesIn(path));
  const why = file.kind === 'missing' ? 'is not there.' : file.why;
  const message = mayBeKey.test(path)
    ? '`ca-certificate` is neither PEM text nor the path of a file that can be read.'
    : `\`ca-certificate\`: ${quoted(path)} ${why}`;
  throw failure('input', message, 'Give the PEM text itself, or the path of a file that an earlier step has written.');
}

/** A long text of the characters of base64: a private key without its lines is one. Few paths have no dot. */
const mayBeKey = /^[\w+/=-]{60,}$/u;

function joined(blocks: readonly string[]): string {
  return blocks.join('\n');
}
