import { Component, computed, inject, input, signal, viewChildren } from '@angular/core';
import { FormField, form, submit, validateStandardSchema } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { OrganizationRef } from '@samverkan/organizations/contract';
import { Chips } from '@samverkan/reading/portal';
import { Icon, PageHead, ProblemWords, keepLatest, newIdempotencyKey } from '@samverkan/shared/portal';
import { FieldError, GuardedText, serverErrors } from '@samverkan/writing/portal';
import { type StrategyKind, type StrategyRef, strategyKinds } from '@samverkan/strategies/contract';
import * as z from 'zod';
import { PartyField } from './party-field';
import { strategyOverview } from './strategies.data';
import { StrategyRequests } from './strategy-requests';

const frameKinds: readonly StrategyKind[] = ['national_strategy', 'action_programme', 'policy_goals'];

const Draft = z
  .object({
    kind: z.enum(strategyKinds),
    title: z.string().trim().min(3).max(240),
    shortTitle: z.string().trim().min(3).max(60),
    startsOn: z.string(),
    endsOn: z.string(),
    copyGoals: z.boolean(),
  })
  .refine(({ startsOn, endsOn }) => !startsOn || !endsOn || startsOn <= endsOn, {
    path: ['endsOn'],
    message: 'strategy.ends-before-it-starts',
  });

/** Begins a new strategy: its own, or the next version of one that applies. */
@Component({
  selector: 'sam-strategy-form-page',
  templateUrl: './strategy-form.page.html',
  imports: [Chips, FieldError, FormField, GuardedText, Icon, PageHead, PartyField, TranslocoDirective],
})
export class StrategyFormPage {
  private readonly requests = inject(StrategyRequests);
  private readonly router = inject(Router);
  private readonly words = inject(ProblemWords);
  private readonly key = newIdempotencyKey();
  private readonly texts = viewChildren(GuardedText);
  /** The strategy it is to replace, in the address. */
  readonly ersatter = input<string>();
  private readonly overview = keepLatest(strategyOverview());
  protected readonly old = computed<StrategyRef | undefined>(() =>
    this.overview()?.strategies.find(({ id }) => id === this.ersatter()),
  );
  protected readonly kinds = computed<readonly StrategyKind[]>(() => this.overview()?.mayWrite ?? ['action_plan']);
  /** The kind that is chosen is a national frame, which another body decides. */
  protected readonly isFrame = computed(() => frameKinds.includes(this.model().kind));
  protected readonly owner = signal<OrganizationRef | null>(null);
  /** The frames it may implement: those that apply or are proposed. */
  protected readonly frames = computed(() =>
    (this.overview()?.frames ?? [])
      .filter(({ status, expired }) => (status === 'adopted' || status === 'proposed') && !expired)
      .map(({ id, shortTitle }) => ({ value: id, label: shortTitle })),
  );
  protected readonly frameIds = signal<string[]>([]);
  protected readonly problem = signal<string | null>(null);
  private readonly model = signal({
    kind: 'action_plan' as StrategyKind,
    title: '',
    shortTitle: '',
    startsOn: '',
    endsOn: '',
    copyGoals: true,
  });
  protected readonly fields = form(this.model, (path) => validateStandardSchema(path, () => Draft));

  protected async begin(event: Event): Promise<void> {
    event.preventDefault();
    if (this.texts().some((text) => text.blocked())) return;
    this.problem.set(null);
    await submit(this.fields, async () => {
      const { startsOn, endsOn, copyGoals, ...texts } = this.model();
      const old = this.old();
      try {
        const made = await this.requests.begin(
          {
            ...texts,
            startsOn: startsOn || null,
            endsOn: endsOn || null,
            replaces: old ? [old.id] : [],
            copyGoals: old !== undefined && copyGoals,
            ...(this.isFrame() ? { ownerId: this.owner()?.id ?? null } : { frameIds: this.frameIds() }),
          },
          this.key,
        );
        await this.router.navigate(['/strategier', made.id, 'skriv']);
        return undefined;
      } catch (error) {
        const errors = serverErrors(this.fields, error);
        if (errors.length === 0) this.problem.set(this.words.of(error));
        return errors;
      }
    });
  }
}
