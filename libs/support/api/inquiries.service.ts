import { Injectable } from '@nestjs/common';
import { Db, Ledger, Mail, badInput, conflict, currentActor, moment, notFound } from '@samverkan/shared/api';
import type { InquiryTaking, SupportInquiries, SupportInquiry } from '@samverkan/support/contract';
import { InquiryLetters } from './inquiry-letters';
import { SupportService } from './support.service';
import { SupportSteps } from './support-steps.service';

/** The party by its key; what it says it is from, where it stands in the register. */
const party = `(select json_build_object('id', o.id, 'name', o.name, 'kind', o.kind) from organization o
  where o.key = case when i.municipality_code is null then 'region:' || i.county_code else 'municipality:' || i.municipality_code end)`;

/** Of one that has been taken in the need is the request's own. */
const inquiry = `i.id, i.county_code as "countyCode", ${party} as party, i.workplace, coalesce(r.title, i.title) as title, i.text, i.form, i.urgency, i.reply_to as "replyTo", i.language,
  ${moment('i.confirmed_at')} as "confirmedAt", ${moment('i.settled_at')} as "settledAt", i.settled_by as "settledBy",
  r.id as "requestId", r.reference, i.reason`;
const inquiries = 'support_inquiry i left join support_request r on r.id = i.request_id';

/** What has come by the form on the county's public page, for the county board: each is taken in as a request, or answered with a no. */
@Injectable()
export class InquiriesService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly mail: Mail,
    private readonly letters: InquiryLetters,
    private readonly requests: SupportService,
    private readonly steps: SupportSteps,
  ) {}

  async list(): Promise<SupportInquiries> {
    const items = await this.db.query<SupportInquiry>(
      `select ${inquiry} from ${inquiries} where i.hidden_at is null order by i.settled_at desc nulls first, i.confirmed_at limit 200`,
    );
    // What is settled is answered from its request: an address that nobody needs here is not read.
    const read = items.map((one) => (one.settledAt ? { ...one, replyTo: null } : one));
    await this.noteReading(read);
    return { items: read };
  }

  /** What a request was before it was one; nothing for whoever does not work with it. */
  async of(requestId: string): Promise<SupportInquiries> {
    const items = await this.db.query<SupportInquiry>(
      `select ${inquiry} from ${inquiries} where i.request_id = $1 and i.hidden_at is null`,
      [requestId],
    );
    await this.noteReading(items);
    return { items };
  }

  /** Becomes a request of the party, in the board's hand; whoever wrote is told by mail. */
  async take(id: string, taking: InquiryTaking): Promise<SupportInquiry> {
    const { title, text, form, urgency, replyTo } = await this.waiting(id);
    const { organizationId, subject, functionId, dueOn } = taking;
    if (organizationId === currentActor().organizationId)
      throw badInput([{ path: 'organizationId', code: 'field.not-a-choice' }]);
    const made = await this.requests.ask({
      title,
      text,
      form,
      urgency,
      subject,
      professions: [],
      staffCount: null,
      municipalityCode: null,
      functionId: null,
      forOrganizationId: organizationId,
      guardConfirmed: [],
    });
    const taken = await this.steps.take(made.id, { functionId, dueOn });
    await this.settle(
      id,
      `request_id = $2, title = $3, text = ''`,
      [made.id, taken.reference],
      'support.inquiry-taken',
    );
    if (replyTo)
      await this.mail.sendAll([
        this.letters.taken(replyTo, {
          board: await this.boardName(),
          reference: taken.reference,
          handler: taken.handlerFunction?.title ?? null,
          replyTo: await this.mailboxOf(functionId),
        }),
      ]);
    return this.one(id);
  }

  /** Nothing the county board gives support in, or not from a party of the county: whoever wrote reads why, and the address goes. */
  async decline(id: string, reason: string): Promise<SupportInquiry> {
    const { replyTo } = await this.waiting(id);
    if (replyTo) await this.mail.sendAll([this.letters.declined(replyTo, { board: await this.boardName(), reason })]);
    await this.settle(id, 'reason = $2, reply_to = null', [reason], 'support.inquiry-declined');
    return this.one(id);
  }

  /** Nonsense, or worse: it is thrown away without an answer, and the address with it. */
  async discard(id: string): Promise<SupportInquiry> {
    await this.waiting(id);
    await this.settle(id, 'reply_to = null', [], 'support.inquiry-discarded');
    return this.one(id);
  }

  /** The inquiry, held until the deed is done. Throws 404 where it is not the reader's, 409 where it is settled. */
  private async waiting(id: string): Promise<SupportInquiry> {
    await this.db.query('select from support_inquiry where id = $1 for update', [id]);
    const one = await this.one(id);
    if (one.settledAt) throw conflict('support-inquiry.settled');
    return one;
  }

  private async one(id: string): Promise<SupportInquiry> {
    const row = await this.db.one<SupportInquiry>(
      `select ${inquiry} from ${inquiries} where i.id = $1 and i.hidden_at is null`,
      [id],
    );
    if (!row) throw notFound();
    return row;
  }

  private async settle(id: string, set: string, values: readonly unknown[], verb: string): Promise<void> {
    await this.db.query(
      `update support_inquiry set ${set}, settled_at = clock_timestamp(), settled_by = function_of_member(ctx_user(), ctx_org()), version = version + 1 where id = $1`,
      [id, ...values],
    );
    await this.ledger.audited(verb, 'support', id);
  }

  private noteReading(items: readonly SupportInquiry[]): Promise<void> {
    return this.ledger.contactRead(
      'support',
      items.flatMap(({ id, replyTo }) => (replyTo ? [id] : [])),
    );
  }

  private async boardName(): Promise<string> {
    const row = await this.db.one<{ name: string }>('select name from organization where id = ctx_org()');
    return row?.name ?? '';
  }

  /** Where the function is written to, when anybody may know it. */
  private async mailboxOf(functionId: string | null): Promise<string | null> {
    if (!functionId) return null;
    const row = await this.db.one<{ mailbox: string | null }>(
      'select mailbox from contact_function where id = $1 and visibility = 3',
      [functionId],
    );
    return row?.mailbox ?? null;
  }
}
