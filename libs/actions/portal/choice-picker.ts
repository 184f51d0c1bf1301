import { Component, input, output } from '@angular/core';
import { MatAutocomplete, MatAutocompleteTrigger, MatOption } from '@angular/material/autocomplete';
import { TranslocoDirective } from '@jsverse/transloco';
import { type Choice } from '@samverkan/reading/portal';
import { Icon } from '@samverkan/shared/portal';
import { FieldError } from '@samverkan/writing/portal';

/** A choice, and what tells it from others of the same name. */
export interface PickerChoice extends Choice {
  hint?: string;
}

let made = 0;

/** Picks among things that exist: a search field with its answers, and what is chosen as chips to take away. */
@Component({
  selector: 'sam-choice-picker',
  templateUrl: './choice-picker.html',
  imports: [FieldError, Icon, MatAutocomplete, MatAutocompleteTrigger, MatOption, TranslocoDirective],
})
export class ChoicePicker {
  readonly label = input.required<string>();
  readonly placeholder = input.required<string>();
  readonly help = input.required<string>();
  readonly optional = input(false);
  readonly suggested = input(false);
  readonly chosen = input.required<readonly PickerChoice[]>();
  readonly found = input.required<readonly PickerChoice[]>();
  readonly errors = input<readonly { kind: string; message?: string }[]>([]);
  readonly wanted = output<string>();
  readonly picked = output<string>();
  readonly removed = output<string>();
  protected readonly id = `sam-picker-${++made}`;

  protected pick(value: string, field: HTMLInputElement): void {
    field.value = '';
    this.picked.emit(value);
    this.wanted.emit('');
  }

  /** The next thing to do is to search again, and the pressed chip is gone. */
  protected remove(value: string, field: HTMLInputElement): void {
    this.removed.emit(value);
    field.focus();
  }

  protected readonly nothing = (): string => '';
}
