import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type GuardReason, confirmation } from '@samverkan/shared/contract';
import { Icon, ProblemWords } from '@samverkan/shared/portal';
import { GuardedText } from '@samverkan/writing/portal';
import { SupportEffectInput } from '@samverkan/support/contract';
import { SupportTerms } from './support-terms';

/** The one question: did the support make a difference? */
@Component({
  selector: 'sam-support-effect-form',
  template: `<section class="sec" aria-labelledby="support-effect-ask" *transloco="let t">
    <div class="sec-h">
      <h2 id="support-effect-ask">{{ t('support.effect.question') }}</h2>
    </div>
    <div class="form">
      <fieldset class="field" aria-labelledby="support-effect-ask">
        <ul class="choices">
          @for (one of terms.effects(); track one.value) {
            <li>
              <label class="choice"
                ><input
                  type="radio"
                  name="support-effect"
                  [value]="one.value"
                  [checked]="effect() === one.value"
                  (change)="effect.set(one.value)"
                /><span
                  ><b>{{ one.label }}</b
                  ><small>{{ t('support.effect.help.' + one.value) }}</small></span
                ></label
              >
            </li>
          }
        </ul>
      </fieldset>
      <sam-guarded-text
        lines="one"
        [label]="t('support.effect.words')"
        [optional]="true"
        [value]="words()"
        (valueChange)="words.set($event)"
        [(confirmed)]="confirmed"
      />
      @if (helped()) {
        <ul class="choices">
          <li>
            <label class="choice"
              ><input #may type="checkbox" [checked]="mayTell()" (change)="mayTell.set(may.checked)" /><span
                ><b>{{ t('support.effect.may-tell') }}</b
                ><small>{{ t('support.effect.may-tell.help') }}</small></span
              ></label
            >
          </li>
        </ul>
      }
      @if (problem() ?? failed(); as said) {
        <p class="fielderr" role="alert"><sam-icon name="stop" />{{ said }}</p>
      }
      <div class="acts">
        <button type="button" class="btn fill" [attr.aria-disabled]="blocked() || busy()" (click)="send()">
          {{ t('support.effect.send') }}
        </button>
      </div>
    </div>
  </section>`,
  imports: [GuardedText, Icon, TranslocoDirective],
})
export class SupportEffectForm {
  private readonly problems = inject(ProblemWords);
  private readonly text = viewChild(GuardedText);
  protected readonly terms = inject(SupportTerms);
  readonly busy = input(false);
  readonly failed = input<string | null>(null);
  readonly answered = output<SupportEffectInput>();
  protected readonly effect = signal('');
  protected readonly words = signal('');
  protected readonly mayTell = signal(false);
  protected readonly confirmed = signal<GuardReason | null>(null);
  protected readonly problem = signal<string | null>(null);
  protected readonly blocked = computed(() => this.text()?.blocked() ?? false);
  protected readonly helped = computed(() => ['yes', 'partly'].includes(this.effect()));

  protected send(): void {
    if (this.blocked() || this.busy()) return;
    const read = SupportEffectInput.safeParse({
      effect: this.effect(),
      words: this.words(),
      mayTell: this.helped() && this.mayTell(),
      guardConfirmed: confirmation('words', this.confirmed()),
    });
    this.problem.set(read.success ? null : this.problems.code('support-request.choose-effect'));
    if (read.success) this.answered.emit(read.data);
  }
}
