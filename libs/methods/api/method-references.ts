import { Injectable } from '@nestjs/common';
import { Db, badInput, currentActor } from '@samverkan/shared/api';
import { TermsService } from '@samverkan/vocabularies/api';

interface Lists {
  targetGroups?: readonly string[] | undefined;
  forms?: readonly string[] | undefined;
  phases?: readonly string[] | undefined;
  professions?: readonly string[] | undefined;
}

interface Referring extends Lists {
  functionId?: string | null | undefined;
  offerIds?: readonly string[] | undefined;
}

const bad = (path: string, code = 'field.not-a-choice') => badInput([{ path, code }]);

/** What a method points at: words of the lists, a function, trainings, and what is used instead of it. */
@Injectable()
export class MethodReferences {
  constructor(
    private readonly db: Db,
    private readonly terms: TermsService,
  ) {}

  /** Refuses what is not there for whoever points at it. */
  async check(sent: Referring, standing: Lists & { offerIds?: readonly string[] } = {}): Promise<void> {
    await this.words(sent, standing);
    if (sent.functionId) {
      const found = await this.db.one('select id from contact_function where id = $1 and retired_on is null', [
        sent.functionId,
      ]);
      if (!found) throw bad('functionId');
    }
    const added = (sent.offerIds ?? []).filter((id) => !standing.offerIds?.includes(id));
    if (added.length === 0) return;
    const known = await this.db.query<{ id: string }>('select id from offer where id = any ($1::uuid[])', [added]);
    for (const [at, id] of (sent.offerIds ?? []).entries())
      if (added.includes(id) && !known.some((one) => one.id === id)) throw bad(`offerIds.${at}`);
  }

  words(sent: Lists, standing: Lists = {}): Promise<void> {
    return this.terms.refuseUnusable([
      {
        path: 'targetGroups',
        vocabulary: 'targetGroup',
        codes: sent.targetGroups ?? [],
        standing: standing.targetGroups,
      },
      { path: 'forms', vocabulary: 'form', codes: sent.forms ?? [], standing: standing.forms },
      { path: 'phases', vocabulary: 'phase', codes: sent.phases ?? [], standing: standing.phases },
      { path: 'professions', vocabulary: 'profession', codes: sent.professions ?? [], standing: standing.professions },
    ]);
  }

  /** The trainings that are to give it. Those the keeper does not see are not hers to take away. */
  async keepOffers(id: string, offerIds: readonly string[]): Promise<void> {
    await this.db.query('delete from method_offer where method_id = $1 and offer_id <> all ($2::uuid[])', [
      id,
      offerIds,
    ]);
    await this.db.query(
      'insert into method_offer (method_id, offer_id) select $1, f.id from offer f where f.id = any ($2::uuid[]) on conflict do nothing',
      [id, offerIds],
    );
  }

  /** What takes its place: published, read by the keeper, and never what it has itself taken the place of. */
  async replacement(id: string, replacedById: string | null): Promise<void> {
    if (!replacedById) return;
    // Two that are written at once must not come to replace each other.
    await this.db.query(`select pg_advisory_xact_lock(hashtext('method.replaced-by'))`);
    const row = await this.db.one<{ follows: boolean }>(
      `with recursive next (id) as (select $2::uuid union select m.replaced_by_id from next n join method m on m.id = n.id where m.replaced_by_id is not null)
       select $1::uuid in (select id from next) as follows from method m
       where m.id = $2 and m.status = 'published' and m.removed_at is null and (m.retires_on is null or m.retires_on > today())`,
      [id, replacedById],
    );
    if (!row) throw bad('replacedById');
    if (row.follows) throw bad('replacedById', 'method.replaced-by-itself');
  }

  /** The counties where it is seen: those of the board that keeps it. */
  async counties(): Promise<string[]> {
    const row = await this.db.one<{ codes: string[] }>(
      `select coalesce(array_agg(county_code order by county_code), '{}') as codes from organization_county where organization_id = $1`,
      [currentActor().organizationId],
    );
    return row?.codes ?? [];
  }
}
