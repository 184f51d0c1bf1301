import { line } from '@samverkan/shared/contract';
import * as z from 'zod';
import { NewPassword, Token } from './account';
import { Role } from './session';

export const InvitedRequest = z.strictObject({ token: Token }).meta({ id: 'InvitedRequest' });
export type InvitedRequest = z.infer<typeof InvitedRequest>;

/** What an invitation says to the one who was sent it. Asking does not use it. */
export const Invited = z
  .object({
    email: z.string(),
    organization: z.string(),
    role: Role,
    title: z.string(),
    /** True when the address has an account already: she signs in, and the new membership is added to it. */
    hasAccount: z.boolean(),
  })
  .meta({ id: 'Invited' });
export type Invited = z.infer<typeof Invited>;

/** Name and password make a new account; somebody signed in gives neither and has the membership added to hers. */
export const AcceptanceInput = z
  .strictObject({ token: Token, name: line(100).optional(), password: NewPassword.optional() })
  .meta({ id: 'AcceptanceInput' });
export type AcceptanceInput = z.infer<typeof AcceptanceInput>;
