// Draws a series as lines with a mark where one strategy gives way to the next. Loaded only where there is something to draw.
import type { GoalSeries } from '@samverkan/coverage/contract';
import {
  CategoryScale,
  Chart,
  Legend,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
  Tooltip,
} from 'chart.js';
import annotations from 'chartjs-plugin-annotation';

Chart.register(CategoryScale, LinearScale, LineController, LineElement, PointElement, Legend, Tooltip, annotations);

export interface SeriesWords {
  underWay: string;
  completed: string;
  month(month: string): string;
  mark(mark: GoalSeries['marks'][number]): string;
}

/** The drawing; `destroy()` it before another is drawn on the same canvas. Colours are the theme's, as they are when it is drawn. */
export function drawSeries(canvas: HTMLCanvasElement, { months, marks }: GoalSeries, words: SeriesWords): Chart {
  const style = getComputedStyle(canvas);
  const role = (name: string) => style.getPropertyValue(name).trim();
  const text = role('--mat-sys-on-surface');
  const rule = role('--mat-sys-outline-variant');
  Chart.defaults.font.family = role('--sam-font');
  const still = canvas.ownerDocument.defaultView?.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const line = (label: string, data: number[], colour: string, dash: number[]) => ({
    label,
    data,
    borderColor: colour,
    backgroundColor: colour,
    borderDash: dash,
    borderWidth: 2,
    pointRadius: months.length > 24 ? 0 : 3,
    pointHitRadius: 12,
    stepped: 'before' as const,
  });
  const placed = marks.flatMap((mark) => {
    const at = months.findIndex(({ month }) => month === mark.on.slice(0, 7));
    return at > 0 ? [{ at, mark }] : [];
  });
  return new Chart(canvas, {
    type: 'line',
    data: {
      labels: months.map(({ month }) => words.month(month)),
      datasets: [
        line(
          words.underWay,
          months.map(({ underWay }) => underWay),
          role('--sam-cat-1'),
          [],
        ),
        line(
          words.completed,
          months.map(({ completed }) => completed),
          role('--sam-cat-2'),
          [6, 4],
        ),
      ],
    },
    options: {
      animation: still ? false : { duration: 250 },
      maintainAspectRatio: false,
      color: text,
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: {
          ticks: { color: text, maxRotation: 0, autoSkipPadding: 24 },
          grid: { display: false },
          border: { color: rule },
        },
        y: {
          beginAtZero: true,
          ticks: { color: text, precision: 0 },
          grid: { color: rule },
          border: { display: false },
        },
      },
      plugins: {
        legend: { position: 'bottom', labels: { color: text, boxWidth: 28, boxHeight: 0 } },
        annotation: {
          annotations: placed.map(({ at, mark }) => ({
            type: 'line' as const,
            xMin: at,
            xMax: at,
            borderColor: role('--sam-thread-strong'),
            borderWidth: 2,
            borderDash: [3, 3],
            label: {
              display: true,
              content: words.mark(mark),
              position: 'end' as const,
              color: role('--mat-sys-inverse-on-surface'),
              backgroundColor: role('--mat-sys-inverse-surface'),
              font: { weight: 'normal' as const },
            },
          })),
        },
      },
    },
  });
}
