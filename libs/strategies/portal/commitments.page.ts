import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { SessionStore } from '@samverkan/identity/portal';
import { Icon, PageHead, ProblemWords, keepLatest, plural, reloadOn } from '@samverkan/shared/portal';
import { Bilingual } from './bilingual';
import { CommitmentDialog } from './commitment-dialog';
import { CommitmentList } from './commitment-list';
import { commitmentsOf } from './commitments.data';

/** A party's commitments, strategy by strategy: what waits to be confirmed first. The acting organisation's own, or another's in the address. */
@Component({
  selector: 'sam-commitments-page',
  templateUrl: './commitments.page.html',
  imports: [Bilingual, CommitmentDialog, CommitmentList, Icon, PageHead, RouterLink, TranslocoDirective],
})
export class CommitmentsPage {
  private readonly store = inject(SessionStore);
  private readonly words = inject(ProblemWords);
  readonly organization = input<string>();
  protected readonly plural = plural;
  protected readonly of = computed(() => this.organization() ?? this.store.acting()?.organization.id);
  protected readonly own = computed(() => this.of() === this.store.acting()?.organization.id);
  private readonly source = commitmentsOf(() => {
    const organization = this.of();
    return organization ? { organization } : undefined;
  });
  protected readonly latest = keepLatest(this.source);
  protected readonly problem = computed(() => (this.source.error() ? this.words.of(this.source.error()) : null));
  protected readonly name = computed(
    () =>
      this.latest()?.items[0]?.organization.name ?? (this.own() ? this.store.acting()?.organization.name : undefined),
  );
  protected readonly waiting = computed(
    () => (this.latest()?.items ?? []).filter(({ confirmedOn, withdrawnOn }) => !confirmedOn && !withdrawnOn).length,
  );
  protected readonly strategies = computed(() => {
    const items = this.latest()?.items ?? [];
    const ids = [...new Set(items.map(({ strategy }) => strategy.id))];
    return ids.flatMap((id) => {
      const of = items.filter(({ strategy }) => strategy.id === id);
      return of[0] ? [{ strategy: of[0].strategy, items: of }] : [];
    });
  });
  protected readonly adding = signal(false);

  constructor() {
    reloadOn('strategies', this.source);
  }

  protected again(): void {
    this.adding.set(false);
    this.source.reload();
  }
}
