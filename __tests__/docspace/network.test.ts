import { expect, test } from '@jest/globals';
import { networkFailure } from '../../src/docspace/network.ts';
import { failure } from '../../src/links/problem.ts';
import { everythingOf } from './failures.ts';

const request = { name: 'GET /x', url: 'https://portal.test:8443/x?key=hush', answering: false };
const errorOf = (code: string, message = 'hush'): Error =>
  Object.assign(new Error(message), { code, rawPacket: Buffer.from('hush'), input: 'hush' });

test.each([
  ['ENOTFOUND', false, 'unreachable', 'portal.test:8443 cannot be reached: there is no such host name (ENOTFOUND).'],
  ['EHOSTUNREACH', false, 'unreachable', 'there is no route to the host'],
  ['ETIMEDOUT', false, 'unreachable', 'not accepted in time'],
  ['EWHATEVER', false, 'unreachable', 'portal.test:8443 cannot be reached (EWHATEVER).'],
  ['ECONNRESET', true, 'cut-answer', 'broke in the middle of the answer to GET /x (ECONNRESET).'],
  ['HPE_INVALID_CHUNK_SIZE', true, 'not-docspace', 'does not speak HTTP (HPE_INVALID_CHUNK_SIZE)'],
  ['CERT_HAS_EXPIRED', false, 'tls', 'is not trusted: it has expired (CERT_HAS_EXPIRED).'],
  ['CERT_CHAIN_TOO_LONG', false, 'tls', 'is not trusted: CERT_CHAIN_TOO_LONG (CERT_CHAIN_TOO_LONG).'],
  ['HOSTNAME_MISMATCH', false, 'tls', 'The certificate of portal.test:8443'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', false, 'not-secure', 'No secure connection to portal.test:8443'],
  ['EPROTO', false, 'not-secure', 'No secure connection'],
] as const)('%s (answering: %s) is %s', (code, answering, expected, text) => {
  const failed = networkFailure(errorOf(code), { ...request, answering });
  expect(failed.problems[0]?.code).toBe(expected);
  expect(failed.message).toContain(text);
  expect(everythingOf(failed)).not.toContain('hush');
});

test('the name stands in for a code that is missing', () => {
  expect(networkFailure(new TypeError('x'), request).message).toContain('cannot be reached (TypeError)');
  expect(networkFailure({ code: 5 }, request).message).toContain('cannot be reached (unknown error)');
  expect(networkFailure(null, request).message).toContain('cannot be reached (unknown error)');
});

test('a failure stays as it is', () => {
  const failed = failure('timeout', 'x');
  expect(networkFailure(failed, request)).toBe(failed);
});
