import { Service, resource } from '@angular/core';

/** The text guard's functions. Fetched when the first text field is shown, so that pages without one stay light. */
@Service()
export class TextGuard {
  private readonly source = resource({ loader: () => import('@samverkan/shared/contract') });
  readonly functions = () => (this.source.hasValue() ? this.source.value() : undefined);
}
