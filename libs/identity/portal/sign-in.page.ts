import { Component, computed, effect, inject, signal, untracked, viewChild } from '@angular/core';
import { ActivatedRoute, Router } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon, ProblemWords } from '@samverkan/shared/portal';
import { hasPasskeys, passkeyCode } from './passkey';
import { SessionRequests, signInOptions } from './session.data';
import { SignInForm } from './sign-in-form';
import { SignInFrame } from './sign-in-frame';

/** Signs in and goes on to where the person was going. */
@Component({
  selector: 'sam-sign-in-page',
  templateUrl: './sign-in.page.html',
  imports: [Icon, SignInForm, SignInFrame, TranslocoDirective],
})
export class SignInPage {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly requests = inject(SessionRequests);
  private readonly words = inject(ProblemWords);
  private readonly form = viewChild(SignInForm);
  protected readonly options = signInOptions();
  protected readonly problem = signal<string | null>(null);
  protected readonly waiting = signal(false);
  protected readonly offersPasskey = hasPasskeys();
  /** After the password only the next step stands on the page. */
  protected readonly isUnderWay = computed(() => !!this.form()?.step());

  constructor() {
    const refused = this.route.snapshot.queryParamMap.get('fel');
    // Why an authority's sign-in ended here instead of inside.
    effect(() => {
      const form = this.form();
      if (refused && form) untracked(() => form.tell(refused));
    });
  }

  protected goOn(): void {
    void this.router.navigateByUrl(this.returnTo());
  }

  protected async usePasskey(): Promise<void> {
    await this.trying(async () => this.form()?.enter(await this.requests.givePasskey()));
  }

  protected async useAuthority(id: string): Promise<void> {
    await this.trying(async () =>
      location.assign(await this.requests.startAuthority(id, { returnTo: this.returnTo() })),
    );
  }

  private async trying(work: () => Promise<unknown>): Promise<void> {
    if (this.waiting()) return;
    this.problem.set(null);
    this.waiting.set(true);
    try {
      await work();
    } catch (error) {
      const code = passkeyCode(error);
      this.problem.set(code ? this.words.code(code) : this.words.of(error));
    } finally {
      this.waiting.set(false);
    }
  }

  private returnTo(): string {
    const returnTo = this.route.snapshot.queryParamMap.get('returnTo') ?? '/';
    // Only addresses of this site: "//elsewhere" would leave it.
    return /^\/(?![/\\])/.test(returnTo) ? returnTo : '/';
  }
}
