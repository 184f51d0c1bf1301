import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type AskedFormat, type FormatRequests, askedFormats } from '@samverkan/publications/contract';
import {
  HumanDatePipe,
  Icon,
  ProblemWords,
  Toasts,
  idempotencyKey,
  keepLatest,
  newIdempotencyKey,
} from '@samverkan/shared/portal';
import { Dialog } from '@samverkan/writing/portal';
import { firstValueFrom } from 'rxjs';

/** The publication in a format that can be read with aids: asked for here, and for its owners what others have asked. */
@Component({
  selector: 'sam-format-requests',
  template: `<section class="sec" aria-labelledby="publication-formats" *transloco="let t">
    <div class="sec-h">
      <h2 id="publication-formats">{{ t('publications.formats') }}</h2>
      <button type="button" class="btn line sm" (click)="begin()">{{ t('publications.formats.ask') }}</button>
    </div>
    <p class="small muted">{{ t('publications.formats.help') }}</p>
    @if (problem(); as words) {
      <div class="note err" role="alert"><sam-icon name="stop" />{{ words }}</div>
    }
    @if (items().length > 0) {
      <ul class="hand">
        @for (one of items(); track one.id) {
          <li>
            <div>
              <p>
                {{ t('publications.format.' + one.format) }}
                <span class="small muted"
                  >{{ one.organization.name }}, {{ one.receivedAt.slice(0, 10) | humanDate }}</span
                >
              </p>
              <p class="small">
                @if (one.answeredAt; as at) {
                  <span class="st st-completed"
                    ><sam-icon name="check" size="i-s" />{{
                      t('publications.formats.answered', { day: (at.slice(0, 10) | humanDate) })
                    }}</span
                  >
                } @else {
                  <span class="st st-planned"
                    ><sam-icon name="clock" size="i-s" />{{ t('publications.formats.received') }}</span
                  >
                }
                @if (one.replyTo; as mailbox) {
                  <a [href]="'mailto:' + mailbox">{{ mailbox }}</a>
                }
              </p>
            </div>
            @if (one.answerable) {
              <button type="button" class="btn line sm" (click)="answer(one.id)">
                {{ t('publications.formats.mark')
                }}<span class="vh">: {{ t('publications.format.' + one.format) }}</span>
              </button>
            }
          </li>
        }
      </ul>
    }
    @if (asking()) {
      <sam-dialog #dialog [heading]="t('publications.formats.ask')" (closed)="asking.set(false)">
        <div class="form">
          <div class="field">
            <label for="format-wanted">{{ t('publications.formats.which') }}</label>
            <select #wanted class="in" id="format-wanted" (change)="format.set($any(wanted.value))">
              @for (one of formats; track one) {
                <option [value]="one" [selected]="format() === one">{{ t('publications.format.' + one) }}</option>
              }
            </select>
          </div>
          <div class="field">
            <label for="format-reply"
              >{{ t('publications.formats.reply') }} <span class="opt">{{ t('shared.form.optional') }}</span></label
            >
            <input
              #reply
              class="in"
              id="format-reply"
              type="email"
              maxlength="200"
              autocomplete="email"
              aria-describedby="format-reply-help"
              [value]="replyTo()"
              (input)="replyTo.set(reply.value)"
            />
            <p class="help" id="format-reply-help">{{ t('publications.formats.reply.help') }}</p>
          </div>
        </div>
        <div class="acts">
          <button type="button" class="btn line" (click)="dialog.close()">{{ t('publications.back-out') }}</button>
          <button type="button" class="btn fill" (click)="send()">{{ t('publications.formats.send') }}</button>
        </div>
      </sam-dialog>
    }
  </section>`,
  imports: [Dialog, HumanDatePipe, Icon, TranslocoDirective],
})
export class FormatRequestList {
  private readonly http = inject(HttpClient);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  readonly publicationId = input.required<string>();
  private readonly at = computed(() => `/api/publications/${this.publicationId()}/format-requests`);
  private readonly source = httpResource<FormatRequests>(() => this.at());
  private readonly found = keepLatest(this.source);
  protected readonly items = computed(() => this.found()?.items ?? []);
  protected readonly formats = askedFormats;
  protected readonly asking = signal(false);
  protected readonly format = signal<AskedFormat>('tagged_pdf');
  protected readonly replyTo = signal('');
  protected readonly problem = signal<string | null>(null);
  private key = newIdempotencyKey();

  protected begin(): void {
    this.key = newIdempotencyKey();
    this.replyTo.set('');
    this.asking.set(true);
  }

  protected async send(): Promise<void> {
    const body = { format: this.format(), replyTo: this.replyTo().trim() || null };
    const headers = idempotencyKey(this.key);
    this.asking.set(false);
    if (await this.doing(() => firstValueFrom(this.http.post<FormatRequests>(this.at(), body, { headers }))))
      await this.toasts.show(this.transloco.translate('publications.formats.sent'));
  }

  protected async answer(id: string): Promise<void> {
    await this.doing(() => firstValueFrom(this.http.post<FormatRequests>(`/api/format-requests/${id}/answer`, {})));
  }

  private async doing(deed: () => Promise<FormatRequests>): Promise<boolean> {
    this.problem.set(null);
    try {
      this.source.set(await deed());
      return true;
    } catch (error) {
      this.problem.set(this.words.of(error));
      return false;
    }
  }
}
