import * as v from 'valibot';
import type { ConfigFile, TitlePattern } from '../audit/policy.ts';
import type { Parse } from '../values/parsed.ts';
import { defaultsSchema, roomSchema } from './links.ts';
import { failureOf, pathOf, refuseIssues, type Mistake, type Refuse } from './mistakes.ts';
import { policyOf, policySchema, waiverOf, waiverSchema } from './policy.ts';
import { declaredRooms, type RoomsRead } from './rooms.ts';
import { described, list, mapping, optional, text } from './schema.ts';
import { readYaml, type YamlFile } from './yaml.ts';

/** Bytes. The file is written by people: this is more than ten thousand links, and a second or two of work. */
export const largestLinksFile = 1024 * 1024;
const start = { line: 1, column: 1 };

/** For files that have no `title-pattern`. */
const noPattern: Parse<TitlePattern> = () => ({ wrong: 'cannot be read.' });

/** The whole file, read at this time. The parser and the JSON Schema are both made from it. */
export function fileSchema(now: Date, parseTitlePattern: Parse<TitlePattern> = noPattern) {
  return mapping(
    { what: 'the file' },
    {
      version: described(
        text((written) => (written === '1' ? { value: 1 } : { wrong: 'is not known. Possible: `1`.' }), {
          type: ['integer', 'string'],
          enum: [1, '1'],
        }),
        'Version of this format: 1.',
      ),
      defaults: optional(defaultsSchema(now), 'What holds for every link that does not say otherwise.'),
      rooms: optional(list(roomSchema(now), '`- room: 2201`'), 'The rooms whose links this repository keeps.'),
      policy: optional(policySchema(parseTitlePattern), 'What the audit holds rooms and links against.'),
      waivers: optional(
        list(waiverSchema(now), '`- { rule: DSL001, room: 2201, reason: "…", until: 2027-03-31 }`'),
        'Findings of the audit that are accepted for a while.',
      ),
    },
  );
}

/**
 * Reads the file of links, policy and waivers. Nothing in it is executed or expanded. `path` names it in messages;
 * `now` is the time from which dates and durations are evaluated. Throws a `Failure` with every mistake at once, each with
 * its line and column. Where the YAML itself is broken, that is all that is told.
 */
export async function parseLinksFile(written: string, path: string, now: Date): Promise<ConfigFile> {
  const size = Buffer.byteLength(written);
  if (size > largestLinksFile) {
    const message = `The file is too large: ${size} bytes; at most ${largestLinksFile} (1 MiB) are read.`;
    throw failureOf([{ at: start, message }], path);
  }
  const yaml = await readYaml(written.replace(/^\ufeff/u, ''));
  if ('mistakes' in yaml) throw failureOf(yaml.mistakes, path);
  if (yaml.data === null) {
    throw failureOf(
      [{ at: start, message: 'The file is empty: it needs `version: 1`, and `rooms` or `policy`.' }],
      path,
    );
  }
  const mistakes: Mistake[] = [];
  const file = await fileOf(yaml, path, now, (at, message) => {
    mistakes.push({ at, message });
  });
  if (file === null || mistakes.length > 0) throw failureOf(mistakes, path);
  return file;
}

/** The file; null if it is wrong, which is refused then, and worth nothing if anything was refused. */
async function fileOf({ data, places }: YamlFile, path: string, now: Date, refuse: Refuse): Promise<ConfigFile | null> {
  // The library behind it is large, and most files have no such pattern.
  const patterns = hasTitlePattern(data) ? await import('../values/title-pattern.ts') : undefined;
  const schema = fileSchema(now, patterns?.parseTitlePattern);
  const { success, output, issues } = v.safeParse(schema, data);
  if (!success) {
    refuseIssues(issues, schema, places, refuse);
    declaredRooms(withoutWrong(output, issues), places, refuse);
    return null;
  }
  return {
    path,
    rooms: declaredRooms(output, places, refuse),
    policy: policyOf(output.policy, places),
    waivers: (output.waivers ?? []).map((waiver, index) => waiverOf(waiver, places.at(['waivers', index]).line)),
    policyLine: places.nameAt(['policy'])?.line ?? null,
  };
}

function hasTitlePattern(data: unknown): boolean {
  return v.is(v.object({ policy: v.object({ 'title-pattern': v.unknown() }) }), data);
}

/** What was read, as if what is wrong were not given: what the rest of it means is told all the same. */
function withoutWrong(output: unknown, issues: readonly v.BaseIssue<unknown>[]): RoomsRead {
  for (const path of issues.map(pathOf)) {
    const last = path.at(-1);
    if (last === undefined) return {};
    const holder = path.slice(0, -1).reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], output);
    (holder as Record<string, unknown>)[last] = undefined;
  }
  return output as RoomsRead;
}
