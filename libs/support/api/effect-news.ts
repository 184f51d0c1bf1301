// Three months after a request is closed for now whoever asked gets a letter with one question. Each is asked once.
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
} from '@samverkan/shared/api';
import * as z from 'zod';

const nightly = jobKind({ name: 'support.effect', data: z.object({}) });

/** How many are asked in one transaction: a worker that dies leaves at most so many to be asked again from the start. */
const atATime = 40;

@Injectable()
export class EffectNews implements OnModuleInit {
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
    this.jobs.schedule(nightly, '10 6 * * *', () => this.ask());
  }

  /** Asks all that are due, some at a time: what a worker that dies had in hand is asked by the next, and nobody twice. */
  async ask(): Promise<void> {
    for (let more = true; more;) {
      more = await this.db.transaction(async () => {
        const due = await this.db.query<{ requestId: string; address: string | null }>(
          'select a.request_id as "requestId", a.address from support_effect_ask($1) a',
          [atATime],
        );
        const letters = due.flatMap(({ address, requestId }) => (address ? [this.letter(address, requestId)] : []));
        if (letters.length > 0 && this.mail.isAvailable) await this.mail.sendAll(letters);
        for (const id of new Set(due.map(({ requestId }) => requestId)))
          await this.ledger.audited('support.effect-asked', 'support', id);
        return due.length > 0;
      });
    }
  }

  /** Never what was needed or done: it is read in the portal, by who may. */
  private letter(to: string, requestId: string): Letter {
    return {
      to,
      subject: both('Gjorde stödet någon skillnad?', 'Did the support make a difference?'),
      body: {
        sv: [
          'Hej!',
          'För tre månader sedan avslutades ett kompetensstöd som ni fick från länsstyrelsen.',
          'Svara på en enda fråga: gjorde stödet någon skillnad? Om det inte gjorde någon skillnad öppnas stödbehovet igen.',
        ],
        en: [
          'Hello!',
          'Three months ago a support that you had from the county board was closed.',
          'Answer one question: did the support make a difference? If it did not, the request for support is opened again.',
        ],
      },
      link: { url: `${this.home}/stod/${requestId}`, words: both('Svara på frågan', 'Answer the question') },
    };
  }
}
