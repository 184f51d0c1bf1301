import { Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { ContactSending, ContactSendingPreview, ContactSendingPreviewInput } from '@samverkan/contacts/contract';
import { Icon, ProblemWords, asProblem, newIdempotencyKey, plural } from '@samverkan/shared/portal';
import { Dialog } from '@samverkan/writing/portal';
import { SendingRequests } from './sendings.data';

/** The letter as it will arrive, and the last question before it leaves. When it would reach others by then it is asked anew. */
@Component({
  selector: 'sam-sending-confirm-dialog',
  templateUrl: './sending-confirm-dialog.html',
  imports: [Dialog, Icon, TranslocoDirective],
})
export class SendingConfirmDialog {
  private readonly requests = inject(SendingRequests);
  private readonly words = inject(ProblemWords);
  private readonly transloco = inject(TranslocoService);
  private key = newIdempotencyKey();
  readonly message = input.required<ContactSendingPreviewInput>();
  readonly letter = input.required<ContactSendingPreview>();
  readonly sent = output<ContactSending>();
  readonly closed = output();
  protected readonly plural = plural;
  protected readonly shown = linkedSignal(() => this.letter());
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);

  protected async send(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const { recipients } = this.shown();
      this.sent.emit(await this.requests.send({ ...this.message(), recipients }, this.key));
    } catch (error) {
      await this.told(error);
    } finally {
      this.busy.set(false);
    }
  }

  private async told(error: unknown): Promise<void> {
    const problem = asProblem(error);
    if (problem?.code !== 'sending.recipients-changed') {
      this.problem.set(problem?.issues?.[0] ? this.words.code(problem.issues[0].code) : this.words.of(error));
      return;
    }
    // Another number is another deed.
    this.key = newIdempotencyKey();
    try {
      this.shown.set(await this.requests.preview(this.message()));
      this.problem.set(this.transloco.translate('contacts.sending.changed', problem.current as Record<string, number>));
    } catch (again) {
      this.problem.set(this.words.of(again));
    }
  }
}
