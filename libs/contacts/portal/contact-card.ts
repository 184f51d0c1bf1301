import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ContactSummary } from '@samverkan/contacts/contract';
import { ContactState } from './contact-state';
import { ContactWays } from './contact-ways';

/** A function in a list: what it is, how it is reached, whether it is true. */
@Component({
  selector: 'sam-contact-card',
  template: `<ng-container *transloco="let t">
    @let contact = this.contact();
    <div>
      <h3>
        <a [routerLink]="['/kontakter', contact.id]">{{ contact.title }}</a>
      </h3>
      <p class="org">
        @if (withParty()) {
          <a [routerLink]="['/parter', contact.organization.id]">{{ contact.organization.name }}</a>
        }
        @if (withParty() && contact.holderName) {
          <span aria-hidden="true"> · </span>
        }
        {{ contact.holderName }}
      </p>
      @if (contact.subjects.length > 0) {
        <ul class="tags" [attr.aria-label]="t('contacts.subjects')">
          @for (subject of contact.subjects; track subject) {
            <li class="tag">{{ t('contacts.subject.' + subject) }}</li>
          }
        </ul>
      }
    </div>
    <div><sam-contact-ways [contact]="contact" /></div>
    <div><sam-contact-state [contact]="contact" /><ng-content /></div>
  </ng-container>`,
  imports: [ContactState, ContactWays, RouterLink, TranslocoDirective],
  host: { class: 'flat' },
})
export class ContactCard {
  readonly contact = input.required<ContactSummary>();
  /** False on the party's own page. */
  readonly withParty = input(true);
}
