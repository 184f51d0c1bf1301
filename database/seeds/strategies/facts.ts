// Turns the reference file into rows: national frames first, then the county's two chains.
import { readSource, type RegionalSource, type Source } from './source';
import { programmeGoalsEn, wordsFor } from './words';

type Verification = 'verified' | 'inferred';

export interface StrategyFact {
  key: string;
  kind: string;
  title: string;
  titleEn: string | null;
  shortTitle: string;
  shortTitleEn: string;
  startsOn: string | null;
  endsOn: string | null;
  status: 'adopted' | 'superseded';
  document: string | null;
  vision: string | null;
  visionEn: string | null;
  note: string | null;
  noteEn: string | null;
  signedOn: string | null;
  signatoryCount: number | null;
  sources: string[];
  verification: Verification;
  ownerKey: string | null;
  countyCodes: string[];
}

export interface GoalFact {
  key: string;
  strategyKey: string;
  number: string;
  title: string;
  titleEn: string | null;
  sort: number;
  kind: 'goal' | 'measure';
  parentKey: string | null;
  /** The wording is ours until the signed text has been read in. */
  placeholder: boolean;
}

const levelOf = (text: string | undefined): Verification => (text?.startsWith('verified') ? 'verified' : 'inferred');

function frame(id: string, fact: Omit<Partial<StrategyFact>, 'key'> & { kind: string; title: string }): StrategyFact {
  const { shortTitle, shortTitleEn, titleEn, note, noteEn, document } = wordsFor(id);
  return {
    key: id,
    titleEn: titleEn ?? null,
    shortTitle,
    shortTitleEn,
    startsOn: null,
    endsOn: null,
    status: 'adopted',
    document: document ?? null,
    vision: null,
    visionEn: null,
    note: note ?? null,
    noteEn: noteEn ?? null,
    signedOn: null,
    signatoryCount: null,
    sources: [],
    verification: 'verified',
    ownerKey: null,
    countyCodes: [],
    ...fact,
  };
}

export function strategyFacts(source: Source = readSource()): StrategyFact[] {
  const { nationalStrategy: national, genderEqualityPolicy: policy } = source;
  return [
    frame(national.id, {
      kind: 'national_strategy',
      title: national.titleSv,
      titleEn: national.titleEn,
      startsOn: national.periodStart,
      endsOn: national.periodEnd,
      document: national.document,
      sources: national.sources,
    }),
    ...programmes(source).map((programme) =>
      frame(programme.id, {
        kind: 'action_programme',
        title: programme.title,
        startsOn: '2024-01-01',
        endsOn: '2026-12-31',
        sources: programme.source.split('; '),
      }),
    ),
    frame(policy.id, {
      kind: 'policy_goals',
      title: 'Jämställdhetspolitikens delmål',
      vision: policy.goalSv,
      visionEn: policy.goalEn,
      sources: policy.sources,
    }),
    ...source.regionalStrategies.map((regional) => regionalFact(regional, source)),
  ];
}

function regionalFact(regional: RegionalSource, source: Source): StrategyFact {
  const parties = regional.signatoriesSv ?? regional.partiesSv;
  const county = regional.countyCodes[0];
  return frame(regional.id, {
    kind: regional.documentType === 'handlingsplan' ? 'action_plan' : 'regional_strategy',
    title: regional.titleSv,
    startsOn: regional.periodStart,
    endsOn: regional.periodEnd,
    status: regional.supersededBy.length > 0 ? 'superseded' : 'adopted',
    vision: regional.visionSv ?? null,
    visionEn: regional.visionSv ? 'Vision zero: the violence in the county is to stop' : null,
    signedOn: regional.signedOn ?? null,
    signatoryCount: regional.signatoryCount ?? parties?.length ?? null,
    sources: sourcesOf(regional, source),
    ownerKey: county ? `county_board:${county}` : null,
    countyCodes: regional.countyCodes,
  });
}

