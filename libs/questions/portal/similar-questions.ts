import { Component, computed, effect, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Question } from '@samverkan/questions/contract';
import { isKeepable } from '@samverkan/shared/contract';
import { Icon, ProblemWords, keepLatest, plural } from '@samverkan/shared/portal';
import { QuestionLine } from './question-line';
import { QuestionRequests, similarTo } from './questions.data';

const quietMs = 300;

/** Questions like the one that is being written, to join instead, and answers that there are already. */
@Component({
  selector: 'sam-similar-questions',
  template: `<ng-container *transloco="let t">
    <div role="status">
      @if (shown()) {
        <section class="hint" aria-labelledby="similar-questions">
          <h2 id="similar-questions">{{ t('questions.similar.heading') }}</h2>
          <ul class="people">
            @for (one of found()?.answers; track one.id) {
              <li>
                <span class="n"></span>
                <span
                  ><a [routerLink]="['/fragor/svar', one.id]"
                    ><b>{{ one.title }}</b></a
                  ><small>{{ t('questions.similar.answered') }}</small></span
                >
              </li>
            }
            @for (one of found()?.items; track one.id) {
              <li>
                <span class="n"></span>
                <span>
                  <a [routerLink]="['/fragor', one.id]"
                    ><b>{{ one.title }}</b></a
                  >
                  <small>{{ one.asker.name }}</small>
                  <small><sam-question-line [question]="one" /></small>
                  @if (one.joinCount > 0) {
                    <small>{{ t(plural('questions.joins', one.joinCount), { count: one.joinCount }) }}</small>
                  }
                  @if (mayJoin() && !one.own) {
                    <span class="row-acts"
                      ><button type="button" class="btn line sm" [attr.aria-disabled]="busy()" (click)="join(one.id)">
                        {{ t('questions.join') }}<span class="vh">: {{ one.title }}</span>
                      </button></span
                    >
                  }
                </span>
              </li>
            }
          </ul>
          @if (problem(); as words) {
            <p class="fielderr" role="alert"><sam-icon name="stop" />{{ words }}</p>
          }
        </section>
      }
    </div>
  </ng-container>`,
  imports: [Icon, QuestionLine, RouterLink, TranslocoDirective],
  host: { class: 'flat' },
})
export class SimilarQuestions {
  private readonly requests = inject(QuestionRequests);
  private readonly words = inject(ProblemWords);
  readonly title = input.required<string>();
  readonly subject = input('');
  readonly mayJoin = input(true);
  readonly joined = output<Question>();
  protected readonly plural = plural;
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  private readonly asked = signal<Record<string, string> | null>(null);
  private readonly latest = keepLatest(similarTo(this.asked));
  protected readonly found = computed(() => (this.asked() ? this.latest() : undefined));
  protected readonly shown = computed(() => {
    const found = this.found();
    return !!found && found.items.length + found.answers.length > 0;
  });

  constructor() {
    effect((onCleanup) => {
      // Never with what the guard stops or asks about.
      const q = isKeepable(this.title()) ? this.title().trim().slice(0, 300) : '';
      const subject = this.subject();
      const question = q.length < 5 ? null : { q, ...(subject ? { subject } : {}) };
      const timer = setTimeout(() => this.asked.set(question), quietMs);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected async join(id: string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.joined.emit(await this.requests.join(id));
    } catch (error) {
      this.problem.set(this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }
}
