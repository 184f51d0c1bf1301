import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { PageHead } from '@samverkan/shared/portal';

@Component({
  selector: 'sam-not-found-page',
  template: `<ng-container *transloco="let t">
    <sam-page-head [heading]="t('shell.not-found')">
      <p>{{ t('shell.not-found.more') }}</p>
    </sam-page-head>
    <a class="btn line" routerLink="/">{{ t('shell.not-found.home') }}</a>
  </ng-container>`,
  imports: [PageHead, RouterLink, TranslocoDirective],
})
export class NotFoundPage {}
