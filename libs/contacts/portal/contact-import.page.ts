import { Component, type OnDestroy, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  type ContactColumn,
  type ContactImportDone,
  type ContactImportPreview,
  contactColumns,
  contactHeadings,
} from '@samverkan/contacts/contract';
import { SessionStore } from '@samverkan/identity/portal';
import { Icon, Language, PageHead, ProblemWords, asProblem, newIdempotencyKey, plural } from '@samverkan/shared/portal';
import { ContactChoices } from './contact-choices';
import { ContactImportRows } from './contact-import-rows';
import { ContactImportRequests } from './contact-import.data';

const askMs = 700;

/** Functions from a sheet: the file, what its columns mean, what would happen row by row, and then all of it or nothing. */
@Component({
  selector: 'sam-contact-import-page',
  templateUrl: './contact-import.page.html',
  imports: [ContactImportRows, Icon, PageHead, RouterLink, TranslocoDirective],
})
export class ContactImportPage implements OnDestroy {
  private readonly requests = inject(ContactImportRequests);
  private readonly words = inject(ProblemWords);
  protected readonly language = inject(Language);
  protected readonly store = inject(SessionStore);
  protected readonly choices = inject(ContactChoices);
  protected readonly plural = plural;
  protected readonly columns = computed(() =>
    contactColumns.map((value) => ({ value, label: contactHeadings[value][this.language.current()] })),
  );
  protected readonly file = signal<File | null>(null);
  protected readonly preview = signal<ContactImportPreview | null>(null);
  protected readonly doing = signal<'reading' | 'importing' | null>(null);
  protected readonly progress = signal({ done: 0, of: 0 });
  protected readonly problem = signal<string | null>(null);
  protected readonly done = signal<ContactImportDone | null>(null);
  protected readonly toWrite = computed(() => {
    const counts = this.preview()?.counts;
    return counts ? counts.new + counts.changed : 0;
  });
  protected readonly ready = computed(
    () => this.toWrite() > 0 && this.preview()?.counts.wrong === 0 && this.doing() === null,
  );
  private key = newIdempotencyKey();
  private timer: ReturnType<typeof setInterval> | undefined;

  ngOnDestroy(): void {
    clearInterval(this.timer);
  }

  protected async choose(files: FileList | null): Promise<void> {
    const file = files?.[0] ?? null;
    this.preview.set(null);
    this.done.set(null);
    this.file.set(file);
    if (file) await this.read();
  }

  protected async means(at: number, column: string): Promise<void> {
    const columns = (this.preview()?.columns ?? []).map((now, place) =>
      place === at ? (column as ContactColumn) || null : now === column ? null : now,
    );
    await this.read(columns);
  }

  protected async write(): Promise<void> {
    const [file, preview] = [this.file(), this.preview()];
    if (!file || !preview || !this.ready()) return;
    this.begin('importing');
    this.progress.set({ done: 0, of: 0 });
    this.timer = setInterval(() => void this.look(), askMs);
    try {
      this.done.set(await this.requests.import(file, this.language.current(), preview.columns, this.key));
      this.preview.set(null);
      this.file.set(null);
    } catch (error) {
      this.tell(error);
    } finally {
      clearInterval(this.timer);
      this.doing.set(null);
    }
  }

  protected async takeErrors(): Promise<void> {
    const [file, preview] = [this.file(), this.preview()];
    if (!file || !preview) return;
    try {
      const sheet = await this.requests.errors(file, this.language.current(), preview.columns);
      const link = document.createElement('a');
      link.href = URL.createObjectURL(sheet);
      link.download = this.language.current() === 'sv' ? 'kontakter-fel.xlsx' : 'contacts-errors.xlsx';
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), askMs);
    } catch (error) {
      this.tell(error);
    }
  }

  private async read(columns?: readonly (ContactColumn | null)[]): Promise<void> {
    const file = this.file();
    if (!file) return;
    this.begin('reading');
    this.key = newIdempotencyKey();
    try {
      this.preview.set(await this.requests.preview(file, this.language.current(), columns));
    } catch (error) {
      this.tell(error);
    } finally {
      this.doing.set(null);
    }
  }

  private async look(): Promise<void> {
    // A look that fails says nothing of the import: the next one may not.
    const progress = await this.requests.progress(this.key).catch(() => undefined);
    if (progress && this.doing() === 'importing') this.progress.set(progress);
  }

  private begin(what: 'reading' | 'importing'): void {
    this.problem.set(null);
    this.doing.set(what);
  }

  private tell(error: unknown): void {
    const issue = asProblem(error)?.issues?.[0];
    const isOfFile = issue && (issue.path === 'file' || issue.path === 'columns');
    this.problem.set(isOfFile ? this.words.code(issue.code) : this.words.of(error));
  }
}
