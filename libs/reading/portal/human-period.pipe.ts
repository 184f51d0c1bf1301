import { Pipe, type PipeTransform, inject } from '@angular/core';
import { type DateStyle, humanPeriod } from '@samverkan/shared/portal';
import { Language } from '@samverkan/shared/portal';

/** Two days as one period: `[startsOn, endsOn] | humanPeriod`. */
@Pipe({ name: 'humanPeriod', pure: false })
export class HumanPeriodPipe implements PipeTransform {
  private readonly language = inject(Language);

  transform(
    [from, to]: readonly [string | null | undefined, string | null | undefined],
    style: DateStyle = 'long',
  ): string {
    return humanPeriod(from, to, this.language.current(), style);
  }
}
