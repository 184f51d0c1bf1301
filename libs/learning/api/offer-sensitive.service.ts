import { Injectable } from '@nestjs/common';
import {
  Db,
  type HiddenPlace,
  Ledger,
  type SensitiveField,
  type SensitiveSource,
  notFound,
} from '@samverkan/shared/api';
import { visibilityAt } from '@samverkan/shared/contract';
import { HostingSensitiveService } from './hosting-sensitive.service';

interface Row {
  title: string;
  description: string;
  subject: string;
  provider: string;
  link: string;
  reachSource: string;
  /** A line for each session. */
  places: string;
  /** A line for each step. */
  steps: string;
  level: number;
  hostIds: string[];
  countyCodes: string[];
  changedOn: string;
  version: number;
}

/** How the texts of trainings are hidden, given to whoever cleans them, and cleaned. */
@Injectable()
export class OfferSensitiveService implements SensitiveSource {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly hostings: HostingSensitiveService,
  ) {}

  async hide(kind: string, id: string): Promise<HiddenPlace> {
    if (kind === 'hosting') return this.hostings.hide(id);
    const row = await this.row(id);
    await this.db.query('select offer_text_hide($1)', [id]);
    await this.ledger.gone(
      { area: 'learning', objectId: id, kind: 'offer.gone', goalIds: [] },
      { level: row.level, owners: row.hostIds, partners: [], counties: row.countyCodes },
    );
    return { reference: row.changedOn, ownerIds: row.hostIds, countyCodes: row.countyCodes };
  }

  async fields(kind: string, id: string): Promise<SensitiveField[]> {
    if (kind === 'hosting') return this.hostings.fields(id);
    const row = await this.row(id);
    return [
      { name: 'title', text: row.title, max: 200, lines: 'one', required: true },
      { name: 'description', text: row.description, max: 8000, lines: 'several', required: false },
      { name: 'subject', text: row.subject, max: 200, lines: 'one', required: false },
      { name: 'provider', text: row.provider, max: 200, lines: 'one', required: false },
      { name: 'address', text: row.link, max: 500, lines: 'one', required: false },
      { name: 'reachSource', text: row.reachSource, max: 300, lines: 'one', required: false },
      { name: 'steps', text: row.steps, max: 8000, lines: 'several', required: false },
      { name: 'places', text: row.places, max: 8000, lines: 'several', required: false },
    ];
  }

  async show(kind: string, id: string, clean: Readonly<Record<string, string>> | null): Promise<void> {
    if (kind === 'hosting') return this.hostings.show(id, clean);
    const before = await this.row(id);
    await this.db.query('select offer_text_show($1, $2)', [id, JSON.stringify(clean ?? {})]);
    const trace = { area: 'learning', objectId: id, visibility: visibilityAt(before.level) };
    if (clean)
      await this.ledger.changed(trace, before.version + 1, [{ field: 'textRemoved', before: null, after: null }]);
    await this.ledger.happened(trace, 'offer.changed');
  }

  private async row(id: string): Promise<Row> {
    const row = await this.db.one<Row>(
      `select o.title, o.description, o.subject, o.provider, o.link, o.reach_source as "reachSource", o.level, o.host_ids as "hostIds", o.county_codes as "countyCodes",
         o.changed_at::date::text as "changedOn", o.version,
         (select coalesce(string_agg(s.place, E'\\n' order by s.day, s.from_time, s.id), '') from offer_session s where s.offer_id = o.id) as places,
         (select coalesce(string_agg(s.title, E'\\n' order by s.place, s.id), '') from offer_step s where s.offer_id = o.id) as steps
       from offer o where o.id = $1`,
      [id],
    );
    if (!row) throw notFound();
    return row;
  }
}
