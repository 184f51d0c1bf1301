// Methods that Swedish municipalities know by name, described in the project's own few words, and a county's own. What is said of training and of how
// long it counts is made up for the demo county, as who uses what. None is assessed here.
interface DemoMethod {
  name: string;
  purpose: string;
  notFor: string;
  targetGroups?: readonly string[];
  forms?: readonly string[];
  phases: readonly string[];
  professions?: readonly string[];
  source?: string;
  training?: string;
  validMonths?: number;
  status?: 'draft';
  /** Retired since so many days, and what is used instead. */
  retired?: readonly [days: number, motive: string, instead: string];
  /** Days until it is looked over. */
  review: number;
  /** Titles of the demo county's trainings. */
  offers?: readonly string[];
}

const adults = ['exposed_women', 'exposed_men', 'lgbtqi', 'elderly', 'disability', 'honour_exposed'];
const socialstyrelsen = 'Socialstyrelsen';

export const demoMethods: readonly DemoMethod[] = [
  {
    name: 'FREDA-kortfrågor',
    purpose: 'Några korta frågor som hjälper personal att upptäcka om en vuxen är utsatt för våld av en närstående.',
    notFor: 'Säger inget om hur farligt det är eller vilket skydd som behövs. Är inte gjord för barn.',
    targetGroups: adults,
    phases: ['detect'],
    professions: ['social_workers', 'health_care'],
    source: socialstyrelsen,
    training: 'Demo: länets dag om att fråga om våld, eller motsvarande hos den egna arbetsgivaren.',
    validMonths: 24,
    review: 200,
    offers: ['Att fråga om våld i socialtjänsten'],
  },
  {
    name: 'FREDA-beskrivning',
    purpose:
      'Stöd för att tillsammans med en våldsutsatt vuxen beskriva våldet, hur ofta det har skett och vilka följder det har fått.',
    notFor:
      'Ersätter inte en utredning och är ingen bedömning av risk. Svaren hör hemma i den egna verksamheten, aldrig här.',
    targetGroups: adults,
    phases: ['detect', 'protect'],
    professions: ['social_workers', 'health_care'],
    source: socialstyrelsen,
    training: 'Demo: en halv dag hos länsstyrelsen.',
    validMonths: 24,
    review: 200,
  },
  {
    name: 'FREDA-farlighetsbedömning',
    purpose: 'Stöd för att bedöma risken att en våldsutsatt vuxen utsätts för mer och allvarligare våld av en partner.',
    notFor:
      'Används inte av den som saknar utbildning, och aldrig som enda underlag. Ett resultat skrivs bara i den egna verksamhetens system.',
    targetGroups: adults,
    forms: ['intimate_partner', 'physical', 'sexual', 'psychological', 'post_separation'],
    phases: ['protect'],
    professions: ['social_workers', 'health_care'],
    source: socialstyrelsen,
    training: 'Demo: två dagar hos länsstyrelsen.',
    validMonths: 24,
    review: -15,
  },
  {
    name: 'SARA:SV',
    purpose: 'Strukturerat stöd för att bedöma risken för nytt våld mot en nuvarande eller tidigare partner.',
    notFor:
      'Är inte gjord för hedersrelaterat våld. Kräver utbildning. Ett resultat skrivs bara i den egna verksamhetens system.',
    forms: ['intimate_partner', 'physical', 'sexual', 'psychological', 'post_separation'],
    phases: ['protect', 'prevent_relapse'],
    professions: ['police', 'prison_probation', 'social_workers'],
    training: 'Demo: den egna myndighetens utbildning.',
    review: 120,
  },
  {
    name: 'PATRIARK',
    purpose: 'Strukturerat stöd för att bedöma risken för hedersrelaterat våld.',
    notFor:
      'Är inte gjord för våld i nära relationer utan hedersmotiv. Kräver utbildning. Ett resultat skrivs bara i den egna verksamhetens system.',
    forms: ['honour'],
    phases: ['protect'],
    professions: ['police', 'prison_probation', 'social_workers'],
    training: 'Demo: den egna myndighetens utbildning.',
    review: 120,
  },
  {
    name: 'Våga fråga',
    purpose:
      'Arbetssätt för att på rutin ställa frågor om våld. Flera använder namnet: skriv vilken utbildning ni har gått.',
    notFor: 'Är inget stöd för vad som ska göras efter svaret. Ha en rutin för det innan ni börjar fråga.',
    phases: ['detect'],
    review: 90,
    offers: ['Att fråga om våld i socialtjänsten'],
  },
  {
    name: 'iRiSk',
    purpose: 'Stöd för att prata med barn som har upplevt våld, och för att se vad som skyddar dem och vad de behöver.',
    notFor: 'Är inget förhör och ersätter inte en skyddsbedömning.',
    targetGroups: ['exposed_children', 'young_people'],
    phases: ['detect', 'support'],
    professions: ['social_workers'],
    training: 'Demo: utbildning hos någon som arbetar med metoden.',
    validMonths: 36,
    review: 150,
  },
  {
    name: 'Trappan',
    purpose: 'Samtal steg för steg med barn som har upplevt våld i familjen, för att barnet ska få ord och sammanhang.',
    notFor: 'Används inte så länge våldet pågår, och ersätter inte behandling.',
    targetGroups: ['exposed_children', 'young_people'],
    phases: ['support'],
    professions: ['social_workers', 'health_care', 'school_staff'],
    training: 'Demo: länets dag om första samtalet räknas som aktuell i ett år.',
    validMonths: 12,
    review: 250,
    offers: ['Barn som upplever våld: första samtalet'],
  },
  {
    name: 'ATV (Alternativ till våld)',
    purpose: 'Samtalsbehandling för den som utövar våld mot en närstående, för att våldet ska upphöra.',
    notFor: 'Är inget stöd till den utsatta. Hennes och barnens skydd ordnas för sig och först.',
    targetGroups: ['perpetrators'],
    phases: ['prevent_relapse', 'prevent'],
    training: 'Demo: lång utbildning med handledning.',
    review: 300,
  },
  {
    name: 'Huskurage',
    purpose:
      'Ett enkelt sätt för grannar och fastighetsägare att reagera när de anar våld i ett hem: knacka på, ta hjälp, ring 112.',
    notFor: 'Är ingen utredning och lägger inget ansvar på grannen att bedöma läget.',
    targetGroups: ['general_public'],
    phases: ['prevent', 'detect'],
    review: 300,
  },
  {
    name: 'Signs of Safety',
    purpose:
      'Arbetssätt i den sociala barnavården för att tillsammans med familj och nätverk se oro, styrkor och vad som måste hända.',
    notFor:
      'Är inte framtaget särskilt för våld. Nätverket får inte bli ett sätt att föra ihop den utsatta med den som utövar våld.',
    targetGroups: ['exposed_children', 'young_people'],
    phases: ['support', 'protect'],
    professions: ['social_workers'],
    training: 'Demo: grundutbildning.',
    review: 180,
  },
  {
    name: 'Demo: Länets tio frågor',
    purpose: 'Länets egna frågor om våld, som användes innan det fanns något gemensamt.',
    notFor: 'Används inte i nya ärenden.',
    targetGroups: adults,
    phases: ['detect'],
    professions: ['social_workers'],
    retired: [60, 'Länet använder nu samma frågor som övriga landet.', 'FREDA-kortfrågor'],
    review: 400,
  },
  {
    name: 'Demo: Länets samtalsguide, utkast',
    purpose: 'Ett utkast som bara länsstyrelsen ser tills det publiceras.',
    notFor: '',
    phases: ['support'],
    status: 'draft',
    review: 60,
  },
];
