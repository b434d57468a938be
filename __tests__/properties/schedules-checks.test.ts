import { expect, test } from '@jest/globals';
import { revoke, set, setPrimary, type Asked } from '../support/asked.ts';
import { custom, mine, primary, secret } from '../support/given.ts';
import { historyOf } from '../support/history.ts';
import {
  day,
  givenId,
  openLocal,
  portalUrl,
  prefixOfKey,
  roomId,
  type LocalPortal,
  type RoomGiven,
} from '../support/local-portal.ts';
import type { Ran } from '../support/local-step.ts';
import { evaluate, type Verdict } from '../support/outcome.ts';

/** Requests of a run, as a program with a fault may send them. */
interface Hand {
  readonly list: () => void;
  readonly write: (id: string, more?: Readonly<Record<string, unknown>>) => void;
  readonly revoke: (id: string) => void;
  readonly makePrimary: () => string;
}

function handOf({ portal, carryOut, clock, links }: LocalPortal, name: string): Hand {
  const headers = { authorization: `Bearer ${portal.key('owner')}`, 'content-type': 'application/json' };
  const url = `${portalUrl}/api/2.0/files/rooms/${roomId}`;
  const put = (body: unknown): void => {
    carryOut(name, { method: 'PUT', url: `${url}/links`, name: '', headers, body: JSON.stringify(body) });
  };
  return {
    list: () => {
      carryOut(name, { method: 'GET', url: `${url}/links`, name: '', headers });
    },
    write: (linkId, more = {}) => {
      const expirationDate = new Date(clock.now + day).toISOString();
      put({ linkId, linkType: 1, access: 2, internal: true, expirationDate, title: 'New', ...more });
    },
    revoke: (linkId) => {
      put({ linkId, linkType: 1, access: 0, internal: links().get(linkId)?.internal });
    },
    makePrimary: () => {
      carryOut(name, { method: 'GET', url: `${url}/link`, name: '', headers });
      return [...links().values()].find(({ kind }) => kind === 4)?.id ?? '';
    },
  };
}

/** How a run says that it has ended: green with the id of a link, or red with the title of an error. */
type Ended = { readonly names: string } | { readonly red: string };

function ranOf(ended: Ended): Ran {
  const errors = 'red' in ended ? [{ title: ended.red, text: 'Because.' }] : [];
  const outputs: Readonly<Record<string, string>> = 'names' in ended ? { 'link-id': ended.names } : {};
  const log = { lines: [], logged: '', debug: [], warnings: [], notices: [], problem: '' };
  return { green: errors.length === 0, outputs, errors, ...log };
}

/** What the checks say of two runs that did this. */
function verdictOf(
  room: RoomGiven,
  [a, b]: readonly [Asked, Asked],
  act: (a: Hand, b: Hand) => readonly [Ended, Ended],
): Verdict {
  const local = openLocal(room);
  const first = local.links();
  const [endOfA, endOfB] = act(handOf(local, 'A'), handOf(local, 'B'));
  const runs = [
    { name: 'A', asked: a, ran: ranOf(endOfA) },
    { name: 'B', asked: b, ran: ranOf(endOfB) },
  ];
  return evaluate(runs, historyOf(local, first));
}

const id = givenId('default', 0);
const [one, other] = [1, 2].map((number) => `${prefixOfKey('default', 'external')}b000-00000000000${number}`) as [
  string,
  string,
];
const foreign = '0f6b1c9e-3b52-4d41-9c2e-0a1b2c3d4e5f';
const viewer = set({ access: 'viewer' });
const byKey = revoke({ key: 'default' });

/** What two runs did, and what the checks have to say of it. */
interface Row {
  readonly wrong: string;
  readonly room: RoomGiven;
  readonly asked: readonly [Asked, Asked];
  readonly act: (a: Hand, b: Hand) => readonly [Ended, Ended];
  readonly fault: string;
}

