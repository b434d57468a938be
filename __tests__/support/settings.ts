import type { Link } from '../../simulator/index.ts';
import type { FieldName } from '../../src/links/settings.ts';
import { day, hour, second } from './local-portal.ts';

const roles: Readonly<Record<string, number>> = {
  viewer: 2,
  'form-filler': 7,
  commenter: 6,
  reviewer: 5,
  editor: 10,
  'content-creator': 11,
};
/** From the least to the most open. */
const byRights: readonly number[] = Object.values(roles);

const units: Readonly<Record<string, number>> = { s: second, h: hour, d: day };

function durationOf(text: string): number {
  return Number(text.slice(0, -1)) * (units[text.slice(-1)] ?? NaN);
}

/** A setting of a link, as interface.md describes it. */
export interface Setting {
  /** Whether a link has what an input asks for, at this time. */
  readonly isMet: (link: Link, given: string, now: number) => boolean;
  /** How open a link is by it: more is more open. */
  readonly width: (link: Link) => number;
  /** How open an input makes it at most, at this time. */
  readonly widthOf: (given: string, now: number) => number;
  /** How open a link is that is made without the input. */
  readonly byDefault: (now: number) => number;
}

const all: Readonly<Record<FieldName, Setting>> = {
  access: {
    isMet: ({ role }, given) => role === roles[given],
    width: ({ role }) => byRights.indexOf(role),
    widthOf: (given) => byRights.indexOf(roles[given] ?? NaN),
    byDefault: () => byRights.indexOf(2),
  },
  internal: {
    isMet: ({ internal }, given) => internal === (given === 'true'),
    width: ({ internal, kind }) => Number(!internal && kind !== 3),
    widthOf: (given) => Number(given === 'false'),
    byDefault: () => 0,
  },
  password: {
    isMet: ({ password }, given) =>
      given === 'keep' || (given === 'generate' ? password !== null : password === (given === 'none' ? null : given)),
    width: ({ password }) => Number(password === null),
    widthOf: (given) => Number(given === 'none'),
    byDefault: () => 1,
  },
  'deny-download': {
    isMet: ({ denyDownload }, given) => denyDownload === (given === 'true'),
    width: ({ denyDownload }) => Number(!denyDownload),
    widthOf: (given) => Number(given === 'false'),
    byDefault: () => 1,
  },
  'max-uses': {
    isMet: ({ maxUse }, given) => maxUse === (given === 'unlimited' ? null : Number(given)),
    width: ({ maxUse }) => maxUse ?? Infinity,
    widthOf: (given) => (given === 'unlimited' ? Infinity : Number(given)),
    byDefault: () => Infinity,
  },
  expiration: {
    isMet: ({ expiresAt }, given, now) =>
      given === 'never' ? expiresAt === null : expiresAt !== null && expiresAt <= now + durationOf(given),
    width: ({ expiresAt }) => expiresAt ?? Infinity,
    widthOf: (given, now) => (given === 'never' ? Infinity : now + durationOf(given)),
    byDefault: (now) => now + 7 * day,
  },
  title: {
    isMet: ({ title }, given) => title === given,
    width: () => 0,
    widthOf: () => 0,
    byDefault: () => 0,
  },
};

/** The settings of links by the names of their inputs. */
export const settings: Readonly<Record<string, Setting>> = all;
