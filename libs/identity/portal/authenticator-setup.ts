import { Component, inject, output, resource, signal } from '@angular/core';
import { FormField, form, required, submit } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Enrolled } from '@samverkan/identity/contract';
import { asProblem } from '@samverkan/shared/portal';
import { FieldError } from '@samverkan/writing/portal';
import { Proof } from './proof';
import { SessionRequests } from './session.data';

/** Connects an authenticator app: a picture to photograph, the same as text, and a code to show that it works. */
@Component({
  selector: 'sam-authenticator-setup',
  templateUrl: './authenticator-setup.html',
  imports: [FieldError, FormField, TranslocoDirective],
})
export class AuthenticatorSetup {
  private readonly requests = inject(SessionRequests);
  private readonly proof = inject(Proof);
  readonly connected = output<Enrolled>();
  /** Null when she let it be. */
  readonly failed = output<unknown>();
  private readonly model = signal({ code: '' });
  protected readonly fields = form(this.model, (path) => required(path.code));
  protected readonly offer = resource({
    loader: async () => {
      try {
        const offer = await this.proof.before(() => this.requests.offerTotp());
        if (!offer) this.failed.emit(null);
        return offer;
      } catch (error) {
        this.failed.emit(error);
        return undefined;
      }
    },
  });

  protected readonly picture = (svg: string): string => `data:image/svg+xml,${encodeURIComponent(svg)}`;
  /** In fours, as one reads it when typing it. */
  protected readonly spaced = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ');

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    await submit(this.fields, async () => {
      try {
        this.connected.emit(await this.requests.confirmTotp(this.model().code));
        return undefined;
      } catch (error) {
        const problem = asProblem(error);
        if (problem?.code === 'session.wrong-code' || problem?.issues?.length)
          return [{ kind: 'server', message: 'session.wrong-code', fieldTree: this.fields.code }];
        this.failed.emit(error);
        return undefined;
      }
    });
  }
}
