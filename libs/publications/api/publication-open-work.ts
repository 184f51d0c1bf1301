import { Injectable } from '@nestjs/common';
import { Db, type OpenWorkSource, conflict } from '@samverkan/shared/api';
import { PublicationsService } from './publications.service';

/** Publications by the function one asks about them: what a holder who leaves has open. */
@Injectable()
export class PublicationOpenWork implements OpenWorkSource {
  readonly area = 'publications';
  readonly select = `
    select p.id, p.function_id, p.title, '/publikationer/' || p.id as path, p.status as state, p.changed_at as at, p.shown >= 2 as county_reads
    from publication p where p.function_id = any ($1::uuid[]) and p.status <> 'withdrawn' and p.removed_at is null`;

  constructor(
    private readonly db: Db,
    private readonly publications: PublicationsService,
  ) {}

  async move(id: string, toFunctionId: string): Promise<void> {
    const { version } = await this.publications.read(id);
    await this.publications.change(id, version, { functionId: toFunctionId });
  }

  /** The publication stands; nobody is asked about it any more. The reason stands with the decision of the handover. */
  async close(id: string): Promise<void> {
    const { version } = await this.publications.read(id);
    await this.publications.change(id, version, { functionId: null });
  }

  async reopen(id: string): Promise<void> {
    const { version, function: now } = await this.publications.read(id);
    const before = await this.db.one<{ function: string | null }>(
      `select before #>> '{}' as function from change_log where area = 'publications' and object_id = $1 and field = 'functionId' order by at desc, id desc limit 1`,
      [id],
    );
    if (now || !before?.function) throw conflict('stale-version');
    await this.publications.change(id, version, { functionId: before.function });
  }
}
