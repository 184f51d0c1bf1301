import { Injectable } from '@nestjs/common';
import { Db, type Role } from '@samverkan/shared/api';

/** $1 the roles. */
const people = `
  select distinct u.email as address from membership m join app_user u on u.id = m.user_id
  where m.organization_id = ctx_org() and m.role = any ($1) and m.valid_from <= today() and (m.valid_to is null or m.valid_to >= today()) and u.disabled_at is null`;

const ownBoxes = `
  from contact_function f where f.organization_id = ctx_org() and f.retired_on is null and f.hidden_at is null and f.mailbox is not null`;

/** Where a letter to the acting organisation goes: addresses, each once, in their order. */
@Injectable()
export class LetterRecipients {
  constructor(private readonly db: Db) {}

  /** Everybody of it who has one of the roles today. */
  people(roles: readonly Role[]): Promise<string[]> {
    return this.addresses(`${people} order by 1`, [roles]);
  }

  /** The mailbox of a function of it in use; where that has none, or none is named, its people. */
  async ofFunction(functionId: string | null, roles: readonly Role[]): Promise<string[]> {
    const box = functionId
      ? await this.addresses(`select f.mailbox as address ${ownBoxes} and f.id = $1`, [functionId])
      : [];
    return box.length > 0 ? box : this.people(roles);
  }

  /** Its people; where it has none who may answer, its functions' mailboxes: those for coordination, or else all. */
  async peopleOrBoxes(roles: readonly Role[]): Promise<string[]> {
    const found = await this.people(roles);
    if (found.length > 0) return found;
    return this.addresses(
      `with boxes as (select f.mailbox as address, 'coordination' = any (f.subjects) as first ${ownBoxes})
       select distinct address from boxes where first or not exists (select from boxes where first) order by 1`,
      [],
    );
  }

  private async addresses(sql: string, values: readonly unknown[]): Promise<string[]> {
    return (await this.db.query<{ address: string }>(sql, [...values])).map(({ address }) => address);
  }
}
