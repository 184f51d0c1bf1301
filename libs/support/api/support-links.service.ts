import { Injectable } from '@nestjs/common';
import { Db, Searchables, badInput } from '@samverkan/shared/api';
import {
  type SupportLink,
  type SupportLinkInput,
  type SupportLinkKind,
  supportLinkKinds,
} from '@samverkan/support/contract';

interface Target {
  kind: SupportLinkKind;
  id: string;
}

/** What a request leads to, each read as its own area shows it to this reader: what she may not see is not in the list. */
@Injectable()
export class SupportLinks {
  constructor(
    private readonly db: Db,
    private readonly sources: Searchables,
  ) {}

  async of(requestId: string): Promise<SupportLink[]> {
    const linked = await this.db.query<Target>(
      'select l.kind, l.target_id as id from support_link l where l.request_id = $1 order by l.linked_on, l.target_id',
      [requestId],
    );
    return this.read(linked);
  }

  /** In the order asked for. */
  async read(targets: readonly Target[]): Promise<SupportLink[]> {
    const rows = this.sources.all.filter(({ group }) => targets.some(({ kind }) => kind === group));
    if (rows.length === 0) return [];
    return this.db.query<SupportLink>(
      `with wanted as (select * from jsonb_to_recordset($1::jsonb) w (kind text, id uuid, place int))
       select s.kind, s.id, s.title, s.about, s.path from (${rows
         .map(
           ({ group, row }) =>
             `select f.kind, f.id, f.place, x.title, x.about, x.path from wanted f cross join lateral (${row}) x (title, about, path) where f.kind = '${group}'`,
         )
         .join(' union all ')}) s order by s.place`,
      [JSON.stringify(targets.map(({ kind, id }, place) => ({ kind, id, place })))],
    );
  }

  /** False where it stood already. */
  async add(requestId: string, { kind, id }: SupportLinkInput): Promise<boolean> {
    if ((await this.read([{ kind, id }])).length === 0) throw badInput([{ path: 'id', code: 'field.not-a-choice' }]);
    const done = await this.db.query(
      'insert into support_link (request_id, kind, target_id) values ($1, $2, $3) on conflict do nothing returning kind',
      [requestId, kind, id],
    );
    return done.length > 0;
  }

  /** False where it did not stand. */
  async remove(requestId: string, { kind, id }: SupportLinkInput): Promise<boolean> {
    const done = await this.db.query(
      'delete from support_link where request_id = $1 and kind = $2 and target_id = $3 returning kind',
      [requestId, kind, id],
    );
    return done.length > 0;
  }

  /** The kinds that stand in the house. */
  get kinds(): SupportLinkKind[] {
    return supportLinkKinds.filter((kind) => this.sources.all.some(({ group }) => group === kind));
  }
}
