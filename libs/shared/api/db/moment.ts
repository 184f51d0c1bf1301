/** SQL: a moment as the contracts write it, ISO 8601 in UTC with milliseconds; null stays null. `column` is an SQL expression, never what somebody wrote. */
export const moment = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
