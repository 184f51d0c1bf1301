// Work that is done later or on a schedule, by any replica: pg-boss in the same database. A job is sent inside the business
// transaction, so that it exists exactly when the change does; a handler may run twice (a worker can die after the effect).
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { type Job, type JobResult, PgBoss } from 'pg-boss';
import * as z from 'zod';
import { CONFIGURATION } from '../config/config.token';
import { type Configuration, databaseUrlFor } from '../config/configuration';
import { Db } from '../db/db';
import type { SqlRunner } from '../db/sql-runner';
import { log } from '../http/log';
import { type JobKind, jobKind } from './job-kind';
import { jobsSchema } from './schema';

/** Does one job. Its id stays the same when it is tried again; give it to `Jobs.once`. */
export type JobHandler<T extends object> = (data: T, job: { id: string; signal: AbortSignal }) => Promise<void>;

interface Registered {
  kind: JobKind<object>;
  handler: JobHandler<object>;
  cron?: string;
}

/** A job is tried for hours, not for a month: after that its id will not come again. */
const tidy = jobKind({ name: 'jobs.tidy', data: z.object({}) });

/** Shorter than the API's own drain, so that the pools end after the jobs. */
const stopMs = 4000;

@Injectable()
export class Jobs implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly registered = new Map<string, Registered>();
  private readonly boss: PgBoss;

  constructor(
    @Inject(CONFIGURATION) private readonly settings: Configuration,
    private readonly db: Db,
  ) {
    this.boss = new PgBoss({
      connectionString: databaseUrlFor(settings, 'jobs'),
      schema: jobsSchema,
      migrate: false,
      createSchema: false,
      registerInstance: false,
      // A role that owns nothing cannot rebuild indexes.
      reindex: false,
      monitorVacuum: false,
      supervise: settings.SAMVERKAN_JOBS,
      superviseIntervalSeconds: 10,
      monitorIntervalSeconds: 10,
      schedule: settings.SAMVERKAN_JOBS,
      useListenNotify: settings.SAMVERKAN_JOBS,
      max: 3,
      connectionTimeoutMillis: 2000,
    });
    this.schedule(tidy, '40 3 * * *', () =>
      db.transaction(async () => {
        await db.query(`delete from job_effect where at < now() - interval '30 days'`);
      }),
    );
    this.boss.on('error', (error) => log.warn({ fault: (error as Error).name }, 'the job queue met a fault'));
  }

  /** Says who does this kind of job. Areas call it in `onModuleInit`; one handler for each kind. */
  register<T extends object>(kind: JobKind<T>, handler: JobHandler<T>): void {
    if (this.registered.has(kind.name)) throw new Error(`Two handlers for the job ${kind.name}.`);
    this.registered.set(kind.name, { kind: kind as JobKind<object>, handler: handler as JobHandler<object> });
  }

  /** The same, done at times too: `cron` in Swedish time (`10 4 * * *`), once however many replicas there are. */
  schedule<T extends object>(kind: JobKind<T>, cron: string, handler: JobHandler<T>): void {
    this.register(kind, handler);
    Object.assign(this.registered.get(kind.name) as Registered, { cron });
  }

  /**
   * Sends a job in the running transaction, or in `via`'s; it is there when that commits, and never before.
   * `after` is the earliest moment; `key` keeps a second one with the same key from being added while the first waits.
   */
  async send<T extends object>(
    kind: JobKind<T>,
    data: T,
    options: { after?: Date; key?: string; via?: SqlRunner } = {},
  ): Promise<void> {
    const via = options.via ?? this.db.inTransaction();
    await this.boss.send(kind.name, kind.data.parse(data), {
      ...(options.after ? { startAfter: options.after } : {}),
      ...(options.key ? { singletonKey: options.key } : {}),
      db: { executeSql: async (text, values) => ({ rows: await via(text, values) }) },
    });
  }

  /** Sends many of a kind at once in the running transaction: five hundred cost one question, not five hundred. */
  async sendAll<T extends object>(kind: JobKind<T>, all: readonly T[]): Promise<void> {
    const via = this.db.inTransaction();
    await this.boss.insert(
      kind.name,
      all.map((data) => ({ data: kind.data.parse(data) })),
      { db: { executeSql: async (text, values) => ({ rows: await via(text, values) }) } },
    );
  }

  /** Does the work once for this job's id, in one transaction with the note that it is done. False when it was done before. */
  once(jobId: string, work: () => Promise<void>): Promise<boolean> {
    return this.db.transaction(async () => {
      const first = await this.db.query(
        'insert into job_effect (job_id) values ($1) on conflict do nothing returning job_id',
        [jobId],
      );
      if (first.length === 0) return false;
      await work();
      return true;
    });
  }

  /** Whether this job's effect stands already. */
  async isDone(jobId: string): Promise<boolean> {
    return (await this.db.one('select 1 as done from job_effect where job_id = $1', [jobId])) !== undefined;
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.boss.start({ attempts: 10 });
    for (const { kind, cron } of this.registered.values()) {
      const rules = {
        retryLimit: kind.retries ?? 8,
        retryDelay: 1,
        retryBackoff: true,
        retryDelayMax: 7200,
        expireInSeconds: 300,
        // What a dead worker had in hand is taken up again when it has been silent this long.
        heartbeatSeconds: 15,
        // Done jobs are kept a day, for whoever asks what happened.
        deleteAfterSeconds: 86_400,
        notify: true,
      };
      // Of a kind that comes by the clock, one waiting is enough.
      await this.boss.createQueue(kind.name, { policy: cron ? 'short' : 'standard', ...rules });
      // A queue that an earlier version made has that version's rules until it is told.
      await this.boss.updateQueue(kind.name, rules);
    }
    if (!this.settings.SAMVERKAN_JOBS) return;
    for (const one of this.registered.values()) {
      if (one.cron) await this.boss.schedule(one.kind.name, one.cron, {}, { tz: 'Europe/Stockholm', missed: 'once' });
      // A new job wakes the worker, which goes on at once while there are more; asking besides is for what is tried again.
      await this.boss.work(
        one.kind.name,
        {
          batchSize: 4,
          burstWhenBatchFull: true,
          perJobResults: true,
          pollingIntervalSeconds: 2,
          notifyPollingIntervalSeconds: 3,
        },
        (jobs: Job<object>[]) => Promise.all(jobs.map((job) => this.perform(one, job))),
      );
    }
  }

  /** New jobs are left to others and the one under way is finished; requests still under way may go on sending. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: stopMs, close: false }).catch(() => undefined);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.boss.stop({ graceful: false }).catch(() => undefined);
  }

  private async perform({ kind, handler }: Registered, { id, data, signal }: Job): Promise<JobResult> {
    const from = performance.now();
    try {
      await handler(kind.data.parse(data), { id, signal });
      log.info({ job: kind.name, id, ms: Math.round(performance.now() - from) }, 'job done');
      return { id, status: 'completed' };
    } catch (error) {
      // The queue keeps what it is told: a fault's own words may quote data, its name does not.
      const fault = error instanceof Error ? error.name : 'unknown';
      log.warn({ job: kind.name, id, fault }, 'job failed');
      return { id, status: 'failed', output: { fault } };
    }
  }
}
