import type { MigrationInterface, QueryRunner } from 'typeorm';

const writes = `('coordinator', 'partner', 'county_staff', 'county_admin')`;

/** What is said of methods is hidden and cleaned, follows when parties are merged, and drafts go when they have lain in the trash. */
export class MethodsAreKept1763900000094 implements MigrationInterface {
  name = 'MethodsAreKept1763900000094';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(texts);
    await runner.query(keeping);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function method_place(text, uuid), method_text_hide(text, uuid), method_text_show(text, uuid, jsonb), method_organization_move(uuid, uuid),
        method_organization_put_back(uuid, uuid, jsonb), retention_methods_due(timestamptz), retention_methods_take(timestamptz, text[]);
    `);
  }
}

const readable = `coalesce(ctx_role(), '') in ${writes} and m.hidden_at is null and m.removed_at is null and could_read(m.shown, array[m.organization_id], '{}', m.county_codes)`;
const actionRead = `a.hidden_at is null and could_read(a.visibility, a.owner_ids, a.partner_ids, a.county_codes)`;
const purges = (id: string) =>
  `exists (select from sensitive_text s where s.object_id = ${id} and s.ended_at is null and may_purge(s.owner_ids, s.county_codes))`;

const texts = `
  -- Where it stands, for whoever hides or cleans it: its texts, whose it is, and a reference that says nothing.
  create function method_place(kind text, target uuid) returns table (texts jsonb, reference text, owner_ids uuid[], county_codes text[], method_id uuid, level smallint)
    language plpgsql stable security definer set search_path from current as $$
  begin
    if kind = 'method' then
      return query select jsonb_build_object('title', m.name, 'methodPurpose', m.purpose, 'methodNotFor', m.not_for, 'methodEvidence', m.evidence, 'methodSource', m.evidence_source,
          'address', m.evidence_link, 'methodTraining', m.training, 'motive', coalesce(m.retired_motive, '')),
        'M-' || upper(right(m.id::text, 6)), array[m.organization_id], m.county_codes, m.id, m.shown
        from method m where m.id = target and (${readable} or ${purges('m.id')});
    elsif kind = 'use' then
      return query select jsonb_build_object('note', u.note, 'reason', u.reason, 'trainedSource', u.trained_source), 'M-' || upper(right(m.id::text, 6)), array[u.organization_id],
        (select coalesce(array_agg(c.county_code), '{}') from organization_county c where c.organization_id = u.organization_id), m.id, m.shown
        from method_use u join method m on m.id = u.method_id where u.id = target and (u.hidden_at is null and ${readable} or ${purges('u.id')});
    else
      return query select jsonb_build_object('reason', t.reason), a.reference, a.owner_ids, a.county_codes, m.id, least(m.shown, a.visibility)
        from method_action t join action a on a.id = t.action_id join method m on m.id = t.method_id
        where t.id = target and (t.hidden_at is null and ${readable} and ${actionRead} or ${purges('t.id')});
    end if;
  end $$;
  -- Whoever may read it may hide it; it is shown again by those who may purge it.
  create function method_text_hide(kind text, target uuid) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    if kind = 'method' then
      update method m set hidden_at = clock_timestamp(), version = m.version + 1 where m.id = target and ${readable};
    elsif kind = 'use' then
      update method_use u set hidden_at = clock_timestamp(), version = u.version + 1 from method m
        where u.id = target and u.hidden_at is null and m.id = u.method_id and ${readable};
    else
      update method_action t set hidden_at = clock_timestamp() from method m, action a
        where t.id = target and t.hidden_at is null and m.id = t.method_id and a.id = t.action_id and ${readable} and ${actionRead};
    end if;
    if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
  end $$;
  create function method_text_show(kind text, target uuid, clean jsonb) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    if not ${purges('target')} then raise exception 'Nothing of this is hidden.' using errcode = '42501'; end if;
    if kind = 'method' then
      update method set hidden_at = null, version = version + 1, changed_at = clock_timestamp(), name = coalesce(clean->>'title', name),
        purpose = coalesce(clean->>'methodPurpose', purpose), not_for = coalesce(clean->>'methodNotFor', not_for), evidence = coalesce(clean->>'methodEvidence', evidence),
        evidence_state = case when clean->>'methodSource' = '' then 'not_assessed' else evidence_state end,
        evidence_source = coalesce(clean->>'methodSource', evidence_source), evidence_link = coalesce(clean->>'address', evidence_link),
        training = coalesce(clean->>'methodTraining', training),
        retired_motive = case when retired_motive is not null then coalesce(nullif(clean->>'motive', ''), retired_motive) end where id = target;
    elsif kind = 'use' then
      update method_use set hidden_at = null, version = version + 1, note = coalesce(clean->>'note', note), trained_source = coalesce(clean->>'trainedSource', trained_source),
        outside = case when clean->>'reason' = '' then '{}' else outside end, reason = coalesce(clean->>'reason', reason) where id = target;
    else
      -- It may have been tied again meanwhile: then this one has ended.
      update method_action t set hidden_at = null, outside = case when clean->>'reason' = '' then '{}' else t.outside end, reason = coalesce(clean->>'reason', t.reason),
        ended_on = case when t.ended_on is null and exists (select from method_action o where o.method_id = t.method_id and o.action_id = t.action_id and o.ended_on is null
          and o.hidden_at is null) then today() else t.ended_on end where t.id = target;
    end if;
  end $$;
  revoke execute on function method_place(text, uuid), method_text_hide(text, uuid), method_text_show(text, uuid, jsonb) from public;
  grant execute on function method_place(text, uuid), method_text_hide(text, uuid), method_text_show(text, uuid, jsonb) to samverkan_app;
`;

const keeping = `
  create function method_organization_move(source uuid, target uuid) returns jsonb language plpgsql volatile security definer set search_path from current as $$
  declare
    receipt jsonb;
  begin
    perform require_merge(source, target);
    select jsonb_build_object('kept', (select coalesce(jsonb_agg(id), '[]') from method where organization_id = source),
      'used', (select coalesce(jsonb_agg(id), '[]') from method_use where organization_id = source),
      'tied', (select coalesce(jsonb_agg(id), '[]') from method_action where organization_id = source)) into receipt;
    update method set organization_id = target where organization_id = source;
    update method_use set organization_id = target where organization_id = source;
    update method_action set organization_id = target where organization_id = source;
    return receipt;
  end $$;
  create function method_organization_put_back(source uuid, target uuid, receipt jsonb) returns boolean language plpgsql volatile security definer set search_path from current as $$
  begin
    perform require_merge(source, target);
    update method set organization_id = source where organization_id = target and receipt->'kept' ? id::text;
    update method_use set organization_id = source where organization_id = target and receipt->'used' ? id::text;
    update method_action set organization_id = source where organization_id = target and receipt->'tied' ? id::text;
    return true;
  end $$;
  create function retention_methods_due(as_of timestamptz) returns table (id text, at timestamptz, organization_id uuid, reference text)
    language sql stable security definer set search_path from current as $$
    select m.id::text, m.removed_at, m.organization_id, 'M-' || upper(right(m.id::text, 6)) from method m
    where retention_reader() and m.removed_at < as_of - interval '30 days' order by 2, 1 $$;
  create function retention_methods_take(as_of timestamptz, ids text[]) returns table (id text)
    language plpgsql volatile security definer set search_path from current as $$
  #variable_conflict use_column
  begin
    if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
    return query delete from method m where m.id::text = any (ids) and m.removed_at < as_of - interval '30 days' returning m.id::text;
  end $$;
  revoke execute on function method_organization_move(uuid, uuid), method_organization_put_back(uuid, uuid, jsonb), retention_methods_due(timestamptz),
    retention_methods_take(timestamptz, text[]) from public;
  grant execute on function method_organization_move(uuid, uuid), method_organization_put_back(uuid, uuid, jsonb), retention_methods_due(timestamptz),
    retention_methods_take(timestamptz, text[]) to samverkan_app;
`;
