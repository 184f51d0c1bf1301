import type { SheetColumn } from '@samverkan/shared/api';
import { type SheetRow, sheetIssueWords } from '@samverkan/shared/contract';
import { type GoalColumn, goalColumns, goalHeadings, goalImportWords } from '@samverkan/strategies/contract';
import type { FrameOfGoals } from './goal-import-cells';
import type { OwnGoal } from './goal-import-plan';

type Language = 'sv' | 'en';
type TemplateRow = Partial<Record<GoalColumn, string>>;

/** What is wrong in a sheet of goals, in words. */
export const faultWords = (lang: Language) => ({
  heading: (column: string): string => goalHeadings[column as GoalColumn][lang],
  issue: (issue: SheetRow['issues'][number]): string => sheetIssueWords(goalImportWords, issue, lang),
});

export const templateColumns = (lang: Language): SheetColumn<TemplateRow>[] =>
  goalColumns.map((column) => ({
    heading: goalHeadings[column][lang],
    width: ['title', 'text', 'measures', 'serves', 'titleEn', 'textEn'].includes(column) ? 40 : 16,
    of: (row) => row[column] ?? null,
  }));

const kinds = { goal: { sv: 'Mål', en: 'Goal' }, measure: { sv: 'Åtgärd', en: 'Measure' } };

/** The goals as they stand, one to a row, so that they can be written on in the sheet; an example while there are none. */
export async function* templateRows(
  {
    goals,
    frames,
    parties,
  }: { goals: readonly OwnGoal[]; frames: readonly FrameOfGoals[]; parties: ReadonlyMap<string, string> },
  lang: Language,
): AsyncGenerator<TemplateRow> {
  for (const goal of goals)
    yield await Promise.resolve({
      number: goal.number,
      kind: kinds[goal.kind][lang],
      title: goal.title,
      text: goal.text ?? '',
      parent: goals.find(({ id }) => id === goal.parentId)?.number ?? '',
      responsible: parties.get(goal.responsibleOrganizationId ?? '') ?? '',
      indicators: goal.indicators.join('\n'),
      serves: servedBy(goal, frames),
      titleEn: goal.titleEn ?? '',
      textEn: goal.textEn ?? '',
    });
  if (goals.length === 0) yield* examples(frames, lang);
}

const servedBy = ({ serves }: OwnGoal, frames: readonly FrameOfGoals[]): string =>
  frames
    .flatMap(({ name, goals }) => {
      const numbers = goals.filter(({ id }) => serves.some((link) => link.id === id)).map(({ number }) => number);
      return numbers.length > 0 ? [`${name}: ${numbers.join(', ')}`] : [];
    })
    .join('\n');

async function* examples(frames: readonly FrameOfGoals[], lang: Language): AsyncGenerator<TemplateRow> {
  const sv = lang === 'sv';
  const frame = frames.find(({ goals }) => goals.some(({ number }) => number === '1'));
  yield await Promise.resolve({
    number: '1',
    title: sv ? 'Exempel: Våldet förebyggs tidigt' : 'Example: Violence is prevented early',
    measures: sv
      ? 'Exempel: Skolan arbetar våldsförebyggande\nExempel: Den som utövar våld får hjälp att sluta'
      : 'Example: Schools work to prevent violence\nExample: Those who use violence get help to stop',
    indicators: sv ? 'Andel skolor med program' : 'Share of schools with a programme',
    serves: frame ? `${frame.name}: 1` : '',
  });
  yield await Promise.resolve({
    number: '1.1',
    title: sv ? 'Exempel: Barn och unga nås först' : 'Example: Children and young people come first',
    parent: '1',
  });
}
