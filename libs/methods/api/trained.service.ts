import { Injectable } from '@nestjs/common';
import { ReachService } from '@samverkan/learning/api';
import type { MethodTrained, TrainedSource } from '@samverkan/methods/contract';
import { Db, suppress } from '@samverkan/shared/api';
import { MethodsService } from './methods.service';
import { swedish } from './method.sql';
import { addedUp } from './trained';

interface Line {
  profession: string | null;
  municipalityCode: string | null;
  count: number;
}

/** How many are trained in a method: what its trainings reached, as each shows it, and what parties say, made safe in the same way. */
@Injectable()
export class TrainedService {
  constructor(
    private readonly db: Db,
    private readonly methods: MethodsService,
    private readonly reach: ReachService,
  ) {}

  async read(methodId: string): Promise<MethodTrained> {
    const { offers } = await this.methods.read(methodId);
    const reached = await Promise.all(offers.map(async (offer) => ({ offer, reach: await this.reach.read(offer.id) })));
    const met = reached.filter(({ reach }) => reach.rows.length > 0);
    const said = await this.said(methodId);
    const tables = [...met.map(({ reach }) => reach), ...(said.rows.length > 0 ? [said] : [])];
    return {
      ...addedUp(tables),
      sources: [
        ...met.map(({ offer, reach: { of, about, source } }) => ({
          name: offer.title,
          offerId: offer.id,
          organizationId: null,
          of,
          about,
          source,
        })),
        ...(await this.parties(methodId)),
      ],
      running: await this.running(methodId),
    };
  }

  /** All that parties say, as one table that hides its small numbers. */
  private async said(methodId: string) {
    const lines = await this.db.query<Line>(
      `select t.profession, t.municipality_code as "municipalityCode", sum(t.count)::int as count from method_trained t join method_use u on u.id = t.use_id
       where u.method_id = $1 and u.ended_on is null group by 1, 2`,
      [methodId],
    );
    const professions = [...new Set(lines.map(({ profession }) => profession))];
    const municipalities = [...new Set(lines.map(({ municipalityCode }) => municipalityCode))];
    const shown = suppress(
      municipalities.map((municipality) =>
        professions.map(
          (profession) =>
            lines.find((line) => line.profession === profession && line.municipalityCode === municipality)?.count ?? 0,
        ),
      ),
    );
    return {
      professions,
      rows: municipalities.map((municipalityCode, at) => ({
        municipalityCode,
        cells: shown.cells[at] ?? [],
        total: shown.rowTotals[at] ?? null,
      })),
      totals: shown.columnTotals,
      total: shown.total,
    };
  }

  private parties(methodId: string): Promise<TrainedSource[]> {
    return this.db.query<TrainedSource>(
      `select o.name, null::uuid as "offerId", o.id as "organizationId", u.trained_of as of, false as about, u.trained_source as source
       from method_use u join organization o on o.id = u.organization_id
       where u.method_id = $1 and u.ended_on is null and exists (select from method_trained t where t.use_id = u.id) order by o.name ${swedish}, o.id`,
      [methodId],
    );
  }

  /** Where the latest training that is known runs out within six months, or has run out. */
  private running(methodId: string): Promise<MethodTrained['running']> {
    return this.db.query<MethodTrained['running'][number]>(
      `select x.code as "municipalityCode", x.day::text as "trainedOn", x.until::text as "validUntil", x.until < today() as expired
       from method m, lateral (
         select c.code, method_trained_on(m.id, c.code) as day, (method_trained_on(m.id, c.code) + make_interval(months => m.valid_months))::date as until
         from (select t.municipality_code as code from method_use u join method_trained t on t.use_id = u.id where u.method_id = m.id and u.ended_on is null
           union select e.municipality_code from method_offer g join offer_reach e on e.offer_id = g.offer_id where g.method_id = m.id
           union select unnest(u.municipality_codes) from method_use u where u.method_id = m.id and u.ended_on is null) c
         where c.code is not null) x
       where m.id = $1 and m.training_required and m.valid_months is not null and x.until < today() + interval '6 months' order by x.until, x.code`,
      [methodId],
    );
  }
}
