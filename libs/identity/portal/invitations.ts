import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Invitation } from '@samverkan/identity/contract';
import { HumanDatePipe, Icon, ProblemWords, Toasts, keepLatest } from '@samverkan/shared/portal';
import { InviteDialog } from './invite-dialog';
import { PeopleRequests, invitationList } from './people.data';
import { Proof } from './proof';

/** Invitations that have been sent and how they fared; new ones, a new letter, and taking one back. */
@Component({
  selector: 'sam-invitations',
  templateUrl: './invitations.html',
  imports: [HumanDatePipe, Icon, InviteDialog, TranslocoDirective],
})
export class Invitations {
  private readonly requests = inject(PeopleRequests);
  private readonly proof = inject(Proof);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly source = invitationList();
  private readonly list = keepLatest(this.source);
  protected readonly items = computed(() => this.list()?.items ?? []);
  protected readonly problem = signal<string | null>(null);
  protected readonly inviting = signal(false);

  protected async invited({ email }: Invitation): Promise<void> {
    this.inviting.set(false);
    this.source.reload();
    await this.say('identity.invite.sent', email);
  }

  protected resend({ id, email }: Invitation): Promise<void> {
    return this.deed('identity.invitations.resent', email, () => this.requests.resend(id));
  }

  protected withdraw({ id, email }: Invitation): Promise<void> {
    return this.deed('identity.invitations.withdrawn.done', email, () => this.requests.withdraw(id));
  }

  private async deed(done: string, email: string, work: () => Promise<unknown>): Promise<void> {
    this.problem.set(null);
    try {
      await this.proof.before(async () => {
        await work();
        await this.say(done, email);
      });
    } catch (error) {
      this.problem.set(this.words.of(error));
    }
    this.source.reload();
  }

  private say(key: string, email: string): Promise<void> {
    return this.toasts.show(this.transloco.translate(key, { email }));
  }
}
