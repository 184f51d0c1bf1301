import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { keepLatest, plural, provideWords, reloadOn } from '@samverkan/shared/portal';
import { methodsOfOffer } from './methods.data';
import { methodsWords } from './methods-words';

/** The methods that a training gives; nothing where it gives none. */
@Component({
  selector: 'sam-offer-methods',
  template: `<ng-container *transloco="let t">
    @if (methods()?.items; as items) {
      @if (items.length > 0) {
        <section class="sec" aria-labelledby="offer-methods">
          <div class="sec-h">
            <h2 id="offer-methods">{{ t('methods.of-offer') }}</h2>
          </div>
          <ul class="hand">
            @for (one of items; track one.id) {
              <li>
                <div>
                  <a [routerLink]="['/metoder', one.id]" lang="sv">{{ one.name }}</a>
                  <p class="small muted" lang="sv">{{ one.purpose }}</p>
                  @if (one.validMonths; as months) {
                    <p class="small muted">{{ t(plural('methods.valid.said', months), { count: months }) }}</p>
                  }
                </div>
              </li>
            }
          </ul>
        </section>
      }
    }
  </ng-container>`,
  imports: [RouterLink, TranslocoDirective],
  providers: [provideWords(methodsWords)],
})
export class OfferMethodsSection {
  readonly offerId = input.required<string>();
  protected readonly source = methodsOfOffer(this.offerId);
  protected readonly methods = keepLatest(this.source);
  protected readonly plural = plural;

  constructor() {
    reloadOn('methods', this.source);
  }
}
