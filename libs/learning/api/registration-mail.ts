import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Db, Jobs, Mail, jobKind, log } from '@samverkan/shared/api';
import * as z from 'zod';
import { RegistrationLetters, type RegistrationNews, type ToldRegistration } from './registration-letters';

/** Tells those who are registered: by letter, in the transaction of what happened. */
@Injectable()
export class RegistrationMail implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly mail: Mail,
    private readonly letters: RegistrationLetters,
  ) {}

  onModuleInit(): void {
    const nightly = jobKind({ name: 'learning.reminders', data: z.object({}) });
    this.jobs.schedule(nightly, '10 7 * * *', async () => {
      await this.remind();
    });
  }

  /** A week before and the day before. Running it again reminds nobody twice. Gives how many letters left. */
  async remind(): Promise<number> {
    if (!this.mail.isAvailable) return 0;
    return this.db.transaction(async () => {
      const due = await this.db.query<{ id: string }>('select id from offer_reminders_due() id');
      const all = await this.told(due.map(({ id }) => id));
      const day = await this.db.one<{ day: string }>(`select (today() + 1)::text as day`);
      await this.mail.sendAll(
        await Promise.all(all.map((one) => this.letters.of(one, one.day <= (day?.day ?? '') ? 'tomorrow' : 'week'))),
      );
      if (all.length > 0) log.info({ sent: all.length }, 'participants were reminded');
      return all.length;
    });
  }

  /** Writes to each of them. Nobody is written to where mail goes nowhere. */
  async tell(ids: readonly string[], news: RegistrationNews): Promise<void> {
    if (ids.length === 0 || !this.mail.isAvailable) return;
    const all = await this.told(ids);
    await this.mail.sendAll(await Promise.all(all.map((one) => this.letters.of(one, news))));
  }

  /** Gives free seats of the session to those who have waited longest, and tells them. */
  async promote(sessionId: string): Promise<void> {
    const seated = await this.db.query<{ id: string }>('select id from offer_promote($1) id', [sessionId]);
    await this.tell(
      seated.map(({ id }) => id),
      'seat',
    );
  }

  async told(ids: readonly string[]): Promise<ToldRegistration[]> {
    const row = await this.db.one<{ told: ToldRegistration[] }>('select offer_registrations_of($1::uuid[]) as told', [
      ids,
    ]);
    return row?.told ?? [];
  }
}
