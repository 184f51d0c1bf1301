// An answer is noted with what comes of it in one transaction; the letters leave through the queue, each once.
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import {
  CONFIGURATION,
  type Configuration,
  Db,
  Jobs,
  Ledger,
  type Letter,
  Mail,
  both,
  homeOf,
  jobKind,
  notFound,
} from '@samverkan/shared/api';
import { Id, visibilityAt } from '@samverkan/shared/contract';
import * as z from 'zod';

const tellAll = jobKind({ name: 'questions.tell', data: z.strictObject({ replyId: Id }), retries: 20 });
const nightly = jobKind({ name: 'questions.untold', data: z.object({}) });

/** How many are told in one transaction: a worker that dies leaves at most so many to be told again from the start. */
const atATime = 40;

interface Given {
  replyId: string;
  questionId: string | null;
  level: number;
  version: number;
}

@Injectable()
export class ReplyNews implements OnModuleInit {
  private readonly home: string;

  constructor(
    @Inject(CONFIGURATION) settings: Configuration,
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly mail: Mail,
    private readonly ledger: Ledger,
  ) {
    this.home = homeOf(settings);
  }

  onModuleInit(): void {
    this.jobs.register(tellAll, ({ replyId }) => this.tell(replyId));
    this.jobs.schedule(nightly, '20 5 * * *', () => this.tellLost());
  }

  /** Gives the id of the answer. Every question that it answers says so at once; who asked is told by the queue. */
  async give(
    of: { bundleId: string | null; questionId: string | null },
    { text, link, receivedOn }: { text: string; link: string; receivedOn: string },
  ): Promise<string> {
    const given = await this.db.query<Given>(
      'select g.reply_id as "replyId", g.question_id as "questionId", g.level, g.version from question_reply_give($1, $2, $3, $4, $5) g',
      [of.bundleId, of.questionId, text, link, receivedOn],
    );
    const replyId = given[0]?.replyId;
    if (!replyId) throw notFound();
    await this.ledger.each(
      'question.answered',
      given.flatMap(({ questionId, level, version }) =>
        questionId
          ? [{ area: 'questions', objectId: questionId, visibility: visibilityAt(level), version, field: 'answer' }]
          : [],
      ),
    );
    await this.jobs.send(tellAll, { replyId });
    return replyId;
  }

  /** Some at a time, each told as its letter is queued: what a worker that dies had in hand is told by the next, and nothing twice. */
  private async tell(replyId: string): Promise<void> {
    for (let more = true; more;) {
      more = await this.db.transaction(async () => {
        const told = await this.db.query<{ questionId: string; organizationId: string; address: string | null }>(
          'select t.question_id as "questionId", t.organization_id as "organizationId", t.address from question_tell($1, $2) t',
          [replyId, atATime],
        );
        const letters = told.flatMap(({ address, questionId }) => (address ? [this.letter(address, questionId)] : []));
        if (letters.length > 0 && this.mail.isAvailable) await this.mail.sendAll(letters);
        return told.length > 0;
      });
    }
  }

  /** What the queue gave up on, as when its worker died with the last try in hand. */
  private async tellLost(): Promise<void> {
    await this.db.transaction(async () => {
      const lost = await this.db.query<{ id: string }>(`select id from question_untold(interval '1 hour') id`);
      for (const { id } of lost) await this.jobs.send(tellAll, { replyId: id });
    });
  }

  /** Never what was asked or answered: it is read in the portal, by who may. */
  private letter(to: string, questionId: string): Letter {
    return {
      to,
      subject: both('Svar på en fråga', 'An answer to a question'),
      body: {
        sv: [
          'Hej!',
          'En fråga som ni har ställt, eller ställt er bakom, har fått svar.',
          'Läs svaret och säg om det besvarar frågan. Om det inte gör det öppnas frågan igen.',
        ],
        en: [
          'Hello!',
          'A question that you have asked, or joined, has been answered.',
          'Read the answer and say whether it answers the question. If it does not, the question is opened again.',
        ],
      },
      link: { url: `${this.home}/fragor/${questionId}`, words: both('Läs svaret', 'Read the answer') },
    };
  }
}
