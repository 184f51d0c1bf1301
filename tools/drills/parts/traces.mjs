// All or nothing, counted: what a change leaves in the tables must be there whole, or not at all. A line that somebody has hidden is told of in
// the audit alone, as is meant, and is left out with its action where versions are counted.

/** Each question names a half-applied change; its rows are the faults. */
const halves = {
  'an action whose owners, partners or goals do not follow its row': `
    select a.id from action a
    where (select count(*) from action_owner x where x.action_id = a.id) <> cardinality(a.owner_ids)
       or (select count(*) from action_partner x where x.action_id = a.id) <> cardinality(a.partner_ids)
       or (select count(*) from action_goal x where x.action_id = a.id) <> cardinality(a.goal_ids)`,
  'an action without exactly one line of history, one event and one audit row of its making': `
    select a.id from action a where not a.demo and (
      (select count(*) from change_log c where c.object_id = a.id and c.field = 'created') <> 1
      or (select count(*) from event e where e.object_id = a.id and e.kind = 'action.created') <> 1
      or (select count(*) from audit l where l.object_id = a.id and l.verb = 'action.logged') <> 1)`,
  'an action with a version that history, events or audit do not tell of': `
    select a.id from action a where not a.demo and not exists (select from sensitive_text s join action_update u on u.id = s.object_id where u.action_id = a.id) and (
      (select count(distinct c.version) from change_log c where c.object_id = a.id and c.version > 1) <> a.version - 1
      or (select count(*) from audit l where l.object_id = a.id and l.verb in ('action.changed', 'action.status-changed', 'action.widened', 'action.narrowed')) <> a.version - 1
      or (select count(*) from event e where e.object_id = a.id and e.kind in ('action.changed', 'action.status-changed', 'action.widened', 'action.narrowed')) <> a.version - 1)`,
  'an update without its event and audit row': `
    select a.id from action a where not a.demo and (
      (select count(*) from action_update u where u.action_id = a.id) <> (select count(*) from event e where e.object_id = a.id and e.kind = 'action.updated')
      or (select count(*) from action_update u where u.action_id = a.id) <> (select count(*) from audit l where l.object_id = a.id and l.verb = 'action.updated'))`,
  'history, news or audit of an action that does not exist': `
    select object_id from (select object_id from change_log where area = 'actions' union all select object_id from event where area = 'actions'
      union all select object_id from audit where area = 'actions' and object_id is not null) x where not exists (select 1 from action a where a.id = x.object_id)
      and not exists (select from sensitive_text s where s.object_id = x.object_id)`,
  'an answer kept for a retry whose action does not exist': `
    select key from idempotency i where i.status = 201 and i.body ? 'reference' and not exists (select 1 from action a where a.id = (i.body->>'id')::uuid)`,
  'one deed done twice': `
    select title from action where not demo group by title having count(*) > 1
    union all select done from action_update where done like 'Övning%' group by done having count(*) > 1`,
  'a count of actions that is not what the actions say': `select goal_ids from coverage_faults()`,
  'a fault in the chain of the audit': `select fault || ' ' || id from audit_faults()`,
};

/** Every half-applied change as `what: how many`; empty when all is whole. */
export async function halfApplied(ground) {
  const found = [];
  for (const [what, question] of Object.entries(halves)) {
    const rows = await ground.sql(question);
    if (rows.length > 0) found.push(`${rows.length} × ${what} (first: ${Object.values(rows[0])[0]})`);
  }
  return found;
}

/** Acknowledged actions, updates and changes that are not in the database. */
export async function lostOf(ground, { actions, updates, changes }) {
  const there = new Set(
    (await ground.sql('select id from action where id = any ($1)', [[...actions]])).map((row) => row.id),
  );
  const written = new Set(
    (await ground.sql('select done from action_update where done = any ($1)', [[...updates]])).map((row) => row.done),
  );
  const told = new Set(
    (
      await ground.sql(
        `select after #>> '{}' as text from change_log where field = 'description' and after #>> '{}' = any ($1)`,
        [[...changes]],
      )
    ).map((row) => row.text),
  );
  return [
    ...[...actions].filter((id) => !there.has(id)),
    ...[...updates].filter((done) => !written.has(done)),
    ...[...changes].filter((text) => !told.has(text)),
  ];
}
