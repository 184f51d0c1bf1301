/** A cell as RFC 4180 has it. What a spreadsheet would take for a formula is led by an apostrophe. */
const cell = (value: string | number | null): string => {
  const text = value === null ? '' : String(value);
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** One line of a file for Swedish spreadsheets: semicolons, CRLF. */
export const csvLine = (values: readonly (string | number | null)[]): string => `${values.map(cell).join(';')}\r\n`;

/** Tells a spreadsheet that the file is UTF-8. */
export const csvMark = '\ufeff';
