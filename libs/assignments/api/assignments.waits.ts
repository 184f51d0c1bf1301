import type { Wait } from '@samverkan/shared/api';

/** Reports that the acting board is to give within 30 days, or should have given. */
export const reportsWait: Wait = {
  kind: 'assignments.reports',
  count: `select count(*)::int from assignment_report r join assignment a on a.id = r.assignment_id
    where $1 = any (a.board_ids) and a.status <> 'closed' and r.due_on <= today() + 30 and ctx_role() in ('county_staff', 'county_admin')
      and not exists (select from assignment_reported d where d.report_id = r.id and d.organization_id = $1)`,
  path: '/uppdrag?due=true',
  words: (n) =>
    n === 1
      ? {
          sv: 'En redovisning av ett regeringsuppdrag ska lämnas inom 30 dagar, eller skulle ha lämnats.',
          en: 'One report on a government assignment is due within 30 days, or overdue.',
        }
      : {
          sv: `${n} redovisningar av regeringsuppdrag ska lämnas inom 30 dagar, eller skulle ha lämnats.`,
          en: `${n} reports on government assignments are due within 30 days, or overdue.`,
        },
};
