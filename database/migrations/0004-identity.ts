import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, what they may act for, and how they prove who they are. Proof is out of the runtime role's reach. */
export class Identity1763900000004 implements MigrationInterface {
  name = 'Identity1763900000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table app_user (
        id uuid primary key default new_id(),
        email text not null, name text not null,
        created_at timestamptz not null default clock_timestamp(), disabled_at timestamptz
      );
      create unique index app_user_email on app_user (lower(email));

      create table credential (
        user_id uuid primary key references app_user (id) on delete cascade,
        password_hash text not null, changed_at timestamptz not null default clock_timestamp()
      );

      create table membership (
        id uuid primary key default new_id(),
        user_id uuid not null references app_user (id), organization_id uuid not null references organization (id),
        role text not null check (role in ('coordinator', 'partner', 'county_staff', 'county_admin', 'national_reader', 'system_admin')),
        title text not null, valid_from date not null default today(), valid_to date, attested_on date,
        unique (user_id, organization_id, role)
      );
      create index membership_organization on membership (organization_id);

      select secure_table('membership');
      create policy own_or_colleague on membership for select to samverkan_app
        using (user_id = (select ctx_user()) or organization_id = (select ctx_org()));
      select secure_table('app_user');
      create policy own_or_colleague on app_user for select to samverkan_app
        using (id = (select ctx_user()) or id in (select m.user_id from membership m where m.organization_id = (select ctx_org())));
      select secure_table('credential');
      revoke all on credential from samverkan_app;

      grant select on app_user, credential, membership, organization, organization_county to samverkan_signin;
      create policy sign_in on app_user for select to samverkan_signin using (true);
      create policy sign_in on credential for select to samverkan_signin using (true);
      create policy sign_in on membership for select to samverkan_signin using (true);
      create policy sign_in on organization for select to samverkan_signin using (true);
      create policy sign_in on organization_county for select to samverkan_signin using (true);

      -- A changed right acts at once on every replica: whose, never what.
      create function identity_announce() returns trigger language plpgsql as $$
      begin
        perform pg_notify('samverkan_identity', coalesce(to_jsonb(new), to_jsonb(old)) ->> (case tg_table_name when 'app_user' then 'id' else 'user_id' end));
        return null;
      end $$;
      create trigger identity_announce after insert or update or delete on membership for each row execute function identity_announce();
      create trigger identity_announce after update or delete on app_user for each row execute function identity_announce();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table membership, credential, app_user; drop function identity_announce()');
  }
}
