import type { Actor } from './actor';

/**
 * Sets the actor's context for the running transaction and no longer; row-level security reads it. $5 makes the transaction read only; $6 tells
 * whether a statement is planned for what is asked each time, or once for all; $7 that an organisation's system asks, and none of its people.
 */
export const contextSql = `select set_config('samverkan.user', $1, true), set_config('samverkan.org', $2, true),
  set_config('samverkan.role', $3, true), set_config('samverkan.counties', $4, true),
  set_config('transaction_read_only', $5, true), set_config('plan_cache_mode', $6, true), set_config('samverkan.token', $7, true)`;

export const contextValues = (actor: Actor | undefined, readOnly: boolean, plannedOnce = false): string[] => [
  actor?.userId ?? '',
  actor?.organizationId ?? '',
  actor?.role ?? '',
  actor?.countyCodes.join(',') ?? '',
  readOnly ? 'on' : 'off',
  plannedOnce ? 'force_generic_plan' : 'auto',
  actor?.scopes ? 'on' : '',
];
