import { Component, computed, inject, input, model, signal } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { MatAutocomplete, MatAutocompleteTrigger, MatOption } from '@angular/material/autocomplete';
import { TranslocoDirective } from '@jsverse/transloco';
import { FieldError, Icon, Language } from '@samverkan/shared/portal';
import type { GoalChoices } from '@samverkan/strategies/contract';
import { goalChoices } from './actions.data';

type GoalChoice = GoalChoices['items'][number];

/** Picks goals by searching among those that exist: a goal is never typed into being. */
@Component({
  selector: 'sam-goal-picker',
  templateUrl: './goal-picker.html',
  imports: [FieldError, Icon, MatAutocomplete, MatAutocompleteTrigger, MatOption, TranslocoDirective],
})
export class GoalPicker implements FormValueControl<string[]> {
  readonly value = model<string[]>([]);
  readonly errors = input<readonly { kind: string; message?: string }[]>([]);
  readonly suggested = input(false);
  private readonly source = goalChoices();
  protected readonly language = inject(Language);
  private readonly goals = computed(() => (this.source.hasValue() ? this.source.value().items : []));
  protected readonly wanted = signal('');
  protected readonly chosen = computed(() =>
    this.value().flatMap((id) => this.goals().filter((goal) => goal.id === id)),
  );
  protected readonly found = computed(() => {
    const words = this.wanted().toLocaleLowerCase('sv').split(/\s+/).filter(Boolean);
    return this.goals().filter(
      (goal) =>
        !this.value().includes(goal.id) &&
        words.every((word) => this.text(goal).toLocaleLowerCase('sv').includes(word)),
    );
  });

  protected pick(id: string, field: HTMLInputElement): void {
    this.value.update((ids) => [...ids, id]);
    this.wanted.set('');
    field.value = '';
  }

  protected remove(id: string): void {
    this.value.update((ids) => ids.filter((other) => other !== id));
  }

  protected text(goal: GoalChoice): string {
    return `${goal.number} ${this.language.pick(goal.title, goal.titleEn)} · ${goal.strategyShortTitle}`;
  }

  protected readonly nothing = (): string => '';
}
