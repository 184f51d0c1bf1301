import { type AreaFloor, only } from '@samverkan/shared/floor';
import { ends, sets, task, work } from './task';

const one = '/api/tasks/{id}';
const about = '/api/actions/{id}/tasks';
const nobody = '01900000-0000-7000-8000-000000000000';
const input = { title: 'Prov av golvet', organizationId: nobody, dueOn: '2099-01-01' };

export const floor: AreaFloor = {
  operations: {
    [`GET ${about}`]: { of: work, also: { query: '?seenAs={party}', may: sets } },
    [`POST ${about}`]: { of: work, may: sets, body: input },
    'GET /api/tasks': { entry: 'signed-in' },
    [`GET ${one}`]: { of: task },
    [`PUT ${one}`]: { of: task, may: sets, body: input },
    [`DELETE ${one}`]: { of: task, may: sets },
    [`POST ${one}/restoration`]: { of: task, may: sets, body: {} },
    [`POST ${one}/done`]: { of: task, may: ends, body: {} },
    [`DELETE ${one}/done`]: { of: task, may: ends },
  },
  tables: { action_task: { of: task, key: 'id', changes: ends } },
  channels: only({
    list: ['/api/tasks', '/api/tasks?late=true', '/api/tasks?state=ended'],
    detail: [one],
    related: [about],
    counters: ['/api/tasks?size=1'],
    errors: [`${one}/finns-inte`],
    edit: [one],
  }),
  // Hiding one takes an action that is hidden first: tried in the area's own spec.
  hides: [],
  hideable: [
    {
      kind: 'task',
      table: 'action_task',
      needs: { us: `select id from organization where key = 'municipality:2283'` },
      deeds: [
        {
          method: 'POST',
          path: '/api/actions',
          body: { title: 'Insats att göra något i', kind: 'other', status: 'planned', visibility: 'members' },
        },
        {
          method: 'POST',
          path: '/api/actions/{id}/tasks',
          body: { title: 'Ring {words}', organizationId: '{us}', dueOn: '2099-01-01' },
        },
      ],
    },
  ],
};
