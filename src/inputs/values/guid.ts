import type { Parse } from './parsed.ts';
import { holdsAddress } from './pasted.ts';
import { hiddenCharacter } from './written.ts';

/** Id of a link as the portal writes it. */
export const guidForm = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** Id of a link: a GUID with hyphens, in any case, given in lower case. The portal takes no other form. */
export const parseGuid: Parse<string> = (text) => {
  const value = text.toLowerCase();
  if (/^[0-]+$/u.test(value) && guidForm.test(value)) {
    return { wrong: 'stands for a link that is yet to be made. To make one, use `key`.' };
  }
  if (guidForm.test(value)) return { value };
  if (holdsAddress(text)) {
    return {
      wrong:
        'is a URL, which does not hold the id of the link. Use the id: the output `links` of the action `list` names it.',
      unseen: true,
    };
  }
  const invisible = hiddenCharacter(text);
  if (invisible !== null) return { wrong: `${invisible.wrong}${suggestion(value.replace(/[^\da-f-]/gu, ''))}` };
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
