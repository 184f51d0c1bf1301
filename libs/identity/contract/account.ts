import { Moment } from '@samverkan/shared/contract';
import * as z from 'zod';
import { Session } from './session';

/** Shortest and longest password, counted in characters (NIST 800-63B: length, not composition). */
export const passwordLength = { min: 12, max: 256 } as const;

/** A new password. Any characters; judged against common passwords and the person's own words by the API. */
export const NewPassword = z.string().min(passwordLength.min).max(passwordLength.max);

export const PasswordChangeInput = z
  .strictObject({ current: z.string().min(1).max(256), password: NewPassword })
  .meta({ id: 'PasswordChangeInput' });
export type PasswordChangeInput = z.infer<typeof PasswordChangeInput>;

export const PasswordResetRequest = z
  .strictObject({ email: z.string().trim().min(3).max(254) })
  .meta({ id: 'PasswordResetRequest' });
export type PasswordResetRequest = z.infer<typeof PasswordResetRequest>;

/** The code of a mailed link. */
export const Token = z.string().regex(/^[\w-]{43}$/);

export const PasswordResetInput = z
  .strictObject({ token: Token, password: NewPassword })
  .meta({ id: 'PasswordResetInput' });
export type PasswordResetInput = z.infer<typeof PasswordResetInput>;

/** Password or code, given again before something that matters. */
export const ProofInput = z.strictObject({ secret: z.string().min(1).max(256) }).meta({ id: 'ProofInput' });
export type ProofInput = z.infer<typeof ProofInput>;

/** Whether single keys lead somewhere; kept with the account, wherever she signs in. */
export const ShortcutsInput = z.strictObject({ on: z.boolean() }).meta({ id: 'ShortcutsInput' });
export type ShortcutsInput = z.infer<typeof ShortcutsInput>;

/** How the signed-in person proves who she is, and where she is signed in. */
export const Account = z
  .object({
    email: z.string(),
    hasPassword: z.boolean(),
    /** An authenticator app is connected. */
    totp: z.boolean(),
    passkeys: z.array(z.object({ id: z.string(), name: z.string(), createdAt: Moment, usedAt: Moment.nullable() })),
    /** Unused recovery codes. */
    recoveryCodesLeft: z.number().int(),
    /** Authorities whose own sign-in is connected. */
    authorities: z.array(z.object({ id: z.string(), name: z.string() })),
    sessions: z.array(
      z.object({
        /** A name for the session that opens nothing. */
        id: z.string(),
        /** Browser and system, as far as the browser tells ("Firefox, Windows"). No place is kept. */
        device: z.string(),
        signedInAt: Moment,
        /** To the nearest five minutes. */
        seenAt: Moment,
        current: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Account' });
export type Account = z.infer<typeof Account>;

/** A new authenticator secret: as a picture to photograph and as text to type. Shown once, until it is confirmed. */
export const TotpOffer = z
  .object({ secret: z.string(), uri: z.string(), /** SVG. */ picture: z.string() })
  .meta({ id: 'TotpOffer' });
export type TotpOffer = z.infer<typeof TotpOffer>;

/** Ten codes, each good once, shown this one time. Empty when the person had some already. `session` stands when this ended a sign-in. */
export const Enrolled = z
  .object({ recoveryCodes: z.array(z.string()), session: Session.nullable() })
  .meta({ id: 'Enrolled' });
export type Enrolled = z.infer<typeof Enrolled>;

export const SessionKey = z.string().regex(/^[\w-]{1,64}$/);
export const PasskeyKey = z.string().regex(/^[\w-]{1,1400}$/);
