import { Component, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Dialog, PartyPicker } from '@samverkan/writing/portal';

/** Another party has told the county board that it has the same question. */
@Component({
  selector: 'sam-join-for-dialog',
  template: `<ng-container *transloco="let t"
    ><sam-dialog #dialog [heading]="t('questions.join-for')" (closed)="closed.emit()">
      <div class="form">
        <sam-party-picker
          [label]="t('questions.join-for.who')"
          [help]="t('questions.join-for.help')"
          [value]="party()"
          (valueChange)="party.set($event)"
        />
      </div>
      <div class="acts">
        <button type="button" class="btn line" (click)="dialog.close()">{{ t('questions.let-be') }}</button>
        <button type="button" class="btn fill" [attr.aria-disabled]="!party()" (click)="send()">
          {{ t('questions.join-for.send') }}
        </button>
      </div>
    </sam-dialog></ng-container
  >`,
  imports: [Dialog, PartyPicker, TranslocoDirective],
})
export class JoinForDialog {
  readonly chosen = output<string>();
  readonly closed = output();
  protected readonly party = signal('');

  protected send(): void {
    if (this.party()) this.chosen.emit(this.party());
  }
}
