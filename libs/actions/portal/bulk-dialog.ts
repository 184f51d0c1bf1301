import { Component, computed, inject, input, output, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import {
  type BulkDeed,
  type BulkDone,
  type BulkField,
  type BulkPreview,
  bulkFields,
} from '@samverkan/actions/contract';
import { visibilities } from '@samverkan/shared/contract';
import { type AddressValues, type Choice } from '@samverkan/reading/portal';
import { Icon, Language, ProblemWords, plural } from '@samverkan/shared/portal';
import { Dialog } from '@samverkan/writing/portal';
import { ActionChoices } from './action-choices';
import { ActionRequests, goalChoices, ownFunctions } from './actions.data';
import { actionsWords } from './actions-words';

const verbs = ['plan', 'start', 'pause', 'resume', 'complete', 'reopen'] as const;
const whats = [
  ...bulkFields.flatMap((field) => [`add.${field}`, `take.${field}`] as const),
  'responsible',
  'narrow',
  'move',
] as const;
type What = (typeof whats)[number];

/** One change for several actions: chosen, looked at before it is made, made in one act. */
@Component({
  selector: 'sam-bulk-dialog',
  templateUrl: './bulk-dialog.html',
  imports: [Dialog, Icon, TranslocoDirective],
})
export class BulkDialog {
  private readonly requests = inject(ActionRequests);
  private readonly words = inject(ProblemWords);
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(Language);
  private readonly choices = inject(ActionChoices);
  private readonly goals = goalChoices();
  private readonly functions = ownFunctions();
  private readonly loaded = toSignal(this.transloco.selectTranslate<string>('bulk.heading', {}, actionsWords));
  readonly of = input.required<{ ids: readonly string[] } | { filter: AddressValues }>();
  readonly done = output<BulkDone>();
  readonly closed = output();
  protected readonly plural = plural;
  protected readonly whats = whats;
  protected readonly what = signal<What>('add.goalIds');
  protected readonly value = signal('');
  protected readonly preview = signal<BulkPreview | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);

  protected readonly values = computed<readonly Choice[]>(() => {
    this.loaded();
    const what = this.what();
    const word = (key: string) => this.transloco.translate<string>(key);
    if (what === 'move') return verbs.map((verb) => ({ value: verb, label: word(`actions.verb.${verb}`) }));
    if (what === 'narrow')
      return visibilities.slice(0, -1).map((level) => ({ value: level, label: word(`shared.visibility.${level}`) }));
    if (what === 'responsible') return this.ownFunctions();
    return this.ofField(what.slice(what.indexOf('.') + 1) as BulkField);
  });

  protected choose(what: string): void {
    this.what.set(what as What);
    this.take('');
  }

  protected take(value: string): void {
    this.value.set(value);
    this.preview.set(null);
    this.problem.set(null);
  }

  protected why(code: string): string {
    return this.words.code(code);
  }

  protected async look(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.value()) {
      this.problem.set(this.words.code('field.required'));
      return;
    }
    await this.trying(async () => this.preview.set(await this.requests.previewBulk(this.of(), this.deed())));
  }

  protected async act(preview: BulkPreview): Promise<void> {
    await this.trying(async () => this.done.emit(await this.requests.changeBulk(preview, this.deed())));
  }

  private deed(): BulkDeed {
    const [what, value] = [this.what(), this.value()];
    if (what === 'move') return { kind: 'move', verb: value as (typeof verbs)[number] };
    if (what === 'narrow') return { kind: 'narrow', visibility: value as (typeof visibilities)[number] };
    if (what === 'responsible') return { kind: 'responsible', functionId: value === 'none' ? null : value };
    const [kind, field] = what.split('.') as ['add' | 'take', BulkField];
    return { kind, field, values: [value] };
  }

  private ofField(field: BulkField): readonly Choice[] {
    const lists: Record<BulkField, () => readonly Choice[]> = {
      goalIds: () =>
        (this.goals.hasValue() ? this.goals.value().items : []).map((goal) => ({
          value: goal.id,
          label: `${goal.number} ${this.language.pick(goal.title, goal.titleEn)} (${goal.strategyShortTitle})`,
        })),
      municipalityCodes: this.choices.municipalities,
      targetGroups: this.choices.targetGroups,
      forms: this.choices.forms,
      phases: this.choices.phases,
    };
    return lists[field]();
  }

  private ownFunctions(): readonly Choice[] {
    const own = this.functions.hasValue() ? this.functions.value().items : [];
    return [
      { value: 'none', label: this.transloco.translate('actions.form.function.none') },
      ...own.map(({ id, title }) => ({ value: id, label: title })),
    ];
  }

  private async trying(deed: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await deed();
    } catch (error) {
      this.problem.set(this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }
}
