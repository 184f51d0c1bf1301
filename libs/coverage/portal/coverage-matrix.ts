import { NgTemplateOutlet } from '@angular/common';
import { Component, type ElementRef, computed, inject, input, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { type Coverage, type CoverageColumn, type CoverageRow, elsewhere } from '@samverkan/coverage/contract';
import { Language, plural } from '@samverkan/shared/portal';
import { heatOf, listBehind, parentsAmong } from './coverage-cell';

const steps: Record<string, readonly [down: number, right: number]> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** Goals against columns, as numbers with words on a scale of colours. One cell stands in the tab order; the arrows go between them. */
@Component({
  selector: 'sam-coverage-matrix',
  templateUrl: './coverage-matrix.html',
  styleUrl: './coverage-matrix.scss',
  host: { '(keydown)': 'move($event)', '[class.wide]': 'columns().length > 6' },
  imports: [NgTemplateOutlet, RouterLink, TranslocoDirective],
})
export class CoverageMatrix {
  private readonly language = inject(Language);
  private readonly table = viewChild.required<ElementRef<HTMLElement>>('table');
  readonly coverage = input.required<Coverage>();
  readonly show = input.required<'open' | 'all'>();
  protected readonly plural = plural;
  protected readonly elsewhere = elsewhere;
  /** Where the tab key comes in: line and column. */
  protected readonly at = signal<readonly [line: number, column: number]>([0, 0]);
  protected readonly columns = computed(() =>
    this.coverage().columns.map((column) => ({ ...column, name: this.named(column) })),
  );
  private readonly parents = computed(() => parentsAmong(this.coverage().rows));
  protected readonly lines = computed(() => {
    const { rows, columns, total, committed } = this.coverage();
    const all = rows.map(({ goalId }) => goalId);
    const whole = this.line(
      all,
      columns.map((column) => column.total),
      total,
    );
    return [
      ...rows.map((row) => ({
        ...this.line(row.goalIds, row.cells, row.total),
        committed: row.committed,
        goal: row,
        name: this.named(row),
        isParent: this.parents().has(row.goalId),
        missing: row.total === 0 && this.show() === 'open' && !this.parents().has(row.goalId),
      })),
      { ...whole, committed, goal: null, name: '', isParent: false, missing: false },
    ].map((line, number) => ({ ...line, number }));
  });

  protected move(event: KeyboardEvent): void {
    const step = steps[event.key];
    const [line, column] = this.at();
    const last = this.columns().length + (this.coverage().signatories === null ? 0 : 1);
    const next = step
      ? ([line + step[0], column + step[1]] as const)
      : event.key === 'Home'
        ? ([event.ctrlKey ? 0 : line, 0] as const)
        : event.key === 'End'
          ? ([event.ctrlKey ? this.lines().length - 1 : line, last] as const)
          : null;
    if (!next || event.altKey || event.metaKey) return;
    const place = this.table().nativeElement.querySelector<HTMLElement>(`[data-at="${next.join()}"]`);
    if (!place) return;
    event.preventDefault();
    this.at.set(next);
    place.focus();
  }

  protected tab(line: number, column: number): 0 | -1 {
    const [atLine, atColumn] = this.at();
    const last = this.columns().length + (this.coverage().signatories === null ? 0 : 1);
    const isThere = atLine < this.lines().length && atColumn <= last;
    return (isThere ? line === atLine && column === atColumn : line === 0 && column === 0) ? 0 : -1;
  }

  /** The cells of one line, and what it comes to in all. */
  private line(goalIds: readonly string[], counts: readonly number[], total: number) {
    const place = (count: number, column: CoverageColumn | null) => {
      const { step, words } = heatOf(count);
      const link = count > 0 ? listBehind(goalIds, column, this.show()) : null;
      return { column, count, words, link, look: column ? `s${step}` : '' };
    };
    return {
      places: [...this.coverage().columns.map((column, at) => place(counts[at] ?? 0, column)), place(total, null)],
    };
  }

  private named({ title, titleEn }: Pick<CoverageRow, 'title' | 'titleEn'>): string {
    return this.language.pick(title, titleEn);
  }
}
