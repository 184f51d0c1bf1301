import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { ContactFunction, ContactHolder, ContactVisibility } from '@samverkan/contacts/contract';
import { ProofAsked, SessionStore } from '@samverkan/identity/portal';
import { VisibilityBadge } from '@samverkan/reading/portal';
import {
  HumanDatePipe,
  Icon,
  type MayHoldUnsaved,
  PageHead,
  ProblemWords,
  Toasts,
  keepLatest,
  reloadOn,
} from '@samverkan/shared/portal';
import { SensitiveReportButton } from '@samverkan/writing/portal';
import { ContactChange } from './contact-change';
import { ContactHistoryTable } from './contact-history';
import { ContactHolders } from './contact-holders';
import { ContactReports } from './contact-reports';
import { ContactState } from './contact-state';
import { ContactWays } from './contact-ways';
import { ContactRequests, contactOf, historyOf } from './contacts.data';
import { EndHolderDialog } from './end-holder-dialog';
import { HolderDialog } from './holder-dialog';
import { InviteHolderDialog } from './invite-holder-dialog';
import { ReportButton } from './report-button';
import { SeenAsDialog } from './seen-as-dialog';
import { VisibilityDialog } from './visibility-dialog';

/** One function: how it is reached, whether it is true, who holds it and has held it, and what may be done with it. */
@Component({
  selector: 'sam-contact-page',
  templateUrl: './contact.page.html',
  imports: [
    ContactChange,
    ContactHistoryTable,
    ContactHolders,
    ContactReports,
    ContactState,
    ContactWays,
    EndHolderDialog,
    HolderDialog,
    HumanDatePipe,
    Icon,
    InviteHolderDialog,
    PageHead,
    ProofAsked,
    ReportButton,
    RouterLink,
    SeenAsDialog,
    SensitiveReportButton,
    TranslocoDirective,
    VisibilityBadge,
    VisibilityDialog,
  ],
})
export class ContactPage implements MayHoldUnsaved {
  readonly id = input.required<string>();
  private readonly requests = inject(ContactRequests);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ProblemWords);
  private readonly session = inject(SessionStore);
  private readonly change = viewChild(ContactChange);
  protected readonly source = contactOf(this.id);
  private readonly historySource = historyOf(this.id);
  protected readonly contact = keepLatest(this.source);
  protected readonly history = keepLatest(this.historySource);
  protected readonly editing = signal(false);
  protected readonly showing = signal(false);
  protected readonly looking = signal(false);
  /** A holder to set right, or `new`. */
  protected readonly holding = signal<ContactHolder | 'new' | null>(null);
  protected readonly inviting = signal(false);
  protected readonly ending = signal<ContactHolder | null>(null);
  /** Whoever reads and writes here may hide a sensitive text; those who only read cannot. */
  protected readonly mayHide = computed(() =>
    ['coordinator', 'partner', 'county_staff', 'county_admin'].includes(this.session.acting()?.role ?? ''),
  );
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly missing = computed(() => {
    const error = this.source.error();
    return error ? this.words.of(error) : null;
  });
  protected readonly chosenHolder = computed(() => {
    const holding = this.holding();
    return holding === 'new' ? null : holding;
  });

  constructor() {
    reloadOn('contacts', this.source, this.historySource);
  }

  unsaved(): boolean {
    return this.change()?.unsaved() ?? false;
  }

  protected changed(contact: ContactFunction): void {
    this.source.set(contact);
    this.historySource.reload();
    this.editing.set(false);
  }

  protected held(contact: ContactFunction): void {
    this.holding.set(null);
    this.changed(contact);
    void this.toasts.show(this.transloco.translate('contacts.holder.saved'));
  }

  protected async show(visibility: ContactVisibility): Promise<void> {
    const before = this.contact()?.visibility as ContactVisibility | undefined;
    this.showing.set(false);
    if (visibility === before) return;
    const shown = await this.doing(() => this.requests.show(this.id(), visibility));
    if (shown && before) await this.said(`contacts.shown.${visibility}`, () => void this.show(before));
  }

  protected async retire(): Promise<void> {
    if (await this.doing(() => this.requests.retire(this.id())))
      await this.said('contacts.retired', () => void this.restore());
  }

  protected async restore(): Promise<void> {
    if (await this.doing(() => this.requests.restore(this.id())))
      await this.said('contacts.restored', () => void this.retire());
  }

  protected async confirm(): Promise<void> {
    if (await this.doing(() => this.requests.confirm(this.id())))
      await this.toasts.show(this.transloco.translate('contacts.confirmed'));
  }

  protected async ask(): Promise<void> {
    if (await this.doing(() => this.requests.sendLetter(this.id())))
      await this.toasts.show(this.transloco.translate('contacts.letter.sent'));
  }

  protected async invited(email: string): Promise<void> {
    this.inviting.set(false);
    await this.toasts.show(this.transloco.translate('contacts.invite.sent', { email }));
  }

  protected async end(holder: ContactHolder, lastDay: string): Promise<void> {
    this.ending.set(null);
    if (await this.doing(() => this.requests.endHolder(this.id(), holder.id, lastDay)))
      await this.said('contacts.holder.ended', () => void this.goOn(holder));
  }

  /** Takes back that a holder's time ended. */
  private async goOn({ id, naming, userId, name, validFrom, validTo }: ContactHolder): Promise<void> {
    const who = { naming: naming ?? 'unnamed', userId, name: userId ? null : name };
    await this.doing(() =>
      this.requests.changeHolder(this.id(), id, { ...who, validFrom, validTo, guardConfirmed: [] }),
    );
  }

  private said(words: string, undo: () => void): Promise<void> {
    return this.toasts.show(this.transloco.translate(words), {
      label: this.transloco.translate<string>('contacts.undo'),
      run: undo,
    });
  }

  private async doing(deed: () => Promise<ContactFunction>): Promise<ContactFunction | null> {
    if (this.busy()) return null;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const contact = await deed();
      this.changed(contact);
      return contact;
    } catch (error) {
      this.problem.set(this.words.of(error));
      this.source.reload();
      return null;
    } finally {
      this.busy.set(false);
    }
  }
}
