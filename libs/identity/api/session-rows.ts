import type { SessionData } from 'express-session';
import type { Pool } from 'pg';

/** Writes to sessions that stand: none of them makes one. Each gives false where the session has ended. */
export class SessionRows {
  constructor(private readonly pool: Pool) {}

  /** Writes what the session holds. */
  update(id: string, session: SessionData): Promise<boolean> {
    return this.found(
      'update session set sess = $2, expire = to_timestamp($3) where sid = $1 and expire > now() returning sid',
      [id, session, seconds(session)],
    );
  }

  /** Writes until when it stands. */
  touch(id: string, session: SessionData): Promise<boolean> {
    return this.found('update session set expire = to_timestamp($2) where sid = $1 and expire > now() returning sid', [
      id,
      seconds(session),
    ]);
  }

  /** Ends it, for whoever goes on under another id. */
  end(id: string): Promise<boolean> {
    return this.found('delete from session where sid = $1 and expire > now() returning sid', [id]);
  }

  private async found(text: string, values: unknown[]): Promise<boolean> {
    return (await this.pool.query(text, values)).rows.length > 0;
  }
}

const seconds = ({ cookie }: SessionData): number => Math.ceil(new Date(cookie.expires ?? 0).getTime() / 1000);
