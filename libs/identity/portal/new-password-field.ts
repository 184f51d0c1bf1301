import { Component, input, model, output, signal } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { FieldError } from '@samverkan/writing/portal';

let made = 0;

/** A new password: one field that can be shown, so that nobody need write it twice. */
@Component({
  selector: 'sam-new-password-field',
  template: `<div class="field" *transloco="let t">
    <label [for]="id">{{ label() }}</label>
    <p class="help" [id]="id + '-help'">{{ t('identity.new-password.help') }}</p>
    <div class="with-act">
      <input
        class="in"
        autocomplete="new-password"
        [id]="id"
        [type]="shown() ? 'text' : 'password'"
        [value]="value()"
        [attr.aria-describedby]="id + '-help ' + id + '-error'"
        [class.err]="touched() && errors().length > 0"
        [attr.aria-invalid]="touched() && errors().length > 0"
        (input)="value.set($any($event.target).value)"
        (blur)="touch.emit()"
      />
      <button type="button" class="btn text sm" [attr.aria-pressed]="shown()" (click)="shown.set(!shown())">
        {{ t(shown() ? 'identity.new-password.hide' : 'identity.new-password.show') }}
      </button>
    </div>
    <sam-field-error [id]="id + '-error'" [errors]="errors()" [shown]="touched()" />
  </div>`,
  imports: [FieldError, TranslocoDirective],
})
export class NewPasswordField implements FormValueControl<string> {
  readonly value = model('');
  readonly touched = input(false);
  readonly touch = output<void>();
  readonly errors = input<readonly { kind: string; message?: string }[]>([]);
  readonly label = input.required<string>();
  protected readonly shown = signal(false);
  protected readonly id = `new-password-${made++}`;
}
