import { marked, type Tokens } from 'marked';
import mermaid from 'mermaid';

/** A bar of a chart, or a slice of a pie. */
export interface Drawn {
  readonly kind: string;
  readonly sections: readonly string[];
  readonly bars: readonly {
    readonly section: string;
    readonly name: string;
    readonly marked: boolean;
    readonly days: number;
  }[];
  /** Slices of a pie, by name. */
  readonly slices: Readonly<Record<string, number>>;
  /** Settings that the text makes for itself. */
  readonly config: object;
  /** What stands around the picture, as Markdown. */
  readonly around: string;
}

interface Task {
  readonly section: string;
  readonly task: string;
  readonly crit?: boolean;
  readonly startTime: Date;
  readonly endTime: Date;
}

/** What Mermaid keeps of a text, of these two kinds of diagram. */
interface Database {
  readonly getTasks?: () => readonly Task[];
  readonly getSections: () => readonly string[] | ReadonlyMap<string, number>;
  readonly getLinks?: () => ReadonlyMap<string, string>;
}

/** What Mermaid makes of the one picture in a Markdown text. Throws if it makes nothing of it. */
export async function drawn(markdown: string): Promise<Drawn> {
  const tokens = marked.lexer(markdown);
  const pictures = tokens.filter((token): token is Tokens.Code => token.type === 'code' && token.lang === 'mermaid');
  const [picture] = pictures;
  if (picture === undefined || pictures.length > 1) throw new Error(`${pictures.length} pictures`);
  const { text } = picture;
  const { config } = await mermaid.parse(text);
  // Nothing else tells what it has understood.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const { type, db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  const { getTasks, getSections, getLinks } = db as unknown as Database;
  if ((getLinks?.().size ?? 0) > 0) throw new Error('It has links.');
  const sections = getSections();
  return {
    kind: type,
    sections: 'length' in sections ? sections : [...sections.keys()],
    bars: (getTasks?.() ?? []).map(({ section, task, crit, startTime, endTime }) => ({
      section,
      name: task.trim(),
      marked: crit === true,
      days: (endTime.getTime() - startTime.getTime()) / 86_400_000,
    })),
    slices: 'length' in sections ? {} : Object.fromEntries(sections),
    config,
    around: tokens
      .filter((token) => token !== picture)
      .map(({ raw }) => raw)
      .join('')
      .trim(),
  };
}
