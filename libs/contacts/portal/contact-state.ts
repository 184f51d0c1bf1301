import { Component, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ContactSummary } from '@samverkan/contacts/contract';
import { HumanDatePipe, Icon } from '@samverkan/shared/portal';

/** Whether a function can be trusted: out of use, vacant since, confirmed when. */
@Component({
  selector: 'sam-contact-state',
  template: `<ng-container *transloco="let t">
    @let contact = this.contact();
    @if (contact.retiredOn; as day) {
      <p class="ln late">
        <sam-icon name="close" /><span>{{ t('contacts.retired-on', { day: (day | humanDate) }) }}</span>
      </p>
    } @else {
      @if (contact.vacantSince; as day) {
        <p class="ln late">
          <sam-icon name="person-off" /><span>{{ t('contacts.vacant-since', { day: (day | humanDate) }) }}</span>
        </p>
      }
      @if (contact.overdue) {
        <p class="ln late">
          <sam-icon name="clock" /><span>{{
            contact.verifiedOn
              ? t('contacts.verified-last', { day: (contact.verifiedOn | humanDate) })
              : t('contacts.verified-never')
          }}</span>
        </p>
      } @else if (contact.verifiedOn; as day) {
        <p class="ln ok">
          <sam-icon name="verified" /><span>{{ t('contacts.verified-on', { day: (day | humanDate) }) }}</span>
        </p>
      }
    }
  </ng-container>`,
  imports: [HumanDatePipe, Icon, TranslocoDirective],
})
export class ContactState {
  readonly contact = input.required<ContactSummary>();
}
