import 'express-session';

/** A sign-in that is not finished: the first proof was right. */
export interface PendingSignIn {
  userId: string;
  next: 'second-factor' | 'enrolment' | 'reason';
  /** Milliseconds since 1970. */
  at: number;
}

/** What must come back unchanged from an authority's sign-in. */
export interface OidcJourney {
  provider: string;
  state: string;
  nonce: string;
  verifier: string;
  returnTo: string;
  /** The invitation she came with, by the hash of its code. */
  invitation?: string | undefined;
  /** Somebody signed in connects the authority's account to hers. */
  connect?: boolean | undefined;
  at: number;
}

declare module 'express-session' {
  interface SessionData {
    userId: string;
    membershipId: string;
    pending: PendingSignIn;
    oidc: OidcJourney;
    /** The passkey challenge that was given out, and when. */
    challenge: { value: string; at: number };
    /** An authenticator secret that was offered, sealed, until a code of it is given. */
    totpOffer: string;
    /** When she last proved who she is, for what needs that. */
    provedAt: number;
    /** Nobody's, and made by a way in that was begun: it has been counted. */
    begun: boolean;
    startedAt: number;
    /** Browser and system in words. */
    device: string;
    /** An emergency session ends here whatever happens. */
    endsAt: number;
  }
}

/** A session ends eight hours after the last sign of life. */
export const sessionHours = 8;

/** And this long after she signed in, whatever is done: a page that asks again by itself looks like somebody who does. */
export const wholeSessionHours = 24;

/** A sign-in waits this long for its second step. */
export const pendingMs = 10 * 60_000;

/** A proof is good this long for what needs one. */
export const proofMs = 10 * 60_000;
