import { Component, computed, inject, input, linkedSignal, output, signal, viewChildren } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type ActionTemplate, TemplateContent } from '@samverkan/intake/contract';
import { Chips } from '@samverkan/reading/portal';
import { Icon, ProblemWords, asProblem } from '@samverkan/shared/portal';
import { Dialog, GuardedText } from '@samverkan/writing/portal';
import { TermLists } from '@samverkan/vocabularies/portal';
import { IntakeRequests } from './intake.data';
import type { TemplateKept } from './kept-template';

/** Changes a template's name and what it fills in. Goals, places and partners it has from the action it was made of. */
@Component({
  selector: 'sam-template-change',
  templateUrl: './template-change.html',
  imports: [Chips, Dialog, GuardedText, Icon, TranslocoDirective],
})
export class TemplateChange {
  private readonly requests = inject(IntakeRequests);
  private readonly words = inject(ProblemWords);
  private readonly texts = viewChildren(GuardedText);
  readonly template = input.required<ActionTemplate>();
  readonly changed = output<TemplateKept>();
  readonly closed = output();
  protected readonly terms = inject(TermLists);
  protected readonly name = linkedSignal(() => this.template().name);
  protected readonly content = linkedSignal(() => this.template().content);
  protected readonly lists = computed(
    () =>
      [
        { field: 'targetGroups', words: 'actions.form.target-groups', choices: this.terms.choices('targetGroup') },
        { field: 'forms', words: 'actions.form.forms', choices: this.terms.choices('form') },
        { field: 'phases', words: 'actions.form.phases', choices: this.terms.choices('phase') },
      ] as const,
  );
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);

  protected set(field: keyof TemplateContent, value: unknown): void {
    this.content.update((content) => ({ ...content, [field]: value }));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy() || this.texts().some((text) => text.blocked())) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const content = TemplateContent.parse(this.content());
      const before = this.template();
      const now = await this.requests.change(before, { name: this.name().trim(), content });
      this.changed.emit({ now, before });
    } catch (error) {
      const issue = asProblem(error)?.issues?.[0];
      this.problem.set(issue ? this.words.code(issue.code) : this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }
}
