import { Component, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Erasure } from '@samverkan/privacy/contract';
import { Time } from '@samverkan/shared/portal';

/** How a request stands: who asked and when, what was decided and why. */
@Component({
  selector: 'sam-erasure-state',
  template: `<ng-container *transloco="let t">
    <h3>{{ request().own ? t('privacy.erasure.state.' + request().state) : request().person.name }}</h3>
    @if (!request().own) {
      <p class="small">
        {{ t('privacy.erasure.state.' + request().state) }} · {{ request().person.organizations.join(', ') }}
      </p>
    }
    <p class="small muted">
      {{ t('privacy.erasure.by.' + request().askedBy) }} <sam-time [at]="request().askedAt" />
      @if (request().decidedAt; as at) {
        · {{ t('privacy.erasure.decided') }} <sam-time [at]="at" />
      }
    </p>
    @if (request().message; as words) {
      <p>{{ words }}</p>
    }
    @if (request().decision; as decision) {
      <p>
        {{ t('privacy.erasure.decision.' + decision) }}
        @if (request().ground; as ground) {
          {{ t('privacy.erasure.ground.' + ground) }}
        }
      </p>
    }
    @if (request().words; as words) {
      <p>{{ words }}</p>
    }
  </ng-container>`,
  imports: [Time, TranslocoDirective],
})
export class ErasureState {
  readonly request = input.required<Erasure>();
}
