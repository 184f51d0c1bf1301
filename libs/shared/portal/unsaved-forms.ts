import { DestroyRef, Service, inject } from '@angular/core';

/** Forms inside a page, of whichever area, that may hold what is not kept anywhere. The guard of the page asks them too. */
@Service()
export class UnsavedForms {
  private readonly forms = new Set<() => boolean>();

  /** `unsaved` is asked when the page is left, for as long as the form stands. Call where `inject` may be called. */
  hold(unsaved: () => boolean): void {
    this.forms.add(unsaved);
    inject(DestroyRef).onDestroy(() => this.forms.delete(unsaved));
  }

  any(): boolean {
    return [...this.forms].some((unsaved) => unsaved());
  }
}
