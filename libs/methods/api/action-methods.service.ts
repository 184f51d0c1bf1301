import { Injectable } from '@nestjs/common';
import { type ActionFacts, actionFacts, actionPolicy } from '@samverkan/actions/api';
import type { ActionMethod, ActionMethodInput, ActionMethods, MethodActions } from '@samverkan/methods/contract';
import { Db, Ledger, SeenAs, badInput, conflict, currentActor, notFound } from '@samverkan/shared/api';
import { MethodJudging, placeOf, purposeOf } from './method-judging';
import { MethodReferences } from './method-references';
import { MethodsQuery } from './methods.query';
import { MethodsService } from './methods.service';
import { party, ref, swedish } from './method.sql';
import type { Choice, Purpose } from './warnings';

/** What an action is to its methods. */
type Holder = ActionFacts & { kind: string };
type Reading = Omit<Choice, 'professions'>;

/** How `action a` uses `method m`: its words and its places; a whole county where it names no municipality. */
const reading = `json_build_object('targetGroups', a.target_groups, 'forms', a.forms, 'phases', a.phases,
  'places', case when a.municipality_codes = '{}' then json_build_array(${placeOf('null', 'x.day')})
    else (select json_agg(${placeOf('c', 'method_trained_on(m.id, c)')} order by c) from unnest(a.municipality_codes) c) end)`;

/** The latest training known in any municipality of its counties. */
const anywhere = `lateral (select max(method_trained_on(m.id, c.code)) as day from municipality c where a.municipality_codes = '{}' and c.county_code = any (a.county_codes)) x`;

/** The methods an action is about: named by those who edit it, with a warning where one lies outside its purpose. */
@Injectable()
export class ActionMethodsService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly seen: SeenAs,
    private readonly methods: MethodsService,
    private readonly rows: MethodsQuery,
    private readonly references: MethodReferences,
    private readonly judging: MethodJudging,
  ) {}

  async list(actionId: string): Promise<ActionMethods> {
    const action = await this.holder(actionId);
    const rows = await this.db.query<{ content: Omit<ActionMethod, 'warnings'>; purpose: Purpose; reading: Reading }>(
      `select json_build_object('id', t.id, 'method', ${ref('m')}, 'professions', t.professions, 'tiedOn', t.tied_on, 'organization', ${party('o')},
          'endedOn', t.ended_on, 'reason', t.reason) as content, ${purposeOf} as purpose, ${reading} as reading
       from method_action t join method m on m.id = t.method_id join action a on a.id = t.action_id join organization o on o.id = t.organization_id, ${anywhere}
       where t.action_id = $1 and m.removed_at is null order by t.ended_on is not null, t.ended_on desc, m.name ${swedish}, t.id`,
      [actionId],
    );
    const warnings = await this.judging.judge(
      rows.map(({ content, purpose, reading: read }) => ({
        purpose,
        choice: { ...read, professions: content.professions },
      })),
    );
    const items = rows.map(({ content }, at) => ({
      ...content,
      warnings: content.endedOn ? [] : (warnings[at] ?? []),
    }));
    const mayTie = actionPolicy.can('edit', currentActor(), action);
    return {
      items,
      wanted: action.kind === 'method_introduction' && items.every(({ endedOn }) => endedOn !== null),
      mayTie,
    };
  }

  /** As another party's user gets it, for those who decide who sees the action. */
  async seenAs(actionId: string, organizationId: string): Promise<ActionMethods> {
    const action = await this.holder(actionId);
    actionPolicy.require('changeVisibility', currentActor(), action);
    return this.seen.read({ area: 'methods', objectId: actionId, organizationId }, () => this.list(actionId));
  }

  async tie(actionId: string, { methodId, professions, reason }: ActionMethodInput): Promise<ActionMethods> {
    actionPolicy.require('edit', currentActor(), await this.holder(actionId));
    const method = await this.rows.row(methodId);
    if (!method || method.removedAt) throw badInput([{ path: 'methodId', code: 'field.not-a-choice' }]);
    if (method.status === 'draft') throw conflict('method.is-draft');
    await this.references.words({ professions });
    await this.db.query(`select pg_advisory_xact_lock(hashtext('method.tie ' || $1))`, [actionId]);
    const known = await this.db.one(
      'select id from method_action where action_id = $1 and method_id = $2 and ended_on is null',
      [actionId, methodId],
    );
    if (known) throw conflict('method.already-tied');
    const row = await this.db.one<{ purpose: Purpose; reading: Reading }>(
      `select ${purposeOf} as purpose, ${reading} as reading from method m, action a, ${anywhere} where m.id = $1 and a.id = $2`,
      [methodId, actionId],
    );
    if (!row) throw notFound();
    const kept = await this.judging.require(row.purpose, { ...row.reading, professions }, reason);
    await this.db.query(
      'insert into method_action (method_id, action_id, professions, outside, reason) values ($1, $2, $3, $4, $5)',
      [methodId, actionId, professions, kept.outside, kept.reason],
    );
    await this.ledger.audited('method.tied', 'actions', actionId, 'done', kept.outside.join(' ') || null);
    return this.list(actionId);
  }

  /** It is no longer about the method. That it was, and why, stays to be read. */
  end(id: string): Promise<ActionMethods> {
    return this.move(id, true);
  }

  resume(id: string): Promise<ActionMethods> {
    return this.move(id, false);
  }

  /** The actions that are about a method, as far as the reader sees them. */
  async ofMethod(methodId: string): Promise<MethodActions> {
    await this.methods.read(methodId);
    return {
      items: await this.db.query<MethodActions['items'][number]>(
        `select a.id, a.title, a.status, (select coalesce(json_agg(${party('o')} order by array_position(a.owner_ids, o.id)), '[]') from organization o where o.id = any (a.owner_ids)) as owners,
           t.outside <> '{}' as warned
         from method_action t join action a on a.id = t.action_id where t.method_id = $1 and t.ended_on is null order by a.changed_at desc, a.id limit 200`,
        [methodId],
      ),
    };
  }

  private async move(id: string, ends: boolean): Promise<ActionMethods> {
    const tie = await this.db.one<{ actionId: string; methodId: string; ended: boolean }>(
      'select action_id as "actionId", method_id as "methodId", ended_on is not null as ended from method_action where id = $1',
      [id],
    );
    if (!tie) throw notFound();
    actionPolicy.require('edit', currentActor(), await this.holder(tie.actionId));
    if (tie.ended !== ends) {
      const other =
        !ends &&
        (await this.db.one(
          'select id from method_action where action_id = $1 and method_id = $2 and ended_on is null',
          [tie.actionId, tie.methodId],
        ));
      if (other) throw conflict('method.already-tied');
      await this.db.query(`update method_action set ended_on = ${ends ? 'today()' : 'null'} where id = $1`, [id]);
      await this.ledger.audited(ends ? 'method.untied' : 'method.tied', 'actions', tie.actionId);
    }
    return this.list(tie.actionId);
  }

  /** Throws 404 where the reader does not see the action. */
  private async holder(actionId: string): Promise<Holder> {
    const row = await this.db.one<{ action: Holder }>(
      `select (${actionFacts}::jsonb || jsonb_build_object('kind', a.kind)) as action from action a where a.id = $1`,
      [actionId],
    );
    if (!row || !actionPolicy.can('read', currentActor(), row.action)) throw notFound();
    return row.action;
  }
}
