import { Injectable } from '@nestjs/common';
import type { VocabularyName } from '@samverkan/vocabularies/contract';

/** An area whose rows have terms: how many of the reader's have each, and what a merge does to them. */
export interface TermCarrier {
  area: string;
  /** `select code, count` for a list, under the reader's row-level security. */
  uses: Record<VocabularyName, string>;
  /** The database's function that carries rows to the successor of the merge $1, and gives a receipt. */
  carry: string;
  /** The one that takes them back: $1 the merge, $2 the receipt. */
  putBack: string;
}

/** Port: areas above register what they have of the lists. */
@Injectable()
export class TermCarriers {
  private readonly carriers: TermCarrier[] = [];

  register(carrier: TermCarrier): void {
    this.carriers.push(carrier);
  }

  get all(): readonly TermCarrier[] {
    return this.carriers;
  }
}
