import type { MigrationInterface, QueryRunner } from 'typeorm';
import { termCarrying } from './parts/term-carrying';

/** The counties' administrators propose a change of the lists, answer each other, and it takes effect when enough of them agree. */
export class CountiesAgreeOnWords1763900000076 implements MigrationInterface {
  name = 'CountiesAgreeOnWords1763900000076';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(rights);
    await runner.query(deciding);
    await runner.query(termCarrying);
    await runner.query(texts);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy event_of_term on event;
      drop function term_proposal_settle(uuid), term_proposal_apply(uuid), term_proposal_undo(uuid), term_proposal_receipt(uuid, jsonb), term_receipt_of(uuid, text), vocabulary_voices(),
        require_term_merge(uuid, text), action_terms_carry(uuid), action_terms_put_back(uuid, jsonb), terms_swapped(text[], text, text),
        professions_swapped(jsonb, text, text), term_proposal_place(uuid), term_proposal_text_hide(uuid), term_proposal_text_show(uuid, jsonb), terms_held(uuid);
      drop table term_version, term_receipt, term_answer, term_proposal;
    `);
  }
}

const tables = `
  create table term_proposal (
    id uuid primary key default new_id(),
    vocabulary text not null references vocabulary (name),
    deed text not null check (deed in ('new', 'words', 'order', 'retire', 'reinstate', 'merge')),
    code text not null,
    content jsonb not null default '{}',
    motive text not null,
    organization_id uuid not null default ctx_org() references organization (id),
    proposed_by uuid not null default ctx_user(),
    proposed_at timestamptz not null default clock_timestamp(),
    state text not null default 'open' check (state in ('open', 'decided', 'withdrawn', 'lapsed', 'undone')),
    ended_at timestamptz, list_version integer, tx xid8, hidden_at timestamptz,
    version integer not null default 1,
    constraint term_proposal_ends check ((state = 'open') = (ended_at is null))
  );
  comment on column term_proposal.code is 'The term it is about; of a new one the code it gets.';
  comment on column term_proposal.list_version is 'The version of the list that it made.';
  comment on column term_proposal.tx is 'The transaction that decided or undid it: what follows from it is done there and never later.';
  create unique index term_proposal_open on term_proposal (vocabulary, code) where state = 'open';
  create index term_proposal_organization on term_proposal (organization_id);
  create table term_answer (
    proposal_id uuid not null references term_proposal (id),
    organization_id uuid not null default ctx_org() references organization (id),
    yes boolean not null,
    line text not null default '',
    answered_by uuid not null default ctx_user(),
    answered_at timestamptz not null default clock_timestamp(),
    primary key (proposal_id, organization_id)
  );
  create index term_answer_organization on term_answer (organization_id);
  -- What each area carried to the successor, by which a merge is undone. It names what not everybody sees: no role reads it.
  create table term_receipt (proposal_id uuid primary key references term_proposal (id), receipt jsonb not null);
  create table term_version (
    vocabulary text not null, code text not null, version integer not null,
    sv text not null, en text not null, synonyms_sv text[] not null, synonyms_en text[] not null, state text not null, successor text,
    proposal_id uuid references term_proposal (id),
    at timestamptz not null default clock_timestamp(),
    primary key (vocabulary, code, version),
    foreign key (vocabulary, code) references term (vocabulary, code)
  );
  create index term_version_proposal on term_version (proposal_id);
  insert into term_version (vocabulary, code, version, sv, en, synonyms_sv, synonyms_en, state, successor)
    select vocabulary, code, version, sv, en, synonyms_sv, synonyms_en, state, successor from term;
  select secure_table('term_proposal'), secure_table('term_answer'), secure_table('term_version');
`;

const rights = `
  grant insert (vocabulary, deed, code, content, motive), update (state, ended_at, version) on term_proposal to samverkan_app;
  grant insert (proposal_id, yes, line), update (yes, line, answered_by, answered_at), delete on term_answer to samverkan_app;
  -- What is being proposed is the counties' administrators'; what has been decided is everybody's to read.
  create policy read on term_proposal for select to samverkan_app using (case when hidden_at is null
    then (select ctx_role()) = 'county_admin' or state in ('decided', 'undone') and (select ctx_role()) is not null
    else id = (select ctx_purging()) and exists (select from sensitive_text s where s.object_id = term_proposal.id and s.ended_at is null
      and may_purge(s.owner_ids, s.county_codes)) end);
  create policy propose on term_proposal for insert to samverkan_app with check (
    organization_id = (select ctx_org()) and proposed_by = (select ctx_user()) and (select ctx_role()) = 'county_admin' and state = 'open');
  create policy withdraw on term_proposal for update to samverkan_app
    using (state = 'open' and hidden_at is null and organization_id = (select ctx_org()) and (select ctx_role()) = 'county_admin')
    with check (state = 'withdrawn');
  create policy read on term_answer for select to samverkan_app using (
    (select ctx_role()) = 'county_admin' and exists (select from term_proposal p where p.id = proposal_id));
  create policy answer on term_answer for insert to samverkan_app with check (
    organization_id = (select ctx_org()) and answered_by = (select ctx_user()) and (select ctx_role()) = 'county_admin'
    and exists (select from term_proposal p where p.id = proposal_id and p.state = 'open' and p.organization_id <> (select ctx_org())));
  create policy answer_again on term_answer for update to samverkan_app using (organization_id = (select ctx_org()) and (select ctx_role()) = 'county_admin'
    and exists (select from term_proposal p where p.id = proposal_id and p.state = 'open'));
  create policy take_back on term_answer for delete to samverkan_app using (organization_id = (select ctx_org()) and (select ctx_role()) = 'county_admin'
    and exists (select from term_proposal p where p.id = proposal_id and p.state = 'open'));
  create policy read on term_version for select to samverkan_app using ((select ctx_role()) is not null);
  create policy event_of_term on event for select to samverkan_app using (
    area = 'vocabularies' and exists (select from term_proposal p where p.id = object_id));
`;

const deciding = `
  -- Counties that have somebody who can answer.
  create function vocabulary_voices() returns integer language sql stable security definer set search_path from current as $$
    select count(distinct m.organization_id)::int from membership m join organization o on o.id = m.organization_id join app_user u on u.id = m.user_id
    where m.role = 'county_admin' and o.kind = 'county_board' and u.disabled_at is null and m.valid_from <= today() and (m.valid_to is null or m.valid_to >= today())
  $$;

