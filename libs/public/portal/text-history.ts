import { Component, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { PublicTextVersion } from '@samverkan/public/contract';
import { Time } from '@samverkan/shared/portal';
import { SensitiveReportButton } from '@samverkan/writing/portal';

/** What has stood on the page, the newest first, by which function; any of it can be shown again. */
@Component({
  selector: 'sam-public-text-history',
  template: `<ng-container *transloco="let t">
    <h2>{{ t('public.history.heading') }}</h2>
    @if (entries().length === 0) {
      <p class="muted">{{ t('public.history.none') }}</p>
    }
    <ol class="rows">
      @for (one of entries(); track one.id) {
        <li>
          <p>
            <sam-time [at]="one.shownFrom ?? one.changedAt" />
            @if (one.by) {
              <span class="muted">, {{ one.by }}</span>
            }
            @if (one.state === 'shown') {
              <strong>&ngsp;· {{ t('public.history.now') }}</strong>
            }
          </p>
          @if (one.sv || one.en) {
            <details>
              <summary>{{ t('public.history.read') }}</summary>
              <p class="pre" lang="sv">{{ one.sv }}</p>
              @if (one.en) {
                <p class="pre" lang="en">{{ one.en }}</p>
              }
              <sam-sensitive-report
                area="public"
                kind="text"
                [objectId]="one.id"
                [small]="true"
                (hidden)="gone.emit()"
              />
            </details>
          } @else {
            <p class="small muted">{{ t('public.history.national') }}</p>
          }
          @if (one.state === 'past') {
            <button type="button" class="btn text sm" (click)="again.emit(one)">{{ t('public.history.again') }}</button>
          }
        </li>
      }
    </ol>
  </ng-container>`,
  styles: `
    h2 {
      margin-top: 2rem;
    }
    .rows {
      list-style: none;
      max-width: 56rem;
    }
    .rows > li {
      padding: 0.75rem 0;
      border-bottom: 1px solid var(--mat-sys-outline-variant);
    }
    .pre {
      margin-top: 0.5rem;
      max-width: 65ch;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
  `,
  imports: [SensitiveReportButton, Time, TranslocoDirective],
})
export class PublicTextHistoryList {
  readonly entries = input.required<readonly PublicTextVersion[]>();
  readonly again = output<PublicTextVersion>();
  readonly gone = output();
}
