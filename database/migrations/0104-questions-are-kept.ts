import type { MigrationInterface, QueryRunner } from 'typeorm';

const writers = `('coordinator', 'partner', 'county_staff', 'county_admin')`;
const staff = `('county_staff', 'county_admin')`;

/** Words of questions, bundles and answers can be hidden; what a party has asked follows it; and questions are counted across counties. */
export class QuestionsAreKept1763900000104 implements MigrationInterface {
  name = 'QuestionsAreKept1763900000104';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(texts);
    await runner.query(moves);
    await runner.query(counts);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function question_place(text, uuid), question_text_hide(text, uuid), question_text_show(text, uuid, jsonb), question_organization_move(uuid, uuid),
      question_organization_put_back(uuid, uuid, jsonb), question_counts(date, date);`);
  }
}

const texts = `
  -- Whose it is and where, for whoever may read it and for those who clean it. A draft is its board's.
  create function question_place(kind text, target uuid) returns table (reference text, owner_ids uuid[], partner_ids uuid[], county_codes text[], level smallint)
    language plpgsql stable security definer set search_path from current as $$
  #variable_conflict use_column
  declare
    role text := coalesce(ctx_role(), ''); org uuid := ctx_org(); mine text[] := ctx_counties();
    cleans boolean := exists (select from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes));
  begin
    if kind = 'question' then
      return query select q.reference, array[q.organization_id], q.joined_ids, q.county_codes, q.visibility from question q where q.id = target
        and (q.hidden_at is null and role in ${writers} and could_read(q.visibility, array[q.organization_id], q.joined_ids, q.county_codes) or cleans);
    elsif kind = 'bundle' then
      return query select b.reference, array[b.board_id], b.recipient_ids, b.county_codes, case when b.status = 'draft' then 0 else 1 end::smallint from question_bundle b where b.id = target
        and (b.hidden_at is null and role in ${writers} and (b.board_id = org and role in ${staff} or b.status <> 'draft' and (b.recipient_ids @> array[org]
          or role in ${staff} and b.county_codes && mine or exists (select from question q where q.bundle_id = b.id and q.hidden_at is null
            and (q.organization_id = org or q.joined_ids @> array[org])))) or cleans);
    elsif kind = 'reply' then
      return query select coalesce(b.reference, q.reference), array[r.organization_id], (select coalesce(array_agg(distinct t.organization_id), '{}') from question_told t where t.reply_id = r.id),
          coalesce(b.county_codes, q.county_codes), 1::smallint
        from question_reply r left join question_bundle b on b.id = r.bundle_id left join question q on q.id = r.question_id where r.id = target
        and (r.hidden_at is null and role in ${writers} and (r.organization_id = org or role in ${staff} and coalesce(b.county_codes, q.county_codes) && mine
          or exists (select from question_told t where t.reply_id = r.id and t.organization_id = org)) or cleans);
    elsif kind = 'faq' then
      return query select to_char(f.changed_at, 'YYYY-MM-DD'), array[f.organization_id], '{}'::uuid[], f.county_codes, f.level from faq f where f.id = target
        and (f.hidden_at is null and role in ${writers} and could_read(f.level, array[f.organization_id], '{}', f.county_codes) or cleans);
    end if;
  end $$;
  create function question_text_hide(kind text, target uuid) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    if not exists (select from question_place(kind, target)) then raise exception 'Not for this reader.' using errcode = '42501'; end if;
    if kind = 'question' then update question set hidden_at = clock_timestamp(), version = version + 1 where id = target and hidden_at is null;
    elsif kind = 'bundle' then update question_bundle set hidden_at = clock_timestamp(), version = version + 1 where id = target and hidden_at is null;
    elsif kind = 'reply' then update question_reply set hidden_at = clock_timestamp(), version = version + 1 where id = target and hidden_at is null;
    else update faq set hidden_at = clock_timestamp(), version = version + 1 where id = target and hidden_at is null; end if;
    if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
  end $$;
  create function question_text_show(kind text, target uuid, clean jsonb) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
      raise exception 'Nothing of this is hidden.' using errcode = '42501';
    end if;
    if kind = 'question' then
      update question set hidden_at = null, version = version + 1, changed_at = clock_timestamp(), title = coalesce(clean->>'question', title), text = coalesce(clean->>'background', text),
        reason = coalesce(clean->>'endReason', reason) where id = target;
      -- A line for each that whoever cleans it was given, in the same order.
      if clean ? 'verdicts' then
        update question_told t set because = coalesce((string_to_array(clean->>'verdicts', E'\\n'))[x.n], '')
          from (select reply_id, organization_id, row_number() over (order by reply_id, organization_id) as n from question_told where question_id = target and because <> ''
            and (organization_id = ctx_org() or ctx_role() in ${staff})) x
          where t.question_id = target and t.reply_id = x.reply_id and t.organization_id = x.organization_id;
      end if;
    elsif kind = 'bundle' then
      update question_bundle set hidden_at = null, version = version + 1, changed_at = clock_timestamp(), title = coalesce(clean->>'title', title), wording = coalesce(clean->>'wording', wording),
        reason = coalesce(clean->>'endReason', reason) where id = target;
    elsif kind = 'reply' then
      update question_reply set hidden_at = null, version = version + 1, text = coalesce(clean->>'replyText', text), link = coalesce(clean->>'address', link) where id = target;
    else
      update faq set hidden_at = null, version = version + 1, changed_at = clock_timestamp(), title = coalesce(clean->>'question', title), answer = coalesce(clean->>'replyText', answer),
        source = coalesce(clean->>'replySource', source), link = coalesce(clean->>'address', link) where id = target;
    end if;
  end $$;
  revoke execute on function question_place(text, uuid), question_text_hide(text, uuid), question_text_show(text, uuid, jsonb) from public;
  grant execute on function question_place(text, uuid), question_text_hide(text, uuid), question_text_show(text, uuid, jsonb) to samverkan_app;
