import type { DeadlineSource } from '@samverkan/shared/api';

/** The days on which assignments are reported, and bind each board they were given to. */
export const reportDays: DeadlineSource = {
  area: 'assignments',
  select: `select r.id, 'assignments.' || r.kind as kind, a.title, r.due_on as day, '/uppdrag/' || a.id as path, a.board_ids as organization_ids,
      a.status = 'closed' or exists (select from assignment_reported d where d.report_id = r.id and d.organization_id = ctx_org()) as done
    from assignment_report r join assignment a on a.id = r.assignment_id`,
  kinds: {
    'assignments.part': { sv: 'Delredovisning av regeringsuppdrag', en: 'Interim report on a government assignment' },
    'assignments.yearly': {
      sv: 'Årlig redovisning av regeringsuppdrag',
      en: 'Yearly report on a government assignment',
    },
    'assignments.final': { sv: 'Slutredovisning av regeringsuppdrag', en: 'Final report on a government assignment' },
    'assignments.other': { sv: 'Redovisning av regeringsuppdrag', en: 'Report on a government assignment' },
  },
};
