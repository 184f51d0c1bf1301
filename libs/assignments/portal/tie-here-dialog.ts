import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { SessionStore } from '@samverkan/identity/portal';
import { keepLatest } from '@samverkan/shared/portal';
import { assignmentList } from './assignments.data';
import { TieSearch } from './tie-search';

/** Finds the assignment that the goal or the action on the page answers to, among those one's own board keeps or was given. */
@Component({
  selector: 'sam-tie-here-dialog',
  template: `<sam-tie-search
    *transloco="let t"
    [heading]="t('assignments.answers.tie')"
    [label]="t('assignments.search')"
    [none]="t('assignments.answers.tie.none')"
    [found]="found()"
    (words)="wanted.set($event)"
    (chosen)="chosen.emit($event)"
    (closed)="closed.emit()"
  />`,
  imports: [TieSearch, TranslocoDirective],
})
export class TieHereDialog {
  private readonly store = inject(SessionStore);
  private readonly own = computed(() => this.store.acting()?.organization.id);
  /** Those tied already. */
  readonly except = input.required<readonly string[]>();
  readonly chosen = output<string>();
  readonly closed = output();
  protected readonly wanted = signal('');
  private readonly page = keepLatest(
    assignmentList(() => ({ size: '100', sort: 'title', ...(this.wanted() ? { q: this.wanted() } : {}) })),
  );
  protected readonly found = computed(() =>
    (this.page()?.items ?? [])
      .filter(({ organization, boards }) => [organization, ...boards].some((party) => party?.id === this.own()))
      .filter(({ id, status }) => status !== 'closed' && !this.except().includes(id))
      .map(({ id, title, status }) => ({ id, title, status, lang: 'sv' })),
  );
}