  -- Makes the change. False where the list has become another since it was proposed. Nobody calls it but the one below.
  create function term_proposal_apply(target uuid) returns boolean language plpgsql volatile security definer set search_path from current as $$
  declare
    p term_proposal; t term; follows integer; here text[];
  begin
    select * into p from term_proposal where id = target;
    select * into t from term where vocabulary = p.vocabulary and code = p.code;
    if p.deed in ('new', 'words') and exists (select from term o where o.vocabulary = p.vocabulary and o.code <> p.code and o.state <> 'merged'
      and (lower(o.sv) = lower(p.content->>'sv') or lower(o.en) = lower(p.content->>'en'))) then return false; end if;
    if p.deed = 'new' then
      if t.id is not null then return false; end if;
      insert into term (vocabulary, code, sv, en, synonyms_sv, synonyms_en, place)
        select p.vocabulary, p.code, p.content->>'sv', p.content->>'en', array(select jsonb_array_elements_text(p.content->'synonymsSv')),
          array(select jsonb_array_elements_text(p.content->'synonymsEn')), coalesce(max(place), 0) + 1 from term where vocabulary = p.vocabulary;
    elsif p.deed = 'words' then
      if t.id is null or t.state = 'merged' then return false; end if;
      update term set sv = p.content->>'sv', en = p.content->>'en', synonyms_sv = array(select jsonb_array_elements_text(p.content->'synonymsSv')),
        synonyms_en = array(select jsonb_array_elements_text(p.content->'synonymsEn')) where id = t.id;
    elsif p.deed = 'order' then
      if t.id is null or t.state = 'merged' then return false; end if;
      select array_agg(code order by place, code) into here from term where vocabulary = p.vocabulary and code <> p.code;
      follows := coalesce(array_position(here, p.content->>'after'), 0);
      update term set place = case when code = p.code then follows * 2 + 1 else array_position(here, code) * 2 end where vocabulary = p.vocabulary;
    elsif p.deed = 'retire' then
      if t.state is distinct from 'in_use' or not exists (select from term o where o.vocabulary = p.vocabulary and o.code <> p.code and o.state = 'in_use') then return false; end if;
      update term set state = 'retired' where id = t.id;
    elsif p.deed = 'reinstate' then
      if t.state is distinct from 'retired' then return false; end if;
      update term set state = 'in_use' where id = t.id;
    else
      if t.id is null or t.state = 'merged' or not exists (select from term o where o.vocabulary = p.vocabulary and o.code = p.content->>'into' and o.code <> p.code and o.state = 'in_use')
        then return false; end if;
      update term set state = 'merged', successor = p.content->>'into', version = version + 1, changed_at = clock_timestamp()
        where vocabulary = p.vocabulary and (code = p.code or successor = p.code);
    end if;
    if p.deed in ('words', 'order', 'retire', 'reinstate') then
      update term set version = version + 1, changed_at = clock_timestamp() where id = t.id;
    end if;
    insert into term_version (vocabulary, code, version, sv, en, synonyms_sv, synonyms_en, state, successor, proposal_id)
      select o.vocabulary, o.code, o.version, o.sv, o.en, o.synonyms_sv, o.synonyms_en, o.state, o.successor, p.id from term o
      where o.vocabulary = p.vocabulary and not exists (select from term_version v where v.vocabulary = o.vocabulary and v.code = o.code and v.version = o.version);
    return true;
  end $$;

