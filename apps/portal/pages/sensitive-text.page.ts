import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, signal, viewChildren } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type GuardReason, type SensitiveContent, confirmation } from '@samverkan/shared/contract';
import { Icon, PageHead, ProblemWords, Toasts, asProblem, provideWords } from '@samverkan/shared/portal';
import { GuardedText } from '@samverkan/writing/portal';
import { firstValueFrom } from 'rxjs';
import { pagesWords } from './pages-words';

/** The clean words are written here; then the old ones are taken away for good. */
@Component({
  selector: 'sam-sensitive-text-page',
  templateUrl: './sensitive-text.page.html',
  providers: [provideWords(pagesWords)],
  imports: [GuardedText, Icon, PageHead, RouterLink, TranslocoDirective],
})
export class SensitiveTextPage {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly guarded = viewChildren(GuardedText);
  /** From the address. */
  readonly id = input.required<string>();
  protected readonly source = httpResource<SensitiveContent>(() => `/api/sensitive-texts/${this.id()}`);
  protected readonly content = computed(() => (this.source.hasValue() ? this.source.value() : undefined));
  protected readonly texts = linkedSignal<Record<string, string>>(() =>
    Object.fromEntries(this.content()?.fields.map(({ name, text }) => [name, text]) ?? []),
  );
  private readonly confirmed = signal<Record<string, GuardReason | null>>({});
  protected readonly blocked = computed(() => this.guarded().some((text) => text.blocked()));
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  private readonly wrong = signal<readonly { path: string; code: string }[]>([]);
  protected readonly missing = computed(() => {
    const error = this.source.error();
    return error ? this.words.of(error) : null;
  });

  /** What a field is called: motives are as many as what they are about, and bear letters. */
  protected label(name: string): string {
    const [, word = name, letters = ''] = /^(motive|motiveEn)([A-Z]+)$/.exec(name) ?? [];
    return `${this.transloco.translate(`pages.sensitive.field.${word}`)} ${letters}`.trim();
  }

  protected confirmedFor(name: string): GuardReason | null {
    return this.confirmed()[name] ?? null;
  }

  protected confirm(name: string, reason: GuardReason | null): void {
    this.confirmed.update((all) => ({ ...all, [name]: reason }));
  }

  protected errorsOf(name: string): { kind: string; message: string }[] {
    return this.wrong()
      .filter(({ path }) => path === `texts.${name}`)
      .map(({ code }) => ({ kind: 'server', message: code }));
  }

  protected type(name: string, text: string): void {
    this.wrong.update((all) => all.filter(({ path }) => path !== `texts.${name}`));
    this.texts.update((texts) => ({ ...texts, [name]: text }));
  }

  protected async purge(event: Event): Promise<void> {
    event.preventDefault();
    if (this.blocked()) return;
    const guardConfirmed = Object.entries(this.confirmed()).flatMap(([name, reason]) =>
      confirmation(`texts.${name}`, reason),
    );
    await this.send('purge', { texts: this.texts(), guardConfirmed }, 'pages.sensitive.clean.done');
  }

  protected async restore(): Promise<void> {
    await this.send('restore', {}, 'pages.sensitive.clean.restored');
  }

  private async send(verb: 'purge' | 'restore', body: object, said: string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    this.wrong.set([]);
    try {
      await firstValueFrom(this.http.post(`/api/sensitive-texts/${this.id()}/${verb}`, body));
      await this.router.navigateByUrl('/dolda-texter');
      await this.toasts.show(this.transloco.translate(said));
    } catch (error) {
      const issues = asProblem(error)?.issues ?? [];
      this.wrong.set(issues);
      const known = new Set(this.content()?.fields.map(({ name }) => `texts.${name}`));
      if (!issues.some(({ path }) => known.has(path))) this.problem.set(this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }
}
