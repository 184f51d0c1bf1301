import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { GeographyData } from '@samverkan/geography/portal';
import { Language, today } from '@samverkan/shared/portal';
import type { Goal, Strategy } from '@samverkan/strategies/contract';
import { Bilingual } from './bilingual';
import { depthOf, treeOf } from './goal-places';
import { plainDay } from './period';
import { stateOf } from './strategy-state';

/** A strategy as it is printed: a document from its title to those who signed, without anything to press. Seen on paper only. */
@Component({
  selector: 'sam-strategy-document',
  templateUrl: './strategy-document.html',
  styleUrl: './strategy-document.scss',
  imports: [Bilingual, TranslocoDirective],
})
export class StrategyDocument {
  private readonly language = inject(Language);
  private readonly geography = inject(GeographyData);
  readonly strategy = input.required<Strategy>();
  protected readonly sides = ['replaces', 'replacedBy'] as const;
  protected readonly printedOn = computed(() => this.day(today()));
  protected readonly address = computed(() => `${location.host}/strategier/${this.strategy().id}`);
  protected readonly state = computed(() => stateOf(this.strategy()));
  protected readonly counties = computed(() =>
    this.strategy()
      .countyCodes.map((code) => this.geography.name(code))
      .join(', '),
  );
  protected readonly goals = computed(() => {
    const { goals } = this.strategy();
    return treeOf(goals).map((goal) => ({
      goal,
      level: Math.min(3 + depthOf(goal, goals), 6),
      serves: servesOf(goal),
    }));
  });

  protected day(day: string | null): string {
    return day ? plainDay(day, this.language.current()) : '';
  }
}

const servesOf = ({ serves }: Goal): string =>
  serves.map(({ strategy, goal }) => `${strategy.shortTitle}: ${goal.number}`).join('; ');
