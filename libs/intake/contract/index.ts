export type { Found, FoundField } from './found';
export {
  ActionTemplate,
  ActionTemplateChange,
  ActionTemplateDeed,
  ActionTemplateInput,
  ActionTemplates,
  TemplateContent,
  mostTemplates,
} from './action-template';
export { type ImportColumn, importColumns, importHeadings, recognisedImportColumns } from './action-columns';
export {
  ActionImportDone,
  ActionImportPreview,
  ActionImportProgress,
  ActionImportQuery,
  ActionImportRow,
  ActionImportUndo,
  ActionImportUndone,
  mostImported,
} from './action-import';
export { actionImportWords } from './action-import-words';
export { nextOccurrence } from './next-occurrence';
export { type KnownPlace, readParagraph } from './read-paragraph';
export { Occurrence, Recurrence, RecurrenceInput, Recurring, Rhythm, rhythms } from './recurrence';
export { hitsOf } from './term-pattern';
