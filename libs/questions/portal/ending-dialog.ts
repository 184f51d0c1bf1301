import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { QuestionEnding } from '@samverkan/questions/contract';
import { type GuardReason, confirmation } from '@samverkan/shared/contract';
import { Icon, ProblemWords } from '@samverkan/shared/portal';
import { Dialog, GuardedText } from '@samverkan/writing/portal';

/** An honest end, with why: read by everybody who asked. */
@Component({
  selector: 'sam-ending-dialog',
  template: `<ng-container *transloco="let t"
    ><sam-dialog #dialog [heading]="t('questions.ending.' + step())" (closed)="closed.emit()">
      <div class="form">
        <p>{{ t('questions.ending.help.' + step()) }}</p>
        <sam-guarded-text
          lines="one"
          [label]="t('questions.ending.reason')"
          [value]="reason()"
          (valueChange)="reason.set($event)"
          [(confirmed)]="confirmed"
        />
        @if (problem() ?? failed(); as words) {
          <p class="fielderr" role="alert"><sam-icon name="stop" />{{ words }}</p>
        }
      </div>
      <div class="acts">
        <button type="button" class="btn line" (click)="dialog.close()">{{ t('questions.let-be') }}</button>
        <button type="button" class="btn fill" [attr.aria-disabled]="blocked()" (click)="send()">
          {{ t('questions.verb.' + step()) }}
        </button>
      </div>
    </sam-dialog></ng-container
  >`,
  imports: [Dialog, GuardedText, Icon, TranslocoDirective],
})
export class EndingDialog {
  private readonly words = inject(ProblemWords);
  private readonly text = viewChild(GuardedText);
  readonly step = input.required<'reject' | 'end' | 'unanswered'>();
  /** Why it could not be saved: what is written stays. */
  readonly failed = input<string | null>(null);
  readonly chosen = output<QuestionEnding>();
  readonly closed = output();
  protected readonly reason = signal('');
  protected readonly confirmed = signal<GuardReason | null>(null);
  protected readonly problem = signal<string | null>(null);
  protected readonly blocked = computed(() => this.text()?.blocked() ?? false);

  protected send(): void {
    if (this.blocked()) return;
    const read = QuestionEnding.safeParse({
      reason: this.reason(),
      guardConfirmed: confirmation('reason', this.confirmed()),
    });
    if (read.success) this.chosen.emit(read.data);
    else this.problem.set(this.words.code('question.say-why'));
  }
}
