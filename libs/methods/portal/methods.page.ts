import { Component, type Signal, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { GeographyData } from '@samverkan/geography/portal';
import { SessionStore } from '@samverkan/identity/portal';
import {
  MethodQuery,
  type MethodSummary,
  evidenceStates,
  methodFormats,
  methodSorts,
  methodStatuses,
} from '@samverkan/methods/contract';
import { type Choice, ExportMenu, FilterMenu, ListFrame, ListSearch, listState } from '@samverkan/reading/portal';
import { Icon, PageHead, Time, keepLatest, plural, reloadOn } from '@samverkan/shared/portal';
import type { VocabularyName } from '@samverkan/vocabularies/contract';
import { TermLists } from '@samverkan/vocabularies/portal';
import { MethodState } from './method-state';
import { methodList } from './methods.data';
import { methodsWords } from './methods-words';

type Sort = MethodQuery['sort'];
type Toggle = 'mine' | 'ours' | 'running' | 'stale';

/** Which methods there are: filtered, sorted and paged by the address. */
@Component({
  selector: 'sam-methods-page',
  templateUrl: './methods.page.html',
  styleUrl: './methods.page.scss',
  imports: [
    ExportMenu,
    FilterMenu,
    Icon,
    ListFrame,
    ListSearch,
    MethodState,
    PageHead,
    RouterLink,
    Time,
    TranslocoDirective,
  ],
})
export class MethodsPage {
  private readonly transloco = inject(TranslocoService);
  private readonly geography = inject(GeographyData);
  private readonly store = inject(SessionStore);
  private readonly terms = inject(TermLists);
  private readonly loaded = toSignal(this.transloco.selectTranslate<string>('list.heading', {}, methodsWords));
  protected readonly state = listState(MethodQuery);
  protected readonly source = methodList(this.state.params);
  protected readonly page = keepLatest(this.source);
  protected readonly sorts = methodSorts;
  protected readonly formats = methodFormats;
  protected readonly plural = plural;
  private readonly role = computed(() => this.store.acting()?.role ?? '');
  protected readonly mayEnter = computed(() => ['county_staff', 'county_admin'].includes(this.role()));
  protected readonly toggles = computed((): Toggle[] => [
    ...(['coordinator', 'partner', 'county_staff', 'county_admin'].includes(this.role())
      ? (['ours', 'running'] as const)
      : []),
    ...(this.mayEnter() ? (['mine', 'stale'] as const) : []),
  ]);
  /** The four lists by which a method is chosen. */
  protected readonly lists = computed(() =>
    (['targetGroup', 'form', 'phase', 'profession'] as const satisfies readonly VocabularyName[]).map((name) => ({
      name,
      value: this.state.query()[name] ?? [],
      choices: this.terms.choices(name, this.state.query()[name] ?? []),
    })),
  );
  protected readonly evidence: Signal<readonly Choice[]> = computed(() => this.choices('evidence', evidenceStates));
  protected readonly statuses: Signal<readonly Choice[]> = computed(() => this.choices('status', methodStatuses));
  protected readonly training: Signal<readonly Choice[]> = computed(() => this.choices('training', ['true', 'false']));
  /** Of the reader's own counties; who has none chooses among all. */
  protected readonly municipalities = computed<readonly Choice[]>(() => {
    const own = this.store.acting()?.countyCodes ?? [];
    return this.geography
      .counties()
      .filter(({ code }) => own.length === 0 || own.includes(code))
      .flatMap(({ municipalities }) => municipalities.map(({ code, name }) => ({ value: code, label: name })));
  });

  constructor() {
    reloadOn('methods', this.source);
  }

  /** The first of what it is for. */
  protected told({ purpose }: MethodSummary): string {
    return purpose.length > 160 ? `${purpose.slice(0, 160).replace(/\s\S*$/, '')} …` : purpose;
  }

  protected toggle(name: Toggle): void {
    this.state.patch({ [name]: this.state.query()[name] ? undefined : true });
  }

  protected choose(name: VocabularyName, chosen: readonly string[]): void {
    this.state.patch({ [name]: [...chosen] });
  }

  protected setTraining(chosen: readonly string[]): void {
    const [only, other] = chosen;
    this.state.patch({ training: only && !other ? only === 'true' : undefined });
  }

  protected sortBy(sort: Sort): void {
    const { sort: now, order } = this.state.query();
    const first = sort === 'uses' || sort === 'changed' ? 'desc' : 'asc';
    this.state.patch({ sort, order: sort !== now ? first : order === 'asc' ? 'desc' : 'asc' });
  }

  protected ariaSort(sort: Sort): 'ascending' | 'descending' | null {
    const { sort: now, order } = this.state.query();
    return sort !== now ? null : order === 'asc' ? 'ascending' : 'descending';
  }

  private choices(kind: 'evidence' | 'status' | 'training', values: readonly string[]): Choice[] {
    this.loaded();
    const keys = { evidence: 'methods.evidence.', status: 'methods.status.', training: 'methods.training.' };
    return values.map((value) => ({ value, label: this.transloco.translate(`${keys[kind]}${value}`) }));
  }
}
