import { Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { provideWords } from '@samverkan/shared/portal';
import { Dialog } from '@samverkan/writing/portal';
import { identityWords } from './identity-words';
import { SessionStore } from './session-store';
import { SignInForm } from './sign-in-form';

/** Opens an ended session again over the page, so that what is typed in it stays. */
@Component({
  selector: 'sam-sign-in-again',
  template: `<ng-container *transloco="let t"
    ><sam-dialog [heading]="t('shell.ended')" [mustAnswer]="true">
      <p class="muted">{{ t('shell.ended.more') }}</p>
      <sam-sign-in-form [email]="store.session()?.user?.email ?? ''" /> </sam-dialog
  ></ng-container>`,
  imports: [Dialog, SignInForm, TranslocoDirective],
  providers: [provideWords(identityWords)],
})
export class SignInAgain {
  protected readonly store = inject(SessionStore);
}
