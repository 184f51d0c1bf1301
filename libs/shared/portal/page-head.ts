import { Component, DOCUMENT, afterNextRender, effect, inject, input } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from './icon';

export interface Crumb {
  label: string;
  link: string;
}

/**
 * The head of every page: its question as the only h1, an ingress (`<p>`) as content, deeds in `[acts]`, and where it lies.
 * Sets the window's title.
 */
@Component({
  selector: 'sam-page-head',
  template: `<ng-container *transloco="let t">
    @if (crumbs().length > 0) {
      <nav class="crumb" [attr.aria-label]="t('shell.crumbs')">
        @for (crumb of crumbs(); track crumb.link) {
          <a [routerLink]="crumb.link">{{ crumb.label }}</a><sam-icon name="right" />
        }
        <span aria-current="page">{{ here() ?? heading() }}</span>
      </nav>
    }
    <div class="head">
      <div>
        <h1 tabindex="-1">{{ heading() }}</h1>
        <ng-content />
      </div>
      <ng-content select="[acts]" />
    </div>
  </ng-container>`,
  imports: [Icon, RouterLink, TranslocoDirective],
})
export class PageHead {
  private readonly title = inject(Title);
  readonly heading = input.required<string>();
  readonly crumbs = input<readonly Crumb[]>([]);
  /** The page's own name in the crumbs and the title, when its heading is a question. */
  readonly here = input<string>();

  constructor() {
    const document = inject(DOCUMENT);
    afterNextRender(() => document.getElementById('first-paint')?.remove());
    effect(() => this.title.setTitle(`${this.here() ?? this.heading()} – Samverkan`));
  }
}
