import { Component, inject, input, output, signal } from '@angular/core';
import { FormField, form, submit, validateStandardSchema } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon, ProblemWords, today } from '@samverkan/shared/portal';
import { Dialog, FieldError, GuardedText, serverErrors } from '@samverkan/writing/portal';
import type { Strategy } from '@samverkan/strategies/contract';
import * as z from 'zod';
import { StrategyRequests } from './strategy-requests';

const Decision = z.object({ decidedOn: z.iso.date(), dnr: z.string().max(60) });

/** The decision: its day and registry number. It cannot be written in afterwards. */
@Component({
  selector: 'sam-adopt-dialog',
  templateUrl: './adopt-dialog.html',
  imports: [Dialog, FieldError, FormField, GuardedText, Icon, TranslocoDirective],
})
export class AdoptDialog {
  private readonly requests = inject(StrategyRequests);
  private readonly words = inject(ProblemWords);
  readonly strategyId = input.required<string>();
  readonly adopted = output<Strategy>();
  readonly closed = output();
  protected readonly today = today();
  protected readonly problem = signal<string | null>(null);
  private readonly model = signal({ decidedOn: today(), dnr: '' });
  protected readonly fields = form(this.model, (path) => validateStandardSchema(path, Decision));

  protected async send(event: Event, blocked: boolean): Promise<void> {
    event.preventDefault();
    if (blocked) return;
    this.problem.set(null);
    await submit(this.fields, async () => {
      const { decidedOn, dnr } = this.model();
      try {
        this.adopted.emit(await this.requests.adopt(this.strategyId(), { decidedOn, dnr: dnr.trim() || null }));
        return undefined;
      } catch (error) {
        const errors = serverErrors(this.fields, error);
        if (errors.length === 0) this.problem.set(this.words.of(error));
        return errors;
      }
    });
  }
}
