import { Component, computed, inject, input, model, viewChildren } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { GeographyData } from '@samverkan/geography/portal';
import type { OrganizationRef } from '@samverkan/organizations/contract';
import type { GuardReason } from '@samverkan/shared/contract';
import { Chips } from '@samverkan/reading/portal';
import { ACTING_COUNTY } from '@samverkan/shared/portal';
import { FieldError, GuardedText, PartyPicker } from '@samverkan/writing/portal';
import type { PartyDraft } from './party-draft';

/** The facts of a party that are asked for in the same way when it is new and when it is changed. */
@Component({
  selector: 'sam-party-fields',
  templateUrl: './party-fields.html',
  // Its fields are fields of the form they stand in.
  styles: ':host { display: contents; }',
  imports: [Chips, FieldError, FormField, GuardedText, PartyPicker, TranslocoDirective],
})
export class PartyFields {
  private readonly geography = inject(GeographyData);
  private readonly acting = inject(ACTING_COUNTY);
  private readonly texts = viewChildren(GuardedText);
  readonly fields = input.required<FieldTree<Omit<PartyDraft, 'name' | 'kind'>>>();
  /** Counties to choose among; empty where places are not to be changed. */
  readonly counties = input.required<readonly string[]>();
  readonly parent = input<OrganizationRef | null>(null);
  readonly except = input('');
  readonly shelter = input(false);
  readonly descriptionConfirmed = model<GuardReason | null>(null);
  readonly descriptionEnConfirmed = model<GuardReason | null>(null);
  /** Own county first: it is nearly always among them. */
  protected readonly countyChoices = computed(() =>
    [...this.counties()]
      .sort((a, b) => Number(b === this.acting()) - Number(a === this.acting()))
      .map((code) => ({ value: code, label: this.geography.name(code) })),
  );
  protected readonly municipalityChoices = computed(() =>
    this.fields()
      .countyCodes()
      .value()
      .flatMap((code) => this.geography.county(code)?.municipalities ?? [])
      .map(({ code, name }) => ({ value: code, label: name }))
      .sort((a, b) => a.label.localeCompare(b.label, 'sv')),
  );

  blocked(): boolean {
    return this.texts().some((text) => text.blocked());
  }

  protected setDay(event: Event): void {
    this.fields()
      .validFrom()
      .value.set((event.target as HTMLInputElement).value);
  }
}
