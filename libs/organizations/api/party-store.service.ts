import type { OrganizationNameInput } from '@samverkan/organizations/contract';
import { Db, Ledger, conflict, currentActor, notFound } from '@samverkan/shared/api';
import { Injectable } from '@nestjs/common';
import { OrganizationEntity } from './organization.entity';
import { type PartyFacts, partyPolicy } from './organizations.policy';
import { type PartyValues, inOrder, nameOn, pastColumns, plainFields } from './party-values';

type Verb = Parameters<typeof partyPolicy.require>[0];

/** A party held for change, with what it says now. */
export interface HeldParty {
  row: OrganizationEntity;
  facts: PartyFacts;
  values: PartyValues;
}

/** Reads a party for a change, and writes the change with all that follows it: names, places, the past, history, news, audit. */
@Injectable()
export class PartyStore {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
  ) {}

  /** The party as it stands, for whoever may do this with it. */
  async seen(id: string, verb: Verb): Promise<OrganizationEntity> {
    const row = await this.db.repo(OrganizationEntity).findOneBy({ id });
    if (!row) throw notFound();
    partyPolicy.require(verb, currentActor(), await this.factsOf(row));
    return row;
  }

  /** Held until the change is done: two changes of one party follow each other. */
  async hold(id: string, verb: Verb): Promise<HeldParty> {
    // Seen first: what is only read cannot be held, and is not for that reason not there.
    await this.seen(id, verb);
    const row = await this.db.repo(OrganizationEntity).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!row) throw notFound();
    const held = { row, facts: await this.factsOf(row), values: await this.valuesOf(row) };
    partyPolicy.require(verb, currentActor(), held.facts);
    return held;
  }

  /** The values from a day on (or since ever, when the day is null) in one version, in the history as `kind`. */
  async write(
    { row, values }: HeldParty,
    next: Partial<PartyValues>,
    from: string | null,
    kind: string,
  ): Promise<void> {
    const today = await this.today();
    const changes: Partial<OrganizationEntity> = Object.fromEntries(
      plainFields.filter((field) => field in next).map((field) => [field, next[field]]),
    );
    if (next.names) changes.name = nameOn(next.names, today) ?? row.name;
    if (next.countyCodes) changes.countyCode = next.countyCodes.length === 1 ? (next.countyCodes[0] ?? null) : null;
    // Whoever registered it keeps it until the party itself or its county has taken over.
    if (row.registrarId !== currentActor().organizationId) changes.registrarId = null;
    if (from) await this.keepPast(row, values, next, from);
    if (!(await this.db.update(OrganizationEntity, row, changes))) throw conflict('stale-version');
    if (next.names) await this.replaceNames(row.id, next.names);
    if (next.countyCodes) await this.replaceCodes('county', row.id, next.countyCodes);
    if (next.municipalityCodes) await this.replaceCodes('municipality', row.id, next.municipalityCodes);
    await this.tell(
      row,
      (Object.keys(next) as (keyof PartyValues)[]).map((field) => ({
        field,
        before: values[field],
        after: next[field],
      })),
      kind,
    );
  }

  async tell(
    row: Pick<OrganizationEntity, 'id' | 'version'>,
    fields: readonly { field: string; before: unknown; after: unknown }[],
    kind: string,
  ): Promise<void> {
    const trace = { area: 'organizations', objectId: row.id, visibility: 'public' as const };
    await this.ledger.changed(trace, row.version, fields);
    await this.ledger.happened(trace, kind);
    await this.ledger.audited(kind, 'organizations', row.id);
  }

  async today(): Promise<string> {
    return (await this.db.one<{ today: string }>('select today()::text as today'))?.today ?? '';
  }

  async replaceNames(id: string, names: readonly OrganizationNameInput[]): Promise<void> {
    await this.db.query('delete from organization_name where organization_id = $1', [id]);
    await this.db.query(
      `insert into organization_name (organization_id, name, usage, valid_from, valid_to, verification)
       select $1, name, usage, "validFrom", "validTo", verification
       from jsonb_to_recordset($2::jsonb) as n(name text, usage text, "validFrom" date, "validTo" date, verification text)`,
      [id, JSON.stringify(names)],
    );
  }

  async replaceCodes(what: 'county' | 'municipality', id: string, codes: readonly string[]): Promise<void> {
    const [gone, came] = {
      county: [
        'delete from organization_county where organization_id = $1 and county_code <> all ($2)',
        'insert into organization_county (organization_id, county_code) select $1, unnest($2::text[]) on conflict do nothing',
      ],
      municipality: [
        'delete from organization_municipality where organization_id = $1 and municipality_code <> all ($2)',
        'insert into organization_municipality (organization_id, municipality_code) select $1, unnest($2::text[]) on conflict do nothing',
      ],
    }[what] as [string, string];
    // First what comes: a party without a county would for a moment be nobody's to keep.
    await this.db.query(came, [id, codes]);
    await this.db.query(gone, [id, codes]);
  }

  private async keepPast(
    row: OrganizationEntity,
    values: PartyValues,
    next: Partial<PartyValues>,
    from: string,
  ): Promise<void> {
    const former: Record<string, unknown> = Object.fromEntries(
      (Object.keys(next) as (keyof PartyValues)[]).flatMap((field) => {
        const column = pastColumns[field];
        return column ? [[column, values[field] ?? null]] : [];
      }),
    );
    if (next.countyCodes) former['county_code'] = row.countyCode;
    await this.db.query(
      `with given as (select key as field, value from jsonb_each($2::jsonb)),
         was as (select organization_values_at($1, $3::date - 1) as values),
         replaced as (update organization_past p set replaced_in = $4
           where p.organization_id = $1 and p.replaced_in is null and p.valid_to >= $3::date and p.field in (select field from given))
       insert into organization_past (organization_id, field, value, valid_to, version)
       select $1, g.field, coalesce(w.values -> g.field, g.value), $3::date - 1, $4 from given g, was w`,
      [row.id, JSON.stringify(former), from, row.version + 1],
    );
  }

  private async factsOf(row: OrganizationEntity): Promise<PartyFacts> {
    const { id, key, kind, registrarId, mergedIntoId } = row;
    return { id, key, kind, registrarId, mergedIntoId, countyCodes: await this.codes('county', id) };
  }

  private async valuesOf(row: OrganizationEntity): Promise<PartyValues> {
    const names = await this.db.query<OrganizationNameInput & object>(
      `select name, usage, valid_from::text as "validFrom", valid_to::text as "validTo", verification
       from organization_name where organization_id = $1`,
      [row.id],
    );
    const plain = Object.fromEntries(plainFields.map((field) => [field, row[field]])) as unknown as PartyValues;
    return {
      ...plain,
      names: inOrder(names),
      countyCodes: await this.codes('county', row.id),
      municipalityCodes: await this.codes('municipality', row.id),
    };
  }

  private async codes(what: 'county' | 'municipality', id: string): Promise<string[]> {
    const text = {
      county: 'select county_code as code from organization_county where organization_id = $1 order by 1',
      municipality:
        'select municipality_code as code from organization_municipality where organization_id = $1 order by 1',
    }[what];
    return (await this.db.query<{ code: string }>(text, [id])).map(({ code }) => code);
  }
}
