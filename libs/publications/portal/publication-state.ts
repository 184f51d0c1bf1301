import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { PublicationSummary } from '@samverkan/publications/contract';
import { Icon } from '@samverkan/shared/portal';

/** What is to be known of a publication before it is read: that it is a draft, is withdrawn, or has been replaced. Figure, word and colour. */
@Component({
  selector: 'sam-publication-state',
  template: `<ng-container *transloco="let t">
    @if (state(); as state) {
      <span [class]="'st st-' + looks[state]">
        <sam-icon [name]="icons[state]" size="i-s" />{{ t('publications.state.' + state) }}
      </span>
    }
    @if (publication().stale) {
      <span class="st st-overdue"><sam-icon name="warning" size="i-s" />{{ t('publications.stale') }}</span>
    }
  </ng-container>`,
  styles: ':host { display: contents; }',
  imports: [Icon, TranslocoDirective],
})
export class PublicationState {
  readonly publication = input.required<Pick<PublicationSummary, 'status' | 'supersededBy' | 'stale'>>();
  protected readonly looks = { draft: 'draft', withdrawn: 'cancelled', superseded: 'paused' } as const;
  protected readonly icons = { draft: 'lock', withdrawn: 'stop', superseded: 'swap' } as const;
  protected readonly state = computed((): 'draft' | 'withdrawn' | 'superseded' | null => {
    const { status, supersededBy } = this.publication();
    return status !== 'published' ? status : supersededBy.length > 0 ? 'superseded' : null;
  });
}
