import { DOCUMENT, Service, inject, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { remembered } from './remembered';

export type Lang = 'sv' | 'en';

/** The language of the screen. The page's own `lang` follows, so that screen readers speak it right. */
@Service()
export class Language {
  private readonly transloco = inject(TranslocoService);
  private readonly document = inject(DOCUMENT);
  private readonly chosen = signal<Lang>(remembered('language') === 'en' ? 'en' : 'sv');
  readonly current = this.chosen.asReadonly();

  constructor() {
    this.apply(this.chosen());
  }

  use(lang: Lang): void {
    this.chosen.set(lang);
    remembered('language', lang);
    this.apply(lang);
  }

  /** The English words of something that has both, when English is chosen and there are any. */
  pick(swedish: string, english: string | null): string {
    return this.chosen() === 'en' && english ? english : swedish;
  }

  private apply(lang: Lang): void {
    this.transloco.setActiveLang(lang);
    this.document.documentElement.lang = lang;
  }
}
