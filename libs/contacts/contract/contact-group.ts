import { GuardConfirmed, Id, Moment, line } from '@samverkan/shared/contract';
import * as z from 'zod';
import { ContactChoice, mostRecipients } from './contact-recipients';

const name = line(80, 2);

/** A new group of recipients of the acting organisation: a choice that is kept, always as the directory is now, or functions picked by hand. */
export const ContactGroupInput = z
  .strictObject({
    name,
    choice: ContactChoice.nullable().default(null),
    functionIds: z.array(Id).min(1).max(mostRecipients).nullable().default(null),
    guardConfirmed: GuardConfirmed.default([]),
  })
  .refine(({ choice, functionIds }) => (choice === null) !== (functionIds === null), {
    path: ['functionIds'],
    message: 'group.choice-or-functions',
  })
  .meta({ id: 'ContactGroupInput' });
export type ContactGroupInput = z.infer<typeof ContactGroupInput>;

/** Another name, or others in it where they were picked by hand; needs `If-Match`. 409 `group.is-a-choice` for functions of a kept choice. */
export const ContactGroupChange = z
  .strictObject({
    name: name.optional(),
    functionIds: z.array(Id).min(1).max(mostRecipients).optional(),
    guardConfirmed: GuardConfirmed.default([]),
  })
  .meta({ id: 'ContactGroupChange' });
export type ContactGroupChange = z.infer<typeof ContactGroupChange>;

/** A group of recipients, as everybody who keeps functions for its organisation has it. */
export const ContactGroup = z
  .object({
    id: Id,
    name: z.string(),
    /** The kept choice in the words of the list's address; null where the functions were picked by hand. */
    choice: z.record(z.string(), z.string()).nullable(),
    /** How many were picked by hand. */
    picked: z.number().int().nullable(),
    /** Those picked by hand, also such as the reader does not see; null for a kept choice. */
    functionIds: z.array(Id).nullable(),
    changedAt: Moment,
    version: z.number().int(),
  })
  .meta({ id: 'ContactGroup' });
export type ContactGroup = z.infer<typeof ContactGroup>;

export const ContactGroups = z.object({ items: z.array(ContactGroup) }).meta({ id: 'ContactGroups' });
export type ContactGroups = z.infer<typeof ContactGroups>;
