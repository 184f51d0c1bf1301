import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A step of an action's status that was taken by mistake is taken back to exactly what was before it. Whatever moves the status otherwise (two actions that
 * become one) leaves nothing to take back; nor does a text that is hidden or cleaned, since the reason of a cancelled action may be what was sensitive.
 */
export class AStepIsTakenBack1763900000153 implements MigrationInterface {
  name = 'AStepIsTakenBack1763900000153';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table action add column step_before jsonb;
      comment on column action.step_before is 'What the latest step of the status changed, as it was, and the version the step left it in: so that taking it back puts everything back.';
      create function action_step_stands() returns trigger language plpgsql set search_path from current as $$
      begin
        if new.hidden_at is distinct from old.hidden_at or new.step_before is not distinct from old.step_before then
          new.step_before := null;
        end if;
        return new;
      end $$;
      create trigger action_step_stands before update on action for each row
        when (old.step_before is not null and (new.status is distinct from old.status or new.hidden_at is distinct from old.hidden_at))
        execute function action_step_stands();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger action_step_stands on action;
      drop function action_step_stands();
      alter table action drop column step_before;
    `);
  }
}
