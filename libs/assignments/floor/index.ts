import { type AreaFloor, only } from '@samverkan/shared/floor';
import { answers, assignment, edits } from './assignment';

const one = '/api/assignments/{id}';
const nobody = '01900000-0000-7000-8000-000000000000';
const keepers = ['county_staff', 'county_admin'] as const;
const kept = { of: assignment, entry: keepers, may: edits };
const answered = { of: assignment, entry: keepers, may: answers };

export const floor: AreaFloor = {
  operations: {
    'GET /api/assignments': { lists: assignment, query: '?q={words}&size=50' },
    'GET /api/assignments/export': { entry: 'signed-in', query: '?format=csv' },
    'POST /api/assignments': {
      entry: keepers,
      body: { title: 'Prov av golvet', allBoards: true, visibility: 'own' },
    },
    [`GET ${one}`]: { of: assignment },
    [`PATCH ${one}`]: { ...kept, body: { title: 'Ett annat namn' } },
    [`GET ${one}/history`]: { of: assignment },
    [`PUT ${one}/visibility`]: { ...kept, body: { visibility: 'own' } },
    ...Object.fromEntries(
      ['start', 'report', 'close', 'undo'].map((verb) => [`POST ${one}/${verb}`, { ...kept, body: {} }]),
    ),
    [`PUT ${one}/goals/{goalId}`]: { ...answered, body: {} },
    // One's own ties: those planted are the keeper's.
    [`DELETE ${one}/goals/{goalId}`]: kept,
    [`PUT ${one}/actions/{actionId}`]: { ...answered, body: {} },
    [`DELETE ${one}/actions/{actionId}`]: kept,
    [`PUT ${one}/reports/{reportId}/done`]: { ...answered, body: { reportedOn: '2026-11-01' } },
    [`DELETE ${one}/reports/{reportId}/done`]: answered,
  },
  tables: {
    assignment: { of: assignment, key: 'id', changes: edits },
    assignment_report: { of: assignment, key: 'assignment_id', changes: edits },
    assignment_reported: {
      foreign: `not exists (select from assignment_report r join assignment a on a.id = r.assignment_id where r.id = report_id)`,
      fixed: `organization_id <> ctx_org()`,
    },
    assignment_goal: { of: assignment, key: 'assignment_id', changes: edits },
    assignment_action: { of: assignment, key: 'assignment_id', changes: edits },
  },
  channels: only({
    list: ['/api/assignments', '/api/assignments?mine=true', '/api/assignments?due=true'],
    detail: [one],
    search: ['/api/assignments?q={words}'],
    related: [`/api/assignments?goal=${nobody}`, `/api/assignments?action=${nobody}`],
    counters: ['/api/assignments?size=1'],
    export: ['/api/assignments/export?format=csv&q={words}'],
    history: [`${one}/history`],
    errors: [`${one}/finns-inte`],
    edit: [one],
  }),
  // Only county boards enter them; that they are hidden from others is tried in the area's own spec.
  hides: [],
  hideable: [
    {
      kind: 'assignment',
      table: 'assignment',
      by: ['county_staff', 'county_board:22'],
      deeds: [
        {
          method: 'POST',
          path: '/api/assignments',
          body: { title: 'Uppdrag {words}', allBoards: true, visibility: 'members' },
        },
        { method: 'PATCH', path: '/api/assignments/{id}', body: { text: 'Om {words}.' } },
      ],
    },
  ],
};
