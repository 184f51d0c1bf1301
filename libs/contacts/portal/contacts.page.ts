import { Component, type Signal, computed, inject, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type ContactFileFormat, ContactQuery, contactFileFormats, contactSorts } from '@samverkan/contacts/contract';
import { SessionStore } from '@samverkan/identity/portal';
import {
  type Choice,
  FilterMenu,
  Icon,
  Language,
  ListFrame,
  PageHead,
  SearchWords,
  Toasts,
  keepLatest,
  listState,
  plural,
  reloadOn,
} from '@samverkan/shared/portal';
import { ContactCard } from './contact-card';
import { ContactChoices } from './contact-choices';
import { ContactMatrix } from './contact-matrix';
import { contactList, contactsOverview } from './contacts.data';
import { ReportButton } from './report-button';

type ListName = 'subject' | 'municipality' | 'kind';
type FlagName = 'mine' | 'vacant' | 'overdue' | 'retired';

const quietMs = 250;
const keepers = new Set(['coordinator', 'partner', 'county_staff', 'county_admin']);

/** Whom to call: every function the person may see, found by subject, place, party or the words people use. */
@Component({
  selector: 'sam-contacts-page',
  templateUrl: './contacts.page.html',
  imports: [
    ContactCard,
    ContactMatrix,
    FilterMenu,
    Icon,
    ListFrame,
    PageHead,
    ReportButton,
    RouterLink,
    TranslocoDirective,
  ],
})
export class ContactsPage {
  private readonly searchWords = inject(SearchWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly store = inject(SessionStore);
  private readonly language = inject(Language);
  private readonly choices = inject(ContactChoices);
  protected readonly state = listState(ContactQuery);
  protected readonly source = contactList(this.state.params);
  protected readonly page = keepLatest(this.source);
  protected readonly county = computed(() => this.store.acting()?.countyCodes[0] ?? null);
  private readonly overviewSource = contactsOverview(this.county);
  protected readonly overview = keepLatest(this.overviewSource);
  protected readonly plural = plural;
  protected readonly sorts = contactSorts;
  protected readonly formats = contactFileFormats;
  /** What stands in the field: what the address says, until she types. */
  protected readonly typed = linkedSignal(() => this.state.query().q ?? '');
  protected readonly mayAdd = computed(() => keepers.has(this.store.acting()?.role ?? ''));
  protected readonly filters: Signal<readonly { name: ListName; choices: readonly Choice[] }[]> = computed(() => [
    { name: 'subject', choices: this.choices.subjects() },
    { name: 'municipality', choices: this.choices.municipalities() },
    { name: 'kind', choices: this.choices.kinds() },
  ]);
  protected readonly address = computed(() => {
    const params = new URLSearchParams(this.state.params()).toString();
    return `/kontakter${params ? `?${params}` : ''}`;
  });
  /** The same choice as people to write to: those out of use are nobody to write to. */
  protected readonly writing = computed(() => {
    const { page: _page, size: _size, sort: _sort, order: _order, retired: _retired, ...choice } = this.state.params();
    return choice;
  });
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    reloadOn('contacts', this.source, this.overviewSource);
  }

  /** The list as it stands, every row of it, as a file. */
  protected file(format: ContactFileFormat): string {
    const { page: _page, size: _size, ...filters } = this.state.params();
    return `/api/contacts/export?${new URLSearchParams({ ...filters, format, lang: this.language.current() })}`;
  }

  protected chosen(name: ListName): readonly string[] {
    return this.state.query()[name] ?? [];
  }

  protected choose(name: ListName, value: readonly string[]): void {
    this.state.patch({ [name]: value.length > 0 ? [...value] : undefined });
  }

  protected flip(name: FlagName): void {
    this.state.patch({ [name]: this.state.query()[name] ? undefined : true });
  }

  protected type(words: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.search(words), quietMs);
  }

  protected async search(words: string): Promise<void> {
    clearTimeout(this.timer);
    const q = (await this.searchWords.safe(words)) || undefined;
    if (q !== this.state.query().q) this.state.patch({ q });
  }

  protected async copyLink(): Promise<void> {
    await navigator.clipboard.writeText(location.origin + this.address());
    await this.toasts.show(this.transloco.translate('contacts.list.copied'));
  }
}
