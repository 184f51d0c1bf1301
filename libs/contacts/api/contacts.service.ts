import {
  type Colleagues,
  type ContactAudience,
  type ContactChange,
  type ContactFunction,
  type ContactInput,
  type ContactPage,
  type ContactQuery,
  type ContactVisibility,
  contactVisibilities,
} from '@samverkan/contacts/contract';
import {
  Db,
  Ledger,
  OpenWorks,
  badInput,
  conflict,
  currentActor,
  forbidden,
  notFound,
  refuseChanged,
} from '@samverkan/shared/api';
import { visibilityAt, visibilityLevel } from '@samverkan/shared/contract';
import { Injectable } from '@nestjs/common';
import {
  audienceAt,
  colleagues,
  contactById,
  countiesOfMunicipalities,
  fieldsChangedSince,
  historyOfContact,
  unknownMunicipalities,
} from './contact-detail.query';
import { ContactFunctionEntity } from './contact-function.entity';
import { overviewOfCounty } from './contact-overview.query';
import { ContactTraces } from './contact-traces';
import { type ContactRow, contactView } from './contact.view';
import { contactPolicy, keepers } from './contacts.policy';
import { contactPage, countiesOf } from './contacts.query';
import { HoldersService } from './holders.service';

@Injectable()
export class ContactsService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly traces: ContactTraces,
    private readonly holders: HoldersService,
    private readonly works: OpenWorks,
  ) {}

  /** One page of the list as JSON text (`ContactPage`). What is spelt wrong is looked for again, near enough; what was hidden decides nothing. */
  async list(query: ContactQuery): Promise<string> {
    const actor = currentActor();
    const exact = contactPage(query, actor);
    const json = (await this.db.jsonPlannedOnce(exact.text, exact.values)) ?? '';
    if (!query.q || query.page > 1 || idsIn(json).length > 0) return this.noted(json);
    const near = contactPage(query, actor, true);
    return this.noted((await this.db.jsonPlannedOnce(near.text, near.values)) ?? '');
  }

  /** JSON text (`ContactOverview`). */
  async overview(county: string): Promise<string> {
    return (await this.db.json(overviewOfCounty, [county, countiesOf(currentActor())])) ?? '';
  }

  async colleagues(): Promise<Colleagues> {
    return { items: await this.db.query(colleagues) };
  }

  async open(id: string): Promise<ContactFunction> {
    const contact = await this.shown(id);
    await this.note([id]);
    return contact;
  }

  /** The function as it stands after a change, which has left its own audit row. */
  async shown(id: string): Promise<ContactFunction> {
    return contactView(currentActor(), await this.read(id));
  }

  /** JSON text: the `items` of `ContactHistory`. */
  async history(id: string): Promise<string> {
    await this.read(id);
    return (await this.db.json(historyOfContact, [id])) ?? '[]';
  }

  /** Adds a function; it is the acting organisation's. */
  async add(input: ContactInput): Promise<ContactFunction> {
    const actor = currentActor();
    if (!keepers.includes(actor.role)) throw forbidden();
    const { guardConfirmed: _confirmed, visibility, holder, ...content } = input;
    const places = await this.placesOf(content.municipalityCodes, actor.countyCodes);
    const inserted = await this.db
      .repo(ContactFunctionEntity)
      .createQueryBuilder()
      .insert()
      .values({
        ...content,
        ...places,
        subjects: [...new Set(content.subjects)],
        visibility: visibilityLevel(visibility),
        // Whoever writes it down says that it is right today.
        verifiedOn: () => 'today()',
        nextVerificationOn: () => `(today() + interval '${actor.role === 'partner' ? 3 : 6} months')::date`,
      })
      .returning(['id'])
      .execute();
    const { id } = inserted.identifiers[0] as { id: string };
    await this.traces.told(
      { id, visibility: visibilityLevel(visibility), version: 1 },
      [{ field: 'created', before: null, after: null }],
      'contact.created',
    );
    if (holder) await this.holders.appoint(id, holder);
    return this.shown(id);
  }

  /**
   * Changes the fields sent. Read at an older version they still go through when nobody has changed the same ones; else 409 with what
   * stands there now.
   */
  async change(id: string, version: number, change: ContactChange): Promise<ContactFunction> {
    const row = await this.traces.forChange(id, 'edit');
    if (row.retiredOn) throw conflict('contact.retired');
    const { guardConfirmed: _confirmed, ...sent } = change;
    if (version !== row.version) await this.refuseSameFields(row, version, sent);
    const next: Partial<ContactFunctionEntity> = { ...sent };
    if (sent.subjects) next.subjects = [...new Set(sent.subjects)];
    if (sent.municipalityCodes) {
      Object.assign(next, await this.placesOf(sent.municipalityCodes, row.countyCodes));
      // A new county sees it from now on, and one taken away no longer: that is for its own organisation, as visibility is.
      if (String(next.countyCodes) !== String(row.countyCodes))
        contactPolicy.require('changeVisibility', currentActor(), row);
    }
    const fields = (Object.keys(sent) as (keyof typeof sent)[])
      .filter((field) => JSON.stringify(row[field]) !== JSON.stringify(next[field]))
      .map((field) => ({ field, before: row[field], after: next[field] }));
    if (fields.length > 0) await this.traces.write(row, next, fields, 'contact.changed');
    return this.shown(id);
  }

  /** Widens or narrows who may see it. */
  async show(id: string, visibility: ContactVisibility): Promise<ContactFunction> {
    const row = await this.traces.forChange(id, 'changeVisibility');
    const level = visibilityLevel(visibility);
    if (level === row.visibility) return this.shown(id);
    const fields = [{ field: 'visibility', before: visibilityAt(row.visibility), after: visibility }];
    const kind = level > row.visibility ? 'contact.widened' : 'contact.narrowed';
    await this.traces.write(row, { visibility: level }, fields, kind, visibility);
    return this.shown(id);
  }

  /** Who would see the function at each level. */
  async audience(id: string): Promise<ContactAudience> {
    const row = await this.read(id);
    contactPolicy.require('changeVisibility', currentActor(), row);
    const levels = await Promise.all(
      contactVisibilities.map(async (visibility) => {
        const everyone = visibility === 'members' || visibility === 'public';
        const seen = await this.db.one<Audience>(audienceAt, [
          visibilityLevel(visibility),
          row.organizationId,
          row.countyCodes,
        ]);
        return {
          visibility,
          organizations: everyone ? null : (seen?.organizations ?? []),
          organizationCount: seen?.count ?? 0,
        };
      }),
    );
    return { levels };
  }

  /** Takes it out of use: it leaves the lists, and its page says so. */
  async retire(id: string): Promise<ContactFunction> {
    const row = await this.traces.forChange(id, 'retire');
    if (row.retiredOn) throw conflict('contact.retired');
    // What it answers for would have nobody: it is moved or ended first.
    const open = await this.db.query(`select 1 from (${this.works.query}) w limit 1`, [[id]]);
    if (open.length > 0) throw conflict('contact.has-open-work');
    const day = await this.db.one<{ today: string }>('select today()::text as today');
    const fields = [{ field: 'retired', before: null, after: null }];
    await this.traces.write(row, { retiredOn: day?.today ?? null }, fields, 'contact.retired');
    return this.shown(id);
  }

  async restore(id: string): Promise<ContactFunction> {
    const row = await this.traces.forChange(id, 'restore');
    if (!row.retiredOn) throw conflict('contact.in-use');
    const fields = [{ field: 'restored', before: null, after: null }];
    await this.traces.write(row, { retiredOn: null }, fields, 'contact.restored');
    return this.shown(id);
  }

  private async noted(json: string): Promise<string> {
    await this.note(idsIn(json));
    return json;
  }

  /** Every function shown is noted as read, named holder or not: a row for some alone would tell whose name is kept inside. Lent eyes have a row of their own. */
  private async note(ids: readonly string[]): Promise<void> {
    if (currentActor().userId !== '') await this.ledger.contactRead('contacts', ids);
  }

  private async read(id: string): Promise<ContactRow> {
    const actor = currentActor();
    const row = await this.db.one<ContactRow>(contactById, [id, keepers.includes(actor.role) && actor.userId !== '']);
    if (!row || !contactPolicy.can('read', actor, row)) throw notFound();
    return row;
  }

  private async refuseSameFields(row: ContactFunctionEntity, version: number, sent: object): Promise<void> {
    const since = await this.db.query<{ field: string }>(fieldsChangedSince, [row.id, version]);
    const differs = Object.entries(sent)
      .filter(([field, value]) => JSON.stringify(row[field as keyof ContactFunctionEntity]) !== JSON.stringify(value))
      .map(([field]) => field);
    const changed = since.map(({ field }) => field);
    refuseChanged({ seen: version, now: row.version }, differs, row, changed);
  }

  /** The municipalities, each once, with their counties; without any it serves `otherwise`. */
  private async placesOf(
    codes: readonly string[],
    otherwise: string[],
  ): Promise<Pick<ContactFunctionEntity, 'municipalityCodes' | 'countyCodes'>> {
    const municipalityCodes = [...new Set(codes)].sort();
    if (municipalityCodes.length === 0) return { municipalityCodes, countyCodes: otherwise };
    const unknown = await this.db.query<{ path: string }>(unknownMunicipalities, [codes]);
    if (unknown.length > 0) throw badInput(unknown.map(({ path }) => ({ path, code: 'field.not-a-choice' })));
    const counties = await this.db.query<{ county: string }>(countiesOfMunicipalities, [municipalityCodes]);
    return { municipalityCodes, countyCodes: counties.map(({ county }) => county).sort() };
  }
}

interface Audience {
  organizations: NonNullable<ContactAudience['levels'][number]['organizations']>;
  count: number;
}

const idsIn = (page: string): string[] => (JSON.parse(page) as ContactPage).items.map((item) => item.id);
