import { Location } from '@angular/common';
import { Component, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import { ActivatedRoute } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon, PageHead, ProblemWords } from '@samverkan/shared/portal';
import { SendingRequests } from './sendings.data';

/** Where a message's links "no thanks" lead. Opening it changes nothing, since mail scanners open everything: a press does. */
@Component({
  selector: 'sam-refusal-page',
  templateUrl: './refusal.page.html',
  imports: [Icon, PageHead, TranslocoDirective],
})
export class RefusalPage {
  private readonly requests = inject(SendingRequests);
  private readonly words = inject(ProblemWords);
  private readonly route = inject(ActivatedRoute).snapshot;
  private readonly token = this.takeToken();
  private readonly source = resource({
    loader: () => (this.token ? this.requests.said(this.token) : Promise.reject(new Error('no code'))),
  });
  protected readonly said = linkedSignal(() => (this.source.hasValue() ? this.source.value() : undefined));
  protected readonly failed = computed(() => {
    const error = this.source.error();
    return error ? this.words.of(error) : null;
  });
  /** The one she pressed in the letter stands first. */
  protected readonly choices =
    this.route.queryParamMap.get('till') === 'alla'
      ? (['everybody', 'sender'] as const)
      : (['sender', 'everybody'] as const);
  protected readonly hasToken = this.token !== '';
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);

  protected isRefused(choice: 'sender' | 'everybody'): boolean {
    const said = this.said();
    return !!(choice === 'sender' ? said?.senderRefused : said?.everybodyRefused);
  }

  protected async say(choice: 'sender' | 'everybody'): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.said.set(await this.requests.say(this.token, choice, !this.isRefused(choice)));
    } catch (error) {
      this.problem.set(this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }

  /** The code stands after # so that it reaches no server and no log, and is taken out of the address at once. */
  private takeToken(): string {
    const token = this.route.fragment ?? '';
    const location = inject(Location);
    if (token) location.replaceState(location.path());
    return /^[\w.-]{40,900}$/.test(token) ? token : '';
  }
}
