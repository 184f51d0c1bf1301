import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { GeographyData } from '@samverkan/geography/portal';
import type { Method, MethodUse, MethodUses } from '@samverkan/methods/contract';
import { LoadState } from '@samverkan/reading/portal';
import { HumanDatePipe, Icon, ProblemWords, Toasts, keepLatest, plural, reloadOn } from '@samverkan/shared/portal';
import { SensitiveReportButton } from '@samverkan/writing/portal';
import { TermLists } from '@samverkan/vocabularies/portal';
import { MethodWarnings } from './method-warnings';
import { MethodRequests, usesOf } from './methods.data';
import { UseDialog } from './use-dialog';

const looks = {
  valid: 'completed',
  expiring: 'planned',
  expired: 'overdue',
  unknown: 'paused',
  not_needed: '',
} as const;

/** Who uses the method, where and since when, as each party says itself. */
@Component({
  selector: 'sam-method-uses',
  templateUrl: './method-uses.html',
  styleUrl: './method-parts.scss',
  imports: [
    HumanDatePipe,
    Icon,
    LoadState,
    MethodWarnings,
    RouterLink,
    SensitiveReportButton,
    TranslocoDirective,
    UseDialog,
  ],
})
export class MethodUsesSection {
  private readonly requests = inject(MethodRequests);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ProblemWords);
  private readonly terms = inject(TermLists);
  private readonly geography = inject(GeographyData);
  readonly method = input.required<Method>();
  readonly changed = output();
  protected readonly source = usesOf(() => this.method().id);
  protected readonly uses = keepLatest(this.source);
  protected readonly open = computed(() => this.uses()?.items.filter(({ endedOn }) => !endedOn) ?? []);
  protected readonly ended = computed(() => this.uses()?.items.filter(({ endedOn }) => endedOn) ?? []);
  /** What the acting party has said, while it stands. */
  protected readonly own = computed(() => this.open().find(({ allowed }) => allowed.change));
  protected readonly writing = signal<'new' | MethodUse | null>(null);
  protected readonly change = computed(() => {
    const writing = this.writing();
    return writing && writing !== 'new' ? writing : undefined;
  });
  protected readonly problem = signal<string | null>(null);
  protected readonly looks = looks;
  protected readonly plural = plural;

  constructor() {
    reloadOn('methods', this.source);
  }

  protected places({ municipalityCodes, organization }: MethodUse): string {
    return organization.kind === 'municipality'
      ? ''
      : municipalityCodes.map((code) => this.geography.name(code)).join(', ');
  }

  protected groups({ targetGroups }: MethodUse): string {
    return this.terms.words('targetGroup', targetGroups);
  }

  protected people({ professions }: MethodUse): string {
    return this.terms.words('profession', professions);
  }

  protected async saved(uses: MethodUses): Promise<void> {
    const key = this.change() ? 'changed' : 'said';
    this.writing.set(null);
    this.took(uses);
    await this.toasts.show(this.transloco.translate(`methods.use.${key}`));
  }

  protected async end({ id }: MethodUse): Promise<void> {
    if (!(await this.doing(() => this.requests.endUse(id)))) return;
    await this.toasts.show(this.transloco.translate('methods.use.ended'), {
      label: this.transloco.translate('methods.undo'),
      run: () => void this.doing(() => this.requests.resumeUse(id)),
    });
  }

  private async doing(deed: () => Promise<MethodUses>): Promise<boolean> {
    this.problem.set(null);
    try {
      this.took(await deed());
      return true;
    } catch (error) {
      this.problem.set(this.words.of(error));
      return false;
    }
  }

  private took(uses: MethodUses): void {
    this.source.set(uses);
    this.changed.emit();
  }
}
