// The words of codes in files that leave Samverkan; those of the lists are data (`@samverkan/vocabularies`).
import type { ActionStatus } from '@samverkan/actions/contract';
import type { Visibility } from '@samverkan/shared/contract';

export type Language = 'sv' | 'en';

export const statusWords: Record<ActionStatus, Record<Language, string>> = {
  draft: { sv: 'Utkast', en: 'Draft' },
  planned: { sv: 'Planerad', en: 'Planned' },
  ongoing: { sv: 'Pågår', en: 'Ongoing' },
  paused: { sv: 'Pausad', en: 'Paused' },
  completed: { sv: 'Avslutad', en: 'Completed' },
  cancelled: { sv: 'Avbruten', en: 'Cancelled' },
};

export const visibilityWords: Record<Visibility, Record<Language, string>> = {
  own: { sv: 'Bara vi', en: 'Only us' },
  participants: { sv: 'Deltagarna', en: 'Participants' },
  county: { sv: 'Länet', en: 'The county' },
  members: { sv: 'Alla anslutna', en: 'All members' },
  public: { sv: 'Alla', en: 'Everyone' },
};
