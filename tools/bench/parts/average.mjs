// The average server: the same jobs as a framework's tutorial does them, with entities, relations, findAndCount and save, on tables that such a design would have.
// It has no session, audit or history; the reader's rights are in its conditions.
import { createServer } from 'node:http';
import typeorm from 'typeorm';
import { read, yardstick } from './floor.mjs';

const { DataSource, EntitySchema, ILike, In } = typeorm;

const tables = `
  DROP SCHEMA IF EXISTS average CASCADE;
  CREATE SCHEMA average;
  CREATE TABLE average.organization AS SELECT id, name, kind FROM samverkan.organization;
  CREATE TABLE average.goal AS SELECT id, number, title FROM samverkan.goal;
  CREATE TABLE average.action AS SELECT id, reference, title, description, kind, status, starts_on, ends_on, visibility, target_groups, forms, phases, municipality_codes[1] AS municipality,
    county_codes[1] AS county, partner_names, last_update_on, changed_at, demo, version FROM samverkan.action;
  CREATE TABLE average.action_owner AS SELECT action_id, organization_id FROM samverkan.action_owner;
  CREATE TABLE average.action_partner AS SELECT action_id, organization_id FROM samverkan.action_partner;
  CREATE TABLE average.action_goal AS SELECT action_id, goal_id FROM samverkan.action_goal;
  CREATE TABLE average.action_update AS SELECT id, action_id, happened_on, done, effect, counts, created_at FROM samverkan.action_update;
  ALTER TABLE average.organization ADD PRIMARY KEY (id); ALTER TABLE average.goal ADD PRIMARY KEY (id); ALTER TABLE average.action ADD PRIMARY KEY (id);
  ALTER TABLE average.action_owner ADD PRIMARY KEY (action_id, organization_id); ALTER TABLE average.action_partner ADD PRIMARY KEY (action_id, organization_id);
  ALTER TABLE average.action_goal ADD PRIMARY KEY (action_id, goal_id); ALTER TABLE average.action_update ADD PRIMARY KEY (id);
  ALTER TABLE average.action_update ALTER id SET DEFAULT gen_random_uuid(), ALTER created_at SET DEFAULT now();
  CREATE INDEX ON average.action (changed_at); CREATE INDEX ON average.action (status); CREATE INDEX ON average.action (municipality); CREATE INDEX ON average.action (ends_on);
  CREATE INDEX ON average.action_update (action_id);`;

const column = (type, name, more = {}) => ({ type, name, ...more });
const Organization = new EntitySchema({
  name: 'Organization',
  tableName: 'organization',
  columns: { id: { type: 'uuid', primary: true }, name: column('text'), kind: column('text') },
});
const Goal = new EntitySchema({
  name: 'Goal',
  tableName: 'goal',
  columns: { id: { type: 'uuid', primary: true }, number: column('text'), title: column('text') },
});
const many = (target, table, inverse) => ({
  type: 'many-to-many',
  target,
  joinTable: { name: table, joinColumn: { name: 'action_id' }, inverseJoinColumn: { name: inverse } },
});
const Action = new EntitySchema({
  name: 'Action',
  tableName: 'action',
  columns: {
    id: { type: 'uuid', primary: true },
    ...Object.fromEntries(
      ['reference', 'title', 'description', 'kind', 'status', 'municipality', 'county'].map((name) => [
        name,
        column('text'),
      ]),
    ),
    startsOn: column('date', 'starts_on'),
    endsOn: column('date', 'ends_on'),
    visibility: column('smallint'),
    targetGroups: column('text', 'target_groups', { array: true }),
    partnerNames: column('text', 'partner_names', { array: true }),
    lastUpdateOn: column('date', 'last_update_on'),
    changedAt: column('timestamptz', 'changed_at'),
    demo: column('boolean'),
    version: column('int'),
  },
  relations: {
    owners: many('Organization', 'action_owner', 'organization_id'),
    partners: many('Organization', 'action_partner', 'organization_id'),
    goals: many('Goal', 'action_goal', 'goal_id'),
    updates: { type: 'one-to-many', target: 'Update', inverseSide: 'action' },
  },
});
const Update = new EntitySchema({
  name: 'Update',
  tableName: 'action_update',
  columns: {
    id: { type: 'uuid', primary: true, generated: 'uuid' },
    happenedOn: column('date', 'happened_on'),
    done: column('text'),
    effect: column('text', 'effect', { nullable: true }),
    counts: column('jsonb'),
    createdAt: column('timestamptz', 'created_at', { createDate: true }),
  },
  relations: {
    action: { type: 'many-to-one', target: 'Action', joinColumn: { name: 'action_id' }, inverseSide: 'updates' },
  },
});

const related = { owners: true, partners: true, goals: true };

/** Whom a row is for, on top of what is asked: members and public, the reader's county, her organisation's own. */
const seen = (acting, asked) => [
  { ...asked, visibility: In([3, 4]) },
  { ...asked, visibility: In([1, 2]), county: '22' },
  { ...asked, owners: { id: acting } },
];

const jobs = (repo, acting) => {
  const page = (asked, { order = { changedAt: 'DESC', id: 'DESC' }, skip = 0 } = {}) =>
    repo('Action').findAndCount({ where: seen(acting, asked), relations: related, order, skip, take: 25 });
  return {
    list: () => page({}),
    byLastDay: () => page({ status: 'ongoing' }, { order: { endsOn: 'ASC', id: 'ASC' } }),
    municipality: () => page({ municipality: '2281' }),
    search: ({ q }) => page({ title: ILike(`%${q}%`) }),
    deep: ({ page: number }) => page({}, { skip: (Number(number) - 1) * 25 }),
    one: ({ id }) =>
      repo('Action').findOne({
        where: seen(acting, { id }),
        relations: { ...related, updates: true },
        order: { updates: { happenedOn: 'DESC' } },
      }),
    export: () => repo('Action').find({ where: seen(acting, {}), relations: related, order: { changedAt: 'DESC' } }),
    log: async ({ id }, given) => {
      const action = await repo('Action').findOneByOrFail({ id });
      return repo('Update').save({ ...given, action });
    },
  };
};

/** Serves `/<job>?…` from tables it makes of what the database has now; `owner` is the owner's connection. Gives `{ url, close }`. */
export async function startAverage(databaseUrl, owner, acting) {
  await owner.query(tables);
  for (const table of [
    'organization',
    'goal',
    'action',
    'action_owner',
    'action_partner',
    'action_goal',
    'action_update',
  ])
    await owner.query(`VACUUM ANALYZE average.${table}`);
  const source = await new DataSource({
    type: 'postgres',
    url: databaseUrl,
    schema: 'average',
    entities: [Organization, Goal, Action, Update],
    poolSize: 10,
    applicationName: yardstick,
  }).initialize();
  const known = jobs((name) => source.getRepository(name), acting);
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://average');
    const body = request.method === 'POST' ? JSON.parse(await read(request)) : undefined;
    try {
      const answer = await known[pathname.slice(1)](Object.fromEntries(searchParams), body);
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(answer));
    } catch (error) {
      if (error.code !== '57014') console.error(error);
      response.writeHead(500).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await source.destroy();
    },
  };
}
