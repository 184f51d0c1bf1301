import { Component, computed, inject, input, linkedSignal, output, signal, untracked } from '@angular/core';
import { FormField, email, form, required, submit } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { type ContactFunction, ContactInvitationInput } from '@samverkan/contacts/contract';
import { Proof } from '@samverkan/identity/portal';
import { HumanDatePipe, Icon, ProblemWords } from '@samverkan/shared/portal';
import { Dialog, FieldError, serverErrors } from '@samverkan/writing/portal';
import { ContactRequests, invitationsTo } from './contacts.data';

interface Offered {
  id: string;
  role: string;
  takesOver: boolean;
}
interface InvitationDraft {
  email: string;
  role: string;
  takesOver: boolean;
}

/** Invites whoever holds the function: where to, as what, and whether she is the one who holds it now or the one who follows. */
@Component({
  selector: 'sam-invite-holder-dialog',
  templateUrl: './invite-holder-dialog.html',
  imports: [Dialog, FieldError, FormField, HumanDatePipe, Icon, TranslocoDirective],
})
export class InviteHolderDialog {
  private readonly requests = inject(ContactRequests);
  private readonly proof = inject(Proof);
  private readonly words = inject(ProblemWords);
  readonly contact = input.required<ContactFunction>();
  readonly invited = output<string>();
  readonly closed = output();
  private readonly id = computed(() => this.contact().id);
  private readonly source = invitationsTo(this.id);
  protected readonly offer = computed(() => (this.source.hasValue() ? this.source.value() : undefined));
  protected readonly problem = signal<string | null>(null);
  private readonly present = computed(() => this.contact().holders.find(({ current, deputy }) => current && !deputy));
  /** Whoever holds it has an account already, as far as this reader may know: then the guest is the next one. */
  protected readonly isFollowed = computed(() => this.present()?.userId !== null && this.present() !== undefined);
  protected readonly mayChoose = computed(
    () => this.offer()?.mayTakeOver === true && this.present() !== undefined && !this.isFollowed(),
  );
  /** What is offered comes after the dialog has opened, and news of the function while it is open: neither moves what is typed. */
  private readonly model = linkedSignal<Offered, InvitationDraft>({
    source: () => ({ id: this.id(), role: this.offer()?.roles[0] ?? '', takesOver: this.isFollowed() }),
    computation: ({ id, role, takesOver }, previous) =>
      previous?.source.id === id
        ? {
            ...previous.value,
            role: previous.value.role || role,
            takesOver: takesOver === previous.source.takesOver ? previous.value.takesOver : takesOver,
          }
        : { email: untracked(this.contact).mailbox ?? '', role, takesOver },
  });
  protected readonly fields = form(this.model, (path) => {
    required(path.email);
    email(path.email);
    required(path.role);
  });

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.problem.set(null);
    await submit(this.fields, async () => {
      try {
        const sent = ContactInvitationInput.parse(this.model());
        if (await this.proof.before(() => this.requests.invite(this.id(), sent))) this.invited.emit(sent.email);
        return undefined;
      } catch (error) {
        const issues = serverErrors(this.fields, error);
        if (issues.length === 0) this.problem.set(this.words.of(error));
        return issues;
      }
    });
  }
}
