import type { Signal } from '@angular/core';

/** A draft that is being kept. */
export interface KeptDraft {
  /** When it was last kept; null until the first time. */
  savedAt: Signal<string | null>;
  /** Kept in this tab only, because the server could not be reached. */
  offline: Signal<boolean>;
  /** The form has been sent or thrown away. */
  discard(): Promise<void>;
}
