import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { GeographyData } from '@samverkan/geography/portal';
import { SessionStore } from '@samverkan/identity/portal';
import { LoadState } from '@samverkan/reading/portal';
import { Icon, PageHead, Time, keepLatest } from '@samverkan/shared/portal';
import { PublicReportsSection } from './public-reports';
import { textsOf } from './public-texts.data';

/** What the county's public pages say, piece by piece, and whose words they are. */
@Component({
  selector: 'sam-public-texts-page',
  template: `<ng-container *transloco="let t">
    <sam-page-head
      [heading]="t('public.list.heading', { county: countyName() })"
      [here]="t('public.list.here')"
      [crumbs]="[{ label: t('public.list.knowledge'), link: '/publikationer' }]"
    >
      <p>{{ t('public.list.ingress') }}</p>
      @if (page(); as address) {
        <a acts class="btn line" [href]="address" target="_blank" rel="noopener">{{ t('public.list.open') }}</a>
      }
    </sam-page-head>
    <sam-load-state [source]="source" [ready]="!!texts()" />
    @if (texts(); as all) {
      <ul class="rows">
        @for (one of all.items; track one.piece) {
          <li>
            <h2>
              <a [routerLink]="['/offentliga-sidor', one.piece]">{{ t('public.piece.' + one.piece) }}</a>
            </h2>
            <p class="small muted">
              @if (one.shown; as shown) {
                {{ t('public.state.own') }} <sam-time [at]="shown.shownFrom ?? shown.changedAt" />
              } @else {
                {{ t('public.state.national') }}
              }
            </p>
            @if (one.pending; as pending) {
              <p class="small">
                <sam-icon [name]="pending.state === 'scheduled' ? 'clock' : 'saved'" />
                @if (pending.state === 'scheduled' && pending.shownFrom) {
                  {{ t('public.state.scheduled') }} <sam-time [at]="pending.shownFrom" />
                } @else {
                  {{ t('public.state.draft') }} <sam-time [at]="pending.changedAt" />
                }
              </p>
            }
          </li>
        }
      </ul>
      <p class="more">
        <a routerLink="/publikationer/urval">{{ t('public.list.selection') }}</a>
      </p>
      <sam-public-reports [county]="county()" />
    }
  </ng-container>`,
  styles: `
    .rows {
      list-style: none;
      max-width: 56rem;
    }
    .rows > li {
      padding: 1rem 0;
      border-bottom: 1px solid var(--mat-sys-outline-variant);
    }
    .more {
      margin-top: 1rem;
    }
    h2 {
      font: var(--mat-sys-title-large);
    }
  `,
  imports: [Icon, LoadState, PageHead, PublicReportsSection, RouterLink, Time, TranslocoDirective],
})
export class PublicTextsPage {
  private readonly store = inject(SessionStore);
  private readonly geography = inject(GeographyData);
  protected readonly county = computed(() => this.store.acting()?.countyCodes[0] ?? '');
  protected readonly countyName = computed(() => this.geography.countyName(this.county()));
  protected readonly source = textsOf(this.county);
  protected readonly texts = keepLatest(this.source);
  protected readonly page = computed(() => this.texts()?.items.find(({ piece }) => piece === 'work')?.address);
}
