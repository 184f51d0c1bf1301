import { Injectable } from '@nestjs/common';
import { Db, Ledger, conflict, currentActor, notFound } from '@samverkan/shared/api';
import { visibilityAt } from '@samverkan/shared/contract';
import { ContactFunctionEntity } from './contact-function.entity';
import { contactPolicy } from './contacts.policy';

type Verb = 'edit' | 'appoint' | 'changeVisibility' | 'retire' | 'restore';

/** How a function is taken up for a change, and what every change of it leaves behind. */
@Injectable()
export class ContactTraces {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
  ) {}

  /** The row as it stands, for whoever may do this with it. */
  async seen(id: string, verb: Verb): Promise<ContactFunctionEntity> {
    const row = await this.db.repo(ContactFunctionEntity).findOneBy({ id });
    if (!row) throw notFound();
    contactPolicy.require(verb, currentActor(), row);
    return row;
  }

  /** The row, held until the change is done: two changes follow each other, and the later sees what the earlier wrote. */
  async forChange(id: string, verb: Verb): Promise<ContactFunctionEntity> {
    await this.seen(id, verb);
    const row = await this.db
      .repo(ContactFunctionEntity)
      .findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!row) throw notFound();
    contactPolicy.require(verb, currentActor(), row);
    return row;
  }

  /** Writes the change with its history, its news and its audit row. */
  async write(
    row: ContactFunctionEntity,
    next: Partial<ContactFunctionEntity>,
    fields: readonly { field: string; before: unknown; after: unknown }[],
    kind: string,
    value: string | null = null,
  ): Promise<void> {
    const former = { level: row.visibility, owners: [row.organizationId], partners: [], counties: row.countyCodes };
    if (!(await this.db.update(ContactFunctionEntity, row, { ...next, changedAt: new Date() })))
      throw conflict('stale-version');
    const narrower = row.visibility < former.level || former.counties.some((code) => !row.countyCodes.includes(code));
    if (narrower)
      await this.ledger.gone({ area: 'contacts', objectId: row.id, kind: 'contact.gone', goalIds: [] }, former);
    await this.told(row, fields, kind, value);
  }

  async told(
    row: Pick<ContactFunctionEntity, 'id' | 'visibility' | 'version'>,
    fields: readonly { field: string; before: unknown; after: unknown }[],
    kind: string,
    value: string | null = null,
  ): Promise<void> {
    const trace = { area: 'contacts', objectId: row.id, visibility: visibilityAt(row.visibility) };
    await this.ledger.changed(trace, row.version, fields);
    await this.ledger.happened(trace, kind, value);
    await this.ledger.audited(kind, 'contacts', row.id);
  }
}
