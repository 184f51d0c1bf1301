import * as z from 'zod';

/** The sealed code from a message's link. */
export const ContactRefusalCode = z
  .strictObject({ token: z.string().regex(/^[\w.-]{40,900}$/) })
  .meta({ id: 'ContactRefusalCode' });
export type ContactRefusalCode = z.infer<typeof ContactRefusalCode>;

/** Says no thanks, or takes it back. */
export const ContactRefusalInput = ContactRefusalCode.extend({
  /** To this organisation's messages, or to everybody's. */
  to: z.enum(['sender', 'everybody']),
  refused: z.boolean(),
}).meta({ id: 'ContactRefusalInput' });
export type ContactRefusalInput = z.infer<typeof ContactRefusalInput>;

/** What a mailbox has said so far. */
export const ContactRefusal = z
  .object({
    /** The organisation whose message it was. */
    sender: z.string(),
    senderRefused: z.boolean(),
    everybodyRefused: z.boolean(),
  })
  .meta({ id: 'ContactRefusal' });
export type ContactRefusal = z.infer<typeof ContactRefusal>;
