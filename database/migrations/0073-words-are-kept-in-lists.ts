import type { MigrationInterface, QueryRunner } from 'typeorm';
// As the lists stood when they became data. What has changed since was decided in the system, and never stands here.
import lists from '../seeds/reference/vocabularies.json';

/** The words by which actions are sorted are data: each with its synonyms, its place, and whether it is in use. */
export class WordsAreKeptInLists1763900000073 implements MigrationInterface {
  name = 'WordsAreKeptInLists1763900000073';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table vocabulary (
        name text primary key,
        version integer not null default 1
      );
      comment on column vocabulary.version is 'Goes up by one with each decided change of the list.';
      create table term (
        id uuid primary key default new_id(),
        vocabulary text not null references vocabulary (name),
        code text not null check (code ~ '^[a-z][a-z0-9_]{1,39}$'),
        sv text not null, en text not null,
        synonyms_sv text[] not null default '{}', synonyms_en text[] not null default '{}',
        place integer not null,
        state text not null default 'in_use' check (state in ('in_use', 'retired', 'merged')),
        successor text,
        version integer not null default 1,
        changed_at timestamptz not null default clock_timestamp(),
        unique (vocabulary, code),
        foreign key (vocabulary, successor) references term (vocabulary, code),
        constraint term_leads_on check ((state = 'merged') = (successor is not null) and successor is distinct from code)
      );
      comment on column term.code is 'Stands on actions and never changes; what people read are the words.';
      comment on column term.successor is 'The term it has been merged into.';
      create index term_successor on term (vocabulary, successor) where successor is not null;
      select secure_table('vocabulary'), secure_table('term');
      create policy read on vocabulary for select to samverkan_app using ((select ctx_role()) is not null);
      create policy read on term for select to samverkan_app using ((select ctx_role()) is not null);

      -- The codes that mean the same: what one was merged into, and all that has been merged into it. An unknown code means itself.
      create function term_family(list text, codes text[]) returns text[] language sql stable parallel safe as $$
        select array(
          select unnest(codes)
          union select t.successor from term t where t.vocabulary = list and t.code = any (codes) and t.successor is not null
          union select m.code from term m where m.vocabulary = list and (m.successor = any (codes)
            or m.successor in (select t.successor from term t where t.vocabulary = list and t.code = any (codes))))
      $$;
      -- Which kinds there are is decided in the list.
      alter table action drop constraint action_kind_check;
    `);
    for (const [name, terms] of Object.entries(lists)) {
      await runner.query('insert into vocabulary (name) values ($1)', [name]);
      await runner.query(
        `insert into term (vocabulary, code, sv, en, synonyms_sv, synonyms_en, place)
         select $1, t->>'code', t->>'sv', t->>'en', array(select jsonb_array_elements_text(t->'synonymsSv')), array(select jsonb_array_elements_text(t->'synonymsEn')), n
         from jsonb_array_elements($2::jsonb) with ordinality x (t, n)`,
        [name, JSON.stringify(terms)],
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table action add constraint action_kind_check
        check (kind in ('training', 'routine', 'method_introduction', 'campaign', 'network', 'project', 'support', 'other'));
      drop function term_family(text, text[]);
      drop table term, vocabulary;
    `);
  }
}
