import { Component, DOCUMENT, inject, input } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Toasts } from '@samverkan/shared/portal';

/** Recovery codes, shown this one time, with the ways to keep them. */
@Component({
  selector: 'sam-recovery-code-list',
  template: `<ng-container *transloco="let t">
    <ul class="codes" [attr.aria-label]="t('identity.codes.heading')">
      @for (code of codes(); track code) {
        <li>
          <code>{{ code }}</code>
        </li>
      }
    </ul>
    <p class="row-acts">
      <button type="button" class="btn line sm" (click)="copy()">{{ t('identity.codes.copy') }}</button>
      <button type="button" class="btn line sm" (click)="download()">{{ t('identity.codes.download') }}</button>
      <button type="button" class="btn line sm" (click)="print()">{{ t('identity.codes.print') }}</button>
    </p>
  </ng-container>`,
  imports: [TranslocoDirective],
})
export class RecoveryCodeList {
  private readonly document = inject(DOCUMENT);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  readonly codes = input.required<readonly string[]>();

  protected async copy(): Promise<void> {
    await navigator.clipboard.writeText(this.text());
    await this.toasts.show(this.transloco.translate('identity.codes.copied'));
  }

  protected download(): void {
    const url = URL.createObjectURL(new Blob([this.text()], { type: 'text/plain' }));
    const link = this.document.createElement('a');
    Object.assign(link, { href: url, download: 'samverkan-koder.txt' });
    link.click();
    URL.revokeObjectURL(url);
  }

  protected print(): void {
    this.document.defaultView?.print();
  }

  private text(): string {
    return [this.transloco.translate('identity.codes.file'), '', ...this.codes(), ''].join('\n');
  }
}
