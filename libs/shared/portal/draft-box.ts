import { HttpClient } from '@angular/common/http';
import { DestroyRef, Service, effect, inject, signal, untracked } from '@angular/core';
import type { Draft } from '@samverkan/shared/contract';
import { firstValueFrom } from 'rxjs';
import { answersForItself } from './request-headers';
import type { KeptDraft } from './kept-draft';

const quietMs = 700;
const prefix = 'samverkan.draft.';

/** Drafts of forms, kept with the session on the server; in this tab alone while the server cannot be reached. */
@Service()
export class DraftBox {
  private readonly http = inject(HttpClient);
  /** Counts sign-outs: what was typed before one is not kept after it. */
  private sittings = 0;
  private discards = 0;

  /** What was typed last time, the tab's own copy first: it is there only when the server did not get it. */
  async read<T>(key: string): Promise<T | null> {
    const local = sessionStorage.getItem(prefix + key);
    if (local) return JSON.parse(local) as T;
    return firstValueFrom(this.http.get<Draft>(`/api/drafts/${key}`, { context: answersForItself() })).then(
      (draft) => (draft.updatedAt === null ? null : (draft.content as T)),
      () => null,
    );
  }

  /** Keeps `content` shortly after each change, and at once when its page is left. Call where `inject` may be called. Null (nothing yet, or a text the guard stops) is never sent. */
  keep(key: () => string, content: () => Record<string, unknown> | null): KeptDraft {
    const savedAt = signal<string | null>(null);
    const offline = signal(false);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let waiting: (() => void) | undefined;
    const sitting = this.sittings;
    let discards = this.discards;
    let last = '';
    let begun = false;
    let gone = false;
    const save = async (value: Record<string, unknown>, text: string) => {
      waiting = undefined;
      const saved = await this.save(key(), value);
      if (gone) return;
      last = saved ? text : '';
      offline.set(!saved);
      savedAt.set(new Date().toISOString());
    };
    effect((onCleanup) => {
      const value = content();
      const text = JSON.stringify(value);
      if (value === null || gone) return;
      if (!begun) {
        begun = true;
        last = text;
      }
      waiting = undefined;
      // What was thrown away is no longer kept, though the same is typed again.
      if (discards !== this.discards) last = '';
      discards = this.discards;
      if (text === last) return;
      waiting = () => untracked(() => void save(value, text));
      timer = setTimeout(waiting, quietMs);
      onCleanup(() => clearTimeout(timer));
    });
    inject(DestroyRef).onDestroy(() => {
      if (!gone && sitting === this.sittings) waiting?.();
    });
    return {
      savedAt: savedAt.asReadonly(),
      offline: offline.asReadonly(),
      discard: async () => {
        gone = true;
        clearTimeout(timer);
        await this.discard(key());
      },
    };
  }

  async discard(key: string): Promise<void> {
    this.discards += 1;
    sessionStorage.removeItem(prefix + key);
    await firstValueFrom(this.http.delete(`/api/drafts/${key}`, { context: answersForItself() })).catch(
      () => undefined,
    );
  }

  /** Discards it, and gives what brings it back as it was; false after a sign-out: nothing comes back. */
  async throwAway(key: string): Promise<() => boolean> {
    const sitting = this.sittings;
    const content = await this.read<Record<string, unknown>>(key);
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
    Object.keys(sessionStorage)
      .filter((name) => name.startsWith(prefix))
      .forEach((name) => sessionStorage.removeItem(name));
  }

  private async save(key: string, content: Record<string, unknown>): Promise<boolean> {
    const sitting = this.sittings;
    try {
      await firstValueFrom(this.http.put(`/api/drafts/${key}`, { content }, { context: answersForItself() }));
      sessionStorage.removeItem(prefix + key);
      return true;
    } catch {
      if (sitting === this.sittings) sessionStorage.setItem(prefix + key, JSON.stringify(content));
      return false;
    }
  }
}
