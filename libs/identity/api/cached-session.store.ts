// Sessions lie in PostgreSQL; this keeps each for at most five seconds so that a busy reader costs no query, and writes the
// sign of life at most every five minutes. A session that ended never comes back from here: every ending raises its generation.
import type { Request } from 'express';
import { Store, type Session, type SessionData } from 'express-session';
import type { SessionRows } from './session-rows';

const freshMs = 5000;
const renewMs = 300_000;

interface Kept {
  at: number;
  json: string | null;
}

type Done<T = void> = (error?: unknown, value?: T | null) => void;

export class CachedSessionStore extends Store {
  private readonly kept = new Map<string, Kept>();
  private readonly generations = new Map<string, number>();
  private readonly renewed = new Map<string, number>();
  /** Those that stand in the database: one that has ended meanwhile is not written there anew. */
  private readonly standing = new WeakSet<SessionData>();

  constructor(
    private readonly inner: Store,
    private readonly rows: SessionRows,
  ) {
    super();
    setInterval(() => this.forgetOld(), 60_000).unref();
  }

  override get(id: string, done: Done<SessionData>): void {
    const known = this.kept.get(id);
    if (known && Date.now() - known.at < freshMs) {
      done(undefined, known.json === null ? null : (JSON.parse(known.json) as SessionData));
      return;
    }
    const generation = this.generations.get(id) ?? 0;
    this.inner.get(id, (error: unknown, session) => {
      if (!error && generation === (this.generations.get(id) ?? 0)) {
        this.kept.set(id, { at: Date.now(), json: session ? JSON.stringify(session) : null });
      }
      done(error, session);
    });
  }

  override createSession(request: Request, data: SessionData): Session & SessionData {
    const session = super.createSession(request, data);
    this.standing.add(session);
    return session;
  }

  override set(id: string, session: SessionData, done?: Done): void {
    this.drop(id);
    const written = (error?: unknown) => {
      this.drop(id);
      if (!error) {
        this.renewed.set(id, Date.now());
        this.standing.add(session);
      }
      done?.(error);
    };
    if (!this.standing.has(session)) {
      this.inner.set(id, session, written);
      return;
    }
    this.rows.update(id, session).then(
      (stands) => {
        if (stands) return written();
        // It ended meanwhile: what should have stood in it stands nowhere, and whoever saved it can see so.
        this.standing.delete(session);
        this.drop(id);
        this.renewed.delete(id);
        done?.();
      },
      (error: unknown) => written(error),
    );
  }

  /** Whether the session had been loaded or written before. */
  isStanding(session: SessionData): boolean {
    return this.standing.has(session);
  }

  /** Ends the session for whoever goes on under another id. False when somebody else has ended it. */
  async end(id: string): Promise<boolean> {
    const ended = await this.rows.end(id);
    this.drop(id);
    return ended;
  }

  override destroy(id: string, done?: Done): void {
    this.drop(id);
    this.renewed.delete(id);
    this.inner.destroy(id, (error?: unknown) => {
      this.drop(id);
      done?.(error);
    });
  }

  /**
   * Writes the sign of life unless it was written within five minutes. It is no `touch`: express-session would call that after every answer,
   * also one to a stream that nobody sits before. When it was, gives whether the session still is as it was then.
   */
  async renew(id: string, session: SessionData): Promise<(() => boolean) | undefined> {
    const last = this.renewed.get(id);
    if (last !== undefined && Date.now() - last < renewMs) return undefined;
    this.renewed.set(id, Date.now());
    const generation = this.generations.get(id) ?? 0;
    const touched = await this.rows.touch(id, session).catch(() => false);
    if (touched) return () => generation === (this.generations.get(id) ?? 0);
    this.renewed.delete(id);
    return undefined;
  }

  /** Another replica ended or changed it. */
  drop(id: string): void {
    this.kept.delete(id);
    this.generations.set(id, (this.generations.get(id) ?? 0) + 1);
  }

  private forgetOld(): void {
    const now = Date.now();
    for (const [id, entry] of this.kept) if (now - entry.at > freshMs) this.kept.delete(id);
    for (const [id, at] of this.renewed) if (now - at > renewMs) this.renewed.delete(id);
    if (this.generations.size > 50_000) this.generations.clear();
  }
}
