import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { GeographyData } from '@samverkan/geography/portal';
import { SessionStore } from '@samverkan/identity/portal';
import type { Question, QuestionEnding, QuestionVerb, ReplyInput } from '@samverkan/questions/contract';
import { VisibilityBadge } from '@samverkan/reading/portal';
import {
  HumanDatePipe,
  Icon,
  PageHead,
  ProblemWords,
  Toasts,
  keepLatest,
  newIdempotencyKey,
  plural,
  reloadOn,
} from '@samverkan/shared/portal';
import { SensitiveReportButton } from '@samverkan/writing/portal';
import { EndingDialog } from './ending-dialog';
import { JoinForDialog } from './join-for-dialog';
import { QuestionHistoryTable } from './question-history';
import { QuestionLine } from './question-line';
import { QuestionReplies } from './question-replies';
import { QuestionTerms } from './question-terms';
import { QuestionRequests, historyOf, questionOf } from './questions.data';
import { ReplyDialog } from './reply-dialog';

type Ending = 'reject' | 'end' | 'unanswered';

/** One question: how it stands, who has it, what it has been answered with, and what each may do with it. */
@Component({
  selector: 'sam-question-page',
  templateUrl: './question.page.html',
  imports: [
    EndingDialog,
    HumanDatePipe,
    Icon,
    JoinForDialog,
    PageHead,
    QuestionHistoryTable,
    QuestionLine,
    QuestionReplies,
    ReplyDialog,
    RouterLink,
    SensitiveReportButton,
    TranslocoDirective,
    VisibilityBadge,
  ],
})
export class QuestionPage {
  readonly id = input.required<string>();
  private readonly requests = inject(QuestionRequests);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ProblemWords);
  private readonly session = inject(SessionStore);
  protected readonly geography = inject(GeographyData);
  protected readonly terms = inject(QuestionTerms);
  protected readonly source = questionOf(this.id);
  private readonly historySource = historyOf(() => `/api/questions/${this.id()}`);
  protected readonly question = keepLatest(this.source);
  protected readonly history = keepLatest(this.historySource);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly ending = signal<Ending | null>(null);
  protected readonly answering = signal(false);
  protected readonly joiningFor = signal(false);
  protected readonly plural = plural;
  private key = newIdempotencyKey();
  protected readonly own = computed(() => this.session.acting()?.organization.name ?? '');
  protected readonly mayHide = computed(() =>
    ['coordinator', 'partner', 'county_staff', 'county_admin'].includes(this.session.acting()?.role ?? ''),
  );
  protected readonly missing = computed(() => (this.source.error() ? this.words.of(this.source.error()) : null));
  /** What stands as buttons in the row; judging stands with the answer. */
  protected readonly verbs = computed(
    () => this.question()?.allowed.verbs.filter((verb) => verb !== 'judge' && verb !== 'leave') ?? [],
  );

  constructor() {
    reloadOn('questions', this.source, this.historySource);
  }

  protected async press(verb: QuestionVerb): Promise<void> {
    if (verb === 'reject' || verb === 'end' || verb === 'unanswered') this.ending.set(verb);
    else if (verb === 'answer') this.answering.set(true);
    else if (verb === 'bundle')
      await this.router.navigate(['/fragor/samlade/ny'], { queryParams: { fragor: this.id() } });
    else if (verb === 'join') await this.tell(verb, () => this.requests.join(this.id()));
    else await this.tell(verb, () => this.requests.step(this.id(), verb));
  }

  protected async end({ reason, guardConfirmed }: QuestionEnding): Promise<void> {
    const step = this.ending();
    if (step && (await this.tell(step, () => this.requests.step(this.id(), step, { reason, guardConfirmed }))))
      this.ending.set(null);
  }

  protected async answer(input: ReplyInput): Promise<void> {
    if (!(await this.tell('answer', () => this.requests.answer(this.id(), input, this.key)))) return;
    this.answering.set(false);
    this.key = newIdempotencyKey();
  }

  protected async joinFor(organizationId: string): Promise<void> {
    if (await this.tell('join-for', () => this.requests.join(this.id(), organizationId))) this.joiningFor.set(false);
  }

  /** Afterwards it may be seen no more. */
  protected async leave(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await this.requests.leave(this.id());
      await this.toasts.show(this.transloco.translate('questions.told.leave'));
      this.source.reload();
    } catch (error) {
      this.problem.set(this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }

  protected show(visibility: string): Promise<boolean> {
    return this.tell(`show.${visibility}`, () => this.requests.show(this.id(), visibility));
  }

  protected changed(question: Question): void {
    this.source.set(question);
    this.historySource.reload();
  }

  private async tell(told: string, deed: () => Promise<Question>): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const question = await deed();
      this.changed(question);
      const undo = question.allowed.verbs.includes('undo') && told !== 'undo';
      await this.toasts.show(
        this.transloco.translate(`questions.told.${told}`),
        undo
          ? { label: this.transloco.translate<string>('questions.undo'), run: () => void this.press('undo') }
          : undefined,
      );
      return true;
    } catch (error) {
      this.problem.set(this.words.of(error));
      this.source.reload();
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
