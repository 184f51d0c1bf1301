import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { HumanPeriodPipe, LoadState } from '@samverkan/reading/portal';
import { HumanDatePipe, Icon, PageHead, keepLatest, reloadOn } from '@samverkan/shared/portal';
import { recurringHere } from './intake.data';

/** What the organisation does again and has not planned the next time of, the first to begin first. */
@Component({
  selector: 'sam-recurring-page',
  templateUrl: './recurring.page.html',
  imports: [HumanDatePipe, HumanPeriodPipe, Icon, LoadState, PageHead, RouterLink, TranslocoDirective],
})
export class RecurringPage {
  protected readonly source = recurringHere();
  protected readonly recurring = keepLatest(this.source);

  constructor() {
    reloadOn('actions', this.source);
  }
}
