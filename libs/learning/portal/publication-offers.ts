import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { keepLatest, provideWords, reloadOn } from '@samverkan/shared/portal';
import { offersOfPublication } from './learning.data';
import { learningWords } from './learning-words';

/** The training that a publication comes from; nothing where it comes from none that the reader sees. */
@Component({
  selector: 'sam-publication-offers',
  template: `<ng-container *transloco="let t">
    @for (one of offers()?.items ?? []; track one.id) {
      <p>
        {{ t('learning.publication.from.' + one.kind) }}
        <a [routerLink]="['/utbildningar', one.id]" lang="sv">{{ one.title }}</a>
      </p>
    }
  </ng-container>`,
  imports: [RouterLink, TranslocoDirective],
  providers: [provideWords(learningWords)],
})
export class PublicationOffersSection {
  readonly publicationId = input.required<string>();
  private readonly source = offersOfPublication(this.publicationId);
  protected readonly offers = keepLatest(this.source);

  constructor() {
    reloadOn('learning', this.source);
  }
}
