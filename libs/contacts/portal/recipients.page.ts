import { Component, type Signal, computed, inject, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type ContactGroup, ContactRecipientsQuery, mostRecipients } from '@samverkan/contacts/contract';
import { SessionStore } from '@samverkan/identity/portal';
import {
  type Choice,
  FilterMenu,
  Icon,
  PageHead,
  ProblemWords,
  SearchWords,
  Toasts,
  keepLatest,
  listState,
  plural,
  reloadOn,
} from '@samverkan/shared/portal';
import { ContactChoices } from './contact-choices';
import { GroupDialog } from './group-dialog';
import { groupOf } from './groups.data';
import { RecipientList } from './recipient-list';
import { RecipientsChosen } from './recipients-chosen';
import { recipientsOf } from './recipients.data';

type ListName = 'subject' | 'municipality' | 'kind';

const quietMs = 250;
const keepers = new Set(['coordinator', 'partner', 'county_staff', 'county_admin']);

/** Whom a choice of functions reaches by mail, and their addresses to take along. The choice is the address of the page, in the list's own words. */
@Component({
  selector: 'sam-recipients-page',
  templateUrl: './recipients.page.html',
  imports: [FilterMenu, GroupDialog, Icon, PageHead, RecipientList, RouterLink, TranslocoDirective],
})
export class RecipientsPage {
  private readonly searchWords = inject(SearchWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly problems = inject(ProblemWords);
  private readonly choices = inject(ContactChoices);
  private readonly store = inject(SessionStore);
  private readonly router = inject(Router);
  protected readonly state = listState(ContactRecipientsQuery);
  private readonly source = recipientsOf(this.state.params);
  protected readonly found = keepLatest(this.source);
  protected readonly chosen = new RecipientsChosen(this.found, this.state.query);
  protected readonly problem = computed(() => {
    const error = this.source.error();
    return error ? this.problems.of(error) : null;
  });
  /** The group she has opened, when the address names one. */
  private readonly groupSource = groupOf(() => this.state.query().group);
  protected readonly group = computed(() => (this.groupSource.hasValue() ? this.groupSource.value() : null));
  protected readonly mayKeep = computed(() => keepers.has(this.store.acting()?.role ?? ''));
  protected readonly naming = signal(false);
  protected readonly pickedIds = computed(() => this.chosen.taken().map(({ id }) => id));
  /** The choice as a group: not where somebody has been left out by hand, or where it is a group already. */
  protected readonly choice = computed(() =>
    this.group() || this.chosen.taken().length < this.chosen.reachable().length
      ? null
      : { choice: this.state.params() },
  );
  protected readonly plural = plural;
  /** Chosen in the list only; here they can be taken away. */
  protected readonly flags = ['vacant', 'overdue'] as const;
  protected readonly most = mostRecipients;
  protected readonly county = computed(() => this.store.acting()?.countyCodes[0] ?? null);
  /** What stands in the field: what the address says, until she types. */
  protected readonly typed = linkedSignal(() => this.state.query().q ?? '');
  protected readonly filters: Signal<readonly { name: ListName; choices: readonly Choice[] }[]> = computed(() => [
    { name: 'subject', choices: this.choices.subjects() },
    { name: 'kind', choices: this.choices.kinds() },
    { name: 'municipality', choices: this.choices.municipalities() },
  ]);
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    reloadOn('contacts', this.source);
  }

  protected chosenOf(name: ListName): readonly string[] {
    return this.state.query()[name] ?? [];
  }

  protected choose(name: ListName, value: readonly string[]): void {
    this.state.patch({ [name]: value.length > 0 ? [...value] : undefined });
  }

  protected flip(name: 'mine' | 'vacant' | 'overdue'): void {
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

  protected async savedAs(group: ContactGroup): Promise<void> {
    this.naming.set(false);
    await this.router.navigate(['/kontakter/utskick'], { queryParams: { group: group.id } });
    await this.toasts.show(this.transloco.translate('contacts.groups.saved', { name: group.name }));
  }

  /** Outlook and most others part addresses with semicolons. */
  protected async copy(): Promise<void> {
    const mailboxes = this.chosen.mailboxes();
    if (mailboxes.length === 0) return;
    await navigator.clipboard.writeText(mailboxes.join('; '));
    const count = mailboxes.length;
    await this.toasts.show(this.transloco.translate(plural('contacts.recipients.copied', count), { count }));
  }
}
