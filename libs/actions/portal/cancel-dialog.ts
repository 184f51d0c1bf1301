import { Component, output, signal } from '@angular/core';
import { FormField, form, submit, validateStandardSchema } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { CancelInput } from '@samverkan/actions/contract';
import { Dialog, GuardedText } from '@samverkan/writing/portal';

/** Cancelling needs a reason: the partners read it. */
@Component({
  selector: 'sam-cancel-dialog',
  template: `<ng-container *transloco="let t"
    ><sam-dialog #dialog [heading]="t('actions.cancel.heading')" (closed)="closed.emit()">
      <form class="form" novalidate (submit)="send($event, reason.blocked())">
        <sam-guarded-text
          #reason
          lines="one"
          [label]="t('actions.cancel.reason')"
          [help]="t('actions.cancel.help')"
          [formField]="fields.reason"
        />
        <div class="acts">
          <button type="button" class="btn line" (click)="dialog.close()">{{ t('actions.dialog.back') }}</button>
          <button type="submit" class="btn fill" [attr.aria-disabled]="reason.blocked()">
            {{ t('actions.verb.cancel') }}
          </button>
        </div>
      </form>
    </sam-dialog></ng-container
  >`,
  imports: [Dialog, FormField, GuardedText, TranslocoDirective],
})
export class CancelDialog {
  readonly chosen = output<string>();
  readonly closed = output();
  private readonly model = signal({ reason: '' });
  protected readonly fields = form(this.model, (path) => validateStandardSchema(path, CancelInput));

  protected async send(event: Event, blocked: boolean): Promise<void> {
    event.preventDefault();
    if (blocked) return;
    await submit(this.fields, () => {
      this.chosen.emit(this.model().reason.trim());
      return Promise.resolve(undefined);
    });
  }
}
