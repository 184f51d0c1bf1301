// A secret address that a calendar program fetches the days from.
import { Day, Moment } from '@samverkan/shared/contract';
import * as z from 'zod';

/** What one has: never the address itself, which is shown once and kept as a hash. */
export const Subscription = z
  .object({
    subscription: z
      .object({
        mine: z.boolean(),
        madeAt: Moment,
        /** The latest day a program fetched it. */
        fetchedOn: Day.nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'Subscription' });
export type Subscription = z.infer<typeof Subscription>;

/** A new address; the one before stops working. */
export const SubscriptionInput = z
  .strictObject({ mine: z.boolean().default(false), lang: z.enum(['sv', 'en']).default('sv') })
  .meta({ id: 'SubscriptionInput' });
export type SubscriptionInput = z.infer<typeof SubscriptionInput>;

/** The address, this once. */
export const SubscriptionMade = Subscription.extend({ address: z.string() }).meta({ id: 'SubscriptionMade' });
export type SubscriptionMade = z.infer<typeof SubscriptionMade>;

export const SubscriptionToken = z.string().regex(/^[\w-]{43}$/);
