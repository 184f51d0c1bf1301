import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type GuardReason, confirmation } from '@samverkan/shared/contract';
import { Dialog, GuardedText, Icon, ProblemWords, asProblem } from '@samverkan/shared/portal';
import type { Commitment } from '@samverkan/strategies/contract';
import { CommitmentRequests, goalChoices } from './commitments.data';

/** What the acting party undertakes for a goal; or a change of it. */
@Component({
  selector: 'sam-commitment-dialog',
  templateUrl: './commitment-dialog.html',
  imports: [Dialog, GuardedText, Icon, TranslocoDirective],
})
export class CommitmentDialog {
  private readonly requests = inject(CommitmentRequests);
  private readonly words = inject(ProblemWords);
  readonly commitment = input<Commitment | null>(null);
  /** The strategy whose goals come first. */
  readonly strategyId = input<string | null>(null);
  /** The goal it is for, to begin with. */
  readonly goal = input('');
  readonly saved = output<Commitment>();
  readonly closed = output();
  private readonly choices = goalChoices();
  protected readonly goals = computed(() =>
    (this.choices.hasValue() ? this.choices.value().items : []).filter(
      ({ countyCode, current, strategyId }) =>
        countyCode !== null && (this.strategyId() ? strategyId === this.strategyId() : current),
    ),
  );
  protected readonly goalId = linkedSignal(() => this.goal());
  protected readonly text = linkedSignal(() => this.commitment()?.text ?? '');
  protected readonly startsOn = linkedSignal(() => this.commitment()?.startsOn ?? '');
  protected readonly endsOn = linkedSignal(() => this.commitment()?.endsOn ?? '');
  protected readonly confirmed = signal<GuardReason | null>(null);
  protected readonly problem = signal<string | null>(null);
  protected readonly busy = signal(false);

  protected async save(event: Event, blocked: boolean): Promise<void> {
    event.preventDefault();
    if (blocked || this.busy()) return;
    const now = this.commitment();
    if (this.text().trim().length < 3 || (!now && !this.goalId())) {
      this.problem.set(this.words.code(this.text().trim().length < 3 ? 'field.too-short' : 'field.not-a-choice'));
      return;
    }
    this.busy.set(true);
    this.problem.set(null);
    const content = {
      text: this.text().trim(),
      startsOn: this.startsOn() || null,
      endsOn: this.endsOn() || null,
      guardConfirmed: confirmation('text', this.confirmed()),
    };
    try {
      this.saved.emit(
        now ? await this.requests.change(now, content) : await this.requests.add({ ...content, goalId: this.goalId() }),
      );
    } catch (error) {
      const issue = asProblem(error)?.issues?.[0];
      this.problem.set(issue ? this.words.code(issue.code) : this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }
}
