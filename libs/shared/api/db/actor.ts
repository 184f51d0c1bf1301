import type { Role } from './role';

/** Who asks, and for whom she acts. Read per request from the session and the memberships, never from a token. */
export interface Actor {
  userId: string;
  name: string;
  membershipId: string;
  organizationId: string;
  role: Role;
  /** The acting organisation's counties. */
  countyCodes: string[];
}
