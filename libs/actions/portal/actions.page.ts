import { Component, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import {
  ActionQuery,
  type ActionSummary,
  type BulkDone,
  type BulkUndoRow,
  actionFileFormats,
  actionSorts,
} from '@samverkan/actions/contract';
import { CountyMap, type MapFigure, GeographyData } from '@samverkan/geography/portal';
import { SessionStore } from '@samverkan/identity/portal';
import { ExportMenu, ListFrame, listState, Status, VisibilityBadge, withoutPlace } from '@samverkan/reading/portal';
import { HumanDatePipe, Icon, keepLatest, PageHead, plural, reloadOn, Time, Toasts } from '@samverkan/shared/portal';
import { ActionFilters } from './action-filters';
import { ActionViews } from './action-views';
import { actionsWords } from './actions-words';
import { ActionRequests, actionList, actionsOverview } from './actions.data';
import { BulkDialog } from './bulk-dialog';
import { PickedActions } from './picked-actions';
import { PlaceWords } from './place-words';

type Sort = ActionQuery['sort'];

/** What goes on: every action the person may see, filtered, sorted and paged by the address. */
@Component({
  selector: 'sam-actions-page',
  templateUrl: './actions.page.html',
  imports: [
    ActionFilters,
    ActionViews,
    BulkDialog,
    CountyMap,
    ExportMenu,
    HumanDatePipe,
    Icon,
    ListFrame,
    PageHead,
    RouterLink,
    Status,
    Time,
    TranslocoDirective,
    VisibilityBadge,
  ],
})
export class ActionsPage {
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly geography = inject(GeographyData);
  private readonly store = inject(SessionStore);
  private readonly countyCodes = computed(() => this.store.acting()?.countyCodes ?? []);
  private readonly overviewSource = actionsOverview();
  protected readonly overview = keepLatest(this.overviewSource);
  protected readonly places = inject(PlaceWords);
  protected readonly state = listState(ActionQuery);
  protected readonly source = actionList(this.state.params);
  protected readonly page = keepLatest(this.source);
  protected readonly plural = plural;
  protected readonly formats = actionFileFormats;
  /** Without words there is no best answer: the list stands by its latest change. */
  protected readonly sort = computed<Sort>(() => {
    const { q, sort } = this.state.query();
    return sort === 'match' && !q ? 'changed' : sort;
  });
  protected readonly sorts = computed(() => actionSorts.filter((sort) => sort !== 'match' || this.state.query().q));
  protected readonly address = computed(() => {
    const params = new URLSearchParams(this.state.params()).toString();
    return `/insatser${params ? `?${params}` : ''}`;
  });
  private readonly requests = inject(ActionRequests);
  protected readonly picked = new PickedActions();
  protected readonly changing = signal(false);
  protected readonly mayWrite = computed(() =>
    ['coordinator', 'partner', 'county_staff', 'county_admin'].includes(this.store.acting()?.role ?? ''),
  );
  protected readonly total = computed(() => `${this.page()?.total ?? 0}${this.page()?.capped ? '+' : ''}`);
  protected readonly pageIds = computed(() => (this.page()?.items ?? []).map(({ id }) => id));
  protected readonly wholePage = computed(() => this.pageIds().every((id) => this.picked.has(id)));
  protected readonly pickedOf = computed(() => {
    if (!this.picked.all()) return { ids: this.picked.list() };
    const { sort: _sort, order: _order, ...filter } = withoutPlace(this.state.params());
    return { filter };
  });
  protected readonly county = computed(() => this.countyCodes()[0]);

  private readonly language = toSignal(this.transloco.selectTranslate<string>('list.heading', {}, actionsWords));
  protected readonly figures = computed<MapFigure[]>(() => {
    this.language();
    const open = new Map(this.overview()?.municipalities.map((one) => [one.code, one.open]));
    return (this.geography.county(this.county() ?? '')?.municipalities ?? []).map(({ code, name }) => {
      const value = open.get(code) ?? 0;
      return {
        code,
        name,
        value,
        words: this.transloco.translate(plural('actions.map.words', value), { name, count: value }),
      };
    });
  });

  constructor() {
    reloadOn('actions', this.source, this.overviewSource);
  }

  protected readonly mapLink = (code: string): Record<string, string> => ({
    municipality: code,
    status: 'planned,ongoing,paused',
  });

  protected sortBy(sort: Sort): void {
    const now = this.sort();
    const { order } = this.state.query();
    if (sort === 'match') return this.state.patch({ sort, order: 'desc' });
    const first = sort === 'changed' ? 'desc' : 'asc';
    this.state.patch({ sort, order: sort !== now ? first : order === 'asc' ? 'desc' : 'asc' });
  }

  protected ariaSort(sort: Sort): 'ascending' | 'descending' | null {
    const { order } = this.state.query();
    return sort !== this.sort() ? null : order === 'asc' ? 'ascending' : 'descending';
  }

  protected goalNumbers(action: ActionSummary): string {
    return [...new Set(action.goals.map((goal) => goal.number))].join(', ');
  }

  protected ownerNames(action: ActionSummary): string {
    return action.owners.map((owner) => owner.name).join(', ');
  }

  protected async changed({ changed, refused, undo }: BulkDone): Promise<void> {
    this.changing.set(false);
    this.picked.end();
    this.source.reload();
    const words = this.transloco.translate<string>(plural('actions.bulk.done', changed), { count: changed });
    const rest =
      refused.length > 0 ? ` ${this.transloco.translate('actions.bulk.left', { count: refused.length })}` : '';
    const back = { label: this.transloco.translate<string>('actions.undo'), run: () => void this.takeBack(undo) };
    await this.toasts.show(words + rest, undo.length > 0 ? back : undefined);
  }

  protected async copyLink(): Promise<void> {
    await navigator.clipboard.writeText(location.origin + this.address());
    await this.toasts.show(this.transloco.translate('actions.list.copied'));
  }

  private async takeBack(rows: readonly BulkUndoRow[]): Promise<void> {
    const { changed, refused } = await this.requests.undoBulk(rows);
    this.source.reload();
    const words = this.transloco.translate<string>(plural('actions.bulk.undone', changed), { count: changed });
    const rest =
      refused.length > 0 ? ` ${this.transloco.translate('actions.bulk.left', { count: refused.length })}` : '';
    await this.toasts.show(words + rest);
  }
}
