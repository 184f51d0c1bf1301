import { Component, computed, inject, input, output } from '@angular/core';
import { GeographyData } from '@samverkan/geography/portal';
import { type Clash, ClashDialog } from '@samverkan/writing/portal';
import { ContactChoices } from './contact-choices';

/** What two people changed of a function, in words. */
@Component({
  selector: 'sam-contact-clash',
  template: `<sam-clash-dialog
    labels="contacts.field."
    [clashes]="clashes()"
    [texts]="['note']"
    [words]="words()"
    (settled)="settled.emit($event)"
    (closed)="closed.emit()"
  />`,
  imports: [ClashDialog],
})
export class ContactClash {
  private readonly choices = inject(ContactChoices);
  private readonly geography = inject(GeographyData);
  readonly clashes = input.required<readonly Clash[]>();
  readonly settled = output<Record<string, unknown>>();
  readonly closed = output();
  protected readonly words = computed(() => {
    const subjects = new Map(this.choices.subjects().map(({ value, label }) => [value, label]));
    const wordOf = (field: string, value: unknown): string => {
      if (typeof value !== 'string') return '';
      if (field === 'subjects') return subjects.get(value) ?? value;
      return field === 'municipalityCodes' ? this.geography.name(value) : value;
    };
    return (field: string, value: unknown): string =>
      Array.isArray(value) ? value.map((one) => wordOf(field, one)).join(', ') : wordOf(field, value);
  });
}
