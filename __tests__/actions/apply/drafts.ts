import fc from 'fast-check';
import type { Link, Portal, RoomType } from '../../../simulator/index.ts';
import { idIn } from '../../support/links.ts';

const day = 86_400_000;
const keys = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
type Key = (typeof keys)[number];

/** A link that is there before. */
interface LinkDraft {
  /** Null: somebody made it by hand. */
  readonly key: Key | null;
  readonly life: number | null;
  readonly role: number;
  readonly internal: boolean;
  readonly password: string | null;
  readonly denyDownload: boolean;
}

/** What an entry of the file says besides which link it means; undefined: not given. */
interface Fields {
  readonly access: number | undefined;
  readonly expiration: '1d' | '40d' | 'never' | undefined;
  readonly internal: boolean | undefined;
  readonly password: 'generate' | 'none' | 'keep' | undefined;
  readonly denyDownload: boolean | undefined;
  readonly title: boolean;
}

/** A room before, and what the file says of it. */
export interface RoomDraft {
  readonly roomType: RoomType;
  readonly additional: readonly LinkDraft[];
  readonly primary: boolean;
  readonly invitation: LinkDraft | null;
  readonly entries: readonly (Fields & { readonly key: Key; readonly absent: boolean })[];
  /** Entries by id for links made by hand, in their order. */
  readonly byId: readonly (Fields & { readonly absent: boolean })[];
  readonly primaryEntry: (Fields & { readonly absent: boolean }) | null;
  readonly invitationEntry: (Fields & { readonly key: Key; readonly absent: boolean; readonly adopt: boolean }) | null;
}

const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });

const fields = {
  access: optional(fc.constantFrom(2, 2, 10)),
  expiration: optional(fc.constantFrom('1d', '40d', 'never')),
  internal: optional(fc.boolean()),
  password: optional(fc.constantFrom('generate', 'none', 'keep')),
  denyDownload: optional(fc.boolean()),
  title: fc.boolean(),
} as const satisfies { readonly [Name in keyof Fields]: fc.Arbitrary<Fields[Name]> };

const linkDraft = fc.record({
  key: fc.constantFrom(...keys, null),
  // Not on the boundary of what the file says, where a second decides.
  life: fc.constantFrom(null, -day, day / 2, 20 * day),
  role: fc.constantFrom(2, 10),
  internal: fc.boolean(),
  password: fc.constantFrom(null, 'Zx9-longenough'),
  denyDownload: fc.boolean(),
});

const absent = fc.constantFrom(false, false, true);

export const roomDraft: fc.Arbitrary<RoomDraft> = fc.record({
  roomType: fc.constantFrom<RoomType>(5, 5, 5, 6, 1, 2, 8),
  additional: fc.array(linkDraft, { maxLength: 5 }),
  primary: fc.boolean(),
  invitation: fc.option(linkDraft),
  entries: fc.uniqueArray(fc.record({ ...fields, key: fc.constantFrom(...keys), absent }), {
    selector: ({ key }) => key,
    maxLength: 5,
  }),
  byId: fc.array(fc.record({ ...fields, absent }), { maxLength: 2 }),
  primaryEntry: fc.option(fc.record({ ...fields, absent }), { freq: 2 }),
  invitationEntry: fc.option(fc.record({ ...fields, key: fc.constantFrom(...keys), absent, adopt: fc.boolean() })),
});

/** One entry of the file as it was meant, to compare the portal with. */
export interface Expected extends Fields {
  readonly absent: boolean;
  readonly invitation: boolean;
  readonly permanent: boolean;
  /** The links that the entry means, among those that the room has at some time. */
  readonly means: (links: readonly Link[]) => readonly Link[];
  /** As the file titles it, if it does. */
  readonly titled: string;
}

/** A room in the portal, and its part of the file. */
export interface Built {
  readonly roomId: number;
  readonly text: string;
  readonly before: readonly Link[];
  readonly expected: readonly Expected[];
  /** Whether this repository made a link. */
  readonly managed: (link: Link) => boolean;
}

