import { Component, computed, effect, inject, input, model, signal, untracked } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { guardText } from '@samverkan/shared/contract';
import { partiesNamed } from './actions.data';
import { ChoicePicker, type PickerChoice } from './choice-picker';
import { PartyNames } from './party-names';

const quietMs = 200;

/** Picks partners among the parties. Who is picked sees the action from then on. */
@Component({
  selector: 'sam-partner-picker',
  template: `<sam-choice-picker
    *transloco="let t"
    [label]="t('actions.form.partners')"
    [placeholder]="t('actions.form.partners.search')"
    [help]="t('actions.form.partners.help')"
    [optional]="true"
    [chosen]="chosen()"
    [found]="found()"
    [errors]="errors()"
    (wanted)="search($event)"
    (picked)="pick($event)"
    (removed)="remove($event)"
  />`,
  imports: [ChoicePicker, TranslocoDirective],
})
export class PartnerPicker implements FormValueControl<string[]> {
  private readonly names = inject(PartyNames);
  readonly value = model<string[]>([]);
  readonly errors = input<readonly { kind: string; message?: string }[]>([]);
  /** Those that are no partners: the owners. */
  readonly except = input<readonly string[]>([]);
  private readonly wanted = signal('');
  private readonly source = partiesNamed(this.wanted);
  private timer: ReturnType<typeof setTimeout> | undefined;
  protected readonly chosen = computed<PickerChoice[]>(() =>
    this.value().map((id) => ({ value: id, label: this.names.of(id) ?? '…' })),
  );
  protected readonly found = computed<PickerChoice[]>(() =>
    (this.wanted() && this.source.hasValue() ? this.source.value().items : [])
      .filter(({ id }) => !this.value().includes(id) && !this.except().includes(id))
      .map(({ id, name, matchedName }) => ({ value: id, label: name, ...(matchedName ? { hint: matchedName } : {}) })),
  );

  constructor() {
    effect(() => {
      const ids = this.value();
      untracked(() => this.names.fetch(ids));
    });
  }

  /** A text the guard stops is not sent, not even to be searched for. */
  protected search(words: string): void {
    clearTimeout(this.timer);
    const wanted = guardText(words).some((finding) => finding.grade !== 'hint') ? '' : words.trim();
    this.timer = setTimeout(() => this.wanted.set(wanted), wanted ? quietMs : 0);
  }

  protected pick(id: string): void {
    const party = this.source.hasValue() ? this.source.value().items.find((one) => one.id === id) : undefined;
    if (party) this.names.learn([party]);
    this.value.update((ids) => [...ids, id]);
  }

  protected remove(id: string): void {
    this.value.update((ids) => ids.filter((other) => other !== id));
  }
}
