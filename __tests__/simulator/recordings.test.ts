import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type Portal, type RoomType, startPortal } from '../../simulator/index.ts';
import { type Bindings, compare, fill } from './compare.ts';
import { at, client, send } from './http.ts';

interface Setup {
  readonly do: string;
  readonly room?: string;
  readonly title?: string;
  readonly roomType?: RoomType;
  readonly tags?: readonly string[];
  readonly denyDownload?: boolean;
  readonly user?: string;
  readonly access?: number;
  readonly zone?: string;
  readonly linkId?: string;
  readonly times?: number;
  readonly externalShare?: boolean;
  readonly defaultShareLinkInternal?: boolean;
  readonly externalShareApplyToDocuments?: boolean;
  readonly externalShareApplyToRooms?: boolean;
  readonly blockExistingLinksOnRestrict?: boolean;
}

interface Step {
  readonly note?: string;
  readonly setup?: Setup;
  readonly wait?: number;
  readonly statuses?: readonly number[];
  readonly count?: number;
  readonly asked?: string;
  readonly got?: string;
  readonly status?: number;
  readonly as?: string;
  readonly method?: string;
  readonly path?: string;
  readonly body?: unknown;
  readonly text?: string;
  readonly contentType?: string;
  readonly response?: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
  };
}

interface Recording {
  readonly about: string;
  readonly steps: readonly Step[];
}

const FOLDER = new URL('../fixtures/recordings/', `file://${import.meta.filename}`);
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));
/** The day the recordings were made: some of their dates are told from it. */
const DAY = Date.parse('2026-11-23T10:00:00Z');

interface Stage {
  readonly portal: Portal;
  readonly bindings: Bindings;
  /** The room made last: the races speak of it. */
  room: string;
}

let open: Portal | null = null;

afterEach(async () => {
  await open?.close();
  open = null;
});

async function openStage(): Promise<Stage> {
  // From the start: the portal's own folders are of that day too.
  const portal = await startPortal({ now: () => DAY });
  open = portal;
  // What the self-built server said of itself.
  portal.state.version = '3.1.0';
  portal.state.documentServer = '4.1.5.1';
  // Names of keys as recorded.
  for (const [label, name, scopes] of [
    ['owner', 'rec rooms:write', ['rooms:write']],
    ['owner-read', 'rec rooms:read', ['rooms:read']],
    ['owner-files', 'rec files:write', ['files:write']],
    ['owner-readall', 'rec *:read', ['*:read']],
    ['owner-full', 'rec all', []],
    ['owner-star', 'rec *', ['*']],
  ] as const) {
    recordedKeys.set(label, portal.addKey('owner', { name, scopes }));
  }
  // The portal held other rooms as well: lists of one Public room are not empty.
  portal.addRoom({ title: 'already there', roomType: 6 });
  const values = new Map<string, string>();
  for (const [label, user] of portal.state.users) values.set(`{user:${label}}`, user.id);
  const bindings = { values, origin: portal.url, run: 'run7', now: () => portal.state.now() };
  return { portal, bindings, room: '' };
}

const recordedKeys = new Map<string, string>();

function authorizationOf(portal: Portal, as: string): string | undefined {
  if (as === 'anonymous') return undefined;
  if (as === 'garbage') return 'Bearer nonsense';
  if (as === 'owner-nobearer') return portal.key('owner');
  return `Bearer ${recordedKeys.get(as) ?? portal.key(as)}`;
}

function label(placeholder: string | undefined): string {
  return /^\{user:(.*)\}$/.exec(placeholder ?? '')?.[1] ?? '';
}

function setUp({ portal, bindings, ...stage }: Stage, setup: Setup): string {
  const name = setup.room ?? '';
  const id = bindings.values.get(name) ?? stage.room;
  switch (setup.do) {
    case 'create room': {
      const { tags, denyDownload } = setup;
      const room = portal.addRoom({
        title: String(fill(bindings, setup.title)),
        roomType: setup.roomType ?? null,
        tags: (tags ?? []).map((tag) => String(fill(bindings, tag))),
        ...(denyDownload === undefined ? {} : { denyDownload }),
      });
      bindings.values.set(name, String(room.id));
      return String(room.id);
    }
    case 'add member':
      portal.room(id).members.set(portal.user(label(setup.user)).id, setup.access ?? 0);
      return id;
    case 'archive room':
      portal.archive(id);
      return id;
    case 'restore room':
      portal.restore(id);
      return id;
    case 'sharing settings':
      portal.setSharing({
        externalShare: setup.externalShare === true,
        defaultInternal: setup.defaultShareLinkInternal === true,
        applyToDocuments: setup.externalShareApplyToDocuments === true,
        applyToRooms: setup.externalShareApplyToRooms === true,
        blockExisting: setup.blockExistingLinksOnRestrict === true,
      });
      return id;
    case 'time zone':
      portal.state.zone = setup.zone ?? 'UTC';
      return id;
    case 'use invitation':
      portal.redeem(String(fill(bindings, setup.linkId)), setup.times);
      return id;
    case 'disable user':
      portal.user(label(setup.user)).active = false;
      return id;
    case 'name':
      bindings.values.set(name, name === '{room:folder-my}' ? '14' : '9');
      return id;
    default:
      throw new Error(`Unknown setup: ${setup.do}`);
  }
}

