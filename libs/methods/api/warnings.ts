// In what a choice of a method lies outside what it is for. Pure: the one place that judges it, for actions and for parties alike.
import type { MethodRef, MethodWarning } from '@samverkan/methods/contract';
import { type Vocabularies, type VocabularyName, codeToday } from '@samverkan/vocabularies/contract';

/** What the rules need to know of the method. */
export interface Purpose {
  targetGroups: readonly string[];
  forms: readonly string[];
  phases: readonly string[];
  professions: readonly string[];
  trainingRequired: boolean;
  retiresOn: string | null;
  replacedBy: MethodRef | null;
}

/** Where it is to be used, and what is known of training there; no municipality for a party without one, or for a whole county. */
export interface TrainedPlace {
  municipalityCode: string | null;
  trainedOn: string | null;
  /** The last day that training counts; null where it does not run out. */
  validUntil: string | null;
}

/** How it is to be used. An empty list says nothing, and nothing is then held against it. */
export interface Choice {
  targetGroups: readonly string[];
  forms: readonly string[];
  phases: readonly string[];
  professions: readonly string[];
  places: readonly TrainedPlace[];
}

const lists = [
  ['targetGroup', 'targetGroups'],
  ['form', 'forms'],
  ['phase', 'phases'],
  ['profession', 'professions'],
] as const;

const none = { codes: [], municipalityCodes: [], on: null, replacedBy: null };

export function warningsOf(
  method: Purpose,
  choice: Choice,
  { today, terms }: { today: string; terms: Vocabularies },
): MethodWarning[] {
  const warnings: MethodWarning[] = [];
  if (method.retiresOn !== null && method.retiresOn <= today)
    warnings.push({ ...none, kind: 'retired', on: method.retiresOn, replacedBy: method.replacedBy });
  for (const [kind, field] of lists) {
    const codes = outside(method[field], choice[field], kind, terms);
    if (codes.length > 0) warnings.push({ ...none, kind, codes });
  }
  return method.trainingRequired ? [...warnings, ...training(choice.places, today)] : warnings;
}

/** What is chosen and not among what it is for; a word that has been merged is what it was merged into. */
function outside(
  purpose: readonly string[],
  chosen: readonly string[],
  list: VocabularyName,
  terms: Vocabularies,
): string[] {
  if (purpose.length === 0) return [];
  const now = (code: string) => codeToday(terms, list, code) ?? code;
  const meant = new Set(purpose.map(now));
  return chosen.filter((code) => !meant.has(now(code)));
}

function training(places: readonly TrainedPlace[], today: string): MethodWarning[] {
  const codes = (some: readonly TrainedPlace[]) => some.flatMap(({ municipalityCode }) => municipalityCode ?? []);
  const untrained = places.filter(({ trainedOn }) => trainedOn === null);
  const expired = places.filter(
    ({ trainedOn, validUntil }) => trainedOn !== null && validUntil !== null && validUntil < today,
  );
  const latest =
    expired
      .map(({ validUntil }) => validUntil ?? '')
      .sort()
      .at(-1) ?? null;
  return [
    ...(untrained.length > 0 ? [{ ...none, kind: 'untrained' as const, municipalityCodes: codes(untrained) }] : []),
    ...(expired.length > 0
      ? [{ ...none, kind: 'expired' as const, municipalityCodes: codes(expired), on: latest }]
      : []),
  ];
}
