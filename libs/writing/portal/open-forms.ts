import { DestroyRef, Service, inject } from '@angular/core';
import type { RestoredForm } from './restored-form';

/** The forms that stand open, each with its draft. */
@Service()
export class OpenForms {
  private readonly forms = new Set<unknown>();

  /** For as long as the form stands. Call where `inject` may be called. */
  hold<Fields extends object>(form: RestoredForm<Fields>): void {
    this.forms.add(form);
    inject(DestroyRef).onDestroy(() => this.forms.delete(form));
  }

  /** Where a draft is written now: the form it was begun in, or the one that was opened anew after it; both hold the same fields. */
  of<Fields extends object>(form: RestoredForm<Fields>): RestoredForm<Fields> | null {
    if (this.forms.has(form)) return form;
    const others = [...this.forms] as RestoredForm<Fields>[];
    return others.find(({ key }) => key() === form.key()) ?? null;
  }
}
