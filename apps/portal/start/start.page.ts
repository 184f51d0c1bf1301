import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { actionsOverview, actionsWaiting, pathOf, savedFilters } from '@samverkan/actions/portal';
import { Feed, feedOf, waits } from '@samverkan/activity/portal';
import { SessionStore } from '@samverkan/identity/portal';
import {
  HumanDatePipe,
  Icon,
  Language,
  PageHead,
  inTurns,
  keepLatest,
  plural,
  provideWords,
  reloadOn,
} from '@samverkan/shared/portal';
import { countyGoals, ownQuestions } from './start.data';
import { startWords } from './start-words';

const countyRoles = new Set(['county_staff', 'county_admin', 'national_reader']);

/** What waits for the person, what has changed around her, and how the county stands. County staff meet the county first. */
@Component({
  selector: 'sam-start-page',
  templateUrl: './start.page.html',
  imports: [Feed, HumanDatePipe, Icon, PageHead, RouterLink, TranslocoDirective],
  providers: [provideWords(startWords)],
})
export class StartPage {
  private readonly waitingSource = actionsWaiting();
  private readonly overviewSource = actionsOverview();
  private readonly feedSource = feedOf(4);
  private readonly goalsSource = countyGoals();
  private readonly waitsSource = waits();
  private readonly savedSource = savedFilters();
  private readonly questionsSource = ownQuestions();
  private readonly router = inject(Router);
  protected readonly store = inject(SessionStore);
  protected readonly language = inject(Language);
  protected readonly waiting = keepLatest(this.waitingSource);
  protected readonly overview = keepLatest(this.overviewSource);
  protected readonly feed = keepLatest(this.feedSource);
  /** Filters of the list of actions that she has saved or her organisation shares. */
  protected readonly saved = keepLatest(this.savedSource);
  /** The acting organisation's own questions: how each stands and who has it. */
  protected readonly questions = keepLatest(this.questionsSource);
  protected readonly pathOf = pathOf;
  private readonly allWaits = keepLatest(this.waitsSource);
  /** What waits in other areas; what is seen on this very page stands below, one by one. */
  protected readonly others = computed(() =>
    (this.allWaits()?.items ?? [])
      .filter(({ path }) => path !== '/')
      .map(({ kind, path, words }) => ({
        kind,
        words: this.language.pick(words.sv, words.en),
        to: this.router.parseUrl(path),
      })),
  );
  protected readonly plural = plural;
  protected readonly isCounty = computed(() => countyRoles.has(this.store.acting()?.role ?? ''));
  protected readonly heading = computed(() => (this.isCounty() ? 'start.heading.county' : 'start.heading'));
  protected readonly failed = computed(
    () =>
      !!(
        this.waitingSource.error() ??
        this.overviewSource.error() ??
        this.feedSource.error() ??
        this.waitsSource.error()
      ),
  );

  /** Nothing is shown by halves: parts that came one by one would push each other about while she reads. */
  protected readonly ready = computed(
    () =>
      this.failed() ||
      (!!this.waiting() &&
        !!this.allWaits() &&
        !!this.overview() &&
        !!this.feed() &&
        (!!this.questions() || !!this.questionsSource.error()) &&
        (this.goalsSource.hasValue() || !!this.goalsSource.error())),
  );

  /** The head is drawn first, then what waits, then the news, then the county. */
  protected readonly drawn = inTurns(4, this.ready);

  protected readonly goals = computed(() => {
    const counts = new Map(this.overview()?.goals.map((one) => [one.goalId, one]));
    const goals = this.goalsSource.hasValue() && this.overview() ? this.goalsSource.value().items : [];
    const counted = goals
      .filter((goal) => goal.kind === 'goal' && goal.countyCode !== null && goal.current)
      .map((goal) => {
        const { planned, ongoing, paused } = counts.get(goal.id) ?? { planned: 0, ongoing: 0, paused: 0 };
        return { goalId: goal.id, planned, ongoing, paused, goal, open: planned + ongoing + paused };
      });
    const most = Math.max(1, ...counted.map((counts) => counts.open));
    return counted.map((counts) => ({ ...counts, share: `${(100 * counts.open) / most}%` }));
  });
  /** Goals nobody works towards now, which is what the county most needs to see. */
  protected readonly bare = computed(() => this.goals().filter((counts) => counts.open === 0));

  protected readonly bareTitle = computed(() => {
    const first = this.bare()[0]?.goal;
    return first ? this.language.pick(first.title, first.titleEn) : '';
  });

  constructor() {
    reloadOn('actions', this.waitingSource, this.overviewSource);
    reloadOn('any', this.feedSource, this.waitsSource);
    reloadOn('questions', this.questionsSource);
  }

  protected retry(): void {
    [this.waitingSource, this.overviewSource, this.feedSource, this.waitsSource].forEach((source) => source.reload());
  }
}
