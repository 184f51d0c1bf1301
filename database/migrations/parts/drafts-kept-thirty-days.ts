const night = `if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;`;
const gone = (at: string): string => `${at} < as_of - interval '30 days'`;
const head =
  'language plpgsql volatile security definer set search_path from current as $$\n  #variable_conflict use_column';
const due = (name: string, select: string): string => `
  create function retention_${name}_due(as_of timestamptz) returns table (id text, at timestamptz, organization_id uuid, reference text)
    language sql stable security definer set search_path from current as $$ select x.* from (${select}) x where retention_reader() order by 2, 1 $$;
  revoke execute on function retention_${name}_due(timestamptz), retention_${name}_take(timestamptz, text[]) from public;
  grant execute on function retention_${name}_due(timestamptz), retention_${name}_take(timestamptz, text[]) to samverkan_app;
`;

/** What goes when it has lain for thirty days. A goal or draft that something else still points at (an action's tie, an answer in a consultation) stays where it is, unseen. */
export const goings = `
  create function goal_may_go(target uuid) returns boolean language sql stable security definer set search_path from current as $$
    with recursive branch as (select target as id union select g.id from goal g join branch b on g.parent_id = b.id)
    select not exists (select from branch b where exists (select from goal g where g.id = b.id and g.removed_at is null)
      or exists (select from action_goal x where x.goal_id = b.id) or exists (select from assessment x where x.goal_id = b.id)
      or exists (select from assignment_goal x where x.goal_id = b.id) or exists (select from commitment x where x.goal_id = b.id)
      or exists (select from consultation_comment x where x.goal_id = b.id) or exists (select from consultation_draft x where x.goal_id = b.id)
      or exists (select from goal_succession x where x.old_goal_id = b.id) or exists (select from succession_choice x where x.old_goal_id = b.id)
      or exists (select from goal_link x join goal g on g.id = x.goal_id where x.frame_goal_id = b.id and g.removed_at is null)
      or exists (select from strategy_hidden_text x where x.object_id = b.id)) $$;
  revoke execute on function goal_may_go(uuid) from public;

  create function goal_branch_delete(branch uuid[]) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    delete from goal_link l where l.goal_id = any (branch) or l.frame_goal_id = any (branch);
    -- A way that led to one of them lacks its goal, as it has since the goal was taken away.
    update goal_succession x set new_goal_ids = array(select n from unnest(x.new_goal_ids) with ordinality u (n, at) where n <> all (branch) order by at) where x.new_goal_ids && branch;
    delete from succession_choice x where x.new_goal_ids && branch and x.new_goal_ids <@ branch;
    update succession_choice x set new_goal_ids = array(select n from unnest(x.new_goal_ids) with ordinality u (n, at) where n <> all (branch) order by at) where x.new_goal_ids && branch;
    delete from goal g where g.id = any (branch);
  end $$;
  create function strategy_draft_delete(draft uuid) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    delete from goal_link l using goal g where g.strategy_id = draft and l.goal_id = g.id;
    delete from succession_choice where strategy_id = draft;
    delete from goal_succession where strategy_id = draft;
    delete from goal where strategy_id = draft;
    delete from strategy_frame where strategy_id = draft;
    delete from strategy_succession where new_id = draft;
    delete from signatory where strategy_id = draft;
    delete from strategy where strategy.id = draft;
  end $$;
  create function strategy_may_go(target uuid) returns boolean language sql stable security definer set search_path from current as $$
    select exists (select from strategy s where s.id = target and not exists (select from consultation x where x.strategy_id = s.id)
      and not exists (select from strategy_adoption x where x.strategy_id = s.id) and not exists (select from publication x where x.strategy_id = s.id)
      and not exists (select from action_goal_move x where x.strategy_id = s.id) and not exists (select from assignment_goal x where x.carried_by = s.id)
      and not exists (select from strategy_hidden_text x where x.strategy_id = s.id) and not exists (select from strategy_succession x where x.old_id = s.id)
      and not exists (select from strategy_frame x where x.frame_id = s.id) and not exists (select from goal_link x join goal g on g.id = x.frame_goal_id where g.strategy_id = s.id)
      and not exists (select from goal g where g.strategy_id = s.id and (exists (select from action_goal x where x.goal_id = g.id) or exists (select from assessment x where x.goal_id = g.id)
        or exists (select from assignment_goal x where x.goal_id = g.id) or exists (select from commitment x where x.goal_id = g.id)))) $$;
  revoke execute on function goal_branch_delete(uuid[]), strategy_draft_delete(uuid), strategy_may_go(uuid) from public;

  create function retention_goals_take(as_of timestamptz, ids text[]) returns table (id text) ${head}
  declare
    branch uuid[];
  begin
    ${night}
    with recursive tree as (select g.id from goal g where g.id::text = any (ids) and ${gone('g.removed_at')} and goal_may_go(g.id)
      union select g.id from goal g join tree t on g.parent_id = t.id) select coalesce(array_agg(t.id), '{}') into branch from tree t;
    perform goal_branch_delete(branch);
    return query select x from unnest(ids) x where not exists (select from goal g where g.id::text = x);
  end $$;
  ${due(
    'goals',
    `select g.id::text, g.removed_at as at, coalesce(s.kept_by, s.owner_organization_id) as organization_id, null::text as reference from goal g join strategy s on s.id = g.strategy_id left join goal p on p.id = g.parent_id
    where p.removed_at is null and ${gone('g.removed_at')} and goal_may_go(g.id)`,
  )}

  create function retention_strategies_take(as_of timestamptz, ids text[]) returns table (id text) ${head}
  declare
    draft uuid;
  begin
    ${night}
    for draft in select x.id::uuid from retention_strategies_due(as_of) x where x.id = any (ids) loop
      perform strategy_draft_delete(draft);
      id := draft::text;
      return next;
    end loop;
  end $$;
  ${due(
    'strategies',
    `select s.id::text, s.discarded_at as at, coalesce(s.kept_by, s.owner_organization_id) as organization_id, null::text as reference from strategy s
    where s.status in ('draft', 'proposed') and ${gone('s.discarded_at')} and strategy_may_go(s.id)`,
  )}

  create function retention_assessments_take(as_of timestamptz, ids text[]) returns table (id text) ${head}
  begin
    ${night}
    return query delete from assessment a where a.id::text = any (ids) and a.signed_at is null and a.hidden_at is null and ${gone('a.discarded_at')} returning a.id::text;
  end $$;
  ${due('assessments', `select a.id::text, a.discarded_at as at, a.organization_id, null::text as reference from assessment a where a.signed_at is null and a.hidden_at is null and ${gone('a.discarded_at')}`)}

  create function retention_public_texts_take(as_of timestamptz, ids text[]) returns table (id text) ${head}
  begin
    ${night}
    return query delete from public_text t where t.id::text = any (ids) and t.shown_from is null and t.hidden_at is null and ${gone('t.removed_at')} returning t.id::text;
  end $$;
  ${due(
    'public_texts',
    `select t.id::text, t.removed_at as at, (select o.id from organization o where o.kind = 'county_board' and o.county_code = t.county_code and o.merged_into_id is null limit 1) as organization_id,
    null::text as reference from public_text t where t.shown_from is null and t.hidden_at is null and ${gone('t.removed_at')}`,
  )}

  create function retention_parties_take(as_of timestamptz, ids text[]) returns table (id text) ${head}
  begin
    ${night}
    return query delete from organization_withdrawn w where w.id::text = any (ids) and ${gone('w.removed_at')} returning w.id::text;
  end $$;
  ${due('parties', `select w.id::text, w.removed_at as at, w.organization_id, null::text as reference from organization_withdrawn w where ${gone('w.removed_at')}`)}
`;
