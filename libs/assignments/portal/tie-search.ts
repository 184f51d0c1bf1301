import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { AssignmentStatus } from '@samverkan/assignments/contract';
import { SearchWords, plural } from '@samverkan/shared/portal';
import { Dialog } from '@samverkan/writing/portal';
import { AssignmentState } from './assignment-state';

const quietMs = 300;
/** So many are shown; more words find the others. */
const most = 12;

/** Something that can be tied. */
export interface TieChoice {
  id: string;
  title: string;
  hint?: string;
  status?: AssignmentStatus;
  /** Where it is not in the reader's language. */
  lang?: string;
}

/** Finds by words what is to be tied; one press chooses it. */
@Component({
  selector: 'sam-tie-search',
  template: `<ng-container *transloco="let t"
    ><sam-dialog #dialog [heading]="heading()" (closed)="closed.emit()">
      <div class="form">
        <div class="field">
          <label for="tie-words">{{ label() }}</label>
          <input #field class="in" id="tie-words" type="search" autocomplete="off" (input)="search(field.value)" />
        </div>
        <p class="vh" role="status">
          {{ t(plural('assignments.tie.found', shown().length), { count: shown().length }) }}
        </p>
        <ul class="choices">
          @for (one of shown(); track one.id) {
            <li>
              <button type="button" class="btn line wide" (click)="chosen.emit(one.id)">
                <span [attr.lang]="one.lang"
                  >{{ one.title
                  }}<small
                    >{{ one.hint }}
                    @if (one.status; as status) {
                      <sam-assignment-state [status]="status" />
                    }</small
                ></span>
              </button>
            </li>
          } @empty {
            <li class="muted">{{ searched() ? t('assignments.tie.none') : none() }}</li>
          }
        </ul>
      </div>
      <div class="acts">
        <button type="button" class="btn line" (click)="dialog.close()">{{ t('assignments.back-out') }}</button>
      </div>
    </sam-dialog></ng-container
  >`,
  styleUrl: './tie-search.scss',
  imports: [AssignmentState, Dialog, TranslocoDirective],
})
export class TieSearch {
  private readonly searchWords = inject(SearchWords);
  readonly heading = input.required<string>();
  readonly label = input.required<string>();
  /** Said where nothing stands before anything is searched for. */
  readonly none = input.required<string>();
  readonly found = input.required<readonly TieChoice[]>();
  /** Words that are safe to ask for. */
  readonly words = output<string>();
  readonly chosen = output<string>();
  readonly closed = output();
  protected readonly plural = plural;
  protected readonly searched = signal(false);
  protected readonly shown = computed(() => this.found().slice(0, most));
  private timer: ReturnType<typeof setTimeout> | undefined;

  protected search(words: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(async () => {
      const safe = await this.searchWords.safe(words);
      this.searched.set(safe !== '');
      this.words.emit(safe);
    }, quietMs);
  }
}
