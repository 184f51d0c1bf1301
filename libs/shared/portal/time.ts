import { Component, computed, inject, input } from '@angular/core';
import { type DateStyle, humanDate } from './human-date';
import { Language } from './language';

/** A day or a moment in words; the exact one on hover and to screen readers. */
@Component({
  selector: 'sam-time',
  template: `<time [attr.datetime]="at()" [title]="exact()"
    ><span aria-hidden="true">{{ words() }}</span
    ><span class="vh">{{ exact() }}</span></time
  >`,
})
export class Time {
  private readonly language = inject(Language);
  readonly at = input.required<string>();
  readonly format = input<DateStyle>('long');
  protected readonly words = computed(() => humanDate(this.at(), this.language.current(), this.format()));
  protected readonly exact = computed(() => humanDate(this.at(), this.language.current(), 'exact'));
}
