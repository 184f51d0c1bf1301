import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { LoadState } from '@samverkan/reading/portal';
import { Icon, keepLatest, reloadOn } from '@samverkan/shared/portal';
import type { MethodActions } from '@samverkan/methods/contract';
import { actionsOf } from './methods.data';

/** The actions that are about the method, as far as the reader sees them. */
@Component({
  selector: 'sam-method-actions',
  template: `<section class="sec" aria-labelledby="method-actions" *transloco="let t">
    <div class="sec-h">
      <h2 id="method-actions">{{ t('methods.actions') }}</h2>
    </div>
    <sam-load-state [source]="source" [ready]="!!actions()" />
    @if (actions(); as found) {
      @if (found.items.length === 0) {
        <p class="muted">{{ t('methods.actions.none') }}</p>
      } @else {
        <ul class="hand">
          @for (one of found.items; track one.id) {
            <li>
              <div>
                <a [routerLink]="['/insatser', one.id]" lang="sv">{{ one.title }}</a>
                <p class="small muted">{{ t('shared.status.' + one.status) }} · {{ names(one) }}</p>
                @if (one.warned) {
                  <p class="small">
                    <span class="st st-planned"
                      ><sam-icon name="warning" size="i-s" />{{ t('methods.actions.warned') }}</span
                    >
                  </p>
                }
              </div>
            </li>
          }
        </ul>
      }
    }
  </section>`,
  imports: [Icon, LoadState, RouterLink, TranslocoDirective],
})
export class MethodActionsSection {
  readonly methodId = input.required<string>();
  protected readonly source = actionsOf(this.methodId);
  protected readonly actions = keepLatest(this.source);

  constructor() {
    reloadOn('actions', this.source);
  }

  protected names({ owners }: MethodActions['items'][number]): string {
    return owners.map(({ name }) => name).join(', ');
  }
}
