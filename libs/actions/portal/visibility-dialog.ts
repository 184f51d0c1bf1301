import { Component, input, linkedSignal, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Action } from '@samverkan/actions/contract';
import type { Visibility } from '@samverkan/shared/contract';
import { Dialog } from '@samverkan/writing/portal';
import { audienceOf } from './actions.data';
import { VisibilityRadios } from './visibility-radios';

/** Widens or narrows who sees the action, with the parties named before the choice is made. */
@Component({
  selector: 'sam-visibility-dialog',
  template: `<ng-container *transloco="let t"
    ><sam-dialog #dialog [heading]="t('actions.visibility.heading')" (closed)="closed.emit()">
      <p class="muted">{{ t('actions.visibility.intro') }}</p>
      <div class="form">
        <sam-visibility-radios [(value)]="value" [preview]="audience.value()" />
      </div>
      <div class="acts">
        <button type="button" class="btn line" (click)="dialog.close()">{{ t('actions.dialog.back') }}</button>
        <button type="button" class="btn fill" (click)="chosen.emit(value())">
          {{ t('actions.visibility.show.' + value()) }}
        </button>
      </div>
    </sam-dialog></ng-container
  >`,
  imports: [Dialog, TranslocoDirective, VisibilityRadios],
})
export class VisibilityDialog {
  readonly action = input.required<Action>();
  readonly chosen = output<Visibility>();
  readonly closed = output();
  protected readonly value = linkedSignal(() => this.action().visibility);
  protected readonly audience = audienceOf(() => this.action().id);
}
