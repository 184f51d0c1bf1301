import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { TextGuard } from './text-guard';

/** Help to rewrite a text that tells of one person: what makes her recognisable, a shape that does not, and where such a text belongs. */
@Component({
  selector: 'sam-case-help',
  template: `<div class="casehelp" *transloco="let t">
    @if (signs().length > 0) {
      <p>{{ t('shared.case.signs') }}</p>
      <ul>
        @for (sign of signs(); track sign) {
          <li>{{ t('shared.case.sign.' + sign) }}</li>
        }
      </ul>
    }
    <p>{{ t('shared.case.instead') }}</p>
    <p>
      <q>{{ t('shared.case.example') }}</q>
    </p>
    <p>{{ t('shared.case.routes') }}</p>
    <ul>
      <li>{{ t('shared.case.route.own-system') }}</li>
      <li>{{ t('shared.case.route.secure') }}</li>
      <li>{{ t('shared.case.route.danger') }}</li>
    </ul>
  </div>`,
  imports: [TranslocoDirective],
})
export class CaseHelp {
  private readonly guard = inject(TextGuard).functions;
  readonly text = input.required<string>();
  protected readonly signs = computed(() => this.guard()?.narrativeSigns(this.text()) ?? []);
}
