import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import {
  type ContactGroup,
  ContactRecipientsQuery,
  type ContactSending,
  mostLetters,
  mostRecipients,
} from '@samverkan/contacts/contract';
import { SessionStore } from '@samverkan/identity/portal';
import { listState } from '@samverkan/reading/portal';
import { DraftBox, Icon, PageHead, ProblemWords, Toasts, keepLatest, plural, reloadOn } from '@samverkan/shared/portal';
import { ContactFilters } from './contact-filters';
import { GroupDialog } from './group-dialog';
import { GroupRequests, groupOf } from './groups.data';
import { RecipientList } from './recipient-list';
import { RecipientsChosen } from './recipients-chosen';
import { recipientsOf } from './recipients.data';
import { SendingForm, sendingDraftKey } from './sending-form';

const keepers = new Set(['coordinator', 'partner', 'county_staff', 'county_admin']);

/** Whom a choice of functions reaches by mail, and their addresses to take along. The choice is the address of the page, in the list's own words. */
@Component({
  selector: 'sam-recipients-page',
  templateUrl: './recipients.page.html',
  imports: [ContactFilters, GroupDialog, Icon, PageHead, RecipientList, RouterLink, SendingForm, TranslocoDirective],
})
export class RecipientsPage {
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly problems = inject(ProblemWords);
  private readonly store = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly groups = inject(GroupRequests);
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
  /** The message is being written; the choice stands as it is. */
  protected readonly writing = signal(false);
  protected readonly isBegun = signal(false);
  protected readonly mostAtOnce = mostLetters;
  protected readonly mayWrite = computed(() => {
    const { length } = this.chosen.mailboxes();
    return length > 0 && length <= mostLetters;
  });
  protected readonly naming = signal(false);
  protected readonly pickedIds = computed(() => this.chosen.taken().map(({ id }) => id));
  /** The choice as a group: not where somebody has been left out by hand, or where it is a group already. */
  protected readonly choice = computed(() =>
    this.group() || this.chosen.taken().length < this.chosen.reachable().length
      ? null
      : { choice: this.state.params() },
  );
  /** Unticked on the page of a group picked by hand: they can be let go of, but not all. */
  protected readonly lettingGo = computed(() => {
    const [taken, reachable] = [this.chosen.taken().length, this.chosen.reachable().length];
    return this.group()?.functionIds && taken > 0 ? reachable - taken : 0;
  });
  protected readonly plural = plural;
  /** Chosen in the list only; here they can be taken away. */
  protected readonly flags = ['vacant', 'overdue'] as const;
  protected readonly most = mostRecipients;
  protected readonly county = computed(() => this.store.acting()?.countyCodes[0] ?? null);

  constructor() {
    reloadOn('contacts', this.source);
    void inject(DraftBox)
      .read<{ subject?: string; text?: string }>(sendingDraftKey)
      .then((draft) => this.isBegun.set(!!draft?.subject || !!draft?.text));
  }

  protected write(): void {
    if (this.mayWrite()) this.writing.set(true);
  }

  protected async wasSent({ id }: ContactSending): Promise<void> {
    await this.router.navigate(['/kontakter/skickat', id]);
    await this.toasts.show(this.transloco.translate('contacts.sending.done'));
  }

  protected flip(name: 'vacant' | 'overdue'): void {
    this.state.patch({ [name]: this.state.query()[name] ? undefined : true });
  }

  protected async savedAs(group: ContactGroup): Promise<void> {
    this.naming.set(false);
    await this.router.navigate(['/kontakter/utskick'], { queryParams: { group: group.id } });
    await this.toasts.show(this.transloco.translate('contacts.groups.saved', { name: group.name }));
  }

  /** Takes those that are unticked out of the group; what she does not see of it stays. */
  protected async letGo(): Promise<void> {
    const group = this.group();
    if (!group?.functionIds) return;
    const left = new Set(this.chosen.reachable().flatMap(({ id }) => (this.chosen.isTaken(id) ? [] : [id])));
    const before = group.functionIds;
    await this.repick(
      group,
      before.filter((id) => !left.has(id)),
    );
    await this.toasts.show(
      this.transloco.translate(plural('contacts.groups.let-go.done', left.size), { count: left.size }),
      {
        label: this.transloco.translate('contacts.undo'),
        run: () => {
          const now = this.group();
          if (now) void this.repick(now, before);
        },
      },
    );
  }

  private async repick(group: ContactGroup, functionIds: readonly string[]): Promise<void> {
    try {
      await this.groups.repick(group.id, group.version, functionIds);
    } catch (error) {
      await this.toasts.show(this.problems.of(error));
    }
    this.groupSource.reload();
    this.source.reload();
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
