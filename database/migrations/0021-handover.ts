import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Work is tied to functions; when somebody leaves one, what was open is decided piece by piece. */
export class Handover1763900000021 implements MigrationInterface {
  name = 'Handover1763900000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(rights);
    await runner.query(leaving);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger membership_ends_holders on membership; drop trigger handover_begins on contact_holder;
      drop function membership_ends_holders(), handover_begins(), handover_open_due();
      drop table handover_item, handover; alter table action drop column responsible_function_id;
    `);
  }
}

const tables = `
  alter table action add column responsible_function_id uuid references contact_function (id);
  comment on column action.responsible_function_id is 'The function that answers for it; responsible_function is its name in words, also where no function is registered.';
  create index action_responsible on action (responsible_function_id) where responsible_function_id is not null;

  -- Somebody has left a function or is about to. One row for each time.
  create table handover (
    id uuid primary key default new_id(),
    function_id uuid not null references contact_function (id),
    organization_id uuid not null references organization (id),
    -- The last day of the holder who leaves.
    left_on date not null,
    opened_at timestamptz not null default clock_timestamp(),
    settled_at timestamptz,
    unique (function_id, left_on)
  );
  create index handover_organization on handover (organization_id) where settled_at is null;

  -- What was decided about each piece of open work. A piece without a row is undecided.
  create table handover_item (
    handover_id uuid not null references handover (id) on delete cascade,
    area text not null, object_id uuid not null,
    decision text not null check (decision in ('taken', 'moved', 'asked', 'closed', 'returned')),
    to_function uuid references contact_function (id),
    -- Asked of the county: whose it is, so that the county's people see the row.
    organization_id uuid not null references organization (id), county_codes text[] not null default '{}', asked_on date,
    decided_at timestamptz not null default clock_timestamp(),
    decided_by uuid not null default ctx_user(), decided_for uuid not null default ctx_org(),
    primary key (handover_id, area, object_id)
  );
  create index handover_item_asked on handover_item using gin (county_codes) where asked_on is not null;
`;

const writers = `(select ctx_role()) in ('coordinator', 'partner', 'county_staff', 'county_admin')`;
const county = `asked_on is not null and (select ctx_role()) in ('county_staff', 'county_admin') and county_codes && (select ctx_counties())`;

const rights = `
  select secure_table('handover'), secure_table('handover_item');
  grant insert, update on handover to samverkan_app;
  grant insert, update, delete on handover_item to samverkan_app;

  create policy read on handover_item for select to samverkan_app using ((organization_id = (select ctx_org()) and ${writers}) or (${county}));
  create policy decide on handover_item for insert to samverkan_app with check (organization_id = (select ctx_org()) and ${writers});
  create policy undo on handover_item for delete to samverkan_app using (organization_id = (select ctx_org()) and ${writers});
  create policy answer on handover_item for update to samverkan_app
    using ((organization_id = (select ctx_org()) and ${writers}) or (${county}))
    with check ((organization_id = (select ctx_org()) and ${writers}) or (${county}));

  create policy read on handover for select to samverkan_app using ((organization_id = (select ctx_org()) and ${writers})
    or exists (select 1 from handover_item i where i.handover_id = handover.id));
  create policy begin on handover for insert to samverkan_app with check (organization_id = (select ctx_org()) and ${writers}
    and exists (select 1 from contact_function f where f.id = function_id and f.organization_id = (select ctx_org())));
  create policy settle on handover for update to samverkan_app using (organization_id = (select ctx_org()) and ${writers});
`;

const leaving = `
  -- A holder whose last day is set leaves a handover behind; one whose last day is taken back, before anything was decided, does not.
  create function handover_begins() returns trigger language plpgsql security definer set search_path from current as $$
  begin
    if new.deputy then return null; end if;
    if new.valid_to is not null and (tg_op = 'UPDATE' and new.valid_to is distinct from old.valid_to or new.valid_to < today() and new.valid_to >= today() - 30) then
      if tg_op = 'UPDATE' and old.valid_to is not null then
        update handover h set left_on = new.valid_to where h.function_id = new.function_id and h.left_on = old.valid_to
          and not exists (select 1 from handover other where other.function_id = new.function_id and other.left_on = new.valid_to);
      end if;
      insert into handover (function_id, organization_id, left_on)
        select f.id, f.organization_id, new.valid_to from contact_function f where f.id = new.function_id and f.retired_on is null
        on conflict (function_id, left_on) do nothing;
      -- What was left undecided by who held it before is part of this one: no piece stands on two screens.
      update handover h set settled_at = l.opened_at from handover l
        where l.function_id = new.function_id and l.left_on = new.valid_to and h.function_id = l.function_id and h.left_on < l.left_on and h.settled_at is null;
    elsif tg_op = 'UPDATE' and new.valid_to is null and old.valid_to is not null then
      update handover h set settled_at = null from handover l
        where l.function_id = new.function_id and l.left_on = old.valid_to and h.function_id = l.function_id and h.settled_at = l.opened_at
          and not exists (select 1 from handover_item i where i.handover_id = l.id);
      delete from handover h where h.function_id = new.function_id and h.left_on = old.valid_to
        and not exists (select 1 from handover_item i where i.handover_id = h.id);
    end if;
    return null;
  end $$;
  create trigger handover_begins after insert or update of valid_to on contact_holder for each row execute function handover_begins();

  -- Who no longer acts for the organisation no longer holds its functions: the day her last membership in it ends is her last day in each.
  create function membership_ends_holders() returns trigger language plpgsql security definer set search_path from current as $$
  begin
    if new.valid_to is null or exists (select 1 from membership m where m.user_id = new.user_id and m.organization_id = new.organization_id
      and m.id <> new.id and (m.valid_to is null or m.valid_to > new.valid_to)) then return null; end if;
    update contact_holder h set valid_to = greatest(h.valid_from, new.valid_to), version = h.version + 1
      from contact_function f
      where f.id = h.function_id and f.organization_id = new.organization_id and (h.valid_to is null or h.valid_to > new.valid_to)
        and exists (select 1 from contact_holder_name n where n.holder_id = h.id and n.user_id = new.user_id
          union all select 1 from contact_inside_name i where i.holder_id = h.id and i.user_id = new.user_id);
    return null;
  end $$;
  create trigger membership_ends_holders after update of valid_to on membership for each row
    when (old.valid_to is distinct from new.valid_to) execute function membership_ends_holders();

  -- Every night: holders whose last day was set when they came.
  create function handover_open_due() returns integer language plpgsql security definer set search_path from current as $$
  declare opened integer;
  begin
    insert into handover (function_id, organization_id, left_on)
      select f.id, f.organization_id, h.valid_to from contact_holder h join contact_function f on f.id = h.function_id
      where not h.deputy and h.valid_to < today() and h.valid_to >= today() - 30 and f.retired_on is null
      on conflict (function_id, left_on) do nothing;
    get diagnostics opened = row_count;
    return opened;
  end $$;
  revoke execute on function handover_begins(), membership_ends_holders(), handover_open_due() from public;
  grant execute on function handover_open_due() to samverkan_app;
`;
