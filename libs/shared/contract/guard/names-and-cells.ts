import { findPersonalNumbers } from './personal-numbers';
import { type GuardFinding, guardText } from './text-guard';

/**
 * A file's name, judged before the file is looked at. Signs that stand for spaces in names (`_`, `.`, `~`) are read as such, and the
 * ending is left out. Positions are in the name as given. A camera's or a scanner's date and clock may be asked about, never more.
 */
export function checkFileName(name: string): GuardFinding[] {
  const stem = name.replace(/\.[A-Za-z0-9]{1,8}$/, '');
  return guardText(stem.replace(/[_~]/g, ' '));
}

/**
 * One cell of a table somebody imports, with its column's heading. A number counts as its digits (a spreadsheet drops the leading
 * nought of 050312…), and a heading that speaks of personal numbers makes ten bare digits certain. Anything but text and numbers passes.
 */
export function checkCell(value: unknown, heading = ''): GuardFinding[] {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value).padStart(10, '0') : value;
  if (typeof text !== 'string') return [];
  const lead = heading === '' ? '' : `${heading.slice(0, 80)}: `;
  const isCertain = findPersonalNumbers(`${lead}${text}`).some(
    ({ grade, end }) => grade === 'stop' && end > lead.length,
  );
  return guardText(text).map((finding) =>
    isCertain && finding.grade === 'ask' ? { ...finding, grade: 'stop', code: 'text.personal-number' } : finding,
  );
}
