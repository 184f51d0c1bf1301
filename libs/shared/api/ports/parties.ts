import { Injectable } from '@nestjs/common';
import type { Actor } from '../db/actor';
import type { Role } from '../db/role';

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

  /** Whoever acts for an organisation when no person does (by the clock, in a letter): with its reader's role where that is one of `roles`, else as a partner. */
  async actorOf(organizationId: string, roles: readonly Role[]): Promise<Actor | undefined> {
    const reader = await this.readerOf(organizationId);
    if (!reader) return undefined;
    const role = roles.includes(reader.role) ? reader.role : 'partner';
    return { ...reader, role, userId: '', name: '', membershipId: '' };
  }
}
