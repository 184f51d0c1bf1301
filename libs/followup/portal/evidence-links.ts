import { Component, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '@samverkan/shared/portal';
import { FieldError } from '@samverkan/writing/portal';
import type { EvidenceLink } from './assessment-draft';

/** Addresses by which it can be seen how it goes, each with a title. */
@Component({
  selector: 'sam-evidence-links',
  template: `<fieldset class="field" *transloco="let t">
    <legend>
      {{ t('followup.form.links') }} <span class="opt">{{ t('shared.form.optional') }}</span>
    </legend>
    @for (one of value(); track $index; let at = $index) {
      <div class="pair">
        <div class="field">
          <label [for]="'link-title-' + at">{{ t('followup.form.link.title', { number: at + 1 }) }}</label>
          <input
            #title
            class="in"
            maxlength="160"
            autocomplete="off"
            [id]="'link-title-' + at"
            [value]="one.title"
            (input)="put(at, { title: title.value })"
          />
        </div>
        <div class="field">
          <label [for]="'link-url-' + at">{{ t('followup.form.link.url', { number: at + 1 }) }}</label>
          <div class="row-acts">
            <input
              #url
              class="in"
              type="url"
              maxlength="500"
              placeholder="https://"
              autocomplete="off"
              [id]="'link-url-' + at"
              [value]="one.url"
              (input)="put(at, { url: url.value.trim() })"
            />
            <button
              type="button"
              class="icon-btn"
              [attr.aria-label]="t('followup.form.link.remove', { number: at + 1 })"
              (click)="remove(at)"
            >
              <sam-icon name="close" />
            </button>
          </div>
        </div>
      </div>
    }
    <sam-field-error id="evidence-links-error" [errors]="errors()" [shown]="shown()" />
    <div>
      <button type="button" class="btn line sm" (click)="add()">
        <sam-icon name="plus" />{{ t('followup.form.link.add') }}
      </button>
    </div>
    <p class="help">{{ t('followup.form.links.help') }}</p>
  </fieldset>`,
  imports: [FieldError, Icon, TranslocoDirective],
})
export class EvidenceLinks implements FormValueControl<EvidenceLink[]> {
  readonly value = model<EvidenceLink[]>([]);
  readonly errors = input<readonly { kind: string; message?: string }[]>([]);
  readonly shown = input(false);

  protected add(): void {
    this.value.update((links) => [...links, { title: '', url: '' }]);
  }

  protected put(at: number, change: Partial<EvidenceLink>): void {
    this.value.update((links) => links.map((link, n) => (n === at ? { ...link, ...change } : link)));
  }

  protected remove(at: number): void {
    this.value.update((links) => links.filter((_, n) => n !== at));
  }
}
