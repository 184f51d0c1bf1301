import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { aboveAll, dialled, helpLines } from './help-lines';
import { nationalText } from './national-texts';
import { publicPieces } from '@samverkan/public/contract';

interface Source {
  helplines: { id: string; phone: string | null; phoneVerification: string | null; verification: string }[];
}
const { helplines } = JSON.parse(
  readFileSync(resolve(__dirname, '../../../database/seeds/reference/support_services.json'), 'utf8'),
) as Source;

describe('the national lines', () => {
  it('are shown with no other numbers than those that were seen at their source', () => {
    const verified = helplines.filter(
      (one) => one.verification === 'verified_source' && one.phoneVerification === 'verified_source',
    );
    for (const { id, phone } of helpLines)
      expect([id, verified.find((one) => one.id === id)?.phone]).toEqual([id, phone]);
    expect(aboveAll.every((id) => helpLines.some((one) => one.id === id))).toBe(true);
    expect(dialled('020-50 50 50')).toBe('tel:020505050');
  });

  it('are the only numbers that the national texts lead to: these hold none', () => {
    for (const piece of publicPieces)
      for (const language of ['sv', 'en'] as const) expect(nationalText(piece, language)).not.toMatch(/\d[\d -]{4,}\d/);
  });
});
