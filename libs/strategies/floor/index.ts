import { type AreaFloor, only } from '@samverkan/shared/floor';
import { strategy } from './strategy';

const key = 'strategy_id';

export const floor: AreaFloor = {
  operations: {
    'GET /api/strategies': { lists: strategy, query: '' },
    'GET /api/strategies/{id}': { of: strategy },
    'GET /api/goals/choices': { entry: 'signed-in' },
  },
  tables: {
    strategy: { of: strategy, key: 'id' },
    goal: { of: strategy, key },
    goal_link: { of: strategy, key: '(select g.strategy_id from goal g where g.id = goal_id)' },
    signatory: { of: strategy, key },
    strategy_frame: { of: strategy, key },
    strategy_succession: { of: strategy, key: 'old_id' },
  },
  channels: only({
    list: ['/api/strategies'],
    autocomplete: ['/api/goals/choices'],
    nested: ['/api/goals/choices'],
    counters: ['/api/strategies'],
  }),
  // A draft of a strategy cannot be written yet: the matrix plants one beneath the API.
  hides: [],
};
