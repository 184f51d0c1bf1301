import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { GeographyData } from '@samverkan/geography/portal';
import { HumanDatePipe, Icon, PageHead, ProblemWords, Toasts, keepLatest, reloadOn } from '@samverkan/shared/portal';
import { SensitiveReportButton } from '@samverkan/writing/portal';
import type { SupportEffectInput, SupportRequest, SupportVerb } from '@samverkan/support/contract';
import { TermLists } from '@samverkan/vocabularies/portal';
import { SupportEffectForm } from './effect-form';
import { SupportHandlingDialog } from './handling-dialog';
import { SupportHistoryTable } from './support-history';
import { SupportLine } from './support-line';
import { SupportLinks } from './support-links';
import { SupportMessages } from './support-messages';
import { SupportTerms } from './support-terms';
import { inquiryOf } from './support-inquiries.data';
import { SupportRequests, historyOf, requestOf } from './support.data';
import { SupportWordsDialog, type WordedStep, isWorded } from './words-dialog';

/** One request: how it stands, who has it, what is offered and said, what it led to, and what each may do with it. */
@Component({
  selector: 'sam-support-request-page',
  templateUrl: './request.page.html',
  imports: [
    HumanDatePipe,
    Icon,
    PageHead,
    RouterLink,
    SensitiveReportButton,
    SupportEffectForm,
    SupportHandlingDialog,
    SupportHistoryTable,
    SupportLine,
    SupportLinks,
    SupportMessages,
    SupportWordsDialog,
    TranslocoDirective,
  ],
})
export class RequestPage {
  readonly id = input.required<string>();
  private readonly requests = inject(SupportRequests);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ProblemWords);
  private readonly lists = inject(TermLists);
  protected readonly geography = inject(GeographyData);
  protected readonly terms = inject(SupportTerms);
  protected readonly source = requestOf(this.id);
  private readonly historySource = historyOf(this.id);
  protected readonly request = keepLatest(this.source);
  protected readonly history = keepLatest(this.historySource);
  private readonly inquirySource = inquiryOf(() => {
    const one = this.request();
    return one?.captured && one.allowed.handle ? one.id : undefined;
  });
  /** Whoever asked on the county's public page, as long as the board keeps it. */
  protected readonly inquiry = computed(() =>
    this.inquirySource.hasValue() ? this.inquirySource.value().items[0] : undefined,
  );
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly worded = signal<WordedStep | null>(null);
  protected readonly handling = signal<'take' | 'give' | null>(null);
  protected readonly missing = computed(() => (this.source.error() ? this.words.of(this.source.error()) : null));
  protected readonly professions = computed(() => this.lists.words('profession', this.request()?.professions ?? []));
  /** What stands as buttons in the row; what it led to has a form of its own. */
  protected readonly verbs = computed(() => this.request()?.allowed.verbs.filter((verb) => verb !== 'judge') ?? []);

  constructor() {
    reloadOn('support', this.source, this.historySource);
  }

  protected async press(verb: SupportVerb): Promise<void> {
    this.problem.set(null);
    if (isWorded(verb)) this.worded.set(verb);
    else if (verb === 'take' || verb === 'give') this.handling.set(verb);
    else if (verb === 'agree')
      await this.tell(verb, () => this.requests.step(this.id(), verb, { proposal: this.request()?.proposal }));
    else await this.tell(verb, () => this.requests.step(this.id(), verb));
  }

  protected async say(body: object): Promise<void> {
    const step = this.worded();
    if (step && (await this.tell(step, () => this.requests.step(this.id(), step, body)))) this.worded.set(null);
  }

  protected async handle(body: object): Promise<void> {
    const verb = this.handling();
    const deed = () =>
      verb === 'take' ? this.requests.step(this.id(), 'take', body) : this.requests.give(this.id(), body);
    if (verb && (await this.tell(verb, deed))) this.handling.set(null);
  }

  protected judge(input: SupportEffectInput): Promise<boolean> {
    return this.tell(`judge.${input.effect}`, () => this.requests.step(this.id(), 'effect', input));
  }

  protected tellOthers(mayTell: boolean): Promise<boolean> {
    return this.tell(mayTell ? 'may-tell' : 'may-not-tell', () => this.requests.tell(this.id(), mayTell));
  }

  protected changed(request: SupportRequest): void {
    this.source.set(request);
    this.historySource.reload();
  }

  protected isFirst(verb: SupportVerb): boolean {
    return verb === 'take' || verb === 'agree' || (verb === 'propose' && this.request()?.status === 'in_progress');
  }

  private async tell(told: string, deed: () => Promise<SupportRequest>): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const request = await deed();
      this.changed(request);
      const undo = request.allowed.verbs.includes('undo') && told !== 'undo' && told !== 'give';
      await this.toasts.show(
        this.transloco.translate(`support.told.${told}`),
        undo
          ? { label: this.transloco.translate<string>('support.verb.undo'), run: () => void this.press('undo') }
          : undefined,
      );
      return true;
    } catch (error) {
      this.problem.set(this.words.of(error));
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
