import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { SessionStore } from '@samverkan/identity/portal';
import { keepLatest, plural, reloadOn } from '@samverkan/shared/portal';
import type { Strategy } from '@samverkan/strategies/contract';
import { CommitmentDialog } from './commitment-dialog';
import { CommitmentList } from './commitment-list';
import { commitmentsOf } from './commitments.data';

const undertakers = ['coordinator', 'partner', 'county_staff', 'county_admin'];

/** What the parties have undertaken for the goals of a strategy, and one's own. */
@Component({
  selector: 'sam-strategy-commitments',
  templateUrl: './strategy-commitments.html',
  imports: [CommitmentDialog, CommitmentList, RouterLink, TranslocoDirective],
})
export class StrategyCommitments {
  private readonly store = inject(SessionStore);
  readonly strategy = input.required<Strategy>();
  private readonly source = commitmentsOf(() => ({ strategy: this.strategy().id }));
  private readonly latest = keepLatest(this.source);
  protected readonly items = computed(() => this.latest()?.items ?? []);
  protected readonly total = computed(() => this.latest()?.total ?? 0);
  protected readonly standing = computed(() => this.items().filter(({ withdrawnOn }) => withdrawnOn === null));
  protected readonly parties = computed(() => new Set(this.standing().map(({ organization }) => organization.id)).size);
  protected readonly adding = signal(false);
  protected readonly plural = plural;
  protected readonly mayAdd = computed(
    () =>
      undertakers.includes(this.store.acting()?.role ?? '') &&
      this.strategy().status === 'adopted' &&
      this.strategy().countyCodes.length > 0 &&
      this.strategy().goals.length > 0 &&
      !this.strategy().expired,
  );

  constructor() {
    reloadOn('strategies', this.source);
  }

  protected again(): void {
    this.adding.set(false);
    this.source.reload();
  }
}
