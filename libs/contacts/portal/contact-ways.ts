import { Component, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ContactSummary } from '@samverkan/contacts/contract';
import { Icon } from '@samverkan/shared/portal';
import { PlaceWords } from './place-words';

/** How a function is reached, and whom it serves. */
@Component({
  selector: 'sam-contact-ways',
  template: `<ng-container *transloco="let t">
    @let contact = this.contact();
    @if (contact.mailbox; as mailbox) {
      <p class="ln">
        <sam-icon name="mail" /><span
          ><span class="vh">{{ t('contacts.mailbox') }}: </span><a [href]="'mailto:' + mailbox">{{ mailbox }}</a></span
        >
      </p>
    }
    @if (contact.phone; as phone) {
      <p class="ln">
        <sam-icon name="phone" /><span
          ><span class="vh">{{ t('contacts.phone') }}: </span><a [href]="'tel:' + dial(phone)">{{ phone }}</a></span
        >
      </p>
    }
    @if (!contact.mailbox && !contact.phone) {
      <p class="ln muted">
        <sam-icon name="mail" /><span>{{ t('contacts.no-way') }}</span>
      </p>
    }
    <p class="ln">
      <sam-icon name="place" /><span
        ><span class="vh">{{ t('contacts.places') }}: </span>{{ places.of(contact) }}</span
      >
    </p>
  </ng-container>`,
  imports: [Icon, TranslocoDirective],
})
export class ContactWays {
  readonly contact = input.required<ContactSummary>();
  protected readonly places = inject(PlaceWords);

  protected readonly dial = (phone: string): string => phone.replace(/[^\d+]/g, '');
}
