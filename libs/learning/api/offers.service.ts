import { Injectable } from '@nestjs/common';
import type { Offer, OfferChange, OfferInput, OfferPage, OfferQuery, OfferVerb } from '@samverkan/learning/contract';
import { Db, Refusal, badInput, conflict, currentActor, notFound, refuseClash } from '@samverkan/shared/api';
import { type Visibility, visibilityAt, visibilityLevel } from '@samverkan/shared/contract';
import { TermsService } from '@samverkan/vocabularies/api';
import { OfferHosts } from './offer-hosts';
import { HostingsService } from './hostings.service';
import { oneSheetAtATime } from './one-sheet-at-a-time';
import { isOver, stateAfter, verbsOf } from './offer-steps';
import { OfferTraces } from './offer-traces';
import { RegistrationMail } from './registration-mail';
import { offersPolicy } from './offers.policy';
import { OffersQuery } from './offers.query';

const columns = {
  kind: 'kind',
  subKindId: 'kind_id',
  title: 'title',
  description: 'description',
  subject: 'subject',
  provider: 'provider',
  link: 'link',
  functionId: 'function_id',
  professions: 'professions',
  reachOf: 'reach_of',
  reachAbout: 'reach_about',
  reachSource: 'reach_source',
} as const;
type Column = keyof typeof columns;
const fields = Object.keys(columns) as Column[];

@Injectable()
export class OffersService {
  constructor(
    private readonly db: Db,
    private readonly offers: OffersQuery,
    private readonly traces: OfferTraces,
    private readonly hosts: OfferHosts,
    private readonly hostings: HostingsService,
    private readonly terms: TermsService,
    private readonly news: RegistrationMail,
  ) {}

  list(query: OfferQuery): Promise<OfferPage> {
    return this.offers.page(query);
  }

  async read(id: string): Promise<Offer> {
    const row = await this.offers.one(id);
    const actor = currentActor();
    if (!row || !offersPolicy.can('read', actor, row)) throw notFound();
    const { edit, host, leave } = offersPolicy.allowed(actor, row);
    const verbs = edit ? verbsOf(row) : [];
    const takeOut = edit ? await this.hosts.unasked(id) : [];
    return { ...row.content, allowed: { edit, host, ask: edit && !isOver(row), leave, takeOut, verbs } };
  }

  /** Whether the actor sees it. */
  async isSeen(id: string): Promise<boolean> {
    const row = await this.offers.row(id);
    return !!row && offersPolicy.can('read', currentActor(), row);
  }

  async history(id: string): Promise<string> {
    await this.read(id);
    return this.offers.history(id);
  }

  /** A draft that the acting organisation holds; those who are to hold it with her are asked. */
  async enter({ guardConfirmed: _confirmed, visibility, hostIds, ...input }: OfferInput): Promise<Offer> {
    await this.refuseUnusable(input);
    const { organizationId } = currentActor();
    const made = await this.db.one<{ id: string }>(
      `insert into offer (${fields.map((field) => columns[field]).join(', ')}, host_ids, county_codes, visibility)
       values (${fields.map((_, at) => `$${at + 1}`).join(', ')}, $${fields.length + 1}, $${fields.length + 2}, $${fields.length + 3}) returning id`,
      [
        ...fields.map((field) => input[field]),
        [organizationId],
        await this.hosts.countiesOf(organizationId),
        visibilityLevel(visibility),
      ],
    );
    if (!made) throw notFound();
    const row = await this.traces.row(made.id);
    await this.traces.tell(row, 'offer.created', [{ field: 'created', before: null, after: row.status }], row.status);
    await this.hostings.askRest(row, hostIds);
    return this.read(made.id);
  }

  /** Changes the fields sent. Read at an older version they still go through when nobody has changed the same ones. */
  async change(id: string, version: number, { guardConfirmed: _c, hostIds, ...sent }: OfferChange): Promise<Offer> {
    const row = await this.traces.row(id);
    const before = await this.read(id);
    const stands: Record<string, unknown> = {
      ...before,
      subKindId: before.subKind?.id ?? null,
      functionId: before.function?.id ?? null,
    };
    const wanted: Record<string, unknown> = { ...sent };
    const differs = Object.keys(wanted).filter(
      (field) => JSON.stringify(stands[field]) !== JSON.stringify(wanted[field]),
    );
    await refuseClash(this.db, { area: 'learning', id, seen: version, now: row.version }, differs, stands);
    if (hostIds) await this.hostings.askRest(row, hostIds, version);
    if (differs.length === 0) return before;
    await this.refuseUnusable({ ...sent, kind: sent.kind ?? before.kind }, before);
    if (differs.includes('kind')) await this.refuseCounted(id);
    const set: string[] = [];
    const values: unknown[] = [];
    const put = (column: string, value: unknown) => set.push(`${column} = $${values.push(value) + 2}`);
    for (const field of differs) if (field in columns) put(columns[field as Column], wanted[field]);
    const changed = differs.map((field) => ({ field, before: stands[field], after: wanted[field] }));
    await this.traces.write(row, set.join(', '), values, 'offer.changed', changed);
    return this.read(id);
  }

