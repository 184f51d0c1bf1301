import { Pipe, type PipeTransform, inject } from '@angular/core';
import { Language } from '@samverkan/shared/portal';

/** Bytes as people say them: "840 kB", "1,2 MB". */
@Pipe({ name: 'fileSize', pure: false })
export class FileSizePipe implements PipeTransform {
  private readonly language = inject(Language);

  transform(bytes: number): string {
    const [amount, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
    return new Intl.NumberFormat(this.language.current() === 'en' ? 'en-GB' : 'sv-SE', {
      style: 'unit',
      unit,
      maximumFractionDigits: unit === 'megabyte' ? 1 : 0,
    }).format(Math.max(unit === 'kilobyte' ? 1 : 0, amount));
  }
}
