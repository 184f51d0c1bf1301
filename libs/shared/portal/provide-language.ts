import { type EnvironmentProviders, inject, isDevMode, provideEnvironmentInitializer } from '@angular/core';
import { provideTransloco } from '@jsverse/transloco';
import { Language } from './language';
import { TranslationsLoader } from './translations.loader';

/** Swedish first, English at choice, remembered in the browser. */
export const provideLanguage = (): (EnvironmentProviders | EnvironmentProviders[])[] => [
  provideTransloco({
    config: {
      availableLangs: ['sv', 'en'],
      defaultLang: 'sv',
      fallbackLang: 'sv',
      reRenderOnLangChange: true,
      prodMode: !isDevMode(),
      missingHandler: { useFallbackTranslation: false, logMissingKey: true },
    },
    loader: TranslationsLoader,
  }),
  provideEnvironmentInitializer(() => void inject(Language)),
];
