// Our own words for the seeded strategies: short names for narrow places, English titles (own translations, none is official) and notes.
interface Words {
  shortTitle: string;
  shortTitleEn: string;
  titleEn?: string;
  note?: string;
  noteEn?: string;
  /** Read in a source that the entry itself does not list. */
  moreSources?: string[];
  document?: string;
}

const words: Record<string, Words> = {
  'nat-2017-2026': {
    shortTitle: 'Nationella strategin 2017–2026',
    shortTitleEn: 'National strategy 2017–2026',
    note: 'Strategin gäller till och med 2026. Två utredningar (SOU 2024:21 och SOU 2025:28) har föreslagit nya mål. Vad som gäller efter 2026 är inte känt i källorna.',
    noteEn:
      'The strategy applies to the end of 2026. Two inquiries (SOU 2024:21 and SOU 2025:28) have proposed new goals. The sources do not say what applies after 2026.',
  },
  'prog-2024-2026': {
    shortTitle: 'Åtgärdsprogrammet 2024–2026',
    shortTitleEn: 'Action programme 2024–2026',
    titleEn: 'Free and safe from violence and oppression',
    note: 'Tredje och sista åtgärdsprogrammet inom den nationella strategin: 132 åtgärder. Presenterat den 20 juni 2024.',
    noteEn: 'Third and last action programme within the national strategy: 132 measures. Presented on 20 June 2024.',
  },
  jam: {
    shortTitle: 'Jämställdhetsmålen',
    shortTitleEn: 'Gender equality goals',
    titleEn: 'The sub-goals of gender equality policy',
  },
  'reg-22-vald-2014-2016': {
    shortTitle: 'Länsstrategi 2014–2016',
    shortTitleEn: 'County strategy 2014–2016',
    titleEn: 'County strategy against violence in close relations 2014–2016, Västernorrland',
    note: 'Arbetades om under 2017. Det året fanns ingen gällande strategi. Målen är inte inlästa.',
    noteEn: 'Revised during 2017, a year without a strategy in force. Its goals have not been read in.',
  },
  'reg-22-vald-2018-2021': {
    shortTitle: 'Regional strategi 2018–2021',
    shortTitleEn: 'Regional strategy 2018–2021',
    titleEn: "Regional strategy – men's violence against women and violence in close relations 2018–2021",
    note: 'Ersätter sannolikt länsstrategin 2014–2016: den arbetades om och beräknades bli klar i december 2017. Målen är inte inlästa.',
    noteEn:
      'Probably replaces the county strategy 2014–2016, which was being revised and expected in December 2017. Its goals have not been read in.',
    moreSources: ['kramfors.se 2018-11-28'],
  },
  'reg-22-handlingsplan-2022': {
    shortTitle: 'Handlingsplan 2022–2026',
    shortTitleEn: 'Action plan 2022–2026',
    titleEn:
      "Regional action plan against men's violence against women and violence in close relations 2022–2026, Västernorrland",
    note: 'Undertecknad den 22 mars 2022. Från den 1 januari till den 21 mars 2022 gällde ingen plan. Planen har 13 prioriterade samverkansåtgärder till och med 2024. Deras ordalydelse är inte inläst.',
    noteEn:
      'Signed on 22 March 2022. No plan was in force from 1 January to 21 March 2022. The plan has 13 prioritised joint measures until the end of 2024. Their wording has not been read in.',
  },
  'reg-22-jam-2014-2016': {
    shortTitle: 'Jämställdhetsintegrering 2014–2016',
    shortTitleEn: 'Gender mainstreaming 2014–2016',
    titleEn: 'Strategy for gender mainstreaming 2014–2016',
    note: 'Känd genom strategin som ersatte den. Innehållet är inte inläst.',
    noteEn: 'Known through the strategy that replaced it. Its content has not been read in.',
    moreSources: ['Strategi för jämställdhetsintegrering 2018–2021 (rapport 2017:18)'],
  },
  'reg-22-jam-2018-2021': {
    shortTitle: 'Jämställdhetsintegrering 2018–2021',
    shortTitleEn: 'Gender mainstreaming 2018–2021',
    titleEn: 'A gender-equal Västernorrland. Strategy for gender mainstreaming 2018–2021',
    document: 'Rapport 2017:18, dnr 801-9234-16',
    note: 'Målen är inte inlästa.',
    noteEn: 'Its goals have not been read in.',
  },
  'reg-22-jam-2024-2027': {
    shortTitle: 'Länsstrategi för jämställdhet 2024–2027',
    shortTitleEn: 'County strategy for gender equality 2024–2027',
    titleEn: 'A gender-equal Västernorrland. County strategy for gender equality 2024–2027',
    note: 'Ersätter sannolikt strategin 2018–2021. Målen är inte inlästa.',
    noteEn: 'Probably replaces the strategy 2018–2021. Its goals have not been read in.',
  },
};

export function wordsFor(id: string): Words {
  const found = words[id];
  if (!found) throw new Error(`No short title is written for the strategy ${id}`);
  return found;
}

/** The programme's six objectives in English, in the order of the source. */
export const programmeGoalsEn = [
  'Overall measures for a long-term, sustainable structure for support, organisation and follow-up',
  'Early and preventive work, with a focus on children and young people and on honour-related violence and oppression',
  'Preventing relapse, with a focus on perpetrators of violence',
  'Improved detection of violence and stronger protection for and support to those subjected to violence',
  'More effective crime-fighting',
  'Improved knowledge and method development',
];
