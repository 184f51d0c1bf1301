import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { OrganizationPage, OrganizationRef } from '@samverkan/organizations/contract';
import { Icon, SearchWords } from '@samverkan/shared/portal';

let made = 0;
const quietMs = 200;

/** One party, found by any of its names. */
@Component({
  selector: 'sam-party-field',
  templateUrl: './party-field.html',
  imports: [Icon, TranslocoDirective],
})
export class PartyField {
  private readonly safe = inject(SearchWords);
  readonly label = input.required<string>();
  readonly help = input<string>();
  readonly party = input<OrganizationRef | null>(null);
  readonly optional = input(true);
  readonly picked = output<OrganizationRef | null>();
  protected readonly id = `sam-party-${++made}`;
  protected readonly wanted = signal('');
  private readonly source = httpResource<OrganizationPage>(() => {
    const q = this.wanted();
    return q.length > 1 ? { url: '/api/organizations', params: { q, size: 8 } } : undefined;
  });
  protected readonly found = computed(() => (this.wanted() && this.source.hasValue() ? this.source.value().items : []));
  private timer: ReturnType<typeof setTimeout> | undefined;

  protected search(event: Event): void {
    clearTimeout(this.timer);
    const { value } = event.target as HTMLInputElement;
    this.timer = setTimeout(() => void this.safe.safe(value).then((words) => this.wanted.set(words)), quietMs);
  }

  protected pick(party: OrganizationRef | null): void {
    this.wanted.set('');
    this.picked.emit(party);
  }
}
