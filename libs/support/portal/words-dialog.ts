import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type GuardReason, confirmation } from '@samverkan/shared/contract';
import { Icon, ProblemWords } from '@samverkan/shared/portal';
import { Dialog, GuardedText } from '@samverkan/writing/portal';
import { SupportClosing, SupportProposal, SupportReason } from '@samverkan/support/contract';

const asked = {
  propose: { field: 'proposal', schema: SupportProposal },
  close: { field: 'outcome', schema: SupportClosing },
  reopen: { field: 'reason', schema: SupportReason },
  decline: { field: 'reason', schema: SupportReason },
  withdraw: { field: 'reason', schema: SupportReason },
} as const;
export type WordedStep = keyof typeof asked;
export const isWorded = (verb: string): verb is WordedStep => verb in asked;

/** A step with its words: what is offered, what was done, or why. */
@Component({
  selector: 'sam-support-words-dialog',
  template: `<ng-container *transloco="let t"
    ><sam-dialog #dialog [heading]="t('support.words.' + step())" (closed)="closed.emit()">
      <div class="form">
        <p>{{ t('support.words.help.' + step()) }}</p>
        <sam-guarded-text
          [rows]="5"
          [lines]="isLong() ? 'several' : 'one'"
          [label]="t('support.words.label.' + step())"
          [value]="words()"
          (valueChange)="words.set($event)"
          [(confirmed)]="confirmed"
        />
        @if (problem() ?? failed(); as said) {
          <p class="fielderr" role="alert"><sam-icon name="stop" />{{ said }}</p>
        }
      </div>
      <div class="acts">
        <button type="button" class="btn line" (click)="dialog.close()">{{ t('support.let-be') }}</button>
        <button type="button" class="btn fill" [attr.aria-disabled]="blocked() || busy()" (click)="send()">
          {{ t('support.verb.' + step()) }}
        </button>
      </div>
    </sam-dialog></ng-container
  >`,
  imports: [Dialog, GuardedText, Icon, TranslocoDirective],
})
export class SupportWordsDialog {
  private readonly problems = inject(ProblemWords);
  private readonly text = viewChild(GuardedText);
  readonly step = input.required<WordedStep>();
  readonly busy = input(false);
  readonly failed = input<string | null>(null);
  readonly chosen = output<object>();
  readonly closed = output();
  protected readonly words = signal('');
  protected readonly confirmed = signal<GuardReason | null>(null);
  protected readonly problem = signal<string | null>(null);
  protected readonly blocked = computed(() => this.text()?.blocked() ?? false);
  protected readonly isLong = computed(() => this.step() === 'propose' || this.step() === 'close');

  protected send(): void {
    if (this.blocked() || this.busy()) return;
    const { field, schema } = asked[this.step()];
    const read = schema.safeParse({
      [field]: this.words(),
      guardConfirmed: confirmation(field, this.confirmed()),
    });
    this.problem.set(read.success ? null : this.problems.code('support-request.say-something'));
    if (read.success) this.chosen.emit(read.data);
  }
}
