import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from '@jest/globals';
import { problemFrom } from '../docspace/failures.ts';
import { serve, stopServers } from '../docspace/servers.ts';
import { connected } from './connected.ts';
import type { FakeGitHub } from './fake-github.ts';

afterEach(stopServers);

const comments = gzipSync(JSON.stringify([{ id: 1, user: { login: 'octocat' }, body: 'Grüße' }]));

async function answering(body: Buffer, encoding: string) {
  const { url } = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-encoding': encoding });
    response.end(body);
  });
  return connected({ url } as FakeGitHub);
}

test('an answer that a proxy has packed is unpacked', async () => {
  const { github } = await answering(comments, 'gzip');
  await expect(github.comments(58)).resolves.toMatchObject([{ id: 1, author: 'octocat', body: 'Grüße' }]);
});

test.each([
  [comments.subarray(0, 40), 'gzip', 'the answer ends too early'],
  [Buffer.from('[]'), 'gzip', 'the answer cannot be unpacked'],
  [comments, 'zstd', 'the answer is packed in a way that is not known here'],
])('one that cannot be unpacked is named in words: %#', async (body, encoding, words) => {
  const { github, waits } = await answering(body, encoding);
  const { message } = await problemFrom(github.comments(58));
  expect(message).toContain(`: "${words}".`);
  expect(waits).toHaveLength(3);
});
