import { Injectable } from '@nestjs/common';
import type { MethodUseInput, MethodUses, OwnTrained } from '@samverkan/methods/contract';
import { Db, Ledger, badInput, conflict, currentActor, forbidden, notFound } from '@samverkan/shared/api';
import { visibilityAt } from '@samverkan/shared/contract';
import { TermsService } from '@samverkan/vocabularies/api';
import { MethodJudging, placeOf, purposeOf } from './method-judging';
import { MethodReferences } from './method-references';
import { shownAt, users } from './methods.policy';
import { MethodsQuery } from './methods.query';
import { MethodsService } from './methods.service';
import { type UseRow, UsesQuery } from './uses.query';
import type { Choice, Purpose } from './warnings';

/** "Vi använder den": each party says it itself, changes it and takes it back. */
@Injectable()
export class UsesService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly query: UsesQuery,
    private readonly methods: MethodsService,
    private readonly rows: MethodsQuery,
    private readonly references: MethodReferences,
    private readonly judging: MethodJudging,
    private readonly terms: TermsService,
  ) {}

  async of(methodId: string): Promise<MethodUses> {
    await this.methods.read(methodId);
    return { items: await this.query.of(methodId) };
  }

  async say(methodId: string, input: MethodUseInput): Promise<MethodUses> {
    const method = await this.methods.read(methodId);
    if (!method.allowed.use) throw method.status === 'draft' ? conflict('method.is-draft') : forbidden();
    await this.db.query(`select pg_advisory_xact_lock(hashtext('method.use ' || $1 || $2))`, [
      methodId,
      currentActor().organizationId,
    ]);
    const known = await this.db.one(
      'select id from method_use where method_id = $1 and organization_id = $2 and ended_on is null',
      [methodId, currentActor().organizationId],
    );
    if (known) throw conflict('method.already-used');
    const places = await this.checked(input);
    const kept = await this.judged(methodId, input, places, null);
    const made = await this.db.one<{ id: string }>(
      `insert into method_use (method_id, since, municipality_codes, target_groups, professions, note, trained_of, trained_source, outside, reason)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
      [methodId, ...values(input, places), kept.outside, kept.reason],
    );
    if (!made) throw notFound();
    await this.enter(made.id, input, places);
    await this.tell(methodId, 'method.used', 'used');
    return this.of(methodId);
  }

  /** Said anew as a whole, as it was read: refused when a colleague has changed it since. */
  async change(id: string, version: number, input: MethodUseInput): Promise<MethodUses> {
    const row = await this.own(id);
    if (version !== row.version) throw conflict('stale-version', { version: row.version, fields: {} });
    const places = await this.checked(input);
    await this.enter(id, input, places);
    const kept = await this.judged(row.methodId, input, places, id);
    await this.db.query(
      `update method_use set since = $2, municipality_codes = $3, target_groups = $4, professions = $5, note = $6, trained_of = $7, trained_source = $8,
         outside = $9, reason = $10, version = version + 1 where id = $1`,
      [id, ...values(input, places), kept.outside, kept.reason],
    );
    await this.tell(row.methodId, 'method.use-changed', 'useChanged');
    return this.of(row.methodId);
  }

  async end(id: string): Promise<MethodUses> {
    const row = await this.own(id);
    if (!row.endedOn) {
      await this.db.query('update method_use set ended_on = today(), version = version + 1 where id = $1', [id]);
      await this.tell(row.methodId, 'method.use-ended', 'useEnded');
    }
    return this.of(row.methodId);
  }

  async resume(id: string): Promise<MethodUses> {
    const row = await this.own(id);
    if (row.endedOn) {
      const other = await this.db.one(
        'select id from method_use where method_id = $1 and organization_id = $2 and ended_on is null',
        [row.methodId, row.organizationId],
      );
      if (other) throw conflict('method.already-used');
      await this.db.query('update method_use set ended_on = null, version = version + 1 where id = $1', [id]);
      await this.tell(row.methodId, 'method.used', 'used');
    }
    return this.of(row.methodId);
  }

  /** A party's own numbers, as it wrote them: for its own people. */
  async trained(id: string): Promise<OwnTrained> {
    await this.ours(id);
    return this.query.trained(id);
  }

  /** The acting party's. */
  private async ours(id: string): Promise<UseRow> {
    const seen = await this.query.row(id);
    if (!seen) throw notFound();
    const { organizationId, role } = currentActor();
    if (seen.organizationId !== organizationId || !(users as readonly string[]).includes(role)) throw forbidden();
    return seen;
  }

  /** The same, held until it is changed. */
  private async own(id: string): Promise<UseRow> {
    const seen = await this.ours(id);
    await this.db.query('select from method_use where id = $1 for update', [id]);
    return (await this.query.row(id)) ?? seen;
  }

  /** The municipalities it is used in: a municipality's own is always meant, of others those of their counties. */
  private async checked(input: MethodUseInput): Promise<string[]> {
    await this.references.words({ targetGroups: input.targetGroups, professions: input.professions });
    await this.terms.refuseUnusable(
      input.trained.flatMap(({ profession }, at) =>
        profession ? [{ path: `trained.${at}.profession`, vocabulary: 'profession' as const, codes: profession }] : [],
      ),
    );
    const day = await this.db.one<{ ahead: boolean }>('select $1::date > today() as ahead', [input.since]);
    if (day?.ahead) throw badInput([{ path: 'since', code: 'field.in-the-future' }]);
    const ahead = await this.db.query<{ at: number }>(
      'select (n - 1)::int as at from unnest($1::date[]) with ordinality t (day, n) where t.day > today()',
      [input.trained.map(({ trainedOn }) => trainedOn)],
    );
    if (ahead.length > 0)
      throw badInput(ahead.map(({ at }) => ({ path: `trained.${at}.trainedOn`, code: 'field.in-the-future' })));
    const rows = await this.db.query<{ code: string; own: boolean }>(
      `select m.code, o.key = 'municipality:' || m.code as own from organization o join organization_county c on c.organization_id = o.id
         join municipality m on m.county_code = c.county_code where o.id = $1 order by m.code`,
      [currentActor().organizationId],
    );
    const own = rows.find((row) => row.own);
    const places = own ? [own.code] : input.municipalityCodes;
    const unknown = places.flatMap((code, at) =>
      rows.some((row) => row.code === code) ? [] : [{ path: `municipalityCodes.${at}`, code: 'field.not-a-choice' }],
    );
    const elsewhere = input.trained.flatMap(({ municipalityCode }, at) =>
      municipalityCode === null || places.includes(municipalityCode)
        ? []
        : [{ path: `trained.${at}.municipalityCode`, code: 'field.not-a-choice' }],
    );
    if (unknown.length + elsewhere.length > 0) throw badInput([...unknown, ...elsewhere]);
    return places;
  }

  /** Judged with what is said of training in the same breath. */
  private async judged(methodId: string, input: MethodUseInput, places: readonly string[], useId: string | null) {
    const row = await this.db.one<{ purpose: Purpose; places: Choice['places'] }>(
      `select ${purposeOf} as purpose, case when $2::text[] = '{}' then json_build_array(${placeOf('null', 'said.day')})
         else (select json_agg(${placeOf('c', 'greatest(said.day, known.day)')} order by c) from unnest($2::text[]) c,
           lateral (select case when o.kind = 'municipality' then method_trained_on(m.id, c) end as day) known) end as places
       from method m, organization o, lateral (select greatest($3::date, method_use_trained_on($4::uuid)) as day) said where m.id = $1 and o.id = $5`,
      [methodId, places, latest(input), useId, currentActor().organizationId],
    );
    if (!row) throw notFound();
    const kept = await this.judging.require(
      row.purpose,
      { targetGroups: input.targetGroups, professions: input.professions, forms: [], phases: [], places: row.places },
      input.reason,
    );
    if (kept.outside.length > 0)
      await this.ledger.audited('method.chosen-outside', 'methods', methodId, 'done', kept.outside.join(' '));
    return kept;
  }

  private async enter(id: string, { trained }: MethodUseInput, places: readonly string[]): Promise<void> {
    const only = places.length === 1 ? places[0] : null;
    await this.db.query('delete from method_trained where use_id = $1', [id]);
    await this.db.query(
      `insert into method_trained (use_id, profession, municipality_code, trained_on, count)
       select $1, e.profession, coalesce(e."municipalityCode", $3), e."trainedOn", sum(e.count)
       from jsonb_to_recordset($2::jsonb) as e (profession text, "municipalityCode" text, "trainedOn" date, count integer) group by 2, 3, 4`,
      [id, JSON.stringify(trained), only],
    );
  }

  private async tell(methodId: string, kind: string, field: string): Promise<void> {
    const row = await this.rows.row(methodId);
    if (!row) return;
    const trace = { area: 'methods', objectId: methodId, visibility: visibilityAt(shownAt(row)) };
    await this.ledger.changed(trace, row.version, [{ field, before: null, after: null }]);
    await this.ledger.happened(trace, kind);
    await this.ledger.audited(kind, 'methods', methodId);
  }
}

const values = (input: MethodUseInput, places: readonly string[]) => [
  input.since,
  places,
  input.targetGroups,
  input.professions,
  input.note,
  input.trainedOf,
  input.trainedSource,
];

const latest = ({ trained }: MethodUseInput): string | null =>
  trained
    .map(({ trainedOn }) => trainedOn)
    .sort()
    .at(-1) ?? null;
