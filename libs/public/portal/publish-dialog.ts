import { Component, computed, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { today } from '@samverkan/shared/portal';
import { Dialog } from '@samverkan/writing/portal';
import { swedishMoment } from './swedish-moment';

/** Shows the text at once, or from a day and an hour. */
@Component({
  selector: 'sam-publish-dialog',
  template: `<ng-container *transloco="let t"
    ><sam-dialog #dialog [heading]="t('public.publish.heading')" (closed)="closed.emit()">
      <p>{{ t('public.publish.who') }}</p>
      <fieldset class="field">
        <legend>{{ t('public.publish.when') }}</legend>
        <ul class="choices">
          <li>
            <label class="choice"
              ><input type="radio" name="public-when" [checked]="!later()" (change)="later.set(false)" /><span>{{
                t('public.publish.now')
              }}</span></label
            >
          </li>
          <li>
            <label class="choice"
              ><input type="radio" name="public-when" [checked]="later()" (change)="later.set(true)" /><span>{{
                t('public.publish.later')
              }}</span></label
            >
          </li>
        </ul>
      </fieldset>
      @if (later()) {
        <div class="pair">
          <div class="field">
            <label for="public-day">{{ t('public.publish.day') }}</label>
            <input #day class="in" id="public-day" type="date" [min]="now" [value]="on()" (input)="on.set(day.value)" />
          </div>
          <div class="field">
            <label for="public-clock">{{ t('public.publish.clock') }}</label>
            <input
              #clock
              class="in"
              id="public-clock"
              type="time"
              [value]="at()"
              aria-describedby="public-clock-help"
              (input)="at.set(clock.value)"
            />
            <p class="help" id="public-clock-help">{{ t('public.publish.zone') }}</p>
          </div>
        </div>
      }
      <div class="acts">
        <button type="button" class="btn line" (click)="dialog.close()">{{ t('public.back-out') }}</button>
        <button type="button" class="btn fill" [attr.aria-disabled]="later() && !moment()" (click)="send()">
          {{ t(later() ? 'public.publish.do-later' : 'public.publish.do') }}
        </button>
      </div>
    </sam-dialog></ng-container
  >`,
  imports: [Dialog, TranslocoDirective],
})
export class PublishDialog {
  /** The moment from which it is shown; null is at once. */
  readonly chosen = output<string | null>();
  readonly closed = output();
  protected readonly now = today();
  protected readonly later = signal(false);
  protected readonly on = signal('');
  protected readonly at = signal('08:00');
  protected readonly moment = computed(() => swedishMoment(this.on(), this.at()));

  protected send(): void {
    if (!this.later()) this.chosen.emit(null);
    else if (this.moment()) this.chosen.emit(this.moment());
  }
}