async function exchange({ portal, bindings }: Stage, step: Step): Promise<string[]> {
  const { response } = step;
  if (response === undefined) throw new Error(`Unknown step: ${JSON.stringify(step)}`);
  const authorization = authorizationOf(portal, step.as ?? 'anonymous');
  const reply = await send(portal.url + String(fill(bindings, step.path)), {
    method: step.method ?? 'GET',
    ...(authorization === undefined ? {} : { authorization }),
    ...(step.body === undefined ? {} : { body: fill(bindings, step.body) }),
    ...(step.text === undefined ? {} : { text: step.text }),
    ...(step.contentType === undefined ? {} : { contentType: step.contentType }),
  });
  const differences = reply.status === response.status ? [] : [`status ${reply.status} instead of ${response.status}`];
  for (const name of new Set([...Object.keys(response.headers), 'content-type', 'api-supported-versions'])) {
    const expected = response.headers[name];
    differences.push(
      ...(expected === undefined
        ? reply.headers[name] === undefined
          ? []
          : [`header ${name}: not expected`]
        : compare(bindings, expected, reply.headers[name], `header ${name}`)),
    );
  }
  const actual = typeof response.body === 'string' ? reply.text : reply.body;
  return [...differences, ...compare(bindings, response.body, actual, 'body')];
}

/** The steps that only say how many of several requests at once went well, by their notes. */
async function race({ portal, room }: Stage, note: string): Promise<number[]> {
  const owner = client(portal.url, portal.key('owner'));
  const path = `/api/2.0/files/rooms/${room}/links`;
  const id = '8d2b4d1e-5a0f-4c59-9a51-0a2f6f0c7b11';
  const bodies = new Map<string, readonly unknown[]>([
    // Which of the two is last is chance, so both carry the recorded title.
    ['two PUTs with one id at once', [1, 2].map(() => ({ linkType: 1, access: 2, linkId: id, title: 't1' }))],
    ['eight creations at once', Array.from({ length: 8 }, () => ({ linkType: 1, access: 2 }))],
    ['four invitations at once', Array.from({ length: 4 }, () => ({ linkType: 0, access: 2 }))],
  ]).get(note);
  const replies = await Promise.all((bodies ?? []).map((body) => owner.put(path, body)));
  return replies.map(({ status }) => status).sort((first, second) => first - second);
}

async function play(stage: Stage, step: Step): Promise<string[]> {
  const { portal } = stage;
  const owner = client(portal.url, portal.key('owner'));
  if (step.setup !== undefined) stage.room = setUp(stage, step.setup);
  else if (step.wait !== undefined) portal.advance(step.wait);
  else if (step.statuses !== undefined) {
    const statuses = await race(stage, step.note ?? '');
    if (statuses.join() !== step.statuses.join()) return [`statuses ${statuses.join()}`];
  } else if (step.count !== undefined) {
    const reply = await owner.get(`/api/2.0/files/rooms/${stage.room}/links`);
    if (at(reply.body, 'count') !== step.count) return [`count ${String(at(reply.body, 'count'))}`];
  } else if (step.asked !== undefined) {
    const reply = await owner.post('/api/2.0/files/rooms', { title: step.asked, roomType: 5 });
    const title = at(reply.body, 'response', 'title');
    if (reply.status !== step.status || title !== step.got) return [`${reply.status} ${String(title)}`];
  } else return await exchange(stage, step);
  return [];
}

describe('the simulator answers as the real portal did', () => {
  test('every recording is here', () => {
    expect(FILES).toHaveLength(28);
  });

  test.each(FILES)('%s', async (file) => {
    const recording = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Recording;
    const stage = await openStage();
    const differences: string[] = [];
    for (const [index, step] of recording.steps.entries()) {
      const found = await play(stage, step);
      differences.push(...found.map((text) => `step ${index} (${step.note ?? step.method ?? ''}): ${text}`));
    }
    expect(differences).toEqual([]);
  });
});
