import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { HumanPeriodPipe } from '@samverkan/reading/portal';
import {
  HumanDatePipe,
  Icon,
  type MayHoldUnsaved,
  PageHead,
  ProblemWords,
  keepLatest,
  reloadOn,
} from '@samverkan/shared/portal';
import { SensitiveReportButton, Unanswered } from '@samverkan/writing/portal';
import { HostingAnswer } from './hosting-answer';
import { HostingWords } from './hosting-words';
import { HostingRequests, hostingOf } from './hosting.data';
import { OfferState } from './offer-state';

/** One question to hold a training together: what it is about, who asks, and the answer with a line. */
@Component({
  selector: 'sam-hosting-page',
  templateUrl: './hosting.page.html',
  styles:
    '.note { margin-bottom: var(--sam-4); } h2 { margin-block: var(--sam-5) var(--sam-3); } .facts + p { margin-top: var(--sam-3); }',
  imports: [
    HostingAnswer,
    HumanDatePipe,
    HumanPeriodPipe,
    Icon,
    OfferState,
    PageHead,
    RouterLink,
    SensitiveReportButton,
    TranslocoDirective,
    Unanswered,
  ],
})
export class HostingPage implements MayHoldUnsaved {
  readonly id = input.required<string>();
  protected readonly requests = inject(HostingRequests);
  private readonly words = inject(ProblemWords);
  private readonly transloco = inject(TranslocoService);
  private readonly router = inject(Router);
  private readonly form = viewChild(HostingAnswer);
  protected readonly sentences = inject(HostingWords);
  protected readonly source = hostingOf(this.id);
  protected readonly hosting = keepLatest(this.source);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly missing = computed(() => {
    const error = this.source.error();
    return error ? this.words.of(error) : null;
  });
  /** The question to whoever is asked; else what it is called. */
  protected readonly heading = computed(() => {
    const one = this.hosting();
    if (one?.allowed.answer) return this.transloco.translate<string>('learning.hosting.ask');
    return one?.offer?.title ?? this.transloco.translate<string>('learning.hosting.unseen');
  });

  constructor() {
    reloadOn('learning', this.source);
  }

  unsaved(): boolean {
    return this.form()?.unsaved() ?? false;
  }

  protected async undo(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    const offer = this.hosting()?.offer?.id;
    try {
      const { items } = await this.requests.undo(this.id());
      // Of a leaving that is taken back nothing is left: the training is held as before.
      if (items[0]) this.source.set(items[0]);
      else await this.router.navigate(['/utbildningar', offer ?? 'tillsammans']);
    } catch (error) {
      this.problem.set(this.words.of(error));
      this.source.reload();
    } finally {
      this.busy.set(false);
    }
  }
}
