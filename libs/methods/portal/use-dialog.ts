import { Component, computed, effect, inject, input, output, signal, untracked, viewChildren } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { GeographyData } from '@samverkan/geography/portal';
import { SessionStore } from '@samverkan/identity/portal';
import {
  type Method,
  type MethodUse,
  MethodUseInput,
  type MethodUses,
  type MethodWarning,
} from '@samverkan/methods/contract';
import { type GuardReason, confirmation } from '@samverkan/shared/contract';
import { Chips, type Choice } from '@samverkan/reading/portal';
import { Icon, ProblemWords, asProblem, newIdempotencyKey, today } from '@samverkan/shared/portal';
import { Dialog, GuardedText } from '@samverkan/writing/portal';
import { TermLists } from '@samverkan/vocabularies/portal';
import { MethodWarnings } from './method-warnings';
import { MethodRequests, ownTrained } from './methods.data';
import { type TrainedLine, TrainedRows } from './trained-rows';

const guarded = ['note', 'trainedSource', 'reason'] as const;

/** "Vi använder den": since when, where, for whom, by whom, and how many have been trained. Outside its purpose it asks why. */
@Component({
  selector: 'sam-use-dialog',
  templateUrl: './use-dialog.html',
  imports: [Chips, Dialog, GuardedText, Icon, MethodWarnings, TrainedRows, TranslocoDirective],
})
export class UseDialog {
  private readonly requests = inject(MethodRequests);
  private readonly words = inject(ProblemWords);
  private readonly terms = inject(TermLists);
  private readonly geography = inject(GeographyData);
  private readonly store = inject(SessionStore);
  private key = newIdempotencyKey();
  private readonly texts = viewChildren(GuardedText);
  readonly method = input.required<Method>();
  /** What the party has said before, when it is changed. */
  readonly use = input<MethodUse>();
  readonly saved = output<MethodUses>();
  readonly closed = output();
  private readonly own = ownTrained(() => this.use()?.id);
  protected readonly latest = today();
  protected readonly ready = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly warnings = signal<readonly MethodWarning[]>([]);
  protected readonly since = signal(this.latest);
  protected readonly municipalityCodes = signal<string[]>([]);
  protected readonly targetGroups = signal<string[]>([]);
  protected readonly professions = signal<string[]>([]);
  protected readonly note = signal('');
  protected readonly trained = signal<TrainedLine[]>([]);
  protected readonly trainedOf = signal('');
  protected readonly trainedSource = signal('');
  protected readonly reason = signal('');
  protected readonly confirmed: Record<(typeof guarded)[number], ReturnType<typeof signal<GuardReason | null>>> = {
    note: signal<GuardReason | null>(null),
    trainedSource: signal<GuardReason | null>(null),
    reason: signal<GuardReason | null>(null),
  };
  protected readonly targetChoices = computed(() => this.terms.choices('targetGroup', this.use()?.targetGroups ?? []));
  protected readonly professionChoices = computed(() =>
    this.terms.choices('profession', this.use()?.professions ?? []),
  );
  /** A municipality's own is always meant; others choose among those of their counties. */
  protected readonly municipalities = computed<readonly Choice[]>(() => {
    const acting = this.store.acting();
    if (acting?.organization.kind === 'municipality') return [];
    return (acting?.countyCodes ?? [])
      .flatMap((code) => this.geography.county(code)?.municipalities ?? [])
      .map(({ code, name }) => ({ value: code, label: name }));
  });
  protected readonly outside = computed(() => this.warnings().length > 0);

  constructor() {
    effect(() => {
      const use = this.use();
      if (untracked(this.ready) || (use && !this.own.hasValue())) return;
      untracked(() => this.begin(use));
    });
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.ready() || this.busy() || this.texts().some((text) => text.blocked())) return;
    this.problem.set(null);
    if (this.outside() && this.reason().trim().length < 3) {
      this.problem.set(this.words.code('method.outside-purpose'));
      return;
    }
    const read = MethodUseInput.safeParse({
      since: this.since(),
      municipalityCodes: this.municipalityCodes(),
      targetGroups: this.targetGroups(),
      professions: this.professions(),
      note: this.note(),
      trained: this.trained()
        .filter(({ count, trainedOn }) => count.trim() !== '' || trainedOn !== '')
        .map(({ profession, municipalityCode, trainedOn, count }) => ({
          profession: profession || null,
          municipalityCode: municipalityCode || null,
          trainedOn,
          count: Number(count),
        })),
      trainedOf: this.trainedOf().trim() === '' ? null : Number(this.trainedOf()),
      trainedSource: this.trainedSource(),
      reason: this.outside() ? this.reason() : '',
      guardConfirmed: guarded.flatMap((field) => confirmation(field, this.confirmed[field]())),
    });
    if (!read.success) {
      const custom = read.error.issues.find(({ code }) => code === 'custom');
      this.problem.set(this.words.code(custom?.message ?? 'input.invalid'));
      return;
    }
    await this.keep(read.data);
  }

  private async keep(said: MethodUseInput): Promise<void> {
    const use = this.use();
    this.busy.set(true);
    try {
      this.saved.emit(
        await (use
          ? this.requests.changeUse(use.id, use.version, said)
          : this.requests.use(this.method().id, said, this.key)),
      );
    } catch (error) {
      const problem = asProblem(error);
      if (problem?.code === 'method.outside-purpose')
        this.warnings.set((problem.current as { warnings?: MethodWarning[] } | undefined)?.warnings ?? []);
      this.key = newIdempotencyKey();
      this.problem.set(this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }

  private begin(use: MethodUse | undefined): void {
    if (use) {
      const own = this.own.hasValue() ? this.own.value() : { trained: [], trainedOf: null, trainedSource: '' };
      this.since.set(use.since);
      this.municipalityCodes.set([...use.municipalityCodes]);
      this.targetGroups.set([...use.targetGroups]);
      this.professions.set([...use.professions]);
      this.note.set(use.note);
      this.trained.set(
        own.trained.map(({ profession, municipalityCode, trainedOn, count }) => ({
          profession: profession ?? '',
          municipalityCode: municipalityCode ?? '',
          trainedOn,
          count: String(count),
        })),
      );
      this.trainedOf.set(own.trainedOf === null ? '' : String(own.trainedOf));
      this.trainedSource.set(own.trainedSource);
      this.reason.set(use.reason);
      this.warnings.set(use.warnings);
    }
    this.ready.set(true);
  }
}
