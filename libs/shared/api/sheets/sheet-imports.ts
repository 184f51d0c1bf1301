import { Injectable } from '@nestjs/common';
import type { ZodType, infer as Infer } from 'zod';
import { Db } from '../db/db';
import { currentActor } from '../db/request-scope';
import { conflict } from '../http/problems';

interface Steps {
  done: number;
  of: number;
}
interface Progress<A> extends Steps {
  state: 'none' | 'running' | 'done';
  answer: A | null;
}

const kinds = ['actions', 'contacts'] as const;
type SheetKind = (typeof kinds)[number];

const lockOf = (column: string) => `hashtextextended('import ' || ${column}, 0)`;

/**
 * How the imports of sheets go, told to whoever began them, also when she has left the page and come back. How far one has come is
 * known by the process that runs it; that it runs, and what it came to, by any. Nothing of it is kept but the answer that a repeated
 * request is given.
 */
@Injectable()
export class SheetImports {
  private readonly running = new Map<string, Steps>();

  constructor(private readonly db: Db) {}

  /**
   * Runs an import, which is refused while another of the same kind runs for the same organisation: neither would see what the other
   * adds, and the same row would stand twice. `work` is given a way to say how many rows there are and how many are written.
   */
  async follow<T>(
    kind: SheetKind,
    key: string | undefined,
    work: (tell: { of: (rows: number) => void; done: (rows: number) => void }) => Promise<T>,
  ): Promise<T> {
    const steps = { done: 0, of: 0 };
    const mine = key === undefined ? undefined : this.mine(key);
    if (mine !== undefined) {
      this.running.set(mine, steps);
      await this.db.query(`select pg_advisory_xact_lock(${lockOf('$1')})`, [mine]);
    }
    try {
      const [alone] = await this.db.query<{ alone: boolean }>(
        `select pg_try_advisory_xact_lock(${lockOf('$1')}) as alone`,
        [`${kind} ${currentActor().organizationId}`],
      );
      if (!alone?.alone) throw conflict('import.another-runs');
      return await work({ of: (rows) => (steps.of = rows), done: (rows) => (steps.done += rows) });
    } finally {
      if (mine !== undefined) this.running.delete(mine);
    }
  }

  /** Lets no import of the organisation begin until the running transaction has ended. Refused while one runs: what it writes could not be seen yet. */
  async holdOff(organizationId: string): Promise<void> {
    const held = await this.db.query<{ alone: boolean }>(
      `select pg_try_advisory_xact_lock(${lockOf("kind || ' ' || $2")}) as alone from unnest($1::text[]) kind`,
      [kinds, organizationId],
    );
    if (!held.every(({ alone }) => alone)) throw conflict('import.runs-there');
  }

  async of<S extends ZodType>(key: string, answers: S): Promise<Progress<Infer<S>>> {
    const mine = this.mine(key);
    const steps = this.running.get(mine);
    if (steps) return { state: 'running', ...steps, answer: null };
    // An import holds its lock until what it wrote can be read: asked in this order, one that ends meanwhile is not taken for one that came to nothing.
    const free = await this.db.one<{ free: boolean }>(
      `select pg_try_advisory_xact_lock_shared(${lockOf('$1')}) as free`,
      [mine],
    );
    if (!free?.free) return { state: 'running', done: 0, of: 0, answer: null };
    const kept = await this.db.one<{ body: unknown }>(
      'select body from idempotency where key = $1 and user_id = ctx_user() and organization_id = ctx_org()',
      [key],
    );
    const read = answers.safeParse(kept?.body);
    return { state: kept ? 'done' : 'none', done: 0, of: 0, answer: read.success ? read.data : null };
  }

  private mine(key: string): string {
    const { userId, organizationId } = currentActor();
    return `${userId} ${organizationId} ${key}`;
  }
}
