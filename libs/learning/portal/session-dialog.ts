import { Component, computed, inject, input, linkedSignal, output, signal, viewChildren } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { GeographyData } from '@samverkan/geography/portal';
import { type Offer, type OfferSession, OfferSessionInput } from '@samverkan/learning/contract';
import { type GuardReason, confirmation } from '@samverkan/shared/contract';
import { Icon, ProblemWords, asProblem, newIdempotencyKey } from '@samverkan/shared/portal';
import { ClashDialog, Clashes, Dialog, FieldError, GuardedText } from '@samverkan/writing/portal';
import { OfferRequests } from './learning.data';

interface QuotaLine {
  municipalityCode: string;
  seats: string;
}

/** A session: day, hours, place, seats and who they are kept for. */
@Component({
  selector: 'sam-session-dialog',
  templateUrl: './session-dialog.html',
  imports: [ClashDialog, Dialog, FieldError, GuardedText, Icon, TranslocoDirective],
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
  private stands: Record<string, unknown> = {};
  /** The version that is written over: a newer one when nothing of it is overwritten unseen. */
  private readonly version = linkedSignal(() => this.session()?.version ?? 0);
  /** How it stood when the form was filled, or when she last was told. */
  private readonly before = linkedSignal(() => sessionFacts(this.session()));
  protected readonly clashes = new Clashes(this.version);
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

  protected send(event: Event): Promise<void> {
    event.preventDefault();
    return this.save();
  }

  /** Hers or theirs, for each thing both changed; then it is saved on what stands. */
  protected settle(kept: Record<string, unknown>): void {
    this.clashes.settle();
    this.told();
    this.take(kept);
    void this.save();
  }

  protected readonly valueWords = (field: string, value: unknown): string =>
    field === 'quotas' && Array.isArray(value)
      ? (value as OfferSessionInput['quotas'])
          .map((one) => `${this.geography.name(one.municipalityCode)} ${one.seats}`)
          .join(', ')
      : String(value ?? '');

  private async save(): Promise<void> {
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
    let again = false;
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
      const theirs = this.session() ? this.clashes.split(error, this.before(), read.data) : null;
      if (theirs) {
        this.stands = theirsIn(error);
        this.take(theirs);
        again = this.clashes.list().length === 0;
        return;
      }
      this.issues.set(asProblem(error)?.issues ?? []);
      if (this.issues().length === 0) this.problem.set(this.words.of(error));
    } finally {
      this.busy.set(false);
      // They have changed other things than she: both are kept.
      if (again) {
        this.told();
        void this.save();
      }
    }
  }

  private told(): void {
    this.before.update((before) => ({ ...before, ...this.stands }));
  }

  /** Values as the API has them, into the fields that hold them. */
  private take(values: Record<string, unknown>): void {
    const texts = { day: this.day, lastDay: this.lastDay, from: this.from, to: this.to, place: this.place } as const;
    for (const [field, at] of Object.entries({
      ...texts,
      link: this.link,
      seats: this.seats,
      registerBy: this.registerBy,
    }))
      if (field in values) at.set(String(values[field] ?? ''));
    if ('quotas' in values)
      this.quotas.set(
        ((values['quotas'] || []) as OfferSessionInput['quotas']).map(({ municipalityCode, seats }) => ({
          municipalityCode,
          seats: String(seats),
        })),
      );
  }
}

type Facts = Omit<OfferSessionInput, 'guardConfirmed'>;

/** A session in the fields it is sent in. */
const sessionFacts = (session: OfferSession | undefined): Partial<Facts> => {
  if (!session) return {};
  const { day, lastDay, from, to, place, link, seats, registerBy } = session;
  const quotas = session.quotas.map((one) => ({ municipalityCode: one.municipalityCode, seats: one.seats }));
  return { day, lastDay, from, to, place, link, seats, quotas, registerBy };
};

const theirsIn = (error: unknown): Record<string, unknown> =>
  (asProblem(error)?.current as { fields?: Record<string, unknown> } | undefined)?.fields ?? {};
