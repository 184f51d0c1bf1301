import { Component, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { type PublicationVisibility, publicationVisibilities } from '@samverkan/publications/contract';
import { VisibilityBadge } from '@samverkan/reading/portal';

/** Who may see the publication once it is published, each level with what it means. */
@Component({
  selector: 'sam-publication-visibility',
  template: `<ul class="choices" *transloco="let t">
    @for (level of levels; track level) {
      <li>
        <label class="choice"
          ><input
            type="radio"
            name="publication-visibility"
            [value]="level"
            [checked]="value() === level"
            (change)="value.set(level)"
          /><span
            ><sam-visibility [visibility]="level" /><small>{{ t('publications.visibility.' + level) }}</small></span
          ></label
        >
      </li>
    }
  </ul>`,
  imports: [TranslocoDirective, VisibilityBadge],
})
export class VisibilityChoice implements FormValueControl<PublicationVisibility> {
  readonly value = model<PublicationVisibility>('own');
  protected readonly levels = publicationVisibilities;
}
