// National lines whose numbers were checked against their source (`database/seeds/reference/support_services.json`, level `verified_source`; a spec reads
// it). What has another level there is not shown.
export interface HelpLine {
  id: string;
  phone: string;
  name: { sv: string; en: string };
  /** Whom it is for, in a few words. */
  forWhom: { sv: string; en: string };
}

export const helpLines: readonly HelpLine[] = [
  {
    id: '112',
    phone: '112',
    name: { sv: 'SOS Alarm', en: 'Emergency number' },
    forWhom: { sv: 'vid akut fara', en: 'in danger' },
  },
  {
    id: 'kvinnofridslinjen',
    phone: '020-50 50 50',
    name: { sv: 'Kvinnofridslinjen', en: 'Kvinnofridslinjen, helpline for women' },
    forWhom: {
      sv: 'för kvinnor som utsatts för hot eller våld, dygnet runt',
      en: 'for women exposed to threats or violence, day and night',
    },
  },
  {
    id: 'stodlinjen-man',
    phone: '020-80 80 80',
    name: { sv: 'Stödlinjen för män', en: 'Helpline for men' },
    forWhom: { sv: 'för män som utsatts för våld, alla dagar 7–21', en: 'for men exposed to violence, every day 7–21' },
  },
  {
    id: 'stodlinjen-trans',
    phone: '020-55 00 00',
    name: { sv: 'Stödlinjen för transpersoner', en: 'Helpline for transgender people' },
    forWhom: {
      sv: 'för transpersoner som utsatts för våld, alla dagar 11–19',
      en: 'for transgender people exposed to violence, every day 11–19',
    },
  },
  {
    id: 'ratt-att-valja',
    phone: '020-57 70 70',
    name: { sv: 'Rätt att välja', en: 'The right to choose' },
    forWhom: {
      sv: 'för den som utsätts för hedersförtryck, alla dagar 7–21',
      en: 'for those exposed to honour-related oppression, every day 7–21',
    },
  },
  {
    id: 'valj-att-sluta',
    phone: '020-555 666',
    name: { sv: 'Välj att sluta', en: 'Choose to stop' },
    forWhom: {
      sv: 'för den som utövar våld eller är rädd att göra det',
      en: 'for those who use violence or are afraid that they will',
    },
  },
  {
    id: 'brottsofferjouren',
    phone: '116 006',
    name: { sv: 'Brottsofferjouren', en: 'Victim Support Sweden' },
    forWhom: {
      sv: 'för den som utsatts för brott, vittnen och anhöriga',
      en: 'for victims of crime, witnesses and relatives',
    },
  },
];

/** The three that stand above every page. */
export const aboveAll = ['112', 'kvinnofridslinjen', 'valj-att-sluta'] as const;

export const lineOf = (id: (typeof aboveAll)[number]): HelpLine => {
  const line = helpLines.find((one) => one.id === id);
  if (!line) throw new Error(`There is no help line ${id}.`);
  return line;
};

export const dialled = (phone: string): string => `tel:${phone.replace(/\(0\)/, '').replace(/[^\d+]/g, '')}`;
