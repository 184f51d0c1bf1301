import { Injectable } from '@nestjs/common';
import { Db } from '@samverkan/shared/api';
import type { GoalChoices } from '@samverkan/strategies/contract';
import type { Landscape, StrategyDetail } from './landscape';

const today = `(now() at time zone 'Europe/Stockholm')::date`;

export const ref = (s: string) => `'id', ${s}.id, 'kind', ${s}.kind, 'title', ${s}.title, 'titleEn', ${s}.title_en,
  'shortTitle', ${s}.short_title, 'shortTitleEn', ${s}.short_title_en, 'startsOn', ${s}.starts_on, 'endsOn', ${s}.ends_on,
  'status', ${s}.status, 'expired', coalesce(${s}.ends_on < ${today}, false)`;

export const goalRef = (
  g: string,
  s: string,
) => `'id', ${g}.id, 'number', ${g}.number, 'title', ${g}.title, 'titleEn', ${g}.title_en,
  'strategyId', ${s}.id, 'strategyShortTitle', ${s}.short_title`;

const landscape = `
  select json_build_object(
    'strategies', (select coalesce(json_agg(json_build_object(${ref('s')}, 'key', s.key, 'countyCodes', s.county_codes,
        'signatoryCount', s.signatory_count, 'goalCount', (select count(*) from goal g where g.strategy_id = s.id))
      order by s.starts_on nulls last, s.key), '[]') from strategy s),
    'successions', (select coalesce(json_agg(json_build_object('oldId', old_id, 'newId', new_id, 'verification', verification)), '[]')
      from strategy_succession))`;

// The goals linked to one goal, seen from either end of the link.
const linked = (here: string, there: string) => `
  (select coalesce(json_agg(json_build_object('goal', json_build_object(${goalRef('t', 'ts')}),
      'strategy', json_build_object(${ref('ts')}), 'motive', l.motive, 'motiveEn', l.motive_en, 'verification', l.verification)
    order by cardinality(ts.county_codes), array_position(array['national_strategy', 'action_programme', 'policy_goals'], ts.kind),
      ts.starts_on, t.sort), '[]')
   from goal_link l join goal t on t.id = l.${there} join strategy ts on ts.id = t.strategy_id where l.${here} = g.id)`;

const detail = `
  select (${landscape}) as landscape, json_build_object(${ref('s')},
    'document', s.document, 'vision', s.vision, 'visionEn', s.vision_en, 'note', s.note, 'noteEn', s.note_en,
    'signedOn', s.signed_on, 'sources', s.sources, 'verification', s.verification, 'decidedOn', s.decided_on, 'dnr', s.dnr,
    'consulted', s.status = 'in_consultation' and s.id in (select strategies_consulted()), 'repealMotive', s.repeal_motive, 'version', s.version, 'keptBy', s.kept_by,
    'adoptedHere', exists (select from strategy_adoption a where a.strategy_id = s.id and a.undone_at is null),
    'owner', (select json_build_object('id', o.id, 'name', o.name, 'kind', o.kind) from organization o where o.id = s.owner_organization_id),
    'signatories', (select coalesce(json_agg(json_build_object('id', y.id, 'name', y.name, 'capacity', y.capacity, 'signedOn', y.signed_on,
        'functionTitle', y.function_title, 'withdrawnOn', y.withdrawn_on,
        'organization', (select json_build_object('id', o.id, 'name', o.name, 'kind', o.kind) from organization o where o.id = y.organization_id))
      order by y.sort), '[]') from signatory y where y.strategy_id = s.id),
    'notSignedAgain', (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'kind', o.kind) order by o.name collate "sv-SE-x-icu"), '[]') from organization o
      where exists (select from strategy_succession z join signatory f on f.strategy_id = z.old_id where z.new_id = s.id and f.organization_id = o.id and f.withdrawn_on is null)
        and not exists (select from signatory n where n.strategy_id = s.id and n.organization_id = o.id and n.withdrawn_on is null)),
    'implements', (select coalesce(json_agg(json_build_object(${ref('f')}, 'motive', i.motive) order by f.starts_on), '[]')
      from strategy_frame i join strategy f on f.id = i.frame_id where i.strategy_id = s.id),
    'goals', (select coalesce(json_agg(json_build_object('id', g.id, 'number', g.number, 'title', g.title, 'titleEn', g.title_en,
        'text', g.text, 'textEn', g.text_en, 'kind', g.kind, 'parentId', g.parent_id, 'placeholder', g.placeholder,
        'indicators', g.indicators, 'version', g.version,
        'responsible', (select json_build_object('id', o.id, 'name', o.name, 'kind', o.kind) from organization o where o.id = g.responsible_organization_id),
        'serves', ${linked('goal_id', 'frame_goal_id')}, 'servedBy', ${linked('frame_goal_id', 'goal_id')})
      order by g.sort), '[]') from goal g where g.strategy_id = s.id)
  ) as detail
  from strategy s where s.id = $1`;

const choices = `
  select json_build_object(${goalRef('g', 's')}, 'kind', g.kind, 'countyCode', s.own, 'current',
      coalesce(s.starts_on <= ${today}, true) and coalesce(s.ends_on >= ${today}, true)) as choice
  from (select s.*, (select code from unnest(s.county_codes) code
      order by code = any ((select ctx_counties())::text[]) desc, code limit 1) as own
    from strategy s where s.status = 'adopted'
      and (s.county_codes = '{}' or s.county_codes && (select ctx_counties())::text[])) s
  join goal g on g.strategy_id = s.id
  order by s.own is null, coalesce(s.ends_on < ${today}, false),
    array_position(array['national_strategy', 'action_programme', 'policy_goals'], s.kind), s.starts_on, s.key, g.sort`;

@Injectable()
export class StrategiesQuery {
  constructor(private readonly db: Db) {}

  async landscape(): Promise<Landscape> {
    const row = await this.db.one<{ landscape: Landscape }>(`select (${landscape}) as landscape`);
    return row?.landscape ?? { strategies: [], successions: [] };
  }

  byId(id: string): Promise<{ landscape: Landscape; detail: StrategyDetail } | undefined> {
    return this.db.one(detail, [id]);
  }

  async goalChoices(): Promise<GoalChoices['items']> {
    const rows = await this.db.query<{ choice: GoalChoices['items'][number] }>(choices);
    return rows.map((row) => row.choice);
  }
}
