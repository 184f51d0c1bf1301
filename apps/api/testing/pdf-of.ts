// A small PDF for specs, with a page for each text.

/** PDF 1.4 with the texts in Helvetica; an author where one is given. */
export function pdfOf(pages: readonly string[], author = ''): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((text, at) => {
      const drawn = text ? `BT /F1 12 Tf 72 720 Td (${text}) Tj ET` : '';
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + at * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
      ];
    }),
    ...(author ? [`<< /Author (${author}) >>`] : []),
  ];
  let out = '%PDF-1.4\n';
  const places: number[] = [];
  for (const [at, object] of objects.entries()) {
    places.push(out.length);
    out += `${at + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const info = author ? ` /Info ${objects.length} 0 R` : '';
  const head = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  return Buffer.from(
    `${out}${head}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${info} >>\nstartxref\n${out.length}\n%%EOF`,
    'latin1',
  );
}
