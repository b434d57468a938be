import { X509Certificate } from 'node:crypto';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { failure } from '../links/problem.ts';

/**
 * Makes this process trust the certificates of a PEM text, besides those it trusts already. Holds for connections
 * made afterwards, through a proxy too. Throws `input` for a text that is no certificate.
 */
export function trustCertificate(pem: string): void {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/gu);
  if (blocks === null) {
    const instead = pem.includes('PRIVATE KEY-----') ? 'it holds a private key' : 'it has no such block';
    throw failure(
      'input',
      `\`ca-certificate\` is not a certificate: \`-----BEGIN CERTIFICATE-----\` is expected, ${instead}.`,
      'Give the PEM text of the CA (or the path of its file), with its line breaks. In a workflow, `|` keeps them.',
    );
  }
  blocks.forEach((block, index) => {
    try {
      new X509Certificate(block);
    } catch {
      throw failure(
        'input',
        `\`ca-certificate\`: certificate ${index + 1} of ${blocks.length} cannot be read.`,
        'Copy the PEM text again, whole and with its line breaks.',
      );
    }
  });
  setDefaultCACertificates([...getCACertificates('default'), ...blocks]);
}
