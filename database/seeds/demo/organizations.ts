const all = ['2260', '2262', '2280', '2281', '2282', '2283', '2284'];
const inCounty = { countyCode: '22', countyCodes: ['22'], parentKey: null as string | null };

/** Fictional parties of the demo county. Polisregion Nord and Frivården are real kinds of units; what they do here is made up. */
export const demoOrganizations = [
  {
    ...inCounty,
    key: 'demo:lyktan',
    kind: 'civil_society',
    name: 'Kvinnojouren Lyktan',
    description: 'Påhittad kvinnojour. Stöd och rådgivning i Kramfors och Sollefteå.',
    municipalityCodes: ['2282', '2283'],
  },
  {
    ...inCounty,
    key: 'demo:polisregion-nord',
    kind: 'national_authority',
    name: 'Polisregion Nord',
    description: 'Del av Polismyndigheten.',
    parentKey: 'national:polismyndigheten',
    countyCodes: ['22', '23', '24', '25'],
    municipalityCodes: all,
  },
  {
    ...inCounty,
    key: 'demo:frivarden',
    kind: 'national_authority',
    name: 'Kriminalvården, frivården',
    description: 'Del av Kriminalvården.',
    parentKey: 'national:kriminalvarden',
    municipalityCodes: all,
  },
  {
    ...inCounty,
    key: 'demo:tjejjour',
    kind: 'civil_society',
    name: 'Tjejjouren Fyren',
    description: 'Påhittad tjejjour.',
    municipalityCodes: ['2281'],
  },
  {
    ...inCounty,
    key: 'demo:brottsofferjour',
    kind: 'civil_society',
    name: 'Brottsofferjouren Höga kusten',
    description: 'Påhittad brottsofferjour.',
    municipalityCodes: ['2280', '2282', '2284'],
  },
  {
    ...inCounty,
    key: 'demo:idrott',
    kind: 'civil_society',
    name: 'Idrottsalliansen i Västernorrland',
    description: 'Påhittat idrottsförbund.',
    municipalityCodes: all,
  },
  {
    ...inCounty,
    key: 'demo:hbtqi',
    kind: 'civil_society',
    name: 'Regnbågen Mitt',
    description: 'Påhittad hbtqi-organisation.',
    municipalityCodes: ['2281', '2262'],
  },
  {
    ...inCounty,
    key: 'demo:pensionarer',
    kind: 'civil_society',
    name: 'Pensionärsföreningen Norrsken',
    description: 'Påhittad pensionärsorganisation.',
    municipalityCodes: all,
  },
];
