import type { Actor } from '../db/actor';
import { forbidden, notFound } from '../http/problems';

export type Rule<S> = (actor: Actor, subject: S) => boolean;

/** The rules of one area: a pure function for each verb. `read` decides between "not found" and "not permitted". */
export interface Policy<S, V extends string> {
  can(verb: V, actor: Actor, subject: S): boolean;
  /** Throws 404 when the actor may not even see the subject, 403 when she may see it but not do this. */
  require(verb: V, actor: Actor, subject: S): void;
  /** Every verb with its answer, sent with each resource: the portal shows buttons by it. */
  allowed(actor: Actor, subject: S): Record<V, boolean>;
}

export function policy<S, V extends string>(rules: Record<V, Rule<S>> & { read: Rule<S> }): Policy<S, V | 'read'> {
  type Verb = V | 'read';
  const can = (verb: Verb, actor: Actor, subject: S) => rules.read(actor, subject) && rules[verb](actor, subject);
  return {
    can,
    require(verb, actor, subject) {
      if (!rules.read(actor, subject)) throw notFound();
      if (!can(verb, actor, subject)) throw forbidden();
    },
    allowed: (actor, subject) =>
      Object.fromEntries((Object.keys(rules) as Verb[]).map((verb) => [verb, can(verb, actor, subject)])) as Record<
        Verb,
        boolean
      >,
  };
}
