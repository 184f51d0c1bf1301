// Of 0134: what was written can be hidden and cleaned, and follows a party that turns out to be another.
const writes = `('coordinator', 'partner', 'county_staff', 'county_admin')`;
const live = `('draft', 'open', 'closed')`;

export const hostingTexts = `
  -- What the training is called in the list of what is hidden, and whose it is: the day it was changed, which says nothing.
  create function hosting_place(target uuid) returns table (reference text, owner_ids uuid[], county_codes text[]) language sql stable security definer set search_path from current as $$
    select o.changed_at::date::text, o.host_ids, o.county_codes from offer_hosting h join offer o on o.id = h.offer_id
    where h.id = target and (h.hidden_at is null and (h.organization_id = ctx_org() or ctx_org() = any (o.host_ids))
      or exists (select from sensitive_text s where s.object_id = h.id and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)))
  $$;
  create function hosting_text_hide(target uuid) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    update offer_hosting h set hidden_at = clock_timestamp(), version = h.version + 1 from offer o
      where h.id = target and h.hidden_at is null and o.id = h.offer_id and o.hidden_at is null and coalesce(ctx_role(), '') in ${writes}
        and (h.organization_id = ctx_org() or ctx_org() = any (o.host_ids));
    if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
  end $$;
  create function hosting_text_show(target uuid, clean jsonb) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
      raise exception 'Nothing of this is hidden.' using errcode = '42501';
    end if;
    -- Asked anew while it was hidden: the new question stands.
    update offer_hosting h set state = 'withdrawn', answered_at = clock_timestamp() where h.id = target and h.state = 'open' and exists (select from offer_hosting t
      where t.offer_id = h.offer_id and t.organization_id = h.organization_id and t.state = 'open' and t.hidden_at is null and t.id <> h.id);
    update offer_hosting h set hidden_at = null, version = h.version + 1, message = coalesce(clean->>'message', h.message),
      answer = case when clean ? 'answer' then nullif(clean->>'answer', '') else h.answer end where h.id = target;
  end $$;
  revoke execute on function hosting_place(uuid), hosting_text_hide(uuid), hosting_text_show(uuid, jsonb) from public;
  grant execute on function hosting_place(uuid), hosting_text_hide(uuid), hosting_text_show(uuid, jsonb) to samverkan_app;
`;

export const hostingMerges = `
  -- What the one asked and was asked is the other's. Where both were asked about the same training, once is enough; whoever holds it already needs no asking.
  create function hosting_organization_move(source uuid, target uuid) returns jsonb language plpgsql volatile security definer set search_path from current as $$
  declare
    receipt jsonb;
  begin
    perform require_merge(source, target);
    -- The trainings before the questions, as whoever answers does it: a merge and an answer at once wait for each other.
    perform from offer o where o.id in (select h.offer_id from offer_hosting h where h.organization_id in (source, target) or h.from_organization_id = source) order by o.id for update;
    with twice as (update offer_hosting h set state = 'withdrawn', answered_at = clock_timestamp(), version = h.version + 1, receipt = '{"twice": true}' from offer o
        where o.id = h.offer_id and h.state = 'open' and (h.organization_id in (source, target) and array[source, target] && o.host_ids
          or h.organization_id = source and exists (select from offer_hosting t where t.offer_id = h.offer_id and t.organization_id = target and t.state = 'open' and t.hidden_at is null)) returning h.id, h.offer_id, h.organization_id),
      told as (insert into event (area, object_id, level, kind) select 'learning', t.id, 0, 'hosting.merged' from twice t),
      noted as (insert into change_log (area, object_id, level, version, field, before, after)
        select 'learning', t.offer_id, 0, 0, 'withdrawn', null, to_jsonb(g.name) from twice t join organization g on g.id = t.organization_id)
    select jsonb_build_object('twice', coalesce(jsonb_agg(id), '[]')) into receipt from twice;
    with joined as (update offer_hosting set organization_id = target where organization_id = source returning id)
    select receipt || jsonb_build_object('joined', coalesce(jsonb_agg(id), '[]')) into receipt from joined;
    with asked as (update offer_hosting set from_organization_id = target where from_organization_id = source returning id)
    select receipt || jsonb_build_object('asked', coalesce(jsonb_agg(id), '[]')) into receipt from asked;
    return receipt;
  end $$;
  create function hosting_organization_put_back(source uuid, target uuid, receipt jsonb) returns boolean language plpgsql volatile security definer set search_path from current as $$
  begin
    perform require_merge(source, target);
    update offer_hosting set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text($3->'joined') x);
    update offer_hosting set from_organization_id = source where from_organization_id = target and id in (select x::uuid from jsonb_array_elements_text($3->'asked') x);
    -- One whose training has ended meanwhile, or that has been asked anew, stays as it is.
    with again as (update offer_hosting h set state = 'open', answered_at = null, receipt = null, version = h.version + 1 from offer o
      where o.id = h.offer_id and o.status in ${live} and h.id in (select x::uuid from jsonb_array_elements_text($3->'twice') x) and h.state = 'withdrawn'
        and not exists (select from offer_hosting t where t.offer_id = h.offer_id and t.organization_id = h.organization_id and t.state = 'open' and t.hidden_at is null) returning h.id)
    insert into event (area, object_id, level, kind) select 'learning', a.id, 0, 'hosting.reopened' from again a;
    return true;
  end $$;
  revoke execute on function hosting_organization_move(uuid, uuid), hosting_organization_put_back(uuid, uuid, jsonb) from public;
  grant execute on function hosting_organization_move(uuid, uuid), hosting_organization_put_back(uuid, uuid, jsonb) to samverkan_app;
`;
