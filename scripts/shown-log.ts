/** What the runner makes of the standard output of a step: commands are carried out, the rest is shown, masked. */
export interface ShownLog {
  readonly lines: readonly string[];
  readonly masks: readonly string[];
}

const colours: Readonly<Record<string, string>> = { error: '31', warning: '33', notice: '36' };

const unescaped = (text: string): string => text.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%');

/** Reads a log as the runner does: `::add-mask::` hides, annotations are coloured, debug lines are left out. */
export function shownLog(stdout: string): ShownLog {
  const masks: string[] = [];
  const lines: string[] = [];
  for (const line of stdout.trimEnd().split('\n')) {
    const [, command, properties, text] = /^::([a-z-]+)(?: ([^:]*))?::(.*)$/.exec(line) ?? [];
    if (command === 'add-mask') masks.push(unescaped(text ?? ''));
    else if (command === undefined) lines.push(`  ${line}`);
    else if (command in colours) {
      const title = /title=([^,]*)/.exec(properties ?? '')?.[1] ?? command;
      const shown = `${unescaped(title).replaceAll('%3A', ':').replaceAll('%2C', ',')}: ${unescaped(text ?? '')}`;
      lines.push(`\u001b[${colours[command] ?? '0'}m${shown.replace(/^/gm, '  ')}\u001b[0m`);
    }
  }
  const hide = (line: string): string => masks.reduce((rest, mask) => rest.replaceAll(mask, '***'), line);
  return { lines: lines.map(hide), masks };
}
