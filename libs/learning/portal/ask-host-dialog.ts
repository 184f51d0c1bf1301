import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type Hosting, HostingInput, type Offer } from '@samverkan/learning/contract';
import { type GuardReason, confirmation } from '@samverkan/shared/contract';
import { Icon, ProblemWords, Toasts, newIdempotencyKey } from '@samverkan/shared/portal';
import { Dialog, GuardedText } from '@samverkan/writing/portal';
import { HostPicker } from './host-picker';
import { HostingRequests, functionsOf } from './hosting.data';

/** Asks another party to hold a training too, to one of its functions and with a line if one wishes. */
@Component({
  selector: 'sam-ask-host-dialog',
  templateUrl: './ask-host-dialog.html',
  imports: [Dialog, GuardedText, HostPicker, Icon, TranslocoDirective],
})
export class AskHostDialog {
  private readonly requests = inject(HostingRequests);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly text = viewChild(GuardedText);
  private readonly key = newIdempotencyKey();
  readonly offer = input.required<Offer>();
  /** Those who have been asked and not answered. */
  readonly asked = input<readonly Hosting[]>([]);
  /** Where the questions were read, to be read again when one is taken back; an undo outlives this piece. */
  readonly source = input.required<{ reload(): unknown }>();
  readonly sent = output();
  readonly closed = output();
  protected readonly picked = signal<string[]>([]);
  protected readonly functionId = signal('');
  protected readonly message = signal('');
  protected readonly confirmed = signal<GuardReason | null>(null);
  protected readonly busy = signal(false);
  protected readonly missing = signal(false);
  protected readonly problem = signal<string | null>(null);
  private readonly party = computed(() => this.picked()[0] ?? '');
  private readonly posts = functionsOf(this.party);
  protected readonly functions = computed(() =>
    this.party() && this.posts.hasValue() ? this.posts.value().items.map(({ id, title }) => ({ id, title })) : [],
  );
  protected readonly waiting = computed(() => this.asked().map(({ organization }) => organization));
  protected readonly partyErrors = computed(() =>
    this.missing() && !this.party() ? [{ kind: 'server', message: 'field.required' }] : [],
  );

  protected pick(ids: string[]): void {
    this.picked.set(ids);
    this.functionId.set('');
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.missing.set(true);
    if (!this.party() || this.busy() || this.text()?.blocked()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const input = HostingInput.parse({
        organizationId: this.party(),
        functionId: this.functionId() || null,
        message: this.message(),
        guardConfirmed: confirmation('message', this.confirmed()),
      });
      const source = this.source();
      const made = await this.requests.ask(this.offer().id, input, this.key);
      this.sent.emit();
      const label = this.transloco.translate<string>('learning.undo');
      const undo = { label, run: () => void this.takeBack(made.id, source) };
      const words = made.answerable ? 'learning.hosting.sent' : 'learning.hosting.sent.nobody';
      const told = this.transloco.translate<string>(words, { party: made.organization.name });
      await this.toasts.show(told, undo);
    } catch (error) {
      this.problem.set(this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }

  private async takeBack(id: string, source: { reload(): unknown }): Promise<void> {
    try {
      await this.requests.withdraw(id);
    } catch (error) {
      await this.toasts.show(this.words.of(error));
    }
    source.reload();
  }
}
