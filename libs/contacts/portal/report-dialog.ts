import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { FormField, form, submit, validateStandardSchema } from '@angular/forms/signals';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { ContactReportInput, type ContactSummary, contactFaults } from '@samverkan/contacts/contract';
import { type GuardReason, confirmation } from '@samverkan/shared/contract';
import { Chips } from '@samverkan/reading/portal';
import { Icon, ProblemWords, Toasts } from '@samverkan/shared/portal';
import { Dialog, GuardedText, serverErrors } from '@samverkan/writing/portal';
import * as z from 'zod';
import { ContactRequests } from './contacts.data';

/** The contract's schema, reading the form's shape. */
const ReportDraftSchema = z.preprocess((draft) => draft, ContactReportInput);

/** "Stämmer inte": what is wrong, in one press, with words where they are needed. */
@Component({
  selector: 'sam-report-dialog',
  template: `<ng-container *transloco="let t"
    ><sam-dialog #dialog [heading]="t('contacts.report.heading')" (closed)="closed.emit()">
      <form class="form" novalidate (submit)="send($event)">
        <p>{{ contact().title }}, {{ contact().organization.name }}</p>
        <sam-chips [label]="t('contacts.report.what')" [choices]="choices()" [first]="6" [formField]="fields.what" />
        <sam-guarded-text
          [label]="t('contacts.report.text')"
          [optional]="true"
          [help]="t('contacts.report.text.help')"
          [formField]="fields.text"
          [(confirmed)]="confirmed"
        />
        @if (problem(); as words) {
          <div class="note err" role="alert"><sam-icon name="stop" />{{ words }}</div>
        }
        <div class="acts">
          <button type="button" class="btn line" (click)="dialog.close()">{{ t('contacts.dialog.back') }}</button>
          <button type="submit" class="btn fill" [attr.aria-disabled]="blocked() || fields().submitting()">
            {{ t('contacts.report.send') }}
          </button>
        </div>
      </form>
    </sam-dialog></ng-container
  >`,
  imports: [Chips, Dialog, FormField, GuardedText, Icon, TranslocoDirective],
})
export class ReportDialog {
  private readonly requests = inject(ContactRequests);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  readonly contact = input.required<ContactSummary>();
  readonly closed = output();
  private readonly text = viewChild(GuardedText);
  private readonly model = signal<{ what: string[]; text: string }>({ what: [], text: '' });
  protected readonly confirmed = signal<GuardReason | null>(null);
  protected readonly fields = form(this.model, (path) => validateStandardSchema(path, () => ReportDraftSchema));
  protected readonly problem = signal<string | null>(null);
  protected readonly blocked = computed(() => this.text()?.blocked() ?? false);
  protected readonly choices = computed(() =>
    contactFaults.map((value) => ({ value, label: this.transloco.translate<string>(`contacts.fault.${value}`) })),
  );

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.blocked() || this.fields().submitting()) return;
    this.problem.set(null);
    const valid = await submit(this.fields, async () => {
      try {
        const input = { ...this.model(), guardConfirmed: confirmation('text', this.confirmed()) };
        await this.requests.report(this.contact().id, ContactReportInput.parse(input));
        this.closed.emit();
        await this.toasts.show(this.transloco.translate('contacts.report.sent'));
        return undefined;
      } catch (error) {
        const errors = serverErrors(this.fields, error);
        if (errors.length === 0) this.problem.set(this.words.of(error));
        return errors;
      }
    });
    if (!valid) this.problem.update((problem) => problem ?? this.transloco.translate('contacts.report.choose'));
  }
}
