import { Component, DOCUMENT, type ElementRef, computed, inject, input, signal, viewChild } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Cooperation } from '@samverkan/actions/contract';
import { reminderDays } from '@samverkan/shared/contract';
import { HumanDatePipe, Icon, ProblemWords, Toasts } from '@samverkan/shared/portal';
import { CooperationRequests } from './cooperation.data';

const dayMs = 86_400_000;

/** For the side that has asked: how long it has been without an answer, and the ways to remind the other and to take the question back. */
@Component({
  selector: 'sam-cooperation-waiting',
  templateUrl: './cooperation-waiting.html',
  styleUrl: './cooperation-waiting.scss',
  imports: [HumanDatePipe, Icon, TranslocoDirective],
})
export class CooperationWaiting {
  private readonly requests = inject(CooperationRequests);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly document = inject(DOCUMENT);
  private readonly back = viewChild<ElementRef<HTMLElement>>('back');
  readonly cooperation = input.required<Cooperation>();
  /** Where it was read, to be read again; an undo outlives this piece. */
  readonly source = input.required<{ reload(): unknown }>();
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  /** Whole days without an answer, from the day when it may be reminded of. */
  protected readonly silentDays = computed(() => {
    const days = Math.floor((Date.now() - Date.parse(this.cooperation().askedAt)) / dayMs);
    return days >= reminderDays ? days : null;
  });

  protected async remind(): Promise<void> {
    const { id, organization, kind } = this.cooperation();
    if (!(await this.doing(() => this.requests.remind(id)))) return;
    // The button goes with the deed: the keyboard stays beside where it was.
    this.back()?.nativeElement.focus();
    const key = kind === 'proposal' ? 'actions.cooperation.reminded.owners' : 'actions.cooperation.reminded';
    await this.toasts.show(this.transloco.translate(key, { organization: organization.name }));
  }

  protected async withdraw(): Promise<void> {
    const { id } = this.cooperation();
    if (!(await this.doing(() => this.requests.withdraw(id)))) return;
    this.document.getElementById('innehall')?.focus();
    const label = this.transloco.translate<string>('actions.undo');
    const undo = { label, run: () => void this.undo(id, this.source()) };
    await this.toasts.show(this.transloco.translate('actions.cooperation.withdrawn'), undo);
  }

  private async undo(id: string, source: { reload(): unknown }): Promise<void> {
    try {
      await this.requests.undo(id);
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
