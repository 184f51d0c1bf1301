import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { GeographyData } from '@samverkan/geography/portal';
import { SessionStore } from '@samverkan/identity/portal';
import { ReachInput } from '@samverkan/learning/contract';
import { Icon, ProblemWords, Toasts } from '@samverkan/shared/portal';
import { TermLists } from '@samverkan/vocabularies/portal';
import { OfferRequests, enteredOf } from './learning.data';

interface Line {
  profession: string;
  municipalityCode: string;
  count: string;
}

/** Those who came without having registered, counted by hand. */
@Component({
  selector: 'sam-entered-reach',
  templateUrl: './entered-reach.html',
  imports: [Icon, TranslocoDirective],
})
export class EnteredReach {
  readonly offerId = input.required<string>();
  readonly sessionId = input.required<string>();
  private readonly requests = inject(OfferRequests);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly geography = inject(GeographyData);
  private readonly store = inject(SessionStore);
  private readonly terms = inject(TermLists);
  private readonly source = enteredOf(this.offerId, this.sessionId);
  protected readonly lines = linkedSignal<Line[]>(() =>
    (this.source.hasValue() ? this.source.value().entries : []).map(({ profession, municipalityCode, count }) => ({
      profession: profession ?? '',
      municipalityCode: municipalityCode ?? '',
      count: String(count),
    })),
  );
  protected readonly problem = signal<string | null>(null);
  protected readonly professions = computed(() => this.terms.choices('profession'));
  protected readonly municipalities = computed(() =>
    (this.store.acting()?.countyCodes ?? []).flatMap((code) => this.geography.county(code)?.municipalities ?? []),
  );

  protected set(at: number, change: Partial<Line>): void {
    this.lines.update((lines) => lines.map((line, n) => (n === at ? { ...line, ...change } : line)));
  }

  protected add(): void {
    this.lines.update((lines) => [...lines, { profession: '', municipalityCode: '', count: '' }]);
  }

  protected remove(at: number): void {
    this.lines.update((lines) => lines.filter((_, n) => n !== at));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.problem.set(null);
    const read = ReachInput.safeParse({
      entries: this.lines()
        .filter(({ count }) => count.trim() !== '')
        .map(({ profession, municipalityCode, count }) => ({
          profession: profession || null,
          municipalityCode: municipalityCode || null,
          count: Number(count),
        })),
    });
    if (!read.success) {
      const custom = read.error.issues.find(({ code }) => code === 'custom');
      this.problem.set(this.words.code(custom?.message ?? 'input.invalid'));
      return;
    }
    try {
      await this.requests.enterReach(this.offerId(), this.sessionId(), read.data.entries);
      await this.toasts.show(this.transloco.translate('learning.entered.saved'));
    } catch (error) {
      this.problem.set(this.words.of(error));
    }
  }
}
