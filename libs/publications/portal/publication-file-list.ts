import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import {
  type Publication,
  type PublicationConcern,
  type PublicationFile,
  accessibilities,
  publicationLanguages,
} from '@samverkan/publications/contract';
import { Icon, ProblemWords, Toasts } from '@samverkan/shared/portal';
import { SensitiveReportButton } from '@samverkan/writing/portal';
import { type Concern, FileAdding } from './file-adding';
import { FileConcernsDialog } from './file-concerns-dialog';
import { FileSizePipe } from './file-size.pipe';
import { type FileFacts, PublicationRequests, fileAddress } from './publications.data';

/** The files of a publication, each with its language, size, checksum and whether it can be read with aids; and where one adds them. */
@Component({
  selector: 'sam-publication-file-list',
  templateUrl: './publication-file-list.html',
  styleUrl: './publication-file-list.scss',
  imports: [FileConcernsDialog, FileSizePipe, Icon, SensitiveReportButton, TranslocoDirective],
})
export class PublicationFileList {
  private readonly requests = inject(PublicationRequests);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  readonly publication = input.required<Publication>();
  readonly changed = output<Publication>();
  protected readonly mayAdd = computed(() => this.publication().allowed.edit);
  protected readonly languages = publicationLanguages;
  protected readonly accessibilities = accessibilities;
  protected readonly addressOf = fileAddress;
  protected readonly over = signal(false);
  /** The file that is on its way. */
  protected readonly sending = signal<string | null>(null);
  protected readonly problems = signal<readonly string[]>([]);
  /** What is asked about the file before it is taken. */
  protected readonly asked = signal<{ name: string; concerns: readonly Concern[] } | null>(null);
  protected readonly changing = signal<string | null>(null);
  private readonly queue: FileAdding[] = [];
  private answering: FileAdding | null = null;

  protected choose(input: HTMLInputElement): void {
    this.add(input.files);
    input.value = '';
  }

  protected drop(event: DragEvent): void {
    if (!this.mayAdd()) return;
    event.preventDefault();
    this.over.set(false);
    this.add(event.dataTransfer?.files ?? null);
  }

  protected hover(event: DragEvent): void {
    if (!this.mayAdd() || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.over.set(true);
  }

  /** The answer to what was asked: what is accepted, or nothing: then the file is left out. */
  protected answer(accepted: readonly PublicationConcern[] | null): void {
    const adding = this.answering;
    this.asked.set(null);
    this.answering = null;
    if (adding && accepted) void this.send(adding, accepted);
    else void this.next();
  }

  protected async change(file: PublicationFile, facts: Partial<FileFacts>): Promise<void> {
    const { language, accessibility } = { ...file, ...facts };
    await this.doing(() => this.requests.changeFile(file.id, { language, accessibility }));
    await this.toasts.show(this.say('file.changed'));
  }

  protected async takeAway(file: PublicationFile): Promise<void> {
    if (!(await this.doing(() => this.requests.takeAwayFile(file.id)))) return;
    await this.toasts.show(this.say('file.taken-away', { title: file.title }), {
      label: this.say('undo'),
      run: () => void this.doing(() => this.requests.putBackFile(file.id)),
    });
  }

  private add(files: FileList | null): void {
    this.problems.set([]);
    const facts: FileFacts = { language: this.publication().language, accessibility: 'unknown' };
    this.queue.push(
      ...[...(files ?? [])].map((file) => new FileAdding(this.requests, this.publication().id, file, facts)),
    );
    if (!this.sending() && !this.answering) void this.next();
  }

  /** One after the other: the API reads few at a time. */
  private async next(): Promise<void> {
    const adding = this.queue.shift();
    if (adding) await this.send(adding, []);
  }

  private async send(adding: FileAdding, accepted: readonly PublicationConcern[]): Promise<void> {
    const { name } = adding.file;
    this.sending.set(name);
    try {
      const outcome = await adding.send(accepted);
      if ('concerns' in outcome) {
        this.answering = adding;
        this.asked.set({ name, concerns: outcome.concerns });
        return;
      }
      if ('publication' in outcome) {
        this.changed.emit(outcome.publication);
        await this.toasts.show(this.say('file.added'));
      } else this.fail(name, this.words.code(outcome.code), outcome.pages);
    } catch (error) {
      this.fail(name, this.words.of(error), []);
    } finally {
      this.sending.set(null);
    }
    await this.next();
  }

  private fail(name: string, words: string, pages: readonly number[]): void {
    const where = pages.length > 0 ? ` ${this.say('on-pages', { pages: pages.join(', ') })}` : '';
    this.problems.update((all) => [...all, `${name}: ${words}${where}`]);
  }

  private async doing(work: () => Promise<Publication>): Promise<boolean> {
    this.problems.set([]);
    try {
      this.changed.emit(await work());
      return true;
    } catch (error) {
      this.problems.set([this.words.of(error)]);
      return false;
    }
  }

  private say(key: string, values: Record<string, unknown> = {}): string {
    return this.transloco.translate(`publications.${key}`, values);
  }
}
