import { Component, computed, input, model, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ConsultationChoices } from '@samverkan/consultations/contract';
import { plural } from '@samverkan/shared/portal';

type Party = ConsultationChoices['organizations'][number];
type Group = 'municipality' | 'region' | 'signedBefore';
const groups = ['municipality', 'region', 'signedBefore'] as const satisfies readonly Group[];

/** Whom to ask: one by one, or whole groups in one press. */
@Component({
  selector: 'sam-party-choice',
  templateUrl: './party-choice.html',
  styleUrl: './party-choice.scss',
  imports: [TranslocoDirective],
})
export class PartyChoice {
  readonly parties = input.required<readonly Party[]>();
  readonly chosen = model<readonly string[]>([]);
  protected readonly plural = plural;
  protected readonly sought = signal('');
  protected readonly groups = computed(() =>
    groups
      .map((group) => {
        const ids = this.parties().flatMap((party) => (party[group] ? [party.id] : []));
        return { group, ids, all: ids.every((id) => this.chosen().includes(id)) };
      })
      .filter(({ ids }) => ids.length > 0),
  );
  protected readonly found = computed(() => {
    const words = this.sought().trim().toLocaleLowerCase('sv');
    return this.parties().filter(
      ({ id, name, municipality, region, signedBefore }) =>
        this.chosen().includes(id) ||
        (words ? name.toLocaleLowerCase('sv').includes(words) : municipality || region || signedBefore),
    );
  });

  protected toggleAll(ids: readonly string[], all: boolean): void {
    this.chosen.update((chosen) => [...chosen.filter((id) => !ids.includes(id)), ...(all ? [] : ids)]);
  }

  protected toggle(id: string): void {
    this.toggleAll([id], this.chosen().includes(id));
  }

  protected search(event: Event): void {
    this.sought.set((event.target as HTMLInputElement).value);
  }
}
