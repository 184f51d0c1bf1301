import { Service, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { ActionTemplate } from '@samverkan/intake/contract';
import { ProblemWords, Toasts, asProblem } from '@samverkan/shared/portal';
import { IntakeRequests } from './intake.data';

/** A template as it stands now, and as it stood before; null for one that was not there. */
export interface TemplateKept {
  now: ActionTemplate;
  before: ActionTemplate | null;
}

/** Says that a template is kept. *Ångra* puts back what it took the place of, as long as nobody has changed it since, or takes a new one away. */
@Service()
export class KeptTemplate {
  private readonly requests = inject(IntakeRequests);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ProblemWords);

  /** `undone` is called when it has been tried. */
  async tell(kept: TemplateKept, undone: () => void = () => undefined): Promise<void> {
    await this.toasts.show(this.transloco.translate('intake.template.kept', { name: kept.now.name }), {
      label: this.transloco.translate('actions.undo'),
      run: () => void this.undo(kept).then(undone),
    });
  }

  private async undo({ now, before }: TemplateKept): Promise<void> {
    try {
      if (before) await this.requests.change(now, { name: before.name, content: before.content });
      else await this.requests.remove(now);
    } catch (error) {
      const issue = asProblem(error)?.issues?.[0];
      await this.toasts.show(issue ? this.words.code(issue.code) : this.words.of(error));
      return;
    }
    const said = before ? 'intake.template.put-back' : 'intake.template.removed';
    await this.toasts.show(this.transloco.translate(said, { name: (before ?? now).name }));
  }
}
