import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { HumanDatePipe, Icon, ProblemWords, Toasts, plural, today } from '@samverkan/shared/portal';
import type { Signatory, Strategy } from '@samverkan/strategies/contract';
import { SignatoryDialog } from './signatory-dialog';
import { StrategyRequests } from './strategy-requests';

/** Who signed or took part, under the names of that time; those the source does not name are counted, never invented. Who joined later, or withdrew. */
@Component({
  selector: 'sam-strategy-signatories',
  templateUrl: './strategy-signatories.html',
  imports: [HumanDatePipe, Icon, RouterLink, SignatoryDialog, TranslocoDirective],
})
export class StrategySignatories {
  private readonly requests = inject(StrategyRequests);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ProblemWords);
  readonly strategy = input.required<Strategy>();
  readonly changed = output();
  protected readonly plural = plural;
  protected readonly adding = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly signed = computed(() => this.strategy().signatories.some((one) => one.capacity === 'signed'));
  /** Small numbers are written as words in Swedish and English alike. */
  protected readonly unnamedKey = computed(() => Math.min(this.strategy().unnamedSignatories, 13));

  /** Joined after the day of decision. */
  protected late({ signedOn }: Signatory): boolean {
    const { decidedOn } = this.strategy();
    return signedOn !== null && decidedOn !== null && signedOn > decidedOn;
  }

  protected wasAdded(): void {
    this.adding.set(false);
    this.changed.emit();
  }

  /** Off the list of a draft; whoever signed something that was decided withdraws instead. */
  protected async remove(signatory: Signatory): Promise<void> {
    this.problem.set(null);
    try {
      await this.requests.removeSignatory(signatory.id);
      this.changed.emit();
    } catch (error) {
      this.problem.set(this.words.of(error));
    }
  }

  protected async withdraw(signatory: Signatory): Promise<void> {
    const change = (withdrawnOn: string | null) =>
      this.requests.changeSignatory(signatory.id, {
        withdrawnOn,
        ...(signatory.signedOn === null && withdrawnOn ? { signedOn: this.strategy().signedOn ?? withdrawnOn } : {}),
      });
    this.problem.set(null);
    try {
      await change(today());
    } catch (error) {
      this.problem.set(this.words.of(error));
      return;
    }
    this.changed.emit();
    await this.toasts.show(this.transloco.translate('strategies.signatories.withdrew', { name: signatory.name }), {
      label: this.transloco.translate('strategies.regret'),
      run: () => void change(null).then(() => this.changed.emit()),
    });
  }
}
