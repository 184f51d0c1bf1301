export {
  AuditChecks,
  AuditChoices,
  AuditJudgement,
  AuditPage,
  AuditQuery,
  AuditRow,
  AuditVerdict,
  AuditWord,
  Pseudonym,
  auditOutcomes,
} from './audit-log';
