import { Component, type ElementRef, input, output, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ActionBoard, ActionVerb } from '@samverkan/actions/contract';
import { Icon } from '@samverkan/shared/portal';

/** A card's own menu: the verbs that may be used now, each with where it leads. What dragging does, by key or finger. */
@Component({
  selector: 'sam-card-moves',
  templateUrl: './card-moves.html',
  imports: [Icon, TranslocoDirective],
})
export class CardMoves {
  readonly actionId = input.required<string>();
  readonly title = input.required<string>();
  readonly moves = input.required<ActionBoard['columns'][number]['cards'][number]['moves']>();
  readonly chosen = output<ActionVerb>();
  protected readonly open = signal(false);
  private readonly button = viewChild.required<ElementRef<HTMLElement>>('button');
  private readonly panel = viewChild.required<ElementRef<HTMLElement>>('panel');

  protected place(event: Event): void {
    this.open.set((event as ToggleEvent).newState === 'open');
    const button = this.button().nativeElement.getBoundingClientRect();
    const style = this.panel().nativeElement.style;
    style.top = `${Math.max(8, Math.min(button.bottom + 6, window.innerHeight - 260))}px`;
    style.left = `${Math.max(16, Math.min(button.left, window.innerWidth - 368))}px`;
  }

  protected choose(verb: ActionVerb): void {
    this.panel().nativeElement.hidePopover();
    this.chosen.emit(verb);
  }
}