  -- Decides what enough counties have said yes to and none no. Gives the state it is in then.
  create function term_proposal_settle(target uuid) returns text language plpgsql volatile security definer set search_path from current as $$
  declare
    p term_proposal; made integer;
  begin
    if coalesce(ctx_role(), '') <> 'county_admin' then raise exception 'Not for this reader.' using errcode = '42501'; end if;
    select * into p from term_proposal where id = target and hidden_at is null for update;
    if p.id is null or p.state <> 'open' then return p.state; end if;
    perform 1 from vocabulary where name = p.vocabulary for update;
    if exists (select from term_answer a where a.proposal_id = target and not a.yes)
      or 1 + (select count(*) from term_answer a where a.proposal_id = target) < least(3, greatest(1, vocabulary_voices())) then return 'open'; end if;
    if not term_proposal_apply(target) then
      update term_proposal set state = 'lapsed', ended_at = clock_timestamp(), version = version + 1 where id = target;
      return 'lapsed';
    end if;
    update vocabulary set version = version + 1 where name = p.vocabulary returning version into made;
    update term_proposal set state = 'decided', ended_at = clock_timestamp(), list_version = made, tx = pg_current_xact_id(), version = version + 1 where id = target;
    return 'decided';
  end $$;

  -- The county that proposed a merge takes it back, as long as nothing has been decided of the two since. Gives the state it is in then.
  create function term_proposal_undo(target uuid) returns text language plpgsql volatile security definer set search_path from current as $$
  declare
    p term_proposal;
  begin
    select * into p from term_proposal where id = target and hidden_at is null for update;
    if coalesce(ctx_role(), '') <> 'county_admin' or p.id is null or p.organization_id <> ctx_org() or p.deed <> 'merge' then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    perform 1 from vocabulary where name = p.vocabulary for update;
    if p.state <> 'decided' or exists (select from term_proposal o where o.vocabulary = p.vocabulary and o.state = 'decided' and o.list_version > p.list_version
      and (o.code in (p.code, p.content->>'into') or o.content->>'into' in (p.code, p.content->>'into'))) then return p.state; end if;
    update term t set state = b.state, successor = b.successor, version = t.version + 1, changed_at = clock_timestamp()
      from term_version v join term_version b on b.vocabulary = v.vocabulary and b.code = v.code and b.version = v.version - 1
      where v.proposal_id = p.id and t.vocabulary = v.vocabulary and t.code = v.code;
    insert into term_version (vocabulary, code, version, sv, en, synonyms_sv, synonyms_en, state, successor)
      select o.vocabulary, o.code, o.version, o.sv, o.en, o.synonyms_sv, o.synonyms_en, o.state, o.successor from term o
      where o.vocabulary = p.vocabulary and not exists (select from term_version v where v.vocabulary = o.vocabulary and v.code = o.code and v.version = o.version);
    update vocabulary set version = version + 1 where name = p.vocabulary;
    update term_proposal set state = 'undone', tx = pg_current_xact_id(), version = version + 1 where id = target;
    return 'undone';
  end $$;

