import { Injectable } from '@nestjs/common';
import type { CommentResponseInput, ConsultationAnswers } from '@samverkan/consultations/contract';
import { Db, Ledger, conflict, notFound } from '@samverkan/shared/api';
import { ConsultationsService } from './consultations.service';

/** What became of each comment, and why: said by whoever asked, read by whoever commented. */
@Injectable()
export class ResponsesService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly consultations: ConsultationsService,
  ) {}

  async respond(
    id: string,
    commentId: string,
    { outcome, reason, version }: CommentResponseInput,
  ): Promise<ConsultationAnswers> {
    await this.consultations.row(id, 'manage');
    const comment = await this.db.one<{ invitation: string; version: number; before: string | null }>(
      `select m.invitation_id as invitation, m.version, r.outcome as before from consultation_comment m
         join consultation_invitation i on i.id = m.invitation_id left join consultation_response r on r.comment_id = m.id
       where m.id = $2 and i.consultation_id = $1 and m.text <> ''`,
      [id, commentId],
    );
    if (!comment) throw notFound();
    const done = await this.db.query(
      version === 0
        ? `insert into consultation_response (comment_id, outcome, reason, comment_version, version) values ($1, $2, $3, $4, $5 + 1)
           on conflict do nothing returning comment_id`
        : `update consultation_response set outcome = $2, reason = $3, comment_version = $4, answered_at = clock_timestamp(), version = version + 1
           where comment_id = $1 and version = $5 returning comment_id`,
      [commentId, outcome, reason, comment.version, version],
    );
    if (done.length === 0) throw conflict('stale-version');
    const trace = { area: 'consultations', objectId: comment.invitation, visibility: 'own' } as const;
    await this.ledger.changed(trace, version + 1, [{ field: 'response', before: comment.before, after: outcome }]);
    await this.ledger.happened({ ...trace, objectId: id }, 'consultation.responded');
    await this.ledger.audited('consultation.responded', 'consultations', id);
    return this.consultations.answers(id);
  }
}
