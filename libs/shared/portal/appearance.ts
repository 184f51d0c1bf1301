import { DOCUMENT, Service, computed, effect, inject, signal, type Signal } from '@angular/core';
import { remembered } from './remembered';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];
export type Density = 'comfortable' | 'compact';

/** Light, dark or as the system; comfortable or compact. `public/appearance.js` does the same before the first paint. */
@Service()
export class Appearance {
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly view = inject(DOCUMENT).defaultView;
  private readonly systemDark = this.matching('(prefers-color-scheme: dark)');
  /** A phone's width, where a bar below takes the rail's place: the same bound as `styles/narrow.scss`. */
  readonly narrow = this.matching('(max-width: 719px)');
  readonly theme = signal<Theme>(themes.find((theme) => theme === remembered('theme')) ?? 'system');
  readonly density = signal<Density>(remembered('density') === 'compact' ? 'compact' : 'comfortable');

  /** What is shown now, whichever way it was chosen. */
  readonly dark = computed(() => this.theme() === 'dark' || (this.theme() === 'system' && this.systemDark()));

  constructor() {
    effect(() => {
      this.root.dataset['theme'] = this.dark() ? 'dark' : 'light';
      this.root.dataset['density'] = this.density();
    });
  }

  useTheme(theme: Theme): void {
    this.theme.set(theme);
    remembered('theme', theme);
  }

  useDensity(density: Density): void {
    this.density.set(density);
    remembered('density', density);
  }

  /** The quick switch of the app bar: to the other of what is shown now. */
  flip(): void {
    this.useTheme(this.root.dataset['theme'] === 'dark' ? 'light' : 'dark');
  }

  private matching(query: string): Signal<boolean> {
    const media = this.view?.matchMedia?.(query);
    const matches = signal(media?.matches ?? false);
    media?.addEventListener('change', (change) => matches.set(change.matches));
    return matches.asReadonly();
  }
}
