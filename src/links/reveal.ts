import type { Link } from './link.ts';

/** Which URLs may be seen: none, those of external links behind a login or password, or all. */
export type Reveal = 'never' | 'protected' | 'always';

/** Whether the URL of a link may be seen. An invitation lets people in, so `protected` never shows it. */
export function mayReveal(link: Link, reveal: Reveal): boolean {
  switch (reveal) {
    case 'never':
      return false;
    case 'always':
      return true;
    case 'protected':
      return link.type === 'external' && (link.internal || link.password !== null);
  }
}
