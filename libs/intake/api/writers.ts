import type { Role } from '@samverkan/shared/api';

/** Roles that log work, as the policy of actions has them. */
export const writers: readonly Role[] = ['coordinator', 'partner', 'county_staff', 'county_admin'];
