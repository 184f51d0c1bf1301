import { Component, computed, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import type { AudiencePreview } from '@samverkan/actions/contract';
import { type Visibility, visibilities } from '@samverkan/shared/contract';
import { VisibilityBadge } from '@samverkan/reading/portal';
import { plural } from '@samverkan/shared/portal';

/** The five levels with who sees the action at each. With a preview the parties are named. */
@Component({
  selector: 'sam-visibility-radios',
  templateUrl: './visibility-radios.html',
  imports: [TranslocoDirective, VisibilityBadge],
})
export class VisibilityRadios implements FormValueControl<Visibility> {
  readonly value = model<Visibility>('own');
  /** A draft is shown to its owners and participants at most. */
  readonly insideOnly = input(false);
  readonly preview = input<AudiencePreview>();
  protected readonly plural = plural;
  protected readonly levels = computed(() =>
    visibilities.map((visibility) => {
      const level = this.preview()?.levels.find((one) => one.visibility === visibility);
      const inside = visibility === 'own' || visibility === 'participants';
      return {
        visibility,
        refused: level?.refused ?? (this.insideOnly() && !inside),
        count: level?.organizations ? level.organizationCount : null,
        names: level?.organizations?.map((organization) => organization.name).join(', ') ?? '',
      };
    }),
  );
}
