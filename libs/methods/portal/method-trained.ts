import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { GeographyData } from '@samverkan/geography/portal';
import type { Method, TrainedCell } from '@samverkan/methods/contract';
import { LoadState } from '@samverkan/reading/portal';
import { HumanDatePipe, Icon, keepLatest, reloadOn } from '@samverkan/shared/portal';
import { TermLists } from '@samverkan/vocabularies/portal';
import { trainedOf } from './methods.data';

/** How many are trained, by profession and municipality, of how many and who says so; and where it runs out. Small numbers are hidden before they come here. */
@Component({
  selector: 'sam-method-trained',
  templateUrl: './method-trained.html',
  styleUrl: './method-parts.scss',
  imports: [HumanDatePipe, Icon, LoadState, RouterLink, TranslocoDirective],
})
export class MethodTrainedSection {
  private readonly terms = inject(TermLists);
  private readonly geography = inject(GeographyData);
  private readonly transloco = inject(TranslocoService);
  readonly method = input.required<Method>();
  protected readonly source = trainedOf(() => this.method().id);
  protected readonly trained = keepLatest(this.source);
  /** A number is hidden somewhere in the table. */
  protected readonly hides = computed(() => {
    const all = this.trained();
    return (
      !!all &&
      [...all.totals, all.total, ...all.rows.flatMap(({ cells, total }) => [...cells, total])].some(({ more }) => more)
    );
  });

  constructor() {
    reloadOn('learning', this.source);
    reloadOn('methods', this.source);
  }

  protected cell({ count, more }: TrainedCell): string {
    if (!more) return String(count);
    return count === 0
      ? this.transloco.translate('methods.trained.hidden')
      : this.transloco.translate('methods.trained.at-least', { count });
  }

  protected profession(code: string | null): string {
    return code === null ? this.transloco.translate('methods.trained.unknown') : this.terms.word('profession', code);
  }

  protected municipality(code: string | null): string {
    return code === null ? this.transloco.translate('methods.trained.unknown') : this.geography.name(code);
  }
}
