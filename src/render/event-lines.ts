import { atRiskAsInputs, type LinkPlan } from '../links/plan-link.ts';
import { asMadeWords } from '../links/settings.ts';
import { around } from '../links/shown-id.ts';
import type { Event } from '../links/events.ts';
import { keyWords, type Log, revokedLines, shortId } from './log.ts';

/** What a verb says of things in words of its own. */
export interface Wording {
  /** Who finds out what has become of a write whose answer was lost. */
  readonly nextRun: string;
}

/** Reports to the log what happens while a plan is carried out. */
export function logEvent(log: Log, wording: Wording, event: Event): void {
  eventLines(event, wording).forEach(log.line);
  const warning = eventWarning(event);
  if (warning !== null) log.warning(...warning);
}

/** Why a room is planned again. */
const againLines: Readonly<Record<Extract<Event, { readonly event: 'conflict' }>['why'], string>> = {
  changed: 'The room has changed since it was read → plan again',
  rivals: 'Another run made the same link at the same time → agree on one',
  unmade: 'Whether the link was made is not known, and the room does not list it → make it with another id',
};

/** The lines of the log for what happens. */
function eventLines(event: Event, { nextRun }: Wording): readonly string[] {
  switch (event.event) {
    case 'old-goes-first':
      return [`  If this run ends before the new link is there: ${giveAgainWords(event.plan)}`];
    case 'revoked':
      return [`✓ revoked ${shortId(event.link.id, around(event.links, event.plan))}`];
    case 'removed': {
      const [first = '', ...others] = revokedLines([event.removal.link], event.links);
      const id = shortId(event.removal.link.id, event.links);
      return [first.replace(id, `${id}${keyWords(event.removal.key)}`), ...others];
    }
    case 'gone':
      return [`= ${shortId(event.link.id, event.links)}: somebody else has revoked it meanwhile`];
    case 'kept':
      return [`= ${shortId(event.link.id, event.links)}: somebody has prolonged it meanwhile → kept`];
    case 'conflict':
      return [againLines[event.why]];
    case 'yielded':
      return [`✓ revoked ${shortId(event.link.id, event.links)}, for the link of the other run`];
    case 'redeemed-again':
      return [
        `${shortId(event.link.id, event.links)} is there again${event.link.type === 'invitation' ? ', as when somebody joins by it in that instant' : ''} → ${event.do === 'revoke' ? 'revoke' : 'write'} again`,
      ];
    case 'taken-back':
      return [`✗ the link is not as asked → revoked ${shortId(event.link.id, event.links)} again`];
    case 'lost':
      return [`✗ whether the last write was carried out is not known; ${nextRun} finds out`];
    case 'read':
    case 'planned':
    case 'making':
    case 'written':
    case 'verified':
    case 'not-tried':
    case 'password-lost':
      return [];
  }
}

/** Title and text of the warning for what happens; null where there is none. */
function eventWarning(event: Event): readonly [title: string, text: string] | null {
  if (event.event === 'not-tried') {
    return event.former
      ? [
          'Former link not tried',
          `${event.id} is gone from the room's list, but what its URL opens could not be asked.`,
        ]
      : [
          'Link not tried',
          'The link is as asked, but what an anonymous visitor with it meets could not be asked. The log says why.',
        ];
  }
  if (event.event !== 'password-lost') return null;
  return [
    'Primary link without its password',
    `The primary link ${event.link.id} of room ${event.room.id} has no password; ${event.former.id}, which it replaces, had one. Set one again with \`primary: true\` and \`password\`.`,
  ];
}

function giveAgainWords(plan: LinkPlan): string {
  const names = atRiskAsInputs(plan).map((one) => `\`${one}\``);
  return `give ${names.join(', ')} again, which only the old link has`;
}

/**
 * The text of the warning about a primary link that is kept as the portal makes one: a person may have left it so, or a run
 * that died. Names each setting as it is, and what to write if that is wanted; null where there is nothing to warn of.
 */
export function halfMadeWarning(plan: LinkPlan): readonly [title: string, text: string] | null {
  const { current, halfMade, room } = plan;
  if (current === null || halfMade.length === 0) return null;
  const kept = halfMade.map((name) => asMadeWords(name, current));
  return [
    'Primary link as the portal makes it',
    `The primary link ${current.id} of room ${room.id} is as the portal makes a new one, and stays so in what is not given: ${kept.join(', ')}. A run that was killed may have left it open. If it is meant to be so, write these settings; otherwise write the ones that you want.`,
  ];
}
