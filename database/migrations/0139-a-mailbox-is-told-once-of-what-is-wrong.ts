import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The mailbox of a function is told once that something is said to be wrong with it, until its keepers have dealt with that; and asked at most once a day. */
export class AMailboxIsToldOnceOfWhatIsWrong1763900000139 implements MigrationInterface {
  name = 'AMailboxIsToldOnceOfWhatIsWrong1763900000139';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table contact_report add column told_at timestamptz;
      comment on column contact_report.told_at is 'The function''s mailbox was told by a letter of this one; of those that came while it stood it was not.';
      update contact_report r set told_at = r.created_at from contact_function f where f.id = r.function_id and f.mailbox is not null and r.resolved_at is null;
      -- Notes that the mailbox is told of the caller's own report, where it has been told of no other that stands. Two who report at once wait for each other.
      create function contact_report_tells(report uuid) returns boolean language plpgsql volatile security definer set search_path from current as $$
      declare
        about uuid := (select r.function_id from contact_report r where r.id = report and r.user_id = ctx_user() and r.organization_id = ctx_org());
      begin
        perform from contact_function f where f.id = about for no key update;
        update contact_report mine set told_at = clock_timestamp() where mine.id = report and mine.function_id = about and not exists (select from contact_report r
          where r.function_id = about and r.id <> report and r.told_at is not null and r.resolved_at is null and r.hidden_at is null);
        return found;
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
      'drop function contact_report_tells(uuid), contact_written_to(uuid, bytea); alter table contact_letter drop column mailbox_hash; alter table contact_report drop column told_at',
    );
  }
}
