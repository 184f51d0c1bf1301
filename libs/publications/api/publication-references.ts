import { Injectable } from '@nestjs/common';
import { Db, Refusal, badInput, currentActor } from '@samverkan/shared/api';
import type { PublicationLinkInput, PublicationReplacing } from '@samverkan/publications/contract';
import type { PublicationRow } from './publications.query';

interface Referring {
  functionId?: string | null | undefined;
  strategyId?: string | null | undefined;
  supersedesIds?: readonly string[] | undefined;
}

/** What a publication points at: whether it is there for whoever points, and its links elsewhere. */
@Injectable()
export class PublicationReferences {
  constructor(private readonly db: Db) {}

  /** Refuses a function or a strategy that is not there for her, a publication that is not her board's to replace, and one that already builds on this. */
  async check(sent: Referring, row?: PublicationRow): Promise<void> {
    const bad = (path: string, code = 'field.not-a-choice') => badInput([{ path, code }]);
    if (sent.functionId) {
      const found = await this.db.one('select id from contact_function where id = $1 and retired_on is null', [
        sent.functionId,
      ]);
      if (!found) throw bad('functionId');
    }
    if (sent.strategyId) {
      const found = await this.db.one('select id from strategy where id = $1', [sent.strategyId]);
      if (!found) throw bad('strategyId');
    }
    const added = (sent.supersedesIds ?? []).filter((id) => !row?.supersedesIds.includes(id));
    if (added.length === 0) return;
    await this.oneAtATime();
    const rows = await this.db.query<{ id: string; follows: boolean }>(
      `with recursive before (id) as (select unnest($1::uuid[]) union select unnest(p.supersedes_ids) from before b join publication p on p.id = b.id)
       select p.id, $2::uuid in (select id from before) as follows from publication p
       where p.id = any ($1::uuid[]) and p.removed_at is null and (select ctx_org()) = any (p.owner_ids)`,
      [added, row?.id ?? null],
    );
    for (const [at, id] of (sent.supersedesIds ?? []).entries()) {
      if (!added.includes(id)) continue;
      const found = rows.find((one) => one.id === id);
      if (!found) throw bad(`supersedesIds.${at}`);
      if (found.follows || id === row?.id) throw bad(`supersedesIds.${at}`, 'publication.supersedes-itself');
    }
    await this.refuseReplaced(sent.supersedesIds ?? [], added, ['draft', 'published'], row?.id);
  }

  /** Of two that are to replace the same, drafts of different boards that did not see each other, the first to be published does. */
  async refusePublished({ id, supersedesIds }: Pick<PublicationRow, 'id' | 'supersedesIds'>): Promise<void> {
    if (supersedesIds.length === 0) return;
    await this.oneAtATime();
    await this.refuseReplaced(supersedesIds, supersedesIds, ['published'], id);
  }

  /** Two that are written at once must not come to replace each other, or the same. */
  private async oneAtATime(): Promise<void> {
    await this.db.query(`select pg_advisory_xact_lock(hashtext('publication.supersedes'))`);
  }

  /** Refuses what something else replaces already, as far as she sees it: what she does not see must not be told of by a refusal. */
  private async refuseReplaced(
    ids: readonly string[],
    tried: readonly string[],
    statuses: readonly string[],
    self: string | undefined,
  ): Promise<void> {
    const other = await this.db.one<PublicationReplacing & { replaces: string[] }>(
      `select p.id, p.title, p.year, p.number, json_build_object('id', o.id, 'name', o.name, 'kind', o.kind) as organization, p.supersedes_ids as replaces
       from publication p join organization o on o.id = p.organization_id
       where p.supersedes_ids && $1::uuid[] and p.status = any ($2) and p.removed_at is null and p.id is distinct from $3::uuid
       order by p.status = 'published' desc, p.id limit 1`,
      [tried, statuses, self ?? null],
    );
    if (!other) return;
    const { replaces, ...current } = other;
    const code = 'publication.already-superseded';
    const issues = ids.flatMap((id, at) => (replaces.includes(id) ? [{ path: `supersedesIds.${at}`, code }] : []));
    throw new Refusal(409, code, { issues, current });
  }

  /** The boards that own it, the acting one or those that keep it among them, and the counties where it is seen. */
  async owners(
    chosen: readonly string[],
    keeper = currentActor().organizationId,
    own = keeper,
  ): Promise<{ ownerIds: string[]; countyCodes: string[] }> {
    const wanted = [...new Set([keeper, own, ...chosen])];
    const boards = await this.db.query<{ id: string }>(
      `select o.id from organization o where o.id = any ($1::uuid[]) and (o.id = $2 or o.kind = 'county_board' and o.merged_into_id is null)`,
      [wanted, keeper],
    );
    const known = new Set(boards.map(({ id }) => id));
    const unknown = chosen.flatMap((id, at) =>
      known.has(id) ? [] : [{ path: `ownerIds.${at}`, code: 'field.not-a-choice' }],
    );
    if (unknown.length > 0) throw badInput(unknown);
    const counties = await this.db.one<{ codes: string[] }>(
      `select coalesce(array_agg(distinct county_code order by county_code), '{}') as codes from organization_county where organization_id = any ($1::uuid[])`,
      [wanted],
    );
    return { ownerIds: wanted, countyCodes: counties?.codes ?? [] };
  }

  /** Refuses a number that another publication of the same publisher and year has. */
  async refuseTaken(
    number: string | null,
    year: number | null,
    numberedBy: string,
    except: string | null = null,
  ): Promise<void> {
    if (number === null) return;
    const taken = await this.db.one(
      `select id from publication where numbered_by = $3 and coalesce(year, 0) = coalesce($2::int, 0) and lower(number) = lower($1) and removed_at is null and id is distinct from $4::uuid`,
      [number, year, numberedBy, except],
    );
    if (taken) throw badInput([{ path: 'number', code: 'publication.number-taken' }]);
  }

  /** Those that are to stand, in their order: one whose address is known keeps what is known of it. */
  async keepLinks(id: string, links: readonly PublicationLinkInput[]): Promise<void> {
    const values = [id, JSON.stringify(links.map((link, sort) => ({ ...link, sort })))];
    const given = `jsonb_to_recordset($2::jsonb) as g (title text, address text, sort integer)`;
    await this.db.query(
      `delete from publication_link l where l.publication_id = $1 and l.address not in (select g.address from ${given})`,
      values,
    );
    await this.db.query(
      `update publication_link l set title = g.title, sort = g.sort from ${given} where l.publication_id = $1 and l.address = g.address`,
      values,
    );
    await this.db.query(
      `insert into publication_link (publication_id, title, address, sort) select $1, g.title, g.address, g.sort from ${given}
       where not exists (select from publication_link l where l.publication_id = $1 and l.address = g.address)`,
      values,
    );
  }
}
