import { Component, computed, inject, input, model, signal } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { Language } from '@samverkan/shared/portal';
import { goalChoices } from './actions.data';
import { ChoicePicker, type PickerChoice } from './choice-picker';

/** Picks goals by searching among those that exist: a goal is never typed into being. */
@Component({
  selector: 'sam-goal-picker',
  templateUrl: './goal-picker.html',
  imports: [ChoicePicker, TranslocoDirective],
})
export class GoalPicker implements FormValueControl<string[]> {
  readonly value = model<string[]>([]);
  readonly errors = input<readonly { kind: string; message?: string }[]>([]);
  readonly suggested = input(false);
  private readonly source = goalChoices();
  private readonly language = inject(Language);
  /** The county's plan often repeats the national goals word for word: the strategy tells them apart. */
  private readonly goals = computed<PickerChoice[]>(() =>
    (this.source.hasValue() ? this.source.value().items : []).map((goal) => ({
      value: goal.id,
      label: `${goal.number} ${this.language.pick(goal.title, goal.titleEn)}`,
      hint: goal.strategyShortTitle,
    })),
  );
  protected readonly wanted = signal('');
  protected readonly chosen = computed(() =>
    this.value().flatMap((id) => this.goals().filter((goal) => goal.value === id)),
  );
  protected readonly found = computed(() => {
    const words = this.wanted().toLocaleLowerCase('sv').split(/\s+/).filter(Boolean);
    return this.goals().filter(
      ({ value, label, hint }) =>
        !this.value().includes(value) &&
        words.every((word) => `${label} ${hint}`.toLocaleLowerCase('sv').includes(word)),
    );
  });

  protected pick(id: string): void {
    this.value.update((ids) => [...ids, id]);
  }

  protected remove(id: string): void {
    this.value.update((ids) => ids.filter((other) => other !== id));
  }
}
