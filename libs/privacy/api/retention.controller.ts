import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Retention, RetentionDue, RuleKey } from '@samverkan/privacy/contract';
import { Allow, type Role } from '@samverkan/shared/api';
import { RetentionService } from './retention.service';

const administrators: readonly Role[] = ['county_admin', 'system_admin'];

/** What goes when it has served its time. */
@ApiTags('retention')
@Controller('api/retention')
export class RetentionController {
  constructor(private readonly service: RetentionService) {}

  /** Each rule with what tonight's run would take, and the last fourteen runs. */
  @Get()
  @Allow(administrators)
  @ApiOkResponse({ standardSchema: Retention })
  preview(): Promise<Retention> {
    return this.service.preview();
  }

  /** What one rule would take tonight, oldest first. */
  @Get(':key')
  @Allow(administrators)
  @ApiOkResponse({ standardSchema: RetentionDue })
  due(@Param('key', { schema: RuleKey }) key: string): Promise<RetentionDue> {
    return this.service.dueBy(key);
  }
}
