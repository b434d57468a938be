import { spokenInstant } from '../links/fields.ts';
import { quoted } from '../links/quoted.ts';
import type { Finding } from './finding.ts';
import type { Waiver } from './policy.ts';

/** Whether a waiver is about this finding, whether it still holds or not. */
export function isAbout({ rule, room, link }: Waiver, finding: Finding): boolean {
  if (rule !== finding.rule || (link !== null && !finding.linkId.startsWith(link))) return false;
  return room === finding.roomId || room.normalize('NFC') === finding.roomTitle.normalize('NFC');
}

/** The waiver of a finding: of several, one that still holds; null without any. */
export function waiverOf(waivers: readonly Waiver[], finding: Finding, now: Date): Waiver | null {
  const about = waivers.filter((waiver) => isAbout(waiver, finding));
  return about.find((waiver) => holds(waiver, now)) ?? about[0] ?? null;
}

/** The finding as its waiver leaves it: waived, or, where that has run out, brought back with a word about it. */
export function withWaiver(finding: Finding, waivers: readonly Waiver[], now: Date): Finding {
  const waiver = waiverOf(waivers, finding, now);
  if (waiver === null) return finding;
  if (holds(waiver, now)) {
    return { ...finding, status: 'waived', message: `${finding.message} Waived ${wordsOf(waiver)}.` };
  }
  return {
    ...finding,
    message: `${finding.message} Its waiver in line ${waiver.line} of the policy file has run out: it was waived ${wordsOf(waiver)}.`,
  };
}

function holds({ until }: Waiver, now: Date): boolean {
  return now <= until;
}

function wordsOf({ until, owner, reason }: Waiver): string {
  const by = owner === null ? '' : ` by ${quoted(owner)}`;
  return `until ${spokenInstant(until)}${by}: ${quoted(reason)}`;
}
