import { CdkDrag, type CdkDragDrop, CdkDragHandle, CdkDropList, moveItemInArray } from '@angular/cdk/drag-drop';
import { Component, DOCUMENT, Injector, afterNextRender, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { GeographyData } from '@samverkan/geography/portal';
import { SessionStore } from '@samverkan/identity/portal';
import type { PublicationSummary } from '@samverkan/publications/contract';
import { LoadState } from '@samverkan/reading/portal';
import { Icon, PageHead, ProblemWords, SearchWords, Toasts, keepLatest, reloadOn } from '@samverkan/shared/portal';
import { PublicationState } from './publication-state';
import { PublicationRequests, publicationsNamed, selectionOf } from './publications.data';

const quietMs = 250;

/** What the county shows first, in its own order: moved by drag, by keys or by press, and taken back. */
@Component({
  selector: 'sam-selection-page',
  templateUrl: './selection.page.html',
  styleUrl: './selection.page.scss',
  imports: [
    CdkDrag,
    CdkDragHandle,
    CdkDropList,
    Icon,
    LoadState,
    PageHead,
    PublicationState,
    RouterLink,
    TranslocoDirective,
  ],
})
export class SelectionPage {
  private readonly requests = inject(PublicationRequests);
  private readonly store = inject(SessionStore);
  private readonly geography = inject(GeographyData);
  private readonly words = inject(ProblemWords);
  private readonly safe = inject(SearchWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly county = computed(() => this.store.acting()?.countyCodes[0] ?? '');
  protected readonly countyName = computed(() => this.geography.countyName(this.county()));
  protected readonly source = selectionOf(this.county);
  protected readonly selection = keepLatest(this.source);
  protected readonly problem = signal<string | null>(null);
  /** Read aloud after a move. */
  protected readonly said = signal('');
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private sending = false;
  private readonly wanted = signal('');
  private readonly foundSource = publicationsNamed(this.wanted);
  private timer: ReturnType<typeof setTimeout> | undefined;
  protected readonly found = computed(() =>
    this.wanted() && this.foundSource.hasValue()
      ? this.foundSource
          .value()
          .items.filter(({ id, status }) => status === 'published' && !this.items().some((one) => one.id === id))
      : [],
  );
  protected readonly items = computed(() => this.selection()?.items ?? []);

  constructor() {
    reloadOn('publications', this.source);
  }

  protected search(event: Event): void {
    clearTimeout(this.timer);
    const { value } = event.target as HTMLInputElement;
    this.timer = setTimeout(() => void this.safe.safe(value).then((words) => this.wanted.set(words)), quietMs);
  }

  protected async pick(one: PublicationSummary): Promise<void> {
    this.wanted.set('');
    await this.set([...this.ids(), one.id], 'selection.added');
  }

  protected async drop(one: PublicationSummary): Promise<void> {
    await this.set(
      this.ids().filter((id) => id !== one.id),
      'selection.dropped',
    );
  }

  protected async moved({ previousIndex, currentIndex }: CdkDragDrop<unknown>): Promise<void> {
    await this.move(previousIndex, currentIndex);
  }

  protected async move(from: number, to: number): Promise<void> {
    const ids = [...this.ids()];
    if (from === to || to < 0 || to >= ids.length || this.sending) return;
    const pressed = this.document.activeElement as HTMLElement | null;
    moveItemInArray(ids, from, to);
    if (!(await this.set(ids, 'selection.moved'))) return;
    // Whoever moves by keyboard stands where she stood, on the row that moved.
    afterNextRender(() => pressed?.focus(), { injector: this.injector });
    this.said.set('');
    setTimeout(() => this.said.set(this.say('selection.now-at', { place: to + 1, of: ids.length })), 100);
  }

  private readonly ids = (): string[] => this.items().map(({ id }) => id);

  private async set(ids: readonly string[], told: string): Promise<boolean> {
    const before = this.ids();
    if (!(await this.send(ids))) return false;
    void this.toasts.show(this.say(told), { label: this.say('undo'), run: () => void this.send(before) });
    return true;
  }

  private async send(ids: readonly string[]): Promise<boolean> {
    // The list that is sent is the one that stands: a second press waits for the first.
    if (this.sending) return false;
    this.sending = true;
    this.problem.set(null);
    try {
      this.source.set(await this.requests.select(this.county(), ids));
      return true;
    } catch (error) {
      this.problem.set(this.words.of(error));
      this.source.reload();
      return false;
    } finally {
      this.sending = false;
    }
  }

  private say(key: string, values: Record<string, unknown> = {}): string {
    return this.transloco.translate(`publications.${key}`, values);
  }
}
