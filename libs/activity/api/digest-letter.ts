import { type Letter, both } from '@samverkan/shared/api';

interface News {
  area: string;
  n: number;
}

/** A sentence for each area's news; never a title: what a thing is called is read in the portal, by who may. */
const said: Record<string, (n: number) => { sv: string; en: string }> = {
  actions: (n) =>
    n === 1
      ? both('En insats har lagts till eller ändrats.', 'One action has been added or changed.')
      : both(`${n} insatser har lagts till eller ändrats.`, `${n} actions have been added or changed.`),
  tasks: (n) =>
    n === 1
      ? both('En uppgift i en insats har lagts in eller ändrats.', 'One task in an action has been set or changed.')
      : both(
          `${n} uppgifter i insatser har lagts in eller ändrats.`,
          `${n} tasks in actions have been set or changed.`,
        ),
  comments: (n) =>
    n === 1
      ? both('En insats har kommenterats.', 'One action has been commented on.')
      : both(`${n} kommentarer till insatser har skrivits.`, `${n} comments on actions have been written.`),
  contacts: (n) =>
    n === 1
      ? both('En funktion har lagts till eller ändrats.', 'One function has been added or changed.')
      : both(`${n} funktioner har lagts till eller ändrats.`, `${n} functions have been added or changed.`),
  organizations: (n) =>
    n === 1
      ? both('En part har ändrat sina uppgifter.', 'One party has changed its details.')
      : both(`${n} parter har ändrat sina uppgifter.`, `${n} parties have changed their details.`),
  strategies: (n) =>
    n === 1
      ? both('En strategi har ändrats.', 'One strategy has been changed.')
      : both(`${n} strategier har ändrats.`, `${n} strategies have been changed.`),
  followup: (n) =>
    n === 1
      ? both('Ett mål har bedömts.', 'One goal has been assessed.')
      : both(`${n} bedömningar av mål har gjorts.`, `${n} assessments of goals have been made.`),
  assignments: (n) =>
    n === 1
      ? both('Något har hänt med ett regeringsuppdrag.', 'Something has happened with one government assignment.')
      : both(`Något har hänt med ${n} regeringsuppdrag.`, `Something has happened with ${n} government assignments.`),
  publications: (n) =>
    n === 1
      ? both('En publikation har lagts in eller ändrats.', 'One publication has been added or changed.')
      : both(`${n} publikationer har lagts in eller ändrats.`, `${n} publications have been added or changed.`),
  learning: (n) =>
    n === 1
      ? both('Något har hänt med en utbildning.', 'Something has happened with one training.')
      : both(`Något har hänt med ${n} utbildningar.`, `Something has happened with ${n} trainings.`),
  methods: (n) =>
    n === 1
      ? both('Något har hänt med en metod.', 'Something has happened with one method.')
      : both(`Något har hänt med ${n} metoder.`, `Something has happened with ${n} methods.`),
  questions: (n) =>
    n === 1
      ? both('Något har hänt med en fråga.', 'Something has happened with one question.')
      : both(`Något har hänt med ${n} frågor.`, `Something has happened with ${n} questions.`),
  support: (n) =>
    n === 1
      ? both('Något har hänt med ett stödbehov.', 'Something has happened with one request for support.')
      : both(`Något har hänt med ${n} stödbehov.`, `Something has happened with ${n} requests for support.`),
  vocabularies: (n) =>
    n === 1
      ? both('Något har hänt i ordlistorna.', 'Something has happened in the word lists.')
      : both(
          `${n} förslag eller ändringar har gjorts i ordlistorna.`,
          `${n} proposals or changes have been made in the word lists.`,
        ),
  consultations: (n) =>
    n === 1
      ? both('Något har hänt i en remiss.', 'Something has happened in one consultation.')
      : both(`Något har hänt i ${n} remisser.`, `Something has happened in ${n} consultations.`),
};

export interface Digest {
  to: string;
  organization: string;
  waits: readonly { words: { sv: string; en: string } }[];
  news: readonly News[];
  home: string;
  /** The links that say no, to one kind or all; opened without signing in. */
  refusals: readonly { kind: string; url: string }[];
}

const refusalWords: Record<string, { sv: string; en: string }> = {
  all: both('Sluta skicka dagens mejl', 'Stop sending the daily message'),
  waiting: both('Inga mejl om det som väntar', 'No messages about what waits'),
  actions: both('Inga mejl om insatser', 'No messages about actions'),
  tasks: both('Inga mejl om uppgifter', 'No messages about tasks'),
  comments: both('Inga mejl om kommentarer', 'No messages about comments'),
  contacts: both('Inga mejl om kontakter', 'No messages about contacts'),
  organizations: both('Inga mejl om parter', 'No messages about parties'),
  strategies: both('Inga mejl om strategier', 'No messages about strategies'),
  vocabularies: both('Inga mejl om ordlistorna', 'No messages about the word lists'),
  learning: both('Inga mejl om utbildningar', 'No messages about trainings'),
  methods: both('Inga mejl om metoder', 'No messages about methods'),
  questions: both('Inga mejl om frågor', 'No messages about questions'),
  support: both('Inga mejl om kompetensstöd', 'No messages about support'),
  followup: both('Inga mejl om bedömningar av mål', 'No messages about assessments of goals'),
  assignments: both(
    'Inga mejl om vad som händer med regeringsuppdrag',
    'No messages about what happens with government assignments',
  ),
  publications: both('Inga mejl om publikationer', 'No messages about publications'),
  consultations: both('Inga mejl om vad som händer i remisser', 'No messages about what happens in consultations'),
};

/** The day's letter for one of the organisations a person acts for. */
export function digestLetter({ to, organization, waits, news, home, refusals }: Digest): Letter {
  const sentences = news.flatMap(({ area, n }) => said[area]?.(n) ?? []);
  const body = (language: 'sv' | 'en'): string[] => {
    const heads = {
      sv: [`Det här gäller ditt uppdrag för ${organization}.`, 'Det här väntar:', 'Sedan sist, hos andra:'],
      en: [`This is about your role at ${organization}.`, 'This is waiting:', 'Since last time, by others:'],
    }[language] as [string, string, string];
    const list = (head: string, lines: readonly string[]) =>
      lines.length > 0 ? [`${head}\n${lines.map((line) => `– ${line}`).join('\n')}`] : [];
    return [
      heads[0],
      ...list(
        heads[1],
        waits.map(({ words }) => words[language]),
      ),
      ...list(
        heads[2],
        sentences.map((words) => words[language]),
      ),
    ];
  };
  return {
    to,
    subject: both('Ditt dagliga mejl från Samverkan', 'Your daily message from Samverkan'),
    body: { sv: body('sv'), en: body('en') },
    link: { url: `${home}/`, words: both('Öppna Samverkan', 'Open Samverkan') },
    more: refusals.flatMap(({ kind, url }) => {
      const words = refusalWords[kind];
      return words ? [{ url, words }] : [];
    }),
  };
}

/** Whether the letter has a sentence for the area's news. */
export const hasSentence = (area: string): boolean => area in said;

/** Whether the letter has words for the link that says no to the kind. */
export const hasRefusal = (kind: string): boolean => kind in refusalWords;