  create function require_term_merge(target uuid, wanted text) returns term_proposal language plpgsql stable security definer set search_path from current as $$
  declare
    p term_proposal;
  begin
    select * into p from term_proposal where id = target;
    if p.deed is distinct from 'merge' or p.state <> wanted or p.tx is distinct from pg_current_xact_id() or coalesce(ctx_role(), '') <> 'county_admin' then
      raise exception 'No merge is being decided.' using errcode = '42501';
    end if;
    return p;
  end $$;
  create function term_proposal_receipt(target uuid, given jsonb) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    perform require_term_merge(target, 'decided');
    insert into term_receipt (proposal_id, receipt) values (target, given);
  end $$;
  create function term_receipt_of(target uuid, area text) returns jsonb language plpgsql stable security definer set search_path from current as $$
  begin
    perform require_term_merge(target, 'undone');
    return (select coalesce(r.receipt->area, '{}') from term_receipt r where r.proposal_id = target);
  end $$;
  revoke execute on function vocabulary_voices(), term_proposal_apply(uuid), term_proposal_settle(uuid), term_proposal_undo(uuid), require_term_merge(uuid, text),
    term_proposal_receipt(uuid, jsonb), term_receipt_of(uuid, text) from public;
  grant execute on function vocabulary_voices(), term_proposal_settle(uuid), term_proposal_undo(uuid), term_proposal_receipt(uuid, jsonb), term_receipt_of(uuid, text) to samverkan_app;
`;

/** Who may read it may hide it: what is proposed the counties' administrators, what has been decided everybody who writes. */
const may = `coalesce(ctx_role(), '') in ('coordinator', 'partner', 'county_staff', 'county_admin') and (ctx_role() = 'county_admin' or p.state in ('decided', 'undone'))`;

const texts = `
  create function term_proposal_place(target uuid) returns table (motive text, lines text[], organization_id uuid, county_codes text[], state text)
    language sql stable security definer set search_path from current as $$
    select p.motive, array(select a.line from term_answer a where a.proposal_id = p.id order by a.organization_id), p.organization_id,
      array(select c.county_code from organization_county c where c.organization_id = p.organization_id order by 1), p.state from term_proposal p
    where p.id = target and (p.hidden_at is null and ${may}
      or exists (select from sensitive_text s where s.object_id = p.id and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)))
  $$;
  create function term_proposal_text_hide(target uuid) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    update term_proposal p set hidden_at = clock_timestamp(), version = p.version + 1 where p.id = target and p.hidden_at is null and ${may};
    if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
  end $$;
  create function term_proposal_text_show(target uuid, clean jsonb) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
      raise exception 'Nothing of this is hidden.' using errcode = '42501';
    end if;
    update term_proposal p set hidden_at = null, version = p.version + 1, motive = coalesce(clean->>'termMotive', p.motive) where p.id = target;
    if clean ? 'termLines' then
      update term_answer a set line = coalesce((string_to_array(clean->>'termLines', chr(10)))[n.n], '')
        from (select o.organization_id, row_number() over (order by o.organization_id) as n from term_answer o where o.proposal_id = target) n
        where a.proposal_id = target and a.organization_id = n.organization_id;
    end if;
  end $$;
  create function terms_held(account uuid) returns jsonb language plpgsql stable security definer set search_path from current as $$
  begin
    if account is distinct from ctx_user() and not holds_account(account) then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    return (select coalesce(jsonb_agg(jsonb_build_array(x.name, x.n, x.first_at, x.last_at) order by x.name), '[]')
      from (select o.name, count(*) as n, min(d.at) as first_at, max(d.at) as last_at
        from (select p.organization_id, p.proposed_at as at from term_proposal p where p.proposed_by = account
          union all select a.organization_id, a.answered_at from term_answer a where a.answered_by = account) d join organization o on o.id = d.organization_id
        group by o.id, o.name) x);
  end $$;
  revoke execute on function term_proposal_place(uuid), term_proposal_text_hide(uuid), term_proposal_text_show(uuid, jsonb), terms_held(uuid) from public;
  grant execute on function term_proposal_place(uuid), term_proposal_text_hide(uuid), term_proposal_text_show(uuid, jsonb), terms_held(uuid) to samverkan_app;
`;
