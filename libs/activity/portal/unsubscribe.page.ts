import { Location } from '@angular/common';
import { Component, inject, signal } from '@angular/core';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { PageHead, ProblemWords, asProblem } from '@samverkan/shared/portal';
import { NoticeRequests } from './notices.data';

/** Where a letter's link "no more of this" leads. Opening it changes nothing, since mail scanners open everything: a press does. */
@Component({
  selector: 'sam-unsubscribe-page',
  templateUrl: './unsubscribe.page.html',
  imports: [PageHead, RouterLink, TranslocoDirective],
})
export class UnsubscribePage {
  private readonly requests = inject(NoticeRequests);
  private readonly words = inject(ProblemWords);
  private readonly token = inject(ActivatedRoute).snapshot.fragment ?? '';
  protected readonly state = signal<'asks' | 'working' | 'not-good'>(this.token.length > 20 ? 'asks' : 'not-good');
  /** What is left out from now on. */
  protected readonly done = signal<string | null>(null);
  protected readonly problem = signal<string | null>(null);

  constructor() {
    // The code reaches no server but in the press, and does not stay in the address.
    const location = inject(Location);
    if (this.token) location.replaceState(location.path());
  }

  protected async refuse(): Promise<void> {
    if (this.state() !== 'asks') return;
    this.state.set('working');
    this.problem.set(null);
    try {
      this.done.set((await this.requests.refuse(this.token)).kind);
    } catch (error) {
      const isBad = [400, 404].includes(asProblem(error)?.status ?? 0);
      this.state.set(isBad ? 'not-good' : 'asks');
      if (!isBad) this.problem.set(this.words.of(error));
    }
  }
}