function sourcesOf(regional: RegionalSource, source: Source): string[] {
  const publication = source.publications.find((one) => one.id === regional.publicationId);
  const own = [regional.source ?? []].flat();
  const published = [...(publication?.source?.split('; ') ?? []), publication?.url ?? ''];
  return [...own, ...published, ...(wordsFor(regional.id).moreSources ?? [])].filter((text) => text && text !== 'seed');
}

/** Only the programme whose objectives are known has become a strategy of its own. */
const programmes = (source: Source) =>
  source.nationalStrategy.actionProgrammes.flatMap(({ id, titleSv, source: from, objectivesSv }) =>
    titleSv && objectivesSv ? [{ id, title: titleSv, source: from ?? '', objectives: objectivesSv }] : [],
  );

export function goalFacts(source: Source = readSource()): GoalFact[] {
  const { nationalStrategy: national, genderEqualityPolicy: policy } = source;
  const numbered = (strategyKey: string, goals: typeof national.objectives) =>
    goals.map(({ id, number, titleSv, titleEn }) => {
      return { ...aGoal, key: id, strategyKey, number: String(number), title: titleSv, titleEn, sort: number };
    });
  const listed = (strategyKey: string, titles: string[], titlesEn: (string | undefined)[]) =>
    titles.map((title, index) => {
      const number = index + 1;
      return {
        ...aGoal,
        key: `${strategyKey}:${number}`,
        strategyKey,
        number: String(number),
        title,
        titleEn: titlesEn[index] ?? null,
        sort: number,
      };
    });
  const nationalEn = (title: string) => national.objectives.find((goal) => goal.titleSv === title)?.titleEn;
  return [
    ...numbered(national.id, national.objectives),
    ...programmes(source).flatMap(({ id, objectives }) => listed(id, objectives, programmeGoalsEn)),
    ...numbered(policy.id, policy.subGoals),
    ...source.regionalStrategies.flatMap(({ id, goalsSv = [] }) =>
      withMeasures(listed(id, goalsSv, goalsSv.map(nationalEn)), measuresOf[id] ?? []),
    ),
  ];
}

const aGoal = { kind: 'goal', parentKey: null, placeholder: false } as const;

/** How many numbered measures each goal of a plan has. The source tells of thirteen; under which goal each stands is our reading, as their wording is. */
const measuresOf: Record<string, readonly number[]> = { 'reg-22-handlingsplan-2022': [3, 7, 1, 2] };

/** The measures stand under their goals and are numbered through the whole document. */
function withMeasures(goals: GoalFact[], counts: readonly number[]): GoalFact[] {
  let number = 0;
  return goals
    .flatMap((goal, index) => [
      goal,
      ...Array.from({ length: counts[index] ?? 0 }, (): GoalFact => {
        number += 1;
        return {
          ...goal,
          key: `${goal.strategyKey}:a${number}`,
          number: String(number),
          title: `Samverkansåtgärd ${number}`,
          titleEn: `Joint measure ${number}`,
          kind: 'measure',
          parentKey: goal.key,
          placeholder: true,
        };
      }),
    ])
    .map((goal, index) => ({ ...goal, sort: index + 1 }));
}

export function successionFacts(source: Source = readSource()) {
  return source.regionalStrategies.flatMap((regional) =>
    regional.supersedes.map((oldKey) => {
      const old = source.regionalStrategies.find((one) => one.id === oldKey);
      const level = regional.supersedesVerification ?? old?.supersededByVerification;
      return { oldKey, newKey: regional.id, verification: level ? levelOf(level) : ('verified' as const) };
    }),
  );
}

export function frameFacts(source: Source = readSource()) {
  return [
    ...programmes(source).map(({ id }) => ({ strategyKey: id, frameKey: source.nationalStrategy.id })),
    ...source.regionalStrategies.flatMap(({ id, implements: frames }) =>
      frames.map((frameKey) => ({ strategyKey: id, frameKey })),
    ),
  ];
}
