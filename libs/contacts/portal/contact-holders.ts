import { Component, computed, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ContactFunction, ContactHolder } from '@samverkan/contacts/contract';
import { Step, Thread } from '@samverkan/reading/portal';
import { HumanDatePipe, Icon } from '@samverkan/shared/portal';

/** Who holds the function and who has held it, on a thread. Where no name is for this reader it says that somebody holds it, and no more. */
@Component({
  selector: 'sam-contact-holders',
  templateUrl: './contact-holders.html',
  imports: [HumanDatePipe, Icon, Step, Thread, TranslocoDirective],
})
export class ContactHolders {
  readonly contact = input.required<ContactFunction>();
  readonly appointing = output();
  readonly correcting = output<ContactHolder>();
  readonly ending = output<ContactHolder>();
  readonly inviting = output();
  protected readonly holders = computed(() => this.contact().holders);
  /** Whoever holds it has an account, as far as this reader may know. */
  protected readonly hasAccount = computed(() =>
    this.holders().some(({ current, deputy, userId }) => current && !deputy && userId !== null),
  );
}
