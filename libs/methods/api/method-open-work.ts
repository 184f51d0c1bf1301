import { Injectable } from '@nestjs/common';
import { Db, type OpenWorkSource, conflict } from '@samverkan/shared/api';
import { MethodsService } from './methods.service';

/** Methods by the function that looks them over: what a holder who leaves has open. */
@Injectable()
export class MethodOpenWork implements OpenWorkSource {
  readonly area = 'methods';
  readonly select = `
    select m.id, m.function_id, m.name as title, '/metoder/' || m.id as path, m.status as state, m.changed_at as at, m.shown >= 2 as county_reads
    from method m where m.function_id = any ($1::uuid[]) and (m.retires_on is null or m.retires_on > today()) and m.removed_at is null`;

  constructor(
    private readonly db: Db,
    private readonly methods: MethodsService,
  ) {}

  async move(id: string, toFunctionId: string): Promise<void> {
    const { version } = await this.methods.read(id);
    await this.methods.change(id, version, { functionId: toFunctionId });
  }

  /** The method stands; nobody is asked about it any more. The reason stands with the decision of the handover. */
  async close(id: string): Promise<void> {
    const { version } = await this.methods.read(id);
    await this.methods.change(id, version, { functionId: null });
  }

  async reopen(id: string): Promise<void> {
    const { version, function: now } = await this.methods.read(id);
    const before = await this.db.one<{ function: string | null }>(
      `select before #>> '{}' as function from change_log where area = 'methods' and object_id = $1 and field = 'functionId' order by at desc, id desc limit 1`,
      [id],
    );
    if (now || !before?.function) throw conflict('stale-version');
    await this.methods.change(id, version, { functionId: before.function });
  }
}
