export { AuditSeals } from './audit/audit-seals';
export { type AuditFault } from './audit/audit-seal';
export { CONFIGURATION } from './config/config.token';
export { type OidcProvider } from './config/oidc-provider';
export { type Configuration, configuration, databaseUrlFor } from './config/configuration';
export { type Actor } from './db/actor';
export { Db } from './db/db';
export { Notifications } from './db/notifications';
export { Ledger, type Trace } from './db/ledger';
export { type SqlRunner } from './db/sql-runner';
export { type RequestScope, currentActor, currentScope, runInScope } from './db/request-scope';
export { type Role } from './db/role';
export { FileStore } from './files/file-store';
export { type ReadFile, readUpload } from './files/file-reading';
export { type FoundInText, findingsIn } from './files/file-words';
export { Readiness } from './health/readiness';
export { sendDocument } from './documents/document-out';
export { log } from './http/log';
export { NestLog } from './http/nest-log';
export { InputPipe } from './http/input.pipe';
export { ProblemFilter } from './http/problem.filter';
export { Refusal, badInput, conflict, forbidden, notFound, notSignedIn, tooMany } from './http/problems';
export { versionOf } from './http/version';
export { type JobKind, jobKind } from './jobs/job-kind';
export { type JobHandler, Jobs } from './jobs/jobs';
export { migrateJobs } from './jobs/schema';
export { type Letter } from './mail/letter';
export { Mail } from './mail/mail';
export {
  type HiddenPlace,
  type SensitiveField,
  type SensitiveSource,
  SensitiveSources,
} from './ports/sensitive-sources';
export { type DeadlineSource, Deadlines } from './ports/deadlines';
export { type GoalMover, GoalMoves } from './ports/goal-moves';
export { type Moving, type OrganizationMover, OrganizationMoves } from './ports/organization-moves';
export { countedData } from './ports/counted-data';
export { sqlMover } from './ports/sql-mover';
export { type OpenWork, PersonalData, type PersonalDataSource } from './ports/personal-data';
export { type RetentionRule, RetentionRules } from './ports/retention-rules';
export { type OpenWorkSource, OpenWorks } from './ports/open-works';
export { Parties, type PartyReader } from './ports/parties';
export { Titles } from './ports/titles';
export { type Wait, Waits } from './ports/waits';
export { Presences } from './presence/presences';
export { Allow } from './rights/allow';
export { type Policy, policy } from './rights/policy';
export { SeenAs } from './rights/seen-as';
export { Sealer } from './secrets/sealer';
export { type UnsafeCell, fold, partsOf, shownCell, textOf, unsafeCells } from './sheets/sheet-cells';
export { CellFault } from './sheets/cell-fault';
export { dayIn, isWholeCounty, municipalitiesIn } from './sheets/cell-meanings';
export { type SheetCell } from './sheets/sheet-in';
export { countsOf, faultColumns, faultRows, refuseWrongRows } from './sheets/sheet-plan';
export { type OpenedSheet, openSheet } from './sheets/sheet-read';
export { TakesFile } from './sheets/takes-file';
export { type SheetColumn, sendSheet, sendText } from './sheets/sheet-out';
export { SharedModule } from './shared.module';
