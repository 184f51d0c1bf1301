import { inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { DraftBox, Toasts } from '@samverkan/shared/portal';
import { OpenForms } from './open-forms';
import type { RestoredForm } from './restored-form';
import { typedSince } from './typed-since';

/** Begins a form anew: what was kept is thrown away, `blank` makes the fields as they were before, and *Ångra* brings it all back, beside what has been typed since, to the form as it stands then. Call where `inject` may be called. */
export function startingOver<Fields extends object>(form: RestoredForm<Fields>): (blank: () => void) => Promise<void> {
  const [drafts, toasts, transloco] = [inject(DraftBox), inject(Toasts), inject(TranslocoService)];
  const forms = inject(OpenForms);
  forms.hold(form);
  return async (blank) => {
    const [begun, version] = [form.model(), form.version?.()];
    const bringBack = await drafts.throwAway(form.key());
    form.restored.set(false);
    blank();
    const anew = form.model();
    await toasts.show(transloco.translate('shared.draft.thrown-away'), {
      label: transloco.translate('shared.draft.undo'),
      run: () => {
        if (!bringBack()) return;
        const open = forms.of(form);
        open?.model.update((now) => ({ ...begun, ...typedSince(anew, now) }));
        if (version !== undefined) open?.version?.set(version);
        open?.restored.set(true);
      },
    });
  };
}
