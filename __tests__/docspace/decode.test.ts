import { describe, expect, test } from '@jest/globals';
import { decodeEnvelope, decodeKey, decodeNumber, decodeSharing } from '../../src/docspace/decode.ts';
import { failureFrom } from './failures.ts';

const rules = (restrictedInRooms: boolean, blocksExisting: boolean): unknown => ({ restrictedInRooms, blocksExisting });

test.each([
  [{ externalShare: false, externalShareApplyToRooms: true }, rules(true, false)],
  [{ externalShare: false, externalShareApplyToRooms: true, blockExistingLinksOnRestrict: true }, rules(true, true)],
  [{ externalShare: false, externalShareApplyToRooms: false, blockExistingLinksOnRestrict: true }, rules(false, false)],
  [{ externalShare: true, externalShareApplyToRooms: true, blockExistingLinksOnRestrict: true }, rules(false, false)],
  [{ externalShare: true }, null],
  [{}, null],
])('sharing settings %j', (response, expected) => {
  expect(decodeSharing(response, 'x')).toStrictEqual(expected);
});

test('a key', () => {
  const response = { id: '7', permissions: ['rooms:write'], createBy: { id: 'ABC' }, key: 'sk-***abcd' };
  expect(decodeKey(response, 'x')).toStrictEqual({ scopes: ['rooms:write'], userId: 'abc' });
});

test('a number', async () => {
  expect(decodeNumber({ status: 3 }, 'status', 'x')).toBe(3);
  const { problems } = await failureFrom(Promise.resolve().then(() => decodeNumber({ status: '3' }, 'status', 'x')));
  expect(problems[0]?.code).toBe('not-docspace');
});

describe('the envelope', () => {
  const answer = (text: string, contentType = 'application/json', status = 200) => ({
    status,
    contentType,
    text,
    headers: {},
  });
  const question = { method: 'GET', path: '/x' };

  test.each<[string, unknown]>([
    ['{"count":0,"links":[],"status":0,"statusCode":200}', undefined],
    ['{"response":[1],"count":1,"status":0,"statusCode":200}', [1]],
  ])('%s', (text, response) => {
    expect(decodeEnvelope(answer(text), 'x', question)).toStrictEqual({ response });
  });

  test.each([
    ['{}', 'application/json', '`status` is missing'],
    ['[]', 'application/json', 'not as DocSpace sends it'],
    ['null', 'application/json', 'not as DocSpace sends it'],
    ['', 'application/json', 'otherwise than DocSpace does: 200, application/json, empty'],
    ['', '', 'otherwise than DocSpace does: 200, no content type, empty'],
    ['ok', 'text/plain', 'otherwise than DocSpace does: 200, text/plain, "ok"'],
    ['{"response":{"password":"hush","title":"a \\"hush', 'application/json', 'JSON that is cut or broken: 200'],
    ['{"response":{"password":"hush"}}', 'text/json', 'otherwise than DocSpace does: 200, text/json, "{"response"'],
    [
      '<!DOCTYPE html>\n<html>\u0007<title>DocSpace\u202e</title>',
      'text/html',
      'with a web page, not with DocSpace\'s API: 200, text/html, "<!DOCTYPE html> <html><title>DocSpace</title>".',
    ],
  ])('%j as %s is none', async (text, type, words) => {
    const failed = await failureFrom(
      Promise.resolve().then(() => decodeEnvelope(answer(text, type), 'GET /x', question)),
    );
    expect(failed.problems[0]?.code).toBe('not-docspace');
    expect(failed.message).toContain(words);
    expect(failed.message).toContain('GET /x');
    expect(failed.text).not.toContain('hush');
  });
});
