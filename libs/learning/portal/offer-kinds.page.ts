import { Component, computed, inject, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { GeographyData } from '@samverkan/geography/portal';
import { SessionStore } from '@samverkan/identity/portal';
import { type OfferKind, type OfferSubKind, type OfferSubKinds, offerKinds } from '@samverkan/learning/contract';
import { LoadState } from '@samverkan/reading/portal';
import { Icon, PageHead, ProblemWords, keepLatest, newIdempotencyKey } from '@samverkan/shared/portal';
import { GuardedText } from '@samverkan/writing/portal';
import { OfferRequests, subKinds } from './learning.data';

/** The county's own words under the five kinds: made, renamed and closed by its administrators. */
@Component({
  selector: 'sam-offer-kinds-page',
  templateUrl: './offer-kinds.page.html',
  imports: [GuardedText, Icon, LoadState, PageHead, TranslocoDirective],
})
export class OfferKindsPage {
  private readonly requests = inject(OfferRequests);
  private readonly words = inject(ProblemWords);
  private readonly geography = inject(GeographyData);
  private readonly store = inject(SessionStore);
  private readonly text = viewChild(GuardedText);
  protected readonly source = subKinds();
  private readonly all = keepLatest(this.source);
  protected readonly kinds = offerKinds;
  protected readonly kind = signal<OfferKind>('training_day');
  protected readonly name = signal('');
  protected readonly renaming = signal<string | null>(null);
  protected readonly problem = signal<string | null>(null);
  protected readonly mayMake = computed(() => this.store.acting()?.role === 'county_admin');
  protected readonly items = computed(() => this.all()?.items);

  protected of(kind: OfferKind): readonly OfferSubKind[] {
    return this.items()?.filter((one) => one.kind === kind) ?? [];
  }

  protected county(code: string): string {
    return this.geography.name(code);
  }

  protected async make(event: Event): Promise<void> {
    event.preventDefault();
    const countyCode = this.store.acting()?.countyCodes[0];
    if (!countyCode || this.text()?.blocked() || this.name().trim().length < 2) return;
    const input = { kind: this.kind(), name: this.name().trim(), countyCode };
    if (await this.doing(() => this.requests.makeKind(input, newIdempotencyKey()))) this.name.set('');
  }

  protected async rename({ id }: OfferSubKind, name: string): Promise<void> {
    if (name.trim().length < 2) return;
    if (await this.doing(() => this.requests.changeKind(id, { name: name.trim() }))) this.renaming.set(null);
  }

  protected close({ id, closed }: OfferSubKind): void {
    void this.doing(() => this.requests.changeKind(id, { closed: !closed }));
  }

  private async doing(deed: () => Promise<OfferSubKinds>): Promise<boolean> {
    this.problem.set(null);
    try {
      this.source.set(await deed());
      return true;
    } catch (error) {
      this.problem.set(this.words.of(error));
      return false;
    }
  }
}
