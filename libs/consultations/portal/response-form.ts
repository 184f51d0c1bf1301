import { Component, computed, inject, input, linkedSignal, output, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  type CommentResponseInput,
  type ConsultationComment,
  type ResponseOutcome,
  responseOutcomes,
} from '@samverkan/consultations/contract';
import { type GuardReason, confirmation } from '@samverkan/shared/contract';
import { DraftBox } from '@samverkan/shared/portal';
import { GuardedText } from '@samverkan/writing/portal';

/** Says what becomes of a comment, and why. Kept as it is written. */
@Component({
  selector: 'sam-response-form',
  template: `<form class="form" novalidate (submit)="send($event)" *transloco="let t">
    <fieldset class="field">
      <legend>
        {{ t('consultations.response.outcome') }}<span class="vh">: {{ organization() }}</span>
      </legend>
      <div class="seg wrapx">
        @for (one of outcomes; track one) {
          <button type="button" [attr.aria-pressed]="outcome() === one" (click)="outcome.set(one)">
            {{ t('consultations.outcome.' + one) }}
          </button>
        }
      </div>
    </fieldset>
    @if (outcome()) {
      <sam-guarded-text
        [label]="t('consultations.response.reason')"
        [(value)]="reason"
        [(confirmed)]="confirmed"
        [touched]="tried()"
        [errors]="lacking()"
      />
      <div class="acts">
        <button type="submit" class="btn fill sm" [attr.aria-disabled]="busy()">
          {{ t('consultations.response.send') }}
        </button>
      </div>
    }
  </form>`,
  imports: [GuardedText, TranslocoDirective],
})
export class ResponseForm {
  private readonly drafts = inject(DraftBox);
  private readonly field = viewChild(GuardedText);
  readonly comment = input.required<ConsultationComment>();
  readonly organization = input.required<string>();
  readonly busy = input(false);
  readonly sent = output<CommentResponseInput>();
  protected readonly outcomes = responseOutcomes;
  protected readonly outcome = linkedSignal<ResponseOutcome | null>(() => this.comment().response?.outcome ?? null);
  protected readonly reason = linkedSignal(() => this.comment().response?.reason ?? '');
  protected readonly confirmed = signal<GuardReason | null>(null);
  protected readonly tried = signal(false);
  protected readonly lacking = computed(() => (this.reason().trim() ? [] : [{ kind: 'field.required' }]));
  private readonly draft = this.drafts.keep(
    () => this.key(),
    () => (this.reason() && !this.field()?.blocked() ? { outcome: this.outcome(), reason: this.reason() } : null),
  );

  constructor() {
    queueMicrotask(() => void this.begin());
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    const outcome = this.outcome();
    if (!outcome || this.busy() || this.field()?.blocked() || this.lacking().length > 0) {
      this.field()?.focus();
      return;
    }
    void this.draft.discard();
    this.sent.emit({
      outcome,
      reason: this.reason(),
      version: this.comment().response?.version ?? 0,
      guardConfirmed: confirmation('reason', this.confirmed()),
    });
  }

  private key(): string {
    return `consultation-response:${this.comment().id}`;
  }

  private async begin(): Promise<void> {
    const kept = await this.drafts.read<{ outcome: ResponseOutcome | null; reason: string }>(this.key());
    if (!kept || this.reason()) return;
    this.outcome.set(kept.outcome);
    this.reason.set(kept.reason);
  }
}
