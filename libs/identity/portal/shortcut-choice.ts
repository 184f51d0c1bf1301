import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { ProblemWords, Toasts } from '@samverkan/shared/portal';
import { AccountRequests } from './account.data';
import { SessionStore } from './session-store';

/** Which single keys lead somewhere, and the choice to have none of them. */
@Component({
  selector: 'sam-shortcut-choice',
  template: `<section class="sec" aria-labelledby="keys" *transloco="let t">
    <h2 id="keys">{{ t('identity.keys.heading') }}</h2>
    <p>{{ t('identity.keys.intro') }}</p>
    <dl class="facts two">
      @for (key of keys; track key) {
        <div>
          <dt>
            <kbd>{{ key }}</kbd>
          </dt>
          <dd>{{ t('identity.keys.' + (key === '/' ? 'search' : key)) }}</dd>
        </div>
      }
    </dl>
    @if (problem(); as words) {
      <div class="note err" role="alert">{{ words }}</div>
    }
    <label class="check">
      <input #box type="checkbox" aria-describedby="keys-more" [checked]="on()" (change)="choose(box)" /><span>{{
        t('identity.keys.use')
      }}</span>
    </label>
    <p class="help" id="keys-more">{{ t('identity.keys.use.more') }}</p>
  </section>`,
  imports: [TranslocoDirective],
})
export class ShortcutChoice {
  private readonly requests = inject(AccountRequests);
  private readonly store = inject(SessionStore);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly keys = ['/', 'n', 'k', 'f'] as const;
  protected readonly on = computed(() => this.store.session()?.shortcuts ?? true);
  protected readonly problem = signal<string | null>(null);

  protected async choose(box: HTMLInputElement): Promise<void> {
    const on = box.checked;
    this.problem.set(null);
    try {
      await this.requests.useShortcuts(on);
      this.store.usesShortcuts(on);
      await this.toasts.show(this.transloco.translate(on ? 'identity.keys.on' : 'identity.keys.off'));
    } catch (error) {
      box.checked = this.on();
      this.problem.set(this.words.of(error));
    }
  }
}
