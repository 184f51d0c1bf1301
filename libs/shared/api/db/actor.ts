import type { TokenScope } from '@samverkan/shared/contract';
import type { Role } from './role';

/** Who asks, and for whom she acts. Rights are read per request: a session or a token only says who it is. */
export interface Actor {
  userId: string;
  name: string;
  membershipId: string;
  organizationId: string;
  role: Role;
  /** The acting organisation's counties. */
  countyCodes: string[];
  /** What an organisation's own system may do at most, when it is one that asks. */
  scopes?: readonly TokenScope[];
}
