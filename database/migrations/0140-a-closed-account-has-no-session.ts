import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An account that is closed, by whomever and for whatever, is signed in nowhere: opened again it does not come back where it was left. */
export class AClosedAccountHasNoSession1763900000140 implements MigrationInterface {
  name = 'AClosedAccountHasNoSession1763900000140';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whoever closes it may not read sessions. Each that goes is announced to every replica.
      create function account_closed() returns trigger language plpgsql security definer set search_path from current as $$
      begin
        delete from session where sess ->> 'userId' = new.id::text or sess -> 'pending' ->> 'userId' = new.id::text;
        return null;
      end $$;
      create trigger account_closed after update of disabled_at on app_user for each row
        when (new.disabled_at is not null and old.disabled_at is null) execute function account_closed();
      revoke execute on function account_closed() from public;
      delete from session s using app_user u where s.sess ->> 'userId' = u.id::text and u.disabled_at is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger account_closed on app_user; drop function account_closed()');
  }
}
