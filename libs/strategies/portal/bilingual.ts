import { Component, computed, inject, input } from '@angular/core';
import { Language } from '@samverkan/shared/portal';

/** A text that may have an English version. Swedish on an English page is marked, so that it is read aloud as Swedish. */
@Component({ selector: 'sam-bilingual', template: `<span [attr.lang]="lang()">{{ text() }}</span>` })
export class Bilingual {
  private readonly language = inject(Language);
  readonly sv = input.required<string>();
  readonly en = input<string | null>(null);
  protected readonly text = computed(() => (this.language.current() === 'en' && this.en()) || this.sv());
  protected readonly lang = computed(() => (this.language.current() === 'en' && !this.en() ? 'sv' : null));
}
