import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = `
  -- A message that an organisation has sent to functions' mailboxes. Its words go after a year; that it was sent stays.
  create table contact_sending (
    id uuid primary key default new_id(),
    organization_id uuid not null default ctx_org() references organization (id),
    sent_by uuid not null default ctx_user(),
    reply_function_id uuid references contact_function (id) on delete set null,
    reply_to text, subject text, text text,
    -- Mailboxes that were left out because they say no thanks.
    declined integer not null default 0,
    -- The sending whose letters did not arrive, of which this is another try.
    again_of uuid references contact_sending (id),
    sent_at timestamptz not null default clock_timestamp(),
    erased_at timestamptz,
    constraint contact_sending_words check ((erased_at is null) = (text is not null) and (text is null) = (subject is null) and (text is null) = (reply_to is null))
  );
  create index contact_sending_organization on contact_sending (organization_id, sent_at desc);
  create index contact_sending_sender on contact_sending (sent_by, sent_at desc);
  create index contact_sending_kept on contact_sending (sent_at) where erased_at is null;
  create unique index contact_sending_again on contact_sending (again_of);

  -- Each mailbox of it once, with the functions that share it, and what became of its letter.
  create table contact_sending_recipient (
    id uuid primary key default new_id(),
    sending_id uuid not null references contact_sending (id) on delete cascade,
    organization_id uuid not null default ctx_org() references organization (id),
    function_ids uuid[] not null, mailbox text,
    state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
    reason text, settled_at timestamptz
  );
  comment on column contact_sending_recipient.function_ids is 'What a reader gets of them is what she may see of each.';
  create index contact_sending_recipient_sending on contact_sending_recipient (sending_id);
  create index contact_sending_recipient_waiting on contact_sending_recipient (sending_id) where state = 'waiting';

  select secure_table('contact_sending'), secure_table('contact_sending_recipient');
  grant insert on contact_sending, contact_sending_recipient to samverkan_app;
  create policy own on contact_sending for select to samverkan_app
    using (organization_id = (select ctx_org()) and (select ctx_role()) in ('coordinator', 'partner', 'county_staff', 'county_admin'));
  create policy own on contact_sending_recipient for select to samverkan_app
    using (organization_id = (select ctx_org()) and (select ctx_role()) in ('coordinator', 'partner', 'county_staff', 'county_admin'));
  create policy send on contact_sending for insert to samverkan_app with check (sent_by = (select ctx_user())
    and organization_id = (select ctx_org()) and (select ctx_role()) in ('coordinator', 'partner', 'county_staff', 'county_admin'));
  create policy send on contact_sending_recipient for insert to samverkan_app with check (state = 'waiting'
    and organization_id = (select ctx_org()) and exists (select 1 from contact_sending s where s.id = sending_id and s.sent_by = (select ctx_user())));

  -- Mailboxes that say no thanks, to one organisation's messages or (none) to everybody's. As hashes, and read by nobody as they stand.
  create table contact_refusal (
    mailbox_hash bytea not null,
    organization_id uuid references organization (id),
    at timestamptz not null default clock_timestamp(),
    constraint contact_refusal_once unique nulls not distinct (mailbox_hash, organization_id)
  );
  select secure_table('contact_refusal');
`;

