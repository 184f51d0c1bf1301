import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Db, Jobs, jobKind } from '@samverkan/shared/api';
import * as z from 'zod';
import { tryLink } from './link-trying';

const daily = jobKind({ name: 'publications.links', data: z.object({}) });

/** So many a night, and so many at a time: nobody's server is met by more than a few questions. */
const most = 500;
const atOnce = 4;

/** Tries every night whether links elsewhere answer, and notes since when one does not; its owners meet it on their start page. */
@Injectable()
export class PublicationLinks implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.schedule(daily, '20 3 * * *', (_data, { signal }) => this.tryAll(signal));
  }

  async tryAll(signal?: AbortSignal, outcomeOf: typeof tryLink = tryLink): Promise<void> {
    const due = await this.db.query<{ id: string; address: string }>('select * from publication_links_due($1)', [most]);
    const waiting = [...due];
    const one = async () => {
      for (let link = waiting.shift(); link && !signal?.aborted; link = waiting.shift()) {
        const outcome = await outcomeOf(link.address);
        await this.note(link.id, outcome === 'ours' ? null : outcome === 'answers');
      }
    };
    await Promise.all(Array.from({ length: atOnce }, one));
  }

  /** That it was tried is noted also where nothing was learnt: the night must come to the others too. */
  private note(id: string, answers: boolean | null): Promise<unknown> {
    return this.db.transaction(() => this.db.query('select publication_link_tried($1, $2)', [id, answers]));
  }
}
