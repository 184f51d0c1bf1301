// What belongs to the request being answered, wherever in the code one stands.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { GuardReason } from '@samverkan/shared/contract';
import type { QueryRunner } from 'typeorm';
import type { Actor } from './actor';

export interface RequestScope {
  requestId: string;
  actor?: Actor;
  /** The running transaction of a request that changes something. */
  runner?: QueryRunner;
  /** What the writer said that numbers the guard asked about are instead; goes into the audit row of the deed. */
  guardReasons?: GuardReason[];
}

const storage = new AsyncLocalStorage<RequestScope>();

export const runInScope = <T>(scope: RequestScope, work: () => T): T => storage.run(scope, work);

export const currentScope = (): RequestScope | undefined => storage.getStore();

/** The signed-in actor; throws where a route forgot to demand one, so that a mistake is an error and never an open door. */
export function currentActor(): Actor {
  const actor = storage.getStore()?.actor;
  if (!actor) throw new Error('No actor in this request: the route must demand one by its policy.');
  return actor;
}
