import { Component, type ElementRef, input, output, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { HumanPeriodPipe } from '@samverkan/reading/portal';
import { Icon } from '@samverkan/shared/portal';

/** Actions under way at some time between two days. */
@Component({
  selector: 'sam-period-filter',
  templateUrl: './period-filter.html',
  imports: [HumanPeriodPipe, Icon, TranslocoDirective],
})
export class PeriodFilter {
  readonly from = input<string>();
  readonly to = input<string>();
  readonly chosen = output<{ from: string | undefined; to: string | undefined }>();
  protected readonly open = signal(false);
  private readonly chip = viewChild.required<ElementRef<HTMLElement>>('chip');
  private readonly panel = viewChild.required<ElementRef<HTMLElement>>('panel');

  protected place(event: Event): void {
    this.open.set((event as ToggleEvent).newState === 'open');
    const chip = this.chip().nativeElement.getBoundingClientRect();
    const style = this.panel().nativeElement.style;
    style.top = `${chip.bottom + 6}px`;
    style.left = `${Math.max(16, Math.min(chip.left, window.innerWidth - 368))}px`;
  }

  protected choose(from: string, to: string): void {
    this.chosen.emit({ from: from || undefined, to: to || undefined });
  }
}
