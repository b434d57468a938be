import { expect, test } from '@jest/globals';
import { certificatesIn, certificatesOf, isEncodedCertificate } from '../../src/docspace/certificate.ts';
import { Failure } from '../../src/links/problem.ts';
import { certify } from './certificates.ts';

const { cert, key } = certify({ name: 'Test CA' });
const other = certify({ name: 'Another CA' }).cert;
const pem = cert.trim();
const body = pem.split('\n').slice(1, -1).join('');
const base64 = Buffer.from(cert).toString('base64');

/** What is wrong with a certificate; nothing of it is shown. */
function refusal(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const [{ code, message, hint } = { code: '', message: '', hint: '' }] = error.problems;
    expect([code, error.problems.length, hint === '']).toEqual(['input', 1, false]);
    expect(`${message} ${hint}`).not.toMatch(/hush|[A-Za-z0-9+/]{40}/u);
    return message;
  }
  return '';
}

test.each<[string, string, readonly string[]]>([
  ['one', cert, [pem]],
  ['several, with text between them', `# ours\n${cert}\nAnother CA\n${other}`, [pem, other.trim()]],
  ['Windows line ends', cert.replaceAll('\n', '\r\n'), [pem.replaceAll('\n', '\r\n')]],
  ['a byte order mark', `\ufeff${cert}`, [pem]],
  ['beside a private key', `${key}${cert}`, [pem]],
])('certificates are read: %s', (_, text, expected) => {
  expect(certificatesIn(text)).toEqual(expected);
  expect(certificatesOf(Buffer.from(text))).toEqual(expected);
});

test.each([
  ['nothing', '', 'is not a certificate: it has no `-----BEGIN CERTIFICATE-----`.'],
  ['another text', 'hush', 'is not a certificate: it has no `-----BEGIN CERTIFICATE-----`.'],
  ['a private key', key, 'holds a private key, not a certificate.'],
  [
    'an old private key',
    '-----BEGIN RSA PRIVATE KEY-----\nhush\n-----END RSA PRIVATE KEY-----',
    'holds a private key, not a certificate.',
  ],
  [
    'a request',
    '-----BEGIN CERTIFICATE REQUEST-----\nhush\n-----END CERTIFICATE REQUEST-----',
    'holds a certificate request, not a certificate.',
  ],
  [
    'a public key',
    '-----BEGIN PUBLIC KEY-----\nhush\n-----END PUBLIC KEY-----',
    'holds a public key, not a certificate.',
  ],
  ['PEM in base64', base64, 'is PEM text that is encoded in base64 once more.'],
  [
    'PEM in base64, on many lines',
    base64.replaceAll(/.{76}/gu, '$&\n'),
    'is PEM text that is encoded in base64 once more.',
  ],
  [
    'a bare body',
    body,
    'is base64 without the lines around it: `-----BEGIN CERTIFICATE-----` and `-----END CERTIFICATE-----` are missing.',
  ],
  ['literal \\n', pem.replaceAll('\n', '\\n'), 'holds `\\n` (a backslash and an n) where line breaks belong.'],
  ['one line', pem.replaceAll('\n', ' '), 'is all on one line: its line breaks are lost.'],
  ['one line without spaces', pem.replaceAll('\n', ''), 'is all on one line: its line breaks are lost.'],
  ['a cut one', pem.slice(0, -40), 'is cut off: `-----END CERTIFICATE-----` is missing.'],
  ['a damaged one', pem.replace(/\n.{9}/u, '\nhush+hush'), 'cannot be read: certificate 1 of 1 is damaged.'],
  [
    'a damaged second one',
    `${cert}${other.replace(/\n.{9}/u, '\nhush+hush')}`,
    'cannot be read: certificate 2 of 2 is damaged.',
  ],
])('it is named what is there instead: %s', (_, text, message) => {
  expect(refusal(() => certificatesIn(text))).toBe(`\`ca-certificate\` ${message}`);
});

test('a file in binary form is named', () => {
  const der = Buffer.from(body, 'base64');
  expect(refusal(() => certificatesOf(der))).toBe(
    '`ca-certificate` is a certificate in binary form (DER), or a key store, not PEM text.',
  );
});

test('what is encoded is not taken for a path', () => {
  const texts = [base64, body, 'certs/ca.pem', '/etc/ssl/certs/ca-certificates.crt', 'MIIB'];
  expect(texts.map(isEncodedCertificate)).toEqual([true, true, false, false, false]);
});
