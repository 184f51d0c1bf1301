import { Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon, PageHead, ProblemWords, Time, asProblem, keepLatest, plural } from '@samverkan/shared/portal';
import { Dialog, SensitiveReportButton } from '@samverkan/writing/portal';
import { SendingState } from './sending-state';
import { SendingRequests, sendingOf } from './sendings.data';

const atATime = 50;
const everyMs = 2000;

/** A message that was sent: its receipt while it leaves, and afterwards what it said and how it went. */
@Component({
  selector: 'sam-sending-page',
  templateUrl: './sending.page.html',
  imports: [Dialog, Icon, PageHead, RouterLink, SensitiveReportButton, SendingState, Time, TranslocoDirective],
})
export class SendingPage {
  private readonly requests = inject(SendingRequests);
  private readonly router = inject(Router);
  private readonly words = inject(ProblemWords);
  readonly id = input.required<string>();
  private readonly source = sendingOf(this.id);
  protected readonly sending = keepLatest(this.source);
  protected readonly plural = plural;
  protected readonly asking = signal(false);
  protected readonly busy = signal(false);
  private readonly failed = signal<string | null>(null);
  protected readonly problem = computed(
    () => this.failed() ?? (this.source.error() ? this.words.of(this.source.error()) : null),
  );
  /** Mailboxes in which nothing arrived, and which may be tried once more. */
  protected readonly missed = computed(() => {
    const sending = this.sending();
    return sending && sending.waiting === 0 && sending.againIn === null && sending.text !== null ? sending.failed : 0;
  });
  private readonly shown = linkedSignal({ source: this.id, computation: () => atATime });
  protected readonly outcomes = computed(() => (this.sending()?.outcomes ?? []).slice(0, this.shown()));
  protected readonly more = computed(() => Math.max(0, (this.sending()?.outcomes.length ?? 0) - this.shown()));

  constructor() {
    // Letters leave one by one; each is no news to anybody else.
    effect((onCleanup) => {
      if (!this.sending()?.waiting) return;
      const timer = setTimeout(() => this.source.reload(), everyMs);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected showMore(): void {
    this.shown.update((shown) => shown + 200);
  }

  protected async again(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failed.set(null);
    try {
      const { id } = await this.requests.again(this.id(), this.missed());
      this.asking.set(false);
      await this.router.navigate(['/kontakter/skickat', id]);
    } catch (error) {
      this.asking.set(false);
      this.failed.set(this.words.code(asProblem(error)?.issues?.[0]?.code ?? asProblem(error)?.code ?? 'fault'));
      this.source.reload();
    } finally {
      this.busy.set(false);
    }
  }
}
