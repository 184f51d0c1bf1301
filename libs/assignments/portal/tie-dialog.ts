import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Dialog, Language, SearchWords } from '@samverkan/shared/portal';
import { actionsNamed, goalChoices } from './assignments.data';

const quietMs = 300;
const most = 12;

interface Choice {
  id: string;
  title: string;
  hint: string;
}

/** Finds the goal or the action that answers to the assignment; one press ties it. */
@Component({
  selector: 'sam-tie-dialog',
  template: `<ng-container *transloco="let t"
    ><sam-dialog #dialog [heading]="t('assignments.tie.' + what())" (closed)="closed.emit()">
      <div class="form">
        <div class="field">
          <label for="tie-words">{{ t('assignments.tie.search.' + what()) }}</label>
          <input #field class="in" id="tie-words" type="search" autocomplete="off" (input)="search(field.value)" />
        </div>
        <p class="vh" role="status">{{ t('assignments.tie.found', { count: found().length }) }}</p>
        <ul class="choices">
          @for (one of found(); track one.id) {
            <li>
              <button type="button" class="btn line wide" (click)="chosen.emit(one.id)">
                <span
                  >{{ one.title }}<small>{{ one.hint }}</small></span
                >
              </button>
            </li>
          } @empty {
            <li class="muted">{{ t(wanted() ? 'assignments.tie.none' : 'assignments.tie.type') }}</li>
          }
        </ul>
      </div>
      <div class="acts">
        <button type="button" class="btn line" (click)="dialog.close()">{{ t('assignments.back-out') }}</button>
      </div>
    </sam-dialog></ng-container
  >`,
  styleUrl: './tie-dialog.scss',
  imports: [Dialog, TranslocoDirective],
})
export class TieDialog {
  private readonly language = inject(Language);
  private readonly searchWords = inject(SearchWords);
  readonly what = input.required<'goals' | 'actions'>();
  readonly except = input.required<readonly string[]>();
  readonly chosen = output<string>();
  readonly closed = output();
  protected readonly wanted = signal('');
  private readonly goals = goalChoices();
  private readonly actions = actionsNamed(() => (this.what() === 'actions' ? this.wanted() : ''));
  protected readonly found = computed<readonly Choice[]>(() =>
    (this.what() === 'goals' ? this.goalsFound() : this.actionsFound())
      .filter(({ id }) => !this.except().includes(id))
      .slice(0, most),
  );
  private timer: ReturnType<typeof setTimeout> | undefined;

  protected search(words: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.searchWords.safe(words).then((safe) => this.wanted.set(safe)), quietMs);
  }

  private goalsFound(): readonly Choice[] {
    const words = this.wanted().toLocaleLowerCase('sv').split(/\s+/).filter(Boolean);
    return (this.goals.hasValue() ? this.goals.value().items : [])
      .map((goal) => ({
        id: goal.id,
        title: `${goal.number}. ${this.language.pick(goal.title, goal.titleEn)}`,
        hint: goal.strategyShortTitle,
      }))
      .filter(({ title, hint }) => words.every((word) => `${title} ${hint}`.toLocaleLowerCase('sv').includes(word)));
  }

  private actionsFound(): readonly Choice[] {
    if (!this.actions.hasValue()) return [];
    return this.actions.value().items.map(({ id, title, owners }) => ({
      id,
      title,
      hint: owners.map(({ name }) => name).join(', '),
    }));
  }
}
