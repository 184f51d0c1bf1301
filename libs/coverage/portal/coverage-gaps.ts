import { Component, DOCUMENT, computed, effect, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { type Coverage, type CoverageGaps, openStatuses } from '@samverkan/coverage/contract';
import { Language, plural } from '@samverkan/shared/portal';

/** What is missing: goals that nobody works towards now, municipalities without an open action, and functions there that nobody holds. */
@Component({
  selector: 'sam-coverage-gaps',
  templateUrl: './coverage-gaps.html',
  styleUrl: './coverage-gaps.scss',
  imports: [RouterLink, TranslocoDirective],
})
export class CoverageGapList {
  private readonly language = inject(Language);
  private readonly fragment = toSignal(inject(ActivatedRoute).fragment);
  protected readonly plural = plural;
  protected readonly sides = ['lacks', 'has'] as const;
  readonly coverage = input.required<Coverage>();
  readonly gaps = input.required<CoverageGaps>();
  readonly show = input.required<'open' | 'all'>();
  protected readonly goals = computed(() => {
    const missing = new Set(this.gaps().goalIds);
    return this.coverage()
      .rows.filter(({ goalId }) => missing.has(goalId))
      .map((row) => ({ ...row, name: this.language.pick(row.title, row.titleEn) }));
  });
  protected readonly commitments = computed(() => {
    const found = new Map(this.gaps().commitments.map((one) => [one.goalId, one]));
    return this.coverage().rows.flatMap((row) => {
      const { has, lacks } = found.get(row.goalId) ?? { has: [], lacks: [] };
      const name = `${row.number}. ${this.language.pick(row.title, row.titleEn)}`;
      return has.length + lacks.length > 0
        ? [{ goalId: row.goalId, name, has, lacks, all: has.length + lacks.length }]
        : [];
    });
  });
  /** Goals of the frame that nothing serves; there are none where goals stand against municipalities, or all actions are counted. */
  protected readonly frameGoals = computed(() =>
    this.coverage()
      .columns.filter(({ number, total }) => number !== null && total === 0 && this.show() === 'open')
      .map((column) => ({ ...column, name: this.language.pick(column.title, column.titleEn) })),
  );
  protected readonly places = computed(() =>
    this.gaps()
      .municipalities.filter(({ open, vacant }) => open === 0 || vacant > 0)
      .map((place) => ({ ...place, link: this.actionsIn(place.code) })),
  );

  constructor() {
    const document = inject(DOCUMENT);
    // The router looks for the goal before its list is open.
    effect(() => {
      const place = this.commitments().length > 0 && this.fragment();
      if (!place) return;
      queueMicrotask(() => {
        const goal = document.getElementById(place);
        goal?.setAttribute('open', '');
        goal?.querySelector('summary')?.focus({ preventScroll: true });
        goal?.scrollIntoView({ block: 'center' });
      });
    });
  }

  private actionsIn(municipality: string) {
    const goals = this.coverage().rows.map(({ goalId }) => goalId);
    return { municipality, goal: goals.join(), status: openStatuses.join() };
  }
}
