import { Component, computed, inject, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { SessionStore } from '@samverkan/identity/portal';
import { countyBoards } from './publications.data';

/** Which county boards own it together; whoever keeps it is always one of them. */
@Component({
  selector: 'sam-owner-choice',
  template: `<details class="field" *transloco="let t" [open]="value().length > 1">
    <summary>{{ t('publications.owners.choose') }}</summary>
    <fieldset>
      <legend class="small muted">{{ t('publications.owners.help') }}</legend>
      <ul class="boards">
        @for (board of boards(); track board.id) {
          <li>
            <label class="box"
              ><input
                type="checkbox"
                [checked]="board.id === keeper() || value().includes(board.id)"
                [disabled]="board.id === keeper() || board.id === own()"
                (change)="toggle(board.id)"
              />
              {{ board.name }}</label
            >
          </li>
        }
      </ul>
    </fieldset>
  </details>`,
  styles: `
    fieldset {
      border: 0;
      padding: 0;
      margin-top: 0.5rem;
    }
    .boards {
      list-style: none;
      columns: 2 16rem;
      margin-top: 0.5rem;
    }
    summary {
      cursor: pointer;
      min-height: 2.75rem;
      align-content: center;
    }
  `,
  imports: [TranslocoDirective],
})
export class OwnerChoice implements FormValueControl<string[]> {
  readonly value = model<string[]>([]);
  readonly keeper = input.required<string>();
  /** One's own board: it leaves what several own on the publication's page, by itself. */
  protected readonly own = computed(() => this.store.acting()?.organization.id);
  private readonly store = inject(SessionStore);
  private readonly source = countyBoards();
  protected readonly boards = computed(() => (this.source.hasValue() ? this.source.value().items : []));

  protected toggle(id: string): void {
    this.value.update((chosen) => (chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]));
  }
}
