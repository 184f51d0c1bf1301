import { OrganizationRef } from '@samverkan/organizations/contract';
import { Id, Moment, wholeNumber } from '@samverkan/shared/contract';
import * as z from 'zod';

/** News about something the reader may see. Carries ids and a title read now, never a stored text. */
export const ActivityEvent = z
  .object({
    /** Position in the stream; give it back as `after` (or `Last-Event-ID`) to go on from here. */
    cursor: z.string(),
    at: Moment,
    /** `action.created`, `action.status-changed`, `action.updated`, `action.changed`, `action.widened`, `action.narrowed`. */
    kind: z.string(),
    area: z.string(),
    objectId: Id,
    title: z.string(),
    organization: OrganizationRef.nullable(),
    /** The new status or visibility, when the event is about one. */
    value: z.string().nullable(),
    /** Done by the reader's own acting organisation. */
    own: z.boolean(),
  })
  .meta({ id: 'ActivityEvent' });
export type ActivityEvent = z.infer<typeof ActivityEvent>;

export const ActivityFeed = z
  .object({ items: z.array(ActivityEvent), nextBefore: z.string().nullable() })
  .meta({ id: 'ActivityFeed' });
export type ActivityFeed = z.infer<typeof ActivityFeed>;

/** `before` pages backwards through the feed. */
export const ActivityQuery = z
  .strictObject({
    before: z
      .string()
      .regex(/^\d{1,19}-\d{1,18}$/)
      .optional(),
    size: wholeNumber(1, 50, 10),
  })
  .meta({ id: 'ActivityQuery' });
export type ActivityQuery = z.infer<typeof ActivityQuery>;

/** One line of the live stream: only that something changed, and where. The reader asks again for what she looks at. */
export const LiveChange = z
  .object({ area: z.string(), objectId: Id, kind: z.string(), goalIds: z.array(Id) })
  .meta({ id: 'LiveChange' });
export type LiveChange = z.infer<typeof LiveChange>;
