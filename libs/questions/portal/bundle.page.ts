import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { SessionStore } from '@samverkan/identity/portal';
import type { Bundle, QuestionEnding, ReplyInput } from '@samverkan/questions/contract';
import { Step, Thread } from '@samverkan/reading/portal';
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
import { BundleRequests, bundleOf } from './bundles.data';
import { EndingDialog } from './ending-dialog';
import { QuestionHistoryTable } from './question-history';
import { QuestionLine } from './question-line';
import { QuestionReplies } from './question-replies';
import { historyOf } from './questions.data';
import { ReplyDialog } from './reply-dialog';
import { SendingDialog } from './sending-dialog';

/** Questions that go on together: the wording and the originals, the letter, the clock, and the answer. */
@Component({
  selector: 'sam-bundle-page',
  templateUrl: './bundle.page.html',
  imports: [
    EndingDialog,
    HumanDatePipe,
    Icon,
    PageHead,
    QuestionHistoryTable,
    QuestionLine,
    QuestionReplies,
    ReplyDialog,
    RouterLink,
    SendingDialog,
    SensitiveReportButton,
    Step,
    Thread,
    TranslocoDirective,
  ],
})
export class BundlePage {
  readonly id = input.required<string>();
  private readonly requests = inject(BundleRequests);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ProblemWords);
  private readonly session = inject(SessionStore);
  protected readonly source = bundleOf(this.id);
  private readonly historySource = historyOf(() => `/api/question-bundles/${this.id()}`);
  protected readonly bundle = keepLatest(this.source);
  protected readonly history = keepLatest(this.historySource);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly sending = signal<'send' | 'readdress' | 'days' | null>(null);
  protected readonly answering = signal(false);
  protected readonly ending = signal(false);
  protected readonly plural = plural;
  private key = newIdempotencyKey();
  protected readonly role = computed(() => this.session.acting()?.role ?? '');
  protected readonly handles = computed(() => ['county_staff', 'county_admin'].includes(this.role()));
  protected readonly mayHide = computed(() =>
    ['coordinator', 'partner', 'county_staff', 'county_admin'].includes(this.role()),
  );
  protected readonly missing = computed(() => (this.source.error() ? this.words.of(this.source.error()) : null));

  constructor() {
    reloadOn('questions', this.source, this.historySource);
  }

  protected async send(body: object): Promise<void> {
    const deed = this.sending();
    if (!deed) return;
    const done = await this.tell(deed, () =>
      deed === 'days' ? this.requests.setDays(this.id(), body) : this.requests.step(this.id(), deed, body),
    );
    if (done) this.sending.set(null);
  }

  protected async answer(input: ReplyInput): Promise<void> {
    if (!(await this.tell('answer', () => this.requests.reply(this.id(), input, this.key)))) return;
    this.answering.set(false);
    this.key = newIdempotencyKey();
  }

  protected async end(ending: QuestionEnding): Promise<void> {
    if (await this.tell('end', () => this.requests.step(this.id(), 'end', ending))) this.ending.set(false);
  }

  protected async remove(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await this.requests.remove(this.id());
      await this.router.navigate(['/fragor/samlade']);
      await this.toasts.show(this.transloco.translate('questions.bundle.told.remove'));
    } catch (error) {
      this.problem.set(this.words.of(error));
      this.busy.set(false);
    }
  }

  private async tell(told: string, deed: () => Promise<Bundle>): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.source.set(await deed());
      this.historySource.reload();
      await this.toasts.show(this.transloco.translate(`questions.bundle.told.${told}`));
      return true;
    } catch (error) {
      this.problem.set(this.words.of(error));
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
