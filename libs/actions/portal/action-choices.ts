import { Service, computed, inject } from '@angular/core';
import { GeographyData } from '@samverkan/geography/portal';
import { SessionStore } from '@samverkan/identity/portal';
import type { Choice } from '@samverkan/reading/portal';
import { TermLists } from '@samverkan/vocabularies/portal';

/** What can be chosen of the lists in the person's language, and the municipalities she works with. */
@Service()
export class ActionChoices {
  private readonly geography = inject(GeographyData);
  private readonly store = inject(SessionStore);
  readonly terms = inject(TermLists);
  readonly kinds = computed(() => this.terms.choices('kind'));
  readonly targetGroups = computed(() => this.terms.choices('targetGroup'));
  readonly forms = computed(() => this.terms.choices('form'));
  readonly phases = computed(() => this.terms.choices('phase'));
  readonly professions = computed(() => this.terms.choices('profession'));
  readonly municipalities = computed<Choice[]>(() =>
    (this.store.acting()?.countyCodes ?? [])
      .flatMap((code) => this.geography.county(code)?.municipalities ?? [])
      .map(({ code, name }) => ({ value: code, label: name }))
      .sort((a, b) => a.label.localeCompare(b.label, 'sv')),
  );
}
