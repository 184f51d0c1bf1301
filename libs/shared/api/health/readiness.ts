import type { DataSource } from 'typeorm';
import { sqlState } from '../http/database-trouble';

/** What a process can say of itself. All but `ready` are 503. */
export type ReadyState =
  'starting' | 'ready' | 'draining' | 'database-unavailable' | 'schema-behind' | 'storage-read-only' | 'storage-full';

const patienceMs = 1000;
/** How long an answer about the disk holds: writing a megabyte for each question would itself be a burden. */
const diskHoldsMs = 1500;

/**
 * Ready means that work would succeed now: a query answered within a second, the schema is as far as this version needs, the
 * database may be written and its disk has room, and the process is not on its way out. (`isInitialized` stays true with the database dead.)
 */
export class Readiness {
  private draining = false;
  private disk: { at: number; answer: Promise<ReadyState> } | undefined;
  private schemaIsThere = false;

  constructor(
    private readonly source: DataSource,
    private readonly migrations: readonly string[],
  ) {}

  /** From now on new work goes to other replicas. */
  drain(): void {
    this.draining = true;
  }

  get isDraining(): boolean {
    return this.draining;
  }

  async state(): Promise<ReadyState> {
    if (this.draining) return 'draining';
    const deadline = new Promise<ReadyState>((resolve) =>
      setTimeout(() => resolve('database-unavailable'), patienceMs).unref(),
    );
    const state = await Promise.race([this.asked(), deadline]);
    return this.isDraining ? 'draining' : state;
  }

  private async asked(): Promise<ReadyState> {
    try {
      const [row] = await this.query<{ mode: string }>(`select current_setting('transaction_read_only') as mode`);
      if (!(await this.hasSchema())) return 'schema-behind';
      if (row?.mode === 'on') return 'storage-read-only';
      return await this.diskState();
    } catch {
      return 'database-unavailable';
    }
  }

  /** A migration is never undone under a running process, so a yes is asked for once. */
  private async hasSchema(): Promise<boolean> {
    if (this.schemaIsThere) return true;
    try {
      const [row] = await this.query<{ has: boolean }>('select schema_has($1) as has', [this.migrations]);
      this.schemaIsThere = row?.has === true;
    } catch (error) {
      // A schema from before the question could be asked has no such function, or is not there at all.
      if (!['42883', '42P01', '3F000', '42501'].includes(sqlState(error) ?? '')) throw error;
    }
    return this.schemaIsThere;
  }

  private diskState(): Promise<ReadyState> {
    if (this.disk && Date.now() - this.disk.at < diskHoldsMs) return this.disk.answer;
    const answer = this.query('select disk_has_room()').then(
      (): ReadyState => 'ready',
      (error: unknown): ReadyState =>
        ['53100', '53400', '58030'].includes(sqlState(error) ?? '') ? 'storage-full' : 'database-unavailable',
    );
    this.disk = { at: Date.now(), answer };
    // Good news may be kept; bad news is asked for again.
    void answer.then((state) => state !== 'ready' && (this.disk = undefined));
    return answer;
  }

  private query<T>(text: string, values: unknown[] = []): Promise<T[]> {
    return this.source.query(text, values);
  }
}
