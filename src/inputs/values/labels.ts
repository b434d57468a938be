import { linesOf } from './lines.ts';
import { mapped, type Parse } from './parsed.ts';

/** GitHub takes no longer label, and none with a comma in it. */
const longest = 50;

/** Labels of GitHub, one a line or between commas, each once: case makes no difference to GitHub. */
export const parseLabels: Parse<readonly string[]> = (text) =>
  mapped(linesOf(parseLine)(text), (lines) => [
    ...new Map(lines.flat().map((label) => [label.toLowerCase(), label])).values(),
  ]);

const parseLine: Parse<readonly string[]> = (line) => {
  const labels = line
    .split(',')
    .map((label) => label.trim())
    .filter((label) => label !== '');
  if (/\p{Cc}/u.test(line)) return { wrong: 'holds a control character.' };
  const length = Math.max(0, ...labels.map((label) => Array.from(label).length));
  if (length > longest) return { wrong: `holds a label of ${length} characters: GitHub takes ${longest} at most.` };
  return { value: labels };
};
