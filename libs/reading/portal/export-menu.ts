import { Component, type ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '@samverkan/shared/portal';
import { Language } from '@samverkan/shared/portal';
import { type AddressValues, withoutPlace } from './list-state';

/** The list as it stands, every row of it, as a file: one button, and the kinds of file behind it. */
@Component({
  selector: 'sam-export-menu',
  templateUrl: './export-menu.html',
  imports: [Icon, TranslocoDirective],
})
export class ExportMenu {
  private readonly language = inject(Language);
  /** Where the file is fetched. */
  readonly address = input.required<string>();
  /** The list's own filters; page and size are left out. */
  readonly params = input.required<AddressValues>();
  readonly formats = input.required<readonly string[]>();
  /** How the area's words for it begin its keys (`contacts.export.`): `as` on the button, the format and `<format>.help` on each. */
  readonly words = input.required<string>();
  private readonly button = viewChild.required<ElementRef<HTMLElement>>('button');
  private readonly panel = viewChild.required<ElementRef<HTMLElement>>('panel');
  protected readonly open = signal(false);

  protected file(format: string): string {
    return `${this.address()}?${new URLSearchParams({ ...withoutPlace(this.params()), format, lang: this.language.current() })}`;
  }

  protected taken(): void {
    this.panel().nativeElement.hidePopover();
    this.button().nativeElement.focus();
  }

  protected place(event: Event): void {
    const opens = (event as ToggleEvent).newState === 'open';
    this.open.set(opens);
    if (!opens) return;
    const button = this.button().nativeElement.getBoundingClientRect();
    const { style } = this.panel().nativeElement;
    style.top = `${Math.max(8, Math.min(button.bottom + 6, window.innerHeight - 240))}px`;
    style.left = `${Math.max(16, Math.min(button.left, window.innerWidth - 368))}px`;
  }
}