test.each<Row>([
  {
    wrong: 'two links of one key',
    room: custom(),
    asked: [viewer, viewer],
    act: (a, b) => {
      a.write(one);
      b.write(other);
      return [{ names: one }, { names: other }];
    },
    fault: '2 links at external default',
  },
  {
    wrong: 'a green run that names a link which is gone',
    room: custom(),
    asked: [viewer, viewer],
    act: (a, b) => {
      a.write(one);
      a.list();
      b.revoke(one);
      b.write(other);
      return [{ names: one }, { names: other }];
    },
    fault: 'A is green and names 000000000001, which is not there',
  },
  {
    wrong: 'a link that a green revoke took away before the other run has proved it',
    room: custom(),
    asked: [viewer, byKey],
    act: (a, b) => {
      a.write(one);
      b.revoke(one);
      a.list();
      return [{ names: one }, { names: '' }];
    },
    fault: 'A is green and names 000000000001, which is not there',
  },
  {
    wrong: 'a setting that was not kept',
    room: custom(secret),
    asked: [viewer, viewer],
    act: (a) => {
      a.write(id);
      return [{ names: id }, { names: id }];
    },
    fault: 'external default is more open than anybody asked (password)',
  },
  {
    wrong: 'a link without its end',
    room: custom(mine),
    asked: [viewer, viewer],
    act: (a) => {
      a.write(id, { expirationDate: null });
      return [{ names: id }, { names: id }];
    },
    fault: 'external default is more open than anybody asked (expiration)',
  },
  {
    wrong: 'a primary link that is as the portal makes it',
    room: custom(),
    asked: [setPrimary(), setPrimary()],
    act: (a) => {
      const names = a.makePrimary();
      return [{ names }, { names }];
    },
    fault: 'primary is more open than anybody asked (internal)',
  },
  {
    wrong: 'a primary link that was written when it was gone',
    room: custom({ ...primary, id: one }),
    asked: [setPrimary(), revoke({ primary: 'true' })],
    act: (a, b) => {
      a.list();
      b.revoke(one);
      a.write(one);
      a.list();
      return [{ names: one }, { names: '' }];
    },
    fault: 'a primary link has become an additional one',
  },
  {
    wrong: 'a link as neither run asks',
    room: custom(),
    asked: [set({ access: 'editor' }), set({ access: 'commenter' })],
    act: (a) => {
      a.write(one);
      return [{ names: one }, { names: one }];
    },
    fault: 'external default is as no green run asks',
  },
  {
    wrong: 'two runs that undo each other',
    room: custom(),
    asked: [viewer, viewer],
    act: () => [
      { red: 'Others changed the room at the same time' },
      { red: 'Others changed the room at the same time' },
    ],
    fault: 'both runs are red',
  },
  {
    wrong: 'an error for a wrong reason',
    room: custom(mine),
    asked: [viewer, viewer],
    act: () => [{ names: id }, { red: 'The portal did not do what was asked' }],
    fault: 'B is red: The portal did not do what was asked: Because.',
  },
  {
    wrong: 'a revoked link that lives again, though the run that wrote it could have known',
    room: custom(mine),
    asked: [viewer, byKey],
    act: (a, b) => {
      b.revoke(id);
      a.list();
      a.write(id);
      return [{ names: id }, { names: '' }];
    },
    fault: '000000000000 was revoked and lives again (written by A)',
  },
  {
    wrong: 'a revoked link that lives again, though the run that revoked it has seen it',
    room: custom(mine),
    asked: [viewer, byKey],
    act: (a, b) => {
      a.list();
      b.revoke(id);
      a.write(id);
      b.list();
      return [{ names: id }, { names: '' }];
    },
    fault: '000000000000 was revoked and lives again (written by A)',
  },
  {
    wrong: 'a link of somebody else that was touched',
    room: custom({ role: 2, internal: true, id: foreign }, mine),
    asked: [viewer, viewer],
    act: (a) => {
      a.revoke(foreign);
      return [{ names: givenId('default', 1) }, { names: givenId('default', 1) }];
    },
    fault: 'a link that nobody named was touched',
  },
])('the checks find $wrong', ({ room, asked, act, fault }) => {
  const { faults } = verdictOf(room, asked, act);
  expect(faults).toContainEqual(expect.stringContaining(fault));
});

test('a write that could not know that its link was gone is counted apart', () => {
  const verdict = verdictOf(custom(mine), [viewer, byKey], (a, b) => {
    a.list();
    b.revoke(id);
    b.list();
    a.write(id);
    a.list();
    return [{ names: id }, { names: '' }];
  });
  expect(verdict).toEqual({ faults: [], windows: ['000000000000 was revoked and lives again (written by A)'] });
});

test('the checks have nothing against two runs of which one takes away what the other has proved', () => {
  const verdict = verdictOf(custom(), [viewer, byKey], (a, b) => {
    a.write(one);
    a.list();
    b.list();
    b.revoke(one);
    return [{ names: one }, { names: '' }];
  });
  expect(verdict).toEqual({ faults: [], windows: [] });
});
