import { Component, type OnDestroy, type OnInit, computed, inject, input, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type SheetHeading, type SheetPreview, type SheetRow, type SheetWords } from '@samverkan/shared/contract';
import { Icon } from '@samverkan/shared/portal';
import { Language } from '@samverkan/shared/portal';
import { plural } from '@samverkan/shared/portal';
import { asProblem, isAway } from '@samverkan/shared/portal';
import { ProblemWords } from '@samverkan/shared/portal';
import { newIdempotencyKey } from '@samverkan/shared/portal';
import { begunImport, forgetImport, isBeingSent, rememberImport, whileSent } from './begun-imports';
import type { SheetRequests } from './sheet-requests';
import { SheetRows } from './sheet-rows';

const askMs = 700;

/** A sheet taken in: the file, what its columns mean, what would become of each row, and then all of it or nothing. */
@Component({
  selector: 'sam-sheet-import',
  templateUrl: './sheet-import.html',
  imports: [Icon, SheetRows, TranslocoDirective],
})
export class SheetImport implements OnInit, OnDestroy {
  private readonly problems = inject(ProblemWords);
  protected readonly language = inject(Language);
  protected readonly plural = plural;
  readonly requests = input.required<SheetRequests>();
  readonly headings = input.required<Readonly<Record<string, SheetHeading>>>();
  /** What can be wrong in a sheet of this kind. */
  readonly words = input.required<SheetWords>();
  /** What a row's own heading is called ("Funktion"). */
  readonly rowsAre = input.required<string>();
  /** The name of the file of errors, without its ending. */
  readonly errorsName = input.required<string>();
  /** Where the thing a row is about stands, when it is there already. */
  readonly linkOf = input<(row: SheetRow) => readonly string[] | null>(() => null);
  /** How many rows the API takes. */
  readonly mostRows = input(10_000);
  /** Who takes it in, where the API tells how it goes: she is told when she comes back, too. */
  readonly whose = input<string | null>(null);
  /** Told when a file has been chosen, or another. An input, because the piece is fetched when it is needed and drawn through an outlet. */
  readonly begun = input<() => void>(() => undefined);
  /** Told when it is written, with what the API answered. */
  readonly written = input<(answer: unknown) => void>(() => undefined);
  protected readonly columns = computed(() =>
    Object.entries(this.headings()).map(([value, heading]) => ({ value, label: heading[this.language.current()] })),
  );
  protected readonly rows = computed(() =>
    new Intl.NumberFormat(this.language.current() === 'en' ? 'en-GB' : 'sv-SE').format(this.mostRows()),
  );
  protected readonly file = signal<File | null>(null);
  protected readonly preview = signal<SheetPreview | null>(null);
  protected readonly doing = signal<'reading' | 'importing' | null>(null);
  protected readonly progress = signal({ done: 0, of: 0 });
  protected readonly problem = signal<string | null>(null);
  protected readonly toWrite = computed(() => {
    const counts = this.preview()?.counts;
    return counts ? counts.new + counts.changed : 0;
  });
  protected readonly ready = computed(
    () => this.toWrite() > 0 && this.preview()?.counts.wrong === 0 && this.doing() === null,
  );
  private key = newIdempotencyKey();
  private timer: ReturnType<typeof setInterval> | undefined;
  private left = false;

  ngOnInit(): void {
    const whose = this.whose();
    const begun = whose === null ? null : begunImport(this.requests().at(), whose);
    if (begun === null) return;
    this.key = begun;
    this.doing.set('importing');
    this.timer = setInterval(() => void this.follow(), askMs);
    void this.follow();
  }

  ngOnDestroy(): void {
    this.left = true;
    clearInterval(this.timer);
  }

  protected async choose(files: FileList | null): Promise<void> {
    const file = files?.[0] ?? null;
    this.preview.set(null);
    this.file.set(file);
    this.begun()();
    if (file) await this.read();
  }

  protected async means(at: number, column: string): Promise<void> {
    const columns = (this.preview()?.columns ?? []).map((now, place) =>
      place === at ? column || null : now === column ? null : now,
    );
    await this.read(columns);
  }

  protected async write(): Promise<void> {
    const [file, preview] = [this.file(), this.preview()];
    if (!file || !preview || !this.ready()) return;
    this.begin('importing');
    this.progress.set({ done: 0, of: 0 });
    const { key } = this;
    const whose = this.whose();
    if (whose !== null) {
      rememberImport(this.requests().at(), whose, key);
      this.timer = setInterval(() => void this.look(), askMs);
    }
    try {
      const done = await whileSent(key, () =>
        this.requests().write(file, this.language.current(), preview.columns, key),
      );
      // Whoever has left the page is told when she is back.
      if (this.left) return;
      this.ended();
      this.preview.set(null);
      this.file.set(null);
      this.written()(done);
    } catch (error) {
      if (this.left) return;
      if (!isAway(error)) forgetImport(this.requests().at());
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
      const sheet = await this.requests().errors(file, this.language.current(), preview.columns);
      const link = document.createElement('a');
      link.href = URL.createObjectURL(sheet);
      link.download = `${this.errorsName()}.xlsx`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), askMs);
    } catch (error) {
      this.tell(error);
    }
  }

  private async read(columns?: readonly (string | null)[]): Promise<void> {
    const file = this.file();
    if (!file) return;
    this.begin('reading');
    this.key = newIdempotencyKey();
    try {
      this.preview.set(await this.requests().preview(file, this.language.current(), columns));
    } catch (error) {
      this.tell(error);
    } finally {
      this.doing.set(null);
    }
  }

  private async look() {
    // A look that fails says nothing of the import: the next one may not.
    const progress = await this.requests()
      .progress(this.key)
      .catch(() => undefined);
    if (progress && progress.of > 0 && this.doing() === 'importing') this.progress.set(progress);
    return progress;
  }

  /** How the one goes that was begun before she left the page; and when it has ended, how it went. */
  private async follow(): Promise<void> {
    const onItsWay = isBeingSent(this.key);
    const progress = await this.look();
    if (this.left || this.doing() !== 'importing' || !progress || progress.state === 'running') return;
    if (progress.state === 'none' && onItsWay) return;
    this.ended();
    // One that is done, whose answer is not kept any more, is left untold: its rows stand in the list.
    if (progress.state === 'done' && progress.answer !== null) this.written()(progress.answer);
    else if (progress.state === 'none') this.problem.set(this.problems.code('import.came-to-nothing'));
    this.key = newIdempotencyKey();
    this.doing.set(null);
  }

  private ended(): void {
    clearInterval(this.timer);
    forgetImport(this.requests().at());
  }

  private begin(what: 'reading' | 'importing'): void {
    this.problem.set(null);
    this.doing.set(what);
  }

  private tell(error: unknown): void {
    const issue = asProblem(error)?.issues?.[0];
    const isOfFile = issue && (issue.path === 'file' || issue.path === 'columns');
    this.problem.set(isOfFile ? this.problems.code(issue.code) : this.problems.of(error));
  }
}
