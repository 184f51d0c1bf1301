// The demo county's open work by function, and one who has just taken over after somebody else: Samir Lund in Ånge.
type Sql = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

export async function seedDemoHandover(sql: Sql): Promise<void> {
  const seeded = await sql('select 1 from handover limit 1');
  if (seeded.length > 0) return;
  await sql(
    `update action a set responsible_function_id = f.id, responsible_function = f.title
     from contact_function f
     where a.demo and a.responsible_function_id is null and f.demo and f.title = 'Kvinnofridssamordnare' and f.organization_id = a.owner_ids[1]
       and a.status in ('draft', 'planned', 'ongoing', 'paused')`,
  );
  await sql(
    `insert into handover (function_id, organization_id, left_on, opened_at)
     select f.id, f.organization_id, h.valid_to, h.valid_to + interval '10 hours'
     from contact_function f join organization o on o.id = f.organization_id join contact_holder h on h.function_id = f.id
     where f.demo and o.key = 'municipality:2260' and f.title = 'Kvinnofridssamordnare' and h.valid_to is not null`,
  );
}
