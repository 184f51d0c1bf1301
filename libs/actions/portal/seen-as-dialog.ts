import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Action } from '@samverkan/actions/contract';
import { guardText } from '@samverkan/shared/contract';
import { Icon } from '@samverkan/shared/portal';
import { Dialog } from '@samverkan/writing/portal';
import { partiesNamed } from './actions.data';
import { ChoicePicker, type PickerChoice } from './choice-picker';

const quietMs = 200;

/** Chooses with whose eyes the action is looked at: one of its partners, or any party. */
@Component({
  selector: 'sam-seen-as-dialog',
  template: `<ng-container *transloco="let t"
    ><sam-dialog #dialog [heading]="t('actions.seen-as.heading')" (closed)="closed.emit()">
      <p class="muted">{{ t('actions.seen-as.intro') }}</p>
      <div class="form">
        @if (partners().length > 0) {
          <ul class="chips">
            @for (partner of partners(); track partner.id) {
              <li>
                <button type="button" class="chip" (click)="look(partner.id)">
                  <sam-icon name="eye" /><span>{{ partner.name }}</span>
                </button>
              </li>
            }
          </ul>
        }
        <sam-choice-picker
          [label]="t('actions.seen-as.party')"
          [placeholder]="t('actions.form.partners.search')"
          [help]="t('actions.seen-as.help')"
          [chosen]="[]"
          [found]="found()"
          (wanted)="search($event)"
          (picked)="look($event)"
        />
      </div>
      <div class="acts">
        <button type="button" class="btn line" (click)="dialog.close()">{{ t('actions.dialog.back') }}</button>
      </div>
    </sam-dialog></ng-container
  >`,
  imports: [ChoicePicker, Dialog, Icon, TranslocoDirective],
})
export class SeenAsDialog {
  private readonly router = inject(Router);
  readonly action = input.required<Action>();
  readonly closed = output();
  private readonly wanted = signal('');
  private readonly source = partiesNamed(this.wanted);
  private timer: ReturnType<typeof setTimeout> | undefined;
  protected readonly partners = computed(() =>
    this.action().partners.flatMap(({ organization }) => (organization ? [organization] : [])),
  );
  protected readonly found = computed<PickerChoice[]>(() =>
    (this.wanted() && this.source.hasValue() ? this.source.value().items : []).map(({ id, name, matchedName }) => ({
      value: id,
      label: name,
      ...(matchedName ? { hint: matchedName } : {}),
    })),
  );

  /** A text the guard stops is not sent, not even to be searched for. */
  protected search(words: string): void {
    clearTimeout(this.timer);
    const wanted = guardText(words).some((finding) => finding.grade !== 'hint') ? '' : words.trim();
    this.timer = setTimeout(() => this.wanted.set(wanted), wanted ? quietMs : 0);
  }

  protected look(party: string): void {
    this.closed.emit();
    void this.router.navigate(['/insatser', this.action().id, 'som', party]);
  }
}
