import { Injectable } from '@nestjs/common';
import type { Actor } from '../db/actor';
import { Ledger } from '../db/ledger';
import { currentScope, runInScope } from '../db/request-scope';
import { Refusal, badInput } from '../http/problems';
import { Parties } from '../ports/parties';

/** What is looked at, and with whose eyes. */
export interface SeenAsRequest {
  area: string;
  objectId: string;
  /** The organisation whose user is imitated. */
  organizationId: string;
}

/**
 * "Se som …": an area's own read, run as an ordinary user of another organisation would get it. The area asks only where the asker decides
 * who sees the object. Nobody in particular is imitated: with no user in the context, nobody is anybody's colleague, so no name is read.
 */
@Injectable()
export class SeenAs {
  constructor(
    private readonly parties: Parties,
    private readonly ledger: Ledger,
  ) {}

  /** 404 `not-seen-by-them` where that user would be told that the object does not exist; 400 on an organisation that is not there. Audited either way. */
  async read<T>(request: SeenAsRequest, work: () => Promise<T>): Promise<T> {
    const party = await this.parties.readerOf(request.organizationId);
    if (!party) throw badInput([{ path: 'seenAs', code: 'field.not-a-choice' }]);
    const asker = currentScope();
    if (!asker?.actor) throw new Error('Only who is signed in asks how others see.');
    await this.ledger.noted('seen-as', request.area, request.objectId, 'done', `as.${party.organizationId}`);
    const actor: Actor = { ...party, userId: '', name: '', membershipId: '' };
    try {
      return await runInScope({ requestId: asker.requestId, actor }, work);
    } catch (error) {
      if (error instanceof Refusal && error.status === 404) throw new Refusal(404, 'not-seen-by-them');
      throw error;
    }
  }
}
