import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { VisibilityBadge } from '@samverkan/reading/portal';
import { Icon, PageHead, ProblemWords, asProblem, reloadOn } from '@samverkan/shared/portal';
import { ContactHistoryTable } from './contact-history';
import { ContactHolders } from './contact-holders';
import { ContactState } from './contact-state';
import { ContactWays } from './contact-ways';
import { contactOf, historyOf, partyWith } from './contacts.data';
import { SeenAsDialog } from './seen-as-dialog';

const nothing = { edit: false, appoint: false, changeVisibility: false, retire: false, restore: false, invite: false };

/** A function exactly as another party's user gets it. Nothing can be done here. */
@Component({
  selector: 'sam-contact-seen-as-page',
  templateUrl: './contact-seen-as.page.html',
  imports: [
    ContactHistoryTable,
    ContactHolders,
    ContactState,
    ContactWays,
    Icon,
    PageHead,
    RouterLink,
    SeenAsDialog,
    TranslocoDirective,
    VisibilityBadge,
  ],
})
export class ContactSeenAsPage {
  readonly id = input.required<string>();
  /** The organisation whose eyes are lent. */
  readonly party = input.required<string>();
  private readonly words = inject(ProblemWords);
  private readonly partySource = partyWith(this.party);
  private readonly ownSource = contactOf(this.id);
  private readonly source = contactOf(this.id, this.party);
  private readonly historySource = historyOf(this.id, this.party);
  protected readonly choosing = signal(false);
  protected readonly own = computed(() => (this.ownSource.hasValue() ? this.ownSource.value() : undefined));
  protected readonly partyName = computed(() => (this.partySource.hasValue() ? this.partySource.value().name : '…'));
  protected readonly theirs = computed(() => (this.source.hasValue() ? this.source.value() : undefined));
  protected readonly contact = computed(() => {
    const contact = this.theirs();
    return contact && { ...contact, allowed: nothing };
  });
  protected readonly history = computed(() =>
    this.historySource.hasValue() ? this.historySource.value().items : undefined,
  );
  protected readonly unseen = computed(() => asProblem(this.source.error())?.code === 'not-seen-by-them');
  protected readonly missing = computed(() => {
    const error = this.source.error();
    return error && !this.unseen() ? this.words.of(error) : null;
  });

  constructor() {
    reloadOn('contacts', this.ownSource, this.source, this.historySource);
  }
}
