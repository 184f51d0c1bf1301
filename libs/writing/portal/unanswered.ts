import { Component, DOCUMENT, type ElementRef, computed, inject, input, signal, viewChild } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { reminderDays } from '@samverkan/shared/contract';
import { HumanDatePipe, Icon, ProblemWords, Toasts } from '@samverkan/shared/portal';

const dayMs = 86_400_000;

/** What one party has asked another, and what may still be done about it. */
interface Asked {
  id: string;
  /** The party that is to answer, or about whose work it is. */
  organization: { name: string };
  askedAt: string;
  remindedAt: string | null;
  allowed: { remind: boolean; withdraw: boolean };
  /** False where nobody there has an account that can answer. */
  answerable?: boolean;
}

/** How it is done; each refuses with a problem. */
interface AskedWays {
  remind(id: string): Promise<unknown>;
  withdraw(id: string): Promise<unknown>;
  undo(id: string): Promise<unknown>;
}

/** For the side that has asked: how long it has been without an answer, and the ways to remind the other and to take the question back. */
@Component({
  selector: 'sam-unanswered',
  templateUrl: './unanswered.html',
  styles: ':host { display: block; } p { margin-block: var(--sam-2) 0; }',
  imports: [HumanDatePipe, Icon, TranslocoDirective],
})
export class Unanswered {
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly document = inject(DOCUMENT);
  private readonly back = viewChild<ElementRef<HTMLElement>>('back');
  readonly question = input.required<Asked>();
  readonly ways = input.required<AskedWays>();
  /** Where it was read, to be read again; an undo outlives this piece. */
  readonly source = input.required<{ reload(): unknown }>();
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  /** Whole days without an answer, from the day when it may be reminded of. */
  protected readonly silentDays = computed(() => {
    const days = Math.floor((Date.now() - Date.parse(this.question().askedAt)) / dayMs);
    return days >= reminderDays ? days : null;
  });

  protected async remind(): Promise<void> {
    const { id } = this.question();
    if (!(await this.doing(() => this.ways().remind(id)))) return;
    // The button goes with the deed: the keyboard stays beside where it was.
    this.back()?.nativeElement.focus();
    await this.toasts.show(this.transloco.translate('shared.unanswered.reminded'));
  }

  protected async withdraw(): Promise<void> {
    const { id } = this.question();
    const [ways, source] = [this.ways(), this.source()];
    if (!(await this.doing(() => ways.withdraw(id)))) return;
    this.document.getElementById('innehall')?.focus();
    const label = this.transloco.translate<string>('shared.unanswered.undo');
    const undo = { label, run: () => void this.undo(id, ways, source) };
    await this.toasts.show(this.transloco.translate('shared.unanswered.withdrawn'), undo);
  }

  private async undo(id: string, ways: AskedWays, source: { reload(): unknown }): Promise<void> {
    try {
      await ways.undo(id);
    } catch (error) {
      await this.toasts.show(this.words.of(error));
    }
    source.reload();
  }

  private async doing(deed: () => Promise<unknown>): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await deed();
      return true;
    } catch (error) {
      this.problem.set(this.words.of(error));
      return false;
    } finally {
      this.busy.set(false);
      this.source().reload();
    }
  }
}
