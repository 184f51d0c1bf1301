import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Draft, DraftInput, DraftKey } from '@samverkan/shared/contract';
import { Db } from '../db/db';
import { notFound } from '../http/problems';
import { Allow } from '../rights/allow';
import { moment } from '../db/moment';

/** Forms somebody has begun: hers alone, kept for the organisation she acts for, so that nothing typed is lost. */
@ApiTags('drafts')
@Controller('api/drafts')
export class DraftsController {
  constructor(private readonly db: Db) {}

  @Get(':key')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Draft })
  async read(@Param('key', { schema: DraftKey }) key: string): Promise<Draft> {
    const draft = await this.db.one<Draft>(`select key, content, ${updatedAt} from draft where key = $1`, [key]);
    // Most forms are opened anew: that nothing is kept is an answer, no fault.
    return draft ?? { key, content: {}, updatedAt: null };
  }

  @Put(':key')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Draft })
  async keep(
    @Param('key', { schema: DraftKey }) key: string,
    @Body({ schema: DraftInput }) input: DraftInput,
  ): Promise<Draft> {
    const draft = await this.db.one<Draft>(
      `insert into draft (user_id, organization_id, key, content) values (ctx_user(), ctx_org(), $1, $2)
       on conflict (user_id, organization_id, key) do update set content = excluded.content, updated_at = clock_timestamp()
       returning key, content, ${updatedAt}`,
      [key, JSON.stringify(input.content)],
    );
    if (!draft) throw notFound();
    return draft;
  }

  @Delete(':key')
  @HttpCode(204)
  @Allow('signed-in')
  async discard(@Param('key', { schema: DraftKey }) key: string): Promise<void> {
    await this.db.query('delete from draft where key = $1', [key]);
  }
}

const updatedAt = `${moment('updated_at')} as "updatedAt"`;
