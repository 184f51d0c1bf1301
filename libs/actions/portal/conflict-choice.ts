import { Component, computed, effect, inject, input, linkedSignal, output, untracked } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type Choice, Dialog, Language, humanDate } from '@samverkan/shared/portal';
import { ActionChoices } from './action-choices';
import { goalChoices } from './actions.data';
import type { Clash } from './clash';
import { PartyNames } from './party-names';
import { PlaceWords } from './place-words';

/** Both texts side by side. Nothing is lost: the person takes one, or writes them together. */
@Component({
  selector: 'sam-conflict-choice',
  templateUrl: './conflict-choice.html',
  imports: [Dialog, TranslocoDirective],
})
export class ConflictChoice {
  private readonly choices = inject(ActionChoices);
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
  /** What will be kept of each field: mine until something else is chosen. */
  protected readonly kept = linkedSignal<Record<string, unknown>>(() =>
    Object.fromEntries(this.clashes().map((clash) => [clash.field, clash.mine])),
  );

  protected keep(field: string, value: unknown): void {
    this.kept.update((kept) => ({ ...kept, [field]: value }));
  }

  constructor() {
    effect(() => {
      const ids = this.clashes().flatMap(({ field, theirs }) => (field === 'partnerIds' ? (theirs as string[]) : []));
      untracked(() => this.parties.fetch(ids));
    });
  }

  /** A field's value as a person reads it: names for ids, words for codes. */
  protected words(field: string, value: unknown): string {
    if (field === 'municipalityCodes') return this.places.of(value as string[]);
    const word = (one: string) => this.wordOf(field, one) ?? one;
    return Array.isArray(value) ? (value as string[]).map(word).join(', ') : word(this.text(value));
  }

  private wordOf(field: string, value: string): string | undefined {
    const among = (choices: readonly Choice[]) => choices.find((choice) => choice.value === value)?.label;
    switch (field) {
      case 'partnerIds':
        return this.parties.of(value) ?? '…';
      case 'goalIds':
        return among(this.goalList()) ?? '…';
      case 'kind':
        return among(this.choices.kinds());
      case 'targetGroups':
        return among(this.choices.targetGroups());
      case 'forms':
        return among(this.choices.forms());
      case 'phases':
        return among(this.choices.phases());
      case 'startsOn':
      case 'endsOn':
        return value && humanDate(value, this.language.current());
      default:
        return undefined;
    }
  }

  private text(value: unknown): string {
    return typeof value === 'string' ? value : '';
  }

  protected isText(clash: Clash): boolean {
    return typeof clash.mine === 'string' && typeof clash.theirs === 'string';
  }

  protected together(clash: Clash): string {
    return `${this.text(clash.theirs)}\n\n${this.text(clash.mine)}`;
  }
}
