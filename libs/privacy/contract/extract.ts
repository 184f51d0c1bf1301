import { Id, Moment, PersonalSection } from '@samverkan/shared/contract';
import * as z from 'zod';

/** Everything the installation holds on a person (registerutdrag, GDPR article 15). */
export const Extract = z
  .object({
    at: Moment,
    person: z.object({ id: Id, name: z.string(), email: z.string() }),
    sections: z.array(PersonalSection),
  })
  .meta({ id: 'Extract' });
export type Extract = z.infer<typeof Extract>;
