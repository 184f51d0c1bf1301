import {
  type ContactImportDone,
  type ContactImportPreview,
  type ContactImportQuery,
  ContactInput,
  type ContactSubject,
  recognisedColumns,
} from '@samverkan/contacts/contract';
import { Injectable } from '@nestjs/common';
import {
  Db,
  SheetImports,
  countsOf,
  currentActor,
  fold,
  forbidden,
  municipalityCodes,
  openSheet,
  refuseWrongRows,
} from '@samverkan/shared/api';
import { keepers } from './contacts.policy';
import { ContactsService } from './contacts.service';
import { ownFunctionsWithHolders } from './holders.query';
import { HoldersService } from './holders.service';
import { ImportBulkService, type NewFunction } from './import-bulk.service';
import { type OwnFunction, type Planned, isSamePerson, planOf } from './import-plan';
import { allMunicipalities, namedColleagues, ownNames, subjectSynonyms, todayInSweden } from './import.query';
import { type ImportGround, type Sheet, readRow } from './import-row';

/** Rows that are added at a time. */
const chunk = 100;

interface Plan extends Sheet {
  rows: Planned[];
  names: ReadonlyMap<string, string>;
}

/** Functions from a sheet: first what would happen, row by row, then all of it or nothing. Only the acting organisation's own. */
@Injectable()
export class ImportService {
  constructor(
    private readonly db: Db,
    private readonly contacts: ContactsService,
    private readonly holders: HoldersService,
    private readonly bulk: ImportBulkService,
    private readonly imports: SheetImports,
  ) {}

  async preview(file: unknown, query: ContactImportQuery): Promise<ContactImportPreview> {
    const { headings, columns, rows } = await this.plan(file, query);
    const told = rows.map(({ row }) => row);
    return { headings, columns, rows: told, counts: countsOf(told) };
  }

  /** Writes all rows in the request's transaction. Refused whole, with its places, as long as anything is wrong. */
  async import(file: unknown, query: ContactImportQuery, key: string | undefined): Promise<ContactImportDone> {
    return this.imports.follow('contacts', key, async ({ of, done }) => {
      const { rows, names } = await this.plan(file, query);
      refuseWrongRows(rows.map(({ row }) => row));
      const news = rows.filter(({ row }) => row.outcome === 'new');
      const changed = rows.filter(({ row }) => row.outcome === 'changed');
      of(news.length + changed.length);
      for (let at = 0; at < news.length; at += chunk) {
        const some = news.slice(at, at + chunk);
        await this.bulk.add(some.map(asNew), names);
        done(some.length);
      }
      for (const one of changed) {
        await this.change(one);
        done(1);
      }
      return { added: news.length, changed: changed.length, same: rows.length - news.length - changed.length };
    });
  }

  private async change({ said, own, row }: Planned): Promise<void> {
    if (!own) return;
    const { holder, deputy, visibility, ...content } = said;
    const facts = ['title', 'subjects', 'municipalities', 'mailbox', 'phone', 'note'] as const;
    if (facts.some((field) => row.fields.includes(field))) await this.contacts.change(own.id, own.version, content);
    if (visibility && row.fields.includes('visibility')) await this.contacts.show(own.id, visibility);
    if (holder && row.fields.includes('holder')) {
      const { deputy: _deputy, ...who } = holder;
      if (own.holder && isSamePerson(own.holder, holder)) {
        const period = { validFrom: who.validFrom ?? own.holder.validFrom, validTo: who.validTo ?? own.holder.validTo };
        await this.holders.change(own.id, own.holder.id, { ...who, ...period });
      } else await this.holders.appoint(own.id, holder);
    }
    if (deputy && row.fields.includes('deputy')) await this.holders.appoint(own.id, deputy);
  }

  private async plan(file: unknown, query: ContactImportQuery): Promise<Plan> {
    if (!keepers.includes(currentActor().role)) throw forbidden();
    const { headings, shown, columns, rows } = await openSheet(file, query.columns, recognisedColumns);
    const { names, ...ground } = await this.ground();
    const read = rows.map(({ cells, line }) => readRow(line, cells, { headings, columns }, ground));
    const functions = await this.db.query<OwnFunction>(ownFunctionsWithHolders);
    return { headings: shown, columns, rows: planOf(read, functions, ground.today), names };
  }

  private async ground(): Promise<ImportGround & { names: ReadonlyMap<string, string> }> {
    const own = await this.db.query<{ name: string }>(ownNames);
    const places = await this.db.query<{ code: string; name: string }>(allMunicipalities);
    const subjects = await this.db.query<{ code: ContactSubject; words: string }>(subjectSynonyms);
    const people = await this.db.query<{ userId: string; name: string }>(namedColleagues);
    const day = await this.db.one<{ today: string }>(todayInSweden);
    return {
      today: day?.today ?? '',
      ownNames: new Set(own.map(({ name }) => fold(name))),
      municipalities: municipalityCodes(places),
      synonyms: new Map(subjects.map(({ code, words }) => [code, new Set(fold(words).split(' '))])),
      colleagues: new Map(people.map(({ userId, name }) => [fold(name), userId])),
      names: new Map(people.map(({ userId, name }) => [userId, name])),
    };
  }
}

/** A new function as it would have been typed: what is not said is as the form has it. */
function asNew({ said }: Planned): NewFunction {
  const { holder, deputy, ...content } = said;
  const {
    holder: _none,
    guardConfirmed: _confirmed,
    ...whole
  } = ContactInput.parse({ visibility: 'county', ...content });
  return { content: whole, holders: [holder, deputy].filter((one) => one !== undefined) };
}
