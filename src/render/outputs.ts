import { describedLink } from '../links/described-link.ts';
import { isManaged, type Identity } from '../links/identity.ts';
import type { Link } from '../links/link.ts';

/**
 * The largest output, in bytes of UTF-8. Linux passes no environment variable of more than 128 KiB to a process, and
 * that is how a workflow hands an output to a script.
 */
export const largestOutput = 120 * 1024;

/** An output that is a JSON array: its elements, so that it can be cut between them. */
export interface ListOutput {
  readonly elements: readonly object[];
  /** The same elements, the most important first; where it is absent, they are in that order. The last ones are cut. */
  readonly byWeight?: readonly object[];
  /** Where all of them are, as a sentence for the warning that the output was cut. */
  readonly whole: string;
}

/** What a verb sets an output to. */
export type OutputValue = string | ListOutput;

/** One output of an action: its name, and what it is where a step that ended well has nothing to say. */
interface NamedOutput {
  readonly name: string;
  readonly empty: string;
}

/** The outputs of a step as texts, and a message for each that had to be cut. */
export interface OutputTexts {
  readonly texts: ReadonlyMap<string, string>;
  readonly cuts: readonly string[];
}

/**
 * The texts of all outputs of an action, none larger than `largestOutput`. An output that the verb has not set is empty,
 * because it is not known; where the step `succeeded`, it is the `empty` value of the table. `truncated` says whether an
 * output was cut; in a step that fails it is empty until one array is known.
 */
export function outputTexts(
  specs: readonly NamedOutput[],
  values: ReadonlyMap<string, OutputValue>,
  succeeded: boolean,
): OutputTexts {
  const fitted = specs.map(({ name, empty }) => fit(name, values.get(name) ?? (succeeded ? empty : '')));
  const cuts = fitted.flatMap(({ cut }) => (cut === null ? [] : [cut]));
  const isKnown = succeeded || fitted.some(({ isList }) => isList);
  const truncated = cuts.length > 0 || isKnown ? String(cuts.length > 0) : '';
  return {
    texts: new Map(fitted.map(({ name, text }) => [name, name === 'truncated' ? truncated : text])),
    cuts,
  };
}

interface Fitted {
  readonly name: string;
  readonly text: string;
  readonly isList: boolean;
  /** What was cut and where the whole is; null if nothing was. */
  readonly cut: string | null;
}

const limitWords = `an output of more than ${largestOutput / 1024} KiB cannot be passed to a step`;

function fit(name: string, value: OutputValue): Fitted {
  if (typeof value !== 'string') return fitList(name, value);
  const isLarge = Buffer.byteLength(value) > largestOutput;
  // The beginning of a text says something else than the text.
  const cut = isLarge ? `\`${name}\` is empty, because ${limitWords}.` : null;
  return { name, text: isLarge ? '' : value, isList: false, cut };
}

function fitList(name: string, { elements, byWeight = elements, whole }: ListOutput): Fitted {
  const texts = new Map<object, string>();
  // The brackets; the comma counts with each element.
  let size = 2;
  for (const element of byWeight) {
    const text = JSON.stringify(element);
    const bytes = Buffer.byteLength(text) + 1;
    // An element that is too large by itself does not keep out the others.
    if (bytes + 2 > largestOutput) continue;
    size += bytes;
    if (size > largestOutput) break;
    texts.set(element, text);
  }
  const kept = elements.filter((element) => texts.has(element));
  const cut =
    kept.length === elements.length
      ? null
      : `\`${name}\` holds ${kept.length} of ${elements.length} elements, because ${limitWords}. ${whole}`;
  return { name, text: `[${kept.map((element) => texts.get(element)).join(',')}]`, isList: true, cut };
}

/**
 * Elements of the output `links`: what may be known about each link, never a password or token (interface.md, set).
 * `shows` says whose URLs may be seen.
 */
export function linkElements(
  links: readonly Link[],
  identity: Identity,
  shows: (link: Link) => boolean = () => false,
): readonly object[] {
  return links.map((link) => ({
    ...describedLink({ ...link, hasPassword: link.password !== null }, isManaged(identity, link.id)),
    ...(shows(link) ? { url: link.url.reveal() } : {}),
  }));
}

/** The output `links` of a single room whose links no log lists. */
export function linksOfRoom(elements: readonly object[]): ListOutput {
  return { elements, whole: 'The log of the action `list` names all links of the room.' };
}

/** The output `plan`, which the log shows as a whole. */
export function planOutput(changes: readonly object[]): ListOutput {
  return { elements: changes, whole: 'The log has the whole plan.' };
}
