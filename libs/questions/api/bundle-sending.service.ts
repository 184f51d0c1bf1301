import { Injectable } from '@nestjs/common';
import type { Bundle, BundleDays, BundleReaddressing, BundleSending, ReplyInput } from '@samverkan/questions/contract';
import { Db, Ledger, badInput, conflict, currentActor, forbidden, notFound } from '@samverkan/shared/api';
import { visibilityAt } from '@samverkan/shared/contract';
import { BundlesQuery } from './bundles.query';
import { BundlesService } from './bundles.service';
import { ReplyNews } from './reply-news';
import { keeps } from './questions.policy';

/** A bundle on its way: sent, sent elsewhere, answered, or ended without an answer. */
@Injectable()
export class BundleSendingService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly bundles: BundlesQuery,
    private readonly drafts: BundlesService,
    private readonly news: ReplyNews,
  ) {}

  /** It leaves, and every question in it is sent to national level by this deed. */
  async send(id: string, { recipientId, diarienummer, sentOn, expectedOn }: BundleSending): Promise<Bundle> {
    const row = await this.drafts.held(id, 'draft');
    await this.refuseRecipient(recipientId);
    // What somebody ends, or another board sends, at this very moment is seen as it is then.
    await this.db.query(
      'select from question where id in (select question_id from question_bundle_item where bundle_id = $1) order by id for update',
      [id],
    );
    const items = await this.db.one<{ n: number; open: number }>(
      `select count(*)::int as n, count(*) filter (where q.status in ('received', 'in_progress', 'reopened'))::int as open
       from question_bundle_item i left join question q on q.id = i.question_id where i.bundle_id = $1`,
      [id],
    );
    if (!items || items.n === 0 || items.n !== items.open) throw conflict('question.status-does-not-allow');
    await this.address(id, { recipientId, diarienummer, sentOn, expectedOn });
    await this.db.query(
      `update question_bundle set status = 'sent', recipient_ids = array[$2::uuid], version = version + 1, changed_at = clock_timestamp() where id = $1`,
      [id, recipientId],
    );
    await this.each(
      `update question q set status = 'sent_national', status_before = null, status_since = $2::date, status_by = ctx_org(), bundle_id = $1,
         handler_organization_id = coalesce(q.handler_organization_id, ctx_org()), version = q.version + 1, changed_at = clock_timestamp()
       from question_bundle_item i where i.bundle_id = $1 and i.question_id = q.id returning q.id, q.visibility, q.version`,
      [id, sentOn],
      'question.sent-national',
      'send',
    );
    await this.drafts.tell(id, row.version + 1, 'bundle.sent', [{ field: 'send', before: 'draft', after: 'sent' }]);
    return this.drafts.read(id);
  }

  /** “Inte vårt område”: whom it goes to instead. The clock has gone since the first day and goes on. */
  async readdress(id: string, { notOursOn, ...next }: BundleReaddressing): Promise<Bundle> {
    const row = await this.drafts.held(id, 'sent');
    if (row.currentSentOn && notOursOn < row.currentSentOn)
      throw badInput([{ path: 'notOursOn', code: 'bundle.wrong-order' }]);
    if (next.sentOn < notOursOn) throw badInput([{ path: 'sentOn', code: 'bundle.wrong-order' }]);
    if (next.recipientId === row.currentId) throw badInput([{ path: 'recipientId', code: 'field.not-a-choice' }]);
    await this.refuseRecipient(next.recipientId);
    await this.endAddress(id, notOursOn, 'not_ours');
    await this.address(id, next);
    await this.db.query(
      `update question_bundle set recipient_ids = case when $2 = any (recipient_ids) then recipient_ids else recipient_ids || $2::uuid end, version = version + 1, changed_at = clock_timestamp() where id = $1`,
      [id, next.recipientId],
    );
    await this.each(
      `update question q set version = q.version + 1, changed_at = clock_timestamp() where q.bundle_id = $1 and q.status = 'sent_national' returning q.id, q.visibility, q.version`,
      [id],
      'question.readdressed',
      'readdress',
    );
    await this.drafts.tell(id, row.version + 1, 'bundle.readdressed', [
      { field: 'readdress', before: null, after: null },
    ]);
    return this.drafts.read(id);
  }

  /** A number or a day that came later, or was wrong. */
  async setDays(id: string, { diarienummer, expectedOn }: BundleDays): Promise<Bundle> {
    const row = await this.drafts.held(id, 'sent');
    if (expectedOn && row.currentSentOn && expectedOn < row.currentSentOn)
      throw badInput([{ path: 'expectedOn', code: 'bundle.wrong-order' }]);
    const before = (await this.drafts.read(id)).current;
    await this.db.query(
      'update question_address set diarienummer = $2, expected_on = $3 where bundle_id = $1 and ended_on is null',
      [id, diarienummer, expectedOn],
    );
    await this.db.query(
      'update question_bundle set version = version + 1, changed_at = clock_timestamp() where id = $1',
      [id],
    );
    await this.drafts.tell(id, row.version + 1, 'bundle.changed', [
      ...(before?.diarienummer === diarienummer
        ? []
        : [{ field: 'diarienummer', before: before?.diarienummer, after: diarienummer }]),
      ...(before?.expectedOn === expectedOn
        ? []
        : [{ field: 'expectedOn', before: before?.expectedOn, after: expectedOn }]),
    ]);
    return this.drafts.read(id);
  }

  /** The answer, noted by the board when it has come, or written by the one it was sent to. */
  async reply(id: string, { text, link, receivedOn }: ReplyInput): Promise<Bundle> {
    const row = await this.bundles.row(id);
    if (!row) throw notFound();
    const { organizationId, role } = currentActor();
    const isParty =
      keeps(currentActor(), row) || (row.recipientIds.includes(organizationId) && role !== 'system_admin');
    if (!isParty) throw forbidden();
    if (row.status !== 'sent') throw conflict('question.status-does-not-allow');
    if (!(await this.drafts.read(id)).allowed.reply) throw forbidden();
    await this.news.give({ bundleId: id, questionId: null }, { text, link, receivedOn });
    await this.drafts.tell(id, row.version + 1, 'bundle.answered', [
      { field: 'answer', before: row.status, after: 'answered' },
    ]);
    return this.drafts.read(id);
  }

  /** No answer will come: every question in it ends as unanswered, and stands in the yearly list. */
  async end(id: string, reason: string): Promise<Bundle> {
    const row = await this.drafts.held(id, 'sent');
    await this.endAddress(id, null, 'ended');
    await this.db.query(
      `update question_bundle set status = 'ended', reason = $2, version = version + 1, changed_at = clock_timestamp() where id = $1`,
      [id, reason],
    );
    await this.each(
      `update question q set status = 'unanswered', status_before = null, status_since = today(), status_by = ctx_org(), reason = $2, version = q.version + 1, changed_at = clock_timestamp()
       where q.bundle_id = $1 and q.status = 'sent_national' returning q.id, q.visibility, q.version`,
      [id, reason],
      'question.unanswered',
      'unanswered',
    );
    await this.drafts.tell(id, row.version + 1, 'bundle.ended', [{ field: 'end', before: 'sent', after: 'ended' }]);
    return this.drafts.read(id);
  }

  private address(
    id: string,
    { recipientId, diarienummer, sentOn, expectedOn }: Omit<BundleSending, 'guardConfirmed'>,
  ): Promise<unknown> {
    return this.db.query(
      'insert into question_address (bundle_id, recipient_id, diarienummer, sent_on, expected_on) values ($1, $2, $3, $4, $5)',
      [id, recipientId, diarienummer, sentOn, expectedOn],
    );
  }

  private endAddress(id: string, on: string | null, outcome: 'not_ours' | 'ended'): Promise<unknown> {
    return this.db.query(
      'update question_address set ended_on = greatest(coalesce($2::date, today()), sent_on), outcome = $3 where bundle_id = $1 and ended_on is null',
      [id, on, outcome],
    );
  }

  /** Changes many questions by one deed, and tells of each. */
  private async each(update: string, values: unknown[], kind: string, field: string): Promise<void> {
    const done = await this.db.query<{ id: string; visibility: number; version: number }>(update, values);
    await this.ledger.each(
      kind,
      done.map(({ id, visibility, version }) => ({
        area: 'questions',
        objectId: id,
        visibility: visibilityAt(visibility),
        version,
        field,
      })),
    );
  }

  private async refuseRecipient(id: string): Promise<void> {
    const known = await this.db.one(
      `select id from organization where id = $1 and id <> ctx_org() and merged_into_id is null and (valid_to is null or valid_to >= today())`,
      [id],
    );
    if (!known) throw badInput([{ path: 'recipientId', code: 'field.not-a-choice' }]);
  }
}
