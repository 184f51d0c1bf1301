import { HttpClient } from '@angular/common/http';
import { Service, inject, signal } from '@angular/core';
import type { OrganizationRef } from '@samverkan/organizations/contract';
import { answersForItself } from '@samverkan/shared/portal';
import { firstValueFrom } from 'rxjs';

/** What parties are called, where a form holds only their ids: learnt on the way, else asked for once. */
@Service()
export class PartyNames {
  private readonly http = inject(HttpClient);
  private readonly names = signal<ReadonlyMap<string, string>>(new Map());
  private readonly asked = new Set<string>();

  of(id: string): string | undefined {
    return this.names().get(id);
  }

  learn(parties: readonly Pick<OrganizationRef, 'id' | 'name'>[]): void {
    this.names.update((names) => new Map([...names, ...parties.map(({ id, name }) => [id, name] as const)]));
  }

  /** Asks for those not known. Call outside what reads `of`. */
  fetch(ids: readonly string[]): void {
    for (const id of ids.filter((one) => !this.names().has(one) && !this.asked.has(one))) {
      this.asked.add(id);
      const party = this.http.get<OrganizationRef>(`/api/organizations/${id}`, { context: answersForItself() });
      firstValueFrom(party).then(
        (found) => this.learn([found]),
        () => this.asked.delete(id),
      );
    }
  }
}
