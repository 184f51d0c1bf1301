import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { ContactQuery, contactFileFormats, contactSorts } from '@samverkan/contacts/contract';
import { SessionStore } from '@samverkan/identity/portal';
import { ExportMenu, ListFrame, listState } from '@samverkan/reading/portal';
import { Icon, PageHead, Toasts, keepLatest, plural, reloadOn } from '@samverkan/shared/portal';
import { ContactCard } from './contact-card';
import { ContactFilters } from './contact-filters';
import { ContactMatrix } from './contact-matrix';
import { contactList, contactsOverview } from './contacts.data';
import { ReportButton } from './report-button';

type FlagName = 'vacant' | 'overdue' | 'retired';

const keepers = new Set(['coordinator', 'partner', 'county_staff', 'county_admin']);

/** Whom to call: every function the person may see, found by subject, place, party or the words people use. */
@Component({
  selector: 'sam-contacts-page',
  templateUrl: './contacts.page.html',
  imports: [
    ContactCard,
    ContactFilters,
    ContactMatrix,
    ExportMenu,
    Icon,
    ListFrame,
    PageHead,
    ReportButton,
    RouterLink,
    TranslocoDirective,
  ],
})
export class ContactsPage {
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly store = inject(SessionStore);
  protected readonly state = listState(ContactQuery);
  protected readonly source = contactList(this.state.params);
  protected readonly page = keepLatest(this.source);
  protected readonly county = computed(() => this.store.acting()?.countyCodes[0] ?? null);
  private readonly overviewSource = contactsOverview(this.county);
  protected readonly overview = keepLatest(this.overviewSource);
  protected readonly plural = plural;
  protected readonly formats = contactFileFormats;
  protected readonly sorts = contactSorts;
  protected readonly mayAdd = computed(() => keepers.has(this.store.acting()?.role ?? ''));
  protected readonly address = computed(() => {
    const params = new URLSearchParams(this.state.params()).toString();
    return `/kontakter${params ? `?${params}` : ''}`;
  });
  /** The same choice as people to write to: those out of use are nobody to write to. */
  protected readonly writing = computed(() => {
    const { page: _page, size: _size, sort: _sort, order: _order, retired: _retired, ...choice } = this.state.params();
    return choice;
  });

  constructor() {
    reloadOn('contacts', this.source, this.overviewSource);
  }

  protected flip(name: FlagName): void {
    this.state.patch({ [name]: this.state.query()[name] ? undefined : true });
  }

  protected async copyLink(): Promise<void> {
    await navigator.clipboard.writeText(location.origin + this.address());
    await this.toasts.show(this.transloco.translate('contacts.list.copied'));
  }
}
