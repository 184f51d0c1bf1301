import { Component, effect, inject } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { ActivatedRoute, Router } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Language } from '@samverkan/shared/portal';
import { identityWords } from './identity-words';
import { signInOptions } from './session.data';
import { SignInForm } from './sign-in-form';

/** Signs in and goes on to where the person was going. */
@Component({
  selector: 'sam-sign-in-page',
  templateUrl: './sign-in.page.html',
  imports: [SignInForm, TranslocoDirective],
})
export class SignInPage {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  protected readonly language = inject(Language);
  protected readonly options = signInOptions();

  constructor() {
    const title = inject(Title);
    const transloco = inject(TranslocoService);
    effect((onCleanup) => {
      this.language.current();
      const words = transloco
        .selectTranslate<string>('title', {}, identityWords)
        .subscribe((text) => title.setTitle(`${text} – Samverkan`));
      onCleanup(() => words.unsubscribe());
    });
  }

  protected goOn(): void {
    const returnTo = this.route.snapshot.queryParamMap.get('returnTo') ?? '/';
    // Only addresses of this site: "//elsewhere" would leave it.
    void this.router.navigateByUrl(/^\/(?![/\\])/.test(returnTo) ? returnTo : '/');
  }
}
