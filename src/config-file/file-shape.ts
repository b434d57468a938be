import type { TitlePattern } from '../audit/policy.ts';
import type { Parse } from '../values/parsed.ts';
import { parseRoomRef } from '../values/rooms.ts';
import { defaultsShape, linkShape } from './link-shape.ts';
import { policyShape, roomSchema, waiverShape } from './policy-shape.ts';
import { described, list, mapping, scalar, type JsonSchema } from './shape.ts';

/** For files that have no `title-pattern`. */
const noPattern: Parse<TitlePattern> = () => ({ wrong: 'cannot be read.' });

/** One room of the file. */
export function roomShape(now: Date) {
  return mapping({
    what: 'a room',
    fields: {
      room: described(
        scalar(parseRoomRef, roomSchema),
        "Id of the room (the number in the room's address), or its exact title.",
      ),
      links: described(list(linkShape(now), '`- { key: …, access: viewer }`'), 'The links of the room.'),
    },
    required: ['room', 'links'],
    otherWords: { 'room-id': 'room', 'room-title': 'room', id: 'room', title: 'room' },
  });
}

/** The whole file, read at this time. The parser and the JSON Schema are both made from it. */
export function fileShape(now: Date, parseTitlePattern: Parse<TitlePattern> = noPattern) {
  return mapping({
    what: 'the file',
    fields: {
      version: described(
        scalar((text) => (text === '1' ? { value: 1 } : { wrong: 'is not known. Possible: `1`.' }), { enum: [1, '1'] }),
        'Version of this format: 1.',
      ),
      defaults: described(defaultsShape(now), 'What holds for every link that does not say otherwise.'),
      rooms: described(list(roomShape(now), '`- room: 2201`'), 'The rooms whose links this repository keeps.'),
      policy: described(policyShape(parseTitlePattern), 'What the audit holds rooms and links against.'),
      waivers: described(
        list(waiverShape(now), '`- { rule: DSL001, room: 2201, reason: "…", until: 2027-03-31 }`'),
        'Findings of the audit that are accepted for a while.',
      ),
    },
    required: ['version'],
  });
}

/** The JSON Schema of the file, for editors (draft-07, which most of them speak). */
export function jsonSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'DocSpace room links',
    description: 'Links of ONLYOFFICE DocSpace rooms as code: .github/docspace-links.yml or .yaml',
    ...(fileShape(new Date(0)).schema as object),
  };
}
