import { Injectable } from '@nestjs/common';
import { badInput } from '../http/problems';
import type { SensitiveContent } from '@samverkan/shared/contract';

export type SensitiveField = SensitiveContent['fields'][number];

/** What a hidden thing is called and whose it is. */
export interface HiddenPlace {
  reference: string;
  ownerIds: readonly string[];
  countyCodes: readonly string[];
  /** Whose own it is, where nobody else of the owners is to know of it. */
  onlyUser?: string | null;
}

/** How an area hides, gives out and cleans the texts of its objects. Every method runs in the request's transaction. */
export interface SensitiveSource {
  /** Kinds that whoever only reads has of her own, and may hide and clean. */
  ofReaders?: readonly string[];
  /** Hides it from every list, search, feed and address at once. Throws 404 for whoever may not read it. */
  hide(kind: string, id: string): Promise<HiddenPlace>;
  /** All its texts as they stand. The transaction is about this thing (`samverkan.purging`), so row-level security lets the right reader through. */
  fields(kind: string, id: string): Promise<SensitiveField[]>;
  /** What keeps the history of it, when that is not the thing itself: the strategy of a goal. */
  whole?(kind: string, id: string): Promise<string>;
  /** Writes the clean words over the old ones and shows it again; without words it is shown as it was. */
  show(kind: string, id: string, clean: Readonly<Record<string, string>> | null): Promise<void>;
}

/** Port: every area that holds text registers how it is hidden and purged. */
@Injectable()
export class SensitiveSources {
  private readonly sources = new Map<string, SensitiveSource>();

  register(area: string, source: SensitiveSource): void {
    this.sources.set(area, source);
  }

  of(area: string): SensitiveSource {
    const source = this.sources.get(area);
    if (!source) throw badInput([{ path: 'area', code: 'field.not-a-choice' }]);
    return source;
  }
}
