import { Component, computed, effect, inject, input, signal, untracked, viewChildren } from '@angular/core';
import { HttpClient } from '@angular/common/http';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { BundleChange, BundleInput, type Question } from '@samverkan/questions/contract';
import { type GuardReason, confirmation } from '@samverkan/shared/contract';
import {
  Icon,
  type MayHoldUnsaved,
  PageHead,
  ProblemWords,
  Toasts,
  asProblem,
  newIdempotencyKey,
  plural,
} from '@samverkan/shared/portal';
import { GuardedText } from '@samverkan/writing/portal';
import { firstValueFrom } from 'rxjs';
import { BundleRequests, bundleOf } from './bundles.data';

/** A joint wording of several questions, with those as they were asked beside it. */
@Component({
  selector: 'sam-bundle-form-page',
  templateUrl: './bundle-form.page.html',
  imports: [GuardedText, Icon, PageHead, RouterLink, TranslocoDirective],
})
export class BundleFormPage implements MayHoldUnsaved {
  private readonly http = inject(HttpClient);
  private readonly requests = inject(BundleRequests);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ProblemWords);
  private readonly texts = viewChildren(GuardedText);
  private readonly key = newIdempotencyKey();
  /** The draft that is changed; none for a new one. */
  readonly id = input<string>();
  /** The questions that were picked, in the address. */
  readonly fragor = input<string>();
  private readonly source = bundleOf(this.id);
  protected readonly version = signal(0);
  protected readonly questions = signal<readonly Pick<Question, 'id' | 'title' | 'text' | 'asker'>[]>([]);
  protected readonly title = signal('');
  protected readonly wording = signal('');
  private readonly before = signal('');
  protected readonly confirmed = { title: signal<GuardReason | null>(null), wording: signal<GuardReason | null>(null) };
  protected readonly ready = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly plural = plural;
  protected readonly blocked = computed(() => this.texts().some((text) => text.blocked()));

  constructor() {
    effect(() => {
      const waits = this.id() !== undefined && !this.source.hasValue() && !this.source.error();
      if (!waits && !untracked(this.ready)) untracked(() => void this.begin());
    });
  }

  unsaved(): boolean {
    return this.ready() && !this.busy() && this.before() !== this.title() + this.wording();
  }

  protected leaveOut(id: string): void {
    this.questions.update((all) => all.filter((one) => one.id !== id));
  }

  /** The questions one after the other, to begin with. */
  protected gather(): void {
    this.wording.update((text) =>
      [text.trim(), ...this.questions().map((one) => [one.title, one.text].filter(Boolean).join('\n'))]
        .filter(Boolean)
        .join('\n\n'),
    );
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.blocked() || this.busy()) return;
    const fields = {
      title: this.title(),
      wording: this.wording(),
      questionIds: this.questions().map(({ id }) => id),
      guardConfirmed: [
        ...confirmation('title', this.confirmed.title()),
        ...confirmation('wording', this.confirmed.wording()),
      ],
    };
    const id = this.id();
    const read = (id ? BundleChange : BundleInput).safeParse(fields);
    if (!read.success) {
      this.problem.set(
        this.questions().length === 0
          ? this.transloco.translate('questions.bundle.none')
          : this.words.code('input.invalid'),
      );
      return;
    }
    this.busy.set(true);
    this.problem.set(null);
    try {
      const saved = id
        ? await this.requests.change(id, this.version(), read.data)
        : await this.requests.write(BundleInput.parse(fields), this.key);
      await this.router.navigate(['/fragor/samlade', saved.id]);
      await this.toasts.show(this.transloco.translate('questions.bundle.saved'));
    } catch (error) {
      this.busy.set(false);
      const stands = asProblem(error)?.current as { version?: number } | undefined;
      if (stands?.version) this.version.set(stands.version);
      this.problem.set(this.words.of(error));
    }
  }

  private async begin(): Promise<void> {
    this.ready.set(true);
    if (this.id()) {
      const bundle = this.source.hasValue() ? this.source.value() : undefined;
      if (!bundle) {
        this.problem.set(this.words.of(this.source.error()));
        return;
      }
      this.title.set(bundle.title);
      this.wording.set(bundle.wording);
      this.version.set(bundle.version);
      this.questions.set(bundle.questions);
    } else {
      const ids = (this.fragor() ?? '').split(',').filter(Boolean).slice(0, 50);
      const read = await Promise.all(
        ids.map((id) => firstValueFrom(this.http.get<Question>(`/api/questions/${id}`)).catch(() => null)),
      );
      this.questions.set(read.filter((one) => one !== null));
      const first = this.questions()[0];
      if (first && this.title() === '') this.title.set(first.title.slice(0, 200));
    }
    this.before.set(this.title() + this.wording());
  }
}
