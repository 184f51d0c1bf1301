import {
  Component,
  type ElementRef,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { FormField, form, required, submit } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Session, SignInStep } from '@samverkan/identity/contract';
import { Icon, ProblemWords, asProblem } from '@samverkan/shared/portal';
import { FieldError } from '@samverkan/writing/portal';
import { hasPasskeys, passkeyCode } from './passkey';
import { SessionRequests } from './session.data';

/** The second proof: a code of the app, a recovery code, or a passkey. */
@Component({
  selector: 'sam-second-factor',
  templateUrl: './second-factor.html',
  imports: [FieldError, FormField, Icon, TranslocoDirective],
})
export class SecondFactor {
  private readonly requests = inject(SessionRequests);
  private readonly words = inject(ProblemWords);
  readonly methods = input.required<SignInStep['methods']>();
  readonly entered = output<Session>();
  readonly again = output();
  private readonly codeField = viewChild<ElementRef<HTMLInputElement>>('code');
  private readonly model = signal({ code: '' });
  protected readonly problem = signal<string | null>(null);
  protected readonly waiting = signal(false);
  protected readonly asksRecovery = signal(false);
  protected readonly fields = form(this.model, (path) => required(path.code));
  protected readonly hasApp = computed(() => this.methods().includes('totp'));
  protected readonly hasRecovery = computed(() => this.methods().includes('recovery-code'));
  protected readonly hasPasskey = computed(() => this.methods().includes('passkey') && hasPasskeys());
  /** Which code the field is for; none when a passkey is all she has and she has not asked for another way. */
  protected readonly kind = computed(() => (this.asksRecovery() ? 'recovery' : this.hasApp() ? 'app' : null));

  constructor() {
    afterNextRender(() => this.codeField()?.nativeElement.focus());
  }

  protected otherWay(): void {
    this.asksRecovery.update((asks) => !asks);
    this.model.set({ code: '' });
    this.problem.set(null);
    setTimeout(() => this.codeField()?.nativeElement.focus());
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.problem.set(null);
    await submit(this.fields, async () => {
      try {
        this.entered.emit(await this.requests.giveCode(this.model().code));
        return undefined;
      } catch (error) {
        if (asProblem(error)?.code === 'session.wrong-code')
          return [{ kind: 'server', message: 'session.wrong-code', fieldTree: this.fields.code }];
        // A code that is too short is a wrong code to the one who typed it.
        if (asProblem(error)?.issues?.length)
          return [{ kind: 'server', message: 'session.wrong-code', fieldTree: this.fields.code }];
        this.failed(error);
        return undefined;
      }
    });
  }

  protected async usePasskey(): Promise<void> {
    this.problem.set(null);
    this.waiting.set(true);
    try {
      this.entered.emit(await this.requests.givePasskey());
    } catch (error) {
      this.failed(error);
    } finally {
      this.waiting.set(false);
    }
  }

  private failed(error: unknown): void {
    const code = passkeyCode(error);
    this.problem.set(code ? this.words.code(code) : this.words.of(error));
  }
}
