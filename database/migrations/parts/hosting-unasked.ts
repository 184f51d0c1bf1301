// Of 0134: whoever was named as host without having been asked, under the rule before or by the former release, can be taken out by those who hold it.
const writes = `('coordinator', 'partner', 'county_staff', 'county_admin')`;

export const hostingUnasked = `
  -- Of those who hold it: neither who entered it, nor who has said yes, nor the reader's own, who leaves by itself. For its hosts.
  create function hosting_unasked(target uuid) returns uuid[] language sql stable security definer set search_path from current as $$
    select coalesce(array_agg(w.id order by w.place), '{}') from offer o cross join lateral unnest(o.host_ids) with ordinality w (id, place)
    where o.id = target and o.hidden_at is null and ctx_role() in ${writes} and ctx_org() = any (o.host_ids) and w.id not in (o.organization_id, ctx_org())
      and not exists (select from offer_hosting h where h.offer_id = o.id and h.organization_id = w.id and h.state = 'accepted') $$;

  -- A function of whoever is taken out answers for it no longer.
  create function hosting_take_out(target uuid, who uuid) returns text language plpgsql volatile security definer set search_path from current as $$
  declare
    a offer; b offer; rest uuid[];
  begin
    select * into b from offer x where x.id = target and x.hidden_at is null for update;
    if b.id is null or coalesce(ctx_role(), '') not in ${writes} or not ctx_org() = any (b.host_ids) then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    if not who = any (b.host_ids) then return 'hosting.holds-no-more'; end if;
    if not who = any (hosting_unasked(target)) then return 'hosting.has-said-yes'; end if;
    rest := array_remove(b.host_ids, who);
    update offer x set version = x.version + 1, changed_at = clock_timestamp(), host_ids = rest, county_codes = hosting_counties(rest),
      function_id = case when exists (select from contact_function f where f.id = x.function_id and f.organization_id = who) then null else x.function_id end
      where x.id = target returning x.* into a;
    perform hosting_traced(b, a, 'takenOut', who);
    return 'done';
  end $$;
  revoke execute on function hosting_unasked(uuid), hosting_take_out(uuid, uuid) from public;
  grant execute on function hosting_unasked(uuid), hosting_take_out(uuid, uuid) to samverkan_app;
`;
