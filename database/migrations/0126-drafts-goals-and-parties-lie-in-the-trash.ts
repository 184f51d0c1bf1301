import type { MigrationInterface, QueryRunner } from 'typeorm';
import { goings } from './parts/drafts-kept-thirty-days';

const writes = `('coordinator', 'partner', 'county_staff', 'county_admin')`;
const staff = `('county_staff', 'county_admin')`;
const keepers = `('coordinator', 'partner', 'county_staff', 'county_admin', 'system_admin')`;
// Whoever withdrew it, and whoever had registered it.
const keptBy = (actor: (name: string) => string): string =>
  `(organization_id = ${actor('ctx_org()')} or content->'party'->>'registrar_id' = ${actor('ctx_org()')}::text) and ${actor('ctx_role()')} in ${keepers}`;
const kept = (at: string): string => `${at} > now() - interval '30 days'`;

/** Drafts that were thrown away, goals taken from a draft and parties withdrawn lie in the trash for thirty days, with who took them, and come back from there. */
export class DraftsGoalsAndPartiesLieInTheTrash1763900000126 implements MigrationInterface {
  name = 'DraftsGoalsAndPartiesLieInTheTrash1763900000126';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [noted, restored(kept), publicTexts, parties, shown, goings]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function strategies_thrown_away(), goals_thrown_away(), assessments_thrown_away(), public_texts_thrown_away(), public_text_discard(uuid), public_text_put_back(uuid),
        organization_put_back(uuid), organization_withdrawn_move(uuid, uuid), organization_withdrawn_put_back(uuid, uuid, jsonb), goal_may_go(uuid), goal_branch_delete(uuid[]), strategy_draft_delete(uuid), strategy_may_go(uuid), retention_strategies_due(timestamptz), retention_strategies_take(timestamptz, text[]), retention_goals_due(timestamptz),
        retention_goals_take(timestamptz, text[]), retention_assessments_due(timestamptz), retention_assessments_take(timestamptz, text[]),
        retention_public_texts_due(timestamptz), retention_public_texts_take(timestamptz, text[]), retention_parties_due(timestamptz), retention_parties_take(timestamptz, text[]);
      drop trigger note_removal on goal; drop trigger note_removal on public_text; drop trigger note_discarding on strategy; drop trigger note_discarding on assessment;
      drop function note_discarding();
      ${restored((at) => `${at} is not null`)}
      alter table goal drop column removed_by; alter table strategy drop column discarded_by; alter table assessment drop column discarded_by;
      ${withdrawn('')}
      drop table organization_withdrawn;
      delete from public_text where removed_at is not null;
      ${publicTextPolicies('')}
      drop index public_text_draft;
      create unique index public_text_draft on public_text (county_code, piece) where shown_from is null and hidden_at is null;
      alter table public_text drop column removed_at, drop column removed_by;
    `);
  }
}

const noted = `
  alter table goal add column removed_by uuid;
  create trigger note_removal before update of removed_at on goal for each row execute function note_removal();
  create function note_discarding() returns trigger language plpgsql as $$
  begin
    new.discarded_by := case when new.discarded_at is null then null when old.discarded_at is null then ctx_user() else old.discarded_by end;
    return new;
  end $$;
  alter table strategy add column discarded_by uuid;
  alter table assessment add column discarded_by uuid;
  -- What was thrown away before there was anywhere to find it has thirty days from now.
  -- What went in one act goes on having one moment of its own: that is what it comes back by.
  update goal g set removed_at = now() - r.n * interval '1 microsecond'
    from (select x.id, dense_rank() over (order by x.removed_at desc) - 1 as n from goal x where x.removed_at < now()) r where r.id = g.id;
  update strategy set discarded_at = now() where discarded_at < now();
  update assessment set discarded_at = now() where discarded_at < now();
  create trigger note_discarding before update of discarded_at on strategy for each row execute function note_discarding();
  create trigger note_discarding before update of discarded_at on assessment for each row execute function note_discarding();
`;

const restored = (lies: (at: string) => string): string => `
  create or replace function goal_restore(target uuid) returns boolean language plpgsql volatile security definer set search_path from current as $$
  declare
    went timestamptz;
  begin
    select g.removed_at into went from goal g join strategy s on s.id = g.strategy_id left join goal p on p.id = g.parent_id
      where g.id = target and ${lies('g.removed_at')} and p.removed_at is null and s.discarded_at is null and s.status in ('draft', 'in_consultation', 'proposed')
        and keeps_strategy(s.kept_by, s.owner_organization_id, s.kind);
    if went is null then return false; end if;
    with recursive branch as (select target as id union select g.id from goal g join branch b on g.parent_id = b.id where g.removed_at = went)
    update goal set removed_at = null, version = version + 1 where id in (select id from branch);
    return true;
  end $$;
  create or replace function strategy_restore(target uuid) returns boolean language plpgsql volatile security definer set search_path from current as $$
  begin
    update strategy set discarded_at = null, version = version + 1 where id = target and ${lies('discarded_at')}
      and keeps_strategy(kept_by, owner_organization_id, kind);
    return found;
  end $$;
`;

const editors = `county_code = any ((select ctx_counties())::text[]) and (select ctx_role()) in ${staff}`;
const publicTextPolicies = (standing: string): string => `
  drop policy read on public_text;
  create policy read on public_text for select to samverkan_app using (${standing} case when hidden_at is null then shown_from <= statement_timestamp() or ${editors}
    else id = (select ctx_purging()) and exists (select from sensitive_text s where s.object_id = public_text.id and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) end);
`;

const publicTexts = `
  alter table public_text add column removed_at timestamptz, add column removed_by uuid;
  create trigger note_removal before update of removed_at on public_text for each row execute function note_removal();
  drop index public_text_draft;
  create unique index public_text_draft on public_text (county_code, piece) where shown_from is null and hidden_at is null and removed_at is null;
  -- The policy and the grant to delete stay for the version before this one, which may run beside it; a later migration takes them.
  ${publicTextPolicies('removed_at is null and')}
  create function public_text_discard(target uuid) returns boolean language plpgsql volatile security definer set search_path from current as $$
  begin
    update public_text t set removed_at = clock_timestamp(), version = t.version + 1
      where t.id = target and t.removed_at is null and t.hidden_at is null and t.shown_from is null and t.${editors};
    return found;
  end $$;
  -- Null where it is not hers to put back; else 'back', or why it cannot be beside another that waits of the same piece.
  create function public_text_put_back(target uuid) returns text language plpgsql volatile security definer set search_path from current as $$
  declare
    draft public_text;
    waits timestamptz;
  begin
    select * into draft from public_text t where t.id = target and ${kept('t.removed_at')} and t.hidden_at is null and t.${editors} for update;
    if draft.id is null then return null; end if;
    select coalesce(o.shown_from, '-infinity') into waits from public_text o where o.county_code = draft.county_code and o.piece = draft.piece and o.id <> target and o.removed_at is null and o.hidden_at is null
      and (o.shown_from is null or o.shown_from > statement_timestamp()) limit 1;
    if waits is not null then return case when waits = '-infinity' then 'public-text.has-a-draft' else 'public-text.scheduled' end; end if;
    update public_text t set removed_at = null, version = t.version + 1 where t.id = target;
    return 'back';
  end $$;
  revoke execute on function public_text_discard(uuid), public_text_put_back(uuid) from public;
  grant execute on function public_text_discard(uuid), public_text_put_back(uuid) to samverkan_app;
`;

const withdrawn = (copy: string): string => `
  create or replace function organization_withdraw(given uuid) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    if not exists (select 1 from organization o where o.id = given and o.key like 'registered:%' and o.version = 1 and keeps_organization(o.id)) then
      raise exception 'Not for this actor.' using errcode = '42501';
    end if;
    ${copy}
    delete from organization where id = given;
  end $$;
`;

const columns =
  'id, key, kind, name, name_en, abbreviation, organization_number, website, description, description_en, county_code, municipality_code, parent_id, successor_id, valid_from, valid_to, demo, search, version, registrar_id, merged_into_id, checked';
const parties = `
  -- Nothing hangs on a party that is withdrawn, so that it goes from where parties are known, and lies here as it was.
  create table organization_withdrawn (
    id uuid primary key,
    organization_id uuid not null default ctx_org() references organization (id) on delete cascade,
    name text not null,
    content jsonb not null,
    removed_at timestamptz not null default clock_timestamp(),
    removed_by uuid default ctx_user()
  );
  comment on column organization_withdrawn.organization_id is 'Whose people withdrew it, and may put it back.';
  comment on column organization_withdrawn.content is 'The rows of the party, its names and its places.';
  select secure_table('organization_withdrawn');
  create index organization_withdrawn_organization on organization_withdrawn (organization_id);
  create policy read on organization_withdrawn for select to samverkan_app using (${keptBy((name) => `(select ${name})`)});
  ${withdrawn(`insert into organization_withdrawn (id, name, content) select o.id, o.name, jsonb_build_object('party', to_jsonb(o),
      'names', (select coalesce(jsonb_agg(to_jsonb(n)), '[]') from organization_name n where n.organization_id = given),
      'counties', (select coalesce(jsonb_agg(c.county_code), '[]') from organization_county c where c.organization_id = given),
      'municipalities', (select coalesce(jsonb_agg(m.municipality_code), '[]') from organization_municipality m where m.organization_id = given))
      from organization o where o.id = given;`)}
  -- Null where it is not hers to put back; else whether it is back, which it cannot be beside another of the same name in the same county, or of the same number.
  create function organization_put_back(given uuid) returns boolean language plpgsql volatile security definer set search_path from current as $$
  declare
    lay organization_withdrawn;
    party organization;
  begin
    select * into lay from organization_withdrawn where id = given and ${kept('removed_at')} and ${keptBy((name) => name)} for update;
    if lay.id is null then return null; end if;
    party := jsonb_populate_record(null::organization, lay.content->'party');
    -- What it was a part of, or was followed by, may have gone meanwhile.
    party.parent_id := (select o.id from organization o where o.id = party.parent_id);
    party.successor_id := (select o.id from organization o where o.id = party.successor_id);
    party.registrar_id := (select o.id from organization o where o.id = party.registrar_id);
    if exists (select from organization o where o.merged_into_id is null and (o.organization_number = party.organization_number
      or lower(o.name) = lower(party.name) and (lay.content->'counties' = '[]' and not exists (select from organization_county c where c.organization_id = o.id)
        or exists (select from organization_county c where c.organization_id = o.id and lay.content->'counties' ? c.county_code)))) then return false; end if;
    delete from organization_withdrawn w where w.id = given;
    -- By name: a column that has come since keeps its default.
    insert into organization (${columns}) select ${columns.replace(/(\w+)/g, 'party.$1')};
    delete from organization_name n where n.organization_id = given;
    insert into organization_name (id, organization_id, name, usage, valid_from, valid_to, verification)
      select n.id, n.organization_id, n.name, n.usage, n.valid_from, n.valid_to, n.verification from jsonb_populate_recordset(null::organization_name, lay.content->'names') n;
    insert into organization_county (organization_id, county_code) select given, jsonb_array_elements_text(lay.content->'counties');
    insert into organization_municipality (organization_id, municipality_code) select given, jsonb_array_elements_text(lay.content->'municipalities');
    return true;
  end $$;
  -- What one party has withdrawn is the other's to put back when the two turn out to be one.
  create function organization_withdrawn_move(source uuid, target uuid) returns jsonb language plpgsql volatile security definer set search_path from current as $$
  declare
    receipt jsonb;
  begin
    perform require_merge(source, target);
    select coalesce(jsonb_agg(w.id), '[]') into receipt from organization_withdrawn w where w.organization_id = source;
    update organization_withdrawn set organization_id = target where organization_id = source;
    return jsonb_build_object('withdrawn', receipt);
  end $$;
  create function organization_withdrawn_put_back(source uuid, target uuid, receipt jsonb) returns boolean language plpgsql volatile security definer set search_path from current as $$
  begin
    perform require_merge(source, target);
    update organization_withdrawn w set organization_id = source where w.organization_id = target and receipt->'withdrawn' ? w.id::text;
    return true;
  end $$;
  revoke execute on function organization_withdrawn_move(uuid, uuid), organization_withdrawn_put_back(uuid, uuid, jsonb) from public;
  grant execute on function organization_withdrawn_move(uuid, uuid), organization_withdrawn_put_back(uuid, uuid, jsonb) to samverkan_app;
  revoke execute on function organization_put_back(uuid) from public;
  grant execute on function organization_put_back(uuid) to samverkan_app;
`;

const shown = `
  create function strategies_thrown_away() returns table (id uuid, title text, at timestamptz, taken_by uuid)
    language sql stable security definer set search_path from current as $$
    select s.id, s.short_title, s.discarded_at, s.discarded_by from strategy s
    where s.discarded_at is not null and s.status in ('draft', 'proposed') and keeps_strategy(s.kept_by, s.owner_organization_id, s.kind) $$;
  -- Of what went in one act its root alone, and only while it has somewhere to come back to.
  create function goals_thrown_away() returns table (id uuid, strategy_id uuid, title text, place text, at timestamptz, taken_by uuid)
    language sql stable security definer set search_path from current as $$
    select g.id, s.id, g.title, s.short_title, g.removed_at, g.removed_by from goal g join strategy s on s.id = g.strategy_id left join goal p on p.id = g.parent_id
    where g.removed_at is not null and p.removed_at is null and s.discarded_at is null and s.status in ('draft', 'in_consultation', 'proposed')
      and keeps_strategy(s.kept_by, s.owner_organization_id, s.kind) $$;
  create function assessments_thrown_away() returns table (id uuid, title text, goal_id uuid, strategy_id uuid, at timestamptz, taken_by uuid)
    language sql stable security definer set search_path from current as $$
    select a.id, g.number || '. ' || g.title, g.id, g.strategy_id, a.discarded_at, a.discarded_by from assessment a join goal g on g.id = a.goal_id
    where a.discarded_at is not null and a.signed_at is null and a.hidden_at is null and a.organization_id = ctx_org() and ctx_role() in ${writes} $$;
  create function public_texts_thrown_away() returns table (id uuid, title text, at timestamptz, taken_by uuid)
    language sql stable security definer set search_path from current as $$
    select t.id, left(coalesce(nullif(t.sv, ''), t.en), 120), t.removed_at, t.removed_by from public_text t
    where t.removed_at is not null and t.hidden_at is null and t.${editors} $$;
  revoke execute on function strategies_thrown_away(), goals_thrown_away(), assessments_thrown_away(), public_texts_thrown_away() from public;
  grant execute on function strategies_thrown_away(), goals_thrown_away(), assessments_thrown_away(), public_texts_thrown_away() to samverkan_app;
`;
