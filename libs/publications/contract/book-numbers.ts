// ISBN and ISSN: whether the last digit is what the others say it must be.

const digitsOf = (text: string): number[] =>
  [...text.replace(/[\s-]/g, '').toUpperCase()].map((digit) => (digit === 'X' ? 10 : Number(digit)));

/** ISSN, as `1403-624X` (ISO 3297). */
export function isIssn(text: string): boolean {
  if (!/^\d{4}-?\d{3}[\dXx]$/.test(text)) return false;
  return digitsOf(text).reduce((sum, digit, at) => sum + digit * (8 - at), 0) % 11 === 0;
}

/** ISBN of ten or thirteen digits, with or without hyphens (ISO 2108). */
export function isIsbn(text: string): boolean {
  const plain = text.replace(/[\s-]/g, '');
  if (/^97[89]\d{10}$/.test(plain))
    return digitsOf(plain).reduce((sum, digit, at) => sum + digit * (at % 2 === 0 ? 1 : 3), 0) % 10 === 0;
  return (
    /^\d{9}[\dXx]$/.test(plain) && digitsOf(plain).reduce((sum, digit, at) => sum + digit * (10 - at), 0) % 11 === 0
  );
}
