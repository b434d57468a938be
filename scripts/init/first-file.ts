import { accessOf } from '../../src/links/access.ts';
import { idPrefix, isManaged, type Identity } from '../../src/links/identity.ts';
import { kindOf, type Link } from '../../src/links/link.ts';
import type { Room, RoomState } from '../../src/links/room.ts';
import type { FieldName } from '../../src/links/settings.ts';
import { quoted, stripInvisible } from '../../src/links/text.ts';
import { formatInstant } from '../../src/links/time.ts';
import { parseKey, parseTitle } from '../../src/values/names.ts';

/** What a portal has, as far as one key sees it. */
export interface PortalSurvey {
  readonly read: readonly RoomState[];
  /** Rooms whose links the key may not see. */
  readonly unreadable: readonly Room[];
}

const head = `# Links of DocSpace rooms as code: the action "apply" makes the portal match this file.
# Links that were made by hand are comments. To take one over, remove the "# " before its line, and before the two
# lines of its room if they are comments too; add \`state: absent\` to revoke it. Settings that you omit keep their value.
version: 1
`;

/**
 * A first file from what a portal has, without secrets: links that this repository made are entries, all others are
 * comments with their ids, which become entries when the comment sign is removed. So is a room without entries: a file
 * that says that it has none would have them revoked by `prune`.
 */
export function firstFile({ read, unreadable }: PortalSurvey, identity: Identity): string {
  const rooms = read.filter(({ links }) => links.length > 0);
  const empty = read.length - rooms.length;
  const texts = rooms.map((state) => roomText(state, identity));
  const isEmpty = texts.every(({ entries }) => entries === 0);
  return [
    head,
    isEmpty ? 'rooms: [] # remove the brackets with the first "# " below\n' : 'rooms:\n',
    ...texts.map(({ text }) => text),
    ...(empty === 0 ? [] : [`# ${empty} more ${empty === 1 ? 'room has' : 'rooms have'} no links.\n`]),
    ...unreadable.map(
      (room) =>
        `# Room ${stripInvisible(room.id)} ${quoted(room.title)}: its links are not known, because the key's user is no manager of it.\n`,
    ),
  ].join('');
}

function roomText({ room, links }: RoomState, identity: Identity): { readonly text: string; readonly entries: number } {
  const lines = links.map((link) => {
    const key = keyOf(link, room, identity);
    const isEntry = isManaged(identity, link.id) || key !== null;
    return { isEntry, text: `- { ${fieldsOf(link, key).join(', ')} } # ${remarks(link)}` };
  });
  const entries = lines.filter(({ isEntry }) => isEntry).length;
  const label = room.type === null ? '' : `, ${room.type.label}`;
  const sign = entries === 0 ? '# ' : '';
  const texts = [
    `  ${sign}- room: ${yamlText(room.id)} # ${quoted(room.title)}${label}`,
    `  ${sign}  links:`,
    ...lines.map(({ isEntry, text }) => (entries === 0 ? `  #     ${text}` : `      ${isEntry ? '' : '# '}${text}`)),
  ];
  return { text: `${texts.join('\n')}\n`, entries };
}

/** The key of a link of this repository, if its title still shows it. */
function keyOf({ id, title, type }: Link, { id: roomId }: Room, identity: Identity): string | null {
  const key = title.replace(/^[^:]*: /u, '');
  const fits = isManaged(identity, id) && 'value' in parseKey(key);
  return fits && id.startsWith(idPrefix(identity, { roomId, type, key })) ? key : null;
}

/** What the file says of a link; what it leaves out, apply leaves as it is. */
function fieldsOf(link: Link, key: string | null): readonly string[] {
  const { id, type, primary, title, internal, denyDownload, maxUses } = link;
  const access = accessOf(link.access);
  const name = primary ? ['primary: true'] : key === null ? [`link-id: ${id}`] : [`key: ${JSON.stringify(key)}`];
  // A setting that is added and missing here does not compile.
  const settings: Readonly<Record<FieldName, string>> = {
    access: access === null ? '' : `access: ${access}`,
    internal: type === 'external' ? `internal: ${String(internal)}` : '',
    // Left out, so that apply leaves them as they are.
    password: '',
    expiration: '',
    'deny-download': denyDownload ? 'deny-download: true' : '',
    'max-uses': maxUses === null ? '' : `max-uses: ${maxUses}`,
    title: isTitle(title) ? `title: ${JSON.stringify(title)}` : '',
  };
  return [
    ...name,
    ...(key !== null && type === 'invitation' ? ['type: invitation'] : []),
    ...(link.expired ? ['state: absent'] : []),
    ...Object.values(settings).filter((text) => text !== ''),
  ];
}

/** Whether the file can say this title as it is. */
function isTitle(title: string): boolean {
  const parsed = parseTitle(title);
  return 'value' in parsed && parsed.value === title;
}

const kinds = { additional: 'external', primary: 'primary', invitation: 'invitation' } as const;

function remarks(link: Link): string {
  const end = link.expiration === null ? 'without end' : formatInstant(link.expiration);
  const password = link.password === null ? [] : ['with a password, which stays'];
  return [kinds[kindOf(link)], link.expired ? `expired ${end}` : end, ...password].join(', ');
}

/** A text as YAML has it on one line: in quotes, unless it is a number and meant as one. */
function yamlText(text: string): string {
  return /^[1-9]\d*$/u.test(text) ? text : JSON.stringify(text);
}
