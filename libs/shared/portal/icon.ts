import { Component, computed, input } from '@angular/core';
import { type IconName, iconPaths } from './icon-paths';

/** A figure beside words. Always decorative: what it says stands in the words. */
@Component({
  selector: 'sam-icon',
  template: `<svg [class]="'i ' + size()" viewBox="0 0 24 24" aria-hidden="true"><path [attr.d]="path()" /></svg>`,
})
export class Icon {
  readonly name = input.required<IconName>();
  readonly size = input<'' | 'i-s' | 'i-l'>('');
  protected readonly path = computed(() => iconPaths[this.name()]);
}
