import * as z from 'zod';
import { Session } from './session';

export const secondFactors = ['totp', 'passkey', 'recovery-code'] as const;

/** The password was right and something more is needed before anybody is signed in. Waits ten minutes. */
export const SignInStep = z
  .object({
    /** `second-factor`: prove it with one of `methods` · `enrolment`: get a second factor first · `reason`: an emergency account. */
    next: z.enum(['second-factor', 'enrolment', 'reason']),
    methods: z.array(z.enum(secondFactors)),
  })
  .meta({ id: 'SignInStep' });
export type SignInStep = z.infer<typeof SignInStep>;

/** Signed in, or what comes next. */
export const SignInAnswer = z.union([Session, SignInStep]).meta({ id: 'SignInAnswer' });
export type SignInAnswer = z.infer<typeof SignInAnswer>;

/** Six digits of an authenticator app, or one of the recovery codes. Spaces and hyphens do not matter. */
export const SecondFactorInput = z
  .strictObject({ code: z.string().trim().min(6).max(40) })
  .meta({ id: 'SecondFactorInput' });
export type SecondFactorInput = z.infer<typeof SecondFactorInput>;

/** Why an emergency account is opened: everyone who administers is told. */
export const BreakGlassInput = z
  .strictObject({ reason: z.string().trim().min(20).max(500) })
  .meta({ id: 'BreakGlassInput' });
export type BreakGlassInput = z.infer<typeof BreakGlassInput>;

/** What the browser's own passkey functions ask for and answer with (WebAuthn as JSON); opaque to us on both sides. */
export const PasskeyOptions = z.record(z.string(), z.unknown()).meta({ id: 'PasskeyOptions' });
export type PasskeyOptions = z.infer<typeof PasskeyOptions>;
export const PasskeyInput = z
  .strictObject({ response: z.record(z.string(), z.unknown()), name: z.string().trim().min(1).max(60).optional() })
  .meta({ id: 'PasskeyInput' });
export type PasskeyInput = z.infer<typeof PasskeyInput>;
