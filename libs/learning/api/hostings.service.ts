import type { Hosting, HostingAnswerInput, HostingInput } from '@samverkan/learning/contract';
import { Injectable } from '@nestjs/common';
import { Db, Ledger, badInput, conflict, currentActor, notFound } from '@samverkan/shared/api';
import { HostingMail } from './hosting-mail';
import { type HostingFacts, hostingPolicy } from './hosting.policy';
import { HostingsQuery, hasRested } from './hostings.query';
import { OfferHosts } from './offer-hosts';
import type { OfferRow } from './offer-rows';
import { isOver } from './offer-steps';
import { OfferTraces } from './offer-traces';
import { offersPolicy } from './offers.policy';
import { OffersQuery } from './offers.query';

type Asked = Pick<HostingInput, 'organizationId' | 'functionId' | 'message'>;

/** Parties ask one another to hold a training together, and answer. */
@Injectable()
export class HostingsService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly query: HostingsQuery,
    private readonly mail: HostingMail,
    private readonly hosts: OfferHosts,
    private readonly offers: OffersQuery,
    private readonly traces: OfferTraces,
  ) {}

  mine(): Promise<Hosting[]> {
    return this.query.mine();
  }

  /** What concerns one training, as far as the reader's side of it. */
  async of(offerId: string): Promise<Hosting[]> {
    const row = await this.offers.row(offerId);
    if (!row || !offersPolicy.can('read', currentActor(), row)) throw notFound();
    return this.query.of(offerId);
  }

  async read(id: string): Promise<Hosting> {
    const found = await this.query.find(id);
    if (!found) throw notFound();
    return found;
  }

  async ask(offerId: string, { organizationId, functionId, message }: HostingInput): Promise<Hosting> {
    const row = await this.traces.row(offerId);
    await this.hosts.refuseUnknown([organizationId], () => 'organizationId');
    const post = functionId
      ? await this.db.one(
          'select from contact_function f where f.id = $1 and f.organization_id = $2 and f.retired_on is null',
          [functionId, organizationId],
        )
      : {};
    if (!post) throw badInput([{ path: 'functionId', code: 'field.not-a-choice' }]);
    return this.read(await this.asked(row, { organizationId, functionId, message }));
  }

  /** Asks those of them who neither hold it nor have been asked, nor left it since the version that whoever asks has read. */
  async askRest(row: OfferRow, organizationIds: readonly string[], seen = row.version): Promise<void> {
    const gone = await this.db.query<{ id: string }>(
      `select h.organization_id as id from offer_hosting h where h.offer_id = $1 and h.state = 'left' and (h.receipt->>'version')::int > $2`,
      [row.id, seen],
    );
    const passed = [...row.hostIds, ...gone.map(({ id }) => id)];
    const rest = [...new Set(organizationIds)].filter((id) => !passed.includes(id));
    if (rest.length === 0) return;
    await this.hosts.refuseUnknown(rest, (id) => `hostIds.${organizationIds.indexOf(id)}`);
    const waiting = await this.db.query<{ id: string }>(
      `select h.organization_id as id from offer_hosting h where h.offer_id = $1 and h.state = 'open'`,
      [row.id],
    );
    for (const organizationId of rest)
      if (!waiting.some(({ id }) => id === organizationId))
        await this.asked(row, { organizationId, functionId: null, message: '' });
  }

  /** Whoever is asked holds it from now on, as the others do. */
  async accept(id: string, { answer }: HostingAnswerInput): Promise<Hosting> {
    await this.may(id, 'answer');
    const waiting = await this.mail.waiting(id);
    await this.done('hosting_join', id);
    if (answer) await this.db.query('update offer_hosting set answer = $2 where id = $1', [id, answer]);
    await this.told(id, 'hosting.accepted');
    await this.mail.answered(id, waiting);
    return this.read(id);
  }

  async decline(id: string, { answer }: HostingAnswerInput): Promise<Hosting> {
    await this.may(id, 'answer');
    const waiting = await this.mail.waiting(id);
    await this.settle(id, 'declined', answer);
    await this.told(id, 'hosting.declined');
    await this.mail.answered(id, waiting);
    return this.read(id);
  }

  async withdraw(id: string): Promise<Hosting> {
    await this.may(id, 'withdraw');
    await this.settle(id, 'withdrawn', null);
    await this.told(id, 'hosting.withdrawn');
    return this.read(id);
  }

  /** Asks once more by letter, at most once a week, where a letter reaches somebody. */
  async remind(id: string): Promise<Hosting> {
    const facts = await this.may(id, 'remind');
    if (!this.mail.isAvailable) throw conflict('mail.not-configured');
    const there = await this.db.one<{ reaches: boolean }>('select hosting_reaches($1) as reaches', [id]);
    if (facts.state === 'open' && !there?.reaches) throw conflict('cooperation.nobody-to-remind');
    const reminded = await this.db.query(
      `update offer_hosting h set reminded_at = now() where h.id = $1 and h.state = 'open' and ${hasRested} returning h.id`,
      [id],
    );
    if (reminded.length === 0)
      throw conflict(facts.state === 'open' ? 'cooperation.reminded-lately' : 'cooperation.is-answered');
    await this.told(id, 'hosting.reminded');
    await this.mail.reminded(id);
    return this.read(id);
  }

  /** Takes back an answer, a withdrawal or a leaving; what it was is open again, and of a leaving nothing is left: null. */
  async undo(id: string): Promise<Hosting | null> {
    await this.may(id, 'undo');
    await this.done('hosting_undo', id);
    const found = await this.query.find(id);
    if (found) await this.told(id, 'hosting.reopened');
    else await this.ledger.audited('hosting.reopened', 'learning', id);
    return found ?? null;
  }

  /** The acting organisation no longer holds it. */
  async leave(offerId: string): Promise<Hosting> {
    const row = await this.offers.row(offerId);
    if (!row) throw notFound();
    offersPolicy.require('host', currentActor(), row);
    const left = await this.db.one<{ id: string | null }>('select hosting_leave($1) as id', [offerId]);
    if (!left?.id) throw conflict('hosting.last-host');
    await this.ledger.audited('hosting.left', 'learning', offerId);
    return this.read(left.id);
  }

  /** Takes out a host that was named without having been asked; never one that has said yes. Gives what stands. */
  async takeOut(offerId: string, organizationId: string): Promise<Hosting[]> {
    const row = await this.offers.row(offerId);
    if (!row) throw notFound();
    offersPolicy.require('host', currentActor(), row);
    const result = await this.db.one<{ said: string }>('select hosting_take_out($1, $2) as said', [
      offerId,
      organizationId,
    ]);
    if (result?.said !== 'done') throw conflict(result?.said ?? 'hosting.holds-no-more');
    await this.ledger.audited('hosting.taken-out', 'learning', offerId);
    return this.query.of(offerId);
  }

  /** Another function of the side that is asked answers. */
  async moveTo(id: string, functionId: string): Promise<void> {
    await this.may(id, 'answer');
    await this.db.query('update offer_hosting set function_id = $2, version = version + 1 where id = $1', [
      id,
      functionId,
    ]);
    await this.told(id, 'hosting.moved');
  }

  /** Gives the question's id. */
  private async asked(row: OfferRow, { organizationId, functionId, message }: Asked): Promise<string> {
    if (isOver(row)) throw conflict('hosting.is-over');
    if (row.hostIds.includes(organizationId)) throw conflict('hosting.holds-already');
    const already = await this.db.one(
      `select from offer_hosting h where h.offer_id = $1 and h.organization_id = $2 and h.state = 'open'`,
      [row.id, organizationId],
    );
    if (already) throw conflict('cooperation.is-open-already');
    const made = await this.db.one<{ id: string }>(
      `insert into offer_hosting (offer_id, kind, organization_id, function_id, message) values ($1, 'invitation', $2, $3, $4) returning id`,
      [row.id, organizationId, functionId, message],
    );
    if (!made) throw notFound();
    await this.inHistory(row.id, 'invited', organizationId);
    await this.told(made.id, 'hosting.invited');
    await this.mail.asked(made.id);
    return made.id;
  }

  /** The hosts' own time: nobody else reads of a question in the training's history. */
  private async inHistory(offerId: string, field: string, organizationId: string): Promise<void> {
    const found = await this.db.one<{ name: string }>('select name from organization where id = $1', [organizationId]);
    const trace = { area: 'learning', objectId: offerId, visibility: 'own' } as const;
    await this.ledger.changed(trace, 0, [{ field, before: null, after: found?.name ?? '' }]);
  }

  private async settle(id: string, state: 'declined' | 'withdrawn', answer: string | null): Promise<void> {
    const [row] = await this.db.query<{ offer: string; organization: string }>(
      `update offer_hosting set state = $2, answer = $3, answered_at = clock_timestamp(), version = version + 1
       where id = $1 and state = 'open' returning offer_id as offer, organization_id as organization`,
      [id, state, answer || null],
    );
    if (!row) throw conflict('cooperation.is-answered');
    await this.inHistory(row.offer, state, row.organization);
  }

  private async done(deed: 'hosting_join' | 'hosting_undo', id: string): Promise<void> {
    const result = await this.db.one<{ said: string }>(`select ${deed}($1) as said`, [id]);
    if (result?.said !== 'done') throw conflict(result?.said ?? 'cooperation.is-answered');
  }

  private async told(id: string, kind: string): Promise<void> {
    await this.ledger.happened({ area: 'learning', objectId: id, visibility: 'own' }, kind);
    await this.ledger.audited(kind, 'learning', id);
  }

  private async may(id: string, verb: 'answer' | 'withdraw' | 'undo' | 'remind'): Promise<HostingFacts> {
    const facts = await this.query.facts(id);
    if (!facts) throw notFound();
    hostingPolicy.require(verb, currentActor(), facts);
    return facts;
  }
}
