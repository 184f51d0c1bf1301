export { DemoOutbox } from './demo-outbox';
export { Draft, DraftInput, DraftKey } from './draft';
export { countCap, pageFields, pageOf, placeFields } from './page';
export { CountyCode, Day, Id, Moment, MunicipalityCode, line, listOf, prose, wholeNumber } from './primitives';
export { PersonalSection } from './personal-section';
export { Presence, PresenceInput } from './presence';
export { Problem, ProblemIssue } from './problem';
export { reminderDays } from './reminder-days';
export { SensitiveContent, SensitivePurge, SensitiveReport, SensitiveText, SensitiveTexts } from './sensitive-text';
export { SheetFormat, sheetFormats } from './sheet';
export { type SheetHeading, headingsReader } from './sheet-columns';
export { SheetProgressQuery, sheetPreview, sheetProgress, sheetQuery, sheetRow } from './sheet-import';
export { type SheetPreview, type SheetRow, sheetOutcomes } from './sheet-row';
export { type SheetWords, sheetIssueWords, sheetWords } from './sheet-words';
export { FileType, StoredFile, fileTypes, isPicture, mostFileBytes } from './stored-file';
export { SeenAsQuery } from './seen-as';
export { TokenScope, tokenScopes } from './token-scope';
export { Trash, TrashItem, trashDays } from './trash';
export { Visibility, visibilities, visibilityAt, visibilityLevel } from './visibility';
export { checkCell, checkFileName } from './guard/names-and-cells';
export { isAboutShelter } from './guard/addresses';
export { type NarrativeSign, narrativeSigns } from './guard/hints';
export { GuardConfirmed, GuardReason, confirmation, guardReasons } from './guard/guard-confirmed';
export { isKeepable, keepable } from './guard/keepable';
export {
  type GuardFinding,
  type GuardGrade,
  type GuardSurroundings,
  guardGrade,
  guardText,
  maskText,
} from './guard/text-guard';
