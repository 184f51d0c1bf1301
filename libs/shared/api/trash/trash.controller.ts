import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Trash, type TrashItem, trashDays } from '@samverkan/shared/contract';
import { Db } from '../db/db';
import { TrashSources } from '../ports/trash-sources';
import { Allow } from '../rights/allow';

const moment = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** What one has taken away, and one's organisation, in the last thirty days. It is put back where each area puts it back. */
@ApiTags('trash')
@Controller('api/trash')
export class TrashController {
  constructor(
    private readonly db: Db,
    private readonly sources: TrashSources,
  ) {}

  @Get()
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Trash })
  async list(): Promise<Trash> {
    const rows = await this.db.query<Omit<TrashItem, 'restore'>>(
      `select t.kind, t.id, t.title, t.place, t.path, ${moment('t.at')} as "takenAt", (select u.name from app_user u where u.id = t.taken_by) as "takenBy",
         ((t.at + interval '${trashDays} days') at time zone 'Europe/Stockholm')::date::text as "goesOn"
       from (${this.sources.query}) t order by t.at desc, t.id limit 200`,
    );
    return { items: rows.map((row) => ({ ...row, restore: this.sources.restoreOf(row.kind, row.id) })) };
  }
}
