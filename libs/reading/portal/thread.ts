import { Component, input } from '@angular/core';

/** Steps joined by a thread, newest first. Holds `<li samStep>`. */
@Component({
  selector: 'sam-thread',
  template: `<ol class="thread" [attr.aria-label]="label()">
    <ng-content />
  </ol>`,
})
export class Thread {
  readonly label = input.required<string>();
}
