import { InjectionToken, type Type } from '@angular/core';

/** What the form of a line asks of what stands in it from an area above. */
export interface LineFormPart {
  /** Something is chosen there that has not been sent. */
  unsent(): boolean;
  /** The line stands: what was chosen is sent to it. */
  send(updateId: string): void;
}

/** What an area above has at the lines of an action. */
export interface LineParts {
  /** In the form of a new line: a component with the inputs `actionId` and `take` (called with its `LineFormPart`). */
  form: Type<unknown>;
  /** Under a line: a component with the inputs `actionId`, `updateId` and `seenAs`. */
  line: Type<unknown>;
}

/** What hangs at the lines of an action, given by the portal; null leaves the places empty. */
export const ACTION_LINES = new InjectionToken<() => Promise<LineParts | null>>('ACTION_LINES', {
  providedIn: 'root',
  factory: () => () => Promise.resolve(null),
});
