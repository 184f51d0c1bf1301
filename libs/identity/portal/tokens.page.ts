import { Component, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { ApiToken } from '@samverkan/identity/contract';
import { HumanDatePipe, Icon, PageHead, ProblemWords, Toasts, keepLatest } from '@samverkan/shared/portal';
import { Dialog, SensitiveReportButton } from '@samverkan/writing/portal';
import { ProofAsked } from './proof-asked';
import { TokenDialog } from './token-dialog';
import { TokenGuide } from './token-guide';
import { TokenRequests, tokensOf } from './tokens.data';

/** The systems that come in for an organisation, and how one is connected. */
@Component({
  selector: 'sam-tokens-page',
  templateUrl: './tokens.page.html',
  imports: [
    Dialog,
    HumanDatePipe,
    Icon,
    PageHead,
    ProofAsked,
    SensitiveReportButton,
    TokenDialog,
    TokenGuide,
    TranslocoDirective,
  ],
})
export class TokensPage {
  private readonly requests = inject(TokenRequests);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly address = toSignal(inject(ActivatedRoute).queryParamMap);
  protected readonly source = tokensOf(() => this.address()?.get('organization') ?? undefined);
  protected readonly list = keepLatest(this.source);
  protected readonly failed = computed(() => (this.source.error() ? this.words.of(this.source.error()) : null));
  protected readonly problem = signal<string | null>(null);
  protected readonly making = signal(false);
  protected readonly revoking = signal<ApiToken | null>(null);
  private readonly busy = signal(false);

  protected ended(): void {
    this.making.set(false);
    this.source.reload();
  }

  protected async revoke({ id, name }: ApiToken): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.requests.revoke(id);
      await this.toasts.show(this.transloco.translate('identity.tokens.revoked', { name }));
    } catch (error) {
      this.problem.set(this.words.of(error));
    } finally {
      this.busy.set(false);
      this.revoking.set(null);
      this.source.reload();
    }
  }
}
