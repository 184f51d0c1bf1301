import { Injectable } from '@nestjs/common';
import type { PersonalSection } from '@samverkan/shared/contract';

/** Something that would be nobody's if the person went: what it is called, and where it is handed over. */
export interface OpenWork {
  /** Code of the kind, `identity.last-administrator`. */
  kind: string;
  /** How people quote it: a name, a reference. */
  reference: string;
}

/** How an area tells what it holds on a person, and takes it away. All methods are asked as the reader, about one account. */
export interface PersonalDataSource {
  /** Everything the area holds on her, as tables. The asker is herself, or somebody who holds her account. */
  held(userId: string): Promise<PersonalSection[]>;
  /** What must be handed over before her data may go. */
  openWork?(userId: string): Promise<OpenWork[]>;
  /** Takes her out of what the area holds, in the running transaction. `keepsFunction`: what she was may stay, who she was may not. */
  erase?(userId: string, keepsFunction: boolean): Promise<void>;
}

/** Port: every area that holds something on people registers here, or its part is missing from extracts and left by erasures. */
@Injectable()
export class PersonalData {
  private readonly sources = new Map<string, PersonalDataSource>();

  register(area: string, source: PersonalDataSource): void {
    this.sources.set(area, source);
  }

  /** In the order the areas were registered. */
  get all(): readonly PersonalDataSource[] {
    return [...this.sources.values()];
  }
}
