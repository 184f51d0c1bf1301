import { DestroyRef, Service, computed, effect, inject, linkedSignal, signal, untracked } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { Attachment, Attachments } from '@samverkan/attachments/contract';
import { ProblemWords, Toasts, isGone, reloadOn } from '@samverkan/shared/portal';
import { AttachmentRequests, attachmentsOf } from './attachments.data';

interface Open {
  actionId: string;
  seenAs: string | undefined;
}

/** What hangs at the action whose page is open, fetched once for its section and for all its lines; nothing is kept when the page has been left. */
@Service()
export class ActionHung {
  private readonly requests = inject(AttachmentRequests);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  /** By whoever looks: the section, and each line's part. */
  private readonly looking = signal<ReadonlyMap<object, Open>>(new Map());
  private readonly place = computed<Open | null>(() => [...this.looking().values()].at(-1) ?? null, {
    equal: (one, other) => one?.actionId === other?.actionId && one?.seenAs === other?.seenAs,
  });
  readonly source = attachmentsOf(this.place);
  /** The latest of this action, also while the next is on its way. */
  readonly found = linkedSignal({
    source: () => ({
      place: this.place(),
      value: this.source.hasValue() ? this.source.value() : undefined,
      gone: this.source.status() === 'error' && isGone(this.source.error()),
    }),
    computation: (
      { place, value, gone },
      previous?: { source: { place: unknown }; value: Attachments | undefined },
    ): Attachments | undefined =>
      gone ? undefined : (value ?? (previous?.source.place === place ? previous.value : undefined)),
  });
  readonly mayAdd = computed(() => !!this.found()?.mayAdd && !this.place()?.seenAs);

  constructor() {
    reloadOn('actions', this.source);
  }

  /** Whoever looks has it for as long as she stands. Call where `inject` may be called. */
  look(actionId: () => string, seenAs: () => string | undefined): void {
    const who = {};
    effect(() => {
      const open = { actionId: actionId(), seenAs: seenAs() };
      untracked(() => this.looking.update((all) => new Map(all).set(who, open)));
    });
    inject(DestroyRef).onDestroy(() =>
      this.looking.update((all) => new Map([...all].filter(([other]) => other !== who))),
    );
  }

  /** All that hangs at an action, as the API gave it back; passed by when another action is open, or others' eyes are lent: they may see less. */
  came(actionId: string, all: Attachments): void {
    const open = untracked(this.place);
    if (open?.actionId === actionId && !open.seenAs) this.source.set(all);
  }

  async takeAway(actionId: string, { id, title }: Attachment): Promise<void> {
    if (!(await this.doing(actionId, () => this.requests.takeAway(id)))) return;
    await this.toasts.show(this.transloco.translate('attachments.taken-away', { title }), {
      label: this.transloco.translate('attachments.undo'),
      run: () => void this.doing(actionId, () => this.requests.putBack(id)),
    });
  }

  private async doing(actionId: string, deed: () => Promise<Attachments>): Promise<boolean> {
    try {
      this.came(actionId, await deed());
      return true;
    } catch (error) {
      await this.toasts.show(this.words.of(error));
      return false;
    }
  }
}
