import { severities, type Finding } from './finding.ts';

/** The order of findings in all reports: the worst first, then by room, rule and link; rooms without an id by title. */
export function worstFirst(one: Finding, other: Finding): number {
  return (
    severities.indexOf(one.severity) - severities.indexOf(other.severity) ||
    byRoomId(one.roomId, other.roomId) ||
    byText(one.rule, other.rule) ||
    byText(one.linkId, other.linkId) ||
    byText(one.roomTitle, other.roomTitle)
  );
}

/** Numbers by their size, before the text ids of rooms on third-party storage. */
export function byRoomId(one: string, other: string): number {
  const [first, second] = [Number(one), Number(other)];
  if (!Number.isNaN(first) && !Number.isNaN(second)) return first - second;
  if (Number.isNaN(first) !== Number.isNaN(second)) return Number.isNaN(first) ? 1 : -1;
  return byText(one, other);
}

function byText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
