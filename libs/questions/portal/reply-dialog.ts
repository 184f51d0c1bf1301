import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { ReplyInput } from '@samverkan/questions/contract';
import { type GuardReason, confirmation } from '@samverkan/shared/contract';
import { Icon, ProblemWords, today } from '@samverkan/shared/portal';
import { Dialog, GuardedText } from '@samverkan/writing/portal';

/** An answer as it came: its words, when, and where it can be read. Everybody who asked is told. */
@Component({
  selector: 'sam-reply-dialog',
  template: `<ng-container *transloco="let t"
    ><sam-dialog #dialog [heading]="t('questions.reply.heading')" (closed)="closed.emit()">
      <div class="form">
        <p>{{ t('questions.reply.help', { source: source() }) }}</p>
        <sam-guarded-text
          [rows]="6"
          [label]="t('questions.reply.text')"
          [value]="text()"
          (valueChange)="text.set($event)"
          [(confirmed)]="confirmed"
        />
        <div class="field narrow">
          <label for="reply-day">{{ t('questions.reply.day') }}</label>
          <input
            #received
            class="in"
            id="reply-day"
            type="date"
            [attr.max]="day"
            [value]="on()"
            (change)="on.set(received.value)"
          />
        </div>
        <div class="field">
          <label for="reply-link"
            >{{ t('questions.reply.link') }} <span class="opt">{{ t('shared.form.optional') }}</span></label
          >
          <input
            #address
            class="in"
            id="reply-link"
            type="url"
            inputmode="url"
            [value]="link()"
            (input)="link.set(address.value)"
          />
        </div>
        @if (problem() ?? failed(); as words) {
          <p class="fielderr" role="alert"><sam-icon name="stop" />{{ words }}</p>
        }
      </div>
      <div class="acts">
        <button type="button" class="btn line" (click)="dialog.close()">{{ t('questions.let-be') }}</button>
        <button type="button" class="btn fill" [attr.aria-disabled]="blocked() || busy()" (click)="send()">
          {{ t('questions.reply.send') }}
        </button>
      </div>
    </sam-dialog></ng-container
  >`,
  imports: [Dialog, GuardedText, Icon, TranslocoDirective],
})
export class ReplyDialog {
  private readonly words = inject(ProblemWords);
  private readonly guarded = viewChild(GuardedText);
  /** Who answers. */
  readonly source = input('');
  readonly busy = input(false);
  /** What went wrong when it was sent. */
  readonly failed = input<string | null>(null);
  readonly written = output<ReplyInput>();
  readonly closed = output();
  protected readonly day = today();
  protected readonly text = signal('');
  protected readonly on = signal(today());
  protected readonly link = signal('');
  protected readonly confirmed = signal<GuardReason | null>(null);
  protected readonly problem = signal<string | null>(null);
  protected readonly blocked = computed(() => this.guarded()?.blocked() ?? false);

  protected send(): void {
    if (this.blocked() || this.busy()) return;
    const read = ReplyInput.safeParse({
      text: this.text(),
      link: this.link().trim(),
      receivedOn: this.on(),
      guardConfirmed: confirmation('text', this.confirmed()),
    });
    this.problem.set(read.success ? null : this.words.code('input.invalid'));
    if (read.success) this.written.emit(read.data);
  }
}
