// Nothing can become ownerless: whatever names a function, in any area, is open work of whoever leaves it. What names one is asked of PostgreSQL's own
// catalogue, and each area that registers has a piece planted here that goes all ways a handover has.
import type { ContactFunction, Handover, HandoverList } from '@samverkan/contacts/contract';
import { OpenWorks } from '@samverkan/shared/api';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

/** What names a function and is no work, and why. */
const noWork: Readonly<Record<string, string>> = {
  comment_mention: 'tells whoever holds it, then as now, and asks for nothing',
  contact_group: 'means functions, which answer for nothing by it',
  contact_holder: 'is who holds it',
  contact_holder_name: 'is who holds it',
  contact_inside_name: 'is who holds it',
  contact_invitation: 'is who is to hold it',
  contact_letter: 'asks whether it is true',
  contact_report: 'says that something of it is not',
  contact_search: 'is how it is found',
  contact_sending: 'has been sent; the mailbox that gets the answers is the function’s, whoever holds it',
  contact_sending_recipient: 'has been sent',
  handover: 'is the handover',
  handover_item: 'is the handover',
};

let app: TestApp;
let leaving: Client;
let colleague: Client;
let neighbour: Client;
let goal: string;
let board: string;
let shared: string;
let own: string;
let together: string;
beforeAll(async () => {
  app = await testApp();
  [leaving, colleague] = [
    await app.someone('county_staff', 'county_board:22'),
    await app.someone('county_staff', 'county_board:22'),
  ];
  const [row] = await app.sql<{ id: string }>(`select id from goal where key = 'reg-22-handlingsplan-2022:1'`);
  goal = row?.id ?? '';
  neighbour = await app.someone('coordinator', 'municipality:2283');
  const action = { title: 'Görs gärna med andra', kind: 'other', status: 'planned', visibility: 'county' };
  own = (await colleague.post<{ id: string }>('/api/actions', action)).body.id;
  shared = (await neighbour.post<{ id: string }>('/api/actions', action)).body.id;
  // A draft: whoever says no to it sees it no more, and can take that back all the same.
  const training = { kind: 'conference', title: 'Hålls gärna med andra', visibility: 'county' };
  together = (await neighbour.post<{ id: string }>('/api/offers', training)).body.id;
  const [county] = await app.sql<{ id: string }>(`select id from organization where key = 'county_board:22'`);
  board = county?.id ?? '';
});
afterAll(() => app.close());

/** A piece of each area that a function answers for, made by a colleague of its holder or by somebody else. An area that registers and is not here fails below. */
const pieces: Readonly<Record<string, (functionId: string) => [path: string, body: object, by?: Client]>> = {
  actions: (responsibleFunctionId) => [
    '/api/actions',
    { title: 'Öppet', kind: 'other', status: 'planned', visibility: 'county', responsibleFunctionId },
  ],
  assignments: (functionId) => [
    '/api/assignments',
    { title: 'Öppet uppdrag', allBoards: true, visibility: 'county', functionId },
  ],
  publications: (functionId) => ['/api/publications', { title: 'Öppen skrift', type: 'report', functionId }],
  tasks: (functionId) => [
    `/api/actions/${own}/tasks`,
    { title: 'Boka lokalen', organizationId: board, functionId, dueOn: '2099-01-01' },
  ],
  cooperations: (functionId) => [
    `/api/actions/${shared}/invitations`,
    { organizationId: board, role: 'owner', functionId },
    neighbour,
  ],
  commitments: (functionId) => ['/api/commitments', { goalId: goal, text: 'Öppet åtagande', functionId }],
  learning: (functionId) => [
    '/api/offers',
    { kind: 'conference', title: 'Öppen konferens', visibility: 'county', functionId },
  ],
  hostings: (functionId) => [`/api/offers/${together}/hostings`, { organizationId: board, functionId }, neighbour],
  methods: (functionId) => ['/api/methods', { name: 'Öppen metod', functionId }],
  questions: (functionId) => ['/api/questions', { title: 'En öppen fråga', subject: 'other', functionId }],
  support: (functionId) => [
    '/api/support',
    { title: 'Ett öppet stödbehov', subject: 'other', form: 'advice', functionId },
  ],
  followup: (functionId) => [
    '/api/assessments',
    { goalId: goal, level: 'needs_more', reason: 'Öppen bedömning.', assessedOn: '2026-11-01', functionId },
  ],
};

