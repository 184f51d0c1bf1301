import { NgComponentOutlet } from '@angular/common';
import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon, PageHead, ProblemWords, keepLatest, plural, reloadOn } from '@samverkan/shared/portal';
import { SensitiveReportButton } from '@samverkan/writing/portal';
import { Bilingual } from './bilingual';
import { CommitmentDialog } from './commitment-dialog';
import { CommitmentList } from './commitment-list';
import { commitmentsOf } from './commitments.data';
import { GOAL_ACTIONS } from './goal-actions.token';
import { GOAL_ASIDE } from './goal-aside.token';
import { GOAL_BELOW } from './goal-below.token';
import { GOAL_ASSESSMENTS } from './goal-words.token';
import { strategyWith, successionOf } from './strategies.data';
import { StrategyHistorySection } from './strategy-history';
import { StrategyState } from './strategy-state';

/** One goal: its words, who answers for it, what it serves, where it came from and went, what has been undertaken, and what is done. */
@Component({
  selector: 'sam-goal-page',
  templateUrl: './goal.page.html',
  styleUrl: './goal.page.scss',
  imports: [
    Bilingual,
    CommitmentDialog,
    CommitmentList,
    Icon,
    NgComponentOutlet,
    PageHead,
    RouterLink,
    SensitiveReportButton,
    StrategyHistorySection,
    StrategyState,
    TranslocoDirective,
  ],
})
export class GoalPage {
  private readonly words = inject(ProblemWords);
  private readonly loadActions = inject(GOAL_ACTIONS);
  private readonly loadAside = inject(GOAL_ASIDE);
  private readonly loadBelow = inject(GOAL_BELOW);
  private readonly loadAssessments = inject(GOAL_ASSESSMENTS);
  readonly id = input.required<string>();
  readonly goalId = input.required<string>();

  protected readonly source = strategyWith(() => this.id());
  protected readonly strategy = keepLatest(this.source);
  private readonly undertaken = commitmentsOf(() => ({ goal: this.goalId() }));
  protected readonly commitments = keepLatest(this.undertaken);
  private readonly origin = keepLatest(successionOf(() => this.id()));
  protected readonly next = computed(() =>
    this.strategy()?.replacedBy.find(({ status }) => status === 'adopted' || status === 'superseded'),
  );
  private readonly destination = keepLatest(successionOf(() => this.next()?.id));
  protected readonly goal = computed(() => this.strategy()?.goals.find(({ id }) => id === this.goalId()));
  protected readonly under = computed(
    () => this.strategy()?.goals.filter(({ parentId }) => parentId === this.goalId()) ?? [],
  );
  /** The goals before that became this one. */
  protected readonly from = computed(
    () => this.origin()?.ways.filter(({ kind, goalIds }) => kind !== null && goalIds.includes(this.goalId())) ?? [],
  );
  /** What this one became. */
  protected readonly way = computed(() => {
    const all = this.destination();
    const way = all?.ways.find(({ goal }) => goal.id === this.goalId());
    return way && { ...way, became: all?.goals.filter(({ id }) => way.goalIds.includes(id)) ?? [] };
  });
  protected readonly missing = computed(() => this.strategy() !== undefined && this.goal() === undefined);
  protected readonly problem = computed(() => (this.source.error() ? this.words.of(this.source.error()) : null));
  protected readonly hasFacts = computed(() => {
    const { responsible, indicators = [], serves = [] } = this.goal() ?? {};
    return Boolean(responsible) || [indicators, serves, this.under(), this.from()].some(({ length }) => length > 0);
  });
  protected readonly actions = resource({ loader: () => this.loadActions() });
  protected readonly assessments = resource({ loader: () => this.loadAssessments() });
  protected readonly aside = resource({ loader: () => this.loadAside() });
  protected readonly below = resource({ loader: () => this.loadBelow() });
  protected readonly inputs = computed(() => ({ goalId: this.goalId() }));
  protected readonly mayUndertake = computed(() => this.strategy()?.status === 'adopted' && !this.strategy()?.expired);
  protected readonly adding = signal(false);
  protected readonly plural = plural;

  constructor() {
    reloadOn('strategies', this.source, this.undertaken);
  }

  protected again(): void {
    this.adding.set(false);
    this.undertaken.reload();
  }
}
