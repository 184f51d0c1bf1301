import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Visibility } from '@samverkan/shared/contract';
import { Icon } from '@samverkan/shared/portal';
import type { IconName } from '@samverkan/shared/portal';

const figures: Record<Visibility, IconName> = {
  own: 'lock',
  participants: 'groups',
  county: 'map',
  members: 'people',
  public: 'globe',
};

/** Who may see the thing it stands beside: figure and words. */
@Component({
  selector: 'sam-visibility',
  template: `<span *transloco="let t" class="vis" [class.badge]="badge()">
    <sam-icon [name]="figure()" />
    <span
      ><span class="vh">{{ t('shared.visibility.label') }} </span>{{ t('shared.visibility.' + visibility()) }}</span
    >
  </span>`,
  imports: [Icon, TranslocoDirective],
})
export class VisibilityBadge {
  readonly visibility = input.required<Visibility>();
  /** With a border, where it stands alone. */
  readonly badge = input(false);
  protected readonly figure = computed(() => figures[this.visibility()]);
}
