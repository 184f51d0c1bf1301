import { Component, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { type ReportKind, reportKinds } from '@samverkan/assignments/contract';
import { Icon } from '@samverkan/shared/portal';
import { FieldError } from '@samverkan/writing/portal';
import type { ReportDay } from './assignment-draft';

/** The days on which it is reported: any number, each with its kind. */
@Component({
  selector: 'sam-report-days',
  template: `<fieldset class="field" *transloco="let t">
    <legend>
      {{ t('assignments.form.reports') }} <span class="opt">{{ t('shared.form.optional') }}</span>
    </legend>
    @for (one of value(); track $index; let at = $index) {
      <div class="pair">
        <div class="field">
          <label [for]="'report-kind-' + at">{{ t('assignments.form.report.kind', { number: at + 1 }) }}</label>
          <select #kind class="in" [id]="'report-kind-' + at" (change)="put(at, { kind: $any(kind.value) })">
            @for (choice of kinds; track choice) {
              <option [value]="choice" [selected]="one.kind === choice">{{ t('assignments.report.' + choice) }}</option>
            }
          </select>
        </div>
        <div class="field">
          <label [for]="'report-day-' + at">{{ t('assignments.form.report.day', { number: at + 1 }) }}</label>
          <div class="row-acts">
            <input
              #day
              class="in"
              type="date"
              [id]="'report-day-' + at"
              [value]="one.dueOn"
              (input)="put(at, { dueOn: day.value })"
            />
            <button
              type="button"
              class="icon-btn"
              [attr.aria-label]="t('assignments.form.report.remove', { number: at + 1 })"
              (click)="remove(at)"
            >
              <sam-icon name="close" />
            </button>
          </div>
        </div>
      </div>
    }
    <sam-field-error id="report-days-error" [errors]="errors()" />
    <div>
      <button type="button" class="btn line sm" (click)="add()">
        <sam-icon name="plus" />{{ t('assignments.form.report.add') }}
      </button>
    </div>
    <p class="help">{{ t('assignments.form.reports.help') }}</p>
  </fieldset>`,
  imports: [FieldError, Icon, TranslocoDirective],
})
export class ReportDays implements FormValueControl<ReportDay[]> {
  readonly value = model<ReportDay[]>([]);
  readonly errors = input<readonly { kind: string; message?: string }[]>([]);
  protected readonly kinds = reportKinds;

  protected add(): void {
    const kind: ReportKind = this.value().length === 0 ? 'final' : 'part';
    this.value.update((days) => [...days, { kind, dueOn: '' }]);
  }

  protected put(at: number, change: Partial<ReportDay>): void {
    this.value.update((days) => days.map((day, n) => (n === at ? { ...day, ...change } : day)));
  }

  protected remove(at: number): void {
    this.value.update((days) => days.filter((_, n) => n !== at));
  }
}
