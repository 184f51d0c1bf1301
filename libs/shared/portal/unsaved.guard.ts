import { inject } from '@angular/core';
import type { CanDeactivateFn } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';
import { UnsavedForms } from './unsaved-forms';

/** A page that can hold something not yet kept anywhere. */
export interface MayHoldUnsaved {
  /** True when leaving would lose what is typed. A page with a saved draft says false. */
  unsaved(): boolean;
}

export const unsavedGuard: CanDeactivateFn<MayHoldUnsaved> = (page) =>
  !(page.unsaved() || inject(UnsavedForms).any()) || confirm(inject(TranslocoService).translate('shared.form.leave'));
