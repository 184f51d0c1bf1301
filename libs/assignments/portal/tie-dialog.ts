import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Language } from '@samverkan/shared/portal';
import { actionsNamed, goalChoices } from './assignments.data';
import { type TieChoice, TieSearch } from './tie-search';

/** Finds the goal or the action that answers to the assignment. */
@Component({
  selector: 'sam-tie-dialog',
  template: `<sam-tie-search
    *transloco="let t"
    [heading]="t('assignments.tie.' + what())"
    [label]="t('assignments.tie.search.' + what())"
    [none]="t('assignments.tie.type')"
    [found]="found()"
    (words)="wanted.set($event)"
    (chosen)="chosen.emit($event)"
    (closed)="closed.emit()"
  />`,
  imports: [TieSearch, TranslocoDirective],
})
export class TieDialog {
  private readonly language = inject(Language);
  readonly what = input.required<'goals' | 'actions'>();
  readonly except = input.required<readonly string[]>();
  readonly chosen = output<string>();
  readonly closed = output();
  protected readonly wanted = signal('');
  private readonly goals = goalChoices();
  private readonly actions = actionsNamed(() => (this.what() === 'actions' ? this.wanted() : ''));
  protected readonly found = computed<readonly TieChoice[]>(() =>
    (this.what() === 'goals' ? this.goalsFound() : this.actionsFound()).filter(({ id }) => !this.except().includes(id)),
  );

  private goalsFound(): readonly (TieChoice & { hint: string })[] {
    const words = this.wanted().toLocaleLowerCase('sv').split(/\s+/).filter(Boolean);
    return (this.goals.hasValue() ? this.goals.value().items : [])
      .map((goal) => ({
        id: goal.id,
        title: `${goal.number}. ${this.language.pick(goal.title, goal.titleEn)}`,
        hint: goal.strategyShortTitle,
      }))
      .filter(({ title, hint }) => words.every((word) => `${title} ${hint}`.toLocaleLowerCase('sv').includes(word)));
  }

  private actionsFound(): readonly TieChoice[] {
    if (!this.actions.hasValue()) return [];
    return this.actions.value().items.map(({ id, title, owners }) => ({
      id,
      title,
      hint: owners.map(({ name }) => name).join(', '),
    }));
  }
}
