import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The mailbox of a function is told once that something is said to be wrong with it, until its keepers have dealt with that; and asked at most once a day. */
export class AMailboxIsToldOnceOfWhatIsWrong1763900000139 implements MigrationInterface {
  name = 'AMailboxIsToldOnceOfWhatIsWrong1763900000139';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whether the caller's own report is the only one that stands. Two who report at once wait for each other.
      create function contact_report_tells(report uuid) returns boolean language plpgsql volatile security definer set search_path from current as $$
      declare
        about uuid := (select r.function_id from contact_report r where r.id = report and r.user_id = ctx_user() and r.organization_id = ctx_org());
      begin
        perform from contact_function f where f.id = about for no key update;
        return about is not null and not exists (select from contact_report r
          where r.function_id = about and r.id <> report and r.resolved_at is null and r.hidden_at is null);
      end $$;
      alter table contact_letter add column mailbox_hash bytea;
      comment on column contact_letter.mailbox_hash is 'Where it went: a letter to a mailbox that was wrong stops none to the right one.';
      grant insert (mailbox_hash) on contact_letter to samverkan_app;
      -- Whether a letter has asked the function within a day in this mailbox, for whoever keeps it.
      create function contact_written_to(contact uuid, mailbox bytea) returns boolean language plpgsql volatile security definer set search_path from current as $$
      begin
        if not keeps_contact(contact) then raise exception 'Not for this reader.' using errcode = '42501'; end if;
        perform from contact_function f where f.id = contact for no key update;
        return exists (select from contact_letter l where l.function_id = contact and coalesce(l.mailbox_hash, mailbox) = mailbox and l.sent_at > now() - interval '1 day');
      end $$;
      revoke execute on function contact_report_tells(uuid), contact_written_to(uuid, bytea) from public;
      grant execute on function contact_report_tells(uuid), contact_written_to(uuid, bytea) to samverkan_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop function contact_report_tells(uuid), contact_written_to(uuid, bytea); alter table contact_letter drop column mailbox_hash',
    );
  }
}
