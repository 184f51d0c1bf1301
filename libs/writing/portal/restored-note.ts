import { Component, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '@samverkan/shared/portal';

/** "Här är det du började på", and the way to begin anew. */
@Component({
  selector: 'sam-restored-note',
  template: `<div class="note" *transloco="let t">
    <sam-icon name="again" />
    <div>
      {{ t('shared.draft.restored') }}
      <button type="button" class="btn text sm" (click)="startOver.emit()">{{ t('shared.draft.start-over') }}</button>
    </div>
  </div>`,
  imports: [Icon, TranslocoDirective],
})
export class RestoredNote {
  readonly startOver = output();
}
