// What the letter says, whatever it is written as. The joint wording and the questions it comes from: never who asked.
import type { Bundle } from '@samverkan/questions/contract';

export interface BundleLetter {
  title: string;
  sender: string;
  recipient: string;
  reference: string;
  diarienummer: string;
  day: string;
  paragraphs: string[];
  originals: string[];
  closing: string[];
}

const day = (on: string): string =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${on}T12:00:00Z`));

export function letterOf(bundle: Bundle): BundleLetter {
  const { current, organization, questionCount } = bundle;
  return {
    title: bundle.title,
    sender: organization.name,
    recipient: current?.recipient.name ?? '',
    reference: bundle.reference,
    diarienummer: current?.diarienummer ?? '',
    day: current ? day(current.sentOn) : '',
    paragraphs: bundle.wording.split(/\n\s*\n/).map((text) => text.trim()),
    originals: bundle.questions.map(({ title }) => title),
    closing: [
      questionCount && questionCount > 1
        ? `Frågan bygger på ${questionCount} frågor som har ställts till ${organization.name} i arbetet mot mäns våld mot kvinnor.`
        : `Frågan har ställts till ${organization.name} i arbetet mot mäns våld mot kvinnor.`,
      ...(current?.expectedOn ? [`Vi är tacksamma för ett svar senast den ${day(current.expectedOn)}.`] : []),
      `Är frågan inte inom ert område ber vi er säga det, och gärna vem den bör ställas till. Ange ${current?.diarienummer || bundle.reference} i svaret.`,
    ],
  };
}
