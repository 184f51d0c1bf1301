import { Injectable } from '@nestjs/common';
import type { Actor } from '../db/actor';

/** How a party's user stands to the rights: its role and counties, without any person. */
export type PartyReader = Pick<Actor, 'organizationId' | 'role' | 'countyCodes'>;

/** Port: the area that knows organisations says what an ordinary user of one of them may be. */
@Injectable()
export class Parties {
  private source: ((organizationId: string) => Promise<PartyReader | undefined>) | undefined;

  register(source: (organizationId: string) => Promise<PartyReader | undefined>): void {
    this.source = source;
  }

  /** Undefined where there is no such organisation, or nobody acts for it any more. */
  async readerOf(organizationId: string): Promise<PartyReader | undefined> {
    return this.source?.(organizationId);
  }
}
