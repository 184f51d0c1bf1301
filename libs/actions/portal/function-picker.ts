import { Component, computed, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { ownFunctions } from './actions.data';

/** Which of the organisation's functions answers for it: it follows the post when the person leaves. */
@Component({
  selector: 'sam-function-picker',
  template: `<div class="field" *transloco="let t">
    <label for="responsible"
      >{{ t('actions.form.function.which') }} <span class="opt">{{ t('shared.form.optional') }}</span></label
    >
    <select #choice class="in" id="responsible" aria-describedby="responsible-help" (change)="value.set(choice.value)">
      <option value="" [selected]="!value()">{{ t('actions.form.function.none') }}</option>
      @for (one of choices(); track one.id) {
        <option [value]="one.id" [selected]="value() === one.id">{{ one.label }}</option>
      }
    </select>
    <p class="help" id="responsible-help">{{ t('actions.form.function.which.help') }}</p>
  </div>`,
  imports: [TranslocoDirective],
})
export class FunctionPicker implements FormValueControl<string> {
  private readonly source = ownFunctions();
  readonly value = model('');
  /** The name of the chosen one, should it be another organisation's. */
  readonly named = input<string | null>(null);
  protected readonly choices = computed(() => {
    const own = (this.source.hasValue() ? this.source.value().items : []).map(({ id, title, holderName }) => ({
      id,
      label: holderName ? `${title} (${holderName})` : title,
    }));
    const chosen = this.value();
    return !chosen || own.some(({ id }) => id === chosen) ? own : [...own, { id: chosen, label: this.named() ?? '…' }];
  });
}
