import { httpResource } from '@angular/common/http';
import { Component, computed, input, model, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon, provideWords } from '@samverkan/shared/portal';
import type { Drawing, SwedenTopology } from './county-shapes';
import { geographyWords } from './geography.words';

/** A municipality and its number on the map. */
export interface MapFigure {
  code: string;
  name: string;
  value: number;
  /** What is told instead of the number, where it is no count but a yes or a no; the drawing has ✓ and – for them. */
  words?: string;
}

/** A county as a map with a number in each municipality, and the same as a table. Each municipality is a link to what the number counts. */
@Component({
  selector: 'sam-county-map',
  templateUrl: './county-map.html',
  styleUrl: './county-map.scss',
  imports: [Icon, RouterLink, TranslocoDirective],
  providers: [provideWords(geographyWords)],
})
export class CountyMap {
  readonly county = input.required<string>();
  readonly figures = input.required<readonly MapFigure[]>();
  /** What the map shows, for those who do not see it and as the table's caption. */
  readonly label = input.required<string>();
  /** What is counted, as the heading of the numbers ("Parter"). */
  readonly unit = input.required<string>();
  /** The address that opens a municipality. */
  readonly link = input.required<(code: string) => Record<string, string>>();
  /** The page the address lies on: this one, where nothing else is said. */
  readonly to = input('.');
  /** Municipalities with an edge: those chosen, or one's own. */
  readonly chosen = input<readonly string[]>([]);

  /** Shown as a table: a page that keeps it in its address says so. */
  readonly asTable = model(false);
  /** The part of the page that the address leads to. */
  readonly fragment = input<string>();

  private readonly topology = httpResource<SwedenTopology>(() => '/geo/sweden.topojson');
  private readonly drawing = resource({
    params: () => (this.topology.hasValue() ? { topology: this.topology.value(), county: this.county() } : undefined),
    loader: async ({ params }): Promise<Drawing> =>
      (await import('./county-shapes')).drawCounty(params.topology, params.county),
  });
  protected readonly failed = computed(() => !!this.topology.error() || !!this.drawing.error());
  protected readonly map = computed(() => {
    const drawing = this.drawing.hasValue() ? this.drawing.value() : undefined;
    if (!drawing) return undefined;
    const figures = new Map(this.figures().map((figure) => [figure.code, figure]));
    const values = this.figures().map((figure) => figure.value);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const places = drawing.shapes.flatMap((shape) => {
      const figure = figures.get(shape.code);
      return figure
        ? [
            {
              ...shape,
              figure,
              mark: markOf(figure),
              step: figure.words === undefined ? stepOf(figure.value, least, most) : yesOrNo(figure.value),
              chosen: this.chosen().includes(shape.code),
            },
          ]
        : [];
    });
    return { box: `-4 -4 ${drawing.width + 8} ${drawing.height + 8}`, places };
  });
}

/** What there is room for in the drawing: the number, or a sign for a yes and for a no, whose words are told beside the map. */
const markOf = ({ value, words }: MapFigure): string => (words === undefined ? String(value) : value === 0 ? '–' : '✓');

const yesOrNo = (value: number): number => (value === 0 ? 0 : 4);

/** Nothing has a shade of its own; the rest share five, the least the palest. The number itself always stands beside. */
const stepOf = (value: number, least: number, most: number): number => {
  if (value === 0) return 0;
  return most === least ? 2 : 1 + Math.round((4 * (value - least)) / (most - least));
};
