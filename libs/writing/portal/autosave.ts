import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { humanDate } from '@samverkan/shared/portal';
import { Icon } from '@samverkan/shared/portal';
import type { KeptDraft } from '@samverkan/shared/portal';
import { Language } from '@samverkan/shared/portal';

/** "Sparat 10.42", quietly; or that it is kept nowhere. */
@Component({
  selector: 'sam-autosave',
  template: `<span class="autosave" role="status" *transloco="let t">
    @if (draft().lost()) {
      <sam-icon name="stop" />{{ t('shared.draft.lost') }}
    } @else if (draft().savedAt()) {
      <sam-icon name="saved" />{{ t(draft().offline() ? 'shared.draft.in-tab' : 'shared.draft.saved', { at: at() }) }}
    }
  </span>`,
  imports: [Icon, TranslocoDirective],
})
export class Autosave {
  private readonly language = inject(Language);
  readonly draft = input.required<KeptDraft>();
  protected readonly at = computed(() => {
    const at = this.draft().savedAt();
    return at ? humanDate(at, this.language.current(), 'clock') : '';
  });
}
