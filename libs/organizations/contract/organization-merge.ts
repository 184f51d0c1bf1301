import { Id } from '@samverkan/shared/contract';
import * as z from 'zod';
import { OrganizationRef } from './organization';

/** The party that is to be one with this, and stays. */
export const MergeInput = z.strictObject({ intoId: Id }).meta({ id: 'MergeInput' });
export type MergeInput = z.infer<typeof MergeInput>;

/** What the merge would move. */
export const MergePreview = z
  .object({
    from: OrganizationRef,
    into: OrganizationRef,
    /** By kind (`actions.owner`), what the reader can see of it; all of it moves, also what she cannot see. Kinds without any are left out. */
    moving: z.array(z.object({ kind: z.string(), count: z.number().int() })),
    /** Names the one that stays will be found by from now on. */
    names: z.array(z.string()),
  })
  .meta({ id: 'MergePreview' });
export type MergePreview = z.infer<typeof MergePreview>;
