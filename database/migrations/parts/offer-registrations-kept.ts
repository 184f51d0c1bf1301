/** What a person is told of her registrations, what goes with her account, and what the night takes sixty days after a session. */
export const offerRegistrationsAreKept = `
  create function offer_registrations_held(account uuid) returns jsonb language plpgsql stable security definer set search_path from current as $$
  begin
    if account is distinct from ctx_user() and not holds_account(account) then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    return (select coalesce(jsonb_agg(jsonb_build_array(o.title, r.organization, s.day, (r.arrived_at at time zone 'Europe/Stockholm')::date) order by s.day, r.id), '[]')
      from offer_registration r join offer_session s on s.id = r.session_id join offer o on o.id = s.offer_id
      where (r.user_id = account or lower(r.email) = (select lower(u.email) from app_user u where u.id = account)) and o.hidden_at is null);
  end $$;
  create function offer_registrations_erase(account uuid) returns setof uuid language plpgsql volatile security definer set search_path from current as $$
  declare
    sessions uuid[];
    one uuid;
  begin
    if not exists (select 1 from app_user u where u.id = account and u.erased_at is not null)
      and not exists (select 1 from erasure_request r where r.user_id = account and r.done_at is null and r.decision in ('pseudonymise', 'erase')) then
      raise exception 'Nobody has decided this.' using errcode = '42501';
    end if;
    -- What came by a link stands under her address alone, and so do invitations.
    delete from offer_invitation i using app_user u where u.id = account and lower(i.email) = lower(u.email);
    with gone as (delete from offer_registration r using app_user u where u.id = account and (r.user_id = account or lower(r.email) = lower(u.email))
      returning r.session_id)
    select coalesce(array_agg(distinct session_id), '{}') into sessions from gone;
    foreach one in array sessions loop
      return query select * from offer_promote(one);
    end loop;
  end $$;
  create function retention_registrations_due(as_of timestamptz) returns table (id text, at timestamptz, organization_id uuid, reference text)
    language sql stable security definer set search_path from current as $$
    select x.* from (
      select r.id::text, (coalesce(s.last_day, s.day) + s.to_time) at time zone 'Europe/Stockholm', o.organization_id, null::text
        from offer_registration r join offer_session s on s.id = r.session_id join offer o on o.id = s.offer_id
      union all select i.id::text, (coalesce(s.last_day, s.day) + s.to_time) at time zone 'Europe/Stockholm', o.organization_id, null::text
        from offer_invitation i join offer_session s on s.id = i.session_id join offer o on o.id = s.offer_id) x (id, at, organization_id, reference)
    where retention_reader() and x.at < as_of - interval '60 days' order by 2, 1 $$;
  create function retention_registrations_take(as_of timestamptz, ids text[]) returns table (id text)
    language plpgsql volatile security definer set search_path from current as $$
  #variable_conflict use_column
  begin
    if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
    return query with past as (select s.id from offer_session s where (coalesce(s.last_day, s.day) + s.to_time) at time zone 'Europe/Stockholm' < as_of - interval '60 days'),
      gone as (delete from offer_registration r using past p where r.session_id = p.id and r.id::text = any (ids) returning r.id),
      invited as (delete from offer_invitation i using past p where i.session_id = p.id and i.id::text = any (ids) returning i.id)
    select g.id::text from gone g union all select i.id::text from invited i;
  end $$;
  revoke execute on function offer_registrations_held(uuid), offer_registrations_erase(uuid), retention_registrations_due(timestamptz),
    retention_registrations_take(timestamptz, text[]) from public;
  grant execute on function offer_registrations_held(uuid), offer_registrations_erase(uuid), retention_registrations_due(timestamptz),
    retention_registrations_take(timestamptz, text[]) to samverkan_app;
`;

export const offerRegistrationsAreKeptDown = `
  drop function offer_registrations_held(uuid), offer_registrations_erase(uuid), retention_registrations_due(timestamptz), retention_registrations_take(timestamptz, text[]);
`;
