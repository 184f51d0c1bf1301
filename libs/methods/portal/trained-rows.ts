import { Component, computed, inject, input, model } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { GeographyData } from '@samverkan/geography/portal';
import { Icon, today } from '@samverkan/shared/portal';
import { TermLists } from '@samverkan/vocabularies/portal';

/** A line as it is typed. */
export interface TrainedLine {
  profession: string;
  municipalityCode: string;
  trainedOn: string;
  count: string;
}

/** How many of which profession the party has trained, and when: numbers, and nobody's name. */
@Component({
  selector: 'sam-trained-rows',
  templateUrl: './trained-rows.html',
  imports: [Icon, TranslocoDirective],
})
export class TrainedRows {
  private readonly terms = inject(TermLists);
  private readonly geography = inject(GeographyData);
  readonly value = model<TrainedLine[]>([]);
  /** Where the party uses the method; asked for in each line when they are several. */
  readonly municipalityCodes = input<readonly string[]>([]);
  protected readonly latest = today();
  protected readonly professions = computed(() =>
    this.terms.choices(
      'profession',
      this.value().map(({ profession }) => profession),
    ),
  );
  protected readonly municipalities = computed(() =>
    this.municipalityCodes().length > 1
      ? this.municipalityCodes().map((code) => ({ code, name: this.geography.name(code) }))
      : [],
  );

  protected set(at: number, change: Partial<TrainedLine>): void {
    this.value.update((lines) => lines.map((line, n) => (n === at ? { ...line, ...change } : line)));
  }

  protected add(): void {
    this.value.update((lines) => [...lines, { profession: '', municipalityCode: '', trainedOn: '', count: '' }]);
  }

  protected remove(at: number): void {
    this.value.update((lines) => lines.filter((_, n) => n !== at));
  }
}
