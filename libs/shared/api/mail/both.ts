/** The same in Swedish and English, as letters and files out of the system are written. */
export const both = (sv: string, en: string): { sv: string; en: string } => ({ sv, en });
