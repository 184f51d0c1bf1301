import type { MigrationInterface, QueryRunner } from 'typeorm';

const staff = `('county_staff', 'county_admin')`;
const board = `(county_code = any ((select ctx_counties())::text[]) and (select ctx_role()) in ${staff})`;

/** Whoever has no account asks the county board for support on its public page; the address is confirmed by a letter before anybody is bothered. */
export class SupportIsAskedForFromOutside1763900000118 implements MigrationInterface {
  name = 'SupportIsAskedForFromOutside1763900000118';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await runner.query(door);
    await runner.query(cleaning);
    await runner.query(retention);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function retention_support_inquiries_due(timestamptz), retention_support_inquiries_take(timestamptz, text[]), support_inquiry_hide(uuid), support_inquiry_show(uuid, jsonb),
        support_inquiry_add(text, text, text, text, text, text, text, text, text, bytea), support_inquiry_open(text), support_inquiry_may(text, text), support_inquiry_seen(bytea), support_inquiry_confirm(bytea);
      drop table support_inquiry;
    `);
  }
}

const table = `
  create table support_inquiry (
    id uuid primary key default new_id(),
    county_code text not null references county (code),
    municipality_code text references municipality (code),
    workplace text not null,
    title text not null,
    text text not null default '',
    form text not null check (form in ('advice', 'supervision', 'training', 'material', 'process')),
    urgency text not null check (urgency in ('soon', 'quarter', 'later')),
    reply_to text,
    language text not null check (language in ('sv', 'en')),
    code_hash bytea unique,
    received_at timestamptz not null default clock_timestamp(),
    confirmed_at timestamptz,
    settled_at timestamptz,
    settled_by text,
    request_id uuid references support_request (id),
    reason text not null default '',
    hidden_at timestamptz,
    version integer not null default 1
  );
  comment on column support_inquiry.municipality_code is 'The municipality it says it is from; null for the region of the county.';
  comment on column support_inquiry.code_hash is 'Of the code in the letter that confirms the address; gone when it has been confirmed.';
  comment on column support_inquiry.title is 'The need; when it has been taken in, what the request is called: the words stand there alone, and are cleaned there.';
  comment on column support_inquiry.reply_to is 'Where it is answered; gone when it has been answered with a no or thrown away, and with the row.';
  create index support_inquiry_county on support_inquiry (county_code, received_at desc);
  create index support_inquiry_request on support_inquiry (request_id) where request_id is not null;
  select secure_table('support_inquiry');
  grant update (title, text, request_id, settled_at, settled_by, reason, reply_to, version) on support_inquiry to samverkan_app;
  create policy read on support_inquiry for select to samverkan_app using (confirmed_at is not null and case when hidden_at is null then ${board}
    else id = (select ctx_purging()) and exists (select from sensitive_text s where s.object_id = support_inquiry.id and s.ended_at is null
      and may_purge(s.owner_ids, s.county_codes)) end);
  create policy settle on support_inquiry for update to samverkan_app using (${board} and confirmed_at is not null and hidden_at is null);
`;

const door = `
  -- Somebody at the county board can read what comes in; who is not told.
  create function support_inquiry_open(county text) returns boolean language sql stable security definer set search_path from current as $$
    select exists (select from membership m join organization o on o.id = m.organization_id where o.kind = 'county_board' and o.county_code = county and m.role in ${staff}
      and m.valid_from <= today() and (m.valid_to is null or m.valid_to >= today())) $$;
  -- A letter may leave: to an address (whatever follows its plus) two that nobody has confirmed, and five in a day; from a county sixty in an hour.
  create function support_inquiry_may(county text, address text) returns boolean language sql volatile security definer set search_path from current as $$
    select count(*) filter (where to_it and i.confirmed_at is null) < 2 and count(*) filter (where to_it and i.received_at > now() - interval '1 day') < 5
      and count(*) filter (where i.county_code = county and i.received_at > now() - interval '1 hour') < 60
    from support_inquiry i, lateral (select regexp_replace(lower(i.reply_to), '[+][^@]*@', '@') = regexp_replace(lower(address), '[+][^@]*@', '@') as to_it) t
    where i.received_at > now() - interval '7 days' $$;
  -- Whoever reads a public page has no role: these are the way in, and they lead nowhere else.
  create function support_inquiry_add(county text, municipality text, workplace text, title text, text text, form text, urgency text, reply_to text, language text, code bytea)
    returns uuid language sql volatile security definer set search_path from current as $$
    insert into support_inquiry (county_code, municipality_code, workplace, title, text, form, urgency, reply_to, language, code_hash)
      select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10 where $2 is null or exists (select from municipality m where m.code = $2 and m.county_code = $1) returning id $$;
  -- What the code is for, to whoever has the letter. A letter that is only opened confirms nothing.
  create function support_inquiry_seen(code bytea) returns table (county_code text, title text, language text)
    language sql stable security definer set search_path from current as $$
    select i.county_code, i.title, i.language from support_inquiry i
      where i.code_hash = code and i.hidden_at is null and i.received_at > now() - interval '7 days' $$;
  create function support_inquiry_confirm(code bytea) returns uuid language sql volatile security definer set search_path from current as $$
    update support_inquiry i set confirmed_at = clock_timestamp(), code_hash = null, version = i.version + 1
      where i.code_hash = code and i.hidden_at is null and i.received_at > now() - interval '7 days' returning i.id $$;
  revoke execute on function support_inquiry_open(text), support_inquiry_may(text, text), support_inquiry_add(text, text, text, text, text, text, text, text, text, bytea), support_inquiry_seen(bytea), support_inquiry_confirm(bytea) from public;
  grant execute on function support_inquiry_open(text), support_inquiry_may(text, text), support_inquiry_add(text, text, text, text, text, text, text, text, text, bytea), support_inquiry_seen(bytea), support_inquiry_confirm(bytea) to samverkan_app;
`;

const cleaning = `
  create function support_inquiry_hide(target uuid) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    update support_inquiry i set hidden_at = clock_timestamp(), version = i.version + 1 where i.id = target and i.hidden_at is null and i.confirmed_at is not null
      and i.county_code = any (ctx_counties()) and coalesce(ctx_role(), '') in ${staff};
    if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
  end $$;
  create function support_inquiry_show(target uuid, clean jsonb) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
      raise exception 'Nothing of this is hidden.' using errcode = '42501';
    end if;
    update support_inquiry i set hidden_at = null, version = i.version + 1, title = coalesce(clean->>'need', i.title), text = coalesce(clean->>'background', i.text),
      workplace = coalesce(clean->>'workplace', i.workplace), reason = coalesce(clean->>'endReason', i.reason) where i.id = target;
  end $$;
  revoke execute on function support_inquiry_hide(uuid), support_inquiry_show(uuid, jsonb) from public;
  grant execute on function support_inquiry_hide(uuid), support_inquiry_show(uuid, jsonb) to samverkan_app;
`;

const due = `coalesce(i.settled_at, case when i.confirmed_at is null then i.received_at - interval '53 days' else i.confirmed_at + interval '305 days' end)`;
const ended = `(i.request_id is null or exists (select from support_request r where r.id = i.request_id and case when r.status = 'closed' then r.effect_due_on
  when r.status in ('done', 'declined', 'withdrawn') then r.status_since end < as_of::date - 60))`;

const retention = `
  -- What nobody confirmed within seven days; what was settled sixty days after, and after its request had ended and the question of what it led to had been put; what nobody settled after a year.
  create function retention_support_inquiries_due(as_of timestamptz) returns table (id text, at timestamptz, organization_id uuid, reference text)
    language sql stable security definer set search_path from current as $$
    select i.id::text, ${due}, (select o.id from organization o where o.kind = 'county_board' and o.county_code = i.county_code order by o.valid_to desc nulls first limit 1), null::text
    from support_inquiry i where retention_reader() and i.hidden_at is null and ${due} < as_of - interval '60 days' and ${ended} order by 2, 1 $$;
  create function retention_support_inquiries_take(as_of timestamptz, ids text[]) returns table (id text)
    language plpgsql volatile security definer set search_path from current as $$
  #variable_conflict use_column
  begin
    if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
    return query delete from support_inquiry i where i.id::text = any (ids) and i.hidden_at is null and ${due} < as_of - interval '60 days' and ${ended} returning i.id::text;
  end $$;
  revoke execute on function retention_support_inquiries_due(timestamptz), retention_support_inquiries_take(timestamptz, text[]) from public;
  grant execute on function retention_support_inquiries_due(timestamptz), retention_support_inquiries_take(timestamptz, text[]) to samverkan_app;
`;
