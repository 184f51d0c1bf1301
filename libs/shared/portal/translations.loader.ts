import { Injectable } from '@angular/core';
import type { Translation, TranslocoLoader } from '@jsverse/transloco';

/** The words of the shell and the shared pieces. Each area brings its own file by `areaWords`. */
@Injectable()
export class TranslationsLoader implements TranslocoLoader {
  getTranslation(lang: string): Promise<Translation> {
    return (lang === 'en' ? import('./en.json') : import('./sv.json')).then((words) => words.default);
  }
}
