import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was made for a training is published: the publication says which training it comes from, and the training says that it is published. */
export class MaterialBecomesAPublication1763900000120 implements MigrationInterface {
  name = 'MaterialBecomesAPublication1763900000120';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table offer_publication (
        publication_id uuid primary key references publication (id) on delete cascade,
        offer_id uuid not null references offer (id) on delete cascade,
        piece boolean not null,
        step_id uuid references offer_step (id) on delete set null,
        constraint offer_publication_piece check (piece or step_id is null)
      );
      comment on table offer_publication is 'The publication comes from the training. It is seen by whoever sees both.';
      comment on column offer_publication.piece is 'A piece of its material was published, and not the training itself.';
      comment on column offer_publication.step_id is 'Which piece, as long as it stands among the material.';
      create index offer_publication_offer on offer_publication (offer_id);
      create index offer_publication_step on offer_publication (step_id) where step_id is not null;
      select secure_table('offer_publication');
      create policy read on offer_publication for select to samverkan_app using (
        exists (select from publication p where p.id = publication_id) and exists (select from offer o where o.id = offer_id));
      grant insert (publication_id, offer_id, piece, step_id) on offer_publication to samverkan_app;
      create policy add on offer_publication for insert to samverkan_app with check (
        (select ctx_role()) in ('county_staff', 'county_admin')
        and exists (select from publication p where p.id = publication_id and (select ctx_org()) = any (p.owner_ids))
        and exists (select from offer o where o.id = offer_id and (select ctx_org()) = any (o.host_ids))
        and (step_id is null or exists (select from offer_step s where s.id = step_id and s.offer_id = offer_publication.offer_id)));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table offer_publication');
  }
}
