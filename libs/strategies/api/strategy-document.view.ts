// A strategy as a text document: real headings, its goals in their tree, a table of who signed. What the reader was given, and nothing else.
import type { Goal, Strategy } from '@samverkan/strategies/contract';
import {
  Document,
  Footer,
  HeadingLevel,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { type Language, dayWords, kindWords, openWords, periodWords, says, stateWords } from './document-words';

const levels = [
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
] as const;
const languages = { sv: 'sv-SE', en: 'en-GB' };

export function strategyDocument(strategy: Strategy, lang: Language, today: string): Document {
  const title = titleOf(strategy, lang);
  return new Document({
    title,
    creator: strategy.owner?.name ?? 'Samverkan',
    lastModifiedBy: 'Samverkan',
    description: kindWords[strategy.kind][lang],
    styles: { default: { document: { run: { font: 'Calibri', size: 22, language: { value: languages[lang] } } } } },
    sections: [
      {
        footers: { default: footer(lang, today) },
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          ...facts(strategy, lang, today),
          ...prose(says.vision[lang], inLanguage(strategy.vision, strategy.visionEn, lang)),
          ...prose(says.note[lang], inLanguage(strategy.note, strategy.noteEn, lang)),
          heading(says.goals[lang]),
          ...(strategy.goals.length > 0 ? goals(strategy.goals, lang) : [new Paragraph(says.noGoals[lang])]),
          ...frames(strategy, lang),
          ...signatories(strategy, lang),
        ],
      },
    ],
  });
}

const heading = (text: string) => new Paragraph({ text, heading: HeadingLevel.HEADING_1 });
const inLanguage = (sv: string | null, en: string | null, lang: Language): string | null => (lang === 'en' && en) || sv;
const titleOf = ({ title, titleEn }: Strategy, lang: Language): string => inLanguage(title, titleEn, lang) ?? title;
const refs = (list: Strategy['replaces'], lang: Language): string =>
  list.map(({ shortTitle, shortTitleEn }) => inLanguage(shortTitle, shortTitleEn, lang)).join(', ');
const named = (name: string, text: string) =>
  new Paragraph({ children: [new TextRun({ text: `${name}: `, bold: true }), new TextRun(text)] });
const lines = (text: string): Paragraph[] => text.split('\n').map((line) => new Paragraph(line));

function facts(strategy: Strategy, lang: Language, today: string): Paragraph[] {
  const told: [string, string | null][] = [
    [says.state[lang], stateWords(strategy, today, lang)],
    [says.kind[lang], kindWords[strategy.kind][lang]],
    [says.period[lang], periodWords(strategy.startsOn, strategy.endsOn, lang)],
    [says.decided[lang], strategy.decidedOn && dayWords(strategy.decidedOn, lang)],
    [says.dnr[lang], strategy.dnr],
    [says.document[lang], strategy.document],
    [says.owner[lang], strategy.owner?.name ?? null],
    [says.replaces[lang], refs(strategy.replaces, lang)],
    [
      says.replacedBy[lang],
      strategy.replacedBy.map((next) => `${refs([next], lang)}${openWords(next, lang)}`).join(', '),
    ],
    [says.repeal[lang], strategy.repealMotive],
  ];
  return told.flatMap(([name, text]) => (text ? [named(name, text)] : []));
}

const prose = (name: string, text: string | null): Paragraph[] => (text ? [heading(name), ...lines(text)] : []);

function goals(all: readonly Goal[], lang: Language, parentId: string | null = null, depth = 0): Paragraph[] {
  return all
    .filter((goal) => goal.parentId === parentId)
    .flatMap((goal) => [...oneGoal(goal, lang, depth), ...goals(all, lang, goal.id, depth + 1)]);
}

function oneGoal(goal: Goal, lang: Language, depth: number): Paragraph[] {
  const words = inLanguage(goal.title, goal.titleEn, lang) ?? goal.title;
  const text = inLanguage(goal.text, goal.textEn, lang);
  const lead = goal.kind === 'measure' ? `${says.measure[lang]} ${goal.number}.` : goal.number;
  const serves = goal.serves.map(({ strategy, goal: aim, motive, motiveEn }) => {
    const why = inLanguage(motive, motiveEn, lang);
    return `${refs([strategy], lang)}, ${aim.number}. ${inLanguage(aim.title, aim.titleEn, lang)}${why ? ` (${why})` : ''}`;
  });
  return [
    new Paragraph({ text: `${lead} ${words}`, heading: levels[Math.min(depth, levels.length - 1)] ?? levels[0] }),
    ...(goal.placeholder
      ? [new Paragraph({ children: [new TextRun({ text: says.placeholder[lang], italics: true })] })]
      : []),
    ...(text ? lines(text) : []),
    ...(goal.responsible ? [named(says.responsible[lang], goal.responsible.name)] : []),
    ...(goal.indicators.length > 0 ? [named(says.indicators[lang], goal.indicators.join('; '))] : []),
    ...(serves.length > 0 ? [named(says.serves[lang], serves.join('; '))] : []),
  ];
}

const frames = (strategy: Strategy, lang: Language): Paragraph[] =>
  strategy.implements.length === 0
    ? []
    : [
        heading(says.frames[lang]),
        ...strategy.implements.map(
          (frame) =>
            new Paragraph({ text: inLanguage(frame.title, frame.titleEn, lang) ?? frame.title, bullet: { level: 0 } }),
        ),
      ];

function signatories(strategy: Strategy, lang: Language): (Paragraph | Table)[] {
  const { signatories: all, unnamedSignatories: unnamed } = strategy;
  const more = unnamed > 0 ? [new Paragraph(says.unnamed[lang].replace('{n}', String(unnamed)))] : [];
  if (all.length === 0) return more.length > 0 ? [heading(says.signatories[lang]), ...more] : [];
  const row = (cells: readonly string[], tableHeader = false) =>
    new TableRow({
      tableHeader,
      children: cells.map(
        (text) =>
          new TableCell({ children: [new Paragraph({ children: [new TextRun({ text, bold: tableHeader })] })] }),
      ),
    });
  const signed = ({ capacity, signedOn, withdrawnOn }: Strategy['signatories'][number]): string => {
    const on = signedOn ? dayWords(signedOn, lang) : capacity === 'party' ? says.takesPart[lang] : '';
    return [on, withdrawnOn && says.withdrawn[lang].replace('{on}', dayWords(withdrawnOn, lang))]
      .filter(Boolean)
      .join(', ');
  };
  const table = new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      row([says.party[lang], says.function[lang], says.signed[lang]], true),
      ...all.map((one) => row([one.name, one.functionTitle ?? '', signed(one)])),
    ],
  });
  return [heading(says.signatories[lang]), table, ...more];
}

const footer = (lang: Language, today: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        children: [
          new TextRun({
            children: [
              `${says.fetched[lang].replace('{on}', dayWords(today, lang))} ${says.page[lang]} `,
              PageNumber.CURRENT,
              ' / ',
              PageNumber.TOTAL_PAGES,
            ],
          }),
        ],
      }),
    ],
  });
