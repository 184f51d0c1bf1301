// What the pages for those without an account say.
import type { PageLanguage } from '@samverkan/public/api';

const book = {
  title: { sv: 'Anmälan', en: 'Registration' },
  invited: { sv: 'Anmäl dig', en: 'Register' },
  when: { sv: 'När', en: 'When' },
  where: { sv: 'Var', en: 'Where' },
  hosts: { sv: 'Hålls av', en: 'Held by' },
  by: { sv: 'Anmälan senast', en: 'Register by' },
  name: { sv: 'Ditt namn', en: 'Your name' },
  email: { sv: 'E-post till arbetet', en: 'Work e-mail' },
  organization: { sv: 'Arbetsplats', en: 'Workplace' },
  municipality: { sv: 'Kommun', en: 'Municipality' },
  'municipality.none': { sv: 'Ingen särskild kommun', en: 'No municipality in particular' },
  profession: { sv: 'Yrkesgrupp', en: 'Profession' },
  'profession.none': { sv: 'Vill inte ange', en: 'I would rather not say' },
  send: { sv: 'Anmäl mig', en: 'Register me' },
  needs: {
    sv: 'Skriv inte om hälsa, mat eller annat personligt här. Behöver du något för att kunna delta, hör av dig till dem som håller utbildningen:',
    en: 'Do not write of health, food or anything personal here. If you need something to take part, get in touch with those who hold the training:',
  },
  kept: {
    sv: 'Det du skriver ser bara de som håller utbildningen. Det tas bort sextio dagar efter tillfället; antalet deltagare per yrke och kommun står kvar.',
    en: 'What you write is seen only by those who hold the training. It goes sixty days after the session; the number who came, by profession and municipality, stays.',
  },
  wrong: { sv: 'Något behöver rättas', en: 'Something needs to be put right' },
  'wrong.name': { sv: 'Skriv ditt namn, utan personnummer.', en: 'Write your name, without a personal number.' },
  'wrong.email': {
    sv: 'Skriv en e-postadress, till exempel namn@kommun.se.',
    en: 'Write an e-mail address, such as name@kommun.se.',
  },
  'wrong.organization': {
    sv: 'Skriv var du arbetar, utan personnummer.',
    en: 'Write where you work, without a personal number.',
  },
  'wrong.municipalityCode': { sv: 'Välj en kommun ur listan.', en: 'Choose a municipality from the list.' },
  'wrong.profession': { sv: 'Välj en yrkesgrupp ur listan.', en: 'Choose a profession from the list.' },
  'done.title': { sv: 'Tack', en: 'Thank you' },
  'done.text': {
    sv: 'Ett mejl är på väg till adressen du skrev. Där står om du har fått en plats eller står på väntelistan, och där finns din egen länk för att se eller avboka anmälan.',
    en: 'A message is on its way to the address you wrote. It says whether you have a seat or are on the waiting list, and has your own link to see the registration or take it back.',
  },
  closed: { sv: 'Det går inte att anmäla sig längre', en: 'It can no longer be registered for' },
  'closed.text': {
    sv: 'Anmälan är stängd eller tillfället har passerat. Fråga den som håller utbildningen.',
    en: 'Registration is closed or the session has passed. Ask those who hold the training.',
  },
  'missing.title': { sv: 'Länken gäller inte', en: 'The link is not good' },
  'missing.text': {
    sv: 'Den är använd, för gammal eller inte hel. Har du anmält dig finns din egen länk i mejlet du fick.',
    en: 'It has been used, is too old or is not whole. If you have registered, your own link is in the message you got.',
  },
  'many.title': { sv: 'Vänta en stund', en: 'Wait a while' },
  'many.text': {
    sv: 'Det har kommit många försök härifrån. Prova igen om en kvart.',
    en: 'Many tries have come from here. Try again in a quarter of an hour.',
  },
  'own.title': { sv: 'Din anmälan', en: 'Your registration' },
  'own.registered': { sv: 'Du har en plats.', en: 'You have a seat.' },
  'own.waiting': {
    sv: 'Du står på väntelistan. Blir en plats din får du ett mejl.',
    en: 'You are on the waiting list. You get a message if a seat becomes yours.',
  },
  'own.cancelled': { sv: 'Utbildningen är inställd.', en: 'The training is cancelled.' },
  'own.link': { sv: 'Länk till mötet', en: 'Link to the meeting' },
  'own.end': { sv: 'Avboka', en: 'Take it back' },
  'own.end.help': {
    sv: 'Dina uppgifter tas bort direkt och platsen går till nästa i kön.',
    en: 'What you wrote goes at once, and the seat goes to the next in line.',
  },
  'own.certificate': { sv: 'Visa intyg att skriva ut', en: 'Show a certificate to print' },
  'ended.title': { sv: 'Anmälan är borttagen', en: 'The registration is gone' },
  'ended.text': {
    sv: 'Tack för att du sa till. Anmälan är borttagen, och dina uppgifter med den.',
    en: 'Thank you for saying so. The registration is gone, and what you wrote with it.',
  },
  'answered.title': { sv: 'Tack för svaren', en: 'Thank you for the answers' },
  'answered.text': { sv: 'De går inte att koppla till dig.', en: 'They cannot be tied to you.' },
  'certificate.title': { sv: 'Intyg', en: 'Certificate' },
  'certificate.text': { sv: 'har deltagit i', en: 'took part in' },
  'certificate.print': { sv: 'Skriv ut sidan från webbläsaren.', en: 'Print the page from the browser.' },
} as const satisfies Record<string, Record<PageLanguage, string>>;

export type DoorWord = keyof typeof book;

export const doorWords =
  (language: PageLanguage) =>
  (key: DoorWord): string =>
    book[key][language];
