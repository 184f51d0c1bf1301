import { Injectable } from '@nestjs/common';
import { Db } from '@samverkan/shared/api';

/** A function as anybody may know it: never who holds it. */
export interface OpenContact {
  id: string;
  title: string;
  organization: string;
  mailbox: string | null;
  phone: string | null;
}

/** Functions for who has not signed in. Asked outside a request's scope row-level security gives what its owner shows to everybody; the level stands here as well. */
@Injectable()
export class OpenContacts {
  constructor(private readonly db: Db) {}

  /** Those of a county's administrative board, by their titles. */
  ofCounty(countyCode: string): Promise<OpenContact[]> {
    return this.db.query<OpenContact>(
      `select f.id, f.title, o.name as organization, f.mailbox, f.phone from contact_function f join organization o on o.id = f.organization_id
        where f.visibility = 4 and f.retired_on is null and f.hidden_at is null and o.kind = 'county_board' and o.county_code = $1
        order by f.title collate "sv-SE-x-icu", f.id limit 50`,
      [countyCode],
    );
  }
}
