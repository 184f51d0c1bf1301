import { Service, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Language } from '@samverkan/shared/portal';
import { type StrategyHistoryEntry, successionKinds } from '@samverkan/strategies/contract';
import { plainDay } from './period';

const labels: Readonly<Record<string, string>> = {
  field: 'strategies.text.',
  'goal-field': 'strategies.goal.',
  'signatory-field': 'strategies.history.signatory.',
  'commitment-field': 'strategies.history.commitment.',
};

const ways = new Set<string>(successionKinds);

/** One change of a strategy as a sentence, and its values in words. */
@Service()
export class StrategyHistoryWords {
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(Language);

  of({ what, field, subject, before, after }: StrategyHistoryEntry): string {
    const label = labels[what];
    return this.say(`strategies.history.${what}`, {
      field: label ? this.say(`${label}${field ?? ''}`) : '',
      subject: subject ?? '',
      before: this.value(what, before),
      after: this.value(what, after),
    });
  }

  /** A day as a day, a code as its word; all else as it stood. */
  value(what: StrategyHistoryEntry['what'], value: string | null): string {
    if (value === null) return '';
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return plainDay(value, this.language.current());
    if (what === 'status' || what === 'created') return this.say(`strategies.history.state.${value}`);
    if ((what === 'goal-way' || what === 'goal-went') && ways.has(value)) return this.say(`strategies.went.${value}`);
    if (what === 'goal-field' && ['goal', 'measure'].includes(value)) return this.say(`strategies.goal.kind.${value}`);
    return value;
  }

  private say(key: string, params: Record<string, unknown> = {}): string {
    return this.transloco.translate(key, params, this.language.current());
  }
}
