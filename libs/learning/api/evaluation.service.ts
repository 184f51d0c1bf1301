import { Injectable, type OnModuleInit } from '@nestjs/common';
import { newToken, tokenHash } from '@samverkan/identity/api';
import type { Evaluation } from '@samverkan/learning/contract';
import { Db, Jobs, Mail, forbidden, jobKind, log } from '@samverkan/shared/api';
import * as z from 'zod';
import { OffersService } from './offers.service';
import { RegistrationLetters } from './registration-letters';
import { RegistrationMail } from './registration-mail';

/** Asks those who came what they thought, keeps what they say apart from who they are, and tells those who held it when five have answered. */
@Injectable()
export class EvaluationService implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly mail: Mail,
    private readonly letters: RegistrationLetters,
    private readonly news: RegistrationMail,
    private readonly offers: OffersService,
  ) {}

  onModuleInit(): void {
    const nightly = jobKind({ name: 'learning.evaluation', data: z.object({}) });
    this.jobs.schedule(nightly, '40 8 * * *', async () => {
      await this.ask();
    });
  }

  /** Gives how many letters left. Running it again asks nobody twice. */
  async ask(): Promise<number> {
    if (!this.mail.isAvailable) return 0;
    return this.db.transaction(async () => {
      const due = await this.db.query<{ id: string }>('select id from offer_questions_due() id');
      const letters = [];
      for (const one of await this.news.told(due.map(({ id }) => id))) {
        const token = newToken();
        await this.db.query('select offer_ticket_make($1, $2)', [one.sessionId, tokenHash(token)]);
        letters.push(this.letters.questions(one, token));
      }
      await this.mail.sendAll(letters);
      if (letters.length > 0) log.info({ sent: letters.length }, 'participants were asked what they thought');
      return letters.length;
    });
  }

  /** What the ticket is about; undefined when it is used or too old. */
  async titleOf(token: string): Promise<string | undefined> {
    const row = await this.db.one<{ title: string | null }>('select offer_questions_of($1) as title', [
      tokenHash(token),
    ]);
    return row?.title ?? undefined;
  }

  /** Keeps the answers and uses up the ticket, in one. */
  answer(token: string, answers: readonly number[]): Promise<boolean> {
    return this.db.transaction(async () => {
      const row = await this.db.one<{ done: boolean }>('select offer_answer_give($1, $2::smallint[]) as done', [
        tokenHash(token),
        answers,
      ]);
      return row?.done === true;
    });
  }

  async read(offerId: string): Promise<Evaluation> {
    if (!(await this.offers.read(offerId)).allowed.host) throw forbidden();
    const row = await this.db.one<{ evaluation: Evaluation }>('select offer_evaluation($1) as evaluation', [offerId]);
    return row?.evaluation ?? { answers: null, means: null };
  }
}
