import Personnummer from 'personnummer';
import type { GuardFinding } from './text-guard';

// Year, month, day and the four last, whole or with the day written apart: 850312-1234, 19850312-1234, 1985-03-12-1234, 85 03 12 - 1234.
const candidate = /(?<!\d)((?:18|19|20)?\d{2})([-./ ]?)(\d{2})\2(\d{2})(\s?[-+]\s?|[ .:/]?)(\d{4})(?!\d)/g;

// A word that says the number is about a person makes ten bare digits certain.
const context =
  /(person|samordnings|social\s?security|identity|id)\s?-?\s?(nummer|nr|number|no)?\.?\s*(:|är|is)?\s*$|\b(pnr|p-nr|persnr|ssn)\.?\s*:?\s*$/i;

/** Personal identity numbers and coordination numbers with a valid date and check digit (Skatteverket, SKV 704 and 707). */
export function findPersonalNumbers(text: string): GuardFinding[] {
  const findings: GuardFinding[] = [];
  for (const match of text.matchAll(candidate)) {
    const [whole, year = '', , month = '', day = '', gap = '', last = ''] = match;
    const mark = gap.includes('+') ? '+' : '-';
    if (!Personnummer.valid(`${year}${month}${day}${mark}${last}`)) continue;
    const separated = /[-+]/.test(gap);
    const certain =
      separated || year.length === 4 || context.test(text.slice(Math.max(0, match.index - 40), match.index));
    findings.push({
      grade: certain ? 'stop' : 'ask',
      code: certain ? 'text.personal-number' : 'text.maybe-personal-number',
      start: match.index,
      end: match.index + whole.length,
    });
  }
  return findings;
}
