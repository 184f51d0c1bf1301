import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The words of the files that came before 0135, in a transaction of its own: the table stands and is filled beside those who write. A file that
 * is being taken away just then has no need of them. */
export class WordsOfFilesThatCameBefore1763900000136 implements MigrationInterface {
  name = 'WordsOfFilesThatCameBefore1763900000136';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      insert into publication_text (file_id, publication_id, words)
        select f.id, f.publication_id, publication_text_of(f.id) from publication_file f join stored_file s on s.id = f.id
          for key share of s, f skip locked on conflict do nothing
    `);
  }

  async down(): Promise<void> {
    // They go with their table.
  }
}
