// The words of codes in files that leave Samverkan.
import type { ActionKind, ActionStatus, Phase, TargetGroup, ViolenceForm } from '@samverkan/actions/contract';
import type { Visibility } from '@samverkan/shared/contract';

export type Language = 'sv' | 'en';

export const kindWords: Record<ActionKind, Record<Language, string>> = {
  training: { sv: 'Utbildning', en: 'Training' },
  routine: { sv: 'Rutin', en: 'Routine' },
  method_introduction: { sv: 'Metod införs', en: 'Method introduced' },
  campaign: { sv: 'Kampanj', en: 'Campaign' },
  network: { sv: 'Nätverk', en: 'Network' },
  project: { sv: 'Projekt', en: 'Project' },
  support: { sv: 'Stöd', en: 'Support' },
  other: { sv: 'Annat', en: 'Other' },
};

export const statusWords: Record<ActionStatus, Record<Language, string>> = {
  draft: { sv: 'Utkast', en: 'Draft' },
  planned: { sv: 'Planerad', en: 'Planned' },
  ongoing: { sv: 'Pågår', en: 'Ongoing' },
  paused: { sv: 'Pausad', en: 'Paused' },
  completed: { sv: 'Avslutad', en: 'Completed' },
  cancelled: { sv: 'Avbruten', en: 'Cancelled' },
};

export const targetGroupWords: Record<TargetGroup, Record<Language, string>> = {
  exposed_women: { sv: 'Våldsutsatta kvinnor', en: 'Women exposed to violence' },
  exposed_children: { sv: 'Barn som upplevt våld', en: 'Children who have experienced violence' },
  exposed_men: { sv: 'Våldsutsatta män', en: 'Men exposed to violence' },
  lgbtqi: { sv: 'Hbtqi-personer', en: 'LGBTQI people' },
  elderly: { sv: 'Äldre', en: 'Elderly people' },
  disability: { sv: 'Personer med funktionsnedsättning', en: 'People with disabilities' },
  honour_exposed: { sv: 'Utsatta för hedersrelaterat våld', en: 'People exposed to honour-based violence' },
  prostitution_exposed: {
    sv: 'Utsatta i prostitution och människohandel',
    en: 'People exposed in prostitution and trafficking',
  },
  perpetrators: { sv: 'Våldsutövare', en: 'Perpetrators' },
  young_people: { sv: 'Unga', en: 'Young people' },
  professionals: { sv: 'Yrkesverksamma', en: 'Professionals' },
  general_public: { sv: 'Allmänheten', en: 'The general public' },
};

export const formWords: Record<ViolenceForm, Record<Language, string>> = {
  intimate_partner: { sv: 'Våld i nära relationer', en: 'Intimate partner violence' },
  honour: { sv: 'Hedersrelaterat våld', en: 'Honour-based violence' },
  sexual: { sv: 'Sexuellt våld', en: 'Sexual violence' },
  economic: { sv: 'Ekonomiskt våld', en: 'Economic violence' },
  digital: { sv: 'Digitalt våld', en: 'Digital violence' },
  psychological: { sv: 'Psykiskt våld', en: 'Psychological violence' },
  physical: { sv: 'Fysiskt våld', en: 'Physical violence' },
  post_separation: { sv: 'Eftervåld', en: 'Post-separation violence' },
  prostitution_trafficking: { sv: 'Prostitution och människohandel', en: 'Prostitution and trafficking' },
  genital_mutilation: { sv: 'Könsstympning', en: 'Genital mutilation' },
};

export const phaseWords: Record<Phase, Record<Language, string>> = {
  prevent: { sv: 'Förebygga', en: 'Prevent' },
  detect: { sv: 'Upptäcka', en: 'Detect' },
  protect: { sv: 'Skydda', en: 'Protect' },
  support: { sv: 'Stödja', en: 'Support' },
  prosecute: { sv: 'Lagföra', en: 'Prosecute' },
  prevent_relapse: { sv: 'Förebygga återfall', en: 'Prevent relapse' },
};

export const visibilityWords: Record<Visibility, Record<Language, string>> = {
  own: { sv: 'Bara vi', en: 'Only us' },
  participants: { sv: 'Deltagarna', en: 'Participants' },
  county: { sv: 'Länet', en: 'The county' },
  members: { sv: 'Alla anslutna', en: 'All members' },
  public: { sv: 'Alla', en: 'Everyone' },
};
