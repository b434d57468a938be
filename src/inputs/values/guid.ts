import type { Parse } from './parsed.ts';

const form = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** Id of a link: a GUID with hyphens, in any case, given in lower case. The portal takes no other form. */
export const parseGuid: Parse<string> = (text) => {
  const value = text.toLowerCase();
  if (/^[0-]+$/u.test(value) && form.test(value)) {
    return { wrong: 'stands for a link that is yet to be made. To make one, use `key`.' };
  }
  if (form.test(value)) return { value };
  return {
    wrong: `is not the id of a link, like \`6f1c0e9a-3b52-4d41-9c2e-0a1b2c3d4e5f\`: the output \`links\` names the ids.${suggestion(value)}`,
  };
};

/** The same digits in the right form, out of braces or without hyphens. */
function suggestion(text: string): string {
  const [, ...parts] =
    /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/u.exec(
      text.replace(/^urn:uuid:|[-{}()\s"']/gu, ''),
    ) ?? [];
  return parts.length === 0 ? '' : ` Did you mean \`${parts.join('-')}\`?`;
}
