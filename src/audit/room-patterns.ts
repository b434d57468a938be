import { folded } from '../links/folded.ts';
import { byRoomId, matches, type Room, type RoomReference } from '../links/room.ts';
import { stripInvisible } from '../links/text.ts';
import type { RoomPattern } from './policy.ts';
import type { AuditContext } from './rules/rule.ts';

type Named = Pick<Room, 'id' | 'title'>;

/** Whether a list of the policy that allows something names this room: case counts, so that no more is allowed. */
export function isAllowed(room: Named, patterns: readonly RoomPattern[]): boolean {
  return patterns.some((pattern) => fits(pattern, room, composed));
}

/** Whether a list of the policy that protects names this room: case does not count, so that no less is protected. */
export function isProtected(room: Named, patterns: readonly RoomPattern[]): boolean {
  return patterns.some((pattern) => fits(pattern, room, folded));
}

/** Whether a pattern names this room, with titles compared by what `form` makes of them. */
export function fits(
  { reference }: Pick<RoomPattern, 'reference'>,
  room: Named,
  form: (text: string) => string,
): boolean {
  return reference.by === 'id' ? matches(reference, room) : fitsPattern(form(room.title), form(reference.title));
}

function composed(text: string): string {
  return text.normalize('NFC');
}

/** Without a regular expression, whose time could explode: the parts between the stars, one after the other. */
function fitsPattern(title: string, pattern: string): boolean {
  const [first = '', ...others] = pattern.split('*');
  const last = others.pop();
  if (last === undefined) return title === pattern;
  if (!title.startsWith(first)) return false;
  let at = first.length;
  for (const part of others) {
    const found = title.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return title.length - last.length >= at && title.endsWith(last);
}

type NameInPolicy = Pick<Room, 'id' | 'title'>;

/** A name of the policy file that is about no room: a slip of the pen, or a room that is there no more. */
export interface UnmetName {
  /** What the name is in: `confidential-rooms`, `public-rooms`, or a waiver. */
  readonly where: 'confidential-rooms' | 'public-rooms' | 'waiver';
  readonly reference: RoomReference;
  /** Where it stands in the policy file, from 1. */
  readonly line: number;
  /** Rooms whose titles differ only in what is easily overlooked, by id; at most `mostNear`. */
  readonly near: readonly NameInPolicy[];
}

const mostNear = 3;

/** The names of policy and waivers that are about none of these rooms, in the order of the file. */
export function unmetNames(
  { policy, file }: Pick<AuditContext, 'policy' | 'file'>,
  rooms: readonly NameInPolicy[],
): readonly UnmetName[] {
  const unmet = (
    where: UnmetName['where'],
    { reference, line }: { readonly reference: RoomReference; readonly line: number },
  ): UnmetName => ({
    where,
    reference,
    line,
    near: nearTo(reference, rooms),
  });
  const missed = [
    ...policy.confidentialRooms
      .filter((pattern) => !rooms.some((room) => isProtected(room, [pattern])))
      .map((pattern) => unmet('confidential-rooms', pattern)),
    ...policy.publicRooms
      .filter((pattern) => !rooms.some((room) => isAllowed(room, [pattern])))
      .map((pattern) => unmet('public-rooms', pattern)),
    ...(file?.waivers ?? [])
      .filter(({ room: reference }) => !rooms.some((room) => matches(reference, room)))
      .map(({ room: reference, line }) => unmet('waiver', { reference, line })),
  ];
  return missed.toSorted((one, other) => one.line - other.line);
}

/** A title of digits is not what an id names, but it may be what was meant. */
function nearTo(reference: RoomReference, rooms: readonly NameInPolicy[]): readonly NameInPolicy[] {
  const name: RoomReference = { by: 'title', title: reference.by === 'id' ? reference.id : reference.title };
  return rooms
    .filter((room) => fits({ reference: name }, room, loose))
    .toSorted(byId)
    .slice(0, mostNear);
}

/** Without case and spaces, and with the characters that DocSpace does not keep in titles as it stores them (portal.md G1). */
function loose(text: string): string {
  return folded(stripInvisible(text))
    .replace(/[:|<>"]/gu, '_')
    .replace(/\s/gu, '');
}

function byId(one: NameInPolicy, other: NameInPolicy): number {
  return byRoomId(one.id, other.id);
}
