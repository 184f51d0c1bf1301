import type { MigrationInterface, QueryRunner } from 'typeorm';

// Official codes are the keys here: they are what every register, map and figure uses, and they hold in both directions.
export class Geography1763900000002 implements MigrationInterface {
  name = 'Geography1763900000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table county (
        code text primary key check (code ~ '^[0-9]{2}$'),
        name text not null,
        name_en text not null,
        short_name text not null,
        iso_code text not null unique
      );
      comment on table county is 'The 21 counties (län): the area, not the authority. Codes by Statistics Sweden.';

      create table municipality (
        code text primary key check (code ~ '^[0-9]{4}$'),
        name text not null,
        county_code text not null references county (code)
      );
      comment on table municipality is 'The 290 municipalities as areas. Codes by Statistics Sweden.';
      create index municipality_county on municipality (county_code);

      select secure_table('county');
      create policy county_read on county for select to samverkan_app using (true);
      select secure_table('municipality');
      create policy municipality_read on municipality for select to samverkan_app using (true);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table municipality; drop table county;');
  }
}
