import { Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { PageHead, ProblemWords } from '@samverkan/shared/portal';
import { taskOf } from './tasks.data';

/** The address of one task: leads on to it where it stands. */
@Component({
  selector: 'sam-task-link-page',
  template: `<ng-container *transloco="let t">
    @if (missing(); as words) {
      <sam-page-head [heading]="t('shell.not-found')" [crumbs]="[{ label: t('shell.tasks'), link: '/uppgifter' }]">
        <p>{{ words }}</p>
      </sam-page-head>
      <a class="btn line" routerLink="/uppgifter">{{ t('tasks.page.heading') }}</a>
    } @else {
      <sam-page-head [heading]="t('shell.tasks')" />
      <div class="skl" role="status">
        <span class="vh">{{ t('shared.list.loading') }}</span><span class="sk"></span><span class="sk"></span>
      </div>
    }
  </ng-container>`,
  imports: [PageHead, RouterLink, TranslocoDirective],
})
export class TaskLinkPage {
  private readonly words = inject(ProblemWords);
  private readonly router = inject(Router);
  readonly id = input.required<string>();
  private readonly source = taskOf(this.id);
  protected readonly missing = computed(() => (this.source.error() ? this.words.of(this.source.error()) : null));

  constructor() {
    effect(() => {
      if (!this.source.hasValue()) return;
      const { id, action } = this.source.value();
      void this.router.navigate(['/insatser', action.id], { fragment: `uppgift-${id}`, replaceUrl: true });
    });
  }
}
