import { quoted } from '../links/quoted.ts';
import type { LinkRef } from '../links/wish.ts';

/** How sentences name what an entry of the file describes: `primary link`, `external link with the key "press"`. */
export function entryName(ref: LinkRef): string {
  switch (ref.by) {
    case 'primary':
      return 'primary link';
    case 'id':
      return `link ${ref.id}`;
    case 'key':
      return `${ref.type} link with the key ${quoted(ref.key)}`;
  }
}
