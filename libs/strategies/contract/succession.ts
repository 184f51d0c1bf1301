// Where the goals of one strategy go in the next.
import { OrganizationRef } from '@samverkan/organizations/contract';
import { GuardConfirmed, Id, prose } from '@samverkan/shared/contract';
import * as z from 'zod';
import { GoalKind, GoalRef, StrategyRef } from './strategy';

export const successionKinds = ['continues', 'changed', 'split', 'merged', 'ended'] as const;
export const SuccessionKind = z.enum(successionKinds).meta({ id: 'SuccessionKind' });
export type SuccessionKind = z.infer<typeof SuccessionKind>;

/** What a goal's way still lacks before the new strategy can be adopted. */
export const SuccessionLack = z.enum(['way', 'destination', 'destinations', 'motive']).meta({ id: 'SuccessionLack' });
export type SuccessionLack = z.infer<typeof SuccessionLack>;

/** Something open under an old goal that goes along: an action the reader may see, or a commitment. */
export const Follower = z
  .object({
    area: z.enum(['actions', 'commitments']),
    id: Id,
    title: z.string(),
    path: z.string(),
    owners: z.array(OrganizationRef),
    /** Where it goes if nothing more is said: the rule's, or what was chosen for it alone. Empty: it stays. */
    goalIds: z.array(Id),
    chosen: z.boolean(),
  })
  .meta({ id: 'Follower' });
export type Follower = z.infer<typeof Follower>;

export const GoalWay = z
  .object({
    /** The goal before. */
    goal: GoalRef.extend({ kind: GoalKind, parentId: Id.nullable() }),
    /** Null until somebody has said. */
    kind: SuccessionKind.nullable(),
    motive: z.string(),
    /** In the new strategy; open work follows to the first. */
    goalIds: z.array(Id),
    lacks: SuccessionLack.nullable(),
    /** 0 before it has been said the first time. */
    version: z.number().int(),
    followers: z.array(Follower),
  })
  .meta({ id: 'GoalWay' });
export type GoalWay = z.infer<typeof GoalWay>;

export const Succession = z
  .object({
    strategy: StrategyRef,
    replaces: z.array(StrategyRef),
    /** The goals of the new strategy, in its order. */
    goals: z.array(GoalRef.extend({ kind: GoalKind, parentId: Id.nullable() })),
    ways: z.array(GoalWay),
    /** Followers of one goal are capped at this many; `followers` then has one more. */
    cap: z.number().int(),
  })
  .meta({ id: 'Succession' });
export type Succession = z.infer<typeof Succession>;

/** Where one old goal goes. Unfinished ways are kept; adoption asks for the rest. */
export const GoalWayInput = z
  .strictObject({
    kind: SuccessionKind,
    motive: prose(1000).default(''),
    goalIds: z.array(Id).max(20).default([]),
    /** The version it was read at; 0 when nothing had been said. */
    version: z.int().min(0),
    guardConfirmed: GuardConfirmed.default([]),
  })
  .meta({ id: 'GoalWayInput' });
export type GoalWayInput = z.infer<typeof GoalWayInput>;

/** One follower that goes elsewhere than the rule says. Without goals it stays; `null` follows the rule again. */
export const FollowerChoice = z
  .strictObject({
    area: z.enum(['actions', 'commitments']),
    id: Id,
    goalIds: z.array(Id).max(20).nullable(),
  })
  .meta({ id: 'FollowerChoice' });
export type FollowerChoice = z.infer<typeof FollowerChoice>;

/** What the way of a goal lacks; null when it is whole. A goal that simply continues needs no motive. */
export function lackOf(way: {
  kind: SuccessionKind | null;
  motive: string;
  goalIds: readonly string[];
}): SuccessionLack | null {
  if (way.kind === null) return 'way';
  if (way.kind === 'split' && way.goalIds.length < 2) return 'destinations';
  if (['continues', 'changed', 'merged'].includes(way.kind) && way.goalIds.length !== 1) return 'destination';
  return way.kind !== 'continues' && way.motive.trim() === '' ? 'motive' : null;
}
