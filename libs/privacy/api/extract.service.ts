import { Injectable } from '@nestjs/common';
import type { Extract } from '@samverkan/privacy/contract';
import { Db, Ledger, PersonalData, currentActor, inTurn, notFound } from '@samverkan/shared/api';
import { Accounts } from './accounts';

/** Everything that is held on one person, gathered from every area. */
@Injectable()
export class ExtractService {
  constructor(
    private readonly db: Db,
    private readonly port: PersonalData,
    private readonly accounts: Accounts,
    private readonly ledger: Ledger,
  ) {}

  own(): Promise<Extract> {
    return this.of(currentActor().userId);
  }

  async behind(membershipId: string): Promise<Extract> {
    const userId = await this.accounts.held(membershipId);
    await this.ledger.contactRead('privacy', [userId]);
    return this.of(userId);
  }

  private async of(userId: string): Promise<Extract> {
    const person = await this.db.one<Extract['person']>('select id, name, email from app_user where id = $1', [userId]);
    if (!person) throw notFound();
    const held = await inTurn(this.port.all, (source) => source.held(userId));
    await this.ledger.noted('extract.read', 'privacy', userId);
    return { at: new Date().toISOString(), person, sections: held.flat() };
  }
}
