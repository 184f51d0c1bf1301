import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { type Choice } from '@samverkan/reading/portal';
import { Language, humanDate } from '@samverkan/shared/portal';
import { type Clash, ClashDialog } from '@samverkan/writing/portal';
import { TermLists } from '@samverkan/vocabularies/portal';
import { goalChoices } from './actions.data';
import { PartyNames } from './party-names';
import { PlaceWords } from './place-words';

/** What two people changed of an action, in words. */
@Component({
  selector: 'sam-conflict-choice',
  template: `<sam-clash-dialog
    labels="actions.field."
    [clashes]="clashes()"
    [texts]="['description']"
    [words]="words"
    (settled)="settled.emit($event)"
    (closed)="closed.emit()"
  />`,
  imports: [ClashDialog],
})
export class ConflictChoice {
  private readonly terms = inject(TermLists);
  private readonly language = inject(Language);
  private readonly parties = inject(PartyNames);
  private readonly places = inject(PlaceWords);
  private readonly goals = goalChoices();
  private readonly goalList = computed<Choice[]>(() =>
    (this.goals.hasValue() ? this.goals.value().items : []).map((goal) => ({
      value: goal.id,
      label: `${goal.number} ${this.language.pick(goal.title, goal.titleEn)} (${goal.strategyShortTitle})`,
    })),
  );
  readonly clashes = input.required<readonly Clash[]>();
  readonly settled = output<Record<string, unknown>>();
  readonly closed = output();

  constructor() {
    effect(() => {
      const ids = this.clashes().flatMap(({ field, theirs }) => (field === 'partnerIds' ? (theirs as string[]) : []));
      untracked(() => this.parties.fetch(ids));
    });
  }

  protected readonly words = (field: string, value: unknown): string => {
    if (field === 'municipalityCodes') return this.places.of(value as string[]);
    const word = (one: string) => this.wordOf(field, one) ?? one;
    return Array.isArray(value)
      ? (value as string[]).map(word).join(', ')
      : word(typeof value === 'string' ? value : '');
  };

  private wordOf(field: string, value: string): string | undefined {
    const among = (choices: readonly Choice[]) => choices.find((choice) => choice.value === value)?.label;
    switch (field) {
      case 'partnerIds':
        return this.parties.of(value) ?? '…';
      case 'goalIds':
        return among(this.goalList()) ?? '…';
      case 'kind':
        return this.terms.word('kind', value);
      case 'targetGroups':
        return this.terms.word('targetGroup', value);
      case 'forms':
        return this.terms.word('form', value);
      case 'phases':
        return this.terms.word('phase', value);
      case 'startsOn':
      case 'endsOn':
        return value && humanDate(value, this.language.current());
      default:
        return undefined;
    }
  }
}
