import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { ActionTemplate } from '@samverkan/intake/contract';
import { LoadState } from '@samverkan/reading/portal';
import { Icon, PageHead, ProblemWords, Time, Toasts, keepLatest } from '@samverkan/shared/portal';
import { TermLists } from '@samverkan/vocabularies/portal';
import { IntakeRequests, templatesHere } from './intake.data';
import { KeptTemplate, type TemplateKept } from './kept-template';
import { TemplateChange } from './template-change';

/** What the organisation's actions may begin with: each template changed, taken away and put back. */
@Component({
  selector: 'sam-templates-page',
  templateUrl: './templates.page.html',
  imports: [Icon, LoadState, PageHead, RouterLink, TemplateChange, Time, TranslocoDirective],
})
export class TemplatesPage {
  private readonly requests = inject(IntakeRequests);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ProblemWords);
  private readonly kept = inject(KeptTemplate);
  protected readonly terms = inject(TermLists);
  protected readonly source = templatesHere();
  protected readonly templates = keepLatest(this.source);
  protected readonly changing = signal<ActionTemplate | null>(null);
  protected readonly problem = signal<string | null>(null);

  protected async changed(template: TemplateKept): Promise<void> {
    this.changing.set(null);
    this.source.reload();
    await this.kept.tell(template, () => this.source.reload());
  }

  protected async remove(template: ActionTemplate): Promise<void> {
    if (!(await this.tried(() => this.requests.remove(template)))) return;
    await this.toasts.show(this.transloco.translate('intake.template.removed', { name: template.name }), {
      label: this.transloco.translate('actions.undo'),
      run: () => void this.tried(() => this.requests.restore(template)),
    });
  }

  private async tried(deed: () => Promise<unknown>): Promise<boolean> {
    this.problem.set(null);
    try {
      await deed();
      return true;
    } catch (error) {
      this.problem.set(this.words.of(error));
      return false;
    } finally {
      this.source.reload();
    }
  }
}
