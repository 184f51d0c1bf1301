import { Injectable } from '@nestjs/common';
import { type Visibility, visibilityAt } from '@samverkan/shared/contract';
import {
  Db,
  type HiddenPlace,
  Ledger,
  type SensitiveField,
  type SensitiveSource,
  notFound,
} from '@samverkan/shared/api';
import { ActionUpdateEntity } from './action-update.entity';
import { ActionEntity } from './action.entity';
import { FilterSensitiveService } from './filter-sensitive.service';
import { CooperationSensitiveService } from './cooperation-sensitive.service';

/** How the texts of actions and of their updates are hidden, given to whoever cleans them, and cleaned. */
@Injectable()
export class ActionSensitiveService implements SensitiveSource {
  readonly ofReaders = ['filter'];

  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly cooperations: CooperationSensitiveService,
    private readonly filters: FilterSensitiveService,
  ) {}

  async hide(kind: string, id: string): Promise<HiddenPlace> {
    if (kind === 'cooperation') return this.cooperations.hide(id);
    if (kind === 'filter') return this.filters.hide(id);
    const { action, update } = await this.read(kind, id);
    await this.db.query('select action_text_hide($1, $2)', [kind, id]);
    if (update) await this.tell(action);
    else
      await this.ledger.gone(
        { area: 'actions', objectId: action.id, kind: 'action.gone', goalIds: action.goalIds },
        {
          level: action.visibility,
          owners: action.ownerIds,
          partners: action.partnerIds,
          counties: action.countyCodes,
        },
      );
    return {
      reference: update ? `${action.reference}, ${update.happenedOn}` : action.reference,
      ownerIds: update ? [...new Set([...action.ownerIds, update.organizationId])] : action.ownerIds,
      countyCodes: action.countyCodes,
    };
  }

  async fields(kind: string, id: string): Promise<SensitiveField[]> {
    if (kind === 'cooperation') return this.cooperations.fields(id);
    if (kind === 'filter') return this.filters.fields(id);
    const { action, update } = await this.read(kind, id);
    const field = (name: string, text: string | null, max: number, lines: 'one' | 'several', required = false) => ({
      name,
      text: text ?? '',
      max,
      lines,
      required,
    });
    if (update) {
      const sources = update.counts.flatMap(({ source }) => source || []);
      return [
        field('done', update.done, 2000, 'several', true),
        field('effect', update.effect, 2000, 'several'),
        ...(sources.length > 0
          ? [field('sources', sources.join('\n'), sources.join('\n').length + 120, 'several')]
          : []),
      ];
    }
    return [
      field('title', action.title, 160, 'one', true),
      field('description', action.description, 4000, 'several'),
      field('responsibleFunction', action.responsibleFunction, 120, 'one'),
      field('partnerNames', action.partnerNames.join('\n'), 2400, 'several'),
      field('cancelReason', action.cancelReason, 500, 'one'),
    ];
  }

  async show(kind: string, id: string, clean: Readonly<Record<string, string>> | null): Promise<void> {
    if (kind === 'cooperation') return this.cooperations.show(id, clean);
    if (kind === 'filter') return this.filters.show(id, clean);
    const before = await this.read(kind, id);
    await this.db.query('select action_text_show($1, $2, $3)', [kind, id, JSON.stringify(clean ?? {})]);
    const trace = this.traceOf(before.action);
    if (clean && !before.update)
      await this.ledger.changed(trace, before.action.version + 1, [
        { field: 'textRemoved', before: null, after: null },
      ]);
    await this.tell(before.action);
  }

  private async read(kind: string, id: string): Promise<{ action: ActionEntity; update: ActionUpdateEntity | null }> {
    const update = kind === 'update' ? await this.db.repo(ActionUpdateEntity).findOneBy({ id }) : null;
    if (kind !== 'action' && (!update || update.removedAt)) throw notFound();
    const action = await this.db.repo(ActionEntity).findOneBy({ id: update?.actionId ?? id });
    if (!action) throw notFound();
    return { action, update };
  }

  private readonly tell = (action: ActionEntity): Promise<void> =>
    this.ledger.happened(this.traceOf(action), 'action.changed', null, action.goalIds);

  private traceOf(action: ActionEntity): { area: string; objectId: string; visibility: Visibility } {
    return { area: 'actions', objectId: action.id, visibility: visibilityAt(action.visibility) };
  }
}
