import { Component, Injector, afterNextRender, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import {
  type Action,
  type ActionBoard,
  ActionBoardQuery,
  type ActionStatus,
  type ActionVerb,
  boardStep,
} from '@samverkan/actions/contract';
import { type AddressValues, LoadState, Status, listState } from '@samverkan/reading/portal';
import { HumanDatePipe, Icon, PageHead, ProblemWords, Toasts, keepLatest, reloadOn } from '@samverkan/shared/portal';
import { ActionFilters } from './action-filters';
import { ActionViews } from './action-views';
import { ActionRequests, actionBoard } from './actions.data';
import { CancelDialog } from './cancel-dialog';
import { CardMoves } from './card-moves';
import { PlaceWords } from './place-words';

type Column = ActionBoard['columns'][number];
type Card = Column['cards'][number];
type Move = Card['moves'][number];

/** What goes on, by how far it has come. A card is moved by the verbs its action has, and by nothing else. */
@Component({
  selector: 'sam-board-page',
  templateUrl: './board.page.html',
  styleUrl: './board.page.scss',
  imports: [
    ActionFilters,
    ActionViews,
    CancelDialog,
    CardMoves,
    HumanDatePipe,
    Icon,
    LoadState,
    PageHead,
    RouterLink,
    Status,
    TranslocoDirective,
  ],
})
export class BoardPage {
  private readonly requests = inject(ActionRequests);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ProblemWords);
  private readonly injector = inject(Injector);
  protected readonly places = inject(PlaceWords);
  protected readonly state = listState(ActionBoardQuery);
  protected readonly source = actionBoard(this.state.params);
  protected readonly board = keepLatest(this.source);
  /** Why the last move was not made. */
  protected readonly refusal = signal<string | null>(null);
  protected readonly dragged = signal<Card | null>(null);
  protected readonly cancelling = signal<Card | null>(null);
  protected readonly more = computed(() => this.state.link({ size: this.state.query().size + boardStep }));
  protected readonly most = 100;
  private busy = false;

  constructor() {
    reloadOn('actions', this.source);
  }

  protected listLink(status: ActionStatus): AddressValues {
    const { size: _size, ...chosen } = this.state.params();
    return { ...chosen, status };
  }

  protected ownerNames({ action }: Card): string {
    return action.owners.map(({ name }) => name).join(', ');
  }

  /** Whether what is dragged may be put down here; null while nothing is. */
  protected takes(status: ActionStatus): boolean | null {
    const card = this.dragged();
    if (!card || card.action.status === status) return null;
    return card.moves.some(({ to }) => to === status);
  }

  protected drag(event: DragEvent, card: Card): void {
    event.dataTransfer?.setData('text/plain', card.action.title);
    this.refusal.set(null);
    this.dragged.set(card);
  }

  protected drop(event: DragEvent, status: ActionStatus): void {
    event.preventDefault();
    const card = this.dragged();
    this.dragged.set(null);
    if (!card || card.action.status === status) return;
    const move = card.moves.find(({ to }) => to === status);
    if (move) void this.move(card, move.verb);
    else this.refuse(card, status);
  }

  protected async move(card: Card, verb: ActionVerb, reason?: string): Promise<void> {
    if (this.busy) return;
    this.refusal.set(null);
    if (verb === 'cancel' && reason === undefined) {
      this.cancelling.set(card);
      return;
    }
    this.cancelling.set(null);
    this.busy = true;
    const move = card.moves.find((one) => one.verb === verb);
    if (move) this.shift(card, move);
    try {
      const action = await this.requests.move(card.action.id, verb, reason);
      await this.toasts.show(this.transloco.translate(`actions.moved.${verb}`), {
        label: this.transloco.translate('actions.undo'),
        run: () => void this.moveBack(action),
      });
    } catch (error) {
      this.refusal.set(this.words.of(error));
    } finally {
      this.busy = false;
      this.source.reload();
    }
  }

  /** The message stands wherever she has gone since, so what comes of it is told there too. */
  private async moveBack(moved: Action): Promise<void> {
    try {
      await this.requests.moveBack(moved);
      await this.toasts.show(this.transloco.translate('actions.moved.undo'));
    } catch (error) {
      await this.toasts.show(this.words.of(error));
    } finally {
      this.source.reload();
    }
  }

  /** The card stands in its new column at once, first as the latest changed; whoever moved it by key is still at it. */
  private shift(card: Card, { to }: Move): void {
    const board = this.board();
    if (!board) return;
    const moved = { ...card, action: { ...card.action, status: to, overdue: false } };
    this.source.set({
      columns: board.columns.map((column) => {
        const rest = column.cards.filter(({ action }) => action.id !== card.action.id);
        const left = rest.length < column.cards.length ? -1 : 0;
        if (column.status !== to) return { ...column, cards: rest, total: column.total + left };
        return { ...column, cards: [moved, ...rest], total: column.total + left + 1 };
      }),
    });
    afterNextRender(() => document.getElementById(`move-${card.action.id}`)?.focus(), { injector: this.injector });
  }

  private refuse({ action, moves }: Card, to: ActionStatus): void {
    const word = (status: ActionStatus) => this.transloco.translate<string>(`actions.board.column.${status}`);
    const said = { title: action.title, from: word(action.status), to: word(to) };
    const owners = action.owners.map(({ name }) => name).join(', ');
    const open = moves.map(({ verb }) => this.transloco.translate<string>(`actions.verb.${verb}`)).join(', ');
    this.refusal.set(
      moves.length === 0
        ? this.transloco.translate('actions.board.not-yours', { ...said, owners })
        : this.transloco.translate('actions.board.no-way', { ...said, open }),
    );
  }
}
