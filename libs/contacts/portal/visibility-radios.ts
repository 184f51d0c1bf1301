import { Component, computed, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { type ContactAudience, type ContactVisibility, contactVisibilities } from '@samverkan/contacts/contract';
import { VisibilityBadge } from '@samverkan/reading/portal';
import { plural } from '@samverkan/shared/portal';

/** The levels of a function with who sees it at each. With a preview the parties are named. */
@Component({
  selector: 'sam-contact-visibility-radios',
  template: `<ul class="choices" *transloco="let t">
    @for (level of levels(); track level.visibility) {
      <li>
        <label class="choice"
          ><input
            type="radio"
            name="visibility"
            [value]="level.visibility"
            [checked]="value() === level.visibility"
            (change)="value.set(level.visibility)"
          /><span
            ><sam-visibility [visibility]="level.visibility" />
            <small>{{ t('contacts.visibility.help.' + level.visibility) }}</small>
            @if (level.count !== null) {
              <small
                ><b>{{ t(plural('contacts.visibility.seen-by', level.count), { count: level.count }) }}</b>
                {{ level.names }}</small
              >
            }
          </span></label
        >
      </li>
    }
  </ul>`,
  imports: [TranslocoDirective, VisibilityBadge],
})
export class VisibilityRadios implements FormValueControl<ContactVisibility> {
  readonly value = model<ContactVisibility>('own');
  readonly preview = input<ContactAudience>();
  protected readonly plural = plural;
  protected readonly levels = computed(() =>
    contactVisibilities.map((visibility) => {
      const level = this.preview()?.levels.find((one) => one.visibility === visibility);
      return {
        visibility,
        count: level?.organizations ? level.organizationCount : null,
        names: level?.organizations?.map((organization) => organization.name).join(', ') ?? '',
      };
    }),
  );
}
