import { Component, computed, inject, input, output, signal, untracked, viewChild, linkedSignal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type BundleAddress, BundleDays, BundleReaddressing, BundleSending } from '@samverkan/questions/contract';
import { type GuardReason, confirmation } from '@samverkan/shared/contract';
import { Icon, ProblemWords, today } from '@samverkan/shared/portal';
import { Dialog, GuardedText, PartyPicker } from '@samverkan/writing/portal';

const schemas = { send: BundleSending, readdress: BundleReaddressing, days: BundleDays };

/** Whom it is sent to, when, under which number, and until when an answer is expected; or the same once more after “inte vårt område”. */
@Component({
  selector: 'sam-sending-dialog',
  templateUrl: './sending-dialog.html',
  imports: [Dialog, GuardedText, Icon, PartyPicker, TranslocoDirective],
})
export class SendingDialog {
  private readonly words = inject(ProblemWords);
  private readonly transloco = inject(TranslocoService);
  private readonly text = viewChild(GuardedText);
  readonly deed = input.required<'send' | 'readdress' | 'days'>();
  readonly current = input<BundleAddress | null>(null);
  readonly busy = input(false);
  readonly failed = input<string | null>(null);
  readonly chosen = output<object>();
  readonly closed = output();
  protected readonly day = today();
  protected readonly recipientId = signal('');
  protected readonly notOursOn = signal(today());
  protected readonly sentOn = signal(today());
  protected readonly number = linkedSignal(() =>
    untracked(() => (this.deed() === 'days' ? (this.current()?.diarienummer ?? '') : '')),
  );
  protected readonly expectedOn = linkedSignal(() =>
    untracked(() => (this.deed() === 'days' ? (this.current()?.expectedOn ?? '') : '')),
  );
  protected readonly confirmed = signal<GuardReason | null>(null);
  protected readonly problem = signal<string | null>(null);
  protected readonly blocked = computed(() => this.text()?.blocked() ?? false);

  protected send(): void {
    if (this.blocked() || this.busy()) return;
    const deed = this.deed();
    if (deed !== 'days' && !this.recipientId()) {
      this.problem.set(this.transloco.translate('questions.sending.no-recipient'));
      return;
    }
    const read = schemas[deed].safeParse({
      ...(deed === 'days' ? {} : { recipientId: this.recipientId(), sentOn: this.sentOn() }),
      ...(deed === 'readdress' ? { notOursOn: this.notOursOn() } : {}),
      diarienummer: this.number(),
      expectedOn: this.expectedOn() || null,
      guardConfirmed: confirmation('diarienummer', this.confirmed()),
    });
    const code = read.error?.issues[0]?.message;
    this.problem.set(read.success ? null : this.words.code(code?.startsWith('bundle.') ? code : 'input.invalid'));
    if (read.success) this.chosen.emit(read.data);
  }
}
