import type { HolderChange, HolderInput, Naming } from '@samverkan/contacts/contract';
import { Db, Ledger, badInput, conflict, notFound } from '@samverkan/shared/api';
import { Injectable } from '@nestjs/common';
import { colleagueName } from './contact-detail.query';
import type { ContactFunctionEntity } from './contact-function.entity';
import { ContactHolderEntity } from './contact-holder.entity';
import { ContactTraces } from './contact-traces';
import { currentHolder, dayBefore, functionsHeldBy, functionsOf, openNameOf } from './holders.query';

/** Who a holder is, in the form the tables keep it. */
interface Who {
  naming: Naming;
  name: string | null;
  userId: string | null;
}

/** A function as other areas need it: handover, mailing, import. */
export interface FunctionHeld {
  id: string;
  title: string;
  holderId: string | null;
  userId: string | null;
}

/**
 * Who holds a function. What everybody who sees it may know (that somebody holds it, since when, an open name) leaves history and news;
 * a name kept inside leaves none, so that nothing tells a function whose holder is not named from one whose name stays inside.
 */
@Injectable()
export class HoldersService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly traces: ContactTraces,
  ) {}

  /** Somebody takes the function from a day on; whoever holds it until then ends the day before. Gives the holder's id. */
  async appoint(functionId: string, input: HolderInput): Promise<string> {
    const row = await this.forAppointment(functionId);
    const who = await this.whoIs(input);
    const from = input.validFrom ?? (await this.today());
    if (!input.deputy) await this.endBefore(row, from);
    const holders = this.db.repo(ContactHolderEntity);
    const inserted = await holders
      .createQueryBuilder()
      .insert()
      .values({ functionId, deputy: input.deputy, validFrom: from, validTo: input.validTo })
      .returning(['id'])
      .execute();
    const { id } = inserted.identifiers[0] as { id: string };
    await this.keepName(functionId, id, who);
    await this.changed(row, input.deputy ? 'deputy' : 'holder', 'contact.holder-appointed');
    return id;
  }

  /** Sets right what is known of a holder. */
  async change(functionId: string, holderId: string, input: HolderChange): Promise<void> {
    const row = await this.forAppointment(functionId);
    const holder = await this.holder(functionId, holderId);
    const before = await this.seenByOthers(holder);
    const { validFrom, validTo } = input;
    const period = { validFrom, validTo };
    if (holder.validFrom !== validFrom || holder.validTo !== validTo)
      if (!(await this.db.update(ContactHolderEntity, holder, period))) throw conflict('stale-version');
    await this.keepName(functionId, holderId, await this.whoIs(input));
    // The same audit row whatever was set right, or nothing was: it must not tell that a name is kept inside.
    if ((await this.seenByOthers(holder)) === before)
      await this.ledger.audited('contact.holder-changed', 'contacts', row.id);
    else await this.changed(row, holder.deputy ? 'deputy' : 'holder', 'contact.holder-changed');
  }

  /** The holder's last day; the function stands as vacant from the day after. */
  async end(functionId: string, holderId: string, lastDay: string): Promise<void> {
    const row = await this.forAppointment(functionId);
    const holder = await this.holder(functionId, holderId);
    if (lastDay < holder.validFrom) throw badInput([{ path: 'lastDay', code: 'holder.ends-before-it-begins' }]);
    if (!(await this.db.update(ContactHolderEntity, holder, { validTo: lastDay }))) throw conflict('stale-version');
    await this.changed(row, holder.deputy ? 'deputy' : 'holder', 'contact.holder-ended');
  }

  /** Functions in use of an organisation, with who holds each as far as the asker may know. */
  functionsOf(organizationId: string): Promise<FunctionHeld[]> {
    return this.db.query(functionsOf, [organizationId]);
  }

  /** Functions of the acting organisation that a person holds or is deputy in today. For those who keep them. */
  heldBy(userId: string): Promise<(FunctionHeld & { deputy: boolean })[]> {
    return this.db.query(functionsHeldBy, [userId]);
  }

  private async forAppointment(functionId: string): Promise<ContactFunctionEntity> {
    const row = await this.traces.forChange(functionId, 'appoint');
    if (row.retiredOn) throw conflict('contact.retired');
    return row;
  }

  private async holder(functionId: string, id: string): Promise<ContactHolderEntity> {
    const holder = await this.db.repo(ContactHolderEntity).findOneBy({ id, functionId });
    if (!holder) throw notFound();
    return holder;
  }

  private async endBefore(row: ContactFunctionEntity, from: string): Promise<void> {
    const found = await this.db.one<{ id: string }>(currentHolder, [row.id, from]);
    if (!found) return;
    const holder = await this.holder(row.id, found.id);
    // Somebody who began that very day is set right, not succeeded.
    if (holder.validFrom >= from) throw conflict('holder.began-the-same-day');
    const day = await this.db.one<{ day: string }>(dayBefore, [from]);
    if (!(await this.db.update(ContactHolderEntity, holder, { validTo: day?.day ?? null })))
      throw conflict('stale-version');
  }

  /** A colleague's own name, or the one that was written. */
  private async whoIs({ naming, userId, name }: Who): Promise<Who> {
    if (userId === null) return { naming, userId, name };
    const colleague = await this.db.one<{ name: string }>(colleagueName, [userId]);
    if (!colleague) throw badInput([{ path: 'userId', code: 'field.not-a-choice' }]);
    return { naming, userId, name: colleague.name };
  }

  private async keepName(functionId: string, holderId: string, { naming, name, userId }: Who): Promise<void> {
    if (naming === 'unnamed' || name === null) {
      await this.db.query('delete from contact_holder_name where holder_id = $1', [holderId]);
      await this.db.query('delete from contact_inside_name where holder_id = $1', [holderId]);
      return;
    }
    const table = naming === 'named' ? 'contact_holder_name' : 'contact_inside_name';
    await this.db.query(
      `insert into ${table} (holder_id, function_id, name, user_id) values ($1, $2, $3, $4)
       on conflict (holder_id) do update set name = excluded.name, user_id = excluded.user_id`,
      [holderId, functionId, name, userId],
    );
  }

  private async seenByOthers(holder: ContactHolderEntity): Promise<string> {
    const open = await this.db.one<{ name: string }>(openNameOf, [holder.id]);
    return JSON.stringify([holder.validFrom, holder.validTo, open?.name ?? null]);
  }

  private async changed(row: ContactFunctionEntity, field: string, kind: string): Promise<void> {
    await this.traces.write(row, {}, [{ field, before: null, after: null }], kind);
  }

  private async today(): Promise<string> {
    return (await this.db.one<{ today: string }>('select today()::text as today'))?.today ?? '';
  }
}
