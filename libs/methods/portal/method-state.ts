import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { MethodSummary } from '@samverkan/methods/contract';
import { HumanDatePipe, Icon } from '@samverkan/shared/portal';

/** What is to be known of a method before it is chosen: that it is a draft, is not used any more, or soon will not be. Figure, word and colour. */
@Component({
  selector: 'sam-method-state',
  template: `<ng-container *transloco="let t">
    @if (state(); as state) {
      <span [class]="'st st-' + looks[state]">
        <sam-icon [name]="icons[state]" size="i-s" />{{
          t('methods.state.' + state, { day: (method().retiresOn ?? '' | humanDate) })
        }}
      </span>
    }
    @if (method().stale) {
      <span class="st st-overdue"><sam-icon name="warning" size="i-s" />{{ t('methods.stale') }}</span>
    }
  </ng-container>`,
  styles: ':host { display: contents; }',
  imports: [HumanDatePipe, Icon, TranslocoDirective],
})
export class MethodState {
  readonly method = input.required<Pick<MethodSummary, 'status' | 'retiresOn' | 'stale'>>();
  protected readonly looks = { draft: 'draft', retired: 'cancelled', retires: 'paused' } as const;
  protected readonly icons = { draft: 'lock', retired: 'stop', retires: 'swap' } as const;
  protected readonly state = computed((): 'draft' | 'retired' | 'retires' | null => {
    const { status, retiresOn } = this.method();
    return status !== 'published' ? status : retiresOn ? 'retires' : null;
  });
}
