import { Component, computed, input, output, signal, viewChildren } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  type Erasure,
  type ErasureDecision,
  type ErasureDecisionInput,
  erasureDecisions,
  erasureGrounds,
  refusalGrounds,
} from '@samverkan/privacy/contract';
import { type GuardReason, confirmation } from '@samverkan/shared/contract';
import { Dialog, GuardedText } from '@samverkan/writing/portal';

/** Erase, pseudonymise or refuse: what each means, the ground, and the reasons in words. */
@Component({
  selector: 'sam-decision-dialog',
  templateUrl: './decision-dialog.html',
  imports: [Dialog, GuardedText, TranslocoDirective],
})
export class DecisionDialog {
  readonly request = input.required<Erasure>();
  readonly chosen = output<ErasureDecisionInput>();
  readonly closed = output();
  private readonly guarded = viewChildren(GuardedText);
  protected readonly decisions = erasureDecisions;
  protected readonly decision = signal<ErasureDecision>('pseudonymise');
  protected readonly grounds = computed(() => (this.decision() === 'refuse' ? refusalGrounds : erasureGrounds));
  protected readonly ground = signal<ErasureDecisionInput['ground']>('asked');
  protected readonly words = signal('');
  protected readonly confirmed = signal<GuardReason | null>(null);
  protected readonly blocked = computed(() => this.guarded().some((text) => text.blocked()));

  protected choose(decision: ErasureDecision): void {
    this.decision.set(decision);
    this.ground.set(this.grounds()[0]);
  }

  protected send(event: Event): void {
    event.preventDefault();
    if (this.blocked()) return;
    this.chosen.emit({
      decision: this.decision(),
      ground: this.ground(),
      ...(this.words().trim() ? { words: this.words() } : {}),
      guardConfirmed: confirmation('words', this.confirmed()),
    });
  }
}
