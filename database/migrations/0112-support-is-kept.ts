import type { MigrationInterface, QueryRunner } from 'typeorm';

const writers = `('coordinator', 'partner', 'county_staff', 'county_admin')`;

/** Requests for support are cleaned and merged; whoever asked is asked what it led to; what helped is told to others who may be told; and needs are counted. */
export class SupportIsKept1763900000112 implements MigrationInterface {
  name = 'SupportIsKept1763900000112';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(texts);
    await runner.query(moves);
    await runner.query(effect);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function support_place(text, uuid), support_text_hide(text, uuid), support_text_show(text, uuid, jsonb), support_organization_move(uuid, uuid),
      support_organization_put_back(uuid, uuid, jsonb), support_effect_ask(integer), support_peers(text, text, integer), support_counts(date, date);`);
  }
}

const texts = `
  -- Whose it is and where, for whoever may read it and for those who clean it.
  create function support_place(kind text, target uuid) returns table (request_id uuid, reference text, owner_ids uuid[], county_codes text[])
    language plpgsql stable security definer set search_path from current as $$
  #variable_conflict use_column
  declare
    cleans boolean := exists (select from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes));
  begin
    return query select r.id, r.reference, array[coalesce(m.organization_id, r.organization_id)], r.county_codes
      from support_request r left join support_message m on kind = 'message' and m.request_id = r.id and m.id = target
      where (kind = 'request' and r.id = target or kind = 'message' and m.id is not null)
        and (r.hidden_at is null and m.hidden_at is null and coalesce(ctx_role(), '') in ${writers} and could_read(1::smallint, array[r.organization_id], '{}', r.county_codes) or cleans);
  end $$;
  create function support_text_hide(kind text, target uuid) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    if not exists (select from support_place(kind, target)) then raise exception 'Not for this reader.' using errcode = '42501'; end if;
    if kind = 'request' then update support_request set hidden_at = clock_timestamp(), version = version + 1 where id = target and hidden_at is null;
    else update support_message set hidden_at = clock_timestamp(), version = version + 1 where id = target and hidden_at is null; end if;
    if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
  end $$;
  create function support_text_show(kind text, target uuid, clean jsonb) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
      raise exception 'Nothing of this is hidden.' using errcode = '42501';
    end if;
    if kind = 'request' then
      update support_request set hidden_at = null, version = version + 1, changed_at = clock_timestamp(), title = coalesce(clean->>'need', title), text = coalesce(clean->>'background', text),
        proposal = coalesce(clean->>'proposal', proposal), outcome = coalesce(clean->>'outcome', outcome), reason = coalesce(clean->>'endReason', reason),
        effect_words = coalesce(clean->>'effectWords', effect_words), step_before = case when clean is null or clean = '{}' then step_before end where id = target;
    else
      update support_message set hidden_at = null, version = version + 1, text = coalesce(clean->>'message', text) where id = target;
    end if;
  end $$;
  revoke execute on function support_place(text, uuid), support_text_hide(text, uuid), support_text_show(text, uuid, jsonb) from public;
  grant execute on function support_place(text, uuid), support_text_hide(text, uuid), support_text_show(text, uuid, jsonb) to samverkan_app;
`;

const moves = `
  create function support_organization_move(source uuid, target uuid) returns jsonb language plpgsql volatile security definer set search_path from current as $$
  declare
    receipt jsonb;
  begin
    perform require_merge(source, target);
    select jsonb_build_object('asked', (select coalesce(jsonb_agg(id), '[]') from support_request where organization_id = source),
      'written', (select coalesce(jsonb_agg(id), '[]') from support_message where organization_id = source)) into receipt;
    update support_request set organization_id = target where organization_id = source;
    update support_message set organization_id = target where organization_id = source;
    return receipt;
  end $$;
  create function support_organization_put_back(source uuid, target uuid, receipt jsonb) returns boolean language plpgsql volatile security definer set search_path from current as $$
  begin
    perform require_merge(source, target);
    update support_request set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'asked') x);
    update support_message set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'written') x);
    return true;
  end $$;
  revoke execute on function support_organization_move(uuid, uuid), support_organization_put_back(uuid, uuid, jsonb) from public;
  grant execute on function support_organization_move(uuid, uuid), support_organization_put_back(uuid, uuid, jsonb) to samverkan_app;
