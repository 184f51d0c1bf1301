import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RetentionRules } from '../ports/retention-rules';

/** What the shared tables keep for a time only. The times themselves stand in the functions of migration 0017. */
@Injectable()
export class SharedRetention implements OnModuleInit {
  constructor(private readonly rules: RetentionRules) {}

  onModuleInit(): void {
    for (const [key, keeps] of [
      ['drafts', 'P30D'],
      ['answers', 'P2D'],
      ['letters', 'P30D'],
      ['audit', 'P24M'],
    ] as const)
      this.rules.register({
        key,
        area: 'shared',
        keeps,
        due: `select * from retention_${key}_due($1)`,
        take: `select * from retention_${key}_take($1, $2)`,
      });
  }
}
