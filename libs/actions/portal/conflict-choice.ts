import { Component, input, linkedSignal, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Dialog } from '@samverkan/shared/portal';
import type { Clash } from './clash';

/** Both texts side by side. Nothing is lost: the person takes one, or writes them together. */
@Component({
  selector: 'sam-conflict-choice',
  templateUrl: './conflict-choice.html',
  imports: [Dialog, TranslocoDirective],
})
export class ConflictChoice {
  readonly clashes = input.required<readonly Clash[]>();
  readonly settled = output<Record<string, unknown>>();
  readonly closed = output();
  /** What will be kept of each field: mine until something else is chosen. */
  protected readonly kept = linkedSignal<Record<string, unknown>>(() =>
    Object.fromEntries(this.clashes().map((clash) => [clash.field, clash.mine])),
  );

  protected keep(field: string, value: unknown): void {
    this.kept.update((kept) => ({ ...kept, [field]: value }));
  }

  protected text(value: unknown): string {
    return Array.isArray(value) ? value.join(', ') : String(value ?? '');
  }

  protected isText(clash: Clash): boolean {
    return typeof clash.mine === 'string' && typeof clash.theirs === 'string';
  }

  protected together(clash: Clash): string {
    return `${this.text(clash.theirs)}\n\n${this.text(clash.mine)}`;
  }
}
