import type { MigrationInterface, QueryRunner } from 'typeorm';

const writes = `('coordinator', 'partner', 'county_staff', 'county_admin')`;

/** An organisation keeps what its actions begin with under names of its own, and an action that is done again knows what it comes after. */
export class ActionsComeAgain1763900000069 implements MigrationInterface {
  name = 'ActionsComeAgain1763900000069';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table action_template (
        id uuid primary key default new_id(),
        organization_id uuid not null default ctx_org() references organization (id),
        name text not null,
        content jsonb not null,
        changed_at timestamptz not null default clock_timestamp(),
        removed_at timestamptz,
        version integer not null default 1
      );
      comment on column action_template.content is 'As TemplateContent of the contract: what the form of a new action begins with, never its days.';
      create index action_template_organization on action_template (organization_id);
      select secure_table('action_template');
      grant insert, update on action_template to samverkan_app;
      create policy own on action_template for all to samverkan_app
        using (organization_id = (select ctx_org()) and (select ctx_role()) <> 'system_admin')
        with check (organization_id = (select ctx_org()) and (select ctx_role()) in ${writes});

      create table action_recurrence (
        action_id uuid primary key references action (id) on delete cascade,
        every text check (every in ('month', 'quarter', 'term', 'year')),
        former_id uuid references action (id) on delete set null,
        check (former_id <> action_id)
      );
      comment on column action_recurrence.former_id is 'The action that this one is the next time of.';
      create index action_recurrence_former on action_recurrence (former_id) where former_id is not null;
      select secure_table('action_recurrence');
      grant insert, update on action_recurrence to samverkan_app;
      create policy seen on action_recurrence for select to samverkan_app
        using (exists (select from action a where a.id = action_id));
      create policy kept on action_recurrence for insert to samverkan_app
        with check ((select ctx_role()) in ${writes} and exists (select from action a where a.id = action_id and (select ctx_org()) = any (a.owner_ids)));
      create policy changed on action_recurrence for update to samverkan_app
        using ((select ctx_role()) in ${writes} and exists (select from action a where a.id = action_id and (select ctx_org()) = any (a.owner_ids)));

      create function retention_templates_due(as_of timestamptz) returns table (id text, at timestamptz, organization_id uuid, reference text)
        language sql stable security definer set search_path from current as $$
        select t.id::text, t.removed_at, t.organization_id, null::text from action_template t
          where retention_reader() and t.removed_at < as_of - interval '30 days' order by 2, 1 $$;
      create function retention_templates_take(as_of timestamptz, ids text[]) returns table (id text)
        language plpgsql volatile security definer set search_path from current as $$
      #variable_conflict use_column
      begin
        if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
        return query delete from action_template t where t.id::text = any (ids) and t.removed_at < as_of - interval '30 days' returning t.id::text;
      end $$;
      -- When two parties are merged, the templates of the one are the other's, and those that name the one as a partner name the other.
      create function action_template_move(source uuid, target uuid) returns jsonb language plpgsql volatile security definer set search_path from current as $$
      declare
        moved uuid[]; named jsonb;
      begin
        perform require_merge(source, target);
        with templates as (update action_template set organization_id = target where organization_id = source returning id)
        select coalesce(array_agg(id), '{}') into moved from templates;
        select coalesce(jsonb_object_agg(t.id, t.content -> 'partnerIds'), '{}') into named from action_template t where t.content -> 'partnerIds' ? source::text;
        update action_template t set content = jsonb_set(t.content, '{partnerIds}', (
            select jsonb_agg(distinct case x when source::text then target::text else x end) from jsonb_array_elements_text(t.content -> 'partnerIds') x))
          where named ? t.id::text;
        return jsonb_build_object('moved', to_jsonb(moved), 'named', named);
      end $$;
      create function action_template_put_back(source uuid, target uuid, receipt jsonb) returns boolean language plpgsql volatile security definer set search_path from current as $$
      begin
        perform require_merge(source, target);
        update action_template set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt -> 'moved') x);
        -- Given other partners since, it keeps them.
        update action_template t set content = jsonb_set(t.content, '{partnerIds}', receipt -> 'named' -> t.id::text)
          where receipt -> 'named' ? t.id::text and t.content -> 'partnerIds' ? target::text
            and jsonb_array_length(t.content -> 'partnerIds') <= jsonb_array_length(receipt -> 'named' -> t.id::text);
        return true;
      end $$;
      revoke execute on function retention_templates_due(timestamptz), retention_templates_take(timestamptz, text[]),
        action_template_move(uuid, uuid), action_template_put_back(uuid, uuid, jsonb) from public;
      grant execute on function retention_templates_due(timestamptz), retention_templates_take(timestamptz, text[]),
        action_template_move(uuid, uuid), action_template_put_back(uuid, uuid, jsonb) to samverkan_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function retention_templates_due(timestamptz), retention_templates_take(timestamptz, text[]),
        action_template_move(uuid, uuid), action_template_put_back(uuid, uuid, jsonb);
      drop table action_recurrence, action_template;
    `);
  }
}
