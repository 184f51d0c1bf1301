import { Component, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '@samverkan/shared/portal';
import { FieldError } from '@samverkan/writing/portal';
import type { LinkDraft } from './publication-draft';

const most = 10;

/** Pages elsewhere, each by what it is called and its address. */
@Component({
  selector: 'sam-link-rows',
  template: `<fieldset class="field" *transloco="let t">
    <legend>{{ t('publications.links') }}</legend>
    @for (link of value(); track $index; let at = $index) {
      <div class="pair">
        <div class="field">
          <label [for]="'link-title-' + at">{{ t('publications.link.title') }}</label>
          <input
            #title
            class="in"
            maxlength="160"
            [id]="'link-title-' + at"
            [value]="link.title"
            (input)="set(at, { title: title.value })"
          />
        </div>
        <div class="field">
          <label [for]="'link-address-' + at">{{ t('publications.link.address') }}</label>
          <input
            #address
            class="in"
            type="url"
            maxlength="600"
            [id]="'link-address-' + at"
            [value]="link.address"
            (input)="set(at, { address: address.value })"
          />
        </div>
      </div>
      <button type="button" class="btn text sm" (click)="drop(at)">
        <sam-icon name="close" size="i-s" />{{ t('publications.link.remove')
        }}<span class="vh">: {{ link.title }}</span>
      </button>
    }
    @if (value().length < mostLinks) {
      <p>
        <button type="button" class="btn line sm" (click)="add()">
          <sam-icon name="plus" size="i-s" />{{ t('publications.link.add') }}
        </button>
      </p>
    }
    <sam-field-error id="link-rows-error" [errors]="errors()" [shown]="shown()" />
  </fieldset>`,
  imports: [FieldError, Icon, TranslocoDirective],
})
export class LinkRows implements FormValueControl<LinkDraft[]> {
  readonly value = model<LinkDraft[]>([]);
  readonly errors = input<readonly { kind: string; message?: string }[]>([]);
  readonly shown = input(false);
  protected readonly mostLinks = most;

  protected add(): void {
    this.value.update((links) => [...links, { title: 'Fulltext', address: '' }]);
  }

  protected set(at: number, change: Partial<LinkDraft>): void {
    this.value.update((links) => links.map((link, n) => (n === at ? { ...link, ...change } : link)));
  }

  protected drop(at: number): void {
    this.value.update((links) => links.filter((_, n) => n !== at));
  }
}
