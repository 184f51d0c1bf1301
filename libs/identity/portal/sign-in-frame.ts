import { Component, effect, inject, input } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Language } from '@samverkan/shared/portal';

/** What stands around the pages that nobody needs to be signed in for: the name, the page's own heading, and the language. */
@Component({
  selector: 'sam-sign-in-frame',
  template: `<main class="signin" id="innehall" tabindex="-1" *transloco="let t">
    <a class="brand" routerLink="/logga-in" [attr.aria-label]="t('identity.brand')">
      <svg viewBox="0 0 34 26" aria-hidden="true" fill="none" stroke-width="2">
        <path d="M1 4C11 4 12 13 20 13M1 13h19M1 22c10 0 11-9 19-9" stroke="var(--sam-thread-strong)" />
        <path d="M20 13h13" stroke="var(--sam-accent-graphic)" />
        <circle cx="21" cy="13" r="4.2" fill="var(--mat-sys-surface)" stroke="var(--sam-thread-strong)" /></svg
      ><span>Samverkan</span>
    </a>
    <h1 tabindex="-1">{{ heading() }}</h1>
    <ng-content />
    <p class="small muted row-acts languages">
      @for (language of languages; track language.code) {
        <button
          class="btn text sm"
          type="button"
          [lang]="language.code"
          [attr.aria-pressed]="chosen.current() === language.code"
          (click)="chosen.use(language.code)"
        >
          {{ language.name }}
        </button>
      }
      <a [href]="chosen.current() === 'en' ? '/en/offentligt' : '/offentligt'">{{ t('identity.open-pages') }}</a>
    </p>
  </main>`,
  imports: [RouterLink, TranslocoDirective],
})
export class SignInFrame {
  readonly heading = input.required<string>();
  /** The window's title, when the heading is a question. */
  readonly here = input<string>();
  protected readonly chosen = inject(Language);
  protected readonly languages = [
    { code: 'sv', name: 'Svenska' },
    { code: 'en', name: 'English' },
  ] as const;

  constructor() {
    const title = inject(Title);
    effect(() => title.setTitle(`${this.here() ?? this.heading()} – Samverkan`));
  }
}
