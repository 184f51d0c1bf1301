import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  type ContactColumn,
  type ContactImportPreview,
  type ContactImportRow,
  contactHeadings,
  importIssueWords,
  importOutcomes,
} from '@samverkan/contacts/contract';
import { Language } from '@samverkan/shared/portal';

const step = 100;

/** What will become of each row; those with faults first to be seen. */
@Component({
  selector: 'sam-contact-import-rows',
  templateUrl: './contact-import-rows.html',
  imports: [RouterLink, TranslocoDirective],
})
export class ContactImportRows {
  private readonly language = inject(Language);
  readonly preview = input.required<ContactImportPreview>();
  protected readonly outcomes = importOutcomes;
  protected readonly outcome = linkedSignal<ContactImportRow['outcome'] | null>(() =>
    this.preview().counts.wrong > 0 ? 'wrong' : null,
  );
  protected readonly chosen = computed(() => {
    const outcome = this.outcome();
    return this.preview().rows.filter((row) => outcome === null || row.outcome === outcome);
  });
  private readonly most = linkedSignal({ source: this.chosen, computation: () => step });
  protected readonly rows = computed(() => this.chosen().slice(0, this.most()));
  protected readonly more = computed(() => Math.max(0, this.chosen().length - this.most()));

  protected showMore(): void {
    this.most.update((most) => most + step);
  }

  protected wordsOf(issue: ContactImportRow['issues'][number]): string {
    const words = importIssueWords(issue, this.language.current());
    return issue.column ? `${this.called(issue.column)}: ${words}` : words;
  }

  /** The file's own heading, where it has one. */
  private called(column: ContactColumn): string {
    const { columns, headings } = this.preview();
    return headings[columns.indexOf(column)] || contactHeadings[column][this.language.current()];
  }

  protected fields(row: ContactImportRow): string {
    return row.fields.map((column) => contactHeadings[column][this.language.current()]).join(', ');
  }
}
