export { DemoOutbox } from './demo-outbox';
export { Draft, DraftInput, DraftKey } from './draft';
export { countCap, pageFields, pageOf } from './page';
export { CountyCode, Day, Id, Moment, MunicipalityCode, line, listOf, prose, wholeNumber } from './primitives';
export { Problem, ProblemIssue } from './problem';
export { Visibility, visibilities, visibilityAt, visibilityLevel } from './visibility';
export { guardGrade, guardText, maskText, type GuardFinding, type GuardGrade } from './guard/text-guard';
