import type { Parse } from './parsed.ts';

/** Where the certificate of a CA is: in the input itself, or in a file. */
export type CaCertificate =
  { readonly kind: 'pem'; readonly pem: string } | { readonly kind: 'path'; readonly path: string };

/** PEM text, or a path. What the text is worth is found out when it is used. */
export const parseCaCertificate: Parse<CaCertificate> = (text) => {
  // Many lines of base64 are a certificate too, only not as it is written here: whoever reads it says so.
  if (text.includes('-----BEGIN ') || /^[\w+/=\s]{200,}$/u.test(text)) return { value: { kind: 'pem', pem: text } };
  if (/\p{Cc}/u.test(text)) {
    return {
      wrong:
        'is neither PEM text, which begins with `-----BEGIN CERTIFICATE-----`, nor the path of a file, which is one line.',
      unseen: true,
    };
  }
  return { value: { kind: 'path', path: text } };
};
