import { Component, DOCUMENT, type OnInit, computed, inject, input, output, signal, viewChildren } from '@angular/core';
import { FormField, form, submit, validateStandardSchema } from '@angular/forms/signals';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type PublicText, type PublicTextVersion, PublicTextWords } from '@samverkan/public/contract';
import { type GuardReason, confirmation } from '@samverkan/shared/contract';
import { Icon, ProblemWords, Toasts, asProblem } from '@samverkan/shared/portal';
import {
  Autosave,
  type Clash,
  ClashDialog,
  GuardedText,
  RestoredNote,
  begunChange,
  clashesOf,
  serverErrors,
} from '@samverkan/writing/portal';
import { PublicTextRequests, previewAddress } from './public-texts.data';
import { PublishDialog } from './publish-dialog';

const languages = ['sv', 'en'] as const;

/** The words of a piece in both languages, side by side: kept while they are written, shared as a draft, looked at and shown. */
@Component({
  selector: 'sam-public-text-form',
  templateUrl: './public-text-form.html',
  styleUrl: './public-text-form.scss',
  imports: [Autosave, ClashDialog, FormField, GuardedText, Icon, PublishDialog, RestoredNote, TranslocoDirective],
})
export class PublicTextForm implements OnInit {
  private readonly requests = inject(PublicTextRequests);
  private readonly problems = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly texts = viewChildren(GuardedText);
  readonly county = input.required<string>();
  readonly text = input.required<PublicText>();
  /** The draft of that id was thrown away. */
  readonly thrown = output<string>();
  /** Something of it stands otherwise than it did. */
  readonly changed = output();
  private readonly before = signal<PublicTextWords>({ sv: '', en: '' });
  private readonly version = signal(0);
  /** The id of the draft that the county's editors share; empty before there is one. */
  private shared = '';
  protected readonly model = signal<PublicTextWords>({ sv: '', en: '' });
  protected readonly confirmed = {
    sv: signal<GuardReason | null>(null),
    en: signal<GuardReason | null>(null),
  };
  protected readonly fields = form(this.model, (path) => validateStandardSchema(path, () => PublicTextWords));
  protected readonly problem = signal<string | null>(null);
  protected readonly clashes = signal<readonly Clash[]>([]);
  protected readonly publishing = signal(false);
  protected readonly drafted = computed(() => this.version() > 0);
  readonly blocked = computed(() => this.texts().some((text) => text.blocked()));
  protected readonly draft = begunChange<PublicTextWords>({
    key: () => `public-text:${this.county()}:${this.text().piece}`,
    before: this.before,
    model: this.model,
    version: this.version,
    difference: () => this.difference(),
  });

  ngOnInit(): void {
    const { pending, shown, national } = this.text();
    const { sv, en } = pending ?? shown ?? national;
    this.before.set({ sv, en });
    this.model.set({ sv, en });
    this.version.set(pending?.version ?? 0);
    this.shared = pending?.id ?? '';
  }

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    if (await this.kept()) await this.told('saved');
  }

  /** The page as it will be, in a window of its own: opened at the press, so that the browser lets it. */
  protected async look(language: 'sv' | 'en'): Promise<void> {
    const opened = this.window?.open('', '_blank');
    if (await this.kept()) {
      if (opened) opened.location.href = previewAddress(this.county(), this.text().piece, language);
    } else opened?.close();
  }

  protected async askToPublish(): Promise<void> {
    if (await this.kept()) this.publishing.set(true);
  }

  protected async publish(at: string | null): Promise<void> {
    this.publishing.set(false);
    this.problem.set(null);
    try {
      await this.requests.publish(this.county(), this.text().piece, this.version(), at);
      await this.draft.discard();
      await this.told(at ? 'scheduled' : 'published');
      this.changed.emit();
    } catch (error) {
      this.problem.set(this.problems.of(error));
    }
  }

  protected async discard(): Promise<void> {
    this.problem.set(null);
    // What is not sent yet goes along, so that the undo gives back all of it; what the guard stops is sent nowhere.
    const unsent = this.drafted() && !this.blocked() && Object.keys(this.difference()).length > 0;
    if (unsent && !(await this.kept())) return;
    try {
      const shared = this.drafted() ? this.shared : '';
      if (shared) await this.requests.discard(this.county(), this.text().piece);
      await this.draft.discard();
      if (shared) this.thrown.emit(shared);
      else {
        await this.told('discarded');
        this.changed.emit();
      }
    } catch (error) {
      this.problem.set(this.problems.of(error));
    }
  }

  protected settle(kept: Record<string, unknown>): void {
    this.clashes.set([]);
    this.model.update((words) => ({ ...words, ...kept }) as PublicTextWords);
    void this.save();
  }

  protected readonly valueWords = (_field: string, value: unknown): string => (value ? String(value) : '–');

  private readonly difference = (): Partial<PublicTextWords> =>
    Object.fromEntries(
      languages
        .filter((language) => this.model()[language] !== this.before()[language])
        .map((language) => [language, this.model()[language]]),
    );

  /** True when what stands in the form stands in the shared draft. */
  private async kept(): Promise<boolean> {
    if (this.blocked() || this.fields().submitting()) return false;
    const sent = this.model();
    const difference = this.difference();
    if (this.drafted() && Object.keys(difference).length === 0) return true;
    this.problem.set(null);
    let saved: PublicTextVersion | undefined;
    const valid = await submit(this.fields, async () => {
      try {
        saved = await this.requests.write(this.county(), this.text().piece, this.version(), {
          ...difference,
          guardConfirmed: languages.flatMap((language) => confirmation(language, this.confirmed[language]())),
        });
        const kept = { sv: saved.sv, en: saved.en };
        // What was written while it was being saved stays.
        this.model.update((now) => ({
          sv: now.sv === sent.sv ? kept.sv : now.sv,
          en: now.en === sent.en ? kept.en : now.en,
        }));
        this.before.set(kept);
        this.version.set(saved.version);
        this.shared = saved.id;
        return undefined;
      } catch (error) {
        const stale =
          asProblem(error)?.code === 'stale-version' ? clashesOf(asProblem(error)?.current, difference) : null;
        if (stale && stale.clashes.length > 0) {
          this.version.set(stale.version);
          this.clashes.set(stale.clashes);
          return undefined;
        }
        const errors = serverErrors(this.fields, error);
        if (errors.length === 0) this.problem.set(this.problems.of(error));
        return errors;
      }
    });
    if (!valid && !this.problem()) this.problem.set(this.problems.code('input.invalid'));
    return saved !== undefined;
  }

  private told(key: string): Promise<void> {
    return this.toasts.show(this.transloco.translate(`public.told.${key}`));
  }
}
