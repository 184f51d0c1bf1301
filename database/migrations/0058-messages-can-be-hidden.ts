import type { MigrationInterface, QueryRunner } from 'typeorm';

const writes = `('coordinator', 'partner', 'county_staff', 'county_admin')`;
const own = `organization_id = (select ctx_org()) and (select ctx_role()) in ${writes}`;

/** What somebody happened to write of a person in a message can be hidden at once and cleaned; letters that have not left are stopped. */
export class MessagesCanBeHidden1763900000058 implements MigrationInterface {
  name = 'MessagesCanBeHidden1763900000058';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table contact_sending add column hidden_at timestamptz;
      alter policy own on contact_sending using (${own}
        and (hidden_at is null or id = (select ctx_purging()) and may_purge(array[organization_id], '{}')));

      -- The sending, what it tried again and what tried it again: they say the same.
      create function contact_sendings_alike(target uuid) returns setof uuid language sql stable set search_path from current as $$
        with recursive up as (select id, again_of from contact_sending where id = target union select s.id, s.again_of from contact_sending s join up on s.id = up.again_of),
          down as (select id from up union select s.id from contact_sending s join down on s.again_of = down.id)
        select id from down
      $$;
      create function contact_sending_hide(target uuid) returns void language plpgsql volatile security definer set search_path from current as $$
      begin
        if not exists (select 1 from contact_sending s where s.id = target and s.hidden_at is null and s.organization_id = ctx_org() and ctx_role() in ${writes}) then
          raise exception 'Not for this reader.' using errcode = '42501';
        end if;
        update contact_sending_recipient r set state = 'failed', reason = 'hidden', settled_at = clock_timestamp()
          where r.state = 'waiting' and r.sending_id in (select contact_sendings_alike(target));
        -- The demo's own mailboxes are a page here.
        if to_regclass('demo_mail') is not null then
          update demo_mail m set subject = '[dold]', text = '[dold]' from contact_sending s where s.id = target and m.subject like s.subject || '%';
        end if;
        update contact_sending set hidden_at = clock_timestamp() where id in (select contact_sendings_alike(target)) and hidden_at is null;
      end $$;
      create function contact_sending_show(target uuid, clean jsonb) returns void language plpgsql volatile security definer set search_path from current as $$
      begin
        if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
          raise exception 'Nothing of this is hidden.' using errcode = '42501';
        end if;
        -- Words whose time has gone stay gone.
        update contact_sending set hidden_at = null, subject = case when subject is not null then coalesce(clean->>'subject', subject) end,
            text = case when text is not null then coalesce(clean->>'messageText', text) end
          where id in (select contact_sendings_alike(target));
      end $$;
      -- Asked by the job before a letter leaves.
      create function contact_sending_waits(recipient uuid) returns boolean language plpgsql stable security definer set search_path from current as $$
      begin
        if ctx_role() is not null then raise exception 'Only the job does this.' using errcode = '42501'; end if;
        return not exists (select 1 from contact_sending_recipient r where r.id = recipient and r.reason = 'hidden');
      end $$;
      revoke execute on function contact_sendings_alike(uuid), contact_sending_hide(uuid), contact_sending_show(uuid, jsonb), contact_sending_waits(uuid) from public;
      grant execute on function contact_sending_hide(uuid), contact_sending_show(uuid, jsonb), contact_sending_waits(uuid) to samverkan_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function contact_sending_hide(uuid), contact_sending_show(uuid, jsonb), contact_sending_waits(uuid), contact_sendings_alike(uuid);
      alter policy own on contact_sending using (${own});
      update contact_sending_recipient set reason = 'expired' where reason = 'hidden';
      alter table contact_sending drop column hidden_at;
    `);
  }
}
