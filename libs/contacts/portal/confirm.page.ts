import { Location } from '@angular/common';
import { Component, computed, inject, resource, signal } from '@angular/core';
import { ActivatedRoute } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon, PageHead, ProblemWords, asProblem } from '@samverkan/shared/portal';
import { ContactRequests } from './contacts.data';

/** Where the letter leads: what stands, and one button. Opening it confirms nothing, since mail programs open links by themselves. */
@Component({
  selector: 'sam-confirm-page',
  templateUrl: './confirm.page.html',
  imports: [Icon, PageHead, TranslocoDirective],
})
export class ConfirmPage {
  private readonly requests = inject(ContactRequests);
  private readonly words = inject(ProblemWords);
  private readonly token = this.takeToken();
  private readonly source = resource({
    loader: () => (this.token ? this.requests.asked(this.token) : Promise.reject(new Error('no code'))),
  });
  protected readonly contact = computed(() => (this.source.hasValue() ? this.source.value() : undefined));
  protected readonly isNotGood = computed(
    () => !this.token || asProblem(this.source.error())?.code === 'contact.code-not-good',
  );
  protected readonly trouble = computed(() => (this.source.error() ? this.words.of(this.source.error()) : null));
  protected readonly done = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);

  protected async confirm(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.requests.answer(this.token);
      this.done.set(true);
    } catch (error) {
      this.problem.set(this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }

  /** The code stands after # so that it reaches no server and no log, and is taken out of the address at once. */
  private takeToken(): string {
    const token = inject(ActivatedRoute).snapshot.fragment ?? '';
    const location = inject(Location);
    if (token) location.replaceState(location.path());
    return /^[\w-]{43}$/.test(token) ? token : '';
  }
}
