import type { MigrationInterface, QueryRunner } from 'typeorm';

const functions =
  'consultations_kept(), consultations_invited(), consultations_shown(), strategies_consulted(), may_answer_consultation(uuid)';

/** What the policies of consultations ask is for the application's role alone. */
export class ConsultationsAreKeptFromOthers1763900000036 implements MigrationInterface {
  name = 'ConsultationsAreKeptFromOthers1763900000036';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`revoke execute on function ${functions} from public`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`grant execute on function ${functions} to public`);
  }
}
