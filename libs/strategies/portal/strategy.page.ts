import { ApplicationRef, Component, DOCUMENT, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { GeographyData } from '@samverkan/geography/portal';
import {
  HumanDatePipe,
  Icon,
  Language,
  PageHead,
  ProblemWords,
  keepLatest,
  plural,
  reloadOn,
  today,
} from '@samverkan/shared/portal';
import { SensitiveReportButton } from '@samverkan/writing/portal';
import { Bilingual } from './bilingual';
import { ChainThread } from './chain-thread';
import { fewDaysTo } from './period';
import { strategyWith } from './strategies.data';
import { StrategyCommitments } from './strategy-commitments';
import { StrategyDeeds } from './strategy-deeds';
import { StrategyDocument } from './strategy-document';
import { StrategyGoals } from './strategy-goals';
import { StrategyHistorySection } from './strategy-history';
import { StrategySignatories } from './strategy-signatories';
import { StrategySources } from './strategy-sources';
import { StrategyState } from './strategy-state';
import { StrategyWays } from './strategy-ways';

/** One strategy: whether it applies, what it replaced, its goals with what is done towards them, and who stands behind it. */
@Component({
  selector: 'sam-strategy-page',
  templateUrl: './strategy.page.html',
  styleUrl: './strategy.page.scss',
  host: { '(window:beforeprint)': 'onPaper(true)', '(window:afterprint)': 'onPaper(false)' },
  imports: [
    Bilingual,
    ChainThread,
    HumanDatePipe,
    Icon,
    PageHead,
    RouterLink,
    SensitiveReportButton,
    StrategyCommitments,
    StrategyDeeds,
    StrategyDocument,
    StrategyGoals,
    StrategyHistorySection,
    StrategySignatories,
    StrategySources,
    StrategyState,
    StrategyWays,
    TranslocoDirective,
  ],
})
export class StrategyPage {
  private readonly words = inject(ProblemWords);
  private readonly app = inject(ApplicationRef);
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly language = inject(Language);
  private readonly english = computed(() => this.language.current() === 'en');
  protected readonly geography = inject(GeographyData);
  protected readonly plural = plural;
  readonly id = input.required<string>();

  protected readonly printing = signal(false);
  protected readonly source = strategyWith(() => this.id());
  private readonly latest = keepLatest(this.source);
  protected readonly strategy = computed(() => (this.latest()?.id === this.id() ? this.latest() : undefined));
  protected readonly problem = computed(() => {
    const error = this.source.error();
    return error ? this.words.of(error) : null;
  });
  protected readonly title = computed(() => {
    const strategy = this.strategy();
    return (this.english() && strategy?.titleEn) || strategy?.title;
  });
  protected readonly shortTitle = computed(() => {
    const strategy = this.strategy();
    return (this.english() && strategy?.shortTitleEn) || strategy?.shortTitle;
  });
  /** The title the strategy was decided under, where the page shows our translation of it. */
  protected readonly original = computed(() =>
    this.english() && this.strategy()?.titleEn ? this.strategy()?.title : null,
  );
  protected readonly daysLeft = computed(() => fewDaysTo(this.strategy()?.endsOn ?? null, today()));
  protected readonly counties = computed(
    () =>
      this.strategy()
        ?.countyCodes.map((code) => this.geography.name(code))
        .join(', ') ?? '',
  );

  /** Its page for those who have no account; only what has been decided has one. */
  protected readonly openPage = computed(() => {
    const { id, status } = this.strategy() ?? {};
    const decided = status === 'adopted' || status === 'superseded' || status === 'repealed';
    return decided ? `${this.english() ? '/en' : ''}/offentligt/strategier/${id}` : null;
  });

  /** What has been decided in its place. A draft of the next is no successor yet. */
  protected readonly successors = computed(() =>
    (this.strategy()?.replacedBy ?? []).filter(({ status }) => ['adopted', 'superseded', 'repealed'].includes(status)),
  );

  /** What it is first compared with: what it replaces, else what replaces it. */
  protected readonly beside = computed(() => {
    const strategy = this.strategy();
    return strategy?.replaces[0] ?? this.successors()[0] ?? strategy?.replacedBy[0];
  });
  protected readonly compareAddress = computed(() => {
    const beside = this.beside();
    return ['/strategier', this.id(), 'jamfor', ...(beside ? [beside.id] : [])];
  });

  protected readonly wordAddress = computed(
    () => `/api/strategies/${this.id()}/document?lang=${this.language.current()}`,
  );

  constructor() {
    reloadOn('strategies', this.source);
  }

  /** The document must be drawn before the browser goes on: it prints what stands there when this returns. */
  protected onPaper(printing: boolean): void {
    this.printing.set(printing);
    this.app.tick();
  }

  protected print(): void {
    this.window?.print();
  }
}
