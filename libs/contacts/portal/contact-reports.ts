import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ContactFunction } from '@samverkan/contacts/contract';
import { Icon, ProblemWords, Time, keepLatest, reloadOn } from '@samverkan/shared/portal';
import { SensitiveReportButton } from '@samverkan/writing/portal';
import { ContactRequests, reportsOf } from './contacts.data';

/** What readers say is wrong with the function, for those who can put it right; others see what they have said themselves. */
@Component({
  selector: 'sam-contact-reports',
  template: `<ng-container *transloco="let t">
    @for (report of reports()?.items; track report.id) {
      <div class="note warm">
        <sam-icon name="warning" />
        <div>
          <p>
            <b>{{ t('contacts.reports.says', { organization: report.organization.name }) }}</b>
            @for (fault of report.what; track fault) {
              <span class="tag after">{{ t('contacts.fault.' + fault) }}</span>
            }
          </p>
          @if (report.text) {
            <p class="typed">{{ report.text }}</p>
          }
          <p class="small muted"><sam-time [at]="report.at" /></p>
          <div class="row-acts">
            @if (contact().allowed.edit) {
              <button type="button" class="btn line sm" (click)="resolve(report.id)">
                {{ t('contacts.reports.resolve') }}
              </button>
            }
            @if (report.text && mayHide()) {
              <sam-sensitive-report
                area="contacts"
                kind="report"
                [objectId]="report.id"
                [small]="true"
                (hidden)="again()"
              />
            }
          </div>
        </div>
      </div>
    }
    @if (problem(); as words) {
      <div class="note err" role="alert"><sam-icon name="stop" />{{ words }}</div>
    }
  </ng-container>`,
  imports: [Icon, SensitiveReportButton, Time, TranslocoDirective],
})
export class ContactReports {
  private readonly requests = inject(ContactRequests);
  private readonly words = inject(ProblemWords);
  readonly contact = input.required<ContactFunction>();
  /** The reader may hide what somebody wrote by mistake. */
  readonly mayHide = input(false);
  private readonly id = computed(() => this.contact().id);
  private readonly source = reportsOf(this.id);
  protected readonly reports = keepLatest(this.source);
  protected readonly problem = signal<string | null>(null);

  constructor() {
    reloadOn('contacts', this.source);
  }

  again(): void {
    this.source.reload();
  }

  protected async resolve(reportId: string): Promise<void> {
    this.problem.set(null);
    try {
      this.source.set(await this.requests.resolve(this.id(), reportId));
    } catch (error) {
      this.problem.set(this.words.of(error));
    }
  }
}
