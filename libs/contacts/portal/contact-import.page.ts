import { NgComponentOutlet } from '@angular/common';
import { Component, computed, inject, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import {
  type ContactImportDone,
  type ContactImportRow,
  contactHeadings,
  importWords,
} from '@samverkan/contacts/contract';
import { SessionStore } from '@samverkan/identity/portal';
import type { SheetRow } from '@samverkan/shared/contract';
import { Icon, Language, PageHead } from '@samverkan/shared/portal';
import { SheetRequests, sheetImport } from '@samverkan/writing/portal';
import { ContactChoices } from './contact-choices';

const linkOf = (row: SheetRow): readonly string[] | null => {
  const { functionId } = row as ContactImportRow;
  return functionId ? ['/kontakter', functionId] : null;
};

/** Functions from a sheet: the file, what its columns mean, what would happen row by row, and then all of it or nothing. */
@Component({
  selector: 'sam-contact-import-page',
  templateUrl: './contact-import.page.html',
  imports: [Icon, NgComponentOutlet, PageHead, RouterLink, TranslocoDirective],
})
export class ContactImportPage {
  private readonly words = inject(TranslocoService);
  protected readonly requests = new SheetRequests(() => '/api/contacts/import');
  protected readonly language = inject(Language);
  protected readonly store = inject(SessionStore);
  protected readonly choices = inject(ContactChoices);
  protected readonly done = signal<ContactImportDone | null>(null);
  protected readonly sheet = resource({ loader: sheetImport });
  protected readonly inputs = computed(() => ({
    requests: this.requests,
    headings: contactHeadings,
    words: importWords,
    rowsAre: this.words.translate('contacts.form.title', {}, this.language.current()),
    errorsName: this.language.current() === 'sv' ? 'kontakter-fel' : 'contacts-errors',
    linkOf,
    whose: this.store.acting()?.id ?? null,
    begun: () => this.done.set(null),
    written: (answer: unknown) => this.done.set(answer as ContactImportDone),
  }));
}
