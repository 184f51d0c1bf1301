import { Component, computed, effect, inject, input, signal, untracked, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { type MayHoldUnsaved, PageHead, ProblemWords, Time, keepLatest } from '@samverkan/shared/portal';
import type { Strategy } from '@samverkan/strategies/contract';
import { GoalTree } from './goal-tree';
import { strategyWith } from './strategies.data';
import { StrategyFramesSection } from './strategy-frames';
import { StrategyTexts } from './strategy-texts';

/** The writing page of a draft: what it says of itself, and its goals in a tree. Each field is saved as it is left. */
@Component({
  selector: 'sam-strategy-write-page',
  templateUrl: './strategy-write.page.html',
  imports: [GoalTree, PageHead, RouterLink, StrategyFramesSection, StrategyTexts, Time, TranslocoDirective],
})
export class StrategyWritePage implements MayHoldUnsaved {
  private readonly words = inject(ProblemWords);
  private readonly tree = viewChild(GoalTree);
  private readonly texts = viewChild(StrategyTexts);
  private readonly frames = viewChild(StrategyFramesSection);
  readonly id = input.required<string>();
  private readonly source = strategyWith(() => this.id());
  private readonly fetched = keepLatest(this.source);
  private readonly answered = signal<Strategy | null>(null);
  protected readonly strategy = computed(() => this.answered() ?? this.fetched());
  protected readonly isFrame = computed(() =>
    ['national_strategy', 'action_programme', 'policy_goals'].includes(this.strategy()?.kind ?? ''),
  );
  protected readonly savedAt = signal<string | null>(null);
  protected readonly broken = computed(() => (this.source.error() ? this.words.of(this.source.error()) : null));

  constructor() {
    effect(() => {
      this.id();
      untracked(() => this.answered.set(null));
    });
  }

  unsaved(): boolean {
    return (
      (this.tree()?.unsaved() ?? false) || (this.texts()?.unsaved() ?? false) || (this.frames()?.unsaved() ?? false)
    );
  }

  protected taken(strategy: Strategy): void {
    this.answered.set(strategy);
    this.savedAt.set(new Date().toISOString());
  }

  /** Somebody else has changed the same thing: theirs is fetched; what was written here stands in its field. */
  protected again(): void {
    this.answered.set(null);
    this.source.reload();
  }
}
