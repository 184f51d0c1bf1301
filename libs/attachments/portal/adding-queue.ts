import { Service, inject, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { FileConcern } from '@samverkan/attachments/contract';
import { Toasts, asProblem, isAway } from '@samverkan/shared/portal';
import { ActionHung } from './action-hung';
import type { Adding, Concern } from './adding';
import type { Place } from './attachments.data';

/** One that is on its way, and how far it has come; refused with why, until it is tried again or left out. */
export interface Queued {
  adding: Adding;
  place: Place;
  state: 'waits' | 'sends' | 'asked' | 'refused';
  concerns: readonly Concern[];
  refused: { code: string; pages: readonly number[] } | null;
}

/** What has been chosen and is to hang somewhere, one after the other: the API reads few files at a time. It goes on when the form it was chosen in has closed. */
@Service()
export class AddingQueue {
  private readonly hung = inject(ActionHung);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly all = signal<readonly Queued[]>([]);
  private busy = false;

  /** Those on their way to a place, in their order. */
  at({ actionId, updateId }: Place): Queued[] {
    return this.all().filter(({ place }) => place.actionId === actionId && place.updateId === updateId);
  }

  holdsAny(actionId: string): boolean {
    return this.all().some(({ place }) => place.actionId === actionId);
  }

  add(place: Place, addings: readonly Adding[]): void {
    const queued = addings.map((adding): Queued => ({ adding, place, state: 'waits', concerns: [], refused: null }));
    this.all.update((all) => [...all, ...queued]);
    void this.next();
  }

  /** The answer to what was asked: what is accepted, or nothing: then it is left out. */
  answer({ adding }: Queued, accepted: readonly FileConcern[] | null): void {
    if (accepted) void this.send(adding, accepted);
    else this.drop(adding);
  }

  again({ adding }: Queued): void {
    this.set(adding, { state: 'waits', refused: null });
    void this.next();
  }

  leaveOut({ adding }: Queued): void {
    this.drop(adding);
  }

  /** The action's page has been left: what is being sent goes on, what nobody is there to answer for is let go. */
  left(actionId: string): void {
    const stays = ({ place, state }: Queued) => place.actionId !== actionId || state === 'sends' || state === 'waits';
    this.all.update((all) => all.filter(stays));
    void this.next();
  }

  private async next(): Promise<void> {
    const all = this.all();
    if (this.busy || all.some(({ state }) => state === 'asked')) return;
    const first = all.find(({ state }) => state === 'waits');
    if (first) await this.send(first.adding, []);
  }

  private async send(adding: Adding, accepted: readonly FileConcern[]): Promise<void> {
    const queued = this.all().find((one) => one.adding === adding);
    if (!queued || this.busy) return;
    this.busy = true;
    this.set(adding, { state: 'sends', concerns: [] });
    try {
      const outcome = await adding.send(queued.place, accepted);
      if ('concerns' in outcome) this.set(adding, { state: 'asked', concerns: outcome.concerns });
      else if ('attachments' in outcome) {
        this.hung.came(queued.place.actionId, outcome.attachments);
        this.drop(adding);
        void this.toasts.show(this.transloco.translate('attachments.added'));
      } else this.set(adding, { state: 'refused', refused: outcome });
    } catch (error) {
      const code = isAway(error) ? 'service.away' : (asProblem(error)?.code ?? 'fault');
      this.set(adding, { state: 'refused', refused: { code, pages: [] } });
    } finally {
      this.busy = false;
    }
    await this.next();
  }

  private set(adding: Adding, change: Partial<Queued>): void {
    this.all.update((all) => all.map((one) => (one.adding === adding ? { ...one, ...change } : one)));
  }

  private drop(adding: Adding): void {
    this.all.update((all) => all.filter((one) => one.adding !== adding));
    void this.next();
  }
}
