// Sessions lie in PostgreSQL; this keeps each for at most five seconds so that a busy reader costs no query, and writes the
// sign of life at most every five minutes. A session that ended never comes back from here: every ending raises its generation.
import { Store, type SessionData } from 'express-session';

const freshMs = 5000;
const touchMs = 300_000;

interface Kept {
  at: number;
  json: string | null;
}

type Done<T = void> = (error?: unknown, value?: T | null) => void;

export class CachedSessionStore extends Store {
  private readonly kept = new Map<string, Kept>();
  private readonly generations = new Map<string, number>();
  private readonly touched = new Map<string, number>();

  constructor(private readonly inner: Store) {
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

  override set(id: string, session: SessionData, done?: Done): void {
    this.drop(id);
    this.inner.set(id, session, (error?: unknown) => {
      this.drop(id);
      done?.(error);
    });
  }

  override destroy(id: string, done?: Done): void {
    this.drop(id);
    this.inner.destroy(id, (error?: unknown) => {
      this.drop(id);
      done?.(error);
    });
  }

  override touch(id: string, session: SessionData, done?: () => void): void {
    const last = this.touched.get(id);
    this.touched.set(id, last ?? Date.now());
    if (last === undefined || Date.now() - last < touchMs || !this.inner.touch) {
      done?.();
      return;
    }
    this.touched.set(id, Date.now());
    this.inner.touch(id, session, done);
  }

  /** Another replica ended or changed it. */
  drop(id: string): void {
    this.kept.delete(id);
    this.generations.set(id, (this.generations.get(id) ?? 0) + 1);
  }

  private forgetOld(): void {
    const now = Date.now();
    for (const [id, entry] of this.kept) if (now - entry.at > freshMs) this.kept.delete(id);
    for (const [id, at] of this.touched) if (now - at > 2 * touchMs) this.touched.delete(id);
    if (this.generations.size > 50_000) this.generations.clear();
  }
}
