import { Injectable } from '@nestjs/common';
import {
  Db,
  type HiddenPlace,
  Ledger,
  type SensitiveField,
  type SensitiveSource,
  notFound,
} from '@samverkan/shared/api';
import { visibilityAt } from '@samverkan/shared/contract';
import { shownAt } from './publications.policy';
import { PublicationTraces } from './publication-traces';
import { type PublicationRow, PublicationsQuery } from './publications.query';

interface Texts extends Record<string, string> {
  title: string;
}

const most: Readonly<Record<string, number>> = {
  title: 300,
  series: 120,
  number: 40,
  dnr: 60,
  authors: 600,
  summary: 4000,
  summaryEn: 4000,
  motive: 300,
  links: 8000,
};
const several = new Set(['authors', 'summary', 'summaryEn', 'links']);

/** How a publication, or a file of it, that names somebody is hidden and cleaned. Of a file, cleaned is what is left when the file itself is gone. */
@Injectable()
export class PublicationSensitiveService implements SensitiveSource {
  constructor(
    private readonly db: Db,
    private readonly query: PublicationsQuery,
    private readonly traces: PublicationTraces,
    private readonly ledger: Ledger,
  ) {}

  async hide(kind: string, id: string): Promise<HiddenPlace> {
    const row = await this.row(kind, id);
    await this.db.query('select publication_text_hide($1, $2)', [kind, id]);
    if (kind === 'publication') await this.traces.gone(row);
    else await this.changed(row);
    const place = await this.db.one<{ reference: string }>(
      `select name || ', P-' || upper(right($2::text, 6)) as reference from organization where id = $1`,
      [row.organizationId, row.id],
    );
    return { reference: place?.reference ?? '', ownerIds: [...row.ownerIds], countyCodes: [...row.countyCodes] };
  }

  async fields(kind: string, id: string): Promise<SensitiveField[]> {
    await this.row(kind, id);
    const text =
      kind === 'publication'
        ? await this.db.one<Texts>(
            `select title, series, coalesce(number, '') as number, coalesce(dnr, '') as dnr, authors, summary, summary_en as "summaryEn",
               coalesce(withdrawn_motive, '') as motive,
               coalesce((select string_agg(l.title || ' ' || l.address, E'\\n' order by l.sort) from publication_link l where l.publication_id = p.id), '') as links
             from publication p where id = $1`,
            [id],
          )
        : await this.db.one<Texts>('select title from publication_file where id = $1', [id]);
    return Object.entries(text ?? {}).map(([name, value]) => ({
      name,
      text: value,
      max: kind === 'file' ? 160 : (most[name] ?? 300),
      lines: several.has(name) ? 'several' : 'one',
      required: name === 'title',
    }));
  }

  async show(kind: string, id: string, clean: Readonly<Record<string, string>> | null): Promise<void> {
    const row = await this.row(kind, id);
    await this.db.query('select publication_text_show($1, $2, $3)', [kind, id, JSON.stringify(clean ?? {})]);
    if (clean) {
      const trace = { area: 'publications', objectId: row.id, visibility: visibilityAt(shownAt(row)) };
      await this.ledger.changed(trace, row.version + 1, [{ field: 'textRemoved', before: null, after: null }]);
    }
    await this.changed(row);
  }

  private changed(row: PublicationRow): Promise<void> {
    const trace = { area: 'publications', objectId: row.id, visibility: visibilityAt(shownAt(row)) };
    return this.ledger.happened(trace, 'publication.changed');
  }

  private async row(kind: string, id: string): Promise<PublicationRow> {
    const file =
      kind === 'file'
        ? await this.db.one<{ of: string }>(
            'select publication_id as of from publication_file where id = $1 and removed_at is null',
            [id],
          )
        : undefined;
    const row = await this.query.row(kind === 'file' ? (file?.of ?? id) : id);
    if (!row || row.removedAt || (kind === 'file' && !file)) throw notFound();
    return row;
  }
}
