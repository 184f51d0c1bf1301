import { Component, computed, input, model, signal, viewChildren } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import type { OrganizationNameInput } from '@samverkan/organizations/contract';
import { Icon, today } from '@samverkan/shared/portal';
import { FieldError, GuardedText } from '@samverkan/writing/portal';

type NameUsage = OrganizationNameInput['usage'];

/** The names of a party with their periods: what it was called before, what it is called from a day on, and what people say. */
@Component({
  selector: 'sam-party-names',
  templateUrl: './party-names.html',
  styles: `
    .names,
    .names li,
    .sheet {
      display: grid;
      gap: var(--sam-4);
    }
    .names li {
      padding-bottom: var(--sam-4);
    }
  `,
  imports: [FieldError, GuardedText, Icon, TranslocoDirective],
})
export class PartyNames implements FormValueControl<OrganizationNameInput[]> {
  private readonly texts = viewChildren(GuardedText);
  readonly value = model<OrganizationNameInput[]>([]);
  readonly errors = input<readonly { kind: string; message?: string }[]>([]);
  readonly touched = input(false);
  protected readonly usages: readonly NameUsage[] = ['name', 'registered', 'also'];
  /** The change of name that is being written. */
  protected readonly renaming = signal<{ name: string; from: string } | null>(null);
  protected readonly present = computed(() =>
    this.value().find(({ usage, validTo }) => usage === 'name' && (validTo === null || validTo >= today())),
  );

  blocked(): boolean {
    return this.texts().some((text) => text.blocked());
  }

  /** A change of name that is written but not yet among the names. */
  unadded(): boolean {
    return (this.renaming()?.name ?? '').trim() !== '';
  }

  protected beginRenaming(): void {
    this.renaming.set({ name: '', from: today() });
  }

  /** From its day on the new name holds, and the one before until the day before. */
  rename(): void {
    const renaming = this.renaming();
    if (!renaming || renaming.name.trim().length < 2 || !renaming.from || this.blocked()) return;
    const present = this.present();
    const until = dayBefore(renaming.from);
    this.value.update((names) => [
      {
        name: renaming.name.trim(),
        usage: 'name',
        validFrom: renaming.from,
        validTo: null,
        verification: 'unverified',
      },
      ...names.map((one) => (one === present ? { ...one, validTo: until } : one)),
    ]);
    this.renaming.set(null);
  }

  protected add(usage: NameUsage): void {
    const first = this.value().filter((one) => one.usage === 'name' && one.validFrom);
    const earliest = first.map(({ validFrom }) => validFrom ?? '').sort()[0];
    const validTo = usage === 'name' ? (earliest ? dayBefore(earliest) : null) : null;
    this.value.update((names) => [...names, { name: '', usage, validFrom: null, validTo, verification: 'unverified' }]);
  }

  protected set(at: number, change: Partial<OrganizationNameInput>): void {
    this.value.update((names) => names.map((one, place) => (place === at ? { ...one, ...change } : one)));
  }

  protected setDay(at: number, field: 'validFrom' | 'validTo', event: Event): void {
    this.set(at, { [field]: (event.target as HTMLInputElement).value || null });
  }

  protected setRenaming(change: Partial<{ name: string; from: string }>): void {
    this.renaming.update((renaming) => renaming && { ...renaming, ...change });
  }

  protected remove(at: number): void {
    this.value.update((names) => names.filter((_, place) => place !== at));
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }
}

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
