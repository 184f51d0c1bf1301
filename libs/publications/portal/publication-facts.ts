import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Publication } from '@samverkan/publications/contract';
import { HumanDatePipe } from '@samverkan/shared/portal';

/** The bibliographic facts of a publication, those that there are. */
@Component({
  selector: 'sam-publication-facts',
  template: `<dl class="facts" *transloco="let t">
    @for (fact of facts(); track fact.name) {
      <div>
        <dt>{{ t('publications.field.' + fact.name) }}</dt>
        <dd>{{ fact.code ? t(fact.code) : fact.text }}</dd>
      </div>
    }
    @if (publication().authors; as authors) {
      <div>
        <dt>{{ t('publications.field.authors') }}</dt>
        <dd class="typed" lang="sv">{{ authors }}</dd>
      </div>
    }
    <div>
      <dt>{{ t('publications.field.ownerIds') }}</dt>
      @for (owner of publication().owners; track owner.id) {
        <dd>
          <a [routerLink]="['/parter', owner.id]">{{ owner.name }}</a>
        </dd>
      }
    </div>
    @if (publication().function; as post) {
      <div>
        <dt>{{ t('publications.field.functionId') }}</dt>
        <dd>
          <a [routerLink]="['/kontakter', post.id]">{{ post.title }}</a>
        </dd>
      </div>
    }
    @if (publication().strategy; as strategy) {
      <div>
        <dt>{{ t('publications.field.strategyId') }}</dt>
        <dd>
          <a [routerLink]="['/strategier', strategy.id]" lang="sv">{{ strategy.shortTitle }}</a>
        </dd>
      </div>
    }
    @if (publication().publishedOn; as day) {
      <div>
        <dt>{{ t('publications.field.publishedOn') }}</dt>
        <dd>{{ day | humanDate }}</dd>
      </div>
    }
    @if (publication().reviewedOn; as day) {
      <div>
        <dt>{{ t('publications.field.reviewedOn') }}</dt>
        <dd>{{ day | humanDate }}</dd>
      </div>
    }
    @if (publication().reviewOn; as day) {
      <div>
        <dt>{{ t('publications.field.reviewOn') }}</dt>
        <dd>{{ day | humanDate }}</dd>
      </div>
    }
  </dl>`,
  imports: [HumanDatePipe, RouterLink, TranslocoDirective],
})
export class PublicationFacts {
  readonly publication = input.required<Publication>();
  protected readonly facts = computed(() => {
    const { type, series, number, year, pages, dnr, isbn, issn, language } = this.publication();
    return [
      { name: 'type', text: type, code: `publications.type.${type}` },
      { name: 'series', text: series },
      { name: 'number', text: number },
      { name: 'year', text: year },
      { name: 'pages', text: pages },
      { name: 'dnr', text: dnr },
      { name: 'isbn', text: isbn },
      { name: 'issn', text: issn },
      { name: 'language', text: language, code: `publications.language.${language}` },
    ].filter(({ text }) => text) as { name: string; text: string | number; code?: string }[];
  });
}
