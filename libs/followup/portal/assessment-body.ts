import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Assessment } from '@samverkan/followup/contract';
import { Status } from '@samverkan/reading/portal';
import { HumanDatePipe, Icon } from '@samverkan/shared/portal';
import { AssessmentLevelMark } from './assessment-level';

/** What an assessment says: how it goes, why, by what it can be seen, and who signed it. */
@Component({
  selector: 'sam-assessment-body',
  template: `<ng-container *transloco="let t">
    @let one = assessment();
    <p>
      <sam-assessment-level [level]="one.level" />
      @if (!one.signedAt) {
        <span class="tag">{{ t('followup.draft') }}</span>
      }
      @if (one.correctedById; as next) {
        <a class="tag" [routerLink]="['/bedomningar', next]">{{ t('followup.corrected') }}</a>
      }
      @if (one.correctsId; as former) {
        <a class="tag" [routerLink]="['/bedomningar', former]">{{ t('followup.corrects') }}</a>
      }
    </p>
    <p class="typed" lang="sv">{{ one.reason }}</p>
    @if (one.evidence.length > 0) {
      <p>
        <b>{{ t('followup.evidence') }}</b>
      </p>
      <ul [attr.aria-label]="t('followup.evidence')">
        @for (piece of one.evidence; track $index) {
          <li>
            @if (piece.action; as action) {
              <a [routerLink]="['/insatser', action.id]">{{ piece.title }}</a>
              <sam-status [status]="action.status" />
            } @else {
              <a [href]="piece.url" target="_blank" rel="noopener noreferrer"
                >{{ piece.title }}<sam-icon name="external" size="i-s" /><span class="vh">{{
                  t('followup.evidence.opens')
                }}</span></a
              >
            }
          </li>
        }
      </ul>
    }
    <p class="small muted">
      {{ one.assessedOn | humanDate }} ·
      @if (one.functionTitle; as post) {
        {{ post }},
      }
      <a [routerLink]="['/parter', one.organization.id]">{{ one.organization.name }}</a>
    </p>
  </ng-container>`,
  styles: `
    p,
    ul {
      margin: var(--sam-2) 0 0;
    }
    p:first-of-type {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--sam-2) var(--sam-3);
    }
    .typed {
      max-width: var(--sam-measure);
    }
    ul {
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--sam-1) var(--sam-3);
      min-height: 1.75rem;
    }
  `,
  imports: [AssessmentLevelMark, HumanDatePipe, Icon, RouterLink, Status, TranslocoDirective],
})
export class AssessmentBody {
  readonly assessment = input.required<Assessment>();
}
