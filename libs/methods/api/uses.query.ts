// Who uses a method, as each reader may see it.
import { Injectable } from '@nestjs/common';
import type { MethodUse, OwnTrained, TrainingValidity } from '@samverkan/methods/contract';
import { Db, currentActor } from '@samverkan/shared/api';
import { MethodJudging, placeOf, purposeOf } from './method-judging';
import { party, swedish } from './method.sql';
import { users } from './methods.policy';
import type { Choice, Purpose } from './warnings';

export interface UseRow {
  id: string;
  methodId: string;
  organizationId: string;
  endedOn: string | null;
  version: number;
}

const codes = (list: string) => `array_to_json(${list})`;

/** A party's places: its municipalities with what it knows of itself, or itself without any. */
export const placesOfUse = `case when u.municipality_codes = '{}' then json_build_array(${placeOf('null', 'x.trained')})
  else (select json_agg(${placeOf('c', 'x.trained')} order by c) from unnest(u.municipality_codes) c) end`;

const use = `json_build_object('id', u.id, 'organization', ${party('o')}, 'since', u.since, 'endedOn', u.ended_on, 'municipalityCodes', ${codes('u.municipality_codes')},
  'targetGroups', ${codes('u.target_groups')}, 'professions', ${codes('u.professions')}, 'note', u.note, 'trainedOn', x.trained,
  'validUntil', (x.trained + make_interval(months => m.valid_months))::date,
  'validity', case when not m.training_required then 'not_needed' when x.trained is null then 'unknown' when m.valid_months is null then 'valid'
    when (x.trained + make_interval(months => m.valid_months))::date < today() then 'expired'
    when (x.trained + make_interval(months => m.valid_months))::date < today() + interval '6 months' then 'expiring' else 'valid' end,
  'reason', u.reason, 'demo', u.demo, 'version', u.version)`;

interface Read {
  content: Omit<MethodUse, 'warnings' | 'allowed' | 'validity'> & { validity: TrainingValidity };
  purpose: Purpose;
  places: Choice['places'];
}

@Injectable()
export class UsesQuery {
  constructor(
    private readonly db: Db,
    private readonly judging: MethodJudging,
  ) {}

  /** Those that use it first, in the order of their names, then those that have. */
  async of(methodId: string): Promise<MethodUse[]> {
    const rows = await this.db.query<Read>(
      `select ${use} as content, ${purposeOf} as purpose, ${placesOfUse} as places
       from method_use u join method m on m.id = u.method_id join organization o on o.id = u.organization_id,
         lateral (select method_use_trained_on(u.id) as trained) x
       where u.method_id = $1 order by u.ended_on is not null, u.ended_on desc, o.name ${swedish}, u.id limit 500`,
      [methodId],
    );
    const warnings = await this.judging.judge(
      rows.map(({ content, purpose, places }) => ({
        purpose,
        choice: { ...content, forms: [], phases: [], places },
      })),
    );
    const { organizationId, role } = currentActor();
    const writes = (users as readonly string[]).includes(role);
    return rows.map(({ content }, at) => ({
      ...content,
      warnings: content.endedOn ? [] : (warnings[at] ?? []),
      allowed: { change: writes && content.organization.id === organizationId, hideText: writes },
    }));
  }

  row(id: string): Promise<UseRow | undefined> {
    return this.db.one<UseRow>(
      `select u.id, u.method_id as "methodId", u.organization_id as "organizationId", u.ended_on as "endedOn", u.version from method_use u where u.id = $1`,
      [id],
    );
  }

  /** What the party has written of its own people. */
  async trained(id: string): Promise<OwnTrained> {
    const row = await this.db.one<OwnTrained>(
      `select (select coalesce(json_agg(json_build_object('profession', t.profession, 'municipalityCode', t.municipality_code, 'trainedOn', t.trained_on, 'count', t.count)
          order by t.trained_on desc, t.profession, t.municipality_code), '[]') from method_trained t where t.use_id = u.id) as trained,
        u.trained_of as "trainedOf", u.trained_source as "trainedSource" from method_use u where u.id = $1`,
      [id],
    );
    return row ?? { trained: [], trainedOf: null, trainedSource: '' };
  }
}
