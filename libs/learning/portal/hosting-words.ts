import { Service, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { Hosting } from '@samverkan/learning/contract';

/** What has happened between parties about holding a training, as a sentence. */
@Service()
export class HostingWords {
  private readonly transloco = inject(TranslocoService);

  of({ kind, state, organization, from }: Hosting): string {
    const names = { organization: organization.name, from: from.name };
    return this.transloco.translate(`learning.hosting.is.${kind}.${state}`, names);
  }
}
