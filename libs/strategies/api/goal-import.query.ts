/** The goals of a draft in their order; $1 the draft. */
export const ownGoals = `
  select g.id, g.number, g.title, g.title_en as "titleEn", g.text, g.text_en as "textEn", g.kind, g.parent_id as "parentId", g.version,
    g.responsible_organization_id as "responsibleOrganizationId", g.indicators,
    (select coalesce(json_agg(json_build_object('id', l.frame_goal_id, 'motive', l.motive)), '[]') from goal_link l where l.goal_id = g.id) as serves
  from goal g where g.strategy_id = $1 order by g.sort`;

/** Parties by any name they have or had; $1 names in small letters. */
export const partiesCalled = `
  select lower(n.name) as name, array_agg(distinct o.id) as ids from organization o, lateral (
    select o.name union select o.name_en union select o.abbreviation union select x.name from organization_name x where x.organization_id = o.id) n (name)
  where lower(n.name) = any ($1) group by 1`;

/** The superior frames with their goals, without the draft itself ($1); $2 the kinds of frames. */
export const framesWithGoals = `
  select s.id, array[s.title, s.title_en, s.short_title, s.short_title_en] as names,
    (select coalesce(json_agg(json_build_object('id', g.id, 'number', g.number, 'title', g.title) order by g.sort), '[]') from goal g where g.strategy_id = s.id and g.kind = 'goal') as goals
  from strategy s where s.kind = any ($2) and s.id <> $1 and s.status in ('adopted', 'proposed', 'superseded')`;

export const framesOf = 'select frame_id as id from strategy_frame where strategy_id = $1';

/** New goals of a draft; $2 JSON. Their places follow. */
export const addGoals = `
  insert into goal (id, strategy_id, number, title, title_en, text, text_en, kind, responsible_organization_id, indicators, sort)
  select g.id, $1, '', g.title, g."titleEn", g.text, g."textEn", g.kind, g."responsibleOrganizationId", coalesce(g.indicators, '{}'), 1000000
  from jsonb_to_recordset($2::jsonb) g (id uuid, title text, "titleEn" text, text text, "textEn" text, kind text, "responsibleOrganizationId" uuid, indicators text[])`;

/** Where each stands; $1 ids from the top, $2 their parents. */
export const placeGoals = `
  update goal g set parent_id = o.parent, sort = o.n from unnest($1::uuid[], $2::uuid[]) with ordinality o (id, parent, n)
  where g.id = o.id and (g.parent_id, g.sort) is distinct from (o.parent, o.n::int)`;

/** Links to superior goals; $1 JSON. A motive that is said replaces the one there. */
export const addLinks = `
  insert into goal_link (goal_id, frame_goal_id, motive, verification)
  select l.goal, l.frame, l.motive, 'verified' from jsonb_to_recordset($1::jsonb) l (goal uuid, frame uuid, motive text)
  on conflict (goal_id, frame_goal_id) do update set motive = coalesce(excluded.motive, goal_link.motive)`;

/** A goal that serves a frame makes its strategy one that implements it; which frames are new. */
export const implementFrames = `
  insert into strategy_frame (strategy_id, frame_id) select distinct $1::uuid, g.strategy_id from goal g where g.id = any ($2::uuid[])
  on conflict do nothing returning frame_id as id`;

export const newIds = 'select new_id() as id from generate_series(1, $1::int)';

/** What one version of a strategy left in its history. */
export const historyAt = `
  select field, before, after from change_log where area = 'strategies' and object_id = $1 and version = $2`;

/** Whether anything has been built on goals ($2) that an import brought: children of others, commitments, or ways that lead to them. */
export const builtUpon = `
  select exists (select from goal g where g.parent_id = any ($2::uuid[]) and g.id <> all ($2::uuid[]))
    or exists (select from commitment c where c.goal_id = any ($2::uuid[]))
    or exists (select from goal_succession x where x.strategy_id = $1 and x.new_goal_ids && $2::uuid[])
    or exists (select from unnest($2::uuid[]) n (id) where not exists (select from goal g where g.id = n.id and g.version = 1)) as built`;
