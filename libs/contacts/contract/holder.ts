import { Day, GuardConfirmed, Id, line } from '@samverkan/shared/contract';
import * as z from 'zod';

/**
 * Whose the name is to show. `named`: to everybody who sees the function · `function_only`: the name never leaves the own organisation ·
 * `unnamed`: no name is kept. To everybody outside the last two are one and the same.
 */
export const namings = ['named', 'function_only', 'unnamed'] as const;
export const Naming = z.enum(namings).meta({ id: 'Naming' });
export type Naming = z.infer<typeof Naming>;

/** Who has held the function, and when. */
export const ContactHolder = z
  .object({
    id: Id,
    /** Steps in for the holder; there may be several at a time. */
    deputy: z.boolean(),
    validFrom: Day,
    /** The last day; null while it goes on. */
    validTo: Day.nullable(),
    /** Holds it today. */
    current: z.boolean(),
    /** Null where no name is kept, and where the name is not for this reader. */
    name: z.string().nullable(),
    /** Only for those who keep the function: null to everybody else, whatever it is. */
    naming: Naming.nullable(),
    /** The colleague behind the name, where she has an account. Only for those who keep the function. */
    userId: Id.nullable(),
  })
  .meta({ id: 'ContactHolder' });
export type ContactHolder = z.infer<typeof ContactHolder>;

const who = {
  naming: Naming,
  /** A colleague with an account; her name follows the account. */
  userId: Id.nullable().default(null),
  /** The name of somebody without one. */
  name: line(120).nullable().default(null),
};
const isWhole = (given: { naming: Naming; userId: string | null; name: string | null }) =>
  given.naming === 'unnamed'
    ? given.userId === null && given.name === null
    : (given.userId === null) !== (given.name === null);
const isInOrder = (given: { validFrom: string | null; validTo: string | null }) =>
  given.validFrom === null || given.validTo === null || given.validFrom <= given.validTo;
const wholeProblem = { path: ['name'], message: 'holder.who-is-missing' };
const orderProblem = { path: ['validTo'], message: 'holder.ends-before-it-begins' };

const period = {
  /** Null: from today. */
  validFrom: Day.nullable().default(null),
  validTo: Day.nullable().default(null),
};

/** Somebody takes the function. Whoever holds it until then ends the day before. */
export const HolderInput = z
  .strictObject({
    ...who,
    ...period,
    deputy: z.boolean().default(false),
    guardConfirmed: GuardConfirmed.default([]),
  })
  .refine(isWhole, wholeProblem)
  .refine(isInOrder, orderProblem)
  .meta({ id: 'HolderInput' });
export type HolderInput = z.infer<typeof HolderInput>;

/** What is known of a holder, set right: all of it is written anew. */
export const HolderChange = z
  .strictObject({ ...who, validFrom: Day, validTo: Day.nullable(), guardConfirmed: GuardConfirmed.default([]) })
  .refine(isWhole, wholeProblem)
  .refine(isInOrder, orderProblem)
  .meta({ id: 'HolderChange' });
export type HolderChange = z.infer<typeof HolderChange>;

/** The holder's last day. */
export const EndHolderInput = z.strictObject({ lastDay: Day }).meta({ id: 'EndHolderInput' });
export type EndHolderInput = z.infer<typeof EndHolderInput>;

/** People of the acting organisation, to choose a holder among. */
export const Colleagues = z
  .object({ items: z.array(z.object({ userId: Id, name: z.string(), title: z.string() })) })
  .meta({ id: 'Colleagues' });
export type Colleagues = z.infer<typeof Colleagues>;
