import type { MigrationInterface, QueryRunner } from 'typeorm';

const writes = `('coordinator', 'partner', 'county_staff', 'county_admin')`;

/** What organisations judge of the goals: drafts of their own, and signed words that nobody changes. */
export class GoalsAreAssessed1763900000044 implements MigrationInterface {
  name = 'GoalsAreAssessed1763900000044';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await runner.query(deeds);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy event_of_assessment on event; drop policy history_of_assessment on change_log;
      drop function assessment_sign(uuid), assessment_discard(uuid), assessment_restore(uuid), assessment_text_hide(uuid), assessment_text_show(uuid, jsonb),
        assessment_organization_move(uuid, uuid), assessment_organization_put_back(uuid, uuid, jsonb);
      drop table assessment;
      drop function may_assess(uuid), goals_before(uuid[]);
    `);
  }
}

const table = `
  create table assessment (
    id uuid primary key default new_id(),
    goal_id uuid not null references goal (id),
    organization_id uuid not null default ctx_org() references organization (id),
    function_id uuid references contact_function (id),
    function_title text,
    level text not null check (level in ('on_way', 'needs_more', 'stalled', 'reached')),
    reason text not null,
    assessed_on date not null,
    evidence jsonb not null default '[]',
    signed_at timestamptz,
    corrects_id uuid references assessment (id),
    demo boolean not null default false,
    hidden_at timestamptz,
    discarded_at timestamptz,
    changed_at timestamptz not null default clock_timestamp(),
    version integer not null default 1
  );
  comment on column assessment.evidence is 'Each {"actionId"} or {"title", "url"}: actions are read as they are called now, and only by those who see them.';
  comment on column assessment.function_title is 'The function that signed, as it was called then.';
  comment on column assessment.corrects_id is 'The one this takes the place of. That one stands as it was.';
  create index assessment_goal on assessment (goal_id, assessed_on desc);
  create index assessment_organization on assessment (organization_id);
  create index assessment_function on assessment (function_id);
  create unique index assessment_corrects on assessment (corrects_id) where signed_at is not null;
  create index assessment_corrects_all on assessment (corrects_id);
  select secure_table('assessment');

  -- Who judges a goal: whoever owns the strategy or answers for the goal, the county boards of its counties, and parties that have signed it.
  create function may_assess(target uuid) returns boolean language sql stable parallel safe as $$
    select ctx_role() in ${writes} and exists (select from goal g join strategy s on s.id = g.strategy_id where g.id = target
      and s.status in ('adopted', 'superseded') and (s.owner_organization_id = ctx_org() or g.responsible_organization_id = ctx_org()
        or s.county_codes && ctx_counties() and ctx_role() in ('county_staff', 'county_admin')
        or exists (select from signatory y where y.strategy_id = s.id and y.organization_id = ctx_org() and y.withdrawn_on is null)))
  $$;
  -- The goals these come from, and those they come from in turn, as far as the reader may see them.
  create function goals_before(goals uuid[]) returns table (goal_id uuid, before_id uuid) language sql stable as $$
    with recursive line (goal_id, before_id) as (
      select g, g from unnest(goals) g
      union select l.goal_id, x.old_goal_id from line l join goal_succession x on l.before_id = any (x.new_goal_ids) join strategy s on s.id = x.strategy_id
        where s.status in ('adopted', 'superseded', 'repealed'))
    select * from line
  $$;
  revoke execute on function may_assess(uuid), goals_before(uuid[]) from public;
  grant execute on function may_assess(uuid), goals_before(uuid[]) to samverkan_app;

  create policy read on assessment for select to samverkan_app using (
    discarded_at is null
    and (hidden_at is null or (id = (select ctx_purging()) and may_purge(array[organization_id], '{}')))
    and (signed_at is not null and (select ctx_role()) is not null and exists (select from goal g where g.id = goal_id)
      or organization_id = (select ctx_org()) and (select ctx_role()) in ${writes}));
  grant insert, update (function_id, level, reason, assessed_on, evidence, changed_at, version) on assessment to samverkan_app;
  create policy add on assessment for insert to samverkan_app with check (
    organization_id = (select ctx_org()) and signed_at is null and hidden_at is null and discarded_at is null and may_assess(goal_id));
  create policy change on assessment for update to samverkan_app using (
    organization_id = (select ctx_org()) and (select ctx_role()) in ${writes} and signed_at is null and hidden_at is null and discarded_at is null);

