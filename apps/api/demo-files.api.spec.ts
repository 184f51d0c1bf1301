import { readUpload } from '@samverkan/shared/api';
import { demoPdf } from '../../database/seeds/demo/pdf';
import { appendix, handbook, scan } from '../../database/seeds/demo/publication-pages';

const spaced = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('the files of the demo county', () => {
  it('are real PDF files whose text is what is searched, å ä ö and all', async () => {
    const file = await readUpload(demoPdf('Vägledning', handbook));
    expect([file.type, file.author, file.pages.map(spaced)]).toEqual([
      'pdf',
      null,
      handbook.map((lines) => spaced(lines.join(' '))),
    ]);
  });

  it('are in one case of 300 pages, and small all the same', async () => {
    const bytes = demoPdf('Bilagor', appendix);
    expect(bytes.length).toBeLessThan(400_000);
    expect((await readUpload(bytes)).pages).toHaveLength(300);
  });

  it('are in one case scanned: pages without a text', async () => {
    expect((await readUpload(demoPdf('Protokoll', scan))).pages.map((text) => text.trim())).toEqual(['', '', '', '']);
  });
});
