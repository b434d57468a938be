import { ruleIds } from '../../src/audit/rules/ids.ts';
import type { Parsed } from '../../src/values/parsed.ts';
import { runs } from '../../src/values/policy.ts';
import { Secret } from '../../src/links/secret.ts';

/** Why a text was not understood; '' if it was. */
export function wrongOf(parsed: Parsed<unknown>): string {
  return 'wrong' in parsed ? parsed.wrong : '';
}

/** Plain data with the texts of all secrets in it, to compare with. */
export function revealed(value: unknown): unknown {
  if (value instanceof Secret) return value.reveal();
  if (value instanceof Date || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(revealed);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, revealed(one)]));
}

/** What the message about an unknown rule lists. */
export const possibleRules = `Possible: ${runs(ruleIds)}.`;
