import type { PolicySettings, RoomPattern, Waiver } from '../audit/policy.ts';
import type { RoomRef } from '../links/room.ts';
import type { policyShape, waiverShape } from './policy-shape.ts';
import type { Placed, ReadBy } from './shape.ts';

/** The policy of the file; undefined where it is silent. */
export function buildPolicy(read: ReadBy<ReturnType<typeof policyShape>> | undefined): PolicySettings {
  const values = read?.values;
  return {
    maxLifetime: values?.['max-lifetime']?.value,
    maxAccess: values?.['max-access']?.value,
    require: values?.require?.map(({ value }) => value),
    severity: values?.severity,
    publicRooms: values?.['public-rooms']?.map(pattern),
    confidentialRooms: values?.['confidential-rooms']?.map(pattern),
    warnBefore: values?.['warn-before']?.value,
    staleAfter: values?.['stale-after']?.value,
    titlePattern: values?.['title-pattern']?.value,
  };
}

function pattern({ value, at }: Placed<RoomRef>): RoomPattern {
  return { ref: value, line: at.line };
}

/** A waiver of the file, whose required fields are there, or refused already. */
export function buildWaiver({ values, at }: ReadBy<ReturnType<typeof waiverShape>>): Waiver {
  return {
    rule: values.rule?.value ?? '',
    room: values.room?.value ?? { by: 'title', title: '' },
    link: values.link?.value ?? null,
    reason: values.reason?.value ?? '',
    owner: values.owner?.value ?? null,
    until: values.until?.value ?? new Date(0),
    line: at.line,
  };
}
