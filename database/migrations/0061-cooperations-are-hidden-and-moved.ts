import type { MigrationInterface, QueryRunner } from 'typeorm';

const writes = `('coordinator', 'partner', 'county_staff', 'county_admin')`;

/** What was written when parties asked each other in can be hidden and cleaned, and follows a party that turns out to be another. */
export class CooperationsAreHiddenAndMoved1763900000061 implements MigrationInterface {
  name = 'CooperationsAreHiddenAndMoved1763900000061';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(texts);
    await runner.query(merging);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function cooperation_organization_move(uuid, uuid), cooperation_organization_put_back(uuid, uuid, jsonb), cooperation_text_hide(uuid), cooperation_text_show(uuid, jsonb), cooperation_place(uuid);
    `);
  }
}

const texts = `
  -- What the action is called in the list of what is hidden, and whose it is: its reference, which says nothing.
  create function cooperation_place(target uuid) returns table (reference text, owner_ids uuid[], county_codes text[]) language sql stable security definer set search_path from current as $$
    select a.reference, a.owner_ids, a.county_codes from action_cooperation c join action a on a.id = c.action_id
    where c.id = target and (c.hidden_at is null and (c.organization_id = ctx_org() or ctx_org() = any (a.owner_ids))
      or exists (select from sensitive_text s where s.object_id = c.id and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)))
  $$;
  create function cooperation_text_hide(target uuid) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    update action_cooperation c set hidden_at = clock_timestamp(), version = c.version + 1 from action a
      where c.id = target and c.hidden_at is null and a.id = c.action_id and a.hidden_at is null and coalesce(ctx_role(), '') in ${writes}
        and (c.organization_id = ctx_org() or ctx_org() = any (a.owner_ids));
    if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
  end $$;
  create function cooperation_text_show(target uuid, clean jsonb) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
      raise exception 'Nothing of this is hidden.' using errcode = '42501';
    end if;
    update action_cooperation c set hidden_at = null, version = c.version + 1, message = coalesce(clean->>'message', c.message),
      answer = case when clean ? 'answer' then nullif(clean->>'answer', '') else c.answer end where c.id = target;
  end $$;
  revoke execute on function cooperation_place(uuid), cooperation_text_hide(uuid), cooperation_text_show(uuid, jsonb) from public;
  grant execute on function cooperation_place(uuid), cooperation_text_hide(uuid), cooperation_text_show(uuid, jsonb) to samverkan_app;
`;

const merging = `
  -- What the one asked and was asked is the other's. Where both were asked into the same action, once is enough; whoever owns it already needs no asking.
  create function cooperation_organization_move(source uuid, target uuid) returns jsonb language plpgsql volatile security definer set search_path from current as $$
  declare
    receipt jsonb;
  begin
    perform require_merge(source, target);
    with twice as (update action_cooperation c set state = 'withdrawn', answered_at = clock_timestamp(), version = c.version + 1 from action a
        where a.id = c.action_id and c.state = 'open' and c.organization_id = source and (array[source, target] && a.owner_ids
          or exists (select from action_cooperation t where t.action_id = c.action_id and t.organization_id = target and t.state = 'open')) returning c.id)
    select jsonb_build_object('twice', coalesce(jsonb_agg(id), '[]')) into receipt from twice;
    with joined as (update action_cooperation set organization_id = target where organization_id = source returning id)
    select receipt || jsonb_build_object('joined', coalesce(jsonb_agg(id), '[]')) into receipt from joined;
    with asked as (update action_cooperation set from_organization_id = target where from_organization_id = source returning id)
    select receipt || jsonb_build_object('asked', coalesce(jsonb_agg(id), '[]')) into receipt from asked;
    return receipt;
  end $$;
  create function cooperation_organization_put_back(source uuid, target uuid, receipt jsonb) returns boolean language plpgsql volatile security definer set search_path from current as $$
  begin
    perform require_merge(source, target);
    update action_cooperation set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text($3->'joined') x);
    update action_cooperation set from_organization_id = source where from_organization_id = target and id in (select x::uuid from jsonb_array_elements_text($3->'asked') x);
    update action_cooperation set state = 'open', answered_at = null, version = version + 1 where id in (select x::uuid from jsonb_array_elements_text($3->'twice') x) and state = 'withdrawn';
    return true;
  end $$;
  revoke execute on function cooperation_organization_move(uuid, uuid), cooperation_organization_put_back(uuid, uuid, jsonb) from public;
  grant execute on function cooperation_organization_move(uuid, uuid), cooperation_organization_put_back(uuid, uuid, jsonb) to samverkan_app;
`;
