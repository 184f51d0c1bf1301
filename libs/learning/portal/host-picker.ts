import { Component, computed, input, model, signal } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import type { OrganizationRef } from '@samverkan/organizations/contract';
import { guardText } from '@samverkan/shared/contract';
import { Icon } from '@samverkan/shared/portal';
import { partiesNamed } from './learning.data';

const quietMs = 200;

/** Who holds it together with the own organisation: found by name, chosen and taken away by press. */
@Component({
  selector: 'sam-host-picker',
  templateUrl: './host-picker.html',
  imports: [Icon, TranslocoDirective],
})
export class HostPicker implements FormValueControl<string[]> {
  readonly value = model<string[]>([]);
  /** Those whose names are known from before, and who cannot be taken away. */
  readonly known = input<readonly OrganizationRef[]>([]);
  readonly first = input('');
  private readonly learnt = signal<readonly Pick<OrganizationRef, 'id' | 'name'>[]>([]);
  private readonly wanted = signal('');
  private readonly source = partiesNamed(this.wanted);
  private timer: ReturnType<typeof setTimeout> | undefined;
  protected readonly chosen = computed(() => {
    const names = [...this.known(), ...this.learnt()];
    return this.value()
      .filter((id) => id !== this.first())
      .map((id) => ({ id, name: names.find((one) => one.id === id)?.name ?? '…' }));
  });
  protected readonly found = computed(() =>
    (this.wanted() && this.source.hasValue() ? this.source.value().items : []).filter(
      ({ id }) => id !== this.first() && !this.value().includes(id),
    ),
  );

  /** A text the guard stops is not sent, not even to be searched for. */
  protected search(words: string): void {
    clearTimeout(this.timer);
    const wanted = guardText(words).some((finding) => finding.grade !== 'hint') ? '' : words.trim();
    this.timer = setTimeout(() => this.wanted.set(wanted), wanted ? quietMs : 0);
  }

  protected pick(party: Pick<OrganizationRef, 'id' | 'name'>, field: HTMLInputElement): void {
    this.learnt.update((known) => [...known, party]);
    this.value.update((ids) => [...ids, party.id]);
    field.value = '';
    this.wanted.set('');
    field.focus();
  }

  protected remove(id: string, field: HTMLInputElement): void {
    this.value.update((ids) => ids.filter((other) => other !== id));
    field.focus();
  }
}
