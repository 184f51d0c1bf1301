import { Component, DOCUMENT, computed, inject, input, signal, viewChild } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type Hosting, HostingAnswerInput } from '@samverkan/learning/contract';
import { type GuardReason, confirmation } from '@samverkan/shared/contract';
import { Icon, ProblemWords, Toasts } from '@samverkan/shared/portal';
import { GuardedText } from '@samverkan/writing/portal';
import { HostingRequests } from './hosting.data';

/** For whoever is asked: what a yes means, and yes or no with a line. */
@Component({
  selector: 'sam-hosting-answer',
  templateUrl: './hosting-answer.html',
  styles: `
    :host {
      display: block;
      margin-top: var(--sam-5);
    }
    .form > ul {
      padding-left: var(--sam-5);
    }
  `,
  imports: [GuardedText, Icon, TranslocoDirective],
})
export class HostingAnswer {
  private readonly requests = inject(HostingRequests);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly document = inject(DOCUMENT);
  private readonly text = viewChild(GuardedText);
  readonly hosting = input.required<Hosting>();
  /** Where it was read, to be read again; an undo outlives this piece. */
  readonly source = input.required<{ reload(): unknown }>();
  protected readonly line = signal('');
  protected readonly confirmed = signal<GuardReason | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly blocked = computed(() => this.text()?.blocked() ?? false);

  unsaved(): boolean {
    return this.line().trim() !== '';
  }

  protected async answer(verb: 'accept' | 'decline'): Promise<void> {
    if (this.blocked() || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const guardConfirmed = confirmation('answer', this.confirmed());
      const input = HostingAnswerInput.parse({ answer: this.line().trim() || null, guardConfirmed });
      const source = this.source();
      const { id } = await this.requests.answer(this.hosting().id, verb, input);
      this.line.set('');
      source.reload();
      // The form goes with the answer: the keyboard stays on the page.
      this.document.getElementById('innehall')?.focus();
      const label = this.transloco.translate<string>('learning.undo');
      const told = `learning.hosting.${verb === 'accept' ? 'accepted' : 'declined'}`;
      await this.toasts.show(this.transloco.translate(told), { label, run: () => void this.undo(id, source) });
    } catch (error) {
      this.problem.set(this.words.of(error));
      this.source().reload();
    } finally {
      this.busy.set(false);
    }
  }

  private async undo(id: string, source: { reload(): unknown }): Promise<void> {
    try {
      await this.requests.undo(id);
    } catch (error) {
      await this.toasts.show(this.words.of(error));
    }
    source.reload();
  }
}
