import { Component, computed, inject, input, signal, viewChildren } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Proof, ProofAsked } from '@samverkan/identity/portal';
import { type GuardReason, confirmation } from '@samverkan/shared/contract';
import { PageHead, ProblemWords, Toasts } from '@samverkan/shared/portal';
import { GuardedText } from '@samverkan/writing/portal';
import { PersonalExtract } from './personal-extract';
import { PrivacyRequests } from './privacy.data';

/** An extract of somebody an administrator looks after, and the request that her data go. */
@Component({
  selector: 'sam-extract-page',
  templateUrl: './extract.page.html',
  imports: [GuardedText, PageHead, PersonalExtract, ProofAsked, TranslocoDirective],
})
export class ExtractPage {
  private readonly router = inject(Router);
  private readonly requests = inject(PrivacyRequests);
  private readonly proof = inject(Proof);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly guarded = viewChildren(GuardedText);
  /** From the address. */
  readonly membershipId = input.required<string>();
  protected readonly message = signal('');
  protected readonly confirmed = signal<GuardReason | null>(null);
  protected readonly blocked = computed(() => this.guarded().some((text) => text.blocked()));
  protected readonly problem = signal<string | null>(null);

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    if (this.blocked()) return;
    this.problem.set(null);
    try {
      await this.proof.before(async () => {
        await this.requests.ask(
          {
            ...(this.message().trim() ? { message: this.message() } : {}),
            guardConfirmed: confirmation('message', this.confirmed()),
          },
          this.membershipId(),
        );
        await this.router.navigateByUrl('/borttagning');
        await this.toasts.show(this.transloco.translate('privacy.erasure.asked'));
      });
    } catch (error) {
      this.problem.set(this.words.of(error));
    }
  }
}
