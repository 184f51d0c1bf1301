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
export {
  Erasure,
  type ErasureDecision,
  ErasureDecisionInput,
  ErasureInput,
  Erasures,
  erasureDecisions,
  erasureGrounds,
  erasureStates,
  refusalGrounds,
} from './erasure';
export { Extract } from './extract';
export { Retention, RetentionDue, RetentionPreview, RuleKey } from './retention';
