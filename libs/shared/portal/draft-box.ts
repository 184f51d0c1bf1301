import { HttpClient } from '@angular/common/http';
import { DestroyRef, Service, effect, inject, signal, untracked } from '@angular/core';
import type { Draft } from '@samverkan/shared/contract';
import { type Observable, Subject, delay, filter, firstValueFrom, takeUntil, tap } from 'rxjs';
import { DraftTurns } from './draft-turns';
import { answersForItself } from './request-headers';
import type { KeptDraft } from './kept-draft';

const quietMs = 700;
/** As long as a save that was on its way may hold up that its draft is thrown away: the server is to have done with it first, or it would come back. */
const patienceMs = 1500;
const prefix = 'samverkan.draft.';

/** Drafts of forms, kept with the session on the server; in this tab too until the server has them. */
@Service()
export class DraftBox {
  private readonly http = inject(HttpClient);
  private readonly turns = new DraftTurns();
  /** Counts sign-outs: what was typed before one is not kept after it. */
  private sittings = 0;
  /** How often each draft has been thrown away. */
  private readonly discards = new Map<string, number>();
  private readonly discarded = new Subject<string>();
  /** When the server last got each draft, as far as this tab knows. */
  private readonly got = new Map<string, string | null>();

  /** What was typed last: on the server, or in this tab when the server has nothing newer. What only the tab has is sent. */
  async read<T>(key: string): Promise<T | null> {
    const { content, toSend } = await this.latest(key);
    if (content && toSend) void this.save(key, content);
    return content as T | null;
  }

  /** Keeps `content` shortly after each change, and at once when its page is left. Call where `inject` may be called. Null (nothing yet, or a text the guard stops) is never sent. */
  keep(key: () => string, content: () => Record<string, unknown> | null): KeptDraft {
    const savedAt = signal<string | null>(null);
    const offline = signal(false);
    const lost = signal(false);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let waiting: (() => void) | undefined;
    const sitting = this.sittings;
    let thrown: number | undefined;
    let last = '';
    let begun = false;
    let early = false;
    let gone = false;
    const save = async (value: Record<string, unknown>, text: string) => {
      waiting = undefined;
      if (sitting !== this.sittings) return;
      last = text;
      const saved = await this.save(key(), value);
      if (gone || saved === null) return;
      // The same typed again is tried again.
      if (saved !== 'server') last = '';
      offline.set(saved !== 'server');
      lost.set(saved === 'nowhere');
      if (saved !== 'nowhere') savedAt.set(new Date().toISOString());
    };
    effect((onCleanup) => {
      const value = content();
      const text = JSON.stringify(value);
      if (value === null || gone) return;
      if (!begun) {
        begun = true;
        last = early ? '' : text;
        thrown = untracked(() => this.discards.get(key()));
      }
      waiting = undefined;
      // What was thrown away is no longer kept, though the same is typed again.
      const times = untracked(() => this.discards.get(key()));
      if (thrown !== times) last = '';
      thrown = times;
      if (text === last) return;
      waiting = () => untracked(() => void save(value, text));
      timer = setTimeout(waiting, quietMs);
      onCleanup(() => clearTimeout(timer));
    });
    inject(DestroyRef).onDestroy(() => {
      if (!gone) waiting?.();
    });
    return {
      savedAt: savedAt.asReadonly(),
      offline: offline.asReadonly(),
      lost: lost.asReadonly(),
      typedBefore: (typed) => {
        early = Object.keys(typed).length > 0;
      },
      fillIn: (fill) => {
        const before = JSON.stringify(untracked(content));
        fill();
        if (before === last) last = JSON.stringify(untracked(content));
      },
      discard: async () => {
        gone = true;
        clearTimeout(timer);
        await this.discard(key());
      },
    };
  }

  /** It is gone from the server after whatever was on its way there, which is given up when it takes long, and nothing brings it back but a later save. */
  async discard(key: string): Promise<void> {
    this.discards.set(key, (this.discards.get(key) ?? 0) + 1);
    this.discarded.next(key);
    sessionStorage.removeItem(prefix + key);
    await this.turns.after(key, () =>
      this.reaches(this.http.delete(`/api/drafts/${key}`, { context: answersForItself() })),
    );
  }

