import { Component, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { type MethodVisibility, methodVisibilities } from '@samverkan/methods/contract';
import { VisibilityBadge } from '@samverkan/reading/portal';

/** Who may see the method once it is published, each level with what it means. */
@Component({
  selector: 'sam-method-visibility',
  template: `<ul class="choices" *transloco="let t">
    @for (level of levels; track level) {
      <li>
        <label class="choice"
          ><input
            type="radio"
            name="method-visibility"
            [value]="level"
            [checked]="value() === level"
            (change)="value.set(level)"
          /><span
            ><sam-visibility [visibility]="level" /><small>{{ t('methods.visibility.' + level) }}</small></span
          ></label
        >
      </li>
    }
  </ul>`,
  imports: [TranslocoDirective, VisibilityBadge],
})
export class VisibilityChoice implements FormValueControl<MethodVisibility> {
  readonly value = model<MethodVisibility>('members');
  protected readonly levels = methodVisibilities;
}
