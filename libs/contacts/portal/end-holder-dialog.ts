import { Component, input, output, signal } from '@angular/core';
import { FormField, form, submit, validateStandardSchema } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { type ContactHolder, EndHolderInput } from '@samverkan/contacts/contract';
import { today } from '@samverkan/shared/portal';
import { Dialog, FieldError } from '@samverkan/writing/portal';

/** A holder's last day; today unless another is chosen. */
@Component({
  selector: 'sam-end-holder-dialog',
  template: `<ng-container *transloco="let t"
    ><sam-dialog #dialog [heading]="t('contacts.holder.end.heading')" (closed)="closed.emit()">
      <form class="form" novalidate (submit)="send($event)">
        <p>{{ t('contacts.holder.end.intro') }}</p>
        <div class="field">
          <label for="holder-last">{{ t('contacts.holder.last-day') }}</label>
          <input
            class="in"
            id="holder-last"
            type="date"
            aria-describedby="holder-last-error"
            [min]="holder().validFrom"
            [formField]="fields.lastDay"
          />
          <sam-field-error
            id="holder-last-error"
            [errors]="fields.lastDay().errors()"
            [shown]="fields.lastDay().touched()"
          />
        </div>
        <div class="acts">
          <button type="button" class="btn line" (click)="dialog.close()">{{ t('contacts.dialog.back') }}</button>
          <button type="submit" class="btn fill">{{ t('contacts.holder.end') }}</button>
        </div>
      </form>
    </sam-dialog></ng-container
  >`,
  imports: [Dialog, FieldError, FormField, TranslocoDirective],
})
export class EndHolderDialog {
  readonly holder = input.required<ContactHolder>();
  readonly chosen = output<string>();
  readonly closed = output();
  private readonly model = signal({ lastDay: today() });
  protected readonly fields = form(this.model, (path) => validateStandardSchema(path, EndHolderInput));

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    await submit(this.fields, () => {
      this.chosen.emit(this.model().lastDay);
      return Promise.resolve(undefined);
    });
  }
}
