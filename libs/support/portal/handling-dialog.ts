import { Component, computed, input, linkedSignal, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon, today } from '@samverkan/shared/portal';
import { Dialog } from '@samverkan/writing/portal';
import type { SupportRequest } from '@samverkan/support/contract';
import { ownFunctions } from './support.data';

/** Which function at the county board has it, and the day it works towards. */
@Component({
  selector: 'sam-support-handling-dialog',
  template: `<ng-container *transloco="let t"
    ><sam-dialog #dialog [heading]="t('support.handling.' + verb())" (closed)="closed.emit()">
      <div class="form">
        <div class="field">
          <label for="support-handler">{{ t('support.handler') }}</label>
          <select #handler class="in" id="support-handler" (change)="functionId.set(handler.value)">
            <option value="" [selected]="!functionId()">{{ t('support.handling.nobody') }}</option>
            @for (one of functions(); track one.id) {
              <option [value]="one.id" [selected]="functionId() === one.id">{{ one.title }}</option>
            }
          </select>
        </div>
        <div class="field narrow">
          <label for="support-due"
            >{{ t('support.due') }} <span class="opt">{{ t('shared.form.optional') }}</span></label
          >
          <input
            #due
            class="in"
            id="support-due"
            type="date"
            [attr.min]="day"
            [value]="dueOn()"
            (change)="dueOn.set(due.value)"
          />
        </div>
        @if (failed(); as said) {
          <p class="fielderr" role="alert"><sam-icon name="stop" />{{ said }}</p>
        }
      </div>
      <div class="acts">
        <button type="button" class="btn line" (click)="dialog.close()">{{ t('support.let-be') }}</button>
        <button
          type="button"
          class="btn fill"
          [attr.aria-disabled]="busy()"
          (click)="chosen.emit({ functionId: functionId() || null, dueOn: dueOn() || null })"
        >
          {{ t('support.handling.do.' + verb()) }}
        </button>
      </div>
    </sam-dialog></ng-container
  >`,
  imports: [Dialog, Icon, TranslocoDirective],
})
export class SupportHandlingDialog {
  private readonly source = ownFunctions();
  readonly verb = input.required<'take' | 'give'>();
  readonly request = input.required<SupportRequest>();
  readonly busy = input(false);
  readonly failed = input<string | null>(null);
  readonly chosen = output<object>();
  readonly closed = output();
  protected readonly day = today();
  protected readonly functionId = linkedSignal(() => this.request().handlerFunction?.id ?? '');
  protected readonly dueOn = linkedSignal(() => this.request().dueOn ?? '');
  protected readonly functions = computed(() => {
    const own = this.source.hasValue() ? this.source.value().items : [];
    const chosen = this.request().handlerFunction;
    return chosen && !own.some(({ id }) => id === chosen.id) ? [...own, chosen] : own;
  });
}
