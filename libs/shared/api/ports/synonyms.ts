import { Injectable } from '@nestjs/common';

export interface SynonymSource {
  /** What was typed with a word of it changed for one that goes with it, the agreed one first; none where the lists know none. */
  others(typed: string): Promise<string[]>;
}

/** Port: the area that keeps the agreed words says what else a thing is called; the search over everything asks for that too. */
@Injectable()
export class Synonyms {
  private source: SynonymSource | undefined;

  register(source: SynonymSource): void {
    if (this.source) throw new Error('Two areas say what else a thing is called.');
    this.source = source;
  }

  async others(typed: string): Promise<string[]> {
    return (await this.source?.others(typed)) ?? [];
  }
}
