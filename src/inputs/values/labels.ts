import { listOf } from './lines.ts';
import { mapped, type Parse } from './parsed.ts';
import { pastedSecret } from './pasted.ts';

/** GitHub allows no longer label, and none with a comma in it. */
const longest = 50;

/** Labels of GitHub, each once: case makes no difference to GitHub. */
export const parseLabels: Parse<readonly string[]> = (text) =>
  mapped(listOf(parseLabel)(text), (labels) => [
    ...new Map(labels.map((label) => [label.toLowerCase(), label])).values(),
  ]);

const parseLabel: Parse<string> = (label) => {
  if (label.includes(',')) return { wrong: 'is a label with a comma, which GitHub does not allow.' };
  if (/\p{Cc}/u.test(label)) return { wrong: 'holds a control character.' };
  const secret = pastedSecret(label);
  if (secret !== null) return { wrong: `contains ${secret}. Everyone who sees the issue could use it.`, unseen: true };
  const { length } = Array.from(label);
  if (length === 0 || length > longest) return { wrong: `has ${length} characters: GitHub allows 1 to ${longest}.` };
  return { value: label };
};
