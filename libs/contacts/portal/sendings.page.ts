import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { ContactSendingQuery } from '@samverkan/contacts/contract';
import { ListFrame, listState } from '@samverkan/reading/portal';
import { Icon, PageHead, Time, keepLatest } from '@samverkan/shared/portal';
import { SendingState } from './sending-state';
import { sendingList } from './sendings.data';

/** What the organisation has sent to functions' mailboxes, newest first. */
@Component({
  selector: 'sam-sendings-page',
  templateUrl: './sendings.page.html',
  imports: [Icon, ListFrame, PageHead, RouterLink, SendingState, Time, TranslocoDirective],
})
export class SendingsPage {
  protected readonly state = listState(ContactSendingQuery);
  protected readonly source = sendingList(this.state.params);
  protected readonly page = keepLatest(this.source);
}
