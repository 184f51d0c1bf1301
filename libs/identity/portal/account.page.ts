import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Enrolled } from '@samverkan/identity/contract';
import { HumanDatePipe, PageHead, ProblemWords, Toasts, keepLatest, plural } from '@samverkan/shared/portal';
import { AccountRequests, myAccount } from './account.data';
import { AuthenticatorSetup } from './authenticator-setup';
import { hasPasskeys, passkeyCode } from './passkey';
import { PasswordChange } from './password-change';
import { Proof } from './proof';
import { ProofAsked } from './proof-asked';
import { RecoveryCodeList } from './recovery-code-list';
import { ShortcutChoice } from './shortcut-choice';
import { SessionRequests, signInOptions } from './session.data';

/** How the person signs in, and where she is signed in. */
@Component({
  selector: 'sam-account-page',
  templateUrl: './account.page.html',
  imports: [
    AuthenticatorSetup,
    HumanDatePipe,
    PageHead,
    PasswordChange,
    ProofAsked,
    RecoveryCodeList,
    RouterLink,
    ShortcutChoice,
    TranslocoDirective,
  ],
})
export class AccountPage {
  private readonly requests = inject(AccountRequests);
  private readonly session = inject(SessionRequests);
  private readonly proof = inject(Proof);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly source = myAccount();
  protected readonly account = keepLatest(this.source);
  protected readonly options = signInOptions();
  protected readonly plural = plural;
  protected readonly offersPasskey = hasPasskeys();
  protected readonly problem = signal<string | null>(null);
  protected readonly open = signal<'password' | 'app' | null>(null);
  protected readonly codes = signal<readonly string[]>([]);
  protected readonly otherSessions = computed(() => this.account()?.sessions.some((one) => !one.current) ?? false);
  /** Authorities that are offered and not connected yet. */
  protected readonly toConnect = computed(() => {
    const have = new Set(this.account()?.authorities.map((one) => one.id));
    return (this.options.value()?.providers ?? []).filter((one) => !have.has(one.id));
  });

  protected async passwordChanged(): Promise<void> {
    this.open.set(null);
    await this.say('identity.account.password.changed');
  }

  protected appConnected(enrolled: Enrolled): void {
    this.open.set(null);
    this.codes.set(enrolled.recoveryCodes);
    this.source.reload();
  }

  protected appFailed(error: unknown): void {
    this.open.set(null);
    if (error) this.problem.set(this.words.of(error));
  }

  protected addPasskey(name: string): Promise<void> {
    return this.trying(async () => {
      const enrolled = await this.proof.before(() => this.session.addPasskey(name.trim() || undefined));
      if (enrolled) this.codes.set(enrolled.recoveryCodes);
    });
  }

  protected renewCodes(): Promise<void> {
    return this.trying(async () => {
      const enrolled = await this.proof.before(() => this.requests.renewRecoveryCodes());
      if (enrolled) this.codes.set(enrolled.recoveryCodes);
    });
  }

  protected remove(what: string, words = 'identity.account.removed'): Promise<void> {
    return this.trying(async () => {
      await this.proof.before(async () => {
        await this.requests.remove(what);
        await this.toasts.show(this.transloco.translate(words));
      });
    });
  }

  protected connect(provider: string): Promise<void> {
    return this.trying(async () => {
      const url = await this.proof.before(() =>
        this.session.startAuthority(provider, { connect: true, returnTo: '/konto' }),
      );
      if (url) location.assign(url);
    });
  }

  private async trying(work: () => Promise<unknown>): Promise<void> {
    this.problem.set(null);
    try {
      await work();
    } catch (error) {
      const code = passkeyCode(error);
      this.problem.set(code ? this.words.code(code) : this.words.of(error));
    }
    this.source.reload();
  }

  private async say(words: string): Promise<void> {
    this.source.reload();
    await this.toasts.show(this.transloco.translate(words));
  }
}
