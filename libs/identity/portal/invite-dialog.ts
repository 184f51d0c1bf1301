import { Component, computed, inject, output, signal } from '@angular/core';
import { FormField, email, form, maxLength, required, submit } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { type Invitation, InvitationInput, type Role } from '@samverkan/identity/contract';
import { ProblemWords } from '@samverkan/shared/portal';
import { Dialog, FieldError, GuardedText, serverErrors } from '@samverkan/writing/portal';
import { invitationChoices, PeopleRequests } from './people.data';
import { Proof } from './proof';

/** Invites somebody into one of the organisations the administrator looks after. */
@Component({
  selector: 'sam-invite-dialog',
  templateUrl: './invite-dialog.html',
  imports: [Dialog, FieldError, FormField, GuardedText, TranslocoDirective],
})
export class InviteDialog {
  private readonly requests = inject(PeopleRequests);
  private readonly proof = inject(Proof);
  private readonly words = inject(ProblemWords);
  readonly invited = output<Invitation>();
  readonly closed = output();
  private readonly model = signal({ email: '', organizationId: '', role: '', title: '' });
  private readonly source = invitationChoices();
  protected readonly problem = signal<string | null>(null);
  protected readonly fields = form(this.model, (path) => {
    required(path.email);
    email(path.email);
    required(path.organizationId);
    required(path.role);
    required(path.title);
    maxLength(path.title, 100);
  });
  protected readonly organizations = computed(() => (this.source.hasValue() ? this.source.value().organizations : []));
  protected readonly roles = computed<readonly Role[]>(
    () => this.organizations().find((one) => one.id === this.model().organizationId)?.roles ?? [],
  );

  /** With one role to choose it is chosen. */
  protected organizationChosen(): void {
    const roles = this.roles();
    const only = roles.length === 1 ? roles[0] : undefined;
    if (only) this.fields.role().value.set(only);
    else if (!roles.includes(this.model().role as Role)) this.fields.role().value.set('');
  }

  protected async send(event: Event, blocked: boolean): Promise<void> {
    event.preventDefault();
    this.problem.set(null);
    if (blocked) return;
    await submit(this.fields, async () => {
      try {
        const input = InvitationInput.parse(this.model());
        const sent = await this.proof.before(() => this.requests.invite(input));
        if (sent) this.invited.emit(sent);
        return undefined;
      } catch (error) {
        const issues = serverErrors(this.fields, error);
        if (issues.length === 0) this.problem.set(this.words.of(error));
        return issues;
      }
    });
  }
}
