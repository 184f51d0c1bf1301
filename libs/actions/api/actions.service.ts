import type {
  Action,
  ActionChange,
  ActionInput,
  ActionNeighboursQuery,
  ActionQuery,
  ActionSuggestion,
  ActionVerb,
  AudiencePreview,
} from '@samverkan/actions/contract';
import { type Visibility, visibilities, visibilityAt, visibilityLevel } from '@samverkan/shared/contract';
import { Db, Ledger, conflict, currentActor, forbidden, notFound, refuseChanged } from '@samverkan/shared/api';
import { TermsService } from '@samverkan/vocabularies/api';
import { Injectable } from '@nestjs/common';
import { ActionEntity } from './action.entity';
import { actionById, fieldsChangedSince, historyOfAction } from './action-detail.query';
import { refuseWideDraft, termsOf, withoutDoubles } from './action-given';
import {
  latestOfOrganization,
  overviewOfCounty,
  servedMunicipalities,
  waitingForOrganization,
} from './action-overview.query';
import { neighboursOf } from './action-neighbours.query';
import { ActionReferences } from './action-references';
import { ActionTraces } from './action-traces';
import { type ActionRow, actionView } from './action.view';
import { actionPage } from './actions.query';
import { actionPolicy, writers } from './actions.policy';
import { organizations } from './action.sql';
import { suggestionFrom } from './suggestion';

