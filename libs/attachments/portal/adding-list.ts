import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon, ProblemWords } from '@samverkan/shared/portal';
import { AddingQueue } from './adding-queue';
import type { Place } from './attachments.data';
import { ConcernsDialog } from './concerns-dialog';

/** What is on its way to a place: waiting, being read, asked about, or refused with why, to be tried again or left out. */
@Component({
  selector: 'sam-adding-list',
  templateUrl: './adding-list.html',
  styleUrl: './adding-list.scss',
  imports: [ConcernsDialog, Icon, TranslocoDirective],
  host: { class: 'flat' },
})
export class AddingList {
  protected readonly queue = inject(AddingQueue);
  protected readonly words = inject(ProblemWords);
  readonly place = input.required<Place>();
  protected readonly queued = computed(() => this.queue.at(this.place()));
  protected readonly waiting = computed(() => this.queued().filter(({ state }) => state === 'waits'));
  protected readonly sending = computed(() => this.queued().find(({ state }) => state === 'sends'));
  protected readonly asked = computed(() => this.queued().find(({ state }) => state === 'asked'));
  protected readonly refused = computed(() => this.queued().filter(({ state }) => state === 'refused'));

  constructor() {
    this.queue.listAt(this.place);
  }
}
