import { ProxyError } from '../http/tunnel.ts';
import { BodyError } from '../http/unpack.ts';
import { failure, Failure } from '../links/problem.ts';
import { excerpt } from './excerpt.ts';

/** Which request failed, and how far it had come. */
export interface Interrupted {
  readonly name: string;
  readonly url: string;
  /** The headers of the answer had come. */
  readonly answering: boolean;
  /** Largest body that is read; bytes. */
  readonly largestBody?: number;
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
 * The failure for an error of the network: `unreachable`, `proxy-refused`, `tls`, `not-secure`, `cut-answer`, or `not-docspace` for what
 * is no HTTP or cannot be unpacked.
 * Failures are given back as they are. The error itself is not kept as the cause: those of the HTTP parser hold bytes
 * of the answer.
 */
export function networkFailure(error: unknown, request: Interrupted): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof BodyError) return bodyFailure(error, request);
  const { host, protocol } = new URL(request.url);
  if (error instanceof ProxyError) return proxyFailure(error, request.name, host);
  const { code, message } = described(error);
  if (isOfCertificate(code)) return failure('tls', notTrusted(host, code), certificateHints[code]);
  if (isPlainAnswer.test(`${code} ${message}`)) {
    return failure(
      'not-secure',
      `No secure connection to ${host} could be made: what answers on that port does not speak \`https\` (${code}).`,
      'The port probably speaks plain `http`. Use the port on which the portal speaks `https` in `portal-url`.',
    );
  }
  if (isOfTls(code)) {
    return failure('not-secure', `No secure connection to ${host} could be made (${code}).`);
  }
  if (code === 'ERR_INVALID_CHAR') {
    return failure(
      'input',
      'The API key holds a character that cannot stand in a request.',
      'Copy the key again: it is `sk-` and 64 letters and digits.',
    );
  }
  if (code.startsWith('HPE_')) {
    return failure(
      'not-docspace',
      `What answered to ${request.name} at ${host} does not speak HTTP (${code}).`,
      protocol === 'http:' ? secureHint(host) : undefined,
    );
  }
  if (request.answering) {
    return failure('cut-answer', `The connection broke in the middle of the answer to ${request.name} (${code}).`);
  }
  const why = causes[code];
  return failure(
    'unreachable',
    `${host} cannot be reached${why === undefined ? '' : `: ${why}`} (${code}).`,
    protocol === 'http:' && closed.includes(code) ? secureHint(host) : undefined,
  );
}

/** What TLS stumbles over where plain HTTP, or no HTTP at all, answers: the words of OpenSSL, or its code. */
const isPlainAnswer = /(?:wrong|bad)[ _]version|packet[ _]length[ _]too[ _]long|http[ _]request|unknown[ _]protocol/iu;

/** How a server of `https` ends what begins with plain HTTP. */
const closed: readonly string[] = ['ECONNRESET', 'EPIPE'];

function secureHint(host: string): string {
  return `If that port speaks \`https\`, use \`portal-url: https://${host}\`. Otherwise check the address, and whether the portal runs.`;
}

function bodyFailure({ reason, packing }: BodyError, { name, largestBody = 0 }: Interrupted): Failure {
  const shown = excerpt(packing, 40);
  switch (reason) {
    case 'cut':
      return failure('cut-answer', `The answer to ${name}, packed as ${shown}, ends too early.`);
    case 'too-large': {
      const size = `larger than ${Math.floor(largestBody / 1024)} KiB`;
      return failure('not-docspace', `The answer to ${name} is ${size}, which no answer of DocSpace is.`);
    }
    case 'not-packed':
      return failure('not-docspace', `The answer to ${name} cannot be unpacked, though it is said to be ${shown}.`);
    case 'unknown-packing':
      return failure(
        'not-docspace',
        `The answer to ${name} is packed in a way that this action does not know: ${shown}.`,
        'DocSpace was asked for an answer that is not packed (`Accept-Encoding: identity`). Look at the proxy between the runner and the portal.',
      );
  }
}

function proxyFailure({ reason, proxy, variable, message }: ProxyError, name: string, host: string): Failure {
  const whole = `The proxy did not let ${name} through to ${host}: ${message}.`;
  const check = `Check \`${variable}\` and \`no_proxy\` of the runner, and whether the proxy allows this host.`;
  if (typeof reason === 'number') {
    // It will answer the same again, unless it could not reach the host itself, or has too much to do.
    const isFinal = reason < 500 && reason !== 408 && reason !== 429;
    const login = `The proxy asks for a user name and a password: \`${variable}: http://user:password@proxy.example:3128\`.`;
    return failure(isFinal ? 'proxy-refused' : 'unreachable', whole, reason === 407 ? login : check);
  }
  if (isOfCertificate(reason)) {
    const hint = 'If a CA of your own issued it, give the certificate of that CA in `ca-certificate`.';
    return failure('tls', notTrusted(proxy, reason), hint);
  }
  if (isOfTls(reason)) {
    return failure(
      'not-secure',
      `No secure connection to ${proxy} could be made (${reason}).`,
      `Most proxies are spoken to by plain \`http\`: begin \`${variable}\` with \`http://\`.`,
    );
  }
  return failure('unreachable', whole, check);
}

function isOfCertificate(code: string): boolean {
  return code in certificates || /^(?:CERT_|CRL_|UNABLE_TO_|INVALID_CA|HOSTNAME_MISMATCH)/u.test(code);
}

function isOfTls(code: string): boolean {
  return code === 'EPROTO' || /^ERR_(?:SSL|TLS)_/u.test(code);
}

function notTrusted(whose: string, code: string): string {
  return `The certificate of ${whose} is not trusted: ${certificates[code] ?? code} (${code}).`;
}

/** Code (else name) and message of an error, whose class is not asked: errors of node may come from another realm. */
function described(error: unknown): { readonly code: string; readonly message: string } {
  const { code, name, message } = (typeof error === 'object' && error !== null ? error : {}) as Partial<
    Record<'code' | 'name' | 'message', unknown>
  >;
  const known = [code, name].find((one) => typeof one === 'string');
  return { code: known ?? 'unknown error', message: typeof message === 'string' ? message : '' };
}
