import 'express-session';

declare module 'express-session' {
  interface SessionData {
    userId: string;
    membershipId: string;
  }
}

/** A session ends eight hours after the last sign of life. */
export const sessionHours = 8;
