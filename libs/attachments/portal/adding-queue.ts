import { Service, computed, effect, inject, signal, untracked } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { FileConcern } from '@samverkan/attachments/contract';
import { SessionStore } from '@samverkan/identity/portal';
import { Toasts, asProblem, isAway } from '@samverkan/shared/portal';
import { ActionHung } from './action-hung';
import type { Adding, Concern, Outcome } from './adding';
import { type Place, placeKey } from './attachments.data';
import { LateNews } from './late-news';

/** One that is on its way, and how far it has come; refused with why, until it is tried again or left out. */
export interface Queued {
  adding: Adding;
  place: Place;
  /** Who chose it, and for whom she acts: for nobody else is it sent or shown. */
  by: string;
  state: 'waits' | 'sends' | 'asked' | 'refused';
  accepted: readonly FileConcern[];
  concerns: readonly Concern[];
  refused: { code: string; pages: readonly number[] } | null;
}

/** What has been chosen and is to hang somewhere, one after the other: the API reads few files at a time. It goes on when the form it was chosen in has closed, and ends with her session. */
@Service()
export class AddingQueue {
  private readonly hung = inject(ActionHung);
  private readonly late = inject(LateNews);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly session = inject(SessionStore).session;
  private readonly who = computed(() => {
    const session = this.session();
    return session ? `${session.user.id}/${session.acting.id}` : '';
  });
  private readonly held = signal<readonly Queued[]>([]);
  private readonly all = computed(() => this.held().filter(({ by }) => by === this.who()));
  /** Places where a list stands, and those whose list has gone: nobody is there to answer. */
  private readonly listed = new Set<string>();
  private readonly left = new Set<string>();
  private busy = false;

  constructor() {
    effect(() => {
      const who = this.who();
      untracked(() => this.held.update((held) => held.filter(({ by }) => by === who)));
    });
  }

  /** Those on their way to a place, in their order. */
  at({ actionId, updateId }: Place): Queued[] {
    return this.all().filter(({ place }) => place.actionId === actionId && place.updateId === updateId);
  }

  /** Some go on to this action whether its page stands or not. */
  goesOn(actionId: string): boolean {
    return this.all().some(({ place, state }) => place.actionId === actionId && !isStopped(state));
  }

  /** Some at this action have been asked about or refused: they are let go with its page. */
  isStopped(actionId: string): boolean {
    return this.all().some(({ place, state }) => place.actionId === actionId && isStopped(state));
  }

  /** A list stands at the place for as long as its component does. Call where `inject` may be called. */
  listAt(place: () => Place): void {
    effect((onCleanup) => {
      const at = place();
      untracked(() => this.come(at));
      onCleanup(() => untracked(() => this.leave(at)));
    });
  }

  add(place: Place, addings: readonly Adding[]): void {
    const by = this.who();
    const queued = addings.map((adding): Queued => {
      return { adding, place, by, state: 'waits', accepted: [], concerns: [], refused: null };
    });
    this.held.update((held) => [...held, ...queued]);
    void this.next();
  }

  /** The answer to what was asked: what is accepted, or nothing: then it is left out. */
  answer({ adding }: Queued, accepted: readonly FileConcern[] | null): void {
    if (accepted) this.set(adding, { state: 'waits', accepted, concerns: [] });
    else this.drop(adding);
    void this.next();
  }

  again({ adding }: Queued): void {
    this.set(adding, { state: 'waits', refused: null });
    void this.next();
  }

  leaveOut({ adding }: Queued): void {
    this.drop(adding);
    void this.next();
  }

  private come(place: Place): void {
    this.listed.add(placeKey(place));
    this.left.delete(placeKey(place));
  }

  /** What is being sent goes on; what nobody is there to answer for is let go, and told where it had not been seen. */
  private leave(place: Place): void {
    this.left.add(placeKey(place));
    for (const one of this.all()) {
      if (!isStopped(one.state) || !this.isLeft(one.place)) continue;
      this.drop(one.adding);
      if (!this.listed.has(placeKey(one.place))) this.late.tell(one.adding.name, one.place, one.refused?.code ?? null);
    }
    this.listed.delete(placeKey(place));
    void this.next();
  }

  /** Its own list has gone, or with its action’s section the whole page. */
  private isLeft({ actionId, updateId }: Place): boolean {
    return [updateId, null].some((line) => this.left.has(placeKey({ actionId, updateId: line })));
  }

  private async next(): Promise<void> {
    const all = this.all();
    const asks = all.some(({ state, place }) => state === 'asked' && this.listed.has(placeKey(place)));
    const first = all.find(({ state }) => state === 'waits');
    if (this.busy || asks || !first) return;
    this.busy = true;
    this.set(first.adding, { state: 'sends' });
    const outcome = await outcomeOf(first);
    this.busy = false;
    this.came(first, outcome);
    await this.next();
  }

  private came({ adding, place }: Queued, outcome: Outcome): void {
    // She has signed out meanwhile, or acts for another: it is no news to whoever sits here now.
    if (!this.all().some((one) => one.adding === adding)) return;
    if ('attachments' in outcome) {
      this.hung.came(place.actionId, outcome.attachments);
      this.drop(adding);
      if (!this.late.isFresh()) void this.toasts.show(this.transloco.translate('attachments.added'));
    } else if (this.isLeft(place)) {
      this.drop(adding);
      this.late.tell(adding.name, place, 'code' in outcome ? outcome.code : null);
    } else if ('concerns' in outcome) this.set(adding, { state: 'asked', concerns: outcome.concerns });
    else this.set(adding, { state: 'refused', refused: outcome });
  }

  private set(adding: Adding, change: Partial<Queued>): void {
    this.held.update((held) => held.map((one) => (one.adding === adding ? { ...one, ...change } : one)));
  }

  private drop(adding: Adding): void {
    this.held.update((held) => held.filter((one) => one.adding !== adding));
  }
}

const isStopped = (state: Queued['state']): boolean => state === 'asked' || state === 'refused';

async function outcomeOf({ adding, place, accepted }: Queued): Promise<Outcome> {
  try {
    return await adding.send(place, accepted);
  } catch (error) {
    return { code: isAway(error) ? 'service.away' : (asProblem(error)?.code ?? 'fault'), pages: [] };
  }
}
