import type { AuditedLink } from '../../src/audit/finding.ts';
import type { Evaluated } from '../../src/audit/evaluate.ts';
import type { PlannedFix } from '../../src/audit/fixes.ts';
import type { SafeFix } from '../../src/audit/rules/rule.ts';
import type { Room } from '../../src/links/room.ts';

/** What one rule asks for of a link; null: it finds nothing. */
export type Asks = (link: AuditedLink) => SafeFix | 'nothing safe' | null;

/** Rules by their ids; those that begin with `waived` are waived. */
export type Rules = Readonly<Record<string, Asks>>;

/** Takes the link away. */
export const revoke: SafeFix = { do: 'revoke' };

/** Changes these settings of it. */
export function set(to: Extract<SafeFix, { readonly do: 'set' }>['to']): SafeFix {
  return { do: 'set', to };
}

/** What these rules find in a room, link by link. */
export function judgedBy(
  rules: Rules,
  room: Pick<Room, 'id' | 'title'>,
  links: readonly AuditedLink[],
): readonly Evaluated[] {
  return links.flatMap((link) =>
    Object.entries(rules).flatMap(([name, asks]): Evaluated[] => {
      const safeFix = asks(link);
      if (safeFix === null) return [];
      const waived = name.startsWith('waived ');
      return [
        {
          finding: {
            rule: waived ? name.slice('waived '.length) : name,
            name: 'rule',
            severity: 'high',
            status: waived ? 'waived' : 'new',
            roomId: room.id,
            roomTitle: room.title,
            linkId: link.id,
            linkTitle: link.title,
            message: 'A rule is broken.',
            fix: '',
          },
          safeFix: safeFix === 'nothing safe' ? null : safeFix,
        },
      ];
    }),
  );
}

/** What is told of fixes: action, link and rules. */
export function firstPlanOf(fixes: readonly PlannedFix[]): readonly unknown[] {
  return fixes.map(({ change, link, rules }) => [change.action, link.id, rules]);
}
