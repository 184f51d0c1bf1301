import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Strategies1763900000005 implements MigrationInterface {
  name = 'Strategies1763900000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table strategy (
        id uuid primary key default new_id(),
        key text not null unique,
        kind text not null check (kind in ('national_strategy', 'action_programme', 'policy_goals',
          'regional_strategy', 'action_plan', 'local_plan')),
        title text not null,
        title_en text,
        short_title text not null,
        short_title_en text,
        starts_on date,
        ends_on date,
        status text not null check (status in ('draft', 'in_consultation', 'adopted', 'superseded', 'repealed')),
        document text,
        vision text,
        vision_en text,
        note text,
        note_en text,
        signed_on date,
        signatory_count integer check (signatory_count >= 0),
        sources text[] not null default '{}',
        verification text not null check (verification in ('verified', 'inferred', 'unverified')),
        owner_organization_id uuid references organization (id),
        county_codes text[] not null default '{}',
        version integer not null default 1,
        check (ends_on is null or starts_on is null or ends_on >= starts_on)
      );
      comment on column strategy.county_codes is 'Empty for national frames.';
      create index strategy_counties on strategy using gin (county_codes);
      create index strategy_owner on strategy (owner_organization_id);

      create table strategy_succession (
        old_id uuid not null references strategy (id),
        new_id uuid not null references strategy (id),
        verification text not null check (verification in ('verified', 'inferred', 'unverified')),
        primary key (old_id, new_id),
        check (old_id <> new_id)
      );
      create index strategy_succession_new on strategy_succession (new_id);

      create table strategy_frame (
        strategy_id uuid not null references strategy (id),
        frame_id uuid not null references strategy (id),
        primary key (strategy_id, frame_id),
        check (strategy_id <> frame_id)
      );
      create index strategy_frame_frame on strategy_frame (frame_id);

      create table goal (
        id uuid primary key default new_id(),
        key text not null unique,
        strategy_id uuid not null references strategy (id),
        number text not null,
        title text not null,
        title_en text,
        text text,
        parent_id uuid references goal (id),
        placeholder boolean not null default false,
        sort integer not null,
        check (parent_id <> id)
      );
      comment on column goal.number is 'As printed. Never an identity: it changes from one document to the next.';
      comment on column goal.placeholder is 'The wording is ours until the signed text has been read in.';
      create index goal_strategy on goal (strategy_id, sort);
      create index goal_parent on goal (parent_id);

      create table goal_link (
        goal_id uuid not null references goal (id),
        frame_goal_id uuid not null references goal (id),
        motive text,
        motive_en text,
        verification text not null check (verification in ('verified', 'inferred', 'unverified')),
        primary key (goal_id, frame_goal_id),
        check (goal_id <> frame_goal_id)
      );
      create index goal_link_frame on goal_link (frame_goal_id);

      create table signatory (
        id uuid primary key default new_id(),
        strategy_id uuid not null references strategy (id),
        name text not null,
        organization_id uuid references organization (id),
        capacity text not null check (capacity in ('signed', 'party')),
        signed_on date,
        sort integer not null,
        unique (strategy_id, name)
      );
      comment on column signatory.name is 'The name it had then, as the source writes it.';
      create index signatory_organization on signatory (organization_id);

      -- A draft is its owner's alone until the consultation rounds exist; what hangs on a strategy is seen with it.
      select secure_table('strategy');
      create policy strategy_read on strategy for select to samverkan_app
        using (status in ('adopted', 'superseded', 'repealed') or owner_organization_id = (select ctx_org()));
      select secure_table('strategy_succession');
      create policy strategy_succession_read on strategy_succession for select to samverkan_app
        using (exists (select from strategy s where s.id = old_id) and exists (select from strategy s where s.id = strategy_succession.new_id));
      select secure_table('strategy_frame');
      create policy strategy_frame_read on strategy_frame for select to samverkan_app
        using (exists (select from strategy s where s.id = strategy_id) and exists (select from strategy s where s.id = frame_id));
      select secure_table('goal');
      create policy goal_read on goal for select to samverkan_app using (exists (select from strategy s where s.id = strategy_id));
      select secure_table('goal_link');
      create policy goal_link_read on goal_link for select to samverkan_app
        using (exists (select from goal g where g.id = goal_id) and exists (select from goal g where g.id = frame_goal_id));
      select secure_table('signatory');
      create policy signatory_read on signatory for select to samverkan_app using (exists (select from strategy s where s.id = strategy_id));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table signatory; drop table goal_link; drop table goal;
      drop table strategy_frame; drop table strategy_succession; drop table strategy;
    `);
  }
}
