import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 0118 and 0119 were mended after they had come to main, so a database that had taken them before lacks what was mended. It is said again
 * here, and is the same to a database that took them as they stand.
 */
export class WhatWasMendedInPlace1763900000132 implements MigrationInterface {
  name = 'WhatWasMendedInPlace1763900000132';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(door);
    await runner.query(retention);
    await runner.query(references);
  }

  /** As 0118 and 0119 stand it was so already. */
  async down(): Promise<void> {}
}

const door = `
  grant update (title, text, request_id, settled_at, settled_by, reason, reply_to, version) on support_inquiry to samverkan_app;
  comment on column support_inquiry.title is 'The need; when it has been taken in, what the request is called: the words stand there alone, and are cleaned there.';
  comment on column support_inquiry.reply_to is 'Where it is answered; gone when it has been answered with a no or thrown away, and with the row.';
  create or replace function support_inquiry_may(county text, address text) returns boolean language sql volatile security definer set search_path from current as $$
    select count(*) filter (where to_it and i.confirmed_at is null) < 2 and count(*) filter (where to_it and i.received_at > now() - interval '1 day') < 5
      and count(*) filter (where i.county_code = county and i.received_at > now() - interval '1 hour') < 60
    from support_inquiry i, lateral (select regexp_replace(lower(i.reply_to), '[+][^@]*@', '@') = regexp_replace(lower(address), '[+][^@]*@', '@') as to_it) t
    where i.received_at > now() - interval '7 days' $$;
  drop function support_inquiry_seen(bytea);
  create function support_inquiry_seen(code bytea) returns table (county_code text, title text, language text)
    language sql stable security definer set search_path from current as $$
    select i.county_code, i.title, i.language from support_inquiry i
      where i.code_hash = code and i.hidden_at is null and i.received_at > now() - interval '7 days' $$;
  revoke execute on function support_inquiry_may(text, text), support_inquiry_seen(bytea) from public;
  grant execute on function support_inquiry_may(text, text), support_inquiry_seen(bytea) to samverkan_app;
`;

const due = `coalesce(i.settled_at, case when i.confirmed_at is null then i.received_at - interval '53 days' else i.confirmed_at + interval '305 days' end)`;
const ended = `(i.request_id is null or exists (select from support_request r where r.id = i.request_id and case when r.status = 'closed' then r.effect_due_on
  when r.status in ('done', 'declined', 'withdrawn') then r.status_since end < as_of::date - 60))`;

const retention = `
  create or replace function retention_support_inquiries_due(as_of timestamptz) returns table (id text, at timestamptz, organization_id uuid, reference text)
    language sql stable security definer set search_path from current as $$
    select i.id::text, ${due}, (select o.id from organization o where o.kind = 'county_board' and o.county_code = i.county_code order by o.valid_to desc nulls first limit 1), null::text
    from support_inquiry i where retention_reader() and i.hidden_at is null and ${due} < as_of - interval '60 days' and ${ended} order by 2, 1 $$;
  create or replace function retention_support_inquiries_take(as_of timestamptz, ids text[]) returns table (id text)
    language plpgsql volatile security definer set search_path from current as $$
  #variable_conflict use_column
  begin
    if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
    return query delete from support_inquiry i where i.id::text = any (ids) and i.hidden_at is null and ${due} < as_of - interval '60 days' and ${ended} returning i.id::text;
  end $$;
`;

const references = `
  create or replace function new_reference(prefix text) returns text language plpgsql volatile security definer set search_path from current as $$
  declare
    drawn text;
  begin
    if prefix not in ('I', 'F', 'B', 'K') then raise exception 'No table gives references of %.', prefix; end if;
    loop
      select prefix || '-' || to_char(now(), 'YYYY') || '-' || string_agg(substr('23456789BCDFGHJKLMNPQRSTVWXZ', 1 + (get_byte(b, i) % 28), 1), '') into drawn
        from (select uuid_send(gen_random_uuid()) as b) r, generate_series(10, 15) i;
      exit when not case prefix when 'I' then exists (select from action a where a.reference = drawn) when 'F' then exists (select from question q where q.reference = drawn)
        when 'B' then exists (select from question_bundle b where b.reference = drawn) else exists (select from support_request r where r.reference = drawn) end;
    end loop;
    return drawn;
  end $$;
`;
