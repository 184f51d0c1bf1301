import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type GuardReason, confirmation } from '@samverkan/shared/contract';
import { Icon, ProblemWords, Time, newIdempotencyKey } from '@samverkan/shared/portal';
import { GuardedText, SensitiveReportButton } from '@samverkan/writing/portal';
import { SupportMessageInput, type SupportRequest } from '@samverkan/support/contract';
import { SupportRequests } from './support.data';

/** What both sides have written to each other; it stands as it was written. */
@Component({
  selector: 'sam-support-messages',
  template: `<section class="sec" aria-labelledby="support-messages" *transloco="let t">
    <div class="sec-h">
      <h2 id="support-messages">{{ t('support.messages') }}</h2>
      <p>{{ t('support.messages.who', { asker: request().asker.name }) }}</p>
    </div>
    @for (one of request().messages; track one.id) {
      <article>
        <h3>{{ one.organization.name }}, <sam-time [at]="one.at" /></h3>
        <p class="typed" lang="sv">{{ one.text }}</p>
        @if (request().allowed.write) {
          <sam-sensitive-report area="support" kind="message" [objectId]="one.id" (hidden)="hidden.emit()" />
        }
      </article>
    } @empty {
      <p class="muted">{{ t('support.messages.none') }}</p>
    }
    @if (request().allowed.write) {
      <div class="form">
        <sam-guarded-text
          [rows]="3"
          [label]="t('support.messages.write')"
          [value]="text()"
          (valueChange)="text.set($event)"
          [(confirmed)]="confirmed"
        />
        @if (problem(); as said) {
          <p class="fielderr" role="alert"><sam-icon name="stop" />{{ said }}</p>
        }
        <div class="acts">
          <button type="button" class="btn line" [attr.aria-disabled]="blocked() || busy()" (click)="send()">
            {{ t('support.messages.send') }}
          </button>
        </div>
      </div>
    }
  </section>`,
  imports: [GuardedText, Icon, SensitiveReportButton, Time, TranslocoDirective],
})
export class SupportMessages {
  private readonly requests = inject(SupportRequests);
  private readonly problems = inject(ProblemWords);
  private readonly field = viewChild(GuardedText);
  private key = newIdempotencyKey();
  readonly request = input.required<SupportRequest>();
  readonly said = output<SupportRequest>();
  readonly hidden = output();
  protected readonly text = signal('');
  protected readonly busy = signal(false);
  protected readonly confirmed = signal<GuardReason | null>(null);
  protected readonly problem = signal<string | null>(null);
  protected readonly blocked = computed(() => this.field()?.blocked() ?? false);

  protected async send(): Promise<void> {
    if (this.blocked() || this.busy()) return;
    const read = SupportMessageInput.safeParse({
      text: this.text(),
      guardConfirmed: confirmation('text', this.confirmed()),
    });
    if (!read.success) {
      this.problem.set(this.problems.code('support-request.say-something'));
      return;
    }
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.said.emit(await this.requests.say(this.request().id, read.data, this.key));
      this.key = newIdempotencyKey();
      this.text.set('');
      this.confirmed.set(null);
    } catch (error) {
      this.problem.set(this.problems.of(error));
    } finally {
      this.busy.set(false);
    }
  }
}
