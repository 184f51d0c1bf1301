import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { ActionView, SavedFilter } from '@samverkan/actions/contract';
import { SessionStore } from '@samverkan/identity/portal';
import { type AddressValues } from '@samverkan/reading/portal';
import { Icon, ProblemWords, Toasts, keepLatest } from '@samverkan/shared/portal';
import { SavedFilterDialog } from './saved-filter-dialog';
import { type SavedChange, SavedFilterRequests, savedFilters } from './saved-filters.data';
import { SavedFilterList } from './saved-filter-list';
import { pathOf } from './view-paths';

/** So many stand as chips; all of them are in the dialog. */
const mostChips = 8;

/** What has been kept of earlier choices, one press away; and the present one kept under a name. */
@Component({
  selector: 'sam-saved-filter-chips',
  templateUrl: './saved-filter-chips.html',
  styleUrl: './saved-filter-chips.scss',
  imports: [Icon, RouterLink, SavedFilterDialog, SavedFilterList, TranslocoDirective],
})
export class SavedFilterChips {
  private readonly requests = inject(SavedFilterRequests);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ProblemWords);
  private readonly store = inject(SessionStore);
  readonly at = input.required<ActionView>();
  /** The present choice, in the words of the address. */
  readonly chosen = input.required<AddressValues>();
  protected readonly source = savedFilters();
  private readonly latest = keepLatest(this.source);
  protected readonly items = computed(() => this.latest()?.items ?? []);
  protected readonly chips = computed(() =>
    this.items()
      .slice(0, mostChips)
      .map((filter) => ({ filter, path: pathOf(filter.view), here: this.isHere(filter) })),
  );
  /** Something is chosen that has no name yet. */
  protected readonly unnamed = computed(
    () =>
      Object.keys(this.chosen()).some((name) => name !== 'sort' && name !== 'order') &&
      !this.items().some((filter) => this.isHere(filter)),
  );
  protected readonly mayShare = computed(() =>
    ['coordinator', 'partner', 'county_staff', 'county_admin'].includes(this.store.acting()?.role ?? ''),
  );
  protected readonly naming = signal<{ filter: SavedFilter | null } | null>(null);
  protected readonly listing = signal(false);
  protected readonly problem = signal<string | null>(null);

  protected async named(filter: SavedFilter): Promise<void> {
    this.naming.set(null);
    this.source.reload();
    await this.toasts.show(this.transloco.translate('actions.saved.done', { name: filter.name }));
  }

  protected async change(filter: SavedFilter, change: SavedChange): Promise<void> {
    if (await this.tried(() => this.requests.change(filter, change)))
      await this.toasts.show(this.transloco.translate('actions.saved.done', { name: filter.name }));
  }

  protected async remove(filter: SavedFilter): Promise<void> {
    if (!(await this.tried(() => this.requests.remove(filter)))) return;
    await this.toasts.show(this.transloco.translate('actions.saved.removed', { name: filter.name }), {
      label: this.transloco.translate('actions.undo'),
      run: () => void this.tried(() => this.requests.restore(filter)),
    });
  }

  private async tried(deed: () => Promise<unknown>): Promise<boolean> {
    this.problem.set(null);
    try {
      await deed();
      return true;
    } catch (error) {
      this.problem.set(this.words.of(error));
      return false;
    } finally {
      this.source.reload();
    }
  }

  private isHere({ view, choice }: SavedFilter): boolean {
    const chosen = this.chosen();
    const names = Object.keys(choice);
    return (
      view === this.at() &&
      names.length === Object.keys(chosen).length &&
      names.every((name) => chosen[name] === choice[name])
    );
  }
}
