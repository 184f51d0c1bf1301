// The methods an action is about, and what lies outside what they are for.
import { OrganizationRef } from '@samverkan/organizations/contract';
import { Day, GuardConfirmed, Id, line } from '@samverkan/shared/contract';
import { TermCode } from '@samverkan/vocabularies/contract';
import * as z from 'zod';
import { MethodRef } from './method';
import { MethodWarning } from './method-warning';

export const ActionMethod = z
  .object({
    id: Id,
    method: MethodRef,
    /** Who will use it, where that is said. */
    professions: z.array(TermCode),
    tiedOn: Day,
    /** Who tied it. */
    organization: OrganizationRef,
    endedOn: Day.nullable(),
    warnings: z.array(MethodWarning),
    /** Why it is chosen all the same. */
    reason: z.string(),
  })
  .meta({ id: 'ActionMethod' });
export type ActionMethod = z.infer<typeof ActionMethod>;

export const ActionMethods = z
  .object({
    items: z.array(ActionMethod),
    /** It introduces a method, and none is named. */
    wanted: z.boolean(),
    mayTie: z.boolean(),
  })
  .meta({ id: 'ActionMethods' });
export type ActionMethods = z.infer<typeof ActionMethods>;

export const ActionMethodInput = z
  .strictObject({
    methodId: Id,
    professions: z.array(TermCode).max(30).default([]),
    /** Why it is chosen although something lies outside what it is for; asked for only then. */
    reason: line(300, 0).default(''),
    guardConfirmed: GuardConfirmed.default([]),
  })
  .meta({ id: 'ActionMethodInput' });
export type ActionMethodInput = z.infer<typeof ActionMethodInput>;

/** The actions that are about a method, as far as the reader sees them. */
export const MethodActions = z
  .object({
    items: z.array(
      z.object({
        id: Id,
        title: z.string(),
        status: z.string(),
        owners: z.array(OrganizationRef),
        warned: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'MethodActions' });
export type MethodActions = z.infer<typeof MethodActions>;