const userOf = async (client: Client) => (await client.get<{ user: { id: string } }>('/api/session')).body.user.id;
const aFunction = async (title: string, userId: string) => {
  const holder = { naming: 'named', userId, validFrom: '2026-01-01' };
  return (await colleague.post<ContactFunction>('/api/contacts', { title, visibility: 'members', holder })).body;
};
const decide = async (handover: Handover, area: string, decision: string, more: object = {}) => {
  const items = handover.items.filter((item) => item.area === area).map(({ objectId }) => ({ area, objectId }));
  const { status, text } = await colleague.post(`/api/handovers/${handover.id}/decisions`, {
    items,
    decision,
    ...more,
  });
  return [area, decision, status, status < 300 ? '' : text];
};

it('has every area that lets a function answer for something among those that tell what is open', async () => {
  const { query } = app.get(OpenWorks);
  const naming = await app.sql<{ name: string }>(`
    select distinct c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'samverkan'::regnamespace and c.relkind = 'r' and (a.attname ~ 'function_ids?$' or exists (
      select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and k.confrelid = 'contact_function'::regclass))
    order by 1`);
  const work = naming.map(({ name }) => name).filter((name) => !noWork[name]);
  expect(work.filter((name) => !new RegExp(`from ${name}\\b`).test(query))).toEqual([]);
  expect(work.length).toBe(app.get(OpenWorks).names.length);
});

it('puts every piece of whoever leaves on one screen, and each of them can be taken over, given on and ended, and that taken back', async () => {
  const areas = [...app.get(OpenWorks).names].sort();
  expect(Object.keys(pieces).sort()).toEqual(areas);
  const post = await aFunction('Den som går', await userOf(leaving));
  const other = await aFunction('Den som stannar', await userOf(colleague));
  for (const area of areas) {
    const [path, body, by = leaving] = pieces[area]!(post.id);
    const made = await by.post(path, body);
    expect([area, made.status, made.status < 300 ? '' : made.text]).toEqual([area, 201, '']);
  }
  await app.sql('update membership set valid_to = today() - 1 where user_id = $1', [await userOf(leaving)]);
  const handover = async () =>
    (await colleague.get<HandoverList>('/api/handovers')).body.items.find(
      (one) => one.function.id === post.id,
    ) as Handover;
  const undo = (area: string, { items, id }: Handover) =>
    colleague.post(`/api/handovers/${id}/decisions/undo`, {
      area,
      objectId: items.find((item) => item.area === area)?.objectId,
    });

  const left = await handover();
  expect(left.items.map(({ area, decision }) => [area, decision])).toEqual(areas.map((area) => [area, null]));
  for (const area of areas)
    for (const [decision, more] of [
      ['taken', {}],
      ['moved', { toFunctionId: other.id }],
      ['closed', { reason: 'Behövs inte längre' }],
    ] as const) {
      expect(await decide(await handover(), area, decision, more)).toEqual([area, decision, 200, '']);
      expect([area, (await undo(area, await handover())).status]).toEqual([area, 200]);
    }
  const again = await handover();
  expect(again.items.map(({ area, decision }) => [area, decision])).toEqual(areas.map((area) => [area, null]));

  const retired = await colleague.post<{ code: string }>(`/api/contacts/${post.id}/retire`, {});
  expect([retired.status, retired.body.code]).toEqual([409, 'contact.has-open-work']);
  for (const area of areas)
    expect(await decide(await handover(), area, 'moved', { toFunctionId: other.id })).toEqual([area, 'moved', 200, '']);
  expect((await handover()).settledAt).not.toBeNull();
  expect((await colleague.post(`/api/contacts/${post.id}/retire`, {})).status).toBe(200);
});
