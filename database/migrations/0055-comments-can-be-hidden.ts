import type { MigrationInterface, QueryRunner } from 'typeorm';

const writes = `('coordinator', 'partner', 'county_staff', 'county_admin')`;

/** What somebody happened to write of a person in a consultation can be hidden at once and cleaned. */
export class CommentsCanBeHidden1763900000055 implements MigrationInterface {
  name = 'CommentsCanBeHidden1763900000055';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table consultation_comment add column hidden_at timestamptz, add column hidden_draft text;
      comment on column consultation_comment.hidden_draft is 'What stood in the form of those who wrote it, kept while it is hidden.';

      alter policy read on consultation_comment using (case when hidden_at is null
        then exists (select from consultation_invitation i where i.id = invitation_id)
        else id = (select ctx_purging()) and exists (select from sensitive_text s where s.object_id = consultation_comment.id and s.ended_at is null
          and may_purge(s.owner_ids, s.county_codes)) end);

      -- Whether what the actor's organisation has said of a goal is hidden: it stays so when the answer is sent anew.
      create function consultation_comment_hidden(invitation uuid, goal uuid) returns boolean language sql stable security definer set search_path from current as $$
        select exists (select from consultation_comment m join consultation_invitation i on i.id = m.invitation_id
          where i.id = $1 and m.goal_id is not distinct from $2 and m.hidden_at is not null and i.organization_id = ctx_org() and ctx_role() in ${writes})
      $$;
      create function consultation_comment_text_hide(target uuid) returns void language plpgsql volatile security definer set search_path from current as $$
      begin
        update consultation_comment m set hidden_at = clock_timestamp(), version = m.version + 1,
            hidden_draft = (select d.text from consultation_draft d where d.invitation_id = m.invitation_id and d.goal_id is not distinct from m.goal_id)
          from consultation_invitation i
          where m.id = target and m.hidden_at is null and i.id = m.invitation_id and ctx_role() in ${writes}
            and (i.organization_id = ctx_org() or i.consultation_id in (select consultations_kept())
              or i.sent_at is not null and i.consultation_id in (select consultations_shown()));
        if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
        update consultation_draft d set text = '', version = d.version + 1 from consultation_comment m
          where m.id = target and d.invitation_id = m.invitation_id and d.goal_id is not distinct from m.goal_id;
      end $$;
      -- With clean words they stand in the answer, in the form unless something new is written there, and nowhere in history; without, all is as it was.
      create function consultation_comment_text_show(target uuid, clean jsonb) returns void language plpgsql volatile security definer set search_path from current as $$
      begin
        if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
          raise exception 'Nothing of this is hidden.' using errcode = '42501';
        end if;
        update consultation_draft d set text = coalesce(clean->>'commentDraft', m.hidden_draft, ''), none = coalesce(clean->>'commentDraft', m.hidden_draft, '') = '' and d.goal_id is not null,
            version = d.version + 1 from consultation_comment m
          where m.id = target and d.invitation_id = m.invitation_id and d.goal_id is not distinct from m.goal_id and d.text = '';
        update consultation_response set reason = clean->>'reason', version = version + 1 where comment_id = target and clean ? 'reason';
        update change_log l set before = case when l.before is null then null else '"[borttaget]"'::jsonb end, after = case when l.after is null then null else '"[borttaget]"'::jsonb end
          from consultation_comment m where m.id = target and clean ? 'comment' and l.object_id = m.invitation_id and l.field = coalesce(m.goal_id::text, 'whole');
        update consultation_comment m set hidden_at = null, hidden_draft = null, version = m.version + 1, changed_at = clock_timestamp(),
            text = coalesce(clean->>'comment', m.text), none = coalesce(clean->>'comment', m.text) = '' and m.goal_id is not null
          where m.id = target;
      end $$;
      revoke execute on function consultation_comment_hidden(uuid, uuid), consultation_comment_text_hide(uuid), consultation_comment_text_show(uuid, jsonb) from public;
      grant execute on function consultation_comment_hidden(uuid, uuid), consultation_comment_text_hide(uuid), consultation_comment_text_show(uuid, jsonb) to samverkan_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function consultation_comment_hidden(uuid, uuid), consultation_comment_text_hide(uuid), consultation_comment_text_show(uuid, jsonb);
      alter policy read on consultation_comment using (exists (select from consultation_invitation i where i.id = invitation_id));
      alter table consultation_comment drop column hidden_at, drop column hidden_draft;
    `);
  }
}
