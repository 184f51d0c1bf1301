import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DemoOutbox } from '@samverkan/shared/contract';
import { CONFIGURATION } from '../config/config.token';
import type { Configuration } from '../config/configuration';
import { Db } from '../db/db';
import { notFound } from '../http/problems';
import { Allow } from '../rights/allow';
import { moment } from '../db/moment';

/** Where the demo's mail ends up: it is sent to nobody. */
@ApiTags('demo')
@Controller('api/demo/outbox')
export class OutboxController {
  constructor(
    private readonly db: Db,
    @Inject(CONFIGURATION) private readonly settings: Configuration,
  ) {}

  /** The fifty latest letters, newest first. Not found outside demo mode, or where mail really leaves. */
  @Get()
  @Allow('anonymous')
  @ApiOkResponse({ standardSchema: DemoOutbox })
  async read(): Promise<DemoOutbox> {
    if (!this.settings.SAMVERKAN_DEMO || this.settings.SMTP_URL) throw notFound();
    const letters = await this.db.query<DemoOutbox['letters'][number]>(
      `select id, to_address as "to", subject, text, link, ${moment('at')} as "sentAt"
       from demo_mail order by at desc, id desc limit 50`,
    );
    return { letters };
  }
}
