// The letter as a text document: real headings and lists.
import { Document, Footer, HeadingLevel, PageNumber, Paragraph, TextRun } from 'docx';
import type { BundleLetter } from './bundle-letter';

const named = (name: string, text: string) =>
  new Paragraph({ children: [new TextRun({ text: `${name}: `, bold: true }), new TextRun(text)] });

export function bundleDocument(letter: BundleLetter): Document {
  const facts: [string, string][] = [
    ['Från', letter.sender],
    ['Till', letter.recipient],
    ['Datum', letter.day],
    ['Diarienummer', letter.diarienummer],
    ['Vår beteckning', letter.reference],
  ];
  return new Document({
    title: letter.title,
    creator: letter.sender,
    lastModifiedBy: 'Samverkan',
    styles: { default: { document: { run: { font: 'Calibri', size: 22, language: { value: 'sv-SE' } } } } },
    sections: [
      {
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                children: [new TextRun(`${letter.reference}  `), new TextRun({ children: [PageNumber.CURRENT] })],
              }),
            ],
          }),
        },
        children: [
          ...facts.flatMap(([name, text]) => (text ? [named(name, text)] : [])),
          new Paragraph({ text: letter.title, heading: HeadingLevel.TITLE }),
          ...letter.paragraphs.flatMap((text) =>
            text.split('\n').map((line) => new Paragraph({ text: line, spacing: { after: 120 } })),
          ),
          ...(letter.originals.length > 0
            ? [
                new Paragraph({ text: 'Frågorna som de ställdes', heading: HeadingLevel.HEADING_1 }),
                ...letter.originals.map((text) => new Paragraph({ text, bullet: { level: 0 } })),
              ]
            : []),
          ...letter.closing.map((text) => new Paragraph({ text, spacing: { before: 120 } })),
          new Paragraph({ text: letter.sender, spacing: { before: 240 } }),
        ],
      },
    ],
  });
}
