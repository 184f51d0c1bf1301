import { Module, type OnModuleInit } from '@nestjs/common';
import { Db, OrganizationMoves, sqlMover } from '@samverkan/shared/api';
import { GoalsController } from './goals.controller';
import { StrategiesController } from './strategies.controller';
import { StrategiesQuery } from './strategies.query';
import { StrategiesService } from './strategies.service';

@Module({ controllers: [StrategiesController, GoalsController], providers: [StrategiesQuery, StrategiesService] })
export class StrategiesModule implements OnModuleInit {
  constructor(
    private readonly moves: OrganizationMoves,
    private readonly db: Db,
  ) {}

  onModuleInit(): void {
    this.moves.register(
      'strategies',
      sqlMover(this.db, {
        preview: `select 'strategies.owner' as kind, count(*)::int as count from strategy where owner_organization_id = $1
          union all select 'strategies.signatory', count(*)::int from signatory where organization_id = $1`,
        move: 'strategy_organization_move',
        putBack: 'strategy_organization_put_back',
      }),
    );
  }
}
