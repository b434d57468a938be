import { describe, expect, test } from '@jest/globals';
import { actions } from '../../src/actions/table.ts';
import { largestOutput, outputTexts, type OutputValue } from '../../src/render/outputs.ts';

const { outputs: specs } = actions.set;

const textsOf = (values: Readonly<Record<string, OutputValue>>, succeeded = false) =>
  outputTexts(specs, new Map(Object.entries(values)), succeeded);

const list = (elements: readonly object[], byWeight?: readonly object[]): OutputValue => ({
  elements,
  whole: 'Elsewhere.',
  ...(byWeight === undefined ? {} : { byWeight }),
});

/** An element whose JSON is so many bytes long. */
const ofBytes = (bytes: number, letter = 'x'): object => ({ a: letter.repeat(bytes - '{"a":""}'.length) });

describe('the texts of outputs', () => {
  test('are empty for what is not known, and what the table says where the step ended well', () => {
    expect(new Set(textsOf({}).texts.values())).toEqual(new Set(['']));
    expect(Object.fromEntries(textsOf({}, true).texts)).toMatchObject({
      result: '',
      changed: 'false',
      links: '[]',
      'links-count': '0',
      plan: '[]',
      truncated: 'false',
    });
  });

  test('say that nothing was cut as soon as one array is known', () => {
    expect(textsOf({ links: list([]) }).texts.get('truncated')).toBe('false');
    expect(textsOf({ links: '' }).texts.get('truncated')).toBe('');
  });

  test.each([
    ['as large as may be', [ofBytes(largestOutput - 3)], 1],
    ['larger by a byte', [ofBytes(largestOutput - 2)], 0],
    ['of two that fit to the byte', [ofBytes(largestOutput / 2 - 2), ofBytes(largestOutput / 2 - 2)], 2],
    ['of two that are a byte too many', [ofBytes(largestOutput / 2 - 2), ofBytes(largestOutput / 2 - 1)], 1],
    ['of one too large and one that fits', [ofBytes(largestOutput), ofBytes(20)], 1],
  ])('an array %s', (_, elements, kept) => {
    const { texts, cuts } = textsOf({ links: list(elements) });
    const text = texts.get('links') ?? '';
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(largestOutput);
    expect(JSON.parse(text)).toHaveLength(kept);
    expect(texts.get('truncated')).toBe(String(kept < elements.length));
    expect(cuts).toHaveLength(kept < elements.length ? 1 : 0);
  });

  test('count bytes of UTF-8, not characters', () => {
    const wide = { a: '界'.repeat(largestOutput / 3) };
    expect(textsOf({ links: list([wide, ofBytes(30)]) }).texts.get('links')).toBe(JSON.stringify([ofBytes(30)]));
  });

  test('keep the order of the elements, and those of most weight', () => {
    const [one, two, three] = ['a', 'b', 'c'].map((letter) => ofBytes(50 * 1024, letter));
    const elements = [one, two, three] as object[];
    const kept = JSON.parse(
      textsOf({ links: list(elements, elements.toReversed()) }).texts.get('links') ?? '',
    ) as unknown;
    expect(kept).toEqual([two, three]);
  });

  test('leave out a text that is too large, since its beginning says something else', () => {
    const { texts, cuts } = textsOf({ link: 'x'.repeat(largestOutput + 1) });
    expect([texts.get('link'), texts.get('truncated')]).toEqual(['', 'true']);
    expect(cuts).toEqual([expect.stringContaining('`link` is empty')]);
  });
});
