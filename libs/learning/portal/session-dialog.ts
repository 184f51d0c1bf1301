import { Component, computed, inject, input, linkedSignal, output, signal, viewChildren } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { GeographyData } from '@samverkan/geography/portal';
import { type Offer, type OfferSession, OfferSessionInput } from '@samverkan/learning/contract';
import { type GuardReason, confirmation } from '@samverkan/shared/contract';
import { Icon, ProblemWords, asProblem, newIdempotencyKey } from '@samverkan/shared/portal';
import { Dialog, FieldError, GuardedText, clashesOf } from '@samverkan/writing/portal';
import { OfferRequests } from './learning.data';

interface QuotaLine {
  municipalityCode: string;
  seats: string;
}

/** A session: day, hours, place, seats and who they are kept for. */
@Component({
  selector: 'sam-session-dialog',
  templateUrl: './session-dialog.html',
  imports: [Dialog, FieldError, GuardedText, Icon, TranslocoDirective],
})
export class SessionDialog {
  private readonly requests = inject(OfferRequests);
  private readonly words = inject(ProblemWords);
  private readonly geography = inject(GeographyData);
  private readonly key = newIdempotencyKey();
  private readonly texts = viewChildren(GuardedText);
  readonly offerId = input.required<string>();
  /** The one that is changed. */
  readonly session = input<OfferSession>();
  /** Of those who hold it; none where they work in the whole country. */
  readonly countyCodes = input<readonly string[]>([]);
  readonly saved = output<Offer>();
  readonly closed = output();
  protected readonly day = linkedSignal(() => this.session()?.day ?? '');
  protected readonly lastDay = linkedSignal(() => this.session()?.lastDay ?? '');
  protected readonly from = linkedSignal(() => this.session()?.from ?? '09:00');
  protected readonly to = linkedSignal(() => this.session()?.to ?? '16:00');
  protected readonly place = linkedSignal(() => this.session()?.place ?? '');
  protected readonly link = linkedSignal(() => this.session()?.link ?? '');
  protected readonly seats = linkedSignal(() => String(this.session()?.seats ?? ''));
  protected readonly registerBy = linkedSignal(() => this.session()?.registerBy ?? '');
  protected readonly quotas = linkedSignal<QuotaLine[]>(() =>
    (this.session()?.quotas ?? []).map(({ municipalityCode, seats }) => ({ municipalityCode, seats: String(seats) })),
  );
  protected readonly confirmed = signal<GuardReason | null>(null);
  protected readonly problem = signal<string | null>(null);
  private readonly issues = signal<readonly { path: string; code: string }[]>([]);
  private readonly busy = signal(false);
  /** The version that is written over: a newer one when she has been told of it. */
  private readonly version = linkedSignal(() => this.session()?.version ?? 0);
  protected readonly municipalities = computed(() => {
    const wide = this.countyCodes().length === 0;
    const kept = this.quotas().map(({ municipalityCode }) => municipalityCode);
    return this.geography
      .counties()
      .flatMap((county) =>
        county.municipalities.map((one) => ({ ...one, near: wide || this.countyCodes().includes(county.code) })),
      )
      .filter(({ code, near }) => near || kept.includes(code));
  });

  protected errorsOf(path: string): readonly { kind: string; message: string }[] {
    return this.issues()
      .filter((issue) => issue.path === path || issue.path.startsWith(`${path}.`))
      .map(({ code }) => ({ kind: code, message: code }));
  }

  protected setQuota(at: number, change: Partial<QuotaLine>): void {
    this.quotas.update((lines) => lines.map((line, n) => (n === at ? { ...line, ...change } : line)));
  }

  protected addQuota(): void {
    const taken = this.quotas().map(({ municipalityCode }) => municipalityCode);
    const next = this.municipalities().find(({ code }) => !taken.includes(code));
    if (next) this.quotas.update((lines) => [...lines, { municipalityCode: next.code, seats: '' }]);
  }

  protected removeQuota(at: number): void {
    this.quotas.update((lines) => lines.filter((_, n) => n !== at));
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy() || this.texts().some((text) => text.blocked())) return;
    const read = OfferSessionInput.safeParse({
      day: this.day(),
      lastDay: this.lastDay() || null,
      from: this.from(),
      to: this.to(),
      place: this.place(),
      link: this.link(),
      seats: this.seats().trim() === '' ? null : Number(this.seats()),
      quotas: this.quotas().map(({ municipalityCode, seats }) => ({ municipalityCode, seats: Number(seats) })),
      registerBy: this.registerBy() || null,
      guardConfirmed: confirmation('place', this.confirmed()),
    });
    if (!read.success) {
      this.issues.set(
        read.error.issues.map(({ path, message, code }) => ({
          path: path.map(String).join('.'),
          code: code === 'custom' ? message : 'field.wrong-form',
        })),
      );
      return;
    }
    this.busy.set(true);
    this.problem.set(null);
    this.issues.set([]);
    try {
      const session = this.session();
      this.saved.emit(
        await (session
          ? this.requests.changeSession(this.offerId(), { id: session.id, version: this.version() }, read.data)
          : this.requests.addSession(this.offerId(), read.data, this.key)),
      );
    } catch (error) {
      const clash = clashesOf(asProblem(error)?.current, {});
      if (clash) this.version.set(clash.version);
      this.issues.set(asProblem(error)?.issues ?? []);
      if (this.issues().length === 0) this.problem.set(this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }
}
