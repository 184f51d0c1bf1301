export { type OpenLandscape, type OpenStrategy, OpenStrategies } from './open-strategies';
export { StrategiesModule } from './strategies.module';
export { type StrategySubject, keepsStrategy, strategiesPolicy } from './strategies.policy';
export { type StrategyRow, StrategyTraces } from './strategy-traces';
