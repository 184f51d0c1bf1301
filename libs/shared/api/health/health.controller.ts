import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Allow } from '../rights/allow';
import { Readiness } from './readiness';

@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** The process answers. */
  @Get('live')
  @Allow('anonymous')
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  /** The process can do its work: 200 `ready`, or 503 with the reason. */
  @Get('ready')
  @Allow('anonymous')
  async ready(@Res({ passthrough: true }) response: Response): Promise<{ status: string }> {
    const status = await this.readiness.state();
    response.status(status === 'ready' ? 200 : 503).setHeader('Cache-Control', 'no-store');
    return { status };
  }
}
