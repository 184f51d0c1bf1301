import { Component, computed, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { SessionStore } from '@samverkan/identity/portal';
import { Icon, PageHead, ProblemWords } from '@samverkan/shared/portal';
import { ContactRequests, welcomeHere } from './contacts.data';

/** Where somebody begins who has just come: at what waits to be taken over, else at a first deed. */
@Component({
  selector: 'sam-welcome-page',
  templateUrl: './welcome.page.html',
  imports: [Icon, PageHead, RouterLink, TranslocoDirective],
})
export class WelcomePage {
  private readonly router = inject(Router);
  private readonly requests = inject(ContactRequests);
  private readonly words = inject(ProblemWords);
  private readonly session = inject(SessionStore);
  private readonly source = welcomeHere();
  protected readonly acting = this.session.acting;
  protected readonly welcome = computed(() => (this.source.hasValue() ? this.source.value() : undefined));
  protected readonly confirmed = signal<readonly string[]>([]);
  protected readonly busy = signal(false);
  private readonly failed = signal<string | null>(null);
  protected readonly problem = computed(() => {
    const error = this.source.error();
    return error ? this.words.of(error) : this.failed();
  });
  /** Her own function's work comes first; without a function, what the organisation has left lying. */
  private readonly isWaitedFor = computed(() => {
    const welcome = this.welcome();
    if (!welcome) return false;
    return welcome.functions.length > 0 ? welcome.waiting.own > 0 : welcome.waiting.others > 0;
  });

  constructor() {
    effect(() => {
      if (this.isWaitedFor()) void this.router.navigateByUrl('/overlamning', { replaceUrl: true });
    });
  }

  protected async confirm(id: string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failed.set(null);
    try {
      await this.requests.confirm(id);
      this.confirmed.update((ids) => [...ids, id]);
    } catch (error) {
      this.failed.set(this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }
}
