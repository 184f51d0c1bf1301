import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What hangs at actions is found by its name, and a file by the text on its pages. */
export class FilesAreFoundByTheirWords1763900000110 implements MigrationInterface {
  name = 'FilesAreFoundByTheirWords1763900000110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table attachment_page (
        file_id uuid not null,
        page integer not null,
        words tsvector not null,
        primary key (file_id, page),
        foreign key (file_id, page) references stored_file_page (file_id, page) on delete cascade
      );
      comment on table attachment_page is 'How the pages of files at actions are found by their words. The text itself is kept once, with the file.';
      create index attachment_page_words on attachment_page using gin (words);
      create index attachment_title_words on attachment using gin (to_tsvector('swedish', title));
      select secure_table('attachment_page');

      create function attachment_page_words() returns trigger language plpgsql security definer set search_path = samverkan as $$
      begin
        insert into attachment_page (file_id, page, words)
          select n.file_id, n.page, to_tsvector('swedish', publication_page_text(left(n.words, 150000)))
          from came n join attachment t on t.id = n.file_id;
        return null;
      end $$;
      revoke all on function attachment_page_words() from public;
      create trigger attachment_page_words after insert on stored_file_page
        referencing new table as came for each statement execute function attachment_page_words();
      insert into attachment_page (file_id, page, words)
        select n.file_id, n.page, to_tsvector('swedish', publication_page_text(left(n.words, 150000)))
        from stored_file_page n join attachment t on t.id = n.file_id;
    `);
    await runner.query(search);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function attachment_by_text(text, boolean, integer);
      drop trigger attachment_page_words on stored_file_page;
      drop function attachment_page_words();
      drop table attachment_page;
      drop index attachment_title_words;
    `);
  }
}

/** Rights come before the number: of pages that answer the thousand newest that the reader may see are weighed. */
const search = `
  create function attachment_by_text(given text, nearly boolean, most integer) returns setof uuid
    language plpgsql stable security definer set search_path = samverkan set plan_cache_mode = force_custom_plan as $$
  declare
    wanted tsquery := words_wanted(given);
  begin
    return query with readable as not materialized (
        select t.id, t.title, t.created_at from attachment t join action a on a.id = t.action_id
        where t.removed_at is null and t.hidden_at is null and a.hidden_at is null and could_read(a.visibility, a.owner_ids, a.partner_ids, a.county_codes)),
      named as (
        select r.id, 0 as place, ts_rank(to_tsvector('swedish', r.title), wanted) as weight, r.created_at from readable r
        where to_tsvector('swedish', r.title) @@ wanted or nearly and word_similarity(given, r.title) >= 0.5
        order by r.created_at desc limit 1000),
      paged as (
        select r.id, 1 as place, ts_rank(g.words, wanted) as weight, r.created_at from attachment_page g join readable r on r.id = g.file_id
        where g.words @@ wanted order by r.created_at desc limit 1000)
      select h.id from (select * from named union all select * from paged) h
        group by h.id order by min(h.place), max(h.weight) desc, max(h.created_at) desc, h.id limit most;
  end $$;
  revoke all on function attachment_by_text(text, boolean, integer) from public;
  grant execute on function attachment_by_text(text, boolean, integer) to samverkan_app;
`;
