import { Service, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { asProblem, isAway } from './problem';

/** What an error says to the person, in her language. An unknown code falls back to a general sentence. */
@Service()
export class ProblemWords {
  private readonly transloco = inject(TranslocoService);

  of(error: unknown): string {
    return isAway(error) ? this.code('service.away') : this.code(asProblem(error)?.code ?? 'fault');
  }

  code(code: string): string {
    const words = this.transloco.getTranslation(this.transloco.getActiveLang());
    const key = `error.${code}`;
    return this.transloco.translate(
      key in words ? key : code.startsWith('field.') ? 'error.field.invalid' : 'error.fault',
    );
  }
}
