import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { Component, type ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type ContactFileFormat, contactFileFormats } from '@samverkan/contacts/contract';
import type { Problem } from '@samverkan/shared/contract';
import { type AddressValues, Icon, Language, ProblemWords, Toasts } from '@samverkan/shared/portal';
import { firstValueFrom } from 'rxjs';

/** The list as it stands, every row of it, as a file: one button, and the kinds of file behind it. */
@Component({
  selector: 'sam-contact-export-menu',
  templateUrl: './contact-export-menu.html',
  imports: [Icon, TranslocoDirective],
})
export class ContactExportMenu {
  private readonly http = inject(HttpClient);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(ProblemWords);
  readonly params = input.required<AddressValues>();
  private readonly button = viewChild.required<ElementRef<HTMLElement>>('button');
  private readonly panel = viewChild.required<ElementRef<HTMLElement>>('panel');
  protected readonly open = signal(false);
  protected readonly busy = signal(false);
  protected readonly formats = contactFileFormats;

  protected file(format: ContactFileFormat): string {
    const { page: _page, size: _size, ...filters } = this.params();
    return `/api/contacts/export?${new URLSearchParams({ ...filters, format, lang: this.language.current() })}`;
  }

  protected async take(event: Event, format: ContactFileFormat): Promise<void> {
    this.panel().nativeElement.hidePopover();
    this.button().nativeElement.focus();
    // A workbook can be too large, which is said here instead of in a file of its own; the others stream.
    if (format !== 'xlsx') return;
    event.preventDefault();
    if (this.busy()) return;
    this.busy.set(true);
    try {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(await firstValueFrom(this.http.get(this.file(format), { responseType: 'blob' })));
      link.download = `${this.language.current() === 'sv' ? 'kontakter' : 'contacts'}.xlsx`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href));
    } catch (error) {
      await this.toasts.show(await this.refusal(error));
    } finally {
      this.busy.set(false);
    }
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

  /** What was asked for as a file is refused as one. */
  private async refusal(error: unknown): Promise<string> {
    const body: unknown = error instanceof HttpErrorResponse ? error.error : null;
    if (!(body instanceof Blob) || !body.type.includes('json')) return this.words.of(error);
    return this.words.code((JSON.parse(await body.text()) as Problem).code);
  }
}
