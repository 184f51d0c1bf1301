import { Component, computed, input, model, signal } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import type { OrganizationRef } from '@samverkan/organizations/contract';
import { guardText } from '@samverkan/shared/contract';
import { Icon } from '@samverkan/shared/portal';
import { FieldError } from '@samverkan/writing/portal';
import { partiesNamed } from './learning.data';

const quietMs = 200;
let made = 0;

type Party = Pick<OrganizationRef, 'id' | 'name'>;

/** Who is to hold it together with the own organisation: found by name, chosen and taken away by press. Who holds it, or is asked, stands there. */
@Component({
  selector: 'sam-host-picker',
  templateUrl: './host-picker.html',
  imports: [FieldError, Icon, TranslocoDirective],
})
export class HostPicker implements FormValueControl<string[]> {
  readonly value = model<string[]>([]);
  readonly errors = input<readonly { kind: string; message?: string }[]>([]);
  readonly label = input('');
  readonly help = input('');
  readonly optional = input(true);
  /** How many may be chosen; the last one chosen stands. */
  readonly most = input(30);
  /** Those who hold it. */
  readonly known = input<readonly Party[]>([]);
  /** Those who have been asked and not answered. */
  readonly asked = input<readonly Party[]>([]);
  /** Whoever enters it, who is not chosen. */
  readonly first = input('');
  protected readonly id = `sam-hosts-${++made}`;
  private readonly learnt = signal<readonly Party[]>([]);
  private readonly wanted = signal('');
  private readonly source = partiesNamed(this.wanted);
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** What is not hers to take away here. */
  protected readonly standing = computed(() => [
    ...this.known().map((party) => ({ ...party, as: 'holds' })),
    ...this.asked().map((party) => ({ ...party, as: 'asked' })),
  ]);
  private readonly taken = computed(() => [this.first(), ...this.standing().map(({ id }) => id)]);
  protected readonly chosen = computed(() =>
    this.value()
      .filter((id) => !this.taken().includes(id))
      .map((id) => ({ id, name: this.learnt().find((one) => one.id === id)?.name ?? '…' })),
  );
  protected readonly found = computed(() =>
    (this.wanted() && this.source.hasValue() ? this.source.value().items : []).filter(
      ({ id }) => !this.taken().includes(id) && !this.value().includes(id),
    ),
  );

  /** A text the guard stops is not sent, not even to be searched for. */
  protected search(words: string): void {
    clearTimeout(this.timer);
    const wanted = guardText(words).some((finding) => finding.grade !== 'hint') ? '' : words.trim();
    this.timer = setTimeout(() => this.wanted.set(wanted), wanted ? quietMs : 0);
  }

  protected pick(party: Party, field: HTMLInputElement): void {
    this.learnt.update((known) => [...known, party]);
    this.value.update((ids) => [...ids, party.id].slice(-this.most()));
    field.value = '';
    this.wanted.set('');
    field.focus();
  }

  protected remove(id: string, field: HTMLInputElement): void {
    this.value.update((ids) => ids.filter((other) => other !== id));
    field.focus();
  }
}
