import { oneOf } from './one-of.ts';

/** Which links are meant where several types are possible. */
export const parseLinkTypes = oneOf(['all', 'external', 'invitation'], { invite: 'invitation', share: 'external' });
