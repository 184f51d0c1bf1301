import { inject } from '@angular/core';
import type { CanDeactivateFn } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';
import { UnsavedForms } from './unsaved-forms';

/** A page that can hold something not yet kept anywhere. */
export interface MayHoldUnsaved {
  /** True when leaving would lose what is typed. A page with a saved draft says false. */
  unsaved(): boolean;
}

export const unsavedGuard: CanDeactivateFn<MayHoldUnsaved> = (page) => {
  const question = page.unsaved() ? 'shared.form.leave' : inject(UnsavedForms).question();
  return !question || confirm(inject(TranslocoService).translate(question));
};
