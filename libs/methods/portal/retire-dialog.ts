import { Component, computed, input, output, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { MethodRef, MethodRetirement } from '@samverkan/methods/contract';
import { type GuardReason, confirmation } from '@samverkan/shared/contract';
import { today } from '@samverkan/shared/portal';
import { Dialog, GuardedText } from '@samverkan/writing/portal';
import { MethodChoice } from './method-choice';

/** From which day it is not to be used, why, and what is used instead: readers meet it on its page. */
@Component({
  selector: 'sam-retire-dialog',
  template: `<ng-container *transloco="let t"
    ><sam-dialog #dialog [heading]="t('methods.retire.heading')" (closed)="closed.emit()">
      <div class="form">
        <p>{{ t('methods.retire.help') }}</p>
        <div class="field narrow">
          <label for="method-retires-on">{{ t('methods.retire.on') }}</label>
          <input
            #field
            class="in"
            id="method-retires-on"
            type="date"
            max="2100-12-31"
            [value]="day()"
            (input)="day.set(field.value)"
          />
        </div>
        <sam-guarded-text
          lines="one"
          [label]="t('methods.retire.motive')"
          [(value)]="motive"
          [(confirmed)]="confirmed"
        />
        <sam-method-choice
          [label]="t('methods.retire.instead')"
          [optional]="true"
          [without]="[methodId()]"
          [(value)]="instead"
        />
      </div>
      <div class="acts">
        <button type="button" class="btn line" (click)="dialog.close()">{{ t('methods.back-out') }}</button>
        <button type="button" class="btn fill" [attr.aria-disabled]="!ready()" (click)="send()">
          {{ t('methods.retire') }}
        </button>
      </div>
    </sam-dialog></ng-container
  >`,
  imports: [Dialog, GuardedText, MethodChoice, TranslocoDirective],
})
export class RetireDialog {
  private readonly text = viewChild(GuardedText);
  readonly methodId = input.required<string>();
  readonly retired = output<MethodRetirement>();
  readonly closed = output();
  protected readonly day = signal(today());
  protected readonly motive = signal('');
  protected readonly instead = signal<MethodRef | null>(null);
  protected readonly confirmed = signal<GuardReason | null>(null);
  protected readonly ready = computed(
    () => this.day() !== '' && this.motive().trim().length >= 3 && !this.text()?.blocked(),
  );

  protected send(): void {
    if (!this.ready()) return;
    this.retired.emit({
      retiresOn: this.day(),
      motive: this.motive().trim(),
      replacedById: this.instead()?.id ?? null,
      guardConfirmed: confirmation('motive', this.confirmed()),
    });
  }
}
