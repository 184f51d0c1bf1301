import { Component, type Signal, computed, inject, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { ContactChoice, mostRecipients } from '@samverkan/contacts/contract';
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
import { RecipientList } from './recipient-list';
import { RecipientsChosen } from './recipients-chosen';
import { recipientsOf } from './recipients.data';

type ListName = 'subject' | 'municipality' | 'kind';

const quietMs = 250;

/** Whom a choice of functions reaches by mail, and their addresses to take along. The choice is the address of the page, in the list's own words. */
@Component({
  selector: 'sam-recipients-page',
  templateUrl: './recipients.page.html',
  imports: [FilterMenu, Icon, PageHead, RecipientList, RouterLink, TranslocoDirective],
})
export class RecipientsPage {
  private readonly searchWords = inject(SearchWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly problems = inject(ProblemWords);
  private readonly choices = inject(ContactChoices);
  private readonly store = inject(SessionStore);
  protected readonly state = listState(ContactChoice);
  private readonly source = recipientsOf(this.state.params);
  protected readonly found = keepLatest(this.source);
  protected readonly chosen = new RecipientsChosen(this.found, this.state.query);
  protected readonly problem = computed(() => {
    const error = this.source.error();
    return error ? this.problems.of(error) : null;
  });
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

  /** Outlook and most others part addresses with semicolons. */
  protected async copy(): Promise<void> {
    const mailboxes = this.chosen.mailboxes();
    if (mailboxes.length === 0) return;
    await navigator.clipboard.writeText(mailboxes.join('; '));
    const count = mailboxes.length;
    await this.toasts.show(this.transloco.translate(plural('contacts.recipients.copied', count), { count }));
  }
}
