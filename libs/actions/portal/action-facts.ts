import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Action } from '@samverkan/actions/contract';
import { HumanPeriodPipe } from '@samverkan/reading/portal';
import { TermLists } from '@samverkan/vocabularies/portal';
import { PlaceWords } from './place-words';

/** What an action is, in facts. */
@Component({
  selector: 'sam-action-facts',
  templateUrl: './action-facts.html',
  imports: [HumanPeriodPipe, RouterLink, TranslocoDirective],
})
export class ActionFacts {
  readonly action = input.required<Action>();
  protected readonly terms = inject(TermLists);
  protected readonly places = inject(PlaceWords);
}
