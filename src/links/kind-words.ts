import type { LinkKind } from './room-types.ts';

/** How sentences name a link, by its kind: people know an additional link as an external one. */
export const kindWords: Readonly<Record<LinkKind, string>> = {
  additional: 'external link',
  primary: 'primary link',
  invitation: 'invitation link',
};
