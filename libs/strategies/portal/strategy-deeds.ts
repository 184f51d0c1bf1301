import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Icon, ProblemWords, Toasts } from '@samverkan/shared/portal';
import { Dialog, GuardedText } from '@samverkan/writing/portal';
import type { Strategy } from '@samverkan/strategies/contract';
import { AdoptDialog } from './adopt-dialog';
import { StrategyRequests } from './strategy-requests';

/** What this reader may do with the strategy: write it, replace it, decide it, take the decision back. */
@Component({
  selector: 'sam-strategy-deeds',
  templateUrl: './strategy-deeds.html',
  imports: [AdoptDialog, Dialog, GuardedText, Icon, RouterLink, TranslocoDirective],
})
export class StrategyDeeds {
  private readonly requests = inject(StrategyRequests);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ProblemWords);
  readonly strategy = input.required<Strategy>();
  readonly changed = output();
  protected readonly open = signal<'adopt' | 'undo' | 'repeal' | null>(null);
  protected readonly motive = signal('');
  protected readonly problem = signal<string | null>(null);
  /** The draft that is to replace this one, when somebody has begun. */
  protected readonly next = computed(() =>
    this.strategy().replacedBy.find(({ status }) => ['draft', 'in_consultation', 'proposed'].includes(status)),
  );

  protected async adopted(): Promise<void> {
    this.open.set(null);
    this.changed.emit();
    await this.say('strategies.adopted');
  }

  protected undo(): Promise<void> {
    return this.tried(() => this.requests.undoAdoption(this.strategy().id), 'strategies.undone');
  }

  protected async repeal(event: Event, blocked: boolean): Promise<void> {
    event.preventDefault();
    if (blocked) return;
    if (this.motive().trim().length < 3) {
      this.problem.set(this.words.code('field.too-short'));
      return;
    }
    await this.tried(() => this.requests.repeal(this.strategy().id, this.motive().trim()), 'strategies.repealed');
  }

  protected async discard(): Promise<void> {
    const { id } = this.strategy();
    try {
      await this.requests.discard(id);
    } catch (error) {
      this.problem.set(this.words.of(error));
      return;
    }
    await this.router.navigate(['/strategier']);
    await this.toasts.show(this.transloco.translate('strategies.discarded'), {
      label: this.transloco.translate('strategies.regret'),
      run: () => void this.requests.restore(id).then(() => this.router.navigate(['/strategier', id])),
    });
  }

  private async tried(deed: () => Promise<unknown>, told: string): Promise<void> {
    this.problem.set(null);
    try {
      await deed();
      this.open.set(null);
      this.changed.emit();
      await this.say(told);
    } catch (error) {
      this.problem.set(this.words.of(error));
    }
  }

  private say(key: string): Promise<void> {
    return this.toasts.show(this.transloco.translate(key));
  }
}
