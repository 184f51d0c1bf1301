import { Service, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { Cooperation } from '@samverkan/actions/contract';

/** What has happened between two parties about an action, as a sentence. */
@Service()
export class CooperationWords {
  private readonly transloco = inject(TranslocoService);

  of({ kind, state, organization, from }: Cooperation): string {
    const names = { organization: organization.name, from: from.name };
    return this.transloco.translate(`actions.cooperation.is.${kind}.${state}`, names);
  }
}
