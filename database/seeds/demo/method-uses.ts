// Who says that they use which method in the demo county: made up.

export interface DemoUse {
  method: string;
  party: string;
  /** Days since they began, and since they stopped. */
  since: number;
  ended?: number;
  municipalities: readonly string[];
  targetGroups?: readonly string[];
  professions: readonly string[];
  note: string;
  /** Profession, how many, and how many days ago they were trained. */
  trained?: readonly (readonly [profession: string, count: number, days: number])[];
  of?: readonly [of: number, source: string];
  outside?: readonly [kinds: readonly string[], reason: string];
}

export const demoMethodUses: readonly DemoUse[] = [
  {
    method: 'FREDA-kortfrågor',
    party: 'municipality:2282',
    since: 500,
    municipalities: ['2282'],
    targetGroups: ['exposed_women', 'exposed_men'],
    professions: ['social_workers'],
    note: 'I alla nya ärenden som rör vuxna.',
    trained: [['social_workers', 12, 400]],
    of: [16, 'Demo: alla som tar emot vuxna i nya ärenden'],
  },
  {
    method: 'FREDA-kortfrågor',
    party: 'municipality:2281',
    since: 900,
    municipalities: ['2281'],
    professions: ['social_workers'],
    note: '',
    trained: [
      ['social_workers', 31, 300],
      ['managers', 3, 300],
    ],
    of: [45, 'Demo: kommunens personalsystem'],
  },
  {
    method: 'FREDA-kortfrågor',
    party: 'region:22',
    since: 350,
    municipalities: ['2281', '2284'],
    professions: ['health_care'],
    note: 'På två mottagningar, som försök.',
    trained: [['health_care', 18, 320]],
  },
  {
    method: 'FREDA-farlighetsbedömning',
    party: 'municipality:2281',
    since: 800,
    municipalities: ['2281'],
    targetGroups: ['exposed_women'],
    professions: ['social_workers'],
    note: '',
    trained: [['social_workers', 9, 700]],
    of: [12, 'Demo: alla som arbetar med våld i nära relationer'],
  },
  {
    method: 'FREDA-beskrivning',
    party: 'municipality:2284',
    since: 1000,
    municipalities: ['2284'],
    professions: ['social_workers'],
    note: '',
    trained: [['social_workers', 7, 900]],
    outside: [['expired'], 'Ny utbildning är beställd. Till dess sitter en utbildad från Sundsvall med.'],
  },
  {
    method: 'Trappan',
    party: 'municipality:2280',
    since: 100,
    municipalities: ['2280'],
    targetGroups: ['exposed_children'],
    professions: ['social_workers'],
    note: '',
    outside: [['untrained'], 'Två går utbildningen i vår. Till dess får barnen samtal i Sundsvall.'],
  },
  {
    method: 'Trappan',
    party: 'demo:lyktan',
    since: 700,
    municipalities: [],
    targetGroups: ['exposed_children'],
    professions: ['civil_society'],
    note: 'För barn som kommer till jouren.',
    trained: [['civil_society', 3, 200]],
    outside: [['profession'], 'Våra barnansvariga har samma utbildning som kommunens.'],
  },
  {
    method: 'Demo: Länets tio frågor',
    party: 'municipality:2283',
    since: 1500,
    ended: 40,
    municipalities: ['2283'],
    professions: ['social_workers'],
    note: '',
  },
];
