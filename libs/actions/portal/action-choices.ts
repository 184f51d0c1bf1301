import { Service, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { TranslocoService } from '@jsverse/transloco';
import { actionKinds, phases, professions, targetGroups, violenceForms } from '@samverkan/actions/contract';
import { GeographyData } from '@samverkan/geography/portal';
import { SessionStore } from '@samverkan/identity/portal';
import type { Choice } from '@samverkan/shared/portal';
import { actionsWords } from './actions-words';

/** The controlled lists in the person's language, and the municipalities she works with. */
@Service()
export class ActionChoices {
  private readonly transloco = inject(TranslocoService);
  private readonly geography = inject(GeographyData);
  private readonly store = inject(SessionStore);
  private readonly loaded = toSignal(this.transloco.selectTranslate<string>('list.heading', {}, actionsWords));
  readonly kinds = this.worded('kind', actionKinds);
  readonly targetGroups = this.worded('targetGroup', targetGroups);
  readonly forms = this.worded('violence', violenceForms);
  readonly phases = this.worded('phase', phases);
  readonly professions = this.worded('profession', professions);
  readonly municipalities = computed<Choice[]>(() =>
    (this.store.acting()?.countyCodes ?? [])
      .flatMap((code) => this.geography.county(code)?.municipalities ?? [])
      .map(({ code, name }) => ({ value: code, label: name }))
      .sort((a, b) => a.label.localeCompare(b.label, 'sv')),
  );

  private worded(list: string, codes: readonly string[]) {
    return computed<Choice[]>(() => {
      this.loaded();
      return codes.map((code) => ({ value: code, label: this.transloco.translate(`actions.${list}.${code}`) }));
    });
  }
}
