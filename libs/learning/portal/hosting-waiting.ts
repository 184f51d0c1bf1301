import { Component, DOCUMENT, type ElementRef, computed, inject, input, signal, viewChild } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Hosting } from '@samverkan/learning/contract';
import { reminderDays } from '@samverkan/shared/contract';
import { HumanDatePipe, Icon, ProblemWords, Toasts } from '@samverkan/shared/portal';
import { HostingRequests } from './hosting.data';

const dayMs = 86_400_000;

/** For those who have asked: how long it has been without an answer, and the ways to remind and to take the question back. */
@Component({
  selector: 'sam-hosting-waiting',
  templateUrl: './hosting-waiting.html',
  styles: ':host { display: block; } p { margin-block: var(--sam-2) 0; }',
  imports: [HumanDatePipe, Icon, TranslocoDirective],
})
export class HostingWaiting {
  private readonly requests = inject(HostingRequests);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly document = inject(DOCUMENT);
  private readonly back = viewChild<ElementRef<HTMLElement>>('back');
  readonly hosting = input.required<Hosting>();
  /** Where it was read, to be read again; an undo outlives this piece. */
  readonly source = input.required<{ reload(): unknown }>();
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  /** Whole days without an answer, from the day when it may be reminded of. */
  protected readonly silentDays = computed(() => {
    const days = Math.floor((Date.now() - Date.parse(this.hosting().askedAt)) / dayMs);
    return days >= reminderDays ? days : null;
  });

  protected async remind(): Promise<void> {
    const { id, organization } = this.hosting();
    if (!(await this.doing(() => this.requests.remind(id)))) return;
    // The button goes with the deed: the keyboard stays beside where it was.
    this.back()?.nativeElement.focus();
    await this.toasts.show(this.transloco.translate('learning.hosting.reminded', { organization: organization.name }));
  }

  protected async withdraw(): Promise<void> {
    const { id } = this.hosting();
    if (!(await this.doing(() => this.requests.withdraw(id)))) return;
    this.document.getElementById('innehall')?.focus();
    const label = this.transloco.translate<string>('learning.undo');
    const undo = { label, run: () => void this.undo(id, this.source()) };
    await this.toasts.show(this.transloco.translate('learning.hosting.withdrawn'), undo);
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