`;

const effect = `
  -- Some of those who are to say what the support led to, asked as this is asked: whoever takes them writes to them in the same transaction, or nobody has.
  create function support_effect_ask(most integer) returns table (request_id uuid, address text)
    language plpgsql volatile security definer set search_path from current as $$
  #variable_conflict use_column
  begin
    if ctx_role() is not null then raise exception 'Only the queue does this.' using errcode = '42501'; end if;
    return query with few as (select r.id from support_request r where r.status = 'closed' and r.effect_asked_on is null and r.effect_due_on <= today() and r.hidden_at is null
        order by r.effect_due_on, r.id limit most for update skip locked),
      asked as (update support_request r set effect_asked_on = today() from few where r.id = few.id returning r.id, r.function_id, r.organization_id)
      select a.id, x.address from asked a
        left join lateral (
          select f.mailbox as address from contact_function f where f.id = a.function_id and f.organization_id = a.organization_id and f.hidden_at is null and f.retired_on is null and f.mailbox is not null
          union select u.email from membership m join app_user u on u.id = m.user_id where m.organization_id = a.organization_id
            and m.role in ${writers} and m.valid_from <= today() and (m.valid_to is null or m.valid_to >= today()) and u.disabled_at is null
            and not exists (select from contact_function f where f.id = a.function_id and f.organization_id = a.organization_id and f.hidden_at is null and f.retired_on is null and f.mailbox is not null)
        ) x on true;
  end $$;

  -- Who in the reader's county has had support in something like it, says that it helped, and lets others read so: of these rows nothing but what is agreed to.
  create function support_peers(given text, of_subject text, most integer) returns table (organization_id uuid, need text, outcome text, effect text, words text, closed_on date)
    language plpgsql stable security definer set search_path from current set plan_cache_mode = force_custom_plan as $$
  #variable_conflict use_column
  declare
    wanted tsquery;
  begin
    if coalesce(ctx_role(), '') not in ${writers} then return; end if;
    select coalesce(nullif(string_agg(to_tsquery('swedish', quote_literal(w))::text, ' | ') filter (where to_tsquery('swedish', quote_literal(w))::text <> ''), ''), '')::tsquery into wanted
      from (select distinct w from regexp_split_to_table(lower(regexp_replace(given, '[^[:alnum:]]+', ' ', 'g')), ' ') w where length(w) > 2 limit 16) words;
    return query select r.organization_id, r.title, r.outcome, r.effect, r.effect_words, r.closed_on from support_request r
      where r.hidden_at is null and r.may_tell and r.status = 'done' and r.effect in ('yes', 'partly') and r.county_codes && ctx_counties() and r.organization_id <> ctx_org()
        and (r.words @@ wanted or r.subject = of_subject)
      order by 8 * ts_rank(r.words, wanted) + case when r.subject = of_subject then 0.5 else 0 end desc, r.closed_on desc, r.id limit most;
  end $$;

  -- Counts alone of what the reader may see, by subject and municipality of her counties. Small ones are hidden before they leave the API.
  create function support_counts(since date, until date) returns table (subject text, municipality_code text, asked integer)
    language sql stable security definer set search_path from current as $$
    select r.subject, case when m.county_code = any (ctx_counties()) then m.code end, count(*)::int from support_request r left join municipality m on m.code = r.municipality_code
    where ctx_role() in ('coordinator', 'county_staff', 'county_admin') and r.hidden_at is null and could_read(1::smallint, array[r.organization_id], '{}', r.county_codes) and r.asked_on between since and until group by 1, 2
  $$;
  revoke execute on function support_effect_ask(integer), support_peers(text, text, integer), support_counts(date, date) from public;
  grant execute on function support_effect_ask(integer), support_peers(text, text, integer), support_counts(date, date) to samverkan_app;
`;