  create policy history_of_assessment on change_log for select to samverkan_app using (
    area = 'followup' and exists (select from assessment a where a.id = object_id and (change_log.level > 0 or a.organization_id = (select ctx_org()))));
  create policy event_of_assessment on event for select to samverkan_app using (
    former_level is null and area = 'followup' and exists (select from assessment a where a.id = object_id and (event.level > 0 or a.organization_id = (select ctx_org()))));
`;

const deeds = `
  -- From here on it is not changed; it carries the function's name as it is today.
  create function assessment_sign(target uuid) returns boolean language plpgsql volatile security definer set search_path from current as $$
  begin
    update assessment a set signed_at = clock_timestamp(), changed_at = clock_timestamp(), version = a.version + 1,
      function_title = (select f.title from contact_function f where f.id = a.function_id)
      where a.id = target and a.signed_at is null and a.discarded_at is null and a.hidden_at is null and a.organization_id = ctx_org() and ctx_role() in ${writes};
    return found;
  end $$;
  create function assessment_discard(target uuid) returns boolean language plpgsql volatile security definer set search_path from current as $$
  begin
    update assessment a set discarded_at = clock_timestamp(), version = a.version + 1
      where a.id = target and a.signed_at is null and a.discarded_at is null and a.organization_id = ctx_org() and ctx_role() in ${writes};
    return found;
  end $$;

  create function assessment_restore(target uuid) returns boolean language plpgsql volatile security definer set search_path from current as $$
  begin
    update assessment a set discarded_at = null, version = a.version + 1
      where a.id = target and a.signed_at is null and a.discarded_at is not null and a.organization_id = ctx_org() and ctx_role() in ${writes};
    return found;
  end $$;

  create function assessment_text_hide(target uuid) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    update assessment a set hidden_at = clock_timestamp(), version = a.version + 1
      where a.id = target and a.hidden_at is null and a.discarded_at is null and ctx_role() in ${writes}
        and (a.organization_id = ctx_org() or a.signed_at is not null);
    if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
  end $$;
  create function assessment_text_show(target uuid, clean jsonb) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
      raise exception 'Nothing of this is hidden.' using errcode = '42501';
    end if;
    update assessment a set hidden_at = null, version = a.version + 1, changed_at = clock_timestamp(), reason = coalesce(clean->>'reason', a.reason),
      evidence = case when clean ? 'evidenceTitles' then (
          select coalesce(jsonb_agg(case when e ? 'url' then jsonb_build_object('title', coalesce(nullif(btrim(w.line), ''), 'Underlag'), 'url', e->>'url') else e end order by p.n), '[]')
          from jsonb_array_elements(a.evidence) with ordinality p (e, n)
            left join lateral (select l.line from regexp_split_to_table(clean->>'evidenceTitles', '\\n') with ordinality l (line, k)
              where l.k = (select count(*) from jsonb_array_elements(a.evidence) with ordinality q (f, m) where q.m <= p.n and q.f ? 'url')) w on true)
        else a.evidence end
      where a.id = target;
  end $$;

  create function assessment_organization_move(source uuid, target uuid) returns jsonb language plpgsql volatile security definer set search_path from current as $$
  declare
    receipt jsonb;
  begin
    perform require_merge(source, target);
    with moved as (update assessment set organization_id = target where organization_id = source returning id)
    select coalesce(jsonb_agg(id), '[]') into receipt from moved;
    return receipt;
  end $$;
  create function assessment_organization_put_back(source uuid, target uuid, receipt jsonb) returns boolean language plpgsql volatile security definer set search_path from current as $$
  begin
    perform require_merge(source, target);
    update assessment set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt) x);
    return true;
  end $$;
  revoke execute on function assessment_sign(uuid), assessment_discard(uuid), assessment_restore(uuid), assessment_text_hide(uuid), assessment_text_show(uuid, jsonb),
    assessment_organization_move(uuid, uuid), assessment_organization_put_back(uuid, uuid, jsonb) from public;
  grant execute on function assessment_sign(uuid), assessment_discard(uuid), assessment_restore(uuid), assessment_text_hide(uuid), assessment_text_show(uuid, jsonb),
    assessment_organization_move(uuid, uuid), assessment_organization_put_back(uuid, uuid, jsonb) to samverkan_app;
`;
