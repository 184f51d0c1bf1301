import { HttpClient } from '@angular/common/http';
import { Component, inject, input, output, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { SensitiveText } from '@samverkan/shared/contract';
import { firstValueFrom } from 'rxjs';
import { Dialog } from './dialog';
import { ProblemWords } from '@samverkan/shared/portal';
import { Toasts } from '@samverkan/shared/portal';

/** "Jag råkade skriva något känsligt": says what will happen, hides the thing from everybody, and leads on to the clean words. */
@Component({
  selector: 'sam-sensitive-report',
  template: `<ng-container *transloco="let t">
    <button type="button" class="btn text sm" (click)="asking.set(true)">
      {{ t('shared.sensitive.report.' + (small() ? 'small' : 'button')) }}
    </button>
    @if (asking()) {
      <sam-dialog #dialog [heading]="t('shared.sensitive.report.button')" (closed)="asking.set(false)">
        <p>{{ t('shared.sensitive.report.what') }}</p>
        <p>{{ t('shared.sensitive.report.then') }}</p>
        <p>{{ t('shared.case.route.danger') }}</p>
        @if (problem(); as words) {
          <p class="fielderr" role="alert">{{ words }}</p>
        }
        <div class="acts">
          <button type="button" class="btn line" (click)="dialog.close()">
            {{ t('shared.sensitive.report.not') }}
          </button>
          <button type="button" class="btn fill" [attr.aria-disabled]="busy()" (click)="hide()">
            {{ t('shared.sensitive.report.hide') }}
          </button>
        </div>
      </sam-dialog>
    }
  </ng-container>`,
  imports: [Dialog, TranslocoDirective],
})
export class SensitiveReportButton {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  readonly area = input.required<string>();
  readonly kind = input.required<string>();
  readonly objectId = input.required<string>();
  /** Short words, beside each of many texts. */
  readonly small = input(false);
  /** It is hidden, and somebody else is to clean it. */
  readonly hidden = output();
  protected readonly asking = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);

  protected async hide(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const report = { area: this.area(), kind: this.kind(), objectId: this.objectId() };
      const text = await firstValueFrom(this.http.post<SensitiveText>('/api/sensitive-texts', report));
      this.asking.set(false);
      if (text.mayPurge) await this.router.navigate(['/dolda-texter', text.id]);
      else {
        this.hidden.emit();
        await this.toasts.show(this.transloco.translate('shared.sensitive.report.hidden'));
      }
    } catch (error) {
      this.problem.set(this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }
}
