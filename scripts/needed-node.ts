/**
 * Ends the script with one plain line if it runs on a version of Node that the action cannot run on. To be imported
 * before anything else. On Linux x64, npm installs a fitting one and puts it first on the path.
 */
const needed = 24;

if (Number(process.versions.node.split('.')[0]) < needed) {
  console.error(
    `Node ${needed} or later is needed, as the action itself runs on it; this is Node ${process.versions.node}.`,
  );
  process.exit(1);
}