  /** Keeps what was in a form that is no longer there, for when it is opened again. */
  put(key: string, content: Record<string, unknown>): void {
    void this.save(key, content);
  }

  /** Discards it, and gives what brings it back as it was; false after a sign-out: nothing comes back. */
  async throwAway(key: string): Promise<() => boolean> {
    const sitting = this.sittings;
    const { content } = await this.latest(key);
    await this.discard(key);
    return () => {
      if (sitting !== this.sittings) return false;
      if (content) void this.save(key, content);
      return true;
    };
  }

  /** Takes every draft out of this tab: called at sign-out, so that the next person at the machine finds nothing. */
  forget(): void {
    this.sittings += 1;
    this.got.clear();
    this.turns.clear();
    Object.keys(sessionStorage)
      .filter((name) => name.startsWith(prefix))
      .forEach((name) => sessionStorage.removeItem(name));
  }

  /** Where it stands; null when something later is asked for this draft. */
  private save(key: string, content: Record<string, unknown>): Promise<'server' | 'tab' | 'nowhere' | null> {
    const sitting = this.sittings;
    const isHere = keepHere(key, { content, at: new Date().toISOString(), on: this.got.get(key) ?? null });
    return this.turns.after(key, async () => {
      const request = this.http.put<Draft | null>(`/api/drafts/${key}`, { content }, { context: answersForItself() });
      const givenUp = this.discarded.pipe(
        filter((one) => one === key),
        delay(patienceMs),
      );
      const saved = await this.reaches(
        request.pipe(
          takeUntil(givenUp),
          tap((draft) => sitting === this.sittings && this.got.set(key, draft?.updatedAt ?? null)),
        ),
      );
      if (saved && !this.turns.isOvertaken(key)) sessionStorage.removeItem(prefix + key);
      if (saved) return 'server';
      return isHere ? 'tab' : 'nowhere';
    });
  }

  private async latest(key: string): Promise<{ content: Record<string, unknown> | null; toSend: boolean }> {
    const copy = keptHere(key);
    if (copy && this.turns.isTaken(key)) return { content: copy.content, toSend: false };
    const sitting = this.sittings;
    const request = this.http.get<Draft>(`/api/drafts/${key}`, { context: answersForItself() });
    const draft = await firstValueFrom(request).catch(() => null);
    if (sitting !== this.sittings) return { content: null, toSend: false };
    if (draft) this.got.set(key, draft.updatedAt);
    if (copy && !isNewer(draft, copy)) return { content: copy.content, toSend: true };
    sessionStorage.removeItem(prefix + key);
    return { content: draft?.updatedAt ? draft.content : null, toSend: false };
  }

  private reaches(request: Observable<unknown>): Promise<boolean> {
    return firstValueFrom(request).then(
      () => true,
      () => false,
    );
  }
}

/** A draft in this tab. */
interface Copy {
  content: Record<string, unknown>;
  /** When it was typed, by this machine's clock. */
  at: string;
  /** When the server had got what it was typed on, by its own. */
  on: string | null;
}

/** What the server has was written after the copy: neither what the copy was typed on nor older than it. */
const isNewer = (draft: Draft | null, { at, on }: Copy): boolean =>
  !!draft?.updatedAt && draft.updatedAt !== on && Date.parse(draft.updatedAt) > Date.parse(at);

function keptHere(key: string): Copy | null {
  const copy = JSON.parse(sessionStorage.getItem(prefix + key) ?? 'null') as Partial<Copy> | null;
  return copy?.content && copy.at ? { content: copy.content, at: copy.at, on: copy.on ?? null } : null;
}

/** Whether the tab has room for it. Where it has not, an earlier copy stands: it is better than none. */
function keepHere(key: string, copy: Copy): boolean {
  try {
    sessionStorage.setItem(prefix + key, JSON.stringify(copy));
    return true;
  } catch {
    return false;
  }
}
