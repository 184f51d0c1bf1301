import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { GeographyData } from '@samverkan/geography/portal';
import { type CompletionImport, type Offer, evaluationQuestions } from '@samverkan/learning/contract';
import { HumanPeriodPipe } from '@samverkan/reading/portal';
import { HumanDatePipe, Icon, Language, ProblemWords, Toasts, keepLatest, reloadOn } from '@samverkan/shared/portal';
import { TermLists } from '@samverkan/vocabularies/portal';
import { OfferRequests, evaluationOf, reachOf } from './learning.data';
import { TakeBackDialog } from './take-back-dialog';

/** How many came, of how many and whose number that is, by profession and municipality. Small numbers are hidden before they come here. */
@Component({
  selector: 'sam-offer-reach',
  templateUrl: './offer-reach.html',
  styles: 'h3 { margin-block: var(--sam-5) var(--sam-2); }',
  imports: [HumanDatePipe, HumanPeriodPipe, Icon, RouterLink, TakeBackDialog, TranslocoDirective],
})
export class OfferReach {
  private readonly terms = inject(TermLists);
  private readonly geography = inject(GeographyData);
  private readonly language = inject(Language);
  private readonly transloco = inject(TranslocoService);
  private readonly requests = inject(OfferRequests);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  protected readonly problem = signal<string | null>(null);
  /** The sheet that she is asked about before it is taken back. */
  protected readonly asked = signal<CompletionImport | null>(null);
  protected readonly busy = signal(false);
  readonly offer = input.required<Offer>();
  private readonly source = reachOf(() => this.offer().id);
  protected readonly reach = keepLatest(this.source);
  /** Asked for where somebody may have answered, and by those who hold it. */
  private readonly evaluationSource = evaluationOf(() => {
    const { id, allowed, sessions } = this.offer();
    return allowed.host && sessions.some(({ past }) => past) ? id : undefined;
  });
  protected readonly evaluation = keepLatest(this.evaluationSource);
  protected readonly means = computed(() =>
    (this.evaluation()?.means ?? []).map((mean, at) => ({
      question: evaluationQuestions[at] ?? 'useful',
      mean: mean.toLocaleString(this.language.current(), { minimumFractionDigits: 1 }),
    })),
  );
  /** What is to be done where nobody is counted yet. */
  protected readonly none = computed(() => {
    const { allowed, kind } = this.offer();
    if (!allowed.host) return 'learning.reach.none';
    return kind === 'web_course' ? 'learning.reach.none.course' : 'learning.reach.none.host';
  });
  protected readonly formats = ['xlsx', 'csv'] as const;
  /** "14 av ca 40". */
  protected readonly sentence = computed(() => {
    const reach = this.reach();
    if (!reach) return '';
    const total = reach.total ?? this.transloco.translate<string>('learning.reach.few');
    if (reach.of === null) return this.transloco.translate<string>('learning.reach.total', { total });
    return this.transloco.translate<string>(reach.about ? 'learning.reach.of-about' : 'learning.reach.of', {
      total,
      of: reach.of,
    });
  });

  constructor() {
    reloadOn('learning', this.source);
  }

  /** All that a sheet brought is away again. */
  protected async takeBack(importId: string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.requests.takeBackImport(this.offer().id, importId);
      await this.toasts.show(this.transloco.translate('learning.completions.undone'));
    } catch (error) {
      this.problem.set(this.words.of(error));
    } finally {
      this.busy.set(false);
      this.asked.set(null);
    }
    this.source.reload();
  }

  protected profession(code: string | null): string {
    return code === null ? this.transloco.translate('learning.reach.unknown') : this.terms.word('profession', code);
  }

  protected municipality(code: string | null): string {
    return code === null ? this.transloco.translate('learning.reach.unknown') : this.geography.name(code);
  }

  protected file(format: string): string {
    return `/api/offers/${this.offer().id}/reach/export?format=${format}&lang=${this.language.current()}`;
  }
}