/** Puts the room into the portal, and writes its part of the file, as far as the type of the room has such links. */
export function build(portal: Portal, draft: RoomDraft): Built {
  const { roomType } = draft;
  const roomId = Number(portal.addRoom({ title: 'Any', roomType }).id);
  const open = roomType === 5 || roomType === 6;
  const put = (link: LinkDraft, kind: 1 | 3 | 4): void => {
    const type = kind === 3 ? 'invitation' : 'external';
    portal.addLink(roomId, {
      kind,
      ...(link.key === null || kind === 4 ? {} : { id: idIn(roomId, link.key, type) }),
      title: `Before ${link.key ?? 'by hand'}`,
      expiresAt: link.life === null ? null : Date.now() + link.life,
      internal: kind !== 3 && roomType !== 6 && link.internal,
      password: kind === 3 ? null : link.password,
      denyDownload: kind !== 3 && link.denyDownload,
      role: kind === 3 ? 11 : link.role,
    });
  };
  if (open) for (const link of draft.additional) put(link, 1);
  if (roomType === 5 && draft.primary && draft.additional[0] !== undefined) put(draft.additional[0], 4);
  if (draft.invitation !== null) put(draft.invitation, 3);
  const before = portal.links(roomId).map((link) => ({ ...link }));
  const prefix = (key: Key, type: 'external' | 'invitation'): string => idIn(roomId, key, type).slice(0, 19);

  const lines: string[] = [];
  const expected: Expected[] = [];
  const describe = (
    name: string,
    given: Fields & { readonly absent: boolean },
    kind: 'additional' | 'primary' | 'invitation',
    means: Expected['means'],
  ): void => {
    const titled = `Titled ${String(lines.length)}`;
    const permanent = kind === 'primary' && (roomType === 6 || roomType === 1);
    const invitation = kind === 'invitation';
    const internal = roomType === 6 ? false : given.internal;
    const access = { 1: 7, 2: 2, 5: given.access, 6: given.access, 8: 2, 9: 2 }[roomType];
    const real: Fields = invitation
      ? { ...given, internal: undefined, password: undefined, denyDownload: undefined, access: roomType === 1 ? 7 : 2 }
      : { ...given, internal, access, expiration: permanent ? undefined : given.expiration };
    lines.push(
      `      - { ${[name, ...written(real, titled), ...(given.absent ? ['state: absent'] : [])].join(', ')} }`,
    );
    expected.push({ ...real, absent: given.absent, invitation, permanent, means, titled });
  };
  if (open) {
    for (const entry of draft.entries) {
      describe(`key: ${entry.key}`, entry, 'additional', (links) =>
        links.filter(({ id }) => id.startsWith(prefix(entry.key, 'external'))),
      );
    }
    const byHand = before.filter((link) => link.kind === 1 && link.title === 'Before by hand');
    for (const [index, entry] of draft.byId.entries()) {
      const { id = null } = byHand[index] ?? {};
      const titled = `Titled ${String(lines.length)}`;
      // What replaces it is known by the title that the entry gives.
      if (id !== null) {
        describe(`link-id: ${id}`, { ...entry, title: true }, 'additional', (links) =>
          links.filter((link) => link.id === id || link.title === titled),
        );
      }
    }
  }
  const { primaryEntry, invitationEntry } = draft;
  if (primaryEntry !== null && roomType !== 2 && roomType !== 8) {
    const entry = { ...primaryEntry, absent: roomType === 5 && primaryEntry.absent };
    describe('primary: true', entry, 'primary', (links) => links.filter(({ kind }) => kind === 4));
  }
  if (invitationEntry !== null) {
    const { key, adopt } = invitationEntry;
    describe(`key: ${key}, type: invitation, adopt: ${String(adopt)}`, invitationEntry, 'invitation', (links) => {
      const ours = links.filter(({ id }) => id.startsWith(prefix(key, 'invitation')));
      return ours.length === 0 && adopt ? links.filter(({ kind }) => kind === 3) : ours;
    });
  }
  const managed = ({ id }: Link): boolean => id.startsWith(idIn(roomId, 'a').slice(0, 6)) && id.charAt(14) === '8';
  const text = [`  - room: ${String(roomId)}`, lines.length === 0 ? '    links: []' : '    links:', ...lines].join(
    '\n',
  );
  return { roomId, text, before, expected, managed };
}

function written(given: Fields, titled: string): readonly string[] {
  const { access, expiration, internal, password, denyDownload, title } = given;
  return [
    ...(access === undefined ? [] : [`access: ${String(access)}`]),
    ...(expiration === undefined ? [] : [`expiration: ${expiration}`]),
    ...(internal === undefined ? [] : [`internal: ${String(internal)}`]),
    ...(password === undefined ? [] : [`password: ${password}`]),
    ...(denyDownload === undefined ? [] : [`deny-download: ${String(denyDownload)}`]),
    ...(title ? [`title: ${titled}`] : []),
  ];
}
