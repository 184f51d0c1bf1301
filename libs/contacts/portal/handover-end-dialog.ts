import { Component, inject, output, signal } from '@angular/core';
import { FormField, form, maxLength, minLength, submit } from '@angular/forms/signals';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { HandoverDecisionInput } from '@samverkan/contacts/contract';
import { Dialog, GuardedText } from '@samverkan/writing/portal';

/** Why it is ended: stands on the thing itself, where its partners read it. */
@Component({
  selector: 'sam-handover-end-dialog',
  template: `<ng-container *transloco="let t"
    ><sam-dialog #dialog [heading]="t('contacts.handover.end.heading')" (closed)="closed.emit()">
      <form class="form" novalidate (submit)="send($event, reason.blocked())">
        <sam-guarded-text
          #reason
          lines="one"
          [label]="t('contacts.handover.end.reason')"
          [help]="t('contacts.handover.end.help')"
          [formField]="fields.reason"
        />
        <div class="acts">
          <button type="button" class="btn line" (click)="dialog.close()">{{ t('contacts.dialog.back') }}</button>
          <button type="submit" class="btn fill" [attr.aria-disabled]="reason.blocked()">
            {{ t('contacts.handover.close') }}
          </button>
        </div>
      </form>
    </sam-dialog></ng-container
  >`,
  imports: [Dialog, FormField, GuardedText, TranslocoDirective],
})
export class HandoverEndDialog {
  readonly chosen = output<Pick<HandoverDecisionInput, 'reason' | 'guardConfirmed'>>();
  readonly closed = output();
  private readonly model = signal({
    reason: inject(TranslocoService).translate<string>('contacts.handover.end.standard'),
  });
  protected readonly fields = form(this.model, (path) => {
    minLength(path.reason, 3);
    maxLength(path.reason, 300);
  });

  protected async send(event: Event, blocked: boolean): Promise<void> {
    event.preventDefault();
    if (blocked) return;
    await submit(this.fields, () => {
      this.chosen.emit({ reason: this.model().reason.trim(), guardConfirmed: [] });
      return Promise.resolve(undefined);
    });
  }
}
