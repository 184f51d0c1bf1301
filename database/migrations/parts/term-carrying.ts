/** What a merge carries from the one term to the other on actions, their lines and templates (0076); each action's history tells what was written before. */
export const termCarrying = `
  create function terms_swapped(codes text[], old text, new text) returns text[] language sql immutable parallel safe as $$
    select coalesce(array_agg(c order by n), '{}') from (
      select case x when old then new else x end as c, min(n) as n from unnest(codes) with ordinality u (x, n) group by 1) s
  $$;
  create function professions_swapped(counts jsonb, old text, new text) returns jsonb language sql immutable parallel safe as $$
    select coalesce(jsonb_agg(jsonb_build_object('profession', c, 'count', n) order by at), '[]') from (
      select case x->>'profession' when old then new else x->>'profession' end as c, sum((x->>'count')::int) as n, min(o) as at
      from jsonb_array_elements(counts) with ordinality e (x, o) group by 1) s
  $$;

  create function action_terms_carry(target uuid) returns jsonb language plpgsql volatile security definer set search_path from current as $$
  declare
    p term_proposal := require_term_merge(target, 'decided'); old text := p.code; new text := p.content->>'into';
    field text := case p.vocabulary when 'kind' then 'kind' when 'targetGroup' then 'targetGroups' when 'form' then 'forms' when 'phase' then 'phases' end;
    carried jsonb := '[]'; lines jsonb := '[]'; templates jsonb := '[]';
  begin
    if p.vocabulary = 'kind' then
      with moved as (update action set kind = new, version = version + 1 where kind = old returning id)
        select coalesce(jsonb_agg(jsonb_build_object('id', id, 'before', to_jsonb(old), 'after', to_jsonb(new))), '[]') into carried from moved;
    elsif p.vocabulary = 'targetGroup' then
      with held as materialized (select a.id, a.target_groups as before from action a where old = any (a.target_groups)),
        moved as (update action a set target_groups = terms_swapped(h.before, old, new), version = a.version + 1 from held h where a.id = h.id returning a.id, h.before, a.target_groups as after)
        select coalesce(jsonb_agg(jsonb_build_object('id', id, 'before', before, 'after', after)), '[]') into carried from moved;
    elsif p.vocabulary = 'form' then
      with held as materialized (select a.id, a.forms as before from action a where old = any (a.forms)),
        moved as (update action a set forms = terms_swapped(h.before, old, new), version = a.version + 1 from held h where a.id = h.id returning a.id, h.before, a.forms as after)
        select coalesce(jsonb_agg(jsonb_build_object('id', id, 'before', before, 'after', after)), '[]') into carried from moved;
    elsif p.vocabulary = 'phase' then
      with held as materialized (select a.id, a.phases as before from action a where old = any (a.phases)),
        moved as (update action a set phases = terms_swapped(h.before, old, new), version = a.version + 1 from held h where a.id = h.id returning a.id, h.before, a.phases as after)
        select coalesce(jsonb_agg(jsonb_build_object('id', id, 'before', before, 'after', after)), '[]') into carried from moved;
    else
      -- A line that only changes its word is no news of its action: the day it was changed stays.
      create temporary table carried_from on commit drop as select distinct a.id, a.changed_at from action_update u join action a on a.id = u.action_id
        where u.counts @> jsonb_build_array(jsonb_build_object('profession', old));
      with held as materialized (select u.id, u.counts as before from action_update u where u.counts @> jsonb_build_array(jsonb_build_object('profession', old))),
        moved as (update action_update u set counts = professions_swapped(h.before, old, new) from held h where u.id = h.id returning u.id, h.before, u.counts as after)
        select coalesce(jsonb_agg(jsonb_build_object('id', id, 'before', before, 'after', after)), '[]') into lines from moved;
      update action a set changed_at = c.changed_at from carried_from c where a.id = c.id;
      drop table carried_from;
    end if;
    if field is not null then
      insert into change_log (area, object_id, level, version, field, before, after)
        select 'actions', a.id, a.visibility, a.version, field, c.before, c.after
        from jsonb_to_recordset(carried) c (id uuid, before jsonb, after jsonb) join action a on a.id = c.id;
      with held as materialized (select t.id, t.content->field as before from action_template t where t.content->field @> to_jsonb(old) or t.content->field = to_jsonb(old)),
        moved as (update action_template t set content = jsonb_set(t.content, array[field], case jsonb_typeof(h.before) when 'array'
            then to_jsonb(terms_swapped(array(select jsonb_array_elements_text(h.before)), old, new)) else to_jsonb(new) end)
          from held h where t.id = h.id returning t.id, h.before, t.content->field as after)
        select coalesce(jsonb_agg(jsonb_build_object('id', id, 'before', before, 'after', after)), '[]') into templates from moved;
    end if;
    return jsonb_build_object('actions', carried, 'lines', lines, 'templates', templates);
  end $$;

  -- Each that still has what it was carried to gets back what it had; what somebody has changed since stays as it is.
  create function action_terms_put_back(target uuid, receipt jsonb) returns void language plpgsql volatile security definer set search_path from current as $$
  declare
    p term_proposal := require_term_merge(target, 'undone');
    field text := case p.vocabulary when 'kind' then 'kind' when 'targetGroup' then 'targetGroups' when 'form' then 'forms' when 'phase' then 'phases' end;
  begin
    if field is null then
      create temporary table carried_from on commit drop as select distinct a.id, a.changed_at from jsonb_to_recordset(receipt->'lines') c (id uuid)
        join action_update u on u.id = c.id join action a on a.id = u.action_id;
      update action_update u set counts = c.before from jsonb_to_recordset(receipt->'lines') c (id uuid, before jsonb, after jsonb) where u.id = c.id and u.counts = c.after;
      update action a set changed_at = c.changed_at from carried_from c where a.id = c.id;
      drop table carried_from;
      return;
    end if;
    with back as (
      update action a set version = a.version + 1,
        kind = case when field = 'kind' then c.before#>>'{}' else a.kind end,
        target_groups = case when field = 'targetGroups' then array(select jsonb_array_elements_text(c.before)) else a.target_groups end,
        forms = case when field = 'forms' then array(select jsonb_array_elements_text(c.before)) else a.forms end,
        phases = case when field = 'phases' then array(select jsonb_array_elements_text(c.before)) else a.phases end
      from jsonb_to_recordset(receipt->'actions') c (id uuid, before jsonb, after jsonb)
      where a.id = c.id and c.after = case field when 'kind' then to_jsonb(a.kind) when 'targetGroups' then to_jsonb(a.target_groups)
        when 'forms' then to_jsonb(a.forms) else to_jsonb(a.phases) end
      returning a.id, a.visibility, a.version, c.before, c.after)
    insert into change_log (area, object_id, level, version, field, before, after)
      select 'actions', id, visibility, version, field, after, before from back;
    update action_template t set content = jsonb_set(t.content, array[field], c.before)
      from jsonb_to_recordset(receipt->'templates') c (id uuid, before jsonb, after jsonb) where t.id = c.id and t.content->field = c.after;
  end $$;
  revoke execute on function action_terms_carry(uuid), action_terms_put_back(uuid, jsonb) from public;
  grant execute on function action_terms_carry(uuid), action_terms_put_back(uuid, jsonb) to samverkan_app;
`;
