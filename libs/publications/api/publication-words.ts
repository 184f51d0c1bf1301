// What codes are called in files and on public pages.
import type { PublicationStatus, PublicationType } from '@samverkan/publications/contract';
import type { Visibility } from '@samverkan/shared/contract';

type Words = Record<'sv' | 'en', string>;

export const typeWords: Record<PublicationType, Words> = {
  strategy: { sv: 'Strategi', en: 'Strategy' },
  report: { sv: 'Rapport', en: 'Report' },
  guide: { sv: 'Vägledning', en: 'Guide' },
  leaflet: { sv: 'Informationsblad', en: 'Leaflet' },
  other: { sv: 'Annat', en: 'Other' },
};

export const statusWords: Record<PublicationStatus, Words> = {
  draft: { sv: 'Utkast', en: 'Draft' },
  published: { sv: 'Publicerad', en: 'Published' },
  withdrawn: { sv: 'Indragen', en: 'Withdrawn' },
};

export const visibilityWords: Record<Visibility, Words> = {
  own: { sv: 'Bara ägarna', en: 'The owners only' },
  participants: { sv: 'Bara ägarna', en: 'The owners only' },
  county: { sv: 'Länet', en: 'The county' },
  members: { sv: 'Alla parter', en: 'All parties' },
  public: { sv: 'Alla', en: 'Everybody' },
};
