import { Injectable } from '@nestjs/common';
import type {
  Publication,
  PublicationChange,
  PublicationFacets,
  PublicationInput,
  PublicationPage,
  PublicationQuery,
} from '@samverkan/publications/contract';
import { Db, currentActor, notFound, refuseClash } from '@samverkan/shared/api';
import { visibilityLevel } from '@samverkan/shared/contract';
import { PublicationOwning } from './publication-owning';
import { PublicationReferences } from './publication-references';
import { PublicationTraces } from './publication-traces';
import { publicationsPolicy } from './publications.policy';
import { PublicationsQuery } from './publications.query';

const columns = {
  title: 'title',
  type: 'type',
  series: 'series',
  number: 'number',
  dnr: 'dnr',
  isbn: 'isbn',
  issn: 'issn',
  year: 'year',
  pages: 'pages',
  language: 'language',
  authors: 'authors',
  summary: 'summary',
  summaryEn: 'summary_en',
  functionId: 'function_id',
  strategyId: 'strategy_id',
  supersedesIds: 'supersedes_ids',
  reviewOn: 'review_on',
} as const;
type Column = keyof typeof columns;
const fields = Object.keys(columns) as Column[];

/** Publications are entered, read and changed; what else is done with them is in `PublicationDeeds`. */
@Injectable()
export class PublicationsService {
  constructor(
    private readonly db: Db,
    private readonly query: PublicationsQuery,
    private readonly references: PublicationReferences,
    private readonly traces: PublicationTraces,
    private readonly owning: PublicationOwning,
  ) {}

  async list(query: PublicationQuery): Promise<PublicationPage> {
    return this.query.page(query);
  }

  facets(): Promise<PublicationFacets> {
    return this.query.facets();
  }

  async read(id: string): Promise<Publication> {
    const row = await this.query.one(id);
    const actor = currentActor();
    if (!row || row.removedAt || !publicationsPolicy.can('read', actor, row)) throw notFound();
    const { edit, changeVisibility, publish, withdraw, discard, leave, hideText } = publicationsPolicy.allowed(
      actor,
      row,
    );
    const allowed = { edit, changeVisibility, publish, withdraw, discard, leave, hideText };
    return { ...row.content, named: edit ? row.named : null, allowed };
  }

  async history(id: string): Promise<string> {
    await this.read(id);
    return this.query.history(id);
  }

  /** Enters it as a draft: the acting board keeps it, and its number belongs to that board's series. */
  async enter({
    guardConfirmed: _confirmed,
    links,
    visibility,
    ownerIds,
    ...input
  }: PublicationInput): Promise<Publication> {
    await this.references.check(input);
    await this.references.refuseTaken(input.number, input.year, currentActor().organizationId);
    const owners = await this.references.owners(ownerIds);
    const made = await this.db.one<{ id: string }>(
      `insert into publication (${fields.map((field) => columns[field]).join(', ')}, owner_ids, county_codes, visibility)
       values (${fields.map((_, at) => `$${at + 1}`).join(', ')}, $${fields.length + 1}, $${fields.length + 2}, $${fields.length + 3}) returning id`,
      [...fields.map((field) => input[field]), owners.ownerIds, owners.countyCodes, visibilityLevel(visibility)],
    );
    if (!made) throw notFound();
    await this.references.keepLinks(made.id, links);
    const row = await this.traces.row(made.id, 'edit');
    await this.traces.tell(row, 'publication.created', [{ field: 'created', before: null, after: null }]);
    await this.owning.tell(made.id, owners.ownerIds);
    return this.read(made.id);
  }

  /** Changes the fields sent. Read at an older version they still go through when nobody has changed the same ones. */
  async change(
    id: string,
    version: number,
    { guardConfirmed: _confirmed, ...sent }: PublicationChange,
  ): Promise<Publication> {
    const row = await this.traces.row(id, 'edit');
    const before = await this.read(id);
    const own = currentActor().organizationId;
    const stands: Record<string, unknown> = {
      ...before,
      functionId: before.function?.id ?? null,
      strategyId: before.strategy?.id ?? null,
      supersedesIds: row.supersedesIds,
      ownerIds: row.ownerIds,
      links: before.links.map(({ title, address }) => ({ title, address })),
    };
    const wanted: Record<string, unknown> = {
      ...sent,
      // Nobody leaves by a form: that is a deed of its own, which only the owners learn of.
      ...(sent.ownerIds ? { ownerIds: [...new Set([row.organizationId, own, ...sent.ownerIds])] } : {}),
    };
    const differs = Object.keys(wanted).filter((field) => !same(stands[field], wanted[field]));
    await refuseClash(this.db, { area: 'publications', id, seen: version, now: row.version }, differs, stands);
    if (differs.length === 0) return before;
    const { number, year } = { ...before, ...sent };
    await this.references.check(sent, row);
    if (differs.includes('number') || differs.includes('year'))
      await this.references.refuseTaken(number, year, await this.numberedBy(id), id);
    const added = (sent.ownerIds ?? []).filter((owner) => !row.ownerIds.includes(owner));
    const set: string[] = [];
    const values: unknown[] = [];
    const put = (column: string, value: unknown) => set.push(`${column} = $${values.push(value) + 2}`);
    for (const field of differs) if (field in columns) put(columns[field as Column], wanted[field]);
    if (differs.includes('ownerIds')) {
      const next = await this.references.owners(sent.ownerIds ?? [], row.organizationId, own);
      put('owner_ids', next.ownerIds);
      put('county_codes', next.countyCodes);
    }
    if (sent.links && differs.includes('links')) await this.references.keepLinks(id, sent.links);
    const told = differs.map((field) => ({ field, before: stands[field], after: wanted[field] }));
    await this.traces.write(row, set.join(', '), values, 'publication.changed', told);
    await this.owning.tell(id, added);
    return this.read(id);
  }

  private async numberedBy(id: string): Promise<string> {
    const row = await this.db.one<{ by: string }>('select numbered_by as by from publication where id = $1', [id]);
    return row?.by ?? '';
  }
}

/** Lists of ids are the same in any order. */
const same = (one: unknown, other: unknown): boolean => JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));
const ordered = (value: unknown): unknown =>
  Array.isArray(value) && value.every((item) => typeof item === 'string') ? [...value].sort() : value;
