import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, output, resource } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { GeographyData } from '@samverkan/geography/portal';
import type { Organization } from '@samverkan/organizations/contract';
import { Language, humanDate } from '@samverkan/shared/portal';
import { type Clash, ClashDialog } from '@samverkan/writing/portal';
import { firstValueFrom } from 'rxjs';
import type { PartyChangeDraft } from './party-draft';

const parties: readonly string[] = ['parentId', 'successorId'];
const days: readonly string[] = ['validFrom', 'validTo'];

/** What two people changed of a party, in words. */
@Component({
  selector: 'sam-party-clash',
  template: `<sam-clash-dialog
    labels="organizations.fact."
    [clashes]="clashes()"
    [texts]="['description', 'descriptionEn']"
    [words]="words()"
    (settled)="settled.emit($event)"
    (closed)="closed.emit()"
  />`,
  imports: [ClashDialog],
})
export class PartyClash {
  private readonly http = inject(HttpClient);
  private readonly transloco = inject(TranslocoService);
  private readonly geography = inject(GeographyData);
  private readonly language = inject(Language);
  readonly clashes = input.required<readonly Clash[]>();
  readonly settled = output<Partial<PartyChangeDraft>>();
  readonly closed = output();
  /** The names of the parties chosen on either side. */
  private readonly names = resource({
    params: () =>
      this.clashes()
        .filter(({ field }) => parties.includes(field))
        .flatMap(({ theirs, mine }) => [theirs, mine])
        .filter((id): id is string => typeof id === 'string' && id !== ''),
    loader: async ({ params }) => new Map(await Promise.all(params.map((id) => this.nameOf(id)))),
  });
  protected readonly words = computed(() => {
    const names = this.names.hasValue() ? this.names.value() : new Map<string, string>();
    const wordOf = (field: string, value: unknown): string => {
      if (typeof value === 'object' && value && 'name' in value) return String(value.name);
      if (typeof value !== 'string' || value === '') return '';
      if (parties.includes(field)) return names.get(value) ?? '…';
      if (days.includes(field)) return humanDate(value, this.language.current());
      if (field === 'kind') return this.transloco.translate(`organizations.kind.${value}`);
      return field.endsWith('Codes') ? this.geography.name(value) : value;
    };
    return (field: string, value: unknown): string =>
      Array.isArray(value) ? value.map((one) => wordOf(field, one)).join(', ') : wordOf(field, value);
  });

  private async nameOf(id: string): Promise<[string, string]> {
    const party = firstValueFrom(this.http.get<Organization>(`/api/organizations/${id}`));
    return [id, await party.then(({ name }) => name).catch(() => '…')];
  }
}
