import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { PublicReport } from '@samverkan/public/contract';
import { LoadState } from '@samverkan/reading/portal';
import { HumanDatePipe, Icon, ProblemWords, keepLatest } from '@samverkan/shared/portal';
import { SensitiveReportButton } from '@samverkan/writing/portal';
import { PublicTextRequests, reportsOf } from './public-texts.data';

/** What readers say cannot be used on the county's public pages: those that wait for an answer first. */
@Component({
  selector: 'sam-public-reports',
  template: `<section class="sec" aria-labelledby="reports" *transloco="let t">
    <div class="sec-h">
      <h2 id="reports">{{ t('public.reports') }}</h2>
    </div>
    <p class="small muted">{{ t('public.reports.help') }}</p>
    @if (problem(); as words) {
      <div class="note err" role="alert"><sam-icon name="stop" />{{ words }}</div>
    }
    <sam-load-state [source]="source" [ready]="!!reports()" />
    @if (reports(); as told) {
      @if (told.items.length === 0) {
        <p class="muted">{{ t('public.reports.none') }}</p>
      } @else {
        <ul class="hand">
          @for (one of told.items; track one.id) {
            <li>
              <div>
                @if (one.place) {
                  <p>
                    <strong>{{ one.place }}</strong>
                  </p>
                }
                <p class="told" [attr.lang]="one.language">{{ one.problem }}</p>
                <p class="small state">
                  <span class="muted">{{ one.receivedAt | humanDate }}</span>
                  @if (one.answeredAt; as at) {
                    <span class="st st-completed"
                      ><sam-icon name="check" size="i-s" />{{
                        t('public.reports.answered', { day: (at | humanDate), by: one.answeredBy ?? '' })
                      }}</span
                    >
                  } @else {
                    <span class="st st-planned"
                      ><sam-icon name="clock" size="i-s" />{{ t('public.reports.waits') }}</span
                    >
                  }
                  @if (one.replyTo; as mailbox) {
                    <a [href]="'mailto:' + mailbox">{{ mailbox }}</a>
                  } @else if (!one.answeredAt) {
                    <span class="muted">{{ t('public.reports.no-address') }}</span>
                  }
                  <sam-sensitive-report
                    area="public"
                    kind="report"
                    [objectId]="one.id"
                    [small]="true"
                    (hidden)="source.reload()"
                  />
                </p>
              </div>
              @if (!one.answeredAt) {
                <button
                  type="button"
                  class="btn line sm"
                  [attr.aria-disabled]="busy()"
                  (click)="asked() === one.id || !one.replyTo ? answer(one) : asked.set(one.id)"
                >
                  {{ t(asked() === one.id ? 'public.reports.sure' : 'public.reports.mark')
                  }}<span class="vh">: {{ one.place || one.problem.slice(0, 60) }}</span>
                </button>
              }
            </li>
          }
        </ul>
      }
    }
  </section>`,
  styles: `
    .told {
      max-width: 44rem;
      white-space: pre-line;
    }
    .state {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 0.75rem;
    }
  `,
  imports: [HumanDatePipe, Icon, LoadState, SensitiveReportButton, TranslocoDirective],
})
export class PublicReportsSection {
  private readonly requests = inject(PublicTextRequests);
  private readonly words = inject(ProblemWords);
  readonly county = input.required<string>();
  protected readonly source = reportsOf(() => this.county());
  private readonly latest = keepLatest(this.source);
  protected readonly reports = computed(() => this.latest());
  protected readonly busy = signal(false);
  /** The one whose address goes at the next press. */
  protected readonly asked = signal('');
  protected readonly problem = signal<string | null>(null);

  protected async answer({ id }: PublicReport): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.requests.answered(id);
      this.source.reload();
    } catch (error) {
      this.problem.set(this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }
}
