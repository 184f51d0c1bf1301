import { Pipe, type PipeTransform, inject } from '@angular/core';
import { type DateStyle, humanDate } from './human-date';
import { Language } from './language';

/** For a date inside a sentence. Where it stands alone, `<sam-time>` also tells the exact one. */
@Pipe({ name: 'humanDate', pure: false })
export class HumanDatePipe implements PipeTransform {
  private readonly language = inject(Language);

  transform(value: string | null | undefined, style: DateStyle = 'long'): string {
    return value ? humanDate(value, this.language.current(), style) : '';
  }
}