`;

const moves = `
  -- Where both had the same question, or had been told of the same answer, the one keeps its row and the other's lies in the receipt.
  create function question_organization_move(source uuid, target uuid) returns jsonb language plpgsql volatile security definer set search_path from current as $$
  declare
    receipt jsonb;
  begin
    perform require_merge(source, target);
    select jsonb_build_object(
      'asked', (select coalesce(jsonb_agg(id), '[]') from question where organization_id = source),
      'joined', (select coalesce(jsonb_agg(to_jsonb(j)), '[]') from question_join j where organization_id = source),
      'arrays', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'ids', joined_ids)), '[]') from question where source = any (joined_ids)),
      'told', (select coalesce(jsonb_agg(to_jsonb(t)), '[]') from question_told t where organization_id = source),
      'addresses', (select coalesce(jsonb_agg(id), '[]') from question_address where recipient_id = source),
      'recipients', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'ids', recipient_ids)), '[]') from question_bundle where source = any (recipient_ids)),
      'noted', (select coalesce(jsonb_agg(id), '[]') from question_reply where organization_id = source),
      'answered', (select coalesce(jsonb_agg(id), '[]') from question_reply where source_id = source)) into receipt;
    update question set organization_id = target where organization_id = source;
    update question_join j set organization_id = target where organization_id = source
      and not exists (select from question_join k where k.question_id = j.question_id and k.organization_id = target);
    delete from question_join where organization_id = source;
    update question set joined_ids = organization_swapped(joined_ids, source, target) where source = any (joined_ids);
    update question_told t set organization_id = target where organization_id = source
      and not exists (select from question_told k where k.reply_id = t.reply_id and k.question_id = t.question_id and k.organization_id = target);
    delete from question_told where organization_id = source;
    update question_address set recipient_id = target where recipient_id = source;
    update question_bundle set recipient_ids = organization_swapped(recipient_ids, source, target) where source = any (recipient_ids);
    update question_reply set organization_id = target where organization_id = source;
    update question_reply set source_id = target where source_id = source;
    return receipt;
  end $$;
  create function question_organization_put_back(source uuid, target uuid, receipt jsonb) returns boolean language plpgsql volatile security definer set search_path from current as $$
  begin
    perform require_merge(source, target);
    if exists (select from jsonb_to_recordset(receipt->'arrays') as g (id uuid, ids uuid[]) join question q on q.id = g.id where q.joined_ids <> organization_swapped(g.ids, source, target)) then
      return false;
    end if;
    update question set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'asked') x);
    update question q set joined_ids = g.ids from jsonb_to_recordset(receipt->'arrays') as g (id uuid, ids uuid[]) where q.id = g.id;
    delete from question_join j using jsonb_populate_recordset(null::question_join, receipt->'joined') g, question q
      where q.id = g.question_id and j.question_id = g.question_id and j.organization_id = target and target <> all (q.joined_ids);
    insert into question_join select * from jsonb_populate_recordset(null::question_join, receipt->'joined') on conflict do nothing;
    delete from question_told t using jsonb_populate_recordset(null::question_told, receipt->'told') g, question q
      where q.id = g.question_id and t.reply_id = g.reply_id and t.question_id = g.question_id and t.organization_id = target and q.organization_id <> target and target <> all (q.joined_ids);
    insert into question_told select * from jsonb_populate_recordset(null::question_told, receipt->'told') on conflict do nothing;
    update question_address set recipient_id = source where recipient_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'addresses') x);
    update question_bundle b set recipient_ids = g.ids from jsonb_to_recordset(receipt->'recipients') as g (id uuid, ids uuid[]) where b.id = g.id;
    update question_reply set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'noted') x);
    update question_reply set source_id = source where source_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'answered') x);
    return true;
  end $$;
  revoke execute on function question_organization_move(uuid, uuid), question_organization_put_back(uuid, uuid, jsonb) from public;
  grant execute on function question_organization_move(uuid, uuid), question_organization_put_back(uuid, uuid, jsonb) to samverkan_app;
`;

const counts = `
  -- Counts alone, by subject and county, to those who read aggregates: of what is shown in its county, so that nothing kept from others shows as a number. Small ones are hidden before they leave the API.
  create function question_counts(since date, until date) returns table (subject text, county_code text, asked integer)
    language sql stable security definer set search_path from current as $$
    select q.subject, c, count(*)::int from question q, unnest(q.county_codes) c
    where ctx_role() in ('coordinator', 'county_staff', 'county_admin', 'national_reader') and q.hidden_at is null and q.visibility = 2 and q.asked_on between since and until group by 1, 2
  $$;
  revoke execute on function question_counts(date, date) from public;
  grant execute on function question_counts(date, date) to samverkan_app;
`;
