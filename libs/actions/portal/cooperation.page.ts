import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type Cooperation, CooperationAnswerInput } from '@samverkan/actions/contract';
import { type GuardReason, confirmation } from '@samverkan/shared/contract';
import { HumanPeriodPipe, Status } from '@samverkan/reading/portal';
import {
  HumanDatePipe,
  Icon,
  type MayHoldUnsaved,
  PageHead,
  ProblemWords,
  Toasts,
  keepLatest,
  reloadOn,
} from '@samverkan/shared/portal';
import { GuardedText, SensitiveReportButton, Unanswered } from '@samverkan/writing/portal';
import { TermLists } from '@samverkan/vocabularies/portal';
import { CooperationRequests, cooperationOf } from './cooperation.data';
import { CooperationWords } from './cooperation-words';
import { PlaceWords } from './place-words';

/** One invitation or proposal: what it is about, what comes with it, and the answer with a line. */
@Component({
  selector: 'sam-cooperation-page',
  templateUrl: './cooperation.page.html',
  styleUrl: './cooperation.page.scss',
  imports: [
    GuardedText,
    HumanDatePipe,
    HumanPeriodPipe,
    Icon,
    PageHead,
    RouterLink,
    SensitiveReportButton,
    Status,
    TranslocoDirective,
    Unanswered,
  ],
})
export class CooperationPage implements MayHoldUnsaved {
  protected readonly terms = inject(TermLists);
  readonly id = input.required<string>();
  protected readonly requests = inject(CooperationRequests);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly router = inject(Router);
  protected readonly sentences = inject(CooperationWords);
  protected readonly places = inject(PlaceWords);
  protected readonly source = cooperationOf(this.id);
  protected readonly cooperation = keepLatest(this.source);
  private readonly text = viewChild(GuardedText);
  protected readonly line = signal('');
  protected readonly confirmed = signal<GuardReason | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly blocked = computed(() => this.text()?.blocked() ?? false);
  protected readonly missing = computed(() => {
    const error = this.source.error();
    return error ? this.words.of(error) : null;
  });
  /** The question to whoever is asked; else what it is called. */
  protected readonly heading = computed(() => {
    const one = this.cooperation();
    if (!one) return '';
    const question =
      one.kind === 'proposal' ? 'actions.cooperation.ask.proposal' : 'actions.cooperation.ask.invitation';
    if (one.allowed.answer) return this.transloco.translate<string>(question);
    return one.action?.title ?? this.transloco.translate<string>('actions.cooperation.unseen');
  });
  protected readonly brings = computed(() => {
    const brings = this.cooperation()?.brings;
    const places = this.places.of(brings?.municipalityCodes ?? []);
    return [places, ...(brings?.goals ?? []).map(({ number, title }) => `${number ?? ''} ${title}`.trim())].filter(
      (part) => part !== '',
    );
  });

  constructor() {
    reloadOn('actions', this.source);
  }

  unsaved(): boolean {
    return this.line().trim() !== '';
  }

  protected async answer(verb: 'accept' | 'decline'): Promise<void> {
    if (this.blocked()) return;
    const guardConfirmed = confirmation('answer', this.confirmed());
    const input = CooperationAnswerInput.parse({ answer: this.line().trim() || null, guardConfirmed });
    const answered = await this.doing(() => this.requests.answer(this.id(), verb, input));
    if (!answered) return;
    this.line.set('');
    await this.told(`actions.cooperation.${verb === 'accept' ? 'accepted' : 'declined'}`);
  }

  protected async undo(): Promise<void> {
    const back = await this.doing(async () => (await this.requests.undo(this.id())).items[0] ?? null);
    // Of a leaving that is taken back nothing is left: the action is hers again.
    const action = this.cooperation()?.action?.id;
    if (back === null && !this.problem()) await this.router.navigate(['/insatser', action ?? 'samarbete']);
  }

  private told(key: string): Promise<void> {
    const label = this.transloco.translate<string>('actions.undo');
    return this.toasts.show(this.transloco.translate(key), { label, run: () => void this.undo() });
  }

  private async doing(deed: () => Promise<Cooperation | null>): Promise<Cooperation | null> {
    if (this.busy()) return null;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const changed = await deed();
      if (changed) this.source.set(changed);
      return changed;
    } catch (error) {
      this.problem.set(this.words.of(error));
      this.source.reload();
      return null;
    } finally {
      this.busy.set(false);
    }
  }
}
