import { Component, computed, effect, inject, input, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { type GuardReason, confirmation } from '@samverkan/shared/contract';
import {
  DraftBox,
  HumanDatePipe,
  PageHead,
  ProblemWords,
  asProblem,
  keepLatest,
  today,
} from '@samverkan/shared/portal';
import { Autosave } from '@samverkan/writing/portal';
import { ConsultationRequests, choicesFor, consultationList } from './consultations.data';
import { PartyChoice } from './party-choice';
import { RoundFields } from './round-fields';

/** Thirty days, which most need. */
const inAMonth = () => {
  const day = new Date(`${today()}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 30);
  return day.toISOString().slice(0, 10);
};

/** From a strategy: the round that is under way, those before, and a new one for whoever keeps the draft. */
@Component({
  selector: 'sam-strategy-rounds-page',
  templateUrl: './strategy-rounds.page.html',
  imports: [Autosave, HumanDatePipe, PageHead, PartyChoice, RoundFields, RouterLink, TranslocoDirective],
})
export class StrategyRoundsPage {
  private readonly requests = inject(ConsultationRequests);
  private readonly words = inject(ProblemWords);
  private readonly router = inject(Router);
  private readonly drafts = inject(DraftBox);
  private readonly fields = viewChild(RoundFields);
  readonly strategyId = input.required<string>();
  private readonly list = keepLatest(consultationList());
  protected readonly rounds = computed(() => this.list()?.items.filter((one) => one.strategyId === this.strategyId()));
  private readonly open = computed(() => this.rounds()?.find(({ status }) => status === 'open'));
  protected readonly source = choicesFor(() => (this.rounds() && !this.open() ? this.strategyId() : null));
  protected readonly choices = computed(() => (this.source.hasValue() ? this.source.value() : undefined));
  protected readonly lastDay = signal(inAMonth());
  protected readonly message = signal('');
  protected readonly showsAnswers = signal(false);
  protected readonly chosen = signal<readonly string[]>([]);
  protected readonly confirmed = signal<GuardReason | null>(null);
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly refused = signal<string | null>(null);
  private readonly ready = signal(false);
  protected readonly problem = computed(() => {
    const error = this.source.error();
    return error ? this.words.of(error) : null;
  });
  protected readonly draft = this.drafts.keep(
    () => this.key(),
    () =>
      this.ready() && !this.fields()?.blocked()
        ? {
            lastDay: this.lastDay(),
            message: this.message(),
            showsAnswers: this.showsAnswers(),
            chosen: [...this.chosen()],
          }
        : null,
  );

  constructor() {
    effect(() => {
      const open = this.open();
      if (!open) return;
      const rest = open.asked ? ['svar'] : [];
      void this.router.navigate(['/remisser', open.id, ...rest], { replaceUrl: true });
    });
    queueMicrotask(() => void this.begin());
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if (this.busy() || this.fields()?.blocked() || this.chosen().length === 0) return;
    this.busy.set(true);
    this.refused.set(null);
    try {
      const opened = await this.requests.open({
        strategyId: this.strategyId(),
        organizationIds: [...this.chosen()],
        lastDay: this.lastDay(),
        message: this.message(),
        showsAnswers: this.showsAnswers(),
        guardConfirmed: confirmation('message', this.confirmed()),
      });
      await this.draft.discard();
      await this.router.navigate(['/remisser', opened.id, 'svar']);
    } catch (error) {
      const [issue] = asProblem(error)?.issues ?? [];
      this.refused.set(issue ? this.words.code(issue.code) : this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }

  private key(): string {
    return `consultation:new:${this.strategyId()}`;
  }

  private async begin(): Promise<void> {
    const kept = await this.drafts.read<{
      lastDay: string;
      message: string;
      showsAnswers: boolean;
      chosen: string[];
    }>(this.key());
    if (kept) {
      if (kept.lastDay >= today()) this.lastDay.set(kept.lastDay);
      // What was typed while it was fetched is newer than it.
      if (!this.message()) this.message.set(kept.message);
      this.showsAnswers.set(kept.showsAnswers);
      this.chosen.set(kept.chosen);
    }
    this.ready.set(true);
  }
}
