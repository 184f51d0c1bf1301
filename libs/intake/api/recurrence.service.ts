import { Injectable } from '@nestjs/common';
import { ActionsService } from '@samverkan/actions/api';
import type { Action, ActionInput } from '@samverkan/actions/contract';
import type { Recurrence, RecurrenceInput, Rhythm } from '@samverkan/intake/contract';
import { Db, Ledger, conflict, currentActor, forbidden } from '@samverkan/shared/api';
import { recurrenceOf, recurringOf } from './recurrence.query';
import { writers } from './writers';

interface Row extends Pick<Recurrence, 'every' | 'nextId' | 'nextOn' | 'due' | 'occurrences'> {
  status: string;
}

/** Actions that are done again: how often, and which came after which. */
@Injectable()
export class RecurrenceService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly actions: ActionsService,
  ) {}

  /** JSON text (`Recurring`). */
  async recurring(): Promise<string> {
    return (await this.db.json(recurringOf, [currentActor().organizationId])) ?? '';
  }

  async of(id: string): Promise<Recurrence> {
    const action = await this.actions.open(id);
    const row = await this.db.one<Row>(recurrenceOf, [id]);
    const isOpen = row !== undefined && row.nextId === null && row.status !== 'cancelled' && row.every !== null;
    return {
      every: row?.every ?? null,
      occurrences: row && row.occurrences.length > 1 ? row.occurrences : [],
      nextOn: isOpen ? row.nextOn : null,
      due: isOpen && row.due,
      mayChange: owns(action),
      nextId: row?.nextId ?? null,
    };
  }

  /** How often it is done again, or no longer. */
  async keep(id: string, { every }: RecurrenceInput): Promise<Recurrence> {
    await this.mine(id);
    await this.write(id, every, null);
    await this.ledger.audited('intake.rhythm-set', 'actions', id);
    return this.of(id);
  }

  /** Logs the next time of an action, tied to it: once, while that one stands. The rhythm goes over to it. */
  async again(id: string, input: ActionInput): Promise<Action> {
    await this.mine(id);
    // Two who do it again at once follow each other, and the later is told of the earlier.
    await this.db.query(`select pg_advisory_xact_lock(hashtextextended('again:' || $1, 0))`, [id]);
    const former = await this.of(id);
    if (former.nextId) throw conflict('intake.done-again-already');
    const action = await this.actions.log(input);
    await this.write(action.id, former.every, id);
    await this.ledger.audited('intake.done-again', 'actions', action.id);
    return action;
  }

  private async mine(id: string): Promise<void> {
    if (!owns(await this.actions.open(id))) throw forbidden();
  }

  private async write(id: string, every: Rhythm | null, formerId: string | null): Promise<void> {
    await this.db.query(
      `insert into action_recurrence (action_id, every, former_id) values ($1, $2, $3)
       on conflict (action_id) do update set every = excluded.every, former_id = coalesce(excluded.former_id, action_recurrence.former_id)`,
      [id, every, formerId],
    );
  }
}

function owns({ owners }: Action): boolean {
  const actor = currentActor();
  return writers.includes(actor.role) && owners.some((owner) => owner.id === actor.organizationId);
}
