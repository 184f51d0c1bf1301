import { Component, computed, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { FieldError } from '@samverkan/writing/portal';
import { countyBoards } from './assignments.data';

/** Which county boards it was given to; empty means all of them. */
@Component({
  selector: 'sam-board-choice',
  template: `<fieldset class="field" *transloco="let t">
    <legend>{{ t('assignments.boards') }}</legend>
    <label class="box"
      ><input type="checkbox" [checked]="all()" (change)="all.set(!all())" /> {{ t('assignments.all-boards') }}</label
    >
    @if (!all()) {
      <ul class="boards">
        @for (board of boards(); track board.id) {
          <li>
            <label class="box"
              ><input type="checkbox" [checked]="value().includes(board.id)" (change)="toggle(board.id)" />
              {{ board.name }}</label
            >
          </li>
        }
      </ul>
    }
    <sam-field-error id="board-choice-error" [errors]="errors()" [shown]="shown()" />
  </fieldset>`,
  styleUrl: './board-choice.scss',
  imports: [FieldError, TranslocoDirective],
})
export class BoardChoice implements FormValueControl<string[]> {
  readonly value = model<string[]>([]);
  readonly all = model(false);
  readonly errors = input<readonly { kind: string; message?: string }[]>([]);
  readonly shown = input(false);
  private readonly source = countyBoards();
  protected readonly boards = computed(() => (this.source.hasValue() ? this.source.value().items : []));

  protected toggle(id: string): void {
    this.value.update((chosen) => (chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]));
  }
}
