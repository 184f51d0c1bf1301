import { DestroyRef, Service, inject } from '@angular/core';

const typed = 'shared.form.leave';

/** Forms inside a page, of whichever area, that may hold what is not kept anywhere. The guard of the page asks them too. */
@Service()
export class UnsavedForms {
  private readonly forms = new Map<() => boolean, string>();

  /** `unsaved` is asked when the page is left, for as long as the form stands; `question` is the key of what she is asked then. Call where `inject` may be called. */
  hold(unsaved: () => boolean, question = typed): void {
    this.forms.set(unsaved, question);
    inject(DestroyRef).onDestroy(() => this.forms.delete(unsaved));
  }

  /** What is asked before the page is left, of what is typed first; null when nothing is held. */
  question(): string | null {
    const asked = [...this.forms].filter(([unsaved]) => unsaved()).map(([, question]) => question);
    return asked.find((question) => question === typed) ?? asked[0] ?? null;
  }
}
