import type { Signal } from '@angular/core';

/** A draft that is being kept. */
export interface KeptDraft {
  /** When it was last kept; null until the first time. */
  savedAt: Signal<string | null>;
  /** The server could not be reached: it is kept in this tab at most. */
  offline: Signal<boolean>;
  /** The tab has no room for it either: it stands in the form alone. */
  lost: Signal<boolean>;
  /** What of it was typed before the draft had come; told before the first content is given, it is kept with that. */
  typedBefore(typed: object): void;
  /** What the form fills in by itself is no draft before something is typed beside it. */
  fillIn(fill: () => void): void;
  /** The form has been sent or thrown away. */
  discard(): Promise<void>;
}
