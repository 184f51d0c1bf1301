import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { actionsWords } from '@samverkan/actions/portal';
import { type Rhythm, rhythms } from '@samverkan/intake/contract';
import { HumanPeriodPipe, Status } from '@samverkan/reading/portal';
import {
  HumanDatePipe,
  Icon,
  ProblemWords,
  Toasts,
  keepLatest,
  provideWords,
  reloadOn,
} from '@samverkan/shared/portal';
import { intakeWords } from './intake-words';
import { IntakeRequests, recurrenceOf } from './intake.data';
import { KeptTemplate, type TemplateKept } from './kept-template';
import { TemplateDialog } from './template-dialog';

/** An action that is done again: how often, the chain it stands in, and the next time of it. It may also be kept as a template. */
@Component({
  selector: 'sam-done-again',
  templateUrl: './done-again.html',
  styleUrl: './done-again.scss',
  imports: [HumanDatePipe, HumanPeriodPipe, Icon, RouterLink, Status, TemplateDialog, TranslocoDirective],
  providers: [provideWords(intakeWords, actionsWords)],
})
export class DoneAgain {
  private readonly requests = inject(IntakeRequests);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ProblemWords);
  private readonly keptTemplate = inject(KeptTemplate);
  readonly actionId = input.required<string>();
  private readonly source = recurrenceOf(this.actionId);
  protected readonly recurrence = keepLatest(this.source);
  protected readonly rhythms = rhythms;
  protected readonly keeping = signal(false);
  private readonly failed = signal<string | null>(null);
  protected readonly problem = computed(
    () => this.failed() ?? (this.source.error() ? this.words.of(this.source.error()) : null),
  );

  constructor() {
    reloadOn('actions', this.source);
  }

  protected async comesEvery(chosen: string): Promise<void> {
    const before = this.recurrence()?.every ?? null;
    const every = rhythms.find((one) => one === chosen) ?? null;
    if (every === before || !(await this.set(every))) return;
    const words = every ? `intake.again.set.${every}` : 'intake.again.set-none';
    await this.toasts.show(this.transloco.translate(words), {
      label: this.transloco.translate('actions.undo'),
      run: () => void this.set(before),
    });
  }

  protected async kept(template: TemplateKept): Promise<void> {
    this.keeping.set(false);
    await this.keptTemplate.tell(template);
  }

  private async set(every: Rhythm | null): Promise<boolean> {
    this.failed.set(null);
    try {
      this.source.set(await this.requests.comesEvery(this.actionId(), every));
      return true;
    } catch (error) {
      this.failed.set(this.words.of(error));
      return false;
    }
  }
}
