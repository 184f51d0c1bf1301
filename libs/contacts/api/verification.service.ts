import type { ContactAsked, ContactReportInput } from '@samverkan/contacts/contract';
import { newToken, tokenHash } from '@samverkan/identity/api';
import {
  type Actor,
  Db,
  Jobs,
  Ledger,
  Mail,
  Parties,
  Refusal,
  conflict,
  currentActor,
  eachDue,
  jobKind,
  log,
  notFound,
  requireAll,
  runInScope,
} from '@samverkan/shared/api';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import * as z from 'zod';
import { contactById } from './contact-detail.query';
import { ContactLetters } from './contact-letters';
import { ContactTraces } from './contact-traces';
import type { ContactRow } from './contact.view';
import { mailboxHash } from './declining.query';
import { contactPolicy, keepers } from './contacts.policy';
import { askedOf, nextDayOf, reportsOf } from './verification.query';

/** Days a letter's code is good. */
const codeDays = 60;

/** Whether functions are still true: letters that ask, codes that answer, keepers who say so, and readers who say otherwise. */
@Injectable()
export class VerificationService implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly traces: ContactTraces,
    private readonly parties: Parties,
    private readonly jobs: Jobs,
    private readonly mail: Mail,
    private readonly letters: ContactLetters,
  ) {}

  onModuleInit(): void {
    const nightly = jobKind({ name: 'contacts.verification', data: z.object({}) });
    this.jobs.schedule(nightly, '20 5 * * *', async () => {
      await this.run();
    });
  }

  /** Asks every function that is due, each in a transaction of its own. Running it again asks nobody twice. Gives how many letters left; throws at the end where a function could not be asked. */
  async run(): Promise<number> {
    await this.db.transaction(() => this.db.query('select contact_search_tidy()'));
    if (!this.mail.isAvailable) return 0;
    const due = await this.db.query<{ id: string }>('select id from contact_due() id');
    const gone = await eachDue(
      due.map(({ id }) => id),
      async (id) => {
        const actor = await this.ownerOf(id);
        return !!actor && this.db.transaction(async () => (await this.isStillDue(id)) && this.ask(id), actor);
      },
    );
    const sent = gone.done;
    log.info({ sent }, 'functions were asked whether they are right');
    requireAll(gone);
    return sent;
  }

  /** Sends the letter now, for whoever keeps the function; one a day. */
  async send(id: string): Promise<void> {
    const { mailbox } = await this.traces.forChange(id, 'appoint');
    if (!mailbox) return;
    const lately = await this.db.one<{ written: boolean }>('select contact_written_to($1, $2) as written', [
      id,
      mailboxHash(mailbox),
    ]);
    if (lately?.written) throw conflict('contact.asked-today');
    if (!(await this.ask(id))) return;
    await this.ledger.audited('contact.asked', 'contacts', id);
  }

  /** Somebody who keeps the function says that all of it is right. */
  async confirm(id: string): Promise<void> {
    const row = await this.traces.forChange(id, 'edit');
    const day = await this.db.one<{ today: string; next: string }>(nextDayOf, [row.organizationId]);
    await this.traces.write(
      row,
      {
        verifiedOn: day?.today ?? null,
        nextVerificationOn: day?.next ?? row.nextVerificationOn,
        askedOn: null,
        reminders: 0,
      },
      [{ field: 'verified', before: null, after: null }],
      'contact.verified',
    );
  }

  /** What the letter with this code is about; the code is not used up. */
  async asked(token: string): Promise<ContactAsked> {
    const [found] = await this.db.query<{ id: string }>('select id from contact_letter_for($1) id', [tokenHash(token)]);
    const actor = found && (await this.ownerOf(found.id));
    if (!found || !actor) throw new Refusal(404, 'contact.code-not-good');
    const row = await runInScope({ requestId: 'letter', actor }, () =>
      this.db.one<{ content: ContactAsked }>(askedOf, [found.id]),
    );
    if (!row) throw new Refusal(404, 'contact.code-not-good');
    return row.content;
  }

  /** "Ja, allt stämmer" from the letter: used once, by whoever has the mailbox. */
  async answer(token: string): Promise<void> {
    // Nobody is signed in, so no transaction runs yet.
    await this.db.transaction(async () => {
      const [done] = await this.db.query<{ id: string }>('select id from contact_confirm($1) id', [tokenHash(token)]);
      if (!done) throw new Refusal(404, 'contact.code-not-good');
      await this.ledger.audited('contact.verified', 'contacts', done.id, 'done', 'by-letter');
    });
  }

  /** A reader says that something is not right. It stands on the function for its keepers, and its mailbox is told that it does: once, until it is dealt with. */
  async report(id: string, { what, text }: ContactReportInput): Promise<void> {
    const row = await this.readable(id);
    const made = await this.db.one<{ id: string }>(
      'insert into contact_report (function_id, what, text) values ($1, $2, $3) returning id',
      [id, what, text],
    );
    await this.ledger.audited('contact.reported', 'contacts', id);
    const { mailbox, title } = row.content;
    if (!mailbox || !this.mail.isAvailable) return;
    const first = await this.db.one<{ tells: boolean }>('select contact_report_tells($1) as tells', [made?.id]);
    if (first?.tells) await this.mail.send(this.letters.reported(mailbox, title, id));
  }

  /** JSON text: the `items` of `ContactReports`. */
  async reports(id: string): Promise<string> {
    await this.readable(id);
    return (await this.db.json(reportsOf, [id])) ?? '[]';
  }

  /** What was wrong has been dealt with. */
  async resolve(id: string, reportId: string): Promise<void> {
    const row = await this.readable(id);
    contactPolicy.require('edit', currentActor(), row);
    const done = await this.db.query(
      'update contact_report set resolved_at = clock_timestamp() where id = $1 and function_id = $2 and resolved_at is null returning id',
      [reportId, id],
    );
    if (done.length === 0) throw notFound();
    await this.ledger.audited('contact.report-resolved', 'contacts', id);
  }

  private async readable(id: string): Promise<ContactRow> {
    const row = await this.db.one<ContactRow>(contactById, [id, false]);
    if (!row || !contactPolicy.can('read', currentActor(), row)) throw notFound();
    return row;
  }

  /** Whoever else has asked it or said that it is right since the list was made has done so before this looks. */
  private async isStillDue(id: string): Promise<boolean> {
    const held = await this.db.query('select 1 from contact_function where id = $1 for no key update', [id]);
    const due = await this.db.query('select 1 from contact_due() id where id = $1', [id]);
    return held.length > 0 && due.length > 0;
  }

  /** Writes the letter in the running transaction. False where there is nobody to write to. */
  private async ask(id: string): Promise<boolean> {
    const row = await this.db.one<ContactRow>(contactById, [id, false]);
    if (!row?.content.mailbox) return false;
    const token = newToken();
    await this.db.query(
      `insert into contact_letter (function_id, token_hash, mailbox_hash, expires_at) values ($1, $2, $3, now() + interval '${codeDays} days')`,
      [id, tokenHash(token), mailboxHash(row.content.mailbox)],
    );
    await this.db.query(
      'update contact_function set reminders = case when asked_on is null then 0 else reminders + 1 end, asked_on = today() where id = $1',
      [id],
    );
    await this.mail.send(
      this.letters.ask(row.content.mailbox, row.content.title, row.content.organization.name, token),
    );
    return true;
  }

  /** The owning organisation as an actor without a person: what is done by the clock and by letter is done for it. */
  private async ownerOf(id: string): Promise<Actor | undefined> {
    const [owner] = await this.db.query<{ id: string }>('select id from contact_owner_of($1) id', [id]);
    return owner && this.parties.actorOf(owner.id, keepers);
  }
}
