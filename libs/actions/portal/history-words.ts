import { Service, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { ActionHistoryEntry } from '@samverkan/actions/contract';
import { visibilities } from '@samverkan/shared/contract';
import { Language, humanDate } from '@samverkan/shared/portal';

const verbs = new Set(['plan', 'start', 'pause', 'resume', 'complete', 'cancel', 'reopen', 'undo']);
const days = new Set(['startsOn', 'endsOn']);
/** Who joined, left or was asked, by name; into what, by its reference. */
const names = new Set(['joined', 'left', 'invited', 'proposed', 'declined', 'withdrawn', 'joinedInto']);
const fields = new Set([
  'title',
  'description',
  'kind',
  'goalIds',
  'municipalityCodes',
  'targetGroups',
  'forms',
  'phases',
  'responsibleFunction',
  'cancelReason',
  'partnerIds',
  'ownerIds',
  'partnerNames',
  'textRemoved',
]);

/** One change of an action as a sentence. */
@Service()
export class HistoryWords {
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(Language);

  of(entry: ActionHistoryEntry): string {
    const { what, after } = entry;
    if (what === 'created') return this.say('actions.history.created');
    if (verbs.has(what)) return this.say(`actions.moved.${what}`);
    if (what === 'visibility')
      return this.say(`actions.shown.${visibilities.find((one, level) => one === after || level === after) ?? 'own'}`);
    if (days.has(what)) {
      const day = typeof after === 'string' ? humanDate(after, this.language.current()) : '';
      return day ? this.say(`actions.history.${what}`, { day }) : this.say(`actions.history.${what}.none`);
    }
    if (names.has(what)) return this.say(`actions.history.${what}`, { name: typeof after === 'string' ? after : '' });
    return this.say(fields.has(what) ? `actions.history.field.${what}` : 'actions.history.changed');
  }

  private say(key: string, params: Record<string, unknown> = {}): string {
    return this.transloco.translate(key, params);
  }
}
