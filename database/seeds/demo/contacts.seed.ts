// The demo county's functions with their holders: some vacant, some not confirmed in time, some whose holder's name stays inside.
import { demoContacts } from './contacts';

type Sql = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

export async function seedDemoContacts(sql: Sql): Promise<void> {
  const seeded = await sql('select 1 from contact_function where demo limit 1');
  if (seeded.length > 0) return;
  for (const fact of demoContacts) {
    const [made] = await sql(insertFunction, [
      fact.party,
      fact.title,
      fact.subjects,
      fact.places,
      fact.mailbox,
      fact.phone ?? null,
      fact.note ?? '',
      fact.visibility,
      fact.verified,
    ]);
    const id = made?.['id'];
    if (fact.former) await hold(sql, id, { ...fact.former, deputy: false });
    if (fact.holder) await hold(sql, id, { ...fact.holder, until: null, deputy: false });
    if (fact.deputy) await hold(sql, id, { ...fact.deputy, until: null, deputy: true });
  }
  await sql(insertTraces);
}

interface Held {
  name: string;
  since: string;
  until: string | null;
  deputy: boolean;
  email?: string;
  inside?: true;
}

async function hold(sql: Sql, functionId: unknown, { name, since, until, deputy, email, inside }: Held): Promise<void> {
  const [holder] = await sql(
    `insert into contact_holder (function_id, organization_id, deputy, valid_from, valid_to)
     select id, organization_id, $2, $3, $4 from contact_function where id = $1 returning id, organization_id`,
    [functionId, deputy, since, until],
  );
  if (name === '') return;
  const who = [holder?.['id'], functionId, name, email ?? null];
  const user = '(select id from app_user where lower(email) = lower($4))';
  if (inside)
    await sql(
      `insert into contact_inside_name (holder_id, function_id, organization_id, name, user_id) values ($1, $2, $5, $3, ${user})`,
      [...who, holder?.['organization_id']],
    );
  else
    await sql(
      `insert into contact_holder_name (holder_id, function_id, name, user_id) values ($1, $2, $3, ${user})`,
      who,
    );
}

const insertFunction = `
  insert into contact_function (organization_id, title, subjects, municipality_codes, county_codes, mailbox, phone, note, visibility,
    verified_on, next_verification_on, demo, created_by, created_at)
  select o.id, $2, $3::text[], $4::text[], '{22}', $5, $6, $7, $8::smallint, today() - $9::int,
    (coalesce(today() - $9::int, today() - 190) + case when o.kind = 'civil_society' then interval '3 months' else interval '6 months' end)::date, true,
    coalesce((select m.user_id from membership m where m.organization_id = o.id limit 1), '00000000-0000-7000-8000-000000000000'),
    timestamptz '2026-01-12 09:00+01'
  from organization o where o.key = $1 returning id`;

// What the API would have left behind had people written all this.
const insertTraces = `
  insert into change_log (area, object_id, level, version, field, user_id, organization_id, at)
  select 'contacts', id, visibility, 1, 'created', created_by, organization_id, created_at from contact_function where demo`;
