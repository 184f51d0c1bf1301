import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { SessionStore } from '@samverkan/identity/portal';
import { FaqQuery } from '@samverkan/questions/contract';
import { FilterMenu, ListFrame, ListSearch, listState } from '@samverkan/reading/portal';
import { HumanDatePipe, Icon, PageHead, keepLatest, reloadOn } from '@samverkan/shared/portal';
import { faqList } from './faq.data';
import { QuestionTerms } from './question-terms';

/** What has been asked and answered before, in words for all. */
@Component({
  selector: 'sam-answers-page',
  templateUrl: './answers.page.html',
  imports: [FilterMenu, HumanDatePipe, Icon, ListFrame, ListSearch, PageHead, RouterLink, TranslocoDirective],
})
export class AnswersPage {
  private readonly store = inject(SessionStore);
  protected readonly terms = inject(QuestionTerms);
  protected readonly state = listState(FaqQuery);
  protected readonly source = faqList(this.state.params);
  protected readonly page = keepLatest(this.source);
  private readonly role = computed(() => this.store.acting()?.role ?? '');
  protected readonly handles = computed(() => ['county_staff', 'county_admin'].includes(this.role()));
  protected readonly mayAsk = computed(() => this.handles() || ['coordinator', 'partner'].includes(this.role()));

  constructor() {
    reloadOn('questions', this.source);
  }
}
