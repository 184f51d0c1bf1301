import { Component, inject, input, linkedSignal, output, signal, untracked, viewChildren } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type OfferStep, OfferStepsInput, type Uptake } from '@samverkan/learning/contract';
import { type GuardReason, confirmation } from '@samverkan/shared/contract';
import { Icon, ProblemWords, asProblem } from '@samverkan/shared/portal';
import { GuardedText, clashesOf } from '@samverkan/writing/portal';
import { OfferRequests } from './learning.data';

interface Line {
  id?: string;
  title: string;
  link: string;
  confirmed: GuardReason | null;
}

/** The steps of web-based guidance, or a campaign's kit, as those who hold it write them. */
@Component({
  selector: 'sam-offer-steps',
  templateUrl: './offer-steps.html',
  imports: [GuardedText, Icon, TranslocoDirective],
})
export class OfferSteps {
  private readonly requests = inject(OfferRequests);
  private readonly words = inject(ProblemWords);
  private readonly texts = viewChildren(GuardedText);
  readonly offerId = input.required<string>();
  readonly steps = input.required<readonly OfferStep[]>();
  readonly saved = output<Uptake>();
  readonly closed = output();
  /** Of the training, as it was when the form was opened. */
  readonly version = input.required<number>();
  // Filled once: what others change meanwhile takes nothing of what is being written.
  protected readonly lines = linkedSignal<Line[]>(() =>
    untracked(() => this.steps().map(({ id, title, link }) => ({ id, title, link, confirmed: null }))),
  );
  private readonly seen = linkedSignal(() => untracked(() => this.version()));
  protected readonly problem = signal<string | null>(null);

  protected set(at: number, change: Partial<Line>): void {
    this.lines.update((lines) => lines.map((line, n) => (n === at ? { ...line, ...change } : line)));
  }

  protected add(): void {
    this.lines.update((lines) => [...lines, { title: '', link: '', confirmed: null }]);
  }

  protected remove(at: number): void {
    this.lines.update((lines) => lines.filter((_, n) => n !== at));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.problem.set(null);
    if (this.texts().some((text) => text.blocked())) return;
    const lines = this.lines().filter(({ title }) => title.trim() !== '');
    const read = OfferStepsInput.safeParse({
      steps: lines.map(({ id, title, link }) => ({ ...(id ? { id } : {}), title, link: link.trim() })),
      guardConfirmed: lines.flatMap(({ confirmed }, at) => confirmation(`steps.${at}.title`, confirmed)),
    });
    if (!read.success) {
      this.problem.set(this.words.code('input.invalid'));
      return;
    }
    try {
      this.saved.emit(await this.requests.keepSteps(this.offerId(), this.seen(), read.data));
    } catch (error) {
      const clash = clashesOf(asProblem(error)?.current, {});
      if (clash) this.seen.set(clash.version);
      this.problem.set(this.words.of(error));
    }
  }
}
