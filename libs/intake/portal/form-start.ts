import { Component, computed, inject, input, signal } from '@angular/core';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type ActionDraft, actionsWords } from '@samverkan/actions/portal';
import { nextOccurrence } from '@samverkan/intake/contract';
import { Icon, ProblemWords, Toasts, keepLatest, provideWords, today } from '@samverkan/shared/portal';
import { TermLists } from '@samverkan/vocabularies/portal';
import { intakeWords } from './intake-words';
import { IntakeRequests, templatesHere } from './intake.data';
import { PastedText } from './pasted-text';
import { contentOf, inForm } from './template-content';

/** The ways into the form of a new action that save writing: a text, a template, and what was done before. */
@Component({
  selector: 'sam-form-start',
  templateUrl: './form-start.html',
  imports: [Icon, PastedText, RouterLink, TranslocoDirective],
  providers: [provideWords(intakeWords, actionsWords)],
})
export class FormStart {
  private readonly requests = inject(IntakeRequests);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ProblemWords);
  private readonly againId = inject(ActivatedRoute).snapshot.queryParamMap.get('again');
  readonly draft = input.required<ActionDraft>();
  readonly take = input.required<(part: Partial<ActionDraft>) => void>();
  protected readonly pasting = signal(false);
  protected readonly problem = signal<string | null>(null);
  private readonly terms = inject(TermLists);
  private readonly templates = keepLatest(templatesHere());
  protected readonly byKind = computed(() =>
    [...new Set((this.templates()?.items ?? []).map(({ content }) => content.kind))].map((kind) => ({
      kind,
      word: this.terms.word('kind', kind),
      items: (this.templates()?.items ?? []).filter(({ content }) => content.kind === kind),
    })),
  );

  constructor() {
    if (this.againId) void this.again(this.againId);
  }

  protected async choose(id: string): Promise<void> {
    const template = this.templates()?.items.find((one) => one.id === id);
    if (!template) return;
    const before = this.draft();
    this.take()(inForm(template.content));
    await this.toasts.show(this.transloco.translate('intake.template.chosen', { name: template.name }), {
      label: this.transloco.translate('actions.undo'),
      run: () => this.take()(before),
    });
  }

  /** The next time of an action, its period moved on; what has been begun of it before is left as it was written. */
  private async again(id: string): Promise<void> {
    try {
      const [action, { every }] = await Promise.all([this.requests.action(id), this.requests.recurrence(id)]);
      if (this.draft().logAt) return;
      const next = nextOccurrence(action, every ?? 'year', today());
      this.take()({
        ...inForm(contentOf(action)),
        title: next.title,
        startsOn: next.startsOn ?? '',
        endsOn: next.endsOn ?? '',
        logAt: `/api/actions/${id}/again`,
      });
    } catch (error) {
      this.problem.set(this.words.of(error));
    }
  }
}
