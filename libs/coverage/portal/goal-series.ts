import {
  Component,
  DOCUMENT,
  DestroyRef,
  type ElementRef,
  computed,
  effect,
  inject,
  input,
  resource,
  viewChild,
} from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { GoalSeries } from '@samverkan/coverage/contract';
import { Appearance, Language, ProblemWords, keepLatest, provideWords, reloadOn } from '@samverkan/shared/portal';
import { coverageWords } from './coverage-words';
import { seriesOf } from './coverage.data';

/** How the work towards a goal has gone, through the strategies it has stood in: a line, and the same numbers as a table. */
@Component({
  selector: 'sam-goal-series',
  templateUrl: './goal-series.html',
  styleUrl: './goal-series.scss',
  imports: [TranslocoDirective],
  providers: [provideWords(coverageWords)],
})
export class GoalSeriesSection {
  private readonly problemWords = inject(ProblemWords);
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(Language);
  private readonly appearance = inject(Appearance);
  private readonly document = inject(DOCUMENT);
  readonly goalId = input.required<string>();
  private readonly canvas = viewChild<ElementRef<HTMLCanvasElement>>('canvas');
  protected readonly source = seriesOf(() => this.goalId());
  protected readonly series = keepLatest(this.source);
  protected readonly problem = computed(() => (this.source.error() ? this.problemWords.of(this.source.error()) : null));
  /** One month says nothing of how it goes. */
  protected readonly drawn = computed(() => (this.series()?.months.length ?? 0) > 1);
  protected readonly latest = computed(() => this.series()?.months.at(-1));
  protected readonly rows = computed(() => this.series()?.months.toReversed() ?? []);
  protected readonly earlier = computed(() => this.series()?.goals.filter(({ id }) => id !== this.goalId()) ?? []);
  private readonly chart = resource({
    params: () => (this.drawn() ? true : undefined),
    loader: () => import('./series-chart').then(({ drawSeries }) => drawSeries),
  });

  constructor() {
    reloadOn('actions', this.source);
    let drawing: { destroy(): void } | undefined;
    effect(() => {
      const [draw, series, canvas] = [this.chart.value(), this.series(), this.canvas()?.nativeElement];
      // Colours and words are those of the moment it is drawn.
      this.appearance.dark();
      this.language.current();
      drawing?.destroy();
      drawing =
        draw && series && canvas && this.document.defaultView ? draw(canvas, series, this.wordsOf()) : undefined;
    });
    inject(DestroyRef).onDestroy(() => drawing?.destroy());
  }

  protected monthOf(month: string, style: 'short' | 'long' = 'long'): string {
    const locale = this.language.current() === 'en' ? 'en-GB' : 'sv-SE';
    const format = new Intl.DateTimeFormat(locale, { month: style, year: 'numeric', timeZone: 'UTC' });
    return format.format(new Date(`${month}-15T12:00:00Z`));
  }

  protected markOf(mark: GoalSeries['marks'][number]): string {
    return (this.language.current() === 'en' && mark.titleEn) || mark.title;
  }

  /** The strategy that began in the month, for its row of the table. */
  protected began(month: string): string {
    const marks = this.series()?.marks.filter(({ on }) => on.startsWith(month)) ?? [];
    return marks.map((mark) => this.markOf(mark)).join(', ');
  }

  private wordsOf() {
    return {
      underWay: this.transloco.translate<string>('coverage.series.under-way'),
      completed: this.transloco.translate<string>('coverage.series.completed'),
      month: (month: string) => this.monthOf(month, 'short'),
      mark: (mark: GoalSeries['marks'][number]) => this.markOf(mark),
    };
  }
}
