import type { ActionInput, ActionVerb } from '@samverkan/actions/contract';
import { Injectable } from '@nestjs/common';
import { Db, Ledger, currentActor, forbidden } from '@samverkan/shared/api';
import { visibilityLevel } from '@samverkan/shared/contract';
import { TermsService } from '@samverkan/vocabularies/api';
import { ActionEntity, type StatusChange } from './action.entity';
import { refuseWideDraft, termsOf, withoutDoubles } from './action-given';
import { ActionReferences } from './action-references';
import { writers } from './actions.policy';
import { addActions, moveActions, newIds } from './many-actions.query';

/** An action to log, the verbs that bring it on from there, and why it was cancelled, where one of them says so. */
export interface ActionToLog {
  input: ActionInput;
  moves: readonly ActionVerb[];
  reason: string;
}

/** One that has been logged, as it stands. */
interface Logged {
  id: string;
  input: ActionInput;
  entity: ActionEntity;
  reason: string;
}

/** Logs many actions with few statements. What each leaves behind (versions, history, news, audit) is what it leaves when it is logged by hand and moved. */
@Injectable()
export class ManyActionsService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly terms: TermsService,
    private readonly references: ActionReferences,
  ) {}

  /** Logs them for the acting organisation, all or none; gives each with the version it was left in. */
  async log(given: readonly ActionToLog[]): Promise<{ id: string; version: number }[]> {
    if (!writers.includes(currentActor().role)) throw forbidden();
    if (given.length === 0) return [];
    const inputs = given.map(({ input }) => withoutDoubles(input));
    await this.refuseUnusable(inputs);
    const ids = await this.db.query<{ id: string }>(newIds, [given.length]);
    const day = await this.db.one<{ today: string }>('select today()::text as today');
    const logged = given.flatMap(({ reason }, at): Logged[] => {
      const [id, input] = [ids[at]?.id, inputs[at]];
      return id && input ? [{ id, input, reason, entity: asLogged(input, day?.today ?? '') }] : [];
    });
    await this.add(logged);
    const longest = Math.max(...given.map(({ moves }) => moves.length));
    for (let step = 0; step < longest; step += 1) {
      const moving = logged.flatMap((one, at) => {
        const verb = given[at]?.moves[step];
        return verb ? [{ one, verb }] : [];
      });
      await this.move(moving, day?.today ?? '');
    }
    return logged.map(({ id, entity }) => ({ id, version: entity.version }));
  }

  private async refuseUnusable(inputs: readonly ActionInput[]): Promise<void> {
    for (const { status, visibility } of inputs) refuseWideDraft(status, visibility);
    const all = <T>(of: (input: ActionInput) => readonly T[]) => [...new Set(inputs.flatMap(of))];
    await this.terms.refuseUnusable([
      { path: 'kind', vocabulary: 'kind', codes: all((input) => [input.kind]) },
      ...termsOf({
        targetGroups: all((input) => input.targetGroups),
        forms: all((input) => input.forms),
        phases: all((input) => input.phases),
      }),
    ]);
    await this.references.refuseUnknown({
      goalIds: all((input) => input.goalIds),
      partnerIds: all((input) => input.partnerIds),
      municipalityCodes: all((input) => input.municipalityCodes),
    });
  }

  private async add(logged: readonly Logged[]): Promise<void> {
    const own = currentActor().organizationId;
    const counties = await this.references.countiesOfEach(logged.map(({ input }) => input.municipalityCodes));
    const titles = await this.references.functionTitles(
      logged.flatMap(({ input }) => input.responsibleFunctionId ?? []),
    );
    const rows = logged.map(({ id, input: { guardConfirmed: _confirmed, ...content } }, at) => ({
      ...content,
      id,
      visibility: visibilityLevel(content.visibility),
      responsibleFunction: titles.get(content.responsibleFunctionId ?? '') ?? content.responsibleFunction,
      partnerIds: content.partnerIds.filter((partner) => partner !== own),
      countyCodes: counties[at],
    }));
    await this.db.query(addActions, [JSON.stringify(rows)]);
    await this.ledger.each(
      'action.created',
      logged.map(({ id, input }) => ({
        ...traceOf(id, input),
        version: 1,
        value: input.status,
        fields: [{ field: 'created', before: null, after: input.status }],
      })),
      'action.logged',
    );
  }

  private async move(moving: readonly { one: Logged; verb: ActionVerb }[], today: string): Promise<void> {
    const traces = moving.map(({ one: { id, input, entity, reason }, verb }) => {
      const before = entity.status;
      const why = verb === 'cancel' ? reason : null;
      const next: StatusChange = entity.after(verb, today, why);
      Object.assign(entity, next, { version: entity.version + 1 });
      const fields: { field: string; before: unknown; after: unknown }[] = [
        { field: verb, before, after: next.status },
        ...(why ? [{ field: 'cancelReason', before: null, after: why }] : []),
      ];
      return { ...traceOf(id, input), version: entity.version, value: next.status, fields };
    });
    const rows = moving.map(({ one: { id, entity } }) => ({
      id,
      status: entity.status,
      statusSince: entity.statusSince,
      pausedFrom: entity.pausedFrom,
      pausedFromSince: entity.pausedFromSince,
      cancelReason: entity.cancelReason,
      stepBefore: entity.stepBefore,
      version: entity.version,
    }));
    await this.db.query(moveActions, [JSON.stringify(rows)]);
    await this.ledger.each('action.status-changed', traces);
  }
}

/** As it stands the moment it has been logged: what the verbs go from. */
const asLogged = ({ status }: ActionInput, today: string): ActionEntity =>
  Object.assign(new ActionEntity(), {
    status,
    statusSince: today,
    pausedFrom: null,
    pausedFromSince: null,
    cancelReason: null,
    joinedIntoId: null,
    version: 1,
  });

const traceOf = (objectId: string, { visibility, goalIds }: ActionInput) => ({
  area: 'actions',
  objectId,
  visibility,
  goalIds,
});
