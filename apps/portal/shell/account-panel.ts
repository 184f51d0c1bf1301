import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Membership } from '@samverkan/identity/contract';
import { SessionStore } from '@samverkan/identity/portal';
import { Appearance, Language, Toasts, themes } from '@samverkan/shared/portal';

/** Who you are, whom you can act for, how it should look, and the way out. */
@Component({
  selector: 'sam-account-panel',
  templateUrl: './account-panel.html',
  imports: [RouterLink, TranslocoDirective],
})
export class AccountPanel {
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly store = inject(SessionStore);
  protected readonly appearance = inject(Appearance);
  protected readonly language = inject(Language);
  protected readonly administers = computed(() =>
    ['county_admin', 'system_admin'].includes(this.store.acting()?.role ?? ''),
  );
  protected readonly themes = themes;
  protected readonly densities = ['comfortable', 'compact'] as const;

  protected async actAs(membership: Membership): Promise<void> {
    this.close();
    await this.store.actAs(membership);
    await this.router.navigateByUrl('/');
    const organization = membership.organization.name;
    await this.toasts.show(this.transloco.translate('shell.account.switched', { organization }));
  }

  protected async signOut(): Promise<void> {
    this.close();
    await this.store.signOut();
    await this.router.navigateByUrl('/logga-in');
  }

  protected close(): void {
    document.getElementById('account')?.hidePopover();
  }
}
