import { Component, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Attachment } from '@samverkan/attachments/contract';
import { addressOf } from './attachments.data';

/** What hangs somewhere, by its name: a link leads to its page, a file is fetched, and of a file that is gone the name alone stands. */
@Component({
  selector: 'sam-hung-name',
  template: `@let one = item();
    @if (one.kind === 'link') {
      <a *transloco="let t" [href]="one.address" rel="noopener noreferrer" target="_blank"
        >{{ one.title }}<span class="vh"> {{ t('attachments.new-window') }}</span></a
      >
    } @else if (one.file) {
      <a [href]="addressOf(one.id)" [attr.download]="one.title">{{ one.title }}</a>
    } @else {
      <span>{{ one.title }}</span>
    }`,
  imports: [TranslocoDirective],
  host: { class: 'flat' },
})
export class HungName {
  readonly item = input.required<Attachment>();
  protected readonly addressOf = addressOf;
}
