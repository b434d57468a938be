import { requirements } from '../../audit/policy.ts';
import { oneOf } from './one-of.ts';

/** What links can be required to have. */
export const parseRequirement = oneOf(requirements, { internal: 'login', 'deny-download': 'no-download' });