const functions = `
  -- How many messages the person has sent today, whomever she acts for; until her transaction ends nobody else sends in her name.
  create function contact_sendings_today() returns integer language plpgsql volatile security definer set search_path from current as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('contact_sending:' || ctx_user(), 0));
    return (select count(*) from contact_sending s where s.sent_by = ctx_user() and (s.sent_at at time zone 'Europe/Stockholm')::date = today());
  end $$;
  -- What became of a letter, told once by the job that delivers it.
  create function contact_sending_settle(recipient uuid, outcome text, why text) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    if ctx_role() is not null then raise exception 'Only the job does this.' using errcode = '42501'; end if;
    update contact_sending_recipient r set state = outcome, reason = why, settled_at = clock_timestamp() where r.id = recipient and r.state = 'waiting';
  end $$;
  -- What has waited for longer than the queue tries is not coming.
  create function contact_sendings_expire() returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    if ctx_role() is not null then raise exception 'Only the job does this.' using errcode = '42501'; end if;
    update contact_sending_recipient r set state = 'failed', reason = 'expired', settled_at = clock_timestamp()
      from contact_sending s where s.id = r.sending_id and r.state = 'waiting' and s.sent_at < now() - interval '26 hours';
  end $$;

  -- Which of some mailboxes say no thanks to the acting organisation.
  create function contact_declining(hashes bytea[]) returns setof bytea language sql stable security definer set search_path from current as $$
    select distinct r.mailbox_hash from contact_refusal r
    where r.mailbox_hash = any (hashes) and ctx_role() is not null and (r.organization_id is null or r.organization_id = ctx_org())
  $$;
  -- What a mailbox has said, to whoever has a letter that was sent there.
  create function contact_refusal_of(hash bytea, sender uuid) returns table (name text, sender_refused boolean, all_refused boolean)
    language sql stable security definer set search_path from current as $$
    select o.name, exists (select 1 from contact_refusal r where r.mailbox_hash = hash and r.organization_id = sender),
      exists (select 1 from contact_refusal r where r.mailbox_hash = hash and r.organization_id is null)
    from organization o where o.id = sender
  $$;
  create function contact_refuse(hash bytea, sender uuid, refused boolean) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    if refused then insert into contact_refusal (mailbox_hash, organization_id) values (hash, sender) on conflict do nothing;
    else delete from contact_refusal r where r.mailbox_hash = hash and r.organization_id is not distinct from sender; end if;
  end $$;

  -- When two parties are merged, what the one has sent is the other's, and a no thanks to the one is one to the other.
  create function contact_sending_move(source uuid, target uuid) returns jsonb language plpgsql volatile security definer set search_path from current as $$
  declare
    moved uuid[];
  begin
    perform require_merge(source, target);
    with sendings as (update contact_sending set organization_id = target where organization_id = source returning id)
    select coalesce(array_agg(id), '{}') into moved from sendings;
    update contact_sending_recipient set organization_id = target where sending_id = any (moved);
    insert into contact_refusal (mailbox_hash, organization_id) select r.mailbox_hash, target from contact_refusal r where r.organization_id = source
      on conflict do nothing;
    return to_jsonb(moved);
  end $$;
  create function contact_sending_put_back(source uuid, target uuid, receipt jsonb) returns boolean language plpgsql volatile security definer set search_path from current as $$
  declare
    moved uuid[] := array(select x::uuid from jsonb_array_elements_text(receipt) x);
  begin
    perform require_merge(source, target);
    update contact_sending set organization_id = source where organization_id = target and id = any (moved);
    update contact_sending_recipient set organization_id = source where organization_id = target and sending_id = any (moved);
    return true;
  end $$;

  -- What a person has sent, for herself or for whoever holds her account: never what the messages say.
  create function contact_sendings_of(account uuid) returns jsonb language plpgsql stable security definer set search_path from current as $$
  begin
    if account is distinct from ctx_user() and not holds_account(account) then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    return (select coalesce(jsonb_agg(jsonb_build_array(x.name, x.n, x.first_on, x.last_on) order by x.name), '[]') from (
      select o.name, count(*) as n, min((s.sent_at at time zone 'Europe/Stockholm')::date) as first_on, max((s.sent_at at time zone 'Europe/Stockholm')::date) as last_on
      from contact_sending s join organization o on o.id = s.organization_id where s.sent_by = account group by o.name) x);
  end $$;
`;

/** Each rule is a pair: what is due at a moment, and taking those of the given ones that are still due at it. */
const pair = (rule: string, due: string, take: string): string => `
  create function retention_${rule}_due(as_of timestamptz) returns table (id text, at timestamptz, organization_id uuid, reference text)
    language sql stable security definer set search_path from current as $$
    select x.* from (${due}) x where retention_reader() order by 2, 1 $$;
  create function retention_${rule}_take(as_of timestamptz, ids text[]) returns table (id text)
    language plpgsql volatile security definer set search_path from current as $$
  #variable_conflict use_column
  begin
    if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
    ${take}
  end $$;
`;

const rules = [
  pair(
    'sendings',
    `select s.id::text, s.sent_at, s.organization_id, null::text from contact_sending s where s.erased_at is null and s.sent_at < as_of - interval '12 months'`,
    `return query
      with taken as (update contact_sending s set subject = null, text = null, reply_to = null, erased_at = clock_timestamp()
          where s.id::text = any (ids) and s.erased_at is null and s.sent_at < as_of - interval '12 months' returning s.id),
        emptied as (update contact_sending_recipient r set mailbox = null from taken t where r.sending_id = t.id)
      select t.id::text from taken t;`,
  ),
  pair(
    'groups',
    `select g.id::text, g.removed_at, g.organization_id, null::text from contact_group g where g.removed_at < as_of - interval '30 days'`,
    `return query delete from contact_group g where g.id::text = any (ids) and g.removed_at < as_of - interval '30 days' returning g.id::text;`,
  ),
];

const signatures = [
  'contact_sendings_today()',
  'contact_sending_settle(uuid, text, text)',
  'contact_sendings_expire()',
  'contact_declining(bytea[])',
  'contact_refusal_of(bytea, uuid)',
  'contact_refuse(bytea, uuid, boolean)',
  'contact_sending_move(uuid, uuid)',
  'contact_sending_put_back(uuid, uuid, jsonb)',
  'contact_sendings_of(uuid)',
  ...['sendings', 'groups'].flatMap((rule) => [
    `retention_${rule}_due(timestamptz)`,
    `retention_${rule}_take(timestamptz, text[])`,
  ]),
].join(', ');

/** Messages to functions' mailboxes: what was sent and what became of it, who says no thanks, and when it goes. */
export class MessagesToFunctions1763900000029 implements MigrationInterface {
  name = 'MessagesToFunctions1763900000029';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(functions);
    for (const rule of rules) await runner.query(rule);
    await runner.query(`
      revoke execute on function ${signatures} from public;
      grant execute on function ${signatures} to samverkan_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop function ${signatures}; drop table contact_refusal, contact_sending_recipient, contact_sending;`,
    );
  }
}
