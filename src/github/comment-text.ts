import { mayReveal, type Reveal } from '../links/described-link.ts';
import type { LinkReference } from '../links/desired.ts';
import { kindOf, type Link } from '../links/link.ts';
import type { Room } from '../links/room.ts';
import { describeSettings } from '../links/settings.ts';
import { cut } from '../links/text.ts';
import { kindNames, roomTypeLabel } from '../render/log.ts';
import { address, code } from '../render/markdown.ts';
import { fitted, type Mark, markLine, placeOf } from './sticky.ts';

/** Characters of a title that are told. DocSpace takes 255 for links. */
const longestTitle = 255;

/** A link as it is now. */
export interface LinkContent {
  readonly kind: 'link';
  /** Origin of the portal. */
  readonly portal: string;
  readonly room: Room;
  /** What the user calls the link: there is one comment for each. */
  readonly reference: LinkReference;
  readonly link: Link;
  readonly reveal: Reveal;
}

/**
 * Links that are gone, whoever took them away. A reference by id finds the comment of the link that had this id, by
 * whatever name it was made; one by key also that of a link whose id is not known any more.
 */
export interface RevokedContent {
  readonly kind: 'revoked';
  readonly portal: string;
  readonly room: Room;
  readonly references: readonly LinkReference[];
}

/** What `apply` would do: one comment for each file and portal. */
export interface PlanContent {
  readonly kind: 'plan';
  readonly portal: string;
  /** Path of the file. */
  readonly file: string;
  /** The plan, harmless already; it is cut between lines if it is too long. */
  readonly markdown: string;
}

/** What a comment on a pull request can be about. */
export type CommentContent = LinkContent | RevokedContent | PlanContent;

/** A comment as it shall be. */
export interface Wanted {
  readonly mark: Mark;
  readonly body: string;
}

/** The comment about a link: where, what for, for whom, until when, and how to get there. No text in it is Markdown. */
export function linkComment({ portal, room, reference, link, reveal }: LinkContent): Wanted {
  const mark: Mark = {
    kind: 'link',
    place: linkPlace(portal, room, reference),
    room: roomPlace(portal, room),
    link: link.id,
    title: clipped(link.title),
  };
  const title = code(room.title);
  const paragraphs = [
    '### DocSpace room link',
    `${kindNames[kindOf(link)]} ${code(link.title)} to the room ${title} (${roomTypeLabel(room)})`,
    `**${describeSettings(link.type, link)}**`,
    ...(link.type === 'invitation' ? ['Whoever opens it joins the room as a member.'] : []),
    mayReveal(link, reveal)
      ? `Open it: ${address(link.url)}`
      : `The URL is not shown here; managers of the room can copy it in DocSpace.`,
    `Members of the room find it in DocSpace under **Rooms** → ${title}.`,
  ];
  return { mark, body: bodyOf(mark, paragraphs) };
}

/** What becomes of the comment about a link when the link is gone. */
export function revokedComment(mark: Mark, room: Room): Wanted {
  const title = mark.title === undefined ? '' : ` ${code(mark.title)}`;
  const paragraphs = [
    '### DocSpace room link: revoked',
    `The link${title} to the room ${code(room.title)} is revoked. Its URL opens nothing any more; members of the room stay members.`,
  ];
  return { mark, body: bodyOf(mark, paragraphs) };
}

/** The comment about what `apply` would do. */
export function planComment({ portal, file, markdown }: PlanContent): Wanted {
  const mark: Mark = { kind: 'plan', place: placeOf(['plan', portal, file]) };
  const note = 'The rest of the plan does not fit here: see the log of the step.';
  return { mark, body: fitted(bodyOf(mark, [markdown]), note) };
}

/** Whether a comment with this mark is about one of the links that are gone. */
export function isAbout(mark: Mark, { portal, room, references }: RevokedContent): boolean {
  if (mark.kind !== 'link' || mark.room !== roomPlace(portal, room)) return false;
  return references.some(
    (reference) =>
      mark.place === linkPlace(portal, room, reference) || (reference.by === 'id' && mark.link === reference.id),
  );
}

/** A room has one primary link, by whatever key; a key names an external link and an invitation apart. */
function linkPlace(portal: string, room: Room, reference: LinkReference): string {
  switch (reference.by) {
    case 'id':
      return placeOf(['link', portal, room.id, 'id', reference.id]);
    case 'primary':
      return placeOf(['link', portal, room.id, 'primary']);
    case 'key':
      return placeOf(['link', portal, room.id, 'key', reference.type, reference.key]);
  }
}

function roomPlace(portal: string, room: Room): string {
  return placeOf(['room', portal, room.id]);
}

function bodyOf(mark: Mark, paragraphs: readonly string[]): string {
  return [markLine(mark), ...paragraphs].join('\n\n');
}

/** Long enough to know it by: a hidden character may take six. */
function clipped(title: string): string {
  return cut(title, longestTitle);
}
