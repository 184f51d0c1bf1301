import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a county's page, its publications and its calendar begin with are texts that the county may write itself. */
export class ACountyWritesHowItsPagesBegin1763900000155 implements MigrationInterface {
  name = 'ACountyWritesHowItsPagesBegin1763900000155';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      pieces('ingress', 'work', 'audience', 'support', 'publications', 'calendar', 'about', 'accessibility', 'privacy'),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from public_text where piece in ('ingress', 'publications', 'calendar')`);
    await runner.query(pieces('work', 'audience', 'support', 'about', 'accessibility', 'privacy'));
  }
}

const pieces = (...names: string[]): string => `
  alter table public_text drop constraint public_text_piece_check,
    add constraint public_text_piece_check check (piece in (${names.map((name) => `'${name}'`).join(', ')}));
`;