@Injectable()
export class ActionsService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly traces: ActionTraces,
    private readonly terms: TermsService,
    private readonly references: ActionReferences,
  ) {}

  /** One page of the list as JSON text (`ActionPage`). */
  async list(query: ActionQuery): Promise<string> {
    const { text, values } = actionPage(query, currentActor().organizationId);
    return (await this.db.jsonPlannedOnce(text, values)) ?? '';
  }

  async open(id: string): Promise<Action> {
    const row = await this.db.onePlannedOnce<ActionRow>(actionById, [id]);
    const actor = currentActor();
    if (!row || !actionPolicy.can('read', actor, row)) throw notFound();
    return actionView(actor, row);
  }

  async history(id: string): Promise<string> {
    await this.open(id);
    return (await this.db.jsonPlannedOnce(historyOfAction, [id])) ?? '[]';
  }

  /** JSON text (`ActionOverview`). */
  async overview(): Promise<string> {
    return (await this.db.json(overviewOfCounty, [currentActor().countyCodes])) ?? '';
  }

  /** JSON text (`ActionsWaiting`). */
  async waiting(): Promise<string> {
    return (await this.db.json(waitingForOrganization, [currentActor().organizationId])) ?? '';
  }

  /** JSON text (`ActionNeighbours`). */
  async neighbours(query: ActionNeighboursQuery): Promise<string> {
    const { text, values } = neighboursOf(query, currentActor().countyCodes);
    return (await this.db.json(text, values)) ?? '';
  }

  async suggest(): Promise<ActionSuggestion> {
    const organization = currentActor().organizationId;
    const latest = await this.db.one<Parameters<typeof suggestionFrom>[0] & object>(latestOfOrganization, [
      organization,
    ]);
    const served = await this.db.query<{ code: string }>(servedMunicipalities, [organization]);
    return suggestionFrom(
      latest,
      served.map((row) => row.code),
    );
  }

  /** Logs an action; the acting organisation owns it. */
  async log(input: ActionInput): Promise<Action> {
    const actor = currentActor();
    if (!writers.includes(actor.role)) throw forbidden();
    refuseWideDraft(input.status, input.visibility);
    const { guardConfirmed: _confirmed, visibility, partnerIds, ...content } = withoutDoubles(input);
    await this.terms.refuseUnusable(termsOf(input));
    await this.references.refuseUnknown(input);
    const responsible = await this.references.responsible(input);
    const countyCodes = await this.references.countiesOf(input.municipalityCodes);
    const inserted = await this.db
      .repo(ActionEntity)
      .createQueryBuilder()
      .insert()
      .values({
        ...content,
        ...responsible,
        visibility: visibilityLevel(visibility),
        countyCodes,
        ownerIds: [actor.organizationId],
        partnerIds: partnerIds.filter((id) => id !== actor.organizationId),
      })
      .returning(['id'])
      .execute();
    const { id } = inserted.identifiers[0] as { id: string };
    const trace = { area: 'actions', objectId: id, visibility };
    await this.ledger.changed(trace, 1, [{ field: 'created', before: null, after: input.status }]);
    await this.ledger.happened(trace, 'action.created', input.status, input.goalIds);
    await this.ledger.audited('action.logged', 'actions', id);
    return this.open(id);
  }

  /**
   * Changes the fields sent. Read at an older version they still go through when nobody has changed the same ones; else 409
   * with what stands there now, so that both texts can be shown.
   */
  async change(id: string, version: number, change: ActionChange): Promise<Action> {
    const row = await this.traces.forChange(id, 'edit');
    const { guardConfirmed: _confirmed, ...given } = withoutDoubles(change);
    const sent = { ...given, ...(await this.references.responsible(given)) };
    const fields = Object.keys(sent) as (keyof typeof sent)[];
    if (version !== row.version) await this.refuseSameFields(row, version, sent);
    await this.terms.refuseUnusable(termsOf(sent, row));
    await this.references.refuseUnknown(sent);
    const next: Partial<ActionEntity> = { ...sent };
    if (sent.municipalityCodes) next.countyCodes = await this.references.countiesOf(sent.municipalityCodes);
    // A new partner or county sees it from now on: that is the owners' to decide, as visibility is.
    const widens = sent.partnerIds ?? (next.countyCodes && String(next.countyCodes) !== String(row.countyCodes));
    if (widens) actionPolicy.require('changeVisibility', currentActor(), row);
    if (sent.partnerIds) next.partnerIds = sent.partnerIds.filter((partner) => !row.ownerIds.includes(partner));
    if (
      after(next.startsOn, row.startsOn) &&
      after(next.endsOn, row.endsOn) &&
      String(after(next.startsOn, row.startsOn)) > String(after(next.endsOn, row.endsOn))
    ) {
      throw conflict('action.ends-before-it-starts');
    }
    const differs = fields.filter((field) => JSON.stringify(row[field]) !== JSON.stringify(sent[field]));
    // History speaks of the function by its name; which one it is stands on the action.
    const named = new Set(differs.map((field) => (field === 'responsibleFunctionId' ? 'responsibleFunction' : field)));
    const changed = [...named].map((field) => ({ field, before: row[field], after: after(sent[field], row[field]) }));
    if (changed.length > 0) await this.traces.write(row, next, changed, 'action.changed', null);
    return this.open(id);
  }

  /** Moves the status by one of its verbs. */
  async move(id: string, verb: ActionVerb, reason: string | null = null): Promise<Action> {
    const row = await this.traces.forChange(id, 'moveStatus');
    const today = await this.db.one<{ today: string }>(`select today()::text as today`);
    const next = row.after(verb, today?.today ?? '', reason);
    const fields = [
      { field: verb, before: row.status, after: next.status },
      ...(reason ? [{ field: 'cancelReason', before: null, after: reason }] : []),
    ];
    await this.traces.write(row, next, fields, 'action.status-changed', next.status);
    return this.open(id);
  }

  /** Widens or narrows who may see it. Widening is its own audited deed; narrowing is always allowed. */
  async show(id: string, visibility: Visibility): Promise<Action> {
    const row = await this.traces.forChange(id, 'changeVisibility');
    const level = visibilityLevel(visibility);
    refuseWideDraft(row.status, visibility);
    if (level === row.visibility) return this.open(id);
    const before = visibilityAt(row.visibility);
    const kind = level > row.visibility ? 'action.widened' : 'action.narrowed';
    await this.traces.write(
      row,
      { visibility: level },
      [{ field: 'visibility', before, after: visibility }],
      kind,
      visibility,
    );
    return this.open(id);
  }

  /** Who would see the action at each level. */
  async audience(id: string): Promise<AudiencePreview> {
    const row = await this.db.onePlannedOnce<ActionRow>(actionById, [id]);
    const actor = currentActor();
    if (!row) throw notFound();
    actionPolicy.require('changeVisibility', actor, row);
    const levels = await Promise.all(visibilities.map((visibility) => this.audienceAt(row, visibility)));
    return { levels };
  }

  private async audienceAt(row: ActionRow, visibility: Visibility): Promise<AudiencePreview['levels'][number]> {
    const found = await this.db.one<{ organizations: { id: string; name: string; kind: 'other' }[]; count: number }>(
      `with seen as (select array_agg(o.id order by o.name collate "sv-SE-x-icu") as ids from action_audience($1::smallint, $2, $3, $4) x join organization o on o.id = x)
       select ${organizations('ids[1:60]')} as organizations, coalesce(cardinality(ids), 0) as count from seen`,
      [visibilityLevel(visibility), row.ownerIds, row.partnerIds, row.countyCodes],
    );
    const everyone = visibility === 'members' || visibility === 'public';
    return {
      visibility,
      organizations: everyone ? null : (found?.organizations ?? []),
      organizationCount: found?.count ?? 0,
      refused: row.status === 'draft' && visibilityLevel(visibility) > 1,
    };
  }

  private async refuseSameFields(row: ActionEntity, version: number, sent: object): Promise<void> {
    const since = await this.db.query<{ field: string }>(fieldsChangedSince, [row.id, version]);
    const differs = Object.entries(sent)
      .filter(([field, value]) => JSON.stringify(row[field as keyof ActionEntity]) !== JSON.stringify(value))
      .map(([field]) => field);
    const changed = since.map(({ field }) => field);
    refuseChanged({ seen: version, now: row.version }, differs, row, changed);
  }
}

const after = <T>(next: T | undefined, now: T): T => (next === undefined ? now : next);
