import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Db, Jobs, Mail, RetentionRules, jobKind } from '@samverkan/shared/api';
import * as z from 'zod';

/** What becomes of messages once they are sent: how each letter went, and when their words go. */
@Injectable()
export class SendingOutcomes implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly mail: Mail,
    private readonly rules: RetentionRules,
  ) {}

  onModuleInit(): void {
    this.mail.listen('contacts', {
      wanted: async (id) =>
        (await this.db.one<{ waits: boolean }>('select contact_sending_waits($1) as waits', [id]))?.waits ?? false,
      outcome: async (id, outcome, reason) => {
        await this.db.query('select contact_sending_settle($1, $2, $3)', [id, outcome, reason]);
      },
    });
    // What the queue gave up without a word, as when its worker died with the last try in hand.
    const hourly = jobKind({ name: 'contacts.sendings', data: z.object({}) });
    this.jobs.schedule(hourly, '35 * * * *', () =>
      this.db.transaction(async () => {
        await this.db.query('select contact_sendings_expire()');
      }),
    );
    for (const [key, keeps] of [
      ['sendings', 'P12M'],
      ['groups', 'P30D'],
    ] as const)
      this.rules.register({
        key,
        area: 'contacts',
        keeps,
        due: `select * from retention_${key}_due($1)`,
        take: `select * from retention_${key}_take($1, $2)`,
      });
  }
}
