import { Component, afterNextRender, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { LineFormPart } from '@samverkan/actions/portal';
import { Icon, provideWords } from '@samverkan/shared/portal';
import type { Adding } from './adding';
import { AddingQueue } from './adding-queue';
import { AttachmentRequests, type GivenLink } from './attachments.data';
import { attachmentsWords } from './attachments-words';
import { FileAdding } from './file-adding';
import { FileChoice } from './file-choice';
import { FileSizePipe } from './file-size.pipe';
import { LinkAdding } from './link-adding';
import { LinkDialog } from './link-dialog';

interface Chosen {
  adding: Adding;
  /** A file's. */
  size: number | null;
}

/** In the form of a line: files and links that go with it, sent when the line stands. What is refused then is told under the line. */
@Component({
  selector: 'sam-line-form-files',
  templateUrl: './line-form-files.html',
  styleUrl: './line-files.scss',
  imports: [FileChoice, FileSizePipe, Icon, LinkDialog, TranslocoDirective],
  providers: [provideWords(attachmentsWords)],
  host: { class: 'flat' },
})
export class LineFormFiles {
  private readonly requests = inject(AttachmentRequests);
  private readonly queue = inject(AddingQueue);
  readonly actionId = input.required<string>();
  readonly take = input.required<(part: LineFormPart) => void>();
  /** For this action: another's form begins with none. */
  protected readonly chosen = linkedSignal<string, readonly Chosen[]>({ source: this.actionId, computation: () => [] });
  protected readonly linking = signal(false);
  protected readonly any = computed(() => this.chosen().length > 0);
  protected readonly takeLink = (link: GivenLink): Promise<void> => {
    this.chosen.update((all) => [...all, { adding: new LinkAdding(this.requests, link), size: null }]);
    return Promise.resolve();
  };

  constructor() {
    afterNextRender(() =>
      this.take()({
        unsent: () => this.any(),
        send: (updateId) => {
          const addings = this.chosen().map(({ adding }) => adding);
          this.chosen.set([]);
          this.queue.add({ actionId: this.actionId(), updateId }, addings);
        },
      }),
    );
  }

  protected choose(files: readonly File[]): void {
    const more = files.map((file) => ({ adding: new FileAdding(this.requests, file), size: file.size }));
    this.chosen.update((all) => [...all, ...more]);
  }

  /** What stands in the little box beside it, until the API has told what it is. */
  protected endingOf(name: string): string {
    return /\.([^.]{1,4})$/.exec(name)?.[1] ?? '–';
  }

  protected leaveOut(one: Chosen): void {
    this.chosen.update((all) => all.filter((other) => other !== one));
  }
}
