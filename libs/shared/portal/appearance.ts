import { DOCUMENT, Service, effect, inject, signal } from '@angular/core';
import { remembered } from './remembered';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];
export type Density = 'comfortable' | 'compact';

/** Light, dark or as the system; comfortable or compact. `public/appearance.js` does the same before the first paint. */
@Service()
export class Appearance {
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly system = inject(DOCUMENT).defaultView?.matchMedia?.('(prefers-color-scheme: dark)');
  private readonly systemDark = signal(this.system?.matches ?? false);
  readonly theme = signal<Theme>(themes.find((theme) => theme === remembered('theme')) ?? 'system');
  readonly density = signal<Density>(remembered('density') === 'compact' ? 'compact' : 'comfortable');

  constructor() {
    this.system?.addEventListener('change', (change) => this.systemDark.set(change.matches));
    effect(() => {
      const dark = this.theme() === 'dark' || (this.theme() === 'system' && this.systemDark());
      this.root.dataset['theme'] = dark ? 'dark' : 'light';
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
}
