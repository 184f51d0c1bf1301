import { type Signal, type WritableSignal, afterNextRender, inject, signal } from '@angular/core';
import { DraftBox } from '@samverkan/shared/portal';
import type { KeptDraft } from '@samverkan/shared/portal';
import { startingOver } from './starting-over';

/** The form of a change, as far as keeping it goes. */
export interface ChangeForm<Fields extends object> {
  key: () => string;
  /** The fields as they stood when editing began. */
  before: () => Fields;
  model: WritableSignal<Fields>;
  /** The version they were read at: a change taken up again is still one of what its writer had read. */
  version: WritableSignal<number>;
  difference: () => Partial<Fields>;
  /** What of it may be kept, where that is less than what the guard lets through. */
  kept?: (difference: Partial<Fields>) => Record<string, unknown>;
}

/** A change that is kept while it is written. */
export interface BegunChange extends KeptDraft {
  /** The form holds what was typed another time. */
  restored: Signal<boolean>;
  /** Away with it, until it is undone; the fields are as they stand. */
  startOver(): Promise<void>;
}

interface Kept<Fields> {
  version: number;
  change: Partial<Fields>;
}

/** Keeps what somebody changes of something that stands, and takes it up when the form is opened anew. Call where `inject` may be called. */
export function begunChange<Fields extends object>(form: ChangeForm<Fields>): BegunChange {
  const drafts = inject(DraftBox);
  const ready = signal(false);
  // With the pages that change something, so that those without a form stay light.
  const guard = import('@samverkan/shared/contract');
  let keepable = (_fields: object): Record<string, unknown> => ({});
  const restored = signal(false);
  const startOver = startingOver({ key: form.key, model: form.model, restored, version: form.version });
  let versionBefore = 0;
  const draft = drafts.keep(form.key, () =>
    ready() ? { version: form.version(), change: (form.kept ?? keepable)(form.difference()) } : null,
  );
  afterNextRender(async () => {
    versionBefore = form.version();
    ({ keepable } = await guard);
    const kept = await drafts.read<Partial<Kept<Fields>>>(form.key());
    // What was typed while the draft was fetched is newer than it.
    const typed = form.difference();
    draft.typedBefore(typed);
    if (kept?.change && Object.keys(kept.change).length > 0) {
      form.model.update((fields) => ({ ...fields, ...kept.change, ...typed }));
      form.version.set(kept.version ?? versionBefore);
      restored.set(Object.keys(form.difference()).length > 0);
    }
    ready.set(true);
  });
  return {
    ...draft,
    restored: restored.asReadonly(),
    startOver: () =>
      startOver(() => {
        form.version.set(versionBefore);
        form.model.set(form.before());
      }),
  };
}
