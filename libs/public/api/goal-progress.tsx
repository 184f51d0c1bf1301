import type { OpenProgress } from '@samverkan/shared/api';
import { type PageLanguage, type WordKey, wordsIn } from './words';

const states = ['ongoing', 'planned', 'paused', 'completed'] as const;

/** "Insatser som visas för alla: 3 pågående, 1 avslutad." Nothing for a goal towards which nothing open is done. */
export function GoalProgress({ progress, language }: { progress: OpenProgress | undefined; language: PageLanguage }) {
  if (!progress) return null;
  const words = wordsIn(language);
  const counts = states
    .filter((state) => progress[state] > 0)
    .map((state) =>
      words(`progress.${state}.${progress[state] === 1 ? 'one' : 'other'}` satisfies WordKey, {
        count: progress[state],
      }),
    );
  return <p class="doing">{words('progress', { counts: counts.join(', ') })}</p>;
}
