import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ContactFunction } from '@samverkan/contacts/contract';
import { guardText } from '@samverkan/shared/contract';
import { Icon } from '@samverkan/shared/portal';
import { Dialog } from '@samverkan/writing/portal';
import { partiesNamed } from './contacts.data';

const quietMs = 200;

/** Chooses with whose eyes the function is looked at. */
@Component({
  selector: 'sam-contact-seen-as-dialog',
  template: `<ng-container *transloco="let t"
    ><sam-dialog #dialog [heading]="t('contacts.seen-as.heading')" (closed)="closed.emit()">
      <p class="muted">{{ t('contacts.seen-as.intro') }}</p>
      <div class="form">
        <div class="field">
          <label for="seen-as-party">{{ t('contacts.seen-as.party') }}</label>
          <input
            #words
            class="in"
            id="seen-as-party"
            type="search"
            autocomplete="off"
            (input)="search(words.value)"
            (keydown.enter)="first()"
          />
        </div>
        <ul class="chips" [attr.aria-label]="t('contacts.seen-as.found')">
          @for (party of found(); track party.id) {
            <li>
              <button type="button" class="chip" (click)="look(party.id)">
                <sam-icon name="eye" /><span>{{ party.name }}</span>
              </button>
            </li>
          }
        </ul>
      </div>
      <div class="acts">
        <button type="button" class="btn line" (click)="dialog.close()">{{ t('contacts.dialog.back') }}</button>
      </div>
    </sam-dialog></ng-container
  >`,
  imports: [Dialog, Icon, TranslocoDirective],
})
export class SeenAsDialog {
  private readonly router = inject(Router);
  readonly contact = input.required<Pick<ContactFunction, 'id'>>();
  readonly closed = output();
  private readonly wanted = signal('');
  private readonly source = partiesNamed(this.wanted);
  private timer: ReturnType<typeof setTimeout> | undefined;
  protected readonly found = computed(() => (this.wanted() && this.source.hasValue() ? this.source.value().items : []));

  /** A text the guard stops is not sent, not even to be searched for. */
  protected search(words: string): void {
    clearTimeout(this.timer);
    const wanted = guardText(words).some((finding) => finding.grade !== 'hint') ? '' : words.trim();
    this.timer = setTimeout(() => this.wanted.set(wanted), wanted ? quietMs : 0);
  }

  protected first(): void {
    const [party] = this.found();
    if (party) this.look(party.id);
  }

  protected look(party: string): void {
    this.closed.emit();
    void this.router.navigate(['/kontakter', this.contact().id, 'som', party]);
  }
}
