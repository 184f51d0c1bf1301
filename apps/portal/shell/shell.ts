import { NgComponentOutlet } from '@angular/common';
import {
  DOCUMENT,
  Component,
  type ElementRef,
  type Type,
  afterNextRender,
  computed,
  effect,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterOutlet } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { FeedBell } from '@samverkan/activity/portal';
import { SessionStore, signInAgain } from '@samverkan/identity/portal';
import { type SearchSuggest, searchSuggest } from '@samverkan/search/portal';
import { Appearance, Connection, Icon, SearchWords, SessionGate, inTurns } from '@samverkan/shared/portal';
import { filter } from 'rxjs';
import { AccountPanel } from './account-panel';
import { goToNamed } from './go-to-named';
import { type Room, isAt, roomOf, rooms, waysFrom } from './rooms';

/** What stands around every page: app bar, rail or bottom bar, footer, and what is said when contact or session is gone. */
@Component({
  selector: 'sam-shell',
  templateUrl: './shell.html',
  imports: [AccountPanel, FeedBell, Icon, RouterLink, NgComponentOutlet, RouterOutlet, TranslocoDirective],
  host: { '(document:keydown)': 'shortcut($event)' },
})
export class Shell {
  private readonly document = inject(DOCUMENT);
  private readonly router = inject(Router);
  protected readonly appearance = inject(Appearance);
  protected readonly connection = inject(Connection);
  protected readonly gate = inject(SessionGate);
  protected readonly store = inject(SessionStore);
  protected readonly rooms: readonly Room[] = rooms;
  protected readonly address = signal(pathOf(this.router.url));
  protected readonly here = computed(() => roomOf(this.address()));
  protected readonly ways = computed(() => waysFrom(this.address()));
  protected readonly isAt = isAt;
  private readonly bar = viewChild<ElementRef<HTMLElement>>('bar');
  /** The bar is drawn first, once its words are here, then the page, then the ways to other rooms. */
  protected readonly drawn = inTurns(3, () => this.bar() !== undefined);
  protected readonly accountOpen = signal(false);
  protected readonly signInAgain = signal<Type<unknown> | null>(null);
  private readonly searchWords = inject(SearchWords);
  private readonly searchField = viewChild<ElementRef<HTMLInputElement>>('searchField');
  protected readonly suggest = signal<Type<SearchSuggest> | null>(null);
  protected readonly suggestions = viewChild<string, NgComponentOutlet<SearchSuggest>>('suggestions', {
    read: NgComponentOutlet,
  });
  /** What is looked for while she types in the bar, once she pauses; nothing when she has left it. */
  protected readonly typed = signal('');
  private pause: ReturnType<typeof setTimeout> | undefined;
  /** What was typed last: an answer to something older, or to what has been left, is not shown. */
  private turn = 0;

  constructor() {
    this.router.events
      .pipe(
        filter((event): event is NavigationEnd => event instanceof NavigationEnd),
        takeUntilDestroyed(),
      )
      .subscribe((event) => {
        // A filter changes the address but not the page: focus stays where the person works.
        const next = pathOf(event.urlAfterRedirects);
        if (next !== this.address()) this.focusHeading();
        this.address.set(next);
      });
    afterNextRender(() => {
      void this.store.current();
      const name = this.document.location.hash.slice(1);
      if (name) goToNamed(this.document, name);
    });
    effect(() => {
      if (this.gate.ended()) void signInAgain().then((dialog) => this.signInAgain.set(dialog));
    });
  }

  protected skip(event: Event): void {
    event.preventDefault();
    this.document.getElementById('innehall')?.focus();
  }

  protected async search(event: Event, words: string): Promise<void> {
    event.preventDefault();
    this.leaveSearch();
    const q = await this.searchWords.safe(words);
    await this.router.navigate(['/sok'], { queryParams: q === '' ? {} : { q } });
  }

  protected type(words: string): void {
    clearTimeout(this.pause);
    if (!this.suggest()) void searchSuggest().then((list) => this.suggest.set(list));
    const turn = ++this.turn;
    this.pause = setTimeout(
      () => void this.searchWords.safe(words).then((safe) => turn === this.turn && this.typed.set(safe)),
      200,
    );
  }

  /** The arrows walk what is suggested, and Enter opens it. */
  protected press(event: KeyboardEvent): void {
    if (this.typed() !== '' && this.suggestions()?.componentInstance?.press(event.key)) event.preventDefault();
  }

  protected readonly leaveSearch = (): void => {
    clearTimeout(this.pause);
    this.turn++;
    this.typed.set('');
  };

  protected shortcut(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    const typing = target.closest?.('input, textarea, select, [contenteditable], dialog, [popover]');
    if (typing || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (this.store.session()?.shortcuts === false) return;
    if (event.key === '/') {
      event.preventDefault();
      const field = this.searchField()?.nativeElement;
      // On a narrow screen the field has given way to the list's own.
      if (field?.offsetParent) field.focus();
      else void this.router.navigateByUrl('/sok');
    } else if (event.key === 'n' && this.store.session()) {
      event.preventDefault();
      void this.router.navigateByUrl('/insatser/ny');
    } else if ((event.key === 'k' || event.key === 'f') && this.store.session()) {
      event.preventDefault();
      const address = event.key === 'k' ? '/kontakter#contact-search' : '/kontakter/ny';
      void this.router.navigateByUrl(address).then(() => this.focusHeading());
    }
  }

  /** To the new page's heading, then to what the address names. Either may still be on its way (words and sections are fetched): wait for it, but not for ever, and not once she has gone elsewhere. */
  private focusHeading(tries = 40, headed = false): void {
    setTimeout(() => {
      const heading = this.document.querySelector<HTMLElement>('#innehall h1');
      const fragment = this.router.parseUrl(this.router.url).fragment;
      const named = this.document.getElementById(fragment ?? '');
      if (named instanceof HTMLInputElement) return named.focus({ preventScroll: true });
      const begun = headed && this.document.activeElement !== heading;
      if (begun) return;
      if (named && heading) {
        // A section is read from its own heading on, by eye and by keyboard.
        named.tabIndex = -1;
        return named.focus();
      }
      if (heading && !headed) heading.focus({ preventScroll: true });
      if (tries > 0 && (fragment || !heading)) this.focusHeading(tries - 1, !!heading);
    }, 50);
  }
}

const pathOf = (url: string): string => url.split(/[?#]/)[0] ?? url;
