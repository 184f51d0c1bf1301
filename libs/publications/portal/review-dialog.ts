import { Component, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { today } from '@samverkan/shared/portal';
import { Dialog } from '@samverkan/writing/portal';

/** It is right as it stands: when to look again, a year from now unless another day is chosen. */
@Component({
  selector: 'sam-review-dialog',
  template: `<ng-container *transloco="let t"
    ><sam-dialog #dialog [heading]="t('publications.review.heading')" (closed)="closed.emit()">
      <div class="form">
        <p>{{ t('publications.review.help') }}</p>
        <div class="field">
          <label for="publication-review-on">{{ t('publications.field.reviewOn') }}</label>
          <input
            #field
            class="in"
            id="publication-review-on"
            type="date"
            [min]="now"
            [value]="day()"
            (input)="day.set(field.value)"
          />
        </div>
      </div>
      <div class="acts">
        <button type="button" class="btn line" (click)="dialog.close()">{{ t('publications.back-out') }}</button>
        <button type="button" class="btn fill" (click)="reviewed.emit(day())">{{ t('publications.review.do') }}</button>
      </div>
    </sam-dialog></ng-container
  >`,
  imports: [Dialog, TranslocoDirective],
})
export class ReviewDialog {
  readonly reviewed = output<string>();
  readonly closed = output();
  protected readonly now = today();
  protected readonly day = signal(nextYear(this.now));
}

const nextYear = (day: string): string =>
  `${Number(day.slice(0, 4)) + 1}${day.slice(4) === '-02-29' ? '-02-28' : day.slice(4)}`;
