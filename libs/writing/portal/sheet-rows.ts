import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  type SheetHeading,
  type SheetPreview,
  type SheetRow,
  type SheetWords,
  sheetIssueWords,
  sheetOutcomes,
} from '@samverkan/shared/contract';
import { Language } from '@samverkan/shared/portal';

const step = 100;

/** What will become of each row of a sheet; those with faults first to be seen. */
@Component({
  selector: 'sam-sheet-rows',
  templateUrl: './sheet-rows.html',
  imports: [RouterLink, TranslocoDirective],
})
export class SheetRows {
  private readonly language = inject(Language);
  readonly preview = input.required<SheetPreview>();
  readonly headings = input.required<Readonly<Record<string, SheetHeading>>>();
  readonly words = input.required<SheetWords>();
  readonly rowsAre = input.required<string>();
  readonly linkOf = input.required<(row: SheetRow) => readonly string[] | null>();
  /** Those that some row has. */
  protected readonly outcomes = computed(() => sheetOutcomes.filter((one) => this.preview().counts[one] > 0));
  protected readonly outcome = linkedSignal<SheetRow['outcome'] | null>(() =>
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

  protected wordsOf(issue: SheetRow['issues'][number]): string {
    const words = sheetIssueWords(this.words(), issue, this.language.current());
    return issue.column ? `${this.called(issue.column)}: ${words}` : words;
  }

  /** The file's own heading, where it has one. */
  private called(column: string): string {
    const { columns, headings } = this.preview();
    return headings[columns.indexOf(column)] || this.nameOf(column);
  }

  protected fields(row: SheetRow): string {
    return row.fields.map((column) => this.nameOf(column)).join(', ');
  }

  private nameOf(column: string): string {
    return this.headings()[column]?.[this.language.current()] ?? '';
  }
}
