import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

/** The official schema, in draft-04: what of that ajv does not know are its two names. */
const official = new URL(
  '../../../node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
  import.meta.url,
);
const members = Object.entries(JSON.parse(readFileSync(official, 'utf8')) as object);
const schema = Object.fromEntries(members.filter(([name]) => name !== '$schema' && name !== 'id'));
const ajv = new Ajv({ strict: false, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(schema);

/** What is wrong with a SARIF file by the official schema. */
export function mistakesOf(sarif: string): readonly unknown[] {
  return validate(JSON.parse(sarif)) ? [] : (validate.errors ?? []);
}

/** A message as a viewer shows it, by SARIF 2.1.0, 3.11.5 and 3.11.6. Throws if there is a placeholder or a link in it. */
export function shown(message: string): string {
  const placeholder = /\{\d+\}/u.exec(message.replace(/\{\{|\}\}/gu, ''));
  const link = /\[[^[\]]*\]\(/u.exec(message.replace(/\\[\\[\]]/gu, ''));
  const [markup] = placeholder ?? link ?? [];
  if (markup !== undefined) throw new Error(`Markup: ${markup}`);
  return message.replace(/\{\{|\}\}/gu, (pair) => pair.charAt(0)).replace(/\\([\\[\]])/gu, '$1');
}
