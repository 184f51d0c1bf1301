import { Component, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ContactSummary } from '@samverkan/contacts/contract';
import { ReportDialog } from './report-dialog';

/** "Stämmer inte", beside every function. */
@Component({
  selector: 'sam-report-button',
  template: `<ng-container *transloco="let t">
    <button type="button" class="btn text sm" (click)="asking.set(true)">
      {{ t('contacts.report') }}<span class="vh">: {{ contact().title }}, {{ contact().organization.name }}</span>
    </button>
    @if (asking()) {
      <sam-report-dialog [contact]="contact()" (closed)="asking.set(false); reported.emit()" />
    }
  </ng-container>`,
  imports: [ReportDialog, TranslocoDirective],
})
export class ReportButton {
  readonly contact = input.required<ContactSummary>();
  readonly reported = output();
  protected readonly asking = signal(false);
}
