import { type AreaFloor, only } from '@samverkan/shared/floor';
import { strategy } from './strategy';
import { adopted, commitment, draft, draftGoal, draftSignatory, undertakes, writes } from './written';

const key = 'strategy_id';
const one = '/api/strategies/{id}';
const nobody = '01900000-0000-7000-8000-000000000000';
const writers = ['municipal', 'regional', 'county_staff', 'county_admin'] as const;
const undertakers = ['partner', ...writers] as const;
const written = { entry: writers, may: writes };
const undertaken = { of: commitment, entry: undertakers, may: undertakes };
const plan = { kind: 'local_plan', title: 'Prov av golvet', shortTitle: 'Prov' };
const hidden = 'strategy_hidden_text';
const inDraft = '(select g.strategy_id from goal g where g.id = goal_id)';

export const floor: AreaFloor = {
  operations: {
    'GET /api/strategies': { lists: strategy, query: '' },
    'POST /api/strategies': { entry: writers, body: plan },
    [`GET ${one}`]: { of: strategy },
    [`PATCH ${one}`]: { of: draft, ...written, body: { vision: 'Prov' } },
    [`PUT ${one}/frames`]: { of: draft, ...written, body: { frames: [] } },
    [`DELETE ${one}`]: { of: draft, ...written },
    [`POST ${one}/restoration`]: { entry: writers, params: { id: nobody }, answers: 404, body: {} },
    [`POST ${one}/repeal`]: { of: adopted, ...written, body: { motive: 'Prov av golvet' } },
    'GET /api/goals/choices': { entry: 'signed-in' },
    [`POST ${one}/goals`]: { of: draft, ...written, body: { title: 'Ett mål' } },
    [`POST ${one}/goals/{goalId}/restoration`]: { of: draft, ...written, body: {} },
    'POST /api/goals/{id}/restoration': { entry: writers, params: { id: nobody }, answers: 404, body: {} },
    'PATCH /api/goals/{id}': { of: draftGoal, ...written, body: { title: 'Ett annat mål' } },
    'PUT /api/goals/{id}/place': { of: draftGoal, ...written, body: { parentId: null, afterId: null } },
    'PUT /api/goals/{id}/links': { of: draftGoal, ...written, body: { links: [] } },
    'DELETE /api/goals/{id}': { of: draftGoal, ...written },
    [`GET ${one}/history`]: { of: strategy },
    [`GET ${one}/document`]: { of: strategy },
    [`GET ${one}/import/template`]: { of: draft, ...written },
    [`PUT ${one}/import/preview`]: { of: draft, ...written },
    [`PUT ${one}/import/errors`]: { of: draft, ...written },
    [`POST ${one}/import`]: { of: draft, ...written },
    [`POST ${one}/import/undo`]: { of: draft, ...written, body: { version: 1 } },
    [`GET ${one}/succession`]: { of: strategy },
    [`PUT ${one}/succession/{oldGoalId}`]: {
      of: draft,
      ...written,
      body: { kind: 'ended', motive: 'Prov', version: 1 },
    },
    [`PUT ${one}/succession/{oldGoalId}/followers`]: {
      entry: writers,
      params: { id: nobody, oldGoalId: nobody },
      answers: 404,
      body: { area: 'actions', id: nobody, goalIds: [] },
    },
    [`POST ${one}/adoption`]: { of: draft, ...written, body: { decidedOn: '2026-01-01' } },
    [`POST ${one}/adoption/undo`]: { of: adopted, ...written, body: {} },
    [`POST ${one}/signatories`]: { of: draft, ...written, body: { organizationId: nobody } },
    'PATCH /api/signatories/{id}': { of: draftSignatory, ...written, body: { functionTitle: 'Kommunchef' } },
    'DELETE /api/signatories/{id}': { of: draftSignatory, ...written },
    'GET /api/commitments': { lists: commitment, query: '' },
    'POST /api/commitments': {
      entry: undertakers,
      answers: 404,
      body: { goalId: nobody, text: 'Vi åtar oss att pröva golvet.' },
    },
    'PATCH /api/commitments/{id}': { ...undertaken, body: { text: 'Vi åtar oss något annat.' } },
    'POST /api/commitments/{id}/confirmation': { ...undertaken, body: {} },
    'POST /api/commitments/{id}/withdrawal': { ...undertaken, body: {} },
    'POST /api/commitments/{id}/resumption': { ...undertaken, body: {} },
  },
  tables: {
    strategy: { of: strategy, key: 'id', changes: writes },
    // Only while it is cleaned, by whoever may; `sensitive.api.spec.ts` does that.
    [hidden]: { foreign: 'true' },
    goal: { of: strategy, key, changes: writes },
    goal_link: { of: strategy, key: inDraft, changes: writes },
    signatory: { of: strategy, key, changes: writes },
    strategy_frame: { of: strategy, key, changes: writes },
    strategy_succession: { of: strategy, key: 'old_id', changes: writes },
    goal_succession: { of: draft, key, changes: writes },
    succession_choice: { of: draft, key, changes: writes },
    strategy_adoption: {
      foreign: `adopted_for is distinct from ctx_org() or ctx_role() not in ('coordinator', 'county_staff', 'county_admin')`,
    },
    commitment: { of: commitment, key: 'id', changes: undertakes },
  },
  channels: only({
    list: ['/api/strategies', '/api/commitments'],
    detail: [one],
    autocomplete: ['/api/goals/choices'],
    related: [`${one}/succession`, '/api/commitments?strategy={id}'],
    nested: ['/api/goals/choices'],
    counters: ['/api/strategies'],
    export: [`${one}/document`],
    history: [`${one}/history`],
    edit: [one],
  }),
  hideable: [
    {
      kind: 'strategy',
      table: hidden,
      deeds: [
        { method: 'POST', path: '/api/strategies', body: { ...plan, title: 'Plan om {words}' } },
        { method: 'PATCH', path: one, body: { vision: 'En vision om {words}' } },
      ],
    },
    {
      kind: 'goal',
      table: hidden,
      deeds: [
        { method: 'POST', path: '/api/strategies', body: plan },
        { method: 'POST', path: `${one}/goals`, body: { title: 'Mål om {words}', text: 'Mer om {words}' } },
      ],
      found: `select id from goal where title like '%' || $1 || '%'`,
    },
    {
      kind: 'commitment',
      table: hidden,
      needs: { goal: `select id from goal where key = 'reg-22-handlingsplan-2022:1'` },
      deeds: [{ method: 'POST', path: '/api/commitments', body: { goalId: '{goal}', text: 'Vi åtar oss {words}.' } }],
    },
  ],
  hides: [
    { method: 'POST', path: '/api/strategies', body: { ...plan, title: 'Hemlig plan {words}' }, subject: strategy },
  ],
};

export { strategy } from './strategy';
