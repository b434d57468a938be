/**
 * Ends a script with one plain line on a version of Node that the action cannot run on. The npm scripts load it before
 * theirs (`node --import`). It is JavaScript: such a version may not read TypeScript. On Linux x64, npm installs a
 * fitting version and puts it first on the path.
 */
import process from 'node:process';

const needed = 24;
const { node } = process.versions;

if (Number(node.split('.')[0]) < needed) {
  process.stderr.write(`Node ${needed} or later is needed, as the action itself runs on it; this is Node ${node}.\n`);
  process.exit(1);
}
