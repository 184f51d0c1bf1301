// What becomes of the rows of a sheet, as pages show it whatever the sheet is about.
export const sheetOutcomes = ['new', 'changed', 'same', 'wrong'] as const;

/** A row as pages show it, whatever the sheet is about. */
export interface SheetRow {
  line: number;
  outcome: (typeof sheetOutcomes)[number];
  title: string;
  /** What it was called, where that changes. */
  before?: string | null;
  /** Another that it is nearly the same as. */
  like?: { title: string } | null;
  fields: readonly string[];
  issues: readonly { column: string | null; code: string; line?: number | undefined }[];
}

export interface SheetPreview<R extends SheetRow = SheetRow> {
  headings: readonly string[];
  columns: readonly (string | null)[];
  rows: readonly R[];
  counts: Readonly<Record<(typeof sheetOutcomes)[number], number>>;
}
