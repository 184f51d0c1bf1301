import type { MigrationInterface, QueryRunner } from 'typeorm';

const writes = `('coordinator', 'partner', 'county_staff', 'county_admin')`;
const editors = `(county_code = any ((select ctx_counties())::text[]) and (select ctx_role()) in ('county_staff', 'county_admin'))`;

/** What a county writes itself on its public pages: each wording is kept, and shown from when its editors say. */
export class CountiesWriteTheirPublicPages1763900000097 implements MigrationInterface {
  name = 'CountiesWriteTheirPublicPages1763900000097';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table public_text (
        id uuid primary key default new_id(),
        county_code text not null references county (code),
        piece text not null check (piece in ('work', 'audience', 'support', 'about', 'accessibility', 'privacy')),
        sv text not null default '',
        en text not null default '',
        shown_from timestamptz,
        published_by text,
        stands_in_for uuid references public_text (id) on delete cascade,
        changed_at timestamptz not null default clock_timestamp(),
        hidden_at timestamptz,
        version integer not null default 1
      );
      comment on column public_text.shown_from is 'From when it stands on the page until a later one does; null for a draft. It is read by the clock: nothing has to happen then.';
      comment on column public_text.published_by is 'The function of whoever published it, as it was called then.';
      comment on column public_text.stands_in_for is 'Without words, while that one is hidden: the national text is shown, and not what the county had before.';
      create unique index public_text_draft on public_text (county_code, piece) where shown_from is null and hidden_at is null;
      create index public_text_shown on public_text (county_code, piece, shown_from desc, id desc) where hidden_at is null;
      select secure_table('public_text');
      grant insert (county_code, piece, sv, en, shown_from, published_by), update (sv, en, shown_from, published_by, changed_at, version), delete on public_text to samverkan_app;

      -- What is shown, or has been, is for anybody; what is not yet is its county's.
      create policy read on public_text for select to samverkan_app using (case when hidden_at is null
        then shown_from <= statement_timestamp() or ${editors}
        else id = (select ctx_purging()) and exists (select from sensitive_text s where s.object_id = public_text.id and s.ended_at is null
          and may_purge(s.owner_ids, s.county_codes)) end);
      create policy write on public_text for insert to samverkan_app with check (${editors});
      create policy change on public_text for update to samverkan_app
        using (${editors} and hidden_at is null and (shown_from is null or shown_from > statement_timestamp())) with check (${editors});
      create policy discard on public_text for delete to samverkan_app using (${editors} and hidden_at is null and shown_from is null);
      create policy history_of_public_text on change_log for select to samverkan_app using (
        area = 'public' and exists (select from public_text t where t.id = object_id and ${editors.replace('county_code', 't.county_code')}));

      -- Whoever reads it may hide it; it is shown again by those who may purge it. What was a draft gives way to one that was begun meanwhile.
      create function public_text_hide(target uuid) returns void language plpgsql volatile security definer set search_path from current as $$
      begin
        update public_text t set hidden_at = clock_timestamp(), version = t.version + 1 where t.id = target and t.hidden_at is null
          and coalesce(ctx_role(), '') in ${writes} and (t.shown_from <= statement_timestamp() or t.county_code = any (ctx_counties()) and ctx_role() in ('county_staff', 'county_admin'));
        if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
        -- The wording before is often the same words: it does not come back by itself.
        insert into public_text (county_code, piece, shown_from, stands_in_for) select t.county_code, t.piece, clock_timestamp(), t.id from public_text t
          where t.id = target and t.shown_from <= statement_timestamp() and not exists (select from public_text o where o.county_code = t.county_code and o.piece = t.piece
            and o.hidden_at is null and o.shown_from <= statement_timestamp() and (o.shown_from, o.id) > (t.shown_from, t.id));
      end $$;
      create function public_text_show(target uuid, clean jsonb) returns void language plpgsql volatile security definer set search_path from current as $$
      begin
        if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
          raise exception 'Nothing of this is hidden.' using errcode = '42501';
        end if;
        delete from public_text t where t.stands_in_for = target;
        delete from public_text t where t.id = target and t.shown_from is null
          and exists (select from public_text o where o.county_code = t.county_code and o.piece = t.piece and o.shown_from is null and o.hidden_at is null);
        update public_text t set hidden_at = null, version = t.version + 1, changed_at = clock_timestamp(),
          sv = coalesce(clean->>'textSv', t.sv), en = coalesce(clean->>'textEn', t.en) where t.id = target;
      end $$;
      revoke execute on function public_text_hide(uuid), public_text_show(uuid, jsonb) from public;
      grant execute on function public_text_hide(uuid), public_text_show(uuid, jsonb) to samverkan_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy history_of_public_text on change_log;
      drop function public_text_hide(uuid), public_text_show(uuid, jsonb);
      drop table public_text;
    `);
  }
}
