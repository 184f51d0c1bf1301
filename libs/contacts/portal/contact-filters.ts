import { Component, type Signal, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ContactChoice } from '@samverkan/contacts/contract';
import { SessionStore } from '@samverkan/identity/portal';
import { type Choice, FilterMenu, ListSearch, type ListState } from '@samverkan/reading/portal';
import { ContactChoices } from './contact-choices';

type ListName = 'subject' | 'municipality' | 'kind';

/** Which functions are meant: words, subjects, places, kinds of party, own and everywhere. What only one page offers stands inside. */
@Component({
  selector: 'sam-contact-filters',
  templateUrl: './contact-filters.html',
  imports: [FilterMenu, ListSearch, TranslocoDirective],
  host: { class: 'flat' },
})
export class ContactFilters {
  private readonly choices = inject(ContactChoices);
  private readonly store = inject(SessionStore);
  readonly state = input.required<Pick<ListState<ContactChoice>, 'query' | 'filtered' | 'patch' | 'clear'>>();
  readonly searchId = input.required<string>();
  protected readonly county = computed(() => this.store.acting()?.countyCodes[0] ?? null);
  protected readonly filters: Signal<readonly { name: ListName; choices: readonly Choice[] }[]> = computed(() => [
    { name: 'subject', choices: this.choices.subjects() },
    { name: 'municipality', choices: this.choices.municipalities() },
    { name: 'kind', choices: this.choices.kinds() },
  ]);

  protected chosen(name: ListName): readonly string[] {
    return this.state().query()[name] ?? [];
  }

  protected choose(name: ListName, value: readonly string[]): void {
    this.state().patch({ [name]: value.length > 0 ? [...value] : undefined });
  }
}
