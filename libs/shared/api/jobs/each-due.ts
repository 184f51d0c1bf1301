import { databaseRefusal } from '../http/database-trouble';
import { log } from '../http/log';

/** How many of what was due were done, and how many were not. */
export interface Gone {
  done: number;
  failed: number;
}

/** Does each that is due: one that fails is told of by its id and stops no other. Where the database is away all of it stops. */
export async function eachDue(ids: readonly string[], work: (id: string) => Promise<boolean>): Promise<Gone> {
  const gone: Gone = { done: 0, failed: 0 };
  for (const id of ids) {
    try {
      if (await work(id)) gone.done += 1;
    } catch (error) {
      if (away.has(databaseRefusal(error)?.code ?? '')) throw error;
      gone.failed += 1;
      log.warn({ id, fault: error instanceof Error ? error.name : 'unknown' }, 'something that was due was not done');
    }
  }
  return gone;
}

/** At the end of a job, when the rest has been done: throws where something was not, so that the job is tried again. */
export function requireAll(...parts: readonly Gone[]): void {
  const failed = parts.reduce((sum, part) => sum + part.failed, 0);
  if (failed > 0) throw new Error(`${failed} of what was due could not be done`);
}

const away = new Set(['database.unavailable', 'database.not-writable']);
