import { Component, type ElementRef, afterNextRender, computed, input, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { ActionQuery, type ActionView, actionViews } from '@samverkan/actions/contract';
import { type AddressValues, withoutPlace } from '@samverkan/reading/portal';
import { Icon, type IconName } from '@samverkan/shared/portal';
import { SavedFilterChips } from './saved-filter-chips';
import { pathOf } from './view-paths';

const icons: Record<ActionView, IconName> = {
  list: 'list',
  board: 'board',
  timeline: 'clock',
  map: 'map',
  matrix: 'table',
};

/** The ways to look at the same actions, and what has been kept of earlier choices. What is chosen goes along; page and size are each view's own. The calendar has the days of one's own actions alone. */
@Component({
  selector: 'sam-action-views',
  template: `<ng-container *transloco="let t">
    <nav #row class="views" [attr.aria-label]="t('actions.views')">
      @for (view of views; track view.name) {
        <a [routerLink]="view.path" [queryParams]="kept()" [attr.aria-current]="view.name === at() ? 'page' : null"
          ><sam-icon [name]="view.icon" />{{ t('actions.views.' + view.name) }}</a
        >
      }
      <a routerLink="/kalender" [queryParams]="{ area: 'actions', view: 'month' }"
        ><sam-icon name="calendar" />{{ t('actions.views.calendar') }}</a
      >
    </nav>
    <sam-saved-filter-chips [at]="at()" [chosen]="kept()" />
  </ng-container>`,
  styleUrl: './action-views.scss',
  imports: [Icon, RouterLink, SavedFilterChips, TranslocoDirective],
})
export class ActionViews {
  readonly at = input.required<ActionView>();
  /** What stands in the address. */
  readonly params = input.required<AddressValues>();
  private readonly row = viewChild<ElementRef<HTMLElement>>('row');
  protected readonly views = actionViews.map((name) => ({ name, path: pathOf(name), icon: icons[name] }));
  protected readonly kept = computed(() =>
    Object.fromEntries(Object.entries(withoutPlace(this.params())).filter(([name]) => name in ActionQuery.shape)),
  );

  constructor() {
    // On a phone the view one is in is swiped into sight.
    afterNextRender(() => {
      const row = this.row()?.nativeElement;
      if (row) row.scrollLeft = row.querySelector<HTMLElement>('[aria-current]')?.offsetLeft ?? 0;
    });
  }
}
