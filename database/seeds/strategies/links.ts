// Which goal serves which goal of a superior frame, and how we know. Only the same wording counts as verified.
export interface LinkFact {
  goal: string;
  frameGoal: string;
  motive: string;
  motiveEn: string;
  verification: 'verified' | 'inferred';
}

const plan = 'reg-22-handlingsplan-2022';
const programme = 'prog-2024-2026';

const sameWording = (number: number): LinkFact => ({
  goal: `${plan}:${number}`,
  frameGoal: `nat-${number}`,
  motive: 'Samma ordalydelse som den nationella målsättningen.',
  motiveEn: 'The same wording as the national objective.',
  verification: 'verified',
});

const inferred = (goal: string, frameGoal: string, motive: string, motiveEn: string): LinkFact => ({
  goal,
  frameGoal,
  motive,
  motiveEn,
  verification: 'inferred',
});

const violenceMustStop = (goal: string): LinkFact =>
  inferred(
    goal,
    'jam-6',
    'Målet avser mäns våld mot kvinnor och våld i nära relationer, som delmålet gäller.',
    "The goal concerns men's violence against women and violence in close relations, which is what the sub-goal is about.",
  );

const programmeLink = (number: number, from: string, motive: string, motiveEn: string) =>
  inferred(from, `${programme}:${number}`, motive, motiveEn);

export const linkFacts: LinkFact[] = [
  ...[1, 2, 3, 4].map(sameWording),
  programmeLink(2, `${plan}:1`, 'Båda gäller förebyggande arbete.', 'Both concern prevention.'),
  programmeLink(
    3,
    `${plan}:1`,
    'Att förebygga återfall hos våldsutövare är en del av det förebyggande arbetet.',
    'Preventing relapse among perpetrators is part of prevention.',
  ),
  programmeLink(
    4,
    `${plan}:2`,
    'Båda gäller upptäckt, skydd och stöd.',
    'Both concern detection, protection and support.',
  ),
  programmeLink(
    5,
    `${plan}:3`,
    'Samma ordalydelse, men programmet kom efter planen.',
    'The same wording, but the programme came after the plan.',
  ),
  programmeLink(
    6,
    `${plan}:4`,
    'Samma ordalydelse, men programmet kom efter planen.',
    'The same wording, but the programme came after the plan.',
  ),
  ...[1, 2, 3, 4].map((number) => violenceMustStop(`${plan}:${number}`)),
  ...[1, 2, 3, 4].map((number) => violenceMustStop(`nat-${number}`)),
  inferred(`${programme}:2`, 'nat-1', 'Båda gäller förebyggande arbete.', 'Both concern prevention.'),
  inferred(
    `${programme}:3`,
    'nat-1',
    'Att förebygga återfall hos våldsutövare är en del av det förebyggande arbetet.',
    'Preventing relapse among perpetrators is part of prevention.',
  ),
  inferred(
    `${programme}:4`,
    'nat-2',
    'Båda gäller upptäckt, skydd och stöd.',
    'Both concern detection, protection and support.',
  ),
  inferred(`${programme}:5`, 'nat-3', 'Samma ordalydelse.', 'The same wording.'),
  inferred(`${programme}:6`, 'nat-4', 'Samma ordalydelse.', 'The same wording.'),
];
