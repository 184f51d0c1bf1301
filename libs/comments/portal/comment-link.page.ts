import { Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { PageHead, ProblemWords } from '@samverkan/shared/portal';
import { commentOf } from './comments.data';

/** The address of one comment: leads on to it where it stands. */
@Component({
  selector: 'sam-comment-link-page',
  template: `<ng-container *transloco="let t">
    @if (missing(); as words) {
      <sam-page-head [heading]="t('shell.not-found')" [crumbs]="[{ label: t('shell.comments'), link: '/kommentarer' }]">
        <p>{{ words }}</p>
      </sam-page-head>
      <a class="btn line" routerLink="/kommentarer">{{ t('comments.page.all') }}</a>
    } @else {
      <sam-page-head [heading]="t('shell.comments')" />
      <div class="skl" role="status">
        <span class="vh">{{ t('shared.list.loading') }}</span><span class="sk"></span><span class="sk"></span>
      </div>
    }
  </ng-container>`,
  imports: [PageHead, RouterLink, TranslocoDirective],
})
export class CommentLinkPage {
  private readonly words = inject(ProblemWords);
  private readonly router = inject(Router);
  readonly id = input.required<string>();
  private readonly source = commentOf(this.id);
  protected readonly missing = computed(() => (this.source.error() ? this.words.of(this.source.error()) : null));

  constructor() {
    effect(() => {
      if (!this.source.hasValue()) return;
      const { id, actionId } = this.source.value();
      void this.router.navigate(['/insatser', actionId], { fragment: `kommentar-${id}`, replaceUrl: true });
    });
  }
}
