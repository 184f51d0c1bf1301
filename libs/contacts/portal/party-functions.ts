import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { SessionStore } from '@samverkan/identity/portal';
import { Icon, ProblemWords, keepLatest, plural, provideWords, reloadOn } from '@samverkan/shared/portal';
import { ContactCard } from './contact-card';
import { contactList } from './contacts.data';
import { contactsWords } from './contacts-words';

const shown = 50;
const keepers = new Set(['coordinator', 'partner', 'county_staff', 'county_admin']);

/** A party's functions on its page, as the person may see them; her own organisation can add one. */
@Component({
  selector: 'sam-party-functions',
  template: `<section class="sec" aria-labelledby="party-functions" *transloco="let t">
    <div class="sec-h">
      <h2 id="party-functions">{{ t('contacts.party.heading') }}</h2>
      @if (mine()) {
        <div class="acts">
          <a class="btn line" routerLink="/kontakter/importera">{{ t('contacts.import.open') }}</a>
          <a class="btn line" routerLink="/kontakter/ny"><sam-icon name="plus" />{{ t('contacts.add') }}</a>
        </div>
      }
    </div>
    @if (problem(); as words) {
      <div class="note err" role="alert">
        <div>{{ words }}</div>
      </div>
    }
    @if (page(); as page) {
      @if (page.items.length > 0) {
        <ul class="fns narrow">
          @for (contact of page.items; track contact.id) {
            <li class="fn"><sam-contact-card [contact]="contact" [withParty]="false" /></li>
          }
        </ul>
        @if (page.total > page.items.length) {
          <a class="btn text sm" routerLink="/kontakter" [queryParams]="{ organization: organizationId() }">{{
            t('contacts.party.all', { count: page.total })
          }}</a>
        }
      } @else {
        <p class="muted">{{ t(mine() ? 'contacts.party.none.own' : 'contacts.party.none') }}</p>
      }
    }
  </section>`,
  imports: [ContactCard, Icon, RouterLink, TranslocoDirective],
  providers: [provideWords(contactsWords)],
})
export class PartyFunctions {
  private readonly words = inject(ProblemWords);
  private readonly store = inject(SessionStore);
  readonly organizationId = input.required<string>();
  private readonly source = contactList(() => ({
    organization: this.organizationId(),
    sort: 'title',
    size: String(shown),
  }));
  protected readonly page = keepLatest(this.source);
  protected readonly plural = plural;
  protected readonly mine = computed(() => {
    const acting = this.store.acting();
    return acting?.organization.id === this.organizationId() && keepers.has(acting.role);
  });
  protected readonly problem = computed(() => {
    const error = this.source.error();
    return error ? this.words.of(error) : null;
  });

  constructor() {
    reloadOn('contacts', this.source);
  }
}
