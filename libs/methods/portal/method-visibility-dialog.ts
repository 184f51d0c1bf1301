import { Component, input, linkedSignal, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { MethodVisibility } from '@samverkan/methods/contract';
import { Dialog } from '@samverkan/writing/portal';
import { VisibilityChoice } from './visibility-choice';

/** Widens or narrows who sees it, with the new audience in words. */
@Component({
  selector: 'sam-method-visibility-dialog',
  template: `<ng-container *transloco="let t"
    ><sam-dialog #dialog [heading]="t('methods.visibility.change')" (closed)="closed.emit()">
      <div class="form"><sam-method-visibility [(value)]="value" /></div>
      <div class="acts">
        <button type="button" class="btn line" (click)="dialog.close()">{{ t('methods.back-out') }}</button>
        <button type="button" class="btn fill" (click)="chosen.emit(value())">{{ t('methods.save') }}</button>
      </div>
    </sam-dialog></ng-container
  >`,
  imports: [Dialog, TranslocoDirective, VisibilityChoice],
})
export class MethodVisibilityDialog {
  readonly visibility = input.required<MethodVisibility>();
  readonly chosen = output<MethodVisibility>();
  readonly closed = output();
  protected readonly value = linkedSignal(() => this.visibility());
}
