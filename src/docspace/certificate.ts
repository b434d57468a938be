import { X509Certificate } from 'node:crypto';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { failure, type Failure } from '../links/problem.ts';

/**
 * Makes this process trust the certificates of a PEM text, besides those it trusts already. Holds for connections
 * made afterwards, through a proxy too. Throws `input` for a text that is no certificate.
 */
export function trustCertificate(pem: string): void {
  setDefaultCACertificates([...getCACertificates('default'), ...certificatesIn(pem)]);
}

/**
 * The certificates of a PEM text, as PEM each; Windows line ends are fine. Throws `input` that names what the text is
 * instead, and never quotes it.
 */
export function certificatesIn(pem: string): readonly string[] {
  const text = pem.replace(/^\ufeff/u, '');
  const labels = Array.from(text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----/gu), ([, label]) => label as string);
  if (!labels.includes('CERTIFICATE')) throw refusal(...instead(text, labels));
  // The line breaks of an environment variable or of JSON, written out.
  if (/-----BEGIN CERTIFICATE-----\s*\\n/u.test(text)) {
    throw refusal(
      'holds `\\n` (a backslash and an n) where line breaks belong',
      'Replace each `\\n` with a line break.',
    );
  }
  if (/-----BEGIN CERTIFICATE----- *[A-Za-z0-9+/]/u.test(text)) {
    throw refusal('is all on one line: its line breaks are lost', keepBreaks);
  }
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/gu) ?? [];
  const begun = labels.filter((label) => label === 'CERTIFICATE').length;
  if (blocks.length < begun) throw refusal('is cut off: `-----END CERTIFICATE-----` is missing', copyAgain);
  blocks.forEach((block, index) => {
    if (!isCertificate(block)) {
      throw refusal(`cannot be read: certificate ${index + 1} of ${blocks.length} is damaged`, copyAgain);
    }
  });
  return blocks;
}

/** The same for the bytes of a file: a certificate in binary form (DER) is named, too. */
export function certificatesOf(bytes: Uint8Array): readonly string[] {
  if (isSequence(bytes)) {
    throw refusal(
      'is a certificate in binary form (DER), or a key store, not PEM text',
      'Convert a certificate: `openssl x509 -inform der -in ca.crt -out ca.pem`.',
    );
  }
  return certificatesIn(new TextDecoder().decode(bytes));
}

/** Whether a text is a certificate in another form than PEM, so that nobody takes it for a path. */
export function isEncodedCertificate(text: string): boolean {
  const bytes = Buffer.from(text, 'base64');
  return isSequence(bytes) || bytes.toString('latin1').startsWith(begin);
}

const begin = '-----BEGIN ';

/** Whether the bytes begin with a long sequence of ASN.1, as certificates, keys and key stores in binary form do. */
function isSequence(bytes: Uint8Array): boolean {
  return bytes[0] === 0x30 && bytes[1] === 0x82 && bytes.length > 200;
}

/** What a text is that holds no certificate, as the rest of a sentence, and what to do. */
function instead(text: string, labels: readonly string[]): readonly [what: string, hint: string] {
  if (labels.some((label) => label.endsWith('PRIVATE KEY'))) {
    return [
      'holds a private key, not a certificate',
      "Give the certificate of the CA. The private key is the server's secret and must not leave it: if it was committed or logged, replace it.",
    ];
  }
  const [label] = labels;
  if (label !== undefined) return [`holds a ${label.toLowerCase()}, not a certificate`, wanted];
  const decoded = Buffer.from(text, 'base64');
  if (decoded.toString('latin1').startsWith(begin)) {
    return [
      'is PEM text that is encoded in base64 once more',
      'Decode it first: `base64 -d`, or give the PEM text itself.',
    ];
  }
  if (isSequence(decoded)) {
    return [
      'is base64 without the lines around it: `-----BEGIN CERTIFICATE-----` and `-----END CERTIFICATE-----` are missing',
      'Add both lines, each on a line of its own.',
    ];
  }
  return ['is not a certificate: it has no `-----BEGIN CERTIFICATE-----`', wanted];
}

const keepBreaks = 'Keep the line breaks of the PEM text: in a workflow, `|` keeps them, `>` and plain text do not.';
const copyAgain = 'Copy the PEM text again, whole and with its line breaks.';
const wanted =
  'Give the PEM text of the CA (or the path of its file), with its line breaks. In a workflow, `|` keeps them.';

function isCertificate(block: string): boolean {
  try {
    new X509Certificate(block);
    return true;
  } catch {
    return false;
  }
}

function refusal(what: string, hint: string): Failure {
  return failure('input', `\`ca-certificate\` ${what}.`, hint);
}
