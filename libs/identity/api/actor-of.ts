import type { Membership } from '@samverkan/identity/contract';
import type { Actor } from '@samverkan/shared/api';
import type { Member } from './members';

/** The person as she acts by one of her memberships. */
export const actorOf = ({ user }: Member, acting: Membership): Actor => ({
  userId: user.id,
  name: user.name,
  membershipId: acting.id,
  organizationId: acting.organization.id,
  role: acting.role,
  countyCodes: acting.countyCodes,
});
