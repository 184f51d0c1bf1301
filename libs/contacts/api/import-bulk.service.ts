import type { ContactInput, HolderInput } from '@samverkan/contacts/contract';
import { Injectable } from '@nestjs/common';
import { Db, Ledger, currentActor } from '@samverkan/shared/api';
import { visibilityLevel } from '@samverkan/shared/contract';
import { addFunctions, addHolders, addNames, newIds } from './import.query';

/** A function to add, with those who hold it from the start. */
export interface NewFunction {
  content: Omit<ContactInput, 'holder' | 'guardConfirmed'>;
  holders: readonly HolderInput[];
}

/** Adds many functions with few statements. What each leaves behind (versions, history, news, audit) is what it leaves when it is typed. */
@Injectable()
export class ImportBulkService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
  ) {}

  /** `names` gives the name of each colleague's account. */
  async add(given: readonly NewFunction[], names: ReadonlyMap<string, string>): Promise<void> {
    const actor = currentActor();
    const ids = await this.ids(given.length + given.reduce((sum, { holders }) => sum + holders.length, 0));
    const functions = given.map(({ content, holders }) => ({
      id: ids.pop() ?? '',
      title: content.title,
      subjects: content.subjects,
      municipalities: content.municipalityCodes,
      // The first two figures of a municipality are its county.
      counties:
        content.municipalityCodes.length > 0
          ? [...new Set(content.municipalityCodes.map((code) => code.slice(0, 2)))].sort()
          : actor.countyCodes,
      mailbox: content.mailbox,
      phone: content.phone,
      note: content.note,
      level: visibilityLevel(content.visibility),
      version: 1 + holders.length,
      visibility: content.visibility,
      holders,
    }));
    const held = functions.flatMap((one) =>
      one.holders.map((holder, at) => ({
        id: ids.pop() ?? '',
        function: one.id,
        deputy: holder.deputy,
        valid_from: holder.validFrom,
        valid_to: holder.validTo,
        naming: holder.naming,
        name: holder.userId === null ? holder.name : (names.get(holder.userId) ?? null),
        user: holder.userId,
        visibility: one.visibility,
        version: 2 + at,
      })),
    );
    await this.db.query(addFunctions, [JSON.stringify(functions), actor.role === 'partner' ? 3 : 6]);
    await this.db.query(addHolders, [JSON.stringify(held)]);
    for (const [naming, table] of [
      ['named', 'contact_holder_name'],
      ['function_only', 'contact_inside_name'],
    ] as const) {
      const named = held.filter((holder) => holder.naming === naming && holder.name !== null);
      if (named.length > 0) await this.db.query(addNames(table), [JSON.stringify(named)]);
    }
    const trace = (objectId: string, visibility: ContactInput['visibility'], version: number, field: string) => ({
      area: 'contacts',
      objectId,
      visibility,
      version,
      field,
    });
    await this.ledger.each(
      'contact.created',
      functions.map(({ id, visibility }) => trace(id, visibility, 1, 'created')),
    );
    await this.ledger.each(
      'contact.holder-appointed',
      held.map((one) => trace(one.function, one.visibility, one.version, one.deputy ? 'deputy' : 'holder')),
    );
  }

  private async ids(count: number): Promise<string[]> {
    return (await this.db.query<{ id: string }>(newIds, [count])).map(({ id }) => id).reverse();
  }
}
