/** Inline code. */
export function code(text: string): string {
  return `\`${text}\``;
}

/** A table; the cells are Markdown already. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A table that Prettier leaves alone: it would align it, and make a long change of every short one. */
export function unaligned(section: string): string {
  return ['<!-- prettier-ignore-start -->', '', section, '', '<!-- prettier-ignore-end -->'].join('\n');
}
