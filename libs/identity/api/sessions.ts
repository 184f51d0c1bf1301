import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIGURATION, type Configuration, Notifications, Refusal, notSignedIn } from '@samverkan/shared/api';
import connectPgSimple from 'connect-pg-simple';
import type { Request, RequestHandler, Response } from 'express';
import session, { type SessionData } from 'express-session';
import { bearerOf } from './bearer';
import { CachedSessionStore } from './cached-session.store';
import { deviceWords } from './device-words';
import { type PendingSignIn, pendingMs, proofMs, sessionHours, wholeSessionHours } from './session-data';
import { SessionRows } from './session-rows';
import { SignInPool } from './sign-in.pool';

type Ends = Partial<Pick<SessionData, 'endsAt' | 'startedAt'>>;

/** When a session ends however often it is used: an emergency's hour, or a day from sign-in. */
const endOf = ({ endsAt, startedAt }: Ends): number =>
  endsAt ?? (startedAt ?? Infinity) + wholeSessionHours * 3_600_000;

/** An emergency session's hour is out, or the day since sign-in. */
export const isOver = (session: Ends): boolean => Date.now() >= endOf(session);

const asHeadersLeave = (response: Response, deed: () => void): void => {
  const leave = response.writeHead.bind(response) as (...given: unknown[]) => Response;
  response.writeHead = ((...given: unknown[]) => {
    deed();
    return leave(...given);
  }) as typeof response.writeHead;
};

/** Cookie sessions in PostgreSQL, so that any replica can answer. */
@Injectable()
export class Sessions implements OnModuleInit {
  /** The Express middleware. */
  readonly middleware: RequestHandler;
  readonly cookieName: string;
  private readonly store: CachedSessionStore;

  constructor(
    @Inject(CONFIGURATION) settings: Configuration,
    private readonly signIn: SignInPool,
    private readonly notifications: Notifications,
  ) {
    const secure = settings.PUBLIC_URL?.startsWith('https://') ?? false;
    const PgStore = connectPgSimple(session);
    // The schema is made by the migrations; expired rows count for nothing and go with the night (docs/adr/0016).
    this.store = new CachedSessionStore(
      new PgStore({ pool: signIn.pool, tableName: 'session', pruneSessionInterval: false, errorLog: () => undefined }),
      new SessionRows(signIn.pool),
    );
    this.cookieName = secure ? '__Host-samverkan' : 'samverkan';
    const withSession = session({
      name: this.cookieName,
      secret: settings.keys.sessionSecret,
      store: this.store,
      resave: false,
      saveUninitialized: false,
      rolling: false,
      cookie: { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: sessionHours * 3_600_000 },
      proxy: settings.TRUSTED_PROXIES > 0,
    });
    // A system that comes with a token has no session, and is given none.
    this.middleware = (request, response, next) => {
      if (bearerOf(request as Request) !== undefined) return next();
      withSession(request, response, next);
    };
  }

  onModuleInit(): void {
    this.notifications.on('samverkan_sessions', (id) => id && this.store.drop(id));
  }

  /** A new session for the person: a new id, so that one known before sign-in is worth nothing after. */
  async begin(request: Request, userId: string, membershipId: string, endsAt?: number): Promise<void> {
    const now = Date.now();
    await this.renew(request, {
      userId,
      membershipId,
      startedAt: now,
      provedAt: now,
      device: deviceWords(request.get('user-agent')),
      ...(endsAt ? { endsAt } : {}),
    });
  }

  /** She acts for another organisation: a new id too, and it keeps when she signed in, when she last proved who she is and when it ends. */
  async actAs(request: Request, membershipId: string): Promise<void> {
    const { userId, startedAt, provedAt, endsAt } = request.session as SessionData;
    await this.renew(request, {
      userId,
      membershipId,
      startedAt,
      provedAt,
      device: deviceWords(request.get('user-agent')),
      ...(endsAt ? { endsAt } : {}),
    });
  }

  /** What is put into the session now makes a row of its own. */
  isNew(request: Request): boolean {
    return !this.store.isStanding(request.session as SessionData);
  }

  /** A sign-in that needs one more step: a new id, and nobody signed in yet. */
  async wait(request: Request, pending: Omit<PendingSignIn, 'at'>): Promise<void> {
    await this.renew(request, { pending: { ...pending, at: Date.now() } });
  }

  /** What is waiting in this session, while it is fresh. */
  pending(request: Request): PendingSignIn | undefined {
    const { pending } = request.session;
    return pending && Date.now() - pending.at < pendingMs ? pending : undefined;
  }

  /** Throws 403 unless the person has proved who she is within ten minutes: before roles are given and ways in are changed. */
  requireProof(request: Request): void {
    // The envelope's password is spent when it has been used: an emergency hour is proved once, by that and the reason.
    if (request.session.endsAt) return;
    if (Date.now() - (request.session.provedAt ?? 0) > proofMs) throw new Refusal(403, 'session.prove-again');
  }

  /**
   * Somebody signed in asks for something: her eight hours begin anew, here and in her browser. A stream is opened again by its page alone, and
   * neither an emergency's hour nor the day since sign-in becomes longer.
   */
  async signOfLife(request: Request, response: Response): Promise<void> {
    const { session, sessionID } = request;
    if (session.endsAt || request.get('accept')?.includes('text/event-stream')) return;
    session.touch();
    const stands = await this.store.renew(sessionID, session as SessionData);
    const { secure } = session.cookie;
    const kept = (request.cookies as Record<string, string | undefined>)[this.cookieName];
    if (!stands || !kept || (secure && !request.secure)) return;
    const expires = new Date(Math.min(Date.now() + sessionHours * 3_600_000, endOf(session)));
    // Not before: an answer that was long on its way would put the cookie of an ended session over that of the one which followed.
    asHeadersLeave(response, () => {
      if (request.sessionID === sessionID && stands())
        response.cookie(this.cookieName, kept, {
          httpOnly: true,
          sameSite: 'lax',
          secure: !!secure,
          path: '/',
          expires,
        });
    });
  }

  private async renew(request: Request, data: Partial<SessionData>): Promise<void> {
    const old = request.sessionID;
    // What ended while this was under way, with a changed password for one, goes on under no other id either.
    const { userId, pending } = request.session;
    if ((userId ?? pending) && !(await this.store.end(old))) throw notSignedIn();
    await new Promise<void>((resolve, reject) =>
      request.session.regenerate((error: unknown) => (error ? reject(error as Error) : resolve())),
    );
    Object.assign(request.session, data);
    await this.save(request);
  }

  /** Refused when the session has ended meanwhile: what should have been kept in it is not. */
  async save(request: Request): Promise<void> {
    await new Promise<void>((resolve, reject) =>
      request.session.save((error: unknown) => (error ? reject(error as Error) : resolve())),
    );
    if (!this.store.isStanding(request.session as SessionData)) throw notSignedIn();
  }

  /** Ends the session here and on every replica. */
  async end(request: Request): Promise<void> {
    await new Promise<void>((resolve, reject) =>
      request.session.destroy((error: unknown) => (error ? reject(error as Error) : resolve())),
    );
  }

  /** The session the request came with still stands, and its hour is not out when it is an emergency's. */
  isAlive(request: Request): Promise<boolean> {
    return new Promise((resolve, reject) =>
      this.store.get(request.sessionID, (error, session) =>
        error
          ? reject(error as Error)
          : resolve(!!session && session.userId === request.session.userId && !isOver(session)),
      ),
    );
  }
}
