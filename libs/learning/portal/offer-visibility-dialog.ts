import { Component, input, linkedSignal, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Visibility } from '@samverkan/shared/contract';
import { Dialog } from '@samverkan/writing/portal';
import { VisibilityChoice } from './visibility-choice';

/** Widens or narrows who sees it. */
@Component({
  selector: 'sam-offer-visibility-dialog',
  template: `<ng-container *transloco="let t"
    ><sam-dialog #dialog [heading]="t('learning.visibility.change')" (closed)="closed.emit()">
      <div class="form"><sam-offer-visibility [(value)]="value" /></div>
      <div class="acts">
        <button type="button" class="btn line" (click)="dialog.close()">{{ t('learning.let-be') }}</button>
        <button type="button" class="btn fill" (click)="chosen.emit(value())">{{ t('learning.save') }}</button>
      </div>
    </sam-dialog></ng-container
  >`,
  imports: [Dialog, TranslocoDirective, VisibilityChoice],
})
export class OfferVisibilityDialog {
  readonly visibility = input.required<Visibility>();
  readonly chosen = output<Visibility>();
  readonly closed = output();
  protected readonly value = linkedSignal(() => this.visibility());
}
