import { Day, Id, MunicipalityCode, line, listOf } from '@samverkan/shared/contract';
import { TermCode } from '@samverkan/vocabularies/contract';
import * as z from 'zod';
import { ActionSummary } from './action';

/** Neighbours that are shown at most. */
export const mostNeighbours = 5;

/** An action as far as it is planned: what others do is compared with it. Nothing is required. */
export const ActionNeighboursQuery = z
  .strictObject({
    title: line(160, 0).optional(),
    kind: TermCode.optional(),
    goal: listOf(Id),
    municipality: listOf(MunicipalityCode),
    targetGroup: listOf(TermCode),
    form: listOf(TermCode),
    from: Day.optional(),
    to: Day.optional(),
    /** The action itself, once it is saved. */
    except: Id.optional(),
  })
  .meta({ id: 'ActionNeighboursQuery' });
export type ActionNeighboursQuery = z.infer<typeof ActionNeighboursQuery>;

/** What two actions have in common. */
export const actionLikenesses = ['words', 'goal', 'kind', 'place', 'time', 'subject'] as const;

export const ActionNeighbour = z
  .object({ action: ActionSummary, alike: z.array(z.enum(actionLikenesses)) })
  .meta({ id: 'ActionNeighbour' });
export type ActionNeighbour = z.infer<typeof ActionNeighbour>;

/** Others' open actions that are most like it, the likest first: only what this reader sees in the list, and nothing of the rest, not that there is any. */
export const ActionNeighbours = z
  .object({ items: z.array(ActionNeighbour).max(mostNeighbours) })
  .meta({ id: 'ActionNeighbours' });
export type ActionNeighbours = z.infer<typeof ActionNeighbours>;
