import type {
  Cooperation,
  CooperationAnswerInput,
  CooperationInvitationInput,
  CooperationProposalInput,
} from '@samverkan/actions/contract';
import { Injectable } from '@nestjs/common';
import { Db, Ledger, badInput, conflict, currentActor, notFound } from '@samverkan/shared/api';
import type { ActionRow } from './action.view';
import { actionById } from './action-detail.query';
import { actionPolicy } from './actions.policy';
import { CooperationMail } from './cooperation-mail';
import { type CooperationFacts, cooperationPolicy } from './cooperation.policy';
import { CooperationsQuery, hasRested } from './cooperations.query';

type Asked = Pick<Cooperation, 'kind' | 'role' | 'message' | 'closesOwn'> & {
  actionId: string;
  organizationId: string;
  functionId: string | null;
  ownActionId: string | null;
};

/** Parties ask one another into an action, and answer. */
@Injectable()
export class CooperationsService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly query: CooperationsQuery,
    private readonly mail: CooperationMail,
  ) {}

  async mine(): Promise<Cooperation[]> {
    return this.query.mine();
  }

  /** What concerns one action, as far as the reader's side of it. */
  async of(actionId: string): Promise<Cooperation[]> {
    await this.action(actionId, 'read');
    return this.query.of(actionId);
  }

  async read(id: string): Promise<Cooperation> {
    const found = await this.query.find(id);
    if (!found) throw notFound();
    return found;
  }

  async invite(actionId: string, input: CooperationInvitationInput): Promise<Cooperation> {
    const action = await this.action(actionId, 'invite');
    const { role, organizationId, functionId, message } = input;
    const known = await this.db.one<{ party: boolean; post: boolean }>(
      `select exists (select from organization o where o.id = $1 and o.merged_into_id is null and (o.valid_to is null or o.valid_to >= today())) as party,
         $2::uuid is null or exists (select from contact_function f where f.id = $2 and f.organization_id = $1 and f.retired_on is null) as post`,
      [organizationId, functionId],
    );
    if (!known?.party) throw badInput([{ path: 'organizationId', code: 'field.not-a-choice' }]);
    if (!known.post) throw badInput([{ path: 'functionId', code: 'field.not-a-choice' }]);
    refuseWhatIsSo(action, organizationId, role);
    if (role === 'partner' && action.visibility === 0) throw conflict('cooperation.partner-would-not-see');
    const asked = { kind: 'invitation', role, organizationId, functionId, message } as const;
    return this.ask({ ...asked, actionId, closesOwn: false, ownActionId: null }, 'cooperation.invited');
  }

  /** To the owners, and their function where one answers for the action. */
  async propose(actionId: string, input: CooperationProposalInput): Promise<Cooperation> {
    const action = await this.action(actionId, 'propose');
    const { role, ownActionId, closesOwn, message } = input;
    const { organizationId } = currentActor();
    refuseWhatIsSo(action, organizationId, role);
    const own = ownActionId
      ? await this.db.one('select from action o where o.id = $1 and o.id <> $2 and ctx_org() = any (o.owner_ids)', [
          ownActionId,
          actionId,
        ])
      : {};
    if (!own) throw badInput([{ path: 'ownActionId', code: 'field.not-a-choice' }]);
    const post = await this.db.one<{ id: string | null }>(
      `select f.id from action a left join contact_function f on f.id = a.responsible_function_id and f.retired_on is null and f.organization_id = any (a.owner_ids) where a.id = $1`,
      [actionId],
    );
    const asked = { kind: 'proposal', role, organizationId, functionId: post?.id ?? null, message } as const;
    return this.ask({ ...asked, actionId, closesOwn, ownActionId }, 'cooperation.proposed');
  }

  /** The one who joins does so at once; what she had planned herself is ended in the same act where she asked for it. */
  async accept(id: string, { answer }: CooperationAnswerInput): Promise<Cooperation> {
    await this.may(id, 'answer');
    await this.done('cooperation_join', id);
    if (answer) await this.db.query('update action_cooperation set answer = $2 where id = $1', [id, answer]);
    await this.told(id, 'cooperation.accepted');
    await this.mail.answered(id);
    return this.read(id);
  }

  async decline(id: string, { answer }: CooperationAnswerInput): Promise<Cooperation> {
    await this.may(id, 'answer');
    await this.settle(id, 'declined', answer);
    await this.told(id, 'cooperation.declined');
    await this.mail.answered(id);
    return this.read(id);
  }

  async withdraw(id: string): Promise<Cooperation> {
    await this.may(id, 'withdraw');
    await this.settle(id, 'withdrawn', null);
    await this.told(id, 'cooperation.withdrawn');
    return this.read(id);
  }

  /** Asks the other side once more by letter, at most once a week, where a letter reaches somebody. */
  async remind(id: string): Promise<Cooperation> {
    const facts = await this.may(id, 'remind');
    if (!this.mail.isAvailable) throw conflict('mail.not-configured');
    const there = await this.db.one<{ reaches: boolean }>('select cooperation_reaches($1) as reaches', [id]);
    if (facts.state === 'open' && !there?.reaches) throw conflict('cooperation.nobody-to-remind');
    const reminded = await this.db.query(
      `update action_cooperation c set reminded_at = now() where c.id = $1 and c.state = 'open' and ${hasRested} returning c.id`,
      [id],
    );
    if (reminded.length === 0)
      throw conflict(facts.state === 'open' ? 'cooperation.reminded-lately' : 'cooperation.is-answered');
    await this.told(id, 'cooperation.reminded');
    await this.mail.reminded(id);
    return this.read(id);
  }

  /** Takes back an answer, a withdrawal or a leaving; what it was is open again, and of a leaving nothing is left: null. */
  async undo(id: string): Promise<Cooperation | null> {
    await this.may(id, 'undo');
    await this.done('cooperation_undo', id);
    const found = await this.query.find(id);
    if (found) await this.told(id, 'cooperation.reopened');
    else await this.ledger.audited('cooperation.reopened', 'actions', id);
    return found ?? null;
  }

  /** The acting organisation is no longer among those who do it. */
  async leave(actionId: string): Promise<Cooperation> {
    await this.action(actionId, 'leave');
    const left = await this.db.one<{ id: string | null }>('select cooperation_leave($1) as id', [actionId]);
    if (!left?.id) throw conflict('cooperation.last-owner');
    await this.ledger.audited('cooperation.left', 'actions', actionId);
    return this.read(left.id);
  }

  /** Another function of the side that is asked answers. */
  async moveTo(id: string, functionId: string): Promise<void> {
    await this.may(id, 'answer');
    await this.db.query('update action_cooperation set function_id = $2, version = version + 1 where id = $1', [
      id,
      functionId,
    ]);
    await this.told(id, 'cooperation.moved');
  }

  private async ask(asked: Asked, kind: string): Promise<Cooperation> {
    const name = await this.nameOf(asked.organizationId);
    const already = await this.db.one(
      `select from action_cooperation c where c.action_id = $1 and c.organization_id = $2 and c.state = 'open'`,
      [asked.actionId, asked.organizationId],
    );
    if (already) throw conflict('cooperation.is-open-already');
    const made = await this.db.one<{ id: string }>(
      `insert into action_cooperation (action_id, kind, role, organization_id, function_id, own_action_id, closes_own, message)
       values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
      [
        asked.actionId,
        asked.kind,
        asked.role,
        asked.organizationId,
        asked.functionId,
        asked.ownActionId,
        asked.closesOwn,
        asked.message,
      ],
    );
    if (!made) throw notFound();
    const field = asked.kind === 'invitation' ? 'invited' : 'proposed';
    await this.inHistory(asked.actionId, field, name);
    await this.told(made.id, kind);
    await this.mail.asked(made.id);
    return this.read(made.id);
  }

  /** The owners' own time: nobody else reads of an invitation in the action's history. */
  private async inHistory(actionId: string, field: string, name: string): Promise<void> {
    const trace = { area: 'actions', objectId: actionId, visibility: 'own' } as const;
    await this.ledger.changed(trace, 0, [{ field, before: null, after: name }]);
  }

  private async nameOf(organizationId: string): Promise<string> {
    const found = await this.db.one<{ name: string }>('select name from organization where id = $1', [organizationId]);
    return found?.name ?? '';
  }

  private async settle(id: string, state: 'declined' | 'withdrawn', answer: string | null): Promise<void> {
    const done = await this.db.query<{ action: string; organization: string }>(
      `update action_cooperation set state = $2, answer = $3, answered_at = clock_timestamp(), version = version + 1
       where id = $1 and state = 'open' returning action_id as action, organization_id as organization`,
      [id, state, answer || null],
    );
    const [row] = done;
    if (!row) throw conflict('cooperation.is-answered');
    await this.inHistory(row.action, state, await this.nameOf(row.organization));
  }

  private async done(deed: 'cooperation_join' | 'cooperation_undo', id: string): Promise<void> {
    const result = await this.db.one<{ said: string }>(`select ${deed}($1) as said`, [id]);
    if (result?.said !== 'done') throw conflict(result?.said ?? 'cooperation.is-answered');
  }

  private async told(id: string, kind: string): Promise<void> {
    await this.ledger.happened({ area: 'actions', objectId: id, visibility: 'own' }, kind);
    await this.ledger.audited(kind, 'actions', id);
  }

  private async may(id: string, verb: 'answer' | 'withdraw' | 'undo' | 'remind'): Promise<CooperationFacts> {
    const facts = await this.query.facts(id);
    if (!facts) throw notFound();
    cooperationPolicy.require(verb, currentActor(), facts);
    return facts;
  }

  private async action(id: string, verb: 'read' | 'invite' | 'propose' | 'leave'): Promise<ActionRow> {
    const row = await this.db.one<ActionRow>(actionById, [id]);
    if (!row) throw notFound();
    actionPolicy.require(verb, currentActor(), row);
    if (verb === 'invite' || verb === 'propose') {
      if (row.status === 'completed' || row.status === 'cancelled') throw conflict('cooperation.action-is-over');
    }
    return row;
  }
}

function refuseWhatIsSo(action: ActionRow, organizationId: string, role: Cooperation['role']): void {
  if (action.ownerIds.includes(organizationId)) throw conflict('cooperation.owns-already');
  if (role === 'partner' && action.partnerIds.includes(organizationId))
    throw conflict('cooperation.takes-part-already');
}
