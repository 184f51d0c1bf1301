import { type WritableSignal, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { DraftBox, Toasts } from '@samverkan/shared/portal';
import { typedSince } from './typed-since';

/** A form that was taken up again, as far as beginning it anew goes. */
export interface RestoredForm<Fields extends object> {
  key: () => string;
  model: WritableSignal<Fields>;
  restored: WritableSignal<boolean>;
  /** The version it was read at, of something that stands. */
  version?: WritableSignal<number>;
}

/** Begins a form anew: what was kept is thrown away, `blank` makes the fields as they were before, and *Ångra* brings it all back, beside what has been typed since. Call where `inject` may be called. */
export function startingOver<Fields extends object>(form: RestoredForm<Fields>): (blank: () => void) => Promise<void> {
  const [drafts, toasts, transloco] = [inject(DraftBox), inject(Toasts), inject(TranslocoService)];
  return async (blank) => {
    const [begun, version] = [form.model(), form.version?.()];
    const bringBack = await drafts.throwAway(form.key());
    form.restored.set(false);
    blank();
    const anew = form.model();
    await toasts.show(transloco.translate('shared.draft.thrown-away'), {
      label: transloco.translate('shared.draft.undo'),
      run: () => {
        form.model.update((now) => ({ ...begun, ...typedSince(anew, now) }));
        if (version !== undefined) form.version?.set(version);
        form.restored.set(true);
        void bringBack();
      },
    });
  };
}
