import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon, provideWords } from '@samverkan/shared/portal';
import { ActionHung } from './action-hung';
import { AddingList } from './adding-list';
import { AddingQueue } from './adding-queue';
import { AttachmentRequests } from './attachments.data';
import { attachmentsWords } from './attachments-words';
import { FileAdding } from './file-adding';
import { FileChoice } from './file-choice';
import { FileSizePipe } from './file-size.pipe';
import { HungName } from './hung-name';
import { LinkDialog } from './link-dialog';
import { linkTaker } from './link-taker';

/** Under a line: what hangs at it, one short row for each, and where more is added. */
@Component({
  selector: 'sam-line-files',
  templateUrl: './line-files.html',
  styleUrl: './line-files.scss',
  imports: [AddingList, FileChoice, FileSizePipe, HungName, Icon, LinkDialog, TranslocoDirective],
  providers: [provideWords(attachmentsWords)],
  host: { class: 'flat' },
})
export class LineFiles {
  private readonly requests = inject(AttachmentRequests);
  private readonly queue = inject(AddingQueue);
  protected readonly hung = inject(ActionHung);
  readonly actionId = input.required<string>();
  readonly updateId = input.required<string>();
  /** The party whose eyes are lent. */
  readonly seenAs = input<string>();
  protected readonly items = computed(
    () => this.hung.found()?.items.filter(({ update }) => update?.id === this.updateId()) ?? [],
  );
  protected readonly place = computed(() => ({ actionId: this.actionId(), updateId: this.updateId() }));
  protected readonly linking = signal(false);
  protected readonly takeLink = linkTaker(() => this.place());

  constructor() {
    this.hung.look(this.actionId, this.seenAs);
  }

  protected add(files: readonly File[]): void {
    this.queue.add(
      this.place(),
      files.map((file) => new FileAdding(this.requests, file)),
    );
  }
}
