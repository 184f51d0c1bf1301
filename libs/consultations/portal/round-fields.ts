import { Component, computed, input, model, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { GuardReason } from '@samverkan/shared/contract';
import { today } from '@samverkan/shared/portal';
import { FieldError, GuardedText } from '@samverkan/writing/portal';

/** The last day, the words that go with it, and whether those who are asked see the others' answers. */
@Component({
  selector: 'sam-round-fields',
  template: `<ng-container *transloco="let t">
    <div class="field">
      <label for="last-day">{{ t('consultations.last-day') }}</label>
      <input
        id="last-day"
        class="in"
        type="date"
        [min]="first"
        [disabled]="!open()"
        [value]="lastDay()"
        [attr.aria-invalid]="tried() && late().length > 0"
        aria-describedby="last-day-help last-day-error"
        (input)="dated($event)"
      />
      <p class="help" id="last-day-help">{{ t('consultations.last-day.help') }}</p>
      <sam-field-error id="last-day-error" [errors]="late()" [shown]="tried()" />
    </div>
    <sam-guarded-text
      [label]="t('consultations.message')"
      [help]="t('consultations.message.help')"
      [optional]="true"
      [(value)]="message"
      [(confirmed)]="confirmed"
    />
    <label class="choice"
      ><input type="checkbox" [checked]="showsAnswers()" (change)="showsAnswers.set(!showsAnswers())" /><span
        >{{ t('consultations.shows') }}<small>{{ t('consultations.shows.help') }}</small></span
      ></label
    >
  </ng-container>`,
  styles: `
    :host {
      display: grid;
      gap: var(--sam-5);
    }
  `,
  imports: [FieldError, GuardedText, TranslocoDirective],
})
export class RoundFields {
  private readonly text = viewChild(GuardedText);
  readonly lastDay = model.required<string>();
  readonly message = model.required<string>();
  readonly showsAnswers = model.required<boolean>();
  readonly confirmed = model<GuardReason | null>(null);
  readonly tried = input(false);
  /** The last day is not moved in a round that is closed. */
  readonly open = input(true);
  protected readonly first = today();
  readonly late = computed(() =>
    !this.open() || this.lastDay() >= this.first
      ? []
      : [{ kind: this.lastDay() ? 'field.in-the-past' : 'field.required' }],
  );

  blocked(): boolean {
    return this.late().length > 0 || this.text()?.blocked() === true;
  }

  protected dated(event: Event): void {
    this.lastDay.set((event.target as HTMLInputElement).value);
  }
}
