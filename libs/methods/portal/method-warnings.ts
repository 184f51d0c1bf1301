import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { GeographyData } from '@samverkan/geography/portal';
import type { MethodWarning } from '@samverkan/methods/contract';
import { HumanDatePipe, Icon } from '@samverkan/shared/portal';
import { TermLists } from '@samverkan/vocabularies/portal';

const lists = ['targetGroup', 'form', 'phase', 'profession'] as const;
type ListKind = (typeof lists)[number];
const isList = (kind: string): kind is ListKind => (lists as readonly string[]).includes(kind);

/** In what a choice lies outside what the method is for, and the right way: each in a sentence. */
@Component({
  selector: 'sam-method-warnings',
  template: `<ng-container *transloco="let t">
    @if (rows().length > 0) {
      <div class="note warm">
        <sam-icon name="warning" />
        <ul>
          @for (row of rows(); track row.kind) {
            <li>
              {{ t(row.key, { codes: row.codes, places: row.places, day: (row.on ?? '' | humanDate) }) }}
              @if (row.replacedBy; as next) {
                {{ t('methods.warning.instead') }}
                <a [routerLink]="['/metoder', next.id]" lang="sv">{{ next.name }}</a>.
              } @else if (row.params) {
                <a routerLink="/metoder" [queryParams]="row.params">{{ t('methods.warning.others') }}</a>
              } @else if (row.kind !== 'retired') {
                <a [routerLink]="['/metoder', methodId()]" fragment="utbildningar">{{ t('methods.warning.learn') }}</a>
              }
            </li>
          }
        </ul>
      </div>
    }
  </ng-container>`,
  styles: `
    ul {
      list-style: none;
      padding: 0;
      margin: 0;
    }
    li + li {
      margin-top: 0.375rem;
    }
  `,
  imports: [HumanDatePipe, Icon, RouterLink, TranslocoDirective],
})
export class MethodWarnings {
  private readonly terms = inject(TermLists);
  private readonly geography = inject(GeographyData);
  readonly warnings = input.required<readonly MethodWarning[]>();
  readonly methodId = input.required<string>();
  protected readonly rows = computed(() =>
    this.warnings().map(({ kind, codes, municipalityCodes, on, replacedBy }) => {
      const places = municipalityCodes.map((code) => this.geography.name(code)).join(', ');
      const nowhere = (kind === 'untrained' || kind === 'expired') && places === '';
      return {
        kind,
        on,
        replacedBy,
        places,
        codes: isList(kind) ? this.terms.words(kind, codes) : '',
        key: `methods.warning.${kind}${nowhere ? '.anywhere' : ''}`,
        params: isList(kind) ? { [kind]: codes.join(','), status: 'published' } : null,
      };
    }),
  );
}
