import { failure, Failure } from '../links/problem.ts';
import { excerpt } from './excerpt.ts';

/** Which request failed, and how far it had come. */
export interface Interrupted {
  readonly name: string;
  readonly url: string;
  /** The headers of the answer had come. */
  readonly answering: boolean;
}

const causes: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such host name',
  EAI_AGAIN: 'the host name could not be resolved at the moment',
  ECONNREFUSED: 'nothing listens there, or a firewall refuses',
  ECONNRESET: 'the connection was closed before an answer came',
  EPIPE: 'the connection was closed before an answer came',
  EHOSTUNREACH: 'there is no route to the host',
  ENETUNREACH: 'there is no route to the network',
  ETIMEDOUT: 'the connection was not accepted in time',
};

const certificates: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'it is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'its chain ends in a CA that this machine does not know',
  UNABLE_TO_GET_ISSUER_CERT: 'its issuer is not known to this machine',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its issuer is not known to this machine',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the server does not send the whole chain, or a CA of its own issued it',
  CERT_HAS_EXPIRED: 'it has expired',
  CERT_NOT_YET_VALID: 'it is not valid yet',
  CERT_REVOKED: 'it was revoked',
  CERT_UNTRUSTED: 'it is not trusted',
  ERR_TLS_CERT_ALTNAME_INVALID: 'it was issued for another host name',
};

/** What helps where another CA would not. */
const certificateHints: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'Renew the certificate of the portal.',
  CERT_NOT_YET_VALID: 'Check the clocks of the portal and of the runner.',
  CERT_REVOKED: 'Replace the certificate of the portal.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'Use the host name of the certificate in `portal-url`, or renew the certificate.',
};

/**
 * The failure for an error of the network: `unreachable`, `tls`, `cut-answer`, or `not-docspace` for what is no HTTP.
 * Failures are given back as they are. The error itself is not kept as the cause: those of the HTTP parser hold bytes
 * of the answer.
 */
export function networkFailure(error: unknown, request: Interrupted): Failure {
  if (error instanceof Failure) return error;
  const { host } = new URL(request.url);
  const { code, message } = described(error);
  if (code in certificates || /^(?:CERT_|CRL_|UNABLE_TO_|INVALID_CA|HOSTNAME_MISMATCH)/u.test(code)) {
    const why = certificates[code] ?? code;
    return failure('tls', `The certificate of ${host} is not trusted: ${why} (${code}).`, certificateHints[code]);
  }
  if (code === 'EPROTO' || /^ERR_(?:SSL|TLS)_/u.test(code)) {
    return failure(
      'tls',
      `No secure connection to ${host} could be made (${code}).`,
      'Check that `portal-url` names the port on which the portal speaks `https`, and which TLS versions it allows.',
    );
  }
  if (code === 'ERR_INVALID_CHAR') {
    return failure(
      'input',
      'The API key holds a character that cannot stand in a request.',
      'Copy the key again: it is `sk-` and 64 letters and digits.',
    );
  }
  if (code.startsWith('HPE_')) {
    return failure('not-docspace', `What answered to ${request.name} at ${host} does not speak HTTP (${code}).`);
  }
  if (request.answering) {
    return failure('cut-answer', `The connection broke in the middle of the answer to ${request.name} (${code}).`);
  }
  if (message.startsWith('tunneling socket')) {
    return failure(
      'unreachable',
      `The proxy did not let ${request.name} through to ${host}: ${excerpt(message, 120)}.`,
      'Check `https_proxy`, `http_proxy` and `no_proxy` of the runner.',
    );
  }
  const why = causes[code];
  return failure('unreachable', `${host} cannot be reached${why === undefined ? '' : `: ${why}`} (${code}).`);
}

/** Code and message of an error, whose class is not asked: errors of node may come from another realm. */
function described(error: unknown): { readonly code: string; readonly message: string } {
  const { code, name, message } = (typeof error === 'object' && error !== null ? error : {}) as Partial<
    Record<'code' | 'name' | 'message', unknown>
  >;
  const known = [code, name].find((one) => typeof one === 'string');
  return { code: known ?? 'unknown error', message: typeof message === 'string' ? message : '' };
}
