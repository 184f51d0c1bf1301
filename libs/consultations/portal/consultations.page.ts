import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { HumanDatePipe, PageHead, ProblemWords, keepLatest, plural, reloadOn } from '@samverkan/shared/portal';
import { consultationList } from './consultations.data';

/** The rounds: those one is asked in, and those one asks in. */
@Component({
  selector: 'sam-consultations-page',
  templateUrl: './consultations.page.html',
  imports: [HumanDatePipe, PageHead, RouterLink, TranslocoDirective],
})
export class ConsultationsPage {
  private readonly words = inject(ProblemWords);
  protected readonly plural = plural;
  protected readonly source = consultationList();
  private readonly list = keepLatest(this.source);
  protected readonly groups = computed(() => {
    const items = this.list()?.items;
    if (!items) return undefined;
    const toAnswer = items.filter(({ answer, status }) => answer && !answer.sentAt && status === 'open');
    return {
      toAnswer,
      answered: items.filter((one) => one.answer && !toAnswer.includes(one)),
      asked: items.filter(({ asked }) => asked),
    };
  });
  protected readonly problem = computed(() => {
    const error = this.source.error();
    return error ? this.words.of(error) : null;
  });

  constructor() {
    reloadOn('consultations', this.source);
  }
}
