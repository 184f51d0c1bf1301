import { Component, type ElementRef, computed, inject, output, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Enrolled, Session } from '@samverkan/identity/contract';
import { Icon, ProblemWords, asProblem } from '@samverkan/shared/portal';
import { AuthenticatorSetup } from './authenticator-setup';
import { hasPasskeys, passkeyCode } from './passkey';
import { RecoveryCodeList } from './recovery-code-list';
import { SessionRequests } from './session.data';

/** Somebody's first second factor: an app or a passkey, then recovery codes to keep. She is in when she says that she has kept them. */
@Component({
  selector: 'sam-enrolment',
  templateUrl: './enrolment.html',
  imports: [AuthenticatorSetup, Icon, RecoveryCodeList, TranslocoDirective],
})
export class Enrolment {
  private readonly requests = inject(SessionRequests);
  private readonly words = inject(ProblemWords);
  readonly entered = output<Session>();
  readonly again = output();
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  protected readonly problem = signal<string | null>(null);
  protected readonly waiting = signal(false);
  protected readonly withApp = signal(false);
  protected readonly enrolled = signal<Enrolled | null>(null);
  protected readonly offersPasskey = hasPasskeys();
  protected readonly codes = computed(() => this.enrolled()?.recoveryCodes ?? []);

  protected done(enrolled: Enrolled): void {
    this.problem.set(null);
    this.enrolled.set(enrolled);
    if (enrolled.recoveryCodes.length === 0) this.goOn();
    else setTimeout(() => this.heading()?.nativeElement.focus());
  }

  protected goOn(): void {
    const session = this.enrolled()?.session;
    if (session) this.entered.emit(session);
    else this.again.emit();
  }

  protected async addPasskey(): Promise<void> {
    this.problem.set(null);
    this.waiting.set(true);
    try {
      this.done(await this.requests.addPasskey());
    } catch (error) {
      this.failed(error);
    } finally {
      this.waiting.set(false);
    }
  }

  protected failed(error: unknown): void {
    const code = passkeyCode(error);
    this.problem.set(code ? this.words.code(code) : this.words.of(error));
    if (asProblem(error)?.code === 'session.step-expired') this.withApp.set(false);
  }
}
