import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { isPicture } from '@samverkan/shared/contract';
import { LoadState } from '@samverkan/reading/portal';
import { HumanDatePipe, Icon, Time, UnsavedForms, plural, provideWords } from '@samverkan/shared/portal';
import { SensitiveReportButton } from '@samverkan/writing/portal';
import { ActionHung } from './action-hung';
import { AddingList } from './adding-list';
import { AddingQueue } from './adding-queue';
import { AttachmentRequests, addressOf } from './attachments.data';
import { attachmentsWords } from './attachments-words';
import { FileAdding } from './file-adding';
import { FileChoice } from './file-choice';
import { FileSizePipe } from './file-size.pipe';
import { HungName } from './hung-name';
import { LinkDialog } from './link-dialog';
import { linkTaker } from './link-taker';

/** Files and links that show what an action has done, those of its lines too, and where one adds them: by the button, or by dropping files on the section. */
@Component({
  selector: 'sam-action-attachments',
  templateUrl: './action-attachments.html',
  styleUrl: './action-attachments.scss',
  imports: [
    AddingList,
    FileChoice,
    FileSizePipe,
    HumanDatePipe,
    HungName,
    Icon,
    LinkDialog,
    LoadState,
    RouterLink,
    SensitiveReportButton,
    Time,
    TranslocoDirective,
  ],
  providers: [provideWords(attachmentsWords)],
})
export class ActionAttachments {
  private readonly requests = inject(AttachmentRequests);
  private readonly queue = inject(AddingQueue);
  protected readonly hung = inject(ActionHung);
  readonly actionId = input.required<string>();
  /** The party whose eyes are lent. */
  readonly seenAs = input<string>();
  protected readonly source = this.hung.source;
  protected readonly found = this.hung.found;
  protected readonly mayAdd = this.hung.mayAdd;
  protected readonly place = computed(() => ({ actionId: this.actionId(), updateId: null }));
  protected readonly addressOf = addressOf;
  protected readonly isPicture = isPicture;
  protected readonly plural = plural;
  protected readonly over = signal(false);
  protected readonly linking = signal(false);
  protected readonly takeLink = linkTaker(() => this.place());

  constructor() {
    this.hung.look(this.actionId, this.seenAs);
    const forms = inject(UnsavedForms);
    forms.hold(() => this.queue.isStopped(this.actionId()), 'attachments.leave.stopped');
    forms.hold(() => this.queue.goesOn(this.actionId()), 'attachments.leave.goes-on');
  }

  /** The key of the way to a line; a date is said otherwise than "i dag". */
  protected toLine(day: string): string {
    return /^\d/.test(day) ? 'attachments.to-line.date' : 'attachments.to-line.day';
  }

  protected drop(event: DragEvent): void {
    if (!this.mayAdd()) return;
    event.preventDefault();
    this.over.set(false);
    this.add([...(event.dataTransfer?.files ?? [])]);
  }

  protected hover(event: DragEvent): void {
    if (!this.mayAdd() || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.over.set(true);
  }

  protected add(files: readonly File[]): void {
    this.queue.add(
      this.place(),
      files.map((file) => new FileAdding(this.requests, file)),
    );
  }
}
