import type {
  Action,
  Connection,
  Connections,
  Cooperation,
  Nudge,
  NudgeProposalInput,
} from '@samverkan/actions/contract';
import { Injectable } from '@nestjs/common';
import { Db, Ledger, conflict, currentActor, forbidden, notFound } from '@samverkan/shared/api';
import { actionById } from './action-detail.query';
import type { ActionRow } from './action.view';
import { actionPolicy, writers } from './actions.policy';
import { ActionsService } from './actions.service';
import { ConnectionMail } from './connection-mail';
import { ConnectionsQuery } from './connections.query';
import { CooperationMail } from './cooperation-mail';
import { CooperationsService } from './cooperations.service';

/** The county connects those who plan the like without knowing of each other (docs/adr/0028). */
@Injectable()
export class ConnectionsService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly query: ConnectionsQuery,
    private readonly actions: ActionsService,
    private readonly cooperations: CooperationsService,
    private readonly letters: ConnectionMail,
    private readonly mail: CooperationMail,
  ) {}

  /** The same answer whatever there is; asked again it is the same once more. */
  async ask(actionId: string): Promise<Action> {
    const row = await this.db.one<ActionRow>(actionById, [actionId]);
    if (!row) throw notFound();
    actionPolicy.require('invite', currentActor(), row);
    await this.done('connection_ask($1)', [actionId]);
    await this.ledger.audited('connection.asked', 'actions', actionId);
    return this.actions.open(actionId);
  }

  async all(): Promise<Connections> {
    return { items: await this.query.asked(), nudges: await this.query.nudges() };
  }

  async read(id: string): Promise<Connection> {
    const [found] = await this.query.asked(id);
    if (!found) throw notFound();
    return found;
  }

  /** To whoever it may concern; how many that is, is told to nobody, and the letters are one job whatever there is. */
  async forward(id: string): Promise<Connection> {
    await this.read(id);
    await this.done('connection_forward($1)', [id]);
    await this.ledger.audited('connection.forwarded', 'actions', id);
    await this.letters.queue(id);
    return this.read(id);
  }

  async nudge(id: string): Promise<Nudge> {
    if (!writers.includes(currentActor().role)) throw notFound();
    const [found] = await this.query.nudges(id);
    if (!found) throw notFound();
    return found;
  }

  async propose(id: string, { message, closesOwn }: NudgeProposalInput): Promise<Cooperation> {
    await this.nudge(id);
    const made = await this.said('nudge_answer($1, true, $2, $3)', [id, message, closesOwn]);
    if (made.includes('.')) throw conflict(made);
    await this.ledger.audited('cooperation.proposed', 'actions', made);
    await this.mail.asked(made);
    return this.cooperations.read(made);
  }

  /** Written nowhere but in her own row: a county's administrators read the audit. */
  async decline(id: string): Promise<Nudge> {
    await this.nudge(id);
    await this.done(`nudge_answer($1, false, '', false)`, [id]);
    return this.nudge(id);
  }

  private async done(deed: string, values: unknown[]): Promise<void> {
    const said = await this.said(deed, values);
    if (said !== 'done') throw conflict(said);
  }

  private async said(deed: string, values: unknown[]): Promise<string> {
    const result = await this.db.one<{ said: string }>(`select ${deed} as said`, values);
    if (!result) throw forbidden();
    return result.said;
  }
}
