import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Handover, HandoverDecisionInput, HandoverItem, HandoverList } from '@samverkan/contacts/contract';
import { SessionStore } from '@samverkan/identity/portal';
import { PageHead, ProblemWords, Toasts, keepLatest, plural, reloadOn } from '@samverkan/shared/portal';
import { HandoverAsked } from './handover-asked';
import { HandoverEndDialog } from './handover-end-dialog';
import { HandoverMoveDialog } from './handover-move-dialog';
import { HandoverPieces } from './handover-pieces';
import { HandoverRequests, askedHandovers, ownFunctions, ownHandovers } from './handover.data';

/** A deed that needs one more answer before it can be done: to whom, or why. */
interface Asking {
  deed: 'moved' | 'closed';
  handover: Handover;
  items: readonly HandoverItem[];
}

const countyRoles = new Set(['county_staff', 'county_admin']);

/** What those who have left the organisation's functions had open: each piece is taken over, given on, asked of the county or ended. */
@Component({
  selector: 'sam-handover-page',
  templateUrl: './handover.page.html',
  imports: [
    HandoverAsked,
    HandoverEndDialog,
    HandoverMoveDialog,
    HandoverPieces,
    PageHead,
    RouterLink,
    TranslocoDirective,
  ],
})
export class HandoverPage {
  private readonly requests = inject(HandoverRequests);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly store = inject(SessionStore);
  protected readonly plural = plural;
  protected readonly isCounty = computed(() => countyRoles.has(this.store.acting()?.role ?? ''));
  protected readonly source = ownHandovers();
  private readonly askedSource = askedHandovers(this.isCounty);
  private readonly functionsSource = ownFunctions();
  private readonly list = keepLatest(this.source);
  protected readonly asked = keepLatest(this.askedSource);
  protected readonly functions = computed(() => this.functionsSource.value()?.items ?? []);
  protected readonly waiting = computed(() =>
    this.list()?.items.filter((one) => !one.settledAt && one.items.length > 0),
  );
  /** Nobody holds it, and nothing is open with it. */
  protected readonly empty = computed(
    () => this.list()?.items.filter((one) => one.items.length === 0 && one.vacantSince) ?? [],
  );
  protected readonly settled = computed(
    () => this.list()?.items.filter((one) => one.settledAt && one.items.length > 0) ?? [],
  );
  protected readonly asking = signal<Asking | null>(null);
  protected readonly busy = signal(false);
  protected readonly refused = signal<string | null>(null);
  protected readonly problem = computed(() => {
    const error = this.source.error();
    return this.refused() ?? (error ? this.words.of(error) : null);
  });

  constructor() {
    reloadOn('any', this.source, this.askedSource);
  }

  /** Functions that can take a piece: all of one's own but the one that is left. */
  protected others(handover: Handover) {
    return this.functions().filter(({ id }) => id !== handover.function.id);
  }

  protected decide(
    handover: Handover,
    items: readonly HandoverItem[],
    decision: HandoverDecisionInput['decision'],
    more: Partial<Pick<HandoverDecisionInput, 'toFunctionId' | 'reason' | 'guardConfirmed'>> = {},
  ): Promise<void> {
    this.asking.set(null);
    const pieces = items.map(({ area, objectId }) => ({ area, objectId }));
    const input = { items: pieces, decision, toFunctionId: null, reason: null, guardConfirmed: [], ...more };
    return this.doing(async () => {
      await this.requests.decide(handover.id, input);
      const one = items.length === 1 ? items[0] : undefined;
      const undo = one && {
        label: this.transloco.translate<string>('contacts.undo'),
        run: () => void this.undo(handover, one),
      };
      void this.toasts.show(this.transloco.translate(`contacts.handover.said.${decision}`), undo);
    });
  }

  protected undo(handover: Handover, { area, objectId }: HandoverItem): Promise<void> {
    return this.doing(() => this.requests.undo(handover.id, { area, objectId }));
  }

  protected answer(handover: Handover, { area, objectId }: HandoverItem, toFunctionId: string | null): Promise<void> {
    return this.doing(() => this.requests.answer(handover.id, { area, objectId, toFunctionId }));
  }

  private async doing(deed: () => Promise<Handover | HandoverList | void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.refused.set(null);
    try {
      await deed();
    } catch (error) {
      this.refused.set(this.words.of(error));
    } finally {
      this.busy.set(false);
      this.source.reload();
      this.askedSource.reload();
    }
  }
}
