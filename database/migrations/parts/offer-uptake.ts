/** The steps or the kit of a training that municipalities take up by themselves, and which have (0087). */
const hosted = `exists (select from offer o where o.id = offer_id and (select ctx_role()) in ('coordinator', 'partner', 'county_staff', 'county_admin') and (select ctx_org()) = any (o.host_ids))`;
// A municipality's coordinator for her own, and the county board for those of its county.
const takes = `exists (select from offer o where o.id = offer_id and o.status = 'open' and o.kind in ('campaign', 'web_support'))
  and (step_id is null or exists (select from offer_step s where s.id = step_id and s.offer_id = offer_uptake.offer_id))
  and ((select ctx_role()) in ('county_staff', 'county_admin') and exists (select from municipality m where m.code = municipality_code and m.county_code = any ((select ctx_counties())::text[]))
    or (select ctx_role()) = 'coordinator' and exists (select from organization g where g.id = (select ctx_org()) and g.key = 'municipality:' || municipality_code))`;

export const offerUptake = `
  create table offer_step (
    id uuid primary key default new_id(),
    offer_id uuid not null references offer (id),
    place smallint not null,
    title text not null,
    link text not null default ''
  );
  comment on table offer_step is 'Of web-based guidance its steps, of a campaign its kit.';
  create index offer_step_offer on offer_step (offer_id, place);
  create table offer_uptake (
    id uuid primary key default new_id(),
    offer_id uuid not null references offer (id),
    step_id uuid references offer_step (id) on delete cascade,
    municipality_code text not null references municipality (code),
    day date not null default today(),
    constraint offer_uptake_once unique nulls not distinct (offer_id, step_id, municipality_code)
  );
  comment on column offer_uptake.step_id is 'The step that is done; none where the municipality has joined.';
  create index offer_uptake_step on offer_uptake (step_id);
  select secure_table('offer_step'), secure_table('offer_uptake');
  grant insert (offer_id, place, title, link), update (place, title, link), delete on offer_step to samverkan_app;
  create policy read on offer_step for select to samverkan_app using ((select ctx_role()) is not null and exists (select from offer o where o.id = offer_id));
  create policy add on offer_step for insert to samverkan_app with check (${hosted});
  create policy change on offer_step for update to samverkan_app using (${hosted});
  create policy remove on offer_step for delete to samverkan_app using (${hosted});
  grant insert (offer_id, step_id, municipality_code), delete on offer_uptake to samverkan_app;
  create policy read on offer_uptake for select to samverkan_app using ((select ctx_role()) is not null and exists (select from offer o where o.id = offer_id));
  create policy take on offer_uptake for insert to samverkan_app with check (${takes});
  create policy take_back on offer_uptake for delete to samverkan_app using (${takes});
`;
