import { Component, input, linkedSignal, output } from '@angular/core';
import { FormField, form, submit, validateStandardSchema } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { EndMembershipInput, type Person } from '@samverkan/identity/contract';
import { today } from '@samverkan/shared/portal';
import { Dialog, FieldError } from '@samverkan/writing/portal';

/** Ends a membership after a day; today unless another is chosen. */
@Component({
  selector: 'sam-end-membership-dialog',
  template: `<ng-container *transloco="let t"
    ><sam-dialog #dialog [heading]="t('identity.people.end.heading')" (closed)="closed.emit()">
      <form class="form" novalidate (submit)="send($event)">
        <p>
          {{
            t('identity.people.end.intro', {
              name: person().name,
              title: person().title,
              organization: person().organization.name,
            })
          }}
        </p>
        <p>{{ t('identity.people.end.work', { organization: person().organization.name }) }}</p>
        <div class="field">
          <label for="end-day">{{ t('identity.people.end.day') }}</label>
          <input
            class="in"
            id="end-day"
            type="date"
            aria-describedby="end-day-error"
            [attr.aria-invalid]="fields.lastDay().touched() && fields.lastDay().invalid()"
            [formField]="fields.lastDay"
          />
          <sam-field-error
            id="end-day-error"
            [errors]="fields.lastDay().errors()"
            [shown]="fields.lastDay().touched()"
          />
        </div>
        <div class="acts">
          <button type="button" class="btn line" (click)="dialog.close()">{{ t('identity.people.end.back') }}</button>
          <button type="submit" class="btn fill">{{ t('identity.people.end.send') }}</button>
        </div>
      </form>
    </sam-dialog></ng-container
  >`,
  imports: [Dialog, FieldError, FormField, TranslocoDirective],
})
export class EndMembershipDialog {
  readonly person = input.required<Person>();
  readonly chosen = output<string>();
  readonly closed = output();
  private readonly model = linkedSignal(() => ({ lastDay: this.person().validTo ?? today() }));
  protected readonly fields = form(this.model, (path) => validateStandardSchema(path, EndMembershipInput));

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    await submit(this.fields, () => {
      this.chosen.emit(this.model().lastDay);
      return Promise.resolve(undefined);
    });
  }
}
