import { Role } from '@samverkan/identity/contract';
import { Id, Moment } from '@samverkan/shared/contract';
import * as z from 'zod';

/** Invites whoever holds a function into its organisation. Once she has accepted, the function is hers. */
export const ContactInvitationInput = z
  .strictObject({
    email: z.email().max(254),
    role: Role,
    /** She follows whoever holds it now; else she is that one. Only for those who say who holds the function. */
    takesOver: z.boolean().default(false),
  })
  .meta({ id: 'ContactInvitationInput' });
export type ContactInvitationInput = z.infer<typeof ContactInvitationInput>;

/** What the one who invites may choose among, and what waits already. Only for those who look after the organisation's people. */
export const ContactInvitations = z
  .object({
    roles: z.array(Role),
    /** She may say that the guest takes over from whoever holds it. */
    mayTakeOver: z.boolean(),
    /** Invitations to this function that nobody has answered yet. */
    waiting: z.array(z.object({ id: Id, email: z.string(), expiresAt: Moment })),
  })
  .meta({ id: 'ContactInvitations' });
export type ContactInvitations = z.infer<typeof ContactInvitations>;

/** What meets somebody who has just come: her functions in the acting organisation, and whether work waits to be taken over. */
export const ContactWelcome = z
  .object({
    functions: z.array(z.object({ id: Id, title: z.string() })),
    /** Pieces of open work that were left in her functions, and in the organisation's others, undecided. */
    waiting: z.object({ own: z.number().int(), others: z.number().int() }),
  })
  .meta({ id: 'ContactWelcome' });
export type ContactWelcome = z.infer<typeof ContactWelcome>;