  /** Moves it by one of its verbs. */
  async move(id: string, verb: OfferVerb): Promise<Offer> {
    const row = await this.traces.row(id);
    const { status, statusBefore } = stateAfter(verb, row);
    if (status === 'draft' && (await this.isRegisteredFor(id))) throw conflict('offer.has-registrations');
    await this.traces.write(
      row,
      'status = $3, status_before = $4, status_since = today()',
      [status, statusBefore],
      'offer.status-changed',
      [{ field: verb, before: row.status, after: status }],
      status,
    );
    if (status === 'cancelled') await this.news.tell(await this.comers(id), 'cancelled');
    if (row.status === 'cancelled') await this.news.tell(await this.comers(id), 'resumed');
    if (status === 'open' || status === 'closed') await this.promote(id);
    return this.read(id);
  }

  /** Widens or narrows who may see it. */
  async show(id: string, visibility: Visibility): Promise<Offer> {
    const row = await this.traces.row(id);
    const level = visibilityLevel(visibility);
    if (level === row.wanted) return this.read(id);
    const kind = level > row.wanted ? 'offer.widened' : 'offer.narrowed';
    const changed = [{ field: 'visibility', before: visibilityAt(row.wanted), after: visibility }];
    await this.traces.write(row, 'visibility = $3', [level], kind, changed, visibility);
    return this.read(id);
  }

  /** Whoever is registered for what has not ended. */
  private async comers(id: string): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(
      `select r.id from offer_registration r join offer_session s on s.id = r.session_id
       where s.offer_id = $1 and coalesce(s.last_day, s.day) >= today()`,
      [id],
    );
    return rows.map((row) => row.id);
  }

  private async isRegisteredFor(id: string): Promise<boolean> {
    return !!(await this.db.one(
      'select r.id from offer_registration r join offer_session s on s.id = r.session_id where s.offer_id = $1 limit 1',
      [id],
    ));
  }

  /** Seats that were given back while nobody could be seated go to those who wait. */
  private async promote(id: string): Promise<void> {
    const sessions = await this.db.query<{ id: string }>(
      'select id from offer_session where offer_id = $1 order by id',
      [id],
    );
    for (const one of sessions) await this.news.promote(one.id);
  }

  /** What has been counted from sheets stays a web course: of another kind its sheets could be neither seen to nor taken back. */
  private async refuseCounted(id: string): Promise<void> {
    await oneSheetAtATime(this.db, id);
    const counted = await this.db.one('select id from offer_import where offer_id = $1 limit 1', [id]);
    if (counted) throw new Refusal(409, 'offer.has-imports', { issues: [{ path: 'kind', code: 'offer.has-imports' }] });
  }

  private async refuseUnusable(sent: Partial<OfferInput>, before?: Offer): Promise<void> {
    await this.terms.refuseUnusable([
      {
        path: 'professions',
        vocabulary: 'profession',
        codes: sent.professions ?? [],
        standing: before?.professions,
      },
    ]);
    if (sent.functionId) {
      const found = await this.db.one('select f.id from contact_function f where f.id = $1 and f.retired_on is null', [
        sent.functionId,
      ]);
      if (!found && sent.functionId !== before?.function?.id)
        throw badInput([{ path: 'functionId', code: 'field.not-a-choice' }]);
    }
    const subKind = sent.subKindId === undefined ? before?.subKind?.id : sent.subKindId;
    if (!subKind) return;
    const known = await this.db.one(
      'select id from offer_kind where id = $1 and kind = $2 and (closed_on is null or id = $3)',
      [subKind, sent.kind, before?.subKind?.id ?? null],
    );
    if (!known) throw badInput([{ path: 'subKindId', code: 'field.not-a-choice' }]);
  }
}
