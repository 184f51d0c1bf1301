import type { WritableSignal } from '@angular/core';

/** A form that was taken up again, as far as beginning it anew goes. */
export interface RestoredForm<Fields extends object> {
  key: () => string;
  model: WritableSignal<Fields>;
  restored: WritableSignal<boolean>;
  /** The version it was read at, of something that stands. */
  version?: WritableSignal<number>;
}
