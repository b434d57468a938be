import { alternatives, didYouMean, simplified } from './did-you-mean.ts';
import { mapped, type Parse } from './parsed.ts';

/** One of these words, in any case. `others` are words that are not taken, but for which one of these is proposed. */
export function oneOf<const T extends string>(
  words: readonly T[],
  others: Readonly<Record<string, NoInfer<T>>> = {},
): Parse<T> {
  return (text) => {
    const value = words.find((word) => simplified(word) === simplified(text));
    if (value !== undefined) return { value };
    const meanings = new Map<string, string>([
      ...words.map((word) => [word, word] as const),
      ...Object.entries(others),
    ]);
    return { wrong: `is not valid. Use ${alternatives(words)}.${didYouMean(text, meanings)}` };
  };
}

const truth = oneOf(['true', 'false'], {
  yes: 'true',
  y: 'true',
  on: 'true',
  '1': 'true',
  enabled: 'true',
  no: 'false',
  n: 'false',
  off: 'false',
  '0': 'false',
  disabled: 'false',
});

/** `true` or `false`, in any case. */
export const parseBoolean: Parse<boolean> = (text) => mapped(truth(text), (value) => value === 'true');
