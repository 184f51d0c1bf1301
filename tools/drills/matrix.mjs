// The whole authorisation matrix: every operation × nine principals × relation × level, judged by the areas' truth tables.
// `npm run drill -- matrix`: prints how many cells were tried, how many let somebody in wrongly and how many turned somebody away.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wholeSpecs } from './parts/whole.mjs';

const folder = mkdtempSync(join(tmpdir(), 'samverkan-matrix-'));
const report = join(folder, 'matrix.json');
try {
  const passed = wholeSpecs(['floor/matrix'], { SAMVERKAN_MATRIX_REPORT: report });
  const { cells, leaks, wrongDenials } = JSON.parse(readFileSync(report, 'utf8'));
  console.log(`matrix: ${cells} cells, ${leaks} leaks, ${wrongDenials} wrong denials`);
  process.exitCode = passed && leaks === 0 && wrongDenials === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
