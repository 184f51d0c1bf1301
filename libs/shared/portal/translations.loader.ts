import { Injectable } from '@angular/core';
import type { Translation, TranslocoLoader } from '@jsverse/transloco';

/** The words of the shell and the shared pieces. Each area brings its own file by `areaWords`. */
@Injectable()
export class TranslationsLoader implements TranslocoLoader {
  getTranslation(lang: string): Promise<Translation> {
    // An area's words come by its own loader: asked for here, somebody forgot to provide them.
    if (lang.includes('/')) return Promise.reject(new Error(`The words of ${lang} are not provided.`));
    return (lang === 'en' ? import('./en.json') : import('./sv.json')).then((words) => words.default);
  }
}
