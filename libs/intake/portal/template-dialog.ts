import { Component, inject, input, output, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ActionTemplate } from '@samverkan/intake/contract';
import { Icon, ProblemWords, asProblem, keepLatest } from '@samverkan/shared/portal';
import { Dialog, GuardedText } from '@samverkan/writing/portal';
import { IntakeRequests, templatesHere } from './intake.data';
import type { TemplateKept } from './kept-template';
import { contentOf } from './template-content';

/** Keeps an action as a template: a new one under a name, or in the place of one there is. */
@Component({
  selector: 'sam-template-dialog',
  templateUrl: './template-dialog.html',
  imports: [Dialog, GuardedText, Icon, TranslocoDirective],
})
export class TemplateDialog {
  private readonly requests = inject(IntakeRequests);
  private readonly words = inject(ProblemWords);
  private readonly text = viewChild(GuardedText);
  readonly actionId = input.required<string>();
  readonly kept = output<TemplateKept>();
  readonly closed = output();
  protected readonly templates = keepLatest(templatesHere());
  protected readonly name = signal('');
  protected readonly replaced = signal<ActionTemplate | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);

  protected replace(id: string): void {
    this.replaced.set(this.templates()?.items.find((one) => one.id === id) ?? null);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const replaced = this.replaced();
    const name = replaced?.name ?? this.name().trim();
    if (this.busy() || (!replaced && this.text()?.blocked())) return;
    if (name.length < 2) {
      this.problem.set(this.words.code('field.too-short'));
      this.text()?.focus();
      return;
    }
    this.busy.set(true);
    this.problem.set(null);
    try {
      const content = contentOf(await this.requests.action(this.actionId()));
      const now = await (replaced
        ? this.requests.change(replaced, { content })
        : this.requests.keep({ name, content }));
      this.kept.emit({ now, before: replaced });
    } catch (error) {
      const issue = asProblem(error)?.issues?.[0];
      this.problem.set(issue ? this.words.code(issue.code) : this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }
}
