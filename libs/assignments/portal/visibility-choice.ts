import { Component, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { type Visibility, visibilities } from '@samverkan/shared/contract';
import { VisibilityBadge } from '@samverkan/reading/portal';

/** Who may see the assignment, each level with what it means. */
@Component({
  selector: 'sam-assignment-visibility',
  template: `<ul class="choices" *transloco="let t">
    @for (level of levels; track level) {
      <li>
        <label class="choice"
          ><input
            type="radio"
            name="assignment-visibility"
            [value]="level"
            [checked]="value() === level"
            (change)="value.set(level)"
          /><span
            ><sam-visibility [visibility]="level" /><small>{{ t('assignments.visibility.' + level) }}</small></span
          ></label
        >
      </li>
    }
  </ul>`,
  imports: [TranslocoDirective, VisibilityBadge],
})
export class VisibilityChoice implements FormValueControl<Visibility> {
  readonly value = model<Visibility>('county');
  protected readonly levels = visibilities;
}
