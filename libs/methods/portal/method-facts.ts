import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Method } from '@samverkan/methods/contract';
import { HumanDatePipe, plural } from '@samverkan/shared/portal';
import { TermLists } from '@samverkan/vocabularies/portal';

/** Whom a method is for, who may use it, and who keeps what is said of it. */
@Component({
  selector: 'sam-method-facts',
  template: `<dl class="facts" *transloco="let t">
    @for (list of lists(); track list.name) {
      <div>
        <dt>{{ t('methods.field.' + list.name) }}</dt>
        <dd>{{ list.words || t('methods.unlimited') }}</dd>
      </div>
    }
    <div>
      <dt>{{ t('methods.training') }}</dt>
      <dd>{{ t('methods.training.' + method().trainingRequired) }}</dd>
      @if (method().validMonths; as months) {
        <dd>{{ t(plural('methods.valid', months), { count: months }) }}</dd>
      }
    </div>
    <div>
      <dt>{{ t('methods.kept-by') }}</dt>
      <dd>
        <a [routerLink]="['/parter', method().organization.id]">{{ method().organization.name }}</a>
      </dd>
    </div>
    @if (method().function; as post) {
      <div>
        <dt>{{ t('methods.field.functionId') }}</dt>
        <dd>
          <a [routerLink]="['/kontakter', post.id]">{{ post.title }}</a>
        </dd>
      </div>
    }
    @for (day of days(); track day.name) {
      <div>
        <dt>{{ t('methods.field.' + day.name) }}</dt>
        <dd>{{ day.on | humanDate }}</dd>
      </div>
    }
  </dl>`,
  imports: [HumanDatePipe, RouterLink, TranslocoDirective],
})
export class MethodFacts {
  private readonly terms = inject(TermLists);
  readonly method = input.required<Method>();
  protected readonly plural = plural;
  protected readonly lists = computed(() => {
    const { targetGroups, forms, phases, professions } = this.method();
    return [
      { name: 'targetGroups', words: this.terms.words('targetGroup', targetGroups) },
      { name: 'forms', words: this.terms.words('form', forms) },
      { name: 'phases', words: this.terms.words('phase', phases) },
      { name: 'professions', words: this.terms.words('profession', professions) },
    ];
  });
  protected readonly days = computed(() => {
    const { reviewedOn, reviewOn } = this.method();
    return [
      { name: 'reviewedOn', on: reviewedOn ?? '' },
      { name: 'reviewOn', on: reviewOn ?? '' },
    ].filter(({ on }) => on);
  });
}
