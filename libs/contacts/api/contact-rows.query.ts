import { Injectable } from '@nestjs/common';
import { Db, Ledger, currentActor, moment } from '@samverkan/shared/api';
import { contactSummary, swedish } from './contact.sql';
import type { ContactSheetRow } from './contact-sheet.view';
import { type ContactsWanted, contactPage } from './contacts.query';

/** Rows of a file that are read, and noted as read, at a time. */
const chunk = 500;

// Open names alone: a name kept inside is in no file, for its own organisation neither.
const openHolder = `
  select json_build_object('from', h.valid_from, 'to', h.valid_to) from contact_holder h
  where h.function_id = f.id and not h.deputy and h.valid_from <= today() and (h.valid_to is null or h.valid_to >= today())`;
const openDeputies = `
  select string_agg(n.name, ', ' order by h.valid_from, n.name) from contact_holder h join contact_holder_name n on n.holder_id = h.id
  where h.function_id = f.id and h.deputy and h.valid_from <= today() and (h.valid_to is null or h.valid_to >= today())`;
const row = `(${contactSummary})::jsonb || jsonb_build_object(
  'note', f.note, 'changedAt', ${moment('f.changed_at')}, 'period', (${openHolder}), 'deputies', (${openDeputies}),
  'counties', (select string_agg(c.name, ', ' order by c.code) from county c where c.code = any (f.county_codes)),
  'municipalities', (select string_agg(m.name, ', ' order by m.name ${swedish}) from municipality m where m.code = any (f.municipality_codes)))`;

/** Every function of a list in its order, for files. What is given out is noted as read, chunk by chunk, before it leaves. */
@Injectable()
export class ContactRowsQuery {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
  ) {}

  async *rows(query: Omit<ContactsWanted, 'page' | 'size'>): AsyncGenerator<ContactSheetRow> {
    // As in the list: words that nothing matches as they stand are tried near enough.
    let tolerant = false;
    for (let page = 1; ; page++) {
      let items = await this.read(query, page, tolerant);
      if (page === 1 && items.length === 0 && query.q) {
        tolerant = true;
        items = await this.read(query, page, tolerant);
      }
      await this.ledger.contactRead(
        'contacts',
        items.map(({ id }) => id),
      );
      yield* items;
      if (items.length < chunk) return;
    }
  }

  private async read(
    query: Omit<ContactsWanted, 'page' | 'size'>,
    page: number,
    tolerant: boolean,
  ): Promise<ContactSheetRow[]> {
    const { text, values } = contactPage({ ...query, page, size: chunk }, currentActor(), tolerant, row);
    const json = (await this.db.json(text, values)) ?? '{"items":[]}';
    return (JSON.parse(json) as { items: ContactSheetRow[] }).items;
  }
}
