import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ContactSendingSummary } from '@samverkan/contacts/contract';
import { Icon, plural } from '@samverkan/shared/portal';

/** How a message went: how many letters are on their way, have arrived, and have not. */
@Component({
  selector: 'sam-sending-state',
  template: `<ng-container *transloco="let t">
    @for (line of lines(); track line.state) {
      <p class="ln" [class.late]="line.state === 'failed'" [class.ok]="line.state === 'sent'">
        <sam-icon [name]="line.icon" /><span>{{ t(line.key, { count: line.count }) }}</span>
      </p>
    }
  </ng-container>`,
  imports: [Icon, TranslocoDirective],
})
export class SendingState {
  readonly sending = input.required<ContactSendingSummary>();
  protected readonly lines = computed(() => {
    const { waiting, sent, failed } = this.sending();
    const lines = [
      { state: 'waiting', count: waiting, icon: 'clock' },
      { state: 'sent', count: sent, icon: 'check' },
      { state: 'failed', count: failed, icon: 'warning' },
    ] as const;
    return lines
      .filter(({ count }) => count > 0)
      .map((line) => ({ ...line, key: plural(`contacts.sendings.state.${line.state}`, line.count) }));
  });
}
