import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Attachment, Attachments, FileConcern } from '@samverkan/attachments/contract';
import { isPicture } from '@samverkan/shared/contract';
import { LoadState } from '@samverkan/reading/portal';
import { Icon, ProblemWords, Time, Toasts, keepLatest, provideWords, reloadOn } from '@samverkan/shared/portal';
import { SensitiveReportButton } from '@samverkan/writing/portal';
import { AttachmentRequests, addressOf, attachmentsOf } from './attachments.data';
import { attachmentsWords } from './attachments-words';
import { ConcernsDialog } from './concerns-dialog';
import { type Concern, FileAdding } from './file-adding';
import { FileSizePipe } from './file-size.pipe';
import { LinkDialog } from './link-dialog';

/** Files and links that show what an action has done, and where one adds them: by the button, or by dropping files on the section. */
@Component({
  selector: 'sam-action-attachments',
  templateUrl: './action-attachments.html',
  styleUrl: './action-attachments.scss',
  imports: [ConcernsDialog, FileSizePipe, Icon, LinkDialog, LoadState, SensitiveReportButton, Time, TranslocoDirective],
  providers: [provideWords(attachmentsWords)],
})
export class ActionAttachments {
  private readonly requests = inject(AttachmentRequests);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  readonly actionId = input.required<string>();
  /** The party whose eyes are lent. */
  readonly seenAs = input<string>();
  protected readonly source = attachmentsOf(this.actionId, this.seenAs);
  protected readonly found = keepLatest(this.source);
  protected readonly mayAdd = computed(() => !!this.found()?.mayAdd && !this.seenAs());
  protected readonly addressOf = addressOf;
  protected readonly isPicture = isPicture;
  protected readonly over = signal(false);
  /** The file that is on its way. */
  protected readonly sending = signal<string | null>(null);
  protected readonly problems = signal<readonly string[]>([]);
  /** What is asked about the file before it is taken. */
  protected readonly asked = signal<{ name: string; concerns: readonly Concern[] } | null>(null);
  protected readonly linking = signal(false);
  private readonly queue: FileAdding[] = [];
  private answering: FileAdding | null = null;

  constructor() {
    reloadOn('actions', this.source);
  }

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
  protected answer(accepted: readonly FileConcern[] | null): void {
    const adding = this.answering;
    this.asked.set(null);
    this.answering = null;
    if (adding && accepted) void this.send(adding, accepted);
    else void this.next();
  }

  protected async takeAway(item: Attachment): Promise<void> {
    await this.doing(() => this.requests.takeAway(item.id));
    await this.toasts.show(this.say('taken-away', { title: item.title }), {
      label: this.say('undo'),
      run: () => void this.doing(() => this.requests.putBack(item.id)),
    });
  }

  protected linked(attachments: Attachments): void {
    this.linking.set(false);
    this.source.set(attachments);
    void this.toasts.show(this.say('added'));
  }

  private add(files: FileList | null): void {
    this.problems.set([]);
    this.queue.push(...[...(files ?? [])].map((file) => new FileAdding(this.requests, this.actionId(), file)));
    if (!this.sending() && !this.answering) void this.next();
  }

  /** One after the other: the API reads few at a time. */
  private async next(): Promise<void> {
    const adding = this.queue.shift();
    if (adding) await this.send(adding, []);
  }

  private async send(adding: FileAdding, accepted: readonly FileConcern[]): Promise<void> {
    const { name } = adding.file;
    this.sending.set(name);
    try {
      const outcome = await adding.send(accepted);
      if ('concerns' in outcome) {
        this.answering = adding;
        this.asked.set({ name, concerns: outcome.concerns });
        return;
      }
      if ('attachments' in outcome) {
        this.source.set(outcome.attachments);
        await this.toasts.show(this.say('added'));
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

  private async doing(work: () => Promise<Attachments>): Promise<void> {
    try {
      this.source.set(await work());
    } catch (error) {
      this.problems.set([this.words.of(error)]);
    }
  }

  private say(key: string, values: Record<string, unknown> = {}): string {
    return this.transloco.translate(`attachments.${key}`, values);
  }
}
