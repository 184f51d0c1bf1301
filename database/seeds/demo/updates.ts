// Lines written on the sample actions. Made up, like everything else in the demo county.
interface Sample {
  id: string;
  status: string;
  startDate: string;
  municipalityCodes: string[];
}

const lines = [
  {
    done: 'Arbetsgruppen har träffats två gånger och enats om en gemensam arbetsgång.',
    effect: null,
    counts: [
      { profession: 'social_workers', count: 9 },
      { profession: 'police', count: 3 },
    ],
  },
  {
    done: 'Första omgången är genomförd. Deltagarna vill ha mer tid för fallbeskrivningar utan personuppgifter.',
    effect: 'Fler ställer frågan om våld redan vid första mötet.',
    counts: [
      { profession: 'health_care', count: 24 },
      { profession: 'managers', count: 4 },
    ],
  },
  {
    done: 'Materialet är klart och utskickat till alla enheter.',
    effect: 'Sju av nio enheter har svarat att de använder det.',
    counts: [],
  },
  {
    done: 'Rutinen är beslutad i ledningsgruppen och gäller från månadsskiftet.',
    effect: null,
    counts: [{ profession: 'managers', count: 12, of: 40, about: true, source: 'HR-systemet, oktober 2026' }],
  },
  {
    done: 'Gemensam arbetsdag om samrådsrutiner.',
    effect: 'Kortare väg mellan polis och socialtjänst, enligt båda.',
    counts: [
      { profession: 'social_workers', count: 14 },
      { profession: 'police', count: 6 },
      { profession: 'prosecutors', count: 2 },
    ],
  },
  {
    done: 'Halvtidsavstämning. Arbetet följer planen.',
    effect: null,
    counts: [
      { profession: 'school_staff', count: 31 },
      { profession: 'youth_workers', count: 8 },
    ],
  },
] as const;

/** One or two lines on most of what is under way or done; every fifth action has been silent for long. */
export function updatesFor(sample: Sample): {
  happenedOn: string;
  done: string;
  effect: string | null;
  counts: readonly { profession: string; count: number; of?: number; about?: boolean; source?: string }[];
}[] {
  if (sample.status === 'planned') return [];
  const n = Number(sample.id.slice(4));
  const pick = (i: number) => lines[i % lines.length] ?? lines[0];
  const day = (month: number) =>
    `2026-${String(month).padStart(2, '0')}-${String(1 + ((n * 7) % 27)).padStart(2, '0')}`;
  const written =
    n % 5 === 3
      ? [{ happenedOn: day(5), ...pick(n) }]
      : [
          { happenedOn: day(8 + (n % 2)), ...pick(n) },
          { happenedOn: day(10), ...pick(n + 3) },
        ];
  return written.filter((line) => line.happenedOn >= sample.startDate);
}
