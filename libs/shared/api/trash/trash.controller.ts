import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Id, Trash, type TrashItem, trashDays } from '@samverkan/shared/contract';
import { Db } from '../db/db';
import { Ledger } from '../db/ledger';
import { log } from '../http/log';
import { conflict, notFound } from '../http/problems';
import { TrashSources } from '../ports/trash-sources';
import { Allow } from '../rights/allow';
import * as z from 'zod';
import { moment } from '../db/moment';

const Kind = z.string().max(60).meta({ id: 'TrashKind' });

/** What one has taken away, and one's organisation, in the last thirty days. It is put back where each area puts it back. */
@ApiTags('trash')
@Controller('api/trash')
export class TrashController {
  constructor(
    private readonly db: Db,
    private readonly sources: TrashSources,
    private readonly ledger: Ledger,
  ) {}

  @Get()
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Trash })
  async list(): Promise<Trash> {
    const rows = await this.db.query<Omit<TrashItem, 'restore' | 'mayPurge'>>(
      `select t.kind, t.id, t.title, t.place, t.path, ${moment('t.at')} as "takenAt", (select u.name from app_user u where u.id = t.taken_by) as "takenBy",
         ((t.at + interval '${trashDays} days') at time zone 'Europe/Stockholm')::date::text as "goesOn"
       from (${this.sources.query}) t order by t.at desc, t.id limit 200`,
    );
    const { sources } = this;
    return {
      items: rows.map((row) => ({
        ...row,
        restore: sources.restoreOf(row.kind, row.id),
        mayPurge: sources.purgeOf(row.kind) !== undefined,
      })),
    };
  }

  /** Takes one away for good at once, with what was kept beside it; it cannot be undone. 409 while something else points at it. */
  @Delete(':kind/:id')
  @HttpCode(204)
  @Allow('signed-in')
  @ApiNoContentResponse()
  async purge(@Param('kind', { schema: Kind }) kind: string, @Param('id', { schema: Id }) id: string): Promise<void> {
    const purge = this.sources.purgeOf(kind);
    const done = purge ? await this.db.one<{ said: string | null }>(purge, [id]) : undefined;
    if (!done?.said) throw notFound();
    if (done.said !== 'gone') throw conflict(done.said);
    const area = kind.split('.')[0] ?? kind;
    await this.ledger.audited('trash.purged', area, id);
    // Kept outside the database: after a restore of an older backup these are purged again (docs/operations.md).
    log.info({ area, kind, objectId: id }, 'text purged');
  }
}
